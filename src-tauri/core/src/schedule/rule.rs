//! Recurrence rules: RFC 5545's RRULE, read strictly, kept as text, expanded on the wall clock.
//!
//! Not taken: rules that repeat within a day by their frequency, seconds, calendars other than the
//! Gregorian one. UNTIL is kept as a wall-clock time of the event.

use calcard::common::PartialDateTime;
use calcard::common::timezone::Tz as EngineZone;
use calcard::icalendar::{
    ICalendar, ICalendarComponent, ICalendarComponentType, ICalendarEntry, ICalendarFrequency,
    ICalendarProperty, ICalendarRecurrenceRule, ICalendarValue, ICalendarWeekday,
};
use chrono::{DateTime, Datelike, Days, NaiveDate, NaiveDateTime, NaiveTime, Timelike, Utc};
use chrono_tz::Tz;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::rule_parts::engine_rule;
use super::weekday::Weekday;
use crate::error::{Error, Result};
use crate::time;

/// More dates than a person has.
pub const MOST_DATES: usize = 10_000;
const LONGEST_RULE: usize = 2_000;
pub(super) const NO_RULE: Error = Error::invalid("a rule that cannot be followed");

/// A rule that was read; its text is `RRULE`'s value.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Rule {
    parts: Vec<(String, String)>,
    until: Option<NaiveDateTime>,
    engine: ICalendarRecurrenceRule,
}

impl std::fmt::Debug for Rule {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(formatter, "Rule({})", self.text())
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(export_to = "schedule.d.ts")]
pub enum Frequency {
    Daily,
    Weekly,
    Monthly,
    Yearly,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export_to = "schedule.d.ts")]
pub struct RuleView {
    pub frequency: Frequency,
    pub interval: u16,
    /// As far as the rule names them without a number.
    pub weekdays: Vec<Weekday>,
    /// The last day on which it may happen.
    pub until: Option<String>,
    pub count: Option<u32>,
    /// A [`RuleRequest::Weekly`] could say it.
    pub plain: bool,
}

/// How an event repeats, as the editor says it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(untagged, deny_unknown_fields)]
#[ts(export_to = "schedule.d.ts")]
pub enum RuleRequest {
    Weekly {
        interval: u16,
        /// At least one.
        weekdays: Vec<Weekday>,
        /// The last day on which it may happen.
        until: Option<String>,
    },
    /// As it does now: the editor cannot show the rule.
    Keep { keep: bool },
}

impl Rule {
    /// Reads the value of an RRULE. A UTC time in UNTIL becomes a wall-clock time of `zone`; a date
    /// there means the end of that day.
    ///
    /// `invalid`: it is none, or one that is not taken.
    pub fn parse(text: &str, zone: Option<Tz>) -> Result<Self> {
        if text.len() > LONGEST_RULE {
            return Err(NO_RULE);
        }
        let mut parts: Vec<(String, String)> = Vec::new();
        for part in text.trim().trim_end_matches(';').split(';') {
            let (name, value) = part.split_once('=').ok_or(NO_RULE)?;
            let name = name.trim().to_ascii_uppercase();
            if parts.iter().any(|(other, _)| *other == name) {
                return Err(NO_RULE);
            }
            parts.push((name, value.trim().to_ascii_uppercase()));
        }
        let mut until = None;
        for (name, value) in &mut parts {
            if name == "UNTIL" {
                let at = read_until(value, zone)?;
                *value = write_until(at);
                until = Some(at);
            }
        }
        let engine = engine_rule(&parts)?;
        Ok(Self {
            parts,
            until,
            engine,
        })
    }

    /// The rule that the editor asks for; `None`: keep what there is.
    pub(super) fn requested(request: &RuleRequest) -> Result<Option<Self>> {
        let RuleRequest::Weekly {
            interval,
            weekdays,
            until,
        } = request
        else {
            return Ok(None);
        };
        let mut days = weekdays.clone();
        days.sort_unstable();
        days.dedup();
        let days: Vec<_> = days.into_iter().map(Weekday::code).collect();
        let mut text = format!("FREQ=WEEKLY;INTERVAL={interval};BYDAY={}", days.join(","));
        if let Some(until) = until {
            text.push_str(";UNTIL=");
            text.push_str(&write_until(end_of(time::date(until)?)));
        }
        Self::parse(&text, None).map(Some)
    }

    pub fn text(&self) -> String {
        let parts: Vec<_> = self
            .parts
            .iter()
            .map(|(name, value)| format!("{name}={value}"))
            .collect();
        parts.join(";")
    }

    /// The last moment at which it may happen, on the clock of the event.
    pub fn until(&self) -> Option<NaiveDateTime> {
        self.until
    }

    /// The same rule, ending with `until`; a count is dropped.
    pub(super) fn ending(&self, until: NaiveDateTime) -> Result<Self> {
        self.with("UNTIL", &write_until(until), "COUNT")
    }

    /// The same rule, ending after so many dates.
    pub(super) fn counting(&self, count: u32) -> Result<Self> {
        self.with("COUNT", &count.to_string(), "UNTIL")
    }

    pub(super) fn count(&self) -> Option<u32> {
        self.engine.count
    }

    fn with(&self, name: &str, value: &str, without: &str) -> Result<Self> {
        let mut parts = self.parts.clone();
        parts.retain(|(other, _)| other != name && other != without);
        parts.push((name.to_owned(), value.to_owned()));
        let text: Vec<_> = parts.into_iter().map(|(n, v)| format!("{n}={v}")).collect();
        Self::parse(&text.join(";"), None)
    }

    pub fn view(&self) -> RuleView {
        RuleView {
            frequency: match self.engine.freq {
                ICalendarFrequency::Yearly => Frequency::Yearly,
                ICalendarFrequency::Monthly => Frequency::Monthly,
                ICalendarFrequency::Weekly => Frequency::Weekly,
                _ => Frequency::Daily,
            },
            interval: self.engine.interval.unwrap_or(1),
            weekdays: self.weekdays(),
            until: self.until.map(|until| until.date().to_string()),
            count: self.engine.count,
            plain: self.is_plain(),
        }
    }

    /// What the editor shows of it.
    pub(super) fn request(&self) -> RuleRequest {
        if self.is_plain() {
            RuleRequest::Weekly {
                interval: self.engine.interval.unwrap_or(1),
                weekdays: self.weekdays(),
                until: self.until.map(|until| until.date().to_string()),
            }
        } else {
            RuleRequest::Keep { keep: true }
        }
    }

    fn weekdays(&self) -> Vec<Weekday> {
        let days = self.engine.byday.iter();
        let mut days: Vec<_> = days
            .filter(|day| day.ordwk.is_none())
            .map(|day| Weekday::of(day.weekday))
            .collect();
        days.sort_unstable();
        days.dedup();
        days
    }

    fn is_plain(&self) -> bool {
        let known = |name: &str| matches!(name, "FREQ" | "INTERVAL" | "BYDAY" | "UNTIL" | "WKST");
        // Where the week begins says nothing about every week, and Monday is where it begins.
        let usual_week = self.engine.interval.unwrap_or(1) == 1
            || matches!(self.engine.wkst, None | Some(ICalendarWeekday::Monday));
        self.engine.freq == ICalendarFrequency::Weekly
            && !self.engine.byday.is_empty()
            && usual_week
            && self.parts.iter().all(|(name, _)| known(name))
    }

    /// The dates of the rule from `start` to `last`, in order, on the wall clock: at most
    /// [`MOST_DATES`], none where the engine refuses the rule.
    pub fn expand(&self, start: NaiveDateTime, last: NaiveDateTime) -> Vec<NaiveDateTime> {
        let last = self.until.map_or(last, |until| until.min(last));
        if last < start {
            return Vec::new();
        }
        let (Some(from), Some(until)) = (partial(start), partial(last)) else {
            return Vec::new();
        };
        let rule = ICalendarRecurrenceRule {
            until: Some(until),
            ..self.engine.clone()
        };
        let mut event = ICalendarComponent::new(ICalendarComponentType::VEvent);
        let value = ICalendarValue::PartialDateTime(Box::new(from));
        event
            .entries
            .push(ICalendarEntry::new(ICalendarProperty::Dtstart).with_value(value));
        let value = ICalendarValue::RecurrenceRule(Box::new(rule));
        event
            .entries
            .push(ICalendarEntry::new(ICalendarProperty::Rrule).with_value(value));
        let calendar = ICalendar {
            components: vec![event],
        };
        let expanded = calendar.expand_dates(EngineZone::Floating, MOST_DATES);
        let dates = expanded
            .events
            .into_iter()
            .map(|date| date.start.naive_local());
        let mut dates: Vec<_> = dates.filter(|date| (start..=last).contains(date)).collect();
        dates.sort_unstable();
        dates.dedup();
        dates
    }

    /// The first date of the rule. `invalid`: there is none.
    pub fn first(&self, start: NaiveDateTime) -> Result<NaiveDateTime> {
        self.next(start, start)
            .ok_or(Error::invalid("a rule without a date"))
    }

    /// The first date of the rule that starts at `start` that is not before `at`.
    pub(super) fn next(&self, start: NaiveDateTime, at: NaiveDateTime) -> Option<NaiveDateTime> {
        // The longest wait of a rule that anybody means is for a weekday of a leap day.
        [32, 366 * 4, 366 * 41]
            .into_iter()
            .filter_map(|days| at.checked_add_days(Days::new(days)))
            .find_map(|last| {
                self.expand(start, last)
                    .into_iter()
                    .find(|date| *date >= at)
            })
    }
}

impl TryFrom<String> for Rule {
    type Error = Error;

    fn try_from(text: String) -> Result<Self> {
        Self::parse(&text, None)
    }
}

impl From<Rule> for String {
    fn from(rule: Rule) -> Self {
        rule.text()
    }
}

fn end_of(date: NaiveDate) -> NaiveDateTime {
    date.and_time(NaiveTime::from_hms_opt(23, 59, 59).unwrap_or_default())
}

fn read_until(text: &str, zone: Option<Tz>) -> Result<NaiveDateTime> {
    let local =
        |text: &str| NaiveDateTime::parse_from_str(text, "%Y%m%dT%H%M%S").map_err(|_| NO_RULE);
    let until = if let Some(utc) = text.strip_suffix('Z') {
        let utc: DateTime<Utc> = local(utc)?.and_utc();
        zone.map_or(utc.naive_utc(), |zone| {
            utc.with_timezone(&zone).naive_local()
        })
    } else if text.contains('T') {
        local(text)?
    } else {
        end_of(NaiveDate::parse_from_str(text, "%Y%m%d").map_err(|_| NO_RULE)?)
    };
    // The last moment of all, as many programs write it, is later still on some clocks.
    let last = NaiveDate::from_ymd_opt(9_999, 12, 31).map_or(until, end_of);
    if until.year() >= 1_900 {
        Ok(until.min(last))
    } else {
        Err(NO_RULE)
    }
}

fn write_until(until: NaiveDateTime) -> String {
    until.format("%Y%m%dT%H%M%S").to_string()
}

fn partial(at: NaiveDateTime) -> Option<PartialDateTime> {
    let small = |number: u32| u8::try_from(number).ok();
    Some(PartialDateTime {
        year: Some(u16::try_from(at.year()).ok()?),
        month: Some(small(at.month())?),
        day: Some(small(at.day())?),
        hour: Some(small(at.hour())?),
        minute: Some(small(at.minute())?),
        second: Some(small(at.second())?),
        ..PartialDateTime::default()
    })
}
