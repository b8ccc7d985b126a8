//! One VEVENT of a calendar file, as a series or as one occasion of it.

use chrono::{Datelike, NaiveDateTime, NaiveTime};
use chrono_tz::Tz;

use super::super::kind::EventKind;
use super::super::rule::{MOST_DATES, Rule};
use super::super::series::{Event, Series};
use super::guess;
use super::lines::{Component, Property};
use super::read::IcsFaultKind;
use super::values::{self, Moment};
use super::zones::Zones;
use crate::error::{Error, Result};

const MINUTES_A_DAY: u32 = 24 * 60;
const MOST_MINUTES: u32 = 366 * MINUTES_A_DAY;

impl Zones<'_> {
    pub fn recurrence_id(&mut self, event: &Event, part: &Component) -> Option<NaiveDateTime> {
        let property = part.property("RECURRENCE-ID")?;
        let moment = Moment::of(property)?;
        self.meant(event, property, moment)
    }

    /// A date on the clock of an event; there it may be another year.
    fn meant(
        &mut self,
        event: &Event,
        property: &Property,
        moment: Moment,
    ) -> Option<NaiveDateTime> {
        self.local(event, property, moment)
            .filter(|at| values::is_meant(*at))
    }

    /// A time of the file on the clock of an event.
    fn local(
        &mut self,
        event: &Event,
        property: &Property,
        moment: Moment,
    ) -> Option<NaiveDateTime> {
        let at = moment.on_its_clock();
        if event.all_day && !matches!(moment, Moment::Utc(_)) {
            return Some(at.date().and_time(NaiveTime::MIN));
        }
        if moment.is_date() {
            return Some(at.date().and_time(event.start.time()));
        }
        let zone = self.zone(property, at.year());
        let home = self.home;
        let here = event.zone.unwrap_or(home);
        let at = match moment {
            Moment::Local(at) if zone.is_none() || zone == event.zone => at,
            _ => {
                let instant = moment.instant(zone.unwrap_or(home))?;
                instant.with_timezone(&here).naive_local()
            }
        };
        Some(if event.all_day {
            at.date().and_time(NaiveTime::MIN)
        } else {
            at
        })
    }

    /// An event as one occasion of it is. `None`: it is of another nature there.
    pub fn occasion(
        &mut self,
        event: &Event,
        id: NaiveDateTime,
        part: &Component,
    ) -> Option<Event> {
        let mut wanted = Event {
            start: id,
            ..event.clone()
        };
        words(part, &mut wanted);
        if let Some(property) = part.property("DTSTART") {
            let moment = Moment::of(property)?;
            if moment.is_date() != event.all_day {
                return None;
            }
            wanted.start = self.meant(event, property, moment)?;
            let minutes = self.minutes(&wanted, part).ok()?;
            wanted.minutes = minutes.unwrap_or(event.minutes);
        }
        Some(wanted)
    }

    /// A series without its parts.
    pub fn series(&mut self, uid: &str, component: &Component) -> Result<Series, IcsFaultKind> {
        let mut series = Series::of(self.event(uid, component)?);
        let mut rules = component.all("RRULE");
        let rule = rules.next().map(|rule| rule.value.as_str());
        if rules.next().is_some() || component.property("EXRULE").is_some() {
            return Err(IcsFaultKind::Rule);
        }
        self.dates(&mut series, component)?;
        if let Some(rule) = rule.filter(|rule| !rule.trim().is_empty()) {
            let event = &mut series.event;
            let rule = self.rule(event, rule).map_err(|_| IcsFaultKind::Rule)?;
            let first = rule.first(event.start).map_err(|_| IcsFaultKind::Rule)?;
            event.rule = Some(rule);
            if first != event.start && !series.excluded.contains(&event.start) {
                series.extra.insert(event.start);
            }
            if !series.extra.contains(&event.start) {
                event.start = first;
            }
        } else {
            series.extra.remove(&series.event.start);
        }
        Ok(series)
    }

    fn rule(&self, event: &Event, text: &str) -> Result<Rule> {
        if !event.all_day {
            return Rule::parse(text, Some(event.zone.unwrap_or(self.home)));
        }
        let rule = Rule::parse(text, None)?;
        if rule.text().contains("BYHOUR=") || rule.text().contains("BYMINUTE=") {
            return Err(Error::invalid("an hour of an event that is all day"));
        }
        match rule
            .until()
            .and_then(|until| until.date().and_hms_opt(23, 59, 59))
        {
            Some(until) => rule.ending(until),
            None => Ok(rule),
        }
    }

    /// RDATE and EXDATE.
    fn dates(&mut self, series: &mut Series, component: &Component) -> Result<(), IcsFaultKind> {
        for name in ["RDATE", "EXDATE"] {
            for property in component.all(name) {
                for text in property.value.split(',') {
                    let (from, length) = text.split_once('/').unwrap_or((text, ""));
                    let moment = Moment::read(from).filter(|moment| moment.is_meant());
                    let date = moment.and_then(|at| self.meant(&series.event, property, at));
                    let (Some(moment), Some(date)) = (moment, date) else {
                        continue;
                    };
                    if name == "EXDATE" {
                        series.excluded.insert(date);
                        continue;
                    }
                    series.extra.insert(date);
                    let minutes = period(moment, length).filter(|minutes| {
                        *minutes != series.event.minutes && !series.event.all_day
                    });
                    if minutes.is_some() {
                        let change = series.overrides.entry(date).or_default();
                        change.minutes = minutes;
                    }
                    if series.extra.len() > MOST_DATES {
                        return Err(IcsFaultKind::Dates);
                    }
                }
                if series.excluded.len() > MOST_DATES {
                    return Err(IcsFaultKind::Dates);
                }
            }
        }
        let excluded = &series.excluded;
        series.extra.retain(|date| !excluded.contains(date));
        series.overrides.retain(|date, _| !excluded.contains(date));
        Ok(())
    }

    /// An event without its rule and dates.
    fn event(&mut self, uid: &str, component: &Component) -> Result<Event, IcsFaultKind> {
        let property = component.property("DTSTART").ok_or(IcsFaultKind::Start)?;
        let moment = Moment::of(property).ok_or(IcsFaultKind::Start)?;
        let repeats =
            component.property("RRULE").is_some() || component.property("RDATE").is_some();
        let (start, zone) = match moment {
            Moment::Date(_) => (moment.on_its_clock(), None),
            Moment::Local(at) => (at, self.zone(property, at.year())),
            Moment::Utc(at) if repeats => (at, Some(Tz::UTC)),
            Moment::Utc(at) => {
                let here = at.and_utc().with_timezone(&self.home).naive_local();
                if Moment::Local(here).instant(self.home) == Some(at.and_utc()) {
                    (here, Some(self.home))
                } else {
                    (at, Some(Tz::UTC))
                }
            }
        };
        if !values::is_meant(start) {
            return Err(IcsFaultKind::Start);
        }
        let mut event = Event {
            id: 0,
            uid: uid.to_owned(),
            calendar: None,
            follows: None,
            kind: EventKind::Personal,
            summary: String::new(),
            start,
            all_day: moment.is_date(),
            minutes: 0,
            zone,
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
        words(component, &mut event);
        let categories: Vec<_> = component
            .all("CATEGORIES")
            .flat_map(|property| values::lines(&property.value))
            .collect();
        event.kind = guess::kind(&categories, &event.summary);
        let usual = if event.all_day { MINUTES_A_DAY } else { 60 };
        event.minutes = self.minutes(&event, component)?.unwrap_or(usual);
        Ok(event)
    }

    /// How long an event that starts so is; `None`: the file does not say.
    fn minutes(
        &mut self,
        event: &Event,
        component: &Component,
    ) -> Result<Option<u32>, IcsFaultKind> {
        let by_end = match component.property("DTEND") {
            Some(property) => Moment::read(&property.value)
                .and_then(|end| self.local(event, property, end))
                .and_then(|end| values::minutes_of(end - event.start)),
            None => component.value("DURATION").and_then(values::duration),
        };
        let minutes = by_end.filter(|minutes| *minutes > 0).map(|minutes| {
            if event.all_day {
                minutes
                    .div_ceil(MINUTES_A_DAY)
                    .saturating_mul(MINUTES_A_DAY)
            } else {
                minutes
            }
        });
        if minutes.is_some_and(|minutes| minutes > MOST_MINUTES) {
            return Err(IcsFaultKind::Length);
        }
        Ok(minutes)
    }
}

/// The minutes of a period from its end or its length.
fn period(from: Moment, length: &str) -> Option<u32> {
    let minutes = match Moment::read(length) {
        Some(end) => values::minutes_of(end.on_its_clock() - from.on_its_clock()),
        None => values::duration(length),
    };
    minutes.filter(|minutes| (1..=MOST_MINUTES).contains(minutes))
}

/// Takes over what a component says in words; what it does not mention stays.
fn words(component: &Component, event: &mut Event) {
    let text = |name: &str| {
        component
            .property(name)
            .map(|found| values::text(&found.value))
    };
    let line = |name: &str| {
        component
            .property(name)
            .map(|found| values::line(&found.value))
    };
    if let Some(summary) = line("SUMMARY") {
        event.summary = summary;
    }
    if let Some(location) = line("LOCATION") {
        event.location = location;
    }
    if let Some(description) = text("DESCRIPTION") {
        event.description = description;
    }
    let pages = [
        "URL",
        "CONFERENCE",
        "X-GOOGLE-CONFERENCE",
        "X-MICROSOFT-SKYPETEAMSMEETINGURL",
        "LOCATION",
    ];
    let mut links = pages
        .iter()
        .flat_map(|name| component.all(name))
        .map(|property| values::link(&property.value));
    if let Some(link) = links.find(|link| !link.is_empty()) {
        event.link = link;
    } else if component.property("URL").is_some() {
        event.link = values::link(&event.location);
    }
}
