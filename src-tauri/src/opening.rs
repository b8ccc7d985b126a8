//! What begins once the vault is open: the main window, and the daily snapshot.

use std::thread;
use std::time::Duration;

use tauri::{AppHandle, Manager};

use crate::locking::{self, Ending};
use crate::platform::clock;
use crate::session::Session;
use crate::windows;

/// The first snapshot keeps out of the way of the first screen.
const BEFORE_FIRST_SNAPSHOT: Duration = Duration::from_secs(20);
const BETWEEN_SNAPSHOTS: Duration = Duration::from_secs(60 * 60);

pub fn opened(app: &AppHandle) {
    if windows::open_main(app).is_err() {
        tracing::error!("the main window cannot be made");
        locking::finish(app, None, Ending::Lock { hidden: false });
        return;
    }
    let app = app.clone();
    thread::spawn(move || {
        thread::sleep(BEFORE_FIRST_SNAPSHOT);
        loop {
            let session = app.state::<Session>();
            let made = session.unnoticed(|vault| vault.snapshot_if_due(&clock::now()));
            if let Err(error) = made {
                tracing::warn!(code = ?error.code(), "no snapshot was made");
            }
            thread::sleep(BETWEEN_SNAPSHOTS);
        }
    });
}
