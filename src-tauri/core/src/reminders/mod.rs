//! Reminders: what the person wants to be reminded of, when that is, and what is due.
//!
//! [`plan`] reads the coming days from the open vault. [`Pending`] needs no vault: it goes on while
//! the app is locked, and holds nothing but moments.
//!
//! # Time
//!
//! - A session is reminded of so many minutes before its start; whole days are counted on its clock.
//! - A daily one follows the person's clock. A time that the clock skips is moved forward by the
//!   length of the gap; one that occurs twice is its first occurrence.
//! - Each is shown once: a session is known by its start, a daily one by what the clock shows when
//!   it is due, so that whoever flies west is not reminded twice on one day.
//! - After a sleep it is still shown until the session starts, and a daily one for an hour, but then
//!   never in the quiet hours.

mod pending;
mod plan;
mod quiet;
mod reminder;
mod settings;
mod text;

pub use pending::Pending;
pub use plan::{Plan, plan};
pub use quiet::QuietHours;
pub use reminder::{About, Reminder};
pub use settings::{
    KindReminder, QuietHoursView, ReminderSettingsView, save as save_settings, view as settings,
};
pub use text::text;
