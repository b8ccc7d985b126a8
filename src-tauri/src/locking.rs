//! How the app locks and how it ends: what is unsaved is put away, the database closes, the keys
//! are wiped, the pages go, and a fresh process takes the place of this one.

use std::thread;
use std::time::Duration;

use evenkeel_core::random::OsRandom;
use evenkeel_core::vault::Unsaved;
use tauri::{AppHandle, Manager};

use crate::platform::clock;
use crate::platform::process::{self, Handover, Start};
use crate::reminders::Reminders;
use crate::session::Session;
use crate::windows::{self, Windows};

/// How long a page has to hand over what is unsaved.
pub const PATIENCE: Duration = Duration::from_secs(2);
/// The longest time between two looks at how long the person has been idle.
const LONGEST_NAP: Duration = Duration::from_secs(10);

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ending {
    Lock(Start),
    Quit,
}

impl Ending {
    /// What is on the screen is to go at once.
    pub const fn hides(self) -> bool {
        matches!(self, Self::Lock(Start::Minimised | Start::Background))
    }

    /// What is left to do when both are wanted.
    pub fn and(self, other: Self) -> Self {
        match (self, other) {
            (Self::Quit, _) | (_, Self::Quit) => Self::Quit,
            (Self::Lock(first), Self::Lock(second)) => {
                let start = if first < second { second } else { first };
                Self::Lock(start)
            }
        }
    }
}

/// The shell wants to lock or end: the page is asked for what is unsaved and given a moment.
pub fn request(app: &AppHandle, ending: Ending) {
    let session = app.state::<Session>();
    if ending.hides() && session.is_open() {
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
        Ending::Quit | Ending::Lock(Start::Background) => {
            finish(app, &Unsaved::default(), ending);
        }
        Ending::Lock(Start::Minimised) => windows::minimise(app),
        Ending::Lock(Start::Shown) => {}
    }
}

/// Locks or ends, now. Whoever comes second finds nothing to do.
pub fn finish(app: &AppHandle, unsaved: &Unsaved, ending: Ending) {
    let session = app.state::<Session>();
    let Some(ended) = session.end(ending) else {
        return;
    };
    let reminders = app.state::<Reminders>();
    let drafts = put_away(&session, &reminders, ended.vault, unsaved);
    let replace = match ended.ending {
        Ending::Lock(start) => Some(start),
        // Words that are only in memory outlive the wish to quit.
        Ending::Quit => (!drafts.is_empty()).then_some(Start::Shown),
    };
    depart(
        app,
        replace.map(|start| Handover {
            start,
            reminders: reminders.hand_over(),
            sealed_drafts: drafts,
        }),
    );
}

/// Saves, or seals and keeps, what is unsaved, and plans the reminders; then closes the vault. The
/// answer is what found no place on the disk.
fn put_away(
    session: &Session,
    reminders: &Reminders,
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
        reminders.follow(&vault, &clock::now());
        if let Err(error) = vault.close() {
            tracing::error!(code = ?error.code(), "the database did not close cleanly");
        }
    }
    reminders.keep(session);
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
                    request(&app, Ending::Lock(Start::Shown));
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
        let stay = Ending::Lock(Start::Shown);
        let hide = Ending::Lock(Start::Minimised);
        let close = Ending::Lock(Start::Background);
        assert_eq!(stay.and(hide), hide);
        assert_eq!(hide.and(stay), hide);
        assert_eq!(close.and(hide), close);
        assert_eq!(hide.and(close), close);
        assert_eq!(stay.and(Ending::Quit), Ending::Quit);
        assert_eq!(Ending::Quit.and(hide), Ending::Quit);
    }
}
