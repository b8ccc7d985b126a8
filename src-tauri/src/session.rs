//! The one session of a process: locked, then open, then over. A session never locks again; the
//! process that takes its place begins a new one.

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, MutexGuard, OnceLock, PoisonError};
use std::time::Duration;

use evenkeel_core::check_in::DaylioRows;
use evenkeel_core::content::Library;
use evenkeel_core::error::{Error, ErrorCode, Result};
use evenkeel_core::random::OsRandom;
use evenkeel_core::schedule::ics::IcsFile;
use evenkeel_core::settings;
use evenkeel_core::vault::{
    KdfPolicy, KeychainAccount, KeychainKey, OpenVault, RecoverySheet, UnlockWith, Vault,
    VaultState,
};
use serde::Serialize;
use tauri::ipc::Channel;
use ts_rs::TS;
use zeroize::Zeroizing;

use crate::locking::Ending;
use crate::platform::clock::{self, LastActivity};
use crate::platform::keychain;

/// What the shell asks of the main window.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(tag = "type", rename_all = "snake_case")]
#[ts(export_to = "commands.d.ts")]
pub enum SessionEvent {
    /// The vault is open: there is something to show.
    Opened,
    /// Hand over what is unsaved with `session_lock`; the lock comes in any case.
    LockRequested { hide: bool },
}

/// New words on their way to paper, and what they are for. Wiped when dropped.
#[derive(Debug)]
pub enum Pending {
    Setup {
        passphrase: Zeroizing<String>,
        sheet: RecoverySheet,
    },
    Recovery {
        sheet: RecoverySheet,
    },
    Rekey {
        current: Option<Zeroizing<String>>,
        new: Zeroizing<String>,
        sheet: RecoverySheet,
    },
}

/// A file that was read and is not taken in yet.
#[derive(Debug)]
pub enum Import {
    Daylio(DaylioRows),
    Calendar(IcsFile),
}

#[derive(Debug)]
enum Phase {
    Locked,
    Open(Box<OpenVault>),
    Over,
}

/// What is left of a session that ended.
#[derive(Debug)]
pub struct Ended {
    pub vault: Option<OpenVault>,
    pub ending: Ending,
}

pub struct Session {
    dir: PathBuf,
    /// The hold of the folder; `None` while it cannot be had.
    vault: Mutex<Option<Vault>>,
    phase: Mutex<Phase>,
    pending: Mutex<Option<Pending>>,
    /// Why the keychain does not open a vault that was to be opened by it.
    keychain_problem: Mutex<Option<ErrorCode>>,
    /// Sealed entries of the process before this one that are not in the journal yet.
    drafts: Mutex<Vec<Vec<u8>>>,
    watcher: Mutex<Option<Channel<SessionEvent>>>,
    announced: Mutex<Option<Ending>>,
    last_activity: Mutex<LastActivity>,
    auto_lock: Mutex<Duration>,
    keep_running: AtomicBool,
    /// Read when it is first asked for.
    library: OnceLock<Library>,
    import: Mutex<Option<Import>>,
}

impl Session {
    /// A locked session over `dir`. A folder that cannot be had is tried again at each call.
    pub fn new(dir: PathBuf, drafts: Vec<Vec<u8>>) -> Self {
        let session = Self {
            dir,
            vault: Mutex::new(None),
            phase: Mutex::new(Phase::Locked),
            pending: Mutex::new(None),
            keychain_problem: Mutex::new(None),
            drafts: Mutex::new(drafts),
            watcher: Mutex::new(None),
            announced: Mutex::new(None),
            last_activity: Mutex::new(LastActivity::now()),
            auto_lock: Mutex::new(Duration::ZERO),
            keep_running: AtomicBool::new(false),
            library: OnceLock::new(),
            import: Mutex::new(None),
        };
        session.settings_changed(&settings::load(&session.dir));
        if let Err(error) = session.with_vault(|_| Ok(())) {
            tracing::warn!(code = ?error.code(), "the vault folder cannot be had");
        }
        session
    }

    pub fn dir(&self) -> &Path {
        &self.dir
    }

    /// Runs `task` on the vault of this process.
    pub fn with_vault<T>(&self, task: impl FnOnce(&Vault) -> Result<T>) -> Result<T> {
        let mut held = hold(&self.vault);
        let vault = match held.take() {
            Some(vault) => vault,
            None => Vault::at(self.dir.clone(), KdfPolicy::STANDARD)?,
        };
        task(held.insert(vault))
    }

    /// Runs `task` on the open vault; `locked` if there is none.
    pub fn with_open<T>(&self, task: impl FnOnce(&mut OpenVault) -> Result<T>) -> Result<T> {
        match &mut *hold(&self.phase) {
            Phase::Open(vault) => task(vault),
            Phase::Locked | Phase::Over => Err(locked()),
        }
    }

    /// Runs `task` on the open vault with the skills that ship; `locked` if none is open.
    pub fn with_skills<T>(
        &self,
        task: impl FnOnce(&mut OpenVault, &Library) -> Result<T>,
    ) -> Result<T> {
        self.with_open(|vault| {
            let library = match self.library.get() {
                Some(library) => library,
                None => {
                    let read = Library::bundled()?;
                    self.library.get_or_init(|| read)
                }
            };
            task(vault, library)
        })
    }

    pub fn keep_import(&self, import: Option<Import>) {
        *hold(&self.import) = import;
    }

    pub fn take_import(&self) -> Option<Import> {
        hold(&self.import).take()
    }

    /// `locked` unless the vault is open.
    pub fn require_open(&self) -> Result<()> {
        self.with_open(|_| Ok(()))
    }

    pub fn is_open(&self) -> bool {
        matches!(*hold(&self.phase), Phase::Open(_))
    }

    /// Creates the vault that was prepared with `setup_prepare`. It is made even if the keychain
    /// does not take its key; [`Session::keychain_problem`] then tells why.
    pub fn create(&self, answers: &[String; 2], use_keychain: bool) -> Result<()> {
        let mut pending = hold(&self.pending);
        let Some(Pending::Setup { passphrase, sheet }) = &*pending else {
            return Err(Error::invalid("nothing was prepared"));
        };
        let words = sheet.confirm(answers)?;
        let open = self.with_vault(|vault| vault.create(passphrase, words, &mut OsRandom))?;
        *pending = None;
        self.opened(open)?;
        if use_keychain && let Err(error) = self.enable_keychain() {
            *hold(&self.keychain_problem) = Some(error.code());
        }
        Ok(())
    }

    pub fn keychain_problem(&self) -> Option<ErrorCode> {
        *hold(&self.keychain_problem)
    }

    /// Unlocks the vault; `false` if it is open already.
    pub fn unlock(&self, with: &UnlockWith<'_>, use_snapshot: bool) -> Result<bool> {
        let now = clock::now();
        self.with_vault(|vault| {
            if self.is_open() {
                return Ok(false);
            }
            let mut open = vault.unlock(with, use_snapshot, &now)?;
            self.restore_drafts(&mut open);
            self.opened(open).map(|()| true)
        })
    }

    /// Unlocks with the key in the system's keychain. Anything but this vault's own key there is
    /// `keychain_lost`.
    pub fn unlock_with_keychain(&self, use_snapshot: bool) -> Result<bool> {
        let account = match self.with_vault(Vault::state)? {
            VaultState::Locked(vault) => vault.keychain,
            VaultState::New => None,
        };
        let KeychainAccount(account) = account.ok_or(keychain::lost())?;
        let stored = keychain::load(&account)?;
        let key = KeychainKey::from_bytes(&stored).ok_or(keychain::lost())?;
        match self.unlock(&UnlockWith::Keychain(&key), use_snapshot) {
            Err(error) if error.code() == ErrorCode::WrongKey => Err(keychain::lost()),
            other => other,
        }
    }

    fn opened(&self, vault: OpenVault) -> Result<()> {
        let mut phase = hold(&self.phase);
        match *phase {
            Phase::Locked => {
                *phase = Phase::Open(Box::new(vault));
                self.touch();
                Ok(())
            }
            Phase::Open(_) | Phase::Over => vault.close().and(Err(locked())),
        }
    }

    /// What cannot be saved now stays sealed, and is tried again after the next unlock.
    fn restore_drafts(&self, vault: &mut OpenVault) {
        hold(&self.drafts).retain(|sealed| match vault.restore_draft(sealed, &clock::now()) {
            Ok(_) => false,
            Err(error) => {
                tracing::warn!(code = ?error.code(), "a sealed entry cannot be saved yet");
                true
            }
        });
    }

    pub fn take_drafts(&self) -> Vec<Vec<u8>> {
        std::mem::take(&mut *hold(&self.drafts))
    }

    pub fn keep_draft(&self, sealed: &[u8]) -> Result<()> {
        self.with_vault(|vault| vault.keep_draft(sealed))
    }

    /// Lets the keychain open the vault. The key counts once the keychain has given it back.
    pub fn enable_keychain(&self) -> Result<()> {
        let before = self.with_open(|vault| Ok(vault.keychain()))?;
        let offer = self.with_open(|vault| vault.offer_keychain(&mut OsRandom))?;
        keychain::store(&offer.account.0, offer.key.for_keychain())?;
        self.with_open(|vault| vault.accept_keychain(&offer, &mut OsRandom))?;
        forget_in_keychain(before);
        Ok(())
    }

    pub fn disable_keychain(&self) -> Result<()> {
        let before = self.with_open(|vault| Ok(vault.keychain()))?;
        self.with_open(OpenVault::remove_keychain)?;
        forget_in_keychain(before);
        Ok(())
    }

    /// New keys for everything; the words were confirmed by `answers`.
    pub fn rekey(&self, answers: &[String; 2]) -> Result<()> {
        self.require_open()?;
        let mut pending = hold(&self.pending);
        let Some(Pending::Rekey {
            current,
            new,
            sheet,
        }) = &*pending
        else {
            return Err(Error::invalid("nothing was prepared"));
        };
        let words = sheet.confirm(answers)?;
        let current = current.as_ref().map(|current| current.as_str());
        let now = clock::now();
        let before = self.with_open(|vault| {
            let before = vault.keychain();
            vault.rekey(current, new, words, &mut OsRandom, &now)?;
            Ok(before)
        })?;
        *pending = None;
        forget_in_keychain(before);
        Ok(())
    }

    pub fn replace_recovery(&self, answers: &[String; 2]) -> Result<()> {
        self.require_open()?;
        let mut pending = hold(&self.pending);
        let Some(Pending::Recovery { sheet }) = &*pending else {
            return Err(Error::invalid("nothing was prepared"));
        };
        let words = sheet.confirm(answers)?;
        self.with_open(|vault| vault.replace_recovery(words, &mut OsRandom))?;
        *pending = None;
        Ok(())
    }

    pub fn prepare(&self, pending: Pending) {
        *hold(&self.pending) = Some(pending);
    }

    /// Deletes the vault and the keychain's entry. The session is over afterwards.
    pub fn delete_everything(&self) -> Result<()> {
        let before = self.with_open(|vault| Ok(vault.keychain()))?;
        self.with_vault(Vault::delete_everything)?;
        *hold(&self.phase) = Phase::Over;
        forget_in_keychain(before);
        Ok(())
    }

    pub fn watch(&self, watcher: Channel<SessionEvent>) {
        *hold(&self.watcher) = Some(watcher);
    }

    /// Tells the main window, if it is there already, that the vault is open.
    pub fn announce_opened(&self) {
        if let Some(watcher) = &*hold(&self.watcher)
            && watcher.send(SessionEvent::Opened).is_err()
        {
            tracing::warn!("the page cannot be told of the opening");
        }
    }

    /// Tells the page that an ending is near; `false` if it knows already.
    pub fn announce(&self, ending: Ending) -> bool {
        let mut announced = hold(&self.announced);
        let first = announced.is_none();
        let ending = announced.map_or(ending, |earlier| earlier.and(ending));
        *announced = Some(ending);
        let hide = ending.hides();
        if first
            && let Some(watcher) = &*hold(&self.watcher)
            && watcher.send(SessionEvent::LockRequested { hide }).is_err()
        {
            tracing::warn!("the page cannot be told of a lock");
        }
        first
    }

    /// Ends the session; `None` if it has ended already.
    pub fn end(&self, ending: Ending) -> Option<Ended> {
        let vault = match std::mem::replace(&mut *hold(&self.phase), Phase::Over) {
            Phase::Over => return None,
            Phase::Open(vault) => Some(*vault),
            Phase::Locked => None,
        };
        let announced = *hold(&self.announced);
        *hold(&self.pending) = None;
        Some(Ended {
            vault,
            ending: announced.map_or(ending, |earlier| earlier.and(ending)),
        })
    }

    pub fn is_over(&self) -> bool {
        matches!(*hold(&self.phase), Phase::Over)
    }

    pub fn touch(&self) {
        *hold(&self.last_activity) = LastActivity::now();
    }

    pub fn settings_changed(&self, settings: &settings::SettingsView) {
        *hold(&self.auto_lock) = Duration::from_secs(60 * u64::from(settings.auto_lock_minutes));
        self.keep_running
            .store(settings.keep_running, Ordering::Relaxed);
    }

    /// Closing the window locks, and the app goes on.
    pub fn keeps_running(&self) -> bool {
        self.keep_running.load(Ordering::Relaxed)
    }

    /// How long until the idle lock; `None` while nothing is open.
    pub fn time_left(&self) -> Option<Duration> {
        let left = hold(&self.auto_lock).saturating_sub(hold(&self.last_activity).idle_for());
        self.is_open().then_some(left)
    }
}

/// An entry that stays behind opens nothing, so that it cannot be removed is no failure.
fn forget_in_keychain(account: Option<KeychainAccount>) {
    let reminders = account.as_ref().map(KeychainAccount::of_reminders);
    for KeychainAccount(account) in account.into_iter().chain(reminders) {
        if let Err(error) = keychain::remove(&account) {
            tracing::warn!(code = ?error.code(), "an entry stays in the keychain");
        }
    }
}

fn locked() -> Error {
    Error::new(ErrorCode::Locked, "the vault is locked")
}

/// No task panics halfway through a change: a poisoned lock guards a whole value.
fn hold<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
