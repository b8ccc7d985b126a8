//! The system's own file dialog: a path never comes from a page.

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use evenkeel_core::error::{Error, Result};
use tauri::AppHandle;

/// Reads no more than this; the parsers have limits of their own.
const LARGEST_FILE: u64 = 64 * 1024 * 1024;
const NO_DIALOG: Error = Error::internal("no file dialog can be shown");

/// A file that the person chose.
pub struct Chosen {
    /// Its name without the extension.
    pub title: String,
    pub bytes: Vec<u8>,
}

#[derive(Debug, Clone, Copy)]
enum Purpose {
    /// With this extension.
    Open(&'static str),
    /// Under this name, unless the person gives another.
    Save(&'static str),
}

/// Lets the person choose a file and reads it; `None` if they chose none.
pub fn read_chosen(app: &AppHandle, extension: &'static str) -> Result<Option<Chosen>> {
    let Some(path) = choose(app, Purpose::Open(extension))? else {
        return Ok(None);
    };
    let reading = |error| Error::reading(&error, "the chosen file cannot be read");
    if fs::metadata(&path).map_err(reading)?.len() > LARGEST_FILE {
        return Err(Error::invalid("the chosen file is too large"));
    }
    let title = path.file_stem().unwrap_or_default().to_string_lossy();
    Ok(Some(Chosen {
        title: title.into_owned(),
        bytes: fs::read(&path).map_err(reading)?,
    }))
}

/// Lets the person choose a place and writes a file there; `false` if they chose none.
pub fn write_chosen(app: &AppHandle, name: &'static str, bytes: &[u8]) -> Result<bool> {
    let Some(path) = choose(app, Purpose::Save(name))? else {
        return Ok(false);
    };
    write_out(&path, bytes)
        .map_err(|error| Error::writing(&error, "the chosen file cannot be written"))?;
    Ok(true)
}

#[expect(
    clippy::disallowed_methods,
    reason = "no file of the app: the person chose the place, and the dialog asked before it is replaced"
)]
fn write_out(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut file = File::create(path)?;
    file.write_all(bytes)?;
    file.sync_all()
}

#[cfg(target_os = "linux")]
fn choose(app: &AppHandle, purpose: Purpose) -> Result<Option<PathBuf>> {
    use std::cell::RefCell;
    use std::rc::Rc;
    use std::sync::mpsc;

    use gtk::prelude::*;
    use gtk::{FileChooserNative, ResponseType};
    use tauri::Manager;

    use crate::windows::MAIN;

    let (send, receive) = mpsc::channel();
    let handle = app.clone();
    let on_main_thread = app.run_on_main_thread(move || {
        let window = handle.get_webview_window(MAIN);
        let parent = window.and_then(|window| window.gtk_window().ok());
        let (title, action) = words(purpose);
        let dialog = FileChooserNative::new(Some(&title), parent.as_ref(), action, None, None);
        match purpose {
            Purpose::Open(extension) => dialog.add_filter(only(extension)),
            Purpose::Save(name) => {
                dialog.set_current_name(name);
                dialog.set_do_overwrite_confirmation(true);
            }
        }
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

/// The title, in the words and the language of the rest of the dialog.
#[cfg(target_os = "linux")]
fn words(purpose: Purpose) -> (gtk::glib::GString, gtk::FileChooserAction) {
    let (title, action) = match purpose {
        Purpose::Open(_) => ("Open File", gtk::FileChooserAction::Open),
        Purpose::Save(_) => ("Save File", gtk::FileChooserAction::Save),
    };
    (gtk::glib::dgettext(Some("gtk30"), title), action)
}

#[cfg(target_os = "linux")]
fn only(extension: &str) -> gtk::FileFilter {
    let filter = gtk::FileFilter::new();
    filter.set_name(Some(extension));
    filter.add_pattern(&format!("*.{extension}"));
    filter
}

/// Keeps a path out of the list of recent files, which other programs show.
#[cfg(target_os = "linux")]
fn forget(path: &Path) {
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
fn choose(app: &AppHandle, purpose: Purpose) -> Result<Option<PathBuf>> {
    use std::pin::Pin;

    type Choosing = Pin<Box<dyn Future<Output = Option<rfd::FileHandle>> + Send>>;

    let (send, receive) = std::sync::mpsc::channel();
    let on_main_thread = app.run_on_main_thread(move || {
        let dialog = rfd::AsyncFileDialog::new();
        let chosen: Choosing = match purpose {
            Purpose::Open(extension) => {
                Box::pin(dialog.add_filter(extension, &[extension]).pick_file())
            }
            Purpose::Save(name) => Box::pin(dialog.set_file_name(name).save_file()),
        };
        tauri::async_runtime::spawn(async move {
            let _ = send.send(chosen.await.map(|file| file.path().to_owned()));
        });
    });
    on_main_thread.map_err(|_| NO_DIALOG)?;
    receive.recv().map_err(|_| NO_DIALOG)
}
