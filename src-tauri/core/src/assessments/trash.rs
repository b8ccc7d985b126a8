//! Assessments in the trash.

use serde::Serialize;
use ts_rs::TS;

use super::run::AssessmentId;
use crate::content::Instrument;
use crate::error::Result;
use crate::time::Now;
use crate::trash;
use crate::vault::Database;

/// An assessment in the trash as a line of a list.
#[derive(Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export_to = "assessments.d.ts")]
pub struct TrashedAssessmentView {
    #[ts(type = "number")]
    pub id: AssessmentId,
    pub instrument: String,
    /// The name of the instrument.
    pub name: String,
    /// The local date on which it was finished; of a half-done one, begun.
    pub date: String,
    /// `null`: it is half-done.
    pub score: Option<u16>,
    /// Local date on which it went to the trash.
    pub trashed_on: String,
}

/// Moves an assessment to the trash; one that is there already stays as it is.
pub fn trash(database: &mut Database, id: AssessmentId, now: &Now) -> Result<()> {
    database.write(|transaction| trash::put(transaction, "assessment", id, now))
}

/// Takes an assessment back out of the trash.
pub fn restore(database: &mut Database, id: AssessmentId) -> Result<()> {
    database.write(|transaction| trash::take_back(transaction, "assessment", id))
}

/// Deletes an assessment for good; `invalid` unless it is in the trash.
pub fn delete(database: &mut Database, id: AssessmentId) -> Result<()> {
    database.write(|transaction| trash::delete(transaction, "assessment", id))
}

/// What is in the trash, the last deleted first.
pub fn trashed(database: &Database, now: &Now) -> Result<Vec<TrashedAssessmentView>> {
    let instruments = Instrument::bundled()?;
    let name = |id: &str| {
        let instrument = instruments.iter().find(|instrument| instrument.id == id);
        instrument.map_or_else(|| id.to_owned(), |instrument| instrument.name.clone())
    };
    let mut statement = database.connection().prepare_cached(
        "SELECT id, instrument, local_date, score, trashed_ms FROM assessment
         WHERE trashed_ms IS NOT NULL ORDER BY trashed_ms DESC, id DESC",
    )?;
    let rows = statement.query_map([], |row| {
        let instrument: String = row.get("instrument")?;
        Ok(TrashedAssessmentView {
            id: row.get("id")?,
            name: name(&instrument),
            instrument,
            date: row.get("local_date")?,
            score: row.get("score")?,
            trashed_on: now
                .local_date_of(row.get("trashed_ms")?)
                .unwrap_or_default(),
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}
