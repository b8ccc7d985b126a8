//! What was practised, afterwards: read, changed, thrown away, taken back, found.

use evenkeel_tests::app::App;
use evenkeel_tests::desktop::Desktop;
use evenkeel_tests::encoding::to_hex;
use evenkeel_tests::journey::PASSPHRASE;
use evenkeel_tests::key_file;
use serde_json::{Value, json};

const SEEN: &str = "The lamp over the stairs flickers.";
const DONE: &str = "I put the phone in a drawer.";

/// A finished practice of STOP with words at two of its steps.
fn practised(app: &App<'_>) -> Value {
    let view = app.ask("practice_start", &json!({"skill": "stop", "need": null}));
    for (step, text) in [("observe", SEEN), ("proceed", DONE)] {
        app.give_answer(&view, step, &json!({"kind": "text", "text": text}));
    }
    for (from, to) in [("before", "finish"), ("after", "next"), ("use", "next")] {
        app.ask(
            "practice_move",
            &json!({"id": view["id"], "from": from, "to": to}),
        );
    }
    view
}

fn open_sheet(app: &App<'_>) {
    app.open_skills_part("done");
    app.click_like("button", "STOP");
    app.find("heading", &app.words("skills.sheet_written"));
}

fn edit(app: &App<'_>, title: &str) -> String {
    app.words_with("skills.sheet_edit_of", &[json!(title)])
}

fn about(app: &App<'_>, action: &str) -> String {
    let action = app.words(&format!("skills.{action}"));
    app.words_with("skills.about_practice", &[json!(action), json!("STOP")])
}

#[test]
fn a_finished_practice_is_read_and_changed() {
    let desktop = Desktop::default();
    let app = desktop.start();
    app.first_start(PASSPHRASE, false);
    let view = practised(&app);
    open_sheet(&app);
    app.see(SEEN);
    app.see(DONE);

    app.click("button", &edit(&app, "Observe"));
    app.find("heading", "Observe");
    assert_eq!(app.value("textbox", "Observe"), SEEN);
    app.append("textbox", "Observe", " It hums.");
    app.click("button", &app.words("practice.edited"));
    app.find("heading", &app.words("skills.sheet_written"));
    app.see(&format!("{SEEN} It hums."));
    app.click("button", &edit(&app, &app.words("skills.sheet_code")));
    app.choose("radio", &app.words("skills.codes.4"));
    app.click("button", &app.words("practice.edited"));
    app.see(&app.words("skills.codes.4"));

    let sheet = app.ask("practice_sheet", &json!({"id": view["id"]}));
    assert_eq!(
        sheet["summary"]["finished"],
        json!(true),
        "it stays finished"
    );
    assert_eq!(sheet["summary"]["code"], json!(4));
    let texts: Vec<&Value> = sheet["answers"]
        .as_array()
        .expect("answers")
        .iter()
        .map(|one| &one["answer"]["text"])
        .collect();
    assert_eq!(texts, [&json!(format!("{SEEN} It hums.")), &json!(DONE)]);
}

#[test]
fn what_is_thrown_away_can_be_taken_back_and_deleted_for_good() {
    let desktop = Desktop::default();
    let app = desktop.start();
    app.first_start(PASSPHRASE, false);
    practised(&app);
    open_sheet(&app);
    app.click("button", &app.words("skills.sheet_trash"));
    app.see(&app.words_with("skills.trashed", &[json!("STOP")]));
    assert_eq!(app.newest("finished"), Value::Null);
    app.click("button", &app.words("skills.undo"));
    app.find("heading", &app.words("skills.sheet_written"));
    app.see(SEEN);
    assert_eq!(app.newest("finished")["trashed_on"], Value::Null);

    app.click("button", &app.words("skills.sheet_trash"));
    app.see(&app.words("skills.undo"));
    app.open_skills_part("done");
    app.click("button", &app.words("skills.done_which.trashed"));
    app.click("button", &about(&app, "restore"));
    app.see(&app.words("skills.restored"));
    open_sheet(&app);
    app.see(DONE);

    app.click("button", &app.words("skills.sheet_trash"));
    app.see(&app.words("skills.undo"));
    app.open_skills_part("done");
    app.click("button", &app.words("skills.done_which.trashed"));
    app.click("button", &about(&app, "delete_for_good"));
    app.find("dialog", &app.words("skills.delete_title"));
    app.click("button", &app.words("skills.delete_keep"));
    app.click("button", &about(&app, "delete_for_good"));
    app.click("button", &app.words("skills.delete_for_good"));
    app.see(&app.words("skills.done_empty.trashed.title"));
    for which in ["finished", "unfinished", "trashed"] {
        assert_eq!(app.newest(which), Value::Null, "{which}");
    }
}

#[test]
fn the_search_finds_words_that_were_written_in_an_exercise() {
    let desktop = Desktop::default();
    let mut app = desktop.start();
    app.first_start(PASSPHRASE, false);
    practised(&app);
    let half_done = app.practise_to("thought-record", "list");
    let lines = json!([{"text": "Two lamps were out", "tag": null}]);
    app.give_answer(
        &half_done,
        half_done["at"].as_str().unwrap_or_default(),
        &json!({"kind": "lines", "lines": lines}),
    );
    app.lock();
    app.unlock(PASSPHRASE);

    app.open_skills();
    let search = app.words("skills.search");
    app.fill("textbox", &search, "flickers");
    app.see(&app.words_with("skills.found", &[json!(0), json!(1)]));
    app.fill("textbox", &search, "lamp");
    app.see(&app.words_with("skills.found", &[json!(0), json!(2)]));
    app.find_like("button", "Thought Record");
    app.click_like("button", "flickers");
    app.find("heading", &app.words("skills.sheet_written"));
    app.see(SEEN);

    // What is in the trash is not found.
    app.click("button", &app.words("skills.sheet_trash"));
    app.see(&app.words("skills.undo"));
    app.open_skills();
    app.fill("textbox", &search, "flickers");
    app.see(&app.words("skills.nothing_found"));
}

/// The exercise was another one when it was done: the sheet shows it in the words of then.
#[test]
fn a_sheet_of_an_older_exercise_stays_as_it_was() {
    let desktop = Desktop::default();
    let mut app = desktop.start();
    app.first_start(PASSPHRASE, false);
    let view = practised(&app);
    app.quit();
    {
        let keys = key_file::open(&desktop.vault_dir(), PASSPHRASE);
        let database =
            rusqlite::Connection::open(desktop.vault_dir().join("vault.db")).expect("a database");
        database
            .pragma_update(None, "key", format!("x'{}'", to_hex(&keys.database)))
            .expect("the key is taken");
        database
            .execute_batch(
                r#"INSERT INTO practice_index (practice_index, rowid, name, words)
                    SELECT 'delete', position, name, words FROM practice_text;
                UPDATE exercise SET name = 'Stop and look',
                    content = replace(replace(content, '"observe"', '"look-round"'), '"Observe"', '"Look round"');
                UPDATE answer SET step = 'look-round' WHERE step = 'observe';
                INSERT INTO practice_index (rowid, name, words)
                    SELECT position, name, words FROM practice_text;"#,
            )
            .expect("the key is right");
    }
    let app = desktop.start();
    app.unlock(PASSPHRASE);
    app.open_skills_part("done");
    app.click_like("button", "Stop and look");
    app.find("heading", "Look round");
    app.see(SEEN);
    app.click("button", &edit(&app, "Look round"));
    app.append("textbox", "Look round", " Still.");
    app.click("button", &app.words("practice.edited"));
    app.see(&format!("{SEEN} Still."));
    let sheet = app.ask("practice_sheet", &json!({"id": view["id"]}));
    assert_eq!(sheet["answers"][0]["step"]["id"], json!("look-round"));
}
