use evenkeel_core::help::{self, HelpRequest, HelpView, TeamLineUpdateRequest};
use tauri::State;

use crate::error::Answer;
use crate::session::Session;

#[tauri::command(async)]
pub fn help_view(session: State<'_, Session>, request: HelpRequest) -> Answer<HelpView> {
    let dir = session.dir();
    if session.is_open() {
        return Ok(session.with_open(|vault| help::view(dir, Some(vault.database()), &request))?);
    }
    Ok(help::view(dir, None, &request)?)
}

#[tauri::command(async)]
pub fn help_team_line_update(
    session: State<'_, Session>,
    request: TeamLineUpdateRequest,
) -> Answer<HelpView> {
    let dir = session.dir();
    Ok(session.with_open(|vault| {
        help::update_team_line(dir, vault.database_mut(), &request)?;
        help::view(dir, Some(vault.database()), &HelpRequest { region: None })
    })?)
}
