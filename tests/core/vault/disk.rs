//! A full disk and a folder that may not be written: the right code, and nothing lost.

use std::path::{Path, PathBuf};
use std::process::Command;

use evenkeel_core::error::ErrorCode;
use evenkeel_core::journal;
use evenkeel_core::random::OsRandom;
use evenkeel_core::vault::{RecoveryWords, UnlockWith, Vault};

use crate::fixture::{FAST, PASSPHRASE, assert_code, entry, long_text, now, titles};

/// A small disk of its own, taken down again at the end.
struct SmallDisk(PathBuf);

impl SmallDisk {
    /// `None` where this process may not mount.
    fn mount(dir: &Path, options: &str) -> Option<Self> {
        let mounted = Command::new("mount")
            .args(["-t", "tmpfs", "-o", options, "tmpfs"])
            .arg(dir)
            .stderr(std::process::Stdio::null())
            .status();
        mounted
            .is_ok_and(|status| status.success())
            .then(|| Self(dir.to_owned()))
    }
}

impl Drop for SmallDisk {
    fn drop(&mut self) {
        let _ = Command::new("umount").arg("-l").arg(&self.0).status();
    }
}

#[test]
fn on_a_full_disk_saving_says_so_and_every_saved_entry_stays() {
    let folder = tempfile::tempdir().unwrap();
    let Some(_disk) = SmallDisk::mount(folder.path(), "size=8m") else {
        return eprintln!("not run: this process may not mount a small disk (needs root)");
    };
    let vault = Vault::at(folder.path().join("evenkeel"), FAST).unwrap();
    let words = RecoveryWords::generate(&mut OsRandom).unwrap();
    let mut open = vault.create(PASSPHRASE, &words, &mut OsRandom).unwrap();
    let mut saved = 0;
    let error = loop {
        match journal::save(
            open.database_mut(),
            &entry(&format!("Entry {saved}"), &long_text(saved).repeat(40)),
            &now(),
        ) {
            Ok(_) => saved += 1,
            Err(error) => break error,
        }
    };
    assert_eq!(error.code(), ErrorCode::DiskFull, "{error}");
    assert!(saved > 5, "the disk was full after {saved} entries");
    assert_eq!(
        titles(&open).len(),
        saved,
        "still readable while the disk is full"
    );
    assert_code(open.snapshot_if_due(&now()).map(drop), ErrorCode::DiskFull);
    std::fs::write(folder.path().join("filler"), vec![0; 16 << 20]).unwrap_err();
    assert_code(
        open.change_passphrase(
            Some(PASSPHRASE),
            "a lantern left on the far shore",
            &mut OsRandom,
        ),
        ErrorCode::DiskFull,
    );
    open.close().unwrap();

    let open = vault
        .unlock(&UnlockWith::Passphrase(PASSPHRASE), false, &now())
        .unwrap();
    assert_eq!(
        titles(&open).len(),
        saved,
        "the disk is full and the vault still opens"
    );
    open.close().unwrap();
    std::fs::remove_file(folder.path().join("filler")).unwrap();
    let mut open = vault
        .unlock(&UnlockWith::Passphrase(PASSPHRASE), false, &now())
        .unwrap();
    let oldest = journal::JournalPageRequest {
        filter: journal::JournalFilter::default(),
        before: None,
        limit: 1,
    };
    let newest = journal::page(open.database(), &oldest)
        .unwrap()
        .entries
        .remove(0)
        .id;
    journal::trash(open.database_mut(), newest, &now())
        .unwrap_or_else(|error| assert_eq!(error.code(), ErrorCode::DiskFull));
    open.database().verify().unwrap();
}

#[test]
fn a_folder_on_a_read_only_disk_is_refused_with_its_own_code_and_left_alone() {
    let folder = tempfile::tempdir().unwrap();
    let Some(_disk) = SmallDisk::mount(folder.path(), "size=8m") else {
        return eprintln!("not run: this process may not mount a small disk (needs root)");
    };
    let dir = folder.path().join("evenkeel");
    let vault = Vault::at(dir.clone(), FAST).unwrap();
    let words = RecoveryWords::generate(&mut OsRandom).unwrap();
    let mut open = vault.create(PASSPHRASE, &words, &mut OsRandom).unwrap();
    let remount = |mode: &str| {
        let status = Command::new("mount")
            .args(["-o", &format!("remount,{mode}")])
            .arg(folder.path())
            .status();
        assert!(status.unwrap().success());
    };
    open.close().unwrap();
    drop(vault);
    remount("ro");
    assert_code(Vault::at(dir.clone(), FAST), ErrorCode::ReadOnly);
    remount("rw");
    let vault = Vault::at(dir, FAST).unwrap();
    open = vault
        .unlock(&UnlockWith::Passphrase(PASSPHRASE), false, &now())
        .unwrap();
    assert_eq!(titles(&open).len(), 0);
}

/// SQLite keeps its files open, so the system would go on writing to a folder that is gone.
#[test]
fn a_folder_removed_or_moved_while_running_is_told_when_saving() {
    let made = crate::fixture::made_with_entries(2);
    let vault = made.vault();
    let mut open = vault
        .unlock(&UnlockWith::Passphrase(PASSPHRASE), false, &now())
        .unwrap();
    let mut save = |title| journal::save(open.database_mut(), &entry(title, "words"), &now());
    save("before").unwrap();
    let elsewhere = made.folder.path().join("elsewhere");
    std::fs::rename(made.dir(), &elsewhere).unwrap();
    assert_code(save("gone"), ErrorCode::Missing);
    std::fs::create_dir(made.dir()).unwrap();
    std::fs::write(made.path("vault.db"), "another file").unwrap();
    assert_code(save("replaced"), ErrorCode::Missing);
    std::fs::remove_dir_all(made.dir()).unwrap();
    std::fs::rename(&elsewhere, made.dir()).unwrap();
    save("back").unwrap();
    std::fs::remove_dir_all(made.dir()).unwrap();
    assert_code(save("removed"), ErrorCode::Missing);
    assert_eq!(titles(&open).len(), 4, "what was open can still be read");
}
