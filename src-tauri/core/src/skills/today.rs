//! The part of Today that is about skills.

use serde::Serialize;
use ts_rs::TS;

use super::find::{self, Need, SuggestionView};
use super::library::{self, SkillCardView};
use crate::content::Library;
use crate::error::Result;
use crate::practice::{self, PracticeSummaryView, Which};
use crate::time::Now;
use crate::vault::Database;

#[derive(Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export_to = "skills.d.ts")]
pub struct TodayView {
    /// The newest that are half-done.
    pub unfinished: Vec<PracticeSummaryView>,
    pub in_group: Vec<SkillCardView>,
    /// To start with one press.
    pub ready: Vec<SuggestionView>,
}

pub fn today(database: &Database, library: &Library, now: &Now) -> Result<TodayView> {
    const MOST_UNFINISHED: u16 = 3;
    let mut in_group = library::library(database, library)?.skills;
    in_group.retain(|skill| skill.in_group);
    Ok(TodayView {
        unfinished: practice::newest(database, Which::Unfinished, None, MOST_UNFINISHED, now)?,
        in_group,
        ready: find::find(database, library, &Need::default(), now)?.suggestions,
    })
}
