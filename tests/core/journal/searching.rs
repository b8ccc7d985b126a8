use evenkeel_core::journal::{self, JournalFilter, JournalSaveRequest, JournalSearchRequest, Kind};
use evenkeel_core::vault::OpenVault;
use proptest::prelude::*;

use crate::fixture::{dated, entry, found, found_within, made, now, save};

#[test]
fn every_word_must_match_and_the_last_may_be_half_typed() {
    let made = made();
    let mut open = made.unlock().unwrap();
    save(
        &mut open,
        &entry("River", "The heron waited by the river bank."),
    );
    save(&mut open, &entry("Bank", "I went to the bank with Ana."));
    assert_eq!(found(&open, "bank"), ["Bank", "River"], "newest first");
    assert_eq!(found(&open, "river ba"), ["River"]);
    assert_eq!(
        found(&open, "hero"),
        ["River"],
        "the start of a word while typing"
    );
    assert!(
        found(&open, "hero ").is_empty(),
        "a finished word is a whole word"
    );
    assert!(
        found(&open, "eron").is_empty(),
        "words are found from their start"
    );
    assert_eq!(found(&open, "RIVER").len(), 1);
    assert!(found(&open, "river nowhere").is_empty());
}

#[test]
fn title_and_tags_are_searched_and_accents_do_not_matter() {
    let made = made();
    let mut open = made.unlock().unwrap();
    let tagged = JournalSaveRequest {
        tags: vec!["Coping".into()],
        ..entry("Café at noon", "x")
    };
    save(&mut open, &tagged);
    for text in ["cafe", "CAFÉ", "coping", "noon coping"] {
        assert_eq!(found(&open, text), ["Café at noon"], "{text}");
    }
}

#[test]
fn nothing_a_person_types_is_search_syntax() {
    let made = made();
    let mut open = made.unlock().unwrap();
    save(&mut open, &entry("One", "NOT a test OR so AND near"));
    for text in [
        "\"",
        "a AND",
        "NEAR(",
        "*",
        "col:x",
        "^",
        "-",
        "(",
        "'; DROP TABLE entry",
        "",
        "   ",
        "…",
        "\u{0}",
        "\u{2}x\u{3}",
    ] {
        found(&open, text);
    }
    assert_eq!(found(&open, "NOT"), ["One"]);
    assert_eq!(found(&open, "o'so").len(), 0);
    assert_eq!(found(&open, "test-OR"), ["One"], "a hyphen parts words");
}

#[test]
fn a_snippet_marks_the_words_that_matched() {
    let made = made();
    let mut open = made.unlock().unwrap();
    save(
        &mut open,
        &entry(
            "",
            &format!(
                "{} the heron stood {}",
                "before ".repeat(60),
                "after ".repeat(60)
            ),
        ),
    );
    let request = JournalSearchRequest {
        text: "heron".into(),
        filter: JournalFilter::default(),
        limit: 5,
    };
    let hit = journal::search(open.database(), &request)
        .unwrap()
        .hits
        .remove(0);
    let marked: Vec<&str> = hit
        .snippet
        .iter()
        .filter(|part| part.is_match)
        .map(|part| part.text.as_str())
        .collect();
    assert_eq!(marked, ["heron"]);
    let whole: String = hit.snippet.iter().map(|part| part.text.as_str()).collect();
    assert!(
        whole.starts_with('…') && whole.contains("the heron stood"),
        "{whole}"
    );
}

#[test]
fn a_search_obeys_the_filters_and_its_limit() {
    let made = made();
    let mut open = made.unlock().unwrap();
    for day in 1..=9 {
        let kind = if day % 2 == 0 {
            Kind::Homework
        } else {
            Kind::Journal
        };
        save(
            &mut open,
            &JournalSaveRequest {
                kind,
                ..dated(&day.to_string(), &format!("2026-01-0{day}"), "12:00")
            },
        );
    }
    let filter = JournalFilter {
        kinds: vec![Kind::Homework],
        from: Some("2026-01-03".into()),
        ..JournalFilter::default()
    };
    assert_eq!(found_within(&open, "words", filter), ["8", "6", "4"]);
    let request = JournalSearchRequest {
        text: "words".into(),
        filter: JournalFilter::default(),
        limit: 4,
    };
    let view = journal::search(open.database(), &request).unwrap();
    assert_eq!((view.hits.len(), view.more), (4, true));
}

#[derive(Debug, Clone)]
enum Step {
    Save(usize, String, u8),
    Trash(usize),
    Restore(usize),
    Delete(usize),
}

fn steps() -> impl Strategy<Value = Vec<Step>> {
    let words = prop::collection::vec(
        prop::sample::select(vec!["oak", "elm", "ash", "yew", "fir"]),
        0..6,
    );
    let step = prop_oneof![
        4 => (0..6_usize, words, 1..28_u8).prop_map(|(slot, words, day)| Step::Save(slot, words.join(" "), day)),
        1 => (0..6_usize).prop_map(Step::Trash),
        1 => (0..6_usize).prop_map(Step::Restore),
        1 => (0..6_usize).prop_map(Step::Delete),
    ];
    prop::collection::vec(step, 1..30)
}

/// What the journal should hold: body, day and whether it is in the trash, by slot.
type Model = [Option<(i64, String, u8, bool)>; 6];

fn apply(open: &mut OpenVault, model: &mut Model, step: Step) {
    match step {
        Step::Save(slot, body, day) => {
            let id = model[slot].as_ref().map(|(id, ..)| *id);
            let trashed = model[slot].as_ref().is_some_and(|(.., trashed)| *trashed);
            let request = JournalSaveRequest {
                id,
                body: body.clone(),
                ..dated(&slot.to_string(), &format!("2026-04-{day:02}"), "12:00")
            };
            model[slot] = Some((save(open, &request), body, day, trashed));
        }
        Step::Trash(slot) | Step::Restore(slot) | Step::Delete(slot) if model[slot].is_none() => {}
        Step::Trash(slot) => {
            let entry = model[slot].as_mut().unwrap();
            journal::trash(open.database_mut(), entry.0, &now()).unwrap();
            entry.3 = true;
        }
        Step::Restore(slot) => {
            let entry = model[slot].as_mut().unwrap();
            journal::restore(open.database_mut(), entry.0).unwrap();
            entry.3 = false;
        }
        Step::Delete(slot) => {
            let (id, .., trashed) = model[slot].clone().unwrap();
            assert_eq!(journal::delete(open.database_mut(), id).is_ok(), trashed);
            if trashed {
                model[slot] = None;
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 40, ..ProptestConfig::default() })]

    /// After any saving, moving, deleting and restoring, a search finds just what a plain look at
    /// every live entry finds.
    #[test]
    fn the_index_agrees_with_the_entries_after_any_steps(steps in steps()) {
        let made = made();
        let mut open = made.unlock().unwrap();
        let mut model = Model::default();
        for step in steps {
            apply(&mut open, &mut model, step);
        }
        for word in ["oak", "elm", "ash", "yew", "fir"] {
            let mut expected: Vec<(u8, String)> = model
                .iter()
                .enumerate()
                .filter_map(|(slot, entry)| entry.as_ref().map(|entry| (slot, entry)))
                .filter(|(_, (_, body, _, trashed))| !trashed && body.split(' ').any(|had| had == word))
                .map(|(slot, (_, _, day, _))| (*day, slot.to_string()))
                .collect();
            let mut hits: Vec<String> = found(&open, &format!("{word} "));
            hits.sort();
            expected.sort_by(|a, b| a.1.cmp(&b.1));
            prop_assert_eq!(hits, expected.into_iter().map(|(_, slot)| slot).collect::<Vec<_>>());
        }
        open.database().verify().unwrap();
    }
}
