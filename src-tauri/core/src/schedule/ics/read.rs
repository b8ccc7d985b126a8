//! What a calendar file says, as series.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use chrono::{NaiveDateTime, TimeDelta};
use chrono_tz::Tz;
use serde::Serialize;
use ts_rs::TS;

use super::super::series::{Event, Override, Series};
use super::future;
use super::lines::{self, Component};
use super::values::{self, LONGEST_NAME};
use super::zones::Zones;
use crate::error::{Error, Result};
use crate::time::Now;

const MOST_EVENTS: usize = 10_000;
/// Each of them is expanded to be shown.
const MOST_RULES: usize = 2_000;
const MOST_FAULTS: usize = 100;

/// A calendar file that was read, before any of it is saved.
#[derive(Clone, PartialEq, Eq)]
pub struct IcsFile {
    pub(super) name: String,
    pub(super) events: Vec<FileEvent>,
    pub(super) skipped: Vec<IcsFault>,
    pub(super) zone_guessed: bool,
    /// A whole calendar, not a message about some events of one.
    pub(super) is_whole: bool,
}

impl std::fmt::Debug for IcsFile {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("IcsFile(private)")
    }
}

#[derive(Clone, PartialEq, Eq)]
pub(super) struct FileEvent {
    pub series: Series,
    /// It does not take place (any more).
    pub is_cancelled: bool,
    /// The name of the event it was split from.
    pub follows: Option<String>,
}

/// An event that cannot be taken in.
#[derive(Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export_to = "schedule.d.ts")]
pub struct IcsFault {
    /// Where it begins, counted from 1.
    pub line: usize,
    pub summary: String,
    pub what: IcsFaultKind,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(export_to = "schedule.d.ts")]
pub enum IcsFaultKind {
    /// It has no name, so it could not be found again.
    Name,
    /// Its start is missing or no time.
    Start,
    /// Longer than a year.
    Length,
    /// It repeats in a way that cannot be followed.
    Rule,
    /// More dates than a person has.
    Dates,
}

impl IcsFile {
    /// Reads a file. `title`: what it is called where it does not say so itself. `home`: the zone
    /// of what names none, or an unknown one.
    ///
    /// `invalid`: no calendar, no UTF-8, cut off, or larger than any person's.
    pub fn read(bytes: &[u8], title: &str, home: Tz, now: &Now) -> Result<Self> {
        let calendars = lines::calendars(bytes)?;
        let events = || calendars.iter().flat_map(|one| one.parts("VEVENT"));
        let rules = events().filter(|event| event.property("RRULE").is_some());
        if events().count() > MOST_EVENTS || rules.count() > MOST_RULES {
            return Err(Error::invalid("the file has too many events"));
        }
        let mut file = Self {
            name: name_of(&calendars, title),
            events: Vec::new(),
            skipped: Vec::new(),
            zone_guessed: false,
            is_whole: true,
        };
        for calendar in &calendars {
            let method = calendar.value("METHOD").unwrap_or("PUBLISH");
            file.is_whole &= method.eq_ignore_ascii_case("PUBLISH");
            let mut reader = Reader {
                zones: Zones::of(calendar, home, now.date()),
                is_cancelled: method.eq_ignore_ascii_case("CANCEL"),
                file: &mut file,
            };
            for group in groups(calendar, reader.file) {
                reader.group(&group);
            }
            file.zone_guessed |= reader.zones.guessed;
        }
        // A name that several calendars of a file have is one event; the last one holds.
        let mut seen = HashSet::new();
        file.events.reverse();
        file.events
            .retain(|event| seen.insert(event.series.event.uid.clone()));
        file.events.reverse();
        Ok(file)
    }
}

fn name_of(calendars: &[Component], title: &str) -> String {
    let own = calendars
        .iter()
        .find_map(|one| one.value("X-WR-CALNAME").or_else(|| one.value("NAME")));
    let title = title.strip_suffix(".ics").unwrap_or(title);
    let name = values::line(own.unwrap_or(title));
    name.chars().take(LONGEST_NAME).collect()
}

/// What a file says of one event.
struct Group<'file> {
    uid: String,
    whole: Option<&'file Component>,
    /// Single occurrences, by RECURRENCE-ID.
    parts: BTreeMap<&'file str, &'file Component>,
}

/// In the order of the file. Where it says something twice, the later version holds.
fn groups<'file>(calendar: &'file Component, file: &mut IcsFile) -> Vec<Group<'file>> {
    let mut groups: Vec<Group<'file>> = Vec::new();
    let mut places: HashMap<String, usize> = HashMap::new();
    for event in calendar.parts("VEVENT") {
        let Some(uid) = event.value("UID").and_then(values::name) else {
            file.skip(event, IcsFaultKind::Name);
            continue;
        };
        let place = *places.entry(uid.clone()).or_insert(groups.len());
        if place == groups.len() {
            groups.push(Group {
                uid,
                whole: None,
                parts: BTreeMap::new(),
            });
        }
        let Some(group) = groups.get_mut(place) else {
            continue;
        };
        let newer = |old: &Component| version(event) >= version(old);
        match event.value("RECURRENCE-ID") {
            None if group.whole.is_none_or(newer) => group.whole = Some(event),
            Some(id) if group.parts.get(id).copied().is_none_or(newer) => {
                group.parts.insert(id, event);
            }
            _ => {}
        }
    }
    groups
}

fn version(event: &Component) -> u32 {
    let version = event.value("SEQUENCE").and_then(|text| text.parse().ok());
    version.unwrap_or(0)
}

impl IcsFile {
    fn skip(&mut self, event: &Component, what: IcsFaultKind) {
        if self.skipped.len() < MOST_FAULTS {
            self.skipped.push(IcsFault {
                line: event.line,
                summary: values::line(event.value("SUMMARY").unwrap_or_default()),
                what,
            });
        }
    }
}

struct Reader<'file, 'read> {
    zones: Zones<'file>,
    /// The whole file is a message that something does not take place.
    is_cancelled: bool,
    file: &'read mut IcsFile,
}

/// A part of a series, read.
struct Part<'file> {
    id: NaiveDateTime,
    component: &'file Component,
}

/// A series that its parts are put into, one after the other.
struct Line {
    series: Series,
    follows: Option<String>,
    /// How much later than the file names them its dates are.
    shift: TimeDelta,
    /// The last date that a part is about, as the file names it.
    last: Option<NaiveDateTime>,
    /// The dates of the series as far as there.
    dates: BTreeSet<NaiveDateTime>,
}

impl Line {
    fn of(series: Series, last: Option<NaiveDateTime>) -> Self {
        let mut line = Self {
            series,
            follows: None,
            shift: TimeDelta::zero(),
            last,
            dates: BTreeSet::new(),
        };
        line.know();
        line
    }

    fn know(&mut self) {
        let last = self.last.map(|last| last + self.shift);
        self.dates = last.map(|last| self.series.dates(last)).unwrap_or_default();
    }

    /// One occurrence that is otherwise. One that the series does not have is added to it.
    fn change(&mut self, id: NaiveDateTime, wanted: &Event, is_cancelled: bool) {
        let is_there = self.dates.contains(&id);
        if self.series.excluded.contains(&id) || (is_cancelled && !is_there) {
            return;
        }
        if !is_there {
            self.series.extra.insert(id);
        }
        let change = Override {
            cancelled: is_cancelled,
            ..Override::between(&self.series.event, wanted, id)
        };
        if !change.is_empty() {
            self.series.overrides.insert(id, change);
        }
    }
}

fn is_future(part: &Component) -> bool {
    let id = part.property("RECURRENCE-ID");
    let range = id.and_then(|property| property.parameter("RANGE"));
    range.is_some_and(|range| range.eq_ignore_ascii_case("THISANDFUTURE"))
}

impl<'file> Reader<'file, '_> {
    fn group(&mut self, group: &Group<'file>) {
        let Some(whole) = group.whole else {
            for part in group.parts.values() {
                self.alone(&group.uid, part);
            }
            return;
        };
        match self.zones.series(&group.uid, whole) {
            Ok(series) => {
                let is_cancelled = self.is_cancelled(whole);
                let mut parts = Vec::new();
                for component in group.parts.values().copied() {
                    match self.zones.recurrence_id(&series.event, component) {
                        Some(id) => parts.push(Part { id, component }),
                        None => self.file.skip(component, IcsFaultKind::Start),
                    }
                }
                parts.sort_by_key(|part| part.id);
                self.line(series, parts, is_cancelled);
            }
            Err(what) => self.file.skip(whole, what),
        }
    }

    fn is_cancelled(&self, event: &Component) -> bool {
        let status = event.value("STATUS").unwrap_or_default();
        self.is_cancelled || status.eq_ignore_ascii_case("CANCELLED")
    }

    /// An occurrence whose series the file does not have, or which cannot be part of it.
    fn alone(&mut self, uid: &str, part: &'file Component) {
        let id = part.value("RECURRENCE-ID").unwrap_or_default();
        let Some(uid) = values::name_of_part(uid, id) else {
            self.file.skip(part, IcsFaultKind::Name);
            return;
        };
        match self.zones.series(&uid, part) {
            Ok(series) => {
                let is_cancelled = self.is_cancelled(part);
                self.keep(series, None, is_cancelled);
            }
            Err(what) => self.file.skip(part, what),
        }
    }

    fn keep(&mut self, series: Series, follows: Option<String>, is_cancelled: bool) {
        let is_cancelled = is_cancelled || series.first().is_err();
        self.file.events.push(FileEvent {
            series,
            is_cancelled,
            follows,
        });
    }

    /// A series with its parts, which become overrides, or series that follow it.
    fn line(&mut self, series: Series, parts: Vec<Part<'file>>, is_cancelled: bool) {
        let mut line = Line::of(series, parts.last().map(|part| part.id));
        for Part { id, component } in parts {
            let id = id + line.shift;
            let does_not = self.is_cancelled(component);
            let Some(wanted) = self.zones.occasion(&line.series.event, id, component) else {
                line.series.excluded.insert(id);
                self.alone(&line.series.event.uid.clone(), component);
                continue;
            };
            if !is_future(component) {
                line.change(id, &wanted, does_not);
                continue;
            }
            let uid = line.series.event.uid.clone();
            if does_not {
                match future::before(&line.series, id) {
                    Some(head) => self.keep(head, line.follows, is_cancelled),
                    None => self.keep(line.series, line.follows, true),
                }
                return;
            }
            let Some((head, later)) = future::onward(&line.series, id, &wanted) else {
                self.file.skip(component, IcsFaultKind::Rule);
                continue;
            };
            let shift = line.shift + (wanted.start - id);
            let mut next = Line::of(later, line.last);
            next.shift = shift;
            next.know();
            match head {
                Some(head) => {
                    self.keep(head, line.follows, is_cancelled);
                    next.follows = Some(uid);
                }
                None => next.follows = line.follows,
            }
            line = next;
        }
        self.keep(line.series, line.follows, is_cancelled);
    }
}
