//! The core of Evenkeel: everything the app knows, and nothing it was not handed.
//!
//! It has no window, no clock, no global state. The folder, the moment ([`time::Now`]), the source
//! of random bytes ([`random::RandomSource`]) and the cost of keys ([`vault::KdfPolicy`]) are
//! arguments.
//!
//! - [`vault`]: keys, the encrypted database, locking, snapshots
//! - [`journal`]: entries, search, tags, trash
//! - [`skills`]: the library, what helps right now, what has helped
//! - [`practice`]: runs through guided exercises
//! - [`check_in`], [`card`], [`assessments`]: how it is, by the moment, the day and the fortnight
//! - [`schedule`]: when and where the sessions are
//! - [`reminders`]: when to remind of them, and in which words
//! - [`form_draft`]: forms that are half filled in
//! - [`progress`]: what was recorded, over time
//! - [`help`]: Help now
//! - [`settings`]: what is known while locked, none of it personal
//! - [`content`]: files that clinicians edit

pub mod assessments;
pub mod card;
pub mod check_in;
pub mod content;
pub mod error;
mod files;
pub mod form_draft;
pub mod full_text;
pub mod help;
pub mod journal;
mod position;
pub mod practice;
pub mod progress;
pub mod random;
pub mod reminders;
pub mod schedule;
pub mod settings;
pub mod skills;
pub mod spread;
mod sql_name;
pub mod time;
mod trash;
pub mod vault;
