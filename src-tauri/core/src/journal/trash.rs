//! Entries in the trash.

use super::list::{SUMMARY_COLUMNS, summary, with_tags};
use super::{EntryId, EntrySummaryView, search};
use crate::error::Result;
use crate::time::Now;
use crate::trash;
use crate::vault::Database;

/// Moves an entry to the trash; one that is there already stays as it is.
pub fn trash(database: &mut Database, id: EntryId, now: &Now) -> Result<()> {
    database.write(|transaction| {
        search::take_out(transaction, id)?;
        trash::put(transaction, "entry", id, now)
    })
}

/// Takes an entry back out of the trash.
pub fn restore(database: &mut Database, id: EntryId) -> Result<()> {
    database.write(|transaction| {
        search::take_out(transaction, id)?;
        trash::take_back(transaction, "entry", id)?;
        search::put_in(transaction, id)
    })
}

/// Deletes an entry for good; `invalid` unless it is in the trash.
pub fn delete(database: &mut Database, id: EntryId) -> Result<()> {
    database.write(|transaction| trash::delete(transaction, "entry", id))
}

/// What is in the trash, the last deleted first.
pub fn trashed(database: &Database, now: &Now) -> Result<Vec<EntrySummaryView>> {
    let mut statement = database.connection().prepare_cached(&format!(
        "SELECT {SUMMARY_COLUMNS} FROM entry WHERE trashed_ms IS NOT NULL ORDER BY trashed_ms DESC"
    ))?;
    let rows = statement.query_map([], |row| {
        let trashed_ms: i64 = row.get("trashed_ms")?;
        Ok(EntrySummaryView {
            trashed_on: now.local_date_of(trashed_ms),
            ..summary(row)?
        })
    })?;
    with_tags(database, rows.collect::<rusqlite::Result<_>>()?)
}
