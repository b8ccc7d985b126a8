//! Argon2id for the passphrase slot.

use argon2::{Algorithm, Argon2, Params, Version};
use unicode_normalization::UnicodeNormalization;
use zeroize::Zeroizing;

use super::keys::WrappingKey;
use crate::error::{Error, ErrorCode, Result};

/// Cost parameters of Argon2id (RFC 9106): memory in KiB, passes, lanes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct KdfParams {
    pub memory_kib: u32,
    pub iterations: u32,
    pub parallelism: u32,
}

/// What a new passphrase slot costs, and which costs an existing one may ask for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct KdfPolicy {
    pub new: KdfParams,
    pub floor: KdfParams,
    pub cap: KdfParams,
}

impl KdfPolicy {
    /// What the app uses: 256 MiB, three passes, one lane; never less than 64 MiB.
    pub const STANDARD: Self = Self {
        new: KdfParams {
            memory_kib: 256 * 1024,
            iterations: 3,
            parallelism: 1,
        },
        floor: KdfParams {
            memory_kib: 64 * 1024,
            iterations: 3,
            parallelism: 1,
        },
        cap: KdfParams {
            memory_kib: 1024 * 1024,
            iterations: 16,
            parallelism: 4,
        },
    };

    /// Refuses parameters below the floor or above the cap before a byte of memory is taken.
    pub(super) fn check(&self, params: KdfParams) -> Result<()> {
        let within = |value, floor, cap| (floor..=cap).contains(&value);
        if within(
            params.memory_kib,
            self.floor.memory_kib,
            self.cap.memory_kib,
        ) && within(
            params.iterations,
            self.floor.iterations,
            self.cap.iterations,
        ) && within(
            params.parallelism,
            self.floor.parallelism,
            self.cap.parallelism,
        ) {
            Ok(())
        } else {
            Err(Error::new(
                ErrorCode::DamagedKeys,
                "a slot asks for forbidden key costs",
            ))
        }
    }
}

/// Stretches a passphrase, in Unicode NFKC, into the key that wraps the master key.
pub(super) fn stretch(passphrase: &str, salt: &[u8; 16], params: KdfParams) -> Result<WrappingKey> {
    let failed = |_| Error::internal("Argon2id refused its parameters");
    let normalized: Zeroizing<String> = Zeroizing::new(passphrase.nfkc().collect());
    let params = Params::new(
        params.memory_kib,
        params.iterations,
        params.parallelism,
        Some(32),
    )
    .map_err(failed)?;
    let mut key = WrappingKey::zero();
    Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
        .hash_password_into(normalized.as_bytes(), salt, key.bytes_mut())
        .map_err(failed)?;
    Ok(key)
}
