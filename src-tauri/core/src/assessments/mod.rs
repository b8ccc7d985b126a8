//! Self-assessments: published questions, scored as published. A trend, never a label or a risk.

mod list;
mod run;
mod scoring;

pub use list::{
    AssessmentChooseRequest, AssessmentSummaryView, InstrumentView, choose, instruments, page,
};
pub use run::{
    AssessmentAnswerRequest, AssessmentAnsweredView, AssessmentId, AssessmentItemView,
    AssessmentView, GivenAnswer, answer, delete, finish, open, purge, restore, start, trash,
};
pub use scoring::{GATE, Given, score};
