//! What the person says about a session: attendance and notes.

use evenkeel_core::error::{Error, ErrorCode};
use evenkeel_core::schedule::attendance::{self, SessionNotesSaveRequest, SessionNotesView};
use evenkeel_core::schedule::{Attendance, EventKind, OccurrenceKey, OccurrenceView, Scope};

use super::planned::{
    all_day, busy, cancel, change, mark, minutes, on, once, plan, quiet, sessions, try_mark,
};
use crate::fixture::assert_code;
use crate::practising::Room;

fn note(room: &mut Room, one: &OccurrenceView, before: &str, after: &str) -> Result<(), Error> {
    let request = SessionNotesSaveRequest {
        event: one.event,
        recurrence_id: one.recurrence_id.clone(),
        before: before.to_owned(),
        after: after.to_owned(),
    };
    attendance::save_notes(room.open.database_mut(), &request, &room.now)
}

fn notes(room: &Room, one: &OccurrenceView) -> (String, String) {
    let key = OccurrenceKey {
        event: one.event,
        recurrence_id: one.recurrence_id.clone(),
    };
    let SessionNotesView { before, after } = attendance::notes(room.open.database(), &key).unwrap();
    (before, after)
}

#[test]
fn each_answer_has_its_minutes() {
    use Attendance::{Attended, Excused, Missed, Part};
    let mut room = busy();
    let group = on(&room, "2026-11-19", EventKind::Group);
    for (attendance, said, kept) in [
        (Attended, None, 180),
        (Attended, Some(180), 180),
        (Attended, Some(200), 200),
        (Attended, Some(1), 1),
        (Part, Some(1), 1),
        (Part, Some(100), 100),
        (Part, Some(180), 180),
        (Missed, None, 0),
        (Missed, Some(0), 0),
        (Excused, None, 0),
    ] {
        let marked = mark(&mut room, &group, attendance, said);
        assert_eq!(
            (marked.attendance, marked.minutes),
            (Some(attendance), Some(kept)),
            "{attendance:?} {said:?}"
        );
        let again = on(&room, "2026-11-19", EventKind::Group);
        assert!(again == marked, "what is answered is what is kept");
    }
    let others = on(&room, "2026-11-18", EventKind::Group);
    assert_eq!((others.attendance, others.minutes), (None, None));
    let room = room.reopened();
    let kept = on(&room, "2026-11-19", EventKind::Group);
    assert_eq!(kept.attendance, Some(Excused));
}

#[test]
fn minutes_that_do_not_go_with_it_are_refused() {
    use Attendance::{Attended, Excused, Missed, Part};
    let mut room = busy();
    let group = on(&room, "2026-11-19", EventKind::Group);
    mark(&mut room, &group, Part, Some(100));
    for (attendance, said) in [
        (Some(Attended), Some(0)),
        (Some(Attended), Some(1441)),
        (Some(Part), None),
        (Some(Part), Some(0)),
        (Some(Part), Some(181)),
        (Some(Missed), Some(1)),
        (Some(Excused), Some(180)),
        (None, Some(100)),
    ] {
        let refused = try_mark(&mut room, &group, attendance, said);
        assert_code(refused, ErrorCode::Invalid);
        let kept = on(&room, "2026-11-19", EventKind::Group);
        assert_eq!((kept.attendance, kept.minutes), (Some(Part), Some(100)));
    }
}

#[test]
fn only_a_session_that_there_is_can_be_marked() {
    let mut room = busy();
    let group = on(&room, "2026-11-19", EventKind::Group);
    let named = |event, recurrence_id: &str| OccurrenceView {
        event,
        recurrence_id: recurrence_id.to_owned(),
        ..group.clone()
    };
    for (one, code) in [
        (
            named(group.event, "2026-11-20T17:30:00"),
            ErrorCode::NotFound,
        ),
        (
            named(group.event, "2026-11-19T17:31:00"),
            ErrorCode::NotFound,
        ),
        (named(4711, "2026-11-19T17:30:00"), ErrorCode::NotFound),
        (named(group.event, "yesterday"), ErrorCode::Invalid),
        (named(group.event, ""), ErrorCode::Invalid),
    ] {
        let marked = try_mark(&mut room, &one, Some(Attendance::Attended), None);
        assert_code(marked, code);
        assert_code(note(&mut room, &one, "a", "b"), code);
    }
    assert_eq!(minutes(&room, "2026-11-19").1, 0);
}

#[test]
fn what_was_said_can_be_taken_back_without_the_notes() {
    let mut room = busy();
    let group = on(&room, "2026-11-19", EventKind::Group);
    mark(&mut room, &group, Attendance::Attended, None);
    note(&mut room, &group, "Ask about the diary card.", "").unwrap();
    let marked = on(&room, "2026-11-19", EventKind::Group);
    assert!(marked.has_notes);
    assert_eq!(marked.minutes, Some(180), "notes leave it as it is");
    let unmarked = try_mark(&mut room, &group, None, None).unwrap();
    assert_eq!((unmarked.attendance, unmarked.minutes), (None, None));
    assert!(unmarked.has_notes);
    note(&mut room, &group, "", "").unwrap();
    let bare = on(&room, "2026-11-19", EventKind::Group);
    assert!(bare == group, "as if nothing had ever been said");
}

#[test]
fn notes_come_back_as_they_were_written() {
    let mut room = busy();
    let group = on(&room, "2026-11-19", EventKind::Group);
    assert_eq!(notes(&room, &group), (String::new(), String::new()));
    note(&mut room, &group, "  Two\nlines ", "The heron.").unwrap();
    let expected = ("  Two\nlines ".to_owned(), "The heron.".to_owned());
    let mut room = room.reopened();
    assert_eq!(notes(&room, &group), expected);
    let other = on(&room, "2026-11-18", EventKind::Group);
    assert_eq!(notes(&room, &other), (String::new(), String::new()));

    cancel(&mut room, &group, Scope::All);
    note(&mut room, &group, "Still", "typing").unwrap();
    assert_eq!(
        notes(&room, &group),
        ("Still".to_owned(), "typing".to_owned()),
        "nothing typed is lost while the event goes to the trash"
    );
}

#[test]
fn a_marked_session_keeps_the_length_it_had() {
    let mut room = busy();
    let group = on(&room, "2026-11-19", EventKind::Group);
    mark(&mut room, &group, Attendance::Attended, None);
    let mut shorter = sessions().remove(0);
    shorter.minutes = 120;
    change(&mut room, &group, Scope::All, shorter);
    // Monday's and Wednesday's group are two hours now, Thursday's stays at three.
    let (_, attended, planned, unmarked) = minutes(&room, "2026-11-19");
    assert_eq!(
        (attended, planned, unmarked),
        (180, 120 * 2 + 180 + 50, 290)
    );
}

#[test]
fn what_is_all_day_has_the_minutes_that_were_said() {
    let mut room = quiet();
    plan(&mut room, all_day(EventKind::Family, "2026-11-20", 1));
    let day = on(&room, "2026-11-20", EventKind::Family);
    let marked = mark(&mut room, &day, Attendance::Attended, None);
    assert_eq!(
        (marked.attendance, marked.minutes),
        (Some(Attendance::Attended), None)
    );
    assert_eq!(minutes(&room, "2026-11-20"), (Some(540), 0, 0, 0));
    mark(&mut room, &day, Attendance::Part, Some(240));
    assert_eq!(minutes(&room, "2026-11-20"), (Some(540), 240, 0, 0));
}

#[test]
fn an_appointment_of_ones_own_can_be_marked_too() {
    let mut room = quiet();
    plan(
        &mut room,
        once(EventKind::Personal, "2026-11-20", "09:00", 30),
    );
    let own = on(&room, "2026-11-20", EventKind::Personal);
    let marked = mark(&mut room, &own, Attendance::Attended, None);
    assert_eq!(marked.minutes, Some(30));
    assert_eq!(minutes(&room, "2026-11-20").1, 0, "and does not count");
}
