//! The programme: when it runs, how many hours a week it means, when it pauses.

use chrono::NaiveDate;
use chrono_tz::{TZ_VARIANTS, Tz};
use rusqlite::{Connection, OptionalExtension, Transaction, named_params};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::change;
use super::course::{self, Course};
use super::details::EventDetails;
use crate::error::Result;
use crate::random::RandomSource;
use crate::time::{self, Now};
use crate::vault::Database;

/// Replaces the whole programme.
#[derive(Clone, PartialEq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export_to = "schedule.d.ts")]
pub struct ProgrammeSaveRequest {
    pub name: String,
    pub start_date: Option<String>,
    /// As many as are planned.
    pub weeks: Option<u16>,
    /// Until a phase says another number.
    pub hours_a_week: f64,
    /// An IANA name; `null`: wherever the person is.
    pub zone: Option<String>,
    pub phone: String,
    pub address: String,
    /// The planned last day.
    pub last_day: Option<String>,
    pub phases: Vec<PhaseView>,
    pub breaks: Vec<BreakView>,
}

/// From a day on the programme takes less, or more, of the week.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export_to = "schedule.d.ts")]
pub struct PhaseView {
    pub from_date: String,
    pub days_a_week: Option<u8>,
    /// `null`: no hours are set for these weeks.
    pub hours_a_week: Option<f64>,
}

/// Days without sessions of the programme.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export_to = "schedule.d.ts")]
pub struct BreakView {
    /// `null` for a new one.
    #[ts(type = "number | null")]
    pub id: Option<i64>,
    pub first_date: String,
    /// Itself a day of the break.
    pub last_date: String,
    pub name: String,
}

#[derive(Clone, PartialEq, Serialize, TS)]
#[ts(export_to = "schedule.d.ts")]
pub struct ProgrammeView {
    #[serde(flatten)]
    pub programme: ProgrammeSaveRequest,
    /// The names of all time zones.
    pub zones: Vec<&'static str>,
    /// Where the person is.
    pub here_zone: &'static str,
}

/// A programme and its first events.
#[derive(Clone, PartialEq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export_to = "schedule.d.ts")]
pub struct ProgrammeSetUpRequest {
    pub programme: ProgrammeSaveRequest,
    pub events: Vec<EventDetails>,
}

/// What an intensive outpatient programme takes at least.
const HOURS_A_WEEK: f64 = 9.0;

/// The programme; an empty one until the person says something about it.
pub fn view(database: &Database, now: &Now) -> Result<ProgrammeView> {
    view_of(database.connection(), now)
}

/// Replaces the programme. Events that were planned in its old time zone go along to the new one;
/// those that came from a file stay in their own.
///
/// `invalid`: a date or time zone that is none, an end before its beginning, hours or days that no
/// week has, two phases from one day.
pub fn save(
    database: &mut Database,
    request: &ProgrammeSaveRequest,
    now: &Now,
) -> Result<ProgrammeView> {
    database.write(|transaction| {
        write(transaction, request)?;
        view_of(transaction, now)
    })
}

/// Saves a programme and its first events, all of them or nothing. `invalid`: as for [`save`] and
/// for a single event.
pub fn set_up(
    database: &mut Database,
    request: &ProgrammeSetUpRequest,
    random: &mut dyn RandomSource,
    now: &Now,
) -> Result<ProgrammeView> {
    database.write(|transaction| {
        write(transaction, &request.programme)?;
        let zone = Course::of(&request.programme)?.zone.unwrap_or(now.zone);
        for details in &request.events {
            change::add(transaction, details, zone, random)?;
        }
        view_of(transaction, now)
    })
}

/// Its first day.
pub fn start(database: &Database) -> Result<Option<String>> {
    let date = database
        .connection()
        .prepare_cached("SELECT start_date FROM programme")?
        .query_row([], |row| row.get(0))
        .optional()?;
    Ok(date.flatten())
}

/// Saves its first day alone; `None` forgets it.
pub fn save_start(database: &mut Database, date: Option<NaiveDate>) -> Result<()> {
    database.write(|transaction| {
        let changed = transaction.execute(
            "UPDATE programme SET start_date = ?1",
            [date.map(|date| date.to_string())],
        )?;
        if let (0, Some(date)) = (changed, date) {
            transaction.execute(
                "INSERT INTO programme (id, name, start_date, phone, address)
                 VALUES (1, '', ?1, '', '')",
                [date.to_string()],
            )?;
        }
        Ok(())
    })
}

/// Writes a programme in place of the one there is.
fn write(transaction: &Transaction<'_>, request: &ProgrammeSaveRequest) -> Result<()> {
    let course = Course::of(request)?;
    let zone = course.zone.map(Tz::name);
    let zone_before: Option<Option<String>> = transaction
        .prepare_cached("SELECT zone FROM programme")?
        .query_row([], |row| row.get(0))
        .optional()?;
    transaction
        .prepare_cached(
            "INSERT INTO programme (id, name, start_date, weeks, hours_a_week, zone, phone,
                                    address, last_day)
             VALUES (1, :name, :start_date, :weeks, :hours_a_week, :zone, :phone, :address,
                     :last_day)
             ON CONFLICT (id) DO UPDATE SET
                 name = excluded.name, start_date = excluded.start_date, weeks = excluded.weeks,
                 hours_a_week = excluded.hours_a_week, zone = excluded.zone,
                 phone = excluded.phone, address = excluded.address, last_day = excluded.last_day",
        )?
        .execute(named_params! {
            ":name": request.name.trim(),
            ":start_date": course.start.map(|date| date.to_string()),
            ":weeks": request.weeks,
            ":hours_a_week": request.hours_a_week,
            ":zone": zone,
            ":phone": request.phone.trim(),
            ":address": request.address.trim(),
            ":last_day": course.last_day.map(|date| date.to_string()),
        })?;
    if let (Some(before), Some(zone)) = (zone_before.flatten(), zone) {
        transaction.execute(
            "UPDATE event SET zone = ?2 WHERE zone = ?1 AND calendar_id IS NULL",
            (before, zone),
        )?;
    }
    write_phases(transaction, &request.phases)?;
    write_breaks(transaction, &request.breaks)
}

fn write_phases(transaction: &Transaction<'_>, phases: &[PhaseView]) -> Result<()> {
    transaction.execute("DELETE FROM programme_phase", [])?;
    let mut insert = transaction.prepare_cached(
        "INSERT INTO programme_phase (from_date, days_a_week, hours_a_week) VALUES (?1, ?2, ?3)",
    )?;
    for phase in phases {
        let from = time::date(&phase.from_date)?.to_string();
        insert.execute((from, phase.days_a_week, phase.hours_a_week))?;
    }
    Ok(())
}

fn write_breaks(transaction: &Transaction<'_>, breaks: &[BreakView]) -> Result<()> {
    transaction.execute("DELETE FROM programme_break", [])?;
    let mut insert = transaction.prepare_cached(
        "INSERT INTO programme_break (id, first_date, last_date, name) VALUES (?1, ?2, ?3, ?4)",
    )?;
    // Those without an id take a free one, after the others have theirs.
    let (new, old): (Vec<_>, Vec<_>) = breaks.iter().partition(|one| one.id.is_none());
    for one in old.into_iter().chain(new) {
        let [first, last] = course::ends(one)?.map(|date| date.to_string());
        insert.execute((one.id, first, last, one.name.trim()))?;
    }
    Ok(())
}

fn view_of(connection: &Connection, now: &Now) -> Result<ProgrammeView> {
    Ok(ProgrammeView {
        programme: read(connection)?.unwrap_or_else(nothing_yet),
        zones: TZ_VARIANTS.iter().map(|zone| zone.name()).collect(),
        here_zone: now.zone.name(),
    })
}

fn nothing_yet() -> ProgrammeSaveRequest {
    ProgrammeSaveRequest {
        name: String::new(),
        start_date: None,
        weeks: None,
        hours_a_week: HOURS_A_WEEK,
        zone: None,
        phone: String::new(),
        address: String::new(),
        last_day: None,
        phases: Vec::new(),
        breaks: Vec::new(),
    }
}

pub(super) fn read(connection: &Connection) -> Result<Option<ProgrammeSaveRequest>> {
    let row = connection
        .prepare_cached(
            "SELECT name, start_date, weeks, hours_a_week, zone, phone, address, last_day
             FROM programme",
        )?
        .query_row([], |row| {
            Ok(ProgrammeSaveRequest {
                name: row.get("name")?,
                start_date: row.get("start_date")?,
                weeks: row.get("weeks")?,
                hours_a_week: row.get("hours_a_week")?,
                zone: row.get("zone")?,
                phone: row.get("phone")?,
                address: row.get("address")?,
                last_day: row.get("last_day")?,
                phases: Vec::new(),
                breaks: Vec::new(),
            })
        })
        .optional()?;
    let Some(mut programme) = row else {
        return Ok(None);
    };
    programme.phases = phases(connection)?;
    programme.breaks = breaks(connection)?;
    Ok(Some(programme))
}

fn phases(connection: &Connection) -> Result<Vec<PhaseView>> {
    let mut statement = connection.prepare_cached(
        "SELECT from_date, days_a_week, hours_a_week FROM programme_phase ORDER BY from_date",
    )?;
    let rows = statement.query_map([], |row| {
        Ok(PhaseView {
            from_date: row.get(0)?,
            days_a_week: row.get(1)?,
            hours_a_week: row.get(2)?,
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

fn breaks(connection: &Connection) -> Result<Vec<BreakView>> {
    let mut statement = connection.prepare_cached(
        "SELECT id, first_date, last_date, name FROM programme_break ORDER BY first_date, id",
    )?;
    let rows = statement.query_map([], |row| {
        Ok(BreakView {
            id: row.get(0)?,
            first_date: row.get(1)?,
            last_date: row.get(2)?,
            name: row.get(3)?,
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}
