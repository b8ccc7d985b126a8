//! Hours without reminders.

use chrono_tz::Tz;
use evenkeel_core::reminders::ReminderSettingsView;
use evenkeel_core::schedule::{EventDetails, EventKind};

use super::{ZONE, before, clock, clock_in, off, quiet};
use crate::schedule::{room, single};

const LORD_HOWE: Tz = chrono_tz::Australia::Lord_Howe;
const APIA: Tz = chrono_tz::Pacific::Apia;

/// Zone, quiet hours, session, minutes before, and when the reminder comes.
const SESSIONS: &[(Tz, [&str; 2], &str, u16, &str)] = &[
    (
        ZONE,
        ["22:00", "08:00"],
        "2026-11-25 17:30",
        30,
        "2026-11-25 17:00",
    ),
    // To their end, where the session is after it.
    (
        ZONE,
        ["22:00", "08:00"],
        "2026-11-25 09:00",
        120,
        "2026-11-25 08:00",
    ),
    (
        ZONE,
        ["22:00", "08:00"],
        "2026-11-25 08:01",
        10,
        "2026-11-25 08:00",
    ),
    (
        ZONE,
        ["22:00", "08:00"],
        "2026-11-25 17:30",
        1_080,
        "2026-11-25 08:00",
    ),
    // Else to where they begin.
    (
        ZONE,
        ["22:00", "08:00"],
        "2026-11-25 08:00",
        10,
        "2026-11-24 22:00",
    ),
    (
        ZONE,
        ["22:00", "08:00"],
        "2026-11-25 07:00",
        30,
        "2026-11-24 22:00",
    ),
    (
        ZONE,
        ["22:00", "08:00"],
        "2026-11-25 23:30",
        60,
        "2026-11-25 22:00",
    ),
    (
        ZONE,
        ["22:00", "08:00"],
        "2026-11-25 23:30",
        0,
        "2026-11-25 22:00",
    ),
    // At the edges: they begin with the first minute, and are over with the last.
    (
        ZONE,
        ["22:00", "08:00"],
        "2026-11-25 23:00",
        60,
        "2026-11-25 22:00",
    ),
    (
        ZONE,
        ["22:00", "08:00"],
        "2026-11-25 23:00",
        61,
        "2026-11-25 21:59",
    ),
    (
        ZONE,
        ["22:00", "08:00"],
        "2026-11-25 09:00",
        60,
        "2026-11-25 08:00",
    ),
    // Within one day.
    (
        ZONE,
        ["12:00", "14:00"],
        "2026-11-25 15:00",
        90,
        "2026-11-25 14:00",
    ),
    (
        ZONE,
        ["12:00", "14:00"],
        "2026-11-25 13:30",
        15,
        "2026-11-25 12:00",
    ),
    (
        ZONE,
        ["00:00", "06:00"],
        "2026-11-25 05:00",
        30,
        "2026-11-25 00:00",
    ),
    (
        ZONE,
        ["18:00", "00:00"],
        "2026-11-25 00:30",
        60,
        "2026-11-25 00:00",
    ),
    // Through a night in which the clock changes.
    (
        ZONE,
        ["22:00", "08:00"],
        "2026-03-08 09:00",
        90,
        "2026-03-08 08:00",
    ),
    (
        ZONE,
        ["22:00", "02:30"],
        "2026-03-08 04:30",
        90,
        "2026-03-08 03:30",
    ),
    (
        ZONE,
        ["22:00", "01:30"],
        "2026-11-01 03:00",
        140,
        "2026-11-01 01:40",
    ),
    (
        LORD_HOWE,
        ["22:00", "02:15"],
        "2026-10-04 05:00",
        150,
        "2026-10-04 02:45",
    ),
    (
        APIA,
        ["22:00", "08:00"],
        "2011-12-31 09:00",
        300,
        "2011-12-31 08:00",
    ),
    (
        APIA,
        ["22:00", "08:00"],
        "2011-12-31 07:00",
        60,
        "2011-12-29 22:00",
    ),
];

#[test]
fn a_reminder_in_the_quiet_hours_comes_after_them_or_before() {
    for (zone, [from, to], start, minutes, expected) in SESSIONS {
        let mut room = room();
        room.remind(&ReminderSettingsView {
            quiet: quiet(from, to),
            ..before(&[(EventKind::Group, *minutes)])
        });
        room.now = clock_in(*zone, start);
        room.now.instant -= chrono::TimeDelta::days(3);
        let (date, time) = start.split_once(' ').unwrap();
        room.add_event(&EventDetails {
            time: Some(time.to_owned()),
            ..single(date)
        });
        let expected = format!("Session {start} at {expected}");
        assert_eq!(room.planned(), [expected], "{zone} {from} {to} {minutes}");
    }
}

#[test]
fn the_quiet_hours_are_those_where_the_person_is() {
    let mut room = room();
    room.remind(&ReminderSettingsView {
        quiet: quiet("22:00", "08:00"),
        ..before(&[(EventKind::Group, 30)])
    });
    room.add_event(&EventDetails {
        zone: Some("America/New_York".to_owned()),
        ..single("2026-11-25")
    });
    room.now.zone = chrono_tz::Europe::Berlin;
    let expected = ["Session 2026-11-25 23:30 at 2026-11-25 22:00"];
    assert_eq!(room.planned(), expected);
}

#[test]
fn a_daily_one_in_the_quiet_hours_comes_after_them() {
    let mut room = room();
    let settings = ReminderSettingsView {
        check_in: Some("23:00".to_owned()),
        card: Some("07:00".to_owned()),
        quiet: quiet("22:00", "08:00"),
        ..off()
    };
    room.remind(&settings);
    room.now = clock("2026-11-22 08:30");
    let expected = [
        // Last night's, and this morning's: it is not too late for them.
        "CheckIn 2026-11-21 23:00 at 2026-11-22 08:00",
        "Card 2026-11-22 07:00 at 2026-11-22 08:00",
        "CheckIn 2026-11-22 23:00 at 2026-11-23 08:00",
    ];
    let mut planned = room.planned();
    planned[..2].sort_by_key(|one| one.contains("Card"));
    assert_eq!(planned[..3], expected);
    room.check_in(&crate::check_in::backdated(4, "2026-11-22", "08:10"));
    assert!(
        !room.planned().contains(&expected[0].to_owned()),
        "done on the day it would come"
    );
}
