//! The diary card of a day, on one page, and the words of old cards.

use super::check_in::{at_today, text};
use evenkeel_tests::app::App;
use evenkeel_tests::desktop::Desktop;
use evenkeel_tests::diary::{answer_in, number};
use evenkeel_tests::journey::PASSPHRASE;
use evenkeel_tests::webdriver::key;
use serde_json::{Value, json};

/// Types an answer into the row that has the focus. Answers what is to be kept.
#[track_caller]
fn answer_row(app: &App<'_>, place: usize, kind: &str) -> Value {
    match kind {
        // No answer of these is high enough for the offer of Help now.
        "scale" => {
            let value = place % 4;
            app.type_keys(&value.to_string());
            json!(f64::from(u32::try_from(value).unwrap_or_default()))
        }
        "yes_no" => {
            app.type_keys("n");
            json!(0.0)
        }
        "count" => {
            app.type_keys("12");
            json!(12.0)
        }
        "hours" => {
            app.type_keys("7.5");
            json!(7.5)
        }
        "text" => {
            app.type_keys("half a glass");
            json!("half a glass")
        }
        other => panic!("nobody answers {other}"),
    }
}

#[test]
fn a_whole_card_is_filled_in_by_keys_on_one_page() {
    let desktop = Desktop::default();
    let mut app = at_today(&desktop);
    let today = app.day_before(0);
    let card = app.card_of(&today);
    app.enter(&app.words("today.card_action"));
    app.see_focus("heading", &app.words("card.title"));
    let items = card["items"].as_array().cloned().unwrap_or_default();
    let mut expected: Vec<(String, Value)> = Vec::new();
    let rows = |is_session: bool| {
        items
            .iter()
            .filter(move |item| (item["section"] == json!("session")) == is_session)
    };
    for (place, item) in rows(false).enumerate() {
        app.tab_to_row(&card, text(&item["name"]));
        let kept = answer_row(&app, place, text(&item["kind"]));
        expected.push((text(&item["name"]).to_owned(), kept));
    }
    app.tab_to("switch", &app.words("card.session_on"));
    app.press(&[], &[key::SPACE]);
    app.find("heading", &app.words("card.sections.session"));
    for (place, item) in rows(true).enumerate() {
        app.tab_to_row(&card, text(&item["name"]));
        let kept = answer_row(&app, place, text(&item["kind"]));
        expected.push((text(&item["name"]).to_owned(), kept));
    }
    app.pick(&app.words("skills.codes.5"));
    let skill = &card["skills"][0];
    app.enter_like(&app.words(&format!("skills.modules.{}", text(&skill["module"]))));
    app.tick(text(&skill["name"]));
    app.type_at(&app.words("card.note"), "A long day, and then the sea.");
    let whole = app.see_asked(
        "card_open",
        &json!({"date": today}),
        "the whole of it",
        |kept| kept["note"] == json!("A long day, and then the sea."),
    );
    for (name, answer) in &expected {
        assert_eq!(number(&answer_in(&whole, name)), *answer, "{name}");
    }
    assert_eq!(whole["skills_code"], json!(5));
    assert_eq!(whole["session_day"], json!(true));
    assert_eq!(whole["filled_later"], json!(false));
    let used = whole["skills"].as_array().into_iter().flatten();
    let used: Vec<&str> = used
        .filter(|one| one["used"] == json!(true))
        .map(|one| text(&one["skill"]))
        .collect();
    assert_eq!(used, [text(&skill["skill"])]);

    // What is typed right before a lock is there after it.
    app.type_keys(" And th");
    app.press_away(&[key::CONTROL], &['l']);
    app.follow_lock();
    app.unlock(PASSPHRASE);
    let kept = app.card_of(&today);
    assert_eq!(kept["note"], json!("A long day, and then the sea. And th"));
    assert_eq!(kept["values"], whole["values"]);
    app.go_to_check_in("card");
    assert_eq!(
        app.value("textbox", &app.words("card.note")),
        "A long day, and then the sea. And th"
    );
}

#[test]
fn a_card_of_another_day_says_that_it_was_filled_in_later() {
    let desktop = Desktop::default();
    let app = at_today(&desktop);
    let yesterday = app.day_before(1);
    app.go_to_check_in("card");
    app.enter(&app.words("card.day_before"));
    let card = app.card_of(&yesterday);
    app.tab_to_row(&card, "Sadness");
    app.press(&[], &['2']);
    let kept = app.see_asked(
        "card_open",
        &json!({"date": yesterday}),
        "the answer",
        |card| card["filled"] == json!(true),
    );
    assert_eq!(number(&answer_in(&kept, "Sadness")), json!(2.0));
    assert_eq!(kept["filled_later"], json!(true));
    assert_eq!(kept["filled_on"], json!(app.day_before(0)));
    app.see(app.words_with("card.filled_later", &[json!("")]).trim());

    // The same key takes it away again, and with it the card.
    app.press(&[], &[key::BACKSPACE]);
    app.see_asked(
        "card_open",
        &json!({"date": yesterday}),
        "nothing",
        |card| card["values"] == json!([]),
    );
    assert_eq!(app.card_of(&app.day_before(0))["filled"], json!(false));
}

#[test]
fn a_cleared_card_comes_back() {
    let desktop = Desktop::default();
    let app = at_today(&desktop);
    let today = app.day_before(0);
    app.add_card(&today, &[("Fear", 3.0)], &["stop"]);
    let before = app.card_of(&today);
    app.go_to_check_in("card");
    app.enter(&app.words("card.clear"));
    app.see(&app.words("card.cleared"));
    assert_eq!(app.card_of(&today)["filled"], json!(false));
    app.click("button", &app.words("card.undo"));
    app.see_asked(
        "card_open",
        &json!({"date": today}),
        "the card as it was",
        |card| [&card["values"], &card["skills"]] == [&before["values"], &before["skills"]],
    );
}

#[test]
fn another_name_leaves_the_words_of_old_cards() {
    let desktop = Desktop::default();
    let app = at_today(&desktop);
    let [today, yesterday] = [0, 1].map(|days| app.day_before(days));
    app.add_card(&yesterday, &[("Anger", 3.0)], &[]);
    app.go_to_check_in("set");
    app.enter(&app.words_with(
        "card.set_row_of",
        &[json!(app.words("card.set_rename")), json!("Anger")],
    ));
    app.see(&app.words("card.form_used"));
    app.press(&[key::CONTROL], &['a']);
    app.type_keys("Irritation");
    app.press(&[], &[key::ENTER]);
    app.see(&app.words_with("card.set_changed", &[json!("Irritation")]));

    let old = app.card_of(&yesterday);
    assert_eq!(number(&answer_in(&old, "Anger")), json!(3.0));
    let names = |card: &Value| -> Vec<String> {
        let items = card["items"].as_array().into_iter().flatten();
        items.map(|item| text(&item["name"]).to_owned()).collect()
    };
    let now = names(&app.card_of(&today));
    assert!(now.contains(&"Irritation".to_owned()), "{now:?}");
    assert!(!now.contains(&"Anger".to_owned()), "{now:?}");
    app.go_to_check_in("card");
    app.see("Irritation");
    assert!(!app.shows("Anger"));
    app.enter(&app.words("card.day_before"));
    app.see("Anger");
}
