//! The library of skills, and the page of one.

use serde::Serialize;
use ts_rs::TS;

use super::effect::{self, Effect, Effects};
use super::menu::{self, SlotView};
use super::shelf::{Shelf, Shelves};
use crate::content::{Letters, Library, Module, Skill};
use crate::error::{Error, ErrorCode, Result};
use crate::practice::{self, PracticeHitView, PracticeId, PracticeSummaryView, Which};
use crate::time::Now;
use crate::vault::Database;

#[derive(Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export_to = "skills.d.ts")]
pub struct LibraryView {
    /// In the order in which modules and groups are shown.
    pub skills: Vec<SkillCardView>,
}

/// A skill as a card of the library.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export_to = "skills.d.ts")]
pub struct SkillCardView {
    pub id: String,
    pub name: String,
    pub module: Module,
    pub group: String,
    /// The first sentence of what it is.
    pub what: String,
    pub minutes: u16,
    pub crisis: bool,
    pub favourite: bool,
    pub in_group: bool,
    pub uses: u32,
}

/// The page of a skill.
#[derive(Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export_to = "skills.d.ts")]
pub struct SkillView {
    pub card: SkillCardView,
    pub what: String,
    pub helps_when: Vec<String>,
    pub not_when: Vec<String>,
    pub how: Vec<String>,
    pub cautions: Vec<String>,
    pub based_on: Vec<String>,
    pub acronym: Vec<Letters>,
    pub menu: Vec<SlotView>,
    pub own: Effect,
    /// The newest practice that is half-done.
    #[ts(type = "number | null")]
    pub unfinished: Option<PracticeId>,
    /// The newest three that are finished.
    pub finished: Vec<PracticeSummaryView>,
}

#[derive(Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export_to = "skills.d.ts")]
pub struct SkillsSearchView {
    pub skills: Vec<SkillCardView>,
    /// Own practice with these words, newest first.
    pub practices: Vec<PracticeHitView>,
    /// There are more practices.
    pub more: bool,
}

pub fn library(database: &Database, library: &Library) -> Result<LibraryView> {
    let effects = effect::effects(database)?;
    let shelves = Shelves::read(database)?;
    let cards = library.skills().iter();
    Ok(LibraryView {
        skills: cards
            .map(|skill| card(skill, &shelves, effects.get(&skill.id)))
            .collect(),
    })
}

/// `not_found`: there is no such skill.
pub fn skill(database: &Database, library: &Library, id: &str, now: &Now) -> Result<SkillView> {
    const LAST: u16 = 3;
    let skill = library
        .skill(id)
        .ok_or(Error::new(ErrorCode::NotFound, "no such skill"))?;
    let effects = effect::effects(database)?;
    let effects = effects.get(id);
    let unfinished = practice::newest(database, Which::Unfinished, Some(id), 1, now)?;
    Ok(SkillView {
        card: card(skill, &Shelves::read(database)?, effects),
        what: skill.what.clone(),
        helps_when: skill.helps_when.clone(),
        not_when: skill.not_when.clone(),
        how: skill.how.clone(),
        cautions: skill.cautions.clone(),
        based_on: skill.based_on.clone(),
        acronym: skill.acronym.clone(),
        menu: menu::view(database.connection(), library, id)?,
        own: effects.map_or_else(Effect::default, |effects| effects.all),
        unfinished: unfinished.first().map(|practice| practice.id),
        finished: practice::newest(database, Which::Finished, Some(id), LAST, now)?,
    })
}

/// Skills with every word of `text` in their name, their other names or what they are, those with
/// all in the name first; and own practice.
pub fn search(
    database: &Database,
    library: &Library,
    text: &str,
    now: &Now,
) -> Result<SkillsSearchView> {
    const MOST_PRACTICES: u16 = 20;
    let effects = effect::effects(database)?;
    let shelves = Shelves::read(database)?;
    let words = words(text);
    let mut found: Vec<(bool, &Skill)> = library
        .skills()
        .iter()
        .filter(|_| !words.is_empty())
        .filter_map(|skill| {
            let name = format!("{} {}", skill.name, skill.also.join(" "));
            let all = format!("{name} {} {}", skill.what, skill.group);
            let in_name = have(&name, &words);
            (in_name || have(&all, &words)).then_some((!in_name, skill))
        })
        .collect();
    found.sort_by_key(|(only_in_text, _)| *only_in_text);
    let (practices, more) = practice::search(database, text, MOST_PRACTICES, now)?;
    Ok(SkillsSearchView {
        skills: found
            .into_iter()
            .map(|(_, skill)| card(skill, &shelves, effects.get(&skill.id)))
            .collect(),
        practices,
        more,
    })
}

fn words(text: &str) -> Vec<String> {
    text.to_lowercase()
        .split(|character: char| !character.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect()
}

/// Every word begins a word of `text`.
fn have(text: &str, starts: &[String]) -> bool {
    let words = words(text);
    let begins = |start: &String| words.iter().any(|word| word.starts_with(start.as_str()));
    starts.iter().all(begins)
}

pub(super) fn card(skill: &Skill, shelves: &Shelves, effects: Option<&Effects>) -> SkillCardView {
    let end = skill.what.find(". ").map_or(skill.what.len(), |at| at + 1);
    SkillCardView {
        id: skill.id.clone(),
        name: skill.name.clone(),
        module: skill.module,
        group: skill.group.clone(),
        what: skill.what.get(..end).unwrap_or(&skill.what).to_owned(),
        minutes: skill.fit.minutes,
        crisis: skill.fit.crisis,
        favourite: shelves.has(Shelf::Favourite, &skill.id),
        in_group: shelves.has(Shelf::InGroup, &skill.id),
        uses: effects.map_or(0, |effects| effects.all.uses),
    }
}
