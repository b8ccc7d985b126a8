use evenkeel_core::card::{self, CardSaveRequest, CardValue};
use evenkeel_core::content::Library;
use evenkeel_core::error::ErrorCode;
use evenkeel_core::journal::{self, JournalSaveRequest};
use evenkeel_core::practice::{self, PracticeAnswerRequest};
use evenkeel_core::random::OsRandom;
use evenkeel_core::vault::Unsaved;

use crate::fixture::{assert_code, entry, found, made, now, save, titles};
use crate::practising::{Room, skill_file, text};

fn page(entry: &JournalSaveRequest) -> Unsaved {
    Unsaved {
        entry: Some(entry.clone()),
        ..Unsaved::default()
    }
}

#[test]
fn a_draft_kept_in_the_folder_is_an_entry_after_the_next_unlock() {
    let made = made();
    let open = made.unlock().unwrap();
    let draft = entry("Unsaved", "The tide went out past the second marker.");
    let sealed = open
        .seal_draft(&page(&draft), &mut OsRandom, &now())
        .unwrap();
    open.close().unwrap();
    made.vault().keep_draft(&sealed).unwrap();
    let kept = std::fs::read(made.path("draft.sealed")).unwrap();
    assert!(
        !kept.windows(4).any(|bytes| bytes == b"tide"),
        "sealed, not plain"
    );

    let open = made.unlock().unwrap();
    assert_eq!(found(&open, "tide"), ["Unsaved"]);
    assert!(open.recovered_entry().is_some());
    assert!(!made.path("draft.sealed").exists());
    open.close().unwrap();
    let open = made.unlock().unwrap();
    assert_eq!(
        (titles(&open).len(), open.recovered_entry()),
        (1, None),
        "taken in once"
    );
}

#[test]
fn a_draft_of_an_old_entry_changes_it_and_one_of_a_deleted_entry_becomes_a_new_one() {
    let made = made();
    let mut open = made.unlock().unwrap();
    let id = save(&mut open, &entry("Old", "First words."));
    let draft = JournalSaveRequest {
        id: Some(id),
        ..entry("Old", "Later words.")
    };
    let sealed = open
        .seal_draft(&page(&draft), &mut OsRandom, &now())
        .unwrap();
    assert_eq!(open.restore_draft(&sealed, &now()).unwrap(), Some(id));
    assert_eq!(
        journal::read(open.database(), id).unwrap().body,
        "Later words."
    );

    journal::trash(open.database_mut(), id, &now()).unwrap();
    journal::delete(open.database_mut(), id).unwrap();
    let restored = open.restore_draft(&sealed, &now()).unwrap().unwrap();
    assert_ne!(restored, id);
    assert_eq!(
        journal::read(open.database(), restored).unwrap().body,
        "Later words."
    );
}

#[test]
fn a_draft_never_covers_words_that_were_written_after_it() {
    let made = made();
    let mut open = made.unlock().unwrap();
    let id = save(&mut open, &entry("Twice", "First words."));
    let draft = JournalSaveRequest {
        id: Some(id),
        ..entry("Twice", "Sealed words.")
    };
    let sealed = open
        .seal_draft(&page(&draft), &mut OsRandom, &now())
        .unwrap();
    let later = evenkeel_core::time::Now {
        instant: now().instant + chrono::TimeDelta::minutes(5),
        ..now()
    };
    let change = JournalSaveRequest {
        id: Some(id),
        ..entry("Twice", "Later words.")
    };
    journal::save(open.database_mut(), &change, &later).unwrap();
    let restored = open.restore_draft(&sealed, &later).unwrap().unwrap();
    assert_ne!(restored, id);
    assert_eq!(
        journal::read(open.database(), id).unwrap().body,
        "Later words."
    );
    assert_eq!(
        journal::read(open.database(), restored).unwrap().body,
        "Sealed words."
    );
}

#[test]
fn a_draft_of_another_vault_does_not_open_and_is_kept_beside() {
    let (made, other) = (made(), made());
    let foreign = other
        .unlock()
        .unwrap()
        .seal_draft(&page(&entry("", "x")), &mut OsRandom, &now())
        .unwrap();
    let mut open = made.unlock().unwrap();
    assert_code(open.restore_draft(&foreign, &now()), ErrorCode::WrongKey);
    open.close().unwrap();
    made.vault().keep_draft(&foreign).unwrap();
    made.unlock().unwrap().close().unwrap();
    assert_eq!(
        std::fs::read(made.path("draft.sealed.damaged-1")).unwrap(),
        foreign
    );
}

/// A practice at its only step, and an answer to it that is not saved.
fn unsaved_answer(room: &mut Room, words: &str) -> PracticeAnswerRequest {
    let id = room.start("plan").id;
    room.next(id, "before");
    PracticeAnswerRequest {
        id,
        step: "first".to_owned(),
        answer: Some(text(words)),
    }
}

fn room() -> Room {
    let step = "[[step]]\nid = \"first\"\ntitle = \"First\"\ndo.write = {}";
    Room::with(&[("plan", skill_file("Plan", step))])
}

#[test]
fn a_sealed_answer_is_where_it_belongs_after_the_next_unlock() {
    let mut room = room();
    let answer = unsaved_answer(&mut room, "The tide went out past the second marker.");
    let unsaved = Unsaved {
        entry: Some(entry("Beside it", "A heron stood there.")),
        answer: Some(answer.clone()),
        ..Unsaved::default()
    };
    let sealed = room
        .open
        .seal_draft(&unsaved, &mut OsRandom, &now())
        .unwrap();
    assert!(
        !sealed.windows(4).any(|bytes| bytes == b"tide"),
        "sealed, not plain"
    );
    let room = room.reopened_after(|made| made.vault().keep_draft(&sealed).unwrap());
    assert_eq!(room.found("tide"), [answer.id]);
    assert_eq!(found(&room.open, "heron"), ["Beside it"]);
    assert!(room.open.recovered_entry().is_some());
    assert!(!room.made.path("draft.sealed").exists());
    assert!(room.at(answer.id).answer == answer.answer);
}

#[test]
fn a_sealed_card_is_that_days_card_after_the_next_unlock_and_its_offer_is_still_to_come() {
    let mut room = room();
    let set = card::set(room.open.database_mut()).unwrap();
    let urge = set
        .items
        .iter()
        .find(|item| item.key.as_deref() == Some("urge-suicide"))
        .unwrap();
    let request = CardSaveRequest {
        date: now().date().to_string(),
        values: vec![CardValue {
            item: urge.id,
            number: Some(5.0),
            text: None,
        }],
        skills: Vec::new(),
        skills_code: None,
        why_no_skills: String::new(),
        note: "The tide went out.".to_owned(),
        session_day: false,
    };
    let unsaved = Unsaved {
        card: Some(request.clone()),
        ..Unsaved::default()
    };
    let sealed = room
        .open
        .seal_draft(&unsaved, &mut OsRandom, &now())
        .unwrap();
    let mut room = room.reopened_after(|made| made.vault().keep_draft(&sealed).unwrap());
    let library = Library::bundled().unwrap();
    let saved = card::open(room.open.database_mut(), &library, &request.date).unwrap();
    assert_eq!(saved.note, request.note);
    assert!(saved.values == request.values);
    let again = card::save(room.open.database_mut(), &library, &request, &now()).unwrap();
    assert!(again.offer_help, "nobody has seen one yet");
}

#[test]
fn a_sealed_answer_without_an_entry_recovers_no_entry() {
    let mut room = room();
    let unsaved = Unsaved {
        answer: Some(unsaved_answer(&mut room, "Tide.")),
        ..Unsaved::default()
    };
    room.open.save_unsaved(&unsaved, &now()).unwrap();
    assert_eq!(room.found("tide").len(), 1, "saved at the lock");
    let sealed = room
        .open
        .seal_draft(&unsaved, &mut OsRandom, &now())
        .unwrap();
    assert_eq!(room.open.restore_draft(&sealed, &now()).unwrap(), None);
    assert_eq!(room.open.recovered_entry(), None);
}

/// Whatever has become of the practice, the page that was sealed with the answer is saved.
#[test]
fn an_answer_that_has_no_place_any_more_holds_no_entry_back() {
    let mut room = room();
    let gone = unsaved_answer(&mut room, "Tide.");
    practice::trash(room.open.database_mut(), gone.id, &now()).unwrap();
    practice::delete(room.open.database_mut(), gone.id).unwrap();
    let other = unsaved_answer(&mut room, "Tide.");
    let misplaced = PracticeAnswerRequest {
        step: "nowhere".to_owned(),
        ..other
    };
    for (title, answer) in [("Deleted", gone), ("Misplaced", misplaced)] {
        let unsaved = Unsaved {
            entry: Some(entry(title, "Some words.")),
            answer: Some(answer),
            ..Unsaved::default()
        };
        let sealed = room
            .open
            .seal_draft(&unsaved, &mut OsRandom, &now())
            .unwrap();
        let restored = room.open.restore_draft(&sealed, &now());
        assert!(matches!(restored, Ok(Some(_))), "{title}");
    }
    assert_eq!(titles(&room.open), ["Misplaced", "Deleted"]);
}
