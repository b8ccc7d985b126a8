//! Forward-only schema changes, one transaction each. A migration that has shipped never changes.

use rusqlite::Connection;

use crate::error::Result;

/// Every migration in order; the database's `user_version` counts how many have run.
pub(super) const ALL: &[&str] = &[
    include_str!("../../migrations/0001_journal.sql"),
    include_str!("../../migrations/0002_practice.sql"),
    include_str!("../../migrations/0003_check_in.sql"),
    include_str!("../../migrations/0004_schedule.sql"),
    include_str!("../../migrations/0005_reminders.sql"),
    include_str!("../../migrations/0006_form_drafts.sql"),
];

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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    #[expect(
        clippy::disallowed_methods,
        reason = "a migration needs no key to be tried"
    )]
    fn a_migration_that_fails_halfway_leaves_the_schema_before_it() {
        let mut connection = Connection::open_in_memory().unwrap();
        let good = "CREATE TABLE first (id INTEGER PRIMARY KEY) STRICT;";
        let bad = "CREATE TABLE second (id INTEGER PRIMARY KEY) STRICT; CREATE TABLE first (id);";
        run(&mut connection, &[good, bad]).unwrap_err();
        let state = |connection: &Connection| -> (u32, u32) {
            let tables = "SELECT count(*) FROM sqlite_schema WHERE type = 'table'";
            let version = connection.pragma_query_value(None, "user_version", |row| row.get(0));
            (
                version.unwrap(),
                connection.query_row(tables, [], |row| row.get(0)).unwrap(),
            )
        };
        assert_eq!(state(&connection), (1, 1));
        let mended = "CREATE TABLE second (id INTEGER PRIMARY KEY) STRICT;";
        run(&mut connection, &[good, mended]).unwrap();
        assert_eq!(state(&connection), (2, 2), "only what is missing runs");
    }
}
