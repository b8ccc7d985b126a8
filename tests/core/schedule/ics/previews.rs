//! What a file would change, before anything is saved.

use evenkeel_core::schedule::EventKind;
use evenkeel_core::schedule::ics::{IcsChange, IcsEventView};

use super::{calendar, events, fixture};
use crate::schedule::{room, single};

const GROUP: &str = "DTSTART;TZID=America/New_York:20261201T173000\nDURATION:PT3H\n\
                     RRULE:FREQ=WEEKLY;BYDAY=TU\nSUMMARY:Group";
const LATER: &str = "DTSTART;TZID=America/New_York:20261201T180000\nDURATION:PT3H\n\
                     RRULE:FREQ=WEEKLY;BYDAY=TU\nSUMMARY:Group\nLOCATION:Room 4";
const LUNCH: &str = "DTSTART:20261205T120000\nSUMMARY:Lunch";
const DINNER: &str = "DTSTART:20261205T180000\nSUMMARY:Dinner";

fn named(made: &[(&str, &str)]) -> String {
    calendar(&format!("X-WR-CALNAME:Clinic\n{}", events(made)))
}

fn changes(shown: &[IcsEventView]) -> Vec<(&str, IcsChange)> {
    shown
        .iter()
        .map(|event| (&*event.uid, event.change))
        .collect()
}

#[test]
fn a_look_saves_nothing() {
    let room = room();
    room.preview_of(fixture("google.ics"));
    assert!(room.rows().1.is_empty());
}

#[test]
fn each_event_is_new_changed_the_same_or_gone() {
    let mut room = room();
    room.take_in(named(&[("group", GROUP), ("lunch", LUNCH)]));
    let preview = room.preview_of(named(&[("group", LATER), ("dinner", DINNER)]));
    assert_eq!(preview.calendar.id, Some(1));
    assert_eq!(
        changes(&preview.events),
        [
            ("group", IcsChange::Changed),
            ("dinner", IcsChange::New),
            ("lunch", IcsChange::Removed),
        ]
    );
    let group = &preview.events[0];
    assert_eq!(
        (group.is.time.as_deref(), &*group.is.location),
        (Some("18:00"), "Room 4")
    );
    let before = group.before.as_ref().unwrap();
    assert_eq!(
        (before.time.as_deref(), &*before.location),
        (Some("17:30"), "")
    );
    let next = group.next.as_ref().unwrap();
    assert_eq!(
        (&*next.date, next.time.as_deref()),
        ("2026-12-01", Some("18:00"))
    );
    assert_eq!(group.occurrences, 51);
    assert_eq!(preview.events[2].is.summary, "Lunch");
    assert!(!preview.events[2].keeps_recorded);
    let same = room.preview_of(named(&[("group", GROUP), ("lunch", LUNCH)]));
    assert!(
        same.events
            .iter()
            .all(|event| event.change == IcsChange::Same)
    );
    assert!(same.events.iter().all(|event| event.before.is_none()));
}

#[test]
fn a_calendar_is_known_by_its_events_then_by_its_name() {
    let mut room = room();
    room.take_in(named(&[("group", GROUP)]));
    let renamed = named(&[("group", GROUP)]).replace("Clinic", "Evenings");
    let preview = room.preview_of(renamed);
    assert_eq!(
        (preview.calendar.id, &*preview.calendar.name),
        (Some(1), "Evenings")
    );
    // A program that names its events anew each time.
    let preview = room.preview_of(named(&[("another", GROUP)]));
    assert_eq!(preview.calendar.id, Some(1));
    assert_eq!(
        changes(&preview.events),
        [("another", IcsChange::New), ("group", IcsChange::Removed)]
    );
    let other = named(&[("another", GROUP)]).replace("Clinic", "Work");
    let preview = room.preview_of(other);
    assert_eq!((preview.calendar.id, preview.events.len()), (None, 1));
}

#[test]
fn what_was_over_before_the_file_begins_is_not_gone() {
    let mut room = room();
    let old = "DTSTART:20261101T120000\nSUMMARY:Intake";
    room.take_in(named(&[("old", old), ("group", GROUP)]));
    let preview = room.preview_of(named(&[("group", GROUP)]));
    assert_eq!(changes(&preview.events), [("group", IcsChange::Same)]);
}

#[test]
fn a_message_about_one_event_removes_no_other() {
    let mut room = room();
    room.take_in(named(&[("group", GROUP), ("lunch", LUNCH)]));
    let message =
        |method: &str| calendar(&format!("METHOD:{method}\n{}", events(&[("lunch", LUNCH)])));
    let preview = room.preview_of(message("REQUEST"));
    assert_eq!(changes(&preview.events), [("lunch", IcsChange::Same)]);
    let preview = room.preview_of(message("CANCEL"));
    assert_eq!(changes(&preview.events), [("lunch", IcsChange::Removed)]);
}

#[test]
fn events_of_ones_own_are_never_gone() {
    let mut room = room();
    room.add_event(&single("2026-12-03"));
    room.take_in(named(&[("group", GROUP)]));
    let preview = room.preview_of(named(&[("lunch", LUNCH)]));
    assert_eq!(
        changes(&preview.events),
        [("lunch", IcsChange::New), ("group", IcsChange::Removed)]
    );
}

#[test]
fn the_kind_that_was_chosen_stays_and_is_no_guess_any_more() {
    let mut room = room();
    let file = room.file(named(&[("lunch", LUNCH)]));
    let mut request = super::all_of(&room.preview_of(named(&[("lunch", LUNCH)])));
    request.events[0].kind = EventKind::Holistic;
    file.import(room.open.database_mut(), &request, &room.now)
        .unwrap();
    let preview = room.preview_of(named(&[("lunch", LUNCH)]));
    assert_eq!(preview.events[0].kind, EventKind::Holistic);
    assert_eq!(preview.events[0].change, IcsChange::Same);
}
