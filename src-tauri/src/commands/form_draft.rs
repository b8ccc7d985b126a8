use evenkeel_core::form_draft::{self, FormDraftSaveRequest, FormDraftView};
use serde::Deserialize;
use tauri::State;
use ts_rs::TS;

use crate::error::Answer;
use crate::platform::clock;
use crate::session::Session;

#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export_to = "commands.d.ts")]
pub struct FormDraftRequest {
    form: String,
}

#[tauri::command(async)]
pub fn form_draft(session: State<'_, Session>, request: FormDraftRequest) -> Answer<FormDraftView> {
    Ok(session.with_open(|vault| form_draft::open(vault.database(), &request.form))?)
}

#[tauri::command(async)]
pub fn form_draft_save(session: State<'_, Session>, request: FormDraftSaveRequest) -> Answer<()> {
    Ok(session
        .with_open(|vault| form_draft::save(vault.database_mut(), &request, &clock::now()))?)
}
