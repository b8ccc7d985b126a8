//! Going on without a window: with an icon in the tray, and where there is none, minimised.

use std::sync::{Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::Duration;

use tauri::{AppHandle, Manager};

use crate::locking::{self, Ending};
use crate::platform::process::Start;
use crate::platform::tray::{self, Choice, Tray};
use crate::windows;

/// A desktop that starts together with the app may need this long for its tray.
const LOOKS: u32 = 10;
const BETWEEN_LOOKS: Duration = Duration::from_secs(1);

#[derive(Default)]
pub struct Background {
    tray: Mutex<Option<Tray>>,
}

impl Background {
    fn tray(&self) -> MutexGuard<'_, Option<Tray>> {
        self.tray.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Shows the app as `start` says, and the icon if the person wants the app to go on.
pub fn begin(app: &AppHandle, start: Start, keep_running: bool) -> tauri::Result<()> {
    if start != Start::Background {
        windows::open_lock(app)?;
        follow(app, keep_running);
        return Ok(());
    }
    let app = app.clone();
    thread::spawn(move || {
        for look in 0..LOOKS {
            if look > 0 {
                thread::sleep(BETWEEN_LOOKS);
            }
            if show_icon(&app) {
                return;
            }
        }
        if windows::open_lock(&app).is_err() {
            tracing::error!("the window cannot be made");
        }
    });
    Ok(())
}

/// Shows or removes the icon, from a thread of its own.
pub fn follow(app: &AppHandle, keep_running: bool) {
    let app = app.clone();
    thread::spawn(move || {
        if keep_running {
            show_icon(&app);
        } else {
            app.state::<Background>().tray().take();
        }
    });
}

/// `false`: there is no tray.
fn show_icon(app: &AppHandle) -> bool {
    let background = app.state::<Background>();
    let mut shown = background.tray();
    if shown.is_none()
        && let Some(icon) = app.default_window_icon()
    {
        let handle = app.clone();
        *shown = tray::show(icon, move |choice| match choice {
            Choice::Open => windows::raise(&handle),
            Choice::Quit => locking::request(&handle, Ending::Quit),
        });
    }
    shown.is_some()
}
