//! This one and those after it.

use evenkeel_core::schedule::{EventDetails, RuleRequest, Scope, Weekday};

use super::{every, room, weekly};
use crate::practising::{Room, json};

const FROM: &str = "2026-11-23";
const MON_THU: &[Weekday] = &[Weekday::Mo, Weekday::Th];

fn later(room: &mut Room, event: i64, id: &str, details: &EventDetails) -> i64 {
    let from = Some(id);
    room.change(Some(event), from, Scope::ThisAndFuture, details)
        .unwrap()
        .event
}

#[test]
fn a_series_goes_on_as_another_one() {
    let mut room = room();
    let event = room.add_event(&weekly(FROM, MON_THU));
    let details = EventDetails {
        time: Some("16:00".to_owned()),
        ..weekly("2026-12-03", MON_THU)
    };
    let changed = room
        .change(
            Some(event),
            Some("2026-12-03 17:30"),
            Scope::ThisAndFuture,
            &details,
        )
        .unwrap();
    assert_ne!(changed.event, event);
    assert_eq!(changed.recurrence_id, "2026-12-03T16:00:00");
    assert_eq!(
        room.times(FROM, "2026-12-10"),
        [
            "2026-11-23 17:30",
            "2026-11-26 17:30",
            "2026-11-30 17:30",
            "2026-12-03 16:00",
            "2026-12-07 16:00",
            "2026-12-10 16:00",
        ]
    );
    let first = room.event(event, None);
    assert_eq!(first.rule.unwrap().until.as_deref(), Some("2026-12-02"));
    assert!(room.event(changed.event, None).first);
}

#[test]
fn from_the_first_one_on_is_all_of_it() {
    let mut room = room();
    let event = room.add_event(&weekly(FROM, MON_THU));
    let details = weekly(FROM, &[Weekday::Tu]);
    assert_eq!(later(&mut room, event, "2026-11-23 17:30", &details), event);
    assert_eq!(
        room.times(FROM, "2026-12-01"),
        ["2026-11-24 17:30", "2026-12-01 17:30"]
    );
}

#[test]
fn every_second_week_stays_the_second_one() {
    let mut room = room();
    let mut details = weekly("2026-11-28", &[Weekday::Sa]);
    details.rule = every(2, &[Weekday::Sa], None);
    let event = room.add_event(&details);
    details.date = "2026-12-26".to_owned();
    details.room = "Hall".to_owned();
    let next = later(&mut room, event, "2026-12-26 17:30", &details);
    assert_eq!(
        room.times(FROM, "2027-01-10"),
        [
            "2026-11-28 17:30",
            "2026-12-12 17:30",
            "2026-12-26 17:30",
            "2027-01-09 17:30"
        ]
    );
    assert_eq!(room.one(next, "2027-01-09 17:30").room, "Hall");
    assert_eq!(room.one(event, "2026-12-12 17:30").room, "Room 2");
}

#[test]
fn what_was_said_and_changed_goes_with_its_occurrence() {
    let mut room = room();
    let event = room.add_event(&weekly(FROM, MON_THU));
    room.note(event, "2026-11-26 17:30", "before the cut");
    room.note(event, "2026-12-07 17:30", "after the cut");
    room.cancel_event(event, "2026-11-30 17:30", Scope::This);
    room.cancel_event(event, "2026-12-10 17:30", Scope::This);
    let details = EventDetails {
        time: Some("16:00".to_owned()),
        ..weekly("2026-12-03", MON_THU)
    };
    let next = later(&mut room, event, "2026-12-03 17:30", &details);
    assert!(room.one(event, "2026-11-26 17:30").has_notes);
    assert!(room.one(next, "2026-12-07 16:00").has_notes);
    assert_eq!(
        room.times("2026-11-30", "2026-12-10"),
        [
            "2026-11-30 17:30 cancelled",
            "2026-12-03 16:00",
            "2026-12-07 16:00",
            "2026-12-10 16:00 cancelled",
        ]
    );
}

#[test]
fn a_count_is_shared_out() {
    let mut room = room();
    let event = room.add_event(&weekly(FROM, MON_THU));
    let (mut room, ()) = super::sql(room, |raw| {
        // As only a file could bring it.
        let counted = "UPDATE event SET rule = 'FREQ=WEEKLY;BYDAY=MO,TH;COUNT=5' WHERE id = ?1";
        raw.execute(counted, [event]).unwrap();
    });
    let details = EventDetails {
        rule: Some(RuleRequest::Keep { keep: true }),
        ..weekly("2026-11-30", MON_THU)
    };
    let next = later(&mut room, event, "2026-11-30 17:30", &details);
    assert_eq!(room.times(FROM, "2027-03-01").len(), 5);
    let rule = room.event(next, None).rule.unwrap();
    assert_eq!((rule.count, rule.until), (Some(3), None));
    let rule = room.event(event, None).rule.unwrap();
    assert_eq!(
        (rule.count, rule.until.as_deref()),
        (None, Some("2026-11-29"))
    );
}

#[test]
fn a_series_cut_twice_is_one_line() {
    let mut room = room();
    let event = room.add_event(&weekly(FROM, &[Weekday::Mo]));
    let last = later(
        &mut room,
        event,
        "2026-12-21 17:30",
        &weekly("2026-12-21", &[Weekday::Mo]),
    );
    // As the editor has it now.
    let details = EventDetails {
        date: "2026-12-07".to_owned(),
        ..room.event(event, None).details
    };
    let middle = later(&mut room, event, "2026-12-07 17:30", &details);
    assert_eq!(room.times(FROM, "2026-12-31").len(), 6);
    let (_, line) = super::sql(room, |raw| {
        let mut statement = raw
            .prepare("SELECT id, follows FROM event ORDER BY id")
            .unwrap();
        let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)));
        rows.unwrap()
            .map(Result::unwrap)
            .collect::<Vec<(i64, Option<i64>)>>()
    });
    assert_eq!(
        line,
        [(event, None), (last, Some(middle)), (middle, Some(event))]
    );
}

#[test]
fn from_a_date_beside_the_rule_on_the_rule_keeps_its_weeks() {
    let mut room = room();
    let mut details = weekly("2026-11-28", &[Weekday::Sa]);
    details.rule = every(2, &[Weekday::Sa], None);
    details.dates = Some(vec!["2026-12-05".to_owned()]);
    let event = room.add_event(&details);
    details.date = "2026-12-05".to_owned();
    details.dates = None;
    details.time = Some("10:00".to_owned());
    let changed = room
        .change(
            Some(event),
            Some("2026-12-05 17:30"),
            Scope::ThisAndFuture,
            &details,
        )
        .unwrap();
    assert_eq!(changed.recurrence_id, "2026-12-05T10:00:00");
    assert_eq!(
        room.times(FROM, "2026-12-26"),
        [
            "2026-11-28 17:30",
            "2026-12-05 10:00",
            "2026-12-12 10:00",
            "2026-12-26 10:00"
        ]
    );
}

#[test]
fn an_event_on_dates_is_cut_between_them() {
    let mut room = room();
    let mut details = super::single("2026-12-03");
    details.dates = Some(["2026-12-10", "2026-12-17"].map(str::to_owned).into());
    let event = room.add_event(&details);
    details.date = "2026-12-10".to_owned();
    details.dates = None;
    details.time = Some("09:00".to_owned());
    let next = later(&mut room, event, "2026-12-10 17:30", &details);
    assert_eq!(
        room.times(FROM, "2026-12-31"),
        ["2026-12-03 17:30", "2026-12-10 09:00", "2026-12-17 09:00"]
    );
    assert!(!room.event(event, None).occurrence.recurs);
    assert!(room.event(next, None).occurrence.recurs);
}

#[test]
fn cancelled_from_one_on_they_are_no_more_and_cancelled_from_the_first_in_the_trash() {
    let mut room = room();
    let event = room.add_event(&weekly(FROM, MON_THU));
    room.cancel_event(event, "2026-11-30 17:30", Scope::ThisAndFuture);
    assert_eq!(
        room.times(FROM, "2027-03-01"),
        ["2026-11-23 17:30", "2026-11-26 17:30"]
    );
    room.cancel_event(event, "2026-11-23 17:30", Scope::ThisAndFuture);
    assert!(room.plan(FROM, "2027-03-01").is_empty());
    let trashed = evenkeel_core::schedule::trashed(room.open.database(), &room.now).unwrap();
    assert_eq!(
        json(&trashed),
        serde_json::json!([{
            "event": event, "kind": "group", "summary": "Group", "date": FROM, "recurs": true,
            "trashed_on": "2026-11-22",
        }])
    );
}
