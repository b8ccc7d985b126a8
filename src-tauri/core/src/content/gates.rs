//! Safety gates: what is asked before a step that is not safe for everyone.

use serde::Deserialize;

use crate::error::{Error, Result};

const BUNDLED: &str = include_str!("../../content/gates.toml");

#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Gates {
    #[serde(rename = "gate")]
    pub gates: Vec<Gate>,
}

#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Gate {
    pub id: String,
    pub title: String,
    pub say: Vec<String>,
    /// One condition a line.
    pub ask: Vec<String>,
    /// The words of the answer that goes on.
    pub ok: String,
    /// The words of the answer that leads the other way.
    pub not_ok: String,
    /// What is said after that.
    pub team: Vec<String>,
    pub source: String,
}

impl Gates {
    pub fn bundled() -> Result<Self> {
        Self::parse(BUNDLED).map_err(|_| Error::internal("the bundled gates do not parse"))
    }

    pub fn parse(text: &str) -> Result<Self, toml::de::Error> {
        toml::from_str(text)
    }
}
