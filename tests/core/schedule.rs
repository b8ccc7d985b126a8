//! The schedule: sessions, their times, their changes.

mod attendance;
mod changes;
mod conflicts;
mod details;
mod homework;
mod hours;
mod ics;
pub mod kept;
mod occurrences;
mod on_today;
mod planned;
mod programme;
mod records_stay;
mod recurrence;
mod rules;
mod splits;
mod trash;
mod undo;
mod weeks;
mod zones;

use chrono::{NaiveDate, NaiveDateTime};
use chrono_tz::Tz;
use evenkeel_core::error::Error;
use evenkeel_core::random::OsRandom;
use evenkeel_core::schedule::attendance::{AttendanceSaveRequest, SessionNotesSaveRequest};
use evenkeel_core::schedule::{
    self, Attendance, ChangedView, Event, EventCancelRequest, EventDetails, EventId, EventKind,
    EventOpenRequest, EventSaveRequest, EventView, OccurrenceView, Rule, RuleRequest,
    ScheduleSpanRequest, Scope, Series, Viewer, Weekday,
};

use crate::practising::Room;

pub fn room() -> Room {
    Room::with(&[])
}

pub fn at(text: &str) -> NaiveDateTime {
    let text = text.replace(' ', "T");
    let text = if text.len() == 16 { text + ":00" } else { text };
    schedule::local(&text).unwrap()
}

pub fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

pub fn rule(text: &str) -> Rule {
    Rule::parse(text, None).unwrap()
}

pub fn here(zone: Tz) -> Viewer {
    Viewer {
        programme: None,
        here: zone,
        breaks: Vec::new(),
    }
}

/// A group session of an hour, not in any database.
pub fn series(start: &str, zone: Option<Tz>, text: Option<&str>) -> Series {
    Series::of(Event {
        id: 1,
        uid: "one".to_owned(),
        calendar: None,
        follows: None,
        kind: EventKind::Group,
        summary: "Group".to_owned(),
        start: at(start),
        all_day: false,
        minutes: 60,
        zone,
        rule: text.map(rule),
        location: String::new(),
        link: String::new(),
        room: String::new(),
        facilitator: String::new(),
        bring: String::new(),
        description: String::new(),
        travel_minutes: None,
        trashed_ms: None,
    })
}

/// A group session of three hours at half past five.
pub fn single(date: &str) -> EventDetails {
    EventDetails {
        kind: EventKind::Group,
        summary: "Group".to_owned(),
        date: date.to_owned(),
        time: Some("17:30".to_owned()),
        minutes: 180,
        all_day: false,
        zone: None,
        rule: None,
        dates: None,
        location: String::new(),
        link: String::new(),
        room: "Room 2".to_owned(),
        facilitator: String::new(),
        bring: String::new(),
        description: String::new(),
        travel_minutes: None,
    }
}

pub fn weekly(date: &str, weekdays: &[Weekday]) -> EventDetails {
    EventDetails {
        rule: every(1, weekdays, None),
        ..single(date)
    }
}

pub fn every(interval: u16, weekdays: &[Weekday], until: Option<&str>) -> Option<RuleRequest> {
    Some(RuleRequest::Weekly {
        interval,
        weekdays: weekdays.to_vec(),
        until: until.map(str::to_owned),
    })
}

impl Room {
    #[track_caller]
    pub fn add_event(&mut self, details: &EventDetails) -> EventId {
        self.change(None, None, Scope::All, details).unwrap().event
    }

    pub fn change(
        &mut self,
        event: Option<EventId>,
        recurrence_id: Option<&str>,
        scope: Scope,
        details: &EventDetails,
    ) -> Result<ChangedView, Error> {
        let request = EventSaveRequest {
            event,
            recurrence_id: recurrence_id.map(|text| schedule::local_text(at(text))),
            scope,
            details: details.clone(),
        };
        schedule::save(self.open.database_mut(), &request, &mut OsRandom, &self.now)
    }

    #[track_caller]
    pub fn cancel_event(&mut self, event: EventId, id: &str, scope: Scope) -> ChangedView {
        let request = EventCancelRequest {
            event,
            recurrence_id: schedule::local_text(at(id)),
            scope,
        };
        schedule::cancel(self.open.database_mut(), &request, &self.now).unwrap()
    }

    #[track_caller]
    pub fn event(&self, event: EventId, id: Option<&str>) -> EventView {
        self.try_event(event, id).unwrap()
    }

    pub fn try_event(&self, event: EventId, id: Option<&str>) -> Result<EventView, Error> {
        let request = EventOpenRequest {
            event,
            recurrence_id: id.map(|text| schedule::local_text(at(text))),
        };
        schedule::open(self.open.database(), &request, &self.now)
    }

    #[track_caller]
    pub fn attend(&mut self, event: EventId, id: &str, attendance: Attendance) {
        let request = AttendanceSaveRequest {
            event,
            recurrence_id: schedule::local_text(at(id)),
            attendance: Some(attendance),
            minutes: None,
        };
        schedule::attendance::save(self.open.database_mut(), &request, &self.now).unwrap();
    }

    #[track_caller]
    pub fn note(&mut self, event: EventId, id: &str, before: &str) {
        let request = SessionNotesSaveRequest {
            event,
            recurrence_id: schedule::local_text(at(id)),
            before: before.to_owned(),
            after: String::new(),
        };
        schedule::attendance::save_notes(self.open.database_mut(), &request, &self.now).unwrap();
    }

    /// What is planned, cancelled or in a break on these days, in order.
    pub fn plan(&self, from: &str, until: &str) -> Vec<OccurrenceView> {
        let request = ScheduleSpanRequest {
            from: from.to_owned(),
            until: until.to_owned(),
        };
        let view = schedule::span(self.open.database(), &request, &self.now).unwrap();
        let days = view.days.into_iter();
        days.flat_map(|day| day.occurrences).collect()
    }

    /// The occurrence of this name.
    #[track_caller]
    pub fn one(&self, event: EventId, id: &str) -> OccurrenceView {
        self.event(event, Some(id)).occurrence
    }

    /// `2026-12-01 17:30` of each occurrence, with a mark on what is not planned.
    pub fn times(&self, from: &str, until: &str) -> Vec<String> {
        self.plan(from, until).iter().map(shown).collect()
    }
}

pub fn shown(one: &OccurrenceView) -> String {
    let time = one.time.as_deref().unwrap_or("all day");
    let mark = match one.status {
        schedule::OccurrenceStatus::Planned => "",
        schedule::OccurrenceStatus::Cancelled => " cancelled",
        schedule::OccurrenceStatus::Break => " break",
    };
    format!("{} {time}{mark}", one.date)
}

/// Does something to the rows themselves while the vault is closed.
pub fn sql<T>(room: Room, work: impl FnOnce(&rusqlite::Connection) -> T) -> (Room, T) {
    let mut answer = None;
    let room = room.reopened_after(|made| answer = Some(work(&crate::fixture::raw(made))));
    (room, answer.unwrap())
}
