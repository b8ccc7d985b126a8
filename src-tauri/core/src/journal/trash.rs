//! The trash: what was deleted stays for thirty days.

use chrono::TimeDelta;
use rusqlite::Transaction;

use super::entry::NO_SUCH_ENTRY;
use super::list::{SUMMARY_COLUMNS, summary, with_tags};
use super::{EntryId, EntrySummaryView, search};
use crate::error::{Error, Result};
use crate::time::Now;
use crate::vault::Database;

pub const TRASH_DAYS: i64 = 30;

/// Moves an entry to the trash; one that is there already stays as it is.
pub fn trash(database: &mut Database, id: EntryId, now: &Now) -> Result<()> {
    database.write(|transaction| {
        require(transaction, id)?;
        search::take_out(transaction, id)?;
        transaction.execute(
            "UPDATE entry SET trashed_ms = ?2 WHERE id = ?1 AND trashed_ms IS NULL",
            (id, now.millis()),
        )?;
        Ok(())
    })
}

/// Takes an entry back out of the trash.
pub fn restore(database: &mut Database, id: EntryId) -> Result<()> {
    database.write(|transaction| {
        require(transaction, id)?;
        search::take_out(transaction, id)?;
        transaction.execute("UPDATE entry SET trashed_ms = NULL WHERE id = ?1", [id])?;
        search::put_in(transaction, id)
    })
}

/// Deletes an entry for good; `invalid` unless it is in the trash.
pub fn delete(database: &mut Database, id: EntryId) -> Result<()> {
    database.write(|transaction| {
        require(transaction, id)?;
        let deleted = transaction.execute(
            "DELETE FROM entry WHERE id = ?1 AND trashed_ms IS NOT NULL",
            [id],
        )?;
        if deleted == 0 {
            return Err(Error::invalid(
                "only an entry in the trash is deleted for good",
            ));
        }
        Ok(())
    })
}

/// Deletes what has been in the trash for more than [`TRASH_DAYS`]; answers how many.
pub fn purge(database: &mut Database, now: &Now) -> Result<usize> {
    let oldest = now.instant - TimeDelta::days(TRASH_DAYS);
    database.write(|transaction| {
        Ok(transaction.execute(
            "DELETE FROM entry WHERE trashed_ms < ?1",
            [oldest.timestamp_millis()],
        )?)
    })
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

fn require(transaction: &Transaction<'_>, id: EntryId) -> Result<()> {
    let there: bool = transaction
        .prepare_cached("SELECT EXISTS (SELECT 1 FROM entry WHERE id = ?1)")?
        .query_row([id], |row| row.get(0))?;
    if there { Ok(()) } else { Err(NO_SUCH_ENTRY) }
}
