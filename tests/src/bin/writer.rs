//! Saves entries until it is killed, and prints each one's id and first words once it is saved.

use std::io::Write;

use chrono::DateTime;
use evenkeel_core::error::Error;
use evenkeel_core::journal::{self, JournalSaveRequest, Kind};
use evenkeel_core::time::Now;
use evenkeel_core::vault::{KdfParams, KdfPolicy, UnlockWith, Vault};

fn main() -> Result<(), Error> {
    let mut arguments = std::env::args().skip(1);
    let dir = arguments.next().expect("the first argument is a folder");
    let run = arguments.next().expect("the second argument is a number");
    let cheap = KdfParams {
        memory_kib: 64,
        iterations: 1,
        parallelism: 1,
    };
    let policy = KdfPolicy {
        new: cheap,
        floor: cheap,
        ..KdfPolicy::STANDARD
    };
    let now = Now {
        instant: DateTime::from_timestamp(1_795_000_000, 0).unwrap_or_default(),
        zone: chrono_tz::UTC,
    };
    let vault = Vault::at(dir.into(), policy)?;
    let passphrase = UnlockWith::Passphrase("plain copper kettle by the window");
    let mut open = vault.unlock(&passphrase, false, &now)?;
    let mut out = std::io::stdout().lock();
    writeln!(out, "open").expect("the reader is there");
    for number in 0_u64.. {
        let start = format!("run {run} entry {number}");
        let request = JournalSaveRequest {
            id: None,
            kind: Kind::Journal,
            title: String::new(),
            body: format!(
                "{start} {}",
                "and more words than one page takes ".repeat(60)
            ),
            tags: Vec::new(),
            written: None,
            prompt: None,
        };
        let at = Now {
            instant: now.instant
                + chrono::TimeDelta::milliseconds(
                    run.parse::<i64>().unwrap_or(0) * 1000 + i64::try_from(number).unwrap_or(0),
                ),
            ..now
        };
        let id = journal::save(open.database_mut(), &request, &at)?.id;
        writeln!(out, "{id} {start};").expect("the reader is there");
    }
    Ok(())
}
