//! Finds every fault of the words of a quick check-in.

use std::collections::HashSet;

use evenkeel_core::content::FeelingWords;
use evenkeel_tests::reading;
use toml::Value;

use super::entry::{Entry, span, walked};

const SIDES: [&str; 3] = ["pleasant", "between", "unpleasant"];
const STEPS: usize = 7;

/// Names of conditions. A check-in asks how it is, not what one has.
const CONDITIONS: [&str; 9] = [
    "anxious",
    "bipolar",
    "borderline",
    "depressed",
    "manic",
    "paranoid",
    "psychotic",
    "suicidal",
    "traumatized",
];

/// The faults of `feeling_words.toml`.
pub fn feeling_words(text: &str) -> Vec<String> {
    walked(text, FeelingWords::parse(text).err(), |file| {
        file.only(&["step", "words"]);
        let (mut place, mut names) = (0, HashSet::new());
        file.each("step", |step| {
            place += 1;
            step.only(&["value", "name"]);
            let value = step.number("value", &(1..=7));
            if value != place {
                step.fault(format!("value is {value}, not {place}"));
            }
            if let Some(name) = step.plain_text("name") {
                count(step, "name", &name, 3);
                step.once("name", &mut names, name);
            }
        });
        if usize::try_from(place) != Ok(STEPS) {
            file.fault(format!("has {place} steps, not {STEPS}"));
        }
        let (mut sides, mut seen) = (HashSet::new(), HashSet::new());
        file.each("words", |words| {
            words.only(&["side", "list"]);
            if let Some(side) = words.one_of("side", &SIDES) {
                words.once("side", &mut sides, side);
            }
            list(words, &mut seen);
        });
        for side in SIDES.iter().filter(|side| !sides.contains(**side)) {
            file.fault(format!("no words for {side:?}"));
        }
    })
}

fn list(words: &mut Entry, seen: &mut HashSet<String>) {
    const WORDS_A_SIDE: std::ops::RangeInclusive<usize> = 12..=20;
    let values = words.table.get("list").and_then(Value::as_array);
    let Some(values) = values.cloned() else {
        words.fault("list is missing");
        return;
    };
    if !WORDS_A_SIDE.contains(&values.len()) {
        let count = values.len();
        words.fault(format!("has {count} words, not {}", span(&WORDS_A_SIDE)));
    }
    for value in &values {
        let Some(word) = value.as_str() else {
            words.fault(format!("{value} is not a text"));
            continue;
        };
        if word.trim() != word || word.is_empty() {
            words.fault(format!("{word:?} is empty or has spaces around it"));
        }
        if word != word.to_lowercase() {
            words.fault(format!("{word:?} has a capital"));
        }
        if CONDITIONS.contains(&word) {
            words.fault(format!("{word:?} names a condition"));
        }
        count(words, "a word", word, 3);
        for fault in reading::faults(word) {
            words.fault(format!("{word:?} {fault}"));
        }
        words.once("word", seen, word.to_owned());
    }
}

fn count(entry: &mut Entry, what: &str, text: &str, most: usize) {
    let words = reading::word_count(text);
    if words > most {
        entry.fault(format!(
            "{what} {text:?} has {words} words, not 1 to {most}"
        ));
    }
}
