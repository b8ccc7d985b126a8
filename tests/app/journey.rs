//! The main thing, from end to end, with the mouse and with typing.

use evenkeel_tests::app::App;
use evenkeel_tests::desktop::Desktop;
use evenkeel_tests::journey::PASSPHRASE;
use evenkeel_tests::webdriver::key;
use serde_json::json;

fn body_is(app: &App<'_>, expected: &str) {
    let label = app.words("journal.body_label");
    app.until(&format!("the page holds {expected:?}"), |_| {
        Ok((app.value("textbox", &label) == expected).then_some(()))
    });
}

#[test]
fn a_whole_life_of_the_journal() {
    let desktop = Desktop::default();
    desktop.start_keyring();
    let mut app = desktop.start();
    let words = app.first_start(PASSPHRASE, true);
    app.write_entry("Low tide", "Walked out to the sandbank and back.");
    app.write_entry(
        "A hard evening",
        "Rain. I used the paced breathing, and it helped.",
    );
    app.add_tag("evening");
    app.see_saved();

    app.lock();
    app.unlock(PASSPHRASE);
    app.find_like("button", "Low tide");
    app.lock();
    app.unlock_with_words(&words);
    app.see(&app.words("shell.recovery_banner"));
    app.find_like("button", "Low tide");
    app.lock();
    app.unlock_with_computer();
    app.find_like("button", "Low tide");

    app.search("sandb");
    app.miss("A hard evening");
    app.open_entry("Low tide");
    body_is(&app, "Walked out to the sandbank and back.");
    app.click("button", &app.words("journal.trash_entry"));
    app.see(&app.words_with("journal.trashed", &[json!("Low tide")]));
    app.see(&app.words("journal.nothing_found"));
    app.click("button", &app.words("journal.undo"));
    body_is(&app, "Walked out to the sandbank and back.");

    app.quit();
    let app = desktop.start();
    app.unlock(PASSPHRASE);
    app.open_entry("A hard evening");
    body_is(&app, "Rain. I used the paced breathing, and it helped.");
    app.see("evening");
    app.open_entry("Low tide");
    body_is(&app, "Walked out to the sandbank and back.");
}

#[test]
fn the_trash_gives_back_and_forgets() {
    let desktop = Desktop::default();
    let app = desktop.start();
    app.first_start(PASSPHRASE, false);
    for title in ["First", "Second"] {
        app.write_entry(title, &format!("The {title} page."));
        app.click("button", &app.words("journal.trash_entry"));
        app.see(&app.words_with("journal.trashed", &[json!(title)]));
    }
    let about = |action: &str, title: &str| {
        app.words_with(
            "journal.about_entry",
            &[json!(app.words(action)), json!(title)],
        )
    };
    app.click("button", &app.words("journal.trash"));
    app.click("button", &about("journal.restore", "First"));
    app.see(&app.words("journal.restored"));
    app.click("button", &about("journal.delete_for_good", "Second"));
    app.click("button", &app.words("journal.delete_keep"));
    app.click("button", &about("journal.delete_for_good", "Second"));
    app.click("button", &app.words("journal.delete_for_good"));
    app.see(&app.words("journal.deleted"));
    app.see(&app.words("journal.trash_empty_title"));
    app.click("button", &app.words("journal.trash_back"));
    app.find_like("button", "First");
    assert!(!app.shows("The Second page."));
}

#[test]
fn help_is_one_press_away_and_leaves_the_words_as_they_were() {
    let desktop = Desktop::default();
    let mut app = desktop.start();
    app.first_start(PASSPHRASE, false);
    app.new_entry();
    app.type_entry("", "Half a sentence, and then");
    let title = app.words("help.title");
    let honest = app.words("help.honest");
    app.press(&[], &[key::F1]);
    app.find("heading", &title);
    app.see(&honest);
    app.press(&[], &[key::ESCAPE]);
    body_is(&app, "Half a sentence, and then");
    app.lock();
    app.click("button", &app.words("nav.help"));
    app.see(&honest);
    app.press(&[], &[key::ESCAPE]);
    app.find("textbox", &app.words("unlock.passphrase"));
}

#[test]
fn a_passphrase_that_someone_knows_is_replaced_together_with_every_key() {
    const NEW: &str = "thirteen curlews call at Ravensholm";
    let desktop = Desktop::default();
    let mut app = desktop.start();
    let old_words = app.first_start(PASSPHRASE, false);
    app.write_entry("Kept", "Through a change of every key.");
    let old_keys = evenkeel_tests::key_file::open(&desktop.vault_dir(), PASSPHRASE);
    let new_words = app.replace_every_key(PASSPHRASE, NEW);
    assert_ne!(new_words, old_words);
    let new_keys = evenkeel_tests::key_file::open(&desktop.vault_dir(), NEW);
    assert_ne!(new_keys.master, old_keys.master);
    assert_ne!(new_keys.database, old_keys.database);

    app.lock();
    app.try_passphrase(PASSPHRASE);
    app.see(&app.words("unlock.wrong_passphrase"));
    app.unlock(NEW);
    app.find_like("button", "Kept");
    app.lock();
    app.unlock_with_words(&new_words);
    app.find_like("button", "Kept");
}

#[test]
fn new_recovery_words_replace_the_old() {
    let desktop = Desktop::default();
    let mut app = desktop.start();
    let old_words = app.first_start(PASSPHRASE, false);
    app.write_entry("Kept", "Through new words.");
    let new_words = app.replace_recovery_words();
    app.lock();
    app.click("button", &app.words("unlock.with_words"));
    app.fill("textbox", &app.words("unlock.words"), &old_words.join(" "));
    app.click("button", &app.words("unlock.open"));
    app.see(&app.words("unlock.words_wrong"));
    app.fill("textbox", &app.words("unlock.words"), &new_words.join(" "));
    app.click("button", &app.words("unlock.open"));
    app.arrive();
    app.find_like("button", "Kept");
}

#[test]
fn delete_everything_leaves_nothing_and_starts_anew() {
    let desktop = Desktop::default();
    let mut app = desktop.start();
    app.first_start(PASSPHRASE, false);
    app.write_entry("Gone", "All of it.");
    app.delete_everything();
    app.follow_lock();
    app.find("heading", &app.words("welcome.is.title"));
    let left: Vec<_> = std::fs::read_dir(desktop.vault_dir())
        .expect("the folder is there")
        .flatten()
        .map(|entry| entry.file_name())
        .filter(|name| name != "vault.lock")
        .collect();
    assert!(left.is_empty(), "{left:?}");
}
