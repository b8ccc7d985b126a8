//! What a file from Daylio is shown to hold before any of it is saved.

use evenkeel_core::check_in::{DaylioRows, LineFault, LineFaultKind};

use super::{backdated, room};
use crate::practising::json;

const HEADER: &str = "full_date,date,weekday,time,mood,activities,note_title,note";

/// As a phone writes it: a byte order mark, carriage returns, both kinds of clock, a narrow space
/// before the half of the day, quotes within quotes, line breaks, a mood of one's own.
pub const DIARY: &str = concat!(
    "\u{feff}full_date,date,weekday,time,mood,activities,note_title,note\r\n",
    "2026-03-29,March 29,Sunday,10:04\u{202f}PM,So-so 🌧,\"family | good meal | \",\"\",\"\"\r\n",
    "2026-03-29,March 29,Sunday,9:15 AM,good,,\"First \"\"day\"\"\",\"Rain.<br>Then sun, a bit.\"\r\n",
    "2026-03-28,March 28,Saturday,12:00\u{a0}am,Rad,\"running\",\"\",\"Two\r\nlines 🌊\"\r\n",
    "2026-03-28,March 28,Saturday,23:59,awful,\"work|sleep\",,\r\n",
    "2026-03-27,March 27,Friday,12:30pm,meh\r\n",
    "2026-03-27,March 27,Friday,07:05,bad,rest,,\"  kept apart  \"\r\n",
);

pub fn file(rows: &str) -> String {
    format!("{HEADER}\n{rows}")
}

#[track_caller]
pub fn rows(file: &str) -> DaylioRows {
    DaylioRows::parse(file.as_bytes()).unwrap()
}

fn faults(rows: &DaylioRows) -> Vec<LineFault> {
    let room = room();
    rows.preview(room.open.database(), &room.now)
        .unwrap()
        .faults
}

#[test]
fn a_preview_says_what_a_file_holds() {
    let room = room();
    let preview = rows(DIARY)
        .preview(room.open.database(), &room.now)
        .unwrap();
    let expected = serde_json::json!({
        "rows": 6, "from": "2026-03-27", "until": "2026-03-29",
        "moods": [
            {"name": "Rad", "rows": 1, "guess": 7},
            {"name": "So-so 🌧", "rows": 1, "guess": null},
            {"name": "awful", "rows": 1, "guess": 1},
            {"name": "bad", "rows": 1, "guess": 2},
            {"name": "good", "rows": 1, "guess": 6},
            {"name": "meh", "rows": 1, "guess": 4},
        ],
        "already": 0, "faults": [],
    });
    assert_eq!(json(&preview), expected);
    assert!(room.check_ins().is_empty(), "a look saves nothing");
}

#[test]
fn a_file_without_rows_is_empty_and_no_fault() {
    let room = room();
    for text in [HEADER.to_owned(), file(""), format!("{HEADER}\r\n\r\n\r\n")] {
        let preview = rows(&text)
            .preview(room.open.database(), &room.now)
            .unwrap();
        assert_eq!((preview.rows, preview.from, preview.until), (0, None, None));
        assert!(preview.moods.is_empty() && preview.faults.is_empty());
    }
}

#[test]
fn columns_are_found_by_their_names_and_others_are_left_alone() {
    let room = room();
    let text = "scales,mood,extra,time,full_date,note\n1,good,=SUM(A1),08:00,2026-01-02,Hello\n";
    let preview = rows(text).preview(room.open.database(), &room.now).unwrap();
    assert_eq!((preview.rows, preview.faults.len()), (1, 0));
    assert_eq!(preview.from.as_deref(), Some("2026-01-02"));
}

#[test]
fn every_way_of_writing_a_time_is_read() {
    for time in [
        "22:04",
        "10:04 PM",
        "10:04 pm",
        "10:04PM",
        "10:04\u{202f}PM",
        "10:04\u{a0}PM",
        " 10:04 PM ",
    ] {
        let text = file(&format!("2026-01-02,,,{time},good,,,\n"));
        assert!(faults(&rows(&text)).is_empty(), "{time:?}");
    }
}

#[test]
fn each_line_that_cannot_be_read_is_named_with_its_reason() {
    let text = file(concat!(
        "2026-01-01,,,10:00,good,,,fine\n",
        "2026-13-01,,,10:00,good,,,\n",
        "2026-01-01,,,25:00,good,,,\n",
        "2026-01-01,,,10:00\n",
        "2026-01-01,,,10:00,good,,,\"fine,\nover\nlines\"\n",
        ",,,10:00,good,,,\n",
        "2026-01-01,,,10:00,\" \",,,\n",
        "1.1.2026,,,10:00,good,,,\n",
        "9999-01-01,,,10:00,good,,,\n",
        "2026-01-01,,,ten,good,,,\n",
        "2026-01-01,,,13:00 PM,good,,,\n",
    ));
    use LineFaultKind::{Columns, Date, Time};
    let expected = [
        (3, Date),
        (4, Time),
        (5, Columns),
        (9, Columns),
        (10, Columns),
        (11, Date),
        (12, Date),
        (13, Time),
        (14, Time),
    ];
    let expected = expected.map(|(line, what)| LineFault { line, what });
    assert_eq!(faults(&rows(&text)), expected);
}

#[test]
fn no_more_than_twenty_faults_are_named() {
    let text = file(&"never,,,10:00,good,,,\n".repeat(500));
    let faults = faults(&rows(&text));
    assert_eq!(faults.len(), 20);
    assert_eq!(faults.last().unwrap().line, 21);
}

#[test]
fn rows_that_are_check_ins_already_are_counted() {
    let mut room = room();
    room.check_in(&backdated(3, "2026-03-28", "23:59"));
    room.check_in(&backdated(3, "2026-03-27", "12:31"));
    let preview = rows(DIARY)
        .preview(room.open.database(), &room.now)
        .unwrap();
    assert_eq!(preview.already, 1, "the minute counts, and the note");
}
