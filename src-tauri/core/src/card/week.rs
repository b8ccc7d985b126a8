//! Seven days side by side, as they are brought to a session: rows are targets, columns are days.

use std::collections::HashSet;

use chrono::{Days, NaiveDate};
use serde::Serialize;
use ts_rs::TS;

use super::day::{self, CardValue};
use super::set::{self, CardItemView};
use super::skills;
use crate::content::{Instrument, Library, Module};
use crate::error::{Error, Result};
use crate::time;
use crate::vault::Database;

#[derive(Clone, PartialEq, Serialize, TS)]
#[ts(export_to = "card.d.ts")]
pub struct WeekView {
    /// Seven of them.
    pub days: Vec<WeekDay>,
    pub rows: Vec<WeekRow>,
    /// Skills used on one of the days.
    pub skills: Vec<WeekSkill>,
    /// Finished on one of the days.
    pub assessments: Vec<WeekScore>,
}

#[derive(Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export_to = "card.d.ts")]
pub struct WeekDay {
    pub date: String,
    pub filled: bool,
    pub filled_later: bool,
    pub session_day: bool,
    pub skills_code: Option<u8>,
    pub why_no_skills: String,
    pub note: String,
}

#[derive(Clone, PartialEq, Serialize, TS)]
#[ts(export_to = "card.d.ts")]
pub struct WeekRow {
    pub item: CardItemView,
    /// One for each day; `null` where nothing was said.
    pub cells: Vec<Option<WeekCell>>,
}

#[derive(Clone, PartialEq, Serialize, TS)]
#[ts(export_to = "card.d.ts")]
pub struct WeekCell {
    pub number: Option<f64>,
    pub text: Option<String>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export_to = "card.d.ts")]
pub struct WeekSkill {
    pub skill: String,
    pub name: String,
    pub module: Module,
    pub days: Vec<bool>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export_to = "card.d.ts")]
pub struct WeekScore {
    pub date: String,
    pub name: String,
    pub score: u16,
}

const DAYS: u64 = 7;

pub fn week(database: &mut Database, library: &Library, from: &str) -> Result<WeekView> {
    let from = time::date(from)?;
    set::ensure_start_set(database)?;
    let dates = (0..DAYS)
        .map(|day| from.checked_add_days(Days::new(day)))
        .collect::<Option<Vec<_>>>()
        .ok_or(Error::invalid("a week outside the calendar"))?;
    let connection = database.connection();
    let (mut days, mut values, mut used) = (Vec::new(), Vec::new(), Vec::new());
    for date in dates.iter().map(NaiveDate::to_string) {
        values.push(day::values(connection, &date)?);
        used.push(skills::of_day(connection, library, &date)?);
        let card = day::filled(connection, &date)?;
        days.push(WeekDay {
            filled: card.is_some(),
            filled_later: card.as_ref().is_some_and(|card| card.filled_on > date),
            session_day: card.as_ref().is_some_and(|card| card.session_day),
            skills_code: card.as_ref().and_then(|card| card.skills_code),
            why_no_skills: card
                .as_ref()
                .map_or_else(String::new, |card| card.why_no_skills.clone()),
            note: card.map_or_else(String::new, |card| card.note),
            date,
        });
    }
    let answered: HashSet<_> = values.iter().flatten().map(|value| value.item).collect();
    let cell = |values: &Vec<CardValue>, item: &CardItemView| {
        let value = values.iter().find(|value| value.item == item.id)?;
        Some(WeekCell {
            number: value.number,
            text: value.text.clone(),
        })
    };
    let rows = day::rows_of(connection, &answered)?
        .into_iter()
        .map(|item| WeekRow {
            cells: values.iter().map(|values| cell(values, &item)).collect(),
            item,
        });
    let skills = library
        .skills()
        .iter()
        .enumerate()
        .map(|(place, skill)| WeekSkill {
            skill: skill.id.clone(),
            name: skill.name.clone(),
            module: skill.module,
            days: used
                .iter()
                .map(|day| day.get(place).is_some_and(|skill| skill.used))
                .collect(),
        });
    Ok(WeekView {
        rows: rows.collect(),
        skills: skills.filter(|skill| skill.days.contains(&true)).collect(),
        assessments: scores(database, &days)?,
        days,
    })
}

fn scores(database: &Database, days: &[WeekDay]) -> Result<Vec<WeekScore>> {
    let instruments = Instrument::bundled()?;
    let mut statement = database.connection().prepare_cached(
        "SELECT instrument, local_date, score FROM assessment
         WHERE trashed_ms IS NULL AND score IS NOT NULL AND local_date BETWEEN ?1 AND ?2
         ORDER BY position",
    )?;
    let bounds = (
        days.first().map(|day| &day.date),
        days.last().map(|day| &day.date),
    );
    let rows = statement.query_map(bounds, |row| {
        Ok((row.get::<_, String>(0)?, row.get(1)?, row.get(2)?))
    })?;
    let mut scores = Vec::new();
    for row in rows {
        let (id, date, score) = row?;
        if let Some(instrument) = instruments.iter().find(|instrument| instrument.id == id) {
            scores.push(WeekScore {
                date,
                name: instrument.name.clone(),
                score,
            });
        }
    }
    Ok(scores)
}
