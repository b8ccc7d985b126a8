//! Waiting for a condition, with a deadline and words for what did not come true.

use std::time::{Duration, Instant};

const PAUSE: Duration = Duration::from_millis(25);

/// Long enough for a debug build that derives a key on a busy machine.
pub const PATIENCE: Duration = Duration::from_secs(30);

/// Asks until the answer is `Some`.
///
/// # Panics
/// When `deadline` has passed, naming `what` was waited for.
#[track_caller]
pub fn until<T>(what: &str, deadline: Duration, ask: impl FnMut() -> Option<T>) -> T {
    match until_or_none(deadline, ask) {
        Some(answer) => answer,
        None => panic!("waited {deadline:?} in vain: {what}"),
    }
}

pub fn until_or_none<T>(deadline: Duration, mut ask: impl FnMut() -> Option<T>) -> Option<T> {
    let start = Instant::now();
    loop {
        if let Some(answer) = ask() {
            return Some(answer);
        }
        if start.elapsed() > deadline {
            return None;
        }
        std::thread::sleep(PAUSE);
    }
}

/// Checks for the whole `span` that `holds` stays true: for things that must not happen.
///
/// # Panics
/// As soon as it is false.
#[track_caller]
pub fn throughout(what: &str, span: Duration, mut holds: impl FnMut() -> bool) {
    let start = Instant::now();
    while start.elapsed() < span {
        assert!(holds(), "{what}");
        std::thread::sleep(PAUSE);
    }
}
