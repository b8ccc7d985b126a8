//! The rows of the card, as the participant wants them.

use evenkeel_core::card::{self, CardItemSaveRequest, CardSetView};
use evenkeel_core::content::{CardRows, ItemKind, Section, Switch};
use evenkeel_core::error::ErrorCode;

use super::{TODAY, names, own, renamed, room};
use crate::fixture::assert_code;
use crate::practising::{Room, json};

/// Names of a section of the set, with `-` before hidden ones.
fn section(set: &CardSetView, section: Section) -> Vec<String> {
    let items = set.items.iter().filter(|item| item.section == section);
    items
        .map(|item| format!("{}{}", if item.hidden { "-" } else { "" }, item.name))
        .collect()
}

fn hide(room: &mut Room, name: &str, hidden: bool) -> CardSetView {
    let id = room.row(name).id;
    card::hide(room.open.database_mut(), id, hidden).unwrap()
}

fn turn(room: &mut Room, name: &str, by: i8) -> CardSetView {
    let id = room.row(name).id;
    card::turn(room.open.database_mut(), id, by).unwrap()
}

fn switch(room: &mut Room, switch: Switch, on: bool) -> CardSetView {
    card::switch(room.open.database_mut(), switch, on).unwrap()
}

/// The names on the card of today.
fn on_card(room: &mut Room) -> Vec<String> {
    let items = room.card(TODAY).items.into_iter();
    items.map(|item| item.name).collect()
}

#[test]
fn the_start_set_is_that_of_the_file_in_its_order_and_is_made_once() {
    let mut room = Room::with(&[]);
    let (start, offered): (Vec<_>, Vec<_>) = CardRows::bundled()
        .unwrap()
        .items
        .into_iter()
        .partition(|row| row.start);
    for _ in 0..3 {
        let set = room.set();
        let names: Vec<_> = set.items.iter().map(|item| &item.name).collect();
        assert_eq!(names, start.iter().map(|row| &row.name).collect::<Vec<_>>());
        let keys: Vec<_> = set.offered.iter().map(|row| &row.key).collect();
        assert_eq!(keys, offered.iter().map(|row| &row.key).collect::<Vec<_>>());
        assert!(set.items.iter().all(|item| !item.hidden && !item.used));
        assert!(set.switches.iter().all(|switch| switch.on) && set.switches.len() == 2);
        room = room.reopened();
    }
}

#[test]
fn the_first_look_may_be_a_card_a_week_or_a_change() {
    let count = Room::with(&[]).set().items.len();
    let looks: [fn(&mut Room) -> usize; 4] = [
        |_| 0,
        |room| {
            room.card(TODAY);
            0
        },
        |room| {
            room.save_row(&own(Section::Body, ItemKind::Scale, "Own"));
            1
        },
        |room| {
            card::add(room.open.database_mut(), "emotion-envy").unwrap();
            1
        },
    ];
    for look in looks {
        let mut room = Room::with(&[]);
        let more = look(&mut room);
        assert_eq!(room.set().items.len(), count + more);
    }
}

#[test]
fn a_set_with_everything_hidden_stays_hidden() {
    let mut room = room();
    for item in room.set().items {
        card::hide(room.open.database_mut(), item.id, true).unwrap();
    }
    let mut room = room.reopened();
    assert!(room.set().items.iter().all(|item| item.hidden));
    assert!(on_card(&mut room).is_empty(), "every row can be hidden");
}

#[test]
fn a_row_of_ones_own_comes_last_and_has_what_was_said() {
    let mut room = room();
    let request = CardItemSaveRequest {
        unit: Some(" calls ".to_owned()),
        effective: Some(true),
        ..own(Section::Actions, ItemKind::Count, "  Called a friend ")
    };
    let set = room.save_row(&request);
    let id = set.items.last().unwrap().id;
    let expected = serde_json::json!({
        "id": id, "key": null, "section": "actions", "kind": "count", "name": "Called a friend",
        "unit": "calls", "low": "", "high": "", "effective": true, "hidden": false, "used": false,
        "switch": null,
    });
    assert_eq!(json(set.items.last().unwrap()), expected);
    let blank = CardItemSaveRequest {
        unit: Some("  ".to_owned()),
        ..own(Section::Body, ItemKind::Count, "Steps")
    };
    assert_eq!(room.save_row(&blank).items.last().unwrap().unit, None);
    for name in ["", " \n"] {
        let nameless = own(Section::Body, ItemKind::Scale, name);
        let saved = card::save_item(room.open.database_mut(), &nameless);
        assert_code(saved, ErrorCode::Invalid);
    }
}

#[test]
fn a_row_without_values_is_changed_as_it_stands() {
    let mut room = room();
    let row = room.row("Anger");
    let set = room.save_row(&renamed(&row, "Rage"));
    let item = set.items.iter().find(|item| item.name == "Rage").unwrap();
    assert_eq!(
        (item.id, item.key.as_deref()),
        (row.id, Some("emotion-anger"))
    );
    assert!(!names(&set.items).contains(&"Anger"));
}

#[test]
fn a_row_with_values_is_followed_by_one_in_its_place() {
    let mut room = room();
    let row = room.row("Fear");
    room.fill_in(TODAY, &[("Fear", 3.0)]);
    let before = names(&room.set().items).join("/");
    assert!(room.row("Fear").used);
    let set = room.save_row(&renamed(&row, "Dread"));
    assert_eq!(names(&set.items).join("/"), before.replace("Fear", "Dread"));
    let item = set.items.iter().find(|item| item.name == "Dread").unwrap();
    assert_ne!(item.id, row.id);
    assert!(!item.used && !item.hidden && item.key.as_deref() == Some("emotion-fear"));
    assert_eq!((&item.low, &item.high), (&row.low, &row.high));
    assert!(set.offered.iter().all(|row| row.key != "emotion-fear"));
    let again = room.save_row(&renamed(item, "Worry"));
    let ids: Vec<_> = again.items.iter().map(|item| item.id).collect();
    assert!(ids.contains(&item.id), "the follower has no values yet");
}

#[test]
fn saving_a_row_as_it_is_changes_nothing() {
    let mut room = room();
    room.fill_in(TODAY, &[("Fear", 3.0)]);
    let row = room.row("Fear");
    let before = json(&room.set());
    assert_eq!(json(&room.save_row(&renamed(&row, " Fear "))), before);
}

#[test]
fn section_and_kind_of_a_row_stay() {
    let mut room = room();
    let row = room.row("Anger");
    let request = CardItemSaveRequest {
        section: Section::Body,
        kind: ItemKind::Text,
        ..renamed(&row, "Rage")
    };
    room.save_row(&request);
    let changed = room.row("Rage");
    assert_eq!(
        (changed.section, changed.kind),
        (Section::Emotions, ItemKind::Scale)
    );
}

#[test]
fn a_row_that_another_follows_cannot_be_changed_or_shown_again() {
    let mut room = room();
    room.fill_in(TODAY, &[("Fear", 3.0)]);
    let old = room.row("Fear");
    room.save_row(&renamed(&old, "Dread"));
    let database = room.open.database_mut();
    assert_code(card::hide(database, old.id, false), ErrorCode::NotFound);
    assert_code(card::turn(database, old.id, 1), ErrorCode::NotFound);
    let again = card::save_item(database, &renamed(&old, "Panic"));
    assert_code(again, ErrorCode::NotFound);
    assert_code(card::hide(database, 9_999, true), ErrorCode::NotFound);
    assert_code(card::turn(database, 9_999, 1), ErrorCode::NotFound);
    assert_code(card::add(database, "no-such-row"), ErrorCode::NotFound);
}

#[test]
fn rows_of_the_file_are_added_once_and_shown_again() {
    let mut room = room();
    let set = card::add(room.open.database_mut(), "emotion-envy").unwrap();
    assert_eq!(set.items.last().unwrap().name, "Envy");
    assert!(set.offered.iter().all(|row| row.key != "emotion-envy"));
    let again = card::add(room.open.database_mut(), "emotion-envy").unwrap();
    assert_eq!(json(&again), json(&set));
    hide(&mut room, "Envy", true);
    let shown = card::add(room.open.database_mut(), "emotion-envy").unwrap();
    assert_eq!(json(&shown), json(&set));
}

#[test]
fn a_hidden_row_leaves_the_card_and_keeps_its_place_in_the_set() {
    let mut room = room();
    let before = section(&room.set(), Section::Emotions);
    let hidden = section(&hide(&mut room, "Shame", true), Section::Emotions);
    assert_eq!(
        hidden,
        ["Anger", "Fear", "Sadness", "-Shame", "Guilt", "Joy"]
    );
    assert!(!on_card(&mut room).contains(&"Shame".to_owned()));
    assert_eq!(
        section(&hide(&mut room, "Shame", false), Section::Emotions),
        before
    );
    assert!(on_card(&mut room).contains(&"Shame".to_owned()));
}

#[test]
fn rows_move_within_their_section_and_stop_at_its_ends() {
    let mut room = room();
    let emotions = |set: &CardSetView| section(set, Section::Emotions).join(" ");
    assert_eq!(
        emotions(&turn(&mut room, "Fear", -1)),
        "Fear Anger Sadness Shame Guilt Joy"
    );
    assert_eq!(
        emotions(&turn(&mut room, "Fear", -1)),
        "Fear Anger Sadness Shame Guilt Joy"
    );
    assert_eq!(
        emotions(&turn(&mut room, "Fear", 1)),
        "Anger Fear Sadness Shame Guilt Joy"
    );
    assert_eq!(
        emotions(&turn(&mut room, "Joy", 1)),
        "Anger Fear Sadness Shame Guilt Joy"
    );
    assert_eq!(
        emotions(&turn(&mut room, "Joy", i8::MIN)),
        "Anger Fear Sadness Shame Joy Guilt"
    );
    assert_eq!(
        emotions(&turn(&mut room, "Joy", 0)),
        "Anger Fear Sadness Shame Joy Guilt"
    );
    card::add(room.open.database_mut(), "emotion-hope").unwrap();
    let set = turn(&mut room, "Hope", -1);
    assert_eq!(
        emotions(&set),
        "Anger Fear Sadness Shame Joy Hope Guilt",
        "past the rows of other sections"
    );
    let others = |set: &CardSetView| section(set, Section::Urges);
    assert_eq!(others(&set), others(&room.reopened().set()));
}

#[test]
fn one_switch_hides_all_its_rows_and_brings_back_those_that_were_shown() {
    let mut room = room();
    for key in ["urge-binge", "action-binged"] {
        card::add(room.open.database_mut(), key).unwrap();
    }
    hide(&mut room, "Binged", true);
    let eating = ["Urge to binge", "Ate regular meals"];
    let shown = |room: &mut Room| {
        let on_card = on_card(room);
        let is_there = |name: &&&str| on_card.iter().any(|row| row == **name);
        let all = [eating[0], eating[1], "Binged", "Moved my body"];
        all.iter().filter(is_there).copied().collect::<Vec<_>>()
    };
    assert_eq!(shown(&mut room), [eating[0], eating[1], "Moved my body"]);
    let set = switch(&mut room, Switch::Eating, false);
    let states: Vec<_> = set
        .switches
        .iter()
        .map(|one| (one.switch, one.on))
        .collect();
    assert_eq!(states, [(Switch::Eating, false), (Switch::Exercise, true)]);
    assert_eq!(shown(&mut room), ["Moved my body"]);
    switch(&mut room, Switch::Exercise, false);
    assert!(shown(&mut room).is_empty());
    let mut room = room.reopened();
    assert!(shown(&mut room).is_empty());
    switch(&mut room, Switch::Eating, true);
    assert_eq!(
        shown(&mut room),
        eating,
        "what was hidden by itself stays so"
    );
}

#[test]
fn a_switch_hides_no_answer_that_was_given() {
    let mut room = room();
    room.fill_in("2026-11-20", &[("Ate regular meals", 1.0)]);
    switch(&mut room, Switch::Eating, false);
    let old = room.card("2026-11-20");
    assert!(names(&old.items).contains(&"Ate regular meals"));
    assert_eq!(old.values.len(), 1);
    assert!(!names(&room.card(TODAY).items).contains(&"Ate regular meals"));
}
