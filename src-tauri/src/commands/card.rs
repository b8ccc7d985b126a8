use evenkeel_core::card::{
    self, CardClearRequest, CardItemSaveRequest, CardOpenRequest, CardSaveRequest, CardSavedView,
    CardSetView, CardView, ItemId, MedicationId, MedicationView, WeekView,
};
use evenkeel_core::content::Switch;
use serde::Deserialize;
use tauri::State;
use ts_rs::TS;

use crate::error::Answer;
use crate::platform::clock;
use crate::session::Session;

/// Names a row of the start file.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export_to = "commands.d.ts")]
pub struct CardItemAddRequest {
    key: String,
}

#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export_to = "commands.d.ts")]
pub struct CardItemHideRequest {
    #[ts(type = "number")]
    id: ItemId,
    hidden: bool,
}

#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export_to = "commands.d.ts")]
pub struct CardItemMoveRequest {
    #[ts(type = "number")]
    id: ItemId,
    /// -1 is up, 1 is down.
    by: i8,
}

#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export_to = "commands.d.ts")]
pub struct CardSwitchRequest {
    switch: Switch,
    on: bool,
}

/// Names seven days by the first.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export_to = "commands.d.ts")]
pub struct CardWeekRequest {
    from: String,
}

/// Names one medication.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export_to = "commands.d.ts")]
pub struct MedicationRequest {
    #[ts(type = "number")]
    id: MedicationId,
}

#[tauri::command(async)]
pub fn card_set(session: State<'_, Session>) -> Answer<CardSetView> {
    Ok(session.with_open(|vault| card::set(vault.database_mut()))?)
}

#[tauri::command(async)]
pub fn card_item_save(
    session: State<'_, Session>,
    request: CardItemSaveRequest,
) -> Answer<CardSetView> {
    Ok(session.with_open(|vault| card::save_item(vault.database_mut(), &request))?)
}

#[tauri::command(async)]
pub fn card_item_add(
    session: State<'_, Session>,
    request: CardItemAddRequest,
) -> Answer<CardSetView> {
    Ok(session.with_open(|vault| card::add(vault.database_mut(), &request.key))?)
}

#[tauri::command(async)]
pub fn card_item_hide(
    session: State<'_, Session>,
    request: CardItemHideRequest,
) -> Answer<CardSetView> {
    Ok(session.with_open(|vault| card::hide(vault.database_mut(), request.id, request.hidden))?)
}

#[tauri::command(async)]
pub fn card_item_move(
    session: State<'_, Session>,
    request: CardItemMoveRequest,
) -> Answer<CardSetView> {
    Ok(session.with_open(|vault| card::turn(vault.database_mut(), request.id, request.by))?)
}

#[tauri::command(async)]
pub fn card_switch(session: State<'_, Session>, request: CardSwitchRequest) -> Answer<CardSetView> {
    Ok(
        session
            .with_open(|vault| card::switch(vault.database_mut(), request.switch, request.on))?,
    )
}

#[tauri::command(async)]
pub fn card_open(session: State<'_, Session>, request: CardOpenRequest) -> Answer<CardView> {
    Ok(session
        .with_skills(|vault, library| card::open(vault.database_mut(), library, &request.date))?)
}

#[tauri::command(async)]
pub fn card_save(session: State<'_, Session>, request: CardSaveRequest) -> Answer<CardSavedView> {
    Ok(session.with_skills(|vault, library| {
        card::save(vault.database_mut(), library, &request, &clock::now())
    })?)
}

#[tauri::command(async)]
pub fn card_clear(session: State<'_, Session>, request: CardClearRequest) -> Answer<()> {
    Ok(session.with_open(|vault| card::clear(vault.database_mut(), &request.date))?)
}

#[tauri::command(async)]
pub fn card_week(session: State<'_, Session>, request: CardWeekRequest) -> Answer<WeekView> {
    Ok(session
        .with_skills(|vault, library| card::week(vault.database_mut(), library, &request.from))?)
}

#[tauri::command(async)]
pub fn medications(session: State<'_, Session>) -> Answer<Vec<MedicationView>> {
    Ok(session.with_open(|vault| card::medications(vault.database()))?)
}

#[tauri::command(async)]
pub fn medication_save(
    session: State<'_, Session>,
    request: MedicationView,
) -> Answer<Vec<MedicationView>> {
    Ok(session.with_open(|vault| card::save_medication(vault.database_mut(), &request))?)
}

#[tauri::command(async)]
pub fn medication_remove(
    session: State<'_, Session>,
    request: MedicationRequest,
) -> Answer<Vec<MedicationView>> {
    Ok(session.with_open(|vault| card::remove(vault.database_mut(), request.id))?)
}
