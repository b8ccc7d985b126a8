//! The system's own file dialog: a path never comes from a page.

use std::fs;
use std::path::PathBuf;

use evenkeel_core::error::{Error, Result};
use tauri::AppHandle;

/// Reads no more than this; the parsers have limits of their own.
const LARGEST_FILE: u64 = 64 * 1024 * 1024;
const NO_DIALOG: Error = Error::internal("no file dialog can be shown");

/// Lets the person choose a file and reads it; `None` if they chose none.
pub fn read_chosen(app: &AppHandle, extension: &'static str) -> Result<Option<Vec<u8>>> {
    let Some(path) = choose(app, extension)? else {
        return Ok(None);
    };
    let reading = |error| Error::reading(&error, "the chosen file cannot be read");
    if fs::metadata(&path).map_err(reading)?.len() > LARGEST_FILE {
        return Err(Error::invalid("the chosen file is too large"));
    }
    fs::read(&path).map(Some).map_err(reading)
}

#[cfg(target_os = "linux")]
fn choose(app: &AppHandle, extension: &'static str) -> Result<Option<PathBuf>> {
    use std::cell::RefCell;
    use std::rc::Rc;
    use std::sync::mpsc;

    use gtk::prelude::*;
    use gtk::{FileChooserAction, FileChooserNative, FileFilter, ResponseType};
    use tauri::Manager;

    use crate::windows::MAIN;

    let (send, receive) = mpsc::channel();
    let handle = app.clone();
    let on_main_thread = app.run_on_main_thread(move || {
        let window = handle.get_webview_window(MAIN);
        let parent = window.and_then(|window| window.gtk_window().ok());
        // In the words and the language of the rest of the dialog.
        let title = gtk::glib::dgettext(Some("gtk30"), "Open File");
        let action = FileChooserAction::Open;
        let dialog = FileChooserNative::new(Some(&title), parent.as_ref(), action, None, None);
        let filter = FileFilter::new();
        filter.set_name(Some(extension));
        filter.add_pattern(&format!("*.{extension}"));
        dialog.add_filter(filter);
        // Nothing else keeps the dialog alive while it is open.
        let kept = Rc::new(RefCell::new(Some(dialog.clone())));
        dialog.connect_response(move |dialog, response| {
            let path = (response == ResponseType::Accept).then(|| dialog.filename());
            let path = path.flatten();
            if let Some(path) = &path {
                forget(path);
            }
            let _ = send.send(path);
            kept.take();
        });
        dialog.show();
    });
    on_main_thread.map_err(|_| NO_DIALOG)?;
    receive.recv().map_err(|_| NO_DIALOG)
}

/// Keeps a path out of the list of recent files, which other programs show.
#[cfg(target_os = "linux")]
fn forget(path: &std::path::Path) {
    use std::time::Duration;

    use gtk::glib::{ControlFlow, filename_to_uri, timeout_add_local};
    use gtk::prelude::RecentManagerExt;

    /// GTK adds the path a moment after the dialog, and writes the list 250 ms after that.
    const LOOKS: u32 = 100;
    const EVERY: Duration = Duration::from_millis(20);
    let (Ok(uri), Some(recent)) = (filename_to_uri(path, None), gtk::RecentManager::default())
    else {
        return;
    };
    let mut left = LOOKS;
    timeout_add_local(EVERY, move || {
        if recent.has_item(&uri) && recent.remove_item(&uri).is_err() {
            tracing::warn!("a path stays in the list of recent files");
        }
        left -= 1;
        match left {
            0 => ControlFlow::Break,
            _ => ControlFlow::Continue,
        }
    });
}

#[cfg(not(target_os = "linux"))]
fn choose(app: &AppHandle, extension: &'static str) -> Result<Option<PathBuf>> {
    let (send, receive) = std::sync::mpsc::channel();
    let on_main_thread = app.run_on_main_thread(move || {
        let dialog = rfd::AsyncFileDialog::new().add_filter(extension, &[extension]);
        let chosen = dialog.pick_file();
        tauri::async_runtime::spawn(async move {
            let _ = send.send(chosen.await.map(|file| file.path().to_owned()));
        });
    });
    on_main_thread.map_err(|_| NO_DIALOG)?;
    receive.recv().map_err(|_| NO_DIALOG)
}
