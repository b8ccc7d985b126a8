//! Safety questions before cold and hard movement: "rather not" leads another way, and only that
//! answer is kept.

use evenkeel_tests::app::App;
use evenkeel_tests::desktop::Desktop;
use evenkeel_tests::encoding::to_hex;
use evenkeel_tests::journey::PASSPHRASE;
use evenkeel_tests::key_file;
use evenkeel_tests::webdriver::key;
use serde_json::{Value, json};

fn at_gate(app: &App<'_>) -> Value {
    let view = app.practise_to("temperature", "gate");
    app.go_on_by_keys(&view);
    view
}

fn part<'v>(view: &'v Value, name: &str) -> &'v str {
    view["gate"][name].as_str().unwrap_or_default()
}

#[track_caller]
fn assert_at(app: &App<'_>, view: &Value, step: &str) {
    app.until(&format!("it goes on to {step}"), |_| {
        Ok((app.kept(view, None)["at"] == json!(step)).then_some(()))
    });
}

/// Every word of every table that has to do with exercises, but the exercises' own.
fn stored(desktop: &Desktop) -> String {
    let keys = key_file::open(&desktop.vault_dir(), PASSPHRASE);
    let database =
        rusqlite::Connection::open(desktop.vault_dir().join("vault.db")).expect("a database");
    database
        .pragma_update(None, "key", format!("x'{}'", to_hex(&keys.database)))
        .expect("the key is taken");
    let mut statement = database
        .prepare(
            "SELECT 'gate ' || gate || ' ' || ok FROM gate
             UNION ALL SELECT 'answer ' || step || ' ' || content FROM answer",
        )
        .expect("the key is right");
    let rows = statement
        .query_map((), |row| row.get::<_, String>(0))
        .expect("rows");
    rows.map(|row| row.expect("text") + "\n").collect()
}

#[test]
fn rather_not_leads_another_way_and_nothing_else_is_kept() {
    let desktop = Desktop::default();
    let mut app = desktop.start();
    app.first_start(PASSPHRASE, false);
    let view = at_gate(&app);
    for question in view["gate"]["ask"].as_array().expect("questions") {
        app.see(question.as_str().unwrap_or_default());
    }
    assert!(
        !app.has("button", &app.words("practice.next")),
        "an open question is answered with its own buttons, or skipped"
    );
    app.enter(part(&view, "not_ok"));
    app.see_focus("heading", &app.words("practice.gate_team"));
    for words in view["gate"]["team"].as_array().expect("words of the team") {
        app.see(words.as_str().unwrap_or_default());
    }
    app.enter(&app.words("practice.next"));
    assert_at(&app, &view, "warm-way");

    // The next time it is not asked, and leads the same way.
    let again = at_gate(&app);
    assert_eq!(again["gate"]["asked"], json!(false));
    app.see(&app.words_with("practice.gate_asked", &[json!(part(&view, "not_ok"))]));
    assert!(!app.shows(again["gate"]["ask"][0].as_str().unwrap_or_default()));
    app.enter(&app.words("practice.next"));
    assert_at(&app, &again, "warm-way");

    app.quit();
    assert_eq!(
        stored(&desktop),
        "gate cold 0\nanswer safe {\"kind\":\"gate\",\"ok\":false}\n"
    );
}

#[test]
fn fine_is_one_press_for_a_month_and_can_be_asked_again() {
    let desktop = Desktop::default();
    let app = desktop.start();
    app.first_start(PASSPHRASE, false);
    let first = at_gate(&app);
    app.enter(part(&first, "ok"));
    assert_at(&app, &first, "get");

    let second = at_gate(&app);
    app.see(&app.words_with("practice.gate_asked", &[json!(part(&first, "ok"))]));
    app.enter(&app.words("practice.go_on"));
    assert_at(&app, &second, "get");

    // Asked again, with another answer.
    let third = at_gate(&app);
    app.enter(&app.words("practice.gate_again"));
    app.see(first["gate"]["ask"][0].as_str().unwrap_or_default());
    app.enter(part(&first, "not_ok"));
    app.see_kept_as(&third, "safe", &json!({"kind": "gate", "ok": false}));
    app.enter(&app.words("practice.next"));
    assert_at(&app, &third, "warm-way");
}

#[test]
fn a_question_that_is_passed_over_counts_as_rather_not() {
    let desktop = Desktop::default();
    let app = desktop.start();
    app.first_start(PASSPHRASE, false);
    let view = at_gate(&app);
    app.press(&[], &[key::ENTER]);
    app.enter(&app.words("practice.skip"));
    assert_at(&app, &view, "warm-way");
}
