//! One thing over time: by day, or by week and month where days would be too many. What was not
//! recorded has no point: a gap stays a gap.

use std::collections::{BTreeMap, HashMap};

use chrono::{Datelike, Days, NaiveDate};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::span::Span;
use crate::assessments;
use crate::card::{self, ItemId};
use crate::content::{Instrument, ItemKind, Section};
use crate::error::{Error, Result};
use crate::schedule;
use crate::spread::{Spread, spread};
use crate::sql_name::Name;
use crate::time;
use crate::vault::Database;

#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export_to = "progress.d.ts")]
pub struct ProgressRequest {
    pub span: Span,
    /// The last local date.
    pub until: String,
}

#[derive(Clone, PartialEq, Serialize, TS)]
#[ts(export_to = "progress.d.ts")]
pub struct ProgressView {
    /// The first day with anything on it, for a span without a beginning.
    pub from: String,
    pub until: String,
    pub programme_start: Option<String>,
    /// Only those with data that are not hidden or switched off: mood, the card in its order,
    /// skills, assessments.
    pub series: Vec<SeriesView>,
}

#[derive(Clone, PartialEq, Serialize, TS)]
#[ts(export_to = "progress.d.ts")]
pub struct SeriesView {
    /// `mood`, `item:` and an id, `skills`, `assessment:` and an id.
    pub key: String,
    /// Empty where the UI has the name.
    pub name: String,
    pub section: Option<Section>,
    pub unit: Option<String>,
    pub kind: SeriesKind,
    /// The ends of the scale; of counts and uses the highest value.
    pub least: f64,
    pub most: f64,
    pub grain: Grain,
    pub points: Vec<SeriesPoint>,
    /// Days with a value.
    pub days: u32,
    /// Over the span; `null` under [`FEWEST_DAYS`].
    pub spread: Option<Spread>,
    /// Medians of the first and of the last third; `null` under [`FEWEST_DAYS_TO_COMPARE`].
    pub early: Option<f64>,
    pub late: Option<f64>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(export_to = "progress.d.ts")]
pub enum SeriesKind {
    Mood,
    Scale,
    Count,
    YesNo,
    Hours,
    Uses,
    Score,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(export_to = "progress.d.ts")]
pub enum Grain {
    Day,
    Week,
    Month,
}

#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[ts(export_to = "progress.d.ts")]
pub struct SeriesPoint {
    /// The day, or the first day of the week (Monday) or month.
    pub date: String,
    pub spread: Spread,
}

pub const FEWEST_DAYS: usize = 3;
pub const FEWEST_DAYS_TO_COMPARE: usize = 9;
/// More days than this are shown by week, more than that by month.
const MOST_DAYS: i64 = 120;
const MOST_DAYS_BY_WEEK: i64 = 800;

/// Values by day, the earliest first; a day may have many.
pub(super) type Values = BTreeMap<NaiveDate, Vec<f64>>;

/// What there is to draw, and its values.
pub(super) struct Recorded {
    pub key: String,
    name: String,
    section: Option<Section>,
    unit: Option<String>,
    kind: SeriesKind,
    least: f64,
    most: Option<f64>,
    pub days: Values,
}

pub fn progress(database: &Database, request: &ProgressRequest) -> Result<ProgressView> {
    let until = time::date(&request.until)?;
    let programme_start = schedule::programme::start(database)?;
    let from = request.span.from(until, programme_start.as_deref());
    let recorded = recorded(database, from, until)?;
    let first = recorded
        .iter()
        .filter_map(|one| one.days.keys().next())
        .min();
    // A programme that has not begun yet has no days.
    let from = from.or(first.copied()).unwrap_or(until).min(until);
    let grain = match (until - from).num_days() + 1 {
        days if days <= MOST_DAYS => Grain::Day,
        days if days <= MOST_DAYS_BY_WEEK => Grain::Week,
        _ => Grain::Month,
    };
    Ok(ProgressView {
        from: from.to_string(),
        until: until.to_string(),
        programme_start,
        series: recorded
            .into_iter()
            .filter_map(|one| series(one, grain))
            .collect(),
    })
}

/// Everything that was recorded in a span and is not hidden or switched off.
pub(super) fn recorded(
    database: &Database,
    from: Option<NaiveDate>,
    until: NaiveDate,
) -> Result<Vec<Recorded>> {
    let bounds = [
        from.unwrap_or(NaiveDate::MIN.with_year(1).unwrap_or_default())
            .to_string(),
        until.to_string(),
    ];
    let mut all = vec![mood(database, &bounds)?];
    all.extend(card_items(database, &bounds)?);
    all.push(skills(database, &bounds)?);
    all.extend(assessments(database, &bounds)?);
    all.retain(|one| !one.days.is_empty());
    Ok(all)
}

fn mood(database: &Database, bounds: &[String; 2]) -> Result<Recorded> {
    let days = values(
        database,
        "SELECT local_date, mood FROM check_in INDEXED BY check_in_mood
         WHERE trashed_ms IS NULL AND local_date BETWEEN ?1 AND ?2",
        bounds,
    )?;
    Ok(Recorded {
        key: "mood".to_owned(),
        name: String::new(),
        section: None,
        unit: None,
        kind: SeriesKind::Mood,
        least: 1.0,
        most: Some(7.0),
        days,
    })
}

/// Uses of skills on days with a card or a practice.
fn skills(database: &Database, bounds: &[String; 2]) -> Result<Recorded> {
    let days = values(
        database,
        "SELECT local_date, sum(uses) FROM (
             SELECT local_date, count(DISTINCT skill) AS uses
             FROM practice INDEXED BY practice_use_by_date
             JOIN exercise ON exercise.id = exercise_id
             WHERE is_use = 1 AND local_date BETWEEN ?1 AND ?2
               AND (local_date, skill) NOT IN (SELECT local_date, skill FROM card_skill)
             GROUP BY local_date
             UNION ALL
             SELECT local_date, used FROM card_skill WHERE local_date BETWEEN ?1 AND ?2
             UNION ALL
             SELECT local_date, 0 FROM card WHERE local_date BETWEEN ?1 AND ?2
         ) GROUP BY local_date",
        bounds,
    )?;
    Ok(Recorded {
        key: "skills".to_owned(),
        name: String::new(),
        section: None,
        unit: None,
        kind: SeriesKind::Uses,
        least: 0.0,
        most: None,
        days,
    })
}

/// The rows of the card with numbers, but for the hidden ones. A row and those it follows, of one
/// kind, are one series under the newest name; it is hidden as the newest is.
fn card_items(database: &Database, bounds: &[String; 2]) -> Result<Vec<Recorded>> {
    let connection = database.connection();
    let hidden = card::hidden(connection)?;
    let follows = card::follows(connection)?;
    let followers: HashMap<ItemId, ItemId> = follows
        .iter()
        .map(|(newer, older)| (*older, *newer))
        .collect();
    let newest = |id: ItemId| {
        let chain = std::iter::successors(Some(id), |id| followers.get(id).copied());
        chain.last().unwrap_or(id)
    };
    let mut items = connection.prepare_cached(
        "SELECT id, section, kind, name, unit FROM card_item WHERE kind <> 'text'
         ORDER BY place, id",
    )?;
    let mut all: Vec<Recorded> = Vec::new();
    let mut places: HashMap<ItemId, usize> = HashMap::new();
    let rows = items
        .query_map([], |row| {
            let section = row.get::<_, Name<Section>>(1)?.0;
            let kind = row.get::<_, Name<ItemKind>>(2)?.0;
            Ok((row.get(0)?, section, kind, row.get(3)?, row.get(4)?))
        })?
        .collect::<rusqlite::Result<Vec<(ItemId, _, _, String, Option<String>)>>>()?;
    let is_shown = |id: ItemId| newest(id) == id && !hidden.contains(&id);
    for (id, section, kind, name, unit) in rows.iter().filter(|row| is_shown(row.0)) {
        let (kind, most) = match kind {
            ItemKind::Scale => (SeriesKind::Scale, Some(5.0)),
            ItemKind::YesNo => (SeriesKind::YesNo, Some(1.0)),
            ItemKind::Hours => (SeriesKind::Hours, None),
            ItemKind::Count | ItemKind::Text => (SeriesKind::Count, None),
        };
        places.insert(*id, all.len());
        all.push(Recorded {
            key: format!("item:{id}"),
            name: name.clone(),
            section: Some(*section),
            unit: unit.clone(),
            kind,
            least: 0.0,
            most,
            days: Values::new(),
        });
    }
    let mut statement = connection.prepare_cached(
        "SELECT local_date, number FROM card_value
         WHERE item_id = ?1 AND local_date BETWEEN ?2 AND ?3",
    )?;
    for (id, ..) in &rows {
        let Some(series) = places
            .get(&newest(*id))
            .and_then(|place| all.get_mut(*place))
        else {
            continue;
        };
        let [from, until] = bounds;
        let mut values = statement.query((id, from, until))?;
        while let Some(row) = values.next()? {
            put(&mut series.days, row)?;
        }
    }
    Ok(all)
}

/// The scores of the instruments that are switched on.
fn assessments(database: &Database, bounds: &[String; 2]) -> Result<Vec<Recorded>> {
    let [from, until] = bounds;
    let mut all = Vec::new();
    for instrument in Instrument::bundled()? {
        if !assessments::is_on(database.connection(), &instrument)? {
            continue;
        }
        let mut statement = database.connection().prepare_cached(
            "SELECT local_date, score FROM assessment INDEXED BY assessment_score
             WHERE trashed_ms IS NULL AND instrument = ?1 AND score IS NOT NULL
               AND local_date BETWEEN ?2 AND ?3",
        )?;
        let mut rows = statement.query((&instrument.id, from, until))?;
        let mut days = Values::new();
        while let Some(row) = rows.next()? {
            put(&mut days, row)?;
        }
        all.push(Recorded {
            key: format!("assessment:{}", instrument.id),
            name: instrument.name,
            section: None,
            unit: None,
            kind: SeriesKind::Score,
            least: 0.0,
            most: Some(instrument.score.most.into()),
            days,
        });
    }
    Ok(all)
}

fn values(database: &Database, sql: &str, bounds: &[String; 2]) -> Result<Values> {
    let mut statement = database.connection().prepare_cached(sql)?;
    let [from, until] = bounds;
    let mut rows = statement.query((from, until))?;
    let mut days = Values::new();
    while let Some(row) = rows.next()? {
        put(&mut days, row)?;
    }
    Ok(days)
}

/// Takes in a row of a local date and a number.
fn put(days: &mut Values, row: &rusqlite::Row<'_>) -> Result<()> {
    let date = row.get_ref(0)?.as_str().ok().and_then(time::stored_date);
    let date = date.ok_or(Error::internal("a date that is none"))?;
    days.entry(date).or_default().push(row.get(1)?);
    Ok(())
}

fn series(recorded: Recorded, grain: Grain) -> Option<SeriesView> {
    let medians = recorded.days.iter();
    let medians: Vec<(NaiveDate, f64)> = medians
        .filter_map(|(date, values)| Some((*date, median(values)?)))
        .collect();
    let by_day: Vec<f64> = medians.iter().map(|(_, typical)| *typical).collect();
    let third = by_day.len() / 3;
    let compares = by_day.len() >= FEWEST_DAYS_TO_COMPARE;
    let mut grains: BTreeMap<NaiveDate, Vec<f64>> = BTreeMap::new();
    if grain == Grain::Day {
        grains.clone_from(&recorded.days);
    } else {
        // A day with many check-ins is one day of a week.
        for (date, typical) in medians {
            grains
                .entry(first_day(date, grain)?)
                .or_default()
                .push(typical);
        }
    }
    let highest = recorded
        .days
        .values()
        .flatten()
        .copied()
        .fold(0.0, f64::max);
    let point = |(date, values): (NaiveDate, Vec<f64>)| {
        Some(SeriesPoint {
            date: date.to_string(),
            spread: spread(values)?,
        })
    };
    Some(SeriesView {
        key: recorded.key,
        name: recorded.name,
        section: recorded.section,
        unit: recorded.unit,
        kind: recorded.kind,
        least: recorded.least,
        most: recorded.most.unwrap_or(highest),
        grain,
        points: grains.into_iter().filter_map(point).collect(),
        days: by_day.len().try_into().ok()?,
        early: compares.then(|| median(by_day.get(..third)?)).flatten(),
        late: compares
            .then(|| median(by_day.get(by_day.len() - third..)?))
            .flatten(),
        spread: spread(by_day).filter(|spread| spread.days as usize >= FEWEST_DAYS),
    })
}

pub(super) fn median(values: &[f64]) -> Option<f64> {
    match values {
        [one] => Some(*one),
        _ => spread(values.to_vec()).map(|spread| spread.typical),
    }
}

fn first_day(date: NaiveDate, grain: Grain) -> Option<NaiveDate> {
    match grain {
        Grain::Day => Some(date),
        Grain::Week => {
            let since_monday = date.weekday().num_days_from_monday();
            date.checked_sub_days(Days::new(since_monday.into()))
        }
        Grain::Month => date.with_day(1),
    }
}
