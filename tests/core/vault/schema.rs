//! Old data opens in a new app; new data is refused by an old one without a byte changed.

use std::path::Path;

use evenkeel_core::error::ErrorCode;
use evenkeel_core::journal::{self, Kind};
use evenkeel_core::vault::{UnlockWith, Vault};
use rusqlite::Connection;

use crate::fixture::{
    FAST, Made, PASSPHRASE, assert_code, dated, entry, files_of, found, made, now, save, titles,
};

/// The database as SQLCipher sees it, past the core.
fn raw(made: &Made) -> Connection {
    let key = evenkeel_tests::key_file::open(&made.dir(), PASSPHRASE).database;
    let connection = Connection::open(made.path("vault.db")).unwrap();
    let key: String = key.iter().map(|byte| format!("{byte:02x}")).collect();
    connection
        .execute_batch(&format!("PRAGMA key = \"x'{key}'\""))
        .unwrap();
    connection
}

fn schema_of(made: &Made) -> Vec<String> {
    let connection = raw(made);
    let mut statement = connection
        .prepare(
            "SELECT type || ' ' || name || ' ' || coalesce(sql, '') FROM sqlite_schema ORDER BY 1",
        )
        .unwrap();
    statement
        .query_map([], |row| row.get(0))
        .unwrap()
        .map(Result::unwrap)
        .collect()
}

#[test]
fn a_newer_schema_is_refused_and_not_a_byte_is_changed() {
    let made = made();
    raw(&made)
        .pragma_update(None, "user_version", 9_999)
        .unwrap();
    let before = files_of(&made.dir());
    assert_code(made.unlock(), ErrorCode::TooNew);
    let with_snapshot = made
        .vault()
        .unlock(&UnlockWith::Passphrase(PASSPHRASE), true, &now());
    assert_code(with_snapshot, ErrorCode::DamagedData);
    assert_eq!(files_of(&made.dir()), before);
}

/// `fixtures/schema-1` was written by the first version.
#[test]
fn the_first_versions_vault_opens_with_all_its_rows_and_todays_schema() {
    let frozen = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/schema-1");
    let old = Made {
        folder: tempfile::tempdir().unwrap(),
        words: words(),
    };
    std::fs::create_dir(old.dir()).unwrap();
    for name in ["vault.db", "vault.keys", "vault.keys.2"] {
        std::fs::copy(frozen.join(name), old.path(name)).unwrap();
    }
    let open = old.unlock().unwrap();
    assert_eq!(titles(&open), ["Third", "First", "Backdated"]);
    assert_eq!(found(&open, "sandpiper"), ["First"]);
    let view = journal::read(open.database(), 2).unwrap();
    assert_eq!(
        (view.kind, view.date.as_str(), view.time.as_str()),
        (Kind::Gratitude, "2026-11-01", "01:30")
    );
    assert_eq!(
        (view.tags, view.prompt.as_deref()),
        (vec!["group".to_owned()], Some("What was kind today?"))
    );
    assert_eq!(journal::trashed(open.database(), &now()).unwrap().len(), 1);
    open.close().unwrap();
    old.unlock_with(&UnlockWith::Recovery(&words()))
        .unwrap()
        .close()
        .unwrap();
    assert_eq!(
        schema_of(&old),
        schema_of(&made()),
        "migrated and fresh are the same"
    );
}

fn words() -> evenkeel_core::vault::RecoveryWords {
    let words = "legal winner thank year wave sausage worth useful legal winner thank yellow";
    evenkeel_core::vault::RecoveryWords::parse(words).unwrap()
}

/// Each schema that ships is kept as a vault with rows. `EVENKEEL_UPDATE=1` makes the one that is
/// missing; one that exists is never made again.
#[test]
fn every_schema_has_a_frozen_fixture() {
    let tests = Path::new(env!("CARGO_MANIFEST_DIR"));
    let migrations = tests.join("../src-tauri/core/migrations");
    for version in 1..=std::fs::read_dir(migrations).unwrap().count() {
        let frozen = tests.join(format!("fixtures/schema-{version}"));
        if std::env::var_os("EVENKEEL_UPDATE").is_some() && !frozen.exists() {
            freeze(&frozen);
        }
        assert!(
            frozen.join("vault.db").exists(),
            "{} is missing",
            frozen.display()
        );
    }
}

fn freeze(dir: &Path) {
    let vault = Vault::at(dir.to_owned(), FAST).unwrap();
    let mut open = vault
        .create(PASSPHRASE, &words(), &mut evenkeel_core::random::OsRandom)
        .unwrap();
    save(
        &mut open,
        &entry("First", "A sandpiper ran along the tide line."),
    );
    let backdated = journal::JournalSaveRequest {
        kind: Kind::Gratitude,
        tags: vec!["Group".to_owned()],
        prompt: Some("What was kind today?".to_owned()),
        ..dated("Backdated", "2026-11-01", "01:30")
    };
    save(&mut open, &backdated);
    save(&mut open, &dated("Third", "2026-11-22", "11:00"));
    let fourth = save(&mut open, &entry("In the trash", "Gone soon."));
    journal::trash(open.database_mut(), fourth, &now()).unwrap();
    open.close().unwrap();
    std::fs::remove_file(dir.join("vault.lock")).unwrap();
}
