//! Calendar files, in and out.

use evenkeel_core::error::{Error, ErrorCode};
use evenkeel_core::schedule::ics::{
    self, IcsExportRequest, IcsImportRequest, IcsImportedView, IcsPreviewView,
};
use tauri::{AppHandle, State};

use crate::error::Answer;
use crate::platform::{clock, dialog};
use crate::session::{Import, Session};

const EXTENSION: &str = "ics";
/// Says nothing of what is in it.
const FILE_NAME: &str = "calendar.ics";

/// Asks the person for a file and reads it; `null` if they chose none. Nothing is saved yet.
#[tauri::command(async)]
pub fn ics_choose(app: AppHandle, session: State<'_, Session>) -> Answer<Option<IcsPreviewView>> {
    session.require_open()?;
    let Some(chosen) = dialog::read_chosen(&app, EXTENSION)? else {
        return Ok(None);
    };
    let (file, preview) = session.with_open(|vault| {
        let now = clock::now();
        let file = ics::open(vault.database(), &chosen.bytes, &chosen.title, &now)?;
        let preview = file.preview(vault.database(), &now)?;
        Ok((file, preview))
    })?;
    session.keep_import(Some(Import::Calendar(file)));
    Ok(Some(preview))
}

/// Takes in what was chosen of the file that was opened last.
#[tauri::command(async)]
pub fn ics_import(
    session: State<'_, Session>,
    request: IcsImportRequest,
) -> Answer<IcsImportedView> {
    session.require_open()?;
    let Some(Import::Calendar(file)) = session.take_import() else {
        return Err(Error::new(ErrorCode::NotFound, "no calendar file is open").into());
    };
    let imported =
        session.with_open(|vault| file.import(vault.database_mut(), &request, &clock::now()));
    if imported.is_err() {
        session.keep_import(Some(Import::Calendar(file)));
    }
    Ok(imported?)
}

/// Asks the person for a place and writes a calendar file there; `false` if they chose none.
#[tauri::command(async)]
pub fn ics_export(
    app: AppHandle,
    session: State<'_, Session>,
    request: IcsExportRequest,
) -> Answer<bool> {
    let text = session.with_open(|vault| ics::write(vault.database(), &request, &clock::now()))?;
    Ok(dialog::write_chosen(&app, FILE_NAME, text.as_bytes())?)
}
