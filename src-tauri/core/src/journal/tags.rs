//! Tags: short words of the person's own, kept in lower case.

use rusqlite::{Connection, Transaction};
use serde::Serialize;
use ts_rs::TS;
use unicode_normalization::UnicodeNormalization;

use super::EntryId;
use crate::error::Result;
use crate::vault::Database;

#[derive(Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export_to = "journal.d.ts")]
pub struct TagCount {
    pub tag: String,
    /// Live entries that have it.
    #[ts(type = "number")]
    pub count: i64,
}

/// Every tag of a live entry, the most used first.
pub fn tags(database: &Database) -> Result<Vec<TagCount>> {
    // Counting all and taking off the few in the trash reads two small indexes; looking up for each
    // tag whether its entry is live would read the whole journal.
    let mut statement = database.connection().prepare_cached(
        "WITH gone AS (
            SELECT tag, count(*) AS uses
            FROM entry CROSS JOIN entry_tag ON entry_tag.entry_id = entry.id
            WHERE trashed_ms IS NOT NULL GROUP BY tag
         )
         SELECT entry_tag.tag, count(*) - coalesce(gone.uses, 0) AS live
         FROM entry_tag LEFT JOIN gone ON gone.tag = entry_tag.tag
         GROUP BY entry_tag.tag HAVING live > 0 ORDER BY live DESC, entry_tag.tag",
    )?;
    let rows = statement.query_map([], |row| {
        Ok(TagCount {
            tag: row.get(0)?,
            count: row.get(1)?,
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

pub(super) fn of(connection: &Connection, id: EntryId) -> Result<Vec<String>> {
    let mut statement =
        connection.prepare_cached("SELECT tag FROM entry_tag WHERE entry_id = ?1 ORDER BY tag")?;
    let rows = statement.query_map([id], |row| row.get(0))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

pub(super) fn set(transaction: &Transaction<'_>, id: EntryId, tags: &[String]) -> Result<()> {
    transaction
        .prepare_cached("DELETE FROM entry_tag WHERE entry_id = ?1")?
        .execute([id])?;
    let mut insert = transaction
        .prepare_cached("INSERT OR IGNORE INTO entry_tag (entry_id, tag) VALUES (?1, ?2)")?;
    for tag in tags
        .iter()
        .map(|tag| normalize(tag))
        .filter(|tag| !tag.is_empty())
    {
        insert.execute((id, tag))?;
    }
    Ok(())
}

/// One spelling for each tag: NFC, lower case, single spaces, no leading `#`.
pub(super) fn normalize(tag: &str) -> String {
    let lower: String = tag.nfc().collect::<String>().to_lowercase();
    let words: Vec<&str> = lower.split_whitespace().collect();
    words
        .join(" ")
        .trim_start_matches('#')
        .trim_start()
        .to_owned()
}
