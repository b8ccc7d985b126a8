//! The journal as a list: newest first, a page at a time.

use chrono::{NaiveDate, TimeDelta};
use rusqlite::types::ToSql;
use rusqlite::{Row, params_from_iter};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{EntryId, Kind, tags};
use crate::error::{Error, Result};
use crate::position::local_parts;
use crate::vault::Database;

/// Which entries to show; an empty list or `null` sets no limit.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export_to = "journal.d.ts")]
pub struct JournalFilter {
    pub kinds: Vec<Kind>,
    /// Entries that have all of these.
    pub tags: Vec<String>,
    /// First local date, `YYYY-MM-DD`.
    pub from: Option<String>,
    /// Last local date, `YYYY-MM-DD`.
    pub to: Option<String>,
}

#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export_to = "journal.d.ts")]
pub struct JournalPageRequest {
    pub filter: JournalFilter,
    /// `next` of the page before; `null` for the newest.
    #[ts(type = "number | null")]
    pub before: Option<i64>,
    pub limit: u16,
}

#[derive(Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export_to = "journal.d.ts")]
pub struct JournalPageView {
    pub entries: Vec<EntrySummaryView>,
    /// Where the next page starts; `null` on the last.
    #[ts(type = "number | null")]
    pub next: Option<i64>,
    /// Entries that the filter lets through, on all pages.
    #[ts(type = "number")]
    pub total: i64,
}

/// An entry as a line of a list.
#[derive(Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export_to = "journal.d.ts")]
pub struct EntrySummaryView {
    #[ts(type = "number")]
    pub id: EntryId,
    pub kind: Kind,
    pub title: String,
    /// The first words of the text, on one line.
    pub excerpt: String,
    pub tags: Vec<String>,
    pub date: String,
    pub time: String,
    /// Local date on which it went to the trash.
    pub trashed_on: Option<String>,
}

/// The most rows one request gets.
pub(super) const LARGEST_PAGE: u16 = 200;

pub fn page(database: &Database, request: &JournalPageRequest) -> Result<JournalPageView> {
    let limit = usize::from(request.limit.clamp(1, LARGEST_PAGE));
    let mut conditions = Conditions::of(&request.filter)?;
    let total = conditions.count(database)?;
    if let Some(before) = request.before {
        conditions.add("entry.position < ?", before);
    }
    let mut statement = database.connection().prepare_cached(&format!(
        "SELECT {SUMMARY_COLUMNS} FROM entry WHERE trashed_ms IS NULL{conditions}
         ORDER BY entry.position DESC LIMIT {}",
        limit + 1
    ))?;
    let rows = statement.query_map(conditions.parameters(), positioned)?;
    let mut rows = rows.collect::<rusqlite::Result<Vec<_>>>()?;
    let more = rows.len() > limit;
    rows.truncate(limit);
    let next = if more {
        rows.last().map(|(position, _)| *position)
    } else {
        None
    };
    let entries = rows.into_iter().map(|(_, summary)| summary).collect();
    Ok(JournalPageView {
        entries: with_tags(database, entries)?,
        next,
        total,
    })
}

pub(super) const SUMMARY_COLUMNS: &str = "entry.id, entry.position, kind, entry.title, \
     substr(entry.body, 1, 240) AS opening, instant_ms, offset_minutes, trashed_ms";

fn positioned(row: &Row<'_>) -> rusqlite::Result<(i64, EntrySummaryView)> {
    Ok((row.get("position")?, summary(row)?))
}

/// Reads a row of [`SUMMARY_COLUMNS`]; the tags come from [`with_tags`].
pub(super) fn summary(row: &Row<'_>) -> rusqlite::Result<EntrySummaryView> {
    let (date, time) = local_parts(row)?;
    let opening: String = row.get("opening")?;
    Ok(EntrySummaryView {
        id: row.get("id")?,
        kind: Kind::from_name(row.get_ref("kind")?.as_str()?)?,
        title: row.get("title")?,
        excerpt: opening.split_whitespace().collect::<Vec<_>>().join(" "),
        tags: Vec::new(),
        date,
        time,
        trashed_on: None,
    })
}

pub(super) fn with_tags(
    database: &Database,
    mut entries: Vec<EntrySummaryView>,
) -> Result<Vec<EntrySummaryView>> {
    for entry in &mut entries {
        entry.tags = tags::of(database.connection(), entry.id)?;
    }
    Ok(entries)
}

/// A filter as SQL: ` AND …` clauses over `entry`, and their values in order.
pub(super) struct Conditions {
    sql: String,
    values: Vec<Box<dyn ToSql>>,
}

impl Conditions {
    pub(super) fn of(filter: &JournalFilter) -> Result<Self> {
        let mut conditions = Self {
            sql: String::new(),
            values: Vec::new(),
        };
        if !filter.kinds.is_empty() {
            let places = vec!["?"; filter.kinds.len()].join(", ");
            conditions.sql.push_str(&format!(" AND kind IN ({places})"));
            for kind in &filter.kinds {
                conditions.values.push(Box::new(kind.name()));
            }
        }
        for tag in &filter.tags {
            conditions.add(
                "entry.id IN (SELECT entry_id FROM entry_tag WHERE tag = ?)",
                tags::normalize(tag),
            );
        }
        // A local date may be a day away from the UTC one, so the range of positions, which is
        // what makes this fast, is a day wider than the dates.
        if let Some(from) = filter.from.as_deref().map(date).transpose()? {
            conditions.add(
                "entry.position >= ?",
                midnight(from - TimeDelta::days(1)) << 10,
            );
            conditions.add("local_date >= ?", from.to_string());
        }
        if let Some(to) = filter.to.as_deref().map(date).transpose()? {
            conditions.add(
                "entry.position < ?",
                midnight(to + TimeDelta::days(2)) << 10,
            );
            conditions.add("local_date <= ?", to.to_string());
        }
        Ok(conditions)
    }

    fn add(&mut self, clause: &str, value: impl ToSql + 'static) {
        self.sql.push_str(" AND ");
        self.sql.push_str(clause);
        self.values.push(Box::new(value));
    }

    pub(super) fn parameters(&self) -> impl rusqlite::Params + '_ {
        params_from_iter(self.values.iter())
    }

    pub(super) fn values(&self) -> impl Iterator<Item = &dyn ToSql> {
        self.values.iter().map(AsRef::as_ref)
    }

    fn count(&self, database: &Database) -> Result<i64> {
        let sql = format!("SELECT count(*) FROM entry WHERE trashed_ms IS NULL{self}");
        let mut statement = database.connection().prepare_cached(&sql)?;
        Ok(statement.query_row(self.parameters(), |row| row.get(0))?)
    }
}

impl std::fmt::Display for Conditions {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str(&self.sql)
    }
}

fn date(text: &str) -> Result<NaiveDate> {
    let date = NaiveDate::parse_from_str(text, "%Y-%m-%d")
        .map_err(|_| Error::invalid("a date that is none"))?;
    if (1800..=2300).contains(&chrono::Datelike::year(&date)) {
        Ok(date)
    } else {
        Err(Error::invalid("a date too far away"))
    }
}

fn midnight(date: NaiveDate) -> i64 {
    date.and_time(chrono::NaiveTime::MIN)
        .and_utc()
        .timestamp_millis()
}
