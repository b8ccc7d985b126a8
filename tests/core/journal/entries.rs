use evenkeel_core::error::ErrorCode;
use evenkeel_core::journal::{self, JournalSaveRequest, Kind, Written};

use crate::fixture::{assert_code, at, dated, entry, made, now, save, titles};

#[test]
fn an_entry_reads_back_as_it_was_saved() {
    let made = made();
    let mut open = made.unlock().unwrap();
    let request = JournalSaveRequest {
        id: None,
        kind: Kind::UnsentLetter,
        title: "Dear 🌊 \"you\"".to_owned(),
        body: "Line one\n\n\tLine <b>two</b> \u{0}\u{2}\u{3} end".to_owned(),
        tags: vec![
            "Family".to_owned(),
            " #family ".to_owned(),
            "a  b".to_owned(),
            " ".to_owned(),
        ],
        written: None,
        prompt: Some("What would you say?".to_owned()),
    };
    let saved = journal::save(open.database_mut(), &request, &now()).unwrap();
    assert_eq!(saved.tags, ["a b", "family"], "one spelling for each tag");
    assert_eq!(
        (saved.date.as_str(), saved.time.as_str()),
        ("2026-11-22", "10:04"),
        "New York's clock"
    );
    assert_eq!(
        (saved.created_at, saved.updated_at),
        (now().millis(), now().millis())
    );
    let read = journal::read(open.database(), saved.id).unwrap();
    assert!(read == saved && read.body == request.body && read.title == request.title);
    assert_eq!(
        (read.kind, read.prompt, read.trashed),
        (request.kind, request.prompt, false)
    );
}

#[test]
fn saving_again_changes_the_entry_and_keeps_its_time() {
    let made = made();
    let mut open = made.unlock().unwrap();
    let first = journal::save(
        open.database_mut(),
        &dated("Then", "2024-02-29", "23:59"),
        &now(),
    )
    .unwrap();
    let later = at("2026-12-01T00:00:00Z", chrono_tz::Asia::Kathmandu);
    let change = JournalSaveRequest {
        id: Some(first.id),
        ..entry("Then", "Other words.")
    };
    let changed = journal::save(open.database_mut(), &change, &later).unwrap();
    assert_eq!(
        (changed.date.as_str(), changed.time.as_str()),
        ("2024-02-29", "23:59")
    );
    assert_eq!(
        (changed.created_at, changed.updated_at),
        (first.created_at, later.millis())
    );
    assert_eq!(titles(&open), ["Then"]);
}

#[test]
fn an_entry_can_be_moved_to_another_day_and_is_found_there() {
    let made = made();
    let mut open = made.unlock().unwrap();
    save(&mut open, &dated("Monday", "2026-11-16", "09:00"));
    let moved = save(&mut open, &dated("Moved", "2026-11-18", "09:00"));
    assert_eq!(titles(&open), ["Moved", "Monday"]);
    let request = JournalSaveRequest {
        id: Some(moved),
        ..dated("Moved", "2026-11-15", "09:00")
    };
    save(&mut open, &request);
    assert_eq!(titles(&open), ["Monday", "Moved"]);
    assert_eq!(crate::fixture::found(&open, "words"), ["Monday", "Moved"]);
}

#[test]
fn an_empty_entry_stays() {
    let made = made();
    let mut open = made.unlock().unwrap();
    let id = save(&mut open, &entry("", "Something"));
    save(
        &mut open,
        &JournalSaveRequest {
            id: Some(id),
            ..entry("", "")
        },
    );
    assert_eq!(titles(&open), [""]);
}

#[test]
fn many_entries_at_one_minute_keep_the_order_they_were_written_in() {
    let made = made();
    let mut open = made.unlock().unwrap();
    for number in 0..20 {
        save(
            &mut open,
            &dated(&number.to_string(), "2026-05-05", "12:00"),
        );
    }
    let expected: Vec<String> = (0..20).rev().map(|number| number.to_string()).collect();
    assert_eq!(titles(&open), expected);
}

#[test]
fn what_is_no_date_is_refused_and_nothing_is_saved() {
    let made = made();
    let mut open = made.unlock().unwrap();
    for (date, time) in [
        ("2026-02-30", "10:00"),
        ("yesterday", "10:00"),
        ("2026-01-01", "25:00"),
        ("9999-01-01", "10:00"),
        ("", ""),
    ] {
        let request = JournalSaveRequest {
            written: Some(Written {
                date: date.to_owned(),
                time: time.to_owned(),
            }),
            ..entry("x", "y")
        };
        assert_code(
            journal::save(open.database_mut(), &request, &now()),
            ErrorCode::Invalid,
        );
    }
    assert!(titles(&open).is_empty());
}

#[test]
fn an_entry_that_is_gone_is_not_found() {
    let made = made();
    let mut open = made.unlock().unwrap();
    assert_code(journal::read(open.database(), 7), ErrorCode::NotFound);
    let change = JournalSaveRequest {
        id: Some(7),
        ..entry("x", "y")
    };
    assert_code(
        journal::save(open.database_mut(), &change, &now()),
        ErrorCode::NotFound,
    );
}

#[test]
fn debug_output_of_an_entry_holds_no_words() {
    let request = entry("PRIVATE-TITLE", "PRIVATE-BODY");
    assert!(!format!("{request:?}").contains("PRIVATE"));
}
