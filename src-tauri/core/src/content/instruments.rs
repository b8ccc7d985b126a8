//! Self-assessments with their published items, scoring and credit.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::error::{Error, Result};

/// In the order in which they are shown.
const FILES: [(&str, &str); 6] = [
    (
        "phq-9",
        include_str!("../../content/assessments/phq-9.toml"),
    ),
    (
        "phq-2",
        include_str!("../../content/assessments/phq-2.toml"),
    ),
    (
        "gad-7",
        include_str!("../../content/assessments/gad-7.toml"),
    ),
    (
        "who-5",
        include_str!("../../content/assessments/who-5.toml"),
    ),
    (
        "pc-ptsd-5",
        include_str!("../../content/assessments/pc-ptsd-5.toml"),
    ),
    (
        "audit-c",
        include_str!("../../content/assessments/audit-c.toml"),
    ),
];

#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Instrument {
    /// The name of its file.
    #[serde(skip)]
    pub id: String,
    pub name: String,
    pub full_name: String,
    pub about: Vec<String>,
    /// Shown only if the participant switches it on.
    pub opt_in: bool,
    /// Shown before the start.
    #[serde(default)]
    pub notice: Vec<String>,
    /// What is to be said beside a score.
    #[serde(default)]
    pub notes: Vec<String>,
    /// The least number of days between two suggestions.
    pub rhythm_days: u16,
    pub lead: String,
    pub credit: String,
    pub licence: String,
    pub sources: Vec<String>,
    pub wording: Wording,
    #[serde(default)]
    pub gate: Option<AssessmentGate>,
    /// The answers of every item that has none of its own.
    #[serde(default, rename = "option")]
    pub options: Vec<AnswerOption>,
    #[serde(rename = "item")]
    pub items: Vec<InstrumentItem>,
    pub score: Scoring,
    #[serde(rename = "band")]
    pub bands: Vec<Band>,
}

/// Whether lead, items and answers are the published words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Wording {
    Published,
}

/// A first question; after "no" there is nothing more to ask.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export_to = "assessments.d.ts")]
pub struct AssessmentGate {
    pub text: String,
    pub yes: String,
    pub no: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export_to = "assessments.d.ts")]
pub struct AnswerOption {
    pub text: String,
    pub value: u8,
}

#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct InstrumentItem {
    pub id: String,
    pub text: String,
    #[serde(default, rename = "option")]
    pub options: Vec<AnswerOption>,
    /// Belongs to the score.
    #[serde(default = "yes")]
    pub counts: bool,
    /// An answer above this offers Help now.
    #[serde(default)]
    pub helps_if_above: Option<u8>,
}

const fn yes() -> bool {
    true
}

#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Scoring {
    /// The sum of the counted items is multiplied by this.
    pub times: u16,
    pub most: u16,
    /// The change that is clinically meaningful, where one is published.
    #[serde(default)]
    pub change: Option<u16>,
    pub better: Better,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(export_to = "assessments.d.ts")]
pub enum Better {
    Lower,
    Higher,
}

/// A published range of scores, both ends included.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export_to = "assessments.d.ts")]
pub struct Band {
    pub from: u16,
    pub to: u16,
    pub label: String,
}

impl Instrument {
    /// All that ship, in the order in which they are shown.
    pub fn bundled() -> Result<Vec<Self>> {
        FILES.into_iter().map(Self::read).collect()
    }

    /// One that ships. Reads no other file.
    pub fn find(id: &str) -> Result<Option<Self>> {
        let file = FILES.into_iter().find(|(name, _)| *name == id);
        file.map(Self::read).transpose()
    }

    fn read((id, text): (&str, &str)) -> Result<Self> {
        Self::parse(id, text).map_err(|_| Error::internal("a bundled assessment does not parse"))
    }

    pub fn parse(id: &str, text: &str) -> Result<Self, toml::de::Error> {
        let mut instrument: Self = toml::from_str(text)?;
        instrument.id = id.to_owned();
        Ok(instrument)
    }

    pub fn item(&self, id: &str) -> Option<&InstrumentItem> {
        self.items.iter().find(|item| item.id == id)
    }

    /// The answers that can be given to an item.
    pub fn options_of<'a>(&'a self, item: &'a InstrumentItem) -> &'a [AnswerOption] {
        if item.options.is_empty() {
            &self.options
        } else {
            &item.options
        }
    }

    /// The band of a score.
    pub fn band(&self, score: u16) -> Option<&Band> {
        self.bands
            .iter()
            .find(|band| (band.from..=band.to).contains(&score))
    }
}
