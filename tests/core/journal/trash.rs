use chrono::TimeDelta;
use evenkeel_core::error::ErrorCode;
use evenkeel_core::journal;
use evenkeel_core::time::Now;

use crate::fixture::{assert_code, entry, found, made, now, save, titles};

#[test]
fn a_deleted_entry_is_out_of_sight_and_undo_brings_it_back_whole() {
    let made = made();
    let mut open = made.unlock().unwrap();
    let id = save(&mut open, &entry("Gone", "A heron."));
    let before = journal::read(open.database(), id).unwrap();
    journal::trash(open.database_mut(), id, &now()).unwrap();
    assert!(titles(&open).is_empty() && found(&open, "heron").is_empty());
    let trashed = journal::trashed(open.database(), &now()).unwrap();
    assert_eq!(trashed[0].trashed_on.as_deref(), Some("2026-11-22"));
    journal::restore(open.database_mut(), id).unwrap();
    assert!(journal::read(open.database(), id).unwrap() == before);
    assert_eq!(found(&open, "heron"), ["Gone"]);
}

#[test]
fn doing_it_twice_does_it_once() {
    let made = made();
    let mut open = made.unlock().unwrap();
    let id = save(&mut open, &entry("x", "heron"));
    for _ in 0..2 {
        journal::trash(open.database_mut(), id, &now()).unwrap();
    }
    for _ in 0..2 {
        journal::restore(open.database_mut(), id).unwrap();
    }
    assert_eq!(found(&open, "heron").len(), 1);
}

#[test]
fn the_trash_keeps_thirty_days_and_no_more() {
    let made = made();
    let mut open = made.unlock().unwrap();
    let id = save(&mut open, &entry("x", "y"));
    journal::trash(open.database_mut(), id, &now()).unwrap();
    let after = |days: i64, minutes: i64| Now {
        instant: now().instant + TimeDelta::days(days) + TimeDelta::minutes(minutes),
        ..now()
    };
    open.tidy(&after(29, 1439)).unwrap();
    assert_eq!(journal::trashed(open.database(), &now()).unwrap().len(), 1);
    open.tidy(&after(30, 1)).unwrap();
    assert!(
        journal::trashed(open.database(), &now())
            .unwrap()
            .is_empty()
    );
    assert_code(journal::read(open.database(), id), ErrorCode::NotFound);
}

#[test]
fn only_what_is_in_the_trash_is_deleted_for_good() {
    let made = made();
    let mut open = made.unlock().unwrap();
    let id = save(&mut open, &entry("x", "y"));
    assert_code(journal::delete(open.database_mut(), id), ErrorCode::Invalid);
    journal::trash(open.database_mut(), id, &now()).unwrap();
    journal::delete(open.database_mut(), id).unwrap();
    for result in [
        journal::trash(open.database_mut(), id, &now()),
        journal::restore(open.database_mut(), id),
        journal::delete(open.database_mut(), id),
    ] {
        assert_code(result, ErrorCode::NotFound);
    }
}

#[test]
fn a_clock_set_back_empties_no_trash() {
    let made = made();
    let mut open = made.unlock().unwrap();
    let id = save(&mut open, &entry("x", "y"));
    journal::trash(open.database_mut(), id, &now()).unwrap();
    open.tidy(&Now {
        instant: now().instant - TimeDelta::days(400),
        ..now()
    })
    .unwrap();
    assert_eq!(journal::trashed(open.database(), &now()).unwrap().len(), 1);
}
