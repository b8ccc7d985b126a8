use evenkeel_core::random::OsRandom;
use evenkeel_core::schedule::conflict::{self, ConflictView};
use evenkeel_core::schedule::{
    self, ChangedView, EventCancelRequest, EventId, EventOpenRequest, EventSaveRequest, EventView,
    OccurrenceKey, ScheduleSpanRequest, ScheduleTodayView, ScheduleView, TrashedEventView, Undo,
};
use serde::Deserialize;
use tauri::State;
use ts_rs::TS;

use crate::error::Answer;
use crate::platform::clock;
use crate::session::Session;

/// Names one event.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export_to = "commands.d.ts")]
pub struct EventRequest {
    #[ts(type = "number")]
    id: EventId,
}

#[tauri::command(async)]
pub fn schedule_today(session: State<'_, Session>) -> Answer<ScheduleTodayView> {
    Ok(session.with_open(|vault| schedule::today(vault.database(), &clock::now()))?)
}

#[tauri::command(async)]
pub fn schedule_span(
    session: State<'_, Session>,
    request: ScheduleSpanRequest,
) -> Answer<ScheduleView> {
    Ok(session.with_open(|vault| schedule::span(vault.database(), &request, &clock::now()))?)
}

#[tauri::command(async)]
pub fn schedule_event(session: State<'_, Session>, request: EventOpenRequest) -> Answer<EventView> {
    Ok(session.with_open(|vault| schedule::open(vault.database(), &request, &clock::now()))?)
}

#[tauri::command(async)]
pub fn schedule_event_save(
    session: State<'_, Session>,
    request: EventSaveRequest,
) -> Answer<ChangedView> {
    Ok(session.with_open(|vault| {
        schedule::save(vault.database_mut(), &request, &mut OsRandom, &clock::now())
    })?)
}

#[tauri::command(async)]
pub fn schedule_event_cancel(
    session: State<'_, Session>,
    request: EventCancelRequest,
) -> Answer<ChangedView> {
    Ok(session
        .with_open(|vault| schedule::cancel(vault.database_mut(), &request, &clock::now()))?)
}

#[tauri::command(async)]
pub fn schedule_event_uncancel(
    session: State<'_, Session>,
    request: OccurrenceKey,
) -> Answer<ChangedView> {
    Ok(session.with_open(|vault| schedule::uncancel(vault.database_mut(), &request))?)
}

/// Takes a change back; `invalid` once something that it touched was changed again.
#[tauri::command(async)]
pub fn schedule_undo(session: State<'_, Session>, request: Undo) -> Answer<()> {
    Ok(session.with_open(|vault| schedule::undo(vault.database_mut(), &request))?)
}

#[tauri::command(async)]
pub fn schedule_conflict_dismiss(session: State<'_, Session>, request: ConflictView) -> Answer<()> {
    Ok(session.with_open(|vault| conflict::dismiss(vault.database_mut(), &request))?)
}

#[tauri::command(async)]
pub fn schedule_trashed(session: State<'_, Session>) -> Answer<Vec<TrashedEventView>> {
    Ok(session.with_open(|vault| schedule::trashed(vault.database(), &clock::now()))?)
}

#[tauri::command(async)]
pub fn schedule_restore(session: State<'_, Session>, request: EventRequest) -> Answer<()> {
    Ok(session.with_open(|vault| schedule::restore(vault.database_mut(), request.id))?)
}

#[tauri::command(async)]
pub fn schedule_delete(session: State<'_, Session>, request: EventRequest) -> Answer<()> {
    Ok(session.with_open(|vault| schedule::delete(vault.database_mut(), request.id))?)
}
