use evenkeel_core::skills::{
    self, FindView, LibraryView, Need, SkillMenuSaveRequest, SkillShelveRequest, SkillView,
    SkillsSearchView, SlotView, TodayView, WorksView, breakdown,
};
use serde::Deserialize;
use tauri::State;
use ts_rs::TS;

use crate::error::Answer;
use crate::platform::clock;
use crate::session::Session;

/// Names one skill.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export_to = "commands.d.ts")]
pub struct SkillRequest {
    id: String,
}

#[derive(Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export_to = "commands.d.ts")]
pub struct SkillsSearchRequest {
    text: String,
}

#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export_to = "commands.d.ts")]
pub struct BreakdownSaveRequest {
    /// 0 to 100; `null` goes back to the default.
    point: Option<u8>,
}

#[tauri::command(async)]
pub fn skills_library(session: State<'_, Session>) -> Answer<LibraryView> {
    Ok(session.with_skills(|vault, library| skills::library(vault.database(), library))?)
}

#[tauri::command(async)]
pub fn skills_skill(session: State<'_, Session>, request: SkillRequest) -> Answer<SkillView> {
    Ok(session.with_skills(|vault, library| {
        skills::skill(vault.database(), library, &request.id, &clock::now())
    })?)
}

#[tauri::command(async)]
pub fn skills_search(
    session: State<'_, Session>,
    request: SkillsSearchRequest,
) -> Answer<SkillsSearchView> {
    Ok(session.with_skills(|vault, library| {
        skills::search(vault.database(), library, &request.text, &clock::now())
    })?)
}

#[tauri::command(async)]
pub fn skills_find(session: State<'_, Session>, request: Need) -> Answer<FindView> {
    Ok(session.with_skills(|vault, library| {
        skills::find(vault.database(), library, &request, &clock::now())
    })?)
}

#[tauri::command(async)]
pub fn skills_works(session: State<'_, Session>) -> Answer<WorksView> {
    Ok(session.with_skills(|vault, library| skills::works(vault.database(), library))?)
}

#[tauri::command(async)]
pub fn skills_today(session: State<'_, Session>) -> Answer<TodayView> {
    Ok(session
        .with_skills(|vault, library| skills::today(vault.database(), library, &clock::now()))?)
}

#[tauri::command(async)]
pub fn skills_shelve(session: State<'_, Session>, request: SkillShelveRequest) -> Answer<()> {
    Ok(session
        .with_skills(|vault, library| skills::shelve(vault.database_mut(), library, &request))?)
}

#[tauri::command(async)]
pub fn skills_menu_save(
    session: State<'_, Session>,
    request: SkillMenuSaveRequest,
) -> Answer<SlotView> {
    Ok(session
        .with_skills(|vault, library| skills::save_menu(vault.database_mut(), library, &request))?)
}

#[tauri::command(async)]
pub fn skills_breakdown_save(
    session: State<'_, Session>,
    request: BreakdownSaveRequest,
) -> Answer<()> {
    Ok(session.with_open(|vault| breakdown::save(vault.database_mut(), request.point))?)
}
