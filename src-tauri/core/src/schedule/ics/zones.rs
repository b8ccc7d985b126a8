//! Which zone a calendar file means by a TZID.
//!
//! A name that is known decides, whatever the file says of it: IANA's, Windows's, or those with a
//! prefix that calendar programs put before them. Otherwise the clock changes that the file
//! describes (VTIMEZONE) are compared with those of every zone. A name that says nothing is taken
//! for the zone at home, and that it was guessed is told.

use std::collections::BTreeMap;
use std::str::FromStr;

use calcard::common::timezone::Tz as Named;
use chrono::{Datelike, Days, NaiveDate, NaiveDateTime, Offset, TimeDelta, TimeZone};
use chrono_tz::{TZ_VARIANTS, Tz};

use super::super::rule::Rule;
use super::lines::{Component, Property};
use super::values::{self, Moment};

/// Clock changes that one VTIMEZONE may list, and unknown names in one file.
const MOST_CHANGES: usize = 500;
const MOST_UNKNOWN: usize = 20;

pub(super) struct Zones<'file> {
    definitions: BTreeMap<String, &'file Component>,
    known: BTreeMap<String, Option<Tz>>,
    unknown: usize,
    year: i32,
    /// Where what is in no zone, or in an unknown one, is.
    pub home: Tz,
    /// Whether any of them had to be guessed.
    pub guessed: bool,
}

impl<'file> Zones<'file> {
    /// `home`: unless the calendar names a zone of its own.
    pub fn of(calendar: &'file Component, home: Tz, today: NaiveDate) -> Self {
        let definitions = calendar.parts("VTIMEZONE");
        let own = calendar.value("X-WR-TIMEZONE").and_then(named);
        Self {
            definitions: definitions
                .filter_map(|definition| {
                    let name = values::line(definition.value("TZID")?);
                    Some((name, definition))
                })
                .collect(),
            known: BTreeMap::new(),
            unknown: 0,
            year: today.year(),
            home: own.unwrap_or(home),
            guessed: false,
        }
    }

    /// The zone of a time; `None`: it floats. `used`: a year in which the zone is needed.
    pub fn zone(&mut self, property: &Property, used: i32) -> Option<Tz> {
        let name = property.parameter("TZID")?.trim();
        let found = match self.known.get(name) {
            Some(found) => *found,
            None => {
                let found = self.find(name, used);
                self.known.insert(name.to_owned(), found);
                found
            }
        };
        self.guessed |= found.is_none();
        Some(found.unwrap_or(self.home))
    }

    fn find(&mut self, name: &str, used: i32) -> Option<Tz> {
        let by_name = named(name);
        let definition = self.definitions.get(name).copied();
        // An abbreviation or a bare offset may be the name of a zone whose clock changes.
        let is_place = |zone: &Tz| zone.name().contains('/') && !zone.name().starts_with("Etc/");
        if by_name.as_ref().is_some_and(is_place) || definition.is_none() {
            return by_name;
        }
        let definition = definition?;
        let told = told_of(definition);
        if told.is_some() || self.unknown == MOST_UNKNOWN {
            return told.or(by_name);
        }
        self.unknown += 1;
        let first = [by_name, Some(self.home)];
        let years = [self.year, used];
        let mut fitting = years
            .into_iter()
            .map(|year| fitting(definition, first, year));
        fitting.find_map(|zone| zone).or(by_name)
    }
}

fn named(name: &str) -> Option<Tz> {
    if let Ok(Named::Tz(zone)) = Named::from_str(name) {
        return Some(zone);
    }
    // Some programs put the place where they found it before the name: `/example.org/Europe/Berlin`.
    let mut parts = name.match_indices('/');
    parts.find_map(|(at, _)| {
        name.get(at + 1..)
            .filter(|rest| rest.contains('/'))?
            .parse()
            .ok()
    })
}

/// The zone that a definition names beside its TZID.
fn told_of(definition: &Component) -> Option<Tz> {
    let place = definition.value("X-LIC-LOCATION").and_then(named);
    place.or_else(|| {
        let number = definition.value("X-MICROSOFT-CDO-TZID")?;
        match Named::from_ms_cdo_zone_id(number) {
            Some(Named::Tz(zone)) => Some(zone),
            _ => None,
        }
    })
}

/// A clock change: when, in UTC, and the offsets before and after it in seconds.
type Change = (NaiveDateTime, i32, i32);

/// The first zone whose clock, in this year and the next, is the one of the definition.
fn fitting(definition: &Component, first: [Option<Tz>; 2], year: i32) -> Option<Tz> {
    let from = NaiveDate::from_ymd_opt(year, 1, 1)?;
    let until = NaiveDate::from_ymd_opt(year.checked_add(2)?, 1, 1)?;
    let changes = changes(definition, from, until)?;
    let minute = TimeDelta::minutes(1);
    let around = changes.iter().flat_map(|(at, ..)| [*at - minute, *at]);
    let days = from.iter_days().step_by(10);
    let days = days.take_while(|day| *day < until);
    let days = days.map(|day| day.and_time(chrono::NaiveTime::MIN));
    let moments: Vec<_> = around.chain(days).collect();
    let within = from.and_time(chrono::NaiveTime::MIN)..until.and_time(chrono::NaiveTime::MIN);
    let moments = moments.iter().filter(|moment| within.contains(moment));
    let expected: Vec<_> = moments
        .map(|moment| (*moment, offset_at(&changes, *moment)))
        .collect();
    let fits = |zone: &Tz| {
        let offset = |at: &NaiveDateTime| zone.offset_from_utc_datetime(at).fix();
        let mut expected = expected.iter();
        expected.all(|(at, seconds)| offset(at).local_minus_utc() == *seconds)
    };
    let first = first.into_iter().flatten();
    let common =
        (0..=76).filter_map(
            |number| match Named::from_ms_cdo_zone_id(&number.to_string()) {
                Some(Named::Tz(zone)) => Some(zone),
                _ => None,
            },
        );
    first
        .chain(common)
        .chain(TZ_VARIANTS.iter().copied())
        .find(fits)
}

fn offset_at(changes: &[Change], at: NaiveDateTime) -> i32 {
    let passed = changes.partition_point(|(change, ..)| *change <= at);
    match passed.checked_sub(1).and_then(|last| changes.get(last)) {
        Some((_, _, after)) => *after,
        None => changes.first().map_or(0, |(_, before, _)| *before),
    }
}

/// In order. `None`: the definition cannot be followed.
fn changes(definition: &Component, from: NaiveDate, until: NaiveDate) -> Option<Vec<Change>> {
    let mut changes = Vec::new();
    let parts = definition.parts("STANDARD");
    for part in parts.chain(definition.parts("DAYLIGHT")) {
        let before = offset(part.value("TZOFFSETFROM")?)?;
        let after = offset(part.value("TZOFFSETTO")?)?;
        for onset in onsets(part, before, from, until)? {
            let at = onset.checked_sub_signed(TimeDelta::seconds(before.into()))?;
            changes.push((at, before, after));
        }
        if changes.len() > MOST_CHANGES {
            return None;
        }
    }
    changes.sort_unstable();
    (!changes.is_empty()).then_some(changes)
}

/// On the clock before each change, which is `before` seconds ahead of UTC.
fn onsets(
    part: &Component,
    before: i32,
    from: NaiveDate,
    until: NaiveDate,
) -> Option<Vec<NaiveDateTime>> {
    let local = |text: &str| Some(Moment::read(text)?.on_its_clock());
    let start = local(part.value("DTSTART")?)?;
    let mut onsets = vec![start];
    for dates in part.all("RDATE").take(MOST_CHANGES) {
        onsets.extend(dates.value.split(',').take(MOST_CHANGES).filter_map(local));
    }
    if let Some(rule) = part.value("RRULE") {
        let yearly = rule.to_ascii_uppercase().contains("FREQ=YEARLY");
        if !yearly || rule.contains("COUNT=") || rule.contains("INTERVAL=") && !every_year(rule) {
            return None;
        }
        let last = until.checked_add_days(Days::new(2))?;
        let rule = rule_on_clock(rule, before)?;
        // Rules begin in 1601 in some files; they are looked at from shortly before they matter, or
        // before they end: the last change of all is the one that stays.
        let ends = rule.until().map_or(from.year(), |until| until.year());
        let year = from.year().min(ends).checked_sub(2)?.max(start.year());
        let near = start.with_year(year).unwrap_or(start);
        onsets.extend(rule.expand(near, last.and_time(chrono::NaiveTime::MIN)));
    }
    Some(onsets)
}

/// Alone among its times, the end of such a rule is in UTC.
fn rule_on_clock(text: &str, before: i32) -> Option<Rule> {
    let rule = Rule::parse(text, None).ok()?;
    let text = text.to_ascii_uppercase();
    let mut parts = text.split(';').map(str::trim);
    let in_utc = parts.any(|part| part.starts_with("UNTIL=") && part.ends_with('Z'));
    match rule.until().filter(|_| in_utc) {
        Some(until) => {
            let until = until.checked_add_signed(TimeDelta::seconds(before.into()))?;
            rule.ending(until).ok()
        }
        None => Some(rule),
    }
}

fn every_year(rule: &str) -> bool {
    rule.split(';').any(|part| part.trim() == "INTERVAL=1")
}

/// `+HHMM` or `+HHMMSS`, in seconds.
fn offset(text: &str) -> Option<i32> {
    let sign = if text.starts_with('-') { -1 } else { 1 };
    let digits = text.trim_start_matches(['+', '-']);
    let number = |at: usize| digits.get(at..at + 2)?.parse::<i32>().ok();
    let seconds = number(4).unwrap_or(0);
    Some(sign * (number(0)? * 3600 + number(2)? * 60 + seconds))
}
