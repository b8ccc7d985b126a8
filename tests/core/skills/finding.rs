//! "What helps right now", with the skills that ship and with the participant's own things.

use evenkeel_core::content::{Feeling, Library, Place, Urge};
use evenkeel_core::error::ErrorCode;
use evenkeel_core::practice::Answer;
use evenkeel_core::skills::{
    self, Candidate, FindView, Need, Reason, Shelf, SkillMenuSaveRequest, SkillShelveRequest,
    breakdown, rank,
};

use crate::fixture::assert_code;
use crate::practising::{Room, skill_file, text};

const FEELINGS: [Feeling; 9] = [
    Feeling::Anger,
    Feeling::Fear,
    Feeling::Sadness,
    Feeling::Shame,
    Feeling::Guilt,
    Feeling::Jealousy,
    Feeling::Loneliness,
    Feeling::Emptiness,
    Feeling::Overwhelm,
];
const URGES: [Urge; 6] = [
    Urge::HurtMyself,
    Urge::Use,
    Urge::LashOut,
    Urge::RunAway,
    Urge::Isolate,
    Urge::Binge,
];
const PLACES: [Place; 3] = [Place::Home, Place::Out, Place::People];
const MINUTES: [u16; 7] = [1, 2, 5, 10, 15, 30, 60];
const STRENGTHS: [u8; 6] = [0, 30, 50, 70, 71, 100];

fn or_none<T: Copy>(all: &[T]) -> impl Iterator<Item = Option<T>> + Clone {
    std::iter::once(None).chain(all.iter().copied().map(Some))
}

fn every_need() -> Vec<Need> {
    let mut needs = Vec::new();
    for feeling in or_none(&FEELINGS) {
        for urge in or_none(&URGES) {
            for place in or_none(&PLACES) {
                for minutes in or_none(&MINUTES) {
                    needs.extend(or_none(&STRENGTHS).map(|strength| Need {
                        feeling,
                        urge,
                        strength,
                        minutes,
                        place,
                    }));
                }
            }
        }
    }
    needs
}

fn find(room: &Room, need: &Need) -> FindView {
    skills::find(room.open.database(), &room.library, need, &room.now).unwrap()
}

#[test]
fn for_every_need_the_bundled_skills_have_an_answer_that_is_safe_at_its_strength() {
    let library = Library::bundled().unwrap();
    let candidates: Vec<_> = library
        .skills()
        .iter()
        .map(|skill| Candidate {
            skill,
            effects: None,
            favourite: false,
            in_group: false,
        })
        .collect();
    for need in every_need() {
        let found = rank(&need, breakdown::DEFAULT_POINT, &candidates);
        assert!(found.len() <= 3);
        for (skill, _) in &found {
            let above = need.strength.is_some_and(|strength| strength > 70);
            assert!(skill.fit.crisis || !above, "{} for {need:?}", skill.id);
            assert!(
                need.minutes
                    .is_none_or(|minutes| skill.fit.minutes <= minutes)
            );
            assert!(
                need.place
                    .is_none_or(|place| skill.fit.places.contains(&place))
            );
        }
        let at_home = need.place.is_none_or(|place| place == Place::Home);
        if at_home && need.minutes.is_none_or(|minutes| minutes >= 5) {
            assert!(found.len() >= 2, "{} for {need:?}", found.len());
        }
        if need.minutes.is_none() && need.place.is_none() {
            assert_eq!(found.len(), 3, "{need:?}");
        }
    }
}

/// With both gates closed there is still something for a crisis.
#[test]
fn a_body_that_may_not_be_cooled_or_worked_hard_finds_enough_too() {
    let mut room = Room::bundled();
    for skill in ["temperature", "intense-exercise"] {
        let id = room.start(skill).id;
        let steps = &room.library.skill(skill).unwrap().steps;
        let is_gate = |step: &&evenkeel_core::content::Step| {
            matches!(step.task, evenkeel_core::content::Task::Gate(_))
        };
        let gate = steps.iter().find(is_gate).unwrap().id.clone();
        room.answer(id, &gate, Answer::Gate { ok: false });
    }
    for feeling in or_none(&FEELINGS) {
        for urge in or_none(&URGES) {
            let need = Need {
                feeling,
                urge,
                strength: Some(90),
                minutes: Some(5),
                place: Some(Place::Home),
            };
            let view = find(&room, &need);
            assert!(view.only_crisis && view.suggestions.len() >= 2, "{need:?}");
            for suggestion in view.suggestions {
                let card = suggestion.card;
                assert!(card.crisis);
                assert!(!["temperature", "intense-exercise"].contains(&card.id.as_str()));
            }
        }
    }
}

#[test]
fn the_breakdown_point_is_seventy_until_the_participant_sets_their_own() {
    let mut room = Room::bundled();
    let at = |room: &Room, strength| {
        let need = Need {
            strength: Some(strength),
            ..Need::default()
        };
        let view = find(room, &need);
        (view.only_crisis, view.breakdown_point, view.own_point)
    };
    assert_eq!(at(&room, 70), (false, 70, false));
    assert_eq!(at(&room, 71), (true, 70, false));
    breakdown::save(room.open.database_mut(), Some(45)).unwrap();
    room = room.reopened();
    assert_eq!(at(&room, 45), (false, 45, true));
    assert_eq!(at(&room, 46), (true, 45, true));
    assert_code(
        breakdown::save(room.open.database_mut(), Some(101)),
        ErrorCode::Invalid,
    );
    assert_eq!(breakdown::point(room.open.database()).unwrap(), Some(45));
    breakdown::save(room.open.database_mut(), None).unwrap();
    assert_eq!(at(&room, 71), (true, 70, false));
    let out_of_range = Need {
        strength: Some(101),
        ..Need::default()
    };
    assert_code(
        skills::find(
            room.open.database(),
            &room.library,
            &out_of_range,
            &room.now,
        ),
        ErrorCode::Invalid,
    );
}

#[test]
fn a_step_that_asks_for_the_breakdown_point_sets_it() {
    let mut room = Room::bundled();
    let id = room.start("managing-extreme-emotions").id;
    room.answer(id, "point", Answer::Number { value: 55 });
    assert_eq!(breakdown::point(room.open.database()).unwrap(), Some(55));
    room.try_answer(id, "point", None).unwrap();
    assert_eq!(
        breakdown::point(room.open.database()).unwrap(),
        Some(55),
        "it stays until another is set"
    );
}

/// On a shorter scale nearly everything would be above the point.
#[test]
fn only_a_scale_up_to_a_hundred_may_set_the_breakdown_point() {
    for (most, is_read) in [(5, false), (10, false), (100, true)] {
        let step = format!(
            r#"[[step]]
            id = "point"
            title = "Point"
            do.rate = {{ low = "Low", high = "High", most = {most}, sets = "breakdown_point" }}"#
        );
        let file = skill_file("Plan", &step);
        let read = Library::parse(&[("more/plan.toml", &file)], Vec::new());
        assert_eq!(read.is_ok(), is_read, "up to {most}");
    }
}

fn made() -> Room {
    let one = "[[step]]\nid = \"one\"\ntitle = \"One\"\ndo.write = {}";
    let slot = |id: &str| {
        format!("[[menu]]\nid = \"{id}\"\nname = \"{id}\"\nask = \"?\"\nideas = [\"x\"]\n")
    };
    let slots: String = ["1", "2", "3", "4"].map(slot).concat();
    Room::with(&[
        ("a", skill_file("A", one)),
        (
            "kept",
            skill_file("Kept", one).replace("[fit]", "[fit]\nread_again = true"),
        ),
        ("menu", skill_file("Menu", &format!("{slots}{one}"))),
        ("z", skill_file("Z", one)),
    ])
}

#[test]
fn own_results_favourites_and_the_group_reach_the_suggestions() {
    let mut room = made();
    for (skill, shelf) in [("z", Shelf::InGroup), ("menu", Shelf::Favourite)] {
        let request = SkillShelveRequest {
            shelf,
            skill: skill.to_owned(),
            on: true,
        };
        skills::shelve(room.open.database_mut(), &room.library, &request).unwrap();
    }
    for after in [20, 30, 40] {
        room.practised("kept", Some(Feeling::Guilt), Some(60), Some(after), None);
    }
    let need = Need {
        feeling: Some(Feeling::Guilt),
        ..Need::default()
    };
    let view = find(&room, &need);
    let found: Vec<_> = view
        .suggestions
        .iter()
        .map(|suggestion| (suggestion.card.id.as_str(), suggestion.reason))
        .collect();
    let Some(("kept", Reason::OwnFeeling { change })) = found.first() else {
        panic!("{found:?}");
    };
    assert_eq!((change.typical, change.low, change.high), (-30, -35, -25));
    assert_eq!(
        found[1..],
        [("menu", Reason::Favourite), ("z", Reason::InGroup)]
    );
    let cards = view.suggestions;
    assert_eq!(cards[0].card.uses, 3);
    assert!(cards[1].card.favourite && cards[2].card.in_group);
    assert_eq!(cards[0].because, "It is made for this.");
    assert_eq!(find(&room, &need).suggestions.len(), 3);
}

#[test]
fn what_was_written_for_such_a_moment_is_offered_to_read_again() {
    let mut room = made();
    let kept = |room: &Room, skill: &str| {
        let view = find(room, &Need::default());
        let mut found = view.suggestions.into_iter();
        found
            .find(|suggestion| suggestion.card.id == skill)
            .unwrap()
            .kept
    };
    assert_eq!(kept(&room, "kept"), None);
    let half = room.start("kept").id;
    room.answer(half, "one", text("Half-done."));
    assert_eq!(kept(&room, "kept"), None, "only what is finished");
    let finish = |room: &mut Room, skill: &str| {
        let id = room.start(skill).id;
        room.finish(id);
        id
    };
    let older = finish(&mut room, "kept");
    let newer = finish(&mut room, "kept");
    finish(&mut room, "a");
    assert_eq!(kept(&room, "kept"), Some(newer));
    room.trash(newer);
    assert_eq!(kept(&room, "kept"), Some(older));
    assert_eq!(kept(&room, "a"), None, "not written for reading again");
}

#[test]
fn the_first_own_thing_of_each_part_of_a_menu_is_offered_up_to_three() {
    let mut room = made();
    let items = |room: &Room| {
        let view = find(room, &Need::default());
        let mut found = view.suggestions.into_iter();
        found
            .find(|suggestion| suggestion.card.id == "menu")
            .unwrap()
            .items
    };
    assert!(items(&room).is_empty(), "ideas are not one's own");
    for (slot, own) in [("4", "four"), ("2", "two"), ("1", "one"), ("3", "three")] {
        let request = SkillMenuSaveRequest {
            skill: "menu".to_owned(),
            slot: slot.to_owned(),
            items: vec![own.to_owned(), "more".to_owned()],
        };
        skills::save_menu(room.open.database_mut(), &room.library, &request).unwrap();
    }
    assert_eq!(items(&room), ["one", "two", "three"]);
}
