//! Assessments in the trash.

use super::run::AssessmentId;
use crate::error::Result;
use crate::time::Now;
use crate::trash;
use crate::vault::Database;

/// Moves an assessment to the trash; one that is there already stays as it is.
pub fn trash(database: &mut Database, id: AssessmentId, now: &Now) -> Result<()> {
    database.write(|transaction| trash::put(transaction, "assessment", id, now))
}

/// Takes an assessment back out of the trash.
pub fn restore(database: &mut Database, id: AssessmentId) -> Result<()> {
    database.write(|transaction| trash::take_back(transaction, "assessment", id))
}

/// Deletes an assessment for good; `invalid` unless it is in the trash.
pub fn delete(database: &mut Database, id: AssessmentId) -> Result<()> {
    database.write(|transaction| trash::delete(transaction, "assessment", id))
}
