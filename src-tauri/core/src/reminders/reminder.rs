//! One reminder.

use chrono::NaiveDateTime;

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum About {
    Session,
    CheckIn,
    Card,
}

/// Nothing of it says what the session is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reminder {
    pub about: About,
    /// The start of the session, or the moment of the day that the person chose.
    pub for_ms: i64,
    /// When to show it.
    pub fire_ms: i64,
    /// What the clock shows at `for_ms`: the programme's, or the person's for a daily one.
    pub clock: NaiveDateTime,
}

/// What is shown once only.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) struct Key {
    pub about: About,
    pub moment_ms: i64,
}

const MINUTE_MS: i64 = 60_000;

impl Reminder {
    pub(super) fn key(&self) -> Key {
        let moment_ms = match self.about {
            About::Session => self.for_ms,
            About::CheckIn | About::Card => self.clock.and_utc().timestamp_millis(),
        };
        Key {
            about: self.about,
            moment_ms,
        }
    }

    /// From then on it is too late for it.
    pub(super) fn expires_ms(&self) -> i64 {
        match self.about {
            // One at the start itself has a minute.
            About::Session => self.for_ms.max(self.fire_ms + MINUTE_MS),
            About::CheckIn | About::Card => self.fire_ms + 60 * MINUTE_MS,
        }
    }

    /// Until then it is not late.
    pub(super) fn on_time_until_ms(&self) -> i64 {
        self.fire_ms + 5 * MINUTE_MS
    }
}
