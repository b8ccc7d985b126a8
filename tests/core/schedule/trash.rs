//! Events that were removed as a whole.

use chrono::TimeDelta;
use evenkeel_core::error::ErrorCode;
use evenkeel_core::schedule::{self, Attendance, Scope, Weekday};

use super::{Room, room, weekly};
use crate::fixture::assert_code;

#[test]
fn an_event_in_the_trash_is_nowhere_and_comes_back_with_its_records() {
    let mut room = room();
    let event = room.add_event(&weekly("2026-11-16", &[Weekday::Mo]));
    room.attend(event, "2026-11-16 17:30", Attendance::Attended);
    room.cancel_event(event, "2026-11-30 17:30", Scope::All);
    assert!(room.plan("2026-11-01", "2026-12-31").is_empty());
    schedule::restore(room.open.database_mut(), event).unwrap();
    assert!(
        schedule::trashed(room.open.database(), &room.now)
            .unwrap()
            .is_empty()
    );
    assert_eq!(
        room.one(event, "2026-11-16 17:30").attendance,
        Some(Attendance::Attended)
    );
}

#[test]
fn only_what_is_in_the_trash_is_deleted_for_good() {
    let mut room = room();
    let event = room.add_event(&weekly("2026-11-16", &[Weekday::Mo]));
    room.attend(event, "2026-11-16 17:30", Attendance::Attended);
    assert_code(
        schedule::delete(room.open.database_mut(), event),
        ErrorCode::Invalid,
    );
    room.cancel_event(event, "2026-11-30 17:30", Scope::All);
    schedule::delete(room.open.database_mut(), event).unwrap();
    assert_code(room.try_event(event, None), ErrorCode::NotFound);
    assert_code(
        schedule::restore(room.open.database_mut(), event),
        ErrorCode::NotFound,
    );
    let (_, left): (_, i64) = super::sql(room, |raw| {
        let count = "SELECT count(*) FROM session_record";
        raw.query_row(count, [], |row| row.get(0)).unwrap()
    });
    assert_eq!(left, 0);
}

fn trashed(room: &Room) -> usize {
    let trashed = schedule::trashed(room.open.database(), &room.now);
    trashed.unwrap().len()
}

#[test]
fn after_thirty_days_it_is_gone() {
    let mut room = room();
    let event = room.add_event(&weekly("2026-11-16", &[Weekday::Mo]));
    let kept = room.add_event(&weekly("2026-11-16", &[Weekday::Tu]));
    room.cancel_event(event, "2026-11-30 17:30", Scope::All);
    room.pass(TimeDelta::days(30));
    room.open.tidy(&room.now).unwrap();
    assert_eq!(trashed(&room), 1);
    room.pass(TimeDelta::seconds(1));
    room.open.tidy(&room.now).unwrap();
    assert_eq!(trashed(&room), 0);
    assert_code(room.try_event(event, None), ErrorCode::NotFound);
    room.event(kept, None);
}
