//! Content changes between versions; what was begun before stays as it was begun.

use evenkeel_core::content::Library;
use evenkeel_core::error::ErrorCode;
use evenkeel_core::practice::{Answer, PracticeId};

use crate::fixture::{assert_code, raw};
use crate::practising::{Room, chosen, json, library, line, skill_file, strength, text};

const OLD: &str = r#"
    [[menu]]
    id = "near"
    name = "Near"
    ask = "What is near?"
    ideas = ["A window"]
    [[step]]
    id = "opening"
    title = "The old opening"
    do.write = {}
    [[step]]
    id = "safe"
    title = "Safe"
    do.gate = { gate = "cold", otherwise = "things" }
    [[step]]
    id = "pick"
    title = "Pick"
    do.choose = { options = ["oak"], own = true, menu = true }
    [[step]]
    id = "things"
    title = "Things"
    do.list = { tags = ["big", "small"] }
    [[step]]
    id = "way"
    title = "Which way"
    do.branch = { ways = [{ text = "On" }, { text = "To the other", step = "last", skill = "other" }] }
    [[step]]
    id = "removed"
    title = "Only the old one has this"
    do.rate = { low = "Low", high = "High", most = 5 }
    [[step]]
    id = "last"
    title = "The last"
    show = ["opening"]
    do.sort = { kinds = ["fact", "guess"], from = "things" }
"#;

/// `opening` renamed, `removed` gone, the rest in another order and of other kinds.
const NEW: &str = r#"
    [[step]]
    id = "last"
    title = "Now the first"
    do.rate = { low = "Low", high = "High", most = 100 }
    [[step]]
    id = "things"
    title = "Things"
    do.list = { tags = ["near", "far"] }
    [[step]]
    id = "beginning"
    title = "The new opening"
    do.write = {}
"#;

const ONE_STEP: &str = "[[step]]\nid = \"one\"\ntitle = \"One\"";

fn old() -> Library {
    library(&[
        ("plan", skill_file("Old plan", OLD)),
        ("other", skill_file("Other", ONE_STEP)),
    ])
}

/// Without the skill that the old branch leads to.
fn new() -> Library {
    library(&[("plan", skill_file("New plan", NEW))])
}

/// Without the skill itself, and without any gate.
fn without() -> Library {
    let files = [("other", skill_file("Other", ONE_STEP))];
    let files: Vec<_> = files
        .iter()
        .map(|(id, text)| (*id, text.as_str()))
        .collect();
    Library::parse(&files, Vec::new()).unwrap()
}

fn answer_to(step: &str) -> Answer {
    match step {
        "before" => strength(70),
        "opening" => text("heron"),
        "safe" => Answer::Gate { ok: true },
        "pick" => chosen(&["oak", "elm"][..1]),
        "things" | "last" => Answer::Lines {
            lines: vec![line("ash", (step == "last").then_some("fact"))],
        },
        "way" => Answer::Way { way: 1 },
        "removed" => Answer::Number { value: 5 },
        "after" => strength(20),
        "use" => Answer::Use { code: 5 },
        _ => panic!("no answer to {step}"),
    }
}

/// The views from where it is to the end, each answered, without what tells one practice from
/// another, and without what the library of the day offers: the next skill, the menu, the gate.
fn walk_on(room: &mut Room, id: PracticeId) -> Vec<serde_json::Value> {
    let mut views = Vec::new();
    loop {
        let view = room.at(id);
        let at = view.at.clone();
        if at != "done" {
            room.answer(id, &at, answer_to(&at));
        }
        let mut shown = json(&room.at(id));
        for of_the_day in ["id", "next_skill", "menu", "gate"] {
            shown[of_the_day] = serde_json::Value::Null;
        }
        views.push(shown);
        if at == "done" {
            return views;
        }
        room.next(id, &at);
    }
}

#[test]
fn a_practice_reads_resumes_and_ends_as_it_was_begun_whatever_becomes_of_its_skill() {
    let mut room = Room::new(old());
    let twin = room.start("plan").id;
    let as_begun = walk_on(&mut room, twin);
    assert_eq!(
        as_begun.len(),
        10,
        "every place but the one that the branch leaves out"
    );
    for changed in [new(), without()] {
        for steps_before in 0..as_begun.len() {
            room.library = old();
            let id = room.start("plan").id;
            for _ in 0..steps_before {
                let at = room.at(id).at;
                room.answer(id, &at, answer_to(&at));
                room.next(id, &at);
            }
            room = room.reopened();
            room.library = changed.clone();
            let rest = walk_on(&mut room, id);
            assert_eq!(rest, as_begun[steps_before..], "from place {steps_before}");
            let (mut sheet, mut expected) = (json(&room.sheet(id)), json(&room.sheet(twin)));
            for sheet in [&mut sheet, &mut expected] {
                sheet["summary"]["id"] = serde_json::Value::Null;
            }
            assert_eq!(sheet, expected);
            assert_eq!(room.found("heron")[0], id);
        }
    }
    room.verified();
}

#[test]
fn old_answers_are_changed_by_the_rules_of_their_time() {
    let mut room = Room::new(old());
    let id = room.start("plan").id;
    walk_on(&mut room, id);
    room.library = new();
    let tagged = |tag| Answer::Lines {
        lines: vec![line("yew", Some(tag))],
    };
    room.answer(id, "things", tagged("big"));
    assert_code(
        room.try_answer(id, "things", Some(tagged("near"))),
        ErrorCode::Invalid,
    );
    room.answer(id, "removed", Answer::Number { value: 1 });
    assert_code(
        room.try_answer(id, "beginning", Some(text("Words"))),
        ErrorCode::Invalid,
    );
    assert_eq!(
        room.try_at(id, Some("opening"))
            .unwrap()
            .step
            .unwrap()
            .title,
        "The old opening"
    );
    assert_eq!(room.found("yew"), [id]);
    assert_eq!(room.sheet(id).summary.name, "Old plan");
}

#[test]
fn a_new_practice_is_one_of_the_new_content() {
    let mut room = Room::new(old());
    let earlier = room.start("plan").id;
    room.next(earlier, "before");
    room.library = new();
    let view = room.start("plan");
    assert_eq!((view.name.as_str(), view.total), ("New plan", 6));
    assert_eq!(room.next(view.id, "before").at, "last");
    room.answer(view.id, "last", Answer::Number { value: 77 });
    assert_eq!(room.at(earlier).name, "Old plan");
    room.library = without();
    assert_code(room.try_start("plan", None), ErrorCode::NotFound);
    assert_eq!(room.found("plan"), [view.id, earlier]);
}

#[test]
fn a_branch_to_a_skill_that_is_gone_leads_to_none() {
    let mut room = Room::new(old());
    let id = room.start("plan").id;
    walk_on(&mut room, id);
    let next = room.at(id).next_skill.unwrap();
    assert_eq!((next.id.as_str(), next.name.as_str()), ("other", "Other"));
    room.library = new();
    assert!(room.at(id).next_skill.is_none());
}

#[test]
fn a_gate_whose_questions_are_gone_still_leads_the_safe_way_when_skipped() {
    let mut room = Room::new(old());
    let id = room.start("plan").id;
    room.library = without();
    let view = room.try_at(id, Some("safe")).unwrap();
    assert!(view.gate.is_none() && view.step.is_some());
    assert_eq!(room.next(id, "safe").at, "things");
}

#[test]
fn each_version_of_an_exercise_is_stored_once() {
    let mut room = Room::new(old());
    let change = |old: &str, new: &str| {
        library(&[
            ("plan", skill_file("Old plan", OLD).replace(old, new)),
            ("other", skill_file("Other", ONE_STEP)),
        ])
    };
    let versions = [
        (old(), 1),
        (new(), 2),
        (old(), 2),
        (change("Leave it when you like.", "Sit down first."), 3),
        (change("The last", "The very last"), 4),
        (change("name = \"Old plan\"", "name = \"Plan\""), 5),
        (change("order = 10", "order = 20"), 5),
        (change("minutes = 5", "minutes = 9"), 5),
    ];
    for (library, expected) in versions {
        room.library = library;
        for _ in 0..2 {
            let id = room.start("plan").id;
            room.next(id, "before");
        }
        room = room.reopened_after(|made| {
            let count = "SELECT count(*) FROM exercise WHERE skill = 'plan'";
            let count: i64 = raw(made).query_row(count, [], |row| row.get(0)).unwrap();
            assert_eq!(count, expected);
        });
    }
}
