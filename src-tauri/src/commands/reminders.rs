use evenkeel_core::reminders::{self, ReminderSettingsView};
use serde::{Deserialize, Serialize};
use tauri::{AppHandle, State};
use ts_rs::TS;

use crate::error::Answer;
use crate::platform::{autostart, notification, tray};
use crate::reminders::{self as shown, Reminders};
use crate::session::Session;

/// What the person wants to be reminded of, and what this computer can do.
#[derive(Debug, Serialize, TS)]
#[ts(export_to = "commands.d.ts")]
pub struct RemindersView {
    settings: ReminderSettingsView,
    /// A service of the desktop shows notifications.
    notifications: bool,
    /// The desktop has a place for the app's icon.
    tray: bool,
    /// The app starts with the computer.
    autostart: bool,
    /// After a restart of the computer they come before the first unlock.
    keychain: bool,
}

#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export_to = "commands.d.ts")]
pub struct AutostartRequest {
    on: bool,
}

#[tauri::command(async)]
pub fn reminders(
    session: State<'_, Session>,
    reminders: State<'_, Reminders>,
) -> Answer<RemindersView> {
    view(&session, &reminders)
}

#[tauri::command(async)]
pub fn reminders_save(
    session: State<'_, Session>,
    reminders: State<'_, Reminders>,
    request: ReminderSettingsView,
) -> Answer<RemindersView> {
    session.with_open(|vault| reminders::save_settings(vault.database_mut(), &request))?;
    view(&session, &reminders)
}

/// Shows how a reminder looks; `false` if nothing shows it.
#[tauri::command(async)]
pub fn reminders_try(app: AppHandle, session: State<'_, Session>) -> Answer<bool> {
    session.require_open()?;
    Ok(shown::show(&app, SAMPLE) == Some(true))
}

#[tauri::command(async)]
pub fn autostart_set(
    session: State<'_, Session>,
    reminders: State<'_, Reminders>,
    request: AutostartRequest,
) -> Answer<RemindersView> {
    session.require_open()?;
    autostart::set(request.on)?;
    view(&session, &reminders)
}

const SAMPLE: &str = "Something at 5:30 pm";

fn view(session: &Session, reminders: &Reminders) -> Answer<RemindersView> {
    let (settings, keychain) = session.with_open(|vault| {
        Ok((
            reminders::settings(vault.database())?,
            vault.keychain().is_some(),
        ))
    })?;
    Ok(RemindersView {
        settings,
        notifications: notification::is_there(),
        tray: tray::is_there(),
        autostart: autostart::is_on(),
        keychain: keychain && !reminders.are_refused(),
    })
}
