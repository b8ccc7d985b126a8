//! Some days of the schedule: who is on which day, and on whose clock.

use chrono_tz::{America, Asia, Australia, Europe, Pacific, Tz};
use evenkeel_core::error::ErrorCode;
use evenkeel_core::schedule::programme::ProgrammeSaveRequest;
use evenkeel_core::schedule::{EventKind, HereView, ScheduleView, WeekOf, Weekday};

use super::planned::{
    NEW_YORK, all_day, busy, go_to, harbour, on, once, plan, quiet, set_up, span, try_span, weekly,
};
use crate::fixture::assert_code;
use crate::practising::Room;

/// The kinds on each day that has any.
fn kinds(view: &ScheduleView) -> Vec<(&str, Vec<EventKind>)> {
    let days = view.days.iter().map(|day| {
        let kinds = day.occurrences.iter().map(|one| one.kind);
        (day.date.as_str(), kinds.collect::<Vec<_>>())
    });
    days.filter(|(_, kinds)| !kinds.is_empty()).collect()
}

#[test]
fn every_day_is_there_once_and_in_order() {
    let room = busy();
    let view = span(&room, "2026-11-20", "2026-12-02");
    let dates: Vec<_> = view.days.iter().map(|day| day.date.as_str()).collect();
    assert_eq!(dates.len(), 13);
    assert!(dates.is_sorted());
    assert_eq!((dates[0], dates[12]), ("2026-11-20", "2026-12-02"));
    let mondays: Vec<_> = view.hours.iter().map(|week| week.monday.as_str()).collect();
    assert_eq!(mondays, ["2026-11-16", "2026-11-23", "2026-11-30"]);
    let planned: Vec<_> = view.hours.iter().map(|week| week.planned_minutes).collect();
    assert_eq!(planned, [590, 680, 590], "of whole weeks");
    assert_eq!(view.zone, "America/New_York");
    assert_eq!(view.here_zone, None);
    let year = span(&room, "2026-01-01", "2027-02-04");
    assert_eq!(year.days.len(), 400);
}

#[test]
fn days_in_no_order_and_too_many_of_them_are_refused() {
    let room = busy();
    for (from, until) in [
        ("2026-11-20", "2026-11-19"),
        ("2026-01-01", "2027-02-05"),
        ("", "2026-11-19"),
        ("2026-11-19", "2026-11-31"),
        ("1899-12-31", "1900-01-01"),
    ] {
        assert_code(try_span(&room, from, until), ErrorCode::Invalid);
    }
    for (from, until) in [("1900-01-01", "1900-01-01"), ("2200-12-31", "2200-12-31")] {
        assert_eq!(span(&room, from, until).days.len(), 1, "{from}");
    }
}

#[test]
fn what_is_all_day_is_on_each_of_its_days_and_comes_first() {
    let mut room = quiet();
    plan(&mut room, once(EventKind::Group, "2026-11-24", "00:00", 60));
    plan(&mut room, all_day(EventKind::Personal, "2026-11-23", 3));
    let view = span(&room, "2026-11-22", "2026-11-28");
    let both = vec![EventKind::Personal, EventKind::Group];
    assert_eq!(
        kinds(&view),
        [
            ("2026-11-23", vec![EventKind::Personal]),
            ("2026-11-24", both),
            ("2026-11-25", vec![EventKind::Personal]),
        ]
    );
    let last = span(&room, "2026-11-25", "2026-11-25");
    assert_eq!(
        kinds(&last),
        [("2026-11-25", vec![EventKind::Personal])],
        "though it began before"
    );
}

#[test]
fn what_goes_on_past_midnight_is_on_the_day_it_starts() {
    let mut room = quiet();
    plan(
        &mut room,
        once(EventKind::Group, "2026-11-22", "23:00", 120),
    );
    let view = span(&room, "2026-11-22", "2026-11-24");
    assert_eq!(kinds(&view), [("2026-11-22", vec![EventKind::Group])]);
    let night = on(&room, "2026-11-22", EventKind::Group);
    assert_eq!(night.end_date, "2026-11-23");
    let after = span(&room, "2026-11-23", "2026-11-24");
    assert_eq!(kinds(&after), []);
}

#[test]
fn the_programmes_clock_stays_while_the_person_travels() {
    let mut room = busy();
    let at_home = span(&room, "2026-11-23", "2026-11-29");
    for (zone, date, time, end_time) in [
        (Europe::Berlin, "2026-11-23", "23:30", "02:30"),
        (Asia::Kathmandu, "2026-11-24", "04:15", "07:15"),
        (Pacific::Apia, "2026-11-24", "11:30", "14:30"),
        (America::Sao_Paulo, "2026-11-23", "19:30", "22:30"),
        (Australia::Lord_Howe, "2026-11-24", "09:30", "12:30"),
    ] {
        go_to(&mut room, "2026-11-22T15:00:00Z", zone);
        let away = span(&room, "2026-11-23", "2026-11-29");
        assert_eq!(away.zone, "America/New_York");
        assert_eq!(away.here_zone.as_deref(), Some(zone.name()));
        assert!(away.hours == at_home.hours, "{zone}");
        let group = on(&room, "2026-11-23", EventKind::Group);
        assert_eq!(group.time.as_deref(), Some("17:30"), "{zone}");
        let here = HereView {
            date: date.to_owned(),
            time: time.to_owned(),
            end_time: end_time.to_owned(),
            zone: zone.name().to_owned(),
        };
        assert_eq!(group.here, Some(here), "{zone}");
    }
    // Another name for a clock that shows the same.
    go_to(&mut room, "2026-11-22T15:00:00Z", America::Toronto);
    let near = span(&room, "2026-11-23", "2026-11-29");
    assert_eq!(near.here_zone, None);
}

/// Monday, Wednesday and Friday at half past five since 2011, in a zone of the programme's.
fn since_2011(zone: Tz) -> Room {
    let mut room = Room::with(&[]);
    go_to(&mut room, "2011-01-02T12:00:00Z", zone);
    let programme = ProgrammeSaveRequest {
        zone: Some(zone.name().to_owned()),
        ..harbour()
    };
    let group = once(EventKind::Group, "2011-01-03", "17:30", 180);
    let group = weekly(group, 1, &[Weekday::Mo, Weekday::We, Weekday::Fr]);
    set_up(&mut room, programme, vec![group]).unwrap();
    room
}

#[test]
fn a_session_stays_at_its_time_through_every_change_of_clocks() {
    for zone in [
        NEW_YORK,
        Europe::Berlin,
        Australia::Lord_Howe,
        Pacific::Apia,
        Asia::Kathmandu,
        America::Sao_Paulo,
    ] {
        let room = since_2011(zone);
        for year in [2011, 2012, 2016, 2018, 2019, 2026, 2030] {
            let view = span(&room, &format!("{year}-01-03"), &format!("{year}-12-29"));
            let sessions = view.days.iter().flat_map(|day| &day.occurrences);
            let mut count = 0;
            for one in sessions {
                let ends = [one.time.as_deref(), one.end_time.as_deref()];
                assert_eq!(ends, [Some("17:30"), Some("20:30")], "{zone} {}", one.date);
                count += 1;
            }
            assert!((153..=156).contains(&count), "{zone} {year}: {count}");
            let weeks = view.hours.iter();
            let other = weeks.filter(|week| week.planned_minutes != 3 * 180);
            let other: Vec<_> = other.map(|week| week.monday.as_str()).collect();
            assert_eq!(other, [] as [&str; 0], "{zone} {year}: hours on the wall");
        }
    }
}

#[test]
fn a_session_on_a_day_that_apia_skipped_is_a_day_later() {
    let room = since_2011(Pacific::Apia);
    let view = span(&room, "2011-12-26", "2012-01-01");
    let group = vec![EventKind::Group];
    assert_eq!(
        kinds(&view),
        [
            ("2011-12-26", group.clone()),
            ("2011-12-28", group.clone()),
            ("2011-12-31", group)
        ]
    );
    assert_eq!(view.hours[0].planned_minutes, 3 * 180);
    let skipped = on(&room, "2011-12-31", EventKind::Group);
    assert_eq!(skipped.recurrence_id, "2011-12-30T17:30:00");
    assert_eq!(skipped.time.as_deref(), Some("17:30"));
}

#[test]
fn the_week_of_the_programme_is_that_of_the_first_week_shown() {
    let room = busy();
    let week = |from, until| {
        let week_of = span(&room, from, until).week_of;
        week_of.map(|WeekOf { week, .. }| week)
    };
    assert_eq!(week("2026-10-26", "2026-11-01"), Some(1));
    assert_eq!(week("2026-11-22", "2026-12-31"), Some(4));
    assert_eq!(week("2026-11-23", "2026-12-31"), Some(5));
    assert_eq!(week("2026-10-19", "2026-10-25"), None);
    let mut room = Room::with(&[]);
    let from_wednesday = ProgrammeSaveRequest {
        start_date: Some("2026-10-28".to_owned()),
        ..harbour()
    };
    set_up(&mut room, from_wednesday, Vec::new()).unwrap();
    let first = span(&room, "2026-10-26", "2026-11-01").week_of;
    assert_eq!(
        first,
        Some(WeekOf {
            week: 1,
            of: Some(10)
        }),
        "the week in which it begins"
    );
    assert_eq!(span(&room, "2026-10-26", "2026-10-27").week_of, None);
}
