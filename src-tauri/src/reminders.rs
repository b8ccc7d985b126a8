//! Shows reminders when they are due: while the vault is open, while it is locked, and, where the
//! keychain helps, before it was ever unlocked.
//!
//! One thread follows the wall clock in short naps, so that a sleep, a clock that is set and a
//! journey are noticed within seconds. It plans anew whenever something was written.

use std::sync::{Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::Duration;

use chrono::NaiveDate;
use chrono_tz::Tz;
use evenkeel_core::error::{Error, Result};
use evenkeel_core::random::OsRandom;
use evenkeel_core::reminders::{self, Pending, Reminder};
use evenkeel_core::time::Now;
use evenkeel_core::vault::{KeychainAccount, OpenVault, RemindersKey, Vault, VaultState};
use tauri::{AppHandle, Manager};
use zeroize::Zeroizing;

use crate::platform::{clock, keychain, notification};
use crate::session::Session;
use crate::windows;

const LONGEST_NAP: Duration = Duration::from_secs(5);
const KEY_LENGTH: usize = 32;

/// What is planned and what was shown. Moments only; see [`Pending`].
pub struct Reminders {
    state: Mutex<State>,
    /// Held from the moment one is due until it is shown.
    showing: Mutex<()>,
    /// Held while the folder is brought up to date.
    keeping: Mutex<()>,
    /// When this process began.
    since_ms: i64,
}

#[derive(Default)]
struct State {
    pending: Option<Pending>,
    planned_under: Option<Circumstances>,
    /// The keychain holds it, so that what is pending can be kept in the folder.
    key: Option<RemindersKey>,
    /// The keychain did not take the key; it is asked again when it was switched on anew.
    is_refused: bool,
    /// What the folder keeps is older than this.
    is_stale: bool,
    /// The next process has it; nothing is shown or kept here any more.
    is_handed_over: bool,
}

/// A plan holds as long as these do.
#[derive(PartialEq)]
struct Circumstances {
    changes: u64,
    date: NaiveDate,
    zone: Tz,
}

impl Reminders {
    /// `handed_over`: what [`Reminders::hand_over`] of the process before this one made; empty
    /// without one.
    pub fn new(handed_over: &[u8]) -> Self {
        let (key, pending) = match parse(handed_over) {
            Ok(Some((key, pending))) => (key, Some(pending)),
            Ok(None) => (None, None),
            Err(error) => {
                tracing::warn!(code = ?error.code(), "the reminders did not come across");
                (None, None)
            }
        };
        Self {
            state: Mutex::new(State {
                pending,
                key,
                ..State::default()
            }),
            showing: Mutex::new(()),
            keeping: Mutex::new(()),
            since_ms: clock::now().millis(),
        }
    }

    /// What the next process must know, for [`crate::platform::process::Handover`]: 0, or 1 and the
    /// key, then [`Pending::to_bytes`].
    pub fn hand_over(&self) -> Zeroizing<Vec<u8>> {
        let _shown = hold(&self.showing);
        let mut state = self.state();
        state.is_handed_over = true;
        let mut bytes = Zeroizing::new(Vec::new());
        if let Some(pending) = &state.pending {
            bytes.push(u8::from(state.key.is_some()));
            bytes.extend(state.key.iter().flat_map(RemindersKey::for_keychain));
            bytes.extend(pending.to_bytes());
        }
        bytes
    }

    /// Plans anew if anything may have changed, and lets go of a key that is no longer wanted.
    pub fn follow(&self, vault: &OpenVault, now: &Now) {
        let mut state = self.state();
        let wanted = vault.keychain().and_then(|_| vault.reminders_key().ok());
        state.is_refused &= wanted.is_some();
        if state.key.is_some() && !same(state.key.as_ref(), wanted.as_ref()) {
            state.key = None;
            state.is_stale = true;
        }
        let circumstances = Circumstances {
            changes: vault.database().changes(),
            date: now.date(),
            zone: now.zone,
        };
        if state.planned_under.as_ref() == Some(&circumstances) {
            return;
        }
        match reminders::plan(vault.database(), now) {
            Ok(plan) => {
                match &mut state.pending {
                    Some(pending) => pending.replan(plan, now),
                    none => *none = Some(Pending::new(plan, self.since_ms.min(now.millis()))),
                }
                state.planned_under = Some(circumstances);
                state.is_stale = true;
            }
            Err(error) => tracing::warn!(code = ?error.code(), "no reminders could be planned"),
        }
    }

    /// Brings the folder up to date: with the keychain on, it keeps what is pending.
    pub fn keep(&self, session: &Session) {
        let _only_one = hold(&self.keeping);
        let (key, pending) = {
            let mut state = self.state();
            if !state.is_stale || state.is_handed_over {
                return;
            }
            state.is_stale = false;
            (state.key.clone(), state.pending.clone())
        };
        let kept = session.with_vault(|vault| match (&key, &pending) {
            (Some(key), Some(pending)) if !pending.is_empty() => {
                vault.keep_reminders(key, pending, &mut OsRandom)
            }
            _ => vault.forget_reminders(),
        });
        if let Err(error) = kept {
            tracing::warn!(code = ?error.code(), "the reminders could not be kept");
            self.state().is_stale = true;
        }
    }

    /// For when the keys have changed: what was kept under the old ones goes at once.
    pub fn keys_changed(&self, session: &Session) {
        let _ = session.with_open(|vault| {
            self.follow(vault, &clock::now());
            Ok(())
        });
        self.keep(session);
    }

    /// The keychain did not take the key: what is pending does not outlive a restart.
    pub fn are_refused(&self) -> bool {
        self.state().is_refused
    }

    /// For when everything was deleted.
    pub fn forget(&self) {
        *self.state() = State::default();
    }

    /// Has the keychain keep the key, or no longer, as the vault wishes.
    fn settle_key(&self, wanted: Option<(KeychainAccount, RemindersKey)>) {
        let (account, key) = {
            let state = self.state();
            let Some((account, key)) = wanted else {
                return;
            };
            let is_there = same(state.key.as_ref(), Some(&key));
            let is_needed = state.pending.as_ref().is_some_and(|one| !one.is_empty());
            if is_there || state.is_refused || !is_needed {
                return;
            }
            (account, key)
        };
        // A keychain may take seconds; nothing is held meanwhile.
        let there = keychain::load(&account.0).ok();
        let there = there.and_then(|bytes| RemindersKey::from_bytes(&bytes));
        let stored = if same(there.as_ref(), Some(&key)) {
            Ok(())
        } else {
            keychain::store(&account.0, key.for_keychain())
        };
        let mut state = self.state();
        match stored {
            Ok(()) => state.key = Some(key),
            Err(error) => {
                tracing::warn!(code = ?error.code(), "the keychain keeps no key for reminders");
                state.is_refused = true;
            }
        }
        state.is_stale = true;
    }

    /// Takes up what the folder keeps, in a process that nobody handed anything to.
    fn take_up(&self, session: &Session) {
        if self.state().pending.is_some() {
            return;
        }
        match kept(session) {
            Ok(Some((key, pending))) => {
                let mut state = self.state();
                state.key = Some(key);
                state.pending.get_or_insert(pending);
            }
            Ok(None) => {}
            Err(error) => {
                tracing::warn!(code = ?error.code(), "reminders have to wait for the unlock");
            }
        }
    }

    fn due(&self, now: &Now) -> Vec<Reminder> {
        let mut state = self.state();
        if state.is_handed_over {
            return Vec::new();
        }
        let pending = state.pending.as_mut();
        pending.map_or_else(Vec::new, |pending| pending.due(now))
    }

    fn was_shown(&self) {
        self.state().is_stale = true;
    }

    fn was_not_shown(&self, reminder: &Reminder) {
        if let Some(pending) = &mut self.state().pending {
            pending.take_back(reminder);
        }
    }

    /// Shows what is due; `false` if something has to be tried again.
    fn show_due(&self, app: &AppHandle, now: &Now) -> bool {
        let _showing = hold(&self.showing);
        let mut all_shown = true;
        for reminder in self.due(now) {
            // No answer in time is no failure: it may still appear, and must not come twice.
            if show(app, &reminders::text(&reminder, now)) == Some(false) {
                tracing::debug!("a reminder could not be shown yet");
                self.was_not_shown(&reminder);
                all_shown = false;
            } else {
                self.was_shown();
            }
        }
        all_shown
    }

    fn nap(&self, now: &Now) -> Duration {
        let next_ms = self
            .state()
            .pending
            .as_ref()
            .and_then(|one| one.next_ms(now));
        let left_ms = next_ms.map(|next_ms| next_ms.saturating_sub(now.millis()));
        let left = left_ms.and_then(|left_ms| u64::try_from(left_ms).ok());
        left.map_or(LONGEST_NAP, |left_ms| {
            Duration::from_millis(left_ms).min(LONGEST_NAP)
        })
    }

    /// No task panics halfway through a change.
    fn state(&self) -> MutexGuard<'_, State> {
        hold(&self.state)
    }
}

fn hold<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Runs as long as the app.
pub fn watch(app: &AppHandle) {
    let app = app.clone();
    let started = thread::Builder::new()
        .name("reminders".into())
        .spawn(move || {
            app.state::<Reminders>().take_up(&app.state::<Session>());
            loop {
                thread::sleep(go_on(&app));
            }
        });
    if started.is_err() {
        tracing::error!("reminders cannot be watched");
    }
}

fn go_on(app: &AppHandle) -> Duration {
    let reminders = app.state::<Reminders>();
    let session = app.state::<Session>();
    let now = clock::now();
    let wanted = session.with_open(|vault| {
        reminders.follow(vault, &now);
        let account = vault.keychain().map(|account| account.of_reminders());
        let key = vault.reminders_key()?;
        Ok(account.map(|account| (account, key)))
    });
    if let Ok(wanted) = wanted {
        reminders.settle_key(wanted);
    }
    let all_shown = reminders.show_due(app, &now);
    reminders.keep(&session);
    if all_shown {
        reminders.nap(&now)
    } else {
        LONGEST_NAP
    }
}

/// Shows neutral words; a click on them brings the app back. `false`: nothing shows them; `None`:
/// nobody knows yet.
pub fn show(app: &AppHandle, words: &str) -> Option<bool> {
    let app = app.clone();
    notification::show(words, move || windows::raise(&app))
}

fn kept(session: &Session) -> Result<Option<(RemindersKey, Pending)>> {
    let account = session.with_vault(|vault| {
        Ok(match vault.state()? {
            VaultState::Locked(locked) if vault.has_kept_reminders() => locked.keychain,
            VaultState::Locked(_) | VaultState::New => None,
        })
    })?;
    let Some(account) = account else {
        return Ok(None);
    };
    let stored = keychain::load(&account.of_reminders().0)?;
    let key = RemindersKey::from_bytes(&stored).ok_or(keychain::lost())?;
    let pending = session.with_vault(|vault: &Vault| vault.kept_reminders(&key))?;
    Ok(pending.map(|pending| (key, pending)))
}

fn parse(handed_over: &[u8]) -> Result<Option<(Option<RemindersKey>, Pending)>> {
    let Some((has_key, rest)) = handed_over.split_first() else {
        return Ok(None);
    };
    let length = if *has_key == 0 { 0 } else { KEY_LENGTH };
    let (key, pending) = rest
        .split_at_checked(length)
        .ok_or(Error::invalid("a handover that is too short"))?;
    let pending = Pending::from_bytes(pending)?;
    Ok(Some((RemindersKey::from_bytes(key), pending)))
}

fn same(one: Option<&RemindersKey>, other: Option<&RemindersKey>) -> bool {
    one.map(RemindersKey::for_keychain) == other.map(RemindersKey::for_keychain)
}
