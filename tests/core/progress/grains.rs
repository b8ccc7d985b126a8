//! Days as long as they are few, then weeks, then months.

use evenkeel_core::progress::{Grain, SeriesView, Span};

use super::{ago, points, series};
use crate::card::room;
use crate::practising::Room;

fn mood_since(days: u64) -> SeriesView {
    let mut room = room();
    room.feel(&ago(days - 1), &[2]);
    room.feel(&ago(0), &[6]);
    series(&room, "mood")
}

#[test]
fn more_than_a_hundred_and_twenty_days_are_weeks_and_more_than_eight_hundred_are_months() {
    for (days, grain) in [
        (1, Grain::Day),
        (30, Grain::Day),
        (120, Grain::Day),
        (121, Grain::Week),
        (800, Grain::Week),
        (801, Grain::Month),
        (4_000, Grain::Month),
    ] {
        assert_eq!(
            mood_since(days).grain,
            grain,
            "{days} days, both ends counted"
        );
    }
}

#[test]
fn every_series_of_a_view_has_one_grain() {
    let mut room = room();
    room.feel(&ago(300), &[2]);
    room.fill_in(&ago(3), &[("Anger", 2.0)]);
    let view = room.progress(Span::All);
    assert_eq!(view.series.len(), 3);
    assert!(view.series.iter().all(|series| series.grain == Grain::Week));
    let month = room.progress(Span::Month);
    assert!(month.series.iter().all(|series| series.grain == Grain::Day));
}

fn weekly(room: &mut Room) -> SeriesView {
    room.feel("2026-01-05", &[4]);
    series(room, "mood")
}

#[test]
fn weeks_begin_on_monday_also_over_the_end_of_a_year() {
    let mut room = room();
    for (date, mood) in [
        ("2025-12-28", 1), // a Sunday
        ("2025-12-29", 2), // a Monday
        ("2025-12-31", 3),
        ("2026-01-04", 7), // a Sunday
    ] {
        room.feel(date, &[mood]);
    }
    let mood = weekly(&mut room);
    let point = |date: &str, value, days| (date.to_owned(), value, days);
    let expected = [
        point("2025-12-22", 1.0, 1),
        point("2025-12-29", 3.0, 3),
        point("2026-01-05", 4.0, 1),
    ];
    assert_eq!(mood.grain, Grain::Week);
    assert_eq!(points(&mood), expected);
}

#[test]
fn a_day_with_many_check_ins_is_one_day_of_its_week() {
    let mut room = room();
    room.feel("2025-12-29", &[1, 1, 1, 1, 1, 1]);
    room.feel("2025-12-30", &[5]);
    room.feel("2025-12-31", &[6, 7]);
    let mood = weekly(&mut room);
    let expected = [
        ("2025-12-29".to_owned(), 5.0, 3),
        ("2026-01-05".to_owned(), 4.0, 1),
    ];
    assert_eq!(points(&mood), expected, "of 1, 5 and 6.5");
    let week = mood.points[0].spread;
    assert_eq!((week.low, week.high), (3.0, 5.75));
}

#[test]
fn weeks_and_months_without_a_day_have_no_point() {
    let mut room = room();
    for (date, mood) in [
        ("2023-01-31", 2),
        ("2023-02-01", 3),
        ("2023-02-28", 4),
        ("2024-02-29", 5),
        ("2026-11-22", 6),
    ] {
        room.feel(date, &[mood]);
    }
    let mood = series(&room, "mood");
    let point = |date: &str, value, days| (date.to_owned(), value, days);
    let expected = [
        point("2023-01-01", 2.0, 1),
        point("2023-02-01", 3.5, 2),
        point("2024-02-01", 5.0, 1),
        point("2026-11-01", 6.0, 1),
    ];
    assert_eq!(mood.grain, Grain::Month);
    assert_eq!(points(&mood), expected);
    assert_eq!(mood.days, 5);
}

#[test]
fn clocks_that_change_move_no_day() {
    let mut room = room();
    room.now = crate::fixture::at("2026-11-01T05:30:00Z", chrono_tz::America::New_York);
    for mood in [2, 6] {
        room.check_in(&crate::check_in::felt(mood));
        room.pass(chrono::TimeDelta::hours(1));
    }
    let mood = series(&room, "mood");
    assert_eq!(points(&mood), [("2026-11-01".to_owned(), 4.0, 2)]);
}
