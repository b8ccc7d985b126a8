//! An unlocked vault, and the changes to its keys.

use chrono::NaiveDate;
use serde::Serialize;
use ts_rs::TS;

use super::draft::Unsaved;
use super::kdf::KdfPolicy;
use super::key_file::KeyFile;
use super::keys::{KeychainKey, MasterKey};
use super::layout::Layout;
use super::slot::SlotSecret;
use super::{
    Database, KeychainAccount, KeychainOffer, RecoveryWords, Vault, draft, key_store, passphrase,
    rekey, snapshots,
};
use crate::error::{Error, ErrorCode, Result};
use crate::files;
use crate::form_draft;
use crate::journal::EntryId;
use crate::random::{self, RandomSource};
use crate::time::Now;
use crate::trash;

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(export_to = "vault.d.ts")]
pub enum OpenedWith {
    Passphrase,
    Recovery,
    Keychain,
}

/// The vault while it is unlocked. Dropping it wipes its keys; [`OpenVault::close`] also tells
/// whether the database went down cleanly.
#[derive(Debug)]
pub struct OpenVault {
    pub(super) layout: Layout,
    pub(super) policy: KdfPolicy,
    pub(super) keys: KeyFile,
    pub(super) master: MasterKey,
    pub(super) database: Database,
    pub(super) healed: bool,
    opened_with: OpenedWith,
    recovered_entry: Option<EntryId>,
}

impl OpenVault {
    pub(super) fn new(
        vault: &Vault,
        keys: KeyFile,
        master: MasterKey,
        database: Database,
        opened_with: OpenedWith,
    ) -> Self {
        Self {
            layout: vault.layout.clone(),
            policy: vault.policy,
            keys,
            master,
            database,
            healed: false,
            opened_with,
            recovered_entry: None,
        }
    }

    pub const fn database(&self) -> &Database {
        &self.database
    }

    pub const fn database_mut(&mut self) -> &mut Database {
        &mut self.database
    }

    pub const fn opened_with(&self) -> OpenedWith {
        self.opened_with
    }

    /// One copy of the key file was damaged and has been made again from the other.
    pub const fn key_file_healed(&self) -> bool {
        self.healed
    }

    /// The entry that holds a draft which had to be sealed at the last lock.
    pub const fn recovered_entry(&self) -> Option<EntryId> {
        self.recovered_entry
    }

    /// The keychain's entry, if the keychain may open this vault.
    pub fn keychain(&self) -> Option<KeychainAccount> {
        self.keys
            .keychain_slot()
            .map(|slot| KeychainAccount::of(self.keys.vault(), &slot))
    }

    /// Changes the passphrase. `current` may be `None` only if the recovery words opened the vault.
    ///
    /// `wrong_key`: `current` is not the passphrase. `weak_passphrase`: the new one is too weak.
    pub fn change_passphrase(
        &mut self,
        current: Option<&str>,
        new: &str,
        random: &mut dyn RandomSource,
    ) -> Result<()> {
        self.require_passphrase(current)?;
        passphrase::require_acceptable(new)?;
        self.put_slot(&SlotSecret::Passphrase(new), random::array(random)?, random)?;
        self.opened_with = OpenedWith::Passphrase;
        Ok(())
    }

    /// `wrong_key` if `current` is not the passphrase; for [`OpenVault::change_passphrase`] and rekey.
    pub fn require_passphrase(&self, current: Option<&str>) -> Result<()> {
        match current {
            Some(current) => self
                .keys
                .open(&SlotSecret::Passphrase(current), &self.policy)
                .map(drop),
            None if self.opened_with == OpenedWith::Recovery => Ok(()),
            None => Err(Error::new(
                ErrorCode::WrongKey,
                "the present passphrase is needed",
            )),
        }
    }

    /// Makes `words` the recovery words; the old ones no longer open the vault.
    pub fn replace_recovery(
        &mut self,
        words: &RecoveryWords,
        random: &mut dyn RandomSource,
    ) -> Result<()> {
        self.put_slot(&SlotSecret::Recovery(words), random::array(random)?, random)
    }

    /// A key for the keychain. It opens nothing until [`OpenVault::accept_keychain`] is called,
    /// which is for after the keychain has given it back.
    pub fn offer_keychain(&self, random: &mut dyn RandomSource) -> Result<KeychainOffer> {
        let slot = random::array(random)?;
        Ok(KeychainOffer {
            account: KeychainAccount::of(self.keys.vault(), &slot),
            key: KeychainKey::generate(random)?,
            slot,
        })
    }

    pub fn accept_keychain(
        &mut self,
        offer: &KeychainOffer,
        random: &mut dyn RandomSource,
    ) -> Result<()> {
        self.put_slot(&SlotSecret::Keychain(&offer.key), offer.slot, random)
    }

    /// From now on the keychain's key opens nothing.
    pub fn remove_keychain(&mut self) -> Result<()> {
        self.store_keys(self.keys.without_keychain(&self.master)?)
    }

    fn put_slot(
        &mut self,
        secret: &SlotSecret<'_>,
        id: [u8; 16],
        random: &mut dyn RandomSource,
    ) -> Result<()> {
        self.store_keys(
            self.keys
                .with_slot(&self.master, secret, id, &self.policy, random)?,
        )
    }

    fn store_keys(&mut self, keys: KeyFile) -> Result<()> {
        key_store::store(&self.layout, &keys)?;
        self.keys = keys;
        Ok(())
    }

    /// For when someone may know the passphrase: a new master key, a new database file, new words.
    /// The keychain's slot and the old snapshots go.
    ///
    /// On any error the vault is as it was.
    pub fn rekey(
        &mut self,
        current: Option<&str>,
        new: &str,
        words: &RecoveryWords,
        random: &mut dyn RandomSource,
        now: &Now,
    ) -> Result<()> {
        self.require_passphrase(current)?;
        passphrase::require_acceptable(new)?;
        rekey::run(self, new, words, random)?;
        self.opened_with = OpenedWith::Passphrase;
        // The keys are new, whatever becomes of the snapshots; the next tidying makes one.
        let _ = snapshots::remove_all(&self.layout).and_then(|()| self.snapshot(now));
        Ok(())
    }

    /// The day's housekeeping: what has been in the trash or half filled in for thirty days goes,
    /// and a snapshot is made if today has none.
    pub fn tidy(&mut self, now: &Now) -> Result<()> {
        trash::purge(&mut self.database, now)?;
        form_draft::purge(&mut self.database, now)?;
        self.snapshot_if_due(now).map(drop)
    }

    /// Makes today's snapshot if there is none; answers whether it made one.
    pub fn snapshot_if_due(&self, now: &Now) -> Result<bool> {
        if snapshots::newest_date(&self.layout) >= Some(now.instant.date_naive()) {
            return Ok(false);
        }
        self.snapshot(now)
    }

    fn snapshot(&self, now: &Now) -> Result<bool> {
        let key = self.master.database_key(self.keys.vault())?;
        snapshots::make(
            &self.layout,
            &self.database,
            &key,
            now,
            snapshots::Why::Daily,
        )?;
        snapshots::thin(&self.layout)?;
        Ok(true)
    }

    /// The day of the newest snapshot, in UTC.
    pub fn newest_snapshot(&self) -> Option<NaiveDate> {
        snapshots::newest_date(&self.layout)
    }

    /// Saves what a lock would lose.
    pub fn save_unsaved(&mut self, unsaved: &Unsaved, now: &Now) -> Result<()> {
        draft::save(&mut self.database, unsaved, now.millis(), now).map(drop)
    }

    /// Seals what could not be saved, for [`Vault::keep_draft`] and [`OpenVault::restore_draft`].
    pub fn seal_draft(
        &self,
        unsaved: &Unsaved,
        random: &mut dyn RandomSource,
        now: &Now,
    ) -> Result<Vec<u8>> {
        draft::seal(&self.master, self.keys.vault(), unsaved, random, now)
    }

    /// Saves a sealed draft: its answer where it belongs; its entry as the one it was, or as a new
    /// one if that is gone or was changed since.
    pub fn restore_draft(&mut self, sealed: &[u8], now: &Now) -> Result<Option<EntryId>> {
        let draft = draft::open(&self.master, self.keys.vault(), sealed)?;
        let id = draft::save(&mut self.database, &draft.unsaved, draft.sealed_ms, now)?;
        self.recovered_entry = id.or(self.recovered_entry);
        Ok(id)
    }

    /// Takes in the draft that the folder keeps. One that does not open is set aside; one that
    /// cannot be saved, because the disk is full for instance, waits for the next unlock.
    pub(super) fn take_in_draft(&mut self, now: &Now) -> Result<()> {
        let path = self.layout.draft_path();
        let Some(sealed) = files::read_if_there(&path)? else {
            return Ok(());
        };
        match self.restore_draft(&sealed, now) {
            Ok(_) => files::remove_if_there(&path),
            Err(error) if error.code() == ErrorCode::WrongKey => files::set_aside(&path),
            Err(_) => Ok(()),
        }
    }

    /// Closes the database and wipes the keys.
    pub fn close(self) -> Result<()> {
        self.database.close()
    }
}
