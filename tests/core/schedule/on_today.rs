//! The part of Today that is about sessions.

use evenkeel_core::schedule::programme::{self, BreakView, ProgrammeSaveRequest};
use evenkeel_core::schedule::{
    EventDetails, EventKind, OccurrenceStatus, OccurrenceView, ScheduleTodayView, Scope, WeekOf,
};

use super::homework::{due_on, give, given, set_done};
use super::planned::{
    NEW_YORK, all_day, busy, cancel, change, go_to, harbour, instead, mark, on, once, plan, quiet,
    today,
};
use crate::practising::Room;

/// Today at a moment of Monday, November 23, in New York.
fn monday_at(room: &mut Room, time: &str) -> ScheduleTodayView {
    let local = format!("2026-11-23T{time}-05:00");
    let instant = chrono::DateTime::parse_from_rfc3339(&local).unwrap();
    room.now.instant = instant.to_utc();
    today(room)
}

/// Day and time at which one starts.
fn when(one: &OccurrenceView) -> String {
    format!("{} {}", one.date, one.time.as_deref().unwrap_or("all day"))
}

fn next(view: &ScheduleTodayView) -> Option<String> {
    view.next.as_ref().map(when)
}

fn later(view: &ScheduleTodayView) -> Vec<String> {
    view.later_today.iter().map(when).collect()
}

fn texts(view: &ScheduleTodayView) -> Vec<&str> {
    let homework = view.homework.iter();
    homework.map(|one| one.text.as_str()).collect()
}

#[test]
fn without_a_plan_today_is_empty() {
    let view = today(&Room::with(&[]));
    assert!(!view.programme && view.next.is_none() && view.week_of.is_none());
    assert!(view.later_today.is_empty() && view.homework.is_empty());
    assert_eq!(view.hours.planned_minutes, 0);
    let view = today(&quiet());
    assert!(view.programme && view.next.is_none());
    assert_eq!(
        view.week_of,
        Some(WeekOf {
            week: 4,
            of: Some(10)
        })
    );
}

#[test]
fn today_tells_all_of_the_next_session() {
    let mut room = quiet();
    let group = EventDetails {
        summary: "Skills group".to_owned(),
        location: "1 Quay Street".to_owned(),
        room: "2".to_owned(),
        facilitator: "Dana".to_owned(),
        bring: "Diary card".to_owned(),
        link: "https://example.org/group".to_owned(),
        travel_minutes: Some(30),
        ..once(EventKind::Group, "2026-11-23", "17:30", 180)
    };
    plan(&mut room, group);
    let next = today(&room).next.unwrap();
    assert_eq!(
        [
            &next.summary,
            &next.location,
            &next.room,
            &next.facilitator,
            &next.bring,
            &next.link
        ],
        [
            "Skills group",
            "1 Quay Street",
            "2",
            "Dana",
            "Diary card",
            "https://example.org/group"
        ]
    );
    let instant = |text: &str| text.parse::<chrono::DateTime<chrono::Utc>>().unwrap();
    assert_eq!(
        next.starts_ms,
        instant("2026-11-23T22:30:00Z").timestamp_millis()
    );
    assert_eq!(
        next.ends_ms,
        instant("2026-11-24T01:30:00Z").timestamp_millis()
    );
    let leave = instant("2026-11-23T22:00:00Z").timestamp_millis();
    assert_eq!(next.leave_ms, Some(leave));
}

#[test]
fn the_next_one_is_what_goes_on_or_comes_first() {
    let mut room = busy();
    plan(
        &mut room,
        once(EventKind::Personal, "2026-11-23", "09:00", 60),
    );
    plan(&mut room, all_day(EventKind::Personal, "2026-11-23", 1));
    for (time, expected, rest) in [
        (
            "08:59:59",
            "2026-11-23 09:00",
            vec!["2026-11-23 all day", "2026-11-23 17:30"],
        ),
        (
            "09:59:59",
            "2026-11-23 09:00",
            vec!["2026-11-23 all day", "2026-11-23 17:30"],
        ),
        ("10:00:00", "2026-11-23 17:30", vec!["2026-11-23 all day"]),
        ("20:29:59", "2026-11-23 17:30", vec!["2026-11-23 all day"]),
        ("20:30:00", "2026-11-24 16:00", vec!["2026-11-23 all day"]),
    ] {
        let view = monday_at(&mut room, time);
        assert_eq!(next(&view).as_deref(), Some(expected), "{time}");
        assert_eq!(later(&view), rest, "{time}");
        assert_eq!(view.date, "2026-11-23");
    }
}

#[test]
fn a_cancelled_session_of_today_is_told_and_is_not_the_next_one() {
    let mut room = busy();
    let group = on(&room, "2026-11-23", EventKind::Group);
    cancel(&mut room, &group, Scope::This);
    let view = monday_at(&mut room, "08:00:00");
    assert_eq!(next(&view).as_deref(), Some("2026-11-24 16:00"));
    assert_eq!(later(&view), ["2026-11-23 17:30"]);
    assert_eq!(view.later_today[0].status, OccurrenceStatus::Cancelled);
    let view = monday_at(&mut room, "20:30:00");
    assert_eq!(later(&view), [] as [&str; 0], "it is over");
}

#[test]
fn a_moved_session_is_where_it_was_moved_to() {
    let mut room = busy();
    let group = on(&room, "2026-11-23", EventKind::Group);
    let moved = instead(EventKind::Group, "2026-11-22", "13:00", 60);
    change(&mut room, &group, Scope::This, moved);
    let view = today(&room);
    assert_eq!(next(&view).as_deref(), Some("2026-11-22 13:00"));
    let from = view.next.unwrap().moved_from.unwrap();
    assert_eq!(from.date, "2026-11-23");
    assert_eq!(from.time.as_deref(), Some("17:30"));
}

#[test]
fn a_break_is_quiet() {
    let mut room = busy();
    let with_break = ProgrammeSaveRequest {
        breaks: vec![BreakView {
            id: None,
            first_date: "2026-11-23".to_owned(),
            last_date: "2026-11-29".to_owned(),
            name: "Thanksgiving".to_owned(),
        }],
        ..harbour()
    };
    programme::save(room.open.database_mut(), &with_break, &room.now).unwrap();
    let view = monday_at(&mut room, "08:00:00");
    assert_eq!(next(&view).as_deref(), Some("2026-11-30 17:30"));
    assert!(view.later_today.is_empty());
    assert_eq!(view.hours.planned_minutes, 0);
}

#[test]
fn it_looks_sixty_days_ahead() {
    let mut room = quiet();
    plan(&mut room, once(EventKind::Group, "2027-01-22", "10:00", 60));
    assert_eq!(next(&today(&room)), None, "61 days");
    plan(&mut room, once(EventKind::Group, "2027-01-21", "10:00", 60));
    assert_eq!(next(&today(&room)).as_deref(), Some("2027-01-21 10:00"));
}

#[test]
fn today_is_the_day_on_the_programmes_clock() {
    let mut room = busy();
    // Monday, 7 pm in New York, is Tuesday in Kathmandu.
    go_to(
        &mut room,
        "2026-11-24T00:00:00Z",
        chrono_tz::Asia::Kathmandu,
    );
    let view = today(&room);
    assert_eq!(view.date, "2026-11-23");
    assert_eq!(next(&view).as_deref(), Some("2026-11-23 17:30"));
    let here = view.next.unwrap().here.unwrap();
    assert_eq!(
        (here.date.as_str(), here.time.as_str()),
        ("2026-11-24", "04:15")
    );
    assert_eq!(view.hours.monday, "2026-11-23");
    // Sunday evening there, though a new week has begun here.
    go_to(
        &mut room,
        "2026-11-23T03:00:00Z",
        chrono_tz::Asia::Kathmandu,
    );
    let view = today(&room);
    assert_eq!(
        (view.date.as_str(), view.week_of.unwrap().week),
        ("2026-11-22", 4)
    );
    assert_eq!(view.hours.monday, "2026-11-16");
}

#[test]
fn what_goes_on_past_midnight_is_still_the_next_one() {
    let mut room = quiet();
    plan(
        &mut room,
        once(EventKind::Group, "2026-11-22", "23:00", 120),
    );
    plan(
        &mut room,
        once(EventKind::Personal, "2026-11-23", "00:15", 15),
    );
    let view = monday_at(&mut room, "00:10:00");
    assert_eq!(next(&view).as_deref(), Some("2026-11-22 23:00"));
    assert_eq!(later(&view), ["2026-11-23 00:15"]);
}

#[test]
fn homework_is_told_until_it_is_due_and_done() {
    let mut room = busy();
    let group = on(&room, "2026-11-19", EventKind::Group).event;
    for request in [
        due_on("from last week", "2026-11-18"),
        due_on("today", "2026-11-22"),
        given("at group", Some(group), "2026-11-19"),
        due_on("on Monday", "2026-11-23"),
        due_on("on Tuesday", "2026-11-24"),
        given("some day", None, "2026-11-19"),
    ] {
        give(&mut room, &request);
    }
    let done = give(&mut room, &due_on("done", "2026-11-22"));
    set_done(&mut room, done, true);
    // An appointment of one's own brings nothing forward, and puts nothing off.
    plan(
        &mut room,
        once(EventKind::Personal, "2026-11-22", "15:00", 60),
    );
    let view = today(&room);
    assert_eq!(
        texts(&view),
        ["from last week", "today", "on Monday", "at group"],
        "by the group on Monday"
    );
    assert_eq!(view.next.unwrap().kind, EventKind::Personal);
    let view = monday_at(&mut room, "21:00:00");
    assert_eq!(
        texts(&view),
        [
            "from last week",
            "today",
            "on Monday",
            "at group",
            "on Tuesday"
        ]
    );
}

#[test]
fn without_a_session_ahead_homework_is_told_on_its_day() {
    let mut room = quiet();
    give(&mut room, &due_on("today", "2026-11-22"));
    give(&mut room, &due_on("tomorrow", "2026-11-23"));
    assert_eq!(texts(&today(&room)), ["today"]);
    assert_eq!(
        texts(&monday_at(&mut room, "00:00:00")),
        ["today", "tomorrow"]
    );
}

#[test]
fn the_hours_are_those_of_this_week() {
    use evenkeel_core::schedule::Attendance;
    let mut room = busy();
    let group = on(&room, "2026-11-18", EventKind::Group);
    mark(&mut room, &group, Attendance::Attended, None);
    let hours = today(&room).hours;
    assert_eq!(
        (
            hours.target_minutes,
            hours.attended_minutes,
            hours.planned_minutes
        ),
        (Some(540), 180, 590)
    );
    go_to(&mut room, "2026-11-23T17:00:00Z", NEW_YORK);
    let hours = today(&room).hours;
    assert_eq!((hours.attended_minutes, hours.planned_minutes), (0, 680));
}
