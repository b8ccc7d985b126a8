//! What a calendar file would change: each of its events beside the one that is there.

use std::collections::{BTreeMap, HashMap, HashSet};

use chrono::{NaiveDateTime, TimeDelta};
use rusqlite::Connection;
use serde::Serialize;
use ts_rs::TS;

use super::super::keep;
use super::super::series::{CalendarId, EventId, Override, Series};
use super::super::store;
use super::read::{FileEvent, IcsFile};
use crate::error::Result;
use crate::time::Now;

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(export_to = "schedule.d.ts")]
pub enum IcsChange {
    New,
    Changed,
    /// It is there, and the file says that it does not take place or has it no more.
    Removed,
    Same,
}

pub(super) struct Plan {
    /// The calendar that the file was taken in as before.
    pub calendar: Option<CalendarId>,
    pub steps: Vec<Step>,
}

/// What becomes of one event.
pub(super) struct Step {
    pub change: IcsChange,
    pub before: Option<Series>,
    /// `None`: it goes.
    pub after: Option<Series>,
    /// The name of the event it was split from.
    pub follows: Option<String>,
}

impl Step {
    /// What it is about: as it will be, or as it was.
    pub fn series(&self) -> Option<&Series> {
        self.after.as_ref().or(self.before.as_ref())
    }

    pub fn uid(&self) -> &str {
        self.series().map_or("", |series| &series.event.uid)
    }
}

impl Plan {
    pub fn of(file: &IcsFile, connection: &Connection, now: &Now) -> Result<Self> {
        let all = store::all(connection, "1 = 1", [])?;
        let followers: HashMap<EventId, &Series> = all
            .iter()
            .filter(|series| series.event.calendar.is_none() && is_live(series))
            .filter_map(|series| Some((series.event.follows?, series)))
            .collect();
        let by_uid: HashMap<&str, &Series> = all
            .iter()
            .map(|series| (series.event.uid.as_str(), series))
            .collect();
        let calendar = calendar(file, &by_uid, connection)?;
        let mut steps = Vec::new();
        for event in &file.events {
            let old = by_uid.get(event.series.event.uid.as_str()).copied();
            let is_split = old.is_some_and(|old| followers.contains_key(&old.event.id));
            steps.extend(step(event, old, is_split, now));
        }
        if let Some(calendar) = calendar.filter(|_| file.is_whole) {
            steps.extend(missing(file, &all, calendar, now));
        }
        Ok(Self { calendar, steps })
    }
}

fn is_live(series: &Series) -> bool {
    series.event.trashed_ms.is_none()
}

/// The calendar most of whose events the file has; else the one of its name.
fn calendar(
    file: &IcsFile,
    by_uid: &HashMap<&str, &Series>,
    connection: &Connection,
) -> Result<Option<CalendarId>> {
    let mut shared: BTreeMap<CalendarId, usize> = BTreeMap::new();
    for event in &file.events {
        let old = by_uid.get(event.series.event.uid.as_str());
        if let Some(calendar) = old.and_then(|old| old.event.calendar) {
            *shared.entry(calendar).or_default() += 1;
        }
    }
    let most = shared.into_iter().max_by_key(|(_, events)| *events);
    if let Some((calendar, _)) = most {
        return Ok(Some(calendar));
    }
    let mut named =
        connection.prepare_cached("SELECT id FROM calendar WHERE name = ?1 ORDER BY id DESC")?;
    let mut ids = named.query_map([&file.name], |row| row.get(0))?;
    Ok(ids.next().transpose()?)
}

fn step(event: &FileEvent, old: Option<&Series>, is_split: bool, now: &Now) -> Option<Step> {
    let live = old.filter(|old| is_live(old));
    if event.is_cancelled {
        let step = live.map(|old| removed(old, now));
        // Of what is gone already only the records are left.
        return step.filter(|step| step.after != step.before);
    }
    let after = match old {
        Some(old) => merged(old, &event.series, is_split, now),
        None => event.series.clone(),
    };
    Some(Step {
        change: match live {
            None => IcsChange::New,
            Some(old) if *old == after => IcsChange::Same,
            Some(_) => IcsChange::Changed,
        },
        before: old.cloned(),
        after: Some(after),
        follows: event.follows.clone(),
    })
}

/// The event that is there as the file has it: when and what it is is the file's, what only the
/// person knows stays.
fn merged(old: &Series, file: &Series, is_split: bool, now: &Now) -> Series {
    let mut new = file.clone();
    if is_split {
        end_where(&mut new, old);
    }
    let (was, event) = (&old.event, &mut new.event);
    event.id = was.id;
    event.calendar = was.calendar;
    event.follows = was.follows;
    event.kind = was.kind;
    event.room.clone_from(&was.room);
    event.facilitator.clone_from(&was.facilitator);
    event.bring.clone_from(&was.bring);
    event.travel_minutes = was.travel_minutes;
    if event.all_day && was.all_day {
        event.zone = was.zone;
    }
    new.homework.clone_from(&old.homework);
    let names = old.overrides.keys().copied().collect();
    let own: Vec<_> = keep::renamed(old, &new, &names)
        .into_iter()
        .filter_map(|(name, to)| Some((to, old.overrides.get(&name)?)))
        .collect();
    for (to, change) in own {
        set_own(&mut new, to, change);
    }
    keep::carry(old, &mut new, false, now);
    new
}

/// The person's own words about one occurrence.
fn set_own(series: &mut Series, id: NaiveDateTime, was: &Override) {
    let mut change = series.overrides.remove(&id).unwrap_or_default();
    change.room.clone_from(&was.room);
    change.facilitator.clone_from(&was.facilitator);
    change.bring.clone_from(&was.bring);
    change.travel_minutes = was.travel_minutes;
    if !change.is_empty() {
        series.overrides.insert(id, change);
    }
}

/// The person let it go on otherwise from some day on; the file does not know that.
fn end_where(new: &mut Series, old: &Series) {
    let last = match &old.event.rule {
        Some(rule) => rule.until(),
        None => old.extra.last().copied().max(Some(old.event.start)),
    };
    let Some(last) = last else {
        return;
    };
    if let Some(rule) = &new.event.rule
        && rule.until().is_none_or(|until| until > last)
        && let Ok(rule) = rule.ending(last)
    {
        new.event.rule = Some(rule);
    }
    new.extra.retain(|date| *date <= last);
    new.excluded.retain(|date| *date <= last);
    new.overrides.retain(|date, _| *date <= last);
}

/// The live events of a calendar that a file no longer has. What was over before the file begins
/// is not missing: many programs write only the time to come.
fn missing(file: &IcsFile, all: &[Series], calendar: CalendarId, now: &Now) -> Vec<Step> {
    let named: HashSet<&str> = file
        .events
        .iter()
        .map(|event| event.series.event.uid.as_str())
        .collect();
    let begins = file
        .events
        .iter()
        .map(|event| event.series.event.start)
        .min();
    let is_over = |series: &Series| {
        let Some(begins) = begins else {
            return false;
        };
        let begins = begins - TimeDelta::days(1);
        let last = NaiveDateTime::max(begins, now.instant.naive_utc()) + TimeDelta::days(366);
        let dates = series.dates(last);
        dates.last().is_some_and(|last| *last < begins)
    };
    all.iter()
        .filter(|series| series.event.calendar == Some(calendar) && is_live(series))
        .filter(|series| !named.contains(series.event.uid.as_str()) && !is_over(series))
        .map(|series| removed(series, now))
        .collect()
}

/// An event that goes; of one with records what was recorded stays, as the person's own.
fn removed(old: &Series, now: &Now) -> Step {
    Step {
        change: IcsChange::Removed,
        before: Some(old.clone()),
        after: recorded(old, now),
        follows: None,
    }
}

fn recorded(old: &Series, now: &Now) -> Option<Series> {
    if old.records.is_empty() {
        return None;
    }
    let mut left = Series {
        homework: old.homework.clone(),
        ..Series::of(old.event.clone())
    };
    left.event.calendar = None;
    if old.recurs() {
        left.event.rule = None;
        left.excluded.insert(left.event.start);
        keep::carry(old, &mut left, false, now);
        left.excluded.clear();
        left.event.start = left.extra.pop_first()?;
    } else {
        left.overrides.clone_from(&old.overrides);
        left.records.clone_from(&old.records);
    }
    Some(left)
}
