//! How far back a look goes.

use chrono::{Days, NaiveDate};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::error::Result;
use crate::schedule;
use crate::time;
use crate::vault::Database;

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(export_to = "progress.d.ts")]
pub enum Span {
    Week,
    Month,
    /// Since the programme began; all time until its start is known.
    Programme,
    All,
}

/// The day on which the programme began; `null` forgets it.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export_to = "progress.d.ts")]
pub struct ProgrammeStartSaveRequest {
    pub date: Option<String>,
}

pub fn save_programme_start(
    database: &mut Database,
    request: &ProgrammeStartSaveRequest,
) -> Result<()> {
    let date = request.date.as_deref().map(time::date).transpose()?;
    schedule::programme::save_start(database, date)
}

impl Span {
    /// The first day of the span that ends with `until`; `None` for all there is.
    pub(super) fn from(self, until: NaiveDate, programme: Option<&str>) -> Option<NaiveDate> {
        match self {
            Self::Week => until.checked_sub_days(Days::new(6)),
            Self::Month => until.checked_sub_days(Days::new(29)),
            Self::Programme => programme.and_then(|date| date.parse().ok()),
            Self::All => None,
        }
    }
}
