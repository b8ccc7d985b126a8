use evenkeel_core::error::ErrorCode;
use sha2::{Digest, Sha256};

use crate::fixture::{assert_code, made};

#[test]
fn every_damaged_byte_of_one_copy_is_healed_from_the_other() {
    let made = made();
    let whole = std::fs::read(made.path("vault.keys")).unwrap();
    for (damaged, other) in [
        ("vault.keys", "vault.keys.2"),
        ("vault.keys.2", "vault.keys"),
    ] {
        for place in 0..whole.len() {
            let mut bytes = whole.clone();
            bytes[place] ^= 0x10;
            std::fs::write(made.path(damaged), &bytes).unwrap();
            let open = made
                .unlock()
                .unwrap_or_else(|error| panic!("byte {place} of {damaged}: {error}"));
            assert!(
                open.key_file_healed(),
                "byte {place} of {damaged} was not noticed"
            );
            open.close().unwrap();
            assert_eq!(std::fs::read(made.path(damaged)).unwrap(), whole);
            assert_eq!(std::fs::read(made.path(other)).unwrap(), whole);
            let aside = made.path(&format!("{damaged}.damaged-1"));
            assert_eq!(
                std::fs::read(&aside).unwrap(),
                bytes,
                "the damaged file is kept"
            );
            std::fs::remove_file(aside).unwrap();
        }
    }
}

#[test]
fn every_damaged_byte_of_both_copies_is_noticed_and_nothing_is_changed() {
    let made = made();
    let whole = std::fs::read(made.path("vault.keys")).unwrap();
    for place in 0..whole.len() {
        let mut bytes = whole.clone();
        bytes[place] ^= 0x01;
        for name in ["vault.keys", "vault.keys.2"] {
            std::fs::write(made.path(name), &bytes).unwrap();
        }
        assert_code(made.unlock(), ErrorCode::DamagedKeys);
        assert_eq!(std::fs::read(made.path("vault.keys")).unwrap(), bytes);
    }
}

#[test]
fn every_truncation_of_both_copies_is_noticed() {
    let made = made();
    let whole = std::fs::read(made.path("vault.keys")).unwrap();
    for length in 0..whole.len() {
        for name in ["vault.keys", "vault.keys.2"] {
            std::fs::write(made.path(name), &whole[..length]).unwrap();
        }
        assert_code(made.unlock(), ErrorCode::DamagedKeys);
    }
}

#[test]
fn a_missing_copy_is_made_again() {
    for name in ["vault.keys", "vault.keys.2"] {
        let made = made();
        std::fs::remove_file(made.path(name)).unwrap();
        assert!(made.unlock().unwrap().key_file_healed());
        assert!(made.path(name).exists());
    }
}

/// Someone who can write the file recomputes the checksum, but not the MAC.
#[test]
fn a_changed_list_of_slots_with_a_right_checksum_is_noticed() {
    const HEADER: usize = 8 + 2 + 16 + 1;
    const SLOT: usize = 69 + 48;
    let made = made();
    let whole = std::fs::read(made.path("vault.keys")).unwrap();
    let mut without_recovery = whole[..HEADER + SLOT].to_vec();
    without_recovery[HEADER - 1] = 1;
    without_recovery.extend(&whole[whole.len() - 64..whole.len() - 32]);
    let checksum = Sha256::digest(&without_recovery);
    without_recovery.extend(checksum);
    for name in ["vault.keys", "vault.keys.2"] {
        std::fs::write(made.path(name), &without_recovery).unwrap();
    }
    assert_code(made.unlock(), ErrorCode::DamagedKeys);
}

#[test]
fn a_later_format_is_told_apart_from_damage() {
    let made = made();
    let mut bytes = std::fs::read(made.path("vault.keys")).unwrap();
    bytes[8] = 2;
    let body = bytes.len() - 32;
    let checksum = Sha256::digest(&bytes[..body]);
    bytes[body..].copy_from_slice(&checksum);
    for name in ["vault.keys", "vault.keys.2"] {
        std::fs::write(made.path(name), &bytes).unwrap();
    }
    assert_code(made.unlock(), ErrorCode::TooNew);
    assert_eq!(std::fs::read(made.path("vault.keys")).unwrap(), bytes);
}
