//! What the page of one occurrence gets.

use evenkeel_core::schedule::{Scope, Weekday};

use super::{room, weekly};
use crate::practising::json;

#[test]
fn the_page_gets_the_event_and_the_one_occurrence() {
    let mut room = room();
    let event = room.add_event(&weekly("2026-11-23", &[Weekday::Mo]));
    let mut moved = weekly("2026-12-02", &[Weekday::Mo]);
    moved.room = "Hall".to_owned();
    room.change(Some(event), Some("2026-11-30 17:30"), Scope::This, &moved)
        .unwrap();
    let view = room.event(event, Some("2026-11-30 17:30"));
    assert_eq!(
        json(&view.details),
        serde_json::json!({
            "kind": "group", "summary": "Group", "date": "2026-11-23", "time": "17:30",
            "minutes": 180, "all_day": false, "zone": "America/New_York",
            "rule": {"interval": 1, "weekdays": ["mo"], "until": null}, "dates": [],
            "location": "", "link": "", "room": "Room 2", "facilitator": "", "bring": "",
            "description": "", "travel_minutes": null,
        })
    );
    assert_eq!(
        (
            view.occurrence.date.as_str(),
            view.occurrence.room.as_str(),
            view.first
        ),
        ("2026-12-02", "Hall", false)
    );
    assert!(room.event(event, None).first);
}

#[test]
fn requests_are_what_the_pages_send() {
    let sent = serde_json::json!({
        "event": null, "recurrence_id": null, "scope": "this_and_future",
        "details": {
            "kind": "mutual_help", "summary": "", "date": "2026-11-23", "time": "17:30",
            "minutes": 60, "all_day": false, "zone": null, "rule": {"keep": true},
            "location": "", "link": "", "room": "", "facilitator": "", "bring": "",
            "description": "", "travel_minutes": null,
        },
    });
    let request: evenkeel_core::schedule::EventSaveRequest =
        serde_json::from_value(sent.clone()).unwrap();
    assert_eq!(
        (request.scope, request.details.dates),
        (Scope::ThisAndFuture, None)
    );
    let weekly = serde_json::json!({"interval": 2, "weekdays": ["sa"], "until": "2027-01-31"});
    let mut other = sent.clone();
    other["details"]["rule"] = weekly;
    serde_json::from_value::<evenkeel_core::schedule::EventSaveRequest>(other).unwrap();
    let mut unknown = sent;
    unknown["details"]["rule"] = serde_json::json!({"frequency": "hourly", "keep": true});
    assert!(serde_json::from_value::<evenkeel_core::schedule::EventSaveRequest>(unknown).is_err());
}
