//! Going on without a window, and the ways back.

use evenkeel_tests::app::App;
use evenkeel_tests::desktop::Desktop;
use evenkeel_tests::display::Window;
use evenkeel_tests::journey::PASSPHRASE;
use evenkeel_tests::notifications::{Notifications, Tray};
use evenkeel_tests::process::{self, Child};
use evenkeel_tests::schedule::with;
use evenkeel_tests::wait::{self, PATIENCE};
use serde_json::{Value, json};
use std::fs;
use std::time::Duration;

/// The app gives the tray of a starting desktop ten seconds.
const TRAY_PATIENCE: Duration = Duration::from_secs(20);

fn keep_running(app: &App<'_>) {
    let settings = app.ask("settings_view", &Value::Null);
    app.ask(
        "settings_update",
        &with(settings, &json!({"keep_running": true})),
    );
}

fn start(desktop: &Desktop, arguments: &[&str]) -> Child {
    let mut command = desktop.app_command(None);
    command.args(arguments);
    process::start_logged(command, &desktop.log_dir().join("another-start"))
}

fn see_window(desktop: &Desktop, is_hidden: bool) -> Window {
    wait::until("there is one window as it should be", TRAY_PATIENCE, || {
        let windows = desktop.display().windows();
        windows.into_iter().find(|one| one.is_hidden == is_hidden)
    })
}

fn see_no_window(desktop: &Desktop) {
    wait::until("no window is left", PATIENCE, || {
        desktop.display().windows().is_empty().then_some(())
    });
}

#[test]
fn with_a_tray_it_goes_on_without_a_window() {
    let desktop = Desktop::default();
    let tray = Tray::start(&desktop);
    let mut app = desktop.start();
    app.first_start(PASSPHRASE, false);
    assert!(tray.is_empty(), "no icon unless it is wanted");
    keep_running(&app);
    assert_eq!(tray.title_of(1), "Evenkeel");

    app.write_entry("Kept", "Closing the window saves and locks.");
    desktop.display().close_window();
    app.wait_for_end_of_session();
    see_no_window(&desktop);
    assert_eq!(
        tray.title_of(2),
        "Evenkeel",
        "the icon of the fresh process"
    );
    assert!(app.child().is_running());

    tray.click();
    assert!(!see_window(&desktop, false).is_hidden);
    app.attach();
    app.unlock(PASSPHRASE);
    app.find_like("button", "Kept");
    desktop.display().close_window();
    app.wait_for_end_of_session();
    see_no_window(&desktop);
    assert_eq!(tray.title_of(3), "Evenkeel");

    let mut second = start(&desktop, &[]);
    see_window(&desktop, false);
    assert!(second.wait(PATIENCE).success(), "a second start steps back");
    app.attach();
    // The lock screen can end it for good.
    app.click_away("button", &app.words("common.quit"));
    app.wait_for_exit();
}

#[test]
fn without_a_tray_it_stays_minimised() {
    let desktop = Desktop::default();
    let mut app = desktop.start();
    app.first_start(PASSPHRASE, false);
    keep_running(&app);
    desktop.display().close_window();
    app.wait_for_end_of_session();
    assert_eq!(see_window(&desktop, true).title, "Evenkeel");
    let mut second = start(&desktop, &[]);
    see_window(&desktop, false);
    assert!(second.wait(PATIENCE).success());
    app.attach();
    app.unlock(PASSPHRASE);
    wait::until("the one window is the open one", PATIENCE, || {
        let windows = desktop.display().windows();
        (windows.len() == 1 && !windows[0].is_hidden).then_some(())
    });
}

#[test]
fn a_click_on_a_reminder_brings_it_back() {
    let desktop = Desktop::default();
    let _tray = Tray::start(&desktop);
    let notifications = Notifications::start(&desktop);
    let app = desktop.start();
    app.first_start(PASSPHRASE, false);
    desktop.display().minimise_window();
    see_window(&desktop, true);
    assert_eq!(app.ask("reminders_try", &Value::Null), json!(true));
    notifications.click();
    see_window(&desktop, false);
}

#[test]
fn starting_with_the_computer_is_opt_in_and_shows_no_window() {
    let desktop = Desktop::default();
    let tray = Tray::start(&desktop);
    let entry_path = desktop
        .own_dir()
        .join("home/.config/autostart/Evenkeel.desktop");
    let mut app = desktop.start();
    app.first_start(PASSPHRASE, false);
    assert_eq!(
        app.ask("reminders", &Value::Null)["autostart"],
        json!(false)
    );
    assert!(!entry_path.exists());
    assert_eq!(
        app.ask("autostart_set", &json!({"on": true}))["autostart"],
        json!(true)
    );
    let entry = fs::read_to_string(&entry_path).expect("a start-up entry");
    let program = entry.lines().find_map(|line| line.strip_prefix("Exec="));
    let expected = format!("{} --background", process::app_path().display());
    assert_eq!(program, Some(expected.as_str()), "{entry}");

    // Already running: it stays as it is.
    let mut second = start(&desktop, &["--background"]);
    assert!(second.wait(PATIENCE).success());
    app.quit();
    drop(app);

    let mut started = start(&desktop, &["--background"]);
    assert_eq!(tray.title_of(1), "Evenkeel");
    wait::throughout("there is no window", Duration::from_secs(2), || {
        desktop.display().windows().is_empty()
    });
    tray.click();
    see_window(&desktop, false);
    started.kill();
    drop(started);

    let mut app = desktop.start();
    app.unlock(PASSPHRASE);
    assert_eq!(
        app.ask("autostart_set", &json!({"on": false}))["autostart"],
        json!(false)
    );
    assert!(!entry_path.exists());
    app.ask("autostart_set", &json!({"on": true}));
    let delete = "window.__TAURI_INTERNALS__.invoke('delete_everything',
        { request: { confirmation: 'delete everything' } })";
    drop(app.session().script(delete, &[]));
    app.wait_for_end_of_session();
    wait::until("the start-up entry goes with everything", PATIENCE, || {
        (!entry_path.exists()).then_some(())
    });
}
