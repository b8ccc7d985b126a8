//! What still opens when some of what a person has is lost: every subset of the four sources.

use evenkeel_core::random::OsRandom;
use evenkeel_core::vault::UnlockWith;

use crate::fixture::{PASSPHRASE, made};

/// Passphrase, recovery words, keychain entry, key file. The two copies of the key file count as
/// one source, since either is enough (see `key_file`).
const SOURCES: usize = 4;

#[test]
fn the_table_of_lost_sources_is_as_documented() {
    let mut rows = Vec::new();
    for lost in 0..1_u8 << SOURCES {
        let kept = |source: u8| lost & (1 << source) == 0;
        let made = made();
        let mut open = made.unlock().unwrap();
        let offer = open.offer_keychain(&mut OsRandom).unwrap();
        open.accept_keychain(&offer, &mut OsRandom).unwrap();
        open.close().unwrap();
        if !kept(3) {
            std::fs::remove_file(made.path("vault.keys")).unwrap();
            std::fs::remove_file(made.path("vault.keys.2")).unwrap();
        }
        let tries = [
            ("passphrase", kept(0), UnlockWith::Passphrase(PASSPHRASE)),
            ("recovery words", kept(1), UnlockWith::Recovery(&made.words)),
            ("keychain", kept(2), UnlockWith::Keychain(&offer.key)),
        ];
        let opens: Vec<&str> = tries
            .iter()
            .filter(|(_, has, with)| *has && made.unlock_with(with).is_ok())
            .map(|(name, ..)| *name)
            .collect();
        let opens = if opens.is_empty() {
            "nothing".to_owned()
        } else {
            opens.join(", ")
        };
        let mark = |source| if kept(source) { "kept" } else { "lost" };
        rows.push(format!(
            "| {} | {} | {} | {} | {opens} |",
            mark(0),
            mark(1),
            mark(2),
            mark(3)
        ));
    }
    let document = include_str!("../../../docs/security.md");
    let documented: Vec<&str> = document
        .lines()
        .filter(|line| line.starts_with("| kept |") || line.starts_with("| lost |"))
        .collect();
    assert_eq!(
        rows,
        documented,
        "the table in docs/security.md should be:\n{}",
        rows.join("\n")
    );
}
