//! Rules: which are taken, what the editor shows of them, when they happen.

use evenkeel_core::error::ErrorCode;
use evenkeel_core::schedule::{Frequency, MOST_DATES, Rule, Weekday};

use super::{at, day, every, room, rule, single, weekly};
use crate::fixture::assert_code;
use crate::practising::json;

fn dates(text: &str, start: &str, last: &str) -> Vec<String> {
    let dates = rule(text).expand(at(start), at(last));
    dates
        .iter()
        .map(|date| date.format("%m-%d %H:%M").to_string())
        .collect()
}

#[test]
fn the_programme_of_a_person_happens_when_it_should() {
    let cases: &[(&str, &str, &[&str])] = &[
        (
            "FREQ=WEEKLY;BYDAY=MO,WE,TH",
            "2026-11-02 17:30",
            &[
                "11-02 17:30",
                "11-04 17:30",
                "11-05 17:30",
                "11-09 17:30",
                "11-11 17:30",
            ],
        ),
        (
            "FREQ=WEEKLY;INTERVAL=2;BYDAY=SA",
            "2026-10-31 10:00",
            &["10-31 10:00", "11-14 10:00"],
        ),
        (
            "FREQ=WEEKLY;COUNT=2",
            "2026-11-03 16:00",
            &["11-03 16:00", "11-10 16:00"],
        ),
        (
            "FREQ=MONTHLY;BYDAY=-1FR",
            "2026-10-30 09:00",
            &["10-30 09:00"],
        ),
        (
            "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1",
            "2026-10-30 09:00",
            &["10-30 09:00"],
        ),
        (
            "FREQ=DAILY;BYHOUR=9,17;INTERVAL=5",
            "2026-11-01 09:00",
            &[
                "11-01 09:00",
                "11-01 17:00",
                "11-06 09:00",
                "11-06 17:00",
                "11-11 09:00",
            ],
        ),
    ];
    for (text, start, expected) in cases {
        let mut found = dates(text, start, "2026-11-14 12:00");
        found.truncate(5);
        assert_eq!(found, *expected, "{text}");
    }
}

#[test]
fn a_start_that_its_rule_does_not_have_is_no_date_of_it() {
    assert_eq!(
        dates(
            "FREQ=WEEKLY;BYDAY=MO",
            "2026-11-04 09:00",
            "2026-11-12 00:00"
        ),
        ["11-09 09:00"]
    );
}

#[test]
fn a_date_in_until_means_all_of_that_day_and_a_utc_time_the_wall_clock_then() {
    let text = "FREQ=DAILY;UNTIL=20261103";
    assert_eq!(
        dates(text, "2026-11-02 23:30", "2026-12-01 00:00"),
        ["11-02 23:30", "11-03 23:30"]
    );
    let zone = chrono_tz::America::New_York;
    let utc = Rule::parse("FREQ=DAILY;UNTIL=20261103T013000Z", Some(zone)).unwrap();
    assert_eq!(utc.text(), "FREQ=DAILY;UNTIL=20261102T203000");
    assert_eq!(utc.until(), Some(at("2026-11-02 20:30")));
    let all_day = Rule::parse("FREQ=DAILY;UNTIL=20261103T000000Z", None).unwrap();
    assert_eq!(all_day.until(), Some(at("2026-11-03 00:00")));
}

#[test]
fn rules_that_cannot_be_followed_are_refused() {
    for text in [
        "",
        ";",
        "WEEKLY",
        "INTERVAL=2",
        "FREQ=",
        "FREQ=HOURLY",
        "FREQ=MINUTELY",
        "FREQ=SECONDLY",
        "FREQ=FORTNIGHTLY",
        "FREQ=WEEKLY;FREQ=DAILY",
        "FREQ=DAILY;INTERVAL=0",
        "FREQ=DAILY;INTERVAL=-1",
        "FREQ=DAILY;INTERVAL=99999999999",
        "FREQ=DAILY;COUNT=0",
        "FREQ=DAILY;COUNT=3;UNTIL=20260101",
        "FREQ=DAILY;UNTIL=20261301",
        "FREQ=DAILY;UNTIL=tomorrow",
        "FREQ=DAILY;UNTIL=00010101",
        "FREQ=WEEKLY;BYDAY=XX",
        "FREQ=WEEKLY;BYDAY=",
        "FREQ=WEEKLY;BYDAY=2MO",
        "FREQ=MONTHLY;BYDAY=0MO",
        "FREQ=MONTHLY;BYDAY=54MO",
        "FREQ=MONTHLY;BYDAY=\u{e9}",
        "FREQ=MONTHLY;BYMONTHDAY=0",
        "FREQ=MONTHLY;BYMONTHDAY=32",
        "FREQ=MONTHLY;BYMONTHDAY=300",
        "FREQ=MONTHLY;BYWEEKNO=3",
        "FREQ=YEARLY;BYWEEKNO=54",
        "FREQ=YEARLY;BYMONTH=13",
        "FREQ=DAILY;BYHOUR=24",
        "FREQ=DAILY;BYMINUTE=60",
        "FREQ=DAILY;BYSECOND=30",
        "FREQ=YEARLY;RSCALE=HEBREW",
        "RSCALE=GREGORIAN;FREQ=MONTHLY;SKIP=BACKWARD",
        "FREQ=DAILY\nSUMMARY:no",
        "FREQ=DAILY;X-OWN=1",
    ] {
        assert_code(Rule::parse(text, None), ErrorCode::Invalid);
    }
    let long = format!("FREQ=YEARLY;BYYEARDAY={}", ["1"; 2_000].join(","));
    assert_code(Rule::parse(&long, None), ErrorCode::Invalid);
}

#[test]
fn case_spaces_and_an_end_are_no_fault() {
    let rule = rule(" freq=weekly; byday = mo , TH;");
    assert_eq!(rule.view().weekdays, [Weekday::Mo, Weekday::Th]);
}

#[test]
fn a_rule_without_a_date_is_refused() {
    for text in [
        "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
        "FREQ=DAILY;UNTIL=20200101",
        "FREQ=MONTHLY;BYDAY=MO;BYSETPOS=31",
    ] {
        assert_code(rule(text).first(at("2026-11-02 09:00")), ErrorCode::Invalid);
    }
    let mut room = room();
    let mut details = weekly("2026-11-30", &[Weekday::Mo]);
    details.rule = every(1, &[Weekday::Mo], Some("2026-11-01"));
    let refused = room.change(None, None, evenkeel_core::schedule::Scope::All, &details);
    assert_code(refused, ErrorCode::Invalid);
    assert!(room.plan("2026-01-01", "2026-12-31").is_empty());
}

#[test]
fn the_rarest_date_that_anybody_means_is_found() {
    let leap = rule("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29;BYDAY=SU");
    let first = leap.first(at("2026-11-02 09:00")).unwrap();
    assert_eq!(first.date(), day("2032-02-29"));
    let next = leap.first(at("2032-03-01 09:00")).unwrap();
    assert_eq!(next.date(), day("2060-02-29"));
}

#[test]
fn no_rule_gives_more_dates_than_a_person_has() {
    let started = std::time::Instant::now();
    for text in [
        "FREQ=DAILY;BYHOUR=0,1,2,3,4,5,6,7,8,9;BYMINUTE=0,1,2,3,4,5,6,7,8,9",
        "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
        "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30",
        "FREQ=DAILY",
        "FREQ=YEARLY;INTERVAL=1000;BYWEEKNO=53;BYDAY=MO;BYSETPOS=-300",
    ] {
        let dates = rule(text).expand(at("1900-01-01 00:00"), at("9999-12-31 00:00"));
        assert!(dates.len() <= MOST_DATES, "{text}");
    }
    assert!(started.elapsed().as_secs() < 20, "{:?}", started.elapsed());
}

#[test]
fn the_editor_shows_weekly_rules_and_leaves_others_as_they_are() {
    let plain = rule("FREQ=WEEKLY;INTERVAL=2;BYDAY=TH,MO;UNTIL=20261231").view();
    assert_eq!(
        json(&plain),
        serde_json::json!({
            "frequency": "weekly", "interval": 2, "weekdays": ["mo", "th"],
            "until": "2026-12-31", "count": null, "plain": true,
        })
    );
    for (text, expected) in [
        ("FREQ=WEEKLY;BYDAY=MO;WKST=SU", true),
        ("FREQ=WEEKLY;INTERVAL=2;BYDAY=MO;WKST=MO", true),
        ("FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,SU;WKST=SU", false),
        ("FREQ=WEEKLY", false),
        ("FREQ=WEEKLY;BYDAY=MO;COUNT=3", false),
        ("FREQ=WEEKLY;BYDAY=MO;BYMONTH=3", false),
        ("FREQ=DAILY;BYDAY=MO", false),
        ("FREQ=MONTHLY;BYDAY=2MO", false),
    ] {
        assert_eq!(rule(text).view().plain, expected, "{text}");
    }
    let monthly = rule("FREQ=MONTHLY;BYDAY=2MO,TU;COUNT=7").view();
    assert_eq!(monthly.frequency, Frequency::Monthly);
    assert_eq!(
        (monthly.weekdays, monthly.count),
        (vec![Weekday::Tu], Some(7))
    );
}

#[test]
fn a_new_event_starts_on_the_first_day_of_its_rule() {
    let mut room = room();
    let event = room.add_event(&weekly("2026-11-24", &[Weekday::Mo, Weekday::Th]));
    assert_eq!(
        room.times("2026-11-23", "2026-12-01"),
        ["2026-11-26 17:30", "2026-11-30 17:30"]
    );
    assert_eq!(room.event(event, None).details.date, "2026-11-26");
}

#[test]
fn an_event_on_dates_has_these_dates() {
    let mut room = room();
    let mut details = single("2026-12-10");
    details.dates = Some(
        ["2026-12-17", "2026-12-03", "2026-12-10"]
            .map(str::to_owned)
            .into(),
    );
    let event = room.add_event(&details);
    assert_eq!(
        room.times("2026-11-01", "2026-12-31"),
        ["2026-12-03 17:30", "2026-12-10 17:30", "2026-12-17 17:30"]
    );
    let shown = room.event(event, Some("2026-12-17 17:30"));
    assert_eq!(shown.details.date, "2026-12-03");
    assert_eq!(shown.details.dates.unwrap(), ["2026-12-10", "2026-12-17"]);
    assert!(shown.occurrence.recurs && !shown.first && shown.rule.is_none());
}
