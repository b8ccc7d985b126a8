//! The vault: one folder that holds everything a person wrote, encrypted.
//!
//! `vault.db` is the SQLCipher database. `vault.keys` and its copy `vault.keys.2` hold the key
//! slots: each wraps the random master key with a passphrase, the recovery words or a key in the
//! system's keychain. From the master key come the database key, the slots' MAC key, the draft
//! key and the reminders' key. Nothing here is ever deleted or replaced because it would not open.

mod database;
mod draft;
mod kdf;
mod key_file;
mod key_store;
mod keys;
mod layout;
mod migrations;
mod open;
pub mod passphrase;
mod recovery;
mod rekey;
mod reminders;
mod sealed;
mod slot;
mod snapshots;

use std::path::{Path, PathBuf};

use chrono::NaiveDate;

pub use database::{Database, Versions};
pub use draft::Unsaved;
pub use kdf::{KdfParams, KdfPolicy};
pub use keys::{KeychainKey, RemindersKey};
pub use open::{OpenVault, OpenedWith};
pub use recovery::{RecoverySheet, RecoveryWords};

use crate::error::{Error, ErrorCode, Result};
use crate::files;
use crate::random::{self, RandomSource};
use crate::time::Now;
use key_file::KeyFile;
use keys::{MasterKey, VaultId};
use layout::{FolderLock, Layout};
use slot::SlotSecret;

/// A vault folder that this process holds; locked, or not made yet.
#[derive(Debug)]
pub struct Vault {
    layout: Layout,
    policy: KdfPolicy,
    _lock: FolderLock,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum VaultState {
    /// The folder holds no vault.
    New,
    Locked(LockedVault),
}

/// What can be known of a vault without its key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LockedVault {
    /// Where the keychain's key is to be found, if the vault has a slot for one.
    pub keychain: Option<KeychainAccount>,
    /// The day of the newest verified snapshot.
    pub snapshot: Option<NaiveDate>,
}

/// The name of the keychain's entry: vault id and slot id in hexadecimal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeychainAccount(pub String);

impl KeychainAccount {
    fn of(vault: &VaultId, slot: &[u8; 16]) -> Self {
        let bytes = vault.iter().chain(slot);
        Self(bytes.map(|byte| format!("{byte:02x}")).collect())
    }
}

/// A keychain key that has a name but no slot yet.
#[derive(Debug)]
pub struct KeychainOffer {
    pub account: KeychainAccount,
    pub key: KeychainKey,
    slot: [u8; 16],
}

/// What a person unlocks with.
#[derive(Debug)]
pub enum UnlockWith<'a> {
    Passphrase(&'a str),
    Recovery(&'a RecoveryWords),
    Keychain(&'a KeychainKey),
}

impl Vault {
    /// Takes hold of a vault folder, which is made if it is missing.
    ///
    /// `in_use`: another process holds it. `read_only`: it cannot be written.
    pub fn at(dir: PathBuf, policy: KdfPolicy) -> Result<Self> {
        files::make_private_dir(&dir)?;
        let layout = Layout { dir };
        let lock = FolderLock::take(&layout)?;
        Ok(Self {
            layout,
            policy,
            _lock: lock,
        })
    }

    pub fn dir(&self) -> &Path {
        &self.layout.dir
    }

    /// Whether there is a vault, and what can be known of it while it is locked.
    ///
    /// `missing`: there is a database but no key file. `damaged_keys`: neither copy is whole.
    pub fn state(&self) -> Result<VaultState> {
        if !self.layout.dir.is_dir() {
            return Err(Error::new(ErrorCode::Missing, "the vault folder is gone"));
        }
        if self.is_new() {
            return Ok(VaultState::New);
        }
        let (keys, _) = key_store::load(&self.layout)?;
        let keychain = keys
            .keychain_slot()
            .map(|slot| KeychainAccount::of(keys.vault(), &slot));
        let snapshot = snapshots::newest_date(&self.layout);
        Ok(VaultState::Locked(LockedVault { keychain, snapshot }))
    }

    /// Neither keys nor data of a vault exist. A rekeyed database alone is what a crash left of a
    /// vault that was never finished.
    fn is_new(&self) -> bool {
        let layout = &self.layout;
        let parts = [
            layout.keys_path(),
            layout.second_keys_path(),
            layout.database_path(),
        ];
        parts.iter().all(|path| !path.exists()) && snapshots::newest_date(layout).is_none()
    }

    /// Makes the vault. It exists from the moment the key file does; a crash after that is mended
    /// by the next unlock, as for a rekey.
    pub fn create(
        &self,
        passphrase: &str,
        recovery: &RecoveryWords,
        random: &mut dyn RandomSource,
    ) -> Result<OpenVault> {
        passphrase::require_acceptable(passphrase)?;
        if !self.is_new() {
            return Err(Error::invalid("there is a vault already"));
        }
        let (keys, master) = make_keys(passphrase, recovery, &self.policy, random)?;
        let key = master.database_key(keys.vault())?;
        let unfinished_path = self.layout.rekeyed_path();
        files::set_aside(&unfinished_path)?;
        Database::create(&unfinished_path, &key)?.close()?;
        key_store::store(&self.layout, &keys)?;
        rekey::finish(&self.layout, &key)?;
        let database = Database::open(&self.layout.database_path(), &key)?;
        Ok(OpenVault::new(
            self,
            keys,
            master,
            database,
            OpenedWith::Passphrase,
        ))
    }

    /// Opens the vault.
    ///
    /// With `use_snapshot` the database, which did not open, is set aside and the newest verified
    /// snapshot takes its place. Errors: `wrong_key`, `damaged_keys`, `damaged_data`, `too_new`,
    /// `missing`, `read_only`, `disk_full`, `unreadable`.
    pub fn unlock(
        &self,
        with: &UnlockWith<'_>,
        use_snapshot: bool,
        now: &Now,
    ) -> Result<OpenVault> {
        let (keys, copies) = key_store::load(&self.layout)?;
        let master = keys.open(&with.secret(), &self.policy)?;
        let database_key = master.database_key(keys.vault())?;
        rekey::finish(&self.layout, &database_key)?;
        if use_snapshot {
            snapshots::put_back(&self.layout, &database_key)?;
        }
        let mut database =
            Database::open(&self.layout.database_path(), &database_key).map_err(key_is_right)?;
        if database.schema_version()? < migrations::newest() {
            snapshots::make(
                &self.layout,
                &database,
                &database_key,
                now,
                snapshots::Why::Migration,
            )?;
            database.migrate()?;
        }
        // A disk that is full now does not keep a person out; the next unlock heals.
        let healed = key_store::heal(&self.layout, &keys, copies).unwrap_or(false);
        let mut open = OpenVault::new(self, keys, master, database, with.opened_with());
        open.healed = healed;
        open.take_in_draft(now)?;
        Ok(open)
    }

    /// Deletes everything in the folder. Only ever at the person's own, confirmed wish.
    pub fn delete_everything(&self) -> Result<()> {
        // Keys first: without them the rest cannot be read again, whatever happens next.
        files::remove_if_there(&self.layout.keys_path())?;
        files::remove_if_there(&self.layout.second_keys_path())?;
        files::empty_dir(&self.layout.dir, &self.layout.lock_path())
    }

    /// Keeps a sealed draft in the folder until the next unlock.
    pub fn keep_draft(&self, sealed: &[u8]) -> Result<()> {
        files::replace(&self.layout.draft_path(), sealed)
    }
}

impl UnlockWith<'_> {
    fn secret(&self) -> SlotSecret<'_> {
        match self {
            Self::Passphrase(passphrase) => SlotSecret::Passphrase(passphrase),
            Self::Recovery(words) => SlotSecret::Recovery(words),
            Self::Keychain(key) => SlotSecret::Keychain(key),
        }
    }

    const fn opened_with(&self) -> OpenedWith {
        match self {
            Self::Passphrase(_) => OpenedWith::Passphrase,
            Self::Recovery(_) => OpenedWith::Recovery,
            Self::Keychain(_) => OpenedWith::Keychain,
        }
    }
}

/// A new master key and a key file with a passphrase and a recovery slot.
fn make_keys(
    passphrase: &str,
    recovery: &RecoveryWords,
    policy: &KdfPolicy,
    random: &mut dyn RandomSource,
) -> Result<(KeyFile, MasterKey)> {
    let master = MasterKey::generate(random)?;
    let mut keys = KeyFile::new(random)?;
    for secret in [
        SlotSecret::Passphrase(passphrase),
        SlotSecret::Recovery(recovery),
    ] {
        let id = random::array(random)?;
        keys = keys.with_slot(&master, &secret, id, policy, random)?;
    }
    Ok((keys, master))
}

/// The slots have proved the key, so a database that refuses it is damaged.
fn key_is_right(error: Error) -> Error {
    match error.code() {
        ErrorCode::WrongKey => Error::new(ErrorCode::DamagedData, "the first page is damaged"),
        _ => error,
    }
}
