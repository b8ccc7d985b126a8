//! The card of one day.

use std::collections::{HashMap, HashSet};

use chrono::NaiveDate;
use rusqlite::{Connection, OptionalExtension, Transaction, named_params};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::set::{self, CardItemView, ItemId};
use super::skills::{self, CardSkillView};
use crate::content::{ItemKind, Library};
use crate::error::{Error, Result};
use crate::help;
use crate::time::{self, Now};
use crate::vault::Database;

#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export_to = "card.d.ts")]
pub struct CardOpenRequest {
    /// A local date, `YYYY-MM-DD`.
    pub date: String,
}

pub type CardClearRequest = CardOpenRequest;

/// An answer to a row: a number, or words for a row of text.
#[derive(Clone, PartialEq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export_to = "card.d.ts")]
pub struct CardValue {
    #[ts(type = "number")]
    pub item: ItemId,
    pub number: Option<f64>,
    pub text: Option<String>,
}

/// A whole day; saving replaces it. Rows without an answer are left out.
#[derive(Clone, PartialEq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export_to = "card.d.ts")]
pub struct CardSaveRequest {
    pub date: String,
    pub values: Vec<CardValue>,
    /// The skills used that day.
    pub skills: Vec<String>,
    /// The use code of the day, 0 to 7.
    pub skills_code: Option<u8>,
    pub why_no_skills: String,
    pub note: String,
    pub session_day: bool,
}

#[derive(Clone, PartialEq, Serialize, TS)]
#[ts(export_to = "card.d.ts")]
pub struct CardView {
    pub date: String,
    /// The rows of that card: those with an answer as they were then, and the set of today.
    pub items: Vec<CardItemView>,
    pub values: Vec<CardValue>,
    pub skills: Vec<CardSkillView>,
    pub skills_code: Option<u8>,
    pub why_no_skills: String,
    pub note: String,
    pub session_day: bool,
    pub filled: bool,
    /// First filled in on a later day.
    pub filled_later: bool,
    pub filled_on: Option<String>,
}

#[derive(Clone, PartialEq, Serialize, TS)]
#[ts(export_to = "card.d.ts")]
pub struct CardSavedView {
    pub card: CardView,
    /// A rating has become high, and Help now was not offered today.
    pub offer_help: bool,
}

/// The card of a date; empty where none was filled in.
pub fn open(database: &mut Database, library: &Library, date: &str) -> Result<CardView> {
    let date = time::date(date)?.to_string();
    set::ensure_start_set(database)?;
    view(database.connection(), library, date)
}

pub(super) struct Filled {
    pub filled_on: String,
    pub skills_code: Option<u8>,
    pub why_no_skills: String,
    pub note: String,
    pub session_day: bool,
}

pub(super) fn filled(connection: &Connection, date: &str) -> Result<Option<Filled>> {
    let card = connection
        .prepare_cached(
            "SELECT filled_date, skills_code, why_no_skills, note, session_day FROM card
             WHERE local_date = ?1",
        )?
        .query_row([date], |row| {
            Ok(Filled {
                filled_on: row.get(0)?,
                skills_code: row.get(1)?,
                why_no_skills: row.get(2)?,
                note: row.get(3)?,
                session_day: row.get(4)?,
            })
        })
        .optional()?;
    Ok(card)
}

pub(super) fn values(connection: &Connection, date: &str) -> Result<Vec<CardValue>> {
    let mut statement = connection.prepare_cached(
        "SELECT item_id, number, text FROM card_value WHERE local_date = ?1 ORDER BY item_id",
    )?;
    let rows = statement.query_map([date], |row| {
        Ok(CardValue {
            item: row.get(0)?,
            number: row.get(1)?,
            text: row.get(2)?,
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

fn view(connection: &Connection, library: &Library, date: String) -> Result<CardView> {
    let values = values(connection, &date)?;
    let answered = values.iter().map(|value| value.item).collect();
    let card = filled(connection, &date)?;
    let filled = card.is_some();
    let card = card.unwrap_or(Filled {
        filled_on: String::new(),
        skills_code: None,
        why_no_skills: String::new(),
        note: String::new(),
        session_day: false,
    });
    Ok(CardView {
        items: rows_of(connection, &answered)?,
        values,
        skills: skills::of_day(connection, library, &date)?,
        skills_code: card.skills_code,
        why_no_skills: card.why_no_skills,
        note: card.note,
        session_day: card.session_day,
        filled,
        // Dates of this form sort as text.
        filled_later: filled && card.filled_on > date,
        filled_on: filled.then_some(card.filled_on),
        date,
    })
}

/// The rows with an answer, and those of today's set; of a row and one that follows it, the answered.
pub(super) fn rows_of(
    connection: &Connection,
    answered: &HashSet<ItemId>,
) -> Result<Vec<CardItemView>> {
    let follows = follows(connection)?;
    let hidden = set::hidden(connection)?;
    let mut items = set::items(connection, "TRUE", [])?;
    let stands_in = |item: &CardItemView| {
        let earlier = std::iter::successors(follows.get(&item.id), |id| follows.get(id));
        earlier.into_iter().any(|id| answered.contains(id))
    };
    items.retain(|item| {
        answered.contains(&item.id) || !(hidden.contains(&item.id) || stands_in(item))
    });
    Ok(items)
}

/// From each row to the one it follows.
pub(crate) fn follows(connection: &Connection) -> Result<HashMap<ItemId, ItemId>> {
    let mut statement =
        connection.prepare_cached("SELECT id, follows FROM card_item WHERE follows IS NOT NULL")?;
    let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Saves a day's card, durably, then says whether Help now is to be offered.
///
/// `invalid`: a value that its row cannot have, or a date that is not yet.
pub fn save(
    database: &mut Database,
    library: &Library,
    request: &CardSaveRequest,
    now: &Now,
) -> Result<CardSavedView> {
    let offer_help = keep(database, request, now, |transaction| {
        help::offer(transaction, now)
    })?;
    Ok(CardSavedView {
        card: view(database.connection(), library, request.date.clone())?,
        offer_help,
    })
}

/// Saves a day's card; asks `offer` if a rating has become high.
pub(crate) fn keep(
    database: &mut Database,
    request: &CardSaveRequest,
    now: &Now,
    offer: impl FnOnce(&Transaction<'_>) -> Result<bool>,
) -> Result<bool> {
    let date = time::date(&request.date)?;
    if date > now.date() {
        return Err(Error::invalid("a day that is not yet"));
    }
    database.write(|transaction| {
        let is_high = write(transaction, &date.to_string(), request, now.date())?;
        Ok(is_high && offer(transaction)?)
    })
}

/// Answers whether a value calls for Help now that has not done so before.
fn write(
    transaction: &Transaction<'_>,
    date: &str,
    request: &CardSaveRequest,
    today: NaiveDate,
) -> Result<bool> {
    transaction
        .prepare_cached(
            "INSERT INTO card (local_date, filled_date, skills_code, why_no_skills, note,
                               session_day)
             VALUES (:date, :today, :code, :why, :note, :session)
             ON CONFLICT (local_date) DO UPDATE SET skills_code = excluded.skills_code,
                 why_no_skills = excluded.why_no_skills, note = excluded.note,
                 session_day = excluded.session_day",
        )?
        .execute(named_params! {
            ":date": date,
            ":today": today.to_string(),
            ":code": request.skills_code,
            ":why": request.why_no_skills,
            ":note": request.note,
            ":session": request.session_day,
        })?;
    let offered = offered(transaction, date)?;
    transaction
        .prepare_cached("DELETE FROM card_value WHERE local_date = ?1")?
        .execute([date])?;
    let mut insert = transaction.prepare_cached(
        "INSERT INTO card_value (item_id, local_date, number, text) VALUES (?1, ?2, ?3, ?4)",
    )?;
    let mut is_high = false;
    for value in &request.values {
        let item = set::find(transaction, value.item)?;
        if !is_answer(item.kind, value) {
            return Err(Error::invalid("a value that its row cannot have"));
        }
        insert.execute((value.item, date, value.number, &value.text))?;
        let from: Option<f64> = transaction
            .prepare_cached("SELECT offers_help_from FROM card_item WHERE id = ?1")?
            .query_row([value.item], |row| row.get(0))?;
        let is_above = value
            .number
            .zip(from)
            .is_some_and(|(number, from)| number >= from);
        is_high |= is_above && !offered.contains(value);
    }
    skills::set(transaction, date, &request.skills)?;
    Ok(is_high)
}

/// The values of a day that Help now was offered for, where they called for it. What was saved at a
/// lock, with nobody there, is none of them until an offer has followed.
fn offered(transaction: &Transaction<'_>, date: &str) -> Result<Vec<CardValue>> {
    match filled(transaction, date)? {
        Some(card) if help::was_offered_since(transaction, &card.filled_on)? => {
            values(transaction, date)
        }
        _ => Ok(Vec::new()),
    }
}

fn is_answer(kind: ItemKind, value: &CardValue) -> bool {
    let whole = |most: f64| {
        let number = value.number.filter(|number| (0.0..=most).contains(number));
        value.text.is_none() && number.is_some_and(|number| number.fract() == 0.0)
    };
    match kind {
        ItemKind::Scale => whole(5.0),
        ItemKind::Count => whole(99.0),
        ItemKind::YesNo => whole(1.0),
        ItemKind::Hours => {
            let number = value.number.filter(|number| (0.0..=24.0).contains(number));
            value.text.is_none() && number.is_some_and(|number| (number * 2.0).fract() == 0.0)
        }
        ItemKind::Text => {
            let words = value.text.as_deref().map(str::trim);
            value.number.is_none() && words.is_some_and(|words| !words.is_empty())
        }
    }
}

/// Takes a day's card away. Saving what was on it brings it back.
pub fn clear(database: &mut Database, date: &str) -> Result<()> {
    let date = time::date(date)?.to_string();
    database.write(|transaction| {
        transaction.execute("DELETE FROM card WHERE local_date = ?1", [date])?;
        Ok(())
    })
}
