//! What was recorded stays, whatever becomes of the event.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Days, NaiveDateTime, NaiveTime};

use super::series::{Override, Series};
use crate::time::Now;

/// Takes over into `new`, which is what `old` becomes, all that was said about its occurrences, and
/// with `overrides` also what was changed about them.
///
/// A date that `new` has too, or has at another time of that day, keeps what was said. An occurrence
/// that `new` does not have stays as a date of its own, as it was, if something was recorded or it
/// had been moved by hand; notes alone, where it has not come yet, keep it as a cancelled one.
/// Whatever else was changed about it is dropped. Answers the new names.
pub(super) fn carry(
    old: &Series,
    new: &mut Series,
    overrides: bool,
    now: &Now,
) -> BTreeMap<NaiveDateTime, NaiveDateTime> {
    let mut names: BTreeSet<_> = old.records.keys().copied().collect();
    if overrides {
        names.extend(old.overrides.keys());
    }
    let renamed = renamed(old, new, &names);
    for name in names {
        let change = old.overrides.get(&name);
        let to = match renamed.get(&name) {
            Some(to) => {
                if overrides && let Some(change) = change {
                    new.overrides.insert(*to, fitting(change, new));
                }
                *to
            }
            None => match stay(old, new, name, now) {
                Some(to) => to,
                None => continue,
            },
        };
        if let Some(record) = old.records.get(&name) {
            new.records.insert(to, record.clone());
        }
    }
    new.overrides.retain(|_, change| !change.is_empty());
    renamed
}

/// What the occurrences are called from now on, as far as there still is one for them.
pub(super) fn renamed(
    old: &Series,
    new: &Series,
    names: &BTreeSet<NaiveDateTime>,
) -> BTreeMap<NaiveDateTime, NaiveDateTime> {
    let mut renamed = BTreeMap::new();
    let Some(last) = names.last() else {
        return renamed;
    };
    if !old.recurs() && !new.recurs() {
        // The one appointment, at whatever time.
        renamed.insert(old.event.start, new.event.start);
        renamed.retain(|name, _| names.contains(name));
        return renamed;
    }
    let mut free = new.dates(end_of_day(*last));
    for name in names {
        if free.remove(name) {
            renamed.insert(*name, *name);
        }
    }
    for name in names {
        let day = name.date().and_time(NaiveTime::MIN)..end_of_day(*name);
        if !renamed.contains_key(name)
            && let Some(to) = free.range(day).next().copied()
        {
            free.remove(&to);
            renamed.insert(*name, to);
        }
    }
    renamed
}

/// Keeps an occurrence that the event no longer has; answers its name, or nothing where it goes.
fn stay(old: &Series, new: &mut Series, name: NaiveDateTime, now: &Now) -> Option<NaiveDateTime> {
    let change = old.overrides.get(&name);
    let record = old.records.get(&name);
    let is_cancelled = change.is_some_and(|change| change.cancelled);
    let was_moved = change.is_some_and(|change| change.start.is_some()) && !is_cancelled;
    if record.is_none() && !was_moved {
        return None;
    }
    let mut as_it_was = old.event.on(name, change);
    let zone = old.event.zone.unwrap_or(now.zone);
    let is_ahead = as_it_was.start > now.instant.with_timezone(&zone).naive_local();
    let only_notes = record.is_some_and(|record| record.attendance.is_none()) && !was_moved;
    let mut to = name;
    if new.event.all_day && !old.event.all_day {
        to = midnight(name);
        as_it_was.start = midnight(as_it_was.start);
        as_it_was.minutes = new.event.minutes;
    }
    let kept = Override {
        cancelled: is_cancelled || (only_notes && is_ahead),
        ..Override::between(&new.event, &as_it_was, to)
    };
    new.excluded.remove(&to);
    new.extra.insert(to);
    new.overrides.insert(to, kept);
    Some(to)
}

/// A change of an occurrence as an event that is all day may have it.
fn fitting(change: &Override, new: &Series) -> Override {
    if new.event.all_day {
        Override {
            start: change.start.map(midnight),
            minutes: change
                .minutes
                .filter(|minutes| minutes.is_multiple_of(1_440)),
            ..change.clone()
        }
    } else {
        change.clone()
    }
}

fn midnight(at: NaiveDateTime) -> NaiveDateTime {
    at.date().and_time(NaiveTime::MIN)
}

/// The midnight after.
fn end_of_day(at: NaiveDateTime) -> NaiveDateTime {
    midnight(at.checked_add_days(Days::new(1)).unwrap_or(at))
}
