//! What the person wants to be reminded of; nothing at first.

use std::collections::HashSet;

use chrono::NaiveTime;
use rusqlite::{Connection, OptionalExtension, Transaction};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::quiet::QuietHours;
use super::reminder::About;
use crate::error::{Error, Result};
use crate::schedule::EventKind;
use crate::sql_name::Name;
use crate::vault::Database;

/// Saving replaces all of it. Times are those of the person's clock, `HH:MM`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export_to = "reminders.d.ts")]
pub struct ReminderSettingsView {
    /// Shown: every kind. Saved: one that is left out is off.
    pub kinds: Vec<KindReminder>,
    /// Every day; `null`: off.
    pub check_in: Option<String>,
    pub card: Option<String>,
    pub quiet: Option<QuietHoursView>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export_to = "reminders.d.ts")]
pub struct KindReminder {
    pub kind: EventKind,
    /// Before the start, a week at most; `null`: off.
    pub minutes_before: Option<u16>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export_to = "reminders.d.ts")]
pub struct QuietHoursView {
    pub from: String,
    /// On the next day where it is before `from`.
    pub to: String,
}

/// Seven days.
const MOST_MINUTES: u16 = 7 * 1_440;

pub fn view(database: &Database) -> Result<ReminderSettingsView> {
    view_of(database.connection())
}

/// `invalid`: a time that is none, a kind twice, more than a week before, quiet hours that end when
/// they begin.
pub fn save(
    database: &mut Database,
    request: &ReminderSettingsView,
) -> Result<ReminderSettingsView> {
    database.write(|transaction| {
        write_rules(transaction, &request.kinds)?;
        write_daily(transaction, About::CheckIn, request.check_in.as_deref())?;
        write_daily(transaction, About::Card, request.card.as_deref())?;
        write_quiet(transaction, request.quiet.as_ref())?;
        view_of(transaction)
    })
}

fn write_rules(transaction: &Transaction<'_>, kinds: &[KindReminder]) -> Result<()> {
    transaction.execute("DELETE FROM reminder_rule", [])?;
    let mut insert = transaction
        .prepare_cached("INSERT INTO reminder_rule (kind, minutes_before) VALUES (?1, ?2)")?;
    let mut seen = HashSet::new();
    for rule in kinds {
        if !seen.insert(rule.kind) {
            return Err(Error::invalid("a kind with two reminders"));
        }
        if rule.minutes_before > Some(MOST_MINUTES) {
            return Err(Error::invalid("a reminder more than a week before"));
        }
        if let Some(minutes) = rule.minutes_before {
            insert.execute((Name(rule.kind), minutes))?;
        }
    }
    Ok(())
}

fn write_daily(transaction: &Transaction<'_>, about: About, time: Option<&str>) -> Result<()> {
    let what = what(about);
    transaction
        .prepare_cached("DELETE FROM reminder_daily WHERE what = ?1")?
        .execute([what])?;
    if let Some(time) = time {
        transaction
            .prepare_cached("INSERT INTO reminder_daily (what, time) VALUES (?1, ?2)")?
            .execute((what, clock(time_of_day(time)?)))?;
    }
    Ok(())
}

fn write_quiet(transaction: &Transaction<'_>, quiet: Option<&QuietHoursView>) -> Result<()> {
    transaction.execute("DELETE FROM quiet_hours", [])?;
    let Some(quiet) = quiet else {
        return Ok(());
    };
    let (from, to) = (time_of_day(&quiet.from)?, time_of_day(&quiet.to)?);
    if from == to {
        return Err(Error::invalid("quiet hours that end when they begin"));
    }
    transaction.execute(
        "INSERT INTO quiet_hours (id, from_time, to_time) VALUES (1, ?1, ?2)",
        (clock(from), clock(to)),
    )?;
    Ok(())
}

fn view_of(connection: &Connection) -> Result<ReminderSettingsView> {
    let rules = rules(connection)?;
    let kinds = EventKind::ALL.into_iter().map(|kind| KindReminder {
        kind,
        minutes_before: minutes_before(&rules, kind),
    });
    let daily = |about| Ok::<_, Error>(daily(connection, about)?.map(clock));
    Ok(ReminderSettingsView {
        kinds: kinds.collect(),
        check_in: daily(About::CheckIn)?,
        card: daily(About::Card)?,
        quiet: quiet(connection)?.map(|quiet| QuietHoursView {
            from: clock(quiet.from),
            to: clock(quiet.to),
        }),
    })
}

/// The kinds that are on.
pub(super) fn rules(connection: &Connection) -> Result<Vec<(EventKind, u16)>> {
    let mut statement =
        connection.prepare_cached("SELECT kind, minutes_before FROM reminder_rule")?;
    let rows = statement.query_map([], |row| Ok((row.get::<_, Name<_>>(0)?.0, row.get(1)?)))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

pub(super) fn minutes_before(rules: &[(EventKind, u16)], kind: EventKind) -> Option<u16> {
    let rule = rules.iter().find(|(of, _)| *of == kind);
    rule.map(|(_, minutes)| *minutes)
}

pub(super) fn daily(connection: &Connection, about: About) -> Result<Option<NaiveTime>> {
    let time: Option<String> = connection
        .prepare_cached("SELECT time FROM reminder_daily WHERE what = ?1")?
        .query_row([what(about)], |row| row.get(0))
        .optional()?;
    time.as_deref().map(time_of_day).transpose()
}

pub(super) fn quiet(connection: &Connection) -> Result<Option<QuietHours>> {
    let times: Option<(String, String)> = connection
        .prepare_cached("SELECT from_time, to_time FROM quiet_hours")?
        .query_row([], |row| Ok((row.get(0)?, row.get(1)?)))
        .optional()?;
    let Some((from, to)) = times else {
        return Ok(None);
    };
    Ok(Some(QuietHours {
        from: time_of_day(&from)?,
        to: time_of_day(&to)?,
    }))
}

const fn what(about: About) -> &'static str {
    match about {
        About::Session => "session",
        About::CheckIn => "check_in",
        About::Card => "card",
    }
}

const CLOCK: &str = "%H:%M";

fn time_of_day(text: &str) -> Result<NaiveTime> {
    NaiveTime::parse_from_str(text, CLOCK).map_err(|_| Error::invalid("a time that is none"))
}

fn clock(time: NaiveTime) -> String {
    time.format(CLOCK).to_string()
}
