//! Local times that a clock skips or repeats, in the zones where that is hardest.

use chrono::{NaiveDate, NaiveTime};
use chrono_tz::Tz;

use crate::fixture::at;

/// Zone, wall-clock time, the instant it means, and the wall clock then.
const CASES: &[(Tz, &str, &str, &str)] = &[
    (
        chrono_tz::America::New_York,
        "2026-03-08 02:30",
        "2026-03-08T07:30:00Z",
        "2026-03-08 03:30",
    ),
    (
        chrono_tz::America::New_York,
        "2026-11-01 01:30",
        "2026-11-01T05:30:00Z",
        "2026-11-01 01:30",
    ),
    (
        chrono_tz::America::New_York,
        "2026-07-04 12:00",
        "2026-07-04T16:00:00Z",
        "2026-07-04 12:00",
    ),
    (
        chrono_tz::Europe::Berlin,
        "2026-03-29 02:15",
        "2026-03-29T01:15:00Z",
        "2026-03-29 03:15",
    ),
    (
        chrono_tz::Europe::Berlin,
        "2026-10-25 02:15",
        "2026-10-25T00:15:00Z",
        "2026-10-25 02:15",
    ),
    // Lord Howe's clocks move by half an hour.
    (
        chrono_tz::Australia::Lord_Howe,
        "2026-10-04 02:15",
        "2026-10-03T15:45:00Z",
        "2026-10-04 02:45",
    ),
    (
        chrono_tz::Australia::Lord_Howe,
        "2026-04-05 01:45",
        "2026-04-04T14:45:00Z",
        "2026-04-05 01:45",
    ),
    // Apia had no 30 December 2011.
    (
        chrono_tz::Pacific::Apia,
        "2011-12-30 12:00",
        "2011-12-30T22:00:00Z",
        "2011-12-31 12:00",
    ),
    (
        chrono_tz::Asia::Kathmandu,
        "2026-11-22 08:00",
        "2026-11-22T02:15:00Z",
        "2026-11-22 08:00",
    ),
];

#[test]
fn a_skipped_time_moves_forward_and_a_repeated_one_is_its_first() {
    for (zone, wall, instant, shown) in CASES {
        let (date, time) = wall.split_once(' ').unwrap();
        let now = at("2026-11-22T00:00:00Z", *zone);
        let stamp = now
            .stamp_local(
                date.parse::<NaiveDate>().unwrap(),
                NaiveTime::parse_from_str(time, "%H:%M").unwrap(),
            )
            .unwrap();
        assert_eq!(
            stamp.instant_ms,
            at(instant, *zone).millis(),
            "{zone} {wall}"
        );
        assert_eq!(
            stamp.local().format("%Y-%m-%d %H:%M").to_string(),
            *shown,
            "{zone} {wall}"
        );
    }
}

#[test]
fn a_local_date_stays_when_a_person_travels() {
    let written = at("2026-11-22T02:00:00Z", chrono_tz::America::New_York).stamp();
    assert_eq!(written.local().date().to_string(), "2026-11-21");
    assert_eq!(written.offset_minutes, -300);
}
