//! Skills of about a minute that need no reading and suit everyone in distress.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::error::{Error, Result};

const BUNDLED: &str = include_str!("../../content/minute_skills.toml");

#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MinuteSkills {
    #[serde(rename = "skill")]
    pub skills: Vec<MinuteSkill>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export_to = "help.d.ts")]
pub struct MinuteSkill {
    pub id: String,
    pub name: String,
    /// What the skill and its timing are based on.
    pub source: String,
    /// How often the phases run from first to last.
    pub rounds: u32,
    /// Shown before the start and within reach while it runs.
    pub caution: String,
    #[serde(rename(deserialize = "phase", serialize = "phases"))]
    pub phases: Vec<Phase>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export_to = "help.d.ts")]
pub struct Phase {
    /// One to four words.
    pub say: String,
    pub seconds: u32,
    pub shape: Shape,
}

/// What the drawing does during a phase.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(export_to = "help.d.ts")]
pub enum Shape {
    Grow,
    /// Keeps the size it has.
    Hold,
    Shrink,
    /// Rests at its smallest.
    Still,
}

impl MinuteSkills {
    pub fn bundled() -> Result<Self> {
        Self::parse(BUNDLED).map_err(|_| Error::internal("the bundled minute skills do not parse"))
    }

    pub fn parse(text: &str) -> Result<Self, toml::de::Error> {
        toml::from_str(text)
    }
}
