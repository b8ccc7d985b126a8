//! The trash: what was deleted stays for thirty days. A row is in it since its `trashed_ms`.

use chrono::TimeDelta;
use rusqlite::Transaction;

use crate::error::{Error, ErrorCode, Result};
use crate::time::Now;
use crate::vault::Database;

const TRASH_DAYS: i64 = 30;

const TABLES: [&str; 6] = [
    "entry",
    "practice",
    "check_in",
    "assessment",
    "event",
    "homework",
];

const NO_SUCH_ROW: Error = Error::new(ErrorCode::NotFound, "nothing to throw away or take back");

/// Puts a row into the trash; one that is there already stays as it is.
///
/// `not_found`: there is no such row.
pub(crate) fn put(transaction: &Transaction<'_>, table: &str, id: i64, now: &Now) -> Result<()> {
    let changed = transaction
        .prepare_cached(&format!(
            "UPDATE {table} SET trashed_ms = ifnull(trashed_ms, ?2) WHERE id = ?1"
        ))?
        .execute((id, now.millis()))?;
    require(changed > 0)
}

/// Takes a row back out of the trash. `not_found`: there is no such row.
pub(crate) fn take_back(transaction: &Transaction<'_>, table: &str, id: i64) -> Result<()> {
    let changed = transaction
        .prepare_cached(&format!(
            "UPDATE {table} SET trashed_ms = NULL WHERE id = ?1"
        ))?
        .execute([id])?;
    require(changed > 0)
}

/// Deletes a row for good. `not_found`: there is no such row; `invalid`: it is not in the trash.
pub(crate) fn delete(transaction: &Transaction<'_>, table: &str, id: i64) -> Result<()> {
    let deleted = transaction
        .prepare_cached(&format!(
            "DELETE FROM {table} WHERE id = ?1 AND trashed_ms IS NOT NULL"
        ))?
        .execute([id])?;
    if deleted > 0 {
        return Ok(());
    }
    let is_there = transaction
        .prepare_cached(&format!("SELECT 1 FROM {table} WHERE id = ?1"))?
        .exists([id])?;
    require(is_there)?;
    Err(Error::invalid(
        "only what is in the trash is deleted for good",
    ))
}

fn require(is_there: bool) -> Result<()> {
    if is_there { Ok(()) } else { Err(NO_SUCH_ROW) }
}

/// Deletes what has been in the trash for more than [`TRASH_DAYS`].
pub(crate) fn purge(database: &mut Database, now: &Now) -> Result<()> {
    let oldest = now.instant - TimeDelta::days(TRASH_DAYS);
    database.write(|transaction| {
        for table in TABLES {
            transaction.execute(
                &format!("DELETE FROM {table} WHERE trashed_ms < ?1"),
                [oldest.timestamp_millis()],
            )?;
        }
        Ok(())
    })
}
