//! Compares skills with the standard set and with each other.

use std::collections::{HashMap, HashSet};

use toml::{Table, Value};

use super::skills::{tables, text_of};
use super::standard::{
    ACRONYMS, ADDICTION, ASKED, ASKS_FIRST, CAUTIONS, CRISIS, GATED, LEADS_ON, OF_ADDICTION,
    OF_EVERY_GATE, SECTIONS,
};

/// The faults of one skill.
pub fn skill_faults(path: &str, skill: &Table) -> Vec<String> {
    let id = id_of(path);
    let mut faults = place_faults(path, skill);
    faults.extend(acronym_faults(id, skill));
    faults.extend(caution_faults(id, skill));
    faults.extend(safety_faults(id, skill));
    faults
}

fn id_of(path: &str) -> &str {
    let name = path.rsplit('/').next().unwrap_or(path);
    name.strip_suffix(".toml").unwrap_or(name)
}

fn place_faults(path: &str, skill: &Table) -> Vec<String> {
    let module = text_of(skill, "module");
    let mut faults = Vec::new();
    let folder = path.split('/').next().unwrap_or_default();
    if folder != module || path.split('/').count() != 2 {
        faults.push(format!("module {module:?} is not the folder it is in"));
    }
    let group = text_of(skill, "group");
    match SECTIONS.iter().find(|section| section.module == module) {
        None => faults.push(format!("module {module:?} is none of the five")),
        Some(section) if !section.groups.contains(&group) => faults.push(format!(
            "group {group:?} is not one of {}",
            section.groups.join(", ")
        )),
        Some(_) => {}
    }
    faults
}

fn acronym_faults(id: &str, skill: &Table) -> Vec<String> {
    let mut faults = Vec::new();
    let letters: Vec<_> = tables(skill, "acronym")
        .into_iter()
        .map(|entry| (text_of(entry, "letters"), text_of(entry, "stands_for")))
        .collect();
    for (letters, stands_for) in letters.iter().filter(|(l, words)| !begins_a_word(l, words)) {
        faults.push(format!(
            "{letters:?} does not begin a word of {stands_for:?}"
        ));
    }
    let spelled: String = letters.iter().map(|(letters, _)| *letters).collect();
    let name = text_of(skill, "name").replace(' ', "");
    if !name.contains(&spelled) {
        faults.push(format!(
            "the letters spell {spelled:?}, which is not in its name"
        ));
    }
    if let Some((_, word, standard)) = ACRONYMS.iter().find(|(of, ..)| *of == id)
        && letters != *standard
    {
        faults.push(format!("{word} does not stand for {standard:?}"));
    }
    faults
}

/// The first letter begins a word, and the others follow in that word.
fn begins_a_word(letters: &str, words: &str) -> bool {
    let letters = letters.to_lowercase();
    words.to_lowercase().split_whitespace().any(|word| {
        let mut rest = word.chars();
        let mut letters = letters.chars();
        letters
            .next()
            .is_some_and(|first| rest.next() == Some(first))
            && letters.all(|letter| rest.any(|other| other == letter))
    })
}

fn caution_faults(id: &str, skill: &Table) -> Vec<String> {
    let cautions = joined(skill, "cautions");
    let needed = CAUTIONS.iter().find(|(of, _)| *of == id);
    let of_group: &[&str] = match text_of(skill, "group") {
        ADDICTION => OF_ADDICTION,
        _ => &[],
    };
    let needed = needed.map_or(&[][..], |(_, words)| words);
    needed
        .iter()
        .chain(of_group)
        .filter(|words| !cautions.contains(**words))
        .map(|words| format!("no caution speaks of {words:?}"))
        .collect()
}

fn safety_faults(id: &str, skill: &Table) -> Vec<String> {
    let mut faults = Vec::new();
    let crisis = skill.get("fit").and_then(|fit| fit.get("crisis"));
    let crisis = crisis.and_then(Value::as_bool).unwrap_or_default();
    match (crisis, CRISIS.contains(&id)) {
        (true, false) => faults.push("fit: crisis is true, and it is no crisis skill".to_owned()),
        (false, true) => faults.push("fit: crisis is not true for a crisis skill".to_owned()),
        _ => {}
    }
    let steps = tables(skill, "step");
    let first = steps.first().copied();
    for (_, gate) in GATED.iter().filter(|(of, _)| *of == id) {
        let asked = first
            .and_then(|step| task(step, "gate"))
            .map(|task| text_of(task, "gate"));
        if asked != Some(gate) {
            faults.push(format!("step 1 does not ask at the gate {gate:?}"));
        }
    }
    let ways = |step| task(step, "branch").map_or_else(Vec::new, |task| tables(task, "ways"));
    for (_, names) in ASKS_FIRST.iter().filter(|(of, _)| *of == id) {
        let ways = first.map(ways).unwrap_or_default();
        let safe = ways.iter().any(|way| {
            let to = steps
                .iter()
                .find(|step| text_of(step, "id") == text_of(way, "step"));
            to.is_some_and(|step| joined(step, "say").contains(&names.to_lowercase()))
        });
        if !safe {
            faults.push(format!(
                "step 1 is not a branch to a step that says {names:?}"
            ));
        }
    }
    let leads_to: HashSet<_> = steps
        .iter()
        .copied()
        .flat_map(ways)
        .map(|way| text_of(way, "skill"))
        .collect();
    let needed = LEADS_ON
        .iter()
        .filter(|(of, _)| *of == id)
        .flat_map(|(_, to)| *to);
    let missing = needed.filter(|to| !leads_to.contains(**to));
    faults.extend(missing.map(|to| format!("no branch leads to the skill {to:?}")));
    faults
}

/// The faults that show only when all skills are seen together.
pub fn faults(paths: &[&str], skills: &[(&str, Table)]) -> Vec<String> {
    let mut faults = Vec::new();
    for section in SECTIONS {
        for id in section.skills {
            let path = format!("{}/{id}.toml", section.module);
            if !paths.contains(&path.as_str()) {
                faults.push(format!("{path}: is missing"));
            }
        }
    }
    let mut places = HashMap::new();
    let mut exercises = HashMap::new();
    for (path, skill) in skills {
        let order = skill.get("order").map(Value::to_string).unwrap_or_default();
        if let Some(other) = places.insert((text_of(skill, "module"), order.clone()), path) {
            faults.push(format!("{path}: order {order} is that of {other} too"));
        }
        let steps = tables(skill, "step");
        let titles: Vec<_> = steps.iter().map(|step| text_of(step, "title")).collect();
        if let Some(other) = exercises.insert(titles, path) {
            faults.push(format!("{path}: has the exercise of {other}"));
        }
    }
    faults
}

/// What the gates leave unasked.
pub fn gate_faults(gates: &[&Table]) -> Vec<String> {
    let mut faults = Vec::new();
    for (id, needed) in ASKED {
        let Some(gate) = gates.iter().find(|gate| text_of(gate, "id") == *id) else {
            faults.push(format!("gate {id:?} is missing"));
            continue;
        };
        let asked = joined(gate, "ask");
        let unasked = OF_EVERY_GATE
            .iter()
            .chain(*needed)
            .filter(|words| !asked.contains(**words));
        faults.extend(unasked.map(|words| format!("gate {id:?}: does not ask about {words:?}")));
        if !joined(gate, "team").contains("your team") {
            faults.push(format!("gate {id:?}: does not send to the team"));
        }
    }
    faults
}

fn task<'a>(step: &'a Table, kind: &str) -> Option<&'a Table> {
    step.get("do")?.get(kind)?.as_table()
}

/// The texts of a list, in small letters, one after the other.
fn joined(table: &Table, key: &str) -> String {
    let texts = table
        .get(key)
        .and_then(Value::as_array)
        .into_iter()
        .flatten();
    let texts: Vec<_> = texts.filter_map(Value::as_str).collect();
    texts.join(" ").to_lowercase()
}
