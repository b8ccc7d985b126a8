//! Practice: one run through a skill's guided exercise, kept from its first moment, resumed days
//! later, read and changed again.

mod answer;
mod exercise;
mod gate;
mod list;
mod record;
mod run;
mod search;
mod sheet;
mod trash;

pub use answer::{Answer, Clock, Line, Pace, Point, Rating};
pub use exercise::{Answers, Exercise};
pub use list::{PracticePageRequest, PracticePageView, PracticeSummaryView, Which, page};
pub use record::PracticeId;
pub use run::{
    AnsweredView, GateView, NextSkillView, PracticeAnswerRequest, PracticeMoveRequest,
    PracticeOpenRequest, PracticeStartRequest, PracticeView, To, answer, go, open, start,
};
pub use search::{PracticeHitView, search};
pub use sheet::{PracticeSheetView, sheet};
pub use trash::{delete, restore, trash};

pub(crate) use gate::refused as refused_gates;
pub(crate) use list::newest;
