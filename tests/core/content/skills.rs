//! Finds every fault of the skills and the safety gates.

use evenkeel_core::content::{Gate, Gates, Library, Skill, Step, Task};
use toml::{Table, Value};

use super::entry::{Entry, walked};
use super::shape::{
    Field,
    Holds::{Data, Id, Kind, Number, Table as Tabled, Tables, Terms, Text, Texts, Words},
    may, must,
};
use super::whole_set;

const SKILL: &[Field] = &[
    must("name", Text),
    must("module", Data),
    must("group", Data),
    must("order", Number(1..=999)),
    may("also", Terms(1..=12)),
    must("what", Text),
    must("helps_when", Texts(2..=4)),
    must("not_when", Texts(1..=3)),
    must("how", Texts(3..=8)),
    may("cautions", Texts(1..=3)),
    must("based_on", Terms(1..=4)),
    may("acronym", Tables(LETTERS, 2..=9)),
    must("fit", Tabled(FIT)),
    may("menu", Tables(SLOT, 1..=8)),
    must("step", Tables(STEP, 3..=14)),
];

const LETTERS: &[Field] = &[must("letters", Data), must("stands_for", Text)];

const FIT: &[Field] = &[
    must("crisis", Data),
    must("feelings", Terms(1..=9)),
    must("urges", Terms(0..=6)),
    must("minutes", Number(1..=30)),
    must("places", Terms(1..=3)),
    must("strength", Data),
    must("because", Words(3..=14)),
    may("read_again", Data),
];

const SLOT: &[Field] = &[
    must("id", Id),
    must("name", Text),
    must("ask", Text),
    must("ideas", Texts(3..=6)),
];

const STEP: &[Field] = &[
    must("id", Id),
    must("title", Words(1..=6)),
    may("say", Texts(1..=4)),
    may("show", Terms(1..=9)),
    may("then", Data),
    may("do", Kind(TASKS)),
];

const TASKS: &[(&str, &[Field])] = &[
    (
        "choose",
        &[
            may("options", Texts(0..=9)),
            may("many", Data),
            may("own", Data),
            may("menu", Data),
        ],
    ),
    ("write", &[may("hint", Text)]),
    (
        "rate",
        &[
            must("low", Text),
            must("high", Text),
            must("most", Data),
            may("sets", Data),
        ],
    ),
    (
        "checklist",
        &[must("items", Texts(1..=12)), may("own", Data)],
    ),
    ("timer", &[must("seconds", Data), may("count", Text)]),
    (
        "breathe",
        &[
            must("inhale", Data),
            must("exhale", Data),
            must("seconds", Data),
        ],
    ),
    (
        "tense",
        &[
            must("tense", Data),
            must("release", Data),
            must("groups", Tables(MUSCLES, 1..=16)),
        ],
    ),
    (
        "grid",
        &[
            must("rows", Texts(2..=2)),
            must("columns", Texts(2..=2)),
            may("tags", Texts(2..=6)),
        ],
    ),
    (
        "list",
        &[
            may("hint", Text),
            may("tags", Texts(2..=6)),
            may("ordered", Data),
        ],
    ),
    (
        "sort",
        &[
            must("kinds", Texts(2..=4)),
            may("from", Data),
            may("hint", Text),
        ],
    ),
    (
        "curve",
        &[
            must("minutes", Data),
            must("low", Text),
            must("high", Text),
            must("most", Data),
        ],
    ),
    ("imagery", &[must("scenes", Tables(SCENE, 1..=16))]),
    ("branch", &[must("ways", Tables(WAY, 2..=5))]),
    ("gate", &[must("gate", Data), must("otherwise", Data)]),
];

const MUSCLES: &[Field] = &[must("name", Text), must("how", Text)];
const SCENE: &[Field] = &[must("say", Text), must("seconds", Data)];
const WAY: &[Field] = &[must("text", Text), may("step", Data), may("skill", Data)];

const GATES: &[Field] = &[must("gate", Tables(GATE, 1..=9))];

const GATE: &[Field] = &[
    must("id", Id),
    must("title", Words(1..=8)),
    must("say", Texts(1..=3)),
    must("ask", Texts(1..=12)),
    must("ok", Text),
    must("not_ok", Text),
    must("team", Texts(1..=4)),
    must("source", Data),
];

/// The faults of `gates.toml`.
pub fn gates(text: &str) -> Vec<String> {
    walked(text, Gates::parse(text).err(), |file| {
        file.holds(GATES);
        let gates = tables(file.table, "gate");
        for gate in &gates {
            if text_of(gate, "source").trim().is_empty() {
                file.fault(format!("gate {:?}: source is empty", text_of(gate, "id")));
            }
        }
        for fault in whole_set::gate_faults(&gates) {
            file.fault(fault);
        }
    })
}

/// The faults of skill files, given as path below the folder of skills and text.
pub fn skills(files: &[(&str, &str)], gates: Vec<Gate>) -> Vec<String> {
    let mut faults = Vec::new();
    for (path, text) in files {
        let found = walked(text, None::<String>, |file| skill(file, path, text));
        faults.extend(found.into_iter().map(|fault| format!("{path}: {fault}")));
    }
    let read: Vec<(&str, Table)> = files
        .iter()
        .filter_map(|(path, text)| Some((*path, text.parse().ok()?)))
        .collect();
    let paths: Vec<_> = files.iter().map(|(path, _)| *path).collect();
    faults.extend(whole_set::faults(&paths, &read));
    let refused = Library::parse(files, gates).err().unwrap_or_default();
    faults.extend(
        refused
            .into_iter()
            .map(|fault| format!("the parser refuses it: {fault}")),
    );
    faults
}

fn skill(file: &mut Entry, path: &str, text: &str) {
    file.holds(SKILL);
    let steps = tables(file.table, "step");
    for (place, step) in steps.iter().enumerate() {
        if !step.contains_key("say") && !step.contains_key("do") {
            file.fault(format!("step {} has neither say nor do", place + 1));
        }
    }
    let strength = file.table.get("fit").and_then(|fit| fit.get("strength"));
    if let Some([from, to]) = strength.and_then(Value::as_array).map(Vec::as_slice) {
        let (from, to) = (from.as_integer(), to.as_integer());
        if !(Some(0) <= from && from < to && to <= Some(100)) {
            file.fault("fit: strength is not from and to, 0 to 100");
        }
    }
    for fault in whole_set::skill_faults(path, file.table) {
        file.fault(fault);
    }
    if let Ok(skill) = toml::from_str::<Skill>(text) {
        for step in never_reached(&skill.steps) {
            file.fault(format!("no way leads to step {step:?}"));
        }
    }
}

/// Steps that are seen only where a question is skipped, or never.
fn never_reached(steps: &[Step]) -> Vec<&str> {
    let to = |id: &str| {
        let found = steps.iter().position(|step| step.id == id);
        found.unwrap_or(steps.len())
    };
    let mut reached = vec![false; steps.len() + 1];
    reached[0] = true;
    for (place, step) in steps.iter().enumerate() {
        if !reached[place] {
            continue;
        }
        let onward = step.then.as_deref().map_or(place + 1, to);
        match &step.task {
            Task::Branch(branch) => {
                for way in &branch.ways {
                    match (&way.step, &way.skill) {
                        (Some(id), _) => reached[to(id)] = true,
                        (None, Some(_)) => {}
                        (None, None) => reached[onward] = true,
                    }
                }
            }
            Task::Gate(gated) => {
                reached[onward] = true;
                reached[to(&gated.otherwise)] = true;
            }
            _ => reached[onward] = true,
        }
    }
    let unreached = steps.iter().zip(&reached).filter(|(_, reached)| !**reached);
    unreached.map(|(step, _)| step.id.as_str()).collect()
}

/// The tables of a list of tables; none where it is something else.
pub fn tables<'a>(table: &'a Table, key: &str) -> Vec<&'a Table> {
    let values = table.get(key).and_then(Value::as_array);
    values
        .into_iter()
        .flatten()
        .filter_map(Value::as_table)
        .collect()
}

pub fn text_of<'a>(table: &'a Table, key: &str) -> &'a str {
    table.get(key).and_then(Value::as_str).unwrap_or_default()
}
