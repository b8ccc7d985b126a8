//! A line of events that were split from one another: for the person, one and the same series.

use chrono::{Days, NaiveDate};
use rusqlite::Connection;

use super::occurrence::{OccurrenceStatus, OccurrenceView, Viewer, occurrences};
use super::series::{EventId, Series};
use super::store;
use crate::error::Result;

/// Its live events.
pub(super) struct Line(Vec<Series>);

/// A next session later than this is none that anything waits for.
const FURTHEST_DAYS: u64 = 400;

impl Line {
    /// The line that an event is in.
    pub(super) fn read(connection: &Connection, event: EventId) -> Result<Self> {
        let line = store::all(
            connection,
            "trashed_ms IS NULL AND id IN (
                 WITH RECURSIVE line (id, follows) AS (
                     SELECT id, follows FROM event WHERE id = ?1
                     UNION
                     SELECT event.id, event.follows FROM event
                     JOIN line ON event.id = line.follows OR event.follows = line.id
                 )
                 SELECT id FROM line
             )",
            [event],
        )?;
        Ok(Self(line))
    }

    /// The first planned occurrence after a day.
    pub(super) fn next_after(&self, day: NaiveDate, viewer: &Viewer) -> Option<OccurrenceView> {
        let from = day.checked_add_days(Days::new(1))?;
        let until = day.checked_add_days(Days::new(FURTHEST_DAYS))?;
        let each = self.0.iter();
        each.flat_map(|series| occurrences(series, from, until, viewer))
            .filter(|one| one.status == OccurrenceStatus::Planned)
            .filter(|one| one.date >= from.to_string())
            .min_by_key(|one| (one.starts_ms, one.event))
    }
}
