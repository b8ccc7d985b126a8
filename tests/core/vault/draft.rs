use evenkeel_core::error::ErrorCode;
use evenkeel_core::journal::{self, JournalSaveRequest};
use evenkeel_core::random::OsRandom;

use crate::fixture::{assert_code, entry, found, made, now, save, titles};

#[test]
fn a_draft_kept_in_the_folder_is_an_entry_after_the_next_unlock() {
    let made = made();
    let open = made.unlock().unwrap();
    let draft = entry("Unsaved", "The tide went out past the second marker.");
    let sealed = open.seal_draft(&draft, &mut OsRandom, &now()).unwrap();
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
    let sealed = open.seal_draft(&draft, &mut OsRandom, &now()).unwrap();
    assert_eq!(open.restore_draft(&sealed, &now()).unwrap(), id);
    assert_eq!(
        journal::read(open.database(), id).unwrap().body,
        "Later words."
    );

    journal::trash(open.database_mut(), id, &now()).unwrap();
    journal::delete(open.database_mut(), id).unwrap();
    let restored = open.restore_draft(&sealed, &now()).unwrap();
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
    let sealed = open.seal_draft(&draft, &mut OsRandom, &now()).unwrap();
    let later = evenkeel_core::time::Now {
        instant: now().instant + chrono::TimeDelta::minutes(5),
        ..now()
    };
    let change = JournalSaveRequest {
        id: Some(id),
        ..entry("Twice", "Later words.")
    };
    journal::save(open.database_mut(), &change, &later).unwrap();
    let restored = open.restore_draft(&sealed, &later).unwrap();
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
        .seal_draft(&entry("", "x"), &mut OsRandom, &now())
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
