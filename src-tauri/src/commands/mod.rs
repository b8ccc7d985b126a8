//! What the pages may ask for. Each command is one call of the core or of the session.

pub mod assessments;
pub mod calendar;
pub mod card;
pub mod check_in;
pub mod form_draft;
pub mod help;
pub mod homework;
pub mod journal;
pub mod practice;
pub mod programme;
pub mod progress;
pub mod reminders;
pub mod schedule;
pub mod session;
pub mod settings;
pub mod skills;
pub mod vault;

#[cfg(test)]
mod bindings;
#[cfg(test)]
mod grants;
