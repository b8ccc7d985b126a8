//! One of each kind of step, answered with the keyboard alone: what was given is what is kept.

use evenkeel_tests::app::App;
use evenkeel_tests::desktop::Desktop;
use evenkeel_tests::exercise::{KINDS, kind};
use evenkeel_tests::journey::PASSPHRASE;
use evenkeel_tests::webdriver::key;
use serde_json::{Value, json};

const WRITTEN: &[&str] = &["read", "write", "list", "grid", "sort"];
const CHOSEN: &[&str] = &["choose", "checklist", "rate", "branch", "gate"];
const TIMED: &[&str] = &["timer", "breathe", "tense", "imagery", "curve"];

#[test]
fn no_kind_of_step_is_left_out() {
    let mut answered: Vec<&str> = [WRITTEN, CHOSEN, TIMED].concat();
    let mut known: Vec<&str> = KINDS.iter().map(|(kind, _)| *kind).collect();
    answered.sort_unstable();
    known.sort_unstable();
    assert_eq!(answered, known);
}

#[test]
fn what_is_written_with_the_keyboard_is_kept() {
    answer_each(WRITTEN, write);
}

#[test]
fn what_is_chosen_with_the_keyboard_is_kept() {
    answer_each(CHOSEN, choose);
}

#[test]
fn timers_are_run_with_the_keyboard() {
    answer_each(TIMED, super::timers::run);
}

/// Opens a step of each kind from Today, answers it, and goes on.
#[track_caller]
fn answer_each(kinds: &[&str], answer: impl Fn(&App<'_>, &str, &Value)) {
    let desktop = Desktop::default();
    let app = desktop.start();
    app.first_start(PASSPHRASE, false);
    for wanted in kinds {
        let (_, skill) = KINDS
            .iter()
            .find(|(kind, _)| kind == wanted)
            .expect("a skill with this kind of step");
        let view = app.practise_to(skill, wanted);
        prepare(&app, wanted, &view);
        app.go_on_by_keys(&view);
        answer(&app, wanted, &view);
        go_on(&app, &view);
        app.press(&[], &[key::ESCAPE]);
        app.find("button", &app.words("today.find_action"));
        app.ask("practice_trash", &json!({"id": view["id"]}));
    }
}

/// What the step starts from.
fn prepare(app: &App<'_>, kind: &str, view: &Value) {
    if kind == "sort" {
        let lines = ["Sam looked at the phone", "Sam is bored with me"].map(line);
        app.give_answer(view, "lines", &json!({"kind": "lines", "lines": lines}));
    }
}

/// Next with the keyboard; the heading of the next screen has the focus then.
#[track_caller]
fn go_on(app: &App<'_>, view: &Value) {
    if kind(&view["step"]) == "read" {
        app.press(&[], &[key::ENTER]);
    } else {
        app.enter(&app.words("practice.next"));
    }
    let here = app.until("it goes on to another step", |_| {
        let here = app.kept(view, None);
        Ok((here["at"] != view["at"]).then_some(here))
    });
    app.see_focus("heading", &app.heading_of(&here));
}

/// Id and title.
pub fn step_of(view: &Value) -> (&str, &str) {
    let [at, title] = [&view["at"], &view["step"]["title"]].map(|text| text.as_str());
    (at.unwrap_or_default(), title.unwrap_or_default())
}

fn line(text: &str) -> Value {
    json!({"text": text, "tag": null})
}

fn tagged(text: &str, tag: &str) -> Value {
    json!({"text": text, "tag": tag})
}

fn write(app: &App<'_>, kind: &str, view: &Value) {
    let (step, title) = step_of(view);
    let new_line = |list: &str| {
        app.words_with(
            "practice.line_of",
            &[json!(list), json!(app.words("practice.new_line"))],
        )
    };
    let expected = match kind {
        "read" => Value::Null,
        "write" => {
            app.type_at(title, "My jaw is tight, and the room is loud.");
            json!({"kind": "text", "text": "My jaw is tight, and the room is loud."})
        }
        "list" => {
            app.type_at(&new_line(title), "She read it at nine");
            app.press(&[], &[key::ENTER]);
            app.type_keys("I wrote againn");
            app.press(&[], &[key::BACKSPACE, key::ENTER]);
            app.type_keys("x");
            app.press(&[], &[key::BACKSPACE, key::BACKSPACE]);
            app.type_keys(" at ten");
            let lines = ["She read it at nine", "I wrote again at ten"].map(line);
            json!({"kind": "lines", "lines": lines})
        }
        "grid" => {
            let cell = |row: usize, column: usize| {
                let name = |part: &str, at: usize| view["step"]["do"]["grid"][part][at].clone();
                app.words_with(
                    "practice.line_of",
                    &[name("rows", row), name("columns", column)],
                )
            };
            app.type_at(&new_line(&cell(0, 0)), "It goes quiet");
            let tag = app.words_with("practice.tag_of", &[json!("It goes quiet")]);
            // So the web view calls a list that opens.
            app.tab_to("button", &tag);
            app.press(&[], &[key::DOWN]);
            app.type_at(&new_line(&cell(1, 1)), "It takes an hour");
            json!({"kind": "cells", "cells": [
                [tagged("It goes quiet", "Soon")], [], [], [line("It takes an hour")],
            ]})
        }
        "sort" => {
            app.tab_to("radio", "Fact");
            app.press(&[], &[key::SPACE, key::TAB]);
            while !app.focused().starts_with("radio") {
                app.press(&[], &[key::TAB]);
            }
            app.press(&[], &[key::DOWN]);
            json!({"kind": "lines", "lines": [
                tagged("Sam looked at the phone", "Fact"),
                tagged("Sam is bored with me", "Interpretation"),
            ]})
        }
        other => panic!("nobody writes at {other}"),
    };
    app.see_kept_as(view, step, &expected);
}

fn choose(app: &App<'_>, kind: &str, view: &Value) {
    let (step, _) = step_of(view);
    let expected = match kind {
        "choose" => {
            app.tick("Clear one small space");
            app.tick("Watch something funny");
            app.press(&[], &[key::SPACE]);
            app.type_at(&app.words("practice.own_words"), "Hum one song");
            app.press(&[], &[key::ENTER]);
            let slot = &view["menu"][0];
            let idea = slot["ideas"][0].as_str().unwrap_or_default();
            app.enter_like(slot["ask"].as_str().unwrap_or_default());
            app.tick(idea);
            json!({"kind": "choice", "chosen": ["Clear one small space", "Hum one song", idea]})
        }
        "checklist" => {
            app.tick("Hungry or thirsty");
            app.tick("Tired or worn out");
            json!({"kind": "choice", "chosen": ["Hungry or thirsty", "Tired or worn out"]})
        }
        "rate" => {
            let (_, title) = step_of(view);
            app.tab_to("slider", title);
            app.press(&[], &[key::RIGHT, key::RIGHT, key::LEFT, key::RIGHT]);
            json!({"kind": "number", "value": 60})
        }
        "branch" => {
            let ways = &view["step"]["do"]["branch"]["ways"];
            app.pick(ways[1]["text"].as_str().unwrap_or_default());
            json!({"kind": "way", "way": 1})
        }
        // Its own answer leads on; what comes of "rather not" is in `gates`.
        "gate" => {
            app.enter(view["gate"]["not_ok"].as_str().unwrap_or_default());
            json!({"kind": "gate", "ok": false})
        }
        other => panic!("nobody chooses at {other}"),
    };
    app.see_kept_as(view, step, &expected);
}
