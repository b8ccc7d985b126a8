//! Homework: given, due, done.

use chrono::TimeDelta;
use evenkeel_core::error::{Error, ErrorCode};
use evenkeel_core::schedule::homework::{
    self, DueView, HomeworkDoneRequest, HomeworkId, HomeworkSaveRequest, HomeworkView,
};
use evenkeel_core::schedule::programme::{self, BreakView, ProgrammeSaveRequest};
use evenkeel_core::schedule::{EventDetails, EventId, EventKind, Scope, undo};

use super::planned::{
    NEW_YORK, all_day, busy, cancel, change, go_to, harbour, instead, on, plan, quiet, sessions,
};
use crate::fixture::assert_code;
use crate::practising::Room;

pub fn given(text: &str, event: Option<EventId>, date: &str) -> HomeworkSaveRequest {
    HomeworkSaveRequest {
        id: None,
        text: text.to_owned(),
        skill: None,
        event,
        given_date: date.to_owned(),
        due_date: None,
    }
}

pub fn due_on(text: &str, date: &str) -> HomeworkSaveRequest {
    HomeworkSaveRequest {
        due_date: Some(date.to_owned()),
        ..given(text, None, "2026-11-16")
    }
}

#[track_caller]
pub fn give(room: &mut Room, request: &HomeworkSaveRequest) -> HomeworkId {
    try_give(room, request).unwrap().id
}

fn try_give(room: &mut Room, request: &HomeworkSaveRequest) -> Result<HomeworkView, Error> {
    homework::save(room.open.database_mut(), request, &room.now)
}

pub fn set_done(room: &mut Room, id: HomeworkId, done: bool) -> Option<String> {
    let request = HomeworkDoneRequest { id, done };
    let view = homework::done(room.open.database_mut(), request, &room.now);
    view.unwrap().done_date
}

fn list(room: &Room) -> Vec<HomeworkView> {
    homework::list(room.open.database(), &room.now).unwrap()
}

fn texts(list: &[HomeworkView]) -> Vec<&str> {
    list.iter().map(|one| one.text.as_str()).collect()
}

/// When one is due, and at which event.
fn due(room: &Room, id: HomeworkId) -> Option<(String, Option<String>, Option<EventId>)> {
    let one = list(room).into_iter().find(|one| one.id == id).unwrap();
    let DueView { date, time, event } = one.due?;
    Some((date, time, event))
}

/// The day and time at which one is due.
fn due_at(room: &Room, id: HomeworkId) -> Option<String> {
    let (date, time, _) = due(room, id)?;
    Some(format!("{date} {}", time?))
}

fn group(room: &Room) -> EventId {
    on(room, "2026-11-19", EventKind::Group).event
}

#[test]
fn homework_is_kept_as_it_was_given() {
    let mut room = busy();
    let event = group(&room);
    let request = HomeworkSaveRequest {
        skill: Some("opposite-action".to_owned()),
        ..given("  Opposite action, once.\n", Some(event), "2026-11-19")
    };
    let first = try_give(&mut room, &request).unwrap();
    assert_eq!(first.text, "Opposite action, once.");
    let room = &mut room.reopened();
    let kept = list(room).remove(0);
    assert!(kept == first);
    assert_eq!(kept.skill.as_deref(), Some("opposite-action"));
    assert_eq!(
        (kept.event, kept.given_date.as_str()),
        (Some(event), "2026-11-19")
    );
    assert_eq!((kept.done_date, kept.trashed_on), (None, None));

    let changed = HomeworkSaveRequest {
        id: Some(first.id),
        due_date: Some("2026-12-01".to_owned()),
        ..given("Opposite action, twice.", None, "2026-11-18")
    };
    try_give(room, &changed).unwrap();
    let all = list(room);
    assert_eq!(texts(&all), ["Opposite action, twice."]);
    assert_eq!((all[0].skill.as_deref(), all[0].event), (None, None));
    assert_eq!(all[0].given_date, "2026-11-18");
    assert_eq!(
        due(room, first.id),
        Some(("2026-12-01".to_owned(), None, None))
    );
}

#[test]
fn what_is_no_homework_is_refused() {
    let mut room = busy();
    let event = group(&room);
    let kept = give(&mut room, &given("Kept", Some(event), "2026-11-19"));
    let faults = [
        given("", None, "2026-11-19"),
        given(" \n\t", None, "2026-11-19"),
        given("x", None, ""),
        given("x", None, "2026-11-31"),
        given("x", Some(4711), "2026-11-19"),
        due_on("x", "tomorrow"),
    ];
    for (number, fault) in faults.iter().enumerate() {
        let changed = HomeworkSaveRequest {
            id: Some(kept),
            ..fault.clone()
        };
        for request in [fault, &changed] {
            match try_give(&mut room, request) {
                Ok(_) => panic!("{number} was taken"),
                Err(error) => assert_eq!(error.code(), ErrorCode::Invalid, "{number}"),
            }
        }
    }
    assert_eq!(texts(&list(&room)), ["Kept"]);
    let gone = HomeworkSaveRequest {
        id: Some(kept + 1),
        ..given("x", None, "2026-11-19")
    };
    assert_code(try_give(&mut room, &gone), ErrorCode::NotFound);
    let request = HomeworkDoneRequest {
        id: kept + 1,
        done: true,
    };
    let done = homework::done(room.open.database_mut(), request, &room.now);
    assert_code(done, ErrorCode::NotFound);
}

#[test]
fn it_is_due_at_the_next_session_of_its_event() {
    let mut room = busy();
    let event = group(&room);
    for (given_on, expected) in [
        ("2026-11-15", "2026-11-16 17:30"),
        ("2026-11-16", "2026-11-18 17:30"),
        ("2026-11-18", "2026-11-19 17:30"),
        ("2026-11-19", "2026-11-23 17:30"),
        ("2026-11-20", "2026-11-23 17:30"),
    ] {
        let id = give(&mut room, &given(given_on, Some(event), given_on));
        assert_eq!(due_at(&room, id).as_deref(), Some(expected), "{given_on}");
        assert_eq!(due(&room, id).unwrap().2, Some(event));
    }
    let family = on(&room, "2026-11-14", EventKind::Family).event;
    let id = give(&mut room, &given("Family", Some(family), "2026-11-14"));
    assert_eq!(due_at(&room, id).as_deref(), Some("2026-11-28 10:00"));
    let by_day = HomeworkSaveRequest {
        due_date: Some("2026-11-20".to_owned()),
        ..given("By a day", Some(event), "2026-11-16")
    };
    let id = give(&mut room, &by_day);
    assert_eq!(
        due(&room, id),
        Some(("2026-11-20".to_owned(), None, None)),
        "a day that was said comes first"
    );
    let id = give(&mut room, &given("Some day", None, "2026-11-16"));
    assert_eq!(due(&room, id), None);
}

#[test]
fn it_follows_a_session_that_is_moved_cancelled_or_in_a_break() {
    let mut room = busy();
    let event = group(&room);
    let id = give(&mut room, &given("Diary card", Some(event), "2026-11-19"));
    let monday = on(&room, "2026-11-23", EventKind::Group);
    let later = instead(EventKind::Group, "2026-11-24", "18:00", 180);
    let moved = change(&mut room, &monday, Scope::This, later);
    assert_eq!(due_at(&room, id).as_deref(), Some("2026-11-24 18:00"));
    undo(room.open.database_mut(), &moved.undo).unwrap();
    assert_eq!(due_at(&room, id).as_deref(), Some("2026-11-23 17:30"));
    cancel(&mut room, &monday, Scope::This);
    assert_eq!(due_at(&room, id).as_deref(), Some("2026-11-25 17:30"));
    let with_break = ProgrammeSaveRequest {
        breaks: vec![BreakView {
            id: None,
            first_date: "2026-11-25".to_owned(),
            last_date: "2026-11-29".to_owned(),
            name: "Thanksgiving".to_owned(),
        }],
        ..harbour()
    };
    programme::save(room.open.database_mut(), &with_break, &room.now).unwrap();
    assert_eq!(due_at(&room, id).as_deref(), Some("2026-11-30 17:30"));
    let last = on(&room, "2026-11-30", EventKind::Group);
    cancel(&mut room, &last, Scope::ThisAndFuture);
    assert_eq!(due(&room, id), None, "no session is left to bring it to");
}

#[test]
fn a_split_series_is_one_for_homework() {
    let mut room = busy();
    let event = group(&room);
    let open = give(&mut room, &given("Open", Some(event), "2026-11-18"));
    let late = give(&mut room, &given("Late", Some(event), "2026-11-25"));
    let done = give(&mut room, &given("Done", Some(event), "2026-11-18"));
    set_done(&mut room, done, true);
    let from = on(&room, "2026-11-25", EventKind::Group);
    let earlier = EventDetails {
        date: "2026-11-25".to_owned(),
        time: Some("09:00".to_owned()),
        ..sessions().remove(0)
    };
    let split = change(&mut room, &from, Scope::ThisAndFuture, earlier);
    assert_ne!(split.event, event);
    assert_eq!(due_at(&room, open).as_deref(), Some("2026-11-19 17:30"));
    assert_eq!(due_at(&room, late).as_deref(), Some("2026-11-26 09:00"));
    let given_later = given("At the old one", Some(event), "2026-11-23");
    let given_later = give(&mut room, &given_later);
    assert_eq!(
        due(&room, given_later),
        Some((
            "2026-11-25".to_owned(),
            Some("09:00".to_owned()),
            Some(split.event)
        )),
        "the new one follows the old one"
    );
}

#[test]
fn an_event_in_the_trash_has_no_next_session() {
    let mut room = busy();
    let event = group(&room);
    let id = give(&mut room, &given("Diary card", Some(event), "2026-11-19"));
    let one = on(&room, "2026-11-23", EventKind::Group);
    let gone = cancel(&mut room, &one, Scope::All);
    assert_eq!(due(&room, id), None);
    assert_eq!(texts(&list(&room)), ["Diary card"], "it is still there");
    undo(room.open.database_mut(), &gone.undo).unwrap();
    assert_eq!(due_at(&room, id).as_deref(), Some("2026-11-23 17:30"));
}

#[test]
fn an_all_day_session_is_due_on_its_day() {
    let mut room = quiet();
    let event = plan(&mut room, all_day(EventKind::Family, "2026-11-28", 2));
    let id = give(&mut room, &given("Letter", Some(event), "2026-11-20"));
    assert_eq!(
        due(&room, id),
        Some(("2026-11-28".to_owned(), None, Some(event)))
    );
    let id = give(&mut room, &given("Letter", Some(event), "2026-11-28"));
    assert_eq!(
        due(&room, id),
        None,
        "the day on which it was given is over"
    );
}

#[test]
fn what_is_due_first_comes_first_and_what_is_done_last() {
    let mut room = busy();
    let event = group(&room);
    for request in [
        given("no day", None, "2026-11-01"),
        due_on("the 24th", "2026-11-24"),
        given("the 23rd at a time", Some(event), "2026-11-19"),
        due_on("the 23rd", "2026-11-23"),
        due_on("the 20th", "2026-11-20"),
        due_on("done first", "2026-11-17"),
        due_on("done last", "2026-11-18"),
    ] {
        give(&mut room, &request);
    }
    let id = |room: &Room, text: &str| {
        let all = list(room);
        all.iter().find(|one| one.text == text).unwrap().id
    };
    let (first, last) = (id(&room, "done first"), id(&room, "done last"));
    set_done(&mut room, first, true);
    room.pass(TimeDelta::days(1));
    set_done(&mut room, last, true);
    assert_eq!(
        texts(&list(&room)),
        [
            "the 20th",
            "the 23rd",
            "the 23rd at a time",
            "the 24th",
            "no day",
            "done last",
            "done first"
        ]
    );
}

#[test]
fn done_is_said_on_a_day_and_can_be_taken_back() {
    let mut room = busy();
    let id = give(&mut room, &due_on("Diary card", "2026-11-24"));
    // 10 pm in New York, already Monday in UTC.
    go_to(&mut room, "2026-11-23T03:00:00Z", NEW_YORK);
    let done = Some("2026-11-22".to_owned());
    assert_eq!(set_done(&mut room, id, true), done);
    room.pass(TimeDelta::days(2));
    assert_eq!(set_done(&mut room, id, true), done, "said twice");
    let changed = HomeworkSaveRequest {
        id: Some(id),
        ..due_on("Diary card, all of it", "2026-11-24")
    };
    let saved = try_give(&mut room, &changed).unwrap();
    assert_eq!(saved.done_date, done, "a change leaves it done");
    assert_eq!(set_done(&mut room, id, false), None);
    assert_eq!(set_done(&mut room, id, false), None);
    assert_eq!(set_done(&mut room, id, true).as_deref(), Some("2026-11-24"));
}

#[test]
fn the_trash_keeps_it_for_thirty_days() {
    let mut room = busy();
    let kept = give(&mut room, &due_on("Kept", "2026-11-24"));
    let id = give(&mut room, &due_on("Diary card", "2026-11-24"));
    set_done(&mut room, id, true);
    let trashed = |room: &Room| homework::trashed(room.open.database(), &room.now).unwrap();
    let database = room.open.database_mut();
    assert_code(homework::delete(database, id), ErrorCode::Invalid);
    homework::trash(database, id, &room.now).unwrap();
    assert_eq!(texts(&list(&room)), ["Kept"]);
    room.pass(TimeDelta::days(1));
    homework::trash(room.open.database_mut(), id, &room.now).unwrap();
    let there = trashed(&room);
    assert_eq!(texts(&there), ["Diary card"]);
    assert_eq!(there[0].trashed_on.as_deref(), Some("2026-11-22"));
    homework::restore(room.open.database_mut(), id).unwrap();
    assert!(trashed(&room).is_empty());
    let back = list(&room);
    assert_eq!(texts(&back), ["Kept", "Diary card"]);
    assert!(back[1].done_date.is_some(), "as it was");

    for one in [kept, id] {
        homework::trash(room.open.database_mut(), one, &room.now).unwrap();
    }
    homework::delete(room.open.database_mut(), kept).unwrap();
    room.pass(TimeDelta::days(30));
    room.open.tidy(&room.now).unwrap();
    assert_eq!(texts(&trashed(&room)), ["Diary card"]);
    room.pass(TimeDelta::milliseconds(1));
    room.open.tidy(&room.now).unwrap();
    assert!(trashed(&room).is_empty());
    let database = room.open.database_mut();
    assert_code(
        homework::trash(database, id, &room.now),
        ErrorCode::NotFound,
    );
    assert_code(homework::restore(database, id), ErrorCode::NotFound);
}
