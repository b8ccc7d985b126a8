use chrono::TimeDelta;
use evenkeel_core::time::Now;

use crate::fixture::{files_of, made, made_with_entries, now};

#[test]
fn there_is_one_snapshot_a_day_and_it_is_private_and_encrypted() {
    let made = made_with_entries(3);
    let open = made.unlock().unwrap();
    assert!(open.snapshot_if_due(&now()).unwrap());
    assert!(!open.snapshot_if_due(&now()).unwrap(), "today has one");
    let tomorrow = Now {
        instant: now().instant + TimeDelta::days(1),
        ..now()
    };
    assert!(open.snapshot_if_due(&tomorrow).unwrap());
    let snapshots = files_of(&made.path("snapshots"));
    assert_eq!(snapshots.len(), 2);
    for bytes in snapshots.values() {
        assert!(!bytes.starts_with(b"SQLite format 3"));
        assert!(!bytes.windows(5).any(|window| window == b"entry"));
    }
}

#[test]
fn a_snapshot_holds_what_was_there_when_it_was_made() {
    let made = made_with_entries(12);
    let open = made.unlock().unwrap();
    open.snapshot_if_due(&now()).unwrap();
    open.close().unwrap();
    let (path, _) = files_of(&made.path("snapshots")).pop_first().unwrap();
    std::fs::copy(path, made.path("vault.db")).unwrap();
    assert_eq!(crate::fixture::titles(&made.unlock().unwrap()).len(), 12);
}

#[test]
fn an_unfinished_snapshot_is_never_counted_and_is_made_again() {
    let made = made();
    std::fs::create_dir(made.path("snapshots")).unwrap();
    std::fs::write(made.path("snapshots/unfinished"), b"half").unwrap();
    let open = made.unlock().unwrap();
    assert_eq!(open.newest_snapshot(), None);
    assert!(open.snapshot_if_due(&now()).unwrap());
    assert!(!made.path("snapshots/unfinished").exists());
}
