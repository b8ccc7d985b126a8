//! Help now: the participant's own team line, the lines of a region, and one-minute skills.

mod offer;
mod team_line;

use std::path::Path;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::content::{HelpLine, HelpLines, MinuteSkill, MinuteSkills};
use crate::error::Result;
use crate::settings;
use crate::vault::Database;

pub(crate) use offer::{offer, was_offered_since};
pub use team_line::{TeamLine, TeamLineUpdateRequest, update as update_team_line};

#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export_to = "help.d.ts")]
pub struct HelpRequest {
    /// A region's id; `null` for the one in the settings.
    pub region: Option<String>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export_to = "help.d.ts")]
pub struct HelpView {
    /// The region shown; `null` until one is chosen.
    pub region: Option<String>,
    pub regions: Vec<RegionName>,
    pub team_line: Option<TeamLine>,
    /// A copy of the team line lies outside the lock, because the person said so.
    pub team_line_while_locked: bool,
    pub emergency: Option<String>,
    pub lines: Vec<HelpLine>,
    pub skills: Vec<MinuteSkill>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export_to = "help.d.ts")]
pub struct RegionName {
    pub id: String,
    pub name: String,
}

/// What Help now shows. Without a database (locked) the team line is the copy outside the lock, if
/// there is one.
pub fn view(dir: &Path, database: Option<&Database>, request: &HelpRequest) -> Result<HelpView> {
    let content = HelpLines::bundled()?;
    let outside = team_line::outside_lock(dir);
    let team_line_while_locked = outside.is_some();
    let chosen = request
        .region
        .clone()
        .or_else(|| settings::load(dir).region);
    let region = chosen.and_then(|id| content.region(&id).cloned());
    let names = content.regions.into_iter().map(|region| RegionName {
        id: region.id,
        name: region.name,
    });
    Ok(HelpView {
        regions: names.collect(),
        team_line: database.map_or(Ok(outside), team_line::read)?,
        team_line_while_locked,
        emergency: region.as_ref().and_then(|region| region.emergency.clone()),
        lines: region
            .as_ref()
            .map(|region| region.lines.clone())
            .unwrap_or_default(),
        region: region.map(|region| region.id),
        skills: MinuteSkills::bundled()?.skills,
    })
}
