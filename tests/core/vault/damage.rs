use evenkeel_core::error::{Error, ErrorCode};
use evenkeel_core::vault::UnlockWith;

use crate::fixture::{Made, PASSPHRASE, assert_code, made, made_with_entries, now, titles};

const PAGE: usize = 4096;

/// Unlocks and reads everything, as a person would by scrolling through it all.
fn read_all(made: &Made) -> Result<(), Error> {
    let open = made.unlock()?;
    open.database().verify()
}

fn assert_noticed(made: &Made, bytes: &[u8], what: &str) {
    std::fs::write(made.path("vault.db"), bytes).unwrap();
    match read_all(made) {
        Ok(()) => panic!("{what} was not noticed"),
        Err(error) => assert_eq!(error.code(), ErrorCode::DamagedData, "{what}: {error}"),
    }
    assert_eq!(
        std::fs::read(made.path("vault.db")).unwrap(),
        bytes,
        "{what}: the file was changed"
    );
}

#[test]
fn a_flipped_bit_on_any_page_is_noticed_and_the_file_is_left_alone() {
    let made = made_with_entries(30);
    let whole = std::fs::read(made.path("vault.db")).unwrap();
    for page in 0..whole.len() / PAGE {
        for place in [0, PAGE / 2, PAGE - 1] {
            let mut bytes = whole.clone();
            bytes[page * PAGE + place] ^= 0x04;
            assert_noticed(&made, &bytes, &format!("byte {place} of page {page}"));
        }
    }
    std::fs::write(made.path("vault.db"), &whole).unwrap();
    read_all(&made).expect("the control: the undamaged file is whole");
}

#[test]
fn zeroed_and_swapped_pages_are_noticed() {
    let made = made_with_entries(30);
    let whole = std::fs::read(made.path("vault.db")).unwrap();
    for page in 0..whole.len() / PAGE {
        let mut zeroed = whole.clone();
        zeroed[page * PAGE..(page + 1) * PAGE].fill(0);
        assert_noticed(&made, &zeroed, &format!("zeroed page {page}"));
        if page > 0 {
            let mut swapped = whole.clone();
            let (before, after) = swapped.split_at_mut(page * PAGE);
            before[(page - 1) * PAGE..].swap_with_slice(&mut after[..PAGE]);
            assert_noticed(
                &made,
                &swapped,
                &format!("page {page} swapped with the one before"),
            );
        }
    }
}

#[test]
fn a_database_cut_short_anywhere_is_noticed() {
    let made = made_with_entries(30);
    let whole = std::fs::read(made.path("vault.db")).unwrap();
    for pages in 0..whole.len() / PAGE {
        assert_noticed(
            &made,
            &whole[..pages * PAGE],
            &format!("only {pages} pages"),
        );
    }
    assert_noticed(&made, &whole[..whole.len() - 1], "the last byte gone");
}

#[test]
fn another_vaults_database_is_not_taken_for_this_one() {
    let (made, other) = (made_with_entries(3), made_with_entries(3));
    std::fs::copy(other.path("vault.db"), made.path("vault.db")).unwrap();
    assert_code(made.unlock(), ErrorCode::DamagedData);
}

#[test]
fn the_newest_good_snapshot_takes_the_place_of_a_damaged_database_which_is_kept() {
    let made = made_with_entries(10);
    let open = made.unlock().unwrap();
    open.snapshot_if_due(&now()).unwrap();
    let before = titles(&open);
    open.close().unwrap();
    let mut damaged = std::fs::read(made.path("vault.db")).unwrap();
    damaged[..PAGE].fill(0x5a);
    std::fs::write(made.path("vault.db"), &damaged).unwrap();
    assert_code(made.unlock(), ErrorCode::DamagedData);
    std::fs::write(
        made.path("vault.db-journal"),
        b"the damaged database's journal",
    )
    .unwrap();

    let open = made
        .vault()
        .unlock(&UnlockWith::Passphrase(PASSPHRASE), true, &now())
        .unwrap();
    assert_eq!(titles(&open), before);
    assert_eq!(
        std::fs::read(made.path("vault.db.damaged-1")).unwrap(),
        damaged
    );
    assert!(made.path("vault.db-journal.damaged-1").exists());
}

#[test]
fn a_damaged_snapshot_is_passed_over_for_an_older_one() {
    let made = made_with_entries(4);
    let open = made.unlock().unwrap();
    open.snapshot_if_due(&now()).unwrap();
    let later = evenkeel_core::time::Now {
        instant: now().instant + chrono::TimeDelta::days(1),
        ..now()
    };
    open.snapshot_if_due(&later).unwrap();
    open.close().unwrap();
    let mut snapshots: Vec<_> = crate::fixture::files_of(&made.path("snapshots"))
        .into_iter()
        .collect();
    snapshots.sort();
    let (newest, bytes) = snapshots.last().unwrap();
    let mut bytes = bytes.clone();
    let middle = bytes.len() / 2;
    bytes[middle] ^= 1;
    std::fs::write(newest, &bytes).unwrap();
    std::fs::write(made.path("vault.db"), b"").unwrap();
    let open = made
        .vault()
        .unlock(&UnlockWith::Passphrase(PASSPHRASE), true, &now())
        .unwrap();
    assert_eq!(titles(&open).len(), 4);
    assert_eq!(
        &std::fs::read(newest).unwrap(),
        &bytes,
        "the damaged snapshot is left alone"
    );
}

#[test]
fn without_a_snapshot_a_damaged_database_stays_where_it_is() {
    let made = made();
    std::fs::write(made.path("vault.db"), [7; 8192]).unwrap();
    let outcome = made
        .vault()
        .unlock(&UnlockWith::Passphrase(PASSPHRASE), true, &now());
    assert_code(outcome, ErrorCode::DamagedData);
    assert_eq!(std::fs::read(made.path("vault.db")).unwrap(), [7; 8192]);
}
