//! Changes of the schedule, and how the last one is taken back.

use std::collections::BTreeMap;

use rusqlite::{OptionalExtension, Transaction};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::series::{CalendarId, EventId, Series};
use super::store;
use crate::error::{Error, Result};
use crate::vault::Database;

/// What a change replaced and what it made. It can be taken back until something else changes any
/// of it, so that nothing is lost that was said since.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Undo {
    before: Vec<Series>,
    made: Vec<EventId>,
    calendars_before: Vec<Calendar>,
    calendars_made: Vec<CalendarId>,
    /// SHA-256 of what the change left, in hexadecimal.
    after: String,
}

impl std::fmt::Debug for Undo {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("Undo(private)")
    }
}

/// A file that events were taken in from.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Calendar {
    /// 0 until it is written for the first time.
    pub id: CalendarId,
    pub name: String,
    /// The last time.
    pub imported_ms: i64,
}

/// The parts of one change, in one transaction.
#[derive(Default)]
pub(super) struct Changes {
    before: BTreeMap<EventId, Series>,
    made: Vec<EventId>,
    calendars_before: BTreeMap<CalendarId, Calendar>,
    calendars_made: Vec<CalendarId>,
}

impl Changes {
    /// Writes a series that is there in place of what it was.
    pub fn replace(&mut self, transaction: &Transaction<'_>, series: &Series) -> Result<()> {
        let id = series.event.id;
        if !self.made.contains(&id) && !self.before.contains_key(&id) {
            self.before.insert(id, store::read(transaction, id)?);
        }
        store::write(transaction, series)?;
        Ok(())
    }

    /// Writes a new series, whose homework other series of this change had; answers its id.
    pub fn add(&mut self, transaction: &Transaction<'_>, series: &Series) -> Result<EventId> {
        let id = store::write(transaction, series)?;
        self.made.push(id);
        Ok(id)
    }

    /// Writes a calendar, a new one or one that is there; answers its id.
    pub fn calendar(
        &mut self,
        transaction: &Transaction<'_>,
        calendar: &Calendar,
    ) -> Result<CalendarId> {
        if calendar.id == 0 {
            transaction.execute(
                "INSERT INTO calendar (name, imported_ms) VALUES (?1, ?2)",
                (&calendar.name, calendar.imported_ms),
            )?;
            let id = transaction.last_insert_rowid();
            self.calendars_made.push(id);
            return Ok(id);
        }
        if !self.calendars_made.contains(&calendar.id) {
            let before = read_calendar(transaction, calendar.id)?;
            let before = before.ok_or(super::series::NO_SUCH_EVENT)?;
            self.calendars_before.entry(before.id).or_insert(before);
        }
        write_calendar(transaction, calendar)?;
        Ok(calendar.id)
    }

    /// How to take it all back.
    pub fn undo(self, transaction: &Transaction<'_>) -> Result<Undo> {
        let mut undo = Undo {
            before: self.before.into_values().collect(),
            made: self.made,
            calendars_before: self.calendars_before.into_values().collect(),
            calendars_made: self.calendars_made,
            after: String::new(),
        };
        undo.after = undo.state(transaction)?;
        Ok(undo)
    }
}

impl Undo {
    /// A digest of everything that the change touched, as it is now.
    fn state(&self, transaction: &Transaction<'_>) -> Result<String> {
        let mut digest = Sha256::new();
        let changed = self.before.iter().map(|series| series.event.id);
        for id in changed.chain(self.made.iter().copied()) {
            let series = store::all(transaction, "id = ?1", [id])?.pop();
            hash(&mut digest, &series)?;
        }
        let changed = self.calendars_before.iter().map(|calendar| calendar.id);
        for id in changed.chain(self.calendars_made.iter().copied()) {
            hash(&mut digest, &read_calendar(transaction, id)?)?;
        }
        let digest = digest.finalize();
        Ok(digest.iter().map(|byte| format!("{byte:02x}")).collect())
    }
}

fn hash(digest: &mut Sha256, value: &impl Serialize) -> Result<()> {
    let bytes = serde_json::to_vec(value).map_err(|_| Error::internal("a series has no text"))?;
    digest.update(bytes);
    Ok(())
}

/// Takes a change back: everything it touched is as it was before. `invalid`: some of it has been
/// changed since.
pub fn undo(database: &mut Database, undo: &Undo) -> Result<()> {
    database.write(|transaction| {
        if undo.state(transaction)? != undo.after {
            return Err(Error::invalid("changed since"));
        }
        for id in &undo.made {
            store::unmake(transaction, *id)?;
        }
        // What follows what may be the other way round: first nothing follows anything.
        for series in &undo.before {
            transaction
                .prepare_cached("UPDATE event SET follows = NULL WHERE id = ?1")?
                .execute([series.event.id])?;
        }
        for series in &undo.before {
            store::write(transaction, series)?;
        }
        for calendar in &undo.calendars_before {
            write_calendar(transaction, calendar)?;
        }
        for id in &undo.calendars_made {
            transaction.execute("DELETE FROM calendar WHERE id = ?1", [id])?;
        }
        Ok(())
    })
}

fn read_calendar(transaction: &Transaction<'_>, id: CalendarId) -> Result<Option<Calendar>> {
    let calendar = transaction
        .prepare_cached("SELECT id, name, imported_ms FROM calendar WHERE id = ?1")?
        .query_row([id], |row| {
            Ok(Calendar {
                id: row.get("id")?,
                name: row.get("name")?,
                imported_ms: row.get("imported_ms")?,
            })
        })
        .optional()?;
    Ok(calendar)
}

fn write_calendar(transaction: &Transaction<'_>, calendar: &Calendar) -> Result<()> {
    transaction
        .prepare_cached("UPDATE calendar SET name = ?2, imported_ms = ?3 WHERE id = ?1")?
        .execute((calendar.id, &calendar.name, calendar.imported_ms))?;
    Ok(())
}
