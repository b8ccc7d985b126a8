//! The full rekey: new keys and a new database file, so that old keys open nothing new.
//!
//! Two files have to change as one. The new database is finished beside the old one first; the
//! new key file then takes the place of the old, and that rename is the moment the change counts.
//! At the next unlock the key tells which of the two databases belongs to it.

use super::keys::DatabaseKey;
use super::layout::Layout;
use super::{Database, OpenVault, RecoveryWords, key_store, make_keys};
use crate::error::{ErrorCode, Result};
use crate::files;
use crate::random::RandomSource;

pub(super) fn run(
    vault: &mut OpenVault,
    passphrase: &str,
    words: &RecoveryWords,
    random: &mut dyn RandomSource,
) -> Result<()> {
    let (keys, master) = make_keys(passphrase, words, &vault.policy, random)?;
    let key = master.database_key(keys.vault())?;
    let rekeyed_path = vault.layout.rekeyed_path();
    files::remove_if_there(&rekeyed_path)?;
    vault.database.copy_to(&rekeyed_path, &key)?;
    let stored = key_store::store(&vault.layout, &keys);
    if let Err(error) = stored {
        let counts = key_store::load(&vault.layout).is_ok_and(|(on_disk, _)| on_disk == keys);
        if !counts {
            files::remove_if_there(&rekeyed_path)?;
            key_store::store(&vault.layout, &vault.keys)?;
            return Err(error);
        }
    }
    // While the copy is still beside, nothing was renamed, and the old keys go back. Otherwise only
    // the folder could not be synced, and there is no way but on.
    if let Err(error) = files::rename(&rekeyed_path, &vault.layout.database_path())
        && rekeyed_path.exists()
    {
        key_store::store(&vault.layout, &vault.keys)?;
        files::remove_if_there(&rekeyed_path)?;
        return Err(error);
    }
    vault.database = Database::open(&vault.layout.database_path(), &key)?;
    vault.keys = keys;
    vault.master = master;
    Ok(())
}

/// Finishes or takes back a rekey that a crash broke off: the database that `key` opens counts.
pub(super) fn finish(layout: &Layout, key: &DatabaseKey) -> Result<()> {
    let rekeyed_path = layout.rekeyed_path();
    if !rekeyed_path.exists() {
        return Ok(());
    }
    match Database::open(&rekeyed_path, key) {
        Ok(database) => {
            database.close()?;
            files::rename(&rekeyed_path, &layout.database_path())
        }
        // An unfinished copy of a database that is still in its place.
        Err(error) if matches!(error.code(), ErrorCode::WrongKey | ErrorCode::DamagedData) => {
            match Database::open(&layout.database_path(), key) {
                Ok(database) => {
                    database.close()?;
                    files::remove_if_there(&rekeyed_path)
                }
                Err(_) => Ok(()),
            }
        }
        Err(error) => Err(error),
    }
}
