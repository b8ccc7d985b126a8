//! A full disk while a card or a check-in is open: not a word or a number is lost.

use super::bad_days::see_problem;
use evenkeel_tests::app::App;
use evenkeel_tests::desktop::Desktop;
use evenkeel_tests::diary::answer_in;
use evenkeel_tests::journey::PASSPHRASE;
use evenkeel_tests::mounts::Mounts;
use evenkeel_tests::webdriver::key;
use serde_json::{Value, json};
use std::fs;
use std::path::PathBuf;

const WORDS: &str = "Written down while there was no room at all. ";
/// As many sentences as need new room on the disk, whatever room the files have to spare.
const MANY: usize = 3_000;
const ANSWERS: &[(&str, char, f64)] = &[("Sadness", '2', 2.0), ("Fear", '3', 3.0)];

/// A card with one answer that is saved, and then no room on the disk. Answers the file to remove.
fn full_with_card(app: &App<'_>, mounts: &Mounts) -> PathBuf {
    app.first_start(PASSPHRASE, false);
    let today = app.day_before(0);
    app.go_to_check_in("card");
    app.tab_to_row(&app.card_of(&today), "Anger");
    app.press(&[], &['1']);
    app.see_asked("card_open", &json!({"date": today}), "Anger", |card| {
        answer_in(card, "Anger").as_f64() == Some(1.0)
    });
    mounts.fill()
}

/// Fills in a note and two rows.
fn fill_in(app: &App<'_>) {
    app.paste("textbox", &app.words("card.note"), &WORDS.repeat(MANY));
    see_problem(app, "disk_full");
    let card = app.card_of(&app.day_before(0));
    for (row, key, _) in ANSWERS {
        app.tab_to_row(&card, row);
        app.press(&[], &[*key]);
    }
    app.see(&app.words("card.not_saved"));
}

#[track_caller]
fn is_whole(card: &Value) -> bool {
    card["note"] == json!(WORDS.repeat(MANY))
        && answer_in(card, "Anger").as_f64() == Some(1.0)
        && ANSWERS
            .iter()
            .all(|(row, _, number)| answer_in(card, row).as_f64() == Some(*number))
}

/// What the open card shows for a row: the number that is chosen.
fn shown(app: &App<'_>, card: &Value, row: &str) -> Value {
    let script =
        "return document.querySelector(`[aria-labelledby=row-${arguments[0]}] input:checked`)
        ?.getAttribute('aria-label') ?? null";
    let id = evenkeel_tests::diary::row_named(card, row)["id"].clone();
    app.expect(app.session().script(script, &[id]), "the page answers")
}

#[test]
fn a_card_on_a_full_disk_keeps_every_answer_until_there_is_room() {
    let mut desktop = Desktop::default();
    let mounts = Mounts::small_disk(&desktop, "8m");
    desktop = desktop.with_wrapper(&mounts.wrapper());
    let mut app = desktop.start();
    let filler_path = full_with_card(&app, &mounts);
    fill_in(&app);

    // It cannot be left by mistake, and all of it still stands there.
    app.go_to_room("journal");
    app.see(&app.words("skills.stay_first"));
    app.find("heading", &app.words("card.title"));
    let today = app.day_before(0);
    let card = app.card_of(&today);
    assert_eq!(
        app.value("textbox", &app.words("card.note")),
        WORDS.repeat(MANY)
    );
    for (row, key, _) in ANSWERS {
        assert_eq!(shown(&app, &card, row), json!(key.to_string()), "{row}");
    }
    assert_eq!(card["note"], json!(""), "and none of it is called saved");

    fs::remove_file(filler_path).expect("room is made");
    app.try_again();
    app.miss(&app.words("errors.disk_full.title"));
    app.see_asked("card_open", &json!({"date": today}), "all", is_whole);
    app.miss(&app.words("card.not_saved"));
    app.lock();
    app.unlock(PASSPHRASE);
    assert!(is_whole(&app.card_of(&today)));
}

/// The last answers cannot be saved: the lock still happens, and they are there after the unlock.
#[test]
fn a_lock_on_a_full_disk_keeps_the_card() {
    let mut desktop = Desktop::default();
    let mounts = Mounts::small_disk(&desktop, "8m");
    desktop = desktop.with_wrapper(&mounts.wrapper());
    let mut app = desktop.start();
    let filler_path = full_with_card(&app, &mounts);
    fill_in(&app);
    app.press_away(&[key::CONTROL], &['l']);
    app.follow_lock();
    fs::remove_file(filler_path).expect("room is made");
    app.unlock(PASSPHRASE);
    let today = app.day_before(0);
    app.see_asked("card_open", &json!({"date": today}), "all", is_whole);
    app.go_to_check_in("card");
    assert_eq!(
        app.value("textbox", &app.words("card.note")),
        WORDS.repeat(MANY)
    );
}

/// A check-in is not handed over with a lock, so the lock asks first.
#[test]
fn a_check_in_on_a_full_disk_is_not_locked_away_unasked() {
    let mut desktop = Desktop::default();
    let mounts = Mounts::small_disk(&desktop, "8m");
    desktop = desktop.with_wrapper(&mounts.wrapper());
    let app = desktop.start();
    app.first_start(PASSPHRASE, false);
    app.go_to_check_in("now");
    app.press(&[], &[key::TAB, '5']);
    app.see(&app.words("check_in.saved"));
    let filler_path = mounts.fill();
    let note = app.words("check_in.note");
    app.paste("textbox", &note, &WORDS.repeat(MANY));
    see_problem(&app, "disk_full");
    app.see(&app.words("check_in.not_saved"));
    app.go_to_room("journal");
    app.see(&app.words("skills.stay_first"));
    assert_eq!(app.value("textbox", &note), WORDS.repeat(MANY));

    app.press(&[key::CONTROL], &['l']);
    app.find("dialog", &app.words("shell.lock_failed"));
    app.enter(&app.words("shell.lock_stay"));
    assert_eq!(app.value("textbox", &note), WORDS.repeat(MANY));
    fs::remove_file(filler_path).expect("room is made");
    app.try_again();
    app.miss(&app.words("errors.disk_full.title"));
    app.see(&app.words("check_in.saved"));
    let kept = app.check_ins();
    assert_eq!(kept.len(), 1);
    assert_eq!(kept[0]["mood"], json!(5));
    assert_eq!(kept[0]["note"], json!(WORDS.repeat(MANY)));
}
