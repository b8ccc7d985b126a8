//! Hours without reminders.

use std::ops::Range;

use chrono::{DateTime, Days, NaiveTime};
use chrono_tz::Tz;

use crate::time;

/// From one time of day, itself quiet, until another, through midnight where it comes between.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct QuietHours {
    pub from: NaiveTime,
    pub to: NaiveTime,
}

impl QuietHours {
    /// The quiet time that a moment is in, in milliseconds since 1970.
    pub(super) fn around(self, moment_ms: i64, zone: Tz) -> Option<Range<i64>> {
        let at = DateTime::from_timestamp_millis(moment_ms)?;
        let today = at.with_timezone(&zone).date_naive();
        // The day before yesterday, too: yesterday may be a day that there was not.
        let each = (0..=2).filter_map(|days| {
            let date = today.checked_sub_days(Days::new(days))?;
            let last = if self.to > self.from {
                date
            } else {
                date.succ_opt()?
            };
            let from = time::instant_of(date.and_time(self.from), zone).ok()?;
            let to = time::instant_of(last.and_time(self.to), zone).ok()?;
            Some(from.timestamp_millis()..to.timestamp_millis())
        });
        let mut around = each.filter(|quiet| quiet.contains(&moment_ms));
        around.next()
    }
}
