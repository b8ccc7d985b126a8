//! The keychain of a real desktop, in each state it can be in. Whatever it does, the passphrase
//! opens the journal, and nobody waits for more than three seconds to type it.

use evenkeel_tests::app::App;
use evenkeel_tests::bus;
use evenkeel_tests::desktop::Desktop;
use evenkeel_tests::journey::PASSPHRASE;
use evenkeel_tests::key_file;
use evenkeel_tests::traces::{self, Needle};
use evenkeel_tests::wait;
use std::time::{Duration, Instant};

const PROMISED: Duration = Duration::from_secs(3);
/// What the app gives a keychain to answer, and a moment to say so.
const TIME_LIMIT: Duration = Duration::from_secs(12);

/// A desktop with a real keychain, and a vault that it may open; the app is not running.
fn with_keychain() -> Desktop {
    let desktop = Desktop::default();
    desktop.start_keyring();
    let mut app = desktop.start();
    app.first_start(PASSPHRASE, true);
    app.write_entry("Kept", "Whatever the keychain does.");
    app.quit();
    drop(app);
    assert_eq!(
        bus::connect(&desktop).keychain_items().len(),
        1,
        "one entry in the keychain"
    );
    desktop
}

/// Starts the app; the passphrase can be typed in time.
fn start_in_time(desktop: &Desktop) -> App<'_> {
    let begin = Instant::now();
    let app = desktop.start();
    app.find("textbox", &app.words("unlock.passphrase"));
    assert!(
        begin.elapsed() < PROMISED + ATTACHING,
        "the passphrase screen took {:?}",
        begin.elapsed()
    );
    app
}

/// What it takes to start a driver and to ask it, which no person does.
const ATTACHING: Duration = Duration::from_secs(2);

/// Presses "open with this computer", reads the words for `code`, and gets in with the passphrase.
fn expect_problem(app: &App<'_>, code: &str, limit: Duration) {
    let begin = Instant::now();
    app.click("button", &app.words("unlock.with_computer"));
    let title = app.words(&format!("errors.{code}.title"));
    wait::until(&format!("the page says {title:?}"), limit, || {
        app.shows(&title).then_some(())
    });
    assert!(begin.elapsed() < limit);
    app.see(&app.words(&format!("errors.{code}.next")));
    app.unlock(PASSPHRASE);
    app.find_like("button", "Kept");
}

#[test]
fn a_real_keychain_opens_the_journal() {
    let desktop = with_keychain();
    let mut app = start_in_time(&desktop);
    app.unlock_with_computer();
    app.find_like("button", "Kept");
    app.lock();
    app.unlock_with_computer();
    app.find_like("button", "Kept");

    let keys = key_file::open(&desktop.vault_dir(), PASSPHRASE);
    let needles = [
        Needle::key("the master key", &keys.master),
        Needle::key("the database key", &keys.database),
    ];
    assert_eq!(
        traces::in_files(&desktop.own_dir(), &needles),
        [],
        "no plain key on disk"
    );
}

#[test]
fn without_a_keychain_it_is_not_offered_and_setup_says_so() {
    let desktop = Desktop::default();
    let mut app = desktop.start();
    app.first_start(PASSPHRASE, true);
    app.write_entry("Kept", "Without any keychain.");
    app.lock();
    app.find("textbox", &app.words("unlock.passphrase"));
    assert!(
        !app.has("button", &app.words("unlock.with_computer")),
        "there is nothing to offer"
    );
    app.unlock(PASSPHRASE);
    app.find_like("button", "Kept");
}

#[test]
fn a_keychain_that_is_gone_sends_to_the_passphrase() {
    let desktop = with_keychain();
    desktop.stop_keyring();
    let app = start_in_time(&desktop);
    expect_problem(&app, "keychain_unavailable", PROMISED);
}

#[test]
fn a_keychain_that_is_locked_sends_to_the_passphrase() {
    let desktop = with_keychain();
    bus::connect(&desktop).lock_keychain();
    let app = start_in_time(&desktop);
    expect_problem(&app, "keychain_denied", TIME_LIMIT);
}

#[test]
fn an_entry_that_is_gone_sends_to_the_passphrase() {
    let desktop = with_keychain();
    assert_eq!(bus::connect(&desktop).empty_keychain(), 1);
    let app = start_in_time(&desktop);
    expect_problem(&app, "keychain_lost", PROMISED);
}

#[test]
fn a_keychain_that_hangs_sends_to_the_passphrase() {
    let desktop = with_keychain();
    desktop.stop_keyring();
    let hanging = bus::connect(&desktop);
    hanging.own_silently("org.freedesktop.secrets");
    let app = start_in_time(&desktop);
    expect_problem(&app, "keychain_timeout", TIME_LIMIT);
}

#[test]
fn after_a_change_of_passphrase_the_keychain_still_opens() {
    const NEW: &str = "eleven lapwings above Thornaby";
    let desktop = with_keychain();
    let mut app = desktop.start();
    app.unlock(PASSPHRASE);
    app.change_passphrase(PASSPHRASE, NEW);
    app.lock();
    app.unlock_with_computer();
    app.lock();
    app.unlock(NEW);
    app.find_like("button", "Kept");
}
