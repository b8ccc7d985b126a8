//! Self-assessments: published questions, scored as published. A trend, never a label or a risk.

mod list;
mod run;
mod scoring;
mod trash;

pub(crate) use list::is_on;
pub use list::{
    AssessmentChooseRequest, AssessmentSummaryView, InstrumentView, choose, instruments, page,
};
pub use run::{
    AssessmentAnswerRequest, AssessmentAnsweredView, AssessmentId, AssessmentItemView,
    AssessmentView, GivenAnswer, answer, finish, open, start,
};
pub use scoring::{GATE, Given, score};
pub use trash::{TrashedAssessmentView, delete, restore, trash, trashed};
