use chrono::TimeDelta;
use evenkeel_core::check_in::{self, CheckInId, CheckInSaveRequest};
use evenkeel_core::error::ErrorCode;

use super::{felt, room, strings};
use crate::fixture::{assert_code, raw};
use crate::practising::{Room, json};

fn with_one() -> (Room, CheckInId) {
    let mut room = room();
    let request = CheckInSaveRequest {
        words: strings(&["lonely", "wobbly"]),
        note: "A quiet house.".to_owned(),
        ..felt(2)
    };
    let id = room.check_in(&request).id;
    (room, id)
}

fn trash(room: &mut Room, id: CheckInId) {
    check_in::trash(room.open.database_mut(), id, &room.now).unwrap();
}

fn restore(room: &mut Room, id: CheckInId) {
    check_in::restore(room.open.database_mut(), id).unwrap();
}

fn trashed_on(room: &Room) -> Vec<Option<String>> {
    let trashed = room.check_ins_of(true).into_iter();
    trashed.map(|check_in| check_in.trashed_on).collect()
}

#[test]
fn a_deleted_check_in_is_out_of_sight_and_undo_brings_it_back_whole() {
    let (mut room, id) = with_one();
    let before = json(&room.check_ins());
    // Already the next day in UTC, still the same evening in New York.
    room.pass(TimeDelta::hours(10));
    trash(&mut room, id);
    assert!(room.check_ins().is_empty());
    assert_eq!(trashed_on(&room), [Some("2026-11-22".to_owned())]);
    restore(&mut room, id);
    assert_eq!(json(&room.check_ins()), before);
    assert!(trashed_on(&room).is_empty());
}

#[test]
fn doing_it_twice_does_it_once() {
    let (mut room, id) = with_one();
    trash(&mut room, id);
    room.pass(TimeDelta::days(3));
    trash(&mut room, id);
    assert_eq!(
        trashed_on(&room),
        [Some("2026-11-22".to_owned())],
        "the first time counts"
    );
    for _ in 0..2 {
        restore(&mut room, id);
    }
    assert_eq!(room.check_ins().len(), 1);
}

#[test]
fn only_what_is_in_the_trash_is_deleted_for_good_with_all_its_words() {
    let (mut room, id) = with_one();
    assert_code(
        check_in::delete(room.open.database_mut(), id),
        ErrorCode::Invalid,
    );
    trash(&mut room, id);
    check_in::delete(room.open.database_mut(), id).unwrap();
    for result in [
        check_in::trash(room.open.database_mut(), id, &room.now),
        check_in::restore(room.open.database_mut(), id),
        check_in::delete(room.open.database_mut(), id),
    ] {
        assert_code(result, ErrorCode::NotFound);
    }
    let mut room = room.reopened_after(|made| {
        let words = "SELECT count(*) FROM check_in_word";
        assert_eq!(raw(made).query_row(words, [], |row| row.get(0)), Ok(0));
    });
    assert!(
        check_in::words(room.open.database())
            .unwrap()
            .own
            .is_empty()
    );
    assert_ne!(room.check_in(&felt(4)).id, id, "an id is never used again");
}

#[test]
fn the_trash_keeps_thirty_days_and_no_more() {
    let (mut room, id) = with_one();
    let kept = room.check_in(&felt(5)).id;
    trash(&mut room, id);
    let trashed_at = room.now;
    room.pass(TimeDelta::days(30));
    room.open.tidy(&room.now).unwrap();
    assert_eq!(room.check_ins_of(true).len(), 1);
    room.pass(TimeDelta::milliseconds(1));
    room.open.tidy(&room.now).unwrap();
    assert!(room.check_ins_of(true).is_empty());
    let left: Vec<_> = room.check_ins().into_iter().map(|one| one.id).collect();
    assert_eq!(left, [kept], "age alone deletes nothing");
    trash(&mut room, kept);
    room.now = trashed_at;
    room.pass(TimeDelta::days(-400));
    room.open.tidy(&room.now).unwrap();
    assert_eq!(
        room.check_ins_of(true).len(),
        1,
        "a clock set back empties no trash"
    );
}

#[test]
fn what_is_in_the_trash_counts_in_no_total_and_no_page() {
    let (mut room, id) = with_one();
    room.check_in(&felt(5));
    trash(&mut room, id);
    for (trashed, ids) in [(false, [2]), (true, [1])] {
        let request = check_in::CheckInPageRequest {
            before: None,
            limit: 1,
            trashed,
        };
        let page = check_in::page(room.open.database(), &request, &room.now).unwrap();
        let found: Vec<_> = page.check_ins.iter().map(|check_in| check_in.id).collect();
        assert_eq!(
            (page.total, found.as_slice(), page.next),
            (1, &ids[..], None)
        );
    }
}
