//! What the live events hold for some days.

use std::collections::HashMap;

use chrono::NaiveDate;
use rusqlite::Connection;

use super::occurrence::{OccurrenceView, Viewer, occurrences};
use super::series::{self, EventId, Series};
use super::store;
use crate::error::Result;

pub(crate) struct Agenda {
    series: HashMap<EventId, Series>,
    /// In the order of their starts.
    pub occurrences: Vec<OccurrenceView>,
}

impl Agenda {
    /// Everything that touches one of the days.
    pub(crate) fn read(
        connection: &Connection,
        viewer: &Viewer,
        from: NaiveDate,
        until: NaiveDate,
    ) -> Result<Self> {
        let series = store::between(connection, from, until)?;
        let each = series.iter();
        let mut all: Vec<_> = each
            .flat_map(|series| occurrences(series, from, until, viewer))
            .collect();
        all.sort_by_key(|one| (one.starts_ms, one.event));
        Ok(Self {
            series: series
                .into_iter()
                .map(|series| (series.event.id, series))
                .collect(),
            occurrences: all,
        })
    }

    /// How long a session was to be when something was said about it, or else how long it is to be.
    pub(super) fn planned_minutes(&self, occurrence: &OccurrenceView) -> u32 {
        let then = || {
            occurrence.attendance?;
            let series = self.series.get(&occurrence.event)?;
            let recurrence_id = series::local(&occurrence.recurrence_id).ok()?;
            series.records.get(&recurrence_id)?.planned_minutes
        };
        then().unwrap_or(occurrence.planned_minutes)
    }
}
