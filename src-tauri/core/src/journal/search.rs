//! Full-text search as a person types.

use rusqlite::types::ToSql;
use rusqlite::{Transaction, params_from_iter};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::list::{Conditions, LARGEST_PAGE, SUMMARY_COLUMNS, summary, with_tags};
use super::{EntryId, EntrySummaryView, JournalFilter};
use crate::error::Result;
use crate::full_text::{MATCH_END, MATCH_START, SnippetPart, match_expression, parts};
use crate::vault::Database;

#[derive(Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export_to = "journal.d.ts")]
pub struct JournalSearchRequest {
    pub text: String,
    pub filter: JournalFilter,
    pub limit: u16,
}

#[derive(Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export_to = "journal.d.ts")]
pub struct SearchView {
    /// Newest first.
    pub hits: Vec<SearchHitView>,
    /// There are more than the limit.
    pub more: bool,
}

#[derive(Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export_to = "journal.d.ts")]
pub struct SearchHitView {
    pub entry: EntrySummaryView,
    pub snippet: Vec<SnippetPart>,
}

/// As many as two narrow lines show, so that the match is among them.
const SNIPPET_WORDS: u8 = 10;

/// Entries that hold every word of `text`, the last one as the start of a word.
///
/// The index's row number follows the entries' dates, so newest first costs no sorting, and
/// snippets are made for the rows of the answer only.
pub fn search(database: &Database, request: &JournalSearchRequest) -> Result<SearchView> {
    let Some(query) = match_expression(&request.text) else {
        return Ok(SearchView {
            hits: Vec::new(),
            more: false,
        });
    };
    let limit = usize::from(request.limit.clamp(1, LARGEST_PAGE));
    let conditions = Conditions::of(&request.filter)?;
    let mut statement = database.connection().prepare_cached(&format!(
        "SELECT {SUMMARY_COLUMNS},
                snippet(entry_index, -1, '{MATCH_START}', '{MATCH_END}', '…', {SNIPPET_WORDS}) AS snippet
         FROM entry_index CROSS JOIN entry ON entry.position = entry_index.rowid
         WHERE entry_index MATCH ?{conditions}
         ORDER BY entry_index.rowid DESC LIMIT {}",
        limit + 1
    ))?;
    let query: &dyn ToSql = &query;
    let parameters = params_from_iter(std::iter::once(query).chain(conditions.values()));
    let rows = statement.query_map(parameters, |row| {
        let snippet: String = row.get("snippet")?;
        Ok((summary(row)?, parts(&snippet)))
    })?;
    let mut rows = rows.collect::<rusqlite::Result<Vec<_>>>()?;
    let more = rows.len() > limit;
    rows.truncate(limit);
    let (entries, snippets): (Vec<_>, Vec<_>) = rows.into_iter().unzip();
    let hits = with_tags(database, entries)?
        .into_iter()
        .zip(snippets)
        .map(|(entry, snippet)| SearchHitView { entry, snippet })
        .collect();
    Ok(SearchView { hits, more })
}

/// Takes an entry out of the index, with the words it has now; before any change of it.
pub(super) fn take_out(transaction: &Transaction<'_>, id: EntryId) -> Result<()> {
    transaction
        .prepare_cached(
            "INSERT INTO entry_index (entry_index, rowid, title, body, tags)
             SELECT 'delete', position, title, body, tags FROM entry_text WHERE id = ?1",
        )?
        .execute([id])?;
    Ok(())
}

/// Puts an entry into the index, unless it is in the trash; after any change of it.
pub(super) fn put_in(transaction: &Transaction<'_>, id: EntryId) -> Result<()> {
    transaction
        .prepare_cached(
            "INSERT INTO entry_index (rowid, title, body, tags)
             SELECT position, title, body, tags FROM entry_text WHERE id = ?1",
        )?
        .execute([id])?;
    Ok(())
}
