//! Every screen of the app, one after another: to look at, and to check.

mod check_in;
mod programme;
mod schedule;
mod skills;

use crate::app::App;
use crate::desktop::{Desktop, Look};
use crate::journey::PASSPHRASE;
use crate::notifications::{Notifications, Tray};
use crate::webdriver::key;
use serde_json::json;
use std::fs;

/// How the screens are to look, as a person chooses it in Settings.
#[derive(Debug, Clone, Copy)]
pub struct Style {
    pub appearance: &'static str,
    pub contrast: &'static str,
    pub text_size: u32,
}

impl Style {
    pub const LIGHT: Self = Self {
        appearance: "light",
        contrast: "standard",
        text_size: 100,
    };
    pub const DARK: Self = Self {
        appearance: "dark",
        contrast: "standard",
        text_size: 100,
    };
    pub const CONTRAST: Self = Self {
        appearance: "light",
        contrast: "more",
        text_size: 100,
    };

    #[must_use]
    pub const fn twice_as_large(self) -> Self {
        Self {
            text_size: 200,
            ..self
        }
    }
}

const ENTRIES: &[(&str, &str, &str)] = &[
    (
        "",
        "gratitude",
        "The neighbour waved from across the street. Small, but I noticed it.",
    ),
    (
        "Before group",
        "homework",
        "Wise mind worksheet, first half. Emotion mind says: skip it. Reasonable mind says: you went last week \
         and it was fine. Somewhere between the two: go, sit near the door, say one thing.",
    ),
    (
        "A hard evening",
        "journal",
        "Rain since noon. I used the paced breathing before the call, and it helped.",
    ),
    (
        "Low tide",
        "journal",
        "Walked out to the sandbank and back. Nobody else there, only two herons.\n\nI want to remember that I \
         did not want to go, and that I was glad afterwards.",
    ),
];

/// Walks through every screen and calls `visit` with its name and the app that shows it.
pub fn walk(style: Style, mut visit: impl FnMut(&str, &App<'_>)) {
    let desktop = Desktop::new(Look {
        still: true,
        ..Look::default()
    });
    store_style(&desktop, style);
    let mut app = desktop.start();
    let words = first_start(&app, &mut visit);
    journal(&app, &mut visit);
    check_in::walk(&app, &mut visit);
    schedule::walk(&app, &mut visit);
    skills::walk(&app, &mut visit);
    settings(&app, &mut visit);
    help(&app, &mut visit);
    app.lock();
    lock_screen(&app, &words, &mut visit);
    app.quit();
    drop(app);
    damaged(&desktop, &mut visit);
}

fn store_style(desktop: &Desktop, style: Style) {
    use std::os::unix::fs::DirBuilderExt;
    let dir = desktop.vault_dir();
    fs::DirBuilder::new()
        .recursive(true)
        .mode(0o700)
        .create(&dir)
        .expect("the app's folder");
    let settings = json!({
        "appearance": style.appearance, "contrast": style.contrast, "motion": "reduced",
        "text_size": style.text_size, "auto_lock_minutes": 60, "region": null, "sound": false,
    });
    fs::write(dir.join("settings.json"), settings.to_string()).expect("settings");
}

fn first_start(app: &App<'_>, visit: &mut impl FnMut(&str, &App<'_>)) -> Vec<String> {
    for (screen, next) in [
        ("is", "common.next"),
        ("never", "common.next"),
        ("is_not", "welcome.to_setup"),
    ] {
        app.find("heading", &app.words(&format!("welcome.{screen}.title")));
        visit(&format!("welcome, {screen}"), app);
        app.click("button", &app.words(next));
    }
    app.find("heading", &app.words("setup.passphrase.title"));
    visit("passphrase", app);
    let label = app.words("setup.passphrase.label");
    app.fill("textbox", &label, "short");
    app.click("button", &app.words("common.next"));
    app.see(&app.words("setup.passphrase.too_short"));
    visit("passphrase, too short", app);
    app.click("button", &app.words("setup.passphrase.suggest"));
    app.see(&app.words("setup.passphrase.suggested"));
    visit("passphrase, five words", app);
    app.fill("textbox", &label, PASSPHRASE);
    app.fill("textbox", &app.words("setup.passphrase.again"), PASSPHRASE);
    app.click("button", &app.words("common.next"));
    app.find("heading", &app.words("words.title"));
    visit("recovery words", app);
    let words = app.recovery_words();
    app.click("button", &app.words("words.written"));
    app.find("heading", &app.words("words.check_title"));
    app.click("button", &app.words("words.check"));
    app.find("heading", &app.words("words.check_title"));
    visit("recovery words, check", app);
    app.type_asked_words(&words);
    app.click("button", &app.words("words.check"));
    app.find("heading", &app.words("setup.keychain.title"));
    visit("keychain", app);
    app.click("button", &app.words("setup.keychain.finish"));
    app.arrive();
    words
}

fn journal(app: &App<'_>, visit: &mut impl FnMut(&str, &App<'_>)) {
    app.see(&app.words("journal.empty_title"));
    visit("journal, empty", app);
    for (days, (title, kind, body)) in (1..).zip(ENTRIES) {
        let entry = json!({
            "id": null, "kind": kind, "title": title, "body": body, "tags": if days > 2 { &["evening"][..] } else { &[] },
            "written": {"date": format!("2026-0{}-1{days}", 9 - days), "time": format!("1{days}:20")}, "prompt": null,
        });
        app.invoke("journal_save", &entry)
            .expect("an entry is saved");
    }
    // A search and its end make the list ask again.
    app.search("tide");
    app.find_like("button", "Low tide");
    app.clear_search();
    app.open_entry("Low tide");
    app.see_saved();
    visit("journal", app);
    app.open_details();
    visit("journal, kind, date and tags", app);
    app.new_entry();
    app.click("button", &app.words("journal.prompt_offer"));
    app.type_entry("", "Something about today.");
    app.see_saved();
    visit("journal, a question", app);
    app.search("herons");
    app.see(&app.words_with("journal.found", &[json!(1)]));
    visit("journal, found", app);
    app.search("zebra");
    app.see(&app.words("journal.nothing_found"));
    visit("journal, nothing found", app);
    app.clear_search();
    app.click("button", &app.words("journal.filters"));
    app.see(&app.words("journal.filter_kinds"));
    visit("journal, filters", app);
    app.click("button", &app.words("journal.filters"));
    app.open_entry("A hard evening");
    app.trash_entry();
    app.see(&app.words("journal.undo"));
    visit("journal, undo", app);
    app.click("button", &app.words("journal.trash"));
    app.see(&app.words("journal.trash_lead"));
    visit("trash", app);
    let about = app.words_with(
        "journal.about_entry",
        &[
            json!(app.words("journal.delete_for_good")),
            json!("A hard evening"),
        ],
    );
    app.click("button", &about);
    app.find("dialog", &app.words("journal.delete_title"));
    visit("trash, delete for good", app);
    app.click("button", &app.words("journal.delete_for_good"));
    app.see(&app.words("journal.trash_empty_title"));
    visit("trash, empty", app);
    app.dismiss_message();
}

/// On a computer that shows notifications and has a tray.
fn reminders(app: &App<'_>, visit: &mut impl FnMut(&str, &App<'_>)) {
    let _notifications = Notifications::start(app.desktop());
    let _tray = Tray::start(app.desktop());
    let before = |kind: &str, minutes: u32| json!({"kind": kind, "minutes_before": minutes});
    let chosen = json!({
        "kinds": [before("group", 60), before("individual", 95)],
        "check_in": "20:00", "card": "21:15", "quiet": {"from": "22:00", "to": "07:00"},
    });
    app.ask("reminders_save", &chosen);
    app.open_settings("reminders");
    app.find("combobox", &app.words("schedule.kinds.group"));
    visit("settings, reminders, chosen", app);
    app.fill("textbox", &app.words("reminders.quiet_to"), "10 pm");
    app.see(&app.words("reminders.quiet_same"));
    visit("settings, reminders, not right", app);
    app.choose("switch", &app.words("reminders.keep_running"));
    app.click("button", &app.words("reminders.try_one"));
    app.see(&app.words("reminders.try_shown"));
    visit("settings, reminders, tried", app);
    app.choose("switch", &app.words("reminders.keep_running"));
}

fn settings(app: &App<'_>, visit: &mut impl FnMut(&str, &App<'_>)) {
    for part in [
        "appearance",
        "lock",
        "reminders",
        "keys",
        "region",
        "data",
        "shortcuts",
        "about",
    ] {
        app.open_settings(part);
        visit(&format!("settings, {part}"), app);
    }
    reminders(app, visit);
    app.open_settings("keys");
    app.fill(
        "textbox",
        &app.words("settings.passphrase_current"),
        "not the passphrase",
    );
    app.fill("textbox", &app.words("settings.passphrase_new"), PASSPHRASE);
    app.click("button", &app.words("settings.passphrase_change"));
    app.see(&app.words("settings.passphrase_current_wrong"));
    visit("settings, keys, wrong passphrase", app);
    app.click("button", &app.words("settings.recovery_make"));
    app.find("heading", &app.words("words.title"));
    visit("settings, new recovery words", app);
    app.click("button", &app.words("settings.recovery_cancel"));
    app.click("button", &app.words("settings.known_open"));
    app.find("heading", &app.words("settings.known_title"));
    visit("settings, someone knows", app);
    app.click("button", &app.words("settings.known_cancel"));
    app.open_settings("data");
    app.click("button", &app.words("settings.delete_open"));
    app.find("dialog", &app.words("settings.delete_dialog"));
    app.click("button", &app.words("settings.delete_confirm"));
    app.see(&app.words_with(
        "settings.delete_differs",
        &[json!(app.words("settings.delete_phrase"))],
    ));
    visit("settings, delete everything", app);
    app.click("button", &app.words("settings.delete_keep"));
}

fn help(app: &App<'_>, visit: &mut impl FnMut(&str, &App<'_>)) {
    app.press(&[], &[key::F1]);
    app.find("heading", &app.words("help.title"));
    app.see(&app.words("help.region_choose"));
    visit("help, no region", app);
    app.click("button", "United States");
    app.see(&app.words("help.emergency"));
    app.click("button", &app.words("help.team_add"));
    visit("help, team line", app);
    app.fill(
        "textbox",
        &app.words("help.team_name"),
        "On-call at my program",
    );
    app.fill("textbox", &app.words("help.team_number"), "555 0142");
    app.fill("textbox", &app.words("help.team_hours"), "5 pm to 8 am");
    app.click("button", &app.words("common.save"));
    app.see("555 0142");
    visit("help", app);
    let skill = app
        .invoke("help_view", &json!({"region": null}))
        .expect("help answers");
    let name = skill["skills"][0]["name"]
        .as_str()
        .unwrap_or_default()
        .to_owned();
    app.click_like("button", &name);
    app.find("heading", &name);
    visit("help, one minute", app);
    app.click("button", &app.words("help.stop"));
    app.click("button", &app.words("help.back"));
}

fn lock_screen(app: &App<'_>, words: &[String], visit: &mut impl FnMut(&str, &App<'_>)) {
    visit("lock screen", app);
    app.try_passphrase("not the passphrase");
    app.see(&app.words("unlock.wrong_passphrase"));
    visit("lock screen, wrong passphrase", app);
    app.click("button", &app.words("unlock.with_words"));
    app.fill(
        "textbox",
        &app.words("unlock.words"),
        words.get(..7).unwrap_or_default().join(" ").as_str(),
    );
    visit("lock screen, recovery words", app);
    app.click("button", &app.words("unlock.with_passphrase"));
    app.click("button", &app.words("nav.help"));
    app.find("heading", &app.words("help.title"));
    app.see(&app.words("help.emergency"));
    visit("lock screen, help", app);
    app.click("button", &app.words("help.back"));
}

/// The screens of a bad day, and the page of tokens and components.
fn damaged(desktop: &Desktop, visit: &mut impl FnMut(&str, &App<'_>)) {
    for name in ["vault.keys", "vault.keys.2"] {
        fs::write(desktop.vault_dir().join(name), "damaged").expect("a file of one's own");
    }
    let app = desktop.start();
    app.find("heading", &app.words("errors.damaged_keys.title"));
    visit("damaged key files", &app);
    app.expect(
        app.session().open("tauri://localhost/gallery.html"),
        "the gallery opens",
    );
    app.until("the gallery is drawn", |session| {
        Ok(
            (session.script("return document.querySelectorAll('button').length > 5", &[])?
                == json!(true))
            .then_some(()),
        )
    });
    visit("gallery", &app);
}
