//! The words that are offered at a check-in.

use serde::Serialize;
use ts_rs::TS;

use crate::content::{FeelingWords, MoodStep, SideWords};
use crate::error::Result;
use crate::vault::Database;

#[derive(Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export_to = "check_in.d.ts")]
pub struct MoodWordsView {
    pub steps: Vec<MoodStep>,
    pub words: Vec<SideWords>,
    /// Own words, the last used first.
    pub own: Vec<String>,
}

pub fn words(database: &Database) -> Result<MoodWordsView> {
    const MOST_OWN: usize = 30;
    let FeelingWords { steps, words } = FeelingWords::bundled()?;
    let is_own = |word: &String| !words.iter().any(|side| side.list.contains(word));
    let mut statement = database.connection().prepare_cached(
        "SELECT word FROM check_in_word GROUP BY word ORDER BY max(check_in_id) DESC, word",
    )?;
    let used = statement
        .query_map([], |row| row.get(0))?
        .collect::<rusqlite::Result<Vec<String>>>()?;
    Ok(MoodWordsView {
        own: used.into_iter().filter(is_own).take(MOST_OWN).collect(),
        steps,
        words,
    })
}
