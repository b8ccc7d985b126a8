//! What skills did, as far as the participant's own ratings tell.

use std::collections::BTreeMap;

use serde::Serialize;
use ts_rs::TS;

use crate::content::Feeling;
use crate::error::Result;
use crate::spread::spread;
use crate::sql_name::Name;
use crate::vault::Database;

/// How often a skill was used, and what changed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, TS)]
#[ts(export_to = "skills.d.ts")]
pub struct Effect {
    /// Finished practices whose code does not say "not used".
    pub uses: u32,
    /// `null` under [`FEWEST`] uses with a rating before and after.
    pub change: Option<Change>,
}

/// Intensity after minus intensity before, −100 to 100; below 0 the feeling grew weaker.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[ts(export_to = "skills.d.ts")]
pub struct Change {
    /// The median.
    pub typical: i16,
    /// The quartiles: the middle half of the uses lies between them.
    pub low: i16,
    pub high: i16,
    /// Uses with both ratings.
    pub uses: u32,
}

/// Nothing is claimed from fewer uses.
pub const FEWEST: usize = 3;

/// The effects of one skill, over all uses and by feeling.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Effects {
    pub all: Effect,
    pub by_feeling: BTreeMap<Feeling, Effect>,
}

/// The effects of every skill that was used, by the skill's id.
pub fn effects(database: &Database) -> Result<BTreeMap<String, Effects>> {
    let connection = database.connection();
    let mut names = connection.prepare_cached("SELECT id, skill FROM exercise")?;
    let skills = names
        .query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?
        .collect::<rusqlite::Result<BTreeMap<i64, String>>>()?;
    let mut uses = connection.prepare_cached(
        "SELECT exercise_id, feeling, strength_before, strength_after
         FROM practice INDEXED BY practice_use WHERE is_use = 1",
    )?;
    let mut rows = uses.query([])?;
    let mut found: BTreeMap<&str, BTreeMap<Option<Feeling>, Uses>> = BTreeMap::new();
    while let Some(row) = rows.next()? {
        let Some(skill) = skills.get(&row.get(0)?) else {
            continue;
        };
        let feeling = row.get::<_, Option<Name<Feeling>>>(1)?.map(|name| name.0);
        let uses = found.entry(skill).or_default().entry(feeling).or_default();
        uses.count += 1;
        if let (Some(before), Some(after)) =
            (row.get::<_, Option<i16>>(2)?, row.get::<_, Option<i16>>(3)?)
        {
            uses.changes.push(after - before);
        }
    }
    let summed = found.into_iter().map(|(skill, by_feeling)| {
        let mut all = Uses::default();
        for uses in by_feeling.values() {
            all.count += uses.count;
            all.changes.extend(&uses.changes);
        }
        let named = |(feeling, uses): (Option<Feeling>, Uses)| Some((feeling?, uses.effect()));
        let effects = Effects {
            all: all.effect(),
            by_feeling: by_feeling.into_iter().filter_map(named).collect(),
        };
        (skill.to_owned(), effects)
    });
    Ok(summed.collect())
}

#[derive(Default)]
struct Uses {
    count: u32,
    changes: Vec<i16>,
}

impl Uses {
    fn effect(self) -> Effect {
        Effect {
            uses: self.count,
            change: of(self.changes),
        }
    }
}

/// Median and quartiles, each rounded to a whole number, halves away from zero; none under
/// [`FEWEST`] changes.
pub fn of(changes: Vec<i16>) -> Option<Change> {
    if changes.len() < FEWEST {
        return None;
    }
    let spread = spread(changes.into_iter().map(f64::from).collect())?;
    Some(Change {
        typical: spread.typical.round() as i16,
        low: spread.low.round() as i16,
        high: spread.high.round() as i16,
        uses: spread.days,
    })
}
