//! The place of a row in time: its instant in milliseconds, times 1024, plus a tie-breaker. It orders
//! a table, and is the row number in its full-text index, so that a search reads newest first.

use rusqlite::{Row, Transaction};

use crate::error::{Error, Result};
use crate::time::Stamp;

/// The first free position of a millisecond: after every row that is there already.
pub(crate) fn free_position(
    transaction: &Transaction<'_>,
    table: &str,
    stamp: Stamp,
) -> Result<i64> {
    let (first, last) = (stamp.instant_ms << 10, (stamp.instant_ms << 10) + 1023);
    let taken: Option<i64> = transaction
        .prepare_cached(&format!(
            "SELECT max(position) FROM {table} WHERE position BETWEEN ?1 AND ?2"
        ))?
        .query_row([first, last], |row| row.get(0))?;
    match taken {
        None => Ok(first),
        Some(position) if position < last => Ok(position + 1),
        Some(_) => Err(Error::invalid("too many rows at one time")),
    }
}

/// The local date and time of a row with `instant_ms` and `offset_minutes`.
pub(crate) fn local_parts(row: &Row<'_>) -> rusqlite::Result<(String, String)> {
    let stamp = Stamp {
        instant_ms: row.get("instant_ms")?,
        offset_minutes: row.get("offset_minutes")?,
    };
    let local = stamp.local();
    Ok((
        local.format("%Y-%m-%d").to_string(),
        local.format("%H:%M").to_string(),
    ))
}
