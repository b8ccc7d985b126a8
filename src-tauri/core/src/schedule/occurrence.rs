//! When and where each occurrence of a series is, as somebody in a place sees it.

use chrono::{DateTime, Days, NaiveDate, NaiveDateTime, TimeDelta, Utc};
use chrono_tz::Tz;
use rusqlite::{Connection, OptionalExtension};
use serde::Serialize;
use ts_rs::TS;

use super::kind::EventKind;
use super::series::{self, Attendance, EventId, Override, Series};
use crate::error::Result;
use crate::sql_name::Name;
use crate::time::{self, Now};

/// One occurrence. Dates and times are those of `zone`.
#[derive(Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export_to = "schedule.d.ts")]
pub struct OccurrenceView {
    #[ts(type = "number")]
    pub event: EventId,
    /// Names it within its event: when it would have started, on the clock of the event.
    pub recurrence_id: String,
    pub kind: EventKind,
    pub summary: String,
    pub all_day: bool,
    pub date: String,
    /// `null` all day.
    pub time: Option<String>,
    /// All day: the last day of it.
    pub end_date: String,
    pub end_time: Option<String>,
    /// The programme's; the person's where the programme has none.
    pub zone: String,
    /// Where the person's own clock shows something else.
    pub here: Option<HereView>,
    #[ts(type = "number")]
    pub starts_ms: i64,
    #[ts(type = "number")]
    pub ends_ms: i64,
    /// When to leave.
    #[ts(type = "number | null")]
    pub leave_ms: Option<i64>,
    pub status: OccurrenceStatus,
    /// Of the break that covers it.
    pub break_name: Option<String>,
    /// Where it was before it was moved.
    pub moved_from: Option<MovedFromView>,
    pub recurs: bool,
    /// From a file.
    pub imported: bool,
    pub location: String,
    pub link: String,
    pub room: String,
    pub facilitator: String,
    pub bring: String,
    pub description: String,
    pub travel_minutes: Option<u32>,
    /// How long it is to be, on the clock.
    pub planned_minutes: u32,
    pub attendance: Option<Attendance>,
    /// There; `null` until something is said.
    pub minutes: Option<u32>,
    pub has_notes: bool,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export_to = "schedule.d.ts")]
pub struct HereView {
    pub date: String,
    pub time: String,
    pub end_time: String,
    pub zone: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export_to = "schedule.d.ts")]
pub struct MovedFromView {
    pub date: String,
    pub time: Option<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(export_to = "schedule.d.ts")]
pub enum OccurrenceStatus {
    Planned,
    Cancelled,
    /// In a break of the programme.
    Break,
}

/// Whose clock shows it, and the days without sessions.
#[derive(Clone, PartialEq, Eq)]
pub struct Viewer {
    pub programme: Option<Tz>,
    pub here: Tz,
    pub breaks: Vec<Break>,
}

#[derive(Clone, PartialEq, Eq)]
pub struct Break {
    pub first: NaiveDate,
    /// Itself a day of the break.
    pub last: NaiveDate,
    pub name: String,
}

impl Viewer {
    pub fn read(connection: &Connection, now: &Now) -> Result<Self> {
        let zone = connection
            .prepare_cached("SELECT zone FROM programme")?
            .query_row([], |row| row.get::<_, Option<Name<Tz>>>(0))
            .optional()?;
        let mut breaks = connection.prepare_cached(
            "SELECT first_date, last_date, name FROM programme_break ORDER BY first_date, id",
        )?;
        let breaks = breaks.query_map([], |row| {
            Ok(Break {
                first: row.get::<_, Name<NaiveDate>>(0)?.0,
                last: row.get::<_, Name<NaiveDate>>(1)?.0,
                name: row.get(2)?,
            })
        })?;
        Ok(Self {
            programme: zone.flatten().map(|name| name.0),
            here: now.zone,
            breaks: breaks.collect::<rusqlite::Result<_>>()?,
        })
    }

    /// The zone of every view.
    pub fn zone(&self) -> Tz {
        self.programme.unwrap_or(self.here)
    }

    pub fn break_on(&self, date: NaiveDate) -> Option<&Break> {
        self.breaks
            .iter()
            .find(|one| (one.first..=one.last).contains(&date))
    }
}

/// The occurrences of a series that touch the days from `from` to `until`, in order; cancelled ones
/// and those in a break among them.
///
/// They start at a wall-clock time and end at one. A floating event follows the person's clock.
pub fn occurrences(
    series: &Series,
    from: NaiveDate,
    until: NaiveDate,
    viewer: &Viewer,
) -> Vec<OccurrenceView> {
    // No zone is farther than a day from another; one that was moved may come from any day.
    let last = until.checked_add_days(Days::new(2)).unwrap_or(until);
    let last = last.and_time(chrono::NaiveTime::MIN);
    let moved = series.overrides.keys().next_back().copied();
    let dates = series.dates(moved.map_or(last, |moved| moved.max(last)));
    let seen = dates.into_iter().filter_map(|date| {
        let occurrence = Timing::of(series, date, viewer)?;
        let touches = occurrence.first_day() <= until && occurrence.last_day() >= from;
        touches.then(|| occurrence.view(series, viewer))
    });
    let mut seen: Vec<_> = seen.collect();
    seen.sort_by(|one, other| {
        let key = |view: &OccurrenceView| (view.starts_ms, view.recurrence_id.clone());
        key(one).cmp(&key(other))
    });
    seen
}

/// One occurrence of a series, whenever it is; `None` where the series has none of that name.
pub fn occurrence(
    series: &Series,
    recurrence_id: NaiveDateTime,
    viewer: &Viewer,
) -> Option<OccurrenceView> {
    if series.has(recurrence_id) {
        Some(Timing::of(series, recurrence_id, viewer)?.view(series, viewer))
    } else {
        None
    }
}

/// When an occurrence is, on the clock of its event, as instants, and on the clock of the viewer.
struct Timing<'series> {
    recurrence_id: NaiveDateTime,
    change: Option<&'series Override>,
    all_day: bool,
    start: NaiveDateTime,
    minutes: u32,
    zone: Tz,
    starts: DateTime<Utc>,
    ends: DateTime<Utc>,
    shown: (NaiveDateTime, NaiveDateTime),
}

impl<'series> Timing<'series> {
    /// `None`: outside the calendar.
    fn of(series: &'series Series, recurrence_id: NaiveDateTime, viewer: &Viewer) -> Option<Self> {
        let event = &series.event;
        let change = series.overrides.get(&recurrence_id);
        let start = change
            .and_then(|change| change.start)
            .unwrap_or(recurrence_id);
        let minutes = change
            .and_then(|change| change.minutes)
            .unwrap_or(event.minutes);
        // A day is a day on whatever clock the person has.
        let zone = match event.zone {
            Some(zone) if !event.all_day => zone,
            _ => viewer.here,
        };
        let length = TimeDelta::minutes(minutes.into());
        let starts = time::instant_of(start, zone).ok()?;
        let end = start.checked_add_signed(length)?;
        let ends = time::instant_of(end, zone).ok()?;
        let ends = if ends > starts { ends } else { starts + length };
        let on = |at: DateTime<Utc>| at.with_timezone(&viewer.zone()).naive_local();
        let shown = if event.all_day {
            (start, end)
        } else {
            (on(starts), on(ends))
        };
        Some(Self {
            recurrence_id,
            change,
            all_day: event.all_day,
            start,
            minutes,
            zone,
            starts,
            ends,
            shown,
        })
    }

    fn first_day(&self) -> NaiveDate {
        self.shown.0.date()
    }

    /// What ends at midnight does not touch the day after.
    fn last_day(&self) -> NaiveDate {
        let last = (self.shown.1 - TimeDelta::seconds(1)).date();
        last.max(self.first_day())
    }

    fn view(&self, series: &Series, viewer: &Viewer) -> OccurrenceView {
        let event = series.event.on(self.recurrence_id, self.change);
        let record = series.records.get(&self.recurrence_id);
        let clock = |at: NaiveDateTime| (!self.all_day).then(|| clock(at));
        let break_name = self.break_name(series, viewer);
        let leave = event.travel_minutes.filter(|_| !self.all_day);
        let leave = leave.map(|minutes| self.starts - TimeDelta::minutes(minutes.into()));
        let end_date = if self.all_day {
            self.last_day()
        } else {
            self.shown.1.date()
        };
        OccurrenceView {
            event: event.id,
            recurrence_id: series::local_text(self.recurrence_id),
            kind: event.kind,
            summary: event.summary,
            all_day: self.all_day,
            date: self.first_day().to_string(),
            time: clock(self.shown.0),
            end_date: end_date.to_string(),
            end_time: clock(self.shown.1),
            zone: viewer.zone().name().to_owned(),
            here: self.here(viewer),
            starts_ms: self.starts.timestamp_millis(),
            ends_ms: self.ends.timestamp_millis(),
            leave_ms: leave.map(|at| at.timestamp_millis()),
            status: match break_name {
                _ if self.change.is_some_and(|change| change.cancelled) => {
                    OccurrenceStatus::Cancelled
                }
                Some(_) => OccurrenceStatus::Break,
                None => OccurrenceStatus::Planned,
            },
            break_name,
            moved_from: self.moved_from(viewer),
            recurs: series.recurs(),
            imported: event.calendar.is_some(),
            location: event.location,
            link: event.link,
            room: event.room,
            facilitator: event.facilitator,
            bring: event.bring,
            description: event.description,
            travel_minutes: event.travel_minutes,
            planned_minutes: self.minutes,
            attendance: record.and_then(|record| record.attendance),
            minutes: record.and_then(|record| record.minutes),
            has_notes: record.is_some_and(|record| {
                !record.note_before.is_empty() || !record.note_after.is_empty()
            }),
        }
    }

    /// A session that was moved into a break by hand is meant to be there.
    fn break_name(&self, series: &Series, viewer: &Viewer) -> Option<String> {
        let by_hand = self.change.is_some_and(|change| change.start.is_some());
        let covered = series.event.kind.is_programme() && !by_hand;
        let found = viewer.break_on(self.first_day()).filter(|_| covered);
        found.map(|found| found.name.clone())
    }

    fn here(&self, viewer: &Viewer) -> Option<HereView> {
        let on = |at: DateTime<Utc>| at.with_timezone(&viewer.here).naive_local();
        let (start, end) = (on(self.starts), on(self.ends));
        ((start, end) != self.shown && !self.all_day).then(|| HereView {
            date: start.date().to_string(),
            time: clock(start),
            end_time: clock(end),
            zone: viewer.here.name().to_owned(),
        })
    }

    fn moved_from(&self, viewer: &Viewer) -> Option<MovedFromView> {
        if self.start == self.recurrence_id {
            return None;
        }
        let from = if self.all_day {
            self.recurrence_id
        } else {
            let at = time::instant_of(self.recurrence_id, self.zone).ok()?;
            at.with_timezone(&viewer.zone()).naive_local()
        };
        Some(MovedFromView {
            date: from.date().to_string(),
            time: (!self.all_day).then(|| clock(from)),
        })
    }
}

fn clock(at: NaiveDateTime) -> String {
    at.format("%H:%M").to_string()
}
