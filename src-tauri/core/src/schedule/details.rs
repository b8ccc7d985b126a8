//! What the editor shows of an event, and what it asks for.

use std::collections::BTreeSet;

use chrono::{NaiveDateTime, NaiveTime, TimeDelta};
use chrono_tz::Tz;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::kind::EventKind;
use super::occurrence::{OccurrenceView, Viewer, occurrence};
use super::rule::{Rule, RuleRequest, RuleView};
use super::series::{self, Event, EventId, NO_SUCH_EVENT, Series};
use super::store;
use crate::error::{Error, Result};
use crate::time::{self, Now};
use crate::vault::Database;

/// An event, or one occasion of it, as the editor has it.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export_to = "schedule.d.ts")]
pub struct EventDetails {
    pub kind: EventKind,
    pub summary: String,
    pub date: String,
    /// `HH:MM`; `null` all day.
    pub time: Option<String>,
    /// How long, on the clock; whole days all day.
    pub minutes: u32,
    pub all_day: bool,
    /// IANA name; `null`: as it is, for a new event the programme's.
    pub zone: Option<String>,
    /// `null`: by no rule.
    pub rule: Option<RuleRequest>,
    /// Other dates at the same time; `null`: as they are.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub dates: Option<Vec<String>>,
    pub location: String,
    pub link: String,
    pub room: String,
    pub facilitator: String,
    pub bring: String,
    pub description: String,
    pub travel_minutes: Option<u32>,
}

impl std::fmt::Debug for EventDetails {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("EventDetails(private)")
    }
}

#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export_to = "schedule.d.ts")]
pub struct EventOpenRequest {
    #[ts(type = "number")]
    pub event: EventId,
    /// `null`: the first one.
    pub recurrence_id: Option<String>,
}

/// An event, and one occurrence of it.
#[derive(Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export_to = "schedule.d.ts")]
pub struct EventView {
    /// Of the whole event, on its own clock; `date` is its first day.
    pub details: EventDetails,
    pub rule: Option<RuleView>,
    pub occurrence: OccurrenceView,
    /// The first of its series: "this and later" is all.
    pub first: bool,
}

const MINUTES_A_DAY: u32 = 24 * 60;
const MOST_MINUTES: u32 = 366 * MINUTES_A_DAY;

/// One occurrence for its page and the editor. `not_found`: the event, or this occurrence of it, is
/// gone.
pub fn open(database: &Database, request: &EventOpenRequest, now: &Now) -> Result<EventView> {
    let connection = database.connection();
    let series = store::read_live(connection, request.event)?;
    let id = named(&series, request.recurrence_id.as_deref())?;
    let viewer = Viewer::read(connection, now)?;
    Ok(EventView {
        details: EventDetails::of(&series),
        rule: series.event.rule.as_ref().map(Rule::view),
        occurrence: occurrence(&series, id, &viewer).ok_or(NO_SUCH_EVENT)?,
        first: is_first(&series, id),
    })
}

/// The occurrence that a request names; without a name the first one.
pub(super) fn named(series: &Series, recurrence_id: Option<&str>) -> Result<NaiveDateTime> {
    let Some(text) = recurrence_id else {
        return series.first();
    };
    let id = series::local(text)?;
    if series.has(id) {
        Ok(id)
    } else {
        Err(NO_SUCH_EVENT)
    }
}

pub(super) fn is_first(series: &Series, recurrence_id: NaiveDateTime) -> bool {
    series
        .dates(recurrence_id - TimeDelta::seconds(1))
        .is_empty()
}

impl EventDetails {
    fn of(series: &Series) -> Self {
        let event = series.event.clone();
        let mut others = usual_dates(series);
        others.remove(&event.start);
        Self {
            kind: event.kind,
            summary: event.summary,
            date: event.start.date().to_string(),
            time: (!event.all_day).then(|| event.start.format("%H:%M").to_string()),
            minutes: event.minutes,
            all_day: event.all_day,
            zone: event.zone.map(|zone| zone.name().to_owned()),
            rule: event.rule.as_ref().map(Rule::request),
            dates: Some(others.iter().map(|date| date.date().to_string()).collect()),
            location: event.location,
            link: event.link,
            room: event.room,
            facilitator: event.facilitator,
            bring: event.bring,
            description: event.description,
            travel_minutes: event.travel_minutes,
        }
    }

    pub(super) fn start(&self) -> Result<NaiveDateTime> {
        let date = time::date(&self.date)?;
        match (&self.time, self.all_day) {
            (None, true) => Ok(date.and_time(NaiveTime::MIN)),
            (Some(time), false) => NaiveTime::parse_from_str(time, "%H:%M")
                .map(|time| date.and_time(time))
                .map_err(|_| Error::invalid("a time that is none")),
            _ => Err(Error::invalid("all day has no time")),
        }
    }

    /// A new event that is as these details say.
    pub(super) fn event(&self, zone: Tz, uid: String) -> Result<Series> {
        let blank = Event {
            id: 0,
            uid,
            calendar: None,
            follows: None,
            kind: self.kind,
            summary: String::new(),
            start: self.start()?,
            all_day: self.all_day,
            minutes: self.minutes,
            zone: Some(zone),
            rule: None,
            location: String::new(),
            link: String::new(),
            room: String::new(),
            facilitator: String::new(),
            bring: String::new(),
            description: String::new(),
            travel_minutes: None,
            trashed_ms: None,
        };
        let mut series = Series::of(self.occasion(&blank)?);
        series.event.rule = self.rule(None)?;
        self.set_dates(&mut series)?;
        Ok(series)
    }

    /// The rule that is asked for, where there was `before`.
    pub(super) fn rule(&self, before: Option<&Rule>) -> Result<Option<Rule>> {
        let Some(request) = &self.rule else {
            return Ok(None);
        };
        match (Rule::requested(request)?, before) {
            (Some(_), Some(rule)) if rule.request() == *request => Ok(Some(rule.clone())),
            (Some(rule), _) => Ok(Some(rule)),
            (None, Some(rule)) => Ok(Some(rule.clone())),
            (None, None) => Err(Error::invalid("there is no rule to keep")),
        }
    }

    /// `event` with everything that these details say of one occasion; its rule stays.
    pub(super) fn occasion(&self, event: &Event) -> Result<Event> {
        let fits = if self.all_day {
            self.minutes.is_multiple_of(MINUTES_A_DAY)
        } else {
            true
        };
        if !(1..=MOST_MINUTES).contains(&self.minutes) || !fits {
            return Err(Error::invalid("a length that is none"));
        }
        let travel = self.travel_minutes.filter(|minutes| *minutes > 0);
        if travel.is_some_and(|minutes| minutes > MINUTES_A_DAY) {
            return Err(Error::invalid("a journey of more than a day"));
        }
        let trimmed = |text: &str| text.trim().to_owned();
        Ok(Event {
            kind: self.kind,
            summary: trimmed(&self.summary),
            start: self.start()?,
            all_day: self.all_day,
            minutes: self.minutes,
            zone: self.zone()?.or(event.zone),
            location: trimmed(&self.location),
            link: trimmed(&self.link),
            room: trimmed(&self.room),
            facilitator: trimmed(&self.facilitator),
            bring: trimmed(&self.bring),
            description: trimmed(&self.description),
            travel_minutes: travel,
            ..event.clone()
        })
    }

    fn zone(&self) -> Result<Option<Tz>> {
        let zone = self.zone.as_deref().map(str::parse).transpose();
        zone.map_err(|_| Error::invalid("a time zone that is none"))
    }

    /// Puts the other dates beside the rule, and the start on the first date that there is.
    pub(super) fn set_dates(&self, series: &mut Series) -> Result<()> {
        let at = series.event.start.time();
        for date in self.dates.iter().flatten() {
            series.extra.insert(time::date(date)?.and_time(at));
        }
        sync_start(series)
    }
}

/// Moves the start to the first date of the rule; without a rule to the first date.
pub(super) fn sync_start(series: &mut Series) -> Result<()> {
    let start = series.event.start;
    series.event.start = match &series.event.rule {
        Some(rule) => rule.first(start)?,
        None => {
            series.extra.insert(start);
            series.extra.pop_first().unwrap_or(start)
        }
    };
    series.extra.remove(&series.event.start);
    Ok(())
}

/// The dates beside the rule at the usual time of day.
pub(super) fn usual_dates(series: &Series) -> BTreeSet<NaiveDateTime> {
    let at = series.event.start.time();
    let counted = series.extra.difference(&series.excluded);
    counted.filter(|date| date.time() == at).copied().collect()
}
