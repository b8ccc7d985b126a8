//! What is kept of the coming reminders while nobody is there to unlock.

use evenkeel_core::error::ErrorCode;
use evenkeel_core::random::OsRandom;
use evenkeel_core::reminders::{About, Pending, Plan, Reminder};
use evenkeel_core::vault::RemindersKey;

use crate::fixture::{Made, assert_code, made};

fn pending() -> Pending {
    let clock = chrono::NaiveDate::from_ymd_opt(2026, 11, 23)
        .and_then(|day| day.and_hms_opt(17, 30, 0))
        .unwrap();
    let for_ms = clock.and_utc().timestamp_millis();
    let one = Reminder {
        about: About::Session,
        for_ms,
        fire_ms: for_ms - 1_800_000,
        clock,
    };
    let plan = Plan {
        reminders: vec![one],
        quiet: None,
    };
    Pending::new(plan, 0)
}

fn key(made: &Made) -> RemindersKey {
    let open = made.unlock().unwrap();
    let key = open.reminders_key().unwrap();
    open.close().unwrap();
    key
}

#[test]
fn they_come_back_without_an_unlock() {
    let made = made();
    let key = key(&made);
    let vault = made.vault();
    assert!(!vault.has_kept_reminders());
    assert_eq!(vault.kept_reminders(&key).unwrap(), None);
    vault
        .keep_reminders(&key, &pending(), &mut OsRandom)
        .unwrap();
    assert!(vault.has_kept_reminders());
    assert_eq!(vault.kept_reminders(&key).unwrap(), Some(pending()));
    let read_back = RemindersKey::from_bytes(key.for_keychain()).unwrap();
    assert_eq!(vault.kept_reminders(&read_back).unwrap(), Some(pending()));
    vault.forget_reminders().unwrap();
    assert_eq!(vault.kept_reminders(&key).unwrap(), None);
}

#[test]
fn the_file_says_nothing_and_is_never_the_same() {
    let made = made();
    let key = key(&made);
    let vault = made.vault();
    let plain = pending().to_bytes();
    let mut files = Vec::new();
    for _ in 0..2 {
        vault
            .keep_reminders(&key, &pending(), &mut OsRandom)
            .unwrap();
        let file = std::fs::read(made.path("reminders.sealed")).unwrap();
        let moments = plain
            .windows(8)
            .filter(|bytes| bytes.iter().any(|byte| *byte != 0));
        for moment in moments {
            assert!(!file.windows(8).any(|found| found == moment), "in plain");
        }
        files.push(file);
    }
    assert_ne!(files.first(), files.last());
}

#[test]
fn another_key_or_a_damaged_file_opens_nothing_and_the_file_stays() {
    let made = made();
    let key = key(&made);
    let vault = made.vault();
    vault
        .keep_reminders(&key, &pending(), &mut OsRandom)
        .unwrap();
    let path = made.path("reminders.sealed");
    let whole = std::fs::read(&path).unwrap();
    let other = RemindersKey::from_bytes(&[7; 32]).unwrap();
    assert_code(vault.kept_reminders(&other), ErrorCode::WrongKey);
    for place in 0..whole.len() {
        let mut damaged = whole.clone();
        damaged[place] ^= 1;
        std::fs::write(&path, &damaged).unwrap();
        assert_code(vault.kept_reminders(&key), ErrorCode::WrongKey);
        assert_eq!(std::fs::read(&path).unwrap(), damaged);
        std::fs::write(&path, &whole[..place]).unwrap();
        assert_code(vault.kept_reminders(&key), ErrorCode::WrongKey);
    }
    assert_eq!(RemindersKey::from_bytes(&[7; 31]).map(drop), None);
}

#[test]
fn the_key_is_the_vaults_own_and_opens_nothing_else() {
    let (one, other) = (made(), made());
    let bytes = |made: &Made| *key(made).for_keychain();
    assert_eq!(bytes(&one), bytes(&one), "the same at each unlock");
    assert_ne!(bytes(&one), bytes(&other));
    let keychain = evenkeel_core::vault::KeychainKey::from_bytes(&bytes(&one)).unwrap();
    let with = evenkeel_core::vault::UnlockWith::Keychain(&keychain);
    let now = crate::fixture::now();
    assert!(one.vault().unlock(&with, false, &now).is_err());
}
