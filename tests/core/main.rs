//! Tests of the core through its public API; the modules mirror `src-tauri/core/src`.

mod assessments;
mod bindings;
mod card;
mod check_in;
mod content;
mod debug_output;
mod fixture;
mod form_draft;
mod help;
mod journal;
mod practice;
mod practising;
mod progress;
mod reminders;
mod schedule;
mod settings;
mod skills;
mod spread;
mod time;
mod vault;
