//! What works for me: uses and typical change, by skill and by feeling.

use std::cmp::Reverse;

use serde::Serialize;
use ts_rs::TS;

use super::effect::{self, Effect, FEWEST};
use crate::content::{Feeling, Library};
use crate::error::Result;
use crate::vault::Database;

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export_to = "skills.d.ts")]
pub struct WorksView {
    /// Those that were used, the most used first.
    pub skills: Vec<WorksSkillView>,
    /// How many of them were used less often than a claim needs.
    pub few: usize,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export_to = "skills.d.ts")]
pub struct WorksSkillView {
    pub id: String,
    pub name: String,
    pub all: Effect,
    pub feelings: Vec<FeelingEffectView>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export_to = "skills.d.ts")]
pub struct FeelingEffectView {
    pub feeling: Feeling,
    pub effect: Effect,
}

pub fn works(database: &Database, library: &Library) -> Result<WorksView> {
    let mut effects = effect::effects(database)?;
    let mut skills: Vec<_> = library
        .skills()
        .iter()
        .filter_map(|skill| {
            let effects = effects.remove(&skill.id)?;
            let feelings = effects.by_feeling.into_iter();
            Some(WorksSkillView {
                id: skill.id.clone(),
                name: skill.name.clone(),
                all: effects.all,
                feelings: feelings
                    .map(|(feeling, effect)| FeelingEffectView { feeling, effect })
                    .collect(),
            })
        })
        .collect();
    skills.sort_by_key(|skill| Reverse(skill.all.uses));
    let is_few = |skill: &&WorksSkillView| (skill.all.uses as usize) < FEWEST;
    Ok(WorksView {
        few: skills.iter().filter(is_few).count(),
        skills,
    })
}
