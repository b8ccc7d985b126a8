//! What begins once the vault is open: the main window, and the day's housekeeping.

use std::thread;
use std::time::Duration;

use evenkeel_core::vault::Unsaved;
use tauri::{AppHandle, Manager};

use crate::locking::{self, Ending};
use crate::platform::clock;
use crate::platform::process::Start;
use crate::reminders::Reminders;
use crate::session::Session;
use crate::windows;

/// Housekeeping keeps out of the way of the first screen.
const BEFORE_TIDYING: Duration = Duration::from_secs(20);
const BETWEEN_TIDYING: Duration = Duration::from_secs(60 * 60);

pub fn opened(app: &AppHandle) {
    match windows::open_main(app) {
        Ok(window) => windows::show_in_time(window),
        Err(_) => {
            tracing::error!("the main window cannot be made");
            locking::finish(app, &Unsaved::default(), Ending::Lock(Start::Shown));
            return;
        }
    }
    let session = app.state::<Session>();
    session.announce_opened();
    // What is saved from now on is new to the reminders.
    let _ = session.with_open(|vault| {
        app.state::<Reminders>().follow(vault, &clock::now());
        Ok(())
    });
    let app = app.clone();
    thread::spawn(move || {
        thread::sleep(BEFORE_TIDYING);
        loop {
            let tidied = app
                .state::<Session>()
                .with_open(|vault| vault.tidy(&clock::now()));
            if let Err(error) = tidied {
                tracing::warn!(code = ?error.code(), "the trash or the snapshots were not tidied");
            }
            thread::sleep(BETWEEN_TIDYING);
        }
    });
}
