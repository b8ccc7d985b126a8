//! Time as it is handed to the core, and the policy for local times that a clock skips or repeats.

use chrono::{DateTime, NaiveDate, NaiveDateTime, NaiveTime, Offset, TimeDelta, TimeZone, Utc};
use chrono_tz::Tz;

use crate::error::{Error, Result};

/// The moment a call happens and the time zone the person is in.
#[derive(Debug, Clone, Copy)]
pub struct Now {
    pub instant: DateTime<Utc>,
    pub zone: Tz,
}

/// An event's time: the instant, and the local date and offset it was written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stamp {
    /// Milliseconds since 1970-01-01 UTC.
    pub instant_ms: i64,
    /// Minutes east of UTC.
    pub offset_minutes: i32,
}

impl Now {
    pub fn stamp(&self) -> Stamp {
        stamp(self.instant, self.zone)
    }

    pub fn millis(&self) -> i64 {
        self.instant.timestamp_millis()
    }

    pub fn date(&self) -> NaiveDate {
        self.instant.with_timezone(&self.zone).date_naive()
    }

    /// The local date of another moment, in the zone of today.
    pub fn local_date_of(&self, instant_ms: i64) -> Option<String> {
        let at = DateTime::from_timestamp_millis(instant_ms)?;
        Some(at.with_timezone(&self.zone).date_naive().to_string())
    }

    /// The stamp of a wall-clock time in the person's zone, as [`instant_of`] reads it.
    pub fn stamp_local(&self, date: NaiveDate, time: NaiveTime) -> Result<Stamp> {
        Ok(stamp(
            instant_of(date.and_time(time), self.zone)?,
            self.zone,
        ))
    }
}

/// The instant that a wall-clock time in a zone means.
///
/// A time that occurs twice means its first occurrence. A time that does not exist is moved
/// forward by the length of the gap, as RFC 5545 does.
pub fn instant_of(local: NaiveDateTime, zone: Tz) -> Result<DateTime<Utc>> {
    zone.from_local_datetime(&local)
        .earliest()
        .or_else(|| after_gap(zone, local))
        .map(|at| at.with_timezone(&Utc))
        .ok_or(Error::invalid("a date outside the calendar"))
}

/// Reads a local date, `YYYY-MM-DD`. `invalid`: it is none, or too far away to be meant.
pub fn date(text: &str) -> Result<NaiveDate> {
    let date = NaiveDate::parse_from_str(text, "%Y-%m-%d")
        .map_err(|_| Error::invalid("a date that is none"))?;
    if (1900..=2200).contains(&chrono::Datelike::year(&date)) {
        Ok(date)
    } else {
        Err(Error::invalid("a date too far away"))
    }
}

/// Reads a date as the database keeps it, `YYYY-MM-DD`; many times faster than a format does.
pub(crate) fn stored_date(text: &str) -> Option<NaiveDate> {
    let (year, rest) = text.split_once('-')?;
    let (month, day) = rest.split_once('-')?;
    NaiveDate::from_ymd_opt(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?)
}

impl Stamp {
    /// The local date and time as they were when this was written.
    pub fn local(&self) -> NaiveDateTime {
        let utc = DateTime::from_timestamp_millis(self.instant_ms).unwrap_or_default();
        utc.naive_utc() + TimeDelta::minutes(self.offset_minutes.into())
    }
}

fn stamp(instant: DateTime<Utc>, zone: Tz) -> Stamp {
    let offset = zone.offset_from_utc_datetime(&instant.naive_utc()).fix();
    Stamp {
        instant_ms: instant.timestamp_millis(),
        offset_minutes: offset.local_minus_utc() / 60,
    }
}

/// Reads a skipped wall-clock time with the offset in force before the gap.
fn after_gap(zone: Tz, local: NaiveDateTime) -> Option<DateTime<Tz>> {
    // No gap of the tz database is longer than a day (Apia skipped 2011-12-30).
    let before = local.checked_sub_signed(TimeDelta::days(1))?;
    let offset = zone.from_local_datetime(&before).earliest()?.offset().fix();
    let utc = local.checked_sub_signed(TimeDelta::seconds(offset.local_minus_utc().into()))?;
    Some(zone.from_utc_datetime(&utc))
}
