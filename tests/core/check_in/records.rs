use chrono::TimeDelta;
use evenkeel_core::check_in::{CheckInSaveRequest, DaylioRows};
use evenkeel_core::error::ErrorCode;

use super::{backdated, felt, room, strings};
use crate::fixture::{assert_code, at, raw};
use crate::practising::json;

#[test]
fn a_check_in_reads_back_as_it_was_saved() {
    let mut room = room();
    let request = CheckInSaveRequest {
        words: strings(&["hopeful", "close to someone", "wind-blown 🌬"]),
        note: "Line one\n\n\tLine <b>two</b> \"quoted\" \u{0} end".to_owned(),
        ..felt(6)
    };
    let saved = room.check_in(&request);
    let expected = serde_json::json!({
        "id": 1, "date": "2026-11-22", "time": "10:04", "mood": 6,
        "words": ["hopeful", "close to someone", "wind-blown 🌬"],
        "note": "Line one\n\n\tLine <b>two</b> \"quoted\" \u{0} end", "trashed_on": null,
    });
    assert_eq!(json(&saved), expected);
    let room = room.reopened();
    assert_eq!(json(&room.check_ins()), serde_json::json!([expected]));
}

#[test]
fn there_are_seven_steps_and_no_other() {
    let mut room = room();
    for mood in 1..=7 {
        assert_eq!(room.check_in(&felt(mood)).mood, mood);
    }
    for mood in [0, 8, 100, u8::MAX] {
        assert_code(room.try_check_in(&felt(mood)), ErrorCode::Invalid);
        let change = CheckInSaveRequest {
            id: Some(1),
            note: "Not kept.".to_owned(),
            ..felt(mood)
        };
        assert_code(room.try_check_in(&change), ErrorCode::Invalid);
    }
    let check_ins = room.check_ins();
    assert_eq!(check_ins.len(), 7);
    assert!(check_ins.iter().all(|check_in| check_in.note.is_empty()));
}

#[test]
fn words_are_trimmed_and_each_is_kept_once_in_its_order() {
    let mut room = room();
    let words = strings(&[
        " calm ", "tired", "", "  ", "calm", "Calm", "\tflat\n", "tired ",
    ]);
    let saved = room.check_in(&CheckInSaveRequest { words, ..felt(4) });
    assert_eq!(saved.words, ["calm", "tired", "Calm", "flat"]);
    let fewer = CheckInSaveRequest {
        id: Some(saved.id),
        words: strings(&["flat"]),
        ..felt(4)
    };
    assert_eq!(room.check_in(&fewer).words, ["flat"]);
    let none = CheckInSaveRequest {
        id: Some(saved.id),
        ..felt(4)
    };
    assert!(room.check_in(&none).words.is_empty());
}

#[test]
fn a_change_replaces_what_was_said_and_keeps_the_time() {
    let mut room = room();
    let request = CheckInSaveRequest {
        words: strings(&["sad"]),
        note: "It rained.".to_owned(),
        ..backdated(2, "2024-02-29", "23:59")
    };
    let id = room.check_in(&request).id;
    room.now = at("2026-12-01T00:00:00Z", chrono_tz::Asia::Kathmandu);
    let change = CheckInSaveRequest {
        id: Some(id),
        words: strings(&["calm"]),
        note: "It stopped.".to_owned(),
        ..felt(5)
    };
    let expected = serde_json::json!({
        "id": id, "date": "2024-02-29", "time": "23:59", "mood": 5, "words": ["calm"],
        "note": "It stopped.", "trashed_on": null,
    });
    assert_eq!(json(&room.check_in(&change)), expected);
    assert_eq!(json(&room.check_ins()), serde_json::json!([expected]));
}

#[test]
fn there_may_be_many_a_day_and_many_a_moment() {
    let mut room = room();
    for mood in [3, 5, 1, 5] {
        room.check_in(&felt(mood));
    }
    room.pass(TimeDelta::minutes(5));
    room.check_in(&felt(7));
    room.check_in(&backdated(2, "2026-11-22", "06:30"));
    let moods: Vec<_> = room.moods().into_iter().map(|(.., mood)| mood).collect();
    assert_eq!(moods, [7, 5, 1, 5, 3, 2], "newest first");
}

#[test]
fn a_check_in_can_be_moved_to_another_time() {
    let mut room = room();
    room.check_in(&backdated(3, "2026-11-16", "09:00"));
    let moved = room.check_in(&backdated(6, "2026-11-18", "09:00")).id;
    let request = CheckInSaveRequest {
        id: Some(moved),
        ..backdated(6, "2026-11-15", "21:30")
    };
    room.check_in(&request);
    let day = |date: &str, time: &str, mood| (date.to_owned(), time.to_owned(), mood);
    assert_eq!(
        room.moods(),
        [day("2026-11-16", "09:00", 3), day("2026-11-15", "21:30", 6)]
    );
}

/// The page shows minutes; a check-in has a second of its own.
#[test]
fn a_change_that_names_the_same_minute_moves_nothing() {
    let mut room = room();
    let first = room.check_in(&felt(1)).id;
    room.check_in(&felt(2));
    let shown = room.check_ins().pop().unwrap();
    for mood in [3, 4, 5] {
        let request = CheckInSaveRequest {
            id: Some(first),
            ..backdated(mood, &shown.date, &shown.time)
        };
        room.check_in(&request);
    }
    let moods: Vec<_> = room.moods().into_iter().map(|(.., mood)| mood).collect();
    assert_eq!(moods, [2, 5], "the order stays");
    room.reopened_after(|made| {
        let sql = "SELECT instant_ms FROM check_in WHERE mood = 5";
        let instant: i64 = raw(made).query_row(sql, [], |row| row.get(0)).unwrap();
        assert_eq!(instant, crate::fixture::now().millis());
    });
}

#[test]
fn a_check_in_that_is_gone_is_not_found() {
    let mut room = room();
    let change = CheckInSaveRequest {
        id: Some(7),
        words: strings(&["calm"]),
        ..felt(4)
    };
    assert_code(room.try_check_in(&change), ErrorCode::NotFound);
    assert!(room.check_ins().is_empty());
}

#[test]
fn debug_output_of_a_check_in_holds_no_words() {
    let request = CheckInSaveRequest {
        words: strings(&["PRIVATE-WORD"]),
        note: "PRIVATE-NOTE".to_owned(),
        ..felt(1)
    };
    assert_eq!(format!("{request:?}"), "CheckInSaveRequest(private)");
    let file = "full_date,time,mood,note\n2026-11-22,10:04,PRIVATE-MOOD,PRIVATE-NOTE\n";
    let rows = DaylioRows::parse(file.as_bytes()).unwrap();
    assert_eq!(format!("{rows:?}"), "DaylioRows(private)");
}
