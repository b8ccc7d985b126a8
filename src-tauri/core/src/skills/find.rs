//! What helps right now: three skills for a need, each with its reason.
//!
//! The order is a plain one, so that it can be explained. What does not fit the place, the time or
//! the skills-breakdown point is left out. Then come, in this order: what helped with this feeling
//! before; what helped before; favourites; this week's skills; what fits. Inside each, the better
//! result or the better fit is first, then a crisis-survival skill if nobody said how strong it is,
//! then the shorter one. Where own ratings say that a skill did not help, it comes last.

use std::cmp::Reverse;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::effect::{self, Change, Effects};
use super::library::{SkillCardView, card};
use super::shelf::{Shelf, Shelves};
use super::{breakdown, menu};
use crate::content::{Feeling, Library, Place, Skill, Task, Urge};
use crate::error::{Error, Result};
use crate::practice::{self, PracticeId, Which};
use crate::time::Now;
use crate::vault::Database;

/// What is going on, in the participant's words; `null` where nothing is said.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export_to = "skills.d.ts")]
pub struct Need {
    pub feeling: Option<Feeling>,
    pub urge: Option<Urge>,
    /// 0 to 100.
    pub strength: Option<u8>,
    /// Time at hand.
    pub minutes: Option<u16>,
    pub place: Option<Place>,
}

/// How many are offered: enough to choose, few enough to take in.
pub const SUGGESTIONS: usize = 3;

/// A typical change of this or more is said to have helped.
const HELPED: i16 = -5;

#[derive(Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export_to = "skills.d.ts")]
pub struct FindView {
    /// Best first.
    pub suggestions: Vec<SuggestionView>,
    /// The need is above the breakdown point.
    pub only_crisis: bool,
    pub breakdown_point: u8,
    /// The participant's own point, not the default.
    pub own_point: bool,
}

#[derive(Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export_to = "skills.d.ts")]
pub struct SuggestionView {
    pub card: SkillCardView,
    pub reason: Reason,
    /// What the skill does, in its own line.
    pub because: String,
    /// A finished practice that was written for such a moment.
    #[ts(type = "number | null")]
    pub kept: Option<PracticeId>,
    /// Up to three items of the personal menu.
    pub items: Vec<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(tag = "type", rename_all = "snake_case")]
#[ts(export_to = "skills.d.ts")]
pub enum Reason {
    /// It helped with this feeling.
    OwnFeeling {
        change: Change,
    },
    /// It helped with other feelings.
    Own {
        change: Change,
    },
    Favourite,
    InGroup,
    Fits,
}

/// A skill and what is known of it.
#[derive(Debug, Clone, Copy)]
pub struct Candidate<'a> {
    pub skill: &'a Skill,
    pub effects: Option<&'a Effects>,
    pub favourite: bool,
    pub in_group: bool,
}

/// The ranking itself: of the candidates, the best three with their reasons.
pub type Suggestions<'a> = Vec<(&'a Skill, Reason)>;

/// Ranks the candidates for a need. Pure: the same question has the same answer.
pub fn rank<'a>(need: &Need, breakdown_point: u8, candidates: &[Candidate<'a>]) -> Suggestions<'a> {
    let only_crisis = is_above(need, breakdown_point);
    let mut open: Vec<_> = candidates
        .iter()
        .filter(|candidate| is_possible(candidate.skill, need, only_crisis))
        .map(|candidate| (place(candidate, need), candidate))
        .collect();
    open.sort_by(|(one, _), (other, _)| one.cmp(other));
    open.into_iter()
        .take(SUGGESTIONS)
        .map(|(_, candidate)| (candidate.skill, standing(candidate, need).1))
        .collect()
}

fn is_above(need: &Need, breakdown_point: u8) -> bool {
    need.strength
        .is_some_and(|strength| strength > breakdown_point)
}

fn is_possible(skill: &Skill, need: &Need, only_crisis: bool) -> bool {
    let fit = &skill.fit;
    (fit.crisis || !only_crisis)
        && need.minutes.is_none_or(|minutes| fit.minutes <= minutes)
        && need.place.is_none_or(|place| fit.places.contains(&place))
}

/// The smaller, the better.
type Standing = u8;
const LAST: Standing = u8::MAX;

fn standing(candidate: &Candidate<'_>, need: &Need) -> (Standing, Reason) {
    let all = candidate.effects.and_then(|effects| effects.all.change);
    let with_feeling = candidate.effects.zip(need.feeling);
    let with_feeling =
        with_feeling.and_then(|(effects, feeling)| effects.by_feeling.get(&feeling)?.change);
    let fits = candidate.favourite || candidate.in_group || suits(candidate.skill, need);
    match (with_feeling, all) {
        (Some(change), _) if change.typical <= HELPED => (0, Reason::OwnFeeling { change }),
        (Some(change), _) | (None, Some(change)) if change.typical >= 0 => (LAST, Reason::Fits),
        (_, Some(change)) if change.typical <= HELPED && fits => (1, Reason::Own { change }),
        _ if candidate.favourite && suits(candidate.skill, need) => (2, Reason::Favourite),
        _ if candidate.in_group && suits(candidate.skill, need) => (3, Reason::InGroup),
        _ if suits(candidate.skill, need) => (4, Reason::Fits),
        _ if candidate.favourite => (5, Reason::Favourite),
        _ if candidate.in_group => (6, Reason::InGroup),
        _ => (7, Reason::Fits),
    }
}

/// For the feeling and the urge that were named.
fn suits(skill: &Skill, need: &Need) -> bool {
    need.feeling
        .is_none_or(|feeling| skill.fit.feelings.suits(&feeling))
        && need.urge.is_none_or(|urge| skill.fit.urges.suits(&urge))
}

/// What decides the order, the first difference first.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Rank {
    standing: Standing,
    /// Own result: the greatest relief first.
    typical: i16,
    /// How much of the need the skill names itself.
    named: Reverse<u8>,
    /// Nobody said how strong it is: crisis-survival skills first.
    crisis: Reverse<bool>,
    minutes: u16,
    module: crate::content::Module,
    order: u16,
    id: String,
}

fn place(candidate: &Candidate<'_>, need: &Need) -> Rank {
    let skill = candidate.skill;
    let fit = &skill.fit;
    let (standing, reason) = standing(candidate, need);
    let [from, to] = fit.strength;
    let in_strength = need
        .strength
        .is_none_or(|strength| (from..=to).contains(&strength));
    let names_urge = need.urge.is_some_and(|urge| fit.urges.names(&urge));
    let names_feeling = need
        .feeling
        .is_some_and(|feeling| fit.feelings.names(&feeling));
    Rank {
        standing,
        typical: match reason {
            Reason::OwnFeeling { change } | Reason::Own { change } => change.typical,
            Reason::Favourite | Reason::InGroup | Reason::Fits => 0,
        },
        named: Reverse(
            2 * u8::from(names_urge) + u8::from(names_feeling) + 2 * u8::from(in_strength),
        ),
        crisis: Reverse(fit.crisis && need.strength.is_none()),
        minutes: fit.minutes,
        module: skill.module,
        order: skill.order,
        id: skill.id.clone(),
    }
}

/// Finds three skills for a need. A skill behind a safety gate that was answered "not ok" is left out.
pub fn find(database: &Database, library: &Library, need: &Need, now: &Now) -> Result<FindView> {
    if need.strength.is_some_and(|strength| strength > 100) {
        return Err(Error::invalid("an intensity out of range"));
    }
    let effects = effect::effects(database)?;
    let shelves = Shelves::read(database)?;
    let refused = practice::refused_gates(database.connection(), now)?;
    let candidates: Vec<_> = library
        .skills()
        .iter()
        .filter(|skill| !is_behind(skill, &refused))
        .map(|skill| Candidate {
            skill,
            effects: effects.get(&skill.id),
            favourite: shelves.has(Shelf::Favourite, &skill.id),
            in_group: shelves.has(Shelf::InGroup, &skill.id),
        })
        .collect();
    let own_point = breakdown::point(database)?;
    let breakdown_point = own_point.unwrap_or(breakdown::DEFAULT_POINT);
    let view = |(skill, reason): (&Skill, Reason)| {
        let kept = if skill.fit.read_again {
            practice::newest(database, Which::Finished, Some(&skill.id), 1, now)?
        } else {
            Vec::new()
        };
        let menu = menu::view(database.connection(), library, &skill.id)?;
        let items = menu
            .into_iter()
            .filter_map(|slot| slot.items.into_iter().next());
        Ok(SuggestionView {
            card: card(skill, &shelves, effects.get(&skill.id)),
            reason,
            because: skill.fit.because.clone(),
            kept: kept.first().map(|practice| practice.id),
            items: items.take(SUGGESTIONS).collect(),
        })
    };
    Ok(FindView {
        suggestions: rank(need, breakdown_point, &candidates)
            .into_iter()
            .map(view)
            .collect::<Result<_>>()?,
        only_crisis: is_above(need, breakdown_point),
        breakdown_point,
        own_point: own_point.is_some(),
    })
}

fn is_behind(skill: &Skill, refused: &[String]) -> bool {
    skill.steps.iter().any(|step| match &step.task {
        Task::Gate(gated) => refused.contains(&gated.gate),
        _ => false,
    })
}
