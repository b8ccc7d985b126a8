use chrono::TimeDelta;
use evenkeel_core::content::{Library, Module};
use evenkeel_core::error::ErrorCode;
use evenkeel_core::skills::{self, SkillsSearchView};

use crate::fixture::assert_code;
use crate::practising::{EVERY_KIND, Room, skill_file, strength, text};

const ONE_STEP: &str = "[[step]]\nid = \"one\"\ntitle = \"One\"";

/// A skill of a module, at a place in it, with other names and a description.
fn file(name: &str, module: &str, order: u16, also: &str, what: &str) -> String {
    skill_file(name, ONE_STEP)
        .replace(
            "module = \"more\"",
            &format!("module = \"{module}\"\nalso = [\"{also}\"]"),
        )
        .replace("order = 10", &format!("order = {order}"))
        .replace("Its first sentence. Its second sentence.", what)
}

fn room() -> Room {
    Room::with(&[
        (
            "facts",
            file(
                "Check the Facts",
                "emotion_regulation",
                1,
                "thinking traps",
                "Does the feeling fit? See.",
            ),
        ),
        (
            "breath",
            file(
                "Paced Breathing",
                "distress_tolerance",
                9,
                "calm breath",
                "Breathe out slowly. It takes a minute. Then go on.",
            ),
        ),
        (
            "stop",
            file(
                "STOP",
                "distress_tolerance",
                2,
                "freeze",
                "Step back from the facts",
            ),
        ),
        (
            "observe",
            file("Observe", "mindfulness", 5, "notice", "Only watch."),
        ),
        ("every-kind", skill_file("Every kind", EVERY_KIND)),
    ])
}

#[test]
fn the_library_is_in_the_order_of_modules_and_of_places_in_them() {
    let room = room();
    let view = skills::library(room.open.database(), &room.library).unwrap();
    let ids: Vec<_> = view.skills.iter().map(|card| card.id.as_str()).collect();
    assert_eq!(ids, ["observe", "stop", "breath", "facts", "every-kind"]);
    let what: Vec<_> = view.skills.iter().map(|card| card.what.as_str()).collect();
    assert_eq!(
        what,
        [
            "Only watch.",
            "Step back from the facts",
            "Breathe out slowly.",
            "Does the feeling fit? See.",
            "Its first sentence.",
        ]
    );
    let card = &view.skills[0];
    assert_eq!(
        (card.module, card.group.as_str()),
        (Module::Mindfulness, "Made for tests")
    );
    assert_eq!((card.minutes, card.crisis, card.uses), (5, false, 0));
}

#[test]
fn every_bundled_skill_has_its_page() {
    let room = Room::bundled();
    let view = skills::library(room.open.database(), &room.library).unwrap();
    assert_eq!(
        view.skills.len(),
        Library::bundled().unwrap().skills().len()
    );
    assert!(view.skills.is_sorted_by_key(|card| card.module));
    for card in view.skills {
        let page = skills::skill(room.open.database(), &room.library, &card.id, &room.now).unwrap();
        assert!(page.what.starts_with(&card.what), "{}", card.id);
        assert!(
            card.what.ends_with(['.', '?']),
            "{}: {:?}",
            card.id,
            card.what
        );
        assert!(
            !page.how.is_empty() && !page.based_on.is_empty(),
            "{}",
            card.id
        );
        assert_eq!(page.card, card);
    }
    assert_code(
        skills::skill(room.open.database(), &room.library, "nothing", &room.now),
        ErrorCode::NotFound,
    );
}

#[test]
fn the_page_of_a_skill_shows_ones_own_practice_of_it_and_of_no_other() {
    let mut room = room();
    room.practised("stop", None, Some(90), Some(10), None);
    let mut finished = Vec::new();
    for after in [60, 50, 40, 30] {
        room.pass(TimeDelta::minutes(1));
        finished.insert(
            0,
            room.practised("breath", None, Some(70), Some(after), None),
        );
    }
    let unused = room.practised("breath", None, Some(70), Some(0), Some(1));
    finished.insert(0, unused);
    room.pass(TimeDelta::minutes(1));
    let mut half = 0;
    for _ in 0..2 {
        room.pass(TimeDelta::minutes(1));
        half = room.start("breath").id;
        room.answer(half, "before", strength(70));
    }
    let page = skills::skill(room.open.database(), &room.library, "breath", &room.now).unwrap();
    assert_eq!((page.card.uses, page.own.uses), (4, 4));
    let change = page.own.change.unwrap();
    // Of -10, -20, -30, -40: -32.5, -25 and -17.5.
    assert_eq!((change.low, change.typical, change.high), (-33, -25, -18));
    assert_eq!(page.unfinished, Some(half), "the newest");
    let shown: Vec<_> = page.finished.iter().map(|practice| practice.id).collect();
    assert_eq!(shown, finished[..3]);
    let other = skills::skill(room.open.database(), &room.library, "observe", &room.now).unwrap();
    assert!(other.finished.is_empty() && other.unfinished.is_none() && other.own.uses == 0);
}

fn search(room: &Room, text: &str) -> SkillsSearchView {
    skills::search(room.open.database(), &room.library, text, &room.now).unwrap()
}

#[test]
fn a_skill_is_found_by_its_names_before_it_is_found_by_what_it_is() {
    let room = room();
    let cases: [(&str, &[&str]); 12] = [
        ("facts", &["facts", "stop"]),
        ("FACTS", &["facts", "stop"]),
        ("fac", &["facts", "stop"]),
        ("check facts", &["facts"]),
        ("facts the check", &["facts"]),
        ("traps", &["facts"]),
        ("brea", &["breath"]),
        ("slowly calm", &["breath"]),
        ("acts", &[]),
        ("facts nowhere", &[]),
        ("", &[]),
        (" … ", &[]),
    ];
    for (text, expected) in cases {
        let found = search(&room, text).skills;
        let ids: Vec<_> = found.iter().map(|card| card.id.as_str()).collect();
        assert_eq!(ids, expected, "{text:?}");
    }
    assert_eq!(
        search(&room, "made for tests").skills.len(),
        5,
        "by its group"
    );
}

#[test]
fn a_search_finds_ones_own_practice_beside_the_skills() {
    let mut room = room();
    let mut ids = Vec::new();
    for number in 0..21 {
        let id = room.start("every-kind").id;
        room.answer(id, "write", text(&format!("Facts, time {number}.")));
        ids.insert(0, id);
    }
    let view = search(&room, "facts");
    assert_eq!(view.skills.len(), 2);
    let found: Vec<_> = view.practices.iter().map(|hit| hit.practice.id).collect();
    assert_eq!((found, view.more), (ids[..20].to_vec(), true));
    let nothing = search(&room, " ");
    assert!(nothing.practices.is_empty() && !nothing.more);
}
