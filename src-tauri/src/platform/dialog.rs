//! The system's own file dialog: a path never comes from a page.

use std::fs;
use std::sync::mpsc;

use evenkeel_core::error::{Error, Result};
use tauri::AppHandle;

/// Reads no more than this; the parsers have limits of their own.
const LARGEST_FILE: u64 = 64 * 1024 * 1024;

/// Lets the person choose a file and reads it; `None` if they chose none.
pub fn read_chosen(app: &AppHandle, extension: &'static str) -> Result<Option<Vec<u8>>> {
    const NO_DIALOG: Error = Error::internal("no file dialog can be shown");
    let (send, receive) = mpsc::channel();
    let on_main_thread = app.run_on_main_thread(move || {
        let dialog = rfd::AsyncFileDialog::new().add_filter(extension, &[extension]);
        let chosen = dialog.pick_file();
        tauri::async_runtime::spawn(async move {
            let path = chosen.await.map(|file| file.path().to_owned());
            let _ = send.send(path);
        });
    });
    on_main_thread.map_err(|_| NO_DIALOG)?;
    let Some(path) = receive.recv().map_err(|_| NO_DIALOG)? else {
        return Ok(None);
    };
    let reading = |error| Error::reading(&error, "the chosen file cannot be read");
    if fs::metadata(&path).map_err(reading)?.len() > LARGEST_FILE {
        return Err(Error::invalid("the chosen file is too large"));
    }
    fs::read(&path).map(Some).map_err(reading)
}
