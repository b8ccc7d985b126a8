use evenkeel_core::schedule::homework::{
    self, HomeworkDoneRequest, HomeworkId, HomeworkSaveRequest, HomeworkView,
};
use serde::Deserialize;
use tauri::State;
use ts_rs::TS;

use crate::error::Answer;
use crate::platform::clock;
use crate::session::Session;

/// Names one piece of homework.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export_to = "commands.d.ts")]
pub struct HomeworkRequest {
    #[ts(type = "number")]
    id: HomeworkId,
}

#[tauri::command(async)]
pub fn homework(session: State<'_, Session>) -> Answer<Vec<HomeworkView>> {
    Ok(session.with_open(|vault| homework::list(vault.database(), &clock::now()))?)
}

#[tauri::command(async)]
pub fn homework_trashed(session: State<'_, Session>) -> Answer<Vec<HomeworkView>> {
    Ok(session.with_open(|vault| homework::trashed(vault.database(), &clock::now()))?)
}

#[tauri::command(async)]
pub fn homework_save(
    session: State<'_, Session>,
    request: HomeworkSaveRequest,
) -> Answer<HomeworkView> {
    Ok(session.with_open(|vault| homework::save(vault.database_mut(), &request, &clock::now()))?)
}

#[tauri::command(async)]
pub fn homework_done(
    session: State<'_, Session>,
    request: HomeworkDoneRequest,
) -> Answer<HomeworkView> {
    Ok(session.with_open(|vault| homework::done(vault.database_mut(), request, &clock::now()))?)
}

#[tauri::command(async)]
pub fn homework_trash(session: State<'_, Session>, request: HomeworkRequest) -> Answer<()> {
    Ok(session
        .with_open(|vault| homework::trash(vault.database_mut(), request.id, &clock::now()))?)
}

#[tauri::command(async)]
pub fn homework_restore(session: State<'_, Session>, request: HomeworkRequest) -> Answer<()> {
    Ok(session.with_open(|vault| homework::restore(vault.database_mut(), request.id))?)
}

#[tauri::command(async)]
pub fn homework_delete(session: State<'_, Session>, request: HomeworkRequest) -> Answer<()> {
    Ok(session.with_open(|vault| homework::delete(vault.database_mut(), request.id))?)
}
