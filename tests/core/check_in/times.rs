//! The dates of check-ins where clocks skip and repeat hours, and where people travel.

use evenkeel_core::check_in::CheckInSaveRequest;
use evenkeel_core::error::ErrorCode;

use super::{backdated, felt, room};
use crate::fixture::{assert_code, at, raw};

#[test]
fn a_time_that_a_clock_skips_is_moved_forward() {
    for (zone, date, time, shown) in [
        (
            chrono_tz::America::New_York,
            "2026-03-08",
            "02:30",
            ("2026-03-08", "03:30"),
        ),
        (
            chrono_tz::Europe::Berlin,
            "2026-03-29",
            "02:15",
            ("2026-03-29", "03:15"),
        ),
        (
            chrono_tz::Australia::Lord_Howe,
            "2026-10-04",
            "02:15",
            ("2026-10-04", "02:45"),
        ),
        (
            chrono_tz::Pacific::Apia,
            "2011-12-30",
            "12:00",
            ("2011-12-31", "12:00"),
        ),
    ] {
        let mut room = room();
        room.now = at("2026-11-22T12:00:00Z", zone);
        let saved = room.check_in(&backdated(4, date, time));
        assert_eq!((saved.date.as_str(), saved.time.as_str()), shown, "{zone}");
    }
}

#[test]
fn a_time_that_a_clock_shows_twice_is_its_first() {
    let mut room = room();
    room.check_in(&backdated(3, "2026-11-01", "01:30"));
    room.check_in(&backdated(5, "2026-11-01", "00:59"));
    room.check_in(&backdated(6, "2026-11-01", "02:00"));
    let moods: Vec<_> = room.moods().into_iter().map(|(.., mood)| mood).collect();
    assert_eq!(moods, [6, 3, 5]);
    room.reopened_after(|made| {
        let sql = "SELECT instant_ms FROM check_in WHERE mood = 3";
        let instant: i64 = raw(made).query_row(sql, [], |row| row.get(0)).unwrap();
        let first = at("2026-11-01T05:30:00Z", chrono_tz::UTC);
        assert_eq!(instant, first.millis());
    });
}

/// Half an hour after midnight has passed twice, and each time is kept.
#[test]
fn both_passes_of_a_doubled_hour_are_kept_in_their_order() {
    let mut room = room();
    for (instant, mood) in [("2026-11-01T05:30:00Z", 2), ("2026-11-01T06:30:00Z", 5)] {
        room.now = at(instant, chrono_tz::America::New_York);
        room.check_in(&felt(mood));
    }
    let moods = room.moods();
    let expected = |mood| ("2026-11-01".to_owned(), "01:30".to_owned(), mood);
    assert_eq!(moods, [expected(5), expected(2)]);
}

#[test]
fn a_local_date_stays_when_a_person_travels() {
    let mut room = room();
    room.now = at("2026-12-31T22:30:00Z", chrono_tz::America::New_York);
    room.check_in(&felt(3));
    room.now = at("2026-12-31T23:00:00Z", chrono_tz::Asia::Kathmandu);
    room.check_in(&felt(4));
    room.now = at("2026-12-31T23:30:00Z", chrono_tz::Pacific::Honolulu);
    room.check_in(&felt(5));
    let shown: Vec<_> = room.moods();
    let day = |date: &str, time: &str, mood| (date.to_owned(), time.to_owned(), mood);
    assert_eq!(
        shown,
        [
            day("2026-12-31", "13:30", 5),
            day("2027-01-01", "04:45", 4),
            day("2026-12-31", "17:30", 3),
        ],
        "in the order in which they were, on the dates that the person saw"
    );
}

#[test]
fn a_change_on_a_journey_keeps_the_date_unless_another_is_named() {
    let mut room = room();
    room.now = at("2026-11-23T02:00:00Z", chrono_tz::America::New_York);
    let id = room.check_in(&felt(3)).id;
    room.now = at("2026-11-23T09:00:00Z", chrono_tz::Asia::Kathmandu);
    let change = |request| CheckInSaveRequest {
        id: Some(id),
        ..request
    };
    let kept = room.check_in(&change(felt(4)));
    assert_eq!(
        (kept.date.as_str(), kept.time.as_str()),
        ("2026-11-22", "21:00")
    );
    let named = room.check_in(&change(backdated(4, "2026-11-23", "08:00")));
    assert_eq!(
        (named.date.as_str(), named.time.as_str()),
        ("2026-11-23", "08:00")
    );
    room.reopened_after(|made| {
        let sql = "SELECT offset_minutes, local_date FROM check_in";
        let kept: (i32, String) = raw(made)
            .query_row(sql, [], |row| Ok((row.get(0)?, row.get(1)?)))
            .unwrap();
        assert_eq!(kept, (345, "2026-11-23".to_owned()));
    });
}

#[test]
fn what_is_no_date_is_refused_and_nothing_is_saved() {
    let mut room = room();
    let id = room.check_in(&felt(4)).id;
    for (date, time) in [
        ("2026-02-30", "10:00"),
        ("2025-02-29", "10:00"),
        ("yesterday", "10:00"),
        ("2026-01-01", "25:00"),
        ("2026-01-01", "10:60"),
        ("1899-12-31", "10:00"),
        ("2201-01-01", "10:00"),
        ("+262143-12-31", "10:00"),
        ("", ""),
    ] {
        let request = backdated(1, date, time);
        assert_code(room.try_check_in(&request), ErrorCode::Invalid);
        let change = CheckInSaveRequest {
            id: Some(id),
            ..request
        };
        assert_code(room.try_check_in(&change), ErrorCode::Invalid);
    }
    let moods: Vec<_> = room.moods().into_iter().map(|(.., mood)| mood).collect();
    assert_eq!(moods, [4]);
}
