use chrono::TimeDelta;
use evenkeel_core::assessments::{self, GATE};
use evenkeel_core::error::ErrorCode;

use super::{ALL, begun, fill, give, instrument, look, room, start, try_finish, try_give};
use crate::fixture::{assert_code, raw};
use crate::practising::json;

#[test]
fn a_new_one_shows_the_published_questions_and_no_score() {
    let mut room = room();
    for id in ALL {
        let view = start(&mut room, id);
        let file = instrument(id);
        assert_eq!(
            (&view.instrument, &view.name, &view.lead),
            (&file.id, &file.name, &file.lead)
        );
        assert_eq!(view.gate, file.gate);
        for (shown, item) in view.items.iter().zip(&file.items) {
            assert_eq!((&shown.id, &shown.text), (&item.id, &item.text));
            assert_eq!(shown.options, file.options_of(item));
            assert_eq!(shown.counts, item.counts);
        }
        assert_eq!(view.items.len(), file.items.len());
        assert!(view.answers.is_empty() && !view.finished);
        assert!(view.score.is_none() && view.band.is_none() && view.before.is_none());
        assert_eq!(
            (view.date.as_str(), &view.notes),
            ("2026-11-22", &file.notes)
        );
    }
    let unknown = assessments::start(room.open.database_mut(), "c-ssrs", &room.now);
    assert_code(unknown, ErrorCode::NotFound);
}

#[test]
fn a_half_done_one_goes_on_where_it_was_after_the_app_was_closed() {
    let mut room = room();
    let id = begun(&mut room, "phq-9");
    give(&mut room, id, "1", 2);
    give(&mut room, id, "10", 1);
    let mut room = room.reopened();
    room.pass(TimeDelta::days(3));
    let view = start(&mut room, "phq-9");
    assert_eq!(view.id, id);
    let expected = serde_json::json!([{"item": "1", "value": 2}, {"item": "10", "value": 1}]);
    assert_eq!(json(&view.answers), expected);
    assert_ne!(begun(&mut room, "gad-7"), id, "each instrument has its own");
    fill(&mut room, id, 1);
    let done = try_finish(&mut room, id).unwrap();
    assert_eq!(
        (done.score, done.date.as_str()),
        (Some(9), "2026-11-25"),
        "the day it was finished"
    );
    assert_ne!(
        begun(&mut room, "phq-9"),
        id,
        "a finished one is not begun again"
    );
}

#[test]
fn it_cannot_be_finished_while_a_counted_item_has_no_answer() {
    for id in ALL {
        let mut room = room();
        let started = start(&mut room, id);
        assert_code(try_finish(&mut room, started.id), ErrorCode::Invalid);
        if started.gate.is_some() {
            give(&mut room, started.id, GATE, 1);
        }
        for item in started.items.iter().filter(|item| item.counts) {
            assert_code(try_finish(&mut room, started.id), ErrorCode::Invalid);
            assert!(!look(&room, started.id).finished, "{id}");
            give(&mut room, started.id, &item.id, 1);
        }
        assert!(try_finish(&mut room, started.id).unwrap().finished, "{id}");
    }
    let mut room = room();
    assert_code(try_finish(&mut room, 7), ErrorCode::NotFound);
}

#[test]
fn an_answer_can_be_changed_and_taken_back() {
    let mut room = room();
    let id = begun(&mut room, "phq-2");
    for value in [3, 1, 0] {
        give(&mut room, id, "1", value);
        assert_eq!(look(&room, id).answers[0].value, value);
    }
    try_give(&mut room, id, "1", None).unwrap();
    try_give(&mut room, id, "1", None).unwrap();
    assert!(look(&room, id).answers.is_empty());
}

#[test]
fn what_the_instrument_does_not_ask_is_refused_and_changes_nothing() {
    let mut room = room();
    for (of, item, value) in [
        ("phq-9", "11", 0),
        ("phq-9", "", 0),
        ("phq-9", " 1", 0),
        ("phq-9", "1", 4),
        ("phq-9", "10", 4),
        ("phq-9", GATE, 1),
        ("who-5", "1", 6),
        ("audit-c", "3", 5),
        ("pc-ptsd-5", "1", 2),
        ("pc-ptsd-5", GATE, 2),
        ("pc-ptsd-5", GATE, u8::MAX),
    ] {
        let id = begun(&mut room, of);
        let given = try_give(&mut room, id, item, Some(value));
        assert_code(given, ErrorCode::Invalid);
        assert!(look(&room, id).answers.is_empty(), "{of} {item:?} {value}");
    }
    let id = begun(&mut room, "phq-9");
    assert_code(try_give(&mut room, id, "11", None), ErrorCode::Invalid);
    assert_code(
        try_give(&mut room, 9_999, "1", Some(1)),
        ErrorCode::NotFound,
    );
    assert_code(
        assessments::open(room.open.database(), 9_999),
        ErrorCode::NotFound,
    );
}

#[test]
fn a_gate_with_no_ends_it_with_zero() {
    let mut room = room();
    let id = begun(&mut room, "pc-ptsd-5");
    assert_code(try_finish(&mut room, id), ErrorCode::Invalid);
    give(&mut room, id, GATE, 0);
    let done = try_finish(&mut room, id).unwrap();
    assert_eq!((done.score, done.finished), (Some(0), true));
    let expected = serde_json::json!([{"item": "gate", "value": 0}]);
    assert_eq!(json(&done.answers), expected);
}

#[test]
fn each_answer_is_on_the_disk_once_it_is_given() {
    let mut room = room();
    let id = begun(&mut room, "gad-7");
    give(&mut room, id, "4", 2);
    room.reopened_after(|made| {
        let kept: (String, u8) = raw(made)
            .query_row("SELECT item, value FROM assessment_answer", [], |row| {
                Ok((row.get(0)?, row.get(1)?))
            })
            .unwrap();
        assert_eq!(kept, ("4".to_owned(), 2));
    });
}
