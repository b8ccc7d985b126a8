//! Going through an exercise, one step at a time.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::answer::{Answer, Rating};
use super::exercise::Exercise;
use super::gate;
use super::record::{self, AFTER, BEFORE, DONE, PracticeId, Record, USE};
use crate::content::{Library, Sets, Step, Task};
use crate::error::{Error, ErrorCode, Result};
use crate::skills::{Need, SlotView, breakdown, menu};
use crate::time::Now;
use crate::vault::Database;

#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export_to = "practice.d.ts")]
pub struct PracticeStartRequest {
    pub skill: String,
    /// Fills the rating before.
    pub need: Option<Need>,
}

#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export_to = "practice.d.ts")]
pub struct PracticeOpenRequest {
    #[ts(type = "number")]
    pub id: PracticeId,
    /// A step to look at; `null`: where it goes on.
    pub at: Option<String>,
}

/// Gives an answer, or takes it away with `null`.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export_to = "practice.d.ts")]
pub struct PracticeAnswerRequest {
    #[ts(type = "number")]
    pub id: PracticeId,
    pub step: String,
    pub answer: Option<Answer>,
}

impl std::fmt::Debug for PracticeAnswerRequest {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter
            .debug_struct("PracticeAnswerRequest")
            .field("id", &self.id)
            .finish_non_exhaustive()
    }
}

#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export_to = "practice.d.ts")]
pub struct PracticeMoveRequest {
    #[ts(type = "number")]
    pub id: PracticeId,
    /// Where the person is.
    pub from: String,
    pub to: To,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(export_to = "practice.d.ts")]
pub enum To {
    Next,
    Back,
    /// Straight to the rating after.
    Finish,
}

/// What is on the screen of a running exercise.
#[derive(Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export_to = "practice.d.ts")]
pub struct PracticeView {
    #[ts(type = "number")]
    pub id: PracticeId,
    pub skill: String,
    pub name: String,
    pub cautions: Vec<String>,
    /// `before`, the id of a step, `after`, `use` or `done`.
    pub at: String,
    pub step: Option<Step>,
    pub answer: Option<Answer>,
    /// Earlier answers that the step looks back at.
    pub shown: Vec<AnsweredView>,
    /// Which place of `total` this is, counted from 1.
    pub number: usize,
    pub total: usize,
    pub gate: Option<GateView>,
    /// The personal menu, where the step offers it.
    pub menu: Vec<SlotView>,
    pub before: Option<Rating>,
    pub after: Option<Rating>,
    pub next_skill: Option<NextSkillView>,
    pub finished: bool,
    /// The local date and time at which it was begun.
    pub date: String,
    pub time: String,
    /// The host's clock: milliseconds since 1970 UTC.
    #[ts(type = "number")]
    pub now_ms: i64,
}

/// A step and what was answered to it.
#[derive(Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export_to = "practice.d.ts")]
pub struct AnsweredView {
    pub step: Step,
    pub answer: Answer,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export_to = "practice.d.ts")]
pub struct GateView {
    pub id: String,
    pub title: String,
    pub say: Vec<String>,
    pub ask: Vec<String>,
    pub ok: String,
    pub not_ok: String,
    pub team: Vec<String>,
    /// The answer of the last thirty days.
    pub asked: Option<bool>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export_to = "practice.d.ts")]
pub struct NextSkillView {
    pub id: String,
    pub name: String,
}

/// Begins a practice of a skill. `not_found`: there is no such skill.
pub fn start(
    database: &mut Database,
    library: &Library,
    request: &PracticeStartRequest,
    now: &Now,
) -> Result<PracticeView> {
    let skill = library
        .skill(&request.skill)
        .ok_or(Error::new(ErrorCode::NotFound, "no such skill"))?;
    let need = request.need.unwrap_or_default();
    let before = Rating {
        feeling: need.feeling,
        strength: need.strength,
        urge: need.urge,
        urge_strength: None,
    };
    if !before.is_in_range() {
        return Err(OUT_OF_RANGE);
    }
    let id = database.write(|transaction| {
        record::remove_untouched(transaction)?;
        record::insert(transaction, &Exercise::from(skill), &before, now)
    })?;
    let request = PracticeOpenRequest { id, at: None };
    open(database, library, &request, now)
}

const OUT_OF_RANGE: Error = Error::invalid("a rating out of range");
const NO_SUCH_STEP: Error = Error::invalid("the exercise has no such step");

/// A practice where it goes on, or at a step of it.
pub fn open(
    database: &Database,
    library: &Library,
    request: &PracticeOpenRequest,
    now: &Now,
) -> Result<PracticeView> {
    let record = record::read(database.connection(), request.id)?;
    let at = request.at.clone().unwrap_or_else(|| record.at.clone());
    view(database, library, record, at, now)
}

/// Keeps an answer, durably. `invalid`: it is no answer to that step.
pub fn answer(database: &mut Database, request: &PracticeAnswerRequest, now: &Now) -> Result<()> {
    let PracticeAnswerRequest { id, step, answer } = request;
    let record = record::read(database.connection(), *id)?;
    let step = record.exercise.step(step);
    database.write(|transaction| match (request.step.as_str(), answer) {
        (BEFORE, None) => record::set_before(transaction, *id, &Rating::default()),
        (AFTER, None) => record::set_after(transaction, *id, &Rating::default()),
        (BEFORE | AFTER, Some(Answer::Rating(rating))) if !rating.is_in_range() => {
            Err(OUT_OF_RANGE)
        }
        (BEFORE, Some(Answer::Rating(rating))) => record::set_before(transaction, *id, rating),
        (AFTER, Some(Answer::Rating(rating))) => record::set_after(transaction, *id, rating),
        (USE, None) => record::set_use_code(transaction, *id, None),
        (USE, Some(Answer::Use { code: code @ 0..=7 })) => {
            record::set_use_code(transaction, *id, Some(*code))
        }
        _ => {
            let step = step.ok_or(NO_SUCH_STEP)?;
            if let Some(answer) = answer {
                if !answer.answers(step) {
                    return Err(Error::invalid("an answer of another kind"));
                }
                match (&step.task, answer) {
                    (Task::Gate(gated), Answer::Gate { ok }) => {
                        gate::set(transaction, &gated.gate, *ok, now)?;
                    }
                    (Task::Rate(rate), Answer::Number { value })
                        if rate.sets == Some(Sets::BreakdownPoint) =>
                    {
                        breakdown::set(transaction, Some(*value))?;
                    }
                    _ => {}
                }
            }
            record::set_answer(transaction, *id, &step.id, answer.as_ref())
        }
    })
}

/// Goes on, or back. A step without an answer is skipped.
pub fn go(
    database: &mut Database,
    library: &Library,
    request: &PracticeMoveRequest,
    now: &Now,
) -> Result<PracticeView> {
    let record = record::read(database.connection(), request.id)?;
    let at = match request.to {
        To::Finish => AFTER.to_owned(),
        To::Next => neighbour(&record, &request.from, 1)?,
        To::Back => neighbour(&record, &request.from, -1)?,
    };
    database.write(|transaction| record::set_at(transaction, request.id, &at, now))?;
    let record = record::read(database.connection(), request.id)?;
    view(database, library, record, at, now)
}

/// All places in order: the frame, with the path that the answers lead through inside it.
fn places(record: &Record) -> Vec<&str> {
    let path = record.exercise.path(&record.answers);
    let steps = path.into_iter().map(|step| step.id.as_str());
    let mut places = vec![BEFORE];
    places.extend(steps);
    places.extend([AFTER, USE, DONE]);
    places
}

/// The place `by` places on. From a step that the path no longer touches, the way is that of the file.
fn neighbour(record: &Record, from: &str, by: isize) -> Result<String> {
    let places = places(record);
    let at = places.iter().position(|place| *place == from);
    let found = match at {
        Some(at) => places.get(at.saturating_add_signed(by)).copied(),
        None => {
            let steps = &record.exercise.steps;
            let at = steps.iter().position(|step| step.id == from);
            let at = at.ok_or(NO_SUCH_STEP)?;
            let next = steps.get(at.saturating_add_signed(by));
            Some(next.map_or(AFTER, |step| step.id.as_str()))
        }
    };
    Ok(found.unwrap_or(DONE).to_owned())
}

fn view(
    database: &Database,
    library: &Library,
    record: Record,
    at: String,
    now: &Now,
) -> Result<PracticeView> {
    let connection = database.connection();
    let step = record.exercise.step(&at);
    let is_frame = [BEFORE, AFTER, USE, DONE].contains(&at.as_str());
    if step.is_none() && !is_frame {
        return Err(NO_SUCH_STEP);
    }
    let answer = match at.as_str() {
        BEFORE => Some(Answer::Rating(record.before)),
        AFTER => Some(Answer::Rating(record.after)),
        USE => record.use_code.map(|code| Answer::Use { code }),
        _ => record.answers.get(&at).cloned(),
    };
    let answer = answer.filter(|answer| *answer != Answer::Rating(Rating::default()));
    let (gate, menu) = match step.map(|step| &step.task) {
        Some(Task::Gate(gated)) => (gate_view(database, library, &gated.gate, now)?, Vec::new()),
        Some(Task::Choose(choose)) if choose.menu => (
            None,
            menu::view(connection, library, &record.exercise.skill)?,
        ),
        _ => (None, Vec::new()),
    };
    let places = places(&record);
    let number = places.iter().position(|place| *place == at);
    let next_skill = record
        .exercise
        .next_skill(&record.answers)
        .and_then(|id| library.skill(id));
    Ok(PracticeView {
        id: record.id,
        shown: step.map_or_else(Vec::new, |step| shown(&record, step)),
        number: number.map_or(1, |number| number + 1),
        total: places.len() - 1,
        next_skill: next_skill.map(|skill| NextSkillView {
            id: skill.id.clone(),
            name: skill.name.clone(),
        }),
        step: step.cloned(),
        answer,
        gate,
        menu,
        before: said(record.before),
        after: said(record.after),
        finished: record.finished,
        skill: record.exercise.skill.clone(),
        name: record.exercise.name.clone(),
        cautions: record.exercise.cautions.clone(),
        date: record.date.clone(),
        time: record.time.clone(),
        at,
        now_ms: now.millis(),
    })
}

fn said(rating: Rating) -> Option<Rating> {
    let says = rating.strength.is_some() || rating.urge_strength.is_some();
    (says || rating.feeling.is_some() || rating.urge.is_some()).then_some(rating)
}

/// The answers a step looks back at; what it starts from comes as lines.
fn shown(record: &Record, step: &Step) -> Vec<AnsweredView> {
    let from = match &step.task {
        Task::Sort(sort) => sort.from.as_deref(),
        _ => None,
    };
    let earlier = |id: &str| {
        let answer = record.answers.get(id)?;
        Some(AnsweredView {
            step: record.exercise.step(id)?.clone(),
            answer: if from == Some(id) {
                Answer::Lines {
                    lines: answer.lines(),
                }
            } else {
                answer.clone()
            },
        })
    };
    step.looks_back_at().filter_map(earlier).collect()
}

fn gate_view(
    database: &Database,
    library: &Library,
    id: &str,
    now: &Now,
) -> Result<Option<GateView>> {
    let Some(gate) = library.gate(id) else {
        return Ok(None);
    };
    Ok(Some(GateView {
        id: gate.id.clone(),
        title: gate.title.clone(),
        say: gate.say.clone(),
        ask: gate.ask.clone(),
        ok: gate.ok.clone(),
        not_ok: gate.not_ok.clone(),
        team: gate.team.clone(),
        asked: gate::asked(database.connection(), id, now)?,
    }))
}
