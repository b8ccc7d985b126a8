//! What the parts of a rule's text mean, read strictly: a part that is unknown, out of range or does
//! not go with the frequency is refused.

use std::str::FromStr;

use calcard::icalendar::{
    ICalendarDay, ICalendarFrequency, ICalendarMonth, ICalendarRecurrenceRule, ICalendarWeekday,
};

use super::rule::NO_RULE;
use super::weekday::Weekday;
use crate::error::Result;

pub(super) fn engine_rule(parts: &[(String, String)]) -> Result<ICalendarRecurrenceRule> {
    let mut rule = ICalendarRecurrenceRule::default();
    let mut has_frequency = false;
    for (name, value) in parts {
        match name.as_str() {
            "FREQ" => {
                has_frequency = true;
                rule.freq = match value.as_str() {
                    "DAILY" => ICalendarFrequency::Daily,
                    "WEEKLY" => ICalendarFrequency::Weekly,
                    "MONTHLY" => ICalendarFrequency::Monthly,
                    "YEARLY" => ICalendarFrequency::Yearly,
                    _ => return Err(NO_RULE),
                };
            }
            "UNTIL" => {}
            "COUNT" => rule.count = Some(number(value, 1, 1_000_000)?),
            "INTERVAL" => rule.interval = Some(number(value, 1, 1_000)?),
            "WKST" => rule.wkst = Some(weekday(value)?),
            "BYDAY" => rule.byday = list(value, by_day)?,
            "BYMONTH" => {
                rule.bymonth = list(value, |text| {
                    Ok(ICalendarMonth::new(number(text, 1, 12)?, false))
                })?;
            }
            "BYMONTHDAY" => rule.bymonthday = signed(value, 31)?,
            "BYYEARDAY" => rule.byyearday = signed(value, 366)?,
            "BYWEEKNO" => rule.byweekno = signed(value, 53)?,
            "BYSETPOS" => rule.bysetpos = signed(value, 366)?,
            "BYHOUR" => rule.byhour = list(value, |text| number(text, 0, 23))?,
            "BYMINUTE" => rule.byminute = list(value, |text| number(text, 0, 59))?,
            "BYSECOND" => {
                let _: Vec<u8> = list(value, |text| number(text, 0, 0))?;
            }
            _ => return Err(NO_RULE),
        }
    }
    let has = |name: &str| parts.iter().any(|(other, _)| other == name);
    let numbered = rule.byday.iter().any(|day| day.ordwk.is_some());
    let is_fit = match rule.freq {
        ICalendarFrequency::Yearly => !(numbered && has("BYWEEKNO")),
        ICalendarFrequency::Monthly => !has("BYWEEKNO") && !has("BYYEARDAY"),
        ICalendarFrequency::Weekly => {
            !numbered && !has("BYMONTHDAY") && !has("BYWEEKNO") && !has("BYYEARDAY")
        }
        _ => !numbered && !has("BYWEEKNO") && !has("BYYEARDAY"),
    };
    if has_frequency && is_fit && !(has("COUNT") && has("UNTIL")) {
        Ok(rule)
    } else {
        Err(NO_RULE)
    }
}

fn list<T>(value: &str, read: impl Fn(&str) -> Result<T>) -> Result<Vec<T>> {
    value.split(',').map(|text| read(text.trim())).collect()
}

fn number<T: FromStr + PartialOrd>(text: &str, least: T, most: T) -> Result<T> {
    let number = text.parse().map_err(|_| NO_RULE)?;
    if (least..=most).contains(&number) {
        Ok(number)
    } else {
        Err(NO_RULE)
    }
}

/// Numbers counted from the start or, below zero, from the end; never zero.
fn signed<T: TryFrom<i32>>(value: &str, most: i32) -> Result<Vec<T>> {
    list(value, |text| {
        let number = number(text, -most, most)?;
        if number == 0 {
            return Err(NO_RULE);
        }
        T::try_from(number).map_err(|_| NO_RULE)
    })
}

fn weekday(text: &str) -> Result<ICalendarWeekday> {
    let mut all = Weekday::ALL.into_iter();
    all.find(|(.., code)| *code == text)
        .map(|(_, day, _)| day)
        .ok_or(NO_RULE)
}

fn by_day(text: &str) -> Result<ICalendarDay> {
    let at = text.len().checked_sub(2).ok_or(NO_RULE)?;
    let (ordinal, day) = text.split_at_checked(at).ok_or(NO_RULE)?;
    let ordwk = match ordinal {
        "" => None,
        ordinal => signed::<i16>(ordinal, 53)?.pop(),
    };
    Ok(ICalendarDay {
        ordwk,
        weekday: weekday(day)?,
    })
}
