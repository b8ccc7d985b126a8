//! What moved together, with honest limits.

use evenkeel_core::error::{Error, ErrorCode};
use evenkeel_core::progress::{self, Span, TogetherRequest, TogetherView};
use evenkeel_core::spread::Spread;

use super::{UNTIL, ago, series};
use crate::card::room;
use crate::fixture::assert_code;
use crate::practising::Room;

fn try_compare(room: &Room, a: &str, b: &str, span: Span) -> Result<TogetherView, Error> {
    let request = TogetherRequest {
        a: a.to_owned(),
        b: b.to_owned(),
        span,
        until: UNTIL.to_owned(),
    };
    progress::together(room.open.database(), &request)
}

/// The mood on days with more and with less of a row.
#[track_caller]
fn compare(room: &Room, row: &str) -> TogetherView {
    let key = series(room, row).key;
    try_compare(room, &key, "mood", Span::All).unwrap()
}

/// A value of a row and a mood for each day, the last on [`UNTIL`].
fn lived(row: &str, days: &[(f64, u8)]) -> Room {
    let mut room = room();
    for (days, (value, mood)) in days.iter().rev().enumerate() {
        let date = ago(days as u64);
        room.fill_in(&date, &[(row, *value)]);
        room.feel(&date, &[*mood]);
    }
    room
}

const SLEPT: [(f64, u8); 14] = [
    (4.0, 2),
    (8.0, 4),
    (5.0, 2),
    (6.0, 3),
    (9.0, 5),
    (5.0, 4),
    (7.0, 5),
    (4.5, 3),
    (7.5, 6),
    (5.5, 3),
    (8.0, 5),
    (6.0, 2),
    (8.5, 6),
    (9.0, 7),
];

const fn spread(days: u32, low: f64, typical: f64, high: f64) -> Option<Spread> {
    Some(Spread {
        days,
        typical,
        low,
        high,
    })
}

fn assert_not_enough(view: &TogetherView, days: u32) {
    let expected = TogetherView {
        days,
        enough: false,
        split: None,
        more: None,
        less: None,
    };
    assert_eq!(*view, expected);
}

/// Sleep in order: 4 4.5 5 5 5.5 6 6 | 7 7.5 8 8 8.5 9 9, so 6.5 is in the middle. Moods on days
/// with more: 4 5 5 5 6 6 7; with less: 2 2 2 3 3 3 4.
#[test]
fn fourteen_days_are_compared_as_by_hand() {
    let room = lived("Hours of sleep", &SLEPT);
    let expected = TogetherView {
        days: 14,
        enough: true,
        split: Some(6.5),
        more: spread(7, 5.0, 5.0, 6.0),
        less: spread(7, 2.0, 3.0, 3.0),
    };
    assert_eq!(compare(&room, "Hours of sleep"), expected);
}

#[test]
fn thirteen_days_are_not_enough() {
    let room = lived("Hours of sleep", &SLEPT[1..]);
    assert_not_enough(&compare(&room, "Hours of sleep"), 13);
}

#[test]
fn only_days_with_both_count() {
    let mut room = lived("Hours of sleep", &SLEPT[1..]);
    for days in 20..30 {
        room.feel(&ago(days), &[1]);
    }
    for days in 30..40 {
        room.fill_in(&ago(days), &[("Hours of sleep", 3.0)]);
    }
    assert_not_enough(&compare(&room, "Hours of sleep"), 13);
    room.fill_in(&ago(20), &[("Hours of sleep", 4.0)]);
    let view = compare(&room, "Hours of sleep");
    assert_eq!((view.days, view.enough), (14, true));
}

/// The median is the highest value: the next one below it splits the days.
#[test]
fn a_yes_on_most_days_is_compared_with_the_other_days() {
    let days: Vec<_> = (0..14)
        .map(|day| if day < 9 { (5.0, 2) } else { (1.0, 6) })
        .collect();
    let expected = TogetherView {
        days: 14,
        enough: true,
        split: Some(1.0),
        more: spread(9, 2.0, 2.0, 2.0),
        less: spread(5, 6.0, 6.0, 6.0),
    };
    assert_eq!(compare(&lived("Anger", &days), "Anger"), expected);
}

#[test]
fn a_lopsided_split_is_not_enough() {
    let days = |high: usize, all: usize| {
        let days = (0..all).map(|day| if day < high { (4.0, 2) } else { (1.0, 5) });
        days.collect::<Vec<_>>()
    };
    for (high, enough) in [(0, false), (4, false), (5, true), (7, true)] {
        let view = compare(&lived("Anger", &days(high, 14)), "Anger");
        assert_eq!(
            (view.days, view.enough),
            (14, enough),
            "{high} days with more"
        );
        assert_eq!(
            (view.split.is_some(), view.more.is_some()),
            (enough, enough)
        );
    }
    let view = compare(&lived("Anger", &days(5, 14)), "Anger");
    assert_eq!(view.split, Some(1.0), "a day at the split is one with less");
    assert_eq!(view.more, spread(5, 2.0, 2.0, 2.0));
    assert_eq!(view.less, spread(9, 5.0, 5.0, 5.0));
}

#[test]
fn a_day_with_many_check_ins_is_one_day() {
    let mut room = lived("Hours of sleep", &SLEPT);
    let before = compare(&room, "Hours of sleep");
    // Two more on a day with a mood of 7: the day is still at 7.
    room.feel(&ago(0), &[7, 7, 1]);
    assert_eq!(compare(&room, "Hours of sleep"), before);
}

#[test]
fn the_span_bounds_the_days() {
    let room = lived("Hours of sleep", &SLEPT);
    let key = series(&room, "Hours of sleep").key;
    let week = try_compare(&room, &key, "mood", Span::Week).unwrap();
    assert_not_enough(&week, 7);
    assert!(
        try_compare(&room, &key, "mood", Span::Month)
            .unwrap()
            .enough
    );
}

#[test]
fn a_series_that_is_not_there_is_not_found() {
    let room = lived("Hours of sleep", &SLEPT[..3]);
    for (a, b) in [
        ("mood", "item:9999"),
        ("item:9999", "mood"),
        ("assessment:phq-9", "mood"),
        ("", "mood"),
    ] {
        assert_code(try_compare(&room, a, b, Span::All), ErrorCode::NotFound);
    }
    let mut nothing = crate::card::room();
    nothing.feel("2026-01-01", &[4]);
    assert_code(
        try_compare(&nothing, "mood", "mood", Span::Week),
        ErrorCode::NotFound,
    );
}

#[test]
fn a_renamed_row_is_compared_with_all_its_days() {
    let mut room = lived(
        "Anger",
        &SLEPT.map(|(value, mood)| ((value / 2.0).floor(), mood)),
    );
    let row = room.row("Anger");
    room.save_row(&crate::card::renamed(&row, "Irritation"));
    assert_eq!(compare(&room, "Irritation").days, 14);
}
