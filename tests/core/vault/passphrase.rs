use evenkeel_core::error::ErrorCode;
use evenkeel_core::random::OsRandom;
use evenkeel_core::vault::passphrase::{PassphraseReason, rate, suggest};
use evenkeel_core::vault::{RecoveryWords, UnlockWith, Vault};

use evenkeel_tests::seeded::Seeded;

use crate::fixture::{FAST, PASSPHRASE, assert_code, full, made, now, pick};
use evenkeel_core::random::RandomSource;

#[test]
fn short_and_guessable_passphrases_are_refused_with_the_reason() {
    for (passphrase, reason) in [
        ("", Some(PassphraseReason::TooShort)),
        ("Xq7!vW2#z", Some(PassphraseReason::TooShort)),
        ("passwordpassword", Some(PassphraseReason::TooGuessable)),
        ("evenkeelevenkeel", Some(PassphraseReason::TooGuessable)),
        ("aaaaaaaaaaaaaaaa", Some(PassphraseReason::TooGuessable)),
        (PASSPHRASE, None),
        ("four small grey pebbles", None),
    ] {
        assert_eq!(rate(passphrase).reason, reason, "{passphrase:?}");
    }
}

#[test]
fn a_weak_passphrase_makes_no_vault() {
    let folder = tempfile::tempdir().unwrap();
    let vault = Vault::at(folder.path().to_owned(), FAST).unwrap();
    let words = RecoveryWords::generate(&mut OsRandom).unwrap();
    assert_code(
        vault.create("password12", &words, &mut OsRandom),
        ErrorCode::WeakPassphrase,
    );
    let files: Vec<_> = std::fs::read_dir(folder.path())
        .unwrap()
        .map(|entry| entry.unwrap().file_name())
        .collect();
    assert_eq!(files, ["vault.lock"]);
}

#[test]
fn five_suggested_words_are_always_good_enough_and_differ() {
    let mut random = Seeded(1);
    let suggestions: Vec<_> = (0..200).map(|_| suggest(&mut random).unwrap()).collect();
    for suggestion in &suggestions {
        assert_eq!(suggestion.split(' ').count(), 5);
        assert!(rate(suggestion).acceptable, "{}", suggestion.as_str());
    }
    let different: std::collections::HashSet<_> =
        suggestions.iter().map(|words| words.as_str()).collect();
    assert_eq!(different.len(), suggestions.len());
}

#[test]
fn no_near_miss_of_the_passphrase_opens_the_vault() {
    let made = made();
    let vault = made.vault();
    let mut random = Seeded(7);
    for _ in 0..pick(400, 10_000, full()) {
        let guess = near_miss(&mut random);
        let outcome = vault.unlock(&UnlockWith::Passphrase(&guess), false, &now());
        assert_code(outcome, ErrorCode::WrongKey);
    }
    vault
        .unlock(&UnlockWith::Passphrase(PASSPHRASE), false, &now())
        .unwrap();
}

/// The passphrase with one letter changed, left out, doubled, swapped or in the other case.
fn near_miss(random: &mut Seeded) -> String {
    loop {
        let mut draw = [0; 3];
        random.fill(&mut draw).unwrap();
        let mut letters: Vec<char> = PASSPHRASE.chars().collect();
        let place = usize::from(draw[0]) % letters.len();
        match draw[1] % 5 {
            0 => letters[place] = char::from(b'a' + draw[2] % 26),
            1 => drop(letters.remove(place)),
            2 => letters.insert(place, letters[place]),
            3 => letters.swap(place, (place + 1) % PASSPHRASE.len()),
            _ => letters[place] = letters[place].to_ascii_uppercase(),
        }
        let guess: String = letters.into_iter().collect();
        if guess != PASSPHRASE {
            return guess;
        }
    }
}
