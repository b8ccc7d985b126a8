//! The moments of the coming reminders, kept so that they can be shown before the first unlock.
//!
//! `reminders.sealed` is a [`sealed`] message, [`Pending::to_bytes`]. Its key comes from the master
//! key, and the system's keychain keeps it beside the key that opens the vault: whoever is locked
//! out can be reminded without a key that opens more.

use super::key_store;
use super::keys::{RemindersKey, VaultId};
use super::sealed::{self, Magic};
use super::{KeychainAccount, OpenVault, Vault};
use crate::error::Result;
use crate::files;
use crate::random::RandomSource;
use crate::reminders::Pending;

const MAGIC: &Magic = b"EVENRMND";

impl KeychainAccount {
    /// Where the keychain keeps the [`RemindersKey`] of the vault that this entry opens.
    #[must_use]
    pub fn of_reminders(&self) -> Self {
        Self(format!("{}-reminders", self.0))
    }
}

impl OpenVault {
    pub fn reminders_key(&self) -> Result<RemindersKey> {
        self.master.reminders_key(self.keys.vault())
    }
}

impl Vault {
    pub fn keep_reminders(
        &self,
        key: &RemindersKey,
        pending: &Pending,
        random: &mut dyn RandomSource,
    ) -> Result<()> {
        let text = pending.to_bytes();
        let sealed = sealed::seal(key.expose(), MAGIC, &self.id()?, &text, random)?;
        files::replace(&self.layout.reminders_path(), &sealed)
    }

    pub fn has_kept_reminders(&self) -> bool {
        self.layout.reminders_path().exists()
    }

    /// `wrong_key`: another key sealed them, or they are damaged. `invalid`: of another version.
    pub fn kept_reminders(&self, key: &RemindersKey) -> Result<Option<Pending>> {
        let Some(kept) = files::read_if_there(&self.layout.reminders_path())? else {
            return Ok(None);
        };
        let text = sealed::open(key.expose(), MAGIC, &self.id()?, &kept)?;
        Pending::from_bytes(&text).map(Some)
    }

    pub fn forget_reminders(&self) -> Result<()> {
        files::remove_if_there(&self.layout.reminders_path())
    }

    fn id(&self) -> Result<VaultId> {
        let (keys, _) = key_store::load(&self.layout)?;
        Ok(*keys.vault())
    }
}
