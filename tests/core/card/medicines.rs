use evenkeel_core::card::{self, MedicationView};
use evenkeel_core::error::ErrorCode;

use super::room;
use crate::fixture::assert_code;
use crate::practising::{Room, json};

fn medicine(name: &str) -> MedicationView {
    MedicationView {
        id: None,
        name: name.to_owned(),
        dose: "20 mg".to_owned(),
        times: "mornings".to_owned(),
        prescriber: "Dr. Oak".to_owned(),
        stopped: false,
    }
}

fn save(room: &mut Room, medication: &MedicationView) -> Vec<MedicationView> {
    card::save_medication(room.open.database_mut(), medication).unwrap()
}

fn names(room: &Room) -> Vec<String> {
    let list = card::medications(room.open.database()).unwrap();
    list.into_iter().map(|one| one.name).collect()
}

#[test]
fn a_medicine_is_kept_in_the_persons_own_words() {
    let mut room = room();
    let spaced = MedicationView {
        name: " Tablet \n".to_owned(),
        dose: " half a pill 💊 ".to_owned(),
        prescriber: String::new(),
        ..medicine("")
    };
    let list = save(&mut room, &spaced);
    let expected = serde_json::json!([{
        "id": 1, "name": "Tablet", "dose": "half a pill 💊", "times": "mornings",
        "prescriber": "", "stopped": false,
    }]);
    assert_eq!(json(&list), expected);
    let room = room.reopened();
    assert_eq!(
        json(&card::medications(room.open.database()).unwrap()),
        expected
    );
}

#[test]
fn one_that_was_stopped_comes_after_those_that_are_taken() {
    let mut room = room();
    for name in ["First", "Second", "Third"] {
        save(&mut room, &medicine(name));
    }
    let stopped = MedicationView {
        id: Some(1),
        stopped: true,
        ..medicine("First")
    };
    save(&mut room, &stopped);
    assert_eq!(names(&room), ["Second", "Third", "First"]);
}

#[test]
fn one_without_a_name_is_refused() {
    let mut room = room();
    save(&mut room, &medicine("Tablet"));
    for (id, name) in [(None, ""), (None, " \t"), (Some(1), " ")] {
        let nameless = MedicationView {
            id,
            ..medicine(name)
        };
        let saved = card::save_medication(room.open.database_mut(), &nameless);
        assert_code(saved, ErrorCode::Invalid);
    }
    assert_eq!(names(&room), ["Tablet"]);
}

#[test]
fn one_that_is_gone_is_not_found_and_saving_it_as_new_brings_it_back() {
    let mut room = room();
    let list = save(&mut room, &medicine("Tablet"));
    assert!(
        card::remove(room.open.database_mut(), 1)
            .unwrap()
            .is_empty()
    );
    assert_code(
        card::remove(room.open.database_mut(), 1),
        ErrorCode::NotFound,
    );
    let changed = card::save_medication(room.open.database_mut(), &list[0]);
    assert_code(changed, ErrorCode::NotFound);
    let undone = MedicationView {
        id: None,
        ..list[0].clone()
    };
    let back = save(&mut room, &undone);
    assert_eq!(names(&room), ["Tablet"]);
    assert_ne!(back[0].id, Some(1), "an id is never used again");
}
