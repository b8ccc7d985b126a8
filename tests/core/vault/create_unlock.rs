use std::os::unix::fs::PermissionsExt;

use evenkeel_core::error::ErrorCode;
use evenkeel_core::random::OsRandom;
use evenkeel_core::vault::{KdfPolicy, LockedVault, OpenedWith, UnlockWith, Vault, VaultState};

use crate::fixture::{FAST, PASSPHRASE, assert_code, entry, found, made, now, save};

#[test]
fn a_new_folder_holds_no_vault_until_one_is_made() {
    let folder = tempfile::tempdir().unwrap();
    let vault = Vault::at(folder.path().join("a/b"), FAST).unwrap();
    assert_eq!(vault.state().unwrap(), VaultState::New);
}

#[test]
fn what_was_written_is_there_after_unlocking_again() {
    let made = made();
    let mut open = made.unlock().unwrap();
    save(
        &mut open,
        &entry("First", "A heron stood in the shallow water."),
    );
    open.close().unwrap();

    let open = made.unlock().unwrap();
    assert_eq!(open.opened_with(), OpenedWith::Passphrase);
    assert_eq!(found(&open, "heron"), ["First"]);
}

#[test]
fn recovery_words_open_it_too() {
    let made = made();
    let open = made
        .unlock_with(&UnlockWith::Recovery(&made.words))
        .unwrap();
    assert_eq!(open.opened_with(), OpenedWith::Recovery);
}

#[test]
fn a_passphrase_is_the_same_in_composed_and_decomposed_unicode() {
    let folder = tempfile::tempdir().unwrap();
    let vault = Vault::at(folder.path().to_owned(), FAST).unwrap();
    let words = evenkeel_core::vault::RecoveryWords::generate(&mut OsRandom).unwrap();
    vault
        .create("Grüne Vögel über dem Moor", &words, &mut OsRandom)
        .unwrap()
        .close()
        .unwrap();
    let decomposed = "Gru\u{308}ne Vo\u{308}gel u\u{308}ber dem Moor";
    vault
        .unlock(&UnlockWith::Passphrase(decomposed), false, &now())
        .unwrap();
}

#[test]
fn the_standard_costs_are_those_promised_and_open_again() {
    let policy = KdfPolicy::STANDARD;
    assert_eq!(
        (
            policy.new.memory_kib,
            policy.new.iterations,
            policy.new.parallelism
        ),
        (262_144, 3, 1)
    );
    assert_eq!(policy.floor.memory_kib, 65_536);
    let folder = tempfile::tempdir().unwrap();
    let vault = Vault::at(folder.path().to_owned(), policy).unwrap();
    let words = evenkeel_core::vault::RecoveryWords::generate(&mut OsRandom).unwrap();
    vault
        .create(PASSPHRASE, &words, &mut OsRandom)
        .unwrap()
        .close()
        .unwrap();
    vault
        .unlock(&UnlockWith::Passphrase(PASSPHRASE), false, &now())
        .unwrap();
}

#[test]
fn a_slot_below_the_floor_is_refused_before_it_runs() {
    let made = made();
    drop(made.vault());
    let strict = Vault::at(made.dir(), KdfPolicy::STANDARD).unwrap();
    let outcome = strict.unlock(&UnlockWith::Passphrase(PASSPHRASE), false, &now());
    assert_code(outcome, ErrorCode::DamagedKeys);
}

#[test]
fn only_the_owner_may_enter_the_folder_or_read_a_file() {
    let made = made();
    let mode = |path| std::fs::metadata(path).unwrap().permissions().mode() & 0o777;
    assert_eq!(mode(made.dir()), 0o700);
    for name in ["vault.db", "vault.keys", "vault.keys.2", "vault.lock"] {
        assert_eq!(mode(made.path(name)), 0o600, "{name}");
    }
}

#[test]
fn a_vault_is_never_made_over_another() {
    let made = made();
    let before = std::fs::read(made.path("vault.keys")).unwrap();
    let outcome = made.vault().create(PASSPHRASE, &made.words, &mut OsRandom);
    assert_code(outcome, ErrorCode::Invalid);
    assert_eq!(std::fs::read(made.path("vault.keys")).unwrap(), before);
}

#[test]
fn a_vault_is_never_made_over_data_without_keys_or_keys_without_data() {
    for lost in [["vault.keys", "vault.keys.2"].as_slice(), &["vault.db"]] {
        let made = made();
        for name in lost {
            std::fs::remove_file(made.path(name)).unwrap();
        }
        let outcome = made.vault().create(PASSPHRASE, &made.words, &mut OsRandom);
        assert_code(outcome, ErrorCode::Invalid);
        assert_code(made.unlock(), ErrorCode::Missing);
    }
}

#[test]
fn a_crash_while_the_vault_was_made_leaves_a_new_folder_or_a_whole_vault() {
    let made = made();
    // Before the keys: only the unfinished database is there.
    std::fs::rename(made.path("vault.db"), made.path("vault.db.rekey")).unwrap();
    let keys = std::fs::read(made.path("vault.keys")).unwrap();
    std::fs::remove_file(made.path("vault.keys")).unwrap();
    std::fs::remove_file(made.path("vault.keys.2")).unwrap();
    assert_eq!(made.vault().state().unwrap(), VaultState::New);
    // After them: the unlock finishes the work.
    std::fs::write(made.path("vault.keys"), keys).unwrap();
    made.unlock().unwrap();
    assert!(made.path("vault.db").exists());
}

#[test]
fn a_locked_vault_tells_nothing_but_that_it_is_there() {
    let made = made();
    let expected = LockedVault {
        keychain: None,
        snapshot: None,
    };
    assert_eq!(made.vault().state().unwrap(), VaultState::Locked(expected));
}

#[test]
fn one_process_owns_the_folder_and_a_lock_file_left_behind_is_no_owner() {
    let made = made();
    assert!(
        made.path("vault.lock").exists(),
        "left behind by the vault that made() dropped"
    );
    let first = made.vault();
    assert_code(Vault::at(made.dir(), FAST), ErrorCode::InUse);
    drop(first);
    made.vault();
}

#[test]
fn a_folder_that_is_gone_is_not_made_anew_while_running() {
    let made = made();
    let vault = made.vault();
    std::fs::remove_dir_all(made.dir()).unwrap();
    assert_code(vault.state(), ErrorCode::Missing);
}

/// Some systems keep `/home` behind a symbolic link.
#[test]
fn a_folder_behind_a_symbolic_link_works_too() {
    let made = made();
    let link = made.folder.path().join("link");
    std::os::unix::fs::symlink(made.dir(), &link).unwrap();
    let vault = Vault::at(link, FAST).unwrap();
    vault
        .unlock(&UnlockWith::Passphrase(PASSPHRASE), false, &now())
        .unwrap();
}

#[test]
fn deleting_everything_leaves_a_folder_without_a_vault() {
    let made = made();
    let vault = made.vault();
    vault.delete_everything().unwrap();
    assert_eq!(vault.state().unwrap(), VaultState::New);
    let left: Vec<_> = std::fs::read_dir(made.dir())
        .unwrap()
        .map(|entry| entry.unwrap().file_name())
        .collect();
    assert_eq!(left, ["vault.lock"]);
}
