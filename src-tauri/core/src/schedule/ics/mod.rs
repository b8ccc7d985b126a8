//! Calendar files (RFC 5545, iCalendar): what one holds, taking it in, writing one.
//!
//! A file is read whole before any of it is saved. What it cannot say clearly is passed over and
//! named; a file that is too large, cut off or no calendar is refused.
//!
//! # Time
//!
//! - A time with a TZID stays a wall-clock time of that zone, one without floats.
//! - A single event in UTC becomes a wall-clock time at home: the zone that the calendar names for
//!   itself, else the programme's. It stays in UTC where that clock shows the time twice. One that
//!   repeats in UTC stays in UTC: it comes at another hour once the clock at home has changed.
//! - An end or a length is minutes on the clock. Without one, or with an end that is not after the
//!   start, an event is an hour long, or a day.
//! - A start that the rule does not have counts: calendar programs show it.

mod event;
mod future;
mod guess;
mod lines;
mod plan;
mod preview;
mod read;
mod values;
mod write;
mod zones;

pub use plan::IcsChange;
pub use preview::{
    IcsCalendarView, IcsEventChoice, IcsEventView, IcsImportRequest, IcsImportedView, IcsNextView,
    IcsPreviewView, IcsShapeView, open,
};
pub use read::{IcsFault, IcsFaultKind, IcsFile};
pub use write::{IcsExportRequest, write};
