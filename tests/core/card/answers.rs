//! What a row of each kind takes for an answer.

use evenkeel_core::card::{CardSaveRequest, CardValue, ItemId};
use evenkeel_core::content::{ItemKind, Section};
use evenkeel_core::error::ErrorCode;

use super::{TODAY, day, number, own, room, text};
use crate::fixture::assert_code;
use crate::practising::{Room, json};

const KINDS: [ItemKind; 5] = [
    ItemKind::Scale,
    ItemKind::Count,
    ItemKind::YesNo,
    ItemKind::Hours,
    ItemKind::Text,
];

/// A row of each kind, in the order of [`KINDS`].
fn of_each_kind(room: &mut Room) -> [ItemId; 5] {
    KINDS.map(|kind| {
        let set = room.save_row(&own(Section::Body, kind, "A row"));
        set.items.last().unwrap().id
    })
}

fn with(values: Vec<CardValue>) -> CardSaveRequest {
    CardSaveRequest {
        values,
        ..day(TODAY)
    }
}

#[test]
fn each_kind_takes_its_own_answers_and_gives_them_back() {
    let mut room = room();
    let [scale, count, yes_no, hours, words] = of_each_kind(&mut room);
    let halves = (0..=48).map(|half| f64::from(half) / 2.0);
    let taken: Vec<CardValue> = (0..=5)
        .map(|value| number(scale, value.into()))
        .chain((0..=99).map(|value| number(count, value.into())))
        .chain((0..=1).map(|value| number(yes_no, value.into())))
        .chain(halves.map(|value| number(hours, value)))
        .chain(["2 glasses", "🍵 <b>tea</b>", "0", " x "].map(|value| text(words, value)))
        .collect();
    for value in taken {
        let saved = room.fill(&with(vec![value.clone()]));
        assert_eq!(json(&saved.card.values), json(&[value]));
    }
    let saved = room.fill(&with(vec![
        text(words, "two"),
        number(hours, 7.5),
        number(scale, 0.0),
        number(count, 12.0),
        number(yes_no, 0.0),
    ]));
    let expected = serde_json::json!([
        {"item": scale, "number": 0.0, "text": null},
        {"item": count, "number": 12.0, "text": null},
        {"item": yes_no, "number": 0.0, "text": null},
        {"item": hours, "number": 7.5, "text": null},
        {"item": words, "number": null, "text": "two"},
    ]);
    assert_eq!(json(&saved.card.values), expected);
    let mut room = room.reopened();
    assert_eq!(json(&room.card(TODAY).values), expected);
}

#[test]
fn what_a_row_cannot_have_is_refused_and_the_old_card_stays_whole() {
    let mut room = room();
    let [scale, count, yes_no, hours, words] = of_each_kind(&mut room);
    let kept = CardSaveRequest {
        values: vec![number(scale, 3.0), text(words, "kept")],
        skills: vec!["float".to_owned()],
        skills_code: Some(5),
        note: "Kept.".to_owned(),
        ..day(TODAY)
    };
    let before = json(&room.fill(&kept).card);
    let mut refused = Vec::new();
    let numbers: [(ItemId, &[f64]); 4] = [
        (scale, &[-1.0, 6.0, 2.5, 5.000_001]),
        (count, &[-1.0, 100.0, 0.5, 1e300]),
        (yes_no, &[-1.0, 2.0, 0.5]),
        (hours, &[-0.5, 24.5, 0.25, 7.3]),
    ];
    for (item, numbers) in numbers {
        let odd = [f64::NAN, f64::INFINITY, f64::NEG_INFINITY];
        refused.extend(numbers.iter().chain(&odd).map(|value| number(item, *value)));
        refused.push(text(item, "3"));
        let both = CardValue {
            text: Some("3".to_owned()),
            ..number(item, 1.0)
        };
        refused.push(both);
    }
    refused.extend(["", "  ", "\n\t"].map(|value| text(words, value)));
    refused.push(number(words, 1.0));
    refused.push(CardValue {
        number: Some(1.0),
        ..text(words, "one")
    });
    for item in [scale, count, yes_no, hours, words] {
        refused.push(CardValue {
            item,
            number: None,
            text: None,
        });
    }
    for value in refused {
        let shown = json(&value);
        let request = CardSaveRequest {
            note: "Not kept.".to_owned(),
            skills_code: Some(1),
            ..with(vec![number(yes_no, 1.0), value])
        };
        assert_code(room.try_fill(&request), ErrorCode::Invalid);
        assert_eq!(json(&room.card(TODAY)), before, "after {shown}");
    }
}

#[test]
fn a_row_that_is_not_there_or_is_there_twice_is_refused() {
    let mut room = room();
    let [scale, ..] = of_each_kind(&mut room);
    let unknown = with(vec![number(scale, 1.0), number(9_999, 1.0)]);
    assert_code(room.try_fill(&unknown), ErrorCode::NotFound);
    let twice = with(vec![number(scale, 1.0), number(scale, 2.0)]);
    assert_code(room.try_fill(&twice), ErrorCode::Invalid);
    assert!(!room.card(TODAY).filled, "not a trace of it is kept");
}

#[test]
fn the_use_code_is_one_of_eight() {
    let mut room = room();
    let coded = |code| CardSaveRequest {
        skills_code: Some(code),
        ..day(TODAY)
    };
    for code in 0..=7 {
        assert_eq!(room.fill(&coded(code)).card.skills_code, Some(code));
    }
    for code in [8, 9, u8::MAX] {
        assert_code(room.try_fill(&coded(code)), ErrorCode::Invalid);
    }
    assert_eq!(room.card(TODAY).skills_code, Some(7));
    assert_eq!(room.fill(&day(TODAY)).card.skills_code, None);
}

#[test]
fn an_urge_and_an_action_are_two_rows_and_one_says_nothing_of_the_other() {
    let mut room = room();
    let urge = room.row("Urge to use substances").id;
    let action = room.row("Used a substance").id;
    for (urge_was, acted) in [(0.0, 1.0), (5.0, 0.0), (0.0, 0.0), (5.0, 1.0)] {
        let saved = room.fill(&with(vec![number(urge, urge_was), number(action, acted)]));
        let expected = [number(urge, urge_was), number(action, acted)];
        assert_eq!(json(&saved.card.values), json(&expected));
    }
    let saved = room.fill(&with(vec![number(action, 1.0)]));
    assert_eq!(
        json(&saved.card.values),
        json(&[number(action, 1.0)]),
        "an action without an urge"
    );
}

#[test]
fn no_answer_is_no_zero() {
    let mut room = room();
    let anger = room.row("Anger").id;
    let zero = room.fill(&with(vec![number(anger, 0.0)]));
    assert_eq!(zero.card.values.len(), 1);
    let none = room.fill(&with(vec![]));
    assert!(none.card.values.is_empty() && none.card.filled);
}
