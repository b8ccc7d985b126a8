//! The medication list, as far as the card needs it. It gives no advice.

use rusqlite::named_params;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::error::{Error, ErrorCode, Result};
use crate::vault::Database;

pub type MedicationId = i64;

#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export_to = "card.d.ts")]
pub struct MedicationView {
    /// `null` for a new one.
    #[ts(type = "number | null")]
    pub id: Option<MedicationId>,
    pub name: String,
    /// In the person's own words, such as "20 mg".
    pub dose: String,
    pub times: String,
    pub prescriber: String,
    pub stopped: bool,
}

/// Those that are taken first.
pub fn medications(database: &Database) -> Result<Vec<MedicationView>> {
    let mut statement = database.connection().prepare_cached(
        "SELECT id, name, dose, times, prescriber, stopped FROM medication ORDER BY stopped, id",
    )?;
    let rows = statement.query_map([], |row| {
        Ok(MedicationView {
            id: row.get(0)?,
            name: row.get(1)?,
            dose: row.get(2)?,
            times: row.get(3)?,
            prescriber: row.get(4)?,
            stopped: row.get(5)?,
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

pub fn save(database: &mut Database, medication: &MedicationView) -> Result<Vec<MedicationView>> {
    let name = medication.name.trim();
    if name.is_empty() {
        return Err(Error::invalid("a medication without a name"));
    }
    let changed = database.write(|transaction| {
        let statement = if medication.id.is_some() {
            "UPDATE medication SET name = :name, dose = :dose, times = :times,
                                   prescriber = :prescriber, stopped = :stopped
             WHERE id = :id"
        } else {
            "INSERT INTO medication (id, name, dose, times, prescriber, stopped)
             VALUES (:id, :name, :dose, :times, :prescriber, :stopped)"
        };
        Ok(transaction.execute(
            statement,
            named_params! {
                ":id": medication.id,
                ":name": name,
                ":dose": medication.dose.trim(),
                ":times": medication.times.trim(),
                ":prescriber": medication.prescriber.trim(),
                ":stopped": medication.stopped,
            },
        )?)
    })?;
    if changed == 0 {
        Err(NO_SUCH_MEDICATION)
    } else {
        medications(database)
    }
}

const NO_SUCH_MEDICATION: Error = Error::new(ErrorCode::NotFound, "no such medication");

/// Takes one off the list. Saving it as a new one brings it back.
pub fn remove(database: &mut Database, id: MedicationId) -> Result<Vec<MedicationView>> {
    let removed = database.write(|transaction| {
        Ok(transaction.execute("DELETE FROM medication WHERE id = ?1", [id])?)
    })?;
    if removed == 0 {
        Err(NO_SUCH_MEDICATION)
    } else {
        medications(database)
    }
}
