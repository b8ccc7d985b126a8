//! Practices in the trash.

use super::record::PracticeId;
use super::search;
use crate::error::Result;
use crate::time::Now;
use crate::trash;
use crate::vault::Database;

/// Moves a practice to the trash; one that is there already stays as it is.
pub fn trash(database: &mut Database, id: PracticeId, now: &Now) -> Result<()> {
    database.write(|transaction| {
        search::take_out(transaction, id)?;
        trash::put(transaction, "practice", id, now)
    })
}

/// Takes a practice back out of the trash.
pub fn restore(database: &mut Database, id: PracticeId) -> Result<()> {
    database.write(|transaction| {
        search::take_out(transaction, id)?;
        trash::take_back(transaction, "practice", id)?;
        search::put_in(transaction, id)
    })
}

/// Deletes a practice for good; `invalid` unless it is in the trash.
pub fn delete(database: &mut Database, id: PracticeId) -> Result<()> {
    database.write(|transaction| trash::delete(transaction, "practice", id))
}
