//! Which reminders are still to be shown. It goes on without the vault.

use std::collections::HashSet;

use chrono::{DateTime, Datelike, NaiveTime, Timelike, Utc};

use super::plan::Plan;
use super::quiet::QuietHours;
use super::reminder::{About, Key, Reminder};
use crate::error::{Error, Result};
use crate::time::Now;

/// What is planned, and what was shown. Holds moments only.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pending {
    planned: Vec<Reminder>,
    quiet: Option<QuietHours>,
    /// In the order in which they were shown.
    fired: Vec<Key>,
}

/// A key is forgotten once it is older than this and [`LAST_KEYS`] others were shown after it: a
/// clock that was set wrong for a while must not make one come again.
const REMEMBERED_MS: i64 = 30 * 24 * 60 * 60_000;
const LAST_KEYS: usize = 500;

impl Pending {
    /// What should have been shown before `since_ms` is taken as shown: the app was not there yet,
    /// and the person is just opening it.
    pub fn new(plan: Plan, since_ms: i64) -> Self {
        let past = plan.reminders.iter().filter(|one| one.fire_ms < since_ms);
        Self {
            fired: past.map(Reminder::key).collect(),
            planned: plan.reminders,
            quiet: plan.quiet,
        }
    }

    /// Takes a new plan in place of the old one; what was shown stays so.
    ///
    /// A daily one that is new and already past is taken as shown: whoever has just chosen the time
    /// needs no reminder.
    pub fn replan(&mut self, plan: Plan, now: &Now) {
        let known: HashSet<_> = self.planned.iter().map(Reminder::key).collect();
        let past = plan.reminders.iter().filter(|one| {
            one.about != About::Session
                && one.fire_ms <= now.millis()
                && !known.contains(&one.key())
        });
        let past: Vec<_> = past.map(Reminder::key).collect();
        self.remember(&past, now);
        self.planned = plan.reminders;
        self.quiet = plan.quiet;
    }

    /// What is to be shown now. Nothing is answered twice, whatever the clock does.
    pub fn due(&mut self, now: &Now) -> Vec<Reminder> {
        let due: Vec<_> = self
            .waiting(now)
            .filter(|(at_ms, _)| *at_ms <= now.millis())
            .map(|(_, reminder)| *reminder)
            .collect();
        let keys: Vec<_> = due.iter().map(Reminder::key).collect();
        self.remember(&keys, now);
        due
    }

    /// It was due, but nothing could show it: it is still to come.
    pub fn take_back(&mut self, reminder: &Reminder) {
        let key = reminder.key();
        self.fired.retain(|fired| *fired != key);
    }

    /// Nothing is planned.
    pub fn is_empty(&self) -> bool {
        self.planned.is_empty()
    }

    /// When something is due next; `None`: nothing is planned.
    pub fn next_ms(&self, now: &Now) -> Option<i64> {
        self.waiting(now).map(|(at_ms, _)| at_ms).min()
    }

    /// What was not shown and can still be, with the moment for it.
    fn waiting(&self, now: &Now) -> impl Iterator<Item = (i64, &Reminder)> {
        let fired: HashSet<_> = self.fired.iter().copied().collect();
        let open = self
            .planned
            .iter()
            .filter(move |one| !fired.contains(&one.key()));
        open.filter_map(|one| Some((self.moment_of(one, now)?, one)))
    }

    /// The first moment from now on at which a reminder may be shown. A late one waits for the end
    /// of the quiet hours.
    fn moment_of(&self, reminder: &Reminder, now: &Now) -> Option<i64> {
        let at_ms = reminder.fire_ms.max(now.millis());
        let quiet = self.quiet.filter(|_| at_ms >= reminder.on_time_until_ms());
        let around = quiet.and_then(|quiet| quiet.around(at_ms, now.zone));
        let at_ms = around.map_or(at_ms, |quiet| quiet.end);
        (at_ms < reminder.expires_ms()).then_some(at_ms)
    }

    fn remember(&mut self, keys: &[Key], now: &Now) {
        self.fired.extend(keys);
        let oldest_ms = now.millis().saturating_sub(REMEMBERED_MS);
        let mut to_spare = self.fired.len().saturating_sub(LAST_KEYS);
        self.fired.retain(|key| {
            let is_last = to_spare == 0;
            to_spare = to_spare.saturating_sub(1);
            is_last || key.moment_ms >= oldest_ms
        });
    }

    /// For the process that takes over. Integers little-endian: version 1 ‖ quiet hours 5 ‖ number
    /// of planned ones 4 ‖ each 25 ‖ number of shown ones 4 ‖ each 9.
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut bytes = vec![VERSION];
        bytes.push(u8::from(self.quiet.is_some()));
        let ends = self.quiet.map(|quiet| [quiet.from, quiet.to]);
        for time in ends.unwrap_or_default() {
            let minutes = time.num_seconds_from_midnight() / 60;
            bytes.extend(u16::try_from(minutes).unwrap_or_default().to_le_bytes());
        }
        bytes.extend(count(self.planned.len()));
        for one in &self.planned {
            bytes.push(code(one.about));
            let clock_ms = one.clock.and_utc().timestamp_millis();
            for moment in [one.for_ms, one.fire_ms, clock_ms] {
                bytes.extend(moment.to_le_bytes());
            }
        }
        bytes.extend(count(self.fired.len()));
        for key in &self.fired {
            bytes.push(code(key.about));
            bytes.extend(key.moment_ms.to_le_bytes());
        }
        bytes
    }

    /// `invalid`: the bytes are not what [`Self::to_bytes`] makes in this version.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self> {
        let mut rest = bytes;
        let rest = &mut rest;
        if take(rest)? != [VERSION] {
            return Err(UNREADABLE);
        }
        let quiet = match (take(rest)?, time(rest)?, time(rest)?) {
            ([0], ..) => None,
            ([1], from, to) => Some(QuietHours { from, to }),
            _ => return Err(UNREADABLE),
        };
        let planned = list(rest, |rest| {
            Ok(Reminder {
                about: about(rest)?,
                for_ms: moment(rest)?,
                fire_ms: moment(rest)?,
                clock: at(moment(rest)?)?.naive_utc(),
            })
        })?;
        let fired = list(rest, |rest| {
            Ok(Key {
                about: about(rest)?,
                moment_ms: moment(rest)?,
            })
        })?;
        if !rest.is_empty() {
            return Err(UNREADABLE);
        }
        Ok(Self {
            planned,
            quiet,
            fired,
        })
    }
}

const VERSION: u8 = 1;
const UNREADABLE: Error = Error::invalid("reminders that this version cannot read");

fn count(number: usize) -> [u8; 4] {
    u32::try_from(number).unwrap_or(u32::MAX).to_le_bytes()
}

const fn code(about: About) -> u8 {
    match about {
        About::Session => 0,
        About::CheckIn => 1,
        About::Card => 2,
    }
}

fn about(rest: &mut &[u8]) -> Result<About> {
    match take(rest)? {
        [0] => Ok(About::Session),
        [1] => Ok(About::CheckIn),
        [2] => Ok(About::Card),
        _ => Err(UNREADABLE),
    }
}

fn moment(rest: &mut &[u8]) -> Result<i64> {
    let moment_ms = i64::from_le_bytes(take(rest)?);
    at(moment_ms).map(|_| moment_ms)
}

/// Far from the ends of the calendar, so that it can be reckoned with.
fn at(moment_ms: i64) -> Result<DateTime<Utc>> {
    let at = DateTime::from_timestamp_millis(moment_ms);
    at.filter(|at| (1..=9_999).contains(&at.year()))
        .ok_or(UNREADABLE)
}

fn time(rest: &mut &[u8]) -> Result<NaiveTime> {
    let minutes = u16::from_le_bytes(take(rest)?);
    NaiveTime::from_num_seconds_from_midnight_opt(u32::from(minutes) * 60, 0).ok_or(UNREADABLE)
}

fn list<T>(rest: &mut &[u8], one: impl Fn(&mut &[u8]) -> Result<T>) -> Result<Vec<T>> {
    let number = u32::from_le_bytes(take(rest)?);
    (0..number).map(|_| one(rest)).collect()
}

fn take<const N: usize>(rest: &mut &[u8]) -> Result<[u8; N]> {
    let (head, tail) = rest.split_first_chunk().ok_or(UNREADABLE)?;
    *rest = tail;
    Ok(*head)
}
