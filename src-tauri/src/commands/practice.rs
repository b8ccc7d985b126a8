use evenkeel_core::practice::{
    self, PracticeAnswerRequest, PracticeId, PracticeMoveRequest, PracticeOpenRequest,
    PracticePageRequest, PracticePageView, PracticeSheetView, PracticeStartRequest, PracticeView,
};
use serde::Deserialize;
use tauri::State;
use ts_rs::TS;

use crate::error::Answer;
use crate::platform::clock;
use crate::session::Session;

/// Names one practice.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export_to = "commands.d.ts")]
pub struct PracticeRequest {
    #[ts(type = "number")]
    id: PracticeId,
}

#[tauri::command(async)]
pub fn practice_start(
    session: State<'_, Session>,
    request: PracticeStartRequest,
) -> Answer<PracticeView> {
    Ok(session.with_skills(|vault, library| {
        practice::start(vault.database_mut(), library, &request, &clock::now())
    })?)
}

#[tauri::command(async)]
pub fn practice_open(
    session: State<'_, Session>,
    request: PracticeOpenRequest,
) -> Answer<PracticeView> {
    Ok(session.with_skills(|vault, library| {
        practice::open(vault.database(), library, &request, &clock::now())
    })?)
}

#[tauri::command(async)]
pub fn practice_answer(session: State<'_, Session>, request: PracticeAnswerRequest) -> Answer<()> {
    Ok(session
        .with_open(|vault| practice::answer(vault.database_mut(), &request, &clock::now()))?)
}

#[tauri::command(async)]
pub fn practice_move(
    session: State<'_, Session>,
    request: PracticeMoveRequest,
) -> Answer<PracticeView> {
    Ok(session.with_skills(|vault, library| {
        practice::go(vault.database_mut(), library, &request, &clock::now())
    })?)
}

#[tauri::command(async)]
pub fn practice_sheet(
    session: State<'_, Session>,
    request: PracticeRequest,
) -> Answer<PracticeSheetView> {
    Ok(session.with_open(|vault| practice::sheet(vault.database(), request.id, &clock::now()))?)
}

#[tauri::command(async)]
pub fn practice_page(
    session: State<'_, Session>,
    request: PracticePageRequest,
) -> Answer<PracticePageView> {
    Ok(session.with_open(|vault| practice::page(vault.database(), &request, &clock::now()))?)
}

#[tauri::command(async)]
pub fn practice_trash(session: State<'_, Session>, request: PracticeRequest) -> Answer<()> {
    Ok(session
        .with_open(|vault| practice::trash(vault.database_mut(), request.id, &clock::now()))?)
}

#[tauri::command(async)]
pub fn practice_restore(session: State<'_, Session>, request: PracticeRequest) -> Answer<()> {
    Ok(session.with_open(|vault| practice::restore(vault.database_mut(), request.id))?)
}

#[tauri::command(async)]
pub fn practice_delete(session: State<'_, Session>, request: PracticeRequest) -> Answer<()> {
    Ok(session.with_open(|vault| practice::delete(vault.database_mut(), request.id))?)
}
