//! The hours of a week: meant, planned, attended.

use chrono::{Days, NaiveDate};
use serde::Serialize;
use ts_rs::TS;

use super::agenda::Agenda;
use super::course::{Course, monday};
use super::occurrence::{OccurrenceStatus, OccurrenceView, Viewer};
use crate::error::{Error, Result};
use crate::time::{self, Now};
use crate::vault::Database;

/// The hours of one week, Monday to Sunday, in minutes. Only kinds that count are in them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export_to = "schedule.d.ts")]
pub struct HoursView {
    pub monday: String,
    /// What the week means; `null` where nothing is set.
    pub target_minutes: Option<u32>,
    pub attended_minutes: u32,
    /// All sessions that take place.
    pub planned_minutes: u32,
    /// Over, and nothing said about them.
    pub unmarked_minutes: u32,
}

/// The hours of the week of a day.
pub fn hours(database: &Database, date: &str, now: &Now) -> Result<HoursView> {
    let monday = monday(time::date(date)?);
    let connection = database.connection();
    let viewer = Viewer::read(connection, now)?;
    let agenda = Agenda::read(connection, &viewer, monday, sunday(monday)?)?;
    of_week(&agenda, &Course::read(connection)?, monday, now)
}

/// The hours of one of the weeks that an agenda holds whole.
pub(super) fn of_week(
    agenda: &Agenda,
    course: &Course,
    monday: NaiveDate,
    now: &Now,
) -> Result<HoursView> {
    let week = monday.to_string()..=sunday(monday)?.to_string();
    let mut view = HoursView {
        monday: monday.to_string(),
        target_minutes: course.target_minutes(monday),
        attended_minutes: 0,
        planned_minutes: 0,
        unmarked_minutes: 0,
    };
    let sessions = agenda.occurrences.iter();
    for session in sessions.filter(|one| one.kind.counts() && week.contains(&one.date)) {
        if session.status != OccurrenceStatus::Cancelled {
            let there = session.minutes.unwrap_or(0);
            view.attended_minutes = view.attended_minutes.saturating_add(there);
        }
        // Nobody is anywhere all day.
        if session.status == OccurrenceStatus::Planned && !session.all_day {
            let minutes = agenda.planned_minutes(session);
            view.planned_minutes = view.planned_minutes.saturating_add(minutes);
            if is_unmarked(session, now) {
                view.unmarked_minutes = view.unmarked_minutes.saturating_add(minutes);
            }
        }
    }
    Ok(view)
}

fn is_unmarked(session: &OccurrenceView, now: &Now) -> bool {
    session.attendance.is_none() && session.ends_ms <= now.millis()
}

pub(super) fn sunday(monday: NaiveDate) -> Result<NaiveDate> {
    monday
        .checked_add_days(Days::new(6))
        .ok_or(Error::invalid("a week outside the calendar"))
}
