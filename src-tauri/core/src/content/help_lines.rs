//! Crisis and referral lines by region.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::error::{Error, Result};

const BUNDLED: &str = include_str!("../../content/help_lines.toml");

/// Every region, in the order in which they are offered.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HelpLines {
    #[serde(rename = "region")]
    pub regions: Vec<Region>,
}

#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Region {
    pub id: String,
    pub name: String,
    /// Police, fire and ambulance. None where it differs from place to place.
    pub emergency: Option<String>,
    pub emergency_source: Option<String>,
    pub emergency_checked: Option<NaiveDate>,
    /// The most general line comes first.
    #[serde(rename = "line", default)]
    pub lines: Vec<HelpLine>,
}

/// One line. One without `call` and `text` says in its note how to reach it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export_to = "help.d.ts")]
pub struct HelpLine {
    pub name: String,
    /// Digits as they are written in that region.
    pub call: Option<String>,
    /// `HOME to 741741`, or the number alone where any message will do.
    pub text: Option<String>,
    pub hours: String,
    pub note: Option<String>,
    /// Where the numbers were read.
    pub source: String,
    /// When the numbers were last compared with the source.
    #[ts(type = "string")]
    pub checked: NaiveDate,
}

impl HelpLines {
    pub fn bundled() -> Result<Self> {
        Self::parse(BUNDLED).map_err(|_| Error::internal("the bundled help lines do not parse"))
    }

    pub fn parse(text: &str) -> Result<Self, toml::de::Error> {
        toml::from_str(text)
    }

    pub fn region(&self, id: &str) -> Option<&Region> {
        self.regions.iter().find(|region| region.id == id)
    }
}
