//! Events in the trash: what was removed as a whole stays for thirty days, with its records.

use serde::Serialize;
use ts_rs::TS;

use super::kind::EventKind;
use super::series::EventId;
use super::store;
use crate::error::Result;
use crate::time::Now;
use crate::trash;
use crate::vault::Database;

#[derive(Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export_to = "schedule.d.ts")]
pub struct TrashedEventView {
    #[ts(type = "number")]
    pub event: EventId,
    pub kind: EventKind,
    pub summary: String,
    /// Of the first one.
    pub date: String,
    pub recurs: bool,
    /// Local date on which it went to the trash.
    pub trashed_on: Option<String>,
}

/// What is in the trash, the last removed first.
pub fn trashed(database: &Database, now: &Now) -> Result<Vec<TrashedEventView>> {
    let mut found = store::all(database.connection(), "trashed_ms IS NOT NULL", [])?;
    found.sort_by_key(|series| std::cmp::Reverse((series.event.trashed_ms, series.event.id)));
    let views = found.into_iter().map(|series| TrashedEventView {
        event: series.event.id,
        kind: series.event.kind,
        date: series.event.start.date().to_string(),
        recurs: series.recurs(),
        trashed_on: series.event.trashed_ms.and_then(|ms| now.local_date_of(ms)),
        summary: series.event.summary,
    });
    Ok(views.collect())
}

/// Takes an event back out of the trash.
pub fn restore(database: &mut Database, id: EventId) -> Result<()> {
    database.write(|transaction| trash::take_back(transaction, "event", id))
}

/// Deletes an event and its records for good; `invalid` unless it is in the trash.
pub fn delete(database: &mut Database, id: EventId) -> Result<()> {
    database.write(|transaction| trash::delete(transaction, "event", id))
}
