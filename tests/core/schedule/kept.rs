//! A schedule with a row in every table, as every frozen vault has it since there is one.

use evenkeel_core::schedule::conflict::{self, ConflictView};
use evenkeel_core::schedule::homework::{self, HomeworkDoneRequest, HomeworkSaveRequest};
use evenkeel_core::schedule::ics::{self, IcsEventChoice, IcsImportRequest};
use evenkeel_core::schedule::programme::{self, BreakView, PhaseView, ProgrammeSaveRequest};
use evenkeel_core::schedule::{
    self, Attendance, EventDetails, EventKind, OccurrenceKey, Scope, Weekday,
};

use super::{at, single, weekly};
use crate::practising::{Room, json};

const FILE: &str = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Harbour//EN\r\n\
    X-WR-CALNAME:Harbour\r\nBEGIN:VEVENT\r\nUID:yoga@harbour\r\nDTSTAMP:20261101T000000Z\r\n\
    DTSTART;TZID=America/New_York:20261127T090000\r\nDURATION:PT1H\r\nSUMMARY:Yoga\r\n\
    RRULE:FREQ=WEEKLY;COUNT=3\r\nEXDATE;TZID=America/New_York:20261204T090000\r\n\
    END:VEVENT\r\nEND:VCALENDAR\r\n";

fn harbour() -> ProgrammeSaveRequest {
    ProgrammeSaveRequest {
        name: "Harbour".to_owned(),
        start_date: Some("2026-10-05".to_owned()),
        weeks: Some(10),
        hours_a_week: 9.0,
        zone: Some("America/New_York".to_owned()),
        phone: "555 0100".to_owned(),
        address: "1 Quay Street".to_owned(),
        last_day: Some("2026-12-11".to_owned()),
        phases: vec![PhaseView {
            from_date: "2026-11-23".to_owned(),
            days_a_week: Some(2),
            hours_a_week: Some(6.0),
        }],
        breaks: vec![BreakView {
            id: None,
            first_date: "2026-11-26".to_owned(),
            last_date: "2026-11-27".to_owned(),
            name: "Thanksgiving".to_owned(),
        }],
    }
}

/// A programme, a group twice a week with all that can be said and changed about it, a file, and
/// homework.
pub fn plan(room: &mut Room) {
    programme::save(room.open.database_mut(), &harbour(), &room.now).unwrap();
    let group = room.add_event(&EventDetails {
        dates: Some(vec!["2026-11-27".to_owned()]),
        ..weekly("2026-11-02", &[Weekday::Mo, Weekday::We])
    });
    room.attend(group, "2026-11-16 17:30", Attendance::Attended);
    room.note(group, "2026-11-23 17:30", "Ask about the heron.");
    let moved = EventDetails {
        time: Some("16:00".to_owned()),
        ..weekly("2026-12-01", &[Weekday::Mo, Weekday::We])
    };
    let id = Some("2026-11-30 17:30");
    let moved = EventDetails {
        rule: room.event(group, id).details.rule,
        ..moved
    };
    room.change(Some(group), id, Scope::This, &moved).unwrap();
    let later = EventDetails {
        date: "2026-12-07".to_owned(),
        room: "Hall".to_owned(),
        ..room.event(group, None).details
    };
    let id = Some("2026-12-07 17:30");
    room.change(Some(group), id, Scope::ThisAndFuture, &later)
        .unwrap();
    room.cancel_event(group, "2026-12-02 17:30", Scope::This);

    let dentist = room.add_event(&EventDetails {
        kind: EventKind::Personal,
        summary: "Dentist".to_owned(),
        ..single("2026-11-25")
    });
    let key = |event| OccurrenceKey {
        event,
        recurrence_id: schedule::local_text(at("2026-11-25 17:30")),
    };
    let seen = ConflictView {
        first: key(group),
        second: key(dentist),
    };
    conflict::dismiss(room.open.database_mut(), &seen).unwrap();
    let gone = room.add_event(&single("2026-11-24"));
    room.cancel_event(gone, "2026-11-24 17:30", Scope::All);

    let file = ics::open(room.open.database(), FILE.as_bytes(), "file", &room.now).unwrap();
    let request = IcsImportRequest {
        events: vec![IcsEventChoice {
            uid: "yoga@harbour".to_owned(),
            kind: EventKind::Holistic,
            take: true,
        }],
    };
    file.import(room.open.database_mut(), &request, &room.now)
        .unwrap();
    give_homework(room, group);
}

fn give_homework(room: &mut Room, event: i64) {
    for text in ["Diary card", "Read page 4"] {
        let request = HomeworkSaveRequest {
            id: None,
            text: text.to_owned(),
            skill: None,
            event: Some(event),
            given_date: "2026-11-16".to_owned(),
            due_date: None,
        };
        homework::save(room.open.database_mut(), &request, &room.now).unwrap();
    }
    let done = HomeworkDoneRequest { id: 2, done: true };
    homework::done(room.open.database_mut(), done, &room.now).unwrap();
}

/// That it is all still there.
#[track_caller]
pub fn assert_planned(room: &Room) {
    let database = room.open.database();
    let view = programme::view(database, &room.now).unwrap().programme;
    let mut expected = harbour();
    expected.breaks[0].id = view.breaks[0].id;
    assert_eq!(json(&view), json(&expected));
    let shown = room.plan("2026-11-16", "2026-12-13").into_iter();
    let shown: Vec<_> = shown
        .map(|one| format!("{} {} {}", super::shown(&one), one.summary, one.room))
        .collect();
    assert_eq!(
        shown,
        [
            "2026-11-16 17:30 Group Room 2",
            "2026-11-18 17:30 Group Room 2",
            "2026-11-23 17:30 Group Room 2",
            "2026-11-25 17:30 Group Room 2",
            "2026-11-25 17:30 Dentist Room 2",
            "2026-11-27 09:00 break Yoga ",
            "2026-11-27 17:30 break Group Room 2",
            "2026-12-01 16:00 Group Room 2",
            "2026-12-02 17:30 cancelled Group Room 2",
            "2026-12-07 17:30 Group Hall",
            "2026-12-09 17:30 Group Hall",
            "2026-12-11 09:00 Yoga ",
        ]
    );
    let request = schedule::ScheduleSpanRequest {
        from: "2026-11-16".to_owned(),
        until: "2026-11-29".to_owned(),
    };
    let span = schedule::span(database, &request, &room.now).unwrap();
    assert!(span.conflicts.is_empty(), "the one there is was seen");
    let hours: Vec<_> = span
        .hours
        .iter()
        .map(|week| (week.target_minutes, week.attended_minutes))
        .collect();
    assert_eq!(hours, [(Some(540), 180), (Some(360), 0)]);
    assert!(room.one(1, "2026-11-23 17:30").has_notes);
    let homework = homework::list(database, &room.now).unwrap();
    let homework: Vec<_> = homework
        .iter()
        .map(|one| (one.text.as_str(), one.done_date.is_some()))
        .collect();
    assert_eq!(homework, [("Diary card", false), ("Read page 4", true)]);
    assert_eq!(
        schedule::trashed(database, &room.now).unwrap()[0].date,
        "2026-11-24"
    );
}
