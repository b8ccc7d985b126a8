//! The part of Today that is about sessions.

use chrono::{Days, NaiveDate};
use serde::Serialize;
use ts_rs::TS;

use super::agenda::Agenda;
use super::course::{Course, WeekOf, monday};
use super::homework::{self, HomeworkView};
use super::hours::{self, HoursView};
use super::occurrence::{OccurrenceStatus, OccurrenceView, Viewer};
use crate::error::Result;
use crate::time::Now;
use crate::vault::Database;

#[derive(Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export_to = "schedule.d.ts")]
pub struct ScheduleTodayView {
    /// Whether there is one.
    pub programme: bool,
    /// Today, on the programme's clock.
    pub date: String,
    /// What goes on or comes next.
    pub next: Option<OccurrenceView>,
    /// The rest of today, cancelled ones among it.
    pub later_today: Vec<OccurrenceView>,
    /// That is due today, or by the next session of the programme.
    pub homework: Vec<HomeworkView>,
    pub week_of: Option<WeekOf>,
    /// Of this week.
    pub hours: HoursView,
}

/// So far it looks for the next session.
const FURTHEST_DAYS: u64 = 60;

pub fn today(database: &Database, now: &Now) -> Result<ScheduleTodayView> {
    let connection = database.connection();
    let viewer = Viewer::read(connection, now)?;
    let course = Course::read(connection)?;
    let today = now.instant.with_timezone(&viewer.zone()).date_naive();
    let last = today
        .checked_add_days(Days::new(FURTHEST_DAYS))
        .unwrap_or(today);
    let agenda = Agenda::read(connection, &viewer, monday(today), last)?;
    let is_ahead = |one: &&OccurrenceView| one.ends_ms > now.millis();
    let ahead: Vec<_> = agenda.occurrences.iter().filter(is_ahead).collect();
    let next = ahead.iter().find(|one| takes_place(one)).copied();
    let next_session = ahead
        .iter()
        .find(|one| takes_place(one) && one.kind.is_programme());
    let deadline = next_session.map_or(today.to_string(), |one| one.date.clone());
    let deadline = deadline.max(today.to_string());
    let mut homework = homework::open(connection, now)?;
    homework.retain(|one| one.due.as_ref().is_some_and(|due| due.date <= deadline));
    Ok(ScheduleTodayView {
        programme: course.is_set_up,
        date: today.to_string(),
        later_today: later(&ahead, next, today),
        next: next.cloned(),
        homework,
        week_of: course.week_of(today),
        hours: hours::of_week(&agenda, &course, monday(today), now)?,
    })
}

fn takes_place(one: &OccurrenceView) -> bool {
    one.status == OccurrenceStatus::Planned && !one.all_day
}

fn later(
    ahead: &[&OccurrenceView],
    next: Option<&OccurrenceView>,
    today: NaiveDate,
) -> Vec<OccurrenceView> {
    let today = today.to_string();
    let rest = ahead.iter().filter(|one| {
        one.date <= today && one.status != OccurrenceStatus::Break && Some(**one) != next
    });
    rest.map(|one| (*one).clone()).collect()
}
