//! Marked words in every field that takes words; afterwards no file of the app has any of them.

mod schedule;
mod words;

use evenkeel_tests::app::App;
use evenkeel_tests::desktop::Desktop;
use evenkeel_tests::traces::{self, Needle};
use evenkeel_tests::webdriver::key;
use schedule::plan_everything;
use serde_json::{Value, json};
use std::fs;
use std::path::Path;
use words::{
    CARD_NOTE, CARD_ROW, CARD_TEXT, CHECK_IN_NOTE, DOSE, ENTRIES, GONE, GONE_PRACTICE, LINE,
    MEDICINE, MENU_ITEM, NEW_PASSPHRASE, OWN_FEELING, OWN_WORD, PASSPHRASE, REGAINED, SEARCH,
    SETUP_SLIP, SKILLS_SEARCH, STEP, TEAM_HOURS, TEAM_NAME, TEAM_NUMBER, WRONG_PASSPHRASE, body,
    marked, tag, title,
};

fn write_everything(app: &mut App<'_>) -> Vec<String> {
    app.welcome();
    app.fill("textbox", &app.words("setup.passphrase.label"), PASSPHRASE);
    app.fill("textbox", &app.words("setup.passphrase.again"), SETUP_SLIP);
    app.click("button", &app.words("common.next"));
    app.see(&app.words("setup.passphrase.differs"));
    app.choose_passphrase(PASSPHRASE);
    let words = app.confirm_recovery_words();
    app.choose("radio", &app.words("setup.keychain.no"));
    app.click("button", &app.words("setup.keychain.finish"));
    app.arrive();

    for number in 0..ENTRIES {
        app.write_entry(&title(number), &body(number));
        app.add_tag(&tag(number));
        app.see_saved();
    }
    for gone in [REGAINED, GONE] {
        app.write_entry(gone, gone);
        app.click("button", &app.words("journal.trash_entry"));
        app.see(&app.words_with("journal.trashed", &[json!(gone)]));
        if gone == REGAINED {
            app.click("button", &app.words("journal.undo"));
            app.find_like("button", REGAINED);
        }
    }
    app.click("button", &app.words("journal.trash"));
    app.click(
        "button",
        &app.words_with(
            "journal.about_entry",
            &[json!(app.words("journal.delete_for_good")), json!(GONE)],
        ),
    );
    app.click("button", &app.words("journal.delete_for_good"));
    app.see(&app.words("journal.deleted"));
    app.click("button", &app.words("journal.trash_back"));
    app.search(SEARCH);
    app.see(&app.words_with("journal.nothing_found_for", &[json!(SEARCH)]));
    app.search(&body(3));
    app.see(&title(3));

    app.press(&[], &[key::F1]);
    app.click("button", &app.words("help.team_add"));
    app.fill("textbox", &app.words("help.team_name"), TEAM_NAME);
    app.fill("textbox", &app.words("help.team_number"), TEAM_NUMBER);
    app.fill("textbox", &app.words("help.team_hours"), TEAM_HOURS);
    app.click("button", &app.words("common.save"));
    app.see(TEAM_NAME);
    app.click("button", &app.words("help.back"));
    app.change_passphrase(PASSPHRASE, NEW_PASSPHRASE);
    practise_everything(app);
    check_in_everything(app);
    plan_everything(app);

    app.lock();
    app.try_passphrase(WRONG_PASSPHRASE);
    app.see(&app.words("unlock.wrong_passphrase"));
    app.unlock_with_words(&words);
    app.lock();
    app.unlock(NEW_PASSPHRASE);
    app.find_like("button", &title(0));
    words
}

/// Words in each kind of field that an exercise and the Skills room have.
fn practise_everything(app: &App<'_>) {
    for (skill, kind, words) in [
        ("stop", "write", GONE_PRACTICE),
        ("stop", "write", STEP),
        ("check-the-facts", "list", LINE),
        ("accepts", "choose", OWN_WORD),
    ] {
        let view = app.practise_to(skill, kind);
        app.go_on_with(&view);
        let field = match kind {
            "list" => app.words("practice.new_line"),
            "choose" => app.words("practice.own_words"),
            _ => app.heading_of(&view),
        };
        app.fill("textbox", &field, words);
        app.see_answer_saved();
        let at = view["at"].as_str().unwrap_or_default();
        app.see_kept(&view, at, words, |answer| {
            answer.to_string().contains(words)
        });
        if words == GONE_PRACTICE {
            app.ask("practice_trash", &json!({"id": view["id"]}));
            app.ask("practice_delete", &json!({"id": view["id"]}));
        }
    }
    app.open_skill("Distract with ACCEPTS");
    app.click("button", &app.words("skills.fill_list"));
    let slot = app.ask("skills_skill", &json!({"id": "accepts"}))["menu"][0]["name"].take();
    app.fill(
        "textbox",
        &app.words_with("skills.menu_new", &[slot]),
        MENU_ITEM,
    );
    app.click("button", &app.words("skills.menu_done"));
    app.see(MENU_ITEM);
    app.open_skills();
    app.fill("textbox", &app.words("skills.search"), SKILLS_SEARCH);
    app.see(&app.words_with("skills.nothing_found_for", &[json!(SKILLS_SEARCH)]));
    app.fill("textbox", &app.words("skills.search"), STEP);
    app.see(&app.words_with("skills.found", &[json!(0), json!(1)]));
    app.open_journal();
}

/// Words in each kind of field that Check in has.
fn check_in_everything(app: &App<'_>) {
    let steps = app.ask("check_in_words", &Value::Null)["steps"].take();
    app.open_check_in("now");
    app.click("button", steps[4]["name"].as_str().unwrap_or_default());
    app.fill(
        "textbox",
        &app.words("check_in.words_add"),
        &format!("{OWN_FEELING}{}", key::ENTER),
    );
    app.fill("textbox", &app.words("check_in.note"), CHECK_IN_NOTE);
    app.click("button", &app.words("check_in.done"));
    app.find_like("button", CHECK_IN_NOTE);

    app.open_check_in("set");
    let section = json!(app.words("card.sections.emotions"));
    app.click("button", &app.words_with("card.set_own_of", &[section]));
    app.fill("textbox", &app.words("card.form_name"), CARD_ROW);
    app.click("button", &app.words("card.form_add"));
    app.see(&app.words_with("card.set_shown", &[json!(CARD_ROW)]));
    app.dismiss_message();
    app.open_check_in("card");
    app.see(CARD_ROW);
    app.fill("textbox", "Alcohol", CARD_TEXT);
    app.fill("textbox", &app.words("card.note"), CARD_NOTE);
    let request = json!({"date": app.day_before(0)});
    app.see_asked("card_open", &request, "the words of the card", |card| {
        [CARD_TEXT, CARD_NOTE]
            .iter()
            .all(|words| card.to_string().contains(words))
    });

    app.open_check_in("medicines");
    app.click("button", &app.words("card.medicine_add"));
    app.fill("textbox", &app.words("card.medicine_name"), MEDICINE);
    app.fill("textbox", &app.words("card.medicine_dose"), DOSE);
    app.click("button", &app.words("card.medicine_save"));
    app.see(&app.words_with("card.medicine_saved", &[json!(MEDICINE)]));
    app.open_journal();
}

/// Writes the same words into a database without a key.
fn write_plainly(path: &Path, marked: &[String]) {
    let database = rusqlite::Connection::open(path).expect("a database");
    database
        .execute("CREATE TABLE entry (body TEXT NOT NULL) STRICT", ())
        .expect("a table");
    for text in marked {
        database
            .execute("INSERT INTO entry (body) VALUES (?1)", (text,))
            .expect("a row");
    }
}

#[test]
fn no_file_has_a_word_that_was_typed() {
    let desktop = Desktop::default();
    let mut app = desktop.start();
    let words = write_everything(&mut app);
    let marked = marked(&words);
    assert!(marked.len() >= 79, "{} marked strings", marked.len());
    let needles: Vec<Needle> = marked.iter().map(|text| Needle::text(text)).collect();

    assert_eq!(
        traces::in_files(&desktop.own_dir(), &needles),
        [],
        "while it is open"
    );
    let titles: String = desktop
        .display()
        .windows()
        .iter()
        .map(|window| format!("{}\n", window.title))
        .collect();
    assert_eq!(
        traces::in_bytes("window titles", titles.as_bytes(), &needles),
        []
    );

    app.lock();
    assert_eq!(
        traces::in_files(&desktop.own_dir(), &needles),
        [],
        "while it is locked"
    );
    app.quit();
    assert_eq!(
        traces::in_files(&desktop.own_dir(), &needles),
        [],
        "after it has ended"
    );
    assert_eq!(
        traces::in_bytes("the log", app.log().as_bytes(), &needles),
        []
    );
    let web_folders = fs::read_dir(desktop.own_dir().join("run"))
        .expect("the folder is there")
        .flatten();
    assert_eq!(
        web_folders
            .filter(|entry| entry.file_name().to_string_lossy().starts_with("evenkeel"))
            .count(),
        0,
        "WebKit's folder is gone"
    );

    let control_dir = desktop.host_dir().join("control");
    fs::create_dir(&control_dir).expect("a folder");
    write_plainly(&control_dir.join("plain.db"), &marked);
    let mut found: Vec<String> = traces::in_files(&control_dir, &needles)
        .into_iter()
        .map(|trace| trace.needle)
        .collect();
    found.sort();
    found.dedup();
    assert_eq!(
        found.len(),
        marked.len(),
        "the same scan finds every one in a plain database"
    );
}
