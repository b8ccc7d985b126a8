//! From Today and from Help now into a guided exercise, and through it to its end, with no mouse.

use evenkeel_tests::app::App;
use evenkeel_tests::desktop::Desktop;
use evenkeel_tests::journey::PASSPHRASE;
use evenkeel_tests::roles;
use evenkeel_tests::webdriver::key;
use serde_json::{Value, json};

fn text(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}

/// An open window that shows Today, as after every unlock.
fn at_today(desktop: &Desktop) -> App<'_> {
    let app = desktop.start();
    app.first_start(PASSPHRASE, false);
    app.go_to_room("today");
    app.find("button", &app.words("today.find_action"));
    app
}

/// The practice that has just been begun, at one of its steps.
#[track_caller]
fn assert_runs(app: &App<'_>, skill: &str) -> Value {
    let practice = app.until("it goes on to the first step", |_| {
        let practice = app.kept(&app.newest("unfinished"), None);
        Ok(practice["step"].is_object().then_some(practice))
    });
    assert_eq!(practice["skill"], json!(skill));
    app.see_focus("heading", &app.heading_of(&practice));
    practice
}

/// Everything that a press is needed for, counted.
struct Presses<'a, 'd> {
    app: &'a App<'d>,
    made: usize,
}

impl Presses<'_, '_> {
    #[track_caller]
    fn press(&mut self, button: &str) {
        self.app.enter_like(button);
        self.made += 1;
    }
}

#[test]
fn a_whole_exercise_from_today_to_its_end() {
    let desktop = Desktop::default();
    let app = at_today(&desktop);
    let ready = app.ask("skills_today", &Value::Null)["ready"].take();
    assert_eq!(ready.as_array().map(Vec::len), Some(3), "three are ready");
    assert_eq!(ready[0]["card"]["id"], json!("stop"), "the first is STOP");

    let mut presses = Presses { app: &app, made: 0 };
    let next = app.words("practice.next");
    presses.press(&app.words_with("skills.start_of", &[json!("STOP")]));
    app.see_focus("heading", &app.words("practice.before_title"));
    presses.press(&next);
    let practice = assert_runs(&app, "stop");
    assert!(presses.made <= 2, "{} presses", presses.made);

    // Back to what was passed over, and through the whole of it.
    app.enter(&app.words("practice.back"));
    app.see_focus("heading", &app.words("practice.before_title"));
    app.pick(&app.words("skills.feelings.anger"));
    let strength = app.words_with(
        "practice.strength_of",
        &[json!(app.words("skills.feelings.anger"))],
    );
    app.tab_to("slider", &strength);
    app.press(&[], &[key::RIGHT; 5]);
    app.pick(&app.words("skills.urges.lash_out"));
    app.pick("4");
    app.enter(&next);
    for title in ["Stop", "Take a step back"] {
        app.see_focus("heading", title);
        app.enter(&next);
    }
    app.see_focus("heading", "Observe");
    app.type_at("Observe", "My hands are cold.");
    app.press(&[key::CONTROL], &[key::ENTER]);
    app.see_focus("heading", "Proceed mindfully");
    app.see("My hands are cold.");
    app.enter(&app.words("practice.skip"));

    app.see_focus("heading", &app.words("practice.after_title"));
    app.tab_to("slider", &strength);
    app.press(&[], &[key::LEFT, key::LEFT]);
    app.press(&[], &[key::ENTER]);
    app.see_focus("heading", &app.words("practice.use_title"));
    app.pick(&app.words("skills.codes.5"));
    app.enter(&next);
    app.see_focus("heading", &app.words("practice.done_title"));
    let change = [
        json!(app.words("skills.feelings.anger")),
        json!(75),
        json!(40),
    ];
    app.see(&app.words_with("practice.change", &change));

    let summary = app.newest("finished");
    let expected = json!({
        "id": practice["id"], "skill": "stop", "finished": true,
        "feeling": "anger", "before": 75, "after": 40, "code": 5,
    });
    for (field, value) in expected.as_object().expect("fields") {
        assert_eq!(summary[field], *value, "{field}");
    }
    assert_eq!(
        app.kept(&practice, Some("before"))["before"],
        json!({"feeling": "anger", "strength": 75, "urge": "lash_out", "urge_strength": 4})
    );

    // Once more begins with what is true now.
    app.enter(&app.words("practice.again"));
    app.see_focus("heading", &app.words("practice.before_title"));
    let again = app.kept(&app.newest("unfinished"), None);
    assert_eq!(again["before"]["strength"], json!(40));
    assert_ne!(again["id"], practice["id"]);
}

#[test]
fn help_now_starts_a_guided_skill_and_leads_back_to_the_numbers() {
    let desktop = Desktop::default();
    let app = at_today(&desktop);
    let crisis =
        json!({"feeling": null, "urge": null, "strength": 100, "minutes": null, "place": null});
    let offered = app.ask("skills_find", &crisis)["suggestions"].take();
    app.press(&[], &[key::F1]);
    app.see_focus("heading", &app.words("help.title"));
    for skill in offered.as_array().expect("three suggestions") {
        assert_eq!(skill["card"]["crisis"], json!(true));
        let start = app.words_with("skills.start_of", &[skill["card"]["name"].clone()]);
        app.find_like("button", &start);
    }

    let mut presses = Presses { app: &app, made: 0 };
    presses.press(&app.words_with("skills.start_of", &[offered[0]["card"]["name"].clone()]));
    app.see_focus("heading", &app.words("practice.before_title"));
    presses.press(&app.words("practice.next"));
    assert_runs(&app, text(&offered[0]["card"]["id"]));
    assert!(presses.made <= 2, "{} presses", presses.made);

    // Help from inside lies over the exercise, which stays where it is.
    app.press(&[], &[key::F1]);
    app.see_focus("heading", &app.words("help.title"));
    app.press(&[], &[key::ESCAPE]);
    let practice = assert_runs(&app, text(&offered[0]["card"]["id"]));
    app.press(&[], &[key::ESCAPE]);
    app.see(&app.words("help.honest"));
    app.press(&[], &[key::ESCAPE]);
    app.find("button", &app.words("today.find_action"));
    assert_eq!(app.newest("unfinished")["id"], practice["id"], "it is kept");
}

/// The three on the screen, each with its name and its reason.
#[track_caller]
fn see_suggestions(app: &App<'_>, view: &Value) {
    let suggestions = view["suggestions"].as_array().expect("suggestions");
    assert_eq!(suggestions.len(), 3);
    app.until("the three that fit are shown", |session| {
        let shown = roles::names(session, "button")?;
        let at = |one: &Value| {
            let start = app.words_with("skills.start_of", &[one["card"]["name"].clone()]);
            shown.iter().position(|name| *name == start)
        };
        let places: Vec<_> = suggestions.iter().filter_map(at).collect();
        Ok((places.len() == 3 && places.is_sorted()).then_some(()))
    });
    for suggestion in suggestions {
        app.see(text(&suggestion["because"]));
    }
}

#[test]
fn what_helps_right_now_is_asked_and_started() {
    let desktop = Desktop::default();
    let app = at_today(&desktop);
    app.enter(&app.words("today.find_action"));
    app.see_focus("heading", &app.words("skills.find_title"));
    let mut need =
        json!({"feeling": null, "urge": null, "strength": null, "minutes": null, "place": null});
    see_suggestions(&app, &app.ask("skills_find", &need));

    app.pick(&app.words("skills.feelings.shame"));
    app.tab_to("slider", &app.words("skills.find_strength"));
    app.press(&[], &[key::LEFT, key::LEFT]);
    need["feeling"] = json!("shame");
    need["strength"] = json!(40);
    let view = app.ask("skills_find", &need);
    assert_eq!(view["only_crisis"], json!(false));
    see_suggestions(&app, &view);
    assert!(!app.shows(&app.words("skills.find_help_title")));

    let card = view["suggestions"][0]["card"].clone();
    app.enter(&app.words_with("skills.start_of", &[card["name"].clone()]));
    app.see_focus("heading", &app.words("practice.before_title"));
    let begun = app.kept(&app.newest("unfinished"), None);
    assert_eq!(begun["skill"], card["id"]);
    assert_eq!(
        begun["before"],
        json!({"feeling": "shame", "strength": 40, "urge": null, "urge_strength": null}),
        "what was said is not asked again"
    );
    // Back at the question, it is as it was left.
    app.press(&[], &[key::ESCAPE]);
    app.find("heading", &app.words("skills.find_results"));
    see_suggestions(&app, &view);
}

#[test]
fn above_the_breakdown_point_people_come_first_and_then_crisis_skills_alone() {
    let desktop = Desktop::default();
    let app = at_today(&desktop);
    app.enter(&app.words("today.find_action"));
    app.see_focus("heading", &app.words("skills.find_title"));
    app.tab_to("slider", &app.words("skills.find_strength"));
    app.press(&[], &[key::END]);
    app.see(&app.words("skills.only_crisis"));
    let need =
        json!({"feeling": null, "urge": null, "strength": 100, "minutes": null, "place": null});
    let view = app.ask("skills_find", &need);
    assert_eq!(view["only_crisis"], json!(true));
    for suggestion in view["suggestions"].as_array().expect("suggestions") {
        assert_eq!(
            suggestion["card"]["crisis"],
            json!(true),
            "{}",
            suggestion["card"]["id"]
        );
    }
    see_suggestions(&app, &view);

    // After the questions Tab comes to Help now, before it comes to any skill.
    app.tab_to("button", &app.words("skills.find_reset"));
    app.press(&[], &[key::TAB]);
    app.see_focus("button", &app.words("nav.help"));
    app.press(&[], &[key::ENTER]);
    app.see_focus("heading", &app.words("help.title"));
    app.press(&[], &[key::ESCAPE]);
    app.see_focus("button", &app.words("nav.help"));

    // One's own point moves the line.
    app.tab_to("button", &app.words("skills.point_change"));
    app.press(&[], &[key::ENTER]);
    app.find("dialog", &app.words("skills.point_title"));
    app.tab_to("slider", &app.words("skills.point_label"));
    app.press(&[], &[key::END]);
    app.enter(&app.words("common.save"));
    app.see(&app.words("skills.point_saved"));
    app.tab_to("slider", &app.words("skills.find_strength"));
    app.press(&[], &[key::LEFT]);
    app.miss(&app.words("skills.only_crisis"));
}
