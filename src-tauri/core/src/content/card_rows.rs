//! The rows that a diary card can start with.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::error::{Error, Result};

const BUNDLED: &str = include_str!("../../content/diary_card.toml");

#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CardRows {
    #[serde(rename = "item")]
    pub items: Vec<CardRow>,
}

#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CardRow {
    /// Never used again for something else: old cards are read by it.
    pub key: String,
    #[serde(rename = "group")]
    pub section: Section,
    pub name: String,
    pub kind: ItemKind,
    #[serde(default)]
    pub unit: Option<String>,
    /// In the set that a new card starts with.
    #[serde(default)]
    pub start: bool,
    /// A value from which on Help now is offered; 1 is the yes of yes or no.
    #[serde(default)]
    pub offers_help_from: Option<u8>,
    #[serde(default)]
    pub switch: Option<Switch>,
    /// Of an action: whether it leads where the person wants to go.
    #[serde(default)]
    pub effective: Option<bool>,
    /// The ends of a scale.
    #[serde(default)]
    pub low: String,
    #[serde(default)]
    pub high: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(export_to = "card.d.ts")]
pub enum Section {
    Emotions,
    Urges,
    Actions,
    Body,
    Medicine,
    Substances,
    Please,
    /// On days with an individual session.
    Session,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(export_to = "card.d.ts")]
pub enum ItemKind {
    /// 0 to 5, the highest of the day.
    Scale,
    /// How many, 0 to 99, in its own unit.
    Count,
    /// 0 is no, 1 is yes.
    YesNo,
    /// 0 to 24 in halves.
    Hours,
    Text,
}

/// One switch hides every row that has it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(export_to = "card.d.ts")]
pub enum Switch {
    Eating,
    Exercise,
}

impl CardRows {
    pub fn bundled() -> Result<Self> {
        Self::parse(BUNDLED).map_err(|_| Error::internal("the bundled card rows do not parse"))
    }

    pub fn parse(text: &str) -> Result<Self, toml::de::Error> {
        toml::from_str(text)
    }
}
