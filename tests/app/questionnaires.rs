//! Questionnaires by keyboard, from the first question to the number, and what Progress makes of it.

use evenkeel_tests::app::App;
use evenkeel_tests::desktop::Desktop;
use evenkeel_tests::journey::PASSPHRASE;
use evenkeel_tests::webdriver::key;
use serde_json::{Value, json};

const ITEM_OF_FOCUS: &str =
    "return document.activeElement.closest('[data-item]')?.dataset.item ?? null";

fn text(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}

fn start(desktop: &Desktop) -> App<'_> {
    let app = desktop.start();
    app.first_start(PASSPHRASE, false);
    app.go_to_room("today");
    app.find("button", &app.words("today.find_action"));
    app
}

/// Begins PHQ-9 with the keyboard. Answers it as the host has it.
#[track_caller]
fn begin(app: &App<'_>) -> Value {
    app.go_to_check_in("assessments");
    app.enter(&app.words_with("assessments.start_of", &[json!("PHQ-9")]));
    app.see_focus("heading", "PHQ-9");
    app.ask("assessment_start", &json!({"instrument": "phq-9"}))
}

/// Goes to a question with Tab and answers it with the arrow keys.
#[track_caller]
fn answer(app: &App<'_>, item: &str, value: usize) {
    for _ in 0..20 {
        let here = app.expect(app.session().script(ITEM_OF_FOCUS, &[]), "the page answers");
        if here == json!(item) {
            app.press(&[], &[key::SPACE]);
            app.press(&[], &vec![key::DOWN; value]);
            return;
        }
        app.press(&[], &[key::TAB]);
    }
    panic!("Tab does not come to question {item}; {}", app.describe());
}

#[track_caller]
fn see_answers(app: &App<'_>, view: &Value, expected: &[(String, usize)]) -> Value {
    let expected: Vec<Value> = expected
        .iter()
        .map(|(item, value)| json!({"item": item, "value": value}))
        .collect();
    let request = json!({"id": view["id"]});
    app.see_asked("assessment_open", &request, "all answers", |kept| {
        let kept = kept["answers"].as_array().cloned().unwrap_or_default();
        kept.len() == expected.len() && expected.iter().all(|answer| kept.contains(answer))
    })
}

fn items(view: &Value) -> Vec<String> {
    let items = view["items"].as_array().into_iter().flatten();
    items.map(|item| text(&item["id"]).to_owned()).collect()
}

#[test]
fn a_questionnaire_is_filled_in_by_keys_to_its_number() {
    let desktop = Desktop::default();
    let app = start(&desktop);
    let view = begin(&app);
    let items = items(&view);
    let values = [1, 2, 3, 0, 1, 2, 0, 1, 0, 2];
    assert_eq!(items.len(), values.len());
    let given: Vec<(String, usize)> = items.into_iter().zip(values).collect();
    for (item, value) in &given {
        answer(&app, item, *value);
    }
    see_answers(&app, &view, &given);
    assert!(!app.shows(&app.words("assessments.offer_title")));
    app.enter(&app.words("assessments.finish"));
    app.see(&app.words_with("assessments.score", &[json!(10), json!(27)]));
    app.see(&app.words("assessments.bring_title"));
    let kept = app.ask("assessment_open", &json!({"id": view["id"]}));
    assert_eq!(kept["finished"], json!(true));
    assert_eq!(kept["score"], json!(10), "the tenth is not counted");
}

#[test]
fn a_half_done_one_goes_on_after_a_lock() {
    let desktop = Desktop::default();
    let mut app = start(&desktop);
    let view = begin(&app);
    let given: Vec<(String, usize)> = items(&view).into_iter().take(3).zip([3, 0, 2]).collect();
    for (item, value) in &given {
        answer(&app, item, *value);
    }
    app.press_away(&[key::CONTROL], &['l']);
    app.follow_lock();
    app.unlock(PASSPHRASE);
    see_answers(&app, &view, &given);
    app.go_to_check_in("assessments");
    app.enter(&app.words_with("assessments.go_on_of", &[json!("PHQ-9")]));
    app.see_focus("heading", "PHQ-9");
    app.see(&app.words_with("assessments.answered", &[json!(3), json!(9)]));

    // It cannot be finished by mistake: the next open question has the focus.
    app.enter(&app.words("assessments.finish"));
    app.see(&app.words_with("assessments.open_at", &[json!(4)]));
    app.until("the focus is on the fourth question", |session| {
        Ok((session.script(ITEM_OF_FOCUS, &[])? == json!("4")).then_some(()))
    });
}

#[test]
fn the_ninth_question_is_saved_first_and_then_offers_help() {
    let desktop = Desktop::default();
    let app = start(&desktop);
    let view = begin(&app);
    let ninth = items(&view).remove(8);
    answer(&app, &ninth, 0);
    see_answers(&app, &view, &[(ninth.clone(), 0)]);
    let offer = app.words("assessments.offer_title");
    assert!(!app.shows(&offer), "not at all");
    app.press(&[], &[key::DOWN]);
    app.see(&offer);
    see_answers(&app, &view, &[(ninth.clone(), 1)]);
    let here = app.expect(app.session().script(ITEM_OF_FOCUS, &[]), "the page answers");
    assert_eq!(here, json!(ninth), "the focus stays");

    // Tab leads from the answer to the way to help, and Escape back to the questions.
    app.press(&[], &[key::TAB]);
    assert!(app.focused().contains(&app.words("nav.help")));
    app.press(&[], &[key::ENTER]);
    app.see_focus("heading", &app.words("help.title"));
    app.press(&[], &[key::ESCAPE]);
    app.see(&app.words_with("assessments.answered", &[json!(1), json!(9)]));
    app.enter(&app.words("assessments.offer_close"));
    app.miss(&offer);

    // Once a day, over all of Check in.
    answer(&app, &ninth, 0);
    app.press(&[], &[key::DOWN, key::DOWN]);
    see_answers(&app, &view, &[(ninth, 3)]);
    assert!(!app.shows(&offer), "once a day");
}

#[test]
fn a_questionnaire_comes_back_from_the_trash() {
    let desktop = Desktop::default();
    let app = start(&desktop);
    let thrown = app.add_assessment("gad-7", 1);
    let last = |app: &App<'_>| {
        let all = app.ask("assessments", &Value::Null);
        let gad = all.as_array().into_iter().flatten();
        let gad = gad.into_iter().find(|one| one["id"] == json!("gad-7"));
        gad.map(|one| one["last"].clone())
    };
    app.ask("assessment_trash", &json!({"id": thrown["id"]}));
    assert_eq!(last(&app), Some(Value::Null));
    app.go_to_check_in("assessments");
    app.enter(&app.words("assessments.trash_title"));
    app.see_focus("heading", &app.words("assessments.trash_title"));
    let row = app.words_with("assessments.trashed_score", &[json!(7)]);
    app.see(&row);
    app.click_like("button", &app.words("assessments.restore"));
    app.see(&app.words("assessments.restored"));
    app.see(&app.words("assessments.trash_empty.title"));
    assert_eq!(last(&app).map(|last| last["score"].clone()), Some(json!(7)));
}

#[test]
fn a_wrong_answer_to_the_first_question_is_put_right_after_finishing() {
    let desktop = Desktop::default();
    let app = start(&desktop);
    let choice = json!({"instrument": "pc-ptsd-5", "on": true});
    app.ask("assessment_choose", &choice);
    let view = app.ask("assessment_start", &json!({"instrument": "pc-ptsd-5"}));
    let no = json!({"id": view["id"], "item": "gate", "value": 0});
    app.ask("assessment_answer", &no);
    app.ask("assessment_finish", &json!({"id": view["id"]}));
    app.go_to_check_in("assessments");
    app.enter(&app.words_with("assessments.results_of", &[json!("PC-PTSD-5")]));
    app.enter(&app.words("assessments.edit"));
    answer(&app, "gate", 0);
    app.press(&[], &[key::UP]);
    app.find("button", &app.words("assessments.finish"));
    let open = json!({"id": view["id"]});
    app.see_asked("assessment_open", &open, "half-done again", |kept| {
        kept["finished"] == json!(false)
    });
    for item in items(&view) {
        answer(&app, &item, 0);
    }
    app.enter(&app.words("assessments.finish"));
    app.see_asked("assessment_open", &open, "finished again", |kept| {
        kept["finished"] == json!(true)
    });
}

#[test]
fn progress_is_walked_point_by_point_and_read_as_a_table() {
    let desktop = Desktop::default();
    let app = start(&desktop);
    for (days_ago, mood) in [(9, 2), (7, 3), (6, 5), (2, 4), (1, 6)] {
        app.add_check_in(days_ago, mood, &[], "");
    }
    app.go_to_room("progress");
    app.see_focus("heading", &app.words("progress.title"));
    let mood = json!(app.words("progress.mood"));
    let walk = app.words_with("progress.walk", std::slice::from_ref(&mood));
    app.find("slider", &walk);
    app.tab_to("slider", &walk);
    let said = || {
        let script = "return document.activeElement.getAttribute('aria-valuetext')";
        text(&app.expect(app.session().script(script, &[]), "the page answers")).to_owned()
    };
    let steps = app.ask("check_in_words", &Value::Null)["steps"].take();
    app.press(&[], &[key::HOME]);
    for mood in [2, 3, 5, 4, 6] {
        let name = text(&steps[mood - 1]["name"]).to_owned();
        app.until(&format!("the point of {name}"), |_| {
            Ok(said().contains(&name).then_some(()))
        });
        app.see(&said());
        app.press(&[], &[key::RIGHT]);
    }

    app.enter_like(&app.words_with("progress.table_of", &[mood]));
    app.find("button", &app.words("progress.table_hide"));
    let script = "return [...document.querySelectorAll('.chart-table tbody tr')]
        .map((row) => row.lastElementChild.innerText)";
    let rows = app.expect(app.session().script(script, &[]), "the table");
    let expected: Vec<Value> = [2, 3, 5, 4, 6]
        .map(|mood: usize| steps[mood - 1]["name"].clone())
        .to_vec();
    let rows: Vec<String> = rows
        .as_array()
        .into_iter()
        .flatten()
        .map(|row| text(row).trim_matches(['“', '”']).to_owned())
        .collect();
    assert_eq!(json!(rows), json!(expected));
}
