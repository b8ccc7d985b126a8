use evenkeel_core::error::ErrorCode;
use evenkeel_core::journal::EntryId;
use evenkeel_core::vault::{OpenedWith, Unsaved};
use serde::{Deserialize, Serialize};
use tauri::ipc::Channel;
use tauri::{AppHandle, State, WebviewWindow};
use ts_rs::TS;

use crate::error::Answer;
use crate::locking::{self, Ending};
use crate::platform::clock;
use crate::platform::process::Start;
use crate::session::{Session, SessionEvent};
use crate::windows;

/// The open session, and facts about the app.
#[derive(Debug, Serialize, TS)]
#[ts(export_to = "commands.d.ts")]
pub struct SessionView {
    opened_with: OpenedWith,
    /// The keychain may open the vault.
    keychain: bool,
    /// Why the keychain took no key at the first start.
    keychain_problem: Option<ErrorCode>,
    /// An entry that could not be saved at the last lock and is now in the journal.
    #[ts(type = "number | null")]
    recovered_entry: Option<EntryId>,
    /// The local date, `YYYY-MM-DD`.
    today: String,
    /// A damaged copy of the key file has been made again.
    key_file_healed: bool,
    version: String,
    data_dir: String,
    sqlite_version: String,
    cipher_version: String,
}

#[derive(Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export_to = "commands.d.ts")]
pub struct SessionLockRequest {
    /// Only if the last save failed or is still pending.
    unsaved: Unsaved,
    hide: bool,
}

#[tauri::command(async)]
pub fn window_ready(session: State<'_, Session>, window: WebviewWindow) {
    if window.label() == windows::LOCK || session.is_open() {
        windows::show(&window);
    }
}

#[tauri::command(async)]
pub fn app_quit(app: AppHandle) {
    locking::request(&app, Ending::Quit);
}

/// Lets go of the file that was opened last.
#[tauri::command(async)]
pub fn import_drop(session: State<'_, Session>) -> Answer<()> {
    session.require_open()?;
    session.keep_import(None);
    Ok(())
}

#[tauri::command(async)]
pub fn quick_hide(app: AppHandle) {
    locking::request(&app, Ending::Lock(Start::Minimised));
}

#[tauri::command(async)]
pub fn session_view(session: State<'_, Session>) -> Answer<SessionView> {
    Ok(session.with_open(|vault| {
        let versions = vault.database().versions()?;
        Ok(SessionView {
            opened_with: vault.opened_with(),
            keychain: vault.keychain().is_some(),
            keychain_problem: session.keychain_problem(),
            recovered_entry: vault.recovered_entry(),
            today: clock::now().date().to_string(),
            key_file_healed: vault.key_file_healed(),
            version: env!("CARGO_PKG_VERSION").to_owned(),
            data_dir: session.dir().display().to_string(),
            sqlite_version: versions.sqlite,
            cipher_version: versions.sqlcipher,
        })
    })?)
}

/// The main window is made while the app is still locked, and waits here for its opening.
#[tauri::command(async, rename_all = "snake_case")]
pub fn session_watch(session: State<'_, Session>, on_event: Channel<SessionEvent>) {
    session.watch(on_event);
}

#[tauri::command(async)]
pub fn session_touch(session: State<'_, Session>) -> Answer<()> {
    session.require_open()?;
    session.touch();
    Ok(())
}

#[tauri::command(async)]
pub fn session_lock(
    app: AppHandle,
    session: State<'_, Session>,
    request: SessionLockRequest,
) -> Answer<()> {
    session.require_open()?;
    if request.hide {
        windows::hide(&app);
    }
    let start = if request.hide {
        Start::Minimised
    } else {
        Start::Shown
    };
    locking::finish(&app, &request.unsaved, Ending::Lock(start));
    Ok(())
}
