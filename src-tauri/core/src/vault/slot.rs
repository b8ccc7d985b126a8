//! One way to the master key: a passphrase, the recovery words or the keychain.

use super::kdf::{self, KdfParams, KdfPolicy};
use super::keys::{KeychainKey, MasterKey, WrappingKey};
use super::recovery::RecoveryWords;
use crate::error::{Error, ErrorCode, Result};
use crate::random::{self, RandomSource};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SlotKind {
    Passphrase = 1,
    Recovery = 2,
    Keychain = 3,
}

/// What opens a slot.
#[derive(Debug)]
pub(super) enum SlotSecret<'a> {
    Passphrase(&'a str),
    Recovery(&'a RecoveryWords),
    Keychain(&'a KeychainKey),
}

/// A wrapped copy of the master key.
///
/// On disk: kind 1 ‖ id 16 ‖ memory 4 ‖ iterations 4 ‖ parallelism 4 ‖ salt 16 ‖ nonce 24 (these
/// 69 bytes are the header) ‖ wrapped key 48; integers little-endian. The three costs are those of
/// Argon2id in a passphrase slot and 0 elsewhere, where HKDF takes a random secret.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Slot {
    pub(super) kind: SlotKind,
    pub(super) id: [u8; 16],
    costs: KdfParams,
    salt: [u8; 16],
    nonce: [u8; 24],
    wrapped: [u8; 48],
}

const HEADER_LEN: usize = 69;
pub(super) const SLOT_LEN: usize = HEADER_LEN + 48;

impl Slot {
    /// Wraps `master`. `binding` is what the associated data starts with: magic ‖ format ‖ vault id.
    pub(super) fn seal(
        master: &MasterKey,
        secret: &SlotSecret<'_>,
        id: [u8; 16],
        binding: &[u8],
        policy: &KdfPolicy,
        random: &mut dyn RandomSource,
    ) -> Result<Self> {
        let costs = match secret {
            SlotSecret::Passphrase(_) => policy.new,
            SlotSecret::Recovery(_) | SlotSecret::Keychain(_) => NO_COSTS,
        };
        let mut slot = Self {
            kind: secret.kind(),
            id,
            costs,
            salt: random::array(random)?,
            nonce: random::array(random)?,
            wrapped: [0; 48],
        };
        let key = slot.wrapping_key(secret)?;
        slot.wrapped = key.wrap(master, &slot.nonce, &slot.associated_data(binding))?;
        Ok(slot)
    }

    /// Unwraps the master key, or answers `wrong_key`.
    pub(super) fn open(
        &self,
        secret: &SlotSecret<'_>,
        binding: &[u8],
        policy: &KdfPolicy,
    ) -> Result<MasterKey> {
        if self.kind == SlotKind::Passphrase {
            policy.check(self.costs)?;
        }
        self.wrapping_key(secret)?.unwrap(
            &self.wrapped,
            &self.nonce,
            &self.associated_data(binding),
        )
    }

    fn wrapping_key(&self, secret: &SlotSecret<'_>) -> Result<WrappingKey> {
        match secret {
            SlotSecret::Passphrase(passphrase) => kdf::stretch(passphrase, &self.salt, self.costs),
            SlotSecret::Recovery(words) => WrappingKey::derive(words.entropy(), &self.salt),
            SlotSecret::Keychain(key) => WrappingKey::derive(key.expose(), &self.salt),
        }
    }

    fn associated_data(&self, binding: &[u8]) -> Vec<u8> {
        let mut data = binding.to_vec();
        self.write_header(&mut data);
        data
    }

    fn write_header(&self, out: &mut Vec<u8>) {
        out.push(self.kind as u8);
        out.extend(self.id);
        out.extend(self.costs.memory_kib.to_le_bytes());
        out.extend(self.costs.iterations.to_le_bytes());
        out.extend(self.costs.parallelism.to_le_bytes());
        out.extend(self.salt);
        out.extend(self.nonce);
    }

    pub(super) fn write(&self, out: &mut Vec<u8>) {
        self.write_header(out);
        out.extend(self.wrapped);
    }

    pub(super) fn read(bytes: &[u8; SLOT_LEN]) -> Result<Self> {
        let mut rest = bytes.as_slice();
        let [kind] = take(&mut rest)?;
        let kind = match kind {
            1 => SlotKind::Passphrase,
            2 => SlotKind::Recovery,
            3 => SlotKind::Keychain,
            _ => {
                return Err(Error::new(
                    ErrorCode::DamagedKeys,
                    "a slot of an unknown kind",
                ));
            }
        };
        Ok(Self {
            kind,
            id: take(&mut rest)?,
            costs: KdfParams {
                memory_kib: u32::from_le_bytes(take(&mut rest)?),
                iterations: u32::from_le_bytes(take(&mut rest)?),
                parallelism: u32::from_le_bytes(take(&mut rest)?),
            },
            salt: take(&mut rest)?,
            nonce: take(&mut rest)?,
            wrapped: take(&mut rest)?,
        })
    }
}

const NO_COSTS: KdfParams = KdfParams {
    memory_kib: 0,
    iterations: 0,
    parallelism: 0,
};

impl SlotSecret<'_> {
    pub(super) const fn kind(&self) -> SlotKind {
        match self {
            Self::Passphrase(_) => SlotKind::Passphrase,
            Self::Recovery(_) => SlotKind::Recovery,
            Self::Keychain(_) => SlotKind::Keychain,
        }
    }
}

/// Takes the next `N` bytes off the front.
pub(super) fn take<const N: usize>(bytes: &mut &[u8]) -> Result<[u8; N]> {
    let Some((head, rest)) = bytes.split_first_chunk::<N>() else {
        return Err(Error::new(
            ErrorCode::DamagedKeys,
            "the key file is too short",
        ));
    };
    *bytes = rest;
    Ok(*head)
}
