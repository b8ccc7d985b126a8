//! The order in which Tab goes round Today, the library, the finder and the steps of an exercise.

use super::keyboard::{RAIL, Stop, assert_order};
use evenkeel_tests::app::App;
use evenkeel_tests::desktop::Desktop;
use evenkeel_tests::journey::PASSPHRASE;
use serde_json::{Value, json};

const PARTS: &[Stop<'_>] = &[
    ("button", "skills.parts.library"),
    ("button", "skills.parts.find"),
    ("button", "skills.parts.works"),
    ("button", "skills.parts.done"),
];
/// Below every step that is not only read.
const FOOT: &[Stop<'_>] = &[
    ("button", "practice.back"),
    ("button", "practice.finish"),
    ("button", "practice.skip"),
    ("button", "practice.next"),
];

fn text(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}

fn minutes(app: &App<'_>, card: &Value) -> String {
    app.words_with("skills.minutes", &[card["minutes"].clone()])
}

fn buttons(names: &[String]) -> Vec<Stop<'_>> {
    names.iter().map(|name| ("button", name.as_str())).collect()
}

#[test]
fn today_begins_with_the_way_to_a_skill() {
    let desktop = Desktop::default();
    let app = desktop.start();
    app.first_start(PASSPHRASE, false);
    let half_done = app.practise_to("thought-record", "list");
    let group = json!({"shelf": "in_group", "skill": "check-the-facts", "on": true});
    app.ask("skills_shelve", &group);
    app.go_to_room("today");
    app.find("button", &app.words("today.find_action"));

    let greetings = ["morning", "afternoon", "evening", "night"];
    let greeting = greetings
        .map(|part| app.words(&format!("today.greetings.{part}")))
        .into_iter()
        .find(|words| app.has("heading", words))
        .expect("a greeting");
    let view = app.ask("skills_today", &Value::Null);
    let ready: Vec<String> = view["ready"]
        .as_array()
        .expect("three")
        .iter()
        .map(|one| {
            let start = app.words_with("skills.start_of", &[one["card"]["name"].clone()]);
            let in_group = app.words("skills.reasons.in_group");
            let reason = if one["reason"]["type"] == json!("in_group") {
                format!(" {in_group}")
            } else {
                String::new()
            };
            let because = text(&one["because"]);
            format!("={start} {because} {}{reason}", minutes(&app, &one["card"]))
        })
        .collect();
    let waiting = app
        .until("the half-done one waits", |session| {
            let rows = evenkeel_tests::roles::names(session, "button")?;
            let name = format!(
                "{}: {}",
                app.words("skills.go_on"),
                text(&half_done["name"])
            );
            Ok(rows.into_iter().find(|row| row.starts_with(&name)))
        })
        .clone();
    let [greeting, waiting] = [greeting, waiting].map(|name| format!("={name}"));
    // One stop for the seven steps: the one in the middle.
    let steps = app.ask("check_in_words", &Value::Null)["steps"].take();
    let middle = format!("={}", text(&steps[3]["name"]));
    assert_order(
        &app,
        &[
            &[
                ("heading", &greeting),
                ("button", &middle),
                ("button", "today.card_action"),
                ("button", "today.find_action"),
            ],
            &buttons(&ready),
            &[
                ("button", &waiting),
                ("button", "=Check the Facts"),
                ("button", "programme.invite_action"),
                ("button", "today.write_action"),
            ],
            RAIL,
        ],
    );
}

/// One stop for each module and one for the star of the skill one stands on; arrow keys inside.
#[test]
fn the_library_is_walked_module_by_module() {
    let desktop = Desktop::default();
    let app = desktop.start();
    app.first_start(PASSPHRASE, false);
    let favourite = json!({"shelf": "favourite", "skill": "stop", "on": true});
    app.ask("skills_shelve", &favourite);
    app.go_to_room("skills");
    app.find_like("button", "STOP");

    let skills = app.ask("skills_library", &Value::Null)["skills"].take();
    let skills = skills.as_array().expect("skills");
    let mut modules: Vec<(&str, usize)> = Vec::new();
    let mut shelves: Vec<String> = Vec::new();
    for skill in skills {
        match modules.last_mut() {
            Some((module, count)) if *module == text(&skill["module"]) => *count += 1,
            _ => {
                modules.push((text(&skill["module"]), 1));
                let (name, what) = (text(&skill["name"]), text(&skill["what"]));
                shelves.push(format!("={name} {what} {}", minutes(&app, skill)));
                let star = app.words_with("skills.favourite_of", &[skill["name"].clone()]);
                shelves.push(format!("={star}"));
            }
        }
    }
    let index: Vec<String> = modules
        .iter()
        .map(|(module, count)| {
            let name = app.words(&format!("skills.modules.{module}"));
            let count = app.words_with("skills.count", &[json!(count)]);
            format!("={name} , {count}")
        })
        .collect();
    assert_order(
        &app,
        &[
            &[
                ("heading", "skills.library_title"),
                ("textbox", "skills.search"),
            ],
            &buttons(&index),
            &[("button", "=STOP")],
            &buttons(&shelves),
            RAIL,
            PARTS,
        ],
    );
}

#[test]
fn the_finder_asks_first_and_then_offers() {
    let desktop = Desktop::default();
    let app = desktop.start();
    app.first_start(PASSPHRASE, false);
    app.go_to_room("skills");
    app.see_focus("heading", &app.words("skills.library_title"));
    app.tab_back_to("button", &app.words("skills.parts.find"));
    app.press(&[], &[evenkeel_tests::webdriver::key::ENTER]);
    app.find("heading", &app.words("skills.find_results"));
    let nothing =
        json!({"feeling": null, "urge": null, "strength": null, "minutes": null, "place": null});
    let suggestions = app.ask("skills_find", &nothing)["suggestions"].take();
    let offered: Vec<String> = suggestions
        .as_array()
        .expect("three")
        .iter()
        .flat_map(|one| {
            let name = one["card"]["name"].clone();
            ["skills.start_of", "skills.find_look"]
                .map(|words| format!("={}", app.words_with(words, std::slice::from_ref(&name))))
        })
        .collect();
    app.find("button", offered[0].trim_start_matches('='));
    assert_order(
        &app,
        &[
            &[
                ("heading", "skills.find_title"),
                ("radio", "skills.find_feeling_none"),
                ("slider", "skills.find_strength"),
                ("button", "skills.point_change"),
                ("radio", "skills.find_urge_none"),
                ("radio", "skills.find_minutes_none"),
                ("radio", "skills.find_place_none"),
                ("button", "skills.find_reset"),
            ],
            &buttons(&offered),
            RAIL,
            PARTS,
        ],
    );
}

#[test]
fn a_step_begins_with_what_is_asked_and_ends_with_the_way_on() {
    let desktop = Desktop::default();
    let app = desktop.start();
    app.first_start(PASSPHRASE, false);
    for (kind, own, bar) in [
        (
            "timer",
            &[
                ("button", "practice.start"),
                ("button", "practice.shorter"),
                ("button", "practice.longer"),
            ][..],
            &[("button", "practice.sound_off")][..],
        ),
        ("write", &[("textbox", "=Observe")], &[]),
    ] {
        let view = app.practise_to("stop", kind);
        assert!(
            !view["cautions"].as_array().is_none_or(Vec::is_empty),
            "STOP has a caution"
        );
        app.go_on_by_keys(&view);
        let heading = format!("={}", app.heading_of(&view));
        assert_order(
            &app,
            &[
                &[("heading", &heading)],
                own,
                FOOT,
                RAIL,
                &[("button", "practice.leave")],
                bar,
                &[("button", "practice.care")],
            ],
        );
        app.ask("practice_trash", &json!({"id": view["id"]}));
    }
}
