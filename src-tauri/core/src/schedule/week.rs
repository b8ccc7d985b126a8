//! Some days of the schedule, as the week, the list and the print show them.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::agenda::Agenda;
use super::conflict::{self, ConflictView};
use super::course::{Course, WeekOf, monday};
use super::hours::{self, HoursView, sunday};
use super::occurrence::{OccurrenceView, Viewer};
use crate::error::{Error, Result};
use crate::time::{self, Now};
use crate::vault::Database;

#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export_to = "schedule.d.ts")]
pub struct ScheduleSpanRequest {
    pub from: String,
    /// The last day, itself shown.
    pub until: String,
}

/// Dates and times are those of `zone`.
#[derive(Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export_to = "schedule.d.ts")]
pub struct ScheduleView {
    pub zone: String,
    /// The person's, where their own clock shows something else for one of these.
    pub here_zone: Option<String>,
    pub days: Vec<ScheduleDay>,
    /// That are not over, and that the person has not seen.
    pub conflicts: Vec<ConflictView>,
    /// Of every week with one of the days.
    pub hours: Vec<HoursView>,
    /// Of the first of these weeks.
    pub week_of: Option<WeekOf>,
}

#[derive(Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export_to = "schedule.d.ts")]
pub struct ScheduleDay {
    pub date: String,
    pub break_name: Option<String>,
    /// Those that start on the day, and those that are all day on it; these first.
    pub occurrences: Vec<OccurrenceView>,
}

const MOST_DAYS: i64 = 400;
/// More at once would help nobody.
const MOST_CONFLICTS: usize = 100;

/// `invalid`: days that are none, none at all, or more than [`MOST_DAYS`].
pub fn span(database: &Database, request: &ScheduleSpanRequest, now: &Now) -> Result<ScheduleView> {
    let (from, until) = (time::date(&request.from)?, time::date(&request.until)?);
    if !(0..MOST_DAYS).contains(&(until - from).num_days()) {
        return Err(Error::invalid("days in no order, or too many"));
    }
    let connection = database.connection();
    let viewer = Viewer::read(connection, now)?;
    let course = Course::read(connection)?;
    let (first, last) = (monday(from), sunday(monday(until))?);
    let agenda = Agenda::read(connection, &viewer, first, last)?;
    let mondays = first.iter_weeks().take_while(|monday| *monday <= until);
    let hours = mondays.map(|monday| hours::of_week(&agenda, &course, monday, now));
    let hours = hours.collect::<Result<_>>()?;
    let days = days(agenda.occurrences, from, until, &viewer);
    let shown = || days.iter().flat_map(|day| &day.occurrences);
    let ahead = shown().filter(|one| one.ends_ms > now.millis());
    let seen = conflict::seen(connection)?;
    Ok(ScheduleView {
        zone: viewer.zone().name().to_owned(),
        here_zone: shown().find_map(|one| Some(one.here.as_ref()?.zone.clone())),
        conflicts: conflict::conflicts(ahead, &seen, MOST_CONFLICTS),
        hours,
        week_of: course.week_of(sunday(first)?.min(until)),
        days,
    })
}

fn days(
    occurrences: Vec<OccurrenceView>,
    from: NaiveDate,
    until: NaiveDate,
    viewer: &Viewer,
) -> Vec<ScheduleDay> {
    let dates = from.iter_days().take_while(|date| *date <= until);
    let mut days: BTreeMap<_, _> = dates
        .map(|date| {
            let day = ScheduleDay {
                date: date.to_string(),
                break_name: viewer.break_on(date).map(|found| found.name.clone()),
                occurrences: Vec::new(),
            };
            (date.to_string(), day)
        })
        .collect();
    let (all_day, timed): (Vec<_>, Vec<_>) = occurrences.into_iter().partition(|one| one.all_day);
    for one in all_day {
        for (_, day) in days.range_mut(one.date.clone()..=one.end_date.clone()) {
            day.occurrences.push(one.clone());
        }
    }
    for one in timed {
        if let Some(day) = days.get_mut(&one.date) {
            day.occurrences.push(one);
        }
    }
    days.into_values().collect()
}
