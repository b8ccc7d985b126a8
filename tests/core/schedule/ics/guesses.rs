//! Which kind of session an event is taken for.

use evenkeel_core::schedule::EventKind;

use super::{calendar, events};
use crate::schedule::room;

fn kind_of(lines: &str) -> EventKind {
    let lines = format!("DTSTART:20261201T170000\n{lines}");
    let preview = room().preview_of(calendar(&events(&[("one", &lines)])));
    preview.events[0].kind
}

#[test]
fn words_of_the_title_say_the_kind() {
    for (summary, kind) in [
        ("IOP Process Group", EventKind::Group),
        ("Group therapy", EventKind::Group),
        ("DBT skills group", EventKind::Group),
        ("1:1 with Dana", EventKind::Individual),
        ("Therapy: Dana", EventKind::Individual),
        ("Individual", EventKind::Individual),
        ("Multifamily group", EventKind::Family),
        ("DBT Skills Class", EventKind::Psychoeducation),
        ("Education night", EventKind::Psychoeducation),
        ("Med check", EventKind::Medication),
        ("Psychiatrist\\, Dr. Lee", EventKind::Medication),
        ("Yoga", EventKind::Holistic),
        ("Mindfulness", EventKind::Holistic),
        ("Intake", EventKind::Assessment),
        ("AA\\, St. Mark's", EventKind::MutualHelp),
        ("SMART Recovery", EventKind::MutualHelp),
        ("NA meeting", EventKind::MutualHelp),
        ("Dentist", EventKind::Personal),
        ("Party with Nadia", EventKind::Personal),
        ("Start the car repair", EventKind::Personal),
        ("Spanish class", EventKind::Personal),
        ("", EventKind::Personal),
    ] {
        assert_eq!(kind_of(&format!("SUMMARY:{summary}")), kind, "{summary}");
    }
}

#[test]
fn a_category_says_the_kind_too_and_its_own_mark_before_every_word() {
    assert_eq!(
        kind_of("SUMMARY:Dana\nCATEGORIES:Work,Group"),
        EventKind::Group
    );
    assert_eq!(
        kind_of("SUMMARY:Book group\nCATEGORIES:PERSONAL"),
        EventKind::Personal
    );
    assert_eq!(kind_of("SUMMARY:AA\nCATEGORIES:OTHER"), EventKind::Other);
}
