//! Which reminders come in the next days.

use std::collections::HashSet;

use chrono::{DateTime, Days, NaiveDate, NaiveDateTime, TimeDelta, Utc};
use chrono_tz::Tz;
use rusqlite::Connection;

use super::quiet::QuietHours;
use super::reminder::{About, Reminder};
use super::settings;
use crate::error::{Error, Result};
use crate::schedule::{Agenda, Attendance, OccurrenceStatus, OccurrenceView, Viewer};
use crate::time::{self, Now};
use crate::vault::Database;

/// The reminders of the coming days, the soonest first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plan {
    pub reminders: Vec<Reminder>,
    pub quiet: Option<QuietHours>,
}

const DAYS_AHEAD: u64 = 14;
/// With the two before today.
const DAYS_OF_DAILY: usize = 18;
/// A reminder comes up to a week before its session, and quiet hours bring it forward a little more.
const DAYS_OF_SESSIONS: i64 = 23;
const MINUTES_A_DAY: u16 = 1_440;
/// More would help nobody.
const MOST_REMINDERS: usize = 1_000;

/// What there is to remind of in the next two weeks, and what it is not too late for.
///
/// To be asked again whenever something was saved, the clock or the zone has changed, and each day.
pub fn plan(database: &Database, now: &Now) -> Result<Plan> {
    let connection = database.connection();
    let quiet = settings::quiet(connection)?;
    let mut reminders = sessions(database, quiet, now)?;
    for about in [About::CheckIn, About::Card] {
        reminders.extend(daily(connection, about, quiet, now)?);
    }
    let horizon = now.instant + Days::new(DAYS_AHEAD);
    reminders
        .retain(|one| one.expires_ms() > now.millis() && one.fire_ms < horizon.timestamp_millis());
    // Of two at one start the earlier one stands.
    reminders.sort_by_key(|one| (one.key(), one.fire_ms));
    reminders.dedup_by_key(|one| one.key());
    reminders.sort_by_key(|one| (one.fire_ms, one.key()));
    reminders.truncate(MOST_REMINDERS);
    Ok(Plan { reminders, quiet })
}

fn sessions(database: &Database, quiet: Option<QuietHours>, now: &Now) -> Result<Vec<Reminder>> {
    let connection = database.connection();
    let rules = settings::rules(connection)?;
    if rules.is_empty() {
        return Ok(Vec::new());
    }
    // The programme may be a day behind, or ahead.
    let from = days_from(now.date(), -1)?;
    let until = days_from(now.date(), DAYS_OF_SESSIONS)?;
    let viewer = Viewer::read(connection, now)?;
    let agenda = Agenda::read(connection, &viewer, from, until)?;
    let planned = agenda.occurrences.iter();
    let reminders = planned
        .filter(|one| takes_place(one))
        .filter_map(|one| {
            let minutes = settings::minutes_before(&rules, one.kind)?;
            session(one.starts_ms, minutes, viewer.zone(), quiet, now)
        })
        .collect();
    Ok(reminders)
}

/// Whether the person will be there, as far as anybody knows.
fn takes_place(one: &OccurrenceView) -> bool {
    let said_no = matches!(
        one.attendance,
        Some(Attendance::Missed | Attendance::Excused)
    );
    one.status == OccurrenceStatus::Planned && !one.all_day && !said_no
}

fn session(
    starts_ms: i64,
    minutes: u16,
    zone: Tz,
    quiet: Option<QuietHours>,
    now: &Now,
) -> Option<Reminder> {
    let clock = local(starts_ms, zone)?;
    let fire_ms = before(starts_ms, clock, minutes, zone)?;
    let around = quiet.and_then(|quiet| quiet.around(fire_ms, now.zone));
    Some(Reminder {
        about: About::Session,
        for_ms: starts_ms,
        fire_ms: around.map_or(fire_ms, |quiet| {
            if quiet.end < starts_ms {
                quiet.end
            } else {
                quiet.start
            }
        }),
        clock,
    })
}

/// So many minutes before a start. Whole days are counted on the clock, except to a day that there
/// was not.
fn before(starts_ms: i64, clock: NaiveDateTime, minutes: u16, zone: Tz) -> Option<i64> {
    let starts = DateTime::from_timestamp_millis(starts_ms)?;
    let days = minutes / MINUTES_A_DAY;
    let day = clock.checked_sub_days(Days::new(days.into()))?;
    let from = time::instant_of(day, zone).ok()?;
    let is_there = from.with_timezone(&zone).date_naive() == day.date();
    let fire = if days > 0 && is_there {
        from - TimeDelta::minutes((minutes % MINUTES_A_DAY).into())
    } else {
        starts - TimeDelta::minutes(minutes.into())
    };
    Some(fire.timestamp_millis())
}

/// One for each day that has no check-in on the day it comes, or whose card is not filled in.
fn daily(
    connection: &Connection,
    about: About,
    quiet: Option<QuietHours>,
    now: &Now,
) -> Result<Vec<Reminder>> {
    let Some(time) = settings::daily(connection, about)? else {
        return Ok(Vec::new());
    };
    // Quiet hours may have put yesterday's off until today, on the far side of a skipped day.
    let first = days_from(now.date(), -2)?;
    let done = done(connection, about, first)?;
    let dates = first.iter_days().take(DAYS_OF_DAILY);
    let mut reminders = Vec::new();
    for date in dates {
        let at: DateTime<Utc> = time::instant_of(date.and_time(time), now.zone)?;
        let for_ms = at.timestamp_millis();
        let around = quiet.and_then(|quiet| quiet.around(for_ms, now.zone));
        let fire_ms = around.map_or(for_ms, |quiet| quiet.end);
        let clock = at.with_timezone(&now.zone).naive_local();
        let day = match about {
            About::CheckIn => local(fire_ms, now.zone).unwrap_or(clock).date(),
            About::Card | About::Session => clock.date(),
        };
        if done.contains(&day.to_string()) {
            continue;
        }
        reminders.push(Reminder {
            about,
            for_ms,
            fire_ms,
            clock,
        });
    }
    Ok(reminders)
}

/// The days from `first` on that need no reminder.
fn done(connection: &Connection, about: About, first: NaiveDate) -> Result<HashSet<String>> {
    let sql = match about {
        About::CheckIn => {
            "SELECT DISTINCT local_date FROM check_in
             WHERE local_date >= ?1 AND trashed_ms IS NULL"
        }
        About::Card => "SELECT local_date FROM card WHERE local_date >= ?1",
        About::Session => return Ok(HashSet::new()),
    };
    let mut statement = connection.prepare_cached(sql)?;
    let rows = statement.query_map([first.to_string()], |row| row.get(0))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

fn local(moment_ms: i64, zone: Tz) -> Option<NaiveDateTime> {
    let at = DateTime::from_timestamp_millis(moment_ms)?;
    Some(at.with_timezone(&zone).naive_local())
}

fn days_from(date: NaiveDate, days: i64) -> Result<NaiveDate> {
    date.checked_add_signed(TimeDelta::days(days))
        .ok_or(Error::invalid("a date outside the calendar"))
}
