//! Safety gates: the last answer at each, and nothing more of it.

use chrono::TimeDelta;
use rusqlite::{Connection, OptionalExtension, Transaction};

use crate::error::Result;
use crate::time::Now;

/// An answer holds for this long; then it is asked again.
const HOLDS_DAYS: i64 = 30;

/// The answer that still holds.
pub(super) fn asked(connection: &Connection, gate: &str, now: &Now) -> Result<Option<bool>> {
    let answer = connection
        .prepare_cached("SELECT ok FROM gate WHERE gate = ?1 AND asked_ms > ?2")?
        .query_row((gate, oldest(now)), |row| row.get(0))
        .optional()?;
    Ok(answer)
}

/// The gates at which "not ok" still holds.
pub(crate) fn refused(connection: &Connection, now: &Now) -> Result<Vec<String>> {
    let mut statement =
        connection.prepare_cached("SELECT gate FROM gate WHERE ok = 0 AND asked_ms > ?1")?;
    let rows = statement.query_map([oldest(now)], |row| row.get(0))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// An answer that still holds keeps its date when it is given again: it is asked anew each month.
pub(super) fn set(transaction: &Transaction<'_>, gate: &str, ok: bool, now: &Now) -> Result<()> {
    transaction.execute(
        "INSERT INTO gate (gate, ok, asked_ms) VALUES (?1, ?2, ?3)
         ON CONFLICT (gate) DO UPDATE SET ok = excluded.ok, asked_ms = excluded.asked_ms
             WHERE ok <> excluded.ok OR asked_ms <= ?4",
        (gate, ok, now.millis(), oldest(now)),
    )?;
    Ok(())
}

fn oldest(now: &Now) -> i64 {
    (now.instant - TimeDelta::days(HOLDS_DAYS)).timestamp_millis()
}
