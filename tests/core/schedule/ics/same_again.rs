//! What was taken in is found again: in the same file, and in the one that the app writes of it.
//! Most of these were found by `./dev fuzz`.

use evenkeel_core::schedule::ics::IcsChange;

use super::{calendar, events};
use crate::practising::Room;
use crate::schedule::room;

/// Takes a file in; then asserts that the same file changes nothing, and that what is written of it
/// changes nothing here and shows the same elsewhere. Answers what happens in some days.
#[track_caller]
fn same_again(file: &str, from: &str, until: &str) -> Vec<String> {
    let mut here = room();
    here.take_in(file);
    let written = here.written();
    for (what, again) in [("the file", file), ("what was written", &written)] {
        let preview = here.preview_of(again);
        assert!(preview.skipped.is_empty(), "{what}: {again}");
        for event in preview.events {
            assert_eq!(event.change, IcsChange::Same, "{what}: {again}");
        }
    }
    let mut elsewhere = room();
    elsewhere.take_in(&written);
    let seen = |room: &Room| -> Vec<_> {
        let plan = room.plan(from, until).into_iter();
        plan.map(|one| format!("{}-{} {}", one.starts_ms, one.ends_ms, one.link))
            .collect()
    };
    assert_eq!(seen(&here), seen(&elsewhere), "{written}");
    here.times(from, until)
}

#[track_caller]
fn one_again(lines: &str, from: &str, until: &str) -> Vec<String> {
    same_again(&calendar(&events(&[("one", lines)])), from, until)
}

/// A comma in a name is written with a backslash, and a tab not at all.
#[test]
fn an_event_of_any_name_is_found_again() {
    for name in [
        "one,two;three",
        "one\\,two\\;three",
        "back\\\\slash",
        "a\ttab and a\u{7}bell",
        "\u{202e}turned",
        &"n".repeat(500),
    ] {
        let one = events(&[(name, "DTSTART:20261201T100000\nRRULE:FREQ=DAILY;COUNT=2")]);
        let times = same_again(&calendar(&one), "2026-12-01", "2026-12-31");
        assert_eq!(times, ["2026-12-01 10:00", "2026-12-02 10:00"], "{name:?}");
    }
}

#[test]
fn an_event_with_a_name_too_long_to_go_on_under_is_named_as_it_cannot_be_followed() {
    let name = "n".repeat(490);
    let file = calendar(&events(&[
        (&name, "DTSTART:20261201T100000\nRRULE:FREQ=DAILY;COUNT=3"),
        (
            &name,
            "RECURRENCE-ID;RANGE=THISANDFUTURE:20261202T100000\nDTSTART:20261202T120000",
        ),
    ]));
    assert_eq!(room().preview_of(file).skipped.len(), 1);
}

#[test]
fn a_date_that_is_put_in_and_left_out_is_left_out() {
    let lines = "DTSTART:20261202T100000\n\
                 RDATE;VALUE=PERIOD:20261203T100000/PT2H,20261204T100000/PT3H\n\
                 EXDATE:20261203T100000";
    assert_eq!(
        one_again(lines, "2026-12-01", "2026-12-31"),
        ["2026-12-02 10:00", "2026-12-04 10:00"]
    );
}

#[test]
fn a_start_that_is_left_out_and_that_its_rule_does_not_have_is_none() {
    let lines = "DTSTART:20261202T100000\nRRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=MO;COUNT=2\n\
                 EXDATE:20261202T100000";
    assert_eq!(
        one_again(lines, "2026-11-30", "2026-12-31"),
        ["2026-12-14 10:00", "2026-12-28 10:00"]
    );
}

/// In UTC, the end would be past the hour that the clock skips, and a session more would be before.
#[test]
fn a_rule_may_end_in_the_hour_that_a_clock_skips() {
    let lines = "DTSTART;TZID=America/New_York:20260306T030000\n\
                 RRULE:FREQ=DAILY;UNTIL=20260308T023000";
    assert_eq!(
        one_again(lines, "2026-03-01", "2026-03-31"),
        ["2026-03-06 03:00", "2026-03-07 03:00"]
    );
}

/// East of Greenwich it is the year 10000 then; west of it, in UTC.
#[test]
fn a_rule_may_end_with_the_last_moment_of_all() {
    for zone in ["America/New_York", "Europe/Berlin"] {
        for until in ["99991231", "99991231T235959", "99991231T235959Z"] {
            let lines =
                format!("DTSTART;TZID={zone}:20261201T120000\nRRULE:FREQ=YEARLY;UNTIL={until}");
            let times = one_again(&lines, "2199-12-01", "2199-12-02");
            assert_eq!(times.len(), 1, "{zone} {until}");
        }
    }
}

/// The first and the last year that a date may be in are other ones on other clocks.
#[test]
fn no_date_leaves_its_years_on_another_clock() {
    let file = |lines: &str| calendar(&events(&[("one", lines)]));
    let preview = room().preview_of(file("DTSTART:19000101T000000Z"));
    assert_eq!((preview.events.len(), preview.skipped.len()), (0, 1));

    let dates = "DTSTART;TZID=America/New_York:19000102T010000\nRDATE:19000101T000000Z";
    let times = one_again(dates, "1900-01-01", "1900-01-31");
    assert_eq!(times, ["1900-01-02 01:00"]);

    let later = calendar(&events(&[
        ("one", "DTSTART:20261201T100000\nRRULE:FREQ=DAILY;COUNT=5"),
        (
            "one",
            "RECURRENCE-ID;RANGE=THISANDFUTURE:20261203T100000\nDTSTART:22001231T235959",
        ),
    ]));
    let times = same_again(&later, "2026-12-01", "2026-12-31");
    assert_eq!(times, ["2026-12-01 10:00", "2026-12-02 10:00"]);
}

#[test]
fn a_place_that_is_a_page_is_the_link_where_another_is_taken_away() {
    let file = calendar(&events(&[
        (
            "one",
            "DTSTART:20261202T100000\nRRULE:FREQ=DAILY;COUNT=2\nLOCATION:https://a.example\n\
             URL:https://b.example",
        ),
        ("one", "RECURRENCE-ID:20261203T100000\nURL:none"),
    ]));
    same_again(&file, "2026-12-01", "2026-12-31");
    let mut room = room();
    room.take_in(&file);
    let plan = room.plan("2026-12-01", "2026-12-31");
    let links: Vec<_> = plan.iter().map(|one| one.link.as_str()).collect();
    assert_eq!(links, ["https://b.example", "https://a.example"]);
}

/// Its clock has not changed for long: the last change that its rules describe stays.
#[test]
fn a_zone_that_no_longer_changes_its_clock_is_known_by_its_last_change() {
    let lines = "DTSTART;TZID=PRC:19850301T023000\nRDATE;TZID=PRC:20300301T023000";
    let times = one_again(lines, "2030-02-01", "2030-03-31");
    assert_eq!(times, ["2030-02-28 13:30"]);
}
