//! The ninth question of the PHQ-9: any answer above zero is saved, then Help now is offered.

use chrono::TimeDelta;

use super::{ALL, begun, fill, finish, give, look, room, start, try_finish, try_give};
use crate::fixture::at;

#[test]
fn any_answer_above_zero_offers_help_once_it_is_saved() {
    for value in 1..=3 {
        let mut room = room();
        let id = begun(&mut room, "phq-9");
        assert!(!give(&mut room, id, "9", 0));
        assert!(give(&mut room, id, "9", value), "{value}");
        let mut room = room.reopened();
        assert_eq!(
            look(&room, id).answers[0].value,
            value,
            "saved before it was offered"
        );
        assert!(!give(&mut room, id, "9", value), "{value}, the second time");
        assert!(!give(&mut room, id, "9", value % 3 + 1));
        room.pass(TimeDelta::days(1));
        assert!(give(&mut room, id, "9", value), "{value}, on the next day");
        assert!(!give(&mut room, id, "9", value));
    }
}

#[test]
fn the_same_answer_given_again_offers_nothing() {
    let mut room = room();
    let id = begun(&mut room, "phq-9");
    assert!(give(&mut room, id, "9", 2));
    for finished in [false, true] {
        if finished {
            finish(&mut room, id, 2);
        }
        room.pass(TimeDelta::days(1));
        assert!(!give(&mut room, id, "9", 2), "finished: {finished}");
        assert!(give(&mut room, id, "9", 1), "it has changed");
        give(&mut room, id, "9", 2);
    }
}

#[test]
fn it_is_once_a_day_also_for_another_assessment() {
    let mut room = room();
    let first = begun(&mut room, "phq-9");
    assert!(give(&mut room, first, "9", 1));
    fill(&mut room, first, 1);
    try_finish(&mut room, first).unwrap();
    let second = begun(&mut room, "phq-9");
    assert_ne!(first, second);
    assert!(!give(&mut room, second, "9", 3));
}

#[test]
fn changing_a_finished_one_offers_help_too() {
    let mut room = room();
    let id = begun(&mut room, "phq-9");
    finish(&mut room, id, 0);
    assert!(give(&mut room, id, "9", 1));
    assert_eq!(look(&room, id).score, Some(1));
}

#[test]
fn taking_the_answer_back_offers_nothing_and_another_day_is_another_day() {
    let mut room = room();
    room.now = at("2026-11-23T04:59:00Z", chrono_tz::America::New_York);
    let id = begun(&mut room, "phq-9");
    assert!(give(&mut room, id, "9", 2));
    assert!(!try_give(&mut room, id, "9", None).unwrap());
    assert!(!give(&mut room, id, "9", 2));
    room.pass(TimeDelta::minutes(1));
    assert!(!try_give(&mut room, id, "9", None).unwrap());
    assert!(
        give(&mut room, id, "9", 2),
        "midnight in New York has passed"
    );
}

#[test]
fn no_other_answer_of_any_instrument_ever_does() {
    let mut room = room();
    for of in ALL {
        let started = start(&mut room, of);
        if started.gate.is_some() {
            assert!(!give(&mut room, started.id, "gate", 1));
        }
        for item in &started.items {
            for option in &item.options {
                if (of, item.id.as_str()) != ("phq-9", "9") {
                    let offered = give(&mut room, started.id, &item.id, option.value);
                    assert!(!offered, "{of} {} {}", item.id, option.value);
                }
            }
        }
    }
}

#[test]
fn what_is_refused_offers_nothing_and_uses_up_nothing() {
    let mut room = room();
    let id = begun(&mut room, "phq-9");
    assert!(try_give(&mut room, id, "9", Some(4)).is_err());
    assert!(give(&mut room, id, "9", 1));
}
