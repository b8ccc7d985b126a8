//! Changing the schedule: one occurrence, one and those after it, or all.

use chrono::NaiveDateTime;
use chrono_tz::Tz;
use rusqlite::Transaction;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::details::{self, EventDetails};
use super::keep;
use super::key::OccurrenceKey;
use super::occurrence::Viewer;
use super::series::{self, EventId, Override, Series};
use super::split::split;
use super::store;
use super::undo::{Changes, Undo};
use crate::error::{Error, Result};
use crate::random::RandomSource;
use crate::time::Now;
use crate::vault::Database;

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(export_to = "schedule.d.ts")]
pub enum Scope {
    This,
    ThisAndFuture,
    All,
}

#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export_to = "schedule.d.ts")]
pub struct EventSaveRequest {
    /// `null` for a new one.
    #[ts(type = "number | null")]
    pub event: Option<EventId>,
    /// The occurrence that is changed, or from which on; `null`: the first one.
    pub recurrence_id: Option<String>,
    pub scope: Scope,
    /// Of the whole event; with `this` of the occurrence, on the clock of the event.
    pub details: EventDetails,
}

#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export_to = "schedule.d.ts")]
pub struct EventCancelRequest {
    #[ts(type = "number")]
    pub event: EventId,
    pub recurrence_id: String,
    pub scope: Scope,
}

/// Which occurrence it is now, and how to take the change back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export_to = "schedule.d.ts")]
pub struct ChangedView {
    #[ts(type = "number")]
    pub event: EventId,
    pub recurrence_id: String,
    #[ts(type = "unknown")]
    pub undo: Undo,
}

/// Makes an event, or changes one. What was recorded stays.
///
/// `this` changes one occurrence; its kind, zone and rule are those of the event. Of a single event
/// it is all of it. `this_and_future` ends the series before the occurrence and starts a new one
/// there; the homework that is still to do goes with it.
///
/// `not_found`: the event, or this occurrence of it, is gone. `invalid`: details that are none, a
/// rule without a date, or a part of the event changed for one occurrence only.
pub fn save(
    database: &mut Database,
    request: &EventSaveRequest,
    random: &mut dyn RandomSource,
    now: &Now,
) -> Result<ChangedView> {
    let details = &request.details;
    database.write(|transaction| {
        let mut changes = Changes::default();
        let Some(id) = request.event else {
            let zone = Viewer::read(transaction, now)?.zone();
            let series = details.event(zone, series::new_uid(random)?)?;
            let event = changes.add(transaction, &series)?;
            return changed(transaction, changes, event, series.first()?);
        };
        let series = store::read_live(transaction, id)?;
        let at = details::named(&series, request.recurrence_id.as_deref())?;
        let (event, at) = match scope(&series, at, request.scope) {
            Scope::This => {
                let next = with_one_changed(&series, at, details)?;
                changes.replace(transaction, &next)?;
                (id, at)
            }
            Scope::ThisAndFuture => {
                let uid = series::new_uid(random)?;
                let (head, later) = split(&series, at, uid)?;
                let details = from_there(details, &later, at)?;
                let (mut later, at) = replaced(&later, at, &details, now)?;
                later.homework = homework_to_do(transaction, id)?;
                changes.replace(transaction, &head)?;
                (follow(transaction, &mut changes, &later)?, at)
            }
            Scope::All => {
                let (next, at) = replaced(&series, at, details, now)?;
                changes.replace(transaction, &next)?;
                (id, at)
            }
        };
        changed(transaction, changes, event, at)
    })
}

/// Makes an event; for the set-up, which makes several at once. Answers its id.
pub(super) fn add(
    transaction: &Transaction<'_>,
    details: &EventDetails,
    zone: Tz,
    random: &mut dyn RandomSource,
) -> Result<EventId> {
    let series = details.event(zone, series::new_uid(random)?)?;
    store::write(transaction, &series)
}

/// Cancels one occurrence, which is still shown; one and those after it, which are no more; or all,
/// which puts the event into the trash. No record is deleted: what took place stays, and what has
/// notes stays as a cancelled one.
pub fn cancel(
    database: &mut Database,
    request: &EventCancelRequest,
    now: &Now,
) -> Result<ChangedView> {
    database.write(|transaction| {
        let mut changes = Changes::default();
        let mut series = store::read_live(transaction, request.event)?;
        let at = details::named(&series, Some(&request.recurrence_id))?;
        match request.scope {
            Scope::ThisAndFuture if !details::is_first(&series, at) => {
                series = ended_before(&series, at)?;
            }
            Scope::This => series.overrides.entry(at).or_default().cancelled = true,
            Scope::All | Scope::ThisAndFuture => series.event.trashed_ms = Some(now.millis()),
        }
        changes.replace(transaction, &series)?;
        changed(transaction, changes, request.event, at)
    })
}

/// Puts a cancelled occurrence back into the plan.
pub fn uncancel(database: &mut Database, request: &OccurrenceKey) -> Result<ChangedView> {
    database.write(|transaction| {
        let mut changes = Changes::default();
        let mut series = store::read_live(transaction, request.event)?;
        let at = details::named(&series, Some(&request.recurrence_id))?;
        if let Some(change) = series.overrides.get_mut(&at) {
            change.cancelled = false;
        }
        series.overrides.retain(|_, change| !change.is_empty());
        changes.replace(transaction, &series)?;
        changed(transaction, changes, request.event, at)
    })
}

fn changed(
    transaction: &Transaction<'_>,
    changes: Changes,
    event: EventId,
    at: NaiveDateTime,
) -> Result<ChangedView> {
    Ok(ChangedView {
        event,
        recurrence_id: series::local_text(at),
        undo: changes.undo(transaction)?,
    })
}

/// What is meant: of a single event all, of all from the first on too.
fn scope(series: &Series, at: NaiveDateTime, scope: Scope) -> Scope {
    match scope {
        _ if !series.recurs() => Scope::All,
        Scope::ThisAndFuture if details::is_first(series, at) => Scope::All,
        scope => scope,
    }
}

fn with_one_changed(series: &Series, at: NaiveDateTime, details: &EventDetails) -> Result<Series> {
    let event = &series.event;
    let wanted = details.occasion(event)?;
    if details.rule(event.rule.as_ref())? != event.rule
        || wanted.kind != event.kind
        || wanted.zone != event.zone
        || wanted.all_day != event.all_day
    {
        return Err(Error::invalid("this belongs to the whole event"));
    }
    let mut next = series.clone();
    let was = next.overrides.remove(&at).unwrap_or_default();
    let change = Override {
        cancelled: was.cancelled,
        ..Override::between(event, &wanted, at)
    };
    if !change.is_empty() {
        next.overrides.insert(at, change);
    }
    Ok(next)
}

/// The details as the part from `at` on has them: dates before it are those of the part before; and
/// a date beside the rule, from which on it is another, says nothing about where its rule goes on.
fn from_there(details: &EventDetails, later: &Series, at: NaiveDateTime) -> Result<EventDetails> {
    let rule = later.event.rule.as_ref();
    let mut details = details.clone();
    if let Some(dates) = &mut details.dates {
        let from = at.date().to_string();
        dates.retain(|date| *date >= from);
    }
    if details.start()?.date() == at.date() && details.rule(rule)?.as_ref() == rule {
        details.date = later.event.start.date().to_string();
    }
    Ok(details)
}

/// The series as `details` want all of it; and what the occurrence at `at` is called then, or the
/// first one where it is no more.
fn replaced(
    series: &Series,
    at: NaiveDateTime,
    details: &EventDetails,
    now: &Now,
) -> Result<(Series, NaiveDateTime)> {
    let mut next = Series::of(details.occasion(&series.event)?);
    next.event.rule = details.rule(series.event.rule.as_ref())?;
    next.homework.clone_from(&series.homework);
    next.excluded = series
        .excluded
        .iter()
        .map(|date| moved(*date, series, &next))
        .collect();
    set_dates(series, &mut next, details)?;
    let named = keep::renamed(series, &next, &[at].into()).remove(&at);
    let mut old = series.clone();
    if !series.recurs() {
        // The details of a single event say all that there is of it.
        for change in old.overrides.values_mut() {
            *change = Override {
                cancelled: change.cancelled,
                ..Override::default()
            };
        }
    }
    keep::carry(&old, &mut next, true, now);
    let at = match named {
        Some(at) => at,
        None => next.first()?,
    };
    Ok((next, at))
}

/// Dates beside the rule, which go along where the time of day changes.
fn set_dates(series: &Series, next: &mut Series, details: &EventDetails) -> Result<()> {
    let usual = details::usual_dates(series);
    let mut extra: Vec<_> = series.extra.difference(&usual).copied().collect();
    if details.dates.is_none() {
        extra.extend(usual.iter().map(|date| moved(*date, series, next)));
    }
    next.extra.extend(extra);
    details.set_dates(next)
}

/// The same day at the new time of day, if it was at the usual one.
fn moved(date: NaiveDateTime, series: &Series, next: &Series) -> NaiveDateTime {
    if date.time() == series.event.start.time() {
        date.date().and_time(next.event.start.time())
    } else {
        date
    }
}

/// Puts a new series behind the one it was split from, and behind it what came there before.
fn follow(transaction: &Transaction<'_>, changes: &mut Changes, later: &Series) -> Result<EventId> {
    let parent = later.event.follows.unwrap_or(0);
    let mut next = store::all(transaction, "follows = ?1", [parent])?;
    for series in &mut next {
        series.event.follows = None;
        changes.replace(transaction, series)?;
    }
    let id = changes.add(transaction, later)?;
    for series in &mut next {
        series.event.follows = Some(id);
        changes.replace(transaction, series)?;
    }
    Ok(id)
}

fn homework_to_do(
    transaction: &Transaction<'_>,
    event: EventId,
) -> Result<std::collections::BTreeSet<i64>> {
    let mut statement = transaction
        .prepare_cached("SELECT id FROM homework WHERE event_id = ?1 AND done_date IS NULL")?;
    let rows = statement.query_map([event], |row| row.get(0))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// The series without the occurrence at `at` and those after it, except for what has a record.
fn ended_before(series: &Series, at: NaiveDateTime) -> Result<Series> {
    let (mut head, later) = split(series, at, String::new())?;
    for (id, record) in later.records {
        let mut change = later.overrides.get(&id).cloned().unwrap_or_default();
        change.cancelled |= record.attendance.is_none();
        if !change.is_empty() {
            head.overrides.insert(id, change);
        }
        head.extra.insert(id);
        head.records.insert(id, record);
    }
    Ok(head)
}
