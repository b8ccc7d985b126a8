//! An exercise that is broken off: every word and every running timer is where it was.

use evenkeel_tests::app::App;
use evenkeel_tests::desktop::Desktop;
use evenkeel_tests::journey::PASSPHRASE;
use evenkeel_tests::mounts::Mounts;
use evenkeel_tests::webdriver::key;
use serde_json::{Value, json};
use std::fs;
use std::time::Duration;

const WORDS: &str = "A door slammed, and my hands went cold.";

/// As many sentences as need new room on the disk, whatever room the files have to spare.
const MANY: usize = 3_000;

/// An open exercise at its first step with words.
fn writing(app: &App<'_>) -> Value {
    app.first_start(PASSPHRASE, false);
    let view = app.practise_to("stop", "write");
    app.go_on_with(&view);
    view
}

fn title(view: &Value) -> &str {
    view["step"]["title"].as_str().unwrap_or_default()
}

/// Opens it from Today after the unlock: the step and the words are as they were left.
#[track_caller]
fn assert_goes_on(app: &App<'_>, view: &Value, words: &str) {
    app.unlock(PASSPHRASE);
    app.go_on_with(view);
    assert_eq!(app.kept(view, None)["at"], view["at"]);
    let label = title(view);
    let what = format!("the {} characters that were typed", words.len());
    app.until(&what, |_| {
        Ok((app.value("textbox", label) == words).then_some(()))
    });
    app.see_kept(
        view,
        view["at"].as_str().unwrap_or_default(),
        &what,
        |answer| answer["text"] == json!(words),
    );
}

#[test]
fn a_power_cut_leaves_what_was_called_saved() {
    let desktop = Desktop::default();
    let mut app = desktop.start();
    let view = writing(&app);
    app.fill("textbox", title(&view), WORDS);
    app.see_answer_saved();
    app.cut_power();
    assert_goes_on(&desktop.start(), &view, WORDS);
}

#[test]
fn the_lock_button_leaves_all_of_it() {
    let desktop = Desktop::default();
    let mut app = desktop.start();
    let view = writing(&app);
    app.fill("textbox", title(&view), WORDS);
    app.lock();
    assert_goes_on(&app, &view, WORDS);
}

#[test]
fn ctrl_l_in_the_middle_of_a_word_leaves_all_of_it() {
    let desktop = Desktop::default();
    let mut app = desktop.start();
    let view = writing(&app);
    app.fill("textbox", title(&view), WORDS);
    app.see_answer_saved();
    app.type_keys(" And th");
    app.press_away(&[key::CONTROL], &['l']);
    app.follow_lock();
    assert_goes_on(&app, &view, &format!("{WORDS} And th"));
}

#[test]
fn a_closed_window_and_a_restart_leave_all_of_it() {
    let desktop = Desktop::default();
    let mut app = desktop.start();
    let view = writing(&app);
    app.fill("textbox", title(&view), WORDS);
    app.quit();
    assert_goes_on(&desktop.start(), &view, WORDS);
}

/// The last words cannot be saved: the lock still happens, and they are there after the unlock.
#[test]
fn a_lock_on_a_full_disk_keeps_the_last_words_of_an_exercise() {
    let mut desktop = Desktop::default();
    let mounts = Mounts::small_disk(&desktop, "8m");
    desktop = desktop.with_wrapper(&mounts.wrapper());
    let mut app = desktop.start();
    let view = writing(&app);
    app.fill("textbox", title(&view), "Before. ");
    app.see_answer_saved();
    let filler_path = mounts.fill();
    let typed = WORDS.repeat(MANY);
    app.paste("textbox", title(&view), &typed);
    app.see(&app.words("errors.disk_full.title"));
    app.see(&app.words("practice.not_saved"));

    // It cannot be left by mistake.
    app.press(&[], &[key::ESCAPE]);
    app.see(&app.words("practice.stay_first"));
    app.find("textbox", title(&view));

    app.click_away("button", &app.words("shell.lock"));
    app.follow_lock();
    fs::remove_file(filler_path).expect("room is made");
    assert_goes_on(&app, &view, &format!("Before. {typed}"));
}

#[test]
fn a_full_disk_that_has_room_again_takes_the_words() {
    let mut desktop = Desktop::default();
    let mounts = Mounts::small_disk(&desktop, "8m");
    desktop = desktop.with_wrapper(&mounts.wrapper());
    let app = desktop.start();
    let view = writing(&app);
    let filler_path = mounts.fill();
    let typed = WORDS.repeat(MANY);
    app.paste("textbox", title(&view), &typed);
    app.see(&app.words("errors.disk_full.title"));
    fs::remove_file(filler_path).expect("room is made");
    app.try_again();
    app.miss(&app.words("errors.disk_full.title"));
    app.see_answer_saved();
    app.see_kept(&view, "observe", "every character", |answer| {
        answer["text"] == json!(typed)
    });
}

#[test]
fn a_running_timer_runs_on_through_lock_and_power_cut_by_the_clock_on_the_wall() {
    const AWAY: Duration = Duration::from_secs(3);
    let desktop = Desktop::default();
    let mut app = desktop.start();
    app.first_start(PASSPHRASE, false);
    let view = app.practise_to("observe", "timer");
    app.go_on_with(&view);
    app.click("button", &app.words("practice.start"));
    let step = view["at"].as_str().unwrap_or_default();
    let running = app.see_kept(&view, step, "a running clock", |answer| {
        answer["clock"]["run_since"].is_number()
    });

    app.lock();
    std::thread::sleep(AWAY);
    app.unlock(PASSPHRASE);
    app.see_kept_as(&view, step, &running);
    app.cut_power();
    drop(app);
    let app = desktop.start();
    app.unlock(PASSPHRASE);
    app.see_kept_as(&view, step, &running);
    app.go_on_with(&view);
    app.click("button", &app.words("practice.pause"));
    let paused = app.see_kept(&view, step, "a clock at rest", |answer| {
        answer["clock"]["run_since"].is_null()
    });
    let counted = paused["clock"]["counted_ms"].as_i64().unwrap_or_default();
    let least = i64::try_from(AWAY.as_millis()).expect("a few seconds");
    assert!(counted > least, "the time away counts: {counted} ms");
}

#[test]
fn it_goes_on_days_later_from_any_of_its_doors() {
    let desktop = Desktop::default();
    let app = desktop.start();
    let view = writing(&app);
    app.fill("textbox", title(&view), WORDS);
    app.see_answer_saved();
    app.click("button", &app.words("practice.leave"));

    app.open_skill("STOP");
    app.click("button", &app.words("skills.go_on"));
    app.find("textbox", title(&view));
    app.click("button", &app.words("practice.leave"));

    app.open_skills_part("done");
    app.click("button", &app.words("skills.done_which.unfinished"));
    app.click_like("button", "STOP");
    app.find("textbox", title(&view));
    assert_eq!(app.value("textbox", title(&view)), WORDS);
}
