//! Sessions that overlap.

use std::collections::{BTreeSet, HashSet};

use evenkeel_core::error::ErrorCode;
use evenkeel_core::schedule::conflict::{self, ConflictView, conflicts};
use evenkeel_core::schedule::{EventKind, OccurrenceKey, OccurrenceStatus, OccurrenceView, Scope};
use proptest::prelude::*;

use super::planned::{
    NEW_YORK, all_day, busy, cancel, change, go_to, instead, on, once, plan, quiet, span,
};
use crate::fixture::assert_code;
use crate::practising::Room;

/// The days and times of the pairs of a week.
fn pairs(room: &Room, from: &str, until: &str) -> Vec<(String, String)> {
    let view = span(room, from, until);
    let named = |key: OccurrenceKey| format!("{} {}", key.event, key.recurrence_id);
    let each = view.conflicts.into_iter();
    each.map(|one| (named(one.first), named(one.second)))
        .collect()
}

fn next_week(room: &Room) -> Vec<(String, String)> {
    pairs(room, "2026-11-23", "2026-11-29")
}

#[test]
fn what_overlaps_is_told_once() {
    let mut room = busy();
    assert_eq!(next_week(&room), []);
    let dentist = plan(
        &mut room,
        once(EventKind::Personal, "2026-11-23", "20:00", 45),
    );
    let group = on(&room, "2026-11-23", EventKind::Group).event;
    let expected = (
        format!("{group} 2026-11-23T17:30:00"),
        format!("{dentist} 2026-11-23T20:00:00"),
    );
    assert_eq!(next_week(&room), [expected]);
    assert_eq!(pairs(&room, "2026-11-24", "2026-11-29"), []);
}

#[test]
fn what_only_touches_or_does_not_take_place_is_no_conflict() {
    let mut room = busy();
    plan(
        &mut room,
        once(EventKind::Personal, "2026-11-23", "20:30", 45),
    );
    plan(
        &mut room,
        once(EventKind::Personal, "2026-11-23", "17:00", 30),
    );
    plan(&mut room, all_day(EventKind::Personal, "2026-11-23", 1));
    assert_eq!(next_week(&room), []);
    plan(
        &mut room,
        once(EventKind::MutualHelp, "2026-11-23", "20:29", 1),
    );
    assert_eq!(next_week(&room).len(), 1);
    let group = on(&room, "2026-11-23", EventKind::Group);
    cancel(&mut room, &group, Scope::This);
    assert_eq!(next_week(&room), []);
}

#[test]
fn what_is_over_is_no_conflict_any_more() {
    let mut room = quiet();
    plan(&mut room, once(EventKind::Group, "2026-11-22", "09:00", 90));
    plan(
        &mut room,
        once(EventKind::Personal, "2026-11-22", "10:00", 60),
    );
    let day = "2026-11-22";
    for (instant, count) in [
        ("2026-11-22T14:00:00Z", 1),
        ("2026-11-22T15:29:59Z", 1),
        ("2026-11-22T15:30:00Z", 0),
    ] {
        go_to(&mut room, instant, NEW_YORK);
        assert_eq!(pairs(&room, day, day).len(), count, "{instant}");
    }
}

#[test]
fn a_conflict_that_was_seen_stays_away() {
    let mut room = busy();
    for day in ["2026-11-23", "2026-11-25"] {
        plan(&mut room, once(EventKind::Personal, day, "20:00", 45));
    }
    let conflict = span(&room, "2026-11-23", "2026-11-29").conflicts.remove(0);
    for _ in 0..2 {
        conflict::dismiss(room.open.database_mut(), &conflict).unwrap();
    }
    let mut room = room.reopened();
    assert_eq!(next_week(&room).len(), 1, "the other one is still told");
    // Moved behind the other one, it still overlaps it: the person knows of the two.
    let group = on(&room, "2026-11-23", EventKind::Group);
    let behind = instead(EventKind::Group, "2026-11-23", "20:10", 180);
    change(&mut room, &group, Scope::This, behind);
    assert_eq!(next_week(&room).len(), 1);
    let nobody = ConflictView {
        first: OccurrenceKey {
            event: 4711,
            ..conflict.first
        },
        ..conflict
    };
    let dismissed = conflict::dismiss(room.open.database_mut(), &nobody);
    assert_code(dismissed, ErrorCode::Invalid);
}

#[test]
fn a_hundred_at_once_are_enough() {
    let mut room = quiet();
    for _ in 0..20 {
        plan(
            &mut room,
            once(EventKind::Personal, "2026-11-23", "17:00", 60),
        );
    }
    assert_eq!(next_week(&room).len(), 100, "of 190");
}

/// Numbered by its event; all day, cancelled or in a break by its `kind`.
fn occurrence(
    number: i64,
    starts: i64,
    length: i64,
    kind: u8,
    like: &OccurrenceView,
) -> OccurrenceView {
    OccurrenceView {
        event: number,
        starts_ms: starts,
        ends_ms: starts + length,
        all_day: kind == 0,
        status: match kind {
            1 => OccurrenceStatus::Cancelled,
            2 => OccurrenceStatus::Break,
            _ => OccurrenceStatus::Planned,
        },
        ..like.clone()
    }
}

#[test]
fn every_pair_that_overlaps_is_found_once_and_no_other() {
    let mut room = quiet();
    plan(&mut room, once(EventKind::Group, "2026-11-23", "17:00", 60));
    let like = on(&room, "2026-11-23", EventKind::Group);
    let times = proptest::collection::vec((0..40_i64, 1..12_i64, 0..8_u8), 0..14);
    let seen = proptest::collection::vec((0..14_i64, 0..14_i64), 0..10);
    proptest!(|(times in times, seen in seen)| {
        let all: Vec<_> = (0..)
            .zip(&times)
            .map(|(number, (starts, length, kind))| {
                occurrence(number, *starts, *length, *kind, &like)
            })
            .collect();
        let key = |event| OccurrenceKey { event, recurrence_id: like.recurrence_id.clone() };
        let seen: HashSet<_> = seen
            .into_iter()
            .map(|(one, other)| ConflictView { first: key(one), second: key(other) })
            .collect();
        let known: HashSet<_> = seen
            .iter()
            .flat_map(|pair| {
                let (one, other) = (pair.first.event, pair.second.event);
                [(one, other), (other, one)]
            })
            .collect();
        let mut expected = BTreeSet::new();
        for one in &all {
            for other in &all {
                let planned = [one, other].iter().all(|one| {
                    one.status == OccurrenceStatus::Planned && !one.all_day
                });
                let apart = one.ends_ms <= other.starts_ms || other.ends_ms <= one.starts_ms;
                let ids = (one.event, other.event);
                if ids.0 < ids.1 && planned && !apart && !known.contains(&ids) {
                    expected.insert(ids);
                }
            }
        }
        let found = conflicts(all.iter(), &seen, usize::MAX);
        let ids: Vec<_> = found
            .iter()
            .map(|pair| {
                let (one, other) = (pair.first.event, pair.second.event);
                (one.min(other), one.max(other))
            })
            .collect();
        prop_assert_eq!(ids.len(), expected.len());
        prop_assert_eq!(ids.into_iter().collect::<BTreeSet<_>>(), expected);
        let starts = |key: &OccurrenceKey| all[usize::try_from(key.event).unwrap()].starts_ms;
        for pair in &found {
            prop_assert!(starts(&pair.first) <= starts(&pair.second));
        }
    });
}
