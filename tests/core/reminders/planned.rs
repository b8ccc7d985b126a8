//! What there is to remind of in the next days.

use evenkeel_core::reminders::ReminderSettingsView;
use evenkeel_core::schedule::programme::{self, BreakView, ProgrammeSaveRequest};
use evenkeel_core::schedule::{Attendance, EventDetails, EventKind, Scope, Weekday};

use super::{before, clock, clock_in, off, with_group};
use crate::check_in::{backdated, felt};
use crate::practising::Room;
use crate::schedule::{room, single, weekly};

#[test]
fn each_kind_has_its_own_time_and_one_that_is_off_has_none() {
    let mut room = room();
    room.remind(&before(&[
        (EventKind::Group, 30),
        (EventKind::Personal, 90),
    ]));
    room.add_event(&single("2026-11-23"));
    for (kind, time) in [
        (EventKind::Personal, "09:00"),
        (EventKind::Individual, "16:00"),
    ] {
        room.add_event(&EventDetails {
            kind,
            time: Some(time.to_owned()),
            ..single("2026-11-23")
        });
    }
    let expected = [
        "Session 2026-11-23 09:00 at 2026-11-23 07:30",
        "Session 2026-11-23 17:30 at 2026-11-23 17:00",
    ];
    assert_eq!(room.planned(), expected);
}

#[test]
fn two_weeks_ahead_are_planned_by_the_moment_of_the_reminder() {
    let mut room = with_group(10_080);
    room.add_event(&weekly("2026-11-23", &[Weekday::Mo]));
    let expected = [
        // It was to be shown a week ago, and is not begun.
        "Session 2026-11-23 17:30 at 2026-11-16 17:30",
        "Session 2026-11-30 17:30 at 2026-11-23 17:30",
        "Session 2026-12-07 17:30 at 2026-11-30 17:30",
    ];
    assert_eq!(room.planned(), expected);
    room.now = clock("2026-11-23 17:29");
    assert_eq!(room.planned().len(), 3);
    room.now = clock("2026-11-23 17:31");
    let expected = [
        "Session 2026-11-30 17:30 at 2026-11-23 17:30",
        "Session 2026-12-07 17:30 at 2026-11-30 17:30",
        "Session 2026-12-14 17:30 at 2026-12-07 17:30",
    ];
    assert_eq!(room.planned(), expected);
}

#[test]
fn what_does_not_take_place_has_no_reminder() {
    let mut room = with_group(30);
    let group = room.add_event(&weekly("2026-11-23", &[Weekday::Mo, Weekday::We]));
    room.add_event(&EventDetails {
        all_day: true,
        time: None,
        minutes: 1_440,
        ..single("2026-11-24")
    });
    room.cancel_event(group, "2026-11-23 17:30", Scope::This);
    room.attend(group, "2026-11-30 17:30", Attendance::Excused);
    let view = programme::view(room.open.database(), &room.now).unwrap();
    let with_break = ProgrammeSaveRequest {
        breaks: vec![BreakView {
            id: None,
            first_date: "2026-11-25".to_owned(),
            last_date: "2026-11-27".to_owned(),
            name: "Thanksgiving".to_owned(),
        }],
        ..view.programme
    };
    programme::save(room.open.database_mut(), &with_break, &room.now).unwrap();
    let expected = ["Session 2026-12-02 17:30 at 2026-12-02 17:00"];
    assert_eq!(room.planned(), expected);
    room.cancel_event(group, "2026-12-02 17:30", Scope::All);
    assert_eq!(room.planned(), [""; 0]);
}

#[test]
fn a_session_that_is_moved_is_reminded_of_at_its_new_time() {
    let mut room = with_group(30);
    let group = room.add_event(&single("2026-11-23"));
    let moved = EventDetails {
        time: Some("16:00".to_owned()),
        ..single("2026-11-24")
    };
    room.change(Some(group), None, Scope::All, &moved).unwrap();
    let expected = ["Session 2026-11-24 16:00 at 2026-11-24 15:30"];
    assert_eq!(room.planned(), expected);
}

#[test]
fn two_at_one_start_are_one_reminder_the_earlier() {
    let mut room = room();
    room.remind(&before(&[
        (EventKind::Group, 15),
        (EventKind::Personal, 60),
    ]));
    room.add_event(&single("2026-11-23"));
    room.add_event(&EventDetails {
        kind: EventKind::Personal,
        ..single("2026-11-23")
    });
    let expected = ["Session 2026-11-23 17:30 at 2026-11-23 16:30"];
    assert_eq!(room.planned(), expected);
}

/// Zone, session, minutes before, and when that is.
const THROUGH_A_CHANGE: &[(chrono_tz::Tz, &str, u16, &str)] = &[
    // A day before is a day on the clock, where there was that day; an hour is an hour.
    (super::ZONE, "2026-03-08 17:30", 1_440, "2026-03-07 17:30"),
    (super::ZONE, "2026-03-08 17:30", 1_439, "2026-03-07 16:31"),
    (super::ZONE, "2026-11-01 17:30", 1_500, "2026-10-31 16:30"),
    (super::ZONE, "2026-03-08 03:15", 30, "2026-03-08 01:45"),
    (super::ZONE, "2026-11-01 02:00", 30, "2026-11-01 01:30"),
    (
        chrono_tz::Australia::Lord_Howe,
        "2026-10-04 02:45",
        30,
        "2026-10-04 01:45",
    ),
    (
        chrono_tz::Pacific::Apia,
        "2011-12-31 09:00",
        1_440,
        "2011-12-29 09:00",
    ),
    (
        chrono_tz::Pacific::Apia,
        "2011-12-31 09:00",
        600,
        "2011-12-29 23:00",
    ),
    (
        chrono_tz::America::Sao_Paulo,
        "2017-10-15 01:15",
        30,
        "2017-10-14 23:45",
    ),
];

#[test]
fn reminders_keep_their_distance_while_clocks_change() {
    for (zone, start, minutes, expected) in THROUGH_A_CHANGE {
        let mut room = with_group(*minutes);
        room.now = clock_in(*zone, start);
        room.now.instant -= chrono::TimeDelta::days(3);
        let (date, time) = start.split_once(' ').unwrap();
        room.add_event(&EventDetails {
            time: Some(time.to_owned()),
            ..single(date)
        });
        let expected = format!("Session {start} at {expected}");
        assert_eq!(room.planned(), [expected], "{zone} {minutes}");
    }
}

fn daily(check_in: Option<&str>, card: Option<&str>) -> ReminderSettingsView {
    ReminderSettingsView {
        check_in: check_in.map(str::to_owned),
        card: card.map(str::to_owned),
        ..off()
    }
}

fn of_today(room: &Room) -> Vec<String> {
    let mut planned = room.planned();
    let today = room.now.date().to_string();
    planned.retain(|one| one.contains(&format!("at {today}")));
    planned
}

#[test]
fn a_daily_one_comes_every_day_and_not_where_it_is_done() {
    let mut room = room();
    room.remind(&daily(Some("20:00"), Some("21:30")));
    assert_eq!(room.planned().len(), 28);
    let both = [
        "CheckIn 2026-11-22 20:00 at 2026-11-22 20:00",
        "Card 2026-11-22 21:30 at 2026-11-22 21:30",
    ];
    assert_eq!(of_today(&room), both);
    room.check_in(&backdated(4, "2026-11-21", "12:00"));
    assert_eq!(of_today(&room), both, "that was yesterday");
    let id = room.check_in(&felt(4)).id;
    assert_eq!(of_today(&room), both[1..]);
    evenkeel_core::check_in::trash(room.open.database_mut(), id, &room.now).unwrap();
    assert_eq!(of_today(&room), both);
    room.fill(&crate::card::day("2026-11-22"));
    assert_eq!(of_today(&room), both[..1]);
    assert_eq!(room.planned().len(), 27, "tomorrow's are there");
}

#[test]
fn a_daily_one_is_where_the_person_is() {
    let mut room = room();
    room.remind(&daily(Some("20:00"), None));
    room.now.zone = chrono_tz::Asia::Kathmandu;
    assert_eq!(
        room.planned()[0],
        "CheckIn 2026-11-22 20:00 at 2026-11-22 20:00"
    );
    assert_eq!(
        room.planned().len(),
        15,
        "it is 20:49, not too late for the first"
    );
}

/// Zone, a moment before, time of day, and when the next three are on the clock.
const DAILY: &[(chrono_tz::Tz, &str, &str, [&str; 3])] = &[
    (
        super::ZONE,
        "2026-03-07 12:00",
        "02:30",
        ["2026-03-08 03:30", "2026-03-09 02:30", "2026-03-10 02:30"],
    ),
    (
        super::ZONE,
        "2026-10-31 12:00",
        "01:30",
        ["2026-11-01 01:30", "2026-11-02 01:30", "2026-11-03 01:30"],
    ),
    (
        chrono_tz::Australia::Lord_Howe,
        "2026-10-03 12:00",
        "02:15",
        ["2026-10-04 02:45", "2026-10-05 02:15", "2026-10-06 02:15"],
    ),
    (
        chrono_tz::America::Sao_Paulo,
        "2017-10-14 12:00",
        "00:00",
        ["2017-10-15 01:00", "2017-10-16 00:00", "2017-10-17 00:00"],
    ),
    // There was no 30th.
    (
        chrono_tz::Pacific::Apia,
        "2011-12-29 12:00",
        "20:00",
        ["2011-12-29 20:00", "2011-12-31 20:00", "2012-01-01 20:00"],
    ),
];

#[test]
fn a_daily_one_comes_once_a_day_while_clocks_change() {
    for (zone, now, time, expected) in DAILY {
        let mut room = room();
        room.now = clock_in(*zone, now);
        room.remind(&daily(Some(time), None));
        let expected = expected.map(|at| format!("CheckIn {at} at {at}"));
        assert_eq!(room.planned()[..3], expected, "{zone} {time}");
    }
}
