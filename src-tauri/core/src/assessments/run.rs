//! Filling in one assessment.

use rusqlite::{Connection, OptionalExtension};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::list::{AssessmentSummaryView, summaries};
use super::scoring::{self, GATE, Given};
use crate::content::{AnswerOption, AssessmentGate, Band, Better, Instrument};
use crate::error::{Error, ErrorCode, Result};
use crate::help;
use crate::position::free_position;
use crate::time::Now;
use crate::vault::Database;

pub type AssessmentId = i64;

/// Gives an answer, or takes it away with `null`.
#[derive(Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export_to = "assessments.d.ts")]
pub struct AssessmentAnswerRequest {
    #[ts(type = "number")]
    pub id: AssessmentId,
    /// The item, or `gate`.
    pub item: String,
    pub value: Option<u8>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[ts(export_to = "assessments.d.ts")]
pub struct AssessmentAnsweredView {
    /// The answer is saved, it was another before, it calls for Help now, and that was not offered
    /// today.
    pub offer_help: bool,
}

#[derive(Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export_to = "assessments.d.ts")]
pub struct AssessmentView {
    #[ts(type = "number")]
    pub id: AssessmentId,
    pub instrument: String,
    pub name: String,
    pub lead: String,
    pub gate: Option<AssessmentGate>,
    pub items: Vec<AssessmentItemView>,
    pub answers: Vec<GivenAnswer>,
    pub finished: bool,
    pub date: String,
    pub score: Option<u16>,
    pub most: u16,
    pub better: Better,
    pub band: Option<Band>,
    /// The finished one before it.
    pub before: Option<AssessmentSummaryView>,
    /// The change that is clinically meaningful, where one is published.
    pub change: Option<u16>,
    /// What is to be said beside a score.
    pub notes: Vec<String>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export_to = "assessments.d.ts")]
pub struct AssessmentItemView {
    pub id: String,
    pub text: String,
    pub options: Vec<AnswerOption>,
    /// Belongs to the score.
    pub counts: bool,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export_to = "assessments.d.ts")]
pub struct GivenAnswer {
    pub item: String,
    pub value: u8,
}

const NO_SUCH_ASSESSMENT: Error = Error::new(ErrorCode::NotFound, "no such assessment");

struct Record {
    instrument: Instrument,
    position: i64,
    date: String,
    score: Option<u16>,
    given: Given,
}

fn record(connection: &Connection, id: AssessmentId) -> Result<Record> {
    let (instrument, position, date, score): (String, _, _, _) = connection
        .prepare_cached(
            "SELECT instrument, position, local_date, score FROM assessment WHERE id = ?1",
        )?
        .query_row([id], |row| {
            Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?))
        })
        .optional()?
        .ok_or(NO_SUCH_ASSESSMENT)?;
    let mut answers = connection
        .prepare_cached("SELECT item, value FROM assessment_answer WHERE assessment_id = ?1")?;
    let rows = answers.query_map([id], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(Record {
        instrument: instrument_of(&instrument)?,
        position,
        date,
        score,
        given: rows.collect::<rusqlite::Result<_>>()?,
    })
}

pub(super) fn instrument_of(id: &str) -> Result<Instrument> {
    Instrument::find(id)?.ok_or(Error::new(ErrorCode::NotFound, "no such instrument"))
}

/// Begins an assessment, or goes on with one that is half-done.
pub fn start(database: &mut Database, instrument: &str, now: &Now) -> Result<AssessmentView> {
    let instrument = instrument_of(instrument)?;
    let half_done = unfinished(database.connection(), &instrument.id)?;
    let id = match half_done {
        Some(id) => id,
        None => database.write(|transaction| {
            let stamp = now.stamp();
            transaction.execute(
                "INSERT INTO assessment (instrument, position, offset_minutes, local_date)
                 VALUES (?1, ?2, ?3, ?4)",
                (
                    &instrument.id,
                    free_position(transaction, "assessment", stamp)?,
                    stamp.offset_minutes,
                    stamp.local().date().to_string(),
                ),
            )?;
            Ok(transaction.last_insert_rowid())
        })?,
    };
    open(database, id)
}

pub(super) fn unfinished(
    connection: &Connection,
    instrument: &str,
) -> Result<Option<AssessmentId>> {
    let id = connection
        .prepare_cached(
            "SELECT id FROM assessment
             WHERE instrument = ?1 AND score IS NULL AND trashed_ms IS NULL
             ORDER BY position DESC LIMIT 1",
        )?
        .query_row([instrument], |row| row.get(0))
        .optional()?;
    Ok(id)
}

pub fn open(database: &Database, id: AssessmentId) -> Result<AssessmentView> {
    let record = record(database.connection(), id)?;
    let Record {
        instrument, score, ..
    } = &record;
    let before = summaries(database, &instrument.id, Some(record.position), 1)?.pop();
    Ok(AssessmentView {
        id,
        items: instrument
            .items
            .iter()
            .map(|item| AssessmentItemView {
                id: item.id.clone(),
                text: item.text.clone(),
                options: instrument.options_of(item).to_vec(),
                counts: item.counts,
            })
            .collect(),
        answers: record
            .given
            .iter()
            .map(|(item, value)| GivenAnswer {
                item: item.clone(),
                value: *value,
            })
            .collect(),
        finished: score.is_some(),
        band: score.and_then(|score| instrument.band(score)).cloned(),
        score: *score,
        most: instrument.score.most,
        better: instrument.score.better,
        change: instrument.score.change,
        before,
        name: instrument.name.clone(),
        lead: instrument.lead.clone(),
        gate: instrument.gate.clone(),
        notes: instrument.notes.clone(),
        instrument: instrument.id.clone(),
        date: record.date,
    })
}

/// Keeps an answer, durably, then says whether Help now is to be offered. A finished assessment is
/// scored anew; one that has open questions again is half-done.
///
/// `invalid`: the instrument has no such item or answer, or a finished one would lose its score by
/// an answer that is taken away.
pub fn answer(
    database: &mut Database,
    request: &AssessmentAnswerRequest,
    now: &Now,
) -> Result<AssessmentAnsweredView> {
    let AssessmentAnswerRequest { id, item, value } = request;
    let mut record = record(database.connection(), *id)?;
    let helps_if_above = allowed(&record.instrument, item, *value)?;
    let before = match value {
        Some(value) => record.given.insert(item.clone(), *value),
        None => record.given.remove(item),
    };
    let score = scoring::score(&record.instrument, &record.given);
    if value.is_none() && record.score.is_some() && score.is_none() {
        return Err(Error::invalid("a finished assessment keeps its answers"));
    }
    let is_high = value
        .zip(helps_if_above)
        .is_some_and(|(value, above)| value > above && before != Some(value));
    let offer_help = database.write(|transaction| {
        match value {
            Some(value) => transaction.execute(
                "INSERT INTO assessment_answer (assessment_id, item, value) VALUES (?1, ?2, ?3)
                 ON CONFLICT (assessment_id, item) DO UPDATE SET value = excluded.value",
                (id, item, value),
            )?,
            None => transaction.execute(
                "DELETE FROM assessment_answer WHERE assessment_id = ?1 AND item = ?2",
                (id, item),
            )?,
        };
        if record.score.is_some() {
            transaction.execute(
                "UPDATE assessment SET score = ?2 WHERE id = ?1",
                (id, score),
            )?;
        }
        Ok(is_high && help::offer(transaction, now)?)
    })?;
    Ok(AssessmentAnsweredView { offer_help })
}

/// From which value on an allowed answer calls for Help now.
fn allowed(instrument: &Instrument, item: &str, value: Option<u8>) -> Result<Option<u8>> {
    const NO_SUCH_ANSWER: Error = Error::invalid("the instrument has no such answer");
    if item == GATE {
        let fits = instrument.gate.is_some() && value.is_none_or(|value| value <= 1);
        return if fits { Ok(None) } else { Err(NO_SUCH_ANSWER) };
    }
    let item = instrument.item(item).ok_or(NO_SUCH_ANSWER)?;
    let options = instrument.options_of(item);
    let fits = value.is_none_or(|value| options.iter().any(|option| option.value == value));
    if fits {
        Ok(item.helps_if_above)
    } else {
        Err(NO_SUCH_ANSWER)
    }
}

/// Scores an assessment. `invalid` while a counted item has no answer.
pub fn finish(database: &mut Database, id: AssessmentId, now: &Now) -> Result<AssessmentView> {
    let record = record(database.connection(), id)?;
    let score = scoring::score(&record.instrument, &record.given)
        .ok_or(Error::invalid("an item has no answer"))?;
    if record.score.is_none() {
        database.write(|transaction| {
            let stamp = now.stamp();
            transaction.execute(
                "UPDATE assessment SET score = ?2, position = ?3, offset_minutes = ?4,
                                       local_date = ?5
                 WHERE id = ?1",
                (
                    id,
                    score,
                    free_position(transaction, "assessment", stamp)?,
                    stamp.offset_minutes,
                    stamp.local().date().to_string(),
                ),
            )?;
            Ok(())
        })?;
    }
    open(database, id)
}
