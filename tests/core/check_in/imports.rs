//! Taking in a file from Daylio: the whole of it, once.

use evenkeel_core::check_in::{
    self, CheckInSaveRequest, DaylioImportRequest, DaylioImportedView, MoodMatch,
};
use evenkeel_core::error::{Error, ErrorCode};

use super::daylio::{DIARY, file, rows};
use super::{backdated, room};
use crate::fixture::{assert_code, at};
use crate::practising::{Room, json};

pub fn steps(moods: &[(&str, u8)]) -> DaylioImportRequest {
    let step = |(name, mood): &(&str, u8)| MoodMatch {
        name: (*name).to_owned(),
        mood: *mood,
    };
    DaylioImportRequest {
        moods: moods.iter().map(step).collect(),
    }
}

const ALL: [(&str, u8); 6] = [
    ("Rad", 7),
    ("good", 6),
    ("meh", 4),
    ("So-so 🌧", 3),
    ("bad", 2),
    ("awful", 1),
];

fn import(room: &mut Room, text: &str, moods: &[(&str, u8)]) -> Result<DaylioImportedView, Error> {
    rows(text).import(room.open.database_mut(), &steps(moods), &room.now)
}

#[track_caller]
fn assert_imported(room: &mut Room, text: &str, imported: usize, skipped: usize) {
    let done = import(room, text, &ALL).unwrap();
    assert_eq!((done.imported, done.skipped), (imported, skipped));
}

#[test]
fn every_row_becomes_a_check_in_with_its_words_and_its_note() {
    let mut room = room();
    assert_imported(&mut room, DIARY, 6, 0);
    let room = room.reopened();
    let found: Vec<_> = room
        .check_ins()
        .into_iter()
        .map(|one| {
            let words = one.words.join("/");
            (
                format!("{} {} {}", one.date, one.time, one.mood),
                words,
                one.note,
            )
        })
        .collect();
    let expected = [
        ("2026-03-29 22:04 3", "family/good meal", ""),
        (
            "2026-03-29 09:15 6",
            "",
            "First \"day\"\nRain.\nThen sun, a bit.",
        ),
        ("2026-03-28 23:59 1", "work/sleep", ""),
        ("2026-03-28 00:00 7", "running", "Two\r\nlines 🌊"),
        ("2026-03-27 12:30 4", "", ""),
        ("2026-03-27 07:05 2", "rest", "kept apart"),
    ];
    let expected =
        expected.map(|(when, words, note)| (when.to_owned(), words.to_owned(), note.to_owned()));
    assert_eq!(found, expected);
}

#[test]
fn a_second_import_skips_what_is_there_and_takes_in_the_rest() {
    let mut room = room();
    assert_imported(&mut room, DIARY, 6, 0);
    assert_imported(&mut room, DIARY, 0, 6);
    let later = format!("{DIARY}2026-03-30,March 30,Monday,08:00,good,,,\r\n");
    assert_imported(&mut room, &later, 1, 6);
    assert_eq!(room.check_ins().len(), 7);
    let preview = rows(&later)
        .preview(room.open.database(), &room.now)
        .unwrap();
    assert_eq!((preview.rows, preview.already), (7, 7));
}

/// The phone's clock says nothing of the zone, so the same row is the same row everywhere.
#[test]
fn a_second_import_on_a_journey_skips_what_is_there() {
    let mut room = room();
    assert_imported(&mut room, DIARY, 6, 0);
    for zone in [chrono_tz::Asia::Kathmandu, chrono_tz::Pacific::Apia] {
        room.now = at("2026-12-01T12:00:00Z", zone);
        assert_imported(&mut room, DIARY, 0, 6);
    }
}

#[test]
fn the_next_minute_is_another_check_in() {
    let mut room = room();
    let row = |time: &str| format!("2026-03-27,,,{time},good,,,\n");
    assert_imported(&mut room, &file(&row("08:01")), 1, 0);
    assert_imported(&mut room, &file(&(row("08:00") + &row("08:02"))), 2, 0);
    assert_imported(&mut room, &file(&row("08:00")), 0, 1);
}

#[test]
fn rows_of_one_minute_are_all_taken_in_and_then_all_skipped() {
    let mut room = room();
    let text = file("2026-03-27,,,08:00,good,,,\n2026-03-27,,,08:00,bad,,,\n");
    assert_imported(&mut room, &text, 2, 0);
    assert_imported(&mut room, &text, 0, 2);
}

#[test]
fn a_time_that_a_clock_skips_or_repeats_is_taken_in_once() {
    let mut room = room();
    let text = file("2026-03-08,,,02:30,good,,,skipped\n2026-11-01,,,01:30,meh,,,doubled\n");
    assert_imported(&mut room, &text, 2, 0);
    assert_imported(&mut room, &text, 0, 2);
    let expected = |date: &str, time: &str, mood| (date.to_owned(), time.to_owned(), mood);
    assert_eq!(
        room.moods(),
        [
            expected("2026-11-01", "01:30", 4),
            expected("2026-03-08", "03:30", 6)
        ]
    );
}

#[test]
fn what_was_thrown_away_is_not_brought_back() {
    let mut room = room();
    assert_imported(&mut room, DIARY, 6, 0);
    let thrown = room.check_ins()[0].id;
    check_in::trash(room.open.database_mut(), thrown, &room.now).unwrap();
    assert_imported(&mut room, DIARY, 0, 6);
    assert_eq!(room.check_ins().len(), 5);
}

#[test]
fn a_mood_without_a_step_saves_nothing() {
    let mut room = room();
    for missing in 0..ALL.len() {
        let mut moods = ALL.to_vec();
        moods.remove(missing);
        assert_code(import(&mut room, DIARY, &moods), ErrorCode::Invalid);
    }
    for (name, mood) in [("meh", 0), ("meh", 8), ("no mood of the file", 0)] {
        let mut moods = ALL.to_vec();
        moods.push((name, mood));
        assert_code(import(&mut room, DIARY, &moods), ErrorCode::Invalid);
    }
    assert!(room.check_ins().is_empty());
    let moods: Vec<_> = ALL.into_iter().chain([("not in the file", 5)]).collect();
    assert_eq!(import(&mut room, DIARY, &moods).unwrap().imported, 6);
}

#[test]
fn a_line_that_cannot_be_read_keeps_out_the_whole_file() {
    let mut room = room();
    let text = format!("{DIARY}2026-02-30,,,10:00,good,,,\n");
    assert_code(import(&mut room, &text, &ALL), ErrorCode::Invalid);
    assert!(room.check_ins().is_empty());
}

#[test]
fn a_row_that_cannot_be_saved_takes_back_all_that_came_before_it() {
    let mut room = room();
    room.check_in(&backdated(4, "2020-01-01", "10:00"));
    let many: String = (0..1_100)
        .map(|number| format!("2026-03-27,,,08:00,good,,,{number}\n"))
        .collect();
    assert_code(import(&mut room, &file(&many), &ALL), ErrorCode::Invalid);
    assert_eq!(room.check_ins().len(), 1, "nothing is half-imported");
}

#[test]
fn formulas_and_tags_stay_the_text_that_they_are() {
    let mut room = room();
    let text = file(concat!(
        "2026-03-27,,,08:00,good,=1+1|<b>walk</b>,=HYPERLINK(1),\"<script>alert(1)</script>\"\n",
        "2026-03-26,,,08:00,@SUM(A1),-1|'; DROP TABLE check_in; --,,{{7*7}}\n",
    ));
    let moods = [("good", 6), ("@SUM(A1)", 4)];
    assert_eq!(import(&mut room, &text, &moods).unwrap().imported, 2);
    let check_ins = room.check_ins();
    assert_eq!(check_ins[0].words, ["=1+1", "<b>walk</b>"]);
    assert_eq!(
        check_ins[0].note,
        "=HYPERLINK(1)\n<script>alert(1)</script>"
    );
    assert_eq!(check_ins[1].words, ["-1", "'; DROP TABLE check_in; --"]);
    assert_eq!(check_ins[1].note, "{{7*7}}");
}

#[test]
fn an_imported_check_in_can_be_changed_like_any_other() {
    let mut room = room();
    assert_imported(&mut room, DIARY, 6, 0);
    let newest = room.check_ins().remove(0);
    let change = CheckInSaveRequest {
        id: Some(newest.id),
        mood: 5,
        words: newest.words.clone(),
        note: "Changed.".to_owned(),
        written: None,
    };
    let changed = room.check_in(&change);
    assert_eq!((changed.date, changed.time), (newest.date, newest.time));
    assert_eq!(json(&changed.words), json(&newest.words));
}
