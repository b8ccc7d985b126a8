//! Forward-only schema changes, one transaction each. A migration that has shipped never changes.

use rusqlite::Connection;

use crate::error::Result;

/// Every migration in order; the database's `user_version` counts how many have run.
pub(super) const ALL: &[&str] = &[include_str!("../../migrations/0001_journal.sql")];

/// The schema version that this app writes.
pub(super) fn newest() -> u32 {
    (1..).zip(ALL).last().map_or(0, |(version, _)| version)
}

/// Runs what is missing. A migration that fails leaves the database as it was before it.
pub(super) fn run(connection: &mut Connection, migrations: &[&str]) -> Result<()> {
    let done: u32 = connection.pragma_query_value(None, "user_version", |row| row.get(0))?;
    for (version, sql) in (1_u32..)
        .zip(migrations)
        .filter(|(version, _)| *version > done)
    {
        let transaction = connection.transaction()?;
        transaction.execute_batch(sql)?;
        transaction.pragma_update(None, "user_version", version)?;
        transaction.commit()?;
    }
    Ok(())
}
