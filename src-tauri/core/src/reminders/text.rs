//! What a reminder says: nothing that anybody may not read over a shoulder.

use chrono::{DateTime, NaiveDateTime, Timelike};

use super::reminder::{About, Reminder};
use crate::time::Now;

/// The words of a reminder that is shown now.
///
/// The day is named where it is not today; where the person's clock shows another time than the
/// programme's, both are.
pub fn text(reminder: &Reminder, now: &Now) -> String {
    match reminder.about {
        About::CheckIn => "A moment for yourself".to_owned(),
        About::Card => "A minute for your day".to_owned(),
        About::Session => {
            let here = here(reminder, now);
            let day = day(here, now);
            let at = clock(here);
            if here == reminder.clock {
                format!("Something{day} at {at}")
            } else {
                let there = clock(reminder.clock);
                format!("Something{day} at {at} here, {there} there")
            }
        }
    }
}

fn here(reminder: &Reminder, now: &Now) -> NaiveDateTime {
    let at = DateTime::from_timestamp_millis(reminder.for_ms);
    at.map_or(reminder.clock, |at| {
        at.with_timezone(&now.zone).naive_local()
    })
}

fn day(at: NaiveDateTime, now: &Now) -> String {
    match (at.date() - now.date()).num_days() {
        ..=0 => String::new(),
        1 => " tomorrow".to_owned(),
        2..=6 => at.format(" on %A").to_string(),
        _ => at.format(" on %A, %B %-d,").to_string(),
    }
}

/// 5:30 pm
fn clock(at: NaiveDateTime) -> String {
    let (is_pm, hour) = at.hour12();
    let half = if is_pm { "pm" } else { "am" };
    format!("{hour}:{:02} {half}", at.minute())
}
