//! Help now after a high rating: saved first, offered once a day, over cards and assessments together.

use chrono::TimeDelta;
use evenkeel_core::card::CardSaveRequest;
use evenkeel_core::content::{CardRows, ItemKind};
use evenkeel_core::vault::Unsaved;

use super::{TODAY, day, number, renamed, room};
use crate::assessments::{begun, give};
use crate::fixture::at;
use crate::practising::{Room, json};

/// The rows that look out for it, and from which value on.
const LOOK_OUT: [(&str, f64); 4] = [
    ("urge-suicide", 4.0),
    ("urge-self-harm", 4.0),
    ("action-self-harm", 1.0),
    ("session-suicide", 4.0),
];

fn high(room: &mut Room, key: &str, value: f64, date: &str) -> CardSaveRequest {
    CardSaveRequest {
        values: vec![number(room.keyed(key).id, value)],
        ..day(date)
    }
}

fn offers(room: &mut Room, key: &str, value: f64) -> bool {
    let request = high(room, key, value, TODAY);
    room.fill(&request).offer_help
}

#[test]
fn a_high_rating_offers_help_once_it_is_saved() {
    for (key, from) in LOOK_OUT {
        let mut room = room();
        let most = if from > 1.0 { 5.0 } else { 1.0 };
        for below in 0..from as u8 {
            assert!(!offers(&mut room, key, below.into()), "{key} {below}");
        }
        assert!(offers(&mut room, key, from), "{key} {from}");
        let mut room = room.reopened();
        let card = room.card(TODAY);
        assert_eq!(json(&card.values[0].number), json(&from), "{key} is saved");
        assert!(
            !offers(&mut room, key, most),
            "{key} {most}, the second time"
        );
        room.pass(TimeDelta::days(1));
        let card = high(&mut room, key, most, "2026-11-23");
        assert!(room.fill(&card).offer_help, "{key} {most}, on the next day");
    }
}

#[test]
fn no_other_row_of_the_file_ever_does() {
    let mut room = room();
    for row in CardRows::bundled().unwrap().items {
        let most = match row.kind {
            ItemKind::Scale => 5.0,
            ItemKind::Count => 99.0,
            ItemKind::YesNo => 1.0,
            ItemKind::Hours => 24.0,
            ItemKind::Text => continue,
        };
        if LOOK_OUT.iter().all(|(key, _)| *key != row.key) {
            assert!(!offers(&mut room, &row.key, most), "{}", row.key);
        }
    }
}

#[test]
fn a_row_that_was_renamed_still_looks_out() {
    let mut room = room();
    let row = room.keyed("urge-suicide");
    room.fill_in("2026-11-20", &[("Thoughts of suicide", 1.0)]);
    let set = room.save_row(&renamed(&row, "Dark thoughts"));
    let follower = set
        .items
        .iter()
        .find(|item| item.name == "Dark thoughts")
        .unwrap()
        .id;
    assert_ne!(follower, row.id);
    assert!(offers(&mut room, "urge-suicide", 4.0));
}

#[test]
fn an_old_high_value_that_is_saved_again_offers_nothing() {
    for (key, from) in LOOK_OUT {
        let mut room = room();
        assert!(offers(&mut room, key, from), "{key}");
        room.pass(TimeDelta::days(3));
        let again = high(&mut room, key, from, TODAY);
        let more = CardSaveRequest {
            note: "A word more.".to_owned(),
            ..again
        };
        assert!(!room.fill(&more).offer_help, "{key} saved again");
        assert!(offers(&mut room, "urge-self-harm", 5.0), "a new one does");
    }
}

#[test]
fn an_old_card_with_a_value_that_has_become_high_offers_help() {
    let mut room = room();
    room.fill(&day(TODAY));
    for (days, value, offered) in [
        (1, 3.0, false),
        (1, 4.0, true),
        (1, 4.0, false),
        (1, 5.0, true),
        (1, 0.0, false),
        (0, 5.0, true),
    ] {
        room.pass(TimeDelta::days(days));
        let found = offers(&mut room, "urge-suicide", value);
        assert_eq!(found, offered, "{value} after {days} days");
    }
}

#[test]
fn a_high_value_that_was_saved_at_a_lock_is_offered_for_once_somebody_is_there() {
    let mut room = room();
    let unsaved = Unsaved {
        card: Some(high(&mut room, "urge-suicide", 4.0, TODAY)),
        ..Unsaved::default()
    };
    room.open.save_unsaved(&unsaved, &room.now).unwrap();
    room.pass(TimeDelta::days(1));
    assert!(offers(&mut room, "urge-suicide", 4.0));
    room.pass(TimeDelta::days(1));
    assert!(!offers(&mut room, "urge-suicide", 4.0));
}

#[test]
fn a_day_gone_by_that_is_filled_in_now_offers_help() {
    let mut room = room();
    assert!(offers(&mut room, "urge-suicide", 4.0));
    room.pass(TimeDelta::days(1));
    let late = high(&mut room, "urge-suicide", 4.0, "2026-11-19");
    assert!(room.fill(&late).offer_help);
    assert!(!room.fill(&late).offer_help);
}

#[test]
fn it_is_once_a_day_over_all_cards() {
    let mut room = room();
    let first = high(&mut room, "action-self-harm", 1.0, "2026-11-19");
    assert!(room.fill(&first).offer_help, "of a day gone by, too");
    for date in ["2026-11-19", "2026-11-20", TODAY] {
        let card = high(&mut room, "action-self-harm", 1.0, date);
        assert!(!room.fill(&card).offer_help, "{date}");
        assert!(room.card(date).filled);
    }
}

#[test]
fn it_is_once_a_day_over_cards_and_assessments_together() {
    let mut room = room();
    assert!(offers(&mut room, "urge-self-harm", 5.0));
    let id = begun(&mut room, "phq-9");
    assert!(!give(&mut room, id, "9", 3));
    room.pass(TimeDelta::days(1));
    assert!(give(&mut room, id, "9", 2));
    assert!(!offers(&mut room, "urge-self-harm", 5.0));
    assert!(!offers(&mut room, "action-self-harm", 1.0));
}

#[test]
fn the_next_day_begins_at_the_persons_own_midnight() {
    let mut room = room();
    room.now = at("2026-11-23T04:59:59Z", chrono_tz::America::New_York);
    assert!(offers(&mut room, "urge-suicide", 4.0));
    assert!(!offers(&mut room, "urge-suicide", 5.0));
    room.pass(TimeDelta::seconds(1));
    assert!(offers(&mut room, "urge-suicide", 4.0));
}

#[test]
fn what_could_not_be_saved_offers_nothing_and_uses_up_nothing() {
    let mut room = room();
    let high = number(room.keyed("urge-suicide").id, 5.0);
    let broken = number(room.row("Anger").id, 9.0);
    for values in [vec![high.clone(), broken.clone()], vec![broken, high]] {
        let request = CardSaveRequest {
            values,
            ..day(TODAY)
        };
        assert!(room.try_fill(&request).is_err());
    }
    assert!(offers(&mut room, "urge-suicide", 5.0));
}
