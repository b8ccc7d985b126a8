//! What was being written when the database could not take it, sealed under the draft key.
//!
//! Layout: magic 8 ‖ nonce 24 ‖ XChaCha20-Poly1305 of a [`Draft`] as JSON, with magic ‖ vault id as
//! associated data.

use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

use super::Database;
use super::keys::{MasterKey, VaultId};
use super::slot::take;
use crate::error::{Error, ErrorCode, Result};
use crate::journal::{self, EntryId, JournalSaveRequest};
use crate::random::{self, RandomSource};
use crate::time::Now;

const MAGIC: &[u8; 8] = b"EVENDRFT";

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Draft {
    sealed_ms: i64,
    entry: JournalSaveRequest,
}

pub(super) fn seal(
    master: &MasterKey,
    vault: &VaultId,
    entry: &JournalSaveRequest,
    random: &mut dyn RandomSource,
    now: &Now,
) -> Result<Vec<u8>> {
    let draft = Draft {
        sealed_ms: now.millis(),
        entry: entry.clone(),
    };
    let text = serde_json::to_vec(&draft)
        .map(Zeroizing::new)
        .map_err(|_| Error::internal("a draft cannot be written down"))?;
    let nonce = random::array(random)?;
    let sealed = master
        .draft_key(vault)?
        .seal(&nonce, &associated_data(vault), &text)?;
    Ok([MAGIC.as_slice(), &nonce, &sealed].concat())
}

/// `wrong_key`: this vault did not seal it, or it is damaged.
pub(super) fn open(master: &MasterKey, vault: &VaultId, sealed: &[u8]) -> Result<Draft> {
    let foreign = || Error::new(ErrorCode::WrongKey, "a draft does not open");
    let mut rest = sealed;
    let magic: [u8; 8] = take(&mut rest).map_err(|_| foreign())?;
    let nonce = take(&mut rest).map_err(|_| foreign())?;
    if &magic != MAGIC {
        return Err(foreign());
    }
    let key = master.draft_key(vault)?;
    let text = key
        .open(&nonce, &associated_data(vault), rest)
        .ok_or_else(foreign)?;
    serde_json::from_slice(&text).map_err(|_| foreign())
}

/// Saves a draft as the entry it was; as a new one if that is gone or was changed since.
pub(super) fn save(database: &mut Database, draft: Draft, now: &Now) -> Result<EntryId> {
    let Draft {
        sealed_ms,
        mut entry,
    } = draft;
    if let Some(id) = entry.id {
        match journal::read(database, id) {
            Ok(there) if there.updated_at <= sealed_ms => {}
            Ok(_) => entry.id = None,
            Err(error) if error.code() == ErrorCode::NotFound => entry.id = None,
            Err(error) => return Err(error),
        }
    }
    journal::save(database, &entry, now).map(|entry| entry.id)
}

fn associated_data(vault: &VaultId) -> Vec<u8> {
    [MAGIC.as_slice(), vault].concat()
}
