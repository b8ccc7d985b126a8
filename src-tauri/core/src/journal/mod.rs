//! The journal: what a person writes, kept, found again, and thrown away with thirty days' grace.

mod entry;
mod list;
mod search;
mod tags;
mod trash;

pub use entry::{EntryId, EntryView, JournalSaveRequest, Kind, Written, read, save};
pub use list::{EntrySummaryView, JournalFilter, JournalPageRequest, JournalPageView, page};
pub use search::{JournalSearchRequest, SearchHitView, SearchView, search};
pub use tags::{TagCount, tags};
pub use trash::{delete, restore, trash, trashed};
