use evenkeel_core::error::ErrorCode;
use evenkeel_core::random::OsRandom;
use evenkeel_core::vault::{KeychainKey, OpenedWith, RecoveryWords, UnlockWith};
use evenkeel_tests::key_file;

use crate::fixture::{
    PASSPHRASE, assert_code, entry, files_of, found, made, made_with_entries, now, save, titles,
};

const NEW: &str = "a lantern left on the far shore";

#[test]
fn a_new_passphrase_takes_the_place_of_the_old_one() {
    let made = made();
    let mut open = made.unlock().unwrap();
    open.change_passphrase(Some(PASSPHRASE), NEW, &mut OsRandom)
        .unwrap();
    open.close().unwrap();
    assert_code(made.unlock(), ErrorCode::WrongKey);
    made.unlock_with(&UnlockWith::Passphrase(NEW)).unwrap();
    made.unlock_with(&UnlockWith::Recovery(&made.words))
        .unwrap();
}

#[test]
fn the_present_passphrase_is_asked_for_unless_the_recovery_words_opened_the_vault() {
    let made = made();
    let mut open = made.unlock().unwrap();
    assert_code(
        open.change_passphrase(Some("not this one"), NEW, &mut OsRandom),
        ErrorCode::WrongKey,
    );
    assert_code(
        open.change_passphrase(None, NEW, &mut OsRandom),
        ErrorCode::WrongKey,
    );
    assert_code(
        open.change_passphrase(Some(PASSPHRASE), "short", &mut OsRandom),
        ErrorCode::WeakPassphrase,
    );
    open.close().unwrap();

    let mut open = made
        .unlock_with(&UnlockWith::Recovery(&made.words))
        .unwrap();
    open.change_passphrase(None, NEW, &mut OsRandom).unwrap();
    assert_eq!(open.opened_with(), OpenedWith::Passphrase);
    assert_code(
        open.change_passphrase(None, PASSPHRASE, &mut OsRandom),
        ErrorCode::WrongKey,
    );
    open.close().unwrap();
    made.unlock_with(&UnlockWith::Passphrase(NEW)).unwrap();
}

#[test]
fn new_recovery_words_take_the_place_of_the_old_ones() {
    let made = made();
    let fresh = RecoveryWords::generate(&mut OsRandom).unwrap();
    let mut open = made.unlock().unwrap();
    open.replace_recovery(&fresh, &mut OsRandom).unwrap();
    open.close().unwrap();
    assert_code(
        made.unlock_with(&UnlockWith::Recovery(&made.words)),
        ErrorCode::WrongKey,
    );
    made.unlock_with(&UnlockWith::Recovery(&fresh)).unwrap();
    made.unlock().unwrap();
}

#[test]
fn the_keychain_opens_the_vault_only_between_accepting_and_removing_its_key() {
    let made = made();
    let open = made.unlock().unwrap();
    let offer = open.offer_keychain(&mut OsRandom).unwrap();
    open.close().unwrap();
    assert_code(
        made.unlock_with(&UnlockWith::Keychain(&offer.key)),
        ErrorCode::WrongKey,
    );

    let mut open = made.unlock().unwrap();
    open.accept_keychain(&offer, &mut OsRandom).unwrap();
    assert_eq!(open.keychain().as_ref(), Some(&offer.account));
    open.close().unwrap();
    let read_back = KeychainKey::from_bytes(offer.key.for_keychain()).unwrap();
    let mut open = made.unlock_with(&UnlockWith::Keychain(&read_back)).unwrap();
    assert_eq!(open.opened_with(), OpenedWith::Keychain);
    open.remove_keychain().unwrap();
    open.close().unwrap();
    assert_code(
        made.unlock_with(&UnlockWith::Keychain(&offer.key)),
        ErrorCode::WrongKey,
    );
    made.unlock().unwrap();
}

#[test]
fn the_keychain_never_gets_the_master_key() {
    let made = made();
    let offer = made
        .unlock()
        .unwrap()
        .offer_keychain(&mut OsRandom)
        .unwrap();
    let keys = key_file::open(&made.dir(), PASSPHRASE);
    assert!(![keys.master, keys.database].contains(offer.key.for_keychain()));
}

#[test]
fn a_foreign_entry_of_the_keychain_is_a_wrong_key() {
    let made = made();
    let mut open = made.unlock().unwrap();
    let offer = open.offer_keychain(&mut OsRandom).unwrap();
    open.accept_keychain(&offer, &mut OsRandom).unwrap();
    open.close().unwrap();
    let foreign = KeychainKey::generate(&mut OsRandom).unwrap();
    assert_code(
        made.unlock_with(&UnlockWith::Keychain(&foreign)),
        ErrorCode::WrongKey,
    );
    assert!(KeychainKey::from_bytes(b"another program's password").is_none());
}

#[test]
fn after_a_rekey_nothing_old_opens_anything_and_every_row_is_there() {
    let made = made_with_entries(40);
    let mut open = made.unlock().unwrap();
    let offer = open.offer_keychain(&mut OsRandom).unwrap();
    open.accept_keychain(&offer, &mut OsRandom).unwrap();
    open.snapshot_if_due(&now()).unwrap();
    let before = titles(&open);
    let old_files = files_of(&made.dir());
    let old_keys = key_file::open(&made.dir(), PASSPHRASE);
    let fresh = RecoveryWords::generate(&mut OsRandom).unwrap();
    open.rekey(Some(PASSPHRASE), NEW, &fresh, &mut OsRandom, &now())
        .unwrap();
    assert_eq!(titles(&open), before);
    let new_keys = key_file::open(&made.dir(), NEW);
    assert!(new_keys.master != old_keys.master && new_keys.database != old_keys.database);
    save(&mut open, &entry("After", "A kingfisher over the weir."));
    open.close().unwrap();

    for (path, bytes) in files_of(&made.dir()) {
        let same = old_files.get(&path) == Some(&bytes) && !bytes.is_empty();
        assert!(!same, "{} is as it was before the rekey", path.display());
    }
    assert_code(made.unlock(), ErrorCode::WrongKey);
    assert_code(
        made.unlock_with(&UnlockWith::Recovery(&made.words)),
        ErrorCode::WrongKey,
    );
    assert_code(
        made.unlock_with(&UnlockWith::Keychain(&offer.key)),
        ErrorCode::WrongKey,
    );
    let open = made.unlock_with(&UnlockWith::Recovery(&fresh)).unwrap();
    assert_eq!(found(&open, "kingfisher"), ["After"]);
    assert_eq!(titles(&open).len(), 41);
    assert!(
        open.newest_snapshot().is_some(),
        "a snapshot under the new key takes over"
    );
    open.close().unwrap();
    made.unlock_with(&UnlockWith::Passphrase(NEW)).unwrap();
}

/// A rekey touches three files. Every state that a power cut can leave between its steps opens,
/// either with the old passphrase or with the new one, and with all rows.
#[test]
fn a_rekey_broken_off_between_any_two_steps_leaves_old_or_new() {
    const FILES: [&str; 3] = ["vault.keys.2", "vault.keys", "vault.db"];
    let made = made_with_entries(5);
    let read = || FILES.map(|name| std::fs::read(made.path(name)).unwrap());
    let old = read();
    let fresh = RecoveryWords::generate(&mut OsRandom).unwrap();
    let mut open = made.unlock().unwrap();
    open.rekey(Some(PASSPHRASE), NEW, &fresh, &mut OsRandom, &now())
        .unwrap();
    open.close().unwrap();
    let new = read();
    // What has happened, the three files, the rekeyed copy, and the passphrase that then opens.
    type Step<'a> = (&'a str, [&'a Vec<u8>; 3], Option<&'a [u8]>, &'a str);
    let steps: [Step<'_>; 5] = [
        (
            "half a copy",
            [&old[0], &old[1], &old[2]],
            Some(&new[2][..5000]),
            PASSPHRASE,
        ),
        (
            "a whole copy",
            [&old[0], &old[1], &old[2]],
            Some(&new[2]),
            PASSPHRASE,
        ),
        (
            "one key file",
            [&new[0], &old[1], &old[2]],
            Some(&new[2]),
            PASSPHRASE,
        ),
        (
            "both key files",
            [&new[0], &new[1], &old[2]],
            Some(&new[2]),
            NEW,
        ),
        ("all done", [&new[0], &new[1], &new[2]], None, NEW),
    ];
    for (step, files, rekeyed, opens) in steps {
        for (name, bytes) in FILES.iter().zip(files) {
            std::fs::write(made.path(name), bytes).unwrap();
        }
        if let Some(bytes) = rekeyed {
            std::fs::write(made.path("vault.db.rekey"), bytes).unwrap();
        }
        let open = made
            .unlock_with(&UnlockWith::Passphrase(opens))
            .unwrap_or_else(|error| panic!("after {step}: {error}"));
        assert_eq!(titles(&open).len(), 5, "after {step}");
        open.close().unwrap();
        assert!(!made.path("vault.db.rekey").exists(), "after {step}");
        let other = if opens == NEW { PASSPHRASE } else { NEW };
        assert_code(
            made.unlock_with(&UnlockWith::Passphrase(other)),
            ErrorCode::WrongKey,
        );
    }
}

#[test]
fn a_rekey_with_a_wrong_passphrase_changes_nothing() {
    let made = made_with_entries(1);
    let mut open = made.unlock().unwrap();
    let before = files_of(&made.dir());
    let fresh = RecoveryWords::generate(&mut OsRandom).unwrap();
    let wrong = open.rekey(Some("not this one"), NEW, &fresh, &mut OsRandom, &now());
    assert_code(wrong, ErrorCode::WrongKey);
    let weak = open.rekey(Some(PASSPHRASE), "short", &fresh, &mut OsRandom, &now());
    assert_code(weak, ErrorCode::WeakPassphrase);
    assert_eq!(files_of(&made.dir()), before);
}
