//! One skill: what it is, when it helps, and its guided exercise. One file of `core/content/skills`.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::step::Step;

#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Skill {
    /// The name of its file.
    #[serde(skip)]
    pub id: String,
    pub name: String,
    pub module: Module,
    /// A heading inside the module.
    pub group: String,
    /// Its place inside the module.
    pub order: u16,
    /// Other words it is searched by.
    #[serde(default)]
    pub also: Vec<String>,
    pub what: String,
    pub helps_when: Vec<String>,
    pub not_when: Vec<String>,
    pub how: Vec<String>,
    #[serde(default)]
    pub cautions: Vec<String>,
    pub based_on: Vec<String>,
    #[serde(default)]
    pub acronym: Vec<Letters>,
    pub fit: Fit,
    #[serde(default)]
    pub menu: Vec<Slot>,
    #[serde(rename = "step")]
    pub steps: Vec<Step>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(export_to = "skills.d.ts")]
pub enum Module {
    Mindfulness,
    DistressTolerance,
    EmotionRegulation,
    InterpersonalEffectiveness,
    /// Skills of other methods.
    More,
}

/// One or more letters of an acronym and what they stand for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export_to = "skills.d.ts")]
pub struct Letters {
    pub letters: String,
    pub stands_for: String,
}

/// When the skill fits, for "What helps right now".
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Fit {
    /// A crisis-survival skill: offered above the skills-breakdown point too.
    pub crisis: bool,
    pub feelings: Fits<Feeling>,
    pub urges: Fits<Urge>,
    /// The least time that does it justice.
    pub minutes: u16,
    pub places: Vec<Place>,
    /// The intensity it is for, from and to, 0 to 100.
    pub strength: [u8; 2],
    /// The reason on its card, in one line.
    pub because: String,
    /// What was written in it is for reading again in a crisis.
    #[serde(default)]
    pub read_again: bool,
}

/// A list of what something fits, or `["any"]`.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(from = "Vec<OneOrAny<T>>", bound = "T: Deserialize<'de>")]
pub enum Fits<T> {
    Any,
    These(Vec<T>),
}

#[derive(Deserialize)]
#[serde(untagged, expecting = "a name from the list in README.md, or \"any\"")]
enum OneOrAny<T> {
    One(T),
    Any(AnyWord),
}

#[derive(Deserialize)]
#[serde(rename_all = "snake_case")]
enum AnyWord {
    Any,
}

impl<T> From<Vec<OneOrAny<T>>> for Fits<T> {
    fn from(list: Vec<OneOrAny<T>>) -> Self {
        let mut these = Vec::with_capacity(list.len());
        for entry in list {
            match entry {
                OneOrAny::One(one) => these.push(one),
                OneOrAny::Any(AnyWord::Any) => return Self::Any,
            }
        }
        Self::These(these)
    }
}

impl<T: PartialEq> Fits<T> {
    /// Named in the list.
    pub fn names(&self, one: &T) -> bool {
        matches!(self, Self::These(these) if these.contains(one))
    }

    pub fn suits(&self, one: &T) -> bool {
        matches!(self, Self::Any) || self.names(one)
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(export_to = "skills.d.ts")]
pub enum Feeling {
    Anger,
    Fear,
    Sadness,
    Shame,
    Guilt,
    Jealousy,
    Loneliness,
    Emptiness,
    Overwhelm,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(export_to = "skills.d.ts")]
pub enum Urge {
    HurtMyself,
    Use,
    LashOut,
    RunAway,
    Isolate,
    Binge,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(export_to = "skills.d.ts")]
pub enum Place {
    Home,
    Out,
    /// Others are in the room.
    People,
}

/// One part of a personal menu: a letter of ACCEPTS, a sense of self-soothing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export_to = "skills.d.ts")]
pub struct Slot {
    pub id: String,
    pub name: String,
    pub ask: String,
    /// Starters to take over.
    pub ideas: Vec<String>,
}
