//! The built app, driven through its real window on a private desktop.
//!
//! Elements are found by role and name, as a screen reader finds them. Each test has a profile, a
//! display and a message bus of its own, and may run beside any other.
#![cfg(target_os = "linux")]

mod accessibility;
mod background;
mod bad_days;
mod calendar_file;
mod canaries;
mod card;
mod check_in;
mod daylio;
mod diary_order;
mod exercises;
mod first_start;
mod focus_order;
mod form_drafts;
mod full_disk;
mod gates;
mod guided;
mod half_done;
mod high_ratings;
mod journey;
mod keyboard;
mod keychain;
mod lock_causes;
mod locked_ipc;
mod memory;
mod network;
mod printing;
mod programme;
mod programme_order;
mod questionnaires;
mod reminders;
mod schedule;
mod schedule_change;
mod schedule_order;
mod second_start;
mod sheets;
mod symbols;
mod timers;
