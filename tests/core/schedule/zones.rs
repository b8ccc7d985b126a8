//! Wall-clock times where clocks are hardest: tables, and what holds for every rule in every zone.

use chrono::{DateTime, Datelike, Days, NaiveDate, TimeDelta, TimeZone};
use chrono_tz::Tz;
use evenkeel_core::schedule::{OccurrenceView, Series, Viewer, occurrences};
use proptest::prelude::*;

use super::{at, day, here, series};
use crate::fixture::{full, pick};

const ZONES: [Tz; 6] = [
    chrono_tz::America::New_York,
    chrono_tz::Europe::Berlin,
    chrono_tz::Australia::Lord_Howe,
    chrono_tz::Pacific::Apia,
    chrono_tz::Asia::Kathmandu,
    chrono_tz::America::Sao_Paulo,
];

fn utc(milliseconds: i64) -> String {
    let at = DateTime::from_timestamp_millis(milliseconds).unwrap();
    at.format("%Y-%m-%dT%H:%MZ").to_string()
}

/// Zone, start on the clock, minutes, and the instants of start and end.
const CASES: &[(Tz, &str, u32, &str, &str)] = &[
    // Through the night in which an hour is skipped, or comes twice: the clock says when it ends.
    (
        ZONES[0],
        "2026-03-08 01:00",
        180,
        "2026-03-08T06:00Z",
        "2026-03-08T08:00Z",
    ),
    (
        ZONES[0],
        "2026-11-01 00:30",
        180,
        "2026-11-01T04:30Z",
        "2026-11-01T08:30Z",
    ),
    // It starts in the hour that is skipped, and would end in it.
    (
        ZONES[0],
        "2026-03-08 02:30",
        60,
        "2026-03-08T07:30Z",
        "2026-03-08T08:30Z",
    ),
    (
        ZONES[0],
        "2026-03-08 02:30",
        15,
        "2026-03-08T07:30Z",
        "2026-03-08T07:45Z",
    ),
    // The first of two.
    (
        ZONES[0],
        "2026-11-01 01:30",
        60,
        "2026-11-01T05:30Z",
        "2026-11-01T07:30Z",
    ),
    (
        ZONES[0],
        "2026-11-01 01:15",
        30,
        "2026-11-01T05:15Z",
        "2026-11-01T05:45Z",
    ),
    (
        ZONES[1],
        "2026-03-29 02:30",
        90,
        "2026-03-29T01:30Z",
        "2026-03-29T02:00Z",
    ),
    (
        ZONES[1],
        "2026-10-25 02:30",
        60,
        "2026-10-25T00:30Z",
        "2026-10-25T02:30Z",
    ),
    // Half an hour is skipped here.
    (
        ZONES[2],
        "2026-10-04 02:15",
        60,
        "2026-10-03T15:45Z",
        "2026-10-03T16:15Z",
    ),
    (
        ZONES[2],
        "2026-04-05 01:45",
        60,
        "2026-04-04T14:45Z",
        "2026-04-04T16:15Z",
    ),
    // A day that there was not.
    (
        ZONES[3],
        "2011-12-30 17:30",
        180,
        "2011-12-31T03:30Z",
        "2011-12-31T06:30Z",
    ),
    (
        ZONES[3],
        "2011-12-29 22:00",
        240,
        "2011-12-30T08:00Z",
        "2011-12-30T12:00Z",
    ),
    (
        ZONES[4],
        "2026-11-22 17:30",
        180,
        "2026-11-22T11:45Z",
        "2026-11-22T14:45Z",
    ),
    // Midnight itself was skipped.
    (
        ZONES[5],
        "2017-10-15 00:00",
        60,
        "2017-10-15T03:00Z",
        "2017-10-15T04:00Z",
    ),
    (
        ZONES[5],
        "2018-02-17 23:30",
        60,
        "2018-02-18T01:30Z",
        "2018-02-18T03:30Z",
    ),
];

#[test]
fn a_session_is_where_the_clock_says() {
    for (zone, start, minutes, starts, ends) in CASES {
        let mut one = series(start, Some(*zone), None);
        one.event.minutes = *minutes;
        let from = one.event.start.date();
        let seen = occurrences(&one, from - Days::new(1), from + Days::new(2), &here(*zone));
        let [seen] = &seen[..] else {
            panic!("{zone} {start}: {} of them", seen.len());
        };
        assert_eq!(
            (utc(seen.starts_ms), utc(seen.ends_ms)),
            ((*starts).to_owned(), (*ends).to_owned()),
            "{zone} {start}"
        );
    }
}

#[test]
fn a_traveller_sees_both_clocks_where_they_differ() {
    let mut one = series("2026-11-23 17:30", Some(ZONES[0]), None);
    one.event.travel_minutes = Some(30);
    let viewer = Viewer {
        programme: Some(ZONES[0]),
        ..here(ZONES[1])
    };
    let seen = &occurrences(&one, day("2026-11-23"), day("2026-11-23"), &viewer)[0];
    assert_eq!(
        (
            seen.date.as_str(),
            seen.time.as_deref(),
            seen.end_time.as_deref()
        ),
        ("2026-11-23", Some("17:30"), Some("18:30"))
    );
    assert_eq!(seen.zone, "America/New_York");
    let there = seen.here.as_ref().unwrap();
    assert_eq!(
        (
            there.date.as_str(),
            there.time.as_str(),
            there.end_time.as_str()
        ),
        ("2026-11-23", "23:30", "00:30")
    );
    assert_eq!(there.zone, "Europe/Berlin");
    assert_eq!(utc(seen.leave_ms.unwrap()), "2026-11-23T22:00Z");

    let home = Viewer {
        here: chrono_tz::America::Toronto,
        ..viewer
    };
    let seen = &occurrences(&one, day("2026-11-23"), day("2026-11-23"), &home)[0];
    assert_eq!(seen.here, None, "another zone, the same clock");
}

#[test]
fn the_zone_of_the_programme_orders_the_days() {
    // Half past eight in the evening in New York is the next day in Kathmandu.
    let one = series("2026-11-23 20:30", Some(ZONES[0]), None);
    let viewer = Viewer {
        programme: Some(ZONES[4]),
        ..here(ZONES[0])
    };
    assert!(occurrences(&one, day("2026-11-23"), day("2026-11-23"), &viewer).is_empty());
    let seen = &occurrences(&one, day("2026-11-24"), day("2026-11-24"), &viewer)[0];
    assert_eq!(seen.time.as_deref(), Some("07:15"));
    assert_eq!(seen.here.as_ref().unwrap().time, "20:30");
}

#[test]
fn a_floating_event_and_a_whole_day_are_wherever_the_person_is() {
    let floating = series("2026-11-23 09:00", None, None);
    let viewer = Viewer {
        programme: Some(ZONES[0]),
        ..here(ZONES[1])
    };
    let seen = &occurrences(&floating, day("2026-11-23"), day("2026-11-23"), &viewer)[0];
    assert_eq!(utc(seen.starts_ms), "2026-11-23T08:00Z");
    assert_eq!(seen.here.as_ref().unwrap().time, "09:00");

    let mut whole = series("2026-11-23 00:00", Some(ZONES[3]), None);
    (whole.event.all_day, whole.event.minutes) = (true, 2 * 1_440);
    for zone in ZONES {
        let seen = &occurrences(&whole, day("2026-11-24"), day("2026-11-24"), &here(zone))[0];
        assert_eq!(
            (seen.date.as_str(), seen.end_date.as_str()),
            ("2026-11-23", "2026-11-24")
        );
        assert_eq!(
            (&seen.time, &seen.end_time, &seen.here),
            (&None, &None, &None)
        );
        let after = occurrences(&whole, day("2026-11-25"), day("2026-11-25"), &here(zone));
        assert!(after.is_empty(), "{zone}");
    }
}

fn zones() -> impl Strategy<Value = Tz> {
    proptest::sample::select(&ZONES[..])
}

fn starts() -> impl Strategy<Value = String> {
    (2011..2030_i32, 1..366_u32, 0..24_u32, 0..4_u32).prop_map(|(year, ordinal, hour, quarter)| {
        let date = NaiveDate::from_yo_opt(year, ordinal).unwrap();
        format!("{date} {hour:02}:{:02}", quarter * 15)
    })
}

fn rules() -> impl Strategy<Value = Option<&'static str>> {
    proptest::sample::select(vec![
        None,
        Some("FREQ=DAILY"),
        Some("FREQ=WEEKLY"),
        Some("FREQ=WEEKLY;BYDAY=MO,WE,TH"),
        Some("FREQ=WEEKLY;INTERVAL=2;BYDAY=SA,SU"),
        Some("FREQ=MONTHLY;BYDAY=-1SU"),
        Some("FREQ=YEARLY"),
    ])
}

/// What a clock in the zone shows, by a way of its own: minute by minute from an instant nearby.
fn clock_shows(zone: Tz, milliseconds: i64) -> String {
    let at = zone.timestamp_millis_opt(milliseconds).unwrap();
    at.format("%Y-%m-%d %H:%M").to_string()
}

fn year_of(series: &Series, viewer: &Viewer) -> Vec<OccurrenceView> {
    let from = series.event.start.date();
    occurrences(series, from - Days::new(2), from + Days::new(400), viewer)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(pick(50, 2_000, full()) as u32))]

    #[test]
    fn what_the_clock_shows_is_what_was_planned_unless_that_time_is_skipped(
        start in starts(), zone in zones(), rule in rules(), minutes in 1..600_u32,
    ) {
        let mut one = series(&start, Some(zone), rule);
        one.event.minutes = minutes;
        let seen = year_of(&one, &here(zone));
        prop_assert!(!seen.is_empty() || rule == Some("FREQ=YEARLY"));
        for occurrence in &seen {
            let planned = at(&occurrence.recurrence_id);
            let shown = clock_shows(zone, occurrence.starts_ms);
            let skipped = zone.from_local_datetime(&planned).earliest().is_none();
            if skipped {
                prop_assert!(shown > planned.format("%Y-%m-%d %H:%M").to_string());
            } else {
                prop_assert_eq!(&shown, &planned.format("%Y-%m-%d %H:%M").to_string());
                // The first of two: an hour before, the clock does not show it.
                let before = (1..=24 * 4).any(|quarters| {
                    clock_shows(zone, occurrence.starts_ms - quarters * 900_000) == shown
                });
                prop_assert!(!before, "{} {}", zone, shown);
            }
            let shown_by_view = format!("{} {}", occurrence.date, occurrence.time.clone().unwrap());
            prop_assert_eq!(shown_by_view, shown);
            prop_assert!(occurrence.ends_ms > occurrence.starts_ms);
            let end = planned + TimeDelta::minutes(minutes.into());
            let end_is_there = zone.from_local_datetime(&end).earliest().is_some();
            if !skipped && end_is_there {
                prop_assert_eq!(
                    clock_shows(zone, occurrence.ends_ms),
                    end.format("%Y-%m-%d %H:%M").to_string()
                );
            }
        }
    }

    #[test]
    fn a_longer_look_is_shorter_looks_side_by_side(
        start in starts(), zone in zones(), viewer in zones(), rule in rules(), cut in 1..300_u64,
    ) {
        let one = series(&start, Some(zone), rule);
        let viewer = Viewer { programme: Some(viewer), ..here(zone) };
        let from = one.event.start.date() - Days::new(2);
        let (middle, until) = (from + Days::new(cut), from + Days::new(301));
        let ids = |seen: Vec<OccurrenceView>| -> Vec<_> {
            seen.into_iter().map(|one| (one.starts_ms, one.recurrence_id)).collect()
        };
        let whole = ids(occurrences(&one, from, until, &viewer));
        let mut parts = ids(occurrences(&one, from, middle, &viewer));
        parts.extend(ids(occurrences(&one, middle + Days::new(1), until, &viewer)));
        // What goes on over midnight touches both.
        parts.dedup();
        prop_assert_eq!(whole, parts);
    }

    #[test]
    fn a_weekly_session_keeps_its_weekday_and_time(start in starts(), zone in zones()) {
        let one = series(&start, Some(zone), Some("FREQ=WEEKLY"));
        let dates = one.dates(one.event.start + TimeDelta::days(700));
        prop_assert_eq!(dates.len(), 101);
        for date in dates {
            prop_assert_eq!(date.weekday(), one.event.start.weekday());
            prop_assert_eq!(date.time(), one.event.start.time());
        }
    }
}
