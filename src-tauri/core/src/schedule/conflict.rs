//! Sessions that overlap, each pair once.

use std::collections::HashSet;

use rusqlite::Connection;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::key::OccurrenceKey;
use super::occurrence::{OccurrenceStatus, OccurrenceView};
use crate::error::Result;
use crate::vault::Database;

/// Two occurrences that overlap; the first starts first.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export_to = "schedule.d.ts")]
pub struct ConflictView {
    pub first: OccurrenceKey,
    pub second: OccurrenceKey,
}

/// The first so many pairs of planned occurrences that overlap and are not among those `seen`.
///
/// What ends when the other starts does not overlap it, nor does anything that is all day.
pub fn conflicts<'a>(
    occurrences: impl Iterator<Item = &'a OccurrenceView>,
    seen: &HashSet<ConflictView>,
    most: usize,
) -> Vec<ConflictView> {
    let mut timed: Vec<_> = occurrences.filter(|one| takes_time(one)).collect();
    timed.sort_by_key(|one| (one.starts_ms, one.event));
    let pairs = timed.iter().enumerate().flat_map(|(place, first)| {
        let later = timed.iter().skip(place + 1);
        later
            .take_while(|second| second.starts_ms < first.ends_ms)
            .map(|second| ConflictView {
                first: key(first),
                second: key(second),
            })
    });
    let new = pairs.filter(|pair| !seen.contains(pair) && !seen.contains(&pair.turned()));
    new.take(most).collect()
}

fn takes_time(one: &OccurrenceView) -> bool {
    one.status == OccurrenceStatus::Planned && !one.all_day
}

fn key(one: &OccurrenceView) -> OccurrenceKey {
    OccurrenceKey {
        event: one.event,
        recurrence_id: one.recurrence_id.clone(),
    }
}

impl ConflictView {
    fn turned(&self) -> Self {
        Self {
            first: self.second.clone(),
            second: self.first.clone(),
        }
    }
}

/// The person knows of a conflict; it is not shown again.
pub fn dismiss(database: &mut Database, conflict: &ConflictView) -> Result<()> {
    let ConflictView { first, second } = conflict;
    database.write(|transaction| {
        transaction
            .prepare_cached(
                "INSERT INTO conflict_seen (first_event, first_recurrence, second_event,
                                            second_recurrence)
                 VALUES (?1, ?2, ?3, ?4) ON CONFLICT DO NOTHING",
            )?
            .execute((
                first.event,
                &first.recurrence_id,
                second.event,
                &second.recurrence_id,
            ))?;
        Ok(())
    })
}

pub(super) fn seen(connection: &Connection) -> Result<HashSet<ConflictView>> {
    let mut statement = connection.prepare_cached(
        "SELECT first_event, first_recurrence, second_event, second_recurrence FROM conflict_seen",
    )?;
    let rows = statement.query_map([], |row| {
        Ok(ConflictView {
            first: OccurrenceKey {
                event: row.get(0)?,
                recurrence_id: row.get(1)?,
            },
            second: OccurrenceKey {
                event: row.get(2)?,
                recurrence_id: row.get(3)?,
            },
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}
