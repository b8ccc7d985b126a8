//! An event with all that hangs on it, as the database keeps it and as Undo carries it.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Days, NaiveDateTime};
use chrono_tz::Tz;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::kind::EventKind;
use super::rule::Rule;
use crate::error::{Error, ErrorCode, Result};
use crate::random::{self, RandomSource};

pub type EventId = i64;
pub type CalendarId = i64;

pub(super) const NO_SUCH_EVENT: Error = Error::new(ErrorCode::NotFound, "no such event");

/// Every time in it is a wall-clock time in the zone of the event; midnight for one that is all day.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Series {
    pub event: Event,
    /// Dates beside the rule (RDATE).
    pub extra: BTreeSet<NaiveDateTime>,
    /// Dates that do not count (EXDATE).
    pub excluded: BTreeSet<NaiveDateTime>,
    /// By the recurrence id.
    pub overrides: BTreeMap<NaiveDateTime, Override>,
    /// By the recurrence id.
    pub records: BTreeMap<NaiveDateTime, SessionRecord>,
    /// Homework that was given there.
    pub homework: BTreeSet<i64>,
}

#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Event {
    /// 0 until it is written for the first time.
    pub id: EventId,
    pub uid: String,
    /// The file it came from; `None`: the person's own.
    pub calendar: Option<CalendarId>,
    /// The event it was split from.
    pub follows: Option<EventId>,
    pub kind: EventKind,
    pub summary: String,
    pub start: NaiveDateTime,
    pub all_day: bool,
    /// On the clock; whole days for one that is all day.
    pub minutes: u32,
    /// `None`: floating, wherever the person is.
    pub zone: Option<Tz>,
    pub rule: Option<Rule>,
    pub location: String,
    pub link: String,
    pub room: String,
    pub facilitator: String,
    pub bring: String,
    pub description: String,
    pub travel_minutes: Option<u32>,
    pub trashed_ms: Option<i64>,
}

/// What is different about one occurrence; `None`: as in the event.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Override {
    pub cancelled: bool,
    pub start: Option<NaiveDateTime>,
    pub minutes: Option<u32>,
    pub summary: Option<String>,
    pub location: Option<String>,
    pub link: Option<String>,
    pub room: Option<String>,
    pub facilitator: Option<String>,
    pub bring: Option<String>,
    pub description: Option<String>,
    /// 0: none.
    pub travel_minutes: Option<u32>,
}

/// What the person says about one occurrence.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SessionRecord {
    pub attendance: Option<Attendance>,
    /// How long it was to be when this was said.
    pub planned_minutes: Option<u32>,
    pub minutes: Option<u32>,
    pub note_before: String,
    pub note_after: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(export_to = "schedule.d.ts")]
pub enum Attendance {
    Attended,
    Part,
    Missed,
    Excused,
}

macro_rules! says_nothing {
    ($($name:ident),+) => {
        $(impl std::fmt::Debug for $name {
            fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str(concat!(stringify!($name), "(private)"))
            }
        })+
    };
}

says_nothing!(Series, Event, Override, SessionRecord);

impl Series {
    pub fn of(event: Event) -> Self {
        Self {
            event,
            extra: BTreeSet::new(),
            excluded: BTreeSet::new(),
            overrides: BTreeMap::new(),
            records: BTreeMap::new(),
            homework: BTreeSet::new(),
        }
    }

    /// Happens, or could happen, more than once.
    pub fn recurs(&self) -> bool {
        self.event.rule.is_some() || !self.extra.is_empty()
    }

    /// Where its occurrences would start, moved and cancelled ones among them, up to `until`.
    pub fn dates(&self, until: NaiveDateTime) -> BTreeSet<NaiveDateTime> {
        let start = self.event.start;
        let mut dates: BTreeSet<_> = match &self.event.rule {
            Some(rule) => rule.expand(start, until).into_iter().collect(),
            None => BTreeSet::from([start]),
        };
        dates.extend(&self.extra);
        dates.retain(|date| *date <= until && !self.excluded.contains(date));
        dates
    }

    /// The first of its dates; `not_found` where it has none.
    pub fn first(&self) -> Result<NaiveDateTime> {
        let from_rule = match &self.event.rule {
            Some(rule) => rule.first(self.event.start).ok(),
            None => Some(self.event.start),
        };
        let known = self.extra.iter().copied().chain(from_rule).min();
        // Dates at the start may be excluded, one after the other.
        [0, 366, 366 * 28]
            .into_iter()
            .filter_map(|days| known?.checked_add_days(Days::new(days)))
            .find_map(|until| self.dates(until).pop_first())
            .ok_or(NO_SUCH_EVENT)
    }

    /// Whether one of its occurrences has this name.
    pub fn has(&self, recurrence_id: NaiveDateTime) -> bool {
        self.dates(recurrence_id).contains(&recurrence_id)
    }
}

impl Event {
    /// The event as it is on one occasion.
    pub(super) fn on(&self, recurrence_id: NaiveDateTime, change: Option<&Override>) -> Self {
        let change = change.cloned().unwrap_or_default();
        let travel = change.travel_minutes.or(self.travel_minutes);
        let this = self.clone();
        Self {
            start: change.start.unwrap_or(recurrence_id),
            minutes: change.minutes.unwrap_or(this.minutes),
            summary: change.summary.unwrap_or(this.summary),
            location: change.location.unwrap_or(this.location),
            link: change.link.unwrap_or(this.link),
            room: change.room.unwrap_or(this.room),
            facilitator: change.facilitator.unwrap_or(this.facilitator),
            bring: change.bring.unwrap_or(this.bring),
            description: change.description.unwrap_or(this.description),
            travel_minutes: travel.filter(|minutes| *minutes > 0),
            ..this
        }
    }
}

impl Override {
    /// What makes one occasion of `event` be as `wanted`.
    pub(super) fn between(event: &Event, wanted: &Event, recurrence_id: NaiveDateTime) -> Self {
        fn other<T: Clone + PartialEq>(one: &T, wanted: &T) -> Option<T> {
            (one != wanted).then(|| wanted.clone())
        }
        Self {
            cancelled: false,
            start: other(&recurrence_id, &wanted.start),
            minutes: other(&event.minutes, &wanted.minutes),
            summary: other(&event.summary, &wanted.summary),
            location: other(&event.location, &wanted.location),
            link: other(&event.link, &wanted.link),
            room: other(&event.room, &wanted.room),
            facilitator: other(&event.facilitator, &wanted.facilitator),
            bring: other(&event.bring, &wanted.bring),
            description: other(&event.description, &wanted.description),
            travel_minutes: other(&event.travel_minutes, &wanted.travel_minutes)
                .map(|minutes| minutes.unwrap_or(0)),
        }
    }

    /// Says nothing.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

impl SessionRecord {
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

/// A name for a new event that no other calendar uses.
pub fn new_uid(random: &mut dyn RandomSource) -> Result<String> {
    let bytes: [u8; 16] = random::array(random)?;
    Ok(bytes.iter().map(|byte| format!("{byte:02x}")).collect())
}

/// Reads a recurrence id of a request.
pub fn local(text: &str) -> Result<NaiveDateTime> {
    NaiveDateTime::parse_from_str(text, LOCAL).map_err(|_| Error::invalid("a time that is none"))
}

/// The text of a wall-clock time, as the database and the requests have it.
pub fn local_text(at: NaiveDateTime) -> String {
    at.format(LOCAL).to_string()
}

const LOCAL: &str = "%Y-%m-%dT%H:%M:%S";
