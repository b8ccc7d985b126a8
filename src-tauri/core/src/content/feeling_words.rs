//! The words of a quick check-in.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::error::{Error, Result};

const BUNDLED: &str = include_str!("../../content/feeling_words.toml");

#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FeelingWords {
    /// The seven steps of mood, from very unpleasant to very pleasant.
    #[serde(rename = "step")]
    pub steps: Vec<MoodStep>,
    pub words: Vec<SideWords>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export_to = "check_in.d.ts")]
pub struct MoodStep {
    pub value: u8,
    pub name: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export_to = "check_in.d.ts")]
pub struct SideWords {
    pub side: Side,
    pub list: Vec<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(export_to = "check_in.d.ts")]
pub enum Side {
    Pleasant,
    Between,
    Unpleasant,
}

impl FeelingWords {
    pub fn bundled() -> Result<Self> {
        Self::parse(BUNDLED).map_err(|_| Error::internal("the bundled feeling words do not parse"))
    }

    pub fn parse(text: &str) -> Result<Self, toml::de::Error> {
        toml::from_str(text)
    }
}
