//! The trash of practices: what was deleted stays for thirty days.

use chrono::TimeDelta;
use rusqlite::Transaction;

use super::record::{NO_SUCH_PRACTICE, PracticeId};
use super::search;
use crate::error::{Error, Result};
use crate::journal::TRASH_DAYS;
use crate::time::Now;
use crate::vault::Database;

/// Moves a practice to the trash; one that is there already stays as it is.
pub fn trash(database: &mut Database, id: PracticeId, now: &Now) -> Result<()> {
    database.write(|transaction| {
        require(transaction, id)?;
        search::take_out(transaction, id)?;
        transaction.execute(
            "UPDATE practice SET trashed_ms = ?2 WHERE id = ?1 AND trashed_ms IS NULL",
            (id, now.millis()),
        )?;
        Ok(())
    })
}

/// Takes a practice back out of the trash.
pub fn restore(database: &mut Database, id: PracticeId) -> Result<()> {
    database.write(|transaction| {
        require(transaction, id)?;
        search::take_out(transaction, id)?;
        transaction.execute("UPDATE practice SET trashed_ms = NULL WHERE id = ?1", [id])?;
        search::put_in(transaction, id)
    })
}

/// Deletes a practice for good; `invalid` unless it is in the trash.
pub fn delete(database: &mut Database, id: PracticeId) -> Result<()> {
    database.write(|transaction| {
        require(transaction, id)?;
        let deleted = transaction.execute(
            "DELETE FROM practice WHERE id = ?1 AND trashed_ms IS NOT NULL",
            [id],
        )?;
        if deleted == 0 {
            return Err(Error::invalid(
                "only what is in the trash is deleted for good",
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
            "DELETE FROM practice WHERE trashed_ms < ?1",
            [oldest.timestamp_millis()],
        )?)
    })
}

fn require(transaction: &Transaction<'_>, id: PracticeId) -> Result<()> {
    let there: bool = transaction
        .prepare_cached("SELECT EXISTS (SELECT 1 FROM practice WHERE id = ?1)")?
        .query_row([id], |row| row.get(0))?;
    if there { Ok(()) } else { Err(NO_SUCH_PRACTICE) }
}
