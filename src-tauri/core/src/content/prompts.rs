//! Prompts for an empty page, by kind of entry.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::error::{Error, Result};

const BUNDLED: &str = include_str!("../../content/prompts.toml");

#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Prompts {
    #[serde(rename = "prompts")]
    pub by_kind: Vec<KindPrompts>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export_to = "journal.d.ts")]
pub struct KindPrompts {
    /// The kind of entry, by its name on the wire: `journal`, `session_notes`, …
    pub kind: String,
    pub texts: Vec<String>,
}

impl Prompts {
    pub fn bundled() -> Result<Self> {
        Self::parse(BUNDLED).map_err(|_| Error::internal("the bundled prompts do not parse"))
    }

    pub fn parse(text: &str) -> Result<Self, toml::de::Error> {
        toml::from_str(text)
    }
}
