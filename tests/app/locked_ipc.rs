//! While it is locked, no command that touches the journal answers.

use evenkeel_tests::app::{App, Page};
use evenkeel_tests::desktop::Desktop;
use evenkeel_tests::journey::PASSPHRASE;
use serde_json::{Value, json};

include!("../../src-tauri/src/commands/names.rs");

const LOCK_WINDOW: &[&str] = &[
    "app_quit",
    "help_view",
    "passphrase_rate",
    "passphrase_suggest",
    "quick_hide",
    "settings_view",
    "setup_finish",
    "setup_prepare",
    "vault_status",
    "vault_unlock",
    "window_ready",
];

/// What only the lock window may do.
const NOT_FROM_MAIN: &[&str] = &[
    "app_quit",
    "setup_finish",
    "setup_prepare",
    "vault_status",
    "vault_unlock",
];

/// A request that would be served if the command were.
fn request(command: &str) -> Value {
    match command {
        "journal_page" => {
            json!({"filter": EMPTY_FILTER.parse::<Value>().expect("JSON"), "before": null, "limit": 5})
        }
        "journal_search" => {
            json!({"text": "a", "filter": EMPTY_FILTER.parse::<Value>().expect("JSON"), "limit": 5})
        }
        "journal_entry" | "journal_trash" | "journal_restore" | "journal_delete" => {
            json!({"id": 1})
        }
        "journal_save" => {
            json!({"id": null, "kind": "journal", "title": "t", "body": "b", "tags": [], "written": null, "prompt": null})
        }
        "session_lock" => {
            json!({"unsaved": {"entry": null, "answer": null, "card": null}, "hide": false})
        }
        "settings_update" => {
            json!({"appearance": "dark", "contrast": "system", "text_size": 100, "motion": "system", "auto_lock_minutes": 5, "region": null, "sound": true})
        }
        "help_team_line_update" => json!({"team_line": null, "show_while_locked": false}),
        "passphrase_change" | "rekey_prepare" => {
            json!({"current": PASSPHRASE, "new": "quite another long passphrase"})
        }
        "recovery_confirm" | "rekey_confirm" => json!({"answers": ["abandon", "abandon"]}),
        "delete_everything" => json!({"confirmation": "delete everything"}),
        "setup_prepare" | "passphrase_rate" => json!({"passphrase": PASSPHRASE}),
        "setup_finish" => json!({"answers": ["abandon", "abandon"], "use_keychain": false}),
        "vault_unlock" => {
            json!({"key": {"type": "passphrase", "passphrase": PASSPHRASE}, "use_snapshot": false})
        }
        "help_view" => json!({"region": null}),
        "practice_start" => json!({"skill": "stop", "need": null}),
        "practice_open" => json!({"id": 1, "at": null}),
        "practice_answer" => json!({"id": 1, "step": "use", "answer": {"kind": "use", "code": 5}}),
        "practice_move" => json!({"id": 1, "from": "before", "to": "next"}),
        "practice_page" => {
            json!({"which": "finished", "skill": null, "before": null, "limit": 5})
        }
        "practice_sheet" | "practice_trash" | "practice_restore" | "practice_delete" => {
            json!({"id": 1})
        }
        "assessment_answer" => json!({"id": 1, "item": "1", "value": 0}),
        "assessment_choose" => json!({"instrument": "phq-9", "on": true}),
        "assessment_start" | "assessment_page" => json!({"instrument": "phq-9"}),
        "assessment_open" | "assessment_finish" | "assessment_trash" | "assessment_restore"
        | "assessment_delete" | "check_in_trash" | "check_in_restore" | "check_in_delete"
        | "medication_remove" => json!({"id": 1}),
        "card_open" | "card_clear" => json!({"date": "2026-11-01"}),
        "card_week" => json!({"from": "2026-11-01"}),
        "card_item_add" => json!({"key": "emotion-anger"}),
        "card_item_hide" => json!({"id": 1, "hidden": true}),
        "card_item_move" => json!({"id": 1, "by": 1}),
        "card_item_save" => {
            json!({"id": null, "section": "urges", "kind": "scale", "name": "n", "unit": null, "effective": null})
        }
        "card_save" => {
            json!({"date": "2026-11-01", "values": [], "skills": [], "skills_code": null,
                   "why_no_skills": "", "note": "n", "session_day": false})
        }
        "card_switch" => json!({"switch": "eating", "on": false}),
        "check_in_page" => json!({"before": null, "limit": 5, "trashed": false}),
        "check_in_save" => {
            json!({"id": null, "mood": 4, "words": [], "note": "n", "written": null})
        }
        "daylio_import" => json!({"moods": []}),
        "medication_save" => {
            json!({"id": null, "name": "n", "dose": "", "times": "", "prescriber": "", "stopped": false})
        }
        "programme_start_save" => json!({"date": null}),
        "progress" => json!({"span": "all", "until": "2026-11-01"}),
        "progress_together" => {
            json!({"a": "mood", "b": "skills", "span": "all", "until": "2026-11-01"})
        }
        "programme_save" => programme(),
        "programme_set_up" => json!({"programme": programme(), "events": [event()]}),
        "schedule_span" => json!({"from": "2026-11-01", "until": "2026-11-07"}),
        "schedule_event" => json!({"event": 1, "recurrence_id": null}),
        "schedule_event_save" => {
            json!({"event": null, "recurrence_id": null, "scope": "all", "details": event()})
        }
        "schedule_event_cancel" => {
            json!({"event": 1, "recurrence_id": SESSION, "scope": "all"})
        }
        "schedule_event_uncancel" | "session_notes" => occurrence(),
        "schedule_undo" => {
            json!({"before": [], "made": [], "calendars_before": [], "calendars_made": [], "after": ""})
        }
        "schedule_conflict_dismiss" => json!({"first": occurrence(), "second": occurrence()}),
        "schedule_restore" | "schedule_delete" | "homework_trash" | "homework_restore"
        | "homework_delete" => json!({"id": 1}),
        "attendance_save" => {
            json!({"event": 1, "recurrence_id": SESSION, "attendance": null, "minutes": null})
        }
        "session_notes_save" => {
            json!({"event": 1, "recurrence_id": SESSION, "before": "b", "after": "a"})
        }
        "homework_save" => {
            json!({"id": null, "text": "t", "skill": null, "event": null,
                   "given_date": "2026-11-01", "due_date": null})
        }
        "reminders_save" => json!({"kinds": [], "check_in": null, "card": null, "quiet": null}),
        "form_draft" => json!({"form": "event"}),
        "form_draft_save" => json!({"form": "event", "body": "b"}),
        "autostart_set" => json!({"on": true}),
        "homework_done" => json!({"id": 1, "done": true}),
        "ics_import" => json!({"events": []}),
        "ics_export" => json!({"calendar": null, "kinds": null}),
        "skills_skill" => json!({"id": "stop"}),
        "skills_search" => json!({"text": "a"}),
        "skills_find" => {
            json!({"feeling": null, "urge": null, "strength": null, "minutes": null, "place": null})
        }
        "skills_shelve" => json!({"shelf": "favourite", "skill": "stop", "on": true}),
        "skills_menu_save" => json!({"skill": "accepts", "slot": "activities", "items": []}),
        "skills_breakdown_save" => json!({"point": 60}),
        _ => Value::Null,
    }
}

const SESSION: &str = "2026-11-02T17:30:00";

fn occurrence() -> Value {
    json!({"event": 1, "recurrence_id": SESSION})
}

fn event() -> Value {
    json!({"kind": "group", "summary": "", "date": "2026-11-02", "time": "17:30", "minutes": 180,
           "all_day": false, "zone": null, "rule": null, "location": "", "link": "", "room": "",
           "facilitator": "", "bring": "", "description": "", "travel_minutes": null})
}

fn programme() -> Value {
    json!({"name": "", "start_date": null, "weeks": null, "hours_a_week": 9.0, "zone": null,
           "phone": "", "address": "", "last_day": null, "phases": [], "breaks": []})
}

const EMPTY_FILTER: &str = r#"{"kinds": [], "tags": [], "from": null, "to": null}"#;

/// Refused before it reached the app's code, or by it because it is locked.
fn is_refusal(error: &Value) -> bool {
    error["code"] == json!("locked")
        || error
            .as_str()
            .is_some_and(|text| text.contains("not allowed"))
}

#[track_caller]
fn assert_refused(app: &App<'_>, command: &str) {
    match app.invoke(command, &request(command)) {
        Err(error) if is_refusal(&error) => {}
        other => panic!("{command} was not refused: {other:?}"),
    }
}

#[test]
fn the_lock_window_reaches_nothing_but_the_lock() {
    let desktop = Desktop::default();
    let mut app = desktop.start();
    app.first_start(PASSPHRASE, false);
    app.write_entry("Title", "A sentence to be kept from the lock window.");
    app.lock();
    for command in COMMANDS
        .iter()
        .filter(|command| !LOCK_WINDOW.contains(command))
    {
        assert_refused(&app, command);
    }
    let settings = app
        .invoke("settings_view", &Value::Null)
        .expect("a command of the lock window answers");
    assert_eq!(
        settings["appearance"],
        json!("system"),
        "no refused command changed a setting"
    );
    assert!(
        desktop.vault_dir().join("vault.keys").exists(),
        "no refused command deleted the vault"
    );
    app.unlock(PASSPHRASE);
    app.find_like("button", "Title");
}

#[test]
fn first_start_reaches_nothing_but_the_lock() {
    let desktop = Desktop::default();
    let app = desktop.start();
    for command in COMMANDS
        .iter()
        .filter(|command| !LOCK_WINDOW.contains(command))
    {
        assert_refused(&app, command);
    }
}

#[test]
fn the_open_window_cannot_act_for_the_lock_window() {
    let desktop = Desktop::default();
    let app = desktop.start();
    app.first_start(PASSPHRASE, false);
    for command in NOT_FROM_MAIN {
        assert_refused(&app, command);
    }
    app.follow(Page::Main);
}

/// What the main window may ask for while it is locked: nothing of it touches the journal.
const WITHOUT_A_VAULT: &[&str] = &[
    "help_view",
    "passphrase_rate",
    "passphrase_suggest",
    "quick_hide",
    "session_watch",
    "settings_view",
    "window_ready",
];

/// Asks for all of `[command, request]` and tells the code of each refusal.
const CODES: &str = "const [asked, done] = arguments;
    const ask = ([command, request]) => window.__TAURI_INTERNALS__
        .invoke(command, request === null ? {} : { request })
        .then(() => 'it worked', (error) => error.code ?? String(error));
    Promise.all(asked.map(ask)).then(done);";

/// The main window is made ahead of the unlock, hidden and empty.
#[test]
fn the_main_window_made_ahead_answers_locked_to_every_data_command() {
    let desktop = Desktop::default();
    let mut app = desktop.start();
    app.first_start(PASSPHRASE, false);
    app.write_entry("Title", "A sentence to be kept from the waiting window.");
    app.lock();
    app.until("the main window waits", |session| {
        for window in session.windows()? {
            session.switch_to(&window)?;
            if !session.url()?.ends_with("lock.html") {
                return Ok(Some(()));
            }
        }
        Ok(None)
    });
    let data_commands: Vec<&str> = COMMANDS
        .iter()
        .copied()
        .filter(|command| !NOT_FROM_MAIN.contains(command) && !WITHOUT_A_VAULT.contains(command))
        .collect();
    // All at once: a page that cannot be seen is given little time.
    let asked: Vec<Value> = data_commands
        .iter()
        .map(|command| json!([command, request(command)]))
        .collect();
    let codes = app.expect(
        app.session().script_async(CODES, &[json!(asked)]),
        "every command",
    );
    for (command, code) in data_commands
        .iter()
        .zip(codes.as_array().expect("a code for each"))
    {
        assert_eq!(*code, json!("locked"), "{command}");
    }
    app.invoke("window_ready", &Value::Null)
        .expect("it may say that it is ready");
    assert_eq!(
        desktop.display().windows().len(),
        1,
        "only the lock screen can be seen"
    );
    assert!(desktop.vault_dir().join("vault.keys").exists());
}
