//! What was being written when the database could not take it, sealed under the draft key.
//!
//! Layout: a [`sealed`] message, a [`Draft`] as JSON.

use serde::{Deserialize, Serialize};
use ts_rs::TS;
use zeroize::Zeroizing;

use super::Database;
use super::keys::{MasterKey, VaultId};
use super::sealed::{self, Magic};
use crate::card::{self, CardSaveRequest};
use crate::error::{Error, ErrorCode, Result};
use crate::journal::{self, EntryId, JournalSaveRequest};
use crate::practice::{self, PracticeAnswerRequest};
use crate::random::RandomSource;
use crate::time::Now;

const MAGIC: &Magic = b"EVENDRFT";

/// What is still unsaved at a lock: the open page, the answer at the open step, the open card.
#[derive(Clone, Default, PartialEq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export_to = "commands.d.ts")]
pub struct Unsaved {
    pub entry: Option<JournalSaveRequest>,
    pub answer: Option<PracticeAnswerRequest>,
    pub card: Option<CardSaveRequest>,
}

impl std::fmt::Debug for Unsaved {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("Unsaved(private)")
    }
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Draft {
    pub sealed_ms: i64,
    pub unsaved: Unsaved,
}

pub(super) fn seal(
    master: &MasterKey,
    vault: &VaultId,
    unsaved: &Unsaved,
    random: &mut dyn RandomSource,
    now: &Now,
) -> Result<Vec<u8>> {
    let draft = Draft {
        sealed_ms: now.millis(),
        unsaved: unsaved.clone(),
    };
    let text = serde_json::to_vec(&draft)
        .map(Zeroizing::new)
        .map_err(|_| Error::internal("a draft cannot be written down"))?;
    let key = master.draft_key(vault)?;
    sealed::seal(key.expose(), MAGIC, vault, &text, random)
}

/// `wrong_key`: this vault did not seal it, or it is damaged.
pub(super) fn open(master: &MasterKey, vault: &VaultId, draft: &[u8]) -> Result<Draft> {
    let key = master.draft_key(vault)?;
    let text = sealed::open(key.expose(), MAGIC, vault, draft)?;
    serde_json::from_slice(&text).map_err(|_| sealed::foreign())
}

/// Saves what was unsaved at `since_ms`; answers the entry, if there was one.
pub(super) fn save(
    database: &mut Database,
    unsaved: &Unsaved,
    since_ms: i64,
    now: &Now,
) -> Result<Option<EntryId>> {
    if let Some(answer) = &unsaved.answer {
        unless_refused(practice::answer(database, answer, now))?;
    }
    if let Some(card) = &unsaved.card {
        // Nobody sees an offer now; the next save makes it.
        unless_refused(card::keep(database, card, now, |_| Ok(false)).map(drop))?;
    }
    // Last, so that one that is new is never saved twice.
    let entry = unsaved.entry.clone();
    entry
        .map(|entry| save_entry(database, entry, since_ms, now))
        .transpose()
}

/// What was deleted for good is gone with its answers; and what is refused now would be refused at
/// every unlock, and keep the entry waiting that was sealed with it.
fn unless_refused(saved: Result<()>) -> Result<()> {
    match saved {
        Err(error) if [ErrorCode::NotFound, ErrorCode::Invalid].contains(&error.code()) => Ok(()),
        other => other,
    }
}

/// Saves an entry as the one it was; as a new one if that is gone or was changed since.
fn save_entry(
    database: &mut Database,
    mut entry: JournalSaveRequest,
    since_ms: i64,
    now: &Now,
) -> Result<EntryId> {
    if let Some(id) = entry.id {
        match journal::read(database, id) {
            Ok(there) if there.updated_at <= since_ms => {}
            Ok(_) => entry.id = None,
            Err(error) if error.code() == ErrorCode::NotFound => entry.id = None,
            Err(error) => return Err(error),
        }
    }
    journal::save(database, &entry, now).map(|entry| entry.id)
}
