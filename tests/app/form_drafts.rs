//! A form that is left half filled in is there again as it was left, until it is saved or let go.

use evenkeel_tests::app::App;
use evenkeel_tests::desktop::Desktop;
use evenkeel_tests::journey::PASSPHRASE;
use evenkeel_tests::roles;
use evenkeel_tests::webdriver::key;
use serde_json::{Value, json};
use std::thread;
use std::time::Duration;

/// What is typed is at risk for one second at most.
const KEPT_AFTER: Duration = Duration::from_secs(2);

const NAME: &str = "Heron choir";
const PLACE: &str = "12 Elm Str";

fn planned(desktop: &Desktop) -> App<'_> {
    let app = desktop.start();
    app.first_start(PASSPHRASE, false);
    app.set_up_programme(&app.usual_sessions());
    app
}

#[track_caller]
fn kept(app: &App<'_>, form: &str) -> Value {
    app.ask("form_draft", &json!({"form": form}))["body"].take()
}

/// A time as the field shows it, with plain spaces.
#[track_caller]
fn time(app: &App<'_>, field: &str) -> String {
    let shown = app.value("textbox", &app.words(field));
    shown.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[track_caller]
fn is_checked(app: &App<'_>, role: &str, name: &str) -> bool {
    let found = app.find(role, name);
    app.expect(app.session().property(&found, "checked"), name) == json!(true)
}

#[track_caller]
fn open_new(app: &App<'_>) {
    app.go_to_schedule("week");
    app.enter(&app.words("schedule.add"));
    app.see_focus("heading", &app.words("schedule.new_title"));
}

#[track_caller]
fn half_fill(app: &App<'_>) {
    open_new(app);
    assert!(!app.shows(&app.words("schedule.form_kept")));
    app.type_at(&app.words("schedule.name"), NAME);
    app.pick(&app.words("schedule.repeats_weekly"));
    app.type_at(&app.words("schedule.start"), "5:30 pm");
    app.type_at(&app.words("schedule.place"), PLACE);
}

#[track_caller]
fn assert_half_filled(app: &App<'_>) {
    assert_eq!(app.value("textbox", &app.words("schedule.name")), NAME);
    assert!(is_checked(
        app,
        "radio",
        &app.words("schedule.repeats_weekly")
    ));
    assert_eq!(time(app, "schedule.start"), "5:30 pm");
    assert_eq!(time(app, "schedule.end"), "6:30 pm");
    assert_eq!(app.value("textbox", &app.words("schedule.place")), PLACE);
}

#[track_caller]
fn assert_goes_on(app: &App<'_>) {
    open_new(app);
    app.see(&app.words("schedule.form_kept"));
    assert_half_filled(app);
}

#[track_caller]
fn lock_by_key(app: &mut App<'_>) {
    app.press_away(&[key::CONTROL], &['l']);
    app.follow_lock();
    app.unlock(PASSPHRASE);
}

#[test]
fn an_event_half_typed_at_a_lock_is_gone_on_with_and_saved() {
    let desktop = Desktop::default();
    let mut app = planned(&desktop);
    half_fill(&app);
    lock_by_key(&mut app);
    assert_goes_on(&app);
    app.type_at(&app.words("schedule.room"), "2");
    app.enter(&app.words("schedule.save"));
    app.see(&app.words_with("schedule.added", &[json!(NAME)]));
    assert_eq!(kept(&app, "event"), Value::Null);
    let all = app.occurrences(app.monday(0), app.monday(2));
    let saved = all.iter().find(|one| one["summary"] == json!(NAME));
    let saved = saved.expect("it is in the schedule");
    assert_eq!(
        ["time", "end_time", "location", "room"].map(|field| &saved[field]),
        [&json!("17:30"), &json!("18:30"), &json!(PLACE), &json!("2")]
    );
    lock_by_key(&mut app);
    open_new(&app);
    assert!(!app.shows(&app.words("schedule.form_kept")));
    assert_eq!(app.value("textbox", &app.words("schedule.name")), "");
}

#[test]
fn a_power_cut_leaves_an_event_that_was_half_typed() {
    let desktop = Desktop::default();
    let mut app = planned(&desktop);
    half_fill(&app);
    thread::sleep(KEPT_AFTER);
    app.cut_power();
    let app = desktop.start();
    app.unlock(PASSPHRASE);
    assert_goes_on(&app);
}

#[test]
fn an_event_is_let_go_or_begun_anew_and_both_are_taken_back() {
    let desktop = Desktop::default();
    let mut app = planned(&desktop);
    half_fill(&app);
    app.enter(&app.words("schedule.form_cancel_new"));
    app.see(&app.words("schedule.form_let_go"));
    assert_eq!(kept(&app, "event"), Value::Null);
    app.undo_by_key(&app.words("schedule.form_let_go"));
    app.see(&app.words("schedule.form_kept"));
    assert_half_filled(&app);

    app.enter(&app.words("schedule.form_fresh"));
    app.see(&app.words("schedule.form_emptied"));
    app.miss(&app.words("schedule.form_kept"));
    assert_eq!(app.value("textbox", &app.words("schedule.name")), "");
    app.see_asked("form_draft", &json!({"form": "event"}), "none", |draft| {
        draft["body"].is_null()
    });
    app.undo_by_key(&app.words("schedule.form_emptied"));
    app.until("what was typed is back", |_| {
        Ok((app.value("textbox", &app.words("schedule.place")) == PLACE).then_some(()))
    });
    lock_by_key(&mut app);
    assert_goes_on(&app);
}

/// Opens the form for a group of next week.
#[track_caller]
fn open_change(app: &App<'_>, day: &str) {
    app.go_to_schedule("week");
    app.enter(&app.words("schedule.week_after"));
    app.find("heading", &app.words("schedule.weeks.next"));
    app.walk_to_row(&app.words("schedule.week_days"), &[day, "Group"]);
    app.press(&[], &[key::ENTER]);
    app.see_focus("heading", "Group");
    app.enter(&app.words("schedule.change"));
    let title = app.words_with("schedule.change_title_of", &[json!("Group")]);
    app.see_focus("heading", &title);
}

#[test]
fn two_changes_that_are_half_typed_do_not_cover_each_other() {
    let desktop = Desktop::default();
    let mut app = planned(&desktop);
    let bring = app.words("schedule.bring");
    open_change(&app, "Wed");
    app.pick(&app.words("schedule.scopes.this_and_future.label"));
    app.retype_at(&bring, "the blue folder");
    open_change(&app, "Thu");
    app.retype_at(&bring, "warm socks");
    lock_by_key(&mut app);

    for (day, scope, words) in [
        ("Wed", "this_and_future", "the blue folder"),
        ("Thu", "this", "warm socks"),
    ] {
        open_change(&app, day);
        app.see(&app.words("schedule.form_kept"));
        assert_eq!(app.value("textbox", &bring), words);
        let scope = app.words(&format!("schedule.scopes.{scope}.label"));
        let found = app.find_like("radio", &scope);
        let chosen = app.expect(app.session().property(&found, "checked"), &scope);
        assert_eq!(chosen, json!(true), "{scope}");
    }
    open_change(&app, "Mon");
    assert!(!app.shows(&app.words("schedule.form_kept")));
    open_new(&app);
    assert!(!app.shows(&app.words("schedule.form_kept")));
}

#[track_caller]
fn see_step(app: &App<'_>, step: usize) {
    let title = app.words(&format!("programme.set_up_steps.{step}"));
    app.see_focus("heading", &title);
}

/// The set-up, half filled in on its second step.
#[track_caller]
fn half_set_up(app: &App<'_>) {
    app.first_start(PASSPHRASE, false);
    app.go_to_schedule("week");
    app.enter(&app.words("schedule.empty_set_up"));
    see_step(app, 0);
    app.type_at(&app.words("programme.name"), "Harbor");
    app.enter(&app.words("programme.next"));
    see_step(app, 1);
    app.tick("Monday");
    app.type_at(&app.words("programme.from"), "5:30 pm");
    app.retype_at(&app.words("programme.until"), "9 pm");
}

/// Today leads back to where one was.
#[track_caller]
fn assert_set_up_goes_on(app: &App<'_>) {
    app.go_to_room("today");
    app.see(&app.words("programme.set_up_kept"));
    app.enter(&app.words("programme.blank_go_on"));
    see_step(app, 1);
    app.see(&app.words("schedule.form_kept"));
    assert!(is_checked(app, "checkbox", "Monday"));
    assert_eq!(time(app, "programme.from"), "5:30 pm");
    assert_eq!(time(app, "programme.until"), "9:00 pm");
}

#[test]
fn a_set_up_on_its_second_step_is_there_after_a_lock_and_a_power_cut_until_it_is_saved() {
    let desktop = Desktop::default();
    let mut app = desktop.start();
    half_set_up(&app);
    lock_by_key(&mut app);
    assert_set_up_goes_on(&app);
    app.enter(&app.words("programme.session_add"));
    thread::sleep(KEPT_AFTER);
    app.cut_power();

    let mut app = desktop.start();
    app.unlock(PASSPHRASE);
    assert_set_up_goes_on(&app);
    let rows = roles::find_all(app.session(), "textbox", &app.words("programme.from"));
    assert_eq!(app.expect(rows, "both rows").len(), 2);
    app.enter(&app.words("programme.back"));
    see_step(&app, 0);
    assert_eq!(app.value("textbox", &app.words("programme.name")), "Harbor");
    for step in 1..=3 {
        app.enter(&app.words("programme.next"));
        see_step(&app, step);
    }
    app.enter(&app.words("programme.finish"));
    app.see(&app.words("programme.finished"));
    assert_eq!(kept(&app, "set_up"), Value::Null);
    assert_eq!(app.ask("programme", &Value::Null)["name"], json!("Harbor"));
    lock_by_key(&mut app);
    app.go_to_schedule("programme");
    assert!(!app.shows(&app.words("programme.set_up_kept")));
}

#[test]
fn a_set_up_is_begun_anew_and_taken_back() {
    let desktop = Desktop::default();
    let app = desktop.start();
    half_set_up(&app);
    app.go_to_schedule("programme");
    app.enter(&app.words("programme.blank_go_on"));
    see_step(&app, 1);
    app.enter(&app.words("schedule.form_fresh"));
    see_step(&app, 0);
    assert_eq!(app.value("textbox", &app.words("programme.name")), "");
    app.see_asked("form_draft", &json!({"form": "set_up"}), "none", |draft| {
        draft["body"].is_null()
    });
    app.undo_by_key(&app.words("schedule.form_emptied"));
    app.find("checkbox", "Monday");
    assert_set_up_goes_on(&app);
}
