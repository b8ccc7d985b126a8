//! Notifications of the desktop. They carry neutral words only.

use std::sync::mpsc;
use std::thread;
use std::time::Duration;

use notify_rust::Notification;

const TITLE: &str = "Evenkeel";
/// A service that has not answered by then shows nothing.
const PATIENCE: Duration = Duration::from_secs(5);

/// Shows `words`, and calls `on_click` if the person clicks on them. `false`: nothing shows them;
/// `None`: the service has not answered in time.
pub fn show(words: &str, on_click: impl FnOnce() + Send + 'static) -> Option<bool> {
    let mut notification = Notification::new();
    notification
        .appname(TITLE)
        .summary(TITLE)
        .body(words)
        .icon("evenkeel");
    #[cfg(target_os = "linux")]
    notification.action(CLICKED, "Open");
    within_patience(move |answer| match notification.show() {
        Ok(shown) => {
            let _ = answer.send(true);
            wait(shown, on_click);
        }
        Err(_) => {
            let _ = answer.send(false);
        }
    })
}

/// Whether the desktop has a service that shows notifications.
#[cfg(target_os = "linux")]
pub fn is_there() -> bool {
    let answer = within_patience(|answer| {
        let _ = answer.send(notify_rust::get_server_information().is_ok());
    });
    answer == Some(true)
}

#[cfg(not(target_os = "linux"))]
pub const fn is_there() -> bool {
    true
}

#[cfg(target_os = "linux")]
const CLICKED: &str = "default";

#[cfg(target_os = "linux")]
fn wait(shown: notify_rust::NotificationHandle, on_click: impl FnOnce()) {
    shown.wait_for_action(|action| {
        if action == CLICKED {
            on_click();
        }
    });
}

#[cfg(not(target_os = "linux"))]
fn wait<T>(_: T, _: impl FnOnce()) {}

/// Runs `task` on a thread of its own; `None` unless it answers in time.
fn within_patience(task: impl FnOnce(mpsc::Sender<bool>) + Send + 'static) -> Option<bool> {
    let (answer, answered) = mpsc::channel();
    let started = thread::Builder::new()
        .name("notification".into())
        .spawn(move || task(answer));
    if started.is_err() {
        return Some(false);
    }
    answered.recv_timeout(PATIENCE).ok()
}
