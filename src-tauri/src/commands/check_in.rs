use evenkeel_core::check_in::{
    self, CheckInId, CheckInPageRequest, CheckInPageView, CheckInSaveRequest, CheckInView,
    DaylioImportRequest, DaylioImportedView, DaylioPreviewView, DaylioRows, MoodWordsView,
};
use evenkeel_core::error::{Error, ErrorCode};
use serde::Deserialize;
use tauri::{AppHandle, State};
use ts_rs::TS;

use crate::error::Answer;
use crate::platform::{clock, dialog};
use crate::session::{Import, Session};

/// Names one check-in.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export_to = "commands.d.ts")]
pub struct CheckInRequest {
    #[ts(type = "number")]
    id: CheckInId,
}

#[tauri::command(async)]
pub fn check_in_words(session: State<'_, Session>) -> Answer<MoodWordsView> {
    Ok(session.with_open(|vault| check_in::words(vault.database()))?)
}

#[tauri::command(async)]
pub fn check_in_save(
    session: State<'_, Session>,
    request: CheckInSaveRequest,
) -> Answer<CheckInView> {
    Ok(session.with_open(|vault| check_in::save(vault.database_mut(), &request, &clock::now()))?)
}

#[tauri::command(async)]
pub fn check_in_page(
    session: State<'_, Session>,
    request: CheckInPageRequest,
) -> Answer<CheckInPageView> {
    Ok(session.with_open(|vault| check_in::page(vault.database(), &request, &clock::now()))?)
}

#[tauri::command(async)]
pub fn check_in_trash(session: State<'_, Session>, request: CheckInRequest) -> Answer<()> {
    Ok(session
        .with_open(|vault| check_in::trash(vault.database_mut(), request.id, &clock::now()))?)
}

#[tauri::command(async)]
pub fn check_in_restore(session: State<'_, Session>, request: CheckInRequest) -> Answer<()> {
    Ok(session.with_open(|vault| check_in::restore(vault.database_mut(), request.id))?)
}

#[tauri::command(async)]
pub fn check_in_delete(session: State<'_, Session>, request: CheckInRequest) -> Answer<()> {
    Ok(session.with_open(|vault| check_in::delete(vault.database_mut(), request.id))?)
}

/// Asks the person for a file and reads it; `null` if they chose none. Nothing is saved yet.
#[tauri::command(async)]
pub fn daylio_open(
    app: AppHandle,
    session: State<'_, Session>,
) -> Answer<Option<DaylioPreviewView>> {
    session.require_open()?;
    let Some(chosen) = dialog::read_chosen(&app, "csv")? else {
        return Ok(None);
    };
    let rows = DaylioRows::parse(&chosen.bytes)?;
    let preview = session.with_open(|vault| rows.preview(vault.database(), &clock::now()))?;
    session.keep_import(Some(Import::Daylio(rows)));
    Ok(Some(preview))
}

/// Takes in the file that was opened last.
#[tauri::command(async)]
pub fn daylio_import(
    session: State<'_, Session>,
    request: DaylioImportRequest,
) -> Answer<DaylioImportedView> {
    session.require_open()?;
    let Some(Import::Daylio(rows)) = session.take_import() else {
        return Err(Error::new(ErrorCode::NotFound, "no file is open").into());
    };
    let imported =
        session.with_open(|vault| rows.import(vault.database_mut(), &request, &clock::now()));
    if imported.is_err() {
        session.keep_import(Some(Import::Daylio(rows)));
    }
    Ok(imported?)
}
