//! The commands' own types as TypeScript, for the type check of the UI.

use std::fs;
use std::path::Path;

use ts_rs::{Config, ExportError, TS};

use super::assessments::{AssessmentRequest, InstrumentRequest};
use super::card::{
    CardItemAddRequest, CardItemHideRequest, CardItemMoveRequest, CardSwitchRequest,
    CardWeekRequest, MedicationRequest,
};
use super::check_in::CheckInRequest;
use super::form_draft::FormDraftRequest;
use super::homework::HomeworkRequest;
use super::journal::EntryRequest;
use super::practice::PracticeRequest;
use super::reminders::{AutostartRequest, RemindersView};
use super::schedule::EventRequest;
use super::session::{SessionLockRequest, SessionView};
use super::skills::{BreakdownSaveRequest, SkillRequest, SkillsSearchRequest};
use super::vault::{
    AnswersRequest, DeleteRequest, NewPassphraseRequest, PassphraseRequest, RecoverySheetView,
    SetupFinishRequest, SuggestionView, UnlockRequest, VaultStatusView,
};
use crate::session::SessionEvent;

const FILE: &str = "commands.d.ts";

fn export(dir: &Path) -> Result<(), ExportError> {
    let config = Config::new().with_out_dir(dir);
    AnswersRequest::export_all(&config)?;
    AssessmentRequest::export_all(&config)?;
    AutostartRequest::export_all(&config)?;
    BreakdownSaveRequest::export_all(&config)?;
    CardItemAddRequest::export_all(&config)?;
    CardItemHideRequest::export_all(&config)?;
    CardItemMoveRequest::export_all(&config)?;
    CardSwitchRequest::export_all(&config)?;
    CardWeekRequest::export_all(&config)?;
    CheckInRequest::export_all(&config)?;
    DeleteRequest::export_all(&config)?;
    EntryRequest::export_all(&config)?;
    EventRequest::export_all(&config)?;
    FormDraftRequest::export_all(&config)?;
    HomeworkRequest::export_all(&config)?;
    InstrumentRequest::export_all(&config)?;
    MedicationRequest::export_all(&config)?;
    NewPassphraseRequest::export_all(&config)?;
    PassphraseRequest::export_all(&config)?;
    PracticeRequest::export_all(&config)?;
    RecoverySheetView::export_all(&config)?;
    RemindersView::export_all(&config)?;
    SessionEvent::export_all(&config)?;
    SessionLockRequest::export_all(&config)?;
    SessionView::export_all(&config)?;
    SetupFinishRequest::export_all(&config)?;
    SkillRequest::export_all(&config)?;
    SkillsSearchRequest::export_all(&config)?;
    SuggestionView::export_all(&config)?;
    UnlockRequest::export_all(&config)?;
    VaultStatusView::export_all(&config)
}

/// `EVENKEEL_UPDATE=1` writes them anew.
#[test]
fn the_types_that_the_ui_is_checked_against_are_those_of_the_commands() {
    let kept = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../tooling/types")
        .join(FILE);
    let fresh = tempfile::tempdir().unwrap();
    export(fresh.path()).unwrap();
    if std::env::var_os("EVENKEEL_UPDATE").is_some() {
        fs::copy(fresh.path().join(FILE), &kept).unwrap();
    }
    let expected = fs::read_to_string(fresh.path().join(FILE)).unwrap();
    let found = fs::read_to_string(&kept).unwrap_or_default();
    assert_eq!(
        found, expected,
        "tooling/types/{FILE} is stale: run with EVENKEEL_UPDATE=1"
    );
}
