//! Every exercise of every bundled skill, from its first to its last step.

use std::collections::HashSet;

use evenkeel_core::content::{Feeling, Library, Module, Skill, Task, Urge};
use evenkeel_core::practice::{Answer, PracticeId, PracticeView, Rating, To};

use crate::practising::{Room, json, typical};

const BEFORE: Rating = Rating {
    feeling: Some(Feeling::Fear),
    strength: Some(80),
    urge: Some(Urge::Isolate),
    urge_strength: Some(4),
};
const AFTER: Rating = Rating {
    strength: Some(45),
    urge_strength: Some(2),
    ..BEFORE
};

/// One way through an exercise.
struct Walk {
    id: PracticeId,
    /// The places in the order in which they came.
    places: Vec<String>,
    /// What was answered at the steps.
    given: Vec<(String, Answer)>,
    /// How many choices there were at each branch and gate.
    asked: Vec<usize>,
}

/// Walks from the first to the last place, with the choice of `choices` at each branch and gate,
/// the first where they run out. A word of `None` leaves every step out.
fn walk(room: &mut Room, skill: &Skill, choices: &[usize], word: Option<&str>) -> Walk {
    let mut view = room.start(&skill.id);
    let mut walk = Walk {
        id: view.id,
        places: Vec::new(),
        given: Vec::new(),
        asked: Vec::new(),
    };
    loop {
        assert_place(&view, &walk, skill);
        let at = view.at.clone();
        walk.places.push(at.clone());
        if at == "done" {
            return walk;
        }
        let answer = word.and_then(|word| match (at.as_str(), &view.step) {
            ("before", _) => Some(Answer::Rating(BEFORE)),
            ("after", _) => Some(Answer::Rating(AFTER)),
            ("use", _) => Some(Answer::Use { code: 6 }),
            (_, Some(step)) => {
                let choice = choices.get(walk.asked.len()).copied().unwrap_or(0);
                let answer = typical(step, choice, word)?;
                walk.asked.extend(match &step.task {
                    Task::Branch(branch) => Some(branch.ways.len()),
                    Task::Gate(_) => Some(2),
                    _ => None,
                });
                walk.given.push((at.clone(), answer.clone()));
                Some(answer)
            }
            _ => panic!("{}: there is no step at {at}", skill.id),
        });
        if let Some(answer) = &answer {
            room.answer(walk.id, &at, answer.clone());
        }
        let kept = room.at(walk.id).answer;
        assert!(kept == answer, "{}: {at} keeps another answer", skill.id);
        view = room.next(walk.id, &at);
    }
}

fn assert_place(view: &PracticeView, walk: &Walk, skill: &Skill) {
    let (id, at) = (&skill.id, view.at.as_str());
    assert!(
        !walk.places.iter().any(|place| place == at),
        "{id}: {at} comes twice"
    );
    assert_eq!(
        view.step.as_ref(),
        skill.steps.iter().find(|step| step.id == at)
    );
    assert_eq!(view.finished, at == "done", "{id}: {at}");
    if at != "done" {
        assert_eq!(view.number, walk.places.len() + 1, "{id}: {at}");
        assert!(view.number <= view.total, "{id}: {at} is past the last");
    }
    let task = view.step.as_ref().map(|step| &step.task);
    let is_gate = matches!(task, Some(Task::Gate(_)));
    assert_eq!(view.gate.is_some(), is_gate, "{id}: {at}");
    let offers_menu = matches!(task, Some(Task::Choose(choose)) if choose.menu);
    assert_eq!(view.menu.is_empty(), !offers_menu, "{id}: {at}");
    for shown in &view.shown {
        let earlier = walk.given.iter().any(|(step, _)| *step == shown.step.id);
        assert!(earlier, "{id}: {at} shows what was not answered");
    }
}

/// The next choices in the manner of an odometer; `None` once every way was gone.
fn next_choices(choices: &[usize], asked: &[usize]) -> Option<Vec<usize>> {
    let mut next: Vec<usize> = (0..asked.len())
        .map(|place| choices.get(place).copied().unwrap_or(0))
        .collect();
    while let Some(last) = next.pop() {
        if last + 1 < asked[next.len()] {
            next.push(last + 1);
            return Some(next);
        }
    }
    None
}

/// A word that no content has and that differs for each number.
fn word(number: usize) -> String {
    let letter =
        |place: u32| char::from(b'a' + u8::try_from(number / 26_usize.pow(place) % 26).unwrap());
    format!("zq{}{}{}", letter(2), letter(1), letter(0))
}

fn assert_kept(room: &Room, skill: &Skill, walk: &Walk, word: &str) {
    let id = &skill.id;
    let sheet = room.sheet(walk.id);
    let shown: Vec<_> = sheet
        .answers
        .into_iter()
        .map(|answered| (answered.step.id, answered.answer))
        .collect();
    assert!(shown == walk.given, "{id}: the sheet shows other answers");
    assert_eq!((sheet.before, sheet.after), (BEFORE, AFTER), "{id}");
    let summary = sheet.summary;
    assert_eq!(
        (
            summary.finished,
            summary.before,
            summary.after,
            summary.code
        ),
        (true, Some(80), Some(45), Some(6)),
        "{id}"
    );
    let has_word = json(&walk.given).to_string().contains(word);
    let text = if has_word { word } else { &skill.name };
    assert!(
        room.found(text).contains(&walk.id),
        "{id}: {text:?} finds it not"
    );
}

fn assert_next_skill(room: &mut Room, skill: &Skill, walk: &Walk) {
    let view = room.at(walk.id);
    let ways = walk.given.iter().rev().find_map(|(step, answer)| {
        let step = skill.steps.iter().find(|known| known.id == *step)?;
        match (&step.task, answer) {
            (Task::Branch(branch), Answer::Way { way }) => Some(&branch.ways[usize::from(*way)]),
            _ => None,
        }
    });
    let expected = ways.and_then(|way| way.skill.clone());
    let next = view.next_skill.map(|next| next.id);
    assert_eq!(next, expected, "{}", skill.id);
    if let Some(next) = next {
        assert_eq!(room.start(&next).at, "before");
    }
}

/// From the end back to the beginning through the same places.
fn assert_back(room: &mut Room, skill: &Skill, walk: &Walk) {
    for pair in walk.places.windows(2).rev() {
        let view = room.go(walk.id, &pair[1], To::Back).unwrap();
        assert_eq!(view.at, pair[0], "{}: back from {}", skill.id, pair[1]);
        assert!(view.finished, "looking back unfinishes nothing");
    }
    assert_eq!(room.at(walk.id).at, "done");
}

fn walk_module(module: Module) {
    let mut room = Room::bundled();
    let skills = room.library.skills().to_vec();
    let skills = skills.iter().filter(|skill| skill.module == module);
    let (mut walked, mut unreached) = (0, Vec::new());
    for skill in skills {
        let (mut reached, mut choices) = (HashSet::new(), Vec::new());
        loop {
            let word = word(walked);
            let walk = walk(&mut room, skill, &choices, Some(&word));
            assert_kept(&room, skill, &walk, &word);
            assert_next_skill(&mut room, skill, &walk);
            if choices.is_empty() {
                assert_back(&mut room, skill, &walk);
            }
            walked += 1;
            reached.extend(walk.places);
            match next_choices(&choices, &walk.asked) {
                Some(next) => choices = next,
                None => break,
            }
        }
        let steps = skill.steps.iter().map(|step| &step.id);
        let never = steps.filter(|step| !reached.contains(*step));
        unreached.extend(never.map(|step| format!("{}: {step}", skill.id)));
        let skipped = walk(&mut room, skill, &[], None);
        let sheet = room.sheet(skipped.id);
        assert!(
            sheet.answers.is_empty() && sheet.summary.finished,
            "{}",
            skill.id
        );
    }
    assert!(walked > 0);
    assert!(unreached.is_empty(), "no answers lead to {unreached:#?}");
    room.verified();
}

#[test]
fn every_mindfulness_exercise_is_walked_over_every_way() {
    walk_module(Module::Mindfulness);
}

#[test]
fn every_distress_tolerance_exercise_is_walked_over_every_way() {
    walk_module(Module::DistressTolerance);
}

#[test]
fn every_emotion_regulation_exercise_is_walked_over_every_way() {
    walk_module(Module::EmotionRegulation);
}

#[test]
fn every_interpersonal_exercise_is_walked_over_every_way() {
    walk_module(Module::InterpersonalEffectiveness);
}

#[test]
fn every_other_exercise_is_walked_over_every_way() {
    walk_module(Module::More);
}

#[test]
fn sixty_skills_or_more_ship_and_use_every_kind_of_step() {
    let library = Library::bundled().unwrap();
    assert!(library.skills().len() >= 60);
    let steps = library.skills().iter().flat_map(|skill| &skill.steps);
    let kinds: HashSet<_> = steps
        .map(|step| std::mem::discriminant(&step.task))
        .collect();
    assert_eq!(kinds.len(), crate::practising::KINDS.len());
}
