//! Skills made for tests, and answers to their steps.

use evenkeel_core::content::{Gates, Library, Step, Task};
use evenkeel_core::practice::{Answer, Clock, Line, Pace, Point, Rating};

/// Reads skills from their ids and texts, with the gates that ship.
#[track_caller]
pub fn library(files: &[(&str, String)]) -> Library {
    let files: Vec<(&str, &str)> = files
        .iter()
        .map(|(id, text)| (*id, text.as_str()))
        .collect();
    Library::parse(&files, Gates::bundled().unwrap().gates).unwrap()
}

/// A skill that fits everything, with these steps and menus.
pub fn skill_file(name: &str, steps: &str) -> String {
    format!(
        r#"
        name = "{name}"
        module = "more"
        group = "Made for tests"
        order = 10
        what = "Its first sentence. Its second sentence."
        helps_when = ["It is asked for."]
        not_when = ["It is not."]
        how = ["As the steps say."]
        cautions = ["Leave it when you like."]
        based_on = ["Nothing."]
        [fit]
        crisis = false
        feelings = ["any"]
        urges = ["any"]
        minutes = 5
        places = ["home", "out", "people"]
        strength = [0, 100]
        because = "It is made for this."
        {steps}
        "#
    )
}

/// A step of each kind, in this order: the list before the sort that starts from it, the gate last.
pub const EVERY_KIND: &str = r#"
    [[menu]]
    id = "near"
    name = "Near"
    ask = "What is near?"
    ideas = ["A window"]
    [[step]]
    id = "read"
    title = "Read"
    say = ["A few words."]
    [[step]]
    id = "choose"
    title = "Choose"
    do.choose = { options = ["oak", "elm"], own = true, menu = true }
    [[step]]
    id = "write"
    title = "Write"
    do.write = { hint = "Here" }
    [[step]]
    id = "rate"
    title = "Rate"
    do.rate = { low = "Low", high = "High", most = 10 }
    [[step]]
    id = "checklist"
    title = "Tick"
    do.checklist = { items = ["ash", "yew"], own = true }
    [[step]]
    id = "timer"
    title = "Time"
    do.timer = { seconds = 60, count = "Wandered" }
    [[step]]
    id = "breathe"
    title = "Breathe"
    do.breathe = { inhale = 4, exhale = 6, seconds = 60 }
    [[step]]
    id = "tense"
    title = "Tense"
    do.tense = { tense = 5, release = 10, groups = [{ name = "Hands", how = "Make fists." }] }
    [[step]]
    id = "grid"
    title = "Grid"
    do.grid = { rows = ["Act", "Wait"], columns = ["For", "Against"], tags = ["soon", "late"] }
    [[step]]
    id = "list"
    title = "List"
    do.list = { hint = "One a line", tags = ["big", "small"], ordered = true }
    [[step]]
    id = "sort"
    title = "Sort"
    show = ["write"]
    do.sort = { kinds = ["fact", "guess"], from = "list" }
    [[step]]
    id = "curve"
    title = "Curve"
    do.curve = { minutes = [0, 5, 10], low = "Low", high = "High", most = 100 }
    [[step]]
    id = "imagery"
    title = "Picture"
    do.imagery = { scenes = [{ say = "A shore.", seconds = 20 }] }
    [[step]]
    id = "branch"
    title = "Which way"
    do.branch = { ways = [{ text = "On" }, { text = "Out", step = "end" }] }
    [[step]]
    id = "gate"
    title = "Safe"
    do.gate = { gate = "cold", otherwise = "end" }
"#;

/// The ids of [`EVERY_KIND`].
pub const KINDS: [&str; 15] = [
    "read",
    "choose",
    "write",
    "rate",
    "checklist",
    "timer",
    "breathe",
    "tense",
    "grid",
    "list",
    "sort",
    "curve",
    "imagery",
    "branch",
    "gate",
];

pub fn text(words: &str) -> Answer {
    Answer::Text {
        text: words.to_owned(),
    }
}

pub fn chosen(words: &[&str]) -> Answer {
    Answer::Choice {
        chosen: words.iter().map(|word| (*word).to_owned()).collect(),
    }
}

pub fn line(text: &str, tag: Option<&str>) -> Line {
    Line {
        text: text.to_owned(),
        tag: tag.map(str::to_owned),
    }
}

pub fn strength(strength: u8) -> Answer {
    Answer::Rating(Rating {
        strength: Some(strength),
        ..Rating::default()
    })
}

/// An answer that a person might give at a step, with `word` wherever there is room for words;
/// `choice` is the way taken at a branch, and at a gate 0 for safe.
pub fn typical(step: &Step, choice: usize, word: &str) -> Option<Answer> {
    let clock = |length_s| Clock {
        length_s,
        run_since: None,
        counted_ms: u64::from(length_s) * 1_000,
    };
    let ticked = |count, pace| Answer::Clock {
        clock: clock(60),
        count,
        pace,
    };
    let tagged = |tags: &[String]| line(word, tags.first().map(String::as_str));
    Some(match &step.task {
        Task::Read => return None,
        Task::Choose(choose) => match choose.options.first() {
            Some(option) if choose.many => chosen(&[option, word]),
            _ => chosen(&[word]),
        },
        Task::Write(_) => text(word),
        Task::Rate(rate) => Answer::Number { value: rate.most },
        Task::Checklist(list) => Answer::Choice {
            chosen: list.items.clone(),
        },
        Task::Timer(timer) => ticked(timer.count.as_ref().map(|_| 3), None),
        Task::Breathe(_) => ticked(
            None,
            Some(Pace {
                inhale: 3,
                exhale: 5,
            }),
        ),
        Task::Tense(_) | Task::Imagery(_) => ticked(None, None),
        Task::Grid(grid) => Answer::Cells {
            cells: [0, 1, 2, 3].map(|_| vec![tagged(&grid.tags)]),
        },
        Task::List(list) => Answer::Lines {
            lines: vec![tagged(&list.tags), line("no tag", None)],
        },
        Task::Sort(sort) => Answer::Lines {
            lines: vec![tagged(&sort.kinds)],
        },
        Task::Curve(curve) => {
            let minutes = curve.minutes.iter().copied();
            Answer::Curve {
                clock: clock(600),
                points: minutes.map(|minute| Point { minute, value: 5 }).collect(),
            }
        }
        Task::Branch(_) => Answer::Way {
            way: u8::try_from(choice).unwrap(),
        },
        Task::Gate(_) => Answer::Gate { ok: choice == 0 },
    })
}
