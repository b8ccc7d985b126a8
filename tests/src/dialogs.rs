//! The system's own dialogs, which are no part of the page: driven by their keys.

use crate::display::Display;
use crate::wait::{self, PATIENCE};
use std::path::Path;
use std::time::Duration;

const OPEN_FILE: &str = "Open File";
const SAVE_FILE: &str = "Save File";
const PRINT: &str = "Print";
/// The list of names that offers itself while one types takes the first Enter.
const A_MOMENT: Duration = Duration::from_secs(1);

impl Display {
    /// Types the whole path into the open file dialog and confirms it.
    ///
    /// # Panics
    /// When there is no such dialog, or it does not take the path.
    #[track_caller]
    pub fn choose_file(&self, path: &Path) {
        self.confirm_path(OPEN_FILE, &["ctrl+l", "ctrl+a"], path);
    }

    /// Types the whole path into the dialog for saving and confirms it.
    ///
    /// # Panics
    /// When there is no such dialog, or it does not take the path.
    #[track_caller]
    pub fn save_file(&self, path: &Path) {
        self.confirm_path(SAVE_FILE, &["ctrl+a"], path);
    }

    /// A dialog that has just opened may miss keys: `to_field` and all that follows is then tried again.
    #[track_caller]
    fn confirm_path(&self, dialog: &str, to_field: &[&str], path: &Path) {
        let path = path.to_str().expect("a path of plain letters");
        self.see_window(dialog);
        wait::until("the dialog takes the path", PATIENCE, || {
            let is_gone = || self.has_no_window(dialog).then_some(());
            is_gone().or_else(|| {
                to_field.iter().for_each(|key| self.press_key(key));
                self.type_text(path);
                (0..2).find_map(|_| {
                    self.press_key("Return");
                    wait::until_or_none(A_MOMENT, is_gone)
                })
            })
        });
    }

    /// Leaves the open file dialog without a file.
    ///
    /// # Panics
    /// When there is no such dialog.
    #[track_caller]
    pub fn choose_no_file(&self) {
        self.see_window(OPEN_FILE);
        self.press_key("Escape");
        wait::until("the dialog is gone", PATIENCE, || {
            self.has_no_window(OPEN_FILE).then_some(())
        });
    }

    /// Prints to a file with the print dialog. It lies where the app was started.
    ///
    /// # Panics
    /// When there is no such dialog, or it stays.
    #[track_caller]
    pub fn print_to_file(&self) {
        self.see_window(PRINT);
        wait::until("the dialog prints", PATIENCE, || {
            // The one printer there is, then the button.
            self.press_key("Down");
            self.press_key("alt+p");
            wait::until_or_none(A_MOMENT, || self.has_no_window(PRINT).then_some(()))
        });
    }

    #[must_use]
    pub fn is_asked_to_print(&self) -> bool {
        !self.has_no_window(PRINT)
    }
}
