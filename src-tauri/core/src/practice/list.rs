//! Practices as a list: newest first, a page at a time.

use rusqlite::{Row, named_params};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::record::PracticeId;
use crate::content::Feeling;
use crate::error::Result;
use crate::position::local_parts;
use crate::sql_name::Name;
use crate::time::Now;
use crate::vault::Database;

#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export_to = "practice.d.ts")]
pub struct PracticePageRequest {
    pub which: Which,
    /// Those of one skill only.
    pub skill: Option<String>,
    /// `next` of the page before; `null` for the newest.
    #[ts(type = "number | null")]
    pub before: Option<i64>,
    pub limit: u16,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(export_to = "practice.d.ts")]
pub enum Which {
    Finished,
    Unfinished,
    Trashed,
}

impl Which {
    const fn condition(self) -> &'static str {
        match self {
            Self::Finished => "trashed_ms IS NULL AND finished_ms IS NOT NULL",
            Self::Unfinished => "trashed_ms IS NULL AND finished_ms IS NULL",
            Self::Trashed => "trashed_ms IS NOT NULL",
        }
    }
}

#[derive(Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export_to = "practice.d.ts")]
pub struct PracticePageView {
    pub practices: Vec<PracticeSummaryView>,
    /// Where the next page starts; `null` on the last.
    #[ts(type = "number | null")]
    pub next: Option<i64>,
    /// On all pages.
    #[ts(type = "number")]
    pub total: i64,
}

/// A practice as a line of a list.
#[derive(Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export_to = "practice.d.ts")]
pub struct PracticeSummaryView {
    #[ts(type = "number")]
    pub id: PracticeId,
    pub skill: String,
    pub name: String,
    /// The local date and time at which it was begun.
    pub date: String,
    pub time: String,
    pub finished: bool,
    /// Local date on which it went to the trash.
    pub trashed_on: Option<String>,
    pub feeling: Option<Feeling>,
    /// Intensity, 0 to 100.
    pub before: Option<u8>,
    pub after: Option<u8>,
    /// The use code, 0 to 7.
    pub code: Option<u8>,
    /// The first words that were written, on one line.
    pub excerpt: String,
}

const LARGEST_PAGE: u16 = 200;

pub(super) const SUMMARY_COLUMNS: &str = "practice.id, practice.position, exercise.skill,
     exercise.name, instant_ms, offset_minutes, finished_ms, trashed_ms, feeling,
     strength_before, strength_after, use_code,
     (SELECT part.atom FROM answer, json_tree(answer.content) AS part
      WHERE practice_id = practice.id AND part.key = 'text' AND part.atom GLOB '*[^ \t\r\n]*'
      ORDER BY answer.id, part.id LIMIT 1) AS opening";

pub fn page(
    database: &Database,
    request: &PracticePageRequest,
    now: &Now,
) -> Result<PracticePageView> {
    let limit = request.limit.clamp(1, LARGEST_PAGE);
    let condition = request.which.condition();
    let of_skill = match request.skill {
        Some(_) => "AND exercise_id IN (SELECT id FROM exercise WHERE skill = :skill)",
        None => "AND :skill IS NULL",
    };
    let connection = database.connection();
    let total = connection
        .prepare_cached(&format!(
            "SELECT count(*) FROM practice WHERE {condition} {of_skill}"
        ))?
        .query_row(named_params! { ":skill": request.skill }, |row| row.get(0))?;
    let mut statement = connection.prepare_cached(&format!(
        "SELECT {SUMMARY_COLUMNS} FROM practice JOIN exercise ON exercise.id = exercise_id
         WHERE {condition} {of_skill} AND practice.position < :before
         ORDER BY practice.position DESC LIMIT :limit"
    ))?;
    let parameters = named_params! {
        ":skill": request.skill,
        ":before": request.before.unwrap_or(i64::MAX),
        ":limit": limit + 1,
    };
    let rows = statement.query_map(parameters, |row| {
        Ok((row.get("position")?, summary(row, now)?))
    })?;
    let mut rows = rows.collect::<rusqlite::Result<Vec<(i64, _)>>>()?;
    let more = rows.len() > usize::from(limit);
    rows.truncate(usize::from(limit));
    Ok(PracticePageView {
        next: rows.last().map(|(position, _)| *position).filter(|_| more),
        practices: rows.into_iter().map(|(_, summary)| summary).collect(),
        total,
    })
}

/// The newest few of one kind.
pub(crate) fn newest(
    database: &Database,
    which: Which,
    skill: Option<&str>,
    limit: u16,
    now: &Now,
) -> Result<Vec<PracticeSummaryView>> {
    let request = PracticePageRequest {
        which,
        skill: skill.map(str::to_owned),
        before: None,
        limit,
    };
    Ok(page(database, &request, now)?.practices)
}

/// Reads a row of [`SUMMARY_COLUMNS`].
pub(super) fn summary(row: &Row<'_>, now: &Now) -> rusqlite::Result<PracticeSummaryView> {
    let (date, time) = local_parts(row)?;
    let trashed_on = row
        .get::<_, Option<i64>>("trashed_ms")?
        .and_then(|trashed_ms| now.local_date_of(trashed_ms));
    let opening: Option<String> = row.get("opening")?;
    Ok(PracticeSummaryView {
        id: row.get("id")?,
        skill: row.get("skill")?,
        name: row.get("name")?,
        date,
        time,
        finished: row.get::<_, Option<i64>>("finished_ms")?.is_some(),
        trashed_on,
        feeling: row
            .get::<_, Option<Name<Feeling>>>("feeling")?
            .map(|name| name.0),
        before: row.get("strength_before")?,
        after: row.get("strength_after")?,
        code: row.get("use_code")?,
        excerpt: opening.as_deref().map_or_else(String::new, excerpt),
    })
}

const EXCERPT_CHARACTERS: usize = 160;

/// The first words of a text, on one line.
fn excerpt(text: &str) -> String {
    let words = text.split_whitespace().collect::<Vec<_>>().join(" ");
    words.chars().take(EXCERPT_CHARACTERS).collect()
}
