use evenkeel_core::progress::{
    self, ProgrammeStartSaveRequest, ProgressRequest, ProgressView, TogetherRequest, TogetherView,
};
use tauri::State;

use crate::error::Answer;
use crate::session::Session;

#[tauri::command(async)]
pub fn progress(session: State<'_, Session>, request: ProgressRequest) -> Answer<ProgressView> {
    Ok(session.with_open(|vault| progress::progress(vault.database(), &request))?)
}

#[tauri::command(async)]
pub fn progress_together(
    session: State<'_, Session>,
    request: TogetherRequest,
) -> Answer<TogetherView> {
    Ok(session.with_open(|vault| progress::together(vault.database(), &request))?)
}

#[tauri::command(async)]
pub fn programme_start_save(
    session: State<'_, Session>,
    request: ProgrammeStartSaveRequest,
) -> Answer<()> {
    Ok(
        session
            .with_open(|vault| progress::save_programme_start(vault.database_mut(), &request))?,
    )
}
