//! One entry: reading and saving it.

use chrono::NaiveTime;
use rusqlite::{OptionalExtension, Row, Transaction, named_params};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{search, tags};
use crate::error::{Error, ErrorCode, Result};
use crate::position::{free_position, local_parts};
use crate::time::{self, Now, Stamp};
use crate::vault::Database;

pub type EntryId = i64;

/// What an entry is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(export_to = "journal.d.ts")]
pub enum Kind {
    Journal,
    Homework,
    SessionNotes,
    CoachingCall,
    Gratitude,
    UnsentLetter,
}

impl Kind {
    pub const ALL: [Self; 6] = [
        Self::Journal,
        Self::Homework,
        Self::SessionNotes,
        Self::CoachingCall,
        Self::Gratitude,
        Self::UnsentLetter,
    ];

    /// As the database and the UI name it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Journal => "journal",
            Self::Homework => "homework",
            Self::SessionNotes => "session_notes",
            Self::CoachingCall => "coaching_call",
            Self::Gratitude => "gratitude",
            Self::UnsentLetter => "unsent_letter",
        }
    }

    pub(super) fn from_name(name: &str) -> rusqlite::Result<Self> {
        Self::ALL
            .into_iter()
            .find(|kind| kind.name() == name)
            .ok_or_else(|| rusqlite::Error::InvalidParameterName("kind".to_owned()))
    }
}

/// The wall-clock time an entry is about, in the person's zone.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export_to = "journal.d.ts")]
pub struct Written {
    /// `YYYY-MM-DD`
    pub date: String,
    /// `HH:MM`
    pub time: String,
}

impl Written {
    /// `invalid`: a date or time that is none.
    pub fn stamp(&self, now: &Now) -> Result<Stamp> {
        let date = time::date(&self.date)?;
        let time = NaiveTime::parse_from_str(&self.time, "%H:%M")
            .map_err(|_| Error::invalid("a time that is none"))?;
        now.stamp_local(date, time)
    }
}

/// An entry as the person has it on the page; saving it replaces the whole entry.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export_to = "journal.d.ts")]
pub struct JournalSaveRequest {
    /// `null` for a new entry.
    #[ts(type = "number | null")]
    pub id: Option<EntryId>,
    pub kind: Kind,
    pub title: String,
    pub body: String,
    pub tags: Vec<String>,
    /// `null`: now for a new entry, unchanged for an old one.
    pub written: Option<Written>,
    pub prompt: Option<String>,
}

impl std::fmt::Debug for JournalSaveRequest {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter
            .debug_struct("JournalSaveRequest")
            .field("id", &self.id)
            .finish_non_exhaustive()
    }
}

/// A whole entry.
#[derive(Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export_to = "journal.d.ts")]
pub struct EntryView {
    #[ts(type = "number")]
    pub id: EntryId,
    pub kind: Kind,
    pub title: String,
    pub body: String,
    pub tags: Vec<String>,
    /// The local date it was written on or is about, `YYYY-MM-DD`.
    pub date: String,
    /// The local time, `HH:MM`.
    pub time: String,
    /// Milliseconds since 1970 UTC.
    #[ts(type = "number")]
    pub created_at: i64,
    /// Milliseconds since 1970 UTC.
    #[ts(type = "number")]
    pub updated_at: i64,
    pub trashed: bool,
    pub prompt: Option<String>,
}

impl std::fmt::Debug for EntryView {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter
            .debug_struct("EntryView")
            .field("id", &self.id)
            .finish_non_exhaustive()
    }
}

pub fn read(database: &Database, id: EntryId) -> Result<EntryView> {
    let connection = database.connection();
    let mut entry = connection
        .prepare_cached(
            "SELECT id, kind, title, body, instant_ms, offset_minutes, created_ms, updated_ms,
                    trashed_ms IS NOT NULL AS trashed, prompt
             FROM entry WHERE id = ?1",
        )?
        .query_row([id], view)
        .optional()?
        .ok_or(NO_SUCH_ENTRY)?;
    entry.tags = tags::of(connection, id)?;
    Ok(entry)
}

const NO_SUCH_ENTRY: Error = Error::new(ErrorCode::NotFound, "no such entry");

fn view(row: &Row<'_>) -> rusqlite::Result<EntryView> {
    let (date, time) = local_parts(row)?;
    Ok(EntryView {
        id: row.get("id")?,
        kind: Kind::from_name(row.get_ref("kind")?.as_str()?)?,
        title: row.get("title")?,
        body: row.get("body")?,
        tags: Vec::new(),
        date,
        time,
        created_at: row.get("created_ms")?,
        updated_at: row.get("updated_ms")?,
        trashed: row.get("trashed")?,
        prompt: row.get("prompt")?,
    })
}

/// Saves an entry and its place in the search, durably, in one transaction.
///
/// `not_found`: the entry to change is gone for good. `invalid`: a date or time that is none.
pub fn save(database: &mut Database, request: &JournalSaveRequest, now: &Now) -> Result<EntryView> {
    let chosen = request
        .written
        .as_ref()
        .map(|written| written.stamp(now))
        .transpose()?;
    let id = database.write(|transaction| {
        let id = match request.id {
            None => insert(
                transaction,
                request,
                chosen.unwrap_or_else(|| now.stamp()),
                now,
            )?,
            Some(id) => {
                search::take_out(transaction, id)?;
                update(transaction, id, request, chosen, now)?;
                id
            }
        };
        tags::set(transaction, id, &request.tags)?;
        search::put_in(transaction, id)?;
        Ok(id)
    })?;
    read(database, id)
}

fn insert(
    transaction: &Transaction<'_>,
    request: &JournalSaveRequest,
    stamp: Stamp,
    now: &Now,
) -> Result<EntryId> {
    transaction
        .prepare_cached(
            "INSERT INTO entry (position, offset_minutes, local_date, kind, title, body, prompt,
                                created_ms, updated_ms)
             VALUES (:position, :offset, :date, :kind, :title, :body, :prompt, :now, :now)",
        )?
        .execute(named_params! {
            ":position": free_position(transaction, "entry", stamp)?,
            ":offset": stamp.offset_minutes,
            ":date": stamp.local().date().to_string(),
            ":kind": request.kind.name(),
            ":title": request.title,
            ":body": request.body,
            ":prompt": request.prompt,
            ":now": now.millis(),
        })?;
    Ok(transaction.last_insert_rowid())
}

fn update(
    transaction: &Transaction<'_>,
    id: EntryId,
    request: &JournalSaveRequest,
    chosen: Option<Stamp>,
    now: &Now,
) -> Result<()> {
    let changed = transaction
        .prepare_cached(
            "UPDATE entry SET kind = :kind, title = :title, body = :body, prompt = :prompt,
                              updated_ms = :now
             WHERE id = :id",
        )?
        .execute(named_params! {
            ":id": id,
            ":kind": request.kind.name(),
            ":title": request.title,
            ":body": request.body,
            ":prompt": request.prompt,
            ":now": now.millis(),
        })?;
    if changed == 0 {
        return Err(NO_SUCH_ENTRY);
    }
    match chosen {
        Some(stamp) => move_to(transaction, id, stamp),
        None => Ok(()),
    }
}

/// Moves an entry to another time, unless its clock shows that time already.
fn move_to(transaction: &Transaction<'_>, id: EntryId, stamp: Stamp) -> Result<()> {
    let (date, time) = transaction
        .prepare_cached("SELECT instant_ms, offset_minutes FROM entry WHERE id = ?1")?
        .query_row([id], local_parts)?;
    let local = stamp.local();
    if date == local.format("%Y-%m-%d").to_string() && time == local.format("%H:%M").to_string() {
        return Ok(());
    }
    transaction
        .prepare_cached(
            "UPDATE entry SET position = :position, offset_minutes = :offset, local_date = :date
             WHERE id = :id",
        )?
        .execute(named_params! {
            ":id": id,
            ":position": free_position(transaction, "entry", stamp)?,
            ":offset": stamp.offset_minutes,
            ":date": local.date().to_string(),
        })?;
    Ok(())
}
