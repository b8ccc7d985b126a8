//! The quick check-in: how it is now, in ten seconds, as often as one likes.

mod daylio;
mod record;
mod words;

pub use daylio::{
    DaylioImportRequest, DaylioImportedView, DaylioMood, DaylioPreviewView, DaylioRows, LineFault,
    LineFaultKind, MoodMatch,
};
pub use record::{
    CheckInId, CheckInPageRequest, CheckInPageView, CheckInSaveRequest, CheckInView, delete, page,
    restore, save, trash,
};
pub use words::{MoodWordsView, words};
