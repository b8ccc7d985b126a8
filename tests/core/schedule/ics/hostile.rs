//! Files that were not made by a calendar program, or were made to do harm.

use std::time::{Duration, Instant};

use evenkeel_core::error::ErrorCode;
use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};

use super::{all_of, calendar, event, events, fixture};
use crate::fixture::{assert_code, full, pick};
use crate::schedule::room;

const FIXTURES: [&str; 4] = ["google.ics", "outlook.ics", "outlook-web.ics", "apple.ics"];

/// No machine that runs the tests is so slow that an honest reading takes this long.
const LONGEST: Duration = Duration::from_secs(60);

#[test]
fn what_is_no_calendar_is_refused() {
    let room = room();
    let whole = String::from_utf8(fixture("google.ics")).unwrap();
    let (cut, _) = whole.split_at(whole.len() / 2);
    let nested = "BEGIN:VCALENDAR\n".repeat(50_000);
    let crossed = "BEGIN:VCALENDAR\nBEGIN:VEVENT\nEND:VCALENDAR\nEND:VEVENT\n";
    for file in [
        &b""[..],
        b"\xef\xbb\xbf",
        b"full_date,date,weekday,time,mood\n",
        b"<html><body>Sign in</body></html>",
        b"BEGIN:VCARD\nFN:Somebody\nEND:VCARD\n",
        b"BEGIN:VEVENT\nUID:one\nEND:VEVENT\n",
        b"BEGIN:VCALENDAR\nSUMMARY:\xff\xfe\nEND:VCALENDAR\n",
        "BEGIN:VCALENDAR\nEND:VCALENDAR\n"
            .replace('E', "E\0")
            .as_bytes(),
        cut.as_bytes(),
        nested.as_bytes(),
        crossed.as_bytes(),
    ] {
        assert_code(room.try_file(file), ErrorCode::Invalid);
    }
}

#[test]
fn an_empty_calendar_is_read_and_holds_nothing() {
    let preview = room().preview_of("BEGIN:VCALENDAR\nEND:VCALENDAR");
    assert!(preview.events.is_empty() && preview.skipped.is_empty());
    assert_eq!(preview.calendar.name, "Plan", "the name of the file");
}

#[test]
fn a_file_larger_than_any_persons_is_refused() {
    let room = room();
    let line = format!("SUMMARY:{}", "a".repeat(10 * 1024 * 1024));
    assert_code(room.try_file(event(&line)), ErrorCode::Invalid);
    let one = events(&[("one", "DTSTART:20261201T100000")]);
    assert_code(
        room.try_file(calendar(&vec![one; 10_001].join("\n"))),
        ErrorCode::Invalid,
    );
    let rules: Vec<_> = (0..2_001)
        .map(|number| {
            let uid = number.to_string();
            events(&[(&uid, "DTSTART:20261201T100000\nRRULE:FREQ=DAILY")])
        })
        .collect();
    assert_code(
        room.try_file(calendar(&rules.join("\n"))),
        ErrorCode::Invalid,
    );
}

#[test]
fn a_text_of_any_length_is_cut_and_a_line_of_any_length_is_read() {
    let mut room = room();
    let long = "ä".repeat(1024 * 1024);
    room.take_in(event(&format!("DTSTART:20261201T100000\nSUMMARY:{long}")));
    assert_eq!(room.event(1, None).details.summary.chars().count(), 10_000);
}

#[test]
fn ten_thousand_events_are_taken_in() {
    let mut room = room();
    let many: Vec<_> = (0..10_000)
        .map(|number| {
            let (day, hour) = (1 + number % 28, number / 28 % 24);
            let start = format!("DTSTART:202612{day:02}T{hour:02}0000\nSUMMARY:<b>{number}</b>");
            events(&[(&number.to_string(), &start)])
        })
        .collect();
    let begun = Instant::now();
    let done = room.take_in(calendar(&many.join("\n")));
    assert_eq!(done.new, 10_000);
    assert!(begun.elapsed() < LONGEST, "{:?}", begun.elapsed());
}

#[test]
fn rules_without_an_end_and_rules_that_hardly_ever_happen_take_bounded_time() {
    let rules = [
        "FREQ=DAILY",
        "FREQ=DAILY;BYHOUR=0,1,2,3,4,5,6,7,8,9,10,11;BYMINUTE=0,10,20,30,40,50",
        "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29;BYDAY=MO",
        "FREQ=YEARLY;BYWEEKNO=53;BYDAY=SU;BYMONTH=1",
        "FREQ=DAILY;INTERVAL=1000;BYMONTH=2;BYMONTHDAY=29",
        "FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13;BYMONTH=2",
        "FREQ=DAILY;UNTIL=99991231T235959Z",
        "FREQ=DAILY;COUNT=1000000",
    ];
    let many: Vec<_> = (0..200)
        .map(|number| {
            let rule = rules[number % rules.len()];
            let lines = format!("DTSTART:19010101T{:02}0000\nRRULE:{rule}", number % 24);
            events(&[(&number.to_string(), &lines)])
        })
        .collect();
    let mut room = room();
    let begun = Instant::now();
    room.take_in(calendar(&many.join("\n")));
    assert!(begun.elapsed() < LONGEST, "{:?}", begun.elapsed());
}

#[test]
fn zones_made_up_by_the_thousand_take_bounded_time() {
    let parts = "BEGIN:STANDARD\nDTSTART:16010101T000000\nTZOFFSETFROM:+0123\nTZOFFSETTO:+0124\n\
                 RRULE:FREQ=YEARLY;BYDAY=MO,TU,WE,TH,FR,SA,SU\nEND:STANDARD\n";
    let many: Vec<_> = (0..2_000)
        .map(|number| {
            let start = format!("DTSTART;TZID=zone-{number}:20261201T100000");
            let event = events(&[(&number.to_string(), &start)]);
            format!("BEGIN:VTIMEZONE\nTZID:zone-{number}\n{parts}END:VTIMEZONE\n{event}")
        })
        .collect();
    let begun = Instant::now();
    let preview = room().preview_of(calendar(&many.join("\n")));
    assert_eq!(preview.events.len(), 2_000);
    assert!(preview.zone_guessed);
    assert!(begun.elapsed() < LONGEST, "{:?}", begun.elapsed());
}

#[test]
fn a_choice_that_the_file_does_not_have_takes_nothing_in() {
    let mut room = room();
    let file = room.file(fixture("google.ics"));
    let mut request = all_of(&room.preview_of(fixture("google.ics")));
    request.events[1].uid = "another".to_owned();
    let done = file.import(room.open.database_mut(), &request, &room.now);
    assert_code(done, ErrorCode::Invalid);
    assert!(room.rows().1.is_empty(), "not even the calendar");
}

/// Reads a file, and takes it in if it can be read; nothing may panic or be half there.
fn survives(bytes: &[u8]) -> Result<(), TestCaseError> {
    let mut room = room();
    let Ok(file) = room.try_file(bytes) else {
        return Ok(());
    };
    let preview = file.preview(room.open.database(), &room.now);
    let request = all_of(&preview.map_err(|error| TestCaseError::fail(error.to_string()))?);
    let done = file.import(room.open.database_mut(), &request, &room.now);
    let done = done.map_err(|error| TestCaseError::fail(error.to_string()))?;
    room.times("2026-06-01", "2027-06-01");
    let written = room.written();
    prop_assert!(
        room.try_file(&written).is_ok(),
        "what was taken in can be written and read"
    );
    evenkeel_core::schedule::undo(room.open.database_mut(), &done.undo)
        .map_err(|error| TestCaseError::fail(error.to_string()))?;
    prop_assert!(room.rows().1.is_empty(), "and taken back");
    Ok(())
}

fn runner() -> TestRunner {
    TestRunner::new(Config::with_cases(pick(48, 1_000, full()) as u32))
}

#[test]
fn no_bytes_make_the_reading_panic() {
    let outcome = runner().run(&prop::collection::vec(any::<u8>(), 0..600), |bytes| {
        let framed = [b"BEGIN:VCALENDAR\r\n", &bytes[..], b"\r\nEND:VCALENDAR\r\n"].concat();
        survives(&bytes)?;
        survives(&framed)
    });
    outcome.unwrap();
}

#[test]
fn no_file_with_a_few_bytes_changed_makes_it_panic() {
    let changes = prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..6);
    let outcome = runner().run(&(0..FIXTURES.len(), changes), |(which, changes)| {
        let mut bytes = fixture(FIXTURES[which]);
        for (at, byte) in changes {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        survives(&bytes)
    });
    outcome.unwrap();
}

#[test]
fn no_file_with_lines_of_others_in_it_makes_it_panic() {
    let lines: Vec<String> = FIXTURES
        .iter()
        .flat_map(|name| {
            let text = String::from_utf8(fixture(name)).unwrap();
            text.lines().map(str::to_owned).collect::<Vec<_>>()
        })
        .filter(|line| !line.starts_with("BEGIN") && !line.starts_with("END"))
        .collect();
    let line = prop_oneof![
        4 => prop::sample::select(lines),
        1 => "(RRULE:FREQ=(DAILY|WEEKLY|MONTHLY|YEARLY)(;(INTERVAL|COUNT)=[0-9]{1,3})?(;BYDAY=(-?[0-6])?(MO|FR))?)",
        1 => "(DTSTART|DTEND|RDATE|EXDATE|RECURRENCE-ID)(;TZID=[A-Z][a-z]{2,5}|;VALUE=DATE|;RANGE=THISANDFUTURE)?:[12][09][0-9]{2}(0[1-9]|1[0-2])[0-3][0-9](T[0-2][0-9]3000Z?)?",
    ];
    let event = prop::collection::vec(line, 1..14);
    let outcome = runner().run(&prop::collection::vec(event, 1..5), |made| {
        let made: Vec<_> = made
            .iter()
            .enumerate()
            .map(|(number, lines)| {
                let lines = lines.join("\n");
                let uid = ["one", "two"][number % 2];
                events(&[(uid, &format!("DTSTART:20261201T173000\n{lines}"))])
            })
            .collect();
        survives(calendar(&made.join("\n")).as_bytes())
    });
    outcome.unwrap();
}
