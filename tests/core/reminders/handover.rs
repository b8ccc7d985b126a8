//! What one process hands to the next: moments, and nothing else.

use chrono::DateTime;
use evenkeel_core::error::ErrorCode;
use evenkeel_core::reminders::{About, Pending, Plan, QuietHours, Reminder, text};
use proptest::prelude::*;

use super::{clock, hours, keep, sessions};
use crate::fixture::{assert_code, full, pick};
use crate::schedule::{kept, room};

#[test]
fn a_restart_keeps_what_is_planned_and_what_was_shown() {
    let plan = Plan {
        quiet: hours("22:00", "08:00"),
        ..sessions(&[("2026-11-23 17:30", 30), ("2026-11-23 19:00", 30)])
    };
    let mut pending = Pending::new(plan.clone(), clock("2026-11-23 12:00").millis());
    assert_eq!(pending.due(&clock("2026-11-23 17:00")), plan.reminders[..1]);
    let mut next = Pending::from_bytes(&pending.to_bytes()).unwrap();
    assert_eq!(next, pending);
    assert_eq!(next.due(&clock("2026-11-23 17:01")), []);
    assert_eq!(next.due(&clock("2026-11-23 18:30")), plan.reminders[1..]);
}

/// There is no room in it for a word: each reminder takes as many bytes as its moments.
#[test]
fn nothing_private_is_handed_over() {
    let mut room = room();
    kept::plan(&mut room);
    keep(&mut room);
    let plan = room.reminders();
    let sessions = plan
        .reminders
        .iter()
        .filter(|one| one.about == About::Session);
    assert!(sessions.count() > 1);
    let since = plan.reminders[2].fire_ms;
    let bytes = Pending::new(plan.clone(), since).to_bytes();
    let shown = plan
        .reminders
        .iter()
        .filter(|one| one.fire_ms < since)
        .count();
    assert_eq!(bytes.len(), 14 + 25 * plan.reminders.len() + 9 * shown);
    let longest_word = bytes
        .split(|byte| !byte.is_ascii_alphabetic())
        .map(<[u8]>::len)
        .max();
    assert!(longest_word < Some(4), "{longest_word:?}");
}

#[test]
fn what_was_cut_off_or_is_of_another_version_is_refused() {
    let plan = sessions(&[("2026-11-23 17:30", 30)]);
    let bytes = Pending::new(plan, i64::MAX).to_bytes();
    for length in 0..bytes.len() {
        assert_code(Pending::from_bytes(&bytes[..length]), ErrorCode::Invalid);
    }
    for (place, value) in [(0, 2), (1, 2), (10, 3)] {
        let mut wrong = bytes.clone();
        wrong[place] = value;
        assert_code(Pending::from_bytes(&wrong), ErrorCode::Invalid);
    }
    let longer = [&bytes[..], &[0]].concat();
    assert_code(Pending::from_bytes(&longer), ErrorCode::Invalid);
}

fn reminders() -> impl Strategy<Value = Reminder> {
    let about = prop_oneof![
        Just(About::Session),
        Just(About::CheckIn),
        Just(About::Card)
    ];
    let moment = -30_000_000_000_000..200_000_000_000_000_i64;
    (about, moment.clone(), moment.clone(), moment).prop_map(|(about, for_ms, fire_ms, clock)| {
        Reminder {
            about,
            for_ms,
            fire_ms,
            clock: DateTime::from_timestamp_millis(clock).unwrap().naive_utc(),
        }
    })
}

fn quiet_hours() -> impl Strategy<Value = Option<QuietHours>> {
    let time = (0..1_440_u32).prop_map(|minutes| {
        chrono::NaiveTime::from_num_seconds_from_midnight_opt(minutes * 60, 0).unwrap()
    });
    proptest::option::of((time.clone(), time).prop_map(|(from, to)| QuietHours { from, to }))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(pick(200, 20_000, full()) as u32))]

    #[test]
    fn what_is_handed_over_comes_back(
        reminders in proptest::collection::vec(reminders(), 0..20),
        quiet in quiet_hours(),
        since in any::<i64>(),
    ) {
        let pending = Pending::new(Plan { reminders, quiet }, since);
        let back = Pending::from_bytes(&pending.to_bytes()).unwrap();
        prop_assert_eq!(back, pending);
    }

    #[test]
    fn no_bytes_do_harm(
        plan in proptest::collection::vec(reminders(), 0..4),
        changes in proptest::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 0..8),
    ) {
        let plan = Plan { reminders: plan, quiet: hours("22:00", "08:00") };
        let now = clock("2026-11-23 12:00");
        let mut bytes = Pending::new(plan, now.millis()).to_bytes();
        for (place, value) in changes {
            let place = place.index(bytes.len());
            bytes[place] = value;
        }
        if let Ok(mut pending) = Pending::from_bytes(&bytes) {
            let shown = pending.due(&now);
            prop_assert!(pending.next_ms(&now).is_none_or(|next| next > now.millis()));
            for one in shown {
                prop_assert!(!text(&one, &now).is_empty());
            }
        }
    }
}
