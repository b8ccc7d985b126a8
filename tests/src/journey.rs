//! What a person does in the app, in steps that tests and the walk share.

use crate::app::{App, Page};
use crate::roles;
use crate::wait::{self, PATIENCE};
use crate::webdriver::key;
use serde_json::json;

/// A passphrase that is good enough, and that no dictionary of the interface has in it.
pub const PASSPHRASE: &str = "nine herons wade past Otterburn";

impl App<'_> {
    /// Goes through the first start with clicks and typing, up to the open journal.
    /// Answers the twelve recovery words.
    #[track_caller]
    pub fn first_start(&self, passphrase: &str, use_keychain: bool) -> Vec<String> {
        self.welcome();
        self.choose_passphrase(passphrase);
        let words = self.confirm_recovery_words();
        self.see(&self.words("setup.keychain.title"));
        let choice = if use_keychain {
            "setup.keychain.yes"
        } else {
            "setup.keychain.no"
        };
        self.choose("radio", &self.words(choice));
        self.click("button", &self.words("setup.keychain.finish"));
        self.arrive();
        words
    }

    /// The three short screens before the passphrase.
    #[track_caller]
    pub fn welcome(&self) {
        for (title, button) in [
            ("welcome.is.title", "common.next"),
            ("welcome.never.title", "common.next"),
            ("welcome.is_not.title", "welcome.to_setup"),
        ] {
            self.find("heading", &self.words(title));
            self.click("button", &self.words(button));
        }
    }

    #[track_caller]
    pub fn choose_passphrase(&self, passphrase: &str) {
        self.find("heading", &self.words("setup.passphrase.title"));
        self.fill("textbox", &self.words("setup.passphrase.label"), passphrase);
        self.fill("textbox", &self.words("setup.passphrase.again"), passphrase);
        self.click("button", &self.words("common.next"));
    }

    /// Reads the words off the screen and types the two that are asked for.
    #[track_caller]
    pub fn confirm_recovery_words(&self) -> Vec<String> {
        self.find("heading", &self.words("words.title"));
        let words = self.recovery_words();
        self.click("button", &self.words("words.written"));
        self.type_asked_words(&words);
        self.click("button", &self.words("words.check"));
        words
    }

    /// The words on the sheet, without their numbers.
    #[must_use]
    #[track_caller]
    pub fn recovery_words(&self) -> Vec<String> {
        let items = self.until("twelve recovery words are shown", |session| {
            let items = roles::names_within(session, &self.words("words.list"))?;
            Ok((items.len() == 12).then_some(items))
        });
        items
            .iter()
            .filter_map(|item| item.split_whitespace().last())
            .map(str::to_owned)
            .collect()
    }

    #[track_caller]
    pub fn type_asked_words(&self, words: &[String]) {
        self.find("heading", &self.words("words.check_title"));
        let mut typed = 0;
        for (place, word) in (1..).zip(words) {
            let label = self.words_with("words.word_number", &[json!(place)]);
            if self.has("textbox", &label) {
                self.fill("textbox", &label, word);
                typed += 1;
            }
        }
        assert_eq!(typed, 2, "two words are asked for");
    }

    /// Opens a new page and writes it, and waits until it is saved.
    #[track_caller]
    pub fn write_entry(&self, title: &str, body: &str) {
        self.new_entry();
        self.type_entry(title, body);
        self.see_saved();
    }

    #[track_caller]
    pub fn new_entry(&self) {
        self.press(&[key::CONTROL], &['n']);
        self.find("textbox", &self.words("journal.body_label"));
    }

    #[track_caller]
    pub fn type_entry(&self, title: &str, body: &str) {
        self.fill("textbox", &self.words("journal.title_label"), title);
        self.fill("textbox", &self.words("journal.body_label"), body);
    }

    /// Waits until the page says that what was typed is saved.
    #[track_caller]
    pub fn see_saved(&self) {
        let saved = self.words("journal.saved");
        let unsaved = [
            self.words("journal.saving"),
            self.words("journal.not_saved"),
        ];
        self.until("the page says that it is saved", |session| {
            let text = roles::visible_text(session)?;
            Ok(
                (text.contains(&saved) && !unsaved.iter().any(|words| text.contains(words)))
                    .then_some(()),
            )
        });
    }

    /// Locks with the button and follows to the fresh lock screen.
    #[track_caller]
    pub fn lock(&mut self) {
        self.click_away("button", &self.words("shell.lock"));
        self.follow_lock();
        self.find("heading", &self.words("unlock.title"));
    }

    #[track_caller]
    pub fn unlock(&self, passphrase: &str) {
        self.try_passphrase(passphrase);
        self.arrive();
    }

    /// Types a passphrase and presses the button, whatever comes of it.
    #[track_caller]
    pub fn try_passphrase(&self, passphrase: &str) {
        self.find("heading", &self.words("unlock.title"));
        self.fill("textbox", &self.words("unlock.passphrase"), passphrase);
        self.click("button", &self.words("unlock.open"));
    }

    #[track_caller]
    pub fn unlock_with_words(&self, words: &[String]) {
        self.click("button", &self.words("unlock.with_words"));
        self.fill("textbox", &self.words("unlock.words"), &words.join(" "));
        self.click("button", &self.words("unlock.open"));
        self.arrive();
    }

    #[track_caller]
    pub fn unlock_with_computer(&self) {
        self.click("button", &self.words("unlock.with_computer"));
        self.arrive();
    }

    /// Waits for Today and goes on to the journal.
    #[track_caller]
    pub fn arrive(&self) {
        self.arrive_at_today();
        self.open_journal();
    }

    #[track_caller]
    pub fn arrive_at_today(&self) {
        self.follow(Page::Main);
        self.find("button", &self.words("today.find_action"));
    }

    /// Types into the search field.
    #[track_caller]
    pub fn search(&self, text: &str) {
        self.show_list();
        self.fill("textbox", &self.words("journal.search"), text);
    }

    /// Where there is room for one side only, goes from the page to the list.
    #[track_caller]
    pub fn show_list(&self) {
        if self.has("button", &self.words("journal.all_entries")) {
            self.click("button", &self.words("journal.all_entries"));
        }
    }

    #[track_caller]
    pub fn clear_search(&self) {
        self.show_list();
        if self.has("button", &self.words("journal.clear_search")) {
            self.click("button", &self.words("journal.clear_search"));
        }
        let label = self.words("journal.search");
        self.until("the search is empty", |_| {
            Ok(self.value("textbox", &label).is_empty().then_some(()))
        });
    }

    /// Opens an entry in the list by a part of what its row says.
    #[track_caller]
    pub fn open_entry(&self, part: &str) {
        self.show_list();
        self.click_like("button", part);
        self.find("textbox", &self.words("journal.body_label"));
    }

    /// Adds a tag to the entry that is open.
    #[track_caller]
    pub fn add_tag(&self, tag: &str) {
        let label = self.words("journal.tags");
        if !self.has("combobox", &label) {
            self.open_details();
        }
        self.fill("combobox", &label, &format!("{tag}{}", key::ENTER));
        self.find(
            "button",
            &self.words_with("common.remove_tag", &[json!(tag)]),
        );
    }

    /// Opens kind, date and tags of the page.
    #[track_caller]
    pub fn open_details(&self) {
        self.click_like("button", &self.words("journal.details"));
        self.find("textbox", &self.words("journal.date"));
    }

    /// Moves the open entry to the trash.
    #[track_caller]
    pub fn trash_entry(&self) {
        self.click("button", &self.words("journal.trash_entry"));
    }

    /// Goes to one part of Settings, `keys` for instance.
    #[track_caller]
    pub fn open_settings(&self, part: &str) {
        self.click("button", &self.words("shell.rooms.settings"));
        self.find("heading", &self.words("settings.title"));
        let name = self.words(&format!("settings.sections.{part}"));
        self.until("the part of Settings can be chosen", |session| {
            // The rail has a button named Lock as well; the list of parts comes after it.
            let Some(row) = roles::find_all(session, "button", &name)?.pop() else {
                return Ok(None);
            };
            session.click(&row).map(Some)
        });
        self.until("the part of Settings is shown", |session| {
            let headings = roles::find_all(session, "heading", &name)?;
            Ok((!headings.is_empty()).then_some(()))
        });
    }

    #[track_caller]
    pub fn open_journal(&self) {
        self.click("button", &self.words("shell.rooms.journal"));
        self.find("heading", &self.words("journal.title"));
    }

    #[track_caller]
    pub fn change_passphrase(&self, current: &str, new: &str) {
        self.open_settings("keys");
        self.fill(
            "textbox",
            &self.words("settings.passphrase_current"),
            current,
        );
        self.fill("textbox", &self.words("settings.passphrase_new"), new);
        self.click("button", &self.words("settings.passphrase_change"));
        self.see(&self.words("settings.passphrase_changed"));
        self.open_journal();
    }

    /// Replaces the recovery words in Settings and answers the new ones.
    #[track_caller]
    pub fn replace_recovery_words(&self) -> Vec<String> {
        self.open_settings("keys");
        self.click("button", &self.words("settings.recovery_make"));
        let words = self.confirm_recovery_words();
        self.see(&self.words("settings.recovery_changed"));
        self.open_journal();
        words
    }

    /// "Someone knows my passphrase": new keys for everything. Answers the new recovery words.
    #[track_caller]
    pub fn replace_every_key(&self, current: &str, new: &str) -> Vec<String> {
        self.open_settings("keys");
        self.click("button", &self.words("settings.known_open"));
        self.fill(
            "textbox",
            &self.words("settings.passphrase_current"),
            current,
        );
        self.fill("textbox", &self.words("settings.passphrase_new"), new);
        self.click("button", &self.words("settings.known_next"));
        self.find("heading", &self.words("words.title"));
        let words = self.recovery_words();
        self.click("button", &self.words("words.written"));
        self.type_asked_words(&words);
        self.click("button", &self.words("settings.known_finish"));
        self.see(&self.words("settings.known_done"));
        self.open_journal();
        words
    }

    #[track_caller]
    pub fn delete_everything(&self) {
        self.open_settings("data");
        self.click("button", &self.words("settings.delete_open"));
        let phrase = self.words("settings.delete_phrase");
        self.fill(
            "textbox",
            &self.words_with("settings.delete_type", &[json!(phrase)]),
            &phrase,
        );
        self.click_away("button", &self.words("settings.delete_confirm"));
    }

    /// Quits from the lock screen, or by closing the window when the journal is open.
    #[track_caller]
    pub fn quit(&mut self) {
        self.desktop().display().close_window();
        self.wait_for_exit();
    }

    /// Ends the process as a power cut does.
    pub fn cut_power(&mut self) {
        self.child().kill();
        wait::until("the process is gone", PATIENCE, || self.child().ended());
    }
}
