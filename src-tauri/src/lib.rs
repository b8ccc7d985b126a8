//! The shell of Evenkeel: windows, the keychain and the desktop around the core.
//!
//! - [`session`]: what is open, and who may ask for it
//! - [`opening`], [`locking`]: how a session begins and how it ends
//! - [`windows`]: the two windows
//! - [`background`], [`reminders`]: going on without a window, and what it is for
//! - [`commands`]: what their pages may ask for
//! - [`platform`]: the process, the keychain, the desktop

#![forbid(unsafe_code)]

mod background;
mod commands;
mod error;
mod locking;
mod logging;
mod opening;
mod platform;
mod reminders;
mod session;
mod windows;

use std::process::ExitCode;
use std::thread;

use tauri::{App, Manager, RunEvent, generate_handler};

use background::Background;
use commands::{
    assessments, calendar, card, check_in, form_draft, help, homework, journal, practice,
    programme, progress, reminders as reminding, schedule, session as open_session, settings,
    skills, vault,
};
use locking::Ending;
use platform::files::WebDir;
use platform::power::Leaving;
use platform::process::{Handover, Start};
use platform::{appearance, power, process};
use reminders::Reminders;
use session::Session;
use windows::Windows;

/// Runs the app until it ends or a fresh process takes its place.
pub fn run() -> ExitCode {
    logging::start();
    process::harden();
    let handover = process::take_handover();
    let app = tauri::Builder::default()
        // First: a second start ends here, before it touches anything.
        .plugin(tauri_plugin_single_instance::init(|app, arguments, _| {
            if !arguments.iter().any(|one| one == process::IN_BACKGROUND) {
                // This thread answers the bus; a window needs the main one.
                let app = app.clone();
                thread::spawn(move || windows::raise(&app));
            }
        }))
        .invoke_handler(generate_handler![
            assessments::assessment_answer,
            assessments::assessment_choose,
            assessments::assessment_delete,
            assessments::assessment_finish,
            assessments::assessment_open,
            assessments::assessment_page,
            assessments::assessment_restore,
            assessments::assessment_start,
            assessments::assessment_trash,
            assessments::assessments,
            assessments::assessments_trashed,
            calendar::ics_choose,
            calendar::ics_export,
            calendar::ics_import,
            card::card_clear,
            card::card_item_add,
            card::card_item_hide,
            card::card_item_move,
            card::card_item_save,
            card::card_open,
            card::card_save,
            card::card_set,
            card::card_switch,
            card::card_week,
            card::medication_remove,
            card::medication_save,
            card::medications,
            check_in::check_in_delete,
            check_in::check_in_page,
            check_in::check_in_restore,
            check_in::check_in_save,
            check_in::check_in_trash,
            check_in::check_in_words,
            check_in::daylio_import,
            check_in::daylio_open,
            form_draft::form_draft,
            form_draft::form_draft_save,
            help::help_team_line_update,
            help::help_view,
            homework::homework,
            homework::homework_delete,
            homework::homework_done,
            homework::homework_restore,
            homework::homework_save,
            homework::homework_trash,
            homework::homework_trashed,
            journal::journal_delete,
            journal::journal_entry,
            journal::journal_page,
            journal::journal_prompts,
            journal::journal_restore,
            journal::journal_save,
            journal::journal_search,
            journal::journal_tags,
            journal::journal_trash,
            journal::journal_trashed,
            open_session::app_quit,
            open_session::import_drop,
            open_session::quick_hide,
            open_session::session_lock,
            open_session::session_touch,
            open_session::session_view,
            open_session::session_watch,
            open_session::window_ready,
            practice::practice_answer,
            practice::practice_delete,
            practice::practice_move,
            practice::practice_open,
            practice::practice_page,
            practice::practice_restore,
            practice::practice_sheet,
            practice::practice_start,
            practice::practice_trash,
            programme::attendance_save,
            programme::programme,
            programme::programme_save,
            programme::programme_set_up,
            programme::session_notes,
            programme::session_notes_save,
            progress::programme_start_save,
            progress::progress,
            progress::progress_together,
            reminding::autostart_set,
            reminding::reminders,
            reminding::reminders_save,
            reminding::reminders_try,
            schedule::schedule_conflict_dismiss,
            schedule::schedule_delete,
            schedule::schedule_event,
            schedule::schedule_event_cancel,
            schedule::schedule_event_save,
            schedule::schedule_event_uncancel,
            schedule::schedule_restore,
            schedule::schedule_span,
            schedule::schedule_today,
            schedule::schedule_trashed,
            schedule::schedule_undo,
            settings::settings_update,
            settings::settings_view,
            skills::skills_breakdown_save,
            skills::skills_find,
            skills::skills_library,
            skills::skills_menu_save,
            skills::skills_search,
            skills::skills_shelve,
            skills::skills_skill,
            skills::skills_today,
            skills::skills_works,
            vault::delete_everything,
            vault::keychain_disable,
            vault::keychain_enable,
            vault::passphrase_change,
            vault::passphrase_rate,
            vault::passphrase_suggest,
            vault::recovery_confirm,
            vault::recovery_prepare,
            vault::rekey_confirm,
            vault::rekey_prepare,
            vault::setup_finish,
            vault::setup_prepare,
            vault::vault_status,
            vault::vault_unlock,
        ])
        .setup(|app| {
            if start(app, handover).is_err() {
                // Handing the error on would be a panic.
                tracing::error!("no window can be made");
                process::end(1);
            }
            Ok(())
        })
        .build(context());
    match app {
        Ok(app) => {
            app.run(|app, event| {
                if let RunEvent::ExitRequested { api, .. } = event {
                    // The windows are gone, but the process has not been replaced yet.
                    if app.state::<Session>().is_over() {
                        api.prevent_exit();
                    }
                }
            });
            ExitCode::SUCCESS
        }
        Err(_) => {
            tracing::error!("the app cannot start");
            ExitCode::FAILURE
        }
    }
}

/// The configuration, the pages of `ui` and the windows' rights, built into the program.
#[expect(clippy::exit, reason = "in what the macro writes")]
fn context() -> tauri::Context {
    tauri::generate_context!()
}

fn start(app: &mut App, handover: Handover) -> Result<(), Box<dyn std::error::Error>> {
    let start = handover.start;
    app.manage(Windows::new(WebDir::make()?, start != Start::Shown));
    app.manage(Background::default());
    app.manage(Reminders::new(&handover.reminders));
    let session = Session::new(app.path().app_data_dir()?, handover.sealed_drafts);
    let keep_running = session.keeps_running();
    app.manage(session);
    background::begin(app.handle(), start, keep_running)?;
    watch_desktop(app.handle());
    locking::watch_idle(app.handle());
    reminders::watch(app.handle());
    Ok(())
}

/// Follows the desktop's looks, and locks when it says that the person leaves.
fn watch_desktop(app: &tauri::AppHandle) {
    let handle = app.clone();
    appearance::watch(
        move |wishes| {
            let _ = handle.run_on_main_thread(move || appearance::apply(wishes));
        },
        process::forbid_inspection,
    );
    let handle = app.clone();
    power::watch(move |leaving| match leaving {
        Leaving::Away => locking::request(&handle, Ending::Lock(Start::Shown)),
        Leaving::Shutdown => locking::request(&handle, Ending::Quit),
    });
    let handle = app.clone();
    process::on_termination(move || locking::request(&handle, Ending::Quit));
}
