use evenkeel_core::random::OsRandom;
use evenkeel_core::schedule::attendance::{
    self, AttendanceSaveRequest, SessionNotesSaveRequest, SessionNotesView,
};
use evenkeel_core::schedule::programme::{
    self, ProgrammeSaveRequest, ProgrammeSetUpRequest, ProgrammeView,
};
use evenkeel_core::schedule::{OccurrenceKey, OccurrenceView};
use tauri::State;

use crate::error::Answer;
use crate::platform::clock;
use crate::session::Session;

#[tauri::command(async)]
pub fn programme(session: State<'_, Session>) -> Answer<ProgrammeView> {
    Ok(session.with_open(|vault| programme::view(vault.database(), &clock::now()))?)
}

#[tauri::command(async)]
pub fn programme_save(
    session: State<'_, Session>,
    request: ProgrammeSaveRequest,
) -> Answer<ProgrammeView> {
    Ok(
        session
            .with_open(|vault| programme::save(vault.database_mut(), &request, &clock::now()))?,
    )
}

#[tauri::command(async)]
pub fn programme_set_up(
    session: State<'_, Session>,
    request: ProgrammeSetUpRequest,
) -> Answer<ProgrammeView> {
    Ok(session.with_open(|vault| {
        programme::set_up(vault.database_mut(), &request, &mut OsRandom, &clock::now())
    })?)
}

#[tauri::command(async)]
pub fn attendance_save(
    session: State<'_, Session>,
    request: AttendanceSaveRequest,
) -> Answer<OccurrenceView> {
    Ok(session
        .with_open(|vault| attendance::save(vault.database_mut(), &request, &clock::now()))?)
}

#[tauri::command(async)]
pub fn session_notes(
    session: State<'_, Session>,
    request: OccurrenceKey,
) -> Answer<SessionNotesView> {
    Ok(session.with_open(|vault| attendance::notes(vault.database(), &request))?)
}

#[tauri::command(async)]
pub fn session_notes_save(
    session: State<'_, Session>,
    request: SessionNotesSaveRequest,
) -> Answer<()> {
    Ok(session
        .with_open(|vault| attendance::save_notes(vault.database_mut(), &request, &clock::now()))?)
}
