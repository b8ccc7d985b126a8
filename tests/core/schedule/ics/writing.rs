//! The schedule as a file.

use evenkeel_core::schedule::ics::{self, IcsChange, IcsExportRequest};
use evenkeel_core::schedule::{Attendance, EventDetails, EventKind, RuleRequest, Scope, Weekday};
use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};

use super::{all_of, fixture};
use crate::fixture::{full, pick};
use crate::practising::Room;
use crate::schedule::{at, every, room, single, weekly};

#[test]
fn a_file_has_the_form_of_rfc_5545() {
    let mut room = room();
    let details = EventDetails {
        summary:
            "Group; with, signs \\ and a very long title that does not fit into one line 🌊🌊🌊"
                .to_owned(),
        description: "One\nTwo".to_owned(),
        link: "https://example.org/?a=1,2;b".to_owned(),
        rule: every(1, &[Weekday::Mo, Weekday::Th], Some("2026-12-17")),
        ..single("2026-11-30")
    };
    room.add_event(&details);
    room.cancel_event(1, "2026-12-03 17:30", Scope::This);
    let text = room.written();
    for line in text.split("\r\n") {
        assert!(line.len() <= 75 && !line.contains('\n'), "{line:?}");
    }
    assert!(text.ends_with("END:VCALENDAR\r\n"));
    let whole = text.replace("\r\n ", "");
    for line in [
        "VERSION:2.0",
        "TZID:America/New_York",
        "DTSTAMP:20261122T150405Z",
        "DTSTART;TZID=America/New_York:20261130T173000",
        "DTEND;TZID=America/New_York:20261130T203000",
        "RRULE:FREQ=WEEKLY;INTERVAL=1;BYDAY=MO,TH;UNTIL=20261218T045959Z",
        "RECURRENCE-ID;TZID=America/New_York:20261203T173000",
        "STATUS:CANCELLED",
        "CATEGORIES:GROUP",
        "DESCRIPTION:One\\nTwo",
    ] {
        assert!(
            whole.contains(&format!("\r\n{line}\r\n")),
            "{line} in {whole}"
        );
    }
    assert!(
        whole.contains("SUMMARY:Group\\; with\\, signs \\\\ and a very"),
        "{whole}"
    );
}

#[test]
fn only_the_events_that_are_asked_for_are_written() {
    let mut room = room();
    room.add_event(&single("2026-12-01"));
    room.add_event(&EventDetails {
        kind: EventKind::Personal,
        summary: "Dentist".to_owned(),
        ..single("2026-12-02")
    });
    room.take_in(fixture("google.ics"));
    let trashed = room.add_event(&EventDetails {
        summary: "Dropped".to_owned(),
        ..single("2026-12-03")
    });
    room.cancel_event(trashed, "2026-12-03 17:30", Scope::All);
    let written = |calendar, kinds: Option<&[EventKind]>| {
        let request = IcsExportRequest {
            calendar,
            kinds: kinds.map(<[_]>::to_vec),
        };
        let text = ics::write(room.open.database(), &request, &room.now).unwrap();
        let lines = text
            .lines()
            .filter_map(|line| line.strip_prefix("SUMMARY:"));
        let mut titles: Vec<_> = lines.map(str::to_owned).collect();
        titles.dedup();
        titles.sort();
        titles
    };
    assert_eq!(written(None, None).len(), 6, "{:?}", written(None, None));
    assert_eq!(
        written(Some(1), None),
        [
            "Evening group",
            "Evening group (moved)",
            "Individual therapy",
            "Thanksgiving\\, no groups"
        ]
    );
    assert_eq!(written(None, Some(&[EventKind::Personal])), ["Dentist"]);
    assert!(written(None, Some(&[])).is_empty());
}

#[test]
fn what_was_said_and_what_only_the_app_knows_stays_here() {
    let mut room = room();
    room.add_event(&EventDetails {
        room: "Secret room".to_owned(),
        facilitator: "Secret name".to_owned(),
        bring: "Secret card".to_owned(),
        travel_minutes: Some(4321 / 10),
        ..weekly("2026-11-03", &[Weekday::Tu])
    });
    room.attend(1, "2026-11-10 17:30", Attendance::Missed);
    room.note(1, "2026-11-17 17:30", "Secret note");
    let text = room.written().replace("\r\n ", "").to_lowercase();
    for word in ["secret", "missed", "432"] {
        assert!(!text.contains(word), "{word} in {text}");
    }
}

/// What another copy of the app knows after it took the file in, as far as a file can say it.
fn read_elsewhere(text: &str, room: &Room) -> Room {
    let mut other = self::room();
    other.now = room.now;
    let preview = other.preview_of(text);
    assert!(
        preview.skipped.is_empty() && !preview.zone_guessed,
        "{text}"
    );
    let file = other.file(text);
    file.import(other.open.database_mut(), &all_of(&preview), &other.now)
        .unwrap();
    other
}

#[derive(Debug, Clone)]
struct Made {
    details: EventDetails,
    /// Which of the dates are cancelled, moved, left out.
    cancelled: Vec<usize>,
    moved: Vec<(usize, i64, u32)>,
}

fn word() -> impl Strategy<Value = String> {
    "[a-zA-Z0-9,;:\\\\\" äé🌊=-]{0,60}".prop_map(|text| text.trim().to_owned())
}

fn made() -> impl Strategy<Value = Made> {
    let zones = prop::sample::select(vec![
        "America/New_York",
        "Europe/Berlin",
        "Australia/Lord_Howe",
        "Pacific/Apia",
        "Asia/Kathmandu",
        "America/Sao_Paulo",
        "UTC",
    ]);
    let days = prop::sample::subsequence(
        vec![
            Weekday::Mo,
            Weekday::Tu,
            Weekday::We,
            Weekday::Fr,
            Weekday::Su,
        ],
        1..4,
    );
    let rule = prop::option::weighted(0.7, (1_u16..4, days, prop::option::of(30_u64..900)));
    (
        (any::<bool>(), 0_u64..4000, 0_u32..96, 1_u32..600),
        (
            word(),
            word(),
            word(),
            prop::sample::select(EventKind::ALL.to_vec()),
        ),
        rule,
        zones,
        prop::collection::vec(0_usize..8, 0..3),
        prop::collection::vec((0_usize..8, -3000_i64..3000, 1_u32..500), 0..3),
    )
        .prop_map(|(when, words, rule, zone, cancelled, moved)| {
            let (is_all_day, day, quarter, minutes) = when;
            let all_day = is_all_day && minutes % 3 == 0;
            let first = at("2020-01-01 00:00").date();
            let date = first + chrono::Days::new(day);
            let details = EventDetails {
                kind: words.3,
                summary: words.0,
                location: words.1,
                description: words.2,
                room: String::new(),
                date: date.to_string(),
                time: (!all_day).then(|| format!("{:02}:{:02}", quarter / 4, quarter % 4 * 15)),
                all_day,
                minutes: if all_day {
                    1440 * (1 + minutes % 3)
                } else {
                    minutes
                },
                zone: Some(zone.to_owned()),
                rule: rule.and_then(|(interval, weekdays, until)| {
                    let until = until.map(|days| (date + chrono::Days::new(days)).to_string());
                    every(interval, &weekdays, until.as_deref())
                }),
                ..single("2026-11-30")
            };
            Made {
                details,
                cancelled,
                moved,
            }
        })
}

#[test]
fn what_was_written_is_read_as_the_same() {
    let cases = pick(64, 600, full()) as u32;
    let mut runner = TestRunner::new(Config::with_cases(cases));
    let outcome = runner.run(&prop::collection::vec(made(), 1..4), |all| {
        let mut room = room();
        for made in &all {
            let id = match room.change(None, None, Scope::All, &made.details) {
                Ok(changed) => changed.event,
                // An UNTIL before the first of its weekdays.
                Err(_) => continue,
            };
            change_some(&mut room, id, made);
        }
        let text = room.written();
        let preview = room.preview_of(&text);
        for event in &preview.events {
            prop_assert_eq!(event.change, IcsChange::Same, "{}", text);
        }
        let other = read_elsewhere(&text, &room);
        for (from, until) in [
            ("2020-01-01", "2020-12-31"),
            ("2026-10-01", "2027-04-30"),
            ("2030-01-01", "2031-01-31"),
        ] {
            let seen = |room: &Room| -> Vec<_> {
                let plan = room.plan(from, until).into_iter();
                let mut plan: Vec<_> = plan
                    .map(|one| {
                        format!(
                            "{} {} {} {:?} {:?}",
                            one.starts_ms, one.ends_ms, one.summary, one.status, one.kind
                        )
                    })
                    .collect();
                plan.sort();
                plan
            };
            prop_assert_eq!(seen(&room), seen(&other), "{}", &text);
        }
        prop_assert_eq!(other.written(), text, "written again, it is the same file");
        Ok(())
    });
    outcome.unwrap();
}

/// Cancels some occurrences and moves others.
fn change_some(room: &mut Room, id: i64, made: &Made) {
    let first = &made.details.date;
    let last = at(&format!("{first} 00:00")).date() + chrono::Days::new(60);
    let plan = room.plan(first, &last.to_string());
    let ids: Vec<_> = plan
        .iter()
        .filter(|one| one.event == id && one.recurs)
        .map(|one| one.recurrence_id.clone())
        .collect();
    if made.details.rule.is_none() || made.details.all_day {
        return;
    }
    for (which, shift, minutes) in &made.moved {
        if let Some(recurrence_id) = ids.get(*which) {
            let to = at(recurrence_id) + chrono::TimeDelta::minutes(*shift);
            let details = EventDetails {
                date: to.date().to_string(),
                time: Some(to.format("%H:%M").to_string()),
                minutes: *minutes,
                rule: Some(RuleRequest::Keep { keep: true }),
                zone: None,
                ..room.event(id, Some(recurrence_id)).details
            };
            room.change(Some(id), Some(recurrence_id), Scope::This, &details)
                .unwrap();
        }
    }
    for which in &made.cancelled {
        if let Some(recurrence_id) = ids.get(*which) {
            room.cancel_event(id, recurrence_id, Scope::This);
        }
    }
}
