use evenkeel_core::assessments::{
    self, AssessmentAnswerRequest, AssessmentAnsweredView, AssessmentChooseRequest, AssessmentId,
    AssessmentSummaryView, AssessmentView, InstrumentView, TrashedAssessmentView,
};
use serde::Deserialize;
use tauri::State;
use ts_rs::TS;

use crate::error::Answer;
use crate::platform::clock;
use crate::session::Session;

/// Names one assessment that was begun.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export_to = "commands.d.ts")]
pub struct AssessmentRequest {
    #[ts(type = "number")]
    id: AssessmentId,
}

/// Names an instrument.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export_to = "commands.d.ts")]
pub struct InstrumentRequest {
    instrument: String,
}

#[tauri::command(async)]
pub fn assessments(session: State<'_, Session>) -> Answer<Vec<InstrumentView>> {
    Ok(session.with_open(|vault| assessments::instruments(vault.database(), &clock::now()))?)
}

#[tauri::command(async)]
pub fn assessment_choose(
    session: State<'_, Session>,
    request: AssessmentChooseRequest,
) -> Answer<()> {
    Ok(session.with_open(|vault| assessments::choose(vault.database_mut(), &request))?)
}

#[tauri::command(async)]
pub fn assessment_start(
    session: State<'_, Session>,
    request: InstrumentRequest,
) -> Answer<AssessmentView> {
    Ok(session.with_open(|vault| {
        assessments::start(vault.database_mut(), &request.instrument, &clock::now())
    })?)
}

#[tauri::command(async)]
pub fn assessment_open(
    session: State<'_, Session>,
    request: AssessmentRequest,
) -> Answer<AssessmentView> {
    Ok(session.with_open(|vault| assessments::open(vault.database(), request.id))?)
}

#[tauri::command(async)]
pub fn assessment_answer(
    session: State<'_, Session>,
    request: AssessmentAnswerRequest,
) -> Answer<AssessmentAnsweredView> {
    Ok(session
        .with_open(|vault| assessments::answer(vault.database_mut(), &request, &clock::now()))?)
}

#[tauri::command(async)]
pub fn assessment_finish(
    session: State<'_, Session>,
    request: AssessmentRequest,
) -> Answer<AssessmentView> {
    Ok(session
        .with_open(|vault| assessments::finish(vault.database_mut(), request.id, &clock::now()))?)
}

#[tauri::command(async)]
pub fn assessment_page(
    session: State<'_, Session>,
    request: InstrumentRequest,
) -> Answer<Vec<AssessmentSummaryView>> {
    Ok(session.with_open(|vault| assessments::page(vault.database(), &request.instrument))?)
}

#[tauri::command(async)]
pub fn assessment_trash(session: State<'_, Session>, request: AssessmentRequest) -> Answer<()> {
    Ok(session
        .with_open(|vault| assessments::trash(vault.database_mut(), request.id, &clock::now()))?)
}

#[tauri::command(async)]
pub fn assessment_restore(session: State<'_, Session>, request: AssessmentRequest) -> Answer<()> {
    Ok(session.with_open(|vault| assessments::restore(vault.database_mut(), request.id))?)
}

#[tauri::command(async)]
pub fn assessment_delete(session: State<'_, Session>, request: AssessmentRequest) -> Answer<()> {
    Ok(session.with_open(|vault| assessments::delete(vault.database_mut(), request.id))?)
}

#[tauri::command(async)]
pub fn assessments_trashed(session: State<'_, Session>) -> Answer<Vec<TrashedAssessmentView>> {
    Ok(session.with_open(|vault| assessments::trashed(vault.database(), &clock::now()))?)
}
