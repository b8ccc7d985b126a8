//! A high rating: saved first, then a calm offer of Help now, once a day.

use super::check_in::at_today;
use evenkeel_tests::desktop::Desktop;
use evenkeel_tests::diary::{answer_in, number, row_named};
use evenkeel_tests::journey::PASSPHRASE;
use evenkeel_tests::webdriver::key;
use serde_json::{Value, json};

#[test]
fn a_high_rating_is_saved_first_and_help_is_offered_once_a_day() {
    let desktop = Desktop::default();
    let app = at_today(&desktop);
    let today = app.day_before(0);
    let card = app.card_of(&today);
    let offer = app.words("assessments.offer_title");
    app.go_to_check_in("card");
    app.tab_to_row(&card, "Thoughts of suicide");
    app.press(&[], &['3']);
    app.see_asked(
        "card_open",
        &json!({"date": today}),
        "what is not high",
        |card| number(&answer_in(card, "Thoughts of suicide")) == json!(3.0),
    );
    assert!(!app.shows(&offer), "three is not high");
    app.press(&[], &['4']);
    app.see(&offer);
    let kept = app.card_of(&today);
    assert_eq!(
        number(&answer_in(&kept, "Thoughts of suicide")),
        json!(4.0),
        "it is saved before anything is offered"
    );
    assert_eq!(
        app.row_of_focus(),
        row_named(&card, "Thoughts of suicide")["id"].as_f64(),
        "the focus stays"
    );
    assert!(!app.has("dialog", &offer), "nothing is in the way");
    app.tab_to_row(&card, "Urge to use substances");
    app.press(&[], &['2']);
    app.see_asked(
        "card_open",
        &json!({"date": today}),
        "the next answer",
        |card| number(&answer_in(card, "Urge to use substances")) == json!(2.0),
    );

    // Put away, it stays away for the day, whatever else is high.
    app.enter(&app.words("assessments.offer_close"));
    app.miss(&offer);
    app.go_to_check_in("card");
    app.tab_to_row(&card, "Urge to self-harm");
    app.press(&[], &['5']);
    app.see_asked(
        "card_open",
        &json!({"date": today}),
        "the other high one",
        |card| number(&answer_in(card, "Urge to self-harm")) == json!(5.0),
    );
    app.tab_to_row(&card, "Urge to quit therapy");
    app.press(&[], &['1']);
    app.see_asked(
        "card_open",
        &json!({"date": today}),
        "what comes after",
        |card| number(&answer_in(card, "Urge to quit therapy")) == json!(1.0),
    );
    assert!(!app.shows(&offer), "once a day");
}

/// Two places of the earth between which it is always the next day, or the one after it.
const EARLIEST: &str = "Etc/GMT+12";
const LATEST: &str = "Pacific/Kiritimati";

#[test]
fn an_old_card_with_a_high_value_does_not_offer_help_again() {
    let before = Desktop::default().with_env("TZ", EARLIEST);
    let mut app = at_today(&before);
    let day = app.day_before(0);
    let card = app.card_of(&day);
    let offer = app.words("assessments.offer_title");
    app.go_to_check_in("card");
    app.tab_to_row(&card, "Thoughts of suicide");
    app.press(&[], &['5']);
    app.see(&offer);
    app.quit();
    drop(app);

    let later = Desktop::default()
        .with_env("TZ", LATEST)
        .sharing_folders_of(&before);
    let app = later.start();
    app.unlock(PASSPHRASE);
    let ago = (1..=2).find(|days| app.day_before(*days) == day);
    let ago = ago.expect("it is another day");
    let kept = |what: &str, fits: &dyn Fn(&Value) -> bool| {
        app.see_asked("card_open", &json!({"date": day}), what, fits)
    };
    app.go_to_check_in("card");
    for days in 1..=ago {
        app.enter(&app.words("card.day_before"));
        app.until("the day before is shown", |_| {
            let shown = app.value("textbox", &app.words("card.day"));
            Ok((shown == app.day_before(days)).then_some(()))
        });
    }
    app.tab_to_row(&card, "Sadness");
    app.press(&[], &['2']);
    kept("another answer", &|card| {
        number(&answer_in(card, "Sadness")) == json!(2.0)
    });
    app.type_at(&app.words("card.note"), "Talked it over since.");
    let changed = kept("the note", &|card| {
        card["note"] == json!("Talked it over since.")
    });
    assert_eq!(
        number(&answer_in(&changed, "Thoughts of suicide")),
        json!(5.0)
    );
    app.see(&app.words("card.saved"));
    assert!(!app.shows(&offer), "what was high before is not new");

    // What becomes high now is.
    app.tab_back_to("button", &app.words("card.change_set"));
    app.tab_to_row(&card, "Urge to self-harm");
    app.press(&[], &['5']);
    app.see(&offer);
}

#[test]
fn the_offer_leads_to_help_and_back_to_the_card() {
    let desktop = Desktop::default();
    let app = at_today(&desktop);
    let card = app.card_of(&app.day_before(0));
    app.go_to_check_in("card");
    app.tab_to_row(&card, "Self-harm");
    app.type_keys("y");
    app.see(&app.words("assessments.offer_title"));
    app.tab_back_to("button", &app.words("assessments.offer_close"));
    app.press(&[key::SHIFT], &[key::TAB]);
    assert!(app.focused().contains(&app.words("nav.help")));
    app.press(&[], &[key::ENTER]);
    app.see_focus("heading", &app.words("help.title"));
    app.press(&[], &[key::ESCAPE]);
    app.see(&app.words("card.hint"));
    assert_eq!(
        number(&answer_in(&app.card_of(&app.day_before(0)), "Self-harm")),
        json!(1.0)
    );
}
