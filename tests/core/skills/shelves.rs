//! Favourites, this week's skills, personal menus, and what Today makes of them.

use evenkeel_core::error::{Error, ErrorCode};
use evenkeel_core::skills::{self, Shelf, SkillMenuSaveRequest, SkillShelveRequest, SlotView};

use crate::fixture::assert_code;
use crate::practising::{EVERY_KIND, Room, skill_file, strength};

const ONE_STEP: &str = "[[step]]\nid = \"one\"\ntitle = \"One\"";

fn room() -> Room {
    let file = |name, order: u16| {
        skill_file(name, ONE_STEP).replace("order = 10", &format!("order = {order}"))
    };
    Room::with(&[
        ("a", file("A", 3)),
        ("b", file("B", 2)),
        ("c", file("C", 1)),
        ("every-kind", skill_file("Every kind", EVERY_KIND)),
    ])
}

fn shelve(room: &mut Room, shelf: Shelf, skill: &str, on: bool) -> Result<(), Error> {
    let request = SkillShelveRequest {
        shelf,
        skill: skill.to_owned(),
        on,
    };
    skills::shelve(room.open.database_mut(), &room.library, &request)
}

/// The ids of favourites, and of this week's skills.
fn shelves(room: &Room) -> (Vec<String>, Vec<String>) {
    let view = skills::library(room.open.database(), &room.library).unwrap();
    let ids = |is_there: fn(&skills::SkillCardView) -> bool| {
        let cards = view.skills.iter().filter(|card| is_there(card));
        cards.map(|card| card.id.clone()).collect()
    };
    (ids(|card| card.favourite), ids(|card| card.in_group))
}

#[test]
fn each_shelf_holds_what_was_put_there_until_it_is_taken_down() {
    let mut room = room();
    assert_eq!(shelves(&room), (vec![], vec![]));
    for (shelf, skill, on) in [
        (Shelf::Favourite, "a", true),
        (Shelf::Favourite, "a", true),
        (Shelf::InGroup, "a", true),
        (Shelf::InGroup, "c", true),
        (Shelf::Favourite, "b", true),
        (Shelf::Favourite, "b", false),
        (Shelf::Favourite, "b", false),
    ] {
        shelve(&mut room, shelf, skill, on).unwrap();
    }
    room = room.reopened();
    let expected = (vec!["a".to_owned()], vec!["c".to_owned(), "a".to_owned()]);
    assert_eq!(shelves(&room), expected);
}

#[test]
fn a_skill_that_is_not_there_can_be_taken_down_but_not_put_up() {
    let mut room = room();
    let unknown = shelve(&mut room, Shelf::Favourite, "nothing", true);
    assert_code(unknown, ErrorCode::NotFound);
    shelve(&mut room, Shelf::Favourite, "nothing", false).unwrap();
    shelve(&mut room, Shelf::Favourite, "a", true).unwrap();
    room.library = crate::practising::library(&[("b", skill_file("B", ONE_STEP))]);
    assert_eq!(
        shelves(&room),
        (vec![], vec![]),
        "a newer version without it"
    );
    shelve(&mut room, Shelf::Favourite, "a", false).unwrap();
}

fn save(room: &mut Room, skill: &str, slot: &str, items: &[&str]) -> Result<SlotView, Error> {
    let request = SkillMenuSaveRequest {
        skill: skill.to_owned(),
        slot: slot.to_owned(),
        items: items.iter().map(|item| (*item).to_owned()).collect(),
    };
    skills::save_menu(room.open.database_mut(), &room.library, &request)
}

#[test]
fn a_menu_keeps_the_order_and_drops_what_is_empty() {
    let mut room = room();
    let saved = save(
        &mut room,
        "every-kind",
        "near",
        &[" tea ", "", "  ", "a bath", "tea"],
    );
    assert_eq!(saved.unwrap().items, ["tea", "a bath", "tea"]);
    room = room.reopened();
    let menu = |room: &Room| {
        let view = skills::skill(room.open.database(), &room.library, "every-kind", &room.now);
        view.unwrap().menu
    };
    let shown = menu(&room);
    assert_eq!(shown.len(), 1);
    assert_eq!(
        (shown[0].id.as_str(), shown[0].name.as_str()),
        ("near", "Near")
    );
    assert_eq!(
        (shown[0].ask.as_str(), shown[0].ideas.as_slice()),
        ("What is near?", &["A window".to_owned()][..])
    );
    assert_eq!(shown[0].items, ["tea", "a bath", "tea"]);
    assert!(
        save(&mut room, "every-kind", "near", &[])
            .unwrap()
            .items
            .is_empty()
    );
    assert!(menu(&room)[0].items.is_empty());
}

#[test]
fn a_menu_is_offered_at_the_step_that_asks_for_it_and_nowhere_else() {
    let mut room = room();
    save(&mut room, "every-kind", "near", &["tea"]).unwrap();
    let id = room.start("every-kind").id;
    for (step, offered) in [
        ("choose", vec!["tea"]),
        ("checklist", vec![]),
        ("write", vec![]),
    ] {
        let view = room.try_at(id, Some(step)).unwrap();
        let items: Vec<_> = view.menu.into_iter().flat_map(|slot| slot.items).collect();
        assert_eq!(items, offered, "{step}");
    }
}

#[test]
fn a_menu_that_is_not_there_is_not_found() {
    let mut room = room();
    for (skill, slot) in [("nothing", "near"), ("every-kind", "far"), ("a", "near")] {
        assert_code(save(&mut room, skill, slot, &["x"]), ErrorCode::NotFound);
    }
}

#[test]
fn today_shows_the_newest_half_done_the_group_and_three_to_start() {
    let mut room = room();
    let today =
        |room: &Room| skills::today(room.open.database(), &room.library, &room.now).unwrap();
    let empty = today(&room);
    assert!(empty.unfinished.is_empty() && empty.in_group.is_empty());
    assert_eq!(empty.ready.len(), 3);
    shelve(&mut room, Shelf::InGroup, "b", true).unwrap();
    shelve(&mut room, Shelf::Favourite, "a", true).unwrap();
    let mut begun: Vec<_> = (0..4)
        .map(|_| {
            room.pass(chrono::TimeDelta::minutes(1));
            let id = room.start("c").id;
            room.answer(id, "before", strength(50));
            id
        })
        .collect();
    begun.reverse();
    let view = today(&room);
    let unfinished: Vec<_> = view.unfinished.iter().map(|one| one.id).collect();
    assert_eq!(unfinished, begun[..3]);
    let group: Vec<_> = view.in_group.iter().map(|card| card.id.as_str()).collect();
    assert_eq!(group, ["b"]);
    let ready: Vec<_> = view.ready.iter().map(|one| one.card.id.as_str()).collect();
    assert_eq!(ready[..2], ["a", "b"], "favourites, then this week's");
}
