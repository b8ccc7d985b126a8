//! What a file may say, and what it is taken to mean.

use evenkeel_core::schedule::ics::IcsFaultKind;

use super::{calendar, event, events};
use crate::practising::Room;
use crate::schedule::{room, shown};

/// What is planned in the year 2026 when these lines are one event.
fn times(lines: &str) -> Vec<String> {
    times_of(&event(lines))
}

fn times_of(file: &str) -> Vec<String> {
    let mut room = room();
    room.take_in(file);
    year(&room)
}

fn year(room: &Room) -> Vec<String> {
    let mut times = Vec::new();
    for one in room.plan("2026-01-01", "2026-12-31") {
        let end = one.end_time.as_deref().unwrap_or(&one.end_date);
        let time = format!("{} to {end}", shown(&one));
        if times.last() != Some(&time) {
            times.push(time);
        }
    }
    times
}

#[test]
fn an_end_a_length_or_neither_says_how_long() {
    let start = "DTSTART;TZID=America/New_York:20261201T173000";
    for (lines, end) in [
        ("DTEND;TZID=America/New_York:20261201T203000", "20:30"),
        ("DTEND:20261202T013000Z", "20:30"),
        ("DTEND;TZID=America/Chicago:20261201T193000", "20:30"),
        ("DURATION:PT3H", "20:30"),
        ("DURATION:PT1H30M", "19:00"),
        ("DURATION:P0DT0H45M0S", "18:15"),
        ("DURATION:P1W", "17:30"),
        ("DTEND;TZID=America/New_York:20261201T182930", "18:30"),
        ("SUMMARY:Neither", "18:30"),
        ("DTEND;TZID=America/New_York:20261201T173000", "18:30"),
        ("DTEND;TZID=America/New_York:20261201T163000", "18:30"),
        ("DURATION:-PT15M", "18:30"),
        ("DURATION:soon", "18:30"),
    ] {
        let found = times(&format!("{start}\n{lines}"));
        assert_eq!(found[0], format!("2026-12-01 17:30 to {end}"), "{lines}");
    }
}

#[test]
fn an_event_that_is_all_day_has_whole_days() {
    let start = "DTSTART;VALUE=DATE:20261201";
    for (lines, last) in [
        ("", "2026-12-01"),
        ("DTEND;VALUE=DATE:20261202", "2026-12-01"),
        ("DTEND;VALUE=DATE:20261204", "2026-12-03"),
        ("DURATION:P2D", "2026-12-02"),
        ("DURATION:PT36H", "2026-12-02"),
        ("DTEND;VALUE=DATE:20261201", "2026-12-01"),
    ] {
        let found = times(&format!("{start}\n{lines}"));
        assert_eq!(found, [format!("2026-12-01 all day to {last}")], "{lines}");
    }
}

#[test]
fn a_single_event_in_utc_is_shown_at_home() {
    assert_eq!(
        times("DTSTART:20261201T223000Z\nDTEND:20261202T013000Z"),
        ["2026-12-01 17:30 to 20:30"]
    );
    let mut room = room();
    room.take_in(event("DTSTART:20261201T223000Z"));
    let zone = room.event(1, None).details.zone;
    assert_eq!(zone.as_deref(), Some("America/New_York"));
    // The second half past one of the night in which the clock is set back.
    let mut room = self::room();
    room.take_in(event("DTSTART:20261101T063000Z\nDURATION:PT1H"));
    assert_eq!(room.event(1, None).details.zone.as_deref(), Some("UTC"));
    assert_eq!(
        room.plan("2026-11-01", "2026-11-01")[0].starts_ms,
        1_793_514_600_000
    );
}

#[test]
fn what_repeats_in_utc_stays_in_utc() {
    let found = times("DTSTART:20261026T213000Z\nDURATION:PT1H\nRRULE:FREQ=WEEKLY;COUNT=2");
    assert_eq!(
        found,
        ["2026-10-26 17:30 to 18:30", "2026-11-02 16:30 to 17:30"],
        "the clock at home changed in between"
    );
}

#[test]
fn the_last_moment_of_a_rule_is_the_one_of_its_own_clock() {
    let start = "DTSTART;TZID=America/New_York:20261201T190000\nDURATION:PT1H";
    for (until, dates) in [
        // 18:59:59 and 19:00 in New York.
        ("20261208T235959Z", 1),
        ("20261209T000000Z", 2),
        ("20261208", 2),
        ("20261208T190000", 2),
        ("20261208T185959", 1),
    ] {
        let found = times(&format!("{start}\nRRULE:FREQ=WEEKLY;UNTIL={until}"));
        assert_eq!(found.len(), dates, "{until}: {found:?}");
    }
    let all_day = "DTSTART;VALUE=DATE:20261201\nRRULE:FREQ=WEEKLY;UNTIL=20261208";
    assert_eq!(times(all_day).len(), 2);
    assert_eq!(times(&format!("{all_day}T000000Z")).len(), 2);
}

#[test]
fn a_start_that_the_rule_does_not_have_counts() {
    // The 2nd of December is a Wednesday.
    let found = times("DTSTART:20261202T090000\nRRULE:FREQ=WEEKLY;BYDAY=TU,TH;COUNT=3");
    assert_eq!(
        found,
        [
            "2026-12-02 09:00 to 10:00",
            "2026-12-03 09:00 to 10:00",
            "2026-12-08 09:00 to 10:00",
            "2026-12-10 09:00 to 10:00",
        ]
    );
}

#[test]
fn dates_are_left_out_and_put_in_whatever_clock_they_are_told_by() {
    let series = "DTSTART;TZID=America/New_York:20261201T173000\nDURATION:PT1H\n\
                  RRULE:FREQ=DAILY;COUNT=6";
    let found = times(&format!(
        "{series}\nEXDATE:20261201T223000Z\nEXDATE;VALUE=DATE:20261202,20261203\n\
         EXDATE;TZID=America/Los_Angeles:20261204T143000\n\
         RDATE;TZID=America/New_York:20261220T100000\nRDATE;VALUE=DATE:20261221\n\
         RDATE;VALUE=PERIOD:20261222T150000Z/PT3H,20261223T150000Z/20261223T153000Z"
    ));
    assert_eq!(
        found,
        [
            "2026-12-05 17:30 to 18:30",
            "2026-12-06 17:30 to 18:30",
            "2026-12-20 10:00 to 11:00",
            "2026-12-21 17:30 to 18:30",
            "2026-12-22 10:00 to 13:00",
            "2026-12-23 10:00 to 10:30",
        ]
    );
}

#[test]
fn one_occurrence_may_be_moved_renamed_or_cancelled() {
    let file = calendar(&events(&[
        (
            "one",
            "DTSTART;TZID=America/New_York:20261201T173000\nDURATION:PT1H\n\
             RRULE:FREQ=WEEKLY;COUNT=5\nSUMMARY:Group\nLOCATION:Room 2",
        ),
        (
            "one",
            "RECURRENCE-ID:20261208T223000Z\nDTSTART:20261209T150000Z\nDTEND:20261209T160000Z",
        ),
        (
            "one",
            "RECURRENCE-ID;TZID=America/New_York:20261215T173000\nSTATUS:CANCELLED\n\
             DTSTART;TZID=America/New_York:20261215T173000",
        ),
        (
            "one",
            "RECURRENCE-ID;TZID=America/New_York:20261222T173000\nSUMMARY:Party\nLOCATION:\n\
             DTSTART;TZID=America/New_York:20261222T173000\nDURATION:PT2H",
        ),
        // No date of the series.
        (
            "one",
            "RECURRENCE-ID;TZID=America/New_York:20261223T090000\n\
             DTSTART;TZID=America/New_York:20261223T100000",
        ),
        (
            "one",
            "RECURRENCE-ID:20261224T223000Z\nSTATUS:CANCELLED\nDTSTART:20261224T223000Z",
        ),
    ]));
    let mut room = room();
    let done = room.take_in(&file);
    assert_eq!(done.new, 1);
    assert_eq!(
        year(&room),
        [
            "2026-12-01 17:30 to 18:30",
            "2026-12-09 10:00 to 11:00",
            "2026-12-15 17:30 cancelled to 18:30",
            "2026-12-22 17:30 to 19:30",
            "2026-12-23 10:00 to 11:00",
            "2026-12-29 17:30 to 18:30",
        ]
    );
    let plan = room.plan("2026-12-09", "2026-12-22");
    let words: Vec<_> = plan
        .iter()
        .map(|one| (one.summary.as_str(), one.location.as_str()))
        .collect();
    assert_eq!(
        words,
        [("Group", "Room 2"), ("Group", "Room 2"), ("Party", "")]
    );
}

#[test]
fn a_series_goes_on_otherwise_from_one_date_on() {
    let series = "DTSTART;TZID=America/New_York:20261102T173000\nDURATION:PT1H\n\
                  RRULE:FREQ=WEEKLY;COUNT=6\nSUMMARY:Group";
    let later = "RECURRENCE-ID;RANGE=THISANDFUTURE;TZID=America/New_York:20261116T173000\n";
    let start = "DTSTART;TZID=America/New_York:";
    let file = |later: &str| calendar(&events(&[("one", series), ("one", later)]));
    let hours = format!("{later}{start}20261116T180000\nDURATION:PT2H\nSUMMARY:Late group");
    assert_eq!(
        times_of(&file(&hours)),
        [
            "2026-11-02 17:30 to 18:30",
            "2026-11-09 17:30 to 18:30",
            "2026-11-16 18:00 to 20:00",
            "2026-11-23 18:00 to 20:00",
            "2026-11-30 18:00 to 20:00",
            "2026-12-07 18:00 to 20:00",
        ]
    );
    let days = format!("{later}{start}20261118T173000\nDURATION:PT1H");
    assert_eq!(
        times_of(&file(&days))[2..],
        [
            "2026-11-18 17:30 to 18:30",
            "2026-11-25 17:30 to 18:30",
            "2026-12-02 17:30 to 18:30",
            "2026-12-09 17:30 to 18:30",
        ]
    );
    let over = format!("{later}{start}20261116T173000\nSTATUS:CANCELLED");
    assert_eq!(times_of(&file(&over)).len(), 2);
}

#[test]
fn an_occurrence_without_its_series_is_an_event() {
    let found = times(
        "RECURRENCE-ID;TZID=America/New_York:20261208T173000\n\
         DTSTART;TZID=America/New_York:20261209T100000\nSUMMARY:Group",
    );
    assert_eq!(found, ["2026-12-09 10:00 to 11:00"]);
}

#[test]
fn the_later_version_of_an_event_holds() {
    let at = |hour: u32, version: u32| {
        format!("DTSTART:20261201T{hour}0000\nDURATION:PT1H\nSEQUENCE:{version}")
    };
    let (old, new) = (at(10, 1), at(12, 2));
    for file in [
        [("one", &*old), ("one", &*new)],
        [("one", &*new), ("one", &*old)],
    ] {
        assert_eq!(
            times_of(&calendar(&events(&file))),
            ["2026-12-01 12:00 to 13:00"]
        );
    }
}

#[test]
fn texts_are_unfolded_and_unescaped_and_only_pages_are_links() {
    let mut room = room();
    let folded = "SUMMARY:Caf\u{e9}\\, room\\; \\\"A\\\"\\nupstairs";
    let file = event(&format!(
        "DTSTART:20261201T100000\n{folded}\nDESCRIPTION:One\\ntwo\\\\n\\Nthree\u{7}\u{202e} four\n\
         URL:javascript:alert(1)\nLOCATION:<script>alert(1)</script>"
    ));
    // A fold may fall into the middle of a letter.
    let mut bytes = file.into_bytes();
    let letter = bytes
        .windows(2)
        .position(|pair| pair == "\u{e9}".as_bytes())
        .unwrap();
    for (offset, byte) in b"\r\n ".iter().enumerate() {
        bytes.insert(letter + 1 + offset, *byte);
    }
    room.take_in(&bytes);
    let details = room.event(1, None).details;
    assert_eq!(details.summary, "Caf\u{e9}, room; \"A\" upstairs");
    assert_eq!(details.description, "One\ntwo\\n\nthree four");
    assert_eq!(
        details.location, "<script>alert(1)</script>",
        "words, whatever they are"
    );
    assert_eq!(details.link, "");
}

#[test]
fn what_cannot_be_taken_in_is_named_and_the_rest_is_read() {
    let long = format!("DTSTART:20261201T100000\nDURATION:P{}D", 400);
    let many: Vec<_> = (0..10_001)
        .map(|number| {
            format!(
                "2026{:02}01T{:02}{:02}{:02}",
                1 + number / 3600 % 12,
                number / 3600,
                number / 60 % 60,
                number % 60
            )
        })
        .collect();
    let many = format!("DTSTART:20261201T100000\nEXDATE:{}", many.join(","));
    for (lines, what) in [
        ("SUMMARY:No start", IcsFaultKind::Start),
        ("DTSTART:tomorrow", IcsFaultKind::Start),
        ("DTSTART:20261301T100000", IcsFaultKind::Start),
        ("DTSTART:16011201T100000", IcsFaultKind::Start),
        (&*long, IcsFaultKind::Length),
        (&*many, IcsFaultKind::Dates),
        (
            "DTSTART:20261201T100000\nRRULE:FREQ=HOURLY",
            IcsFaultKind::Rule,
        ),
        (
            "DTSTART:20261201T100000\nRRULE:FREQ=DAILY;INTERVAL=0",
            IcsFaultKind::Rule,
        ),
        (
            "DTSTART:20261201T100000\nRRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
            IcsFaultKind::Rule,
        ),
        (
            "DTSTART:20261201T100000\nRRULE:FREQ=DAILY\nEXRULE:FREQ=WEEKLY",
            IcsFaultKind::Rule,
        ),
        (
            "DTSTART:20261201T100000\nRRULE:FREQ=DAILY\nRRULE:FREQ=WEEKLY",
            IcsFaultKind::Rule,
        ),
        (
            "DTSTART;VALUE=DATE:20261201\nRRULE:FREQ=DAILY;BYHOUR=9,17",
            IcsFaultKind::Rule,
        ),
    ] {
        let fine = "DTSTART:20261201T100000";
        let file = calendar(&events(&[("bad", lines), ("fine", fine)]));
        let preview = room().preview_of(file);
        let uids: Vec<_> = preview.events.iter().map(|event| &*event.uid).collect();
        assert_eq!(uids, ["fine"], "{:.60}", lines);
        let skipped: Vec<_> = preview
            .skipped
            .iter()
            .map(|fault| (fault.line, fault.what))
            .collect();
        assert_eq!(skipped, [(4, what)], "{:.60}", lines);
    }
    let nameless = calendar("BEGIN:VEVENT\nSUMMARY:Lunch\nDTSTART:20261201T100000\nEND:VEVENT");
    let preview = room().preview_of(nameless);
    assert_eq!(preview.skipped[0].what, IcsFaultKind::Name);
    assert_eq!(preview.skipped[0].summary, "Lunch");
}
