//! Files that are no diary of anybody's.

use std::cell::RefCell;

use evenkeel_core::check_in::DaylioRows;
use evenkeel_core::error::ErrorCode;
use proptest::prelude::*;
use proptest::test_runner::TestRunner;

use super::daylio::{DIARY, file, rows};
use super::imports::steps;
use super::{felt, room};
use crate::fixture::{assert_code, full, pick};

const ROW: &str = "2026-03-27,,,08:00,good,,,note\n";

#[test]
fn what_is_no_export_is_refused() {
    let utf_16: Vec<u8> = DIARY.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let repeated = |column: &str| format!("{column},{}", file(ROW)).into_bytes();
    let cases: [(&str, Vec<u8>); 17] = [
        ("nothing", Vec::new()),
        ("a mark and nothing else", "\u{feff}".into()),
        ("line breaks", "\n\r\n\n".into()),
        ("prose", "Dear diary,\ntoday was fine.\n".into()),
        ("a picture", b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR".into()),
        ("an archive", b"PK\x03\x04\x14\x00\x08\x08".into()),
        ("zeros", vec![0; 4_096]),
        ("UTF-16", utf_16),
        (
            "bad UTF-8 in a note",
            [file(ROW).as_bytes(), b"\xff\xfe"].concat(),
        ),
        ("rows without names of columns", ROW.into()),
        ("no date", "date,time,mood\n1,2,3\n".into()),
        ("no time", "full_date,mood\n2026-01-01,good\n".into()),
        ("no mood", "full_date,time\n2026-01-01,08:00\n".into()),
        ("the mood twice", repeated("mood")),
        ("the date twice", repeated(" full_date ")),
        ("the note twice", repeated("note")),
        ("names in other letters", file(ROW).to_uppercase().into()),
    ];
    for (what, bytes) in cases {
        match DaylioRows::parse(&bytes) {
            Ok(_) => panic!("{what} is taken"),
            Err(error) => assert_eq!(error.code(), ErrorCode::Invalid, "{what}"),
        }
    }
}

#[test]
fn a_file_larger_than_any_diary_is_refused_unread() {
    let mut bytes = file(ROW).into_bytes();
    bytes.resize(64 * 1024 * 1024 + 1, b'\n');
    assert_code(DaylioRows::parse(&bytes), ErrorCode::Invalid);
}

#[test]
fn more_rows_than_a_life_has_are_refused() {
    let text = file(&ROW.repeat(200_001));
    assert_code(DaylioRows::parse(text.as_bytes()), ErrorCode::Invalid);
}

#[test]
fn a_huge_field_is_a_fault_of_its_line_and_nothing_is_taken_in() {
    let mut room = room();
    for column in 0..8 {
        let mut fields = ["2026-03-27", "", "", "08:00", "good", "", "", ""].map(str::to_owned);
        fields[column].push_str(&"x".repeat(10 * 1024 * 1024));
        let rows = rows(&file(&format!("{ROW}{}\n{ROW}", fields.join(","))));
        let preview = rows.preview(room.open.database(), &room.now).unwrap();
        let faults: Vec<_> = preview.faults.iter().map(|fault| fault.line).collect();
        assert_eq!(faults, [3], "column {column}");
        let done = rows.import(room.open.database_mut(), &steps(&[("good", 6)]), &room.now);
        assert_code(done, ErrorCode::Invalid);
    }
    assert!(room.check_ins().is_empty());
}

#[test]
fn a_line_of_millions_of_columns_is_a_line() {
    let mut room = room();
    let rows = rows(&file(&format!(
        "{}{}\n",
        ROW.trim_end(),
        ",".repeat(10 * 1024 * 1024)
    )));
    let done = rows.import(room.open.database_mut(), &steps(&[("good", 6)]), &room.now);
    assert_eq!(done.unwrap().imported, 1);
}

/// The reader takes all that follows as one text; it comes to the preview as one row.
#[test]
fn a_quote_that_never_ends_makes_no_rows_of_what_follows() {
    let room = room();
    let rows = rows(&file(&format!(
        "2026-03-27,,,08:00,good,,,\"open\n{ROW}{ROW}"
    )));
    let preview = rows.preview(room.open.database(), &room.now).unwrap();
    assert_eq!((preview.rows, preview.faults.len()), (1, 0));
}

/// Rows of which some are right: any bytes, and fields that are nearly what they should be.
fn hostile() -> impl Strategy<Value = Vec<u8>> {
    let date = prop_oneof![
        3 => Just("2026-03-27".to_owned()),
        1 => "[0-9]{1,5}-[0-9]{1,2}-[0-9]{1,2}",
        1 => any::<String>(),
    ];
    let time = prop_oneof![
        3 => Just("08:00".to_owned()),
        1 => "[0-9]{1,2}:[0-9]{1,2}( |\u{202f})?([AaPp][Mm])?",
        1 => any::<String>(),
    ];
    let mood = prop_oneof![
        Just("good".to_owned()),
        Just("bad".to_owned()),
        any::<String>()
    ];
    let quoted = |text: String| format!("\"{}\"", text.replace('"', "\"\""));
    let row = (
        date,
        time,
        mood,
        any::<String>(),
        any::<String>(),
        any::<bool>(),
    )
        .prop_map(move |(date, time, mood, activities, note, quotes)| {
            let fields = [
                date,
                String::new(),
                String::new(),
                time,
                mood,
                activities,
                note,
            ];
            let fields = fields.map(|field| if quotes { quoted(field) } else { field });
            fields.join(",") + "\n"
        });
    let rows = proptest::collection::vec(row, 0..6).prop_map(|rows| file(&rows.concat()));
    prop_oneof![
        1 => any::<Vec<u8>>(),
        1 => any::<String>().prop_map(String::into_bytes),
        1 => any::<String>().prop_map(|text| file(&text).into_bytes()),
        1 => any::<Vec<u8>>().prop_map(|bytes| [file("").into_bytes(), bytes].concat()),
        4 => rows.prop_map(String::into_bytes),
    ]
}

/// Any bytes are refused, or shown and then taken in whole or not at all.
#[test]
fn no_bytes_break_the_reader_or_are_half_taken_in() {
    let mut room = room();
    room.check_in(&felt(4));
    let room = RefCell::new(room);
    let cases = u32::try_from(pick(300, 20_000, full())).unwrap();
    let mut runner = TestRunner::new(ProptestConfig {
        cases,
        failure_persistence: None,
        ..ProptestConfig::default()
    });
    let outcome = runner.run(&hostile(), |bytes| {
        let Ok(rows) = DaylioRows::parse(&bytes) else {
            return Ok(());
        };
        let mut room = room.borrow_mut();
        let now = room.now;
        let count = |room: &crate::practising::Room| {
            let request = evenkeel_core::check_in::CheckInPageRequest {
                before: None,
                limit: 1,
                trashed: false,
            };
            let page = evenkeel_core::check_in::page(room.open.database(), &request, &now);
            usize::try_from(page.unwrap().total).unwrap()
        };
        let before = count(&room);
        let preview = rows.preview(room.open.database(), &now).unwrap();
        let request = steps(&[("good", 6), ("bad", 2)]);
        let imported = match rows.import(room.open.database_mut(), &request, &now) {
            Ok(done) => {
                prop_assert!(preview.faults.is_empty());
                prop_assert_eq!(done.imported + done.skipped, preview.rows);
                prop_assert_eq!(done.skipped, preview.already);
                done.imported
            }
            Err(error) => {
                prop_assert_eq!(error.code(), ErrorCode::Invalid);
                0
            }
        };
        prop_assert_eq!(count(&room), before + imported);
        Ok(())
    });
    outcome.unwrap();
}
