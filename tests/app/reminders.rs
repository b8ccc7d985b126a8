//! Reminders as a person gets them: shown by a real notification service, in neutral words, once.

use crate::keyboard::{RAIL, assert_order};
use chrono::{DateTime, NaiveDateTime, TimeDelta, Timelike, Utc};
use evenkeel_tests::app::App;
use evenkeel_tests::bus;
use evenkeel_tests::desktop::Desktop;
use evenkeel_tests::journey::PASSPHRASE;
use evenkeel_tests::notifications::Notifications;
use evenkeel_tests::process::{self, Child};
use evenkeel_tests::schedule::{single, with};
use evenkeel_tests::wait;
use evenkeel_tests::webdriver::key;
use serde_json::{Value, json};
use std::thread;
use std::time::{Duration, SystemTime};

/// The app looks every five seconds.
const SOON: Duration = Duration::from_secs(20);
/// Long enough for a second one to have come.
const A_WHILE: Duration = Duration::from_secs(8);

fn desktop() -> Desktop {
    Desktop::default().with_env("TZ", "Etc/UTC")
}

fn now() -> NaiveDateTime {
    DateTime::<Utc>::from(SystemTime::now()).naive_utc()
}

/// A group with private words in every field that starts in so many minutes.
fn add_group(app: &App<'_>, minutes: i64) -> NaiveDateTime {
    let starts = now() + TimeDelta::minutes(minutes);
    let time = starts.format("%H:%M").to_string();
    let private = json!({
        "summary": "Trauma group", "location": "Harbor clinic", "bring": "Diary card",
        "facilitator": "Dr. Ames", "description": "Relapse prevention",
    });
    app.add_event(&with(single("group", starts.date(), &time, 60), &private));
    starts
}

fn remind(app: &App<'_>, fields: &Value) -> Value {
    let off = json!({"kinds": [], "check_in": null, "card": null, "quiet": null});
    app.ask("reminders_save", &with(off, fields))
}

fn before_groups(minutes: i64) -> Value {
    json!({"kinds": [{"kind": "group", "minutes_before": minutes}]})
}

fn said(starts: NaiveDateTime) -> (String, String) {
    let (is_pm, hour) = starts.hour12();
    let half = if is_pm { "pm" } else { "am" };
    let day = if starts.date() == now().date() {
        ""
    } else {
        " tomorrow"
    };
    let words = format!("Something{day} at {hour}:{:02} {half}", starts.minute());
    ("Evenkeel".to_owned(), words)
}

#[track_caller]
fn see(notifications: &Notifications<'_>, expected: &[(String, String)], patience: Duration) {
    let mut last = Vec::new();
    let seen = wait::until_or_none(patience, || {
        last = notifications.shown();
        (last.len() >= expected.len()).then_some(())
    });
    assert!(seen.is_some(), "{expected:?} was not shown, but {last:?}");
    assert_eq!(last, expected);
}

fn see_no_more(notifications: &Notifications<'_>, shown: &[(String, String)], what: &str) {
    wait::throughout(what, A_WHILE, || notifications.shown() == shown);
}

fn start_in_background(desktop: &Desktop) -> Child {
    let mut command = desktop.app_command(None);
    command.arg("--background");
    process::start_logged(command, &desktop.log_dir().join("in-background"))
}

#[test]
fn a_session_is_reminded_of_once_and_in_neutral_words() {
    let desktop = desktop();
    let notifications = Notifications::start(&desktop);
    let mut app = desktop.start();
    app.first_start(PASSPHRASE, false);
    assert_eq!(
        remind(&app, &before_groups(30))["notifications"],
        json!(true)
    );
    let expected = [said(add_group(&app, 20))];
    see(&notifications, &expected, SOON);

    app.lock();
    see_no_more(&notifications, &expected, "not again after the lock");
    app.unlock(PASSPHRASE);
    app.write_entry("Later", "Anything that is saved plans anew.");
    see_no_more(&notifications, &expected, "not again after a save");
    app.quit();
    let mut app = desktop.start();
    app.unlock(PASSPHRASE);
    see_no_more(&notifications, &expected, "not again after a restart");
    app.quit();
}

#[test]
fn reminders_go_on_while_it_is_locked() {
    let desktop = desktop();
    let notifications = Notifications::start(&desktop);
    let mut app = desktop.start();
    app.first_start(PASSPHRASE, false);
    // On the next minute but one, after the lock.
    let minute = (now() + TimeDelta::minutes(2)).format("%H:%M").to_string();
    let starts = add_group(&app, 20);
    remind(
        &app,
        &with(
            before_groups(18),
            &json!({"check_in": minute, "card": minute}),
        ),
    );
    app.lock();
    assert_eq!(notifications.shown(), [], "it is not time yet");
    let evenkeel = |words: &str| ("Evenkeel".to_owned(), words.to_owned());
    let mut expected = vec![
        said(starts),
        evenkeel("A moment for yourself"),
        evenkeel("A minute for your day"),
    ];
    expected.sort();
    let shown = wait::until("three are shown", Duration::from_secs(150), || {
        let mut shown = notifications.shown();
        shown.sort();
        (shown.len() >= 3).then_some(shown)
    });
    assert_eq!(shown, expected);
    let shown = notifications.shown();
    see_no_more(&notifications, &shown, "each once");
    app.unlock(PASSPHRASE);
    see_no_more(&notifications, &shown, "each once, also after the unlock");
}

#[test]
fn with_the_keychain_on_they_come_before_the_first_unlock() {
    let desktop = desktop();
    desktop.start_keyring();
    let notifications = Notifications::start(&desktop);
    let mut app = desktop.start();
    app.first_start(PASSPHRASE, true);
    assert_eq!(remind(&app, &before_groups(18))["keychain"], json!(true));
    let starts = add_group(&app, 20);
    let sealed_path = desktop.vault_dir().join("reminders.sealed");
    wait::until("the coming ones are kept", SOON, || {
        sealed_path.exists().then_some(())
    });
    app.quit();
    drop(app);
    assert_eq!(notifications.shown(), [], "it is not time yet");

    let mut locked = start_in_background(&desktop);
    let shown = [said(starts)];
    see(&notifications, &shown, Duration::from_secs(150));
    locked.kill();
    let mut again = start_in_background(&desktop);
    see_no_more(&notifications, &shown, "not again after a restart");
    again.kill();
    drop((locked, again));

    let app = desktop.start();
    app.unlock_with_computer();
    assert_eq!(bus::connect(&desktop).keychain_items().len(), 2);
    app.ask("keychain_disable", &Value::Null);
    wait::until("nothing is kept without the keychain", SOON, || {
        (!sealed_path.exists()).then_some(())
    });
    assert_eq!(bus::connect(&desktop).keychain_items().len(), 0);
}

#[test]
fn one_that_nothing_could_show_comes_once_something_can() {
    let desktop = desktop();
    let app = desktop.start();
    app.first_start(PASSPHRASE, false);
    remind(&app, &before_groups(30));
    let expected = [said(add_group(&app, 20))];
    // Meanwhile it is due, and tried in vain.
    thread::sleep(A_WHILE);
    let notifications = Notifications::start(&desktop);
    see(&notifications, &expected, SOON);
    see_no_more(&notifications, &expected, "once");
}

#[test]
fn the_page_is_told_when_nothing_can_show_a_reminder() {
    let desktop = desktop();
    let app = desktop.start();
    app.first_start(PASSPHRASE, false);
    let view = app.ask("reminders", &Value::Null);
    assert_eq!(
        (&view["notifications"], &view["tray"], &view["keychain"]),
        (&json!(false), &json!(false), &json!(false))
    );
    assert_eq!(app.ask("reminders_try", &Value::Null), json!(false));

    let notifications = Notifications::start(&desktop);
    assert_eq!(
        app.ask("reminders", &Value::Null)["notifications"],
        json!(true)
    );
    assert_eq!(app.ask("reminders_try", &Value::Null), json!(true));
    assert_eq!(notifications.shown().len(), 1);
}

#[test]
fn the_page_is_filled_in_with_the_keyboard() {
    let desktop = desktop();
    let notifications = Notifications::start(&desktop);
    let app = desktop.start();
    app.first_start(PASSPHRASE, false);
    app.go_to_room("settings");
    app.tab_to("button", &app.words("settings.sections.appearance"));
    app.press(&[], &[key::DOWN, key::DOWN, key::ENTER]);
    assert_order(
        &app,
        &[
            &[
                ("heading", "settings.sections.reminders"),
                ("button", "reminders.session_all"),
                ("button", "reminders.session_kinds"),
                ("switch", "reminders.check_in"),
                ("switch", "reminders.card"),
                ("switch", "reminders.quiet"),
                ("switch", "reminders.keep_running"),
                ("switch", "reminders.autostart"),
                ("button", "reminders.try_one"),
            ],
            RAIL,
            &[("button", "settings.sections.reminders")],
        ],
    );
    app.tab_to("button", &app.words("reminders.session_all"));
    // Off, at the start, 5, 10, 15, 30 minutes, an hour.
    app.press(&[], &[key::DOWN; 6]);
    for name in ["check_in", "quiet", "keep_running"] {
        app.tab_to("switch", &app.words(&format!("reminders.{name}")));
        app.press(&[], &[key::SPACE]);
    }
    app.retype_at(&app.words("reminders.check_in_time"), "9:15 pm");
    app.tab_to("button", &app.words("reminders.try_one"));
    app.press(&[], &[key::ENTER]);
    app.see(&app.words("reminders.try_shown"));
    assert_eq!(notifications.shown().len(), 1);
    let kept = app.until("all of it is kept", |_| {
        let kept = app.ask("reminders", &Value::Null)["settings"].clone();
        Ok((kept["check_in"] == json!("21:15")).then_some(kept))
    });
    let leads = kept["kinds"].as_array().expect("all kinds");
    assert!(
        leads.iter().all(|one| one["minutes_before"] == json!(60)),
        "{leads:?}"
    );
    assert_eq!(kept["card"], Value::Null);
    assert_eq!(kept["quiet"], json!({"from": "22:00", "to": "07:00"}));
    let settings = app.ask("settings_view", &Value::Null);
    assert_eq!(settings["keep_running"], json!(true));
}
