//! Full-text search in what was written while practising.

use rusqlite::Transaction;
use serde::Serialize;
use ts_rs::TS;

use super::list::{PracticeSummaryView, SUMMARY_COLUMNS, summary};
use super::record::PracticeId;
use crate::error::Result;
use crate::full_text::{MATCH_END, MATCH_START, SnippetPart, match_expression, parts};
use crate::time::Now;
use crate::vault::Database;

#[derive(Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export_to = "practice.d.ts")]
pub struct PracticeHitView {
    pub practice: PracticeSummaryView,
    pub snippet: Vec<SnippetPart>,
}

/// As many as two narrow lines show.
const SNIPPET_WORDS: u8 = 10;

/// Practices with every word of `text`, the last one as the start of a word; newest first, and
/// whether there are more than `limit`.
pub fn search(
    database: &Database,
    text: &str,
    limit: u16,
    now: &Now,
) -> Result<(Vec<PracticeHitView>, bool)> {
    let Some(query) = match_expression(text) else {
        return Ok((Vec::new(), false));
    };
    let mut statement = database.connection().prepare_cached(&format!(
        "SELECT {SUMMARY_COLUMNS},
                snippet(practice_index, -1, '{MATCH_START}', '{MATCH_END}', '…', {SNIPPET_WORDS})
                    AS snippet
         FROM practice_index
         CROSS JOIN practice ON practice.position = practice_index.rowid
         JOIN exercise ON exercise.id = exercise_id
         WHERE practice_index MATCH ?1
         ORDER BY practice_index.rowid DESC LIMIT ?2"
    ))?;
    let rows = statement.query_map((query, limit + 1), |row| {
        let snippet: String = row.get("snippet")?;
        Ok(PracticeHitView {
            practice: summary(row, now)?,
            snippet: parts(&snippet),
        })
    })?;
    let mut hits = rows.collect::<rusqlite::Result<Vec<_>>>()?;
    let more = hits.len() > usize::from(limit);
    hits.truncate(usize::from(limit));
    Ok((hits, more))
}

/// Takes a practice out of the index, with the words it has now; before any change of it.
pub(super) fn take_out(transaction: &Transaction<'_>, id: PracticeId) -> Result<()> {
    transaction
        .prepare_cached(
            "INSERT INTO practice_index (practice_index, rowid, name, words)
             SELECT 'delete', position, name, words FROM practice_text WHERE id = ?1",
        )?
        .execute([id])?;
    Ok(())
}

/// Puts a practice into the index, unless it is in the trash; after any change of it.
pub(super) fn put_in(transaction: &Transaction<'_>, id: PracticeId) -> Result<()> {
    transaction
        .prepare_cached(
            "INSERT INTO practice_index (rowid, name, words)
             SELECT position, name, words FROM practice_text WHERE id = ?1",
        )?
        .execute([id])?;
    Ok(())
}
