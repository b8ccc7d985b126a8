//! Files as calendar programs write them.

use evenkeel_core::schedule::EventKind;
use evenkeel_core::schedule::ics::IcsChange;

use super::fixture;
use crate::practising::json;
use crate::schedule::room;

#[test]
fn a_google_file_is_shown_event_by_event() {
    let mut room = room();
    let preview = json(&room.preview_of(fixture("google.ics")));
    assert_eq!(preview["calendar"]["name"], "Riverside IOP");
    assert_eq!(preview["zone_guessed"], false);
    assert_eq!(preview["skipped"].as_array().unwrap().len(), 0);
    let events = preview["events"].as_array().unwrap();
    let kinds: Vec<_> = events
        .iter()
        .map(|event| {
            (
                event["summary"].as_str().unwrap(),
                event["kind"].as_str().unwrap(),
            )
        })
        .collect();
    assert_eq!(
        kinds,
        [
            ("Evening group", "group"),
            ("Individual therapy", "individual"),
            ("Thanksgiving, no groups", "group"),
        ],
        "what is cancelled is not offered"
    );
    let group = &events[0];
    assert_eq!(group["change"], "new");
    assert_eq!(
        (&group["date"], &group["time"]),
        (&"2026-10-05".into(), &"17:30".into())
    );
    assert_eq!(
        (&group["end_date"], &group["end_time"]),
        (&"2026-10-05".into(), &"20:30".into())
    );
    assert_eq!(
        group["rule"]["weekdays"],
        serde_json::json!(["mo", "we", "th"])
    );
    assert_eq!(group["rule"]["until"], "2026-12-17");
    assert_eq!(group["location"], "12 Elm Street, Riverside");
    // From the 23rd of November on twelve dates, one of which is left out.
    assert_eq!(group["occurrences"], 11);
    assert_eq!(group["next"]["date"], "2026-11-23");
    let therapy = &events[1];
    assert_eq!(
        (&therapy["date"], &therapy["time"]),
        (&"2026-11-24".into(), &"16:00".into())
    );
    room.take_in(fixture("google.ics"));
    let times = room.times("2026-11-23", "2026-12-05");
    assert_eq!(
        times,
        [
            "2026-11-23 17:30",
            "2026-11-24 16:00",
            "2026-11-25 17:30",
            "2026-11-26 all day",
            "2026-11-26 all day",
            "2026-11-30 17:30",
            "2026-12-03 17:30",
            "2026-12-03 18:30",
        ]
    );
    let therapy = room.event(2, None).details;
    assert_eq!(therapy.link, "https://video.example.org/j/5551234");
    assert_eq!(
        (therapy.minutes, therapy.zone.as_deref()),
        (50, Some("America/New_York"))
    );
    let group = room.event(1, None).details;
    assert_eq!(
        group.description,
        "Bring your diary card.<br>Room changes are on the door, as always."
    );
}

#[test]
fn an_outlook_file_with_windows_zones_is_read() {
    let mut room = room();
    let done = room.take_in(fixture("outlook.ics"));
    assert_eq!((done.new, done.changed, done.removed), (2, 0, 0));
    let class = room.event(1, None).details;
    assert_eq!(class.kind, EventKind::Psychoeducation);
    assert_eq!(class.zone.as_deref(), Some("America/New_York"));
    assert_eq!(class.description, "Skills training.\nBring the workbook.");
    let uid = &room.preview_of(fixture("outlook.ics")).events[0].uid;
    assert!(
        uid.ends_with("010000000000000000100000001234567890ABCDEF1234567890ABCDEF"),
        "{uid}"
    );
    assert_eq!(
        room.times("2026-11-10", "2026-12-24"),
        [
            "2026-11-10 16:00",
            "2026-11-17 16:00",
            "2026-12-01 16:30",
            "2026-12-08 16:00",
            "2026-12-15 16:00",
            "2026-12-23 all day",
        ]
    );
    let birthday = room.event(2, None).details;
    assert!(birthday.all_day);
    assert_eq!(
        (birthday.minutes, birthday.kind),
        (1440, EventKind::Personal)
    );
}

#[test]
fn a_zone_that_only_the_file_knows_is_found_by_its_clock_changes() {
    let mut room = room();
    let preview = room.preview_of(fixture("outlook-web.ics"));
    assert!(!preview.zone_guessed);
    assert!(
        preview
            .events
            .iter()
            .all(|event| event.change == IcsChange::New)
    );
    room.take_in(fixture("outlook-web.ics"));
    room.now.zone = chrono_tz::Europe::Berlin;
    assert_eq!(
        room.times("2026-10-17", "2026-11-30"),
        [
            "2026-10-17 10:00",
            "2026-10-31 10:00",
            "2026-11-14 10:00",
            "2026-11-28 10:00",
            "2026-11-30 09:00",
        ],
        "on both sides of the change of the 25th"
    );
    let family = room.event(1, None);
    assert_eq!(family.rule.unwrap().until.as_deref(), Some("2027-03-31"));
    let family = family.details;
    assert_eq!(family.link, "https://teams.example.org/l/meetup-join/19");
    assert_eq!((family.kind, family.minutes), (EventKind::Family, 90));
    let check = room.event(2, None).details;
    assert_eq!((check.kind, check.minutes), (EventKind::Medication, 20));
}

#[test]
fn an_apple_file_with_dates_beside_the_rule_is_read() {
    let mut room = room();
    room.take_in(fixture("apple.ics"));
    room.now.zone = chrono_tz::Australia::Lord_Howe;
    assert_eq!(
        room.times("2026-10-01", "2026-12-25"),
        [
            "2026-10-01 07:00",
            "2026-10-08 07:00",
            "2026-10-24 07:00",
            "2026-10-25 07:30",
            "2026-10-29 08:00",
            "2026-11-05 07:00",
            "2026-12-09 12:00",
            "2026-12-24 all day",
            "2026-12-24 all day",
        ],
        "what lasts for days is shown on each of them"
    );
    let yoga = room.event(1, None).details;
    assert_eq!(yoga.kind, EventKind::Holistic);
    assert_eq!(yoga.link, "https://studio.example.org/yoga?class=1&day=2");
    let lunch = room.event(2, None).details;
    assert_eq!(
        (lunch.zone, lunch.summary.as_str()),
        (None, "Lunch with Ana 🌻"),
        "it floats"
    );
    assert_eq!(room.event(3, None).details.minutes, 9 * 1440);
}

#[test]
fn taking_a_file_in_again_changes_nothing() {
    for name in ["google.ics", "outlook.ics", "outlook-web.ics", "apple.ics"] {
        let mut room = room();
        room.take_in(fixture(name));
        let (mut room, before) = room.rows();
        let again = room.preview_of(fixture(name));
        assert!(again.calendar.id.is_some());
        assert!(
            again
                .events
                .iter()
                .all(|event| event.change == IcsChange::Same),
            "{name}"
        );
        let done = room.take_in(fixture(name));
        assert_eq!((done.new, done.changed, done.removed), (0, 0, 0), "{name}");
        assert_eq!(room.rows().1, before, "{name}");
    }
}
