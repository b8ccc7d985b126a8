//! The schedule: which sessions there are, when and where, and what was said about them.
//!
//! The names are RFC 5545's. An event is a single one or a series. An occurrence is one instance of
//! it, named by its recurrence id: the wall-clock time at which it would have started. An override
//! changes one occurrence.
//!
//! # Time
//!
//! - An event starts at a wall-clock time in its zone and ends at one, so "until 8:30" stays 8:30
//!   while a clock changes. Without a zone it floats: the same wall-clock time wherever the person
//!   is. One that is all day has a date only.
//! - A time that a clock skips is moved forward by the length of the gap. A time that occurs twice
//!   is its first occurrence. An end that would not be after its start for that reason comes as
//!   long after it as was planned.
//! - Rules repeat on the wall clock. The dates of a rule are its own: a start that its rule does not
//!   have is no occurrence.
//! - Everything is shown on the clock of the programme, or the person's where the programme has no
//!   zone; where the person's own clock shows something else, that is told too.

mod agenda;
pub mod attendance;
mod change;
pub mod conflict;
mod course;
mod details;
pub mod homework;
mod hours;
pub mod ics;
mod keep;
mod key;
mod kind;
mod line;
mod occurrence;
pub mod programme;
mod rule;
mod rule_parts;
mod series;
mod split;
mod store;
mod today;
mod trash;
mod undo;
mod week;
mod weekday;

pub(crate) use agenda::Agenda;
pub use change::{
    ChangedView, EventCancelRequest, EventSaveRequest, Scope, cancel, save, uncancel,
};
pub use course::WeekOf;
pub use details::{EventDetails, EventOpenRequest, EventView, open};
pub use hours::{HoursView, hours};
pub use key::OccurrenceKey;
pub use kind::EventKind;
pub use occurrence::{
    Break, HereView, MovedFromView, OccurrenceStatus, OccurrenceView, Viewer, occurrence,
    occurrences,
};
pub use rule::{Frequency, MOST_DATES, Rule, RuleRequest, RuleView};
pub use series::{
    Attendance, CalendarId, Event, EventId, Override, Series, SessionRecord, local, local_text,
};
pub use today::{ScheduleTodayView, today};
pub use trash::{TrashedEventView, delete, restore, trashed};
pub use undo::{Undo, undo};
pub use week::{ScheduleDay, ScheduleSpanRequest, ScheduleView, span};
pub use weekday::Weekday;
