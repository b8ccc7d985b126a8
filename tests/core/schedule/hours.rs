//! The hours of a week against its plan.

use evenkeel_core::error::ErrorCode;
use evenkeel_core::schedule::programme::{self, BreakView, ProgrammeSaveRequest};
use evenkeel_core::schedule::{self, Attendance, EventKind, OccurrenceKey, Scope};

use super::planned::{
    NEW_YORK, busy, cancel, go_to, harbour, hours, mark, minutes, on, once, plan, quiet,
};
use crate::fixture::assert_code;

#[test]
fn a_week_adds_up_what_counts() {
    let mut room = busy();
    let target = Some(540);
    assert_eq!(minutes(&room, "2026-11-16"), (target, 0, 590, 590));
    assert_eq!(hours(&room, "2026-11-22").monday, "2026-11-16");
    let group = |day| on(&room, day, EventKind::Group);
    let (monday, wednesday) = (group("2026-11-16"), group("2026-11-18"));
    let individual = on(&room, "2026-11-17", EventKind::Individual);
    mark(&mut room, &monday, Attendance::Attended, None);
    assert_eq!(minutes(&room, "2026-11-16"), (target, 180, 590, 410));
    mark(&mut room, &wednesday, Attendance::Part, Some(100));
    assert_eq!(minutes(&room, "2026-11-16"), (target, 280, 590, 230));
    mark(&mut room, &individual, Attendance::Missed, None);
    assert_eq!(
        minutes(&room, "2026-11-16"),
        (target, 280, 590, 180),
        "it was planned all the same"
    );
    mark(&mut room, &individual, Attendance::Excused, None);
    assert_eq!(minutes(&room, "2026-11-16"), (target, 280, 590, 180));
    // The week of the family session, and one that is still to come.
    assert_eq!(minutes(&room, "2026-11-09").2, 590 + 90);
    assert_eq!(minutes(&room, "2026-11-23"), (target, 0, 590 + 90, 0));
}

#[test]
fn what_does_not_count_is_in_no_hours() {
    let mut room = quiet();
    let kinds = EventKind::ALL.into_iter();
    for (hour, kind) in (8..).zip(kinds.clone()) {
        let time = format!("{hour:02}:00");
        plan(&mut room, once(kind, "2026-11-20", &time, 10));
    }
    let counted = kinds.clone().filter(|kind| kind.counts()).count();
    assert_eq!(counted, 8);
    assert_eq!(minutes(&room, "2026-11-20").2, 80);
    for kind in kinds {
        let one = on(&room, "2026-11-20", kind);
        mark(&mut room, &one, Attendance::Attended, None);
    }
    assert_eq!(minutes(&room, "2026-11-20"), (Some(540), 80, 80, 0));
}

#[test]
fn a_session_is_unmarked_once_it_is_over() {
    let mut room = quiet();
    plan(&mut room, once(EventKind::Group, "2026-11-22", "09:30", 60));
    for (instant, expected) in [
        ("2026-11-22T14:00:00Z", 0),
        ("2026-11-22T15:29:59Z", 0),
        ("2026-11-22T15:30:00Z", 60),
    ] {
        go_to(&mut room, instant, NEW_YORK);
        assert_eq!(minutes(&room, "2026-11-22").3, expected, "{instant}");
    }
}

#[test]
fn a_cancelled_session_counts_nowhere_until_it_is_not_cancelled_after_all() {
    let mut room = busy();
    let group = on(&room, "2026-11-19", EventKind::Group);
    mark(&mut room, &group, Attendance::Attended, None);
    assert_eq!(minutes(&room, "2026-11-19"), (Some(540), 180, 590, 410));
    cancel(&mut room, &group, Scope::This);
    assert_eq!(minutes(&room, "2026-11-19"), (Some(540), 0, 410, 410));
    let request = OccurrenceKey {
        event: group.event,
        recurrence_id: group.recurrence_id,
    };
    schedule::uncancel(room.open.database_mut(), &request).unwrap();
    assert_eq!(
        minutes(&room, "2026-11-19"),
        (Some(540), 180, 590, 410),
        "what was said was kept"
    );
}

#[test]
fn in_a_break_nothing_is_planned_and_what_was_attended_counts() {
    let mut room = busy();
    let with_break = ProgrammeSaveRequest {
        breaks: vec![BreakView {
            id: None,
            first_date: "2026-11-18".to_owned(),
            last_date: "2026-11-22".to_owned(),
            name: "Staff days".to_owned(),
        }],
        ..harbour()
    };
    programme::save(room.open.database_mut(), &with_break, &room.now).unwrap();
    assert_eq!(minutes(&room, "2026-11-16"), (Some(540), 0, 230, 230));
    let group = on(&room, "2026-11-18", EventKind::Group);
    mark(&mut room, &group, Attendance::Part, Some(60));
    assert_eq!(minutes(&room, "2026-11-16"), (Some(540), 60, 230, 230));
}

#[test]
fn a_session_is_in_the_week_of_its_day_on_the_programmes_clock() {
    let mut room = quiet();
    // Monday, 6 am in Berlin, is Monday, midnight, in New York; half an hour earlier is Sunday.
    for (time, minutes) in [("05:30", 20), ("06:00", 40)] {
        let mut details = once(EventKind::Group, "2026-11-16", time, minutes);
        details.zone = Some("Europe/Berlin".to_owned());
        plan(&mut room, details);
    }
    for zone in [
        NEW_YORK,
        chrono_tz::Europe::Berlin,
        chrono_tz::Pacific::Apia,
    ] {
        go_to(&mut room, "2026-11-22T15:00:00Z", zone);
        assert_eq!(minutes(&room, "2026-11-09").2, 20, "{zone}");
        assert_eq!(minutes(&room, "2026-11-16").2, 40, "{zone}");
    }
}

#[test]
fn a_day_that_is_none_has_no_week() {
    let room = busy();
    for date in ["", "2026-02-30", "2201-01-01"] {
        let view = schedule::hours(room.open.database(), date, &room.now);
        assert_code(view, ErrorCode::Invalid);
    }
}
