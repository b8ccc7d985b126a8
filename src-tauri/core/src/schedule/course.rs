//! The course of a programme: its weeks, and how many hours each of them means.

use chrono::{Datelike, Days, NaiveDate};
use chrono_tz::Tz;
use rusqlite::Connection;
use serde::Serialize;
use ts_rs::TS;

use super::programme::{self, BreakView, PhaseView, ProgrammeSaveRequest};
use crate::error::{Error, Result};
use crate::time;

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[ts(export_to = "schedule.d.ts")]
pub struct WeekOf {
    /// Counted from 1, Monday to Sunday.
    pub week: u32,
    /// As many as are planned; `null` once there are more.
    pub of: Option<u16>,
}

/// A programme as it is reckoned with.
#[derive(Default)]
pub(super) struct Course {
    pub start: Option<NaiveDate>,
    pub last_day: Option<NaiveDate>,
    pub zone: Option<Tz>,
    weeks: Option<u16>,
    minutes_a_week: Option<u32>,
    /// First days and minutes a week, in order.
    phases: Vec<(NaiveDate, Option<u32>)>,
    pub is_set_up: bool,
}

impl Course {
    pub(super) fn read(connection: &Connection) -> Result<Self> {
        let saved = programme::read(connection)?;
        saved.map_or_else(|| Ok(Self::default()), |saved| Self::of(&saved))
    }

    pub(super) fn of(request: &ProgrammeSaveRequest) -> Result<Self> {
        let date = |text: &Option<String>| text.as_deref().map(time::date).transpose();
        let (start, last_day) = (date(&request.start_date)?, date(&request.last_day)?);
        if start
            .zip(last_day)
            .is_some_and(|(start, last)| last < start)
        {
            return Err(Error::invalid("a programme that ends before it begins"));
        }
        if request.weeks == Some(0) {
            return Err(Error::invalid("a programme without weeks"));
        }
        let zone = request.zone.as_deref().map(zone).transpose()?;
        // Progress asks for the first day alone.
        let is_set_up =
            zone.is_some() || request.weeks.is_some() || !request.name.trim().is_empty();
        let minutes_a_week = minutes(request.hours_a_week)?;
        let phases = request.phases.iter().map(phase).collect::<Result<_>>()?;
        let mut course = Self {
            start,
            last_day,
            zone,
            weeks: request.weeks,
            minutes_a_week: is_set_up.then_some(minutes_a_week),
            phases,
            is_set_up,
        };
        course.phases.sort_by_key(|(from, _)| *from);
        Ok(course)
    }

    /// Which week of the programme a day is in; `None` before its first day and after its last.
    pub(super) fn week_of(&self, date: NaiveDate) -> Option<WeekOf> {
        let start = self.start.filter(|start| *start <= date)?;
        if self.last_day.is_some_and(|last| last < date) {
            return None;
        }
        let days = (monday(date) - monday(start)).num_days();
        let week = u32::try_from(days / 7).ok()? + 1;
        Some(WeekOf {
            week,
            of: self.weeks.filter(|weeks| week <= u32::from(*weeks)),
        })
    }

    /// The minutes that a week means; `None` where none are set, and outside the programme.
    pub(super) fn target_minutes(&self, monday: NaiveDate) -> Option<u32> {
        let sunday = monday.checked_add_days(Days::new(6))?;
        let begins_later = self.start.is_some_and(|start| start > sunday);
        if begins_later || self.last_day.is_some_and(|last| last < monday) {
            return None;
        }
        let in_force = self.phases.iter().rfind(|(from, _)| *from <= monday);
        let minutes = in_force.map_or(self.minutes_a_week, |(_, minutes)| *minutes);
        minutes.filter(|minutes| *minutes > 0)
    }
}

/// The Monday of a day's week.
pub(super) fn monday(date: NaiveDate) -> NaiveDate {
    let since = Days::new(date.weekday().num_days_from_monday().into());
    date.checked_sub_days(since).unwrap_or(date)
}

fn zone(name: &str) -> Result<Tz> {
    name.parse()
        .map_err(|_| Error::invalid("a time zone that is none"))
}

fn phase(view: &PhaseView) -> Result<(NaiveDate, Option<u32>)> {
    let days = view.days_a_week;
    if days.is_some_and(|days| !(1..=7).contains(&days)) {
        return Err(Error::invalid("days that no week has"));
    }
    Ok((
        time::date(&view.from_date)?,
        view.hours_a_week.map(minutes).transpose()?,
    ))
}

fn minutes(hours: f64) -> Result<u32> {
    if (0.0..=168.0).contains(&hours) {
        Ok((hours * 60.0).round() as u32)
    } else {
        Err(Error::invalid("hours that no week has"))
    }
}

/// The first and the last day of a break.
pub(super) fn ends(view: &BreakView) -> Result<[NaiveDate; 2]> {
    let ends = [time::date(&view.first_date)?, time::date(&view.last_date)?];
    if ends.is_sorted() {
        Ok(ends)
    } else {
        Err(Error::invalid("a break that ends before it begins"))
    }
}
