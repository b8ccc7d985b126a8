//! A practice to read again: all that was answered, with the questions as they were.

use serde::Serialize;
use ts_rs::TS;

use super::answer::Rating;
use super::list::{PracticeSummaryView, SUMMARY_COLUMNS, summary};
use super::record::{self, PracticeId};
use super::run::AnsweredView;
use crate::error::Result;
use crate::time::Now;
use crate::vault::Database;

#[derive(Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export_to = "practice.d.ts")]
pub struct PracticeSheetView {
    pub summary: PracticeSummaryView,
    pub before: Rating,
    pub after: Rating,
    /// In the order of the steps; only what has an answer.
    pub answers: Vec<AnsweredView>,
}

pub fn sheet(database: &Database, id: PracticeId, now: &Now) -> Result<PracticeSheetView> {
    let record = record::read(database.connection(), id)?;
    let summary = database
        .connection()
        .prepare_cached(&format!(
            "SELECT {SUMMARY_COLUMNS} FROM practice JOIN exercise ON exercise.id = exercise_id
             WHERE practice.id = ?1"
        ))?
        .query_row([id], |row| summary(row, now))?;
    let answered = |step: &crate::content::Step| {
        let answer = record.answers.get(&step.id)?.clone();
        let step = step.clone();
        Some(AnsweredView { step, answer })
    };
    Ok(PracticeSheetView {
        summary,
        before: record.before,
        after: record.after,
        answers: record.exercise.steps.iter().filter_map(answered).collect(),
    })
}
