//! `kill -9` at random moments: nothing that was acknowledged is lost.

use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};
use std::time::Duration;

use evenkeel_core::random::RandomSource;

use evenkeel_tests::seeded::Seeded;

use crate::fixture::{full, made, pick};

/// Starts `writer`, which prints the id of each entry once it is saved, kills it, and counts.
#[test]
fn no_acknowledged_entry_is_lost_when_the_process_is_killed() {
    let (kills, writes) = (pick(200, 10_000, full()), pick(201, 100_000, full()));
    let made = made();
    let mut random = Seeded(20_261_122);
    let (mut acknowledged, mut interrupted) = (std::collections::BTreeMap::new(), 0_usize);
    let mut kill = 0;
    while kill < kills || acknowledged.len() < writes {
        kill += 1;
        assert!(
            kill < 10 * kills,
            "the kills come too early to prove anything"
        );
        let mut writer = Command::new(env!("CARGO_BIN_EXE_writer"))
            .arg(made.dir())
            .arg(kill.to_string())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let mut lines = BufReader::new(writer.stdout.take().unwrap()).lines();
        assert_eq!(lines.next().unwrap().unwrap(), "open");
        let mut delay = [0; 2];
        random.fill(&mut delay).unwrap();
        std::thread::sleep(Duration::from_micros(u64::from(u16::from_le_bytes(delay))));
        writer.kill().unwrap();
        writer.wait().unwrap();
        for line in lines.map_while(Result::ok) {
            // A line cut off by the kill was not acknowledged.
            if let Some((id, text)) = line.strip_suffix(';').and_then(|line| line.split_once(' ')) {
                acknowledged.insert(id.parse::<i64>().unwrap(), text.to_owned());
            }
        }
        interrupted += usize::from(is_hot(&made.path("vault.db-journal")));
    }
    let open = made.unlock().unwrap();
    open.database().verify().unwrap();
    for (id, text) in &acknowledged {
        let entry = evenkeel_core::journal::read(open.database(), *id)
            .expect("an acknowledged entry is lost");
        assert!(
            entry.body.starts_with(text.as_str()),
            "entry {id} holds other words"
        );
    }
    println!(
        "{kill} kills, {} entries acknowledged, {interrupted} kills inside a transaction",
        acknowledged.len()
    );
    assert!(interrupted > 0, "no kill hit a transaction");
}

/// A journal is hot while its header is there; a commit empties it.
fn is_hot(journal_path: &std::path::Path) -> bool {
    std::fs::read(journal_path).is_ok_and(|bytes| bytes.first().is_some_and(|byte| *byte != 0))
}
