//! What every test of the core starts from: a folder of its own, cheap keys, a fixed clock.

use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use evenkeel_core::error::{Error, ErrorCode};
use evenkeel_core::journal::{
    JournalFilter, JournalSaveRequest, JournalSearchRequest, Kind, Written,
};
use evenkeel_core::random::OsRandom;
use evenkeel_core::time::Now;
use evenkeel_core::vault::{KdfParams, KdfPolicy, OpenVault, RecoveryWords, UnlockWith, Vault};
use rusqlite::Connection;
use tempfile::TempDir;

pub const PASSPHRASE: &str = "plain copper kettle by the window";

/// Argon2id at its smallest; everything else is as in the app.
pub const FAST: KdfPolicy = KdfPolicy {
    new: KdfParams {
        memory_kib: 64,
        iterations: 1,
        parallelism: 1,
    },
    floor: KdfParams {
        memory_kib: 64,
        iterations: 1,
        parallelism: 1,
    },
    cap: KdfPolicy::STANDARD.cap,
};

pub fn at(instant: &str, zone: Tz) -> Now {
    Now {
        instant: instant.parse::<DateTime<Utc>>().unwrap(),
        zone,
    }
}

pub fn now() -> Now {
    at("2026-11-22T15:04:05.678Z", chrono_tz::America::New_York)
}

/// A folder with a vault in it.
pub struct Made {
    pub folder: TempDir,
    pub words: RecoveryWords,
}

impl Made {
    pub fn dir(&self) -> PathBuf {
        self.folder.path().join("evenkeel")
    }

    /// Waits while the folder is held: a process that another test is starting holds every file
    /// of this one for a moment, from its fork to its exec.
    pub fn vault(&self) -> Vault {
        let deadline = Instant::now() + Duration::from_secs(5);
        loop {
            match Vault::at(self.dir(), FAST) {
                Err(error) if error.code() == ErrorCode::InUse && Instant::now() < deadline => {
                    std::thread::sleep(Duration::from_millis(1));
                }
                other => return other.unwrap(),
            }
        }
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.dir().join(name)
    }

    pub fn unlock(&self) -> Result<OpenVault, Error> {
        self.unlock_with(&UnlockWith::Passphrase(PASSPHRASE))
    }

    pub fn unlock_with(&self, with: &UnlockWith<'_>) -> Result<OpenVault, Error> {
        self.vault().unlock(with, false, &now())
    }
}

/// The database as SQLCipher sees it, past the core; the vault is closed.
pub fn raw(made: &Made) -> Connection {
    let key = evenkeel_tests::key_file::open(&made.dir(), PASSPHRASE).database;
    let connection = Connection::open(made.path("vault.db")).unwrap();
    let key: String = key.iter().map(|byte| format!("{byte:02x}")).collect();
    connection
        .execute_batch(&format!("PRAGMA key = \"x'{key}'\""))
        .unwrap();
    connection
}

/// A new vault, closed again.
pub fn made() -> Made {
    let folder = tempfile::tempdir().unwrap();
    let words = RecoveryWords::generate(&mut OsRandom).unwrap();
    let made = Made { folder, words };
    made.vault()
        .create(PASSPHRASE, &made.words, &mut OsRandom)
        .unwrap()
        .close()
        .unwrap();
    made
}

/// A new vault with `count` entries, closed again.
pub fn made_with_entries(count: usize) -> Made {
    let made = made();
    let mut open = made.unlock().unwrap();
    for number in 0..count {
        save(
            &mut open,
            &entry(&format!("Entry {number}"), &long_text(number)),
        );
    }
    open.close().unwrap();
    made
}

/// About two hundred words, different for each number.
pub fn long_text(number: usize) -> String {
    (0..200)
        .map(|word| format!("w{}", (number * 31 + word * 7) % 997))
        .collect::<Vec<_>>()
        .join(" ")
}

pub fn entry(title: &str, body: &str) -> JournalSaveRequest {
    JournalSaveRequest {
        id: None,
        kind: Kind::Journal,
        title: title.to_owned(),
        body: body.to_owned(),
        tags: Vec::new(),
        written: None,
        prompt: None,
    }
}

pub fn dated(title: &str, date: &str, time: &str) -> JournalSaveRequest {
    let written = Written {
        date: date.to_owned(),
        time: time.to_owned(),
    };
    JournalSaveRequest {
        written: Some(written),
        ..entry(title, "Some words.")
    }
}

pub fn save(open: &mut OpenVault, request: &JournalSaveRequest) -> i64 {
    evenkeel_core::journal::save(open.database_mut(), request, &now())
        .unwrap()
        .id
}

/// Titles of what a search finds, in the order it finds them.
pub fn found(open: &OpenVault, text: &str) -> Vec<String> {
    found_within(open, text, JournalFilter::default())
}

pub fn found_within(open: &OpenVault, text: &str, filter: JournalFilter) -> Vec<String> {
    let request = JournalSearchRequest {
        text: text.to_owned(),
        filter,
        limit: 50,
    };
    let view = evenkeel_core::journal::search(open.database(), &request).unwrap();
    view.hits.into_iter().map(|hit| hit.entry.title).collect()
}

/// The titles of all live entries, newest first.
pub fn titles(open: &OpenVault) -> Vec<String> {
    let request = evenkeel_core::journal::JournalPageRequest {
        filter: JournalFilter::default(),
        before: None,
        limit: 200,
    };
    let page = evenkeel_core::journal::page(open.database(), &request).unwrap();
    page.entries.into_iter().map(|entry| entry.title).collect()
}

#[track_caller]
pub fn assert_code<T>(result: Result<T, Error>, code: ErrorCode) {
    match result {
        Ok(_) => panic!("expected {code:?}, but it worked"),
        Err(error) => assert_eq!(error.code(), code, "{error}"),
    }
}

/// Every file below a folder with its bytes.
pub fn files_of(dir: &Path) -> std::collections::BTreeMap<PathBuf, Vec<u8>> {
    let mut files = std::collections::BTreeMap::new();
    for entry in std::fs::read_dir(dir).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files.extend(files_of(&path));
        } else {
            files.insert(path.clone(), std::fs::read(&path).unwrap());
        }
    }
    files
}

/// The long counts of `./dev test --full`.
pub fn full() -> bool {
    std::env::var_os("EVENKEEL_FULL").is_some()
}

pub const fn pick(count: usize, full_count: usize, full: bool) -> usize {
    if full { full_count } else { count }
}
