//! One series cut in two, so that its two parts together are what it was.

use chrono::{Datelike, NaiveDateTime, TimeDelta};

use super::rule::Rule;
use super::series::{Event, Series};
use crate::error::Result;

/// The part before an occurrence, which keeps the id, and the part from there on, which is new.
///
/// All that was said and changed goes with its occurrence; the homework stays with the first.
/// Before `at` there must be an occurrence, and one at it.
pub(super) fn split(series: &Series, at: NaiveDateTime, uid: String) -> Result<(Series, Series)> {
    let mut head = series.clone();
    let mut later = Series::of(Event {
        id: 0,
        uid,
        // No file knows of it.
        calendar: None,
        follows: Some(series.event.id),
        ..series.event.clone()
    });
    later.extra = head.extra.split_off(&at);
    later.excluded = head.excluded.split_off(&at);
    later.overrides = head.overrides.split_off(&at);
    later.records = head.records.split_off(&at);
    match &series.event.rule {
        Some(rule) => split_rule(rule, at, &mut head, &mut later)?,
        None if series.event.start < at => start_anywhere(&mut later),
        None => start_anywhere(&mut head),
    }
    Ok((head, later))
}

fn split_rule(rule: &Rule, at: NaiveDateTime, head: &mut Series, later: &mut Series) -> Result<()> {
    let start = head.event.start;
    let before = rule.expand(start, at - TimeDelta::seconds(1));
    if let Some(last) = before.last() {
        head.event.rule = Some(rule.ending(end_before(at, *last))?);
    } else {
        start_anywhere(head);
    }
    let count = rule
        .count()
        .map(|count| count.saturating_sub(u32::try_from(before.len()).unwrap_or(u32::MAX)));
    let next = rule.next(start, at).filter(|_| count != Some(0));
    if let Some(next) = next {
        later.event.start = next;
        later.event.rule = match count {
            Some(count) => Some(rule.counting(count)?),
            None => Some(rule.clone()),
        };
    } else {
        start_anywhere(later);
    }
    Ok(())
}

/// The end of the day before, unless something happens earlier on that day.
fn end_before(at: NaiveDateTime, last: NaiveDateTime) -> NaiveDateTime {
    if last.num_days_from_ce() < at.num_days_from_ce() {
        at.date().and_time(chrono::NaiveTime::MIN) - TimeDelta::seconds(1)
    } else {
        at - TimeDelta::seconds(1)
    }
}

/// Without a rule a series starts at the first of its dates.
fn start_anywhere(series: &mut Series) {
    series.event.rule = None;
    let counted = series.extra.difference(&series.excluded).next().copied();
    if let Some(first) = counted {
        series.extra.remove(&first);
        series.event.start = first;
    }
}
