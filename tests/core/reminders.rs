//! Reminders: what is planned, what is due, and that each is shown once.

mod handover;
mod once;
mod pending;
mod planned;
mod quiet;
mod settings;
mod texts;

use chrono::{DateTime, NaiveDateTime, TimeDelta};
use chrono_tz::Tz;
use evenkeel_core::error::Error;
use evenkeel_core::reminders::{
    self, About, KindReminder, Plan, QuietHours, QuietHoursView, Reminder, ReminderSettingsView,
};
use evenkeel_core::schedule::EventKind;
use evenkeel_core::time::{Now, instant_of};

use crate::practising::Room;
use crate::schedule::{at, room};

pub const ZONE: Tz = chrono_tz::America::New_York;

pub fn off() -> ReminderSettingsView {
    ReminderSettingsView {
        kinds: Vec::new(),
        check_in: None,
        card: None,
        quiet: None,
    }
}

pub fn before(kinds: &[(EventKind, u16)]) -> ReminderSettingsView {
    let kinds = kinds.iter().map(|(kind, minutes)| KindReminder {
        kind: *kind,
        minutes_before: Some(*minutes),
    });
    ReminderSettingsView {
        kinds: kinds.collect(),
        ..off()
    }
}

pub fn quiet(from: &str, to: &str) -> Option<QuietHoursView> {
    Some(QuietHoursView {
        from: from.to_owned(),
        to: to.to_owned(),
    })
}

impl Room {
    #[track_caller]
    pub fn remind(&mut self, request: &ReminderSettingsView) -> ReminderSettingsView {
        self.try_remind(request).unwrap()
    }

    pub fn try_remind(
        &mut self,
        request: &ReminderSettingsView,
    ) -> Result<ReminderSettingsView, Error> {
        reminders::save_settings(self.open.database_mut(), request)
    }

    pub fn reminders(&self) -> Plan {
        self.reminders_at(&self.now)
    }

    pub fn reminders_at(&self, now: &Now) -> Plan {
        reminders::plan(self.open.database(), now).unwrap()
    }

    /// `Session 2026-11-23 17:30 at 2026-11-23 17:00` of each, on the person's clock.
    pub fn planned(&self) -> Vec<String> {
        let shown = |one: &Reminder| {
            let on_clock = |moment| clock_at(moment, self.now.zone);
            let (for_moment, fire) = (on_clock(one.for_ms), on_clock(one.fire_ms));
            format!("{:?} {for_moment} at {fire}", one.about)
        };
        self.reminders().reminders.iter().map(shown).collect()
    }
}

pub fn clock_at(milliseconds: i64, zone: Tz) -> String {
    let at = DateTime::from_timestamp_millis(milliseconds).unwrap();
    at.with_timezone(&zone).format("%Y-%m-%d %H:%M").to_string()
}

/// When the clock shows this.
pub fn clock(text: &str) -> Now {
    clock_in(ZONE, text)
}

pub fn clock_in(zone: Tz, text: &str) -> Now {
    Now {
        instant: instant_of(at(text), zone).unwrap(),
        zone,
    }
}

pub fn later(now: &Now, minutes: i64) -> Now {
    Now {
        instant: now.instant + TimeDelta::minutes(minutes),
        ..*now
    }
}

pub fn reminder(about: About, start: &str, minutes: i64) -> Reminder {
    let at: NaiveDateTime = at(start);
    let for_ms = clock(start).millis();
    Reminder {
        about,
        for_ms,
        fire_ms: for_ms - minutes * 60_000,
        clock: at,
    }
}

/// Of sessions, each so many minutes before.
pub fn sessions(all: &[(&str, i64)]) -> Plan {
    let each = all.iter();
    Plan {
        reminders: each
            .map(|(start, minutes)| reminder(About::Session, start, *minutes))
            .collect(),
        quiet: None,
    }
}

pub fn hours(from: &str, to: &str) -> Option<QuietHours> {
    Some(QuietHours {
        from: format!("{from}:00").parse().unwrap(),
        to: format!("{to}:00").parse().unwrap(),
    })
}

/// A vault with reminders in it, for the frozen ones.
pub fn keep(room: &mut Room) {
    room.remind(&kept());
}

/// What [`keep`] keeps.
fn kept() -> ReminderSettingsView {
    ReminderSettingsView {
        check_in: Some("20:00".to_owned()),
        card: Some("21:30".to_owned()),
        quiet: quiet("22:00", "07:30"),
        ..before(&[(EventKind::Group, 30), (EventKind::Personal, 1_440)])
    }
}

#[track_caller]
pub fn assert_kept(room: &Room) {
    let mut view = reminders::settings(room.open.database()).unwrap();
    view.kinds.retain(|one| one.minutes_before.is_some());
    assert_eq!(view, kept());
}

fn with_group(minutes: u16) -> Room {
    let mut room = room();
    room.remind(&before(&[(EventKind::Group, minutes)]));
    room
}
