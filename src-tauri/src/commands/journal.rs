use evenkeel_core::content::{KindPrompts, Prompts};
use evenkeel_core::journal::{
    self, EntryId, EntrySummaryView, EntryView, JournalPageRequest, JournalPageView,
    JournalSaveRequest, JournalSearchRequest, SearchView, TagCount,
};
use serde::Deserialize;
use tauri::State;
use ts_rs::TS;

use crate::error::Answer;
use crate::platform::clock;
use crate::session::Session;

/// Names one entry.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export_to = "commands.d.ts")]
pub struct EntryRequest {
    #[ts(type = "number")]
    id: EntryId,
}

#[tauri::command(async)]
pub fn journal_page(
    session: State<'_, Session>,
    request: JournalPageRequest,
) -> Answer<JournalPageView> {
    Ok(session.with_open(|vault| journal::page(vault.database(), &request))?)
}

#[tauri::command(async)]
pub fn journal_search(
    session: State<'_, Session>,
    request: JournalSearchRequest,
) -> Answer<SearchView> {
    Ok(session.with_open(|vault| journal::search(vault.database(), &request))?)
}

#[tauri::command(async)]
pub fn journal_entry(session: State<'_, Session>, request: EntryRequest) -> Answer<EntryView> {
    Ok(session.with_open(|vault| journal::read(vault.database(), request.id))?)
}

#[tauri::command(async)]
pub fn journal_save(session: State<'_, Session>, request: JournalSaveRequest) -> Answer<EntryView> {
    Ok(session.with_open(|vault| journal::save(vault.database_mut(), &request, &clock::now()))?)
}

#[tauri::command(async)]
pub fn journal_trash(session: State<'_, Session>, request: EntryRequest) -> Answer<()> {
    Ok(session
        .with_open(|vault| journal::trash(vault.database_mut(), request.id, &clock::now()))?)
}

#[tauri::command(async)]
pub fn journal_restore(session: State<'_, Session>, request: EntryRequest) -> Answer<()> {
    Ok(session.with_open(|vault| journal::restore(vault.database_mut(), request.id))?)
}

#[tauri::command(async)]
pub fn journal_delete(session: State<'_, Session>, request: EntryRequest) -> Answer<()> {
    Ok(session.with_open(|vault| journal::delete(vault.database_mut(), request.id))?)
}

#[tauri::command(async)]
pub fn journal_trashed(session: State<'_, Session>) -> Answer<Vec<EntrySummaryView>> {
    Ok(session.with_open(|vault| journal::trashed(vault.database(), &clock::now()))?)
}

#[tauri::command(async)]
pub fn journal_tags(session: State<'_, Session>) -> Answer<Vec<TagCount>> {
    Ok(session.with_open(|vault| journal::tags(vault.database()))?)
}

#[tauri::command(async)]
pub fn journal_prompts(session: State<'_, Session>) -> Answer<Vec<KindPrompts>> {
    Ok(session.with_open(|_| Ok(Prompts::bundled()?.by_kind))?)
}
