//! Changing one occurrence, or all of them.

use evenkeel_core::error::ErrorCode;
use evenkeel_core::schedule::{
    self, EventDetails, EventKind, OccurrenceKey, RuleRequest, Scope, Weekday,
};

use super::{at, every, room, single, weekly};
use crate::fixture::assert_code;
use crate::practising::Room;

const MONDAYS: &[Weekday] = &[Weekday::Mo];
const FROM: &str = "2026-11-23";
const UNTIL: &str = "2026-12-21";

/// Mondays from November 23.
fn mondays(room: &mut Room) -> (i64, EventDetails) {
    let details = weekly(FROM, MONDAYS);
    (room.add_event(&details), details)
}

fn moved(details: &EventDetails, date: &str, time: &str) -> EventDetails {
    EventDetails {
        date: date.to_owned(),
        time: Some(time.to_owned()),
        ..details.clone()
    }
}

#[test]
fn one_is_moved_and_the_others_stay() {
    let mut room = room();
    let (event, details) = mondays(&mut room);
    let to = moved(&details, "2026-12-01", "16:00");
    let changed = room
        .change(Some(event), Some("2026-11-30 17:30"), Scope::This, &to)
        .unwrap();
    assert_eq!(
        (changed.event, changed.recurrence_id.as_str()),
        (event, "2026-11-30T17:30:00")
    );
    assert_eq!(
        room.times(FROM, "2026-12-07"),
        ["2026-11-23 17:30", "2026-12-01 16:00", "2026-12-07 17:30"]
    );
    let from = room.one(event, "2026-11-30 17:30").moved_from.unwrap();
    assert_eq!(
        (from.date.as_str(), from.time.as_deref()),
        ("2026-11-30", Some("17:30"))
    );

    let back = moved(&details, "2026-11-30", "17:30");
    room.change(Some(event), Some("2026-11-30 17:30"), Scope::This, &back)
        .unwrap();
    let one = room.one(event, "2026-11-30 17:30");
    assert_eq!((one.date.as_str(), one.moved_from), ("2026-11-30", None));
}

#[test]
fn one_is_longer_and_elsewhere_and_the_event_stays_what_it_is() {
    let mut room = room();
    let (event, mut details) = mondays(&mut room);
    details.travel_minutes = Some(20);
    room.change(Some(event), None, Scope::All, &details)
        .unwrap();
    let other = EventDetails {
        date: "2026-11-30".to_owned(),
        minutes: 240,
        summary: " Family evening ".to_owned(),
        link: "https://example.org/a".to_owned(),
        room: String::new(),
        facilitator: "Ines".to_owned(),
        bring: "Diary card".to_owned(),
        location: "Hall".to_owned(),
        description: "Once".to_owned(),
        travel_minutes: None,
        rule: Some(RuleRequest::Keep { keep: true }),
        ..details.clone()
    };
    room.change(Some(event), Some("2026-11-30 17:30"), Scope::This, &other)
        .unwrap();
    let one = room.one(event, "2026-11-30 17:30");
    assert_eq!(
        (
            one.summary.as_str(),
            one.end_time.as_deref(),
            one.room.as_str()
        ),
        ("Family evening", Some("21:30"), "")
    );
    assert_eq!(
        (one.travel_minutes, one.leave_ms, one.moved_from),
        (None, None, None)
    );
    assert_eq!(
        (one.link.as_str(), one.location.as_str()),
        ("https://example.org/a", "Hall")
    );
    assert_eq!(
        (one.facilitator.as_str(), one.bring.as_str()),
        ("Ines", "Diary card")
    );
    assert_eq!(one.description, "Once");
    let next = room.one(event, "2026-12-07 17:30");
    assert_eq!(
        (
            next.summary.as_str(),
            next.end_time.as_deref(),
            next.travel_minutes
        ),
        ("Group", Some("20:30"), Some(20))
    );
    assert_eq!(
        room.event(event, None).details,
        EventDetails {
            zone: Some("America/New_York".to_owned()),
            dates: Some(Vec::new()),
            ..details
        }
    );
}

#[test]
fn what_belongs_to_the_whole_event_is_not_changed_for_one() {
    let mut room = room();
    let (event, details) = mondays(&mut room);
    let wrong = [
        EventDetails {
            kind: EventKind::Family,
            ..details.clone()
        },
        EventDetails {
            zone: Some("Europe/Berlin".to_owned()),
            ..details.clone()
        },
        EventDetails {
            rule: every(2, MONDAYS, None),
            ..details.clone()
        },
        EventDetails {
            rule: None,
            ..details.clone()
        },
        EventDetails {
            all_day: true,
            time: None,
            minutes: 1_440,
            ..details.clone()
        },
    ];
    for wrong in wrong {
        let refused = room.change(Some(event), Some("2026-11-30 17:30"), Scope::This, &wrong);
        assert_code(refused, ErrorCode::Invalid);
    }
    assert_eq!(
        room.times(FROM, "2026-11-30"),
        ["2026-11-23 17:30", "2026-11-30 17:30"]
    );
}

#[test]
fn details_that_are_none_are_refused() {
    let mut room = room();
    let details = single(FROM);
    let wrong = [
        EventDetails {
            minutes: 0,
            ..details.clone()
        },
        EventDetails {
            minutes: 600_000,
            ..details.clone()
        },
        EventDetails {
            time: None,
            ..details.clone()
        },
        EventDetails {
            time: Some("24:00".to_owned()),
            ..details.clone()
        },
        EventDetails {
            all_day: true,
            ..details.clone()
        },
        EventDetails {
            all_day: true,
            time: None,
            minutes: 90,
            ..details.clone()
        },
        EventDetails {
            date: "2026-02-30".to_owned(),
            ..details.clone()
        },
        EventDetails {
            date: "9999-01-01".to_owned(),
            ..details.clone()
        },
        EventDetails {
            zone: Some("Mars/Olympus".to_owned()),
            ..details.clone()
        },
        EventDetails {
            dates: Some(vec!["soon".to_owned()]),
            ..details.clone()
        },
        EventDetails {
            travel_minutes: Some(2_000),
            ..details.clone()
        },
        EventDetails {
            rule: every(0, MONDAYS, None),
            ..details.clone()
        },
        EventDetails {
            rule: every(1, &[], None),
            ..details.clone()
        },
        EventDetails {
            rule: Some(RuleRequest::Keep { keep: true }),
            ..details
        },
    ];
    for (number, wrong) in wrong.iter().enumerate() {
        let refused = room.change(None, None, Scope::All, wrong);
        assert!(
            refused.is_err_and(|error| error.code() == ErrorCode::Invalid),
            "{number}"
        );
    }
    assert!(room.plan("2026-01-01", "2026-12-31").is_empty());
}

#[test]
fn what_is_gone_is_not_found() {
    let mut room = room();
    let (event, details) = mondays(&mut room);
    for (event, id) in [
        (99, None),
        (event, Some("2026-11-24 17:30")),
        (event, Some("2026-11-16 17:30")),
    ] {
        let refused = room.change(Some(event), id, Scope::All, &details);
        assert_code(refused, ErrorCode::NotFound);
        assert_code(room.try_event(event, id), ErrorCode::NotFound);
    }
    room.cancel_event(event, "2026-11-23 17:30", Scope::All);
    let refused = room.change(Some(event), None, Scope::All, &details);
    assert_code(refused, ErrorCode::NotFound);
    assert_code(room.try_event(event, None), ErrorCode::NotFound);
}

#[test]
fn all_are_replaced_and_what_was_changed_by_hand_goes_along() {
    let mut room = room();
    let (event, details) = mondays(&mut room);
    let to = moved(&details, "2026-12-01", "16:00");
    room.change(Some(event), Some("2026-11-30 17:30"), Scope::This, &to)
        .unwrap();
    room.cancel_event(event, "2026-12-07 17:30", Scope::This);
    let later = EventDetails {
        summary: "Evening group".to_owned(),
        ..moved(&details, FROM, "18:00")
    };
    let changed = room
        .change(Some(event), Some("2026-12-14 17:30"), Scope::All, &later)
        .unwrap();
    assert_eq!(changed.recurrence_id, "2026-12-14T18:00:00");
    assert_eq!(
        room.times(FROM, UNTIL),
        [
            "2026-11-23 18:00",
            "2026-12-01 16:00",
            "2026-12-07 18:00 cancelled",
            "2026-12-14 18:00",
            "2026-12-21 18:00",
        ]
    );
    assert_eq!(room.one(event, "2026-11-30 18:00").summary, "Evening group");
}

#[test]
fn a_new_weekday_keeps_what_was_moved_and_drops_what_was_cancelled() {
    let mut room = room();
    let (event, details) = mondays(&mut room);
    let to = moved(&details, "2026-12-01", "16:00");
    room.change(Some(event), Some("2026-11-30 17:30"), Scope::This, &to)
        .unwrap();
    room.cancel_event(event, "2026-12-07 17:30", Scope::This);
    let thursdays = EventDetails {
        rule: every(1, &[Weekday::Th], None),
        ..details
    };
    let changed = room
        .change(
            Some(event),
            Some("2026-12-07 17:30"),
            Scope::All,
            &thursdays,
        )
        .unwrap();
    assert_eq!(
        changed.recurrence_id, "2026-11-26T17:30:00",
        "the first one"
    );
    assert_eq!(
        room.times(FROM, "2026-12-11"),
        [
            "2026-11-26 17:30",
            "2026-12-01 16:00",
            "2026-12-03 17:30",
            "2026-12-10 17:30"
        ]
    );
}

#[test]
fn a_single_event_is_changed_as_a_whole_whatever_was_asked() {
    let mut room = room();
    for scope in [Scope::This, Scope::ThisAndFuture, Scope::All] {
        let event = room.add_event(&single(FROM));
        let details = EventDetails {
            kind: EventKind::Individual,
            ..moved(&single(FROM), "2026-11-25", "16:00")
        };
        let changed = room
            .change(Some(event), Some("2026-11-23 17:30"), scope, &details)
            .unwrap();
        assert_eq!(
            (changed.event, changed.recurrence_id.as_str()),
            (event, "2026-11-25T16:00:00")
        );
        let one = room.event(event, None);
        assert_eq!(one.details.kind, EventKind::Individual);
        assert_eq!(
            (one.occurrence.moved_from, one.occurrence.recurs),
            (None, false)
        );
    }
    assert_eq!(room.times(FROM, UNTIL), ["2026-11-25 16:00"; 3]);
}

#[test]
fn a_single_event_can_begin_to_repeat_and_a_series_can_stop() {
    let mut room = room();
    let event = room.add_event(&single(FROM));
    room.cancel_event(event, "2026-11-23 17:30", Scope::This);
    room.change(Some(event), None, Scope::This, &weekly(FROM, MONDAYS))
        .unwrap();
    assert_eq!(
        room.times(FROM, "2026-12-01"),
        ["2026-11-23 17:30 cancelled", "2026-11-30 17:30"]
    );
    room.change(Some(event), None, Scope::All, &single("2026-11-30"))
        .unwrap();
    assert_eq!(room.times(FROM, UNTIL), ["2026-11-30 17:30"]);
}

#[test]
fn a_whole_day_has_no_time_and_can_get_one() {
    let mut room = room();
    let whole = EventDetails {
        all_day: true,
        time: None,
        minutes: 2 * 1_440,
        ..weekly(FROM, MONDAYS)
    };
    let event = room.add_event(&whole);
    let one = room.one(event, "2026-11-30 00:00");
    assert_eq!(
        (one.date.as_str(), one.end_date.as_str()),
        ("2026-11-30", "2026-12-01")
    );
    room.cancel_event(event, "2026-11-30 00:00", Scope::This);
    room.change(Some(event), None, Scope::All, &weekly(FROM, MONDAYS))
        .unwrap();
    assert_eq!(
        room.times(FROM, "2026-11-30"),
        ["2026-11-23 17:30", "2026-11-30 17:30 cancelled"]
    );
    room.change(Some(event), None, Scope::All, &whole).unwrap();
    assert!(room.event(event, Some("2026-11-30 00:00")).details.all_day);
}

#[test]
fn dates_beside_the_rule_stay_until_others_are_named() {
    let mut room = room();
    let mut details = weekly(FROM, MONDAYS);
    details.dates = Some(vec!["2026-11-27".to_owned()]);
    let event = room.add_event(&details);
    details.dates = None;
    details.time = Some("18:00".to_owned());
    room.change(Some(event), None, Scope::All, &details)
        .unwrap();
    assert_eq!(
        room.times(FROM, "2026-11-30"),
        ["2026-11-23 18:00", "2026-11-27 18:00", "2026-11-30 18:00"]
    );
    details.dates = Some(vec!["2026-11-28".to_owned()]);
    room.change(Some(event), None, Scope::All, &details)
        .unwrap();
    assert_eq!(
        room.times(FROM, "2026-11-30"),
        ["2026-11-23 18:00", "2026-11-28 18:00", "2026-11-30 18:00"]
    );
}

#[test]
fn a_cancelled_one_is_seen_and_can_be_put_back() {
    let mut room = room();
    let (event, _) = mondays(&mut room);
    room.cancel_event(event, "2026-11-30 17:30", Scope::This);
    assert_eq!(
        room.times(FROM, "2026-11-30"),
        ["2026-11-23 17:30", "2026-11-30 17:30 cancelled"]
    );
    let request = OccurrenceKey {
        event,
        recurrence_id: schedule::local_text(at("2026-11-30 17:30")),
    };
    schedule::uncancel(room.open.database_mut(), &request).unwrap();
    assert_eq!(
        room.times(FROM, "2026-11-30"),
        ["2026-11-23 17:30", "2026-11-30 17:30"]
    );
}

#[test]
fn a_zone_of_its_own_is_kept_and_shown_on_the_clock_of_the_viewer() {
    let mut room = room();
    let details = EventDetails {
        zone: Some("Europe/Berlin".to_owned()),
        ..weekly(FROM, MONDAYS)
    };
    let event = room.add_event(&details);
    assert_eq!(room.times(FROM, "2026-11-24"), ["2026-11-23 11:30"]);
    let same_zone = EventDetails {
        zone: None,
        room: String::new(),
        ..details
    };
    room.change(Some(event), None, Scope::All, &same_zone)
        .unwrap();
    let one = room.event(event, None);
    assert_eq!(one.details.zone.as_deref(), Some("Europe/Berlin"));
    assert_eq!(
        (one.details.time.as_deref(), one.occurrence.time.as_deref()),
        (Some("17:30"), Some("11:30"))
    );
}
