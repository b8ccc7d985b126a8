//! A programme is set up with the keyboard, in four short steps.

use chrono::{Datelike, Days, NaiveDate, Weekday};
use evenkeel_tests::app::App;
use evenkeel_tests::desktop::Desktop;
use evenkeel_tests::journey::PASSPHRASE;
use evenkeel_tests::schedule::date;
use evenkeel_tests::webdriver::key;
use serde_json::{Value, json};

/// A slow hand needs this long for a key.
const SLOW_KEY_S: f64 = 0.5;
const TWO_MINUTES_S: f64 = 120.0;
const WEEKS: u64 = 4;

const COUNT_KEYS: &str = "window.keysPressed = 0;
    addEventListener('keydown', () => { window.keysPressed += 1; }, { capture: true });";

/// The steps of the set-up begin with their headings.
#[track_caller]
fn see_step(app: &App<'_>, step: usize) {
    app.see_focus(
        "heading",
        &app.words(&format!("programme.set_up_steps.{step}")),
    );
}

/// A row of the set-up: days, from when until when.
#[track_caller]
fn type_session(app: &App<'_>, days: &[&str], [from, until]: [&str; 2]) {
    for day in days {
        app.tick(day);
    }
    app.retype_at(&app.words("programme.from"), from);
    app.retype_at(&app.words("programme.until"), until);
}

#[track_caller]
fn add_session(app: &App<'_>, kind: &str) {
    app.enter(&app.words("programme.session_add"));
    let name = app.words("programme.kind");
    app.until("the new row has the focus", |_| {
        Ok(app.focused().ends_with(&format!("{name:?}")).then_some(()))
    });
    let shown = app
        .session()
        .script("return document.activeElement.value", &[]);
    assert_eq!(
        app.expect(shown, "a kind"),
        json!(kind),
        "it is offered by itself"
    );
}

/// Today names the first session, with its day and its time.
#[track_caller]
fn see_first_session(app: &App<'_>, start: NaiveDate) {
    let today = app.day_before(0);
    let day = app.in_page(
        "([day, today]) => schedule.dayAhead(day, today)",
        &[json!(start.to_string()), json!(today)],
    );
    let span = app.time_span("17:30", "20:30");
    app.go_to_room("today");
    let said = app.words_with(
        "programme.next_line",
        &[json!("Group"), json!(day), json!(span)],
    );
    app.find("heading", &said);
}

/// Kind, day, start and end of each session that there should be in the first weeks.
fn expected(start: NaiveDate) -> Vec<Value> {
    let saturdays = start
        .iter_days()
        .filter(|day| day.weekday() == Weekday::Sat);
    let family: Vec<NaiveDate> = saturdays.take(WEEKS as usize).step_by(2).collect();
    let mut sessions = Vec::new();
    for day in start.iter_days().take(7 * WEEKS as usize) {
        let session =
            |kind: &str, from: &str, until: &str| json!([kind, day.to_string(), from, until]);
        match day.weekday() {
            Weekday::Mon | Weekday::Wed | Weekday::Thu => {
                sessions.push(session("group", "17:30", "20:30"))
            }
            Weekday::Tue => sessions.push(session("individual", "16:00", "17:00")),
            Weekday::Sat if family.contains(&day) => {
                sessions.push(session("family", "10:00", "11:30"))
            }
            _ => {}
        }
    }
    sessions
}

#[test]
fn the_usual_programme_is_set_up_with_keys_in_two_minutes() {
    let desktop = Desktop::default();
    let app = desktop.start();
    app.first_start(PASSPHRASE, false);
    let start = app.monday(1);
    app.go_to_schedule("week");
    app.expect(app.session().script(COUNT_KEYS, &[]), "keys are counted");

    app.enter(&app.words("schedule.empty_set_up"));
    see_step(&app, 0);
    app.type_at(&app.words("programme.name"), "Harbor IOP");
    app.tab_to("textbox", &app.words("programme.start"));
    app.type_day(start);
    app.type_at(&app.words("programme.weeks"), "10");
    app.press(&[], &[key::ENTER]);
    see_step(&app, 1);
    type_session(
        &app,
        &["Monday", "Wednesday", "Thursday"],
        ["5:30 pm", "8:30 pm"],
    );
    add_session(&app, "individual");
    type_session(&app, &["Tuesday"], ["4pm", "5pm"]);
    add_session(&app, "family");
    type_session(&app, &["Saturday"], ["10:00 am", "11:30 am"]);
    app.choose_at(&app.words("programme.how_often"), "Every s");
    app.find("combobox", &app.words("programme.first_one"));
    app.enter(&app.words("programme.next"));
    see_step(&app, 2);
    app.enter(&app.words("programme.next"));
    see_step(&app, 3);
    app.see("Harbor IOP");
    app.see(&app.time_span("17:30", "20:30"));
    let nothing = app.occurrences(start, start + Days::new(7));
    assert!(nothing.is_empty(), "nothing is saved before one says so");
    app.enter(&app.words("programme.finish"));
    app.see(&app.words("programme.finished"));
    app.see_focus("heading", &app.words("schedule.weeks.now"));

    let pressed = app.expect(
        app.session().script("return window.keysPressed", &[]),
        "a count",
    );
    let seconds = pressed.as_f64().unwrap_or(f64::INFINITY) * SLOW_KEY_S;
    assert!(seconds < TWO_MINUTES_S, "{pressed} keys, {seconds} s");

    let programme = app.ask("programme", &Value::Null);
    for (field, value) in [
        ("name", json!("Harbor IOP")),
        ("start_date", json!(start.to_string())),
        ("weeks", json!(10)),
        ("hours_a_week", json!(9)),
        ("zone", json!("America/New_York")),
    ] {
        assert_eq!(programme[field], value, "{field}");
    }
    let until = start + Days::new(7 * WEEKS - 1);
    let sessions: Vec<Value> = app
        .occurrences(start, until)
        .iter()
        .map(|one| json!([one["kind"], one["date"], one["time"], one["end_time"]]))
        .collect();
    assert_eq!(sessions, expected(start));
    let last = date(
        app.ask(
            "schedule_event",
            &json!({"event": 1, "recurrence_id": null}),
        )["rule"]["until"]
            .as_str()
            .unwrap_or_default(),
    );
    assert_eq!(last, start + Days::new(69), "it ends with the programme");
    see_first_session(&app, start);
}

/// What is wrong is said beside its field, and nothing that was typed is lost.
#[test]
fn a_set_up_that_is_left_waits_and_says_what_is_missing() {
    let desktop = Desktop::default();
    let app = desktop.start();
    app.first_start(PASSPHRASE, false);
    app.go_to_schedule("week");
    app.enter(&app.words("schedule.empty_set_up"));
    see_step(&app, 0);
    app.type_at(&app.words("programme.weeks"), "many");
    app.enter(&app.words("programme.next"));
    app.see(&app.words("programme.weeks_wrong"));
    app.see_focus("textbox", &app.words("programme.weeks"));
    app.press(&[key::CONTROL], &['a']);
    app.type_keys("8");
    app.enter(&app.words("programme.next"));
    see_step(&app, 1);
    app.tick("Monday");
    app.type_at(&app.words("programme.from"), "5:30");
    app.enter(&app.words("programme.next"));
    app.see(&app.words("programme.time_faults.half"));
    app.see_focus("textbox", &app.words("programme.from"));
    app.type_keys(" pm");
    let until = app.words("programme.until");
    app.until("the end follows", |_| {
        Ok((!app.value("textbox", &until).is_empty()).then_some(()))
    });

    // Away and back again, by way of Today.
    app.go_to_room("today");
    app.enter(&app.words("programme.blank_go_on"));
    see_step(&app, 1);
    app.see(&app.words("programme.set_up_kept"));
    let from = app.value("textbox", &app.words("programme.from"));
    assert_eq!(from.split_whitespace().collect::<Vec<_>>(), ["5:30", "pm"]);
    assert_eq!(app.ask("programme", &Value::Null)["weeks"], Value::Null);
}
