//! What can still be done to one that is finished.

use chrono::TimeDelta;
use evenkeel_core::assessments::{self, AssessmentId, GATE, InstrumentView};
use evenkeel_core::error::ErrorCode;
use evenkeel_core::progress::Span;

use super::{begun, choose, finish, give, look, room, try_finish, try_give};
use crate::fixture::{assert_code, at};
use crate::practising::{Room, json};

#[test]
fn a_changed_answer_is_scored_anew_and_its_day_stays() {
    let mut room = room();
    let id = begun(&mut room, "phq-9");
    assert_eq!(finish(&mut room, id, 1).score, Some(9));
    room.pass(TimeDelta::days(2));
    give(&mut room, id, "3", 3);
    let view = look(&room, id);
    assert_eq!(
        (view.score, view.finished, view.date.as_str()),
        (Some(11), true, "2026-11-22")
    );
    assert_eq!(view.band.unwrap().label, "moderate");
    let page = assessments::page(room.open.database(), "phq-9").unwrap();
    assert_eq!(page[0].score, 11);
    give(&mut room, id, "10", 3);
    try_give(&mut room, id, "10", None).unwrap();
    assert_eq!(look(&room, id).score, Some(11), "the tenth does not count");
}

#[test]
fn a_counted_answer_cannot_be_taken_back() {
    let mut room = room();
    let id = begun(&mut room, "gad-7");
    finish(&mut room, id, 2);
    let before = json(&look(&room, id));
    for item in ["1", "4", "7"] {
        assert_code(try_give(&mut room, id, item, None), ErrorCode::Invalid);
    }
    assert_eq!(json(&look(&room, id)), before);
}

#[test]
fn finishing_again_changes_nothing() {
    let mut room = room();
    let id = begun(&mut room, "who-5");
    let done = json(&finish(&mut room, id, 3));
    room.pass(TimeDelta::days(1));
    assert_eq!(json(&try_finish(&mut room, id).unwrap()), done);
}

/// The gate of the PC-PTSD-5 with no, finished.
fn gated(room: &mut Room) -> AssessmentId {
    let id = begun(room, "pc-ptsd-5");
    give(room, id, GATE, 0);
    try_finish(room, id).unwrap();
    id
}

const QUESTIONS: [&str; 5] = ["1", "2", "3", "4", "5"];

#[test]
fn the_gate_of_a_finished_one_may_change_once_its_items_are_answered() {
    let mut room = room();
    let id = gated(&mut room);
    for item in QUESTIONS {
        give(&mut room, id, item, 1);
        assert_eq!(look(&room, id).score, Some(0));
    }
    give(&mut room, id, GATE, 1);
    assert_eq!(look(&room, id).score, Some(5));
    give(&mut room, id, GATE, 0);
    assert_eq!(look(&room, id).score, Some(0));
    assert_code(try_give(&mut room, id, GATE, None), ErrorCode::Invalid);
}

#[test]
fn one_whose_gate_becomes_a_yes_is_half_done_again_and_can_be_finished() {
    let mut room = room();
    choose(&mut room, "pc-ptsd-5", true).unwrap();
    let id = gated(&mut room);
    room.pass(TimeDelta::days(2));
    give(&mut room, id, GATE, 1);
    let view = look(&room, id);
    assert_eq!((view.finished, view.score, view.band), (false, None, None));
    assert_code(try_finish(&mut room, id), ErrorCode::Invalid);
    assert!(room.progress(Span::All).series.is_empty(), "not drawn");
    let listed = listed(&room);
    assert_eq!((listed.times_done, listed.last), (0, None));
    assert_eq!(begun(&mut room, "pc-ptsd-5"), id, "gone on with");
    let mut room = room.reopened();
    for item in QUESTIONS {
        give(&mut room, id, item, 1);
    }
    assert!(!look(&room, id).finished, "not before it is said");
    let done = try_finish(&mut room, id).unwrap();
    assert_eq!(
        (done.score, done.date.as_str()),
        (Some(5), "2026-11-24"),
        "the day it was finished"
    );
}

#[test]
fn one_that_is_half_done_again_may_be_taken_back_to_no() {
    let mut room = room();
    let id = gated(&mut room);
    give(&mut room, id, GATE, 1);
    try_give(&mut room, id, GATE, None).unwrap();
    give(&mut room, id, GATE, 0);
    assert!(!look(&room, id).finished);
    assert_eq!(try_finish(&mut room, id).unwrap().score, Some(0));
}

#[test]
fn of_two_half_done_ones_the_later_is_gone_on_with_first() {
    let mut room = room();
    let first = gated(&mut room);
    room.pass(TimeDelta::days(14));
    let second = begun(&mut room, "pc-ptsd-5");
    give(&mut room, second, GATE, 1);
    give(&mut room, first, GATE, 1);
    assert_eq!(listed(&room).unfinished, Some(second));
    assert_eq!(begun(&mut room, "pc-ptsd-5"), second);
    assert_eq!(look(&room, first).answers.len(), 1, "nothing is lost");
    finish(&mut room, second, 1);
    assert_eq!(listed(&room).unfinished, Some(first));
    assert_eq!(begun(&mut room, "pc-ptsd-5"), first, "then the other");
    finish(&mut room, first, 0);
    let page = assessments::page(room.open.database(), "pc-ptsd-5").unwrap();
    let ids: Vec<_> = page.iter().map(|one| one.id).collect();
    assert_eq!(ids, [first, second], "in the order of their ends");
}

fn listed(room: &Room) -> InstrumentView {
    let all = assessments::instruments(room.open.database(), &room.now).unwrap();
    let mut all = all.into_iter();
    all.find(|view| view.id == "pc-ptsd-5").unwrap()
}

#[test]
fn the_one_before_it_is_the_last_that_was_finished_before() {
    let mut room = room();
    let mut ids = Vec::new();
    for value in [1, 2, 0] {
        let id = begun(&mut room, "phq-2");
        finish(&mut room, id, value);
        ids.push(id);
        let other = begun(&mut room, "gad-7");
        finish(&mut room, other, 3);
        room.pass(TimeDelta::days(14));
    }
    let before = |room: &_, id| json(&look(room, id).before);
    assert_eq!(before(&room, ids[0]), serde_json::Value::Null);
    let first = serde_json::json!({"id": ids[0], "date": "2026-11-22", "score": 2});
    assert_eq!(before(&room, ids[1]), first);
    let second = serde_json::json!({"id": ids[1], "date": "2026-12-06", "score": 4});
    assert_eq!(before(&room, ids[2]), second);
    let half_done = begun(&mut room, "phq-2");
    let third = serde_json::json!({"id": ids[2], "date": "2026-12-20", "score": 0});
    assert_eq!(before(&room, half_done), third);
    assessments::trash(room.open.database_mut(), ids[1], &room.now).unwrap();
    assert_eq!(
        before(&room, ids[2]),
        first,
        "one in the trash is not there"
    );
}

#[test]
fn the_day_is_the_local_one_on_which_it_was_finished() {
    let mut room = room();
    room.now = at("2026-12-31T20:00:00Z", chrono_tz::America::New_York);
    let id = begun(&mut room, "phq-2");
    room.now = at("2026-12-31T21:00:00Z", chrono_tz::Asia::Kathmandu);
    assert_eq!(finish(&mut room, id, 1).date, "2027-01-01");
    room.now = at("2026-12-31T22:00:00Z", chrono_tz::Pacific::Honolulu);
    let second = begun(&mut room, "phq-2");
    assert_eq!(finish(&mut room, second, 2).date, "2026-12-31");
    let page = assessments::page(room.open.database(), "phq-2").unwrap();
    let ids: Vec<_> = page.iter().map(|one| one.id).collect();
    assert_eq!(ids, [second, id], "in the order in which they were");
    let before = look(&room, second).before.unwrap();
    assert_eq!((before.id, before.date.as_str()), (id, "2027-01-01"));
}
