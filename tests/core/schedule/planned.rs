//! What the tests of weeks, hours and homework start from: a programme in its fourth week.

use chrono_tz::Tz;
use evenkeel_core::error::Error;
use evenkeel_core::random::OsRandom;
use evenkeel_core::schedule::programme::{self, ProgrammeSaveRequest, ProgrammeSetUpRequest};
use evenkeel_core::schedule::{
    self, Attendance, ChangedView, EventCancelRequest, EventDetails, EventId, EventKind,
    EventSaveRequest, HoursView, OccurrenceView, RuleRequest, ScheduleSpanRequest,
    ScheduleTodayView, ScheduleView, Scope, Weekday, attendance,
};

use crate::fixture::at;
use crate::practising::Room;

pub const NEW_YORK: Tz = chrono_tz::America::New_York;

/// Begins on Monday, October 26; the tests are on Sunday, November 22, at 10:04.
pub fn harbour() -> ProgrammeSaveRequest {
    ProgrammeSaveRequest {
        name: "Harbour".to_owned(),
        start_date: Some("2026-10-26".to_owned()),
        weeks: Some(10),
        hours_a_week: 9.0,
        zone: Some("America/New_York".to_owned()),
        phone: "555 0100".to_owned(),
        address: "1 Quay Street".to_owned(),
        last_day: None,
        phases: Vec::new(),
        breaks: Vec::new(),
    }
}

/// One event, on one day.
pub fn once(kind: EventKind, date: &str, time: &str, minutes: u32) -> EventDetails {
    EventDetails {
        kind,
        summary: String::new(),
        date: date.to_owned(),
        time: Some(time.to_owned()),
        minutes,
        all_day: false,
        zone: None,
        rule: None,
        dates: None,
        location: String::new(),
        link: String::new(),
        room: String::new(),
        facilitator: String::new(),
        bring: String::new(),
        description: String::new(),
        travel_minutes: None,
    }
}

pub fn all_day(kind: EventKind, date: &str, days: u32) -> EventDetails {
    EventDetails {
        time: None,
        all_day: true,
        ..once(kind, date, "", days * 24 * 60)
    }
}

pub fn weekly(first: EventDetails, interval: u16, weekdays: &[Weekday]) -> EventDetails {
    let rule = RuleRequest::Weekly {
        interval,
        weekdays: weekdays.to_vec(),
        until: None,
    };
    EventDetails {
        rule: Some(rule),
        ..first
    }
}

/// What one occurrence of a series becomes.
pub fn instead(kind: EventKind, date: &str, time: &str, minutes: u32) -> EventDetails {
    EventDetails {
        rule: Some(RuleRequest::Keep { keep: true }),
        ..once(kind, date, time, minutes)
    }
}

/// "Mon, Wed, Thu 5:30–8:30 pm group; Tue 4 pm individual; every second Saturday family".
pub fn sessions() -> Vec<EventDetails> {
    use Weekday::{Mo, Sa, Th, Tu, We};
    vec![
        weekly(
            once(EventKind::Group, "2026-10-26", "17:30", 180),
            1,
            &[Mo, We, Th],
        ),
        weekly(
            once(EventKind::Individual, "2026-10-27", "16:00", 50),
            1,
            &[Tu],
        ),
        weekly(once(EventKind::Family, "2026-10-31", "10:00", 90), 2, &[Sa]),
    ]
}

/// With [`harbour`] and nothing planned.
pub fn quiet() -> Room {
    let mut room = Room::with(&[]);
    programme::save(room.open.database_mut(), &harbour(), &room.now).unwrap();
    room
}

/// With [`harbour`] and its [`sessions`].
pub fn busy() -> Room {
    let mut room = Room::with(&[]);
    set_up(&mut room, harbour(), sessions()).unwrap();
    room
}

pub fn set_up(
    room: &mut Room,
    programme: ProgrammeSaveRequest,
    events: Vec<EventDetails>,
) -> Result<(), Error> {
    let request = ProgrammeSetUpRequest { programme, events };
    let database = room.open.database_mut();
    programme::set_up(database, &request, &mut OsRandom, &room.now).map(drop)
}

/// Moves the clock to a moment in UTC and the person to a zone.
pub fn go_to(room: &mut Room, instant: &str, zone: Tz) {
    room.now = at(instant, zone);
}

#[track_caller]
pub fn plan(room: &mut Room, details: EventDetails) -> EventId {
    let request = EventSaveRequest {
        event: None,
        recurrence_id: None,
        scope: Scope::All,
        details,
    };
    let database = room.open.database_mut();
    let made = schedule::save(database, &request, &mut OsRandom, &room.now);
    made.unwrap().event
}

#[track_caller]
pub fn change(
    room: &mut Room,
    one: &OccurrenceView,
    scope: Scope,
    details: EventDetails,
) -> ChangedView {
    let request = EventSaveRequest {
        event: Some(one.event),
        recurrence_id: Some(one.recurrence_id.clone()),
        scope,
        details,
    };
    let database = room.open.database_mut();
    schedule::save(database, &request, &mut OsRandom, &room.now).unwrap()
}

#[track_caller]
pub fn cancel(room: &mut Room, one: &OccurrenceView, scope: Scope) -> ChangedView {
    let request = EventCancelRequest {
        event: one.event,
        recurrence_id: one.recurrence_id.clone(),
        scope,
    };
    schedule::cancel(room.open.database_mut(), &request, &room.now).unwrap()
}

#[track_caller]
pub fn span(room: &Room, from: &str, until: &str) -> ScheduleView {
    try_span(room, from, until).unwrap()
}

pub fn try_span(room: &Room, from: &str, until: &str) -> Result<ScheduleView, Error> {
    let request = ScheduleSpanRequest {
        from: from.to_owned(),
        until: until.to_owned(),
    };
    schedule::span(room.open.database(), &request, &room.now)
}

/// The only occurrence of a kind on a day.
#[track_caller]
pub fn on(room: &Room, date: &str, kind: EventKind) -> OccurrenceView {
    let view = span(room, date, date);
    let mut found = view.days[0].occurrences.iter();
    let mut found = found.by_ref().filter(|one| one.kind == kind);
    let one = found.next().expect(date).clone();
    assert!(found.next().is_none(), "more than one on {date}");
    one
}

pub fn today(room: &Room) -> ScheduleTodayView {
    schedule::today(room.open.database(), &room.now).unwrap()
}

pub fn hours(room: &Room, date: &str) -> HoursView {
    schedule::hours(room.open.database(), date, &room.now).unwrap()
}

/// Target, attended, planned and unmarked minutes of the week of a day.
pub fn minutes(room: &Room, date: &str) -> (Option<u32>, u32, u32, u32) {
    let hours = hours(room, date);
    (
        hours.target_minutes,
        hours.attended_minutes,
        hours.planned_minutes,
        hours.unmarked_minutes,
    )
}

pub fn try_mark(
    room: &mut Room,
    one: &OccurrenceView,
    attendance: Option<Attendance>,
    minutes: Option<u32>,
) -> Result<OccurrenceView, Error> {
    let request = attendance::AttendanceSaveRequest {
        event: one.event,
        recurrence_id: one.recurrence_id.clone(),
        attendance,
        minutes,
    };
    attendance::save(room.open.database_mut(), &request, &room.now)
}

#[track_caller]
pub fn mark(
    room: &mut Room,
    one: &OccurrenceView,
    attendance: Attendance,
    minutes: Option<u32>,
) -> OccurrenceView {
    try_mark(room, one, Some(attendance), minutes).unwrap()
}
