//! Everything that locks: each ends the process that saw the words, and each saves them first.

use evenkeel_tests::app::App;
use evenkeel_tests::bus::{self, LoginManager};
use evenkeel_tests::desktop::Desktop;
use evenkeel_tests::journey::PASSPHRASE;
use evenkeel_tests::wait::{self, PATIENCE};
use evenkeel_tests::webdriver::key;
use serde_json::json;
use std::time::Duration;

/// An open journal with a page on which the last words have just been typed.
fn writing(desktop: &Desktop) -> App<'_> {
    let app = desktop.start();
    app.first_start(PASSPHRASE, false);
    app.new_entry();
    app.type_entry("Last words", "Typed a moment before the lock.");
    app
}

/// The lock screen is there, and the words are too.
fn assert_locked_and_saved(app: &mut App<'_>) {
    app.follow_lock();
    app.unlock(PASSPHRASE);
    app.open_entry("Last words");
    let body = app.words("journal.body_label");
    app.until("the words are as they were typed", |_| {
        Ok((app.value("textbox", &body) == "Typed a moment before the lock.").then_some(()))
    });
}

#[test]
fn the_button_locks() {
    let desktop = Desktop::default();
    let mut app = writing(&desktop);
    app.click_away("button", &app.words("shell.lock"));
    assert_locked_and_saved(&mut app);
}

#[test]
fn ctrl_l_locks() {
    let desktop = Desktop::default();
    let mut app = writing(&desktop);
    app.press_away(&[key::CONTROL], &['l']);
    assert_locked_and_saved(&mut app);
}

#[test]
fn f9_locks_and_leaves_a_minimised_window_with_a_neutral_title() {
    let desktop = Desktop::default();
    let mut app = writing(&desktop);
    app.press_away(&[], &[key::F9]);
    wait::until(
        "nothing of it is on the screen",
        Duration::from_secs(2),
        || {
            desktop
                .display()
                .windows()
                .iter()
                .all(|window| window.is_hidden)
                .then_some(())
        },
    );
    app.follow_lock();
    let left = wait::until("a minimised window is left", PATIENCE, || {
        let windows = desktop.display().windows();
        (!windows.is_empty()).then_some(windows)
    });
    for window in left {
        assert_eq!(window.title, "Evenkeel");
        assert!(window.is_hidden, "{window:?}");
    }
    app.unlock(PASSPHRASE);
    app.find_like("button", "Last words");
}

#[test]
fn one_idle_minute_locks() {
    let desktop = Desktop::default();
    let mut app = writing(&desktop);
    app.see_saved();
    let mut settings = app.invoke("settings_view", &json!(null)).expect("settings");
    settings["auto_lock_minutes"] = json!(1);
    app.invoke("settings_update", &settings)
        .expect("the time can be chosen");
    wait::throughout(
        "it stays open for most of the minute",
        Duration::from_secs(40),
        || app.session().title().is_ok(),
    );
    assert_locked_and_saved(&mut app);
}

#[test]
fn the_screen_lock_locks() {
    let desktop = Desktop::default();
    let mut app = writing(&desktop);
    let screen_saver = bus::connect(&desktop);
    screen_saver.own_silently("org.freedesktop.ScreenSaver");
    screen_saver.signal(
        "/org/freedesktop/ScreenSaver",
        "org.freedesktop.ScreenSaver",
        "ActiveChanged",
        &true,
    );
    assert_locked_and_saved(&mut app);
}

#[test]
fn the_end_of_a_screen_lock_does_not_lock() {
    let desktop = Desktop::default();
    let app = writing(&desktop);
    let screen_saver = bus::connect(&desktop);
    screen_saver.signal(
        "/org/freedesktop/ScreenSaver",
        "org.freedesktop.ScreenSaver",
        "ActiveChanged",
        &false,
    );
    wait::throughout("it stays open", Duration::from_secs(3), || {
        app.session().title().is_ok()
    });
}

#[test]
fn a_locked_login_session_locks() {
    let desktop = Desktop::default();
    let login = LoginManager::start(&desktop);
    let mut app = writing(&desktop);
    wait::until("the app asks to be waited for", PATIENCE, || {
        (login.inhibitors() > 0).then_some(())
    });
    login.lock_session();
    assert_locked_and_saved(&mut app);
}

#[test]
fn sleep_waits_for_the_lock() {
    let desktop = Desktop::default();
    let login = LoginManager::start(&desktop);
    let mut app = writing(&desktop);
    wait::until("the app asks to be waited for", PATIENCE, || {
        (login.inhibitors() > 0).then_some(())
    });
    login.prepare_for_sleep();
    login.wait_for_release();
    assert_locked_and_saved(&mut app);
}

#[test]
fn closing_the_window_saves_and_ends() {
    let desktop = Desktop::default();
    let mut app = writing(&desktop);
    app.quit();
    let app = desktop.start();
    app.unlock(PASSPHRASE);
    app.find_like("button", "Last words");
}
