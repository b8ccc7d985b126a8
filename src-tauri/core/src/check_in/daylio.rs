//! Check-ins from a CSV file as Daylio exports it. The whole file is read before anything is saved,
//! and it is taken in whole or not at all.

use std::collections::BTreeMap;

use chrono::{NaiveDate, NaiveTime};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::record::{self, CheckInSaveRequest};
use crate::error::{Error, Result};
use crate::time::Now;
use crate::vault::Database;

/// A file larger than this is not one person's diary.
const LARGEST_FILE: usize = 64 * 1024 * 1024;
const MOST_ROWS: usize = 200_000;
const MOST_FAULTS: usize = 20;
const LONGEST_FIELD: usize = 1024 * 1024;

/// Daylio's own five moods; others are named by the person who made them.
const KNOWN_MOODS: [(&str, u8); 5] = [
    ("rad", 7),
    ("good", 6),
    ("meh", 4),
    ("bad", 2),
    ("awful", 1),
];

/// What a file holds, before any of it is saved.
#[derive(Clone, PartialEq, Eq)]
pub struct DaylioRows {
    rows: Vec<DaylioRow>,
    faults: Vec<LineFault>,
}

impl std::fmt::Debug for DaylioRows {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("DaylioRows(private)")
    }
}

#[derive(Clone, PartialEq, Eq)]
struct DaylioRow {
    date: NaiveDate,
    time: NaiveTime,
    mood: String,
    words: Vec<String>,
    note: String,
}

#[derive(Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export_to = "check_in.d.ts")]
pub struct DaylioPreviewView {
    pub rows: usize,
    pub from: Option<String>,
    pub until: Option<String>,
    pub moods: Vec<DaylioMood>,
    /// Rows that are check-ins already.
    pub already: usize,
    /// Lines that cannot be read; nothing is taken in while there are any.
    pub faults: Vec<LineFault>,
}

#[derive(Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export_to = "check_in.d.ts")]
pub struct DaylioMood {
    pub name: String,
    pub rows: usize,
    /// The step of one of Daylio's own moods.
    pub guess: Option<u8>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export_to = "check_in.d.ts")]
pub struct LineFault {
    /// Counted from 1, the line with the names of the columns among them.
    #[ts(type = "number")]
    pub line: u64,
    pub what: LineFaultKind,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(export_to = "check_in.d.ts")]
pub enum LineFaultKind {
    Columns,
    Date,
    Time,
    TooLong,
}

/// Which step each mood of the file is.
#[derive(Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export_to = "check_in.d.ts")]
pub struct DaylioImportRequest {
    pub moods: Vec<MoodMatch>,
}

#[derive(Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export_to = "check_in.d.ts")]
pub struct MoodMatch {
    pub name: String,
    pub mood: u8,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[ts(export_to = "check_in.d.ts")]
pub struct DaylioImportedView {
    pub imported: usize,
    /// Were check-ins already.
    pub skipped: usize,
}

impl DaylioRows {
    /// Reads a file. `invalid`: it is no export of Daylio, or larger than any could be.
    pub fn parse(bytes: &[u8]) -> Result<Self> {
        if bytes.len() > LARGEST_FILE {
            return Err(Error::invalid("the file is too large"));
        }
        let text = std::str::from_utf8(bytes).map_err(|_| Error::invalid("the file is no text"))?;
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let mut reader = csv::ReaderBuilder::new()
            .flexible(true)
            .from_reader(text.as_bytes());
        let columns = Columns::of(reader.headers().map_err(|_| NO_EXPORT)?)?;
        let (mut rows, mut faults) = (Vec::new(), Vec::new());
        for record in reader.records() {
            let record = record.map_err(|_| NO_EXPORT)?;
            let line = record.position().map_or(0, csv::Position::line);
            match columns.row(&record) {
                Ok(row) => rows.push(row),
                Err(what) if faults.len() < MOST_FAULTS => faults.push(LineFault { line, what }),
                Err(_) => {}
            }
            if rows.len() > MOST_ROWS {
                return Err(Error::invalid("the file has too many rows"));
            }
        }
        Ok(Self { rows, faults })
    }

    pub fn preview(&self, database: &Database, now: &Now) -> Result<DaylioPreviewView> {
        let mut moods: BTreeMap<&str, usize> = BTreeMap::new();
        for row in &self.rows {
            *moods.entry(&row.mood).or_default() += 1;
        }
        let known = |name: &str| {
            let mood = KNOWN_MOODS
                .iter()
                .find(|(known, _)| known.eq_ignore_ascii_case(name));
            mood.map(|(_, mood)| *mood)
        };
        let mut already = 0;
        for row in &self.rows {
            already += usize::from(row.is_there(database, now)?);
        }
        let dates = || self.rows.iter().map(|row| row.date);
        Ok(DaylioPreviewView {
            rows: self.rows.len(),
            from: dates().min().map(|date| date.to_string()),
            until: dates().max().map(|date| date.to_string()),
            moods: moods
                .into_iter()
                .map(|(name, rows)| DaylioMood {
                    name: name.to_owned(),
                    rows,
                    guess: known(name),
                })
                .collect(),
            already,
            faults: self.faults.clone(),
        })
    }

    /// Saves every row that is not there yet, in one transaction. `invalid`: a line that cannot be
    /// read, or a mood without a step.
    pub fn import(
        &self,
        database: &mut Database,
        request: &DaylioImportRequest,
        now: &Now,
    ) -> Result<DaylioImportedView> {
        if !self.faults.is_empty() {
            return Err(Error::invalid("some lines cannot be read"));
        }
        let steps: BTreeMap<&str, u8> = request
            .moods
            .iter()
            .map(|mood| (mood.name.as_str(), mood.mood))
            .collect();
        if steps.values().any(|mood| !(1..=7).contains(mood)) {
            return Err(Error::invalid("a mood out of range"));
        }
        let mut new = Vec::new();
        for row in &self.rows {
            if !row.is_there(database, now)? {
                let mood = steps.get(row.mood.as_str()).copied();
                new.push((row, mood.ok_or(Error::invalid("a mood without a step"))?));
            }
        }
        database.write(|transaction| {
            for (row, mood) in &new {
                let request = CheckInSaveRequest {
                    id: None,
                    mood: *mood,
                    words: row.words.clone(),
                    note: row.note.clone(),
                    written: None,
                };
                record::insert(transaction, &request, now.stamp_local(row.date, row.time)?)?;
            }
            Ok(())
        })?;
        Ok(DaylioImportedView {
            imported: new.len(),
            skipped: self.rows.len() - new.len(),
        })
    }
}

const NO_EXPORT: Error = Error::invalid("this is no export of Daylio");

/// Where the columns are; others are left alone.
struct Columns {
    date: usize,
    time: usize,
    mood: usize,
    activities: Option<usize>,
    title: Option<usize>,
    note: Option<usize>,
}

impl Columns {
    fn of(headers: &csv::StringRecord) -> Result<Self> {
        let place = |name: &str| {
            let named = |(_, header): &(usize, &str)| header.trim() == name;
            let mut places = headers
                .iter()
                .enumerate()
                .filter(named)
                .map(|(place, _)| place);
            let first = places.next();
            if places.next().is_none() {
                Ok(first)
            } else {
                Err(NO_EXPORT)
            }
        };
        Ok(Self {
            date: place("full_date")?.ok_or(NO_EXPORT)?,
            time: place("time")?.ok_or(NO_EXPORT)?,
            mood: place("mood")?.ok_or(NO_EXPORT)?,
            activities: place("activities")?,
            title: place("note_title")?,
            note: place("note")?,
        })
    }

    fn row(&self, record: &csv::StringRecord) -> Result<DaylioRow, LineFaultKind> {
        if record.iter().any(|field| field.len() > LONGEST_FIELD) {
            return Err(LineFaultKind::TooLong);
        }
        let field = |place: usize| record.get(place).map(str::trim);
        let optional = |place: Option<usize>| place.and_then(field).unwrap_or_default();
        let required = |place| field(place).filter(|text| !text.is_empty());
        let date = required(self.date).ok_or(LineFaultKind::Columns)?;
        let time = required(self.time).ok_or(LineFaultKind::Columns)?;
        let mood = required(self.mood).ok_or(LineFaultKind::Columns)?;
        let parts = [optional(self.title), optional(self.note)];
        let note: Vec<_> = parts.into_iter().filter(|part| !part.is_empty()).collect();
        let activities = optional(self.activities).split('|').map(str::trim);
        Ok(DaylioRow {
            date: date_of(date).ok_or(LineFaultKind::Date)?,
            time: time_of(time).ok_or(LineFaultKind::Time)?,
            mood: mood.to_owned(),
            words: activities
                .filter(|word| !word.is_empty())
                .map(str::to_owned)
                .collect(),
            note: note.join("\n").replace("<br>", "\n"),
        })
    }
}

fn date_of(text: &str) -> Option<NaiveDate> {
    let date = NaiveDate::parse_from_str(text, "%Y-%m-%d").ok()?;
    let year = chrono::Datelike::year(&date);
    (1900..=2200).contains(&year).then_some(date)
}

/// 24 hours or 12, as the phone was set.
fn time_of(text: &str) -> Option<NaiveTime> {
    let text = text.replace(['\u{202f}', '\u{a0}'], " ");
    let formats = ["%H:%M", "%I:%M %p", "%I:%M%p"];
    formats
        .iter()
        .find_map(|format| NaiveTime::parse_from_str(&text, format).ok())
}

impl DaylioRow {
    /// Whether a check-in of that minute, on whatever clock it was written by, has the same note.
    fn is_there(&self, database: &Database, now: &Now) -> Result<bool> {
        /// No local clock has ever been further from UTC.
        const FURTHEST_MS: i64 = 16 * 60 * 60 * 1000;
        let minute = now
            .stamp_local(self.date, self.time)?
            .local()
            .and_utc()
            .timestamp_millis();
        let there = database
            .connection()
            .prepare_cached(
                "SELECT EXISTS (SELECT 1 FROM check_in
                                WHERE position BETWEEN ?1 AND ?2 AND note = ?3
                                  AND instant_ms + offset_minutes * 60000 >= ?4
                                  AND instant_ms + offset_minutes * 60000 < ?4 + 60000)",
            )?
            .query_row(
                (
                    (minute - FURTHEST_MS) << 10,
                    (minute + FURTHEST_MS) << 10,
                    &self.note,
                    minute,
                ),
                |row| row.get(0),
            )?;
        Ok(there)
    }
}
