//! The Skills room: the library, what helps right now, and what has helped.

pub mod breakdown;
mod effect;
mod find;
mod library;
pub(crate) mod menu;
mod shelf;
mod today;
mod works;

pub use effect::{Change, Effect, Effects, effects, of};
pub use find::{
    Candidate, FindView, Need, Reason, SUGGESTIONS, SuggestionView, Suggestions, find, rank,
};
pub use library::{
    LibraryView, SkillCardView, SkillView, SkillsSearchView, library, search, skill,
};
pub use menu::{SkillMenuSaveRequest, SlotView, save as save_menu};
pub use shelf::{Shelf, SkillShelveRequest, shelve};
pub use today::{TodayView, today};
pub use works::{FeelingEffectView, WorksSkillView, WorksView, works};
