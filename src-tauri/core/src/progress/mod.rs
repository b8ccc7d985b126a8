//! Progress: what was recorded, over time. It describes; it explains and predicts nothing.

mod series;
mod span;
mod together;

pub use series::{
    Grain, ProgressRequest, ProgressView, SeriesKind, SeriesPoint, SeriesView, progress,
};
pub use span::{ProgrammeStartSaveRequest, Span, save_programme_start};
pub use together::{TogetherRequest, TogetherView, together};
