//! The one place that reads the clocks.

use std::time::{Duration, Instant, SystemTime};

use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use evenkeel_core::time::Now;

/// The moment and the person's time zone; UTC if the system does not tell.
#[expect(
    clippy::disallowed_methods,
    reason = "the shell reads the clock for the core"
)]
pub fn now() -> Now {
    Now {
        instant: DateTime::<Utc>::from(SystemTime::now()),
        zone: zone().unwrap_or(Tz::UTC),
    }
}

fn zone() -> Option<Tz> {
    let chosen = std::env::var("TZ").ok();
    chosen
        .and_then(|name| name.trim_start_matches(':').parse().ok())
        .or_else(|| iana_time_zone::get_timezone().ok()?.parse().ok())
}

/// When the person last did something, by two clocks: the steady one stands still while the
/// machine sleeps, and the wall clock can be set.
#[derive(Debug, Clone, Copy)]
pub struct LastActivity {
    steady: Instant,
    wall: SystemTime,
}

#[expect(clippy::disallowed_methods, reason = "idle time is measured here")]
impl LastActivity {
    pub fn now() -> Self {
        Self {
            steady: Instant::now(),
            wall: SystemTime::now(),
        }
    }

    /// The longer of what the two clocks say.
    pub fn idle_for(&self) -> Duration {
        self.steady
            .elapsed()
            .max(self.wall.elapsed().unwrap_or_default())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sleep_counts_as_idle_and_a_clock_set_back_does_not_hide_it() {
        let hour = Duration::from_secs(3600);
        let now = LastActivity::now();
        let slept = LastActivity {
            wall: now.wall - hour,
            ..now
        };
        assert!(slept.idle_for() >= hour);
        let set_back = LastActivity {
            wall: now.wall + hour,
            ..now
        };
        assert!(set_back.idle_for() < Duration::from_secs(60));
    }
}
