//! Forms that are half filled in, as their pages keep them; what is in them is read nowhere here.

use chrono::TimeDelta;
use rusqlite::OptionalExtension;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::error::{Error, Result};
use crate::time::Now;
use crate::vault::Database;

#[derive(Serialize, TS)]
#[ts(export_to = "form_draft.d.ts")]
pub struct FormDraftView {
    /// As it was saved; `null` if nothing is half filled in.
    pub body: Option<String>,
}

#[derive(Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export_to = "form_draft.d.ts")]
pub struct FormDraftSaveRequest {
    /// Names the form and what it changes: 100 letters, digits and `_:@.-` at most.
    pub form: String,
    /// 256 KiB at most; `null` forgets it.
    pub body: Option<String>,
}

const MOST_FORM_BYTES: usize = 100;
const MOST_BODY_BYTES: usize = 256 * 1_024;
const DRAFT_DAYS: i64 = 30;

/// `invalid`: a name that is none.
pub fn open(database: &Database, form: &str) -> Result<FormDraftView> {
    require_name(form)?;
    let body = database
        .connection()
        .prepare_cached("SELECT body FROM form_draft WHERE form = ?1")?
        .query_row([form], |row| row.get(0))
        .optional()?;
    Ok(FormDraftView { body })
}

/// Replaces what was half filled in before. `invalid`: a name that is none, a body that is too long.
pub fn save(database: &mut Database, request: &FormDraftSaveRequest, now: &Now) -> Result<()> {
    let form = require_name(&request.form)?;
    database.write(|transaction| {
        let Some(body) = &request.body else {
            transaction
                .prepare_cached("DELETE FROM form_draft WHERE form = ?1")?
                .execute([form])?;
            return Ok(());
        };
        if body.len() > MOST_BODY_BYTES {
            return Err(Error::invalid("a half-filled form that is too long"));
        }
        transaction
            .prepare_cached(
                "INSERT INTO form_draft (form, body, saved_ms) VALUES (?1, ?2, ?3)
                 ON CONFLICT (form) DO UPDATE SET body = excluded.body, saved_ms = excluded.saved_ms",
            )?
            .execute((form, body, now.millis()))?;
        Ok(())
    })
}

/// Deletes what nobody went on with for [`DRAFT_DAYS`].
pub(crate) fn purge(database: &mut Database, now: &Now) -> Result<()> {
    let oldest = now.instant - TimeDelta::days(DRAFT_DAYS);
    database.write(|transaction| {
        transaction.execute(
            "DELETE FROM form_draft WHERE saved_ms < ?1",
            [oldest.timestamp_millis()],
        )?;
        Ok(())
    })
}

fn require_name(form: &str) -> Result<&str> {
    let is_in_name = |byte: u8| byte.is_ascii_alphanumeric() || b"_:@.-".contains(&byte);
    if form.is_empty() || form.len() > MOST_FORM_BYTES || !form.bytes().all(is_in_name) {
        return Err(Error::invalid("the name of a form that is none"));
    }
    Ok(form)
}
