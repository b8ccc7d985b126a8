use chrono::TimeDelta;
use evenkeel_core::error::ErrorCode;
use evenkeel_core::practice::{self, PracticeId, Which};

use crate::fixture::{assert_code, raw};
use crate::practising::{EVERY_KIND, Room, json, skill_file, text};

fn room() -> (Room, PracticeId) {
    let mut room = Room::with(&[("every-kind", skill_file("Every kind", EVERY_KIND))]);
    let id = room.start("every-kind").id;
    room.answer(id, "write", text("A heron."));
    room.next(id, "before");
    (room, id)
}

fn restore(room: &mut Room, id: PracticeId) {
    practice::restore(room.open.database_mut(), id).unwrap();
}

#[test]
fn a_deleted_practice_is_out_of_sight_and_undo_brings_it_back_whole() {
    let (mut room, id) = room();
    let (view, sheet) = (json(&room.at(id)), json(&room.sheet(id)));
    room.trash(id);
    assert!(room.list(Which::Unfinished).is_empty() && room.found("heron").is_empty());
    assert_eq!(room.list(Which::Trashed), [id]);
    room = room.verified();
    restore(&mut room, id);
    assert_eq!((json(&room.at(id)), json(&room.sheet(id))), (view, sheet));
    assert_eq!(room.list(Which::Unfinished), [id]);
    assert_eq!(room.found("heron"), [id]);
    room.verified();
}

#[test]
fn doing_it_twice_does_it_once() {
    let (mut room, id) = room();
    room.trash(id);
    room.pass(TimeDelta::days(3));
    room.trash(id);
    let trashed_on = room.sheet(id).summary.trashed_on;
    assert_eq!(
        trashed_on.as_deref(),
        Some("2026-11-22"),
        "the first time counts"
    );
    room = room.verified();
    for _ in 0..2 {
        restore(&mut room, id);
    }
    assert_eq!(room.found("heron"), [id]);
    room.verified();
}

#[test]
fn what_is_changed_in_the_trash_is_found_only_once_it_is_back() {
    let (mut room, id) = room();
    room.trash(id);
    room.answer(id, "write", text("A sandpiper."));
    assert!(room.found("sandpiper").is_empty() && room.found("heron").is_empty());
    room = room.verified();
    restore(&mut room, id);
    assert_eq!(
        (room.found("sandpiper"), room.found("heron")),
        (vec![id], vec![])
    );
    room.verified();
}

#[test]
fn only_what_is_in_the_trash_is_deleted_for_good_with_all_its_words() {
    let (mut room, id) = room();
    assert_code(
        practice::delete(room.open.database_mut(), id),
        ErrorCode::Invalid,
    );
    room.trash(id);
    practice::delete(room.open.database_mut(), id).unwrap();
    for result in [
        practice::trash(room.open.database_mut(), id, &room.now),
        practice::restore(room.open.database_mut(), id),
        practice::delete(room.open.database_mut(), id),
    ] {
        assert_code(result, ErrorCode::NotFound);
    }
    assert_code(room.try_at(id, None), ErrorCode::NotFound);
    assert!(room.list(Which::Trashed).is_empty());
    let mut room = room.verified().reopened_after(|made| {
        let answers = raw(made).query_row("SELECT count(*) FROM answer", [], |row| row.get(0));
        assert_eq!(answers, Ok(0));
    });
    assert_ne!(room.start("every-kind").id, id, "an id is never used again");
}

#[test]
fn the_trash_keeps_thirty_days_and_no_more() {
    let (mut room, id) = room();
    let kept = room.start("every-kind").id;
    room.next(kept, "before");
    room.trash(id);
    let trashed_at = room.now;
    room.pass(TimeDelta::days(30));
    room.open.tidy(&room.now).unwrap();
    assert_eq!(room.list(Which::Trashed), [id]);
    room.pass(TimeDelta::milliseconds(1));
    room.open.tidy(&room.now).unwrap();
    assert!(room.list(Which::Trashed).is_empty());
    assert_code(room.try_at(id, None), ErrorCode::NotFound);
    assert_eq!(
        room.list(Which::Unfinished),
        [kept],
        "age alone deletes nothing"
    );
    room.trash(kept);
    room.now = trashed_at;
    room.pass(TimeDelta::days(-400));
    room.open.tidy(&room.now).unwrap();
    assert_eq!(
        room.list(Which::Trashed),
        [kept],
        "a clock set back empties no trash"
    );
    room.verified();
}

#[test]
fn what_was_done_in_a_trashed_practice_counts_again_once_it_is_back() {
    let mut room = Room::with(&[("every-kind", skill_file("Every kind", EVERY_KIND))]);
    let id = room.practised("every-kind", None, Some(50), Some(30), None);
    let uses = |room: &Room| {
        let effects = evenkeel_core::skills::effects(room.open.database()).unwrap();
        effects
            .get("every-kind")
            .map_or(0, |effects| effects.all.uses)
    };
    assert_eq!(uses(&room), 1);
    room.trash(id);
    assert_eq!(uses(&room), 0);
    restore(&mut room, id);
    assert_eq!(uses(&room), 1);
}
