use chrono::TimeDelta;
use evenkeel_core::assessments::{self, AssessmentId, GATE, TrashedAssessmentView};
use evenkeel_core::error::ErrorCode;

use super::{begun, finish, give, look, room, try_finish};
use crate::fixture::{assert_code, raw};
use crate::practising::{Room, json};

fn trash(room: &mut Room, id: AssessmentId) {
    assessments::trash(room.open.database_mut(), id, &room.now).unwrap();
}

fn restore(room: &mut Room, id: AssessmentId) {
    assessments::restore(room.open.database_mut(), id).unwrap();
}

fn trashed(room: &Room) -> Vec<TrashedAssessmentView> {
    assessments::trashed(room.open.database(), &room.now).unwrap()
}

fn ids(room: &Room) -> Vec<AssessmentId> {
    let page = assessments::page(room.open.database(), "phq-2").unwrap();
    page.iter().map(|one| one.id).collect()
}

fn with_one() -> (Room, AssessmentId) {
    let mut room = room();
    let id = begun(&mut room, "phq-2");
    finish(&mut room, id, 2);
    (room, id)
}

#[test]
fn a_deleted_one_is_out_of_sight_and_undo_brings_it_back_whole() {
    let (mut room, id) = with_one();
    let before = json(&look(&room, id));
    trash(&mut room, id);
    assert!(ids(&room).is_empty());
    restore(&mut room, id);
    restore(&mut room, id);
    assert_eq!(ids(&room), [id]);
    assert_eq!(json(&look(&room, id)), before);
}

#[test]
fn a_half_done_one_in_the_trash_is_not_gone_on_with() {
    let mut room = room();
    let id = begun(&mut room, "phq-2");
    give(&mut room, id, "1", 3);
    trash(&mut room, id);
    let new = begun(&mut room, "phq-2");
    assert_ne!(new, id);
    assert!(look(&room, new).answers.is_empty());
}

#[test]
fn the_trash_lists_what_is_in_it_the_last_deleted_first() {
    let mut room = room();
    assert!(trashed(&room).is_empty());
    let done = begun(&mut room, "phq-2");
    finish(&mut room, done, 2);
    let half_done = begun(&mut room, "pc-ptsd-5");
    room.pass(TimeDelta::days(1));
    let kept = begun(&mut room, "phq-2");
    finish(&mut room, kept, 1);
    trash(&mut room, half_done);
    // The next day in UTC, the same evening in New York.
    room.pass(TimeDelta::hours(10));
    trash(&mut room, done);
    room.pass(TimeDelta::days(3));
    let first = serde_json::json!({
        "id": done, "instrument": "phq-2", "name": "PHQ-2", "date": "2026-11-22", "score": 4,
        "trashed_on": "2026-11-23",
    });
    let second = serde_json::json!({
        "id": half_done, "instrument": "pc-ptsd-5", "name": "PC-PTSD-5", "date": "2026-11-22",
        "score": null, "trashed_on": "2026-11-23",
    });
    assert_eq!(json(&trashed(&room)), serde_json::json!([first, second]));
    restore(&mut room, done);
    assert_eq!(json(&trashed(&room)), serde_json::json!([second]));
    trash(&mut room, done);
    let ids: Vec<_> = trashed(&room).iter().map(|one| one.id).collect();
    assert_eq!(ids, [done, half_done]);
    assessments::delete(room.open.database_mut(), done).unwrap();
    assert_eq!(
        json(&trashed(&room.reopened())),
        serde_json::json!([second])
    );
}

#[test]
fn what_became_half_done_again_is_half_done_in_the_trash() {
    let mut room = room();
    let id = begun(&mut room, "pc-ptsd-5");
    give(&mut room, id, GATE, 0);
    try_finish(&mut room, id).unwrap();
    trash(&mut room, id);
    assert_eq!(trashed(&room)[0].score, Some(0));
    restore(&mut room, id);
    give(&mut room, id, GATE, 1);
    trash(&mut room, id);
    assert_eq!(trashed(&room)[0].score, None);
    restore(&mut room, id);
    assert_eq!(begun(&mut room, "pc-ptsd-5"), id);
}

#[test]
fn only_what_is_in_the_trash_is_deleted_for_good_with_all_its_answers() {
    let (mut room, id) = with_one();
    let delete = |room: &mut Room| assessments::delete(room.open.database_mut(), id);
    assert_code(delete(&mut room), ErrorCode::Invalid);
    trash(&mut room, id);
    delete(&mut room).unwrap();
    assert_code(delete(&mut room), ErrorCode::NotFound);
    assert_code(
        assessments::open(room.open.database(), id),
        ErrorCode::NotFound,
    );
    assert_code(
        assessments::restore(room.open.database_mut(), id),
        ErrorCode::NotFound,
    );
    let mut room = room.reopened_after(|made| {
        let answers = "SELECT count(*) FROM assessment_answer";
        assert_eq!(raw(made).query_row(answers, [], |row| row.get(0)), Ok(0));
    });
    assert_ne!(begun(&mut room, "phq-2"), id, "an id is never used again");
}

#[test]
fn the_trash_keeps_thirty_days_and_no_more() {
    let (mut room, id) = with_one();
    let kept = begun(&mut room, "phq-2");
    finish(&mut room, kept, 1);
    trash(&mut room, id);
    room.pass(TimeDelta::days(20));
    trash(&mut room, id);
    room.pass(TimeDelta::days(10));
    room.open.tidy(&room.now).unwrap();
    look(&room, id);
    room.pass(TimeDelta::milliseconds(1));
    room.open.tidy(&room.now).unwrap();
    assert_code(
        assessments::open(room.open.database(), id),
        ErrorCode::NotFound,
    );
    assert_eq!(ids(&room), [kept], "age alone deletes nothing");
}
