//! Homework: given at a session, due at the next one or on a day.

use std::collections::hash_map::{Entry, HashMap};

use chrono::NaiveDate;
use rusqlite::{Connection, OptionalExtension, Row, named_params};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::line::Line;
use super::occurrence::Viewer;
use super::series::EventId;
use crate::error::{Error, ErrorCode, Result};
use crate::time::{self, Now};
use crate::trash;
use crate::vault::Database;

pub type HomeworkId = i64;

#[derive(Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export_to = "schedule.d.ts")]
pub struct HomeworkView {
    #[ts(type = "number")]
    pub id: HomeworkId,
    pub text: String,
    /// The id of a skill.
    pub skill: Option<String>,
    /// Where it was given.
    #[ts(type = "number | null")]
    pub event: Option<EventId>,
    pub given_date: String,
    pub due: Option<DueView>,
    pub done_date: Option<String>,
    /// Local date on which it went to the trash.
    pub trashed_on: Option<String>,
}

/// A day, or the next session after the one where it was given.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, TS)]
#[ts(export_to = "schedule.d.ts")]
pub struct DueView {
    pub date: String,
    pub time: Option<String>,
    #[ts(type = "number | null")]
    pub event: Option<EventId>,
}

/// Saving replaces the text and all beside it; what is done stays done.
#[derive(Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export_to = "schedule.d.ts")]
pub struct HomeworkSaveRequest {
    /// `null` for a new one.
    #[ts(type = "number | null")]
    pub id: Option<HomeworkId>,
    pub text: String,
    pub skill: Option<String>,
    #[ts(type = "number | null")]
    pub event: Option<EventId>,
    pub given_date: String,
    /// `null`: the next session of the event.
    pub due_date: Option<String>,
}

const NO_SUCH_HOMEWORK: Error = Error::new(ErrorCode::NotFound, "no such homework");

/// Open homework first, the first due first; then what is done, the last done first.
pub fn list(database: &Database, now: &Now) -> Result<Vec<HomeworkView>> {
    let mut all = open(database.connection(), now)?;
    all.extend(select(
        database.connection(),
        "trashed_ms IS NULL AND done_date IS NOT NULL ORDER BY done_date DESC, id DESC",
        [],
        now,
    )?);
    Ok(all)
}

/// The first due first, what has no day last.
pub(super) fn open(connection: &Connection, now: &Now) -> Result<Vec<HomeworkView>> {
    let mut open = select(
        connection,
        "trashed_ms IS NULL AND done_date IS NULL ORDER BY id",
        [],
        now,
    )?;
    open.sort_by_cached_key(|one| (one.due.is_none(), one.due.clone()));
    Ok(open)
}

/// What is in the trash, the last thrown away first.
pub fn trashed(database: &Database, now: &Now) -> Result<Vec<HomeworkView>> {
    let condition = "trashed_ms IS NOT NULL ORDER BY trashed_ms DESC, id DESC";
    select(database.connection(), condition, [], now)
}

fn read(connection: &Connection, id: HomeworkId, now: &Now) -> Result<HomeworkView> {
    let found = select(connection, "id = ?1", [id], now)?.pop();
    found.ok_or(NO_SUCH_HOMEWORK)
}

fn select(
    connection: &Connection,
    condition: &str,
    parameters: impl rusqlite::Params,
    now: &Now,
) -> Result<Vec<HomeworkView>> {
    let mut statement = connection.prepare_cached(&format!(
        "SELECT id, text, skill, event_id, given_date, due_date, done_date, trashed_ms
         FROM homework WHERE {condition}"
    ))?;
    let rows = statement.query_map(parameters, |row| view(row, now))?;
    let mut found = rows.collect::<rusqlite::Result<Vec<_>>>()?;
    let viewer = Viewer::read(connection, now)?;
    let mut lines = HashMap::new();
    for homework in &mut found {
        let is_open = homework.done_date.is_none() && homework.trashed_on.is_none();
        if let (None, Some(event), true) = (&homework.due, homework.event, is_open) {
            let line = match lines.entry(event) {
                Entry::Occupied(known) => known.into_mut(),
                Entry::Vacant(new) => new.insert(Line::read(connection, event)?),
            };
            homework.due = due(line, time::date(&homework.given_date)?, &viewer);
        }
    }
    Ok(found)
}

fn view(row: &Row<'_>, now: &Now) -> rusqlite::Result<HomeworkView> {
    let due_date: Option<String> = row.get("due_date")?;
    let trashed_ms: Option<i64> = row.get("trashed_ms")?;
    Ok(HomeworkView {
        id: row.get("id")?,
        text: row.get("text")?,
        skill: row.get("skill")?,
        event: row.get("event_id")?,
        given_date: row.get("given_date")?,
        due: due_date.map(|date| DueView {
            date,
            time: None,
            event: None,
        }),
        done_date: row.get("done_date")?,
        trashed_on: trashed_ms.and_then(|ms| now.local_date_of(ms)),
    })
}

fn due(line: &Line, given: NaiveDate, viewer: &Viewer) -> Option<DueView> {
    let next = line.next_after(given, viewer)?;
    Some(DueView {
        date: next.date,
        time: next.time,
        event: Some(next.event),
    })
}

/// `invalid`: without a text, with a day that is none or an event that is gone.
pub fn save(
    database: &mut Database,
    request: &HomeworkSaveRequest,
    now: &Now,
) -> Result<HomeworkView> {
    let text = request.text.trim();
    if text.is_empty() {
        return Err(Error::invalid("homework without a text"));
    }
    let given_date = time::date(&request.given_date)?.to_string();
    let due_date = request.due_date.as_deref().map(time::date).transpose()?;
    let statement = if request.id.is_some() {
        "UPDATE homework SET text = :text, skill = :skill, event_id = :event,
                             given_date = :given_date, due_date = :due_date
         WHERE id = :id RETURNING id"
    } else {
        "INSERT INTO homework (id, text, skill, event_id, given_date, due_date)
         VALUES (:id, :text, :skill, :event, :given_date, :due_date) RETURNING id"
    };
    database.write(|transaction| {
        let id = transaction
            .prepare_cached(statement)?
            .query_row(
                named_params! {
                    ":id": request.id,
                    ":text": text,
                    ":skill": request.skill,
                    ":event": request.event,
                    ":given_date": given_date,
                    ":due_date": due_date.map(|date| date.to_string()),
                },
                |row| row.get(0),
            )
            .optional()?
            .ok_or(NO_SUCH_HOMEWORK)?;
        read(transaction, id, now)
    })
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export_to = "schedule.d.ts")]
pub struct HomeworkDoneRequest {
    #[ts(type = "number")]
    pub id: HomeworkId,
    pub done: bool,
}

/// Says that homework is done, today, or that it is not; what was done stays done on its day.
pub fn done(
    database: &mut Database,
    request: HomeworkDoneRequest,
    now: &Now,
) -> Result<HomeworkView> {
    database.write(|transaction| {
        let today = request.done.then(|| now.date().to_string());
        transaction
            .prepare_cached(
                "UPDATE homework SET done_date = iif(?2 IS NULL, NULL, ifnull(done_date, ?2))
                 WHERE id = ?1",
            )?
            .execute((request.id, today))?;
        read(transaction, request.id, now)
    })
}

/// Moves homework to the trash; what is there already stays as it is.
pub fn trash(database: &mut Database, id: HomeworkId, now: &Now) -> Result<()> {
    database.write(|transaction| trash::put(transaction, "homework", id, now))
}

/// Takes homework back out of the trash.
pub fn restore(database: &mut Database, id: HomeworkId) -> Result<()> {
    database.write(|transaction| trash::take_back(transaction, "homework", id))
}

/// Deletes homework for good; `invalid` unless it is in the trash.
pub fn delete(database: &mut Database, id: HomeworkId) -> Result<()> {
    database.write(|transaction| trash::delete(transaction, "homework", id))
}
