//! RANGE=THISANDFUTURE: a series that goes on otherwise from one of its dates on, or not at all.

use std::collections::BTreeSet;

use chrono::{NaiveDateTime, TimeDelta};

use super::super::details;
use super::super::rule::MOST_DATES;
use super::super::series::{Event, Series};
use super::super::split;
use super::values;

/// The series before one of its dates, if there is any of it, and how it goes on: each date from
/// there on starts as much later as `wanted` starts after that one.
pub(super) fn onward(
    series: &Series,
    id: NaiveDateTime,
    wanted: &Event,
) -> Option<(Option<Series>, Series)> {
    let uid = values::name_of_part(&series.event.uid, &id.format("%Y%m%dT%H%M%S").to_string())?;
    let (head, mut later) = if details::is_first(series, id) {
        (None, series.clone())
    } else {
        let (head, later) = split::split(series, id, uid).ok()?;
        (Some(head), later)
    };
    later.event = Event {
        start: later.event.start,
        rule: later.event.rule,
        uid: later.event.uid,
        follows: None,
        ..wanted.clone()
    };
    shift(&mut later, wanted.start - id)?;
    Some((head, later))
}

/// The series before one of its dates; `None`: there is nothing of it.
pub(super) fn before(series: &Series, id: NaiveDateTime) -> Option<Series> {
    if details::is_first(series, id) {
        return None;
    }
    let (head, _) = split::split(series, id, String::new()).ok()?;
    Some(head)
}

/// Puts every date off by the same time.
fn shift(series: &mut Series, by: TimeDelta) -> Option<()> {
    let start = series.event.start;
    let to = start.checked_add_signed(by);
    let to = to.filter(|to| values::is_meant(*to))?;
    let later = |dates: &BTreeSet<NaiveDateTime>| {
        let dates = dates.iter();
        dates
            .filter_map(|date| date.checked_add_signed(by))
            .filter(|date| values::is_meant(*date))
            .collect()
    };
    if let Some(rule) = &series.event.rule
        && !by.is_zero()
    {
        let names_hours = rule.text().contains("BYHOUR=") || rule.text().contains("BYMINUTE=");
        if to.date() == start.date() && !names_hours {
            let until = rule.until().and_then(|until| until.checked_add_signed(by));
            if let Some(until) = until {
                series.event.rule = Some(rule.ending(until).ok()?);
            }
        } else {
            // The rule names other days or hours; so far ahead its dates are known.
            let last = start.checked_add_signed(TimeDelta::days(366 * 5))?;
            let dates = rule.expand(start, last).into_iter().take(MOST_DATES);
            series.extra.extend(dates);
            series.extra.remove(&start);
            series.event.rule = None;
        }
    }
    series.event.start = to;
    series.extra = later(&series.extra);
    series.excluded = later(&series.excluded);
    let overrides = std::mem::take(&mut series.overrides).into_iter();
    series.overrides = overrides
        .filter_map(|(id, change)| Some((id.checked_add_signed(by)?, change)))
        .filter(|(id, _)| values::is_meant(*id))
        .collect();
    Some(())
}
