//! What a person gives at a step, and whether it can be the answer to it.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::content::{Feeling, Step, Task, Urge};

#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields)]
#[ts(export_to = "practice.d.ts")]
pub enum Answer {
    /// To `write`.
    Text { text: String },
    /// To `choose` and `checklist`: the words of what was chosen, own words among them.
    Choice { chosen: Vec<String> },
    /// To `rate`.
    Number { value: u8 },
    /// To `list` and `sort`.
    Lines { lines: Vec<Line> },
    /// To `grid`: the cells row by row.
    Cells { cells: [Vec<Line>; 4] },
    /// To `timer`, `breathe`, `tense` and `imagery`.
    Clock {
        clock: Clock,
        count: Option<u32>,
        pace: Option<Pace>,
    },
    /// To `curve`.
    Curve { clock: Clock, points: Vec<Point> },
    /// To `branch`: which of the ways, counted from 0.
    Way { way: u8 },
    /// To `gate`.
    Gate { ok: bool },
    /// Before and after the exercise.
    Rating(Rating),
    /// How it went, 0 to 7, as the code of a diary card.
    Use { code: u8 },
}

impl std::fmt::Debug for Answer {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("Answer(private)")
    }
}

#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export_to = "practice.d.ts")]
pub struct Line {
    pub text: String,
    pub tag: Option<String>,
}

impl std::fmt::Debug for Line {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("Line(private)")
    }
}

/// A timer on the wall clock: it goes on while the app is locked or the computer sleeps.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export_to = "practice.d.ts")]
pub struct Clock {
    /// Seconds.
    pub length_s: u32,
    /// Milliseconds since 1970 UTC; `null` while it does not run.
    #[ts(type = "number | null")]
    pub run_since: Option<i64>,
    /// Milliseconds that had run before that.
    #[ts(type = "number")]
    pub counted_ms: u64,
}

/// Seconds of one breath.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export_to = "practice.d.ts")]
pub struct Pace {
    pub inhale: u8,
    pub exhale: u8,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export_to = "practice.d.ts")]
pub struct Point {
    pub minute: u16,
    pub value: u8,
}

/// How it is: `null` where nothing is said.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export_to = "practice.d.ts")]
pub struct Rating {
    pub feeling: Option<Feeling>,
    /// 0 to 100.
    pub strength: Option<u8>,
    pub urge: Option<Urge>,
    /// 0 to 5.
    pub urge_strength: Option<u8>,
}

impl Rating {
    pub fn is_in_range(&self) -> bool {
        self.strength.is_none_or(|strength| strength <= 100)
            && self.urge_strength.is_none_or(|strength| strength <= 5)
    }
}

impl Answer {
    /// Whether this is an answer to that step. A tag or kind that the step does not have is none.
    pub fn answers(&self, step: &Step) -> bool {
        match (&step.task, self) {
            (Task::Write(_), Self::Text { .. })
            | (Task::Checklist(_), Self::Choice { .. })
            | (
                Task::Timer(_) | Task::Tense(_) | Task::Imagery(_),
                Self::Clock { pace: None, .. },
            )
            | (Task::Gate(_), Self::Gate { .. }) => true,
            (Task::Choose(choose), Self::Choice { chosen }) => choose.many || chosen.len() < 2,
            (Task::Rate(rate), Self::Number { value }) => *value <= rate.most,
            (Task::List(list), Self::Lines { lines }) => are_tagged(lines, &list.tags),
            (Task::Sort(sort), Self::Lines { lines }) => are_tagged(lines, &sort.kinds),
            (Task::Grid(grid), Self::Cells { cells }) => {
                cells.iter().all(|lines| are_tagged(lines, &grid.tags))
            }
            (Task::Breathe(_), Self::Clock { pace, .. }) => pace.is_none_or(|pace| {
                (1..=20).contains(&pace.inhale) && (1..=20).contains(&pace.exhale)
            }),
            (Task::Curve(curve), Self::Curve { points, .. }) => {
                points.iter().all(|point| point.value <= curve.most)
            }
            (Task::Branch(branch), Self::Way { way }) => usize::from(*way) < branch.ways.len(),
            _ => false,
        }
    }

    /// The answer as lines: those of a list, or of a text.
    pub fn lines(&self) -> Vec<Line> {
        match self {
            Self::Lines { lines } => lines.clone(),
            Self::Text { text } => {
                let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
                lines
                    .map(|line| Line {
                        text: line.to_owned(),
                        tag: None,
                    })
                    .collect()
            }
            _ => Vec::new(),
        }
    }
}

fn are_tagged(lines: &[Line], tags: &[String]) -> bool {
    let is_known = |line: &Line| line.tag.as_ref().is_none_or(|tag| tags.contains(tag));
    lines.iter().all(is_known)
}
