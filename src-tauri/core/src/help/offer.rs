//! Help now, offered after a high rating: once a day is enough.

use rusqlite::Transaction;

use crate::error::Result;
use crate::time::Now;

/// Whether to offer Help now; the same local day answers yes once.
pub(crate) fn offer(transaction: &Transaction<'_>, now: &Now) -> Result<bool> {
    let inserted = transaction.execute(
        "INSERT INTO help_offer (local_date) VALUES (?1) ON CONFLICT DO NOTHING",
        [now.date().to_string()],
    )?;
    Ok(inserted > 0)
}

/// Whether Help now was offered on a local date or after it.
pub(crate) fn was_offered_since(transaction: &Transaction<'_>, date: &str) -> Result<bool> {
    let offered = transaction
        .prepare_cached("SELECT 1 FROM help_offer WHERE local_date >= ?1")?
        .exists([date])?;
    Ok(offered)
}
