//! What was recorded stays, whatever becomes of the event.

use evenkeel_core::schedule::{Attendance, EventDetails, Scope, Weekday};

use super::{every, room, single, weekly};
use crate::practising::Room;

/// Mondays since three weeks; the last two were attended, the next has notes.
fn attended(room: &mut Room) -> i64 {
    let event = room.add_event(&weekly("2026-11-02", &[Weekday::Mo]));
    room.attend(event, "2026-11-09 17:30", Attendance::Attended);
    room.attend(event, "2026-11-16 17:30", Attendance::Missed);
    room.note(event, "2026-11-30 17:30", "ask about sleep");
    event
}

fn said(room: &Room) -> Vec<String> {
    let plan = room.plan("2026-11-01", "2026-12-31");
    let said = plan
        .iter()
        .filter(|one| one.attendance.is_some() || one.has_notes);
    said.map(|one| {
        let minutes = one
            .minutes
            .map_or("notes".to_owned(), |minutes| minutes.to_string());
        format!("{} {} {minutes}", super::shown(one), one.room)
    })
    .collect()
}

#[test]
fn at_another_time_of_the_same_day_it_goes_along() {
    let mut room = room();
    let event = attended(&mut room);
    let details = EventDetails {
        time: Some("09:00".to_owned()),
        ..weekly("2026-11-02", &[Weekday::Mo])
    };
    room.change(Some(event), None, Scope::All, &details)
        .unwrap();
    assert_eq!(
        said(&room),
        [
            "2026-11-09 09:00 Room 2 180",
            "2026-11-16 09:00 Room 2 0",
            "2026-11-30 09:00 Room 2 notes",
        ]
    );
}

#[test]
fn on_another_day_it_stays_as_it_was() {
    let mut room = room();
    let event = attended(&mut room);
    let details = EventDetails {
        rule: every(1, &[Weekday::Fr], None),
        room: "Hall".to_owned(),
        minutes: 60,
        summary: "Other".to_owned(),
        ..weekly("2026-11-02", &[])
    };
    room.change(Some(event), None, Scope::All, &details)
        .unwrap();
    assert_eq!(
        said(&room),
        [
            "2026-11-09 17:30 Room 2 180",
            "2026-11-16 17:30 Room 2 0",
            "2026-11-30 17:30 cancelled Room 2 notes",
        ]
    );
    let kept = room.one(event, "2026-11-09 17:30");
    assert_eq!(
        (kept.summary.as_str(), kept.planned_minutes),
        ("Group", 180)
    );
    assert_eq!(room.one(event, "2026-11-13 17:30").summary, "Other");

    // Once more: what was kept is kept again.
    let details = EventDetails {
        rule: every(1, &[Weekday::Tu], None),
        ..details
    };
    room.change(Some(event), None, Scope::All, &details)
        .unwrap();
    assert_eq!(said(&room).len(), 3);
    assert_eq!(room.one(event, "2026-11-09 17:30").room, "Room 2");
}

#[test]
fn the_one_appointment_takes_it_along() {
    let mut room = room();
    let event = room.add_event(&single("2026-11-20"));
    room.note(event, "2026-11-20 17:30", "ask about sleep");
    room.attend(event, "2026-11-20 17:30", Attendance::Attended);
    room.change(Some(event), None, Scope::All, &single("2026-11-27"))
        .unwrap();
    assert_eq!(said(&room), ["2026-11-27 17:30 Room 2 180"]);
    assert_eq!(room.times("2026-11-01", "2026-12-31").len(), 1);
}

#[test]
fn from_an_attended_one_on_all_stays_recorded() {
    let mut room = room();
    let event = attended(&mut room);
    let details = EventDetails {
        rule: every(1, &[Weekday::Fr], None),
        ..weekly("2026-11-16", &[])
    };
    let next = room
        .change(
            Some(event),
            Some("2026-11-16 17:30"),
            Scope::ThisAndFuture,
            &details,
        )
        .unwrap()
        .event;
    assert_eq!(
        room.one(next, "2026-11-16 17:30").attendance,
        Some(Attendance::Missed)
    );
    assert_eq!(said(&room).len(), 3);
    assert_eq!(
        room.times("2026-11-01", "2026-11-20"),
        [
            "2026-11-02 17:30",
            "2026-11-09 17:30",
            "2026-11-16 17:30",
            "2026-11-20 17:30"
        ]
    );
}

#[test]
fn cancelling_loses_no_record() {
    let mut room = room();
    let event = attended(&mut room);
    room.cancel_event(event, "2026-11-09 17:30", Scope::ThisAndFuture);
    assert_eq!(
        room.times("2026-11-01", "2026-12-31"),
        [
            "2026-11-02 17:30",
            "2026-11-09 17:30",
            "2026-11-16 17:30",
            "2026-11-30 17:30 cancelled",
        ]
    );
    room.cancel_event(event, "2026-11-16 17:30", Scope::This);
    assert_eq!(said(&room).len(), 3);
}

#[test]
fn a_day_without_a_time_keeps_it_too() {
    let mut room = room();
    let event = attended(&mut room);
    let whole = EventDetails {
        all_day: true,
        time: None,
        minutes: 1_440,
        rule: every(1, &[Weekday::Fr], None),
        ..weekly("2026-11-02", &[])
    };
    room.change(Some(event), None, Scope::All, &whole).unwrap();
    assert_eq!(said(&room).len(), 3);
    assert_eq!(room.one(event, "2026-11-09 00:00").minutes, Some(180));
    // And as it was again.
    room.change(
        Some(event),
        None,
        Scope::All,
        &weekly("2026-11-02", &[Weekday::Mo]),
    )
    .unwrap();
    assert_eq!(said(&room).len(), 3);
    assert_eq!(room.one(event, "2026-11-09 17:30").minutes, Some(180));
}
