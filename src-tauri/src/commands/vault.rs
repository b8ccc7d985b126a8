use evenkeel_core::error::Error;
use evenkeel_core::random::OsRandom;
use evenkeel_core::vault::passphrase::{self, PassphraseView};
use evenkeel_core::vault::{RecoverySheet, RecoveryWords, UnlockWith, Vault, VaultState};
use serde::{Deserialize, Serialize};
use tauri::{AppHandle, State};
use ts_rs::TS;
use zeroize::Zeroizing;

use crate::error::Answer;
use crate::locking;
use crate::opening;
use crate::platform::autostart;
use crate::platform::process::Handover;
use crate::reminders::Reminders;
use crate::session::{Pending, Session};

/// What is known of the vault while it is locked.
#[derive(Debug, Serialize, TS)]
#[ts(export_to = "commands.d.ts")]
pub struct VaultStatusView {
    state: VaultStateName,
    /// The keychain may open it.
    keychain: bool,
    /// The day of the newest good copy, `YYYY-MM-DD`.
    snapshot: Option<String>,
}

#[derive(Debug, Serialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(export_to = "commands.d.ts")]
pub enum VaultStateName {
    New,
    Locked,
}

#[derive(Debug, Serialize, TS)]
#[ts(export_to = "commands.d.ts")]
pub struct SuggestionView {
    #[ts(type = "string")]
    passphrase: Zeroizing<String>,
}

#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export_to = "commands.d.ts")]
pub struct PassphraseRequest {
    #[ts(type = "string")]
    passphrase: Zeroizing<String>,
}

/// Twelve words to write down, and the two places (from 1) that are asked for afterwards.
#[derive(Debug, Serialize, TS)]
#[ts(export_to = "commands.d.ts")]
pub struct RecoverySheetView {
    words: Vec<&'static str>,
    asked: [usize; 2],
}

impl RecoverySheetView {
    fn of(sheet: &RecoverySheet) -> Result<Self, Error> {
        Ok(Self {
            words: sheet.words()?,
            asked: sheet.asked(),
        })
    }
}

/// The two words typed back.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export_to = "commands.d.ts")]
pub struct AnswersRequest {
    answers: [String; 2],
}

#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export_to = "commands.d.ts")]
pub struct SetupFinishRequest {
    answers: [String; 2],
    use_keychain: bool,
}

#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export_to = "commands.d.ts")]
pub struct UnlockRequest {
    key: UnlockKey,
    /// Put the newest good copy in the place of a database that does not open.
    use_snapshot: bool,
}

#[derive(Debug, Deserialize, TS)]
#[serde(tag = "type", rename_all = "snake_case")]
#[ts(export_to = "commands.d.ts")]
pub enum UnlockKey {
    Passphrase {
        #[ts(type = "string")]
        passphrase: Zeroizing<String>,
    },
    Recovery {
        #[ts(type = "string")]
        words: Zeroizing<String>,
    },
    Keychain,
}

#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export_to = "commands.d.ts")]
pub struct NewPassphraseRequest {
    /// `null` only if the recovery words opened the vault.
    #[ts(type = "string | null")]
    current: Option<Zeroizing<String>>,
    #[ts(type = "string")]
    new: Zeroizing<String>,
}

#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export_to = "commands.d.ts")]
pub struct DeleteRequest {
    confirmation: String,
}

#[tauri::command(async)]
pub fn vault_status(session: State<'_, Session>) -> Answer<VaultStatusView> {
    let (state, vault) = match session.with_vault(Vault::state)? {
        VaultState::New => (VaultStateName::New, None),
        VaultState::Locked(vault) => (VaultStateName::Locked, Some(vault)),
    };
    let keychain = vault.as_ref().is_some_and(|vault| vault.keychain.is_some());
    let snapshot = vault
        .and_then(|vault| vault.snapshot)
        .map(|day| day.to_string());
    Ok(VaultStatusView {
        state,
        keychain,
        snapshot,
    })
}

#[tauri::command(async)]
pub fn passphrase_suggest() -> Answer<SuggestionView> {
    Ok(SuggestionView {
        passphrase: passphrase::suggest(&mut OsRandom)?,
    })
}

#[tauri::command(async)]
pub fn passphrase_rate(request: PassphraseRequest) -> PassphraseView {
    passphrase::rate(&request.passphrase)
}

#[tauri::command(async)]
pub fn setup_prepare(
    session: State<'_, Session>,
    request: PassphraseRequest,
) -> Answer<RecoverySheetView> {
    passphrase::require_acceptable(&request.passphrase)?;
    let sheet = RecoverySheet::generate(&mut OsRandom)?;
    let view = RecoverySheetView::of(&sheet)?;
    session.prepare(Pending::Setup {
        passphrase: request.passphrase,
        sheet,
    });
    Ok(view)
}

#[tauri::command(async)]
pub fn setup_finish(
    app: AppHandle,
    session: State<'_, Session>,
    request: SetupFinishRequest,
) -> Answer<()> {
    session.create(&request.answers, request.use_keychain)?;
    opening::opened(&app);
    Ok(())
}

#[tauri::command(async)]
pub fn vault_unlock(
    app: AppHandle,
    session: State<'_, Session>,
    request: UnlockRequest,
) -> Answer<()> {
    let use_snapshot = request.use_snapshot;
    let opened = match request.key {
        UnlockKey::Passphrase { passphrase } => {
            session.unlock(&UnlockWith::Passphrase(&passphrase), use_snapshot)?
        }
        UnlockKey::Recovery { words } => session.unlock(
            &UnlockWith::Recovery(&RecoveryWords::parse(&words)?),
            use_snapshot,
        )?,
        UnlockKey::Keychain => session.unlock_with_keychain(use_snapshot)?,
    };
    if opened {
        opening::opened(&app);
    }
    Ok(())
}

#[tauri::command(async)]
pub fn passphrase_change(session: State<'_, Session>, request: NewPassphraseRequest) -> Answer<()> {
    let current = request.current.as_ref().map(|current| current.as_str());
    Ok(session.with_open(|vault| vault.change_passphrase(current, &request.new, &mut OsRandom))?)
}

#[tauri::command(async)]
pub fn recovery_prepare(session: State<'_, Session>) -> Answer<RecoverySheetView> {
    let sheet = session.with_open(|_| RecoverySheet::generate(&mut OsRandom))?;
    let view = RecoverySheetView::of(&sheet)?;
    session.prepare(Pending::Recovery { sheet });
    Ok(view)
}

#[tauri::command(async)]
pub fn recovery_confirm(session: State<'_, Session>, request: AnswersRequest) -> Answer<()> {
    Ok(session.replace_recovery(&request.answers)?)
}

#[tauri::command(async)]
pub fn rekey_prepare(
    session: State<'_, Session>,
    request: NewPassphraseRequest,
) -> Answer<RecoverySheetView> {
    let current = request.current.as_ref().map(|current| current.as_str());
    let sheet = session.with_open(|vault| {
        vault.require_passphrase(current)?;
        passphrase::require_acceptable(&request.new)?;
        RecoverySheet::generate(&mut OsRandom)
    })?;
    let view = RecoverySheetView::of(&sheet)?;
    session.prepare(Pending::Rekey {
        current: request.current,
        new: request.new,
        sheet,
    });
    Ok(view)
}

#[tauri::command(async)]
pub fn rekey_confirm(
    session: State<'_, Session>,
    reminders: State<'_, Reminders>,
    request: AnswersRequest,
) -> Answer<()> {
    session.rekey(&request.answers)?;
    reminders.keys_changed(&session);
    Ok(())
}

#[tauri::command(async)]
pub fn keychain_enable(session: State<'_, Session>) -> Answer<()> {
    Ok(session.enable_keychain()?)
}

#[tauri::command(async)]
pub fn keychain_disable(
    session: State<'_, Session>,
    reminders: State<'_, Reminders>,
) -> Answer<()> {
    let disabled = session.disable_keychain();
    reminders.keys_changed(&session);
    Ok(disabled?)
}

#[tauri::command(async)]
pub fn delete_everything(
    app: AppHandle,
    session: State<'_, Session>,
    reminders: State<'_, Reminders>,
    request: DeleteRequest,
) -> Answer<()> {
    session.require_open()?;
    if request.confirmation != "delete everything" {
        return Err(Error::invalid("the wish to delete was not confirmed").into());
    }
    session.delete_everything()?;
    reminders.forget();
    if autostart::is_on() && autostart::set(false).is_err() {
        tracing::warn!("the start-up entry stays");
    }
    locking::depart(&app, Some(Handover::default()));
    Ok(())
}
