//! Writing the schedule as a calendar file. What was recorded, noted or given as homework is never
//! in it, nor what only the app knows: room, facilitator, what to bring, the journey.

use calcard::common::PartialDateTime;
use calcard::icalendar::{
    ICalendar, ICalendarComponent, ICalendarComponentType, ICalendarEntry, ICalendarParameter,
    ICalendarParameterName, ICalendarParameterValue, ICalendarProperty, ICalendarStatus,
    ICalendarValue, ICalendarValueType,
};
use chrono::{DateTime, Datelike, NaiveDateTime, TimeDelta, Timelike, Utc};
use chrono_tz::Tz;
use rusqlite::OptionalExtension;
use serde::Deserialize;
use ts_rs::TS;

use super::super::kind::EventKind;
use super::super::occurrence::Viewer;
use super::super::rule::Rule;
use super::super::series::{CalendarId, Event, Series};
use super::super::store;
use super::guess;
use crate::error::{Error, Result};
use crate::time::{self, Now};
use crate::vault::Database;

/// Which events; `null`: whichever.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export_to = "schedule.d.ts")]
pub struct IcsExportRequest {
    #[ts(type = "number | null")]
    pub calendar: Option<CalendarId>,
    pub kinds: Option<Vec<EventKind>>,
}

const MAKER: &str = "-//Evenkeel//Schedule//EN";

/// The events as the text of a calendar file.
pub fn write(database: &Database, request: &IcsExportRequest, now: &Now) -> Result<String> {
    let connection = database.connection();
    let home = Viewer::read(connection, now)?.zone();
    let mut events = store::live(connection)?;
    if let Some(calendar) = request.calendar {
        events.retain(|series| series.event.calendar == Some(calendar));
    }
    if let Some(kinds) = &request.kinds {
        events.retain(|series| kinds.contains(&series.event.kind));
    }
    let name: Option<String> = connection
        .prepare_cached("SELECT name FROM calendar WHERE id = ?1")?
        .query_row([request.calendar], |row| row.get(0))
        .optional()?;
    text(&events, name.as_deref(), home, now)
}

fn text(events: &[Series], name: Option<&str>, home: Tz, now: &Now) -> Result<String> {
    let mut root = ICalendarComponent::new(ICalendarComponentType::VCalendar);
    root.entries.extend([
        worded(ICalendarProperty::Version, "2.0"),
        worded(ICalendarProperty::Prodid, MAKER),
        worded(other("X-WR-TIMEZONE"), home.name()),
    ]);
    root.entries
        .extend(name.map(|name| worded(other("X-WR-CALNAME"), name)));
    let mut calendar = ICalendar {
        components: vec![root],
    };
    add_zones(&mut calendar, events, now);
    for series in events {
        for component in components(series, now) {
            let place = u32::try_from(calendar.components.len());
            let place = place.map_err(|_| Error::internal("too many events for a file"))?;
            calendar.components.push(component);
            if let Some(root) = calendar.components.first_mut() {
                root.component_ids.push(place);
            }
        }
    }
    let mut text = String::new();
    calendar
        .write_to(&mut text)
        .map_err(|_| Error::internal("a calendar has no text"))?;
    Ok(text)
}

/// Describes the clocks of all zones, from before the first event to some years from now.
fn add_zones(calendar: &mut ICalendar, events: &[Series], now: &Now) {
    let mut zones: Vec<Tz> = events.iter().filter_map(|one| zone(&one.event)).collect();
    zones.sort_by_key(|zone| zone.name());
    zones.dedup();
    let first = events.iter().map(|one| one.event.start.and_utc()).min();
    let first = first.unwrap_or(now.instant).min(now.instant);
    let last = events.iter().filter_map(|one| one.extra.last());
    let last = last.map(NaiveDateTime::and_utc).max();
    let last = last.unwrap_or(now.instant).max(now.instant);
    let year = TimeDelta::days(366);
    for zone in zones {
        let from = (first - year).timestamp();
        let until = (last + year * 3).timestamp();
        calendar.add_timezone(zone.name(), from, until);
    }
}

/// The zone whose clock an event is told by.
fn zone(event: &Event) -> Option<Tz> {
    event.zone.filter(|_| !event.all_day)
}

/// A series and each of its occurrences that is otherwise.
fn components(series: &Series, now: &Now) -> Vec<ICalendarComponent> {
    let event = &series.event;
    let start = first_of_rule(series);
    let mut whole = component(event, start, false, now);
    if let Some(rule) = &event.rule {
        let text = rule_text(rule, event);
        let value = ICalendarValue::Text(text);
        whole
            .entries
            .push(ICalendarEntry::new(ICalendarProperty::Rrule).with_value(value));
    }
    for (property, dates) in [
        (ICalendarProperty::Rdate, &series.extra),
        (ICalendarProperty::Exdate, &series.excluded),
    ] {
        if !dates.is_empty() {
            let values = dates.iter().map(|date| moment(event, *date)).collect();
            whole
                .entries
                .push(timed(property, event).with_values(values));
        }
    }
    let last = series.overrides.keys().next_back();
    let dates = last.map(|last| series.dates(*last)).unwrap_or_default();
    let mut found = vec![whole];
    for (id, change) in &series.overrides {
        if !dates.contains(id) {
            continue;
        }
        let this = event.on(*id, Some(change));
        let mut part = component(&this, this.start, true, now);
        part.entries
            .push(timed(ICalendarProperty::RecurrenceId, event).with_value(moment(event, *id)));
        if change.cancelled {
            let status = ICalendarValue::Status(ICalendarStatus::Cancelled);
            part.entries
                .push(ICalendarEntry::new(ICalendarProperty::Status).with_value(status));
        }
        found.push(part);
    }
    found
}

/// Programs show a start that the rule does not have; here it is no date.
fn first_of_rule(series: &Series) -> NaiveDateTime {
    let start = series.event.start;
    match &series.event.rule {
        Some(rule) if !series.extra.contains(&start) => rule.first(start).unwrap_or(start),
        _ => start,
    }
}

/// An event that starts so. A part of one says what it does not have, too: otherwise it would have
/// what the series has.
fn component(event: &Event, start: NaiveDateTime, is_part: bool, now: &Now) -> ICalendarComponent {
    let mut component = ICalendarComponent::new(ICalendarComponentType::VEvent);
    let end = start + TimeDelta::minutes(event.minutes.into());
    component.entries.extend([
        worded(ICalendarProperty::Uid, &event.uid),
        ICalendarEntry::new(ICalendarProperty::Dtstamp)
            .with_value(partial(now.instant.naive_utc(), true)),
        timed(ICalendarProperty::Dtstart, event).with_value(moment(event, start)),
        timed(ICalendarProperty::Dtend, event).with_value(moment(event, end)),
        worded(ICalendarProperty::Summary, &event.summary),
        worded(ICalendarProperty::Categories, guess::mark(event.kind)),
    ]);
    for (property, text) in [
        (ICalendarProperty::Location, &event.location),
        (ICalendarProperty::Description, &event.description),
        (ICalendarProperty::Url, &event.link),
    ] {
        if is_part || !text.is_empty() {
            component.entries.push(worded(property, text));
        }
    }
    component
}

fn other(name: &str) -> ICalendarProperty {
    ICalendarProperty::Other(name.to_owned())
}

fn worded(property: ICalendarProperty, text: &str) -> ICalendarEntry {
    ICalendarEntry::new(property).with_value(ICalendarValue::Text(text.to_owned()))
}

/// A property whose values are times on the clock of an event.
fn timed(property: ICalendarProperty, event: &Event) -> ICalendarEntry {
    let entry = ICalendarEntry::new(property);
    if event.all_day {
        return entry.with_param(ICalendarParameter::new(
            ICalendarParameterName::Value,
            ICalendarParameterValue::Value(ICalendarValueType::Date),
        ));
    }
    match event.zone {
        Some(zone) => entry.with_param(ICalendarParameter::new(
            ICalendarParameterName::Tzid,
            ICalendarParameterValue::Text(zone.name().to_owned()),
        )),
        None => entry,
    }
}

fn moment(event: &Event, at: NaiveDateTime) -> ICalendarValue {
    let mut partial = partial(at, false);
    if event.all_day {
        (partial.hour, partial.minute, partial.second) = (None, None, None);
    }
    ICalendarValue::PartialDateTime(Box::new(partial))
}

fn partial(at: NaiveDateTime, is_utc: bool) -> PartialDateTime {
    let small = |number: u32| u8::try_from(number).ok();
    PartialDateTime {
        year: u16::try_from(at.year()).ok(),
        month: small(at.month()),
        day: small(at.day()),
        hour: small(at.hour()),
        minute: small(at.minute()),
        second: small(at.second()),
        tz_hour: is_utc.then_some(0),
        tz_minute: is_utc.then_some(0),
        tz_minus: false,
    }
}

/// The rule with its UNTIL as a file has it: a date, UTC, or a time that floats. The last also where
/// UTC cannot say it: in the hour that a clock skips, and past the last year.
fn rule_text(rule: &Rule, event: &Event) -> String {
    let Some(until) = rule.until() else {
        return rule.text();
    };
    let until = match event.zone {
        _ if event.all_day => until.format("%Y%m%d").to_string(),
        Some(zone) if is_said_in_utc(until, zone) => {
            in_utc(until, zone).format("%Y%m%dT%H%M%SZ").to_string()
        }
        _ => until.format("%Y%m%dT%H%M%S").to_string(),
    };
    let parts = rule.text();
    let parts = parts.split(';').map(|part| match part.split_once('=') {
        Some(("UNTIL", _)) => format!("UNTIL={until}"),
        _ => part.to_owned(),
    });
    parts.collect::<Vec<_>>().join(";")
}

fn is_said_in_utc(until: NaiveDateTime, zone: Tz) -> bool {
    let utc = in_utc(until, zone);
    utc.with_timezone(&zone).naive_local() == until && (1_000..=9_999).contains(&utc.year())
}

fn in_utc(at: NaiveDateTime, zone: Tz) -> DateTime<Utc> {
    time::instant_of(at, zone).unwrap_or_else(|_| at.and_utc())
}
