//! Check-ins: saving, listing, throwing away with thirty days' grace.

use rusqlite::{OptionalExtension, Row, Transaction, named_params};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::error::{Error, ErrorCode, Result};
use crate::journal::Written;
use crate::position::{free_position, local_parts};
use crate::time::{Now, Stamp};
use crate::trash;
use crate::vault::Database;

pub type CheckInId = i64;

/// Saving replaces the whole check-in.
#[derive(Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export_to = "check_in.d.ts")]
pub struct CheckInSaveRequest {
    /// `null` for a new one.
    #[ts(type = "number | null")]
    pub id: Option<CheckInId>,
    /// 1, very unpleasant, to 7, very pleasant.
    pub mood: u8,
    pub words: Vec<String>,
    pub note: String,
    /// `null`: now for a new one, unchanged for an old one.
    pub written: Option<Written>,
}

impl std::fmt::Debug for CheckInSaveRequest {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("CheckInSaveRequest(private)")
    }
}

#[derive(Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export_to = "check_in.d.ts")]
pub struct CheckInView {
    #[ts(type = "number")]
    pub id: CheckInId,
    pub date: String,
    pub time: String,
    pub mood: u8,
    pub words: Vec<String>,
    pub note: String,
    /// Local date on which it went to the trash.
    pub trashed_on: Option<String>,
}

#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export_to = "check_in.d.ts")]
pub struct CheckInPageRequest {
    /// `next` of the page before; `null` for the newest.
    #[ts(type = "number | null")]
    pub before: Option<i64>,
    pub limit: u16,
    pub trashed: bool,
}

#[derive(Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export_to = "check_in.d.ts")]
pub struct CheckInPageView {
    pub check_ins: Vec<CheckInView>,
    #[ts(type = "number | null")]
    pub next: Option<i64>,
    #[ts(type = "number")]
    pub total: i64,
}

const NO_SUCH_CHECK_IN: Error = Error::new(ErrorCode::NotFound, "no such check-in");
const LARGEST_PAGE: u16 = 200;

/// Saves a check-in. `invalid`: a mood that is none of the seven, a date or time that is none.
pub fn save(
    database: &mut Database,
    request: &CheckInSaveRequest,
    now: &Now,
) -> Result<CheckInView> {
    if !(1..=7).contains(&request.mood) {
        return Err(Error::invalid("a mood out of range"));
    }
    let written = request.written.as_ref();
    let stamp = written.map(|written| written.stamp(now)).transpose()?;
    let id = database.write(|transaction| match request.id {
        None => insert(transaction, request, stamp.unwrap_or_else(|| now.stamp())),
        Some(id) => update(transaction, id, request, stamp),
    })?;
    read(database, id, now)
}

pub(super) fn insert(
    transaction: &Transaction<'_>,
    request: &CheckInSaveRequest,
    stamp: Stamp,
) -> Result<CheckInId> {
    transaction
        .prepare_cached(
            "INSERT INTO check_in (position, offset_minutes, local_date, mood, note)
             VALUES (?1, ?2, ?3, ?4, ?5)",
        )?
        .execute((
            free_position(transaction, "check_in", stamp)?,
            stamp.offset_minutes,
            stamp.local().date().to_string(),
            request.mood,
            &request.note,
        ))?;
    let id = transaction.last_insert_rowid();
    set_words(transaction, id, &request.words)?;
    Ok(id)
}

fn update(
    transaction: &Transaction<'_>,
    id: CheckInId,
    request: &CheckInSaveRequest,
    stamp: Option<Stamp>,
) -> Result<CheckInId> {
    let changed = transaction
        .prepare_cached("UPDATE check_in SET mood = ?2, note = ?3 WHERE id = ?1")?
        .execute((id, request.mood, &request.note))?;
    if changed == 0 {
        return Err(NO_SUCH_CHECK_IN);
    }
    if let Some(stamp) = stamp {
        move_to(transaction, id, stamp)?;
    }
    set_words(transaction, id, &request.words)?;
    Ok(id)
}

/// Moves a check-in to another time, unless its clock shows that time already.
fn move_to(transaction: &Transaction<'_>, id: CheckInId, stamp: Stamp) -> Result<()> {
    let (date, time) = transaction
        .prepare_cached("SELECT instant_ms, offset_minutes FROM check_in WHERE id = ?1")?
        .query_row([id], local_parts)?;
    let local = stamp.local();
    if date == local.format("%Y-%m-%d").to_string() && time == local.format("%H:%M").to_string() {
        return Ok(());
    }
    transaction
        .prepare_cached(
            "UPDATE check_in SET position = ?2, offset_minutes = ?3, local_date = ?4 WHERE id = ?1",
        )?
        .execute((
            id,
            free_position(transaction, "check_in", stamp)?,
            stamp.offset_minutes,
            local.date().to_string(),
        ))?;
    Ok(())
}

/// Trimmed, without repeats.
fn set_words(transaction: &Transaction<'_>, id: CheckInId, words: &[String]) -> Result<()> {
    transaction
        .prepare_cached("DELETE FROM check_in_word WHERE check_in_id = ?1")?
        .execute([id])?;
    let mut kept: Vec<&str> = Vec::new();
    for word in words.iter().map(|word| word.trim()) {
        if !word.is_empty() && !kept.contains(&word) {
            kept.push(word);
        }
    }
    let mut insert = transaction.prepare_cached(
        "INSERT INTO check_in_word (check_in_id, place, word) VALUES (?1, ?2, ?3)",
    )?;
    for (place, word) in (0_i64..).zip(kept) {
        insert.execute((id, place, word))?;
    }
    Ok(())
}

const COLUMNS: &str =
    "id, position, instant_ms, offset_minutes, mood, note, trashed_ms FROM check_in";

fn read(database: &Database, id: CheckInId, now: &Now) -> Result<CheckInView> {
    let mut view = database
        .connection()
        .prepare_cached(&format!("SELECT {COLUMNS} WHERE id = ?1"))?
        .query_row([id], |row| view(row, now))
        .optional()?
        .ok_or(NO_SUCH_CHECK_IN)?;
    view.words = words_of(database, id)?;
    Ok(view)
}

fn view(row: &Row<'_>, now: &Now) -> rusqlite::Result<CheckInView> {
    let (date, time) = local_parts(row)?;
    let trashed_ms: Option<i64> = row.get("trashed_ms")?;
    Ok(CheckInView {
        id: row.get("id")?,
        date,
        time,
        mood: row.get("mood")?,
        words: Vec::new(),
        note: row.get("note")?,
        trashed_on: trashed_ms.and_then(|ms| now.local_date_of(ms)),
    })
}

fn words_of(database: &Database, id: CheckInId) -> Result<Vec<String>> {
    let mut statement = database
        .connection()
        .prepare_cached("SELECT word FROM check_in_word WHERE check_in_id = ?1 ORDER BY place")?;
    let rows = statement.query_map([id], |row| row.get(0))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Check-ins, newest first.
pub fn page(
    database: &Database,
    request: &CheckInPageRequest,
    now: &Now,
) -> Result<CheckInPageView> {
    let limit = request.limit.clamp(1, LARGEST_PAGE);
    let which = if request.trashed {
        "trashed_ms IS NOT NULL"
    } else {
        "trashed_ms IS NULL"
    };
    let connection = database.connection();
    let total = connection
        .prepare_cached(&format!("SELECT count(*) FROM check_in WHERE {which}"))?
        .query_row([], |row| row.get(0))?;
    let mut statement = connection.prepare_cached(&format!(
        "SELECT {COLUMNS} WHERE {which} AND position < :before ORDER BY position DESC LIMIT :limit"
    ))?;
    let parameters = named_params! {
        ":before": request.before.unwrap_or(i64::MAX),
        ":limit": limit + 1,
    };
    let rows = statement.query_map(parameters, |row| {
        Ok((row.get("position")?, view(row, now)?))
    })?;
    let mut rows = rows.collect::<rusqlite::Result<Vec<(i64, CheckInView)>>>()?;
    let more = rows.len() > usize::from(limit);
    rows.truncate(usize::from(limit));
    let next = rows.last().map(|(position, _)| *position).filter(|_| more);
    let mut check_ins: Vec<_> = rows.into_iter().map(|(_, view)| view).collect();
    for check_in in &mut check_ins {
        check_in.words = words_of(database, check_in.id)?;
    }
    Ok(CheckInPageView {
        check_ins,
        next,
        total,
    })
}

/// Moves a check-in to the trash; one that is there already stays as it is.
pub fn trash(database: &mut Database, id: CheckInId, now: &Now) -> Result<()> {
    database.write(|transaction| trash::put(transaction, "check_in", id, now))
}

/// Takes a check-in back out of the trash.
pub fn restore(database: &mut Database, id: CheckInId) -> Result<()> {
    database.write(|transaction| trash::take_back(transaction, "check_in", id))
}

/// Deletes a check-in for good; `invalid` unless it is in the trash.
pub fn delete(database: &mut Database, id: CheckInId) -> Result<()> {
    database.write(|transaction| trash::delete(transaction, "check_in", id))
}
