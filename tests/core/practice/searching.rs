use evenkeel_core::practice::{self, Answer, PracticeId, Which};
use proptest::prelude::*;

use crate::practising::{EVERY_KIND, Room, chosen, line, skill_file, strength, text};

fn room() -> Room {
    Room::with(&[
        ("every-kind", skill_file("All of them", EVERY_KIND)),
        (
            "cope",
            skill_file("Cope Ahead", "[[step]]\nid = \"one\"\ntitle = \"Rehearse\""),
        ),
    ])
}

fn written(room: &mut Room, step: &str, answer: Answer) -> PracticeId {
    let id = room.start("every-kind").id;
    room.answer(id, step, answer);
    id
}

#[test]
fn every_word_that_was_written_or_chosen_is_found_and_no_question() {
    let mut room = room();
    let one = |tag| vec![line("plover", Some(tag))];
    let answers = [
        ("write", text("A plover stood there."), "plover"),
        ("choose", chosen(&["elm"]), "elm"),
        ("checklist", chosen(&["yew", "my own larch"]), "larch"),
        (
            "list",
            Answer::Lines {
                lines: one("small"),
            },
            "small",
        ),
        (
            "sort",
            Answer::Lines {
                lines: one("guess"),
            },
            "guess",
        ),
        (
            "grid",
            Answer::Cells {
                cells: [vec![], vec![], vec![], one("late")],
            },
            "late",
        ),
    ];
    for (step, answer, word) in answers {
        let id = written(&mut room, step, answer);
        assert_eq!(room.found(word), [id], "{step}");
    }
    for not_written in [
        "Which way",
        "fists",
        "kind",
        "text",
        "choice",
        "tag",
        "chosen",
    ] {
        assert!(room.found(not_written).is_empty(), "{not_written}");
    }
}

#[test]
fn a_practice_without_words_is_found_by_the_name_of_its_skill() {
    let mut room = room();
    let id = room.start("cope").id;
    room.answer(id, "before", strength(50));
    for text in ["cope", "AHEAD", "ahead co"] {
        assert_eq!(room.found(text), [id], "{text}");
    }
    assert!(room.found("rehearse").is_empty(), "that is a question");
}

#[test]
fn every_word_must_match_the_last_may_be_half_typed_and_accents_do_not_matter() {
    let mut room = room();
    let first = written(&mut room, "write", text("The heron at the café."));
    let second = written(&mut room, "write", text("A heron by the river."));
    assert_eq!(room.found("heron"), [second, first], "newest first");
    assert_eq!(room.found("heron riv"), [second]);
    assert_eq!(room.found("CAFE"), [first]);
    assert_eq!(
        room.found("all heron"),
        [second, first],
        "the name counts too"
    );
    assert!(
        room.found("riv ").is_empty(),
        "a finished word is a whole word"
    );
    assert!(
        room.found("eron").is_empty(),
        "words are found from their start"
    );
    assert!(room.found("heron nowhere").is_empty());
    for text in [
        "",
        "  ",
        "\"",
        "a AND",
        "NEAR(",
        "*",
        "words:x",
        "'; DROP TABLE practice",
    ] {
        assert!(room.found(text).is_empty(), "{text:?}");
    }
}

#[test]
fn a_hit_shows_its_words_with_the_matches_marked() {
    let mut room = room();
    let words = format!(
        "{} the heron stood {}",
        "before ".repeat(40),
        "after ".repeat(40)
    );
    written(&mut room, "write", text(&words));
    let database = room.open.database();
    let (hits, more) = practice::search(database, "hero", 5, &room.now).unwrap();
    assert!(!more);
    let snippet = &hits[0].snippet;
    let marked: Vec<&str> = snippet
        .iter()
        .filter(|part| part.is_match)
        .map(|part| part.text.as_str())
        .collect();
    assert_eq!(marked, ["heron"]);
    let whole: String = snippet.iter().map(|part| part.text.as_str()).collect();
    assert!(
        whole.contains("the heron stood") && whole.chars().count() < 100,
        "{whole}"
    );
}

#[test]
fn there_are_no_more_hits_than_asked_for_and_it_says_so() {
    let mut room = room();
    for _ in 0..4 {
        written(&mut room, "write", text("heron"));
    }
    for (limit, expected) in [(3, (3, true)), (4, (4, false)), (50, (4, false))] {
        let database = room.open.database();
        let (hits, more) = practice::search(database, "heron", limit, &room.now).unwrap();
        assert_eq!((hits.len(), more), expected);
    }
}

const TREES: [&str; 5] = ["oak", "elm", "ash", "yew", "fir"];
const STEPS: [&str; 3] = ["write", "checklist", "list"];

#[derive(Debug, Clone)]
enum Doing {
    Start(usize),
    Answer(usize, usize, Vec<&'static str>),
    TakeAway(usize, usize),
    Next(usize),
    Finish(usize),
    Trash(usize),
    Restore(usize),
    Delete(usize),
    Tidy,
}

fn doings() -> impl Strategy<Value = Vec<Doing>> {
    let slot = || 0..4_usize;
    let words = prop::collection::vec(prop::sample::select(&TREES), 0..4);
    let doing = prop_oneof![
        3 => slot().prop_map(Doing::Start),
        6 => (slot(), 0..STEPS.len(), words).prop_map(|(slot, step, words)| Doing::Answer(slot, step, words)),
        1 => (slot(), 0..STEPS.len()).prop_map(|(slot, step)| Doing::TakeAway(slot, step)),
        2 => slot().prop_map(Doing::Next),
        1 => slot().prop_map(Doing::Finish),
        2 => slot().prop_map(Doing::Trash),
        2 => slot().prop_map(Doing::Restore),
        1 => slot().prop_map(Doing::Delete),
        1 => Just(Doing::Tidy),
    ];
    prop::collection::vec(doing, 1..30)
}

/// What there should be of a practice.
#[derive(Clone)]
struct Kept {
    id: PracticeId,
    at: String,
    words: [Option<Vec<&'static str>>; 3],
    finished: bool,
    trashed: bool,
}

impl Kept {
    fn is_untouched(&self) -> bool {
        self.at == "before" && self.words.iter().all(Option::is_none) && !self.trashed
    }

    fn has(&self, word: &str) -> bool {
        self.words
            .iter()
            .flatten()
            .flatten()
            .any(|had| *had == word)
    }
}

#[derive(Default)]
struct Model {
    slots: [Option<Kept>; 4],
    /// Those whose slot was taken by another since.
    earlier: Vec<Kept>,
}

impl Model {
    fn all(&self) -> impl Iterator<Item = &Kept> {
        self.slots.iter().flatten().chain(&self.earlier)
    }

    fn do_one(&mut self, room: &mut Room, doing: Doing) {
        let (slot, doing) = match doing {
            Doing::Start(slot) => {
                self.start(room, slot);
                return;
            }
            Doing::Tidy => {
                room.open.tidy(&room.now).unwrap();
                return;
            }
            Doing::Answer(slot, ..)
            | Doing::TakeAway(slot, _)
            | Doing::Next(slot)
            | Doing::Finish(slot)
            | Doing::Trash(slot)
            | Doing::Restore(slot)
            | Doing::Delete(slot) => (slot, doing),
        };
        let Some(kept) = &mut self.slots[slot] else {
            return;
        };
        match doing {
            Doing::Answer(_, step, words) => {
                let answer = match STEPS[step] {
                    "write" => text(&words.join(" ")),
                    "checklist" => chosen(&words),
                    _ => Answer::Lines {
                        lines: words.iter().map(|word| line(word, Some("big"))).collect(),
                    },
                };
                room.answer(kept.id, STEPS[step], answer);
                kept.words[step] = Some(words);
            }
            Doing::TakeAway(_, step) => {
                room.try_answer(kept.id, STEPS[step], None).unwrap();
                kept.words[step] = None;
            }
            Doing::Next(_) => {
                let at = room.next(kept.id, &kept.at.clone()).at;
                kept.finished |= at == "done";
                kept.at = at;
            }
            Doing::Finish(_) => {
                room.finish(kept.id);
                kept.finished = true;
                kept.at = "done".to_owned();
            }
            Doing::Trash(_) => {
                room.trash(kept.id);
                kept.trashed = true;
            }
            Doing::Restore(_) => {
                practice::restore(room.open.database_mut(), kept.id).unwrap();
                kept.trashed = false;
            }
            Doing::Delete(_) => {
                let deleted = practice::delete(room.open.database_mut(), kept.id);
                assert_eq!(deleted.is_ok(), kept.trashed);
                if kept.trashed {
                    self.slots[slot] = None;
                }
            }
            Doing::Start(_) | Doing::Tidy => {}
        }
    }

    fn start(&mut self, room: &mut Room, slot: usize) {
        for kept in &mut self.slots {
            if kept.as_ref().is_some_and(Kept::is_untouched) {
                *kept = None;
            }
        }
        self.earlier.retain(|kept| !kept.is_untouched());
        self.earlier.extend(self.slots[slot].take());
        self.slots[slot] = Some(Kept {
            id: room.start("every-kind").id,
            at: "before".to_owned(),
            words: [const { None }; 3],
            finished: false,
            trashed: false,
        });
    }

    /// The newest first, as positions and ids grow together.
    fn ids(&self, is_one: impl Fn(&Kept) -> bool) -> Vec<PracticeId> {
        let kept = self.all().filter(|kept| is_one(kept));
        let mut ids: Vec<_> = kept.map(|kept| kept.id).collect();
        ids.sort_by_key(|id| std::cmp::Reverse(*id));
        ids
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 40, ..ProptestConfig::default() })]

    /// After anything that can be done, searches and lists show just what a plain look at the
    /// practices shows, and the index fits its rows.
    #[test]
    fn the_index_and_the_lists_agree_with_the_practices_after_any_doings(doings in doings()) {
        let mut room = room();
        let mut model = Model::default();
        for doing in doings {
            model.do_one(&mut room, doing);
        }
        for tree in TREES {
            let expected = model.ids(|kept| !kept.trashed && kept.has(tree));
            prop_assert_eq!(room.found(&format!("{tree} ")), expected, "{}", tree);
        }
        prop_assert_eq!(room.found("all of them"), model.ids(|kept| !kept.trashed));
        let is_live = |kept: &Kept, finished| !kept.trashed && kept.finished == finished;
        let lists = [
            (Which::Unfinished, model.ids(|kept| is_live(kept, false))),
            (Which::Finished, model.ids(|kept| is_live(kept, true))),
            (Which::Trashed, model.ids(|kept| kept.trashed)),
        ];
        for (which, expected) in lists {
            prop_assert_eq!(room.list(which), expected, "{:?}", which);
        }
        for kept in model.all() {
            prop_assert_eq!(room.at(kept.id).at, kept.at.clone());
            let answers = kept.words.iter().flatten().count();
            prop_assert_eq!(room.sheet(kept.id).answers.len(), answers);
        }
        room.verified();
    }
}
