//! Taking a file in, once and again.

use evenkeel_core::schedule::ics::{IcsChange, IcsEventView, IcsImportRequest};
use evenkeel_core::schedule::{self, Attendance, EventDetails, EventKind, Scope};

use super::{all_of, calendar, events, fixture};
use crate::schedule::{room, weekly};

const START: &str = "DTSTART;TZID=America/New_York:20261103T173000\nDURATION:PT3H\nSUMMARY:Group";

fn group(lines: &str) -> String {
    calendar(&events(&[("group", &format!("{START}\n{lines}"))]))
}

fn tuesdays() -> String {
    group("RRULE:FREQ=WEEKLY;BYDAY=TU")
}

#[test]
fn only_what_was_chosen_is_taken_in() {
    let mut room = room();
    let file = room.file(fixture("google.ics"));
    let mut request = all_of(&room.preview_of(fixture("google.ics")));
    request.events[0].take = false;
    request.events.remove(2);
    let done = file
        .import(room.open.database_mut(), &request, &room.now)
        .unwrap();
    assert_eq!(done.new, 1);
    let plan = room.plan("2026-11-23", "2026-12-23");
    assert_eq!(plan.len(), 1);
    assert!(plan[0].imported);
    let preview = room.preview_of(fixture("google.ics"));
    let changes: Vec<_> = preview.events.iter().map(|event| event.change).collect();
    assert_eq!(changes, [IcsChange::New, IcsChange::Same, IcsChange::New]);
}

#[test]
fn a_changed_file_changes_what_is_there_and_doubles_nothing() {
    let mut room = room();
    room.take_in(tuesdays());
    let moved = group(
        "RRULE:FREQ=WEEKLY;BYDAY=TU;UNTIL=20261216T045959Z\nLOCATION:Annex\n\
         EXDATE;TZID=America/New_York:20261208T173000",
    );
    let done = room.take_in(moved);
    assert_eq!((done.new, done.changed, done.removed), (0, 1, 0));
    assert_eq!(
        room.times("2026-11-24", "2027-01-31"),
        ["2026-11-24 17:30", "2026-12-01 17:30", "2026-12-15 17:30"]
    );
    assert_eq!(room.event(1, None).details.location, "Annex");
}

#[test]
fn what_only_the_person_knows_stays() {
    let mut room = room();
    room.take_in(tuesdays());
    let details = EventDetails {
        room: "Room 2".to_owned(),
        facilitator: "Dana".to_owned(),
        bring: "Card".to_owned(),
        travel_minutes: Some(30),
        kind: EventKind::Psychoeducation,
        summary: "Mine".to_owned(),
        ..room.event(1, None).details
    };
    room.change(Some(1), None, Scope::All, &details).unwrap();
    let one = room.event(1, Some("2026-12-01 17:30")).details;
    let one = EventDetails {
        date: "2026-12-01".to_owned(),
        time: Some("17:30".to_owned()),
        room: "Room 9".to_owned(),
        ..one
    };
    room.change(Some(1), Some("2026-12-01 17:30"), Scope::This, &one)
        .unwrap();
    let done = room.take_in(group("RRULE:FREQ=WEEKLY;BYDAY=TU\nLOCATION:Annex"));
    assert_eq!(done.changed, 1);
    let kept = room.event(1, None).details;
    assert_eq!(
        (&*kept.summary, &*kept.location),
        ("Group", "Annex"),
        "the file's"
    );
    assert_eq!(kept.kind, EventKind::Psychoeducation);
    assert_eq!(
        (&*kept.room, &*kept.facilitator, &*kept.bring),
        ("Room 2", "Dana", "Card")
    );
    assert_eq!(kept.travel_minutes, Some(30));
    assert_eq!(room.one(1, "2026-12-01 17:30").room, "Room 9");
}

#[test]
fn what_was_recorded_stays_whatever_the_file_says() {
    let mut room = room();
    room.take_in(tuesdays());
    room.attend(1, "2026-11-10 17:30", Attendance::Attended);
    room.attend(1, "2026-11-17 17:30", Attendance::Missed);
    // On Tuesdays at another hour, and only from the 15th on.
    let later = calendar(&events(&[(
        "group",
        "DTSTART;TZID=America/New_York:20261117T180000\nDURATION:PT3H\nSUMMARY:Group\n\
         RRULE:FREQ=WEEKLY;BYDAY=TU;COUNT=3",
    )]));
    room.take_in(&later);
    assert_eq!(
        room.times("2026-11-01", "2026-12-31"),
        [
            "2026-11-10 17:30",
            "2026-11-17 18:00",
            "2026-11-24 18:00",
            "2026-12-01 18:00"
        ]
    );
    assert_eq!(
        room.one(1, "2026-11-10 17:30").attendance,
        Some(Attendance::Attended)
    );
    assert_eq!(
        room.one(1, "2026-11-17 18:00").attendance,
        Some(Attendance::Missed)
    );
    let again = room.preview_of(&later);
    assert_eq!(again.events[0].change, IcsChange::Same);
}

#[test]
fn an_event_that_goes_leaves_what_was_recorded() {
    for gone in ["STATUS:CANCELLED\nRRULE:FREQ=WEEKLY;BYDAY=TU", ""] {
        let mut room = room();
        room.take_in(tuesdays());
        room.attend(1, "2026-11-10 17:30", Attendance::Attended);
        room.attend(1, "2026-11-17 17:30", Attendance::Excused);
        let file = match gone {
            "" => calendar(&events(&[("other", "DTSTART:20261101T100000")]))
                .replace("VERSION", "X-WR-CALNAME:Plan\r\nVERSION"),
            lines => group(lines),
        };
        let preview = room.preview_of(&file);
        let removed = preview
            .events
            .iter()
            .find(|event| event.uid == "group")
            .unwrap();
        assert_eq!(
            (removed.change, removed.keeps_recorded),
            (IcsChange::Removed, true)
        );
        let done = room.take_in(&file);
        assert_eq!(done.removed, 1);
        assert_eq!(
            room.times("2026-11-02", "2027-01-31"),
            ["2026-11-10 17:30", "2026-11-17 17:30"]
        );
        assert_eq!(
            room.one(1, "2026-11-10 17:30").attendance,
            Some(Attendance::Attended)
        );
        let again = room.preview_of(&file);
        let removed = |event: &IcsEventView| event.change == IcsChange::Removed;
        assert!(!again.events.iter().any(removed));
    }
}

#[test]
fn an_event_without_records_goes_to_the_trash_and_comes_back_with_the_file() {
    let mut room = room();
    room.take_in(tuesdays());
    room.take_in(group("STATUS:CANCELLED"));
    assert!(room.times("2026-11-01", "2027-01-31").is_empty());
    let trashed = schedule::trashed(room.open.database(), &room.now).unwrap();
    assert_eq!(trashed.len(), 1);
    let preview = room.preview_of(tuesdays());
    assert_eq!(preview.events[0].change, IcsChange::New);
    let done = room.take_in(tuesdays());
    assert_eq!(done.new, 1);
    assert_eq!(room.times("2026-11-24", "2026-11-30"), ["2026-11-24 17:30"]);
}

#[test]
fn what_the_person_let_go_on_otherwise_is_not_doubled() {
    let mut room = room();
    room.take_in(tuesdays());
    let details = EventDetails {
        time: Some("19:00".to_owned()),
        date: "2026-12-01".to_owned(),
        ..room.event(1, Some("2026-12-01 17:30")).details
    };
    let changed = room.change(
        Some(1),
        Some("2026-12-01 17:30"),
        Scope::ThisAndFuture,
        &details,
    );
    assert_eq!(changed.unwrap().event, 2);
    let times = room.times("2026-11-17", "2026-12-15");
    assert_eq!(
        times,
        [
            "2026-11-17 17:30",
            "2026-11-24 17:30",
            "2026-12-01 19:00",
            "2026-12-08 19:00",
            "2026-12-15 19:00",
        ]
    );
    assert_eq!(
        room.preview_of(tuesdays()).events[0].change,
        IcsChange::Same
    );
    room.take_in(group("RRULE:FREQ=WEEKLY;BYDAY=TU\nLOCATION:Annex"));
    assert_eq!(room.times("2026-11-17", "2026-12-15"), times);
}

#[test]
fn a_series_that_the_file_splits_is_one_line_of_events() {
    let mut room = room();
    let file = calendar(&events(&[
        ("group", &format!("{START}\nRRULE:FREQ=WEEKLY;BYDAY=TU")),
        (
            "group",
            "RECURRENCE-ID;RANGE=THISANDFUTURE;TZID=America/New_York:20261201T173000\n\
             DTSTART;TZID=America/New_York:20261201T190000\nDURATION:PT2H",
        ),
    ]));
    assert_eq!(room.take_in(&file).new, 2);
    assert_eq!(
        room.times("2026-11-24", "2026-12-01"),
        ["2026-11-24 17:30", "2026-12-01 19:00"]
    );
    let again = room.preview_of(&file);
    assert!(
        again
            .events
            .iter()
            .all(|event| event.change == IcsChange::Same)
    );
    let (_, rows) = room.rows();
    let split = rows
        .iter()
        .find(|row| row.contains("group#20261201T173000"))
        .unwrap();
    assert!(
        split.starts_with(
            "event [Integer(2), Text(\"group#20261201T173000\"), Integer(1), Integer(1)"
        ),
        "{split}"
    );
}

#[test]
fn taking_a_file_in_can_be_taken_back() {
    let mut room = room();
    room.add_event(&weekly("2026-12-01", &[schedule::Weekday::Tu]));
    room.take_in(tuesdays());
    room.attend(2, "2026-11-10 17:30", Attendance::Attended);
    for next in [
        group("RRULE:FREQ=DAILY;COUNT=3\nLOCATION:Annex"),
        group("STATUS:CANCELLED"),
        String::from_utf8(fixture("google.ics")).unwrap(),
        calendar(&events(&[("group", START), ("other", START)])),
    ] {
        let (mut opened, before) = room.rows();
        let done = opened.take_in(&next);
        schedule::undo(opened.open.database_mut(), &done.undo).unwrap();
        let (opened, after) = opened.rows();
        assert_eq!(after, before);
        room = opened;
    }
}

#[test]
fn nothing_chosen_changes_nothing() {
    let mut room = room();
    let file = room.file(fixture("google.ics"));
    let request = IcsImportRequest { events: Vec::new() };
    let done = file
        .import(room.open.database_mut(), &request, &room.now)
        .unwrap();
    assert_eq!((done.new, done.changed, done.removed), (0, 0, 0));
    assert!(room.rows().1.is_empty());
}
