//! Today, the Skills room, and one of each kind of step.

use crate::app::App;
use crate::exercise::{KINDS, kind};
use serde_json::{Value, json};

type Visit<'v> = &'v mut dyn FnMut(&str, &App<'_>);

/// From an empty Today to one with something in every part.
pub fn walk(app: &App<'_>, visit: Visit<'_>) {
    app.open_today();
    visit("today, empty", app);
    library(app, visit);
    finder(app, visit);
    exercise(app, visit);
    for (kind, skill) in KINDS {
        step(app, kind, skill, visit);
    }
    own(app, visit);
    app.open_journal();
    app.open_today();
    visit("today", app);
    app.open_journal();
}

fn library(app: &App<'_>, visit: Visit<'_>) {
    for (shelf, skill) in [
        ("favourite", "paced-breathing"),
        ("in_group", "check-the-facts"),
    ] {
        app.ask(
            "skills_shelve",
            &json!({"shelf": shelf, "skill": skill, "on": true}),
        );
    }
    for (slot, items) in [
        (
            "activities",
            json!(["Water the tomatoes", "Sort the photos"]),
        ),
        ("contributing", json!(["Tea for the neighbour"])),
    ] {
        app.ask(
            "skills_menu_save",
            &json!({"skill": "accepts", "slot": slot, "items": items}),
        );
    }
    app.open_skills();
    app.find_like("button", "STOP");
    visit("skills, library", app);
    app.fill("textbox", &app.words("skills.search"), "breath");
    app.find_like("button", "Paced Breathing");
    visit("skills, search", app);
    app.fill("textbox", &app.words("skills.search"), "zebra");
    app.see(&app.words("skills.nothing_found"));
    visit("skills, nothing found", app);
    app.click("button", &app.words("skills.search_clear"));
    app.open_skill("Distract with ACCEPTS");
    visit("skills, a skill", app);
    app.click("button", &app.words("skills.edit_list"));
    app.find_like("heading", "ACCEPTS");
    app.see(&app.words("skills.menu_kept"));
    visit("skills, own list", app);
}

fn finder(app: &App<'_>, visit: Visit<'_>) {
    app.open_skills_part("find");
    app.find("heading", &app.words("skills.find_results"));
    visit("skills, what helps right now", app);
    app.choose("radio", &app.words("skills.feelings.fear"));
    app.choose("radio", &app.words("skills.urges.hurt_myself"));
    app.see(&app.words("skills.find_help_title"));
    visit("skills, what helps right now, help first", app);
    app.click("button", &app.words("skills.point_change"));
    app.find("dialog", &app.words("skills.point_title"));
    visit("skills, the breakdown point", app);
    app.click("button", &app.words("common.cancel"));
    app.open_skills_part("works");
    app.see(&app.words("skills.works_empty_title"));
    visit("skills, what works, empty", app);
}

/// The frame of every exercise: how it is before and after, the code, the end.
fn exercise(app: &App<'_>, visit: Visit<'_>) {
    app.open_skill("STOP");
    app.click("button", &app.words("skills.start"));
    app.find("heading", &app.words("practice.before_title"));
    app.choose("radio", &app.words("skills.feelings.anger"));
    visit("exercise, before", app);
    app.see_answer_saved();
    app.next_step();
    app.click("button", &app.words("practice.finish"));
    app.find("heading", &app.words("practice.after_title"));
    visit("exercise, after", app);
    app.next_step();
    app.find("heading", &app.words("practice.use_title"));
    app.choose("radio", &app.words("skills.codes.5"));
    visit("exercise, code", app);
    app.see_answer_saved();
    app.next_step();
    app.find("heading", &app.words("practice.done_title"));
    visit("exercise, end", app);
}

/// A step as one finds it again: with something given where that can be.
fn step(app: &App<'_>, wanted: &str, skill: &str, visit: Visit<'_>) {
    let view = app.practise_to(skill, wanted);
    if let Some(answer) = given(&view["step"]) {
        let step = view["at"].as_str().unwrap_or_default();
        app.give_answer(&view, step, &answer);
    }
    app.go_on_with(&view);
    visit(&format!("exercise, {wanted}"), app);
    if let Some(state) = use_step(app, wanted, &view) {
        visit(&format!("exercise, {wanted}, {state}"), app);
    }
    app.click("button", &app.words("practice.leave"));
    app.ask("practice_trash", &json!({"id": view["id"]}));
}

/// Does what changes the look of a step most, and names it.
fn use_step(app: &App<'_>, wanted: &str, view: &Value) -> Option<&'static str> {
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    match wanted {
        "choose" => {
            app.click_like("button", &text(&view["menu"][0]["ask"]));
            app.choose("checkbox", &text(&view["menu"][0]["ideas"][0]));
            Some("ideas")
        }
        "breathe" | "tense" => {
            let begun = given(&view["step"]).is_some();
            let start = if begun {
                "practice.go_on"
            } else {
                "practice.start"
            };
            app.click("button", &app.words(start));
            app.find("button", &app.words("practice.pause"));
            Some("running")
        }
        "gate" => {
            app.click("button", &text(&view["gate"]["not_ok"]));
            app.see(&app.words("practice.gate_team"));
            Some("another way")
        }
        _ => None,
    }
}

fn given(step: &Value) -> Option<Value> {
    let line = |text: &str| json!({"text": text, "tag": null});
    let clock = json!({"length_s": 300, "run_since": null, "counted_ms": 60_000});
    Some(match kind(step).as_str() {
        "write" => json!({"kind": "text", "text": "The kettle, the window, my feet on the floor."}),
        "rate" => json!({"kind": "number", "value": 60}),
        "list" | "sort" => json!({"kind": "lines", "lines": [
            line("She read my text at nine"),
            line("I lay on the bed until ten"),
        ]}),
        "grid" => json!({"kind": "cells", "cells": [
            [line("It goes quiet for an hour")],
            [line("I lose the week I have built"), line("I have to tell Sam")],
            [line("I wake up clear")],
            [],
        ]}),
        "timer" | "imagery" => {
            json!({"kind": "clock", "clock": clock, "count": null, "pace": null})
        }
        "breathe" => {
            let pace = json!({"inhale": 4, "exhale": 6});
            json!({"kind": "clock", "clock": clock, "count": null, "pace": pace})
        }
        "curve" => json!({"kind": "curve", "clock": clock, "points": [
            {"minute": 0, "value": 6}, {"minute": 5, "value": 8}, {"minute": 10, "value": 5},
        ]}),
        _ => return None,
    })
}

const WRITTEN_SHEETS: &[(&str, &str)] = &[
    ("describe", "sort"),
    ("urge-surfing", "curve"),
    ("problem-solving", "write"),
];

/// What one's own practice leaves: results, sheets, the trash.
fn own(app: &App<'_>, visit: Visit<'_>) {
    for (skill, feeling, before, after) in [
        ("paced-breathing", "fear", 80, 55),
        ("paced-breathing", "fear", 70, 50),
        ("paced-breathing", "anger", 65, 60),
        ("stop", "anger", 75, 50),
    ] {
        practised(app, skill, feeling, before, after);
    }
    for (skill, kind) in WRITTEN_SHEETS {
        finish(app, &answered(app, skill, kind));
    }
    answered(app, "pros-and-cons", "grid");

    app.open_skills_part("works");
    app.find("button", "Paced Breathing");
    visit("skills, what works", app);
    app.open_skills_part("done");
    app.find_like("button", "Describe");
    visit("practice, finished", app);
    app.click_like("button", "STOP");
    app.find("heading", "STOP");
    visit("practice, sheet", app);
    for (skill, kind) in WRITTEN_SHEETS {
        let name = app.ask("skills_skill", &json!({"id": skill}))["card"]["name"].take();
        app.open_skills_part("done");
        app.click_like("button", name.as_str().unwrap_or_default());
        app.find("heading", &app.words("skills.sheet_written"));
        visit(&format!("practice, sheet, {kind}"), app);
    }
    app.click("button", &app.words("skills.sheet_trash"));
    app.see(&app.words("skills.undo"));
    visit("practice, undo", app);
    // In a low window it lies over what is pressed next.
    app.dismiss_message();
    app.click("button", &app.words("skills.done_which.unfinished"));
    app.find_like("button", "Pros and Cons");
    visit("practice, unfinished", app);
    app.click("button", &app.words("skills.done_which.trashed"));
    app.see(&app.words("skills.done_trash_lead"));
    visit("practice, trash", app);
    app.dismiss_message();
}

/// A practice at a step of this kind, which is answered.
fn answered(app: &App<'_>, skill: &str, kind: &str) -> Value {
    let view = app.practise_to(skill, kind);
    let answer = given(&view["step"]).expect("an answer");
    app.give_answer(&view, view["at"].as_str().unwrap_or_default(), &answer);
    view
}

/// One whole practice with a rating before and after.
fn practised(app: &App<'_>, skill: &str, feeling: &str, before: u8, after: u8) {
    let need = json!({"feeling": feeling, "urge": null, "strength": before, "minutes": null, "place": null});
    let view = app.ask("practice_start", &json!({"skill": skill, "need": need}));
    let rating = json!({"kind": "rating", "feeling": feeling, "strength": after, "urge": null, "urge_strength": null});
    app.give_answer(&view, "after", &rating);
    app.give_answer(&view, "use", &json!({"kind": "use", "code": 5}));
    finish(app, &view);
}

fn finish(app: &App<'_>, view: &Value) {
    for (from, to) in [("before", "finish"), ("after", "next"), ("use", "next")] {
        app.ask(
            "practice_move",
            &json!({"id": view["id"], "from": from, "to": to}),
        );
    }
}
