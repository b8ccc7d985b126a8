//! The two windows. `lock` is seen while the vault is locked, `main` while it is open.
//!
//! `main` is made, hidden and empty, soon after `lock` is seen: an unlock then has no web process to
//! wait for. Until then all it may ask for answers `locked`.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, PoisonError};
use std::thread;
use std::time::Duration;

use tauri::webview::{NewWindowResponse, PermissionResponse};
use tauri::{
    AppHandle, Manager, Url, WebviewUrl, WebviewWindow, WebviewWindowBuilder, WindowEvent,
};

use crate::locking::{self, Ending};
use crate::platform::files::WebDir;
use crate::platform::process::Start;
use crate::session::Session;

pub const LOCK: &str = "lock";
pub const MAIN: &str = "main";

const TITLE: &str = "Evenkeel";
/// A page that has not shown itself by then is shown as it is.
const LONGEST_WAIT: Duration = Duration::from_secs(3);
/// The main window is made once the lock window has had this long to itself.
const BEFORE_MAIN: Duration = Duration::from_millis(400);

/// What the windows share.
#[derive(Debug)]
pub struct Windows {
    web_dir: WebDir,
    /// The first window starts minimised: the person asked to hide.
    start_minimised: AtomicBool,
    making_lock: Mutex<()>,
    making_main: Mutex<()>,
}

impl Windows {
    pub fn new(web_dir: WebDir, start_minimised: bool) -> Self {
        Self {
            web_dir,
            start_minimised: AtomicBool::new(start_minimised),
            making_lock: Mutex::new(()),
            making_main: Mutex::new(()),
        }
    }

    pub fn forget(&self) {
        self.web_dir.remove();
    }
}

/// The lock window, unless there is a window already.
pub fn open_lock(app: &AppHandle) -> tauri::Result<()> {
    let windows = app.state::<Windows>();
    let _only_one = windows
        .making_lock
        .lock()
        .unwrap_or_else(PoisonError::into_inner);
    if current(app).is_some() {
        return Ok(());
    }
    show_in_time(open(app, LOCK, "lock.html", (1024.0, 720.0))?);
    Ok(())
}

/// The main window, made if it is not there yet.
pub fn open_main(app: &AppHandle) -> tauri::Result<WebviewWindow> {
    let windows = app.state::<Windows>();
    let _only_one = windows
        .making_main
        .lock()
        .unwrap_or_else(PoisonError::into_inner);
    match app.get_webview_window(MAIN) {
        Some(window) => Ok(window),
        None => open(app, MAIN, "index.html", (1080.0, 780.0)),
    }
}

fn open(
    app: &AppHandle,
    label: &str,
    page: &str,
    (width, height): (f64, f64),
) -> tauri::Result<WebviewWindow> {
    let window = WebviewWindowBuilder::new(app, label, WebviewUrl::App(page.into()))
        .title(TITLE)
        .inner_size(width, height)
        .min_inner_size(320.0, 480.0)
        .prevent_overflow()
        .visible(false)
        .content_protected(true)
        .data_directory(app.state::<Windows>().web_dir.path().to_owned())
        .disable_drag_drop_handler()
        .general_autofill_enabled(false)
        .devtools(cfg!(debug_assertions))
        .on_navigation(is_ours)
        .on_new_window(|_, _| NewWindowResponse::Deny)
        .on_download(|_, _| false)
        .on_permission_request(|_, _| PermissionResponse::Deny)
        .build()?;
    let handle = app.clone();
    window.on_window_event(move |event| {
        if let WindowEvent::CloseRequested { api, .. } = event {
            api.prevent_close();
            let ending = if handle.state::<Session>().keeps_running() {
                Ending::Lock(Start::Background)
            } else {
                Ending::Quit
            };
            locking::request(&handle, ending);
        }
    });
    Ok(window)
}

/// Shows a window even if its page never says that it is ready.
pub fn show_in_time(window: WebviewWindow) {
    thread::spawn(move || {
        thread::sleep(LONGEST_WAIT);
        show(&window);
    });
}

/// Pages come from the app itself. A content security policy does not stop navigation; this does.
fn is_ours(url: &Url) -> bool {
    match url.scheme() {
        "tauri" => url.host_str() == Some("localhost"),
        // Where the system's web view knows no scheme of our own.
        "http" => cfg!(windows) && url.host_str() == Some("tauri.localhost"),
        _ => false,
    }
}

/// Shows a window whose page is ready. Once the main window is there, the lock window goes, and
/// with it the process that saw the passphrase.
pub fn show(window: &WebviewWindow) {
    if window.is_visible().unwrap_or(true) {
        return;
    }
    let shown = if window
        .state::<Windows>()
        .start_minimised
        .swap(false, Ordering::Relaxed)
    {
        // Some desktops heed the wish only before a window is shown, others only after.
        window
            .minimize()
            .and_then(|()| window.show())
            .and_then(|()| window.minimize())
    } else {
        window.show().and_then(|()| window.set_focus())
    };
    if shown.is_err() {
        tracing::error!(window = window.label(), "a window cannot be shown");
    }
    if window.label() == LOCK {
        let app = window.app_handle().clone();
        thread::spawn(move || {
            thread::sleep(BEFORE_MAIN);
            if open_main(&app).is_err() {
                tracing::warn!("the main window has to wait for the unlock");
            }
        });
    } else if let Some(lock) = window.get_webview_window(LOCK) {
        let _ = lock.destroy();
    }
}

/// Brings the app to the front: for a second start, the icon in the tray, a reminder.
pub fn raise(app: &AppHandle) {
    let windows = app.state::<Windows>();
    windows.start_minimised.store(false, Ordering::Relaxed);
    let Some(window) = current(app) else {
        if open_lock(app).is_err() {
            tracing::error!("the window cannot be made");
        }
        return;
    };
    let _ = window
        .unminimize()
        .and_then(|()| window.show())
        .and_then(|()| window.set_focus());
}

pub fn minimise(app: &AppHandle) {
    if let Some(window) = current(app) {
        let _ = window.minimize();
    }
}

/// Takes what is on the screen away at once.
pub fn hide(app: &AppHandle) {
    if let Some(window) = current(app) {
        let _ = window.hide();
    }
}

/// The lock window is there until the main one is seen; until then that one is hidden and empty.
fn current(app: &AppHandle) -> Option<WebviewWindow> {
    app.get_webview_window(LOCK)
        .or_else(|| app.get_webview_window(MAIN))
}

/// Ends both pages.
pub fn destroy_all(app: &AppHandle) {
    for window in app.webview_windows().into_values() {
        let _ = window.destroy();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_apps_own_pages_are_let_in() {
        let ours = |url: &str| is_ours(&url.parse().unwrap());
        assert!(ours("tauri://localhost/lock.html"));
        for url in [
            "tauri://elsewhere/",
            "https://localhost/",
            "file:///etc/passwd",
            "data:text/html,hello",
            "about:blank",
            "javascript:void(0)",
        ] {
            assert!(!ours(url), "{url} was let in");
        }
    }
}
