//! The skills of a day: those that were practised, unless the person says otherwise.

use std::collections::{HashMap, HashSet};

use rusqlite::{Connection, Transaction};
use serde::Serialize;
use ts_rs::TS;

use crate::content::{Library, Module};
use crate::error::Result;

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export_to = "card.d.ts")]
pub struct CardSkillView {
    pub skill: String,
    pub name: String,
    pub module: Module,
    pub used: bool,
    /// An exercise of it was finished on that day.
    pub practised: bool,
}

/// Every skill of the library on one day.
pub(super) fn of_day(
    connection: &Connection,
    library: &Library,
    date: &str,
) -> Result<Vec<CardSkillView>> {
    let practised = practised(connection, date)?;
    let said = said(connection, date)?;
    let view = |skill: &crate::content::Skill| {
        let practised = practised.contains(&skill.id);
        CardSkillView {
            skill: skill.id.clone(),
            name: skill.name.clone(),
            module: skill.module,
            used: said.get(&skill.id).copied().unwrap_or(practised),
            practised,
        }
    };
    Ok(library.skills().iter().map(view).collect())
}

fn practised(connection: &Connection, date: &str) -> Result<HashSet<String>> {
    let mut statement = connection.prepare_cached(
        "SELECT DISTINCT skill FROM practice INDEXED BY practice_use_by_date
         JOIN exercise ON exercise.id = exercise_id WHERE is_use = 1 AND local_date = ?1",
    )?;
    let rows = statement.query_map([date], |row| row.get(0))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

fn said(connection: &Connection, date: &str) -> Result<HashMap<String, bool>> {
    let mut statement =
        connection.prepare_cached("SELECT skill, used FROM card_skill WHERE local_date = ?1")?;
    let rows = statement.query_map([date], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Keeps only what differs from that day's practice.
pub(super) fn set(transaction: &Transaction<'_>, date: &str, used: &[String]) -> Result<()> {
    transaction.execute("DELETE FROM card_skill WHERE local_date = ?1", [date])?;
    let practised = practised(transaction, date)?;
    let mut insert = transaction
        .prepare_cached("INSERT INTO card_skill (local_date, skill, used) VALUES (?1, ?2, ?3)")?;
    let used: HashSet<&str> = used.iter().map(String::as_str).collect();
    for skill in used.iter().filter(|skill| !practised.contains(**skill)) {
        insert.execute((date, skill, true))?;
    }
    for skill in practised
        .iter()
        .filter(|skill| !used.contains(skill.as_str()))
    {
        insert.execute((date, skill, false))?;
    }
    Ok(())
}
