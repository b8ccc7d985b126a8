//! The instruments there are, when each was last done, and the gentle rhythm of it.

use chrono::TimeDelta;
use evenkeel_core::assessments::{self, InstrumentView};
use evenkeel_core::error::ErrorCode;

use super::{ALL, begun, choose, finish, instrument, room};
use crate::fixture::{assert_code, at};
use crate::practising::Room;

fn views(room: &Room) -> Vec<InstrumentView> {
    assessments::instruments(room.open.database(), &room.now).unwrap()
}

fn view(room: &Room, id: &str) -> InstrumentView {
    views(room).into_iter().find(|view| view.id == id).unwrap()
}

#[test]
fn each_shows_what_its_file_says() {
    let room = room();
    for (view, id) in views(&room).into_iter().zip(ALL) {
        let file = instrument(id);
        assert_eq!(
            (&view.id, &view.name, &view.full_name),
            (&file.id, &file.name, &file.full_name)
        );
        assert_eq!(
            (&view.about, &view.notice, &view.notes),
            (&file.about, &file.notice, &file.notes)
        );
        assert_eq!(
            (&view.credit, &view.licence, &view.sources),
            (&file.credit, &file.licence, &file.sources)
        );
        assert!(!view.due && view.last.is_none() && view.unfinished.is_none());
        assert_eq!(view.times_done, 0);
    }
}

#[test]
fn two_are_off_until_the_person_switches_them_on() {
    let mut room = room();
    let on = |room: &Room| {
        let views = views(room).into_iter().filter(|view| view.on);
        views.map(|view| view.id).collect::<Vec<_>>()
    };
    assert_eq!(on(&room), ALL[..4]);
    for id in &ALL[4..] {
        assert!(view(&room, id).opt_in);
        assert!(!view(&room, id).notice.is_empty(), "{id} says what to mind");
        choose(&mut room, id, true).unwrap();
        choose(&mut room, id, true).unwrap();
    }
    choose(&mut room, "who-5", false).unwrap();
    let mut room = room.reopened();
    assert_eq!(
        on(&room),
        ["phq-9", "phq-2", "gad-7", "pc-ptsd-5", "audit-c"]
    );
    choose(&mut room, "audit-c", false).unwrap();
    choose(&mut room, "who-5", true).unwrap();
    assert_eq!(on(&room), ["phq-9", "phq-2", "gad-7", "who-5", "pc-ptsd-5"]);
    assert_code(choose(&mut room, "c-ssrs", true), ErrorCode::NotFound);
}

#[test]
fn switching_one_off_keeps_what_was_filled_in() {
    let mut room = room();
    let id = begun(&mut room, "phq-9");
    finish(&mut room, id, 2);
    begun(&mut room, "phq-9");
    choose(&mut room, "phq-9", false).unwrap();
    let off = view(&room, "phq-9");
    assert_eq!((off.on, off.times_done), (false, 1));
    assert!(off.unfinished.is_some());
    assert_eq!(off.last.unwrap().score, 18);
}

#[test]
fn one_is_due_when_its_rhythm_is_over_and_never_before_the_first_time() {
    for of in ALL {
        let mut room = room();
        choose(&mut room, of, true).unwrap();
        let rhythm = TimeDelta::days(instrument(of).rhythm_days.into());
        room.pass(rhythm * 3);
        assert!(!view(&room, of).due, "{of} before the first time");
        let id = begun(&mut room, of);
        finish(&mut room, id, 1);
        assert!(!view(&room, of).due, "{of} on its day");
        room.pass(rhythm - TimeDelta::days(1));
        assert!(!view(&room, of).due, "{of} on the day before");
        room.pass(TimeDelta::days(1));
        assert!(view(&room, of).due, "{of} when its rhythm is over");
        room.pass(TimeDelta::days(400));
        assert!(view(&room, of).due);
        let again = begun(&mut room, of);
        assert!(view(&room, of).due, "{of} half-done is not done");
        finish(&mut room, again, 0);
        assert!(!view(&room, of).due, "{of} done again");
    }
}

#[test]
fn one_that_is_off_is_never_due() {
    for of in ALL {
        let mut room = room();
        let id = begun(&mut room, of);
        finish(&mut room, id, 1);
        room.pass(TimeDelta::days(400));
        assert_eq!(view(&room, of).due, !instrument(of).opt_in, "{of}");
        choose(&mut room, of, false).unwrap();
        assert!(!view(&room, of).due, "{of} off");
        choose(&mut room, of, true).unwrap();
        assert!(view(&room, of).due, "{of} on again");
    }
}

/// 2026-10-25 has 25 hours in Berlin.
#[test]
fn the_rhythm_counts_local_days_and_not_hours() {
    let mut room = room();
    room.now = at("2026-10-18T21:30:00Z", chrono_tz::Europe::Berlin);
    let id = begun(&mut room, "phq-2");
    finish(&mut room, id, 1);
    room.now = at("2026-10-31T22:59:59Z", chrono_tz::Europe::Berlin);
    assert!(!view(&room, "phq-2").due, "still the 31st");
    room.now = at("2026-10-31T23:00:00Z", chrono_tz::Europe::Berlin);
    assert!(view(&room, "phq-2").due);
}

#[test]
fn the_list_says_what_was_last_and_how_often() {
    let mut room = room();
    for (value, times) in [(1, 1), (3, 2), (0, 3)] {
        let id = begun(&mut room, "gad-7");
        assert_eq!(view(&room, "gad-7").unfinished, Some(id));
        finish(&mut room, id, value);
        let view = view(&room, "gad-7");
        let last = view.last.unwrap();
        assert_eq!((last.id, last.score), (id, u16::from(value) * 7));
        assert_eq!((view.unfinished, view.times_done), (None, times));
        room.pass(TimeDelta::days(14));
    }
    let page = assessments::page(room.open.database(), "gad-7").unwrap();
    let scores: Vec<_> = page
        .iter()
        .map(|one| (one.date.as_str(), one.score))
        .collect();
    assert_eq!(
        scores,
        [("2026-12-20", 0), ("2026-12-06", 21), ("2026-11-22", 7)]
    );
    assert!(
        assessments::page(room.open.database(), "phq-9")
            .unwrap()
            .is_empty()
    );
}
