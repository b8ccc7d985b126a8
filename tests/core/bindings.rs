//! The types of the IPC as TypeScript, for the type check of the UI.

use std::fs;
use std::path::Path;

use evenkeel_core::assessments::{
    AssessmentAnswerRequest, AssessmentAnsweredView, AssessmentChooseRequest,
    AssessmentSummaryView, AssessmentView, InstrumentView, TrashedAssessmentView,
};
use evenkeel_core::card::{
    CardItemSaveRequest, CardOpenRequest, CardSaveRequest, CardSavedView, CardSetView,
    MedicationView, WeekView,
};
use evenkeel_core::check_in::{
    CheckInPageRequest, CheckInPageView, CheckInSaveRequest, DaylioImportRequest,
    DaylioImportedView, DaylioPreviewView, MoodWordsView,
};
use evenkeel_core::content::KindPrompts;
use evenkeel_core::error::ErrorCode;
use evenkeel_core::form_draft::{FormDraftSaveRequest, FormDraftView};
use evenkeel_core::help::{HelpRequest, HelpView, TeamLineUpdateRequest};
use evenkeel_core::journal::{
    EntryView, JournalPageRequest, JournalPageView, JournalSaveRequest, JournalSearchRequest,
    SearchView, TagCount,
};
use evenkeel_core::practice::{
    PracticeAnswerRequest, PracticeMoveRequest, PracticeOpenRequest, PracticePageRequest,
    PracticePageView, PracticeSheetView, PracticeStartRequest, PracticeView,
};
use evenkeel_core::progress::{
    ProgrammeStartSaveRequest, ProgressRequest, ProgressView, TogetherRequest, TogetherView,
};
use evenkeel_core::reminders::ReminderSettingsView;
use evenkeel_core::schedule::attendance::{
    AttendanceSaveRequest, SessionNotesSaveRequest, SessionNotesView,
};
use evenkeel_core::schedule::conflict::ConflictView;
use evenkeel_core::schedule::homework::{HomeworkDoneRequest, HomeworkSaveRequest, HomeworkView};
use evenkeel_core::schedule::ics::{
    IcsExportRequest, IcsImportRequest, IcsImportedView, IcsPreviewView,
};
use evenkeel_core::schedule::programme::{
    ProgrammeSaveRequest, ProgrammeSetUpRequest, ProgrammeView,
};
use evenkeel_core::schedule::{
    ChangedView, EventCancelRequest, EventOpenRequest, EventSaveRequest, EventView, OccurrenceKey,
    ScheduleSpanRequest, ScheduleTodayView, ScheduleView, TrashedEventView,
};
use evenkeel_core::settings::SettingsView;
use evenkeel_core::skills::{
    FindView, LibraryView, Need, SkillMenuSaveRequest, SkillShelveRequest, SkillView,
    SkillsSearchView, SlotView, TodayView, WorksView,
};
use evenkeel_core::vault::OpenedWith;
use evenkeel_core::vault::passphrase::PassphraseView;
use ts_rs::{Config, ExportError, TS};

fn export(dir: &Path) -> Result<(), ExportError> {
    let config = Config::new().with_out_dir(dir);
    ErrorCode::export_all(&config)?;
    SettingsView::export_all(&config)?;
    PassphraseView::export_all(&config)?;
    OpenedWith::export_all(&config)?;
    HelpRequest::export_all(&config)?;
    HelpView::export_all(&config)?;
    TeamLineUpdateRequest::export_all(&config)?;
    KindPrompts::export_all(&config)?;
    EntryView::export_all(&config)?;
    JournalSaveRequest::export_all(&config)?;
    JournalPageRequest::export_all(&config)?;
    JournalPageView::export_all(&config)?;
    JournalSearchRequest::export_all(&config)?;
    SearchView::export_all(&config)?;
    TagCount::export_all(&config)?;
    Need::export_all(&config)?;
    LibraryView::export_all(&config)?;
    SkillView::export_all(&config)?;
    SkillsSearchView::export_all(&config)?;
    FindView::export_all(&config)?;
    WorksView::export_all(&config)?;
    TodayView::export_all(&config)?;
    SkillShelveRequest::export_all(&config)?;
    SkillMenuSaveRequest::export_all(&config)?;
    SlotView::export_all(&config)?;
    PracticeStartRequest::export_all(&config)?;
    PracticeOpenRequest::export_all(&config)?;
    PracticeAnswerRequest::export_all(&config)?;
    PracticeMoveRequest::export_all(&config)?;
    PracticeView::export_all(&config)?;
    PracticeSheetView::export_all(&config)?;
    PracticePageRequest::export_all(&config)?;
    PracticePageView::export_all(&config)?;
    MoodWordsView::export_all(&config)?;
    CheckInSaveRequest::export_all(&config)?;
    CheckInPageRequest::export_all(&config)?;
    CheckInPageView::export_all(&config)?;
    DaylioPreviewView::export_all(&config)?;
    DaylioImportRequest::export_all(&config)?;
    DaylioImportedView::export_all(&config)?;
    CardSetView::export_all(&config)?;
    CardItemSaveRequest::export_all(&config)?;
    CardOpenRequest::export_all(&config)?;
    CardSaveRequest::export_all(&config)?;
    CardSavedView::export_all(&config)?;
    WeekView::export_all(&config)?;
    MedicationView::export_all(&config)?;
    InstrumentView::export_all(&config)?;
    AssessmentView::export_all(&config)?;
    AssessmentSummaryView::export_all(&config)?;
    AssessmentChooseRequest::export_all(&config)?;
    TrashedAssessmentView::export_all(&config)?;
    AssessmentAnswerRequest::export_all(&config)?;
    AssessmentAnsweredView::export_all(&config)?;
    ProgressRequest::export_all(&config)?;
    ProgressView::export_all(&config)?;
    TogetherRequest::export_all(&config)?;
    TogetherView::export_all(&config)?;
    ProgrammeStartSaveRequest::export_all(&config)?;
    ScheduleTodayView::export_all(&config)?;
    ScheduleSpanRequest::export_all(&config)?;
    ScheduleView::export_all(&config)?;
    EventOpenRequest::export_all(&config)?;
    EventView::export_all(&config)?;
    EventSaveRequest::export_all(&config)?;
    EventCancelRequest::export_all(&config)?;
    OccurrenceKey::export_all(&config)?;
    ChangedView::export_all(&config)?;
    TrashedEventView::export_all(&config)?;
    ConflictView::export_all(&config)?;
    ProgrammeView::export_all(&config)?;
    ProgrammeSaveRequest::export_all(&config)?;
    ProgrammeSetUpRequest::export_all(&config)?;
    AttendanceSaveRequest::export_all(&config)?;
    SessionNotesView::export_all(&config)?;
    SessionNotesSaveRequest::export_all(&config)?;
    HomeworkView::export_all(&config)?;
    HomeworkSaveRequest::export_all(&config)?;
    HomeworkDoneRequest::export_all(&config)?;
    IcsPreviewView::export_all(&config)?;
    IcsImportRequest::export_all(&config)?;
    IcsImportedView::export_all(&config)?;
    IcsExportRequest::export_all(&config)?;
    ReminderSettingsView::export_all(&config)?;
    FormDraftView::export_all(&config)?;
    FormDraftSaveRequest::export_all(&config)
}

/// `EVENKEEL_UPDATE=1` writes them anew.
#[test]
fn the_types_that_the_ui_is_checked_against_are_those_of_the_core() {
    let kept = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tooling/types");
    if std::env::var_os("EVENKEEL_UPDATE").is_some() {
        export(&kept).unwrap();
    }
    let fresh = tempfile::tempdir().unwrap();
    export(fresh.path()).unwrap();
    let mut names: Vec<_> = fs::read_dir(fresh.path())
        .unwrap()
        .map(|entry| entry.unwrap().file_name())
        .collect();
    names.sort();
    assert!(names.len() >= 11);
    for name in names {
        let expected = fs::read_to_string(fresh.path().join(&name)).unwrap();
        let found = fs::read_to_string(kept.join(&name)).unwrap_or_default();
        assert_eq!(
            found,
            expected,
            "tooling/types/{} is stale: run with EVENKEEL_UPDATE=1",
            name.display()
        );
    }
}
