//! A second reader of `vault.keys`, written from its description and not from the app's code: it
//! gives the tests the keys that must not stay anywhere.

use argon2::{Algorithm, Argon2, Params, Version};
use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{XChaCha20Poly1305, XNonce};
use hkdf::Hkdf;
use sha2::Sha256;
use std::fs;
use std::path::Path;

const BINDING: usize = 26;
const SLOT: usize = 117;
const HEADER: usize = 69;
const PASSPHRASE_SLOT: u8 = 1;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Keys {
    pub master: [u8; 32],
    pub database: [u8; 32],
}

/// The keys of the vault in `dir`.
///
/// # Panics
/// When the file is not as described, or the passphrase does not open it.
#[must_use]
pub fn open(dir: &Path, passphrase: &str) -> Keys {
    let file = fs::read(dir.join("vault.keys")).expect("the key file is there");
    let (binding, rest) = file.split_at(BINDING);
    let (count, slots) = rest.split_first().expect("a number of slots");
    let slot = slots
        .chunks_exact(SLOT)
        .take(usize::from(*count))
        .find(|slot| slot.first() == Some(&PASSPHRASE_SLOT))
        .expect("a passphrase slot");
    let (header, wrapped) = slot.split_at(HEADER);
    let number = |at: usize| u32::from_le_bytes(part(header, at));
    let (salt, nonce): ([u8; 16], [u8; 24]) = (part(header, 29), part(header, 45));

    let params =
        Params::new(number(17), number(21), number(25), Some(32)).expect("costs that Argon2 takes");
    let mut wrapping = [0; 32];
    Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
        .hash_password_into(passphrase.as_bytes(), &salt, &mut wrapping)
        .expect("Argon2 runs");
    let aad = [binding, header].concat();
    let opened = XChaCha20Poly1305::new(&wrapping.into())
        .decrypt(
            &XNonce::from(nonce),
            Payload {
                msg: wrapped,
                aad: &aad,
            },
        )
        .expect("the passphrase opens its slot");
    let master = part(&opened, 0);

    let vault: [u8; 16] = part(binding, 10);
    let mut database = [0; 32];
    Hkdf::<Sha256>::new(Some(&vault), &master)
        .expand(b"evenkeel database key", &mut database)
        .expect("32 bytes are not too many");
    Keys { master, database }
}

fn part<const N: usize>(bytes: &[u8], at: usize) -> [u8; N] {
    let part = bytes.get(at..at + N).expect("the part is there");
    part.try_into().expect("the length fits")
}
