//! The skills-breakdown point: the intensity above which only crisis-survival skills are offered.

use rusqlite::{OptionalExtension, Transaction};

use crate::error::{Error, Result};
use crate::vault::Database;

/// Holds until the participant sets their own.
pub const DEFAULT_POINT: u8 = 70;

/// The participant's own point.
pub fn point(database: &Database) -> Result<Option<u8>> {
    let point = database
        .connection()
        .query_row("SELECT strength FROM breakdown_point", [], |row| row.get(0))
        .optional()?;
    Ok(point)
}

/// Sets the participant's own point, 0 to 100; `None` goes back to the default.
pub fn save(database: &mut Database, point: Option<u8>) -> Result<()> {
    if point.is_some_and(|point| point > 100) {
        return Err(Error::invalid("a breakdown point out of range"));
    }
    database.write(|transaction| set(transaction, point))
}

pub(crate) fn set(transaction: &Transaction<'_>, point: Option<u8>) -> Result<()> {
    match point {
        Some(point) => transaction.execute(
            "INSERT INTO breakdown_point (id, strength) VALUES (1, ?1)
             ON CONFLICT (id) DO UPDATE SET strength = excluded.strength",
            [point],
        )?,
        None => transaction.execute("DELETE FROM breakdown_point", [])?,
    };
    Ok(())
}
