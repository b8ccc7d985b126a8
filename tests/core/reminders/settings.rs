//! What the person wants to be reminded of.

use evenkeel_core::error::ErrorCode;
use evenkeel_core::reminders::{self, ReminderSettingsView};
use evenkeel_core::schedule::EventKind;

use super::{assert_kept, before, keep, off, quiet};
use crate::fixture::assert_code;
use crate::schedule::room;

#[test]
fn everything_is_off_at_first() {
    let room = room();
    let view = reminders::settings(room.open.database()).unwrap();
    assert_eq!(
        view.kinds.len(),
        EventKind::ALL.len(),
        "every kind is shown"
    );
    assert!(view.kinds.iter().all(|one| one.minutes_before.is_none()));
    assert_eq!((view.check_in, view.card, view.quiet), (None, None, None));
    assert_eq!(room.planned(), [""; 0]);
}

#[test]
fn what_was_chosen_is_there_after_a_lock_and_what_is_left_out_is_off() {
    let mut room = room();
    keep(&mut room);
    let mut room = room.reopened();
    assert_kept(&room);
    let view = room.remind(&before(&[(EventKind::Family, 10_080)]));
    let on: Vec<_> = view
        .kinds
        .iter()
        .filter_map(|one| Some((one.kind, one.minutes_before?)))
        .collect();
    assert_eq!(on, [(EventKind::Family, 10_080)]);
    assert_eq!((view.check_in, view.card, view.quiet), (None, None, None));
}

#[test]
fn what_makes_no_sense_is_refused_and_changes_nothing() {
    let mut room = room();
    keep(&mut room);
    let wrong = [
        before(&[(EventKind::Group, 10_081)]),
        before(&[(EventKind::Group, 5), (EventKind::Group, 5)]),
        ReminderSettingsView {
            check_in: Some("24:00".to_owned()),
            ..off()
        },
        ReminderSettingsView {
            card: Some("noon".to_owned()),
            ..off()
        },
        ReminderSettingsView {
            quiet: quiet("22:00", "22:00"),
            ..off()
        },
        ReminderSettingsView {
            quiet: quiet("22:00", ""),
            ..off()
        },
    ];
    for request in wrong {
        assert_code(room.try_remind(&request), ErrorCode::Invalid);
        assert_kept(&room);
    }
}
