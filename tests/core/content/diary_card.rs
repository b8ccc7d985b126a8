//! Finds every fault of the rows of the diary card.

use std::collections::HashSet;

use evenkeel_core::content::CardRows;
use toml::Table;

use super::entry::{Entry, walked};
use super::shape::{
    Field,
    Holds::{Data, Id, Number, Tables, Words},
    may, must,
};
use super::skills::{tables, text_of};

const FILE: &[Field] = &[must("item", Tables(ROW, 1..=199))];

const ROW: &[Field] = &[
    must("key", Id),
    must("group", Data),
    must("name", Words(1..=4)),
    must("kind", Data),
    may("unit", Words(1..=2)),
    must("start", Data),
    may("offers_help_from", Number(1..=5)),
    may("switch", Data),
    may("effective", Data),
    may("low", Words(1..=5)),
    may("high", Words(1..=5)),
];

const GROUPS: [&str; 8] = [
    "emotions",
    "urges",
    "actions",
    "body",
    "medicine",
    "substances",
    "please",
    "session",
];

/// Which rows look out for a high rating, and from which value on.
const LOOK_OUT: &[(&str, i64)] = &[
    ("urge-suicide", 4),
    ("urge-self-harm", 4),
    ("action-self-harm", 1),
    ("session-suicide", 4),
];

/// Beginnings of words that belong to what a switch hides.
const SWITCHED: &[(&str, &[&str])] = &[
    (
        "eating",
        &["ate", "eat", "meal", "bing", "food", "diet", "weigh"],
    ),
    ("exercise", &["exercis", "moved", "sport", "gym"]),
];

/// The faults of `diary_card.toml`.
pub fn diary_card(text: &str) -> Vec<String> {
    walked(text, CardRows::parse(text).err(), |file| {
        file.holds(FILE);
        let rows = tables(file.table, "item");
        let (mut keys, mut names) = (HashSet::new(), HashSet::new());
        for row in &rows {
            let key = text_of(row, "key");
            if !keys.insert(key) {
                file.fault(format!("key {key:?} is there twice"));
            }
            if !names.insert((text_of(row, "group"), text_of(row, "name"))) {
                file.fault(format!("row {key:?}: its name is there twice in its group"));
            }
            for fault in row_faults(row) {
                file.fault(format!("row {key:?}: {fault}"));
            }
        }
        set_faults(file, &rows);
    })
}

fn row_faults(row: &Table) -> Vec<String> {
    let mut faults = Vec::new();
    let (key, kind, group) = (
        text_of(row, "key"),
        text_of(row, "kind"),
        text_of(row, "group"),
    );
    let has = |field: &str| row.contains_key(field);
    let of_kind = [("low", "scale"), ("high", "scale"), ("unit", "count")];
    for (field, of) in of_kind {
        match (has(field), kind == of) {
            (false, true) => faults.push(format!("a {of} without {field}")),
            (true, false) => faults.push(format!("{field} is for a {of}")),
            _ => {}
        }
    }
    match (has("effective"), group == "actions") {
        (false, true) => faults.push("an action that leads nowhere: no effective".to_owned()),
        (true, false) => faults.push("effective is for an action".to_owned()),
        _ => {}
    }
    let from = row
        .get("offers_help_from")
        .and_then(toml::Value::as_integer);
    let most = match kind {
        "scale" => 5,
        "yes_no" => 1,
        _ => 0,
    };
    if from.is_some_and(|from| from > most) {
        faults.push("offers_help_from is higher than it can be".to_owned());
    }
    let expected = LOOK_OUT.iter().find(|(of, _)| *of == key);
    if from != expected.map(|(_, from)| *from) {
        faults.push(format!(
            "offers_help_from is not {:?}",
            expected.map(|(_, from)| from)
        ));
    }
    let name = text_of(row, "name").to_lowercase();
    let speaks_of = |begins: &&str| name.split(' ').any(|word| word.starts_with(begins));
    for (switch, words) in SWITCHED {
        if words.iter().any(speaks_of) != (text_of(row, "switch") == *switch) {
            faults.push(format!("the switch {switch:?} is missing, or not for it"));
        }
    }
    faults
}

/// What shows when all rows are seen together.
fn set_faults(file: &mut Entry, rows: &[&Table]) {
    for group in GROUPS {
        let starts = |row: &&&Table| {
            text_of(row, "group") == group && row.get("start") == Some(&toml::Value::Boolean(true))
        };
        if rows.iter().filter(starts).count() == 0 {
            file.fault(format!("no row of {group:?} is in the start set"));
        }
    }
    for (key, group, kind) in KEYS {
        let row = rows.iter().find(|row| text_of(row, "key") == *key);
        match row.map(|row| (text_of(row, "group"), text_of(row, "kind"))) {
            None => file.fault(format!("row {key:?} is gone, and old cards have it")),
            Some(found) if found != (*group, *kind) => file.fault(format!(
                "row {key:?} is another now: it was {kind} of {group}, and old cards have it"
            )),
            Some(_) => {}
        }
    }
    for key in rows.iter().map(|row| text_of(row, "key")) {
        if KEYS.iter().all(|(known, ..)| *known != key) {
            file.fault(format!("row {key:?} is not in the list of keys that stay"));
        }
    }
}

/// Every key that has ever shipped, with its group and kind. Lines are added here, never taken out or
/// changed: cards that were filled in are read by them.
const KEYS: &[(&str, &str, &str)] = &[
    ("emotion-anger", "emotions", "scale"),
    ("emotion-fear", "emotions", "scale"),
    ("emotion-sadness", "emotions", "scale"),
    ("emotion-shame", "emotions", "scale"),
    ("emotion-guilt", "emotions", "scale"),
    ("emotion-joy", "emotions", "scale"),
    ("emotion-jealousy", "emotions", "scale"),
    ("emotion-envy", "emotions", "scale"),
    ("emotion-loneliness", "emotions", "scale"),
    ("emotion-disgust", "emotions", "scale"),
    ("emotion-worry", "emotions", "scale"),
    ("emotion-love", "emotions", "scale"),
    ("emotion-calm", "emotions", "scale"),
    ("emotion-hope", "emotions", "scale"),
    ("urge-suicide", "urges", "scale"),
    ("urge-self-harm", "urges", "scale"),
    ("urge-use", "urges", "scale"),
    ("urge-quit-therapy", "urges", "scale"),
    ("urge-drink", "urges", "scale"),
    ("urge-binge", "urges", "scale"),
    ("urge-lash-out", "urges", "scale"),
    ("urge-isolate", "urges", "scale"),
    ("urge-skip-group", "urges", "scale"),
    ("urge-gamble", "urges", "scale"),
    ("urge-spend", "urges", "scale"),
    ("action-self-harm", "actions", "yes_no"),
    ("action-used-substance", "actions", "yes_no"),
    ("action-not-truthful", "actions", "yes_no"),
    ("action-binged", "actions", "yes_no"),
    ("action-lashed-out", "actions", "count"),
    ("action-isolated", "actions", "yes_no"),
    ("action-skipped-group", "actions", "yes_no"),
    ("action-asked-for-help", "actions", "yes_no"),
    ("action-went-to-group", "actions", "yes_no"),
    ("action-waited-out-urge", "actions", "count"),
    ("action-mutual-help", "actions", "count"),
    ("action-talked-to-someone", "actions", "yes_no"),
    ("action-did-homework", "actions", "yes_no"),
    ("action-something-nice", "actions", "yes_no"),
    ("action-hard-task", "actions", "yes_no"),
    ("action-went-outside", "actions", "yes_no"),
    ("body-misery", "body", "scale"),
    ("body-sleep-hours", "body", "hours"),
    ("body-sleep-quality", "body", "scale"),
    ("body-pain", "body", "scale"),
    ("body-energy", "body", "scale"),
    ("body-nightmares", "body", "count"),
    ("medicine-as-prescribed", "medicine", "yes_no"),
    ("medicine-side-effects", "medicine", "text"),
    ("substance-alcohol", "substances", "text"),
    ("substance-other-drugs", "substances", "text"),
    ("substance-over-the-counter", "substances", "text"),
    ("substance-as-needed", "substances", "text"),
    ("substance-nicotine", "substances", "text"),
    ("substance-caffeine", "substances", "text"),
    ("please-illness", "please", "yes_no"),
    ("please-eating", "please", "yes_no"),
    ("please-no-drugs", "please", "yes_no"),
    ("please-sleep", "please", "yes_no"),
    ("please-exercise", "please", "yes_no"),
    ("session-quit-therapy", "session", "scale"),
    ("session-use", "session", "scale"),
    ("session-suicide", "session", "scale"),
    ("session-change-emotions", "session", "scale"),
    ("session-change-actions", "session", "scale"),
    ("session-change-thoughts", "session", "scale"),
];
