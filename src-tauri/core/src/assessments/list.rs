//! The instruments there are, when each was last done, and what it said over time.

use chrono::{Days, NaiveDate};
use rusqlite::{Connection, OptionalExtension};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::run::{self, AssessmentId, instrument_of};
use crate::content::Instrument;
use crate::error::Result;
use crate::time::Now;
use crate::vault::Database;

#[derive(Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export_to = "assessments.d.ts")]
pub struct InstrumentView {
    pub id: String,
    pub name: String,
    pub full_name: String,
    pub about: Vec<String>,
    pub opt_in: bool,
    /// Switched on; those that are not opt-in are on from the start.
    pub on: bool,
    /// Shown before the start.
    pub notice: Vec<String>,
    pub notes: Vec<String>,
    pub credit: String,
    pub licence: String,
    pub sources: Vec<String>,
    /// It is on, and its rhythm since the last time is over. Never true before the first time.
    pub due: bool,
    #[ts(type = "number | null")]
    pub unfinished: Option<AssessmentId>,
    pub last: Option<AssessmentSummaryView>,
    pub times_done: u32,
}

/// A finished assessment as a line of a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export_to = "assessments.d.ts")]
pub struct AssessmentSummaryView {
    #[ts(type = "number")]
    pub id: AssessmentId,
    pub date: String,
    pub score: u16,
}

#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export_to = "assessments.d.ts")]
pub struct AssessmentChooseRequest {
    pub instrument: String,
    pub on: bool,
}

pub fn instruments(database: &Database, now: &Now) -> Result<Vec<InstrumentView>> {
    let view = |instrument: Instrument| {
        let connection = database.connection();
        let on = is_on(connection, &instrument)?;
        let times_done = connection
            .prepare_cached(
                "SELECT count(*) FROM assessment
                 WHERE instrument = ?1 AND score IS NOT NULL AND trashed_ms IS NULL",
            )?
            .query_row([&instrument.id], |row| row.get(0))?;
        let last = summaries(database, &instrument.id, None, 1)?.pop();
        let rhythm = Days::new(instrument.rhythm_days.into());
        let next = last.as_ref().and_then(|last| {
            let date = last.date.parse::<NaiveDate>().ok()?;
            date.checked_add_days(rhythm)
        });
        Ok(InstrumentView {
            on,
            unfinished: run::unfinished(connection, &instrument.id)?,
            due: on && next.is_some_and(|next| next <= now.date()),
            last,
            times_done,
            id: instrument.id,
            name: instrument.name,
            full_name: instrument.full_name,
            about: instrument.about,
            opt_in: instrument.opt_in,
            notice: instrument.notice,
            notes: instrument.notes,
            credit: instrument.credit,
            licence: instrument.licence,
            sources: instrument.sources,
        })
    };
    Instrument::bundled()?.into_iter().map(view).collect()
}

/// Switched on, or on from the start.
pub(crate) fn is_on(connection: &Connection, instrument: &Instrument) -> Result<bool> {
    let chosen = connection
        .prepare_cached("SELECT is_on FROM instrument_choice WHERE instrument = ?1")?
        .query_row([&instrument.id], |row| row.get(0))
        .optional()?;
    Ok(chosen.unwrap_or(!instrument.opt_in))
}

/// Switches an instrument on or off. What was filled in stays.
pub fn choose(database: &mut Database, request: &AssessmentChooseRequest) -> Result<()> {
    let instrument = instrument_of(&request.instrument)?;
    database.write(|transaction| {
        transaction.execute(
            "INSERT INTO instrument_choice (instrument, is_on) VALUES (?1, ?2)
             ON CONFLICT (instrument) DO UPDATE SET is_on = excluded.is_on",
            (&instrument.id, request.on),
        )?;
        Ok(())
    })
}

/// The finished ones of an instrument, newest first.
pub fn page(database: &Database, instrument: &str) -> Result<Vec<AssessmentSummaryView>> {
    const MOST: u16 = 1_000;
    summaries(database, instrument, None, MOST)
}

pub(super) fn summaries(
    database: &Database,
    instrument: &str,
    before: Option<i64>,
    limit: u16,
) -> Result<Vec<AssessmentSummaryView>> {
    let mut statement = database.connection().prepare_cached(
        "SELECT id, local_date, score FROM assessment
         WHERE instrument = ?1 AND score IS NOT NULL AND trashed_ms IS NULL AND position < ?2
         ORDER BY position DESC LIMIT ?3",
    )?;
    let rows = statement.query_map((instrument, before.unwrap_or(i64::MAX), limit), |row| {
        Ok(AssessmentSummaryView {
            id: row.get(0)?,
            date: row.get(1)?,
            score: row.get(2)?,
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}
