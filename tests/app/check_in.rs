//! Checking in: how it is right now in a few keys, the diary card of a day, and what is high.

use evenkeel_tests::app::App;
use evenkeel_tests::desktop::Desktop;
use evenkeel_tests::diary::{answer_in, row_named};
use evenkeel_tests::journey::PASSPHRASE;
use evenkeel_tests::webdriver::key;
use serde_json::{Value, json};

/// A slow hand needs this long for a key.
const SLOW_KEY_S: f64 = 0.5;
const QUICK_S: f64 = 10.0;

fn text(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}

fn at_today(desktop: &Desktop) -> App<'_> {
    let app = desktop.start();
    app.first_start(PASSPHRASE, false);
    app.go_to_room("today");
    app.find("button", &app.words("today.find_action"));
    app
}

/// The seven names, from very unpleasant to very pleasant.
fn step_names(app: &App<'_>) -> Vec<String> {
    let steps = app.ask("check_in_words", &Value::Null)["steps"].take();
    let names = steps.as_array().into_iter().flatten();
    names.map(|step| text(&step["name"]).to_owned()).collect()
}

/// Waits until there are so many check-ins. Answers them, the newest first.
#[track_caller]
fn see_check_ins(app: &App<'_>, count: usize) -> Vec<Value> {
    app.until(&format!("{count} check-ins"), |_| {
        let check_ins = app.check_ins();
        Ok((check_ins.len() == count).then_some(check_ins))
    })
}

/// Presses keys and counts them.
struct Keys<'a, 'd> {
    app: &'a App<'d>,
    pressed: u32,
}

impl Keys<'_, '_> {
    #[track_caller]
    fn press(&mut self, keys: &[char]) {
        self.app.press(&[], keys);
        self.pressed += u32::try_from(keys.len()).unwrap_or(u32::MAX);
    }

    #[track_caller]
    fn tab_until(&mut self, wanted: &str) {
        for _ in 0..12 {
            if self.app.focused().contains(wanted) {
                return;
            }
            self.press(&[key::TAB]);
        }
        panic!("Tab does not come to {wanted}");
    }

    fn seconds(&self) -> f64 {
        f64::from(self.pressed) * SLOW_KEY_S
    }
}

#[test]
fn a_check_in_takes_a_few_keys() {
    let desktop = Desktop::default();
    let app = at_today(&desktop);
    let names = step_names(&app);
    app.find("button", &names[5]);
    let mut keys = Keys {
        app: &app,
        pressed: 0,
    };
    keys.tab_until(&names[3]);
    keys.press(&['6']);
    app.see(&app.words("check_in.saved"));
    let kept = see_check_ins(&app, 1);
    assert_eq!(kept[0]["mood"], json!(6));
    assert!(keys.pressed <= 3, "{} keys for a step", keys.pressed);

    // A word and a few more of one's own still fit.
    let words = app.ask("check_in_words", &Value::Null)["words"].take();
    let pleasant = words
        .as_array()
        .and_then(|sides| sides.iter().find(|side| side["side"] == json!("pleasant")))
        .map(|side| text(&side["list"][0]).to_owned())
        .expect("pleasant words");
    keys.tab_until(&pleasant);
    keys.press(&[key::SPACE]);
    app.see_asked(
        "check_in_page",
        &json!({"before": null, "limit": 5, "trashed": false}),
        "the word",
        |page| page["check_ins"][0]["words"] == json!([pleasant]),
    );
    assert!(keys.seconds() < QUICK_S, "{} s", keys.seconds());

    app.type_at(&app.words("check_in.note"), "The sun came out.");
    app.tab_back_to("button", &app.words("check_in.done"));
    app.press(&[], &[key::ENTER]);
    let kept = app.until("the note is kept", |_| {
        let kept = app.check_ins();
        Ok((kept[0]["note"] == json!("The sun came out.")).then_some(kept))
    });
    assert_eq!(kept.len(), 1, "it is still the same one");

    // The next one of the day is another one.
    app.see_focus("heading", &app.words("check_in.ask"));
    app.press(&[], &[key::TAB, '2']);
    let kept = see_check_ins(&app, 2);
    assert_eq!([&kept[0]["mood"], &kept[1]["mood"]], [&json!(2), &json!(6)]);
}

#[test]
fn one_click_checks_in_and_one_takes_it_back() {
    let desktop = Desktop::default();
    let app = at_today(&desktop);
    let names = step_names(&app);
    app.click("button", &names[1]);
    app.see(&app.words("check_in.saved"));
    assert_eq!(see_check_ins(&app, 1)[0]["mood"], json!(2));
    app.click("button", &names[2]);
    app.until("the other step is kept", |_| {
        Ok((app.check_ins()[0]["mood"] == json!(3)).then_some(()))
    });
    app.click("button", &app.words("check_in.undo"));
    app.see(&app.words("check_in.taken_back"));
    see_check_ins(&app, 0);
    app.click("button", &app.words("check_in.put_back"));
    assert_eq!(see_check_ins(&app, 1)[0]["mood"], json!(3));
}

#[test]
fn check_ins_are_changed_and_thrown_away_with_undo() {
    let desktop = Desktop::default();
    let app = at_today(&desktop);
    let names = step_names(&app);
    let kept = app.add_check_in(0, 3, &["tired"], "After lunch");
    app.add_check_in(1, 5, &[], "The day before");

    app.go_to_check_in("now");
    app.enter_like("After lunch");
    app.find("dialog", &app.words("check_in.change_title"));
    app.tab_to("button", &names[2]);
    app.press(&[], &['4']);
    app.enter(&app.words("check_in.done"));
    app.see(&app.words("check_in.changed"));
    let request = json!({"before": null, "limit": 5, "trashed": false});
    let changed = |mood: u8| {
        app.see_asked("check_in_page", &request, "the change", |page| {
            page["check_ins"][0]["mood"] == json!(mood)
        })
    };
    let page = changed(4);
    for field in ["id", "date", "time", "words", "note"] {
        assert_eq!(page["check_ins"][0][field], kept[field], "{field} stays");
    }
    app.click("button", &app.words("check_in.undo"));
    changed(3);
    app.dismiss_message();

    app.open_check_in("past");
    let trash_of = |check_in: &Value| {
        let script = "const [day, time, done] = arguments;
            Promise.all([import('/js/dates.js'), import('/js/strings/en.js')]).then(([dates, { t }]) =>
                done(t.check_in.trash_of(t.check_in.when(dates.nearDay(day, ''), dates.clock(time)))));";
        let arguments = [check_in["date"].clone(), check_in["time"].clone()];
        let name = app.session().script_async(script, &arguments);
        let name = app.expect(name, "the page has words");
        text(&name).split_whitespace().collect::<Vec<_>>().join(" ")
    };
    app.click("button", &trash_of(&kept));
    app.see(&app.words("check_in.trashed"));
    see_check_ins(&app, 1);
    app.click("button", &app.words("check_in.undo"));
    assert_eq!(see_check_ins(&app, 2)[0], kept);
}

/// Role, row and section of what has the focus, if it belongs to a row of the card.
const ROW_OF_FOCUS: &str = "const here = document.activeElement.closest('[aria-labelledby^=row-]');
    return here ? Number(here.getAttribute('aria-labelledby').slice(4)) : null;";

#[track_caller]
fn tab_to_row(app: &App<'_>, card: &Value, name: &str) {
    let id = &row_named(card, name)["id"];
    for _ in 0..60 {
        let here = app.expect(app.session().script(ROW_OF_FOCUS, &[]), "the page answers");
        if here.as_f64() == id.as_f64() {
            return;
        }
        app.press(&[], &[key::TAB]);
    }
    panic!("Tab does not come to {name}; {}", app.describe());
}

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

fn number(value: &Value) -> Value {
    value
        .as_f64()
        .map_or_else(|| value.clone(), |number| json!(number))
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
        tab_to_row(&app, &card, text(&item["name"]));
        let kept = answer_row(&app, place, text(&item["kind"]));
        expected.push((text(&item["name"]).to_owned(), kept));
    }
    app.tab_to("switch", &app.words("card.session_on"));
    app.press(&[], &[key::SPACE]);
    app.find("heading", &app.words("card.sections.session"));
    for (place, item) in rows(true).enumerate() {
        tab_to_row(&app, &card, text(&item["name"]));
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
    tab_to_row(&app, &card, "Sadness");
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
fn a_high_rating_is_saved_first_and_help_is_offered_once_a_day() {
    let desktop = Desktop::default();
    let app = at_today(&desktop);
    let today = app.day_before(0);
    let card = app.card_of(&today);
    let offer = app.words("assessments.offer_title");
    app.go_to_check_in("card");
    tab_to_row(&app, &card, "Thoughts of suicide");
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
    let here = app.expect(app.session().script(ROW_OF_FOCUS, &[]), "the page answers");
    assert_eq!(
        here.as_f64(),
        row_named(&card, "Thoughts of suicide")["id"].as_f64(),
        "the focus stays"
    );
    assert!(!app.has("dialog", &offer), "nothing is in the way");
    tab_to_row(&app, &card, "Urge to use substances");
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
    tab_to_row(&app, &card, "Urge to self-harm");
    app.press(&[], &['5']);
    app.see_asked(
        "card_open",
        &json!({"date": today}),
        "the other high one",
        |card| number(&answer_in(card, "Urge to self-harm")) == json!(5.0),
    );
    tab_to_row(&app, &card, "Urge to quit therapy");
    app.press(&[], &['1']);
    app.see_asked(
        "card_open",
        &json!({"date": today}),
        "what comes after",
        |card| number(&answer_in(card, "Urge to quit therapy")) == json!(1.0),
    );
    assert!(!app.shows(&offer), "once a day");
}

#[test]
fn the_offer_leads_to_help_and_back_to_the_card() {
    let desktop = Desktop::default();
    let app = at_today(&desktop);
    let card = app.card_of(&app.day_before(0));
    app.go_to_check_in("card");
    tab_to_row(&app, &card, "Self-harm");
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
