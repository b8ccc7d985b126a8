//! What is seen of a series on some days.

use chrono::TimeDelta;
use evenkeel_core::schedule::{
    Attendance, Break, EventKind, OccurrenceStatus, Override, SessionRecord, Viewer, occurrence,
    occurrences,
};

use super::{at, day, here, series, shown};
use crate::practising::json;

const ZONE: chrono_tz::Tz = chrono_tz::America::New_York;

fn seen(one: &evenkeel_core::schedule::Series, from: &str, until: &str) -> Vec<String> {
    let seen = occurrences(one, day(from), day(until), &here(ZONE));
    seen.iter().map(shown).collect()
}

#[test]
fn dates_beside_the_rule_are_added_and_excluded_ones_are_gone() {
    let mut one = series("2026-11-02 17:30", Some(ZONE), Some("FREQ=WEEKLY;COUNT=3"));
    one.extra = [at("2026-11-12 09:00"), at("2026-11-09 17:30")].into();
    one.excluded = [at("2026-11-16 17:30")].into();
    assert_eq!(
        seen(&one, "2026-11-01", "2026-12-31"),
        ["2026-11-02 17:30", "2026-11-09 17:30", "2026-11-12 09:00"]
    );
}

#[test]
fn an_occurrence_says_everything_about_itself() {
    let mut one = series("2026-11-02 17:30", Some(ZONE), Some("FREQ=WEEKLY"));
    one.event.travel_minutes = Some(25);
    one.event.location = "12 Harbour Road".to_owned();
    one.event.calendar = Some(3);
    let change = Override {
        start: Some(at("2026-11-10 18:00")),
        minutes: Some(90),
        room: Some("Room 4".to_owned()),
        ..Override::default()
    };
    let record = SessionRecord {
        attendance: Some(Attendance::Part),
        planned_minutes: Some(60),
        minutes: Some(40),
        note_before: String::new(),
        note_after: "It helped.".to_owned(),
    };
    one.overrides.insert(at("2026-11-09 17:30"), change);
    one.records.insert(at("2026-11-09 17:30"), record);
    let found = occurrence(&one, at("2026-11-09 17:30"), &here(ZONE)).unwrap();
    let expected = serde_json::json!({
        "event": 1, "recurrence_id": "2026-11-09T17:30:00", "kind": "group", "summary": "Group",
        "all_day": false, "date": "2026-11-10", "time": "18:00", "end_date": "2026-11-10",
        "end_time": "19:30", "zone": "America/New_York", "here": null,
        "starts_ms": 1_794_351_600_000_i64, "ends_ms": 1_794_357_000_000_i64,
        "leave_ms": 1_794_350_100_000_i64, "status": "planned", "break_name": null,
        "moved_from": {"date": "2026-11-09", "time": "17:30"}, "recurs": true, "imported": true,
        "location": "12 Harbour Road", "link": "", "room": "Room 4", "facilitator": "",
        "bring": "", "description": "", "travel_minutes": 25, "planned_minutes": 90, "attendance": "part",
        "minutes": 40, "has_notes": true,
    });
    assert_eq!(json(&found), expected);
    assert!(occurrence(&one, at("2026-11-09 18:00"), &here(ZONE)).is_none());
}

#[test]
fn a_moved_one_is_seen_where_it_is_from_wherever_it_came() {
    let mut one = series("2026-11-02 17:30", Some(ZONE), Some("FREQ=WEEKLY"));
    let moved = |to: &str| Override {
        start: Some(at(to)),
        ..Override::default()
    };
    one.overrides
        .insert(at("2027-06-07 17:30"), moved("2026-11-03 10:00"));
    one.overrides
        .insert(at("2026-11-09 17:30"), moved("2027-08-01 10:00"));
    // Of a date that the rule does not have.
    one.overrides
        .insert(at("2026-11-04 17:30"), moved("2026-11-03 11:00"));
    assert_eq!(
        seen(&one, "2026-11-02", "2026-11-10"),
        ["2026-11-02 17:30", "2026-11-03 10:00"]
    );
    assert_eq!(
        seen(&one, "2027-07-27", "2027-08-02"),
        ["2027-08-01 10:00", "2027-08-02 17:30"]
    );
}

#[test]
fn a_night_belongs_to_both_days_and_what_ends_at_midnight_to_one() {
    let mut one = series("2026-11-02 22:00", Some(ZONE), None);
    one.event.minutes = 120;
    assert_eq!(seen(&one, "2026-11-03", "2026-11-03"), [""; 0]);
    one.event.minutes = 121;
    assert_eq!(seen(&one, "2026-11-03", "2026-11-03"), ["2026-11-02 22:00"]);
}

#[test]
fn a_break_covers_the_programme_and_nothing_personal() {
    let mut one = series("2026-11-23 17:30", Some(ZONE), Some("FREQ=DAILY;COUNT=5"));
    let break_ = Break {
        first: day("2026-11-24"),
        last: day("2026-11-26"),
        name: "Thanksgiving".to_owned(),
    };
    let viewer = Viewer {
        breaks: vec![break_],
        ..here(ZONE)
    };
    let cancelled = Override {
        cancelled: true,
        ..Override::default()
    };
    let moved = Override {
        start: Some(at("2026-11-26 10:00")),
        ..Override::default()
    };
    one.overrides.insert(at("2026-11-24 17:30"), cancelled);
    one.overrides.insert(at("2026-11-26 17:30"), moved);
    let look = |one: &_| occurrences(one, day("2026-11-01"), day("2026-12-01"), &viewer);
    let views = look(&one);
    let marked: Vec<_> = views.iter().map(shown).collect();
    assert_eq!(
        marked,
        [
            "2026-11-23 17:30",
            "2026-11-24 17:30 cancelled",
            "2026-11-25 17:30 break",
            "2026-11-26 10:00",
            "2026-11-27 17:30",
        ]
    );
    assert_eq!(views[2].break_name.as_deref(), Some("Thanksgiving"));
    assert_eq!(views[0].break_name, None);

    one.event.kind = EventKind::MutualHelp;
    assert_eq!(look(&one)[2].status, OccurrenceStatus::Break);
    one.event.kind = EventKind::Personal;
    assert_eq!(look(&one)[2].status, OccurrenceStatus::Planned);
}

#[test]
fn travel_that_is_none_this_time_needs_no_leaving() {
    let mut one = series("2026-11-02 17:30", Some(ZONE), None);
    one.event.travel_minutes = Some(25);
    let stays = Override {
        travel_minutes: Some(0),
        ..Override::default()
    };
    one.overrides.insert(at("2026-11-02 17:30"), stays);
    let found = occurrence(&one, at("2026-11-02 17:30"), &here(ZONE)).unwrap();
    assert_eq!((found.travel_minutes, found.leave_ms), (None, None));
}

#[test]
fn what_counts_and_what_a_break_covers() {
    let counted = EventKind::ALL.into_iter().filter(|kind| kind.counts());
    assert_eq!(counted.count(), 8);
    let covered = EventKind::ALL
        .into_iter()
        .filter(|kind| kind.is_programme());
    assert_eq!(covered.count(), 9);
    assert!(!EventKind::MutualHelp.counts() && EventKind::MutualHelp.is_programme());
}

#[test]
fn a_series_knows_its_first_date() {
    let mut one = series("2026-11-02 17:30", Some(ZONE), Some("FREQ=WEEKLY;COUNT=3"));
    assert_eq!(one.first().unwrap(), at("2026-11-02 17:30"));
    one.excluded = [at("2026-11-02 17:30"), at("2026-11-09 17:30")].into();
    assert_eq!(one.first().unwrap(), at("2026-11-16 17:30"));
    one.extra = [at("2026-10-31 08:00")].into();
    assert_eq!(one.first().unwrap(), at("2026-10-31 08:00"));
    one.extra.clear();
    one.excluded.insert(at("2026-11-16 17:30"));
    assert!(one.first().is_err());
    assert!(one.dates(one.event.start + TimeDelta::days(900)).is_empty());
}
