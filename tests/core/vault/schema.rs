//! Old data opens in a new app; new data is refused by an old one without a byte changed.

use std::path::Path;

use evenkeel_core::error::ErrorCode;
use evenkeel_core::journal::{self, Kind};
use evenkeel_core::vault::{UnlockWith, Vault};
use rusqlite::Connection;

use crate::fixture::{
    FAST, Made, PASSPHRASE, assert_code, entry, files_of, found, made, now, save, titles,
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

/// `fixtures/schema-1` was written once by the first version and never changes.
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
    assert_eq!(titles(&open), ["Third", "Backdated", "First"]);
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

/// Writes `fixtures/schema-1`. For the record of how it was made; it refuses to make it again.
#[test]
#[ignore = "made the frozen fixture once"]
fn make_the_frozen_fixture() {
    let frozen = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/schema-1");
    assert!(!frozen.exists(), "a frozen fixture is never made again");
    let vault = Vault::at(frozen.clone(), FAST).unwrap();
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
        ..crate::fixture::dated("Backdated", "2026-11-01", "01:30")
    };
    save(&mut open, &backdated);
    let third = save(&mut open, &entry("Third", "More."));
    let fourth = save(&mut open, &entry("In the trash", "Gone soon."));
    journal::trash(open.database_mut(), fourth, &now()).unwrap();
    let order = journal::JournalSaveRequest {
        id: Some(third),
        ..crate::fixture::dated("Third", "2026-11-22", "11:00")
    };
    save(&mut open, &order);
    open.close().unwrap();
    std::fs::remove_file(frozen.join("vault.lock")).unwrap();
}
