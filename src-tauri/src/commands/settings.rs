use evenkeel_core::settings::{self, SettingsView};
use tauri::{AppHandle, State};

use crate::background;
use crate::error::Answer;
use crate::session::Session;

#[tauri::command(async)]
pub fn settings_view(session: State<'_, Session>) -> SettingsView {
    settings::load(session.dir())
}

#[tauri::command(async)]
pub fn settings_update(
    app: AppHandle,
    session: State<'_, Session>,
    request: SettingsView,
) -> Answer<SettingsView> {
    session.with_open(|_| settings::store(session.dir(), &request))?;
    session.settings_changed(&request);
    background::follow(&app, request.keep_running);
    Ok(request)
}
