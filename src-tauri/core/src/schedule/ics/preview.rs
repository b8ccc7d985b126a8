//! A calendar file as it is shown before any of it is saved, and what of it is taken in.

use std::collections::HashMap;

use chrono::Days;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::super::kind::EventKind;
use super::super::occurrence::{OccurrenceStatus, Viewer, occurrence, occurrences};
use super::super::rule::{Rule, RuleView};
use super::super::series::{CalendarId, EventId, Series};
use super::super::undo::{Calendar, Changes, Undo};
use super::plan::{IcsChange, Plan, Step};
use super::read::{IcsFault, IcsFile};
use crate::error::{Error, Result};
use crate::time::Now;
use crate::vault::Database;

#[derive(Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export_to = "schedule.d.ts")]
pub struct IcsPreviewView {
    pub calendar: IcsCalendarView,
    /// The file names a zone that nobody knows; its times are taken for those of the programme.
    pub zone_guessed: bool,
    /// As in the file; then those that it no longer has.
    pub events: Vec<IcsEventView>,
    /// Events that cannot be taken in, at most a hundred.
    pub skipped: Vec<IcsFault>,
}

#[derive(Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export_to = "schedule.d.ts")]
pub struct IcsCalendarView {
    /// `null`: it was never taken in before.
    #[ts(type = "number | null")]
    pub id: Option<CalendarId>,
    pub name: String,
}

#[derive(Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export_to = "schedule.d.ts")]
pub struct IcsEventView {
    pub uid: String,
    /// The one it has, or a guess.
    pub kind: EventKind,
    pub change: IcsChange,
    /// A part of it stays: something was recorded there.
    pub keeps_recorded: bool,
    #[serde(flatten)]
    pub is: IcsShapeView,
    /// As it is now, where it changes.
    pub before: Option<IcsShapeView>,
    /// How often in the year to come.
    pub occurrences: usize,
    /// The next one that is not over.
    pub next: Option<IcsNextView>,
}

/// When and what an event is, its first occurrence on the clock of the programme.
#[derive(Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export_to = "schedule.d.ts")]
pub struct IcsShapeView {
    pub summary: String,
    pub location: String,
    pub all_day: bool,
    pub date: String,
    pub time: Option<String>,
    pub end_date: String,
    pub end_time: Option<String>,
    pub rule: Option<RuleView>,
    /// As the file has it.
    pub rule_text: Option<String>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export_to = "schedule.d.ts")]
pub struct IcsNextView {
    pub date: String,
    pub time: Option<String>,
}

/// What of the file is taken in; an event that is not named stays as it is.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export_to = "schedule.d.ts")]
pub struct IcsImportRequest {
    pub events: Vec<IcsEventChoice>,
}

#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export_to = "schedule.d.ts")]
pub struct IcsEventChoice {
    pub uid: String,
    pub kind: EventKind,
    pub take: bool,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export_to = "schedule.d.ts")]
pub struct IcsImportedView {
    pub new: usize,
    pub changed: usize,
    pub removed: usize,
    #[ts(type = "unknown")]
    pub undo: Undo,
}

/// Reads a file where the programme is. `invalid`: as [`IcsFile::read`].
pub fn open(database: &Database, bytes: &[u8], title: &str, now: &Now) -> Result<IcsFile> {
    let home = Viewer::read(database.connection(), now)?.zone();
    IcsFile::read(bytes, title, home, now)
}

impl IcsFile {
    pub fn preview(&self, database: &Database, now: &Now) -> Result<IcsPreviewView> {
        let plan = Plan::of(self, database.connection(), now)?;
        let viewer = Viewer::read(database.connection(), now)?;
        let events = plan.steps.iter();
        Ok(IcsPreviewView {
            calendar: IcsCalendarView {
                id: plan.calendar,
                name: self.name.clone(),
            },
            zone_guessed: self.zone_guessed,
            events: events
                .filter_map(|step| event_view(step, &viewer, now))
                .collect(),
            skipped: self.skipped.clone(),
        })
    }

    /// Takes in what was chosen, all of it or nothing. What was recorded stays.
    ///
    /// `invalid`: an event is chosen that the file does not have.
    pub fn import(
        &self,
        database: &mut Database,
        request: &IcsImportRequest,
        now: &Now,
    ) -> Result<IcsImportedView> {
        let plan = Plan::of(self, database.connection(), now)?;
        let mut chosen: HashMap<&str, &IcsEventChoice> = HashMap::new();
        for choice in &request.events {
            if !plan.steps.iter().any(|step| step.uid() == choice.uid) {
                return Err(Error::invalid("an event that the file does not have"));
            }
            chosen.insert(&choice.uid, choice);
        }
        let chosen = |step: &&Step| chosen.get(step.uid()).copied().filter(|choice| choice.take);
        let steps: Vec<_> = plan
            .steps
            .iter()
            .filter_map(|step| Some((step, chosen(&step)?.kind)))
            .collect();
        let mut intake = Intake {
            file: self,
            calendar: plan.calendar,
            written: false,
            changes: Changes::default(),
            now,
        };
        database.write(|transaction| {
            let mut counts = [0, 0, 0];
            for (step, kind) in &steps {
                let [new, changed, removed] = &mut counts;
                match intake.take(transaction, step, *kind)? {
                    IcsChange::New => *new += 1,
                    IcsChange::Changed => *changed += 1,
                    IcsChange::Removed => *removed += 1,
                    IcsChange::Same => {}
                }
            }
            let [new, changed, removed] = counts;
            Ok(IcsImportedView {
                new,
                changed,
                removed,
                undo: std::mem::take(&mut intake.changes).undo(transaction)?,
            })
        })
    }
}

/// The file on its way into the database.
struct Intake<'file> {
    file: &'file IcsFile,
    calendar: Option<CalendarId>,
    /// That the calendar was taken in now is written down.
    written: bool,
    changes: Changes,
    now: &'file Now,
}

impl Intake<'_> {
    fn take(
        &mut self,
        transaction: &rusqlite::Transaction<'_>,
        step: &Step,
        kind: EventKind,
    ) -> Result<IcsChange> {
        let is_other_kind = step
            .series()
            .is_some_and(|series| series.event.kind != kind);
        let change = match step.change {
            IcsChange::Same if is_other_kind => IcsChange::Changed,
            change => change,
        };
        if change == IcsChange::Same {
            return Ok(change);
        }
        if self.calendar.is_some() {
            self.calendar(transaction)?;
        }
        let Some(mut series) = step.after.clone() else {
            if let Some(mut gone) = step.before.clone() {
                gone.event.trashed_ms = Some(self.now.millis());
                self.changes.replace(transaction, &gone)?;
            }
            return Ok(change);
        };
        if step.change != IcsChange::Removed {
            series.event.kind = kind;
        }
        if series.event.id != 0 {
            self.changes.replace(transaction, &series)?;
            return Ok(change);
        }
        series.event.calendar = Some(self.calendar(transaction)?);
        series.event.follows = self.followed(transaction, step)?;
        self.changes.add(transaction, &series)?;
        Ok(change)
    }

    fn calendar(&mut self, transaction: &rusqlite::Transaction<'_>) -> Result<CalendarId> {
        let id = match self.calendar {
            Some(id) if self.written => id,
            known => self.changes.calendar(
                transaction,
                &Calendar {
                    id: known.unwrap_or(0),
                    name: self.file.name.clone(),
                    imported_ms: self.now.millis(),
                },
            )?,
        };
        self.written = true;
        self.calendar = Some(id);
        Ok(id)
    }

    /// The event that a new one goes on from, unless another one does so already.
    fn followed(
        &self,
        transaction: &rusqlite::Transaction<'_>,
        step: &Step,
    ) -> Result<Option<EventId>> {
        let Some(uid) = &step.follows else {
            return Ok(None);
        };
        let mut found = transaction.prepare_cached(
            "SELECT id FROM event
             WHERE uid = ?1 AND id NOT IN (SELECT follows FROM event WHERE follows IS NOT NULL)",
        )?;
        let mut ids = found.query_map([uid], |row| row.get(0))?;
        Ok(ids.next().transpose()?)
    }
}

fn event_view(step: &Step, viewer: &Viewer, now: &Now) -> Option<IcsEventView> {
    let is_removed = step.change == IcsChange::Removed;
    let series = if is_removed {
        step.before.as_ref()?
    } else {
        step.series()?
    };
    let today = now.instant.with_timezone(&viewer.zone()).date_naive();
    let until = today.checked_add_days(Days::new(365)).unwrap_or(today);
    let mut coming = occurrences(series, today, until, viewer);
    coming.retain(|one| one.status != OccurrenceStatus::Cancelled);
    coming.retain(|one| one.ends_ms > now.millis());
    let before = step.before.as_ref();
    let before = before.filter(|_| step.change == IcsChange::Changed);
    Some(IcsEventView {
        uid: series.event.uid.clone(),
        kind: series.event.kind,
        change: step.change,
        keeps_recorded: is_removed && step.after.is_some(),
        is: IcsShapeView::of(series, viewer)?,
        before: before.and_then(|before| IcsShapeView::of(before, viewer)),
        occurrences: coming.len(),
        next: coming.first().map(|next| IcsNextView {
            date: next.date.clone(),
            time: next.time.clone(),
        }),
    })
}

impl IcsShapeView {
    fn of(series: &Series, viewer: &Viewer) -> Option<Self> {
        let first = occurrence(series, series.first().ok()?, viewer)?;
        let event = &series.event;
        Some(Self {
            summary: event.summary.clone(),
            location: event.location.clone(),
            all_day: event.all_day,
            date: first.date,
            time: first.time,
            end_date: first.end_date,
            end_time: first.end_time,
            rule: event.rule.as_ref().map(Rule::view),
            rule_text: event.rule.as_ref().map(Rule::text),
        })
    }
}
