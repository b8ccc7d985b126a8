//! Types that hold what a person wrote or answered have no debug output, or one that says nothing.

use evenkeel_core::{assessments, card, check_in, form_draft, progress, schedule};

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
    form_draft::FormDraftView,
    form_draft::FormDraftSaveRequest,
    progress::SeriesView,
    progress::ProgressView,
    schedule::EventView,
    schedule::OccurrenceView,
    schedule::ScheduleTodayView,
    schedule::ScheduleView,
    schedule::TrashedEventView,
    schedule::attendance::SessionNotesView,
    schedule::homework::HomeworkView,
    schedule::ics::IcsPreviewView,
    schedule::programme::ProgrammeView
);

/// What is carried about under a type of its own says that it is private, and nothing of itself.
#[test]
fn a_series_prints_nothing_of_what_is_in_it() {
    let mut one = crate::schedule::series("2026-11-23 17:30", None, None);
    one.event.summary = "heron".to_owned();
    let change = schedule::Override {
        room: Some("heron".to_owned()),
        ..schedule::Override::default()
    };
    let record = schedule::SessionRecord {
        note_after: "heron".to_owned(),
        ..schedule::SessionRecord::default()
    };
    let details = schedule::EventDetails {
        summary: "heron".to_owned(),
        ..crate::schedule::single("2026-11-23")
    };
    let said = format!("{one:?} {:?} {change:?} {record:?} {details:?}", one.event);
    assert!(!said.contains("heron"), "{said}");
}
