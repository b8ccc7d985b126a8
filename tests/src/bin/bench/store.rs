//! The vault beside plain SQLite: same library, same schema, same settings, no key.

use std::hint::black_box;
use std::path::Path;
use std::time::{Duration, Instant};

use chrono::DateTime;
use evenkeel_core::journal::{
    self, JournalFilter, JournalPageRequest, JournalSaveRequest, JournalSearchRequest, Kind,
};
use evenkeel_core::random::OsRandom;
use evenkeel_core::time::Now;
use evenkeel_core::vault::{KdfParams, KdfPolicy, OpenVault, RecoveryWords, UnlockWith, Vault};
use evenkeel_tests::key_file;
use rusqlite::{Connection, params};

use crate::corpus::{self, COMMON, RARE};
use crate::table::{Measured, Times, absolute, ratio};

pub const PASSPHRASE: &str = "plain copper kettle by the window";
const SCHEMA: &str = include_str!("../../../../src-tauri/core/migrations/0001_journal.sql");
const SETTINGS: &str = "PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = DELETE;
    PRAGMA synchronous = EXTRA; PRAGMA temp_store = MEMORY; PRAGMA secure_delete = ON;
    PRAGMA foreign_keys = ON; PRAGMA cell_size_check = ON; PRAGMA mmap_size = 0;";
const SEARCH: &str = "SELECT entry.id, kind, entry.title, substr(entry.body, 1, 240), instant_ms,
        snippet(entry_index, -1, char(2), char(3), '…', 10)
    FROM entry_index CROSS JOIN entry ON entry.position = entry_index.rowid
    WHERE entry_index MATCH ?1 ORDER BY entry_index.rowid DESC LIMIT 51";

const CHEAP: KdfParams = KdfParams {
    memory_kib: 64,
    iterations: 1,
    parallelism: 1,
};
/// Argon2id is measured by itself; here it only stands in the way.
pub const FAST: KdfPolicy = KdfPolicy {
    new: CHEAP,
    floor: CHEAP,
    ..KdfPolicy::STANDARD
};

pub fn now() -> Now {
    Now {
        instant: DateTime::from_timestamp(1_795_400_000, 0).unwrap_or_default(),
        zone: chrono_tz::UTC,
    }
}

/// A vault with `count` entries in `dir`.
pub fn fill_vault(dir: &Path, count: usize, policy: KdfPolicy) {
    let vault = Vault::at(dir.to_owned(), policy).unwrap();
    let words = RecoveryWords::generate(&mut OsRandom).unwrap();
    vault
        .create(PASSPHRASE, &words, &mut OsRandom)
        .unwrap()
        .close()
        .unwrap();
    let key = key_file::open(dir, PASSPHRASE).database;
    let mut connection = Connection::open(dir.join("vault.db")).unwrap();
    let key: String = key.iter().map(|byte| format!("{byte:02x}")).collect();
    connection
        .execute_batch(&format!("PRAGMA key = \"x'{key}'\""))
        .unwrap();
    corpus::fill(&mut connection, count).unwrap();
}

fn fill_plain(path: &Path, count: usize, schema: &str) -> Connection {
    let mut connection = Connection::open(path).unwrap();
    connection.execute_batch(SETTINGS).unwrap();
    connection.execute_batch(schema).unwrap();
    corpus::fill(&mut connection, count).unwrap();
    connection
}

pub fn measure(count: usize) {
    let folder = tempfile::tempdir().unwrap();
    let dir = folder.path().join("vault");
    fill_vault(&dir, count, FAST);
    let plain_path = folder.path().join("plain.db");
    let mut plain = fill_plain(&plain_path, count, SCHEMA);
    let size = |path: &Path| Measured::Bytes(std::fs::metadata(path).unwrap().len());
    ratio(
        "disk",
        count,
        size(&dir.join("vault.db")),
        size(&plain_path),
        "≤ 1.1 ×",
    );

    let vault = Vault::at(dir, FAST).unwrap();
    let unlock = || {
        vault
            .unlock(&UnlockWith::Passphrase(PASSPHRASE), false, &now())
            .unwrap()
    };
    let times = repeat(20, || drop(black_box(unlock())));
    absolute(
        "unlock, core, after the key is there",
        count,
        times.percentile(95),
        "≤ 150 ms to Today, p95",
    );

    let mut open = unlock();
    searches(&open, &plain, count);
    let times = repeat(100, || _ = black_box(first_page(&open)));
    absolute(
        "open the journal: first page, core, p95",
        count,
        times.percentile(95),
        "≤ 50 ms",
    );
    let times = repeat(100, || {
        _ = black_box(journal::tags(open.database()).unwrap().len())
    });
    absolute(
        "open the journal: tags, core, p95",
        count,
        times.percentile(95),
        "≤ 50 ms",
    );
    saves(&mut open, &mut plain, count);
    let times = repeat(1, || open.database().verify().unwrap());
    absolute(
        "verify the whole database",
        count,
        times.percentile(50),
        "–",
    );
    let times = repeat(1, || assert!(open.snapshot_if_due(&now()).unwrap()));
    absolute(
        "make and verify a snapshot",
        count,
        times.percentile(50),
        "–",
    );
}

pub fn repeat(times: usize, mut run: impl FnMut()) -> Times {
    Times::of((0..times).map(|_| timed(&mut run)).collect())
}

fn timed(run: &mut impl FnMut()) -> Duration {
    let start = Instant::now();
    run();
    start.elapsed()
}

fn first_page(open: &OpenVault) -> usize {
    let request = JournalPageRequest {
        filter: JournalFilter::default(),
        before: None,
        limit: 50,
    };
    journal::page(open.database(), &request)
        .unwrap()
        .entries
        .len()
}

/// A word typed letter by letter: every letter is a search.
fn searches(open: &OpenVault, plain: &Connection, count: usize) {
    for (name, word) in [("a common word", COMMON), ("a rare word", RARE)] {
        let (mut ours, mut beside) = (Vec::new(), Vec::new());
        for _ in 0..20 {
            for length in 1..=word.len() {
                let typed = &word[..length];
                ours.push(timed(&mut || _ = black_box(search(open, typed))));
                beside.push(timed(&mut || _ = black_box(search_plain(plain, typed))));
            }
        }
        let (ours, beside) = (Times::of(ours), Times::of(beside));
        let what = format!("search as you type, {name}, p95");
        ratio(
            &what,
            count,
            ours.percentile(95),
            beside.percentile(95),
            "≤ 16 ms",
        );
    }
}

fn search(open: &OpenVault, typed: &str) -> usize {
    let request = JournalSearchRequest {
        text: typed.to_owned(),
        filter: JournalFilter::default(),
        limit: 50,
    };
    journal::search(open.database(), &request)
        .unwrap()
        .hits
        .len()
}

fn search_plain(plain: &Connection, typed: &str) -> usize {
    let mut statement = plain.prepare_cached(SEARCH).unwrap();
    let rows = statement
        .query_map([format!("\"{typed}\"*")], |row| row.get::<_, String>(5))
        .unwrap();
    rows.map(Result::unwrap).count()
}

/// What each prefix index costs and gains, in plain SQLite: why the schema has the one it has.
pub fn prefixes(count: usize) {
    let ours = "prefix = '2'";
    assert!(
        SCHEMA.contains(ours),
        "the schema's own choice is among those measured"
    );
    for prefix in ["prefix = ''", ours, "prefix = '1 2'", "prefix = '1 2 3'"] {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("plain.db");
        let plain = fill_plain(&path, count, &SCHEMA.replace(ours, prefix));
        let size = Measured::Bytes(std::fs::metadata(&path).unwrap().len());
        absolute(&format!("{prefix}: disk"), count, size, "–");
        for typed in ["k", "ki", "ord"] {
            let times = repeat(15, || _ = black_box(search_plain(&plain, typed)));
            absolute(
                &format!("{prefix}: search {typed}*, p50"),
                count,
                times.percentile(50),
                "–",
            );
        }
    }
}

fn saves(open: &mut OpenVault, plain: &mut Connection, count: usize) {
    let (mut ours, mut beside) = (Vec::new(), Vec::new());
    for number in 0..200 {
        let entry = corpus::entry(number, count);
        let request = JournalSaveRequest {
            id: None,
            kind: Kind::Journal,
            title: entry.title.clone(),
            body: entry.body.clone(),
            tags: Vec::new(),
            written: None,
            prompt: None,
        };
        let at = Now {
            instant: now().instant + chrono::TimeDelta::seconds(number as i64),
            ..now()
        };
        ours.push(timed(&mut || {
            drop(journal::save(open.database_mut(), &request, &at).unwrap())
        }));
        beside.push(timed(&mut || save_plain(plain, &entry, at.millis() << 10)));
    }
    let (ours, beside) = (Times::of(ours), Times::of(beside));
    ratio(
        "save an entry durably, p50",
        count,
        ours.percentile(50),
        beside.percentile(50),
        "≤ 2 ×",
    );
    ratio(
        "save an entry durably, p99",
        count,
        ours.percentile(99),
        beside.percentile(99),
        "≤ 3 ×",
    );
}

fn save_plain(plain: &mut Connection, entry: &corpus::Entry, position: i64) {
    let transaction = plain.transaction().unwrap();
    transaction
        .prepare_cached(corpus::INSERT)
        .and_then(|mut insert| {
            insert.execute(params![
                position,
                entry.date,
                entry.kind,
                entry.title,
                entry.body
            ])
        })
        .unwrap();
    let id = transaction.last_insert_rowid();
    transaction
        .prepare_cached(corpus::INDEX)
        .and_then(|mut index| index.execute([id]))
        .unwrap();
    transaction.commit().unwrap();
}
