//! All skills that ship, read from their files and checked against each other.

use std::collections::HashSet;
use std::fmt;

use serde::Deserialize;
use serde::de::IgnoredAny;
use toml::Spanned;

use super::gates::{Gate, Gates};
use super::skill::Skill;
use super::step::{END, Step, Task};
use crate::error::{Error, Result};

/// Path below `content/skills`, and text.
type File = (&'static str, &'static str);

const FILES: &[File] = include!(concat!(env!("OUT_DIR"), "/skill_files.rs"));

/// The skills in the order in which they are shown, and the gates that their steps name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Library {
    skills: Vec<Skill>,
    gates: Vec<Gate>,
}

/// Why a content file is refused.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    pub file: String,
    /// Counted from 1.
    pub line: usize,
    pub what: String,
}

impl fmt::Display for Fault {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}:{}: {}", self.file, self.line, self.what)
    }
}

impl Library {
    pub fn bundled() -> Result<Self> {
        Self::parse(FILES, Gates::bundled()?.gates)
            .map_err(|_| Error::internal("the bundled skills do not parse"))
    }

    /// Reads skills from their paths and texts; every fault of every file at once.
    pub fn parse(files: &[(&str, &str)], gates: Vec<Gate>) -> Result<Self, Vec<Fault>> {
        let mut faults = Vec::new();
        let mut read_files = Vec::new();
        let mut names = HashSet::new();
        for &(path, text) in files {
            match read(path, text) {
                Ok(skill) => read_files.push((path, text, skill)),
                Err(fault) => faults.push(fault),
            }
            if !names.insert(id_of(path)) {
                faults.push(fault(path, 1, "another file has the same name"));
            }
        }
        let known = Known {
            skills: &names,
            gates: &gates.iter().map(|gate| gate.id.as_str()).collect(),
        };
        for (path, text, skill) in &read_files {
            let lines = lines_of_steps(text);
            for (place, what) in step_faults(skill, &known) {
                let line = lines.get(place).copied().unwrap_or(1);
                faults.push(fault(path, line, what));
            }
        }
        if !faults.is_empty() {
            return Err(faults);
        }
        let mut skills: Vec<_> = read_files.into_iter().map(|(_, _, skill)| skill).collect();
        skills.sort_by(|one, other| {
            let place = |skill: &Skill| (skill.module, skill.order);
            place(one).cmp(&place(other)).then(one.id.cmp(&other.id))
        });
        Ok(Self { skills, gates })
    }

    pub fn skills(&self) -> &[Skill] {
        &self.skills
    }

    pub fn skill(&self, id: &str) -> Option<&Skill> {
        self.skills.iter().find(|skill| skill.id == id)
    }

    pub fn gate(&self, id: &str) -> Option<&Gate> {
        self.gates.iter().find(|gate| gate.id == id)
    }
}

struct Known<'a> {
    skills: &'a HashSet<&'a str>,
    gates: &'a HashSet<&'a str>,
}

fn id_of(path: &str) -> &str {
    let name = path.rsplit('/').next().unwrap_or(path);
    name.strip_suffix(".toml").unwrap_or(name)
}

fn read(path: &str, text: &str) -> Result<Skill, Fault> {
    let mut skill: Skill = toml::from_str(text).map_err(|error| {
        let at = error.span().map_or(0, |span| span.start);
        fault(path, line_at(text, at), error.message())
    })?;
    skill.id = id_of(path).to_owned();
    if skill.steps.is_empty() {
        return Err(fault(path, 1, "has no step"));
    }
    Ok(skill)
}

fn fault(path: &str, line: usize, what: impl Into<String>) -> Fault {
    Fault {
        file: path.to_owned(),
        line,
        what: what.into(),
    }
}

fn line_at(text: &str, offset: usize) -> usize {
    let before = text.get(..offset).unwrap_or(text);
    before.matches('\n').count() + 1
}

/// The lines on which the steps name themselves, in the order of the steps.
fn lines_of_steps(text: &str) -> Vec<usize> {
    #[derive(Deserialize)]
    struct Outline {
        #[serde(rename = "step")]
        steps: Vec<Named>,
    }
    #[derive(Deserialize)]
    struct Named {
        id: Spanned<IgnoredAny>,
    }
    let outline = toml::from_str(text);
    let steps = outline.map_or_else(|_| Vec::new(), |outline: Outline| outline.steps);
    let line = |step: &Named| line_at(text, step.id.span().start);
    steps.iter().map(line).collect()
}

/// What would lead an exercise astray: it must only ever go forward, and look back at what was.
///
/// Each fault with the place of its step.
fn step_faults(skill: &Skill, known: &Known<'_>) -> Vec<(usize, String)> {
    let mut faults = Vec::new();
    let mut earlier: HashSet<&str> = HashSet::new();
    for (place, step) in skill.steps.iter().enumerate() {
        let mut add = |what: String| faults.push((place, format!("step {:?} {what}", step.id)));
        if RESERVED.contains(&step.id.as_str()) {
            add("has a name that the app keeps for itself".to_owned());
        }
        let later = skill.steps.get(place + 1..).unwrap_or_default();
        for id in step.leads_to().filter(|id| *id != END) {
            if !later.iter().any(|step| step.id == *id) {
                add(format!("leads to {id:?}, which is no later step"));
            }
        }
        for id in step.looks_back_at() {
            if !earlier.contains(id) {
                add(format!("looks back at {id:?}, which is no earlier step"));
            }
        }
        for what in task_faults(step, skill, known) {
            add(what);
        }
        if !earlier.insert(&step.id) {
            add("is there twice".to_owned());
        }
    }
    faults
}

/// Ids of the frame around every exercise.
const RESERVED: [&str; 5] = ["before", "after", "use", "done", END];

fn task_faults(step: &Step, skill: &Skill, known: &Known<'_>) -> Vec<String> {
    let mut faults = Vec::new();
    let mut require = |met: bool, what: &str| {
        if !met {
            faults.push(what.to_owned());
        }
    };
    match &step.task {
        Task::Read | Task::Write(_) | Task::Grid(_) | Task::List(_) => {}
        Task::Choose(choose) => {
            require(!choose.options.is_empty() || choose.menu, "has no option");
            require(
                !choose.menu || !skill.menu.is_empty(),
                "offers a menu that there is not",
            );
        }
        Task::Rate(rate) => {
            require(
                [5, 10, 100].contains(&rate.most),
                "rates up to 5, 10 or 100",
            );
            let is_intensity = rate.sets.is_none() || rate.most == 100;
            require(
                is_intensity,
                "sets the breakdown point, which goes up to 100",
            );
        }
        Task::Checklist(list) => require(!list.items.is_empty(), "has no item"),
        Task::Timer(timer) => require(SECONDS.contains(&timer.seconds), "lasts 20 to 1800 seconds"),
        Task::Breathe(breathe) => {
            require(
                SECONDS.contains(&breathe.seconds),
                "lasts 20 to 1800 seconds",
            );
            let breaths = (2..=10).contains(&breathe.inhale) && (2..=10).contains(&breathe.exhale);
            require(breaths, "breathes in and out for 2 to 10 seconds");
        }
        Task::Tense(tense) => {
            require(!tense.groups.is_empty(), "has no muscle group");
            require(
                (1..=10).contains(&tense.tense),
                "tenses for 1 to 10 seconds",
            );
            require(
                (5..=60).contains(&tense.release),
                "lets go for 5 to 60 seconds",
            );
        }
        Task::Sort(sort) => require(sort.kinds.len() > 1, "sorts into two kinds or more"),
        Task::Curve(curve) => {
            require(
                [5, 10, 100].contains(&curve.most),
                "rates up to 5, 10 or 100",
            );
            require(curve.minutes.len() > 1, "has two ratings or more");
            require(
                curve.minutes.is_sorted_by(|one, next| one < next),
                "goes back in time",
            );
        }
        Task::Imagery(imagery) => {
            require(!imagery.scenes.is_empty(), "has no scene");
            let timed = imagery
                .scenes
                .iter()
                .all(|scene| (3..=300).contains(&scene.seconds));
            require(timed, "has scenes of 3 to 300 seconds");
        }
        Task::Branch(branch) => {
            require(branch.ways.len() > 1, "has two ways or more");
            let mut skills = branch.ways.iter().filter_map(|way| way.skill.as_deref());
            let unknown = skills.find(|id| !known.skills.contains(id));
            require(unknown.is_none(), "leads to a skill that there is not");
        }
        Task::Gate(gated) => {
            require(
                known.gates.contains(gated.gate.as_str()),
                "asks at a gate that there is not",
            );
        }
    }
    faults
}

const SECONDS: std::ops::RangeInclusive<u32> = 20..=1800;
