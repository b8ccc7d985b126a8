//! Types that hold what a person wrote or answered have no debug output, or one that says nothing.

use evenkeel_core::{assessments, card, check_in, progress};

trait HidesItself<Seen> {
    const HIDES: bool = true;
}
impl<T> HidesItself<()> for T {}
struct Shown;
impl<T: std::fmt::Debug> HidesItself<Shown> for T {}

/// Fails to compile where a type could print what is in it: then both implementations fit.
macro_rules! assert_hides_itself {
    ($($type:ty),+) => { $(const _: bool = <$type as HidesItself<_>>::HIDES;)+ };
}

assert_hides_itself!(
    card::CardSaveRequest,
    card::MedicationView,
    card::WeekView,
    card::CardItemSaveRequest,
    card::CardItemView,
    card::CardSavedView,
    card::CardSetView,
    card::CardValue,
    card::CardView,
    card::WeekCell,
    card::WeekDay,
    card::WeekRow,
    check_in::CheckInView,
    check_in::CheckInPageView,
    check_in::MoodWordsView,
    check_in::DaylioPreviewView,
    check_in::DaylioMood,
    check_in::MoodMatch,
    check_in::DaylioImportRequest,
    assessments::AssessmentAnswerRequest,
    assessments::AssessmentView,
    assessments::TrashedAssessmentView,
    progress::SeriesView,
    progress::ProgressView
);
