//! What an old card says, no change of the set changes.

use std::collections::BTreeMap;

use evenkeel_core::card::{self, CardItemSaveRequest, CardSaveRequest, CardView};
use evenkeel_core::content::{ItemKind, Section, Switch};
use proptest::prelude::*;
use serde_json::Value;

use super::{TODAY, day, names, number, own, renamed, room, text};
use crate::practising::Room;

#[test]
fn an_old_card_shows_the_row_it_was_filled_in_with_and_not_its_follower() {
    let mut room = room();
    room.fill_in("2026-11-19", &[("Fear", 3.0), ("Anger", 1.0)]);
    let fear = room.row("Fear");
    room.save_row(&renamed(&fear, "Dread"));
    room.fill_in("2026-11-20", &[("Dread", 4.0)]);
    let dread = room.row("Dread");
    room.save_row(&renamed(&dread, "Panic"));
    for (date, there) in [
        ("2026-11-19", "Fear"),
        ("2026-11-20", "Dread"),
        ("2026-11-21", "Panic"),
    ] {
        let card = room.card(date);
        let shown = names(&card.items);
        for name in ["Fear", "Dread", "Panic"] {
            assert_eq!(shown.contains(&name), name == there, "{name} on {date}");
        }
    }
    let card = room.card("2026-11-19");
    let emotions: Vec<_> = names(&card.items).into_iter().take(3).collect();
    assert_eq!(emotions, ["Anger", "Fear", "Sadness"], "in its old place");
    assert_eq!(room.card("2026-11-20").values[0].item, dread.id);
}

#[test]
fn an_old_card_that_is_saved_again_keeps_its_rows() {
    let mut room = room();
    room.fill_in("2026-11-19", &[("Fear", 3.0)]);
    let fear = room.row("Fear");
    room.save_row(&renamed(&fear, "Dread"));
    let request = CardSaveRequest {
        values: vec![number(fear.id, 5.0)],
        ..day("2026-11-19")
    };
    let card = room.fill(&request).card;
    let item = card.items.iter().find(|item| item.id == fear.id).unwrap();
    assert_eq!(item.name, "Fear");
    assert!(!names(&card.items).contains(&"Dread"));
    let emptied = room.fill(&day("2026-11-19")).card;
    assert!(
        names(&emptied.items).contains(&"Dread"),
        "without an answer it is a card of today"
    );
    assert!(!names(&emptied.items).contains(&"Fear"));
}

#[test]
fn a_hidden_row_stays_on_the_cards_that_have_it() {
    let mut room = room();
    room.fill_in("2026-11-19", &[("Shame", 2.0)]);
    let id = room.row("Shame").id;
    card::hide(room.open.database_mut(), id, true).unwrap();
    assert!(names(&room.card("2026-11-19").items).contains(&"Shame"));
    assert!(!names(&room.card(TODAY).items).contains(&"Shame"));
}

/// A new unit or another direction is another meaning, as a new name is.
#[test]
fn unit_and_direction_of_an_old_card_stay() {
    let mut room = room();
    let made = CardItemSaveRequest {
        unit: Some("glasses".to_owned()),
        effective: Some(false),
        ..own(Section::Actions, ItemKind::Count, "Drank")
    };
    room.save_row(&made);
    room.fill_in("2026-11-19", &[("Drank", 3.0)]);
    let row = room.row("Drank");
    let change = CardItemSaveRequest {
        unit: Some("bottles".to_owned()),
        effective: Some(true),
        ..renamed(&row, "Drank")
    };
    room.save_row(&change);
    let shown = |room: &mut Room, date: &str| {
        let items = room.card(date).items.into_iter();
        let rows = items.filter(|item| item.name == "Drank");
        rows.map(|item| (item.unit, item.effective))
            .collect::<Vec<_>>()
    };
    assert_eq!(
        shown(&mut room, "2026-11-19"),
        [(Some("glasses".to_owned()), Some(false))]
    );
    assert_eq!(
        shown(&mut room, TODAY),
        [(Some("bottles".to_owned()), Some(true))]
    );
}

/// Something that can be done; numbers pick a row, a day, a value among those there are.
#[derive(Debug, Clone)]
enum Doing {
    Fill {
        day: u8,
        rows: u64,
        value: u8,
    },
    Rename {
        row: usize,
        name: u8,
    },
    Unit {
        row: usize,
        unit: Option<u8>,
    },
    Direction {
        row: usize,
        effective: Option<bool>,
    },
    Hide {
        row: usize,
        hidden: bool,
    },
    Move {
        row: usize,
        by: i8,
    },
    Switch {
        eating: bool,
        on: bool,
    },
    Offered {
        row: usize,
    },
    Own {
        section: usize,
        kind: usize,
        name: u8,
    },
}

const SECTIONS: [Section; 8] = [
    Section::Emotions,
    Section::Urges,
    Section::Actions,
    Section::Body,
    Section::Medicine,
    Section::Substances,
    Section::Please,
    Section::Session,
];
const KINDS: [ItemKind; 5] = [
    ItemKind::Scale,
    ItemKind::Count,
    ItemKind::YesNo,
    ItemKind::Hours,
    ItemKind::Text,
];

fn doing() -> impl Strategy<Value = Doing> {
    let row = any::<usize>();
    prop_oneof![
        4 => (0..6_u8, any::<u64>(), any::<u8>())
            .prop_map(|(day, rows, value)| Doing::Fill { day, rows, value }),
        4 => (row, any::<u8>()).prop_map(|(row, name)| Doing::Rename { row, name }),
        2 => (row, any::<Option<u8>>()).prop_map(|(row, unit)| Doing::Unit { row, unit }),
        1 => (row, any::<Option<bool>>())
            .prop_map(|(row, effective)| Doing::Direction { row, effective }),
        2 => (row, any::<bool>()).prop_map(|(row, hidden)| Doing::Hide { row, hidden }),
        2 => (row, any::<i8>()).prop_map(|(row, by)| Doing::Move { row, by }),
        1 => (any::<bool>(), any::<bool>())
            .prop_map(|(eating, on)| Doing::Switch { eating, on }),
        1 => row.prop_map(|row| Doing::Offered { row }),
        1 => (row, row, any::<u8>())
            .prop_map(|(section, kind, name)| Doing::Own { section, kind, name }),
    ]
}

/// What a card says: each answered row with its answer, by id.
fn said(card: &CardView) -> Vec<Value> {
    let of_row = |value: &card::CardValue| {
        let item = card.items.iter().find(|item| item.id == value.item);
        let item = item.expect("an answered row is on its card");
        serde_json::json!({
            "value": value, "section": item.section, "kind": item.kind, "name": item.name,
            "unit": item.unit, "low": item.low, "high": item.high, "effective": item.effective,
        })
    };
    card.values.iter().map(of_row).collect()
}

/// Answers some of the rows that the card of the day shows, as a person sees them.
fn fill(room: &mut Room, date: &str, rows: u64, value: u8) -> Vec<Value> {
    let value = u32::from(value);
    let shown = room.card(date).items.into_iter().enumerate();
    let picked = shown.filter(|(place, _)| (rows >> (place % 64)) & 1 == 1);
    let values = picked.map(|(_, item)| match item.kind {
        ItemKind::Scale => number(item.id, f64::from(value % 6)),
        ItemKind::Count => number(item.id, f64::from(value % 100)),
        ItemKind::YesNo => number(item.id, f64::from(value % 2)),
        ItemKind::Hours => number(item.id, f64::from(value % 49) / 2.0),
        ItemKind::Text => text(item.id, &format!("words {value}")),
    });
    let request = CardSaveRequest {
        values: values.collect(),
        ..day(date)
    };
    said(&room.fill(&request).card)
}

fn do_one(room: &mut Room, doing: Doing, cards: &mut BTreeMap<String, Vec<Value>>) {
    let set = room.set();
    let item = |row: usize| set.items[row % set.items.len()].clone();
    let database = room.open.database_mut();
    match doing {
        Doing::Fill { day, rows, value } => {
            let date = format!("2026-11-{}", 15 + day);
            let filled = fill(room, &date, rows, value);
            cards.insert(date, filled);
        }
        Doing::Rename { row, name } => {
            let request = renamed(&item(row), &format!("Name {}", name % 20));
            card::save_item(database, &request).unwrap();
        }
        Doing::Unit { row, unit } => {
            let item = item(row);
            let request = CardItemSaveRequest {
                unit: unit.map(|unit| format!("unit {}", unit % 5)),
                ..renamed(&item, &item.name)
            };
            card::save_item(database, &request).unwrap();
        }
        Doing::Direction { row, effective } => {
            let item = item(row);
            let request = CardItemSaveRequest {
                effective,
                ..renamed(&item, &item.name)
            };
            card::save_item(database, &request).unwrap();
        }
        Doing::Hide { row, hidden } => {
            card::hide(database, item(row).id, hidden).unwrap();
        }
        Doing::Move { row, by } => {
            card::turn(database, item(row).id, by).unwrap();
        }
        Doing::Switch { eating, on } => {
            let which = if eating {
                Switch::Eating
            } else {
                Switch::Exercise
            };
            card::switch(database, which, on).unwrap();
        }
        Doing::Offered { row } => {
            if !set.offered.is_empty() {
                let key = &set.offered[row % set.offered.len()].key;
                card::add(database, key).unwrap();
            }
        }
        Doing::Own {
            section,
            kind,
            name,
        } => {
            let (section, kind) = (
                SECTIONS[section % SECTIONS.len()],
                KINDS[kind % KINDS.len()],
            );
            card::save_item(database, &own(section, kind, &format!("Own {name}"))).unwrap();
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 40, ..ProptestConfig::default() })]

    #[test]
    fn no_change_of_the_set_changes_what_an_old_card_says(
        doings in proptest::collection::vec(doing(), 1..25),
    ) {
        let mut room = room();
        let mut cards = BTreeMap::new();
        for doing in doings {
            let shown = format!("{doing:?}");
            do_one(&mut room, doing, &mut cards);
            for (date, before) in &cards {
                prop_assert_eq!(&said(&room.card(date)), before, "{} after {}", date, shown);
            }
        }
        let mut room = room.reopened();
        let week = card::week(room.open.database_mut(), &room.library, "2026-11-15").unwrap();
        for (place, day) in week.days.iter().enumerate() {
            let rows = week.rows.iter().filter(|row| row.cells[place].is_some());
            let mut ids: Vec<_> = rows.map(|row| row.item.id).collect();
            ids.sort_unstable();
            let answered: Vec<_> = room.card(&day.date).values.iter().map(|one| one.item).collect();
            prop_assert_eq!(ids, answered, "the week says of {} what its card says", day.date);
        }
    }
}
