//! How the app locks and how it ends: what is unsaved is put away, the database closes, the keys
//! are wiped, the pages go, and a fresh process takes the place of this one.

use std::thread;
use std::time::Duration;

use evenkeel_core::random::OsRandom;
use evenkeel_core::vault::Unsaved;
use tauri::{AppHandle, Manager};

use crate::platform::clock;
use crate::platform::process::{self, Handover};
use crate::session::Session;
use crate::windows::{self, Windows};

/// How long a page has to hand over what is unsaved.
pub const PATIENCE: Duration = Duration::from_secs(2);
/// The longest time between two looks at how long the person has been idle.
const LONGEST_NAP: Duration = Duration::from_secs(10);

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ending {
    Lock { hidden: bool },
    Quit,
}

impl Ending {
    /// What is left to do when both are wanted.
    pub const fn and(self, other: Self) -> Self {
        match (self, other) {
            (Self::Quit, _) | (_, Self::Quit) => Self::Quit,
            (Self::Lock { hidden: first }, Self::Lock { hidden: second }) => Self::Lock {
                hidden: first || second,
            },
        }
    }
}

/// The shell wants to lock or end: the page is asked for what is unsaved and given a moment.
pub fn request(app: &AppHandle, ending: Ending) {
    let session = app.state::<Session>();
    if ending == (Ending::Lock { hidden: true }) && session.is_open() {
        windows::hide(app);
    }
    if session.is_open() {
        if session.announce(ending) {
            let app = app.clone();
            thread::spawn(move || {
                thread::sleep(PATIENCE);
                finish(&app, &Unsaved::default(), ending);
            });
        }
        return;
    }
    match ending {
        Ending::Quit => finish(app, &Unsaved::default(), ending),
        Ending::Lock { hidden: true } => windows::minimise(app),
        Ending::Lock { hidden: false } => {}
    }
}

/// Locks or ends, now. Whoever comes second finds nothing to do.
pub fn finish(app: &AppHandle, unsaved: &Unsaved, ending: Ending) {
    let session = app.state::<Session>();
    let Some(ended) = session.end(ending) else {
        return;
    };
    let drafts = put_away(&session, ended.vault, unsaved);
    let replace = match ended.ending {
        Ending::Lock { hidden } => Some(hidden),
        // Words that are only in memory outlive the wish to quit.
        Ending::Quit => (!drafts.is_empty()).then_some(false),
    };
    depart(
        app,
        replace.map(|hidden| Handover {
            hidden,
            sealed_drafts: drafts,
        }),
    );
}

/// Saves, or seals and keeps, what is unsaved; then closes the vault. The answer is what found no
/// place on the disk.
fn put_away(
    session: &Session,
    vault: Option<evenkeel_core::vault::OpenVault>,
    unsaved: &Unsaved,
) -> Vec<Vec<u8>> {
    let mut drafts = session.take_drafts();
    if let Some(mut vault) = vault {
        if let Err(error) = vault.save_unsaved(unsaved, &clock::now()) {
            tracing::warn!(code = ?error.code(), "what was unsaved had to be sealed");
            match vault.seal_draft(unsaved, &mut OsRandom, &clock::now()) {
                Ok(sealed) => drafts.push(sealed),
                Err(error) => tracing::error!(code = ?error.code(), "what was unsaved is lost"),
            }
        }
        if let Err(error) = vault.close() {
            tracing::error!(code = ?error.code(), "the database did not close cleanly");
        }
    }
    // The folder keeps one draft until the next unlock.
    if let Some(sealed) = drafts.pop()
        && session.keep_draft(&sealed).is_err()
    {
        drafts.push(sealed);
    }
    drafts
}

/// Destroys the pages and their processes and hands over to a fresh process, or ends.
pub fn depart(app: &AppHandle, handover: Option<Handover>) {
    windows::destroy_all(app);
    let handle = app.clone();
    let on_main_thread = app.run_on_main_thread(move || {
        tauri_plugin_single_instance::destroy(&handle);
        process::end_children();
        handle.state::<Windows>().forget();
        if let Some(handover) = handover {
            let error = process::replace(&handover);
            tracing::error!(kind = ?error.kind(), "no fresh process could start");
        }
        process::end(0);
    });
    if on_main_thread.is_err() {
        // The event loop is gone, so the process is ending; nothing may outlive it.
        process::end(0);
    }
}

/// Locks when nothing has been touched for as long as the person chose. Runs as long as the app.
pub fn watch_idle(app: &AppHandle) {
    let app = app.clone();
    thread::spawn(move || {
        loop {
            match app.state::<Session>().time_left() {
                Some(Duration::ZERO) => {
                    request(&app, Ending::Lock { hidden: false });
                    return;
                }
                left => thread::sleep(left.unwrap_or(LONGEST_NAP).min(LONGEST_NAP)),
            }
        }
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_wishes_become_one() {
        let (stay, hide) = (
            Ending::Lock { hidden: false },
            Ending::Lock { hidden: true },
        );
        assert_eq!(stay.and(hide), hide);
        assert_eq!(hide.and(stay), hide);
        assert_eq!(stay.and(Ending::Quit), Ending::Quit);
        assert_eq!(Ending::Quit.and(hide), Ending::Quit);
    }
}
