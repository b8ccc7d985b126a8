use evenkeel_core::error::ErrorCode;
use evenkeel_core::random::OsRandom;
use evenkeel_core::vault::{RecoverySheet, RecoveryWords, UnlockWith};

use evenkeel_tests::seeded::Seeded;

use crate::fixture::{assert_code, made};

#[test]
fn twelve_words_read_back_in_any_case_spacing_and_shortened() {
    let made = made();
    let words = made.words.words().unwrap();
    assert_eq!(words.len(), 12);
    let short: Vec<&str> = words
        .iter()
        .map(|word| word.get(..4).unwrap_or(word))
        .collect();
    for typed in [
        words.join(" "),
        words.join("\n").to_uppercase(),
        words
            .iter()
            .enumerate()
            .map(|(place, word)| format!("{}. {word}", place + 1))
            .collect::<Vec<_>>()
            .join(" , "),
        short.join("  "),
    ] {
        let read = RecoveryWords::parse(&typed).unwrap();
        made.unlock_with(&UnlockWith::Recovery(&read))
            .unwrap()
            .close()
            .unwrap();
    }
}

#[test]
fn a_typing_slip_is_told_apart_from_words_of_another_vault() {
    let made = made();
    let words = made.words.words().unwrap();
    let mut slips = vec![
        String::new(),
        words[..11].join(" "),
        [words.join(" "), words[0].to_owned()].join(" "),
    ];
    for place in 0..12 {
        let mut changed = words.clone();
        changed[place] = "zzzz";
        slips.push(changed.join(" "));
        if place > 0 && words[place] != words[place - 1] {
            let mut swapped = words.clone();
            swapped.swap(place, place - 1);
            // One swap in sixteen has a right checksum: these are words of another vault.
            match RecoveryWords::parse(&swapped.join(" ")) {
                Ok(other) => assert_code(
                    made.unlock_with(&UnlockWith::Recovery(&other)),
                    ErrorCode::WrongKey,
                ),
                Err(error) => assert_eq!(error.code(), ErrorCode::RecoveryTypo),
            }
        }
    }
    for slip in slips {
        assert_code(RecoveryWords::parse(&slip), ErrorCode::RecoveryTypo);
    }
    let other = RecoveryWords::generate(&mut OsRandom).unwrap();
    assert_code(
        made.unlock_with(&UnlockWith::Recovery(&other)),
        ErrorCode::WrongKey,
    );
}

#[test]
fn a_sheet_counts_only_once_the_two_words_asked_for_are_typed_back() {
    for seed in 0..40 {
        let sheet = RecoverySheet::generate(&mut Seeded(seed)).unwrap();
        let [first, second] = sheet.asked();
        assert!(
            (1..=6).contains(&first) && (7..=12).contains(&second),
            "one from each half"
        );
        let words = sheet.words().unwrap();
        let right = [
            words[first - 1].to_owned(),
            format!(" {} ", words[second - 1].to_uppercase()),
        ];
        sheet.confirm(&right).unwrap();
        let swapped = [right[1].clone(), right[0].clone()];
        for wrong in [
            ["".to_owned(), "".to_owned()],
            [right[0].clone(), "xx".to_owned()],
            swapped,
        ] {
            assert_code(sheet.confirm(&wrong), ErrorCode::WordsMismatch);
        }
    }
}
