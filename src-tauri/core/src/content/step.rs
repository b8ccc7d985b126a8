//! The steps of a guided exercise, as a content file gives them and as the UI shows them.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// One thing on the screen: a few words and at most one thing to do.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export_to = "skills.d.ts")]
pub struct Step {
    pub id: String,
    pub title: String,
    /// Short paragraphs.
    #[serde(default)]
    pub say: Vec<String>,
    /// Earlier steps whose answers are shown again.
    #[serde(default)]
    pub show: Vec<String>,
    /// The step that comes next instead of the following one: a later step's id, or [`END`].
    #[serde(default)]
    pub then: Option<String>,
    #[serde(rename = "do", default)]
    pub task: Task,
}

/// Leads past the last step.
pub const END: &str = "end";

/// What a person does at a step.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(export_to = "skills.d.ts")]
pub enum Task {
    #[default]
    Read,
    Choose(Choose),
    Write(Write),
    Rate(Rate),
    Checklist(Checklist),
    Timer(Timer),
    Breathe(Breathe),
    Tense(Tense),
    Grid(Grid),
    List(List),
    Sort(Sort),
    Curve(Curve),
    Imagery(Imagery),
    Branch(Branch),
    Gate(Gated),
}

/// One of a few, or many of them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export_to = "skills.d.ts")]
pub struct Choose {
    #[serde(default)]
    pub options: Vec<String>,
    #[serde(default)]
    pub many: bool,
    /// Own words may be added.
    #[serde(default)]
    pub own: bool,
    /// The participant's own menu of this skill is offered first.
    #[serde(default)]
    pub menu: bool,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export_to = "skills.d.ts")]
pub struct Write {
    #[serde(default)]
    pub hint: Option<String>,
}

/// A number from 0 to `most`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export_to = "skills.d.ts")]
pub struct Rate {
    pub low: String,
    pub high: String,
    pub most: u8,
    #[serde(default)]
    pub sets: Option<Sets>,
}

/// What a rating also sets.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(export_to = "skills.d.ts")]
pub enum Sets {
    BreakdownPoint,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export_to = "skills.d.ts")]
pub struct Checklist {
    pub items: Vec<String>,
    #[serde(default)]
    pub own: bool,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export_to = "skills.d.ts")]
pub struct Timer {
    pub seconds: u32,
    /// The words of a button that counts, for instance wanderings.
    #[serde(default)]
    pub count: Option<String>,
}

/// Breathing paced in seconds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export_to = "skills.d.ts")]
pub struct Breathe {
    pub inhale: u8,
    pub exhale: u8,
    pub seconds: u32,
}

/// Tensing and letting go, group by group, in seconds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export_to = "skills.d.ts")]
pub struct Tense {
    pub tense: u8,
    pub release: u8,
    pub groups: Vec<MuscleGroup>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export_to = "skills.d.ts")]
pub struct MuscleGroup {
    pub name: String,
    pub how: String,
}

/// Two rows by two columns, with lines in each cell.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export_to = "skills.d.ts")]
pub struct Grid {
    pub rows: [String; 2],
    pub columns: [String; 2],
    #[serde(default)]
    pub tags: Vec<String>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export_to = "skills.d.ts")]
pub struct List {
    #[serde(default)]
    pub hint: Option<String>,
    #[serde(default)]
    pub tags: Vec<String>,
    #[serde(default)]
    pub ordered: bool,
}

/// Lines, each put into one of a few kinds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export_to = "skills.d.ts")]
pub struct Sort {
    pub kinds: Vec<String>,
    /// The earlier step whose lines it starts from.
    #[serde(default)]
    pub from: Option<String>,
    #[serde(default)]
    pub hint: Option<String>,
}

/// The same rating again at each of these minutes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export_to = "skills.d.ts")]
pub struct Curve {
    pub minutes: Vec<u16>,
    pub low: String,
    pub high: String,
    pub most: u8,
}

/// Scenes in words, one after the other.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export_to = "skills.d.ts")]
pub struct Imagery {
    pub scenes: Vec<Scene>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export_to = "skills.d.ts")]
pub struct Scene {
    pub say: String,
    pub seconds: u32,
}

/// The answer decides what comes next.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export_to = "skills.d.ts")]
pub struct Branch {
    pub ways: Vec<Way>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export_to = "skills.d.ts")]
pub struct Way {
    pub text: String,
    /// A later step's id, or [`END`]. Without it: the end if there is a skill to go on with, else the
    /// following step.
    #[serde(default)]
    pub step: Option<String>,
    /// The skill to go on with once this exercise is over.
    #[serde(default)]
    pub skill: Option<String>,
}

/// The questions of a safety gate stand before what follows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export_to = "skills.d.ts")]
pub struct Gated {
    pub gate: String,
    /// Where it goes on if it is not safe: a later step's id, or [`END`].
    pub otherwise: String,
}

impl Step {
    /// The ids of steps that may come after this one, other than the following one.
    pub fn leads_to(&self) -> impl Iterator<Item = &str> {
        let ways = match &self.task {
            Task::Branch(branch) => branch.ways.as_slice(),
            _ => &[],
        };
        let otherwise = match &self.task {
            Task::Gate(gated) => Some(gated.otherwise.as_str()),
            _ => None,
        };
        ways.iter()
            .filter_map(|way| way.step.as_deref())
            .chain(otherwise)
            .chain(self.then.as_deref())
    }

    /// The ids of earlier steps whose answers this one shows or starts from.
    pub fn looks_back_at(&self) -> impl Iterator<Item = &str> {
        let from = match &self.task {
            Task::Sort(sort) => sort.from.as_deref(),
            _ => None,
        };
        self.show.iter().map(String::as_str).chain(from)
    }
}
