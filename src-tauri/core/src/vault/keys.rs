//! The keys of a vault. Each is a type of its own, wiped when dropped, and never printed.

use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{XChaCha20Poly1305, XNonce};
use hkdf::Hkdf;
use hmac::{Hmac, Mac};
use sha2::Sha256;
use zeroize::{Zeroize, ZeroizeOnDrop, Zeroizing};

use crate::error::{Error, ErrorCode, Result};
use crate::random::{self, RandomSource};

/// Names a vault; not secret.
pub type VaultId = [u8; 16];

macro_rules! secret_key {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Zeroize, ZeroizeOnDrop)]
        pub struct $name([u8; 32]);

        impl $name {
            pub(super) fn expose(&self) -> &[u8; 32] {
                &self.0
            }
        }

        impl std::fmt::Debug for $name {
            fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str(concat!(stringify!($name), "(secret)"))
            }
        }
    };
}

secret_key! {
    /// The random key that every other key of the vault is derived from.
    MasterKey
}
secret_key! {
    /// SQLCipher's raw key.
    DatabaseKey
}
secret_key! {
    /// Authenticates the list of key slots.
    MacKey
}
secret_key! {
    /// Seals what was being written when the database could not take it.
    DraftKey
}
secret_key! {
    /// Seals the moments of reminders, and opens nothing else.
    RemindersKey
}
secret_key! {
    /// Wraps the master key in one slot.
    WrappingKey
}
secret_key! {
    /// What the operating system's keychain keeps: opens one slot, and is never the master key.
    KeychainKey
}

impl MasterKey {
    pub(super) fn generate(random: &mut dyn RandomSource) -> Result<Self> {
        Ok(Self(random::array(random)?))
    }

    pub(super) fn database_key(&self, vault: &VaultId) -> Result<DatabaseKey> {
        derive(self.expose(), vault, b"evenkeel database key").map(DatabaseKey)
    }

    pub(super) fn mac_key(&self, vault: &VaultId) -> Result<MacKey> {
        derive(self.expose(), vault, b"evenkeel key slots").map(MacKey)
    }

    pub(super) fn draft_key(&self, vault: &VaultId) -> Result<DraftKey> {
        derive(self.expose(), vault, b"evenkeel draft").map(DraftKey)
    }

    pub(super) fn reminders_key(&self, vault: &VaultId) -> Result<RemindersKey> {
        derive(self.expose(), vault, b"evenkeel reminders").map(RemindersKey)
    }
}

impl WrappingKey {
    /// A key from a secret that is random already (recovery words, keychain).
    pub(super) fn derive(secret: &[u8], salt: &[u8; 16]) -> Result<Self> {
        derive(secret, salt, b"evenkeel slot").map(Self)
    }

    pub(super) const fn zero() -> Self {
        Self([0; 32])
    }

    pub(super) fn bytes_mut(&mut self) -> &mut [u8; 32] {
        &mut self.0
    }

    pub(super) fn wrap(
        &self,
        master: &MasterKey,
        nonce: &[u8; 24],
        header: &[u8],
    ) -> Result<[u8; 48]> {
        let sealed = seal(self.expose(), nonce, header, master.expose())?;
        sealed
            .try_into()
            .map_err(|_| Error::internal("a wrapped key has the wrong length"))
    }

    pub(super) fn unwrap(
        &self,
        wrapped: &[u8; 48],
        nonce: &[u8; 24],
        header: &[u8],
    ) -> Result<MasterKey> {
        let wrong = || Error::new(ErrorCode::WrongKey, "the key does not open this slot");
        let opened = open(self.expose(), nonce, header, wrapped).ok_or_else(wrong)?;
        let bytes: [u8; 32] = opened.as_slice().try_into().map_err(|_| wrong())?;
        Ok(MasterKey(bytes))
    }
}

impl MacKey {
    fn mac(&self, bytes: &[u8]) -> Result<Hmac<Sha256>> {
        let mut mac = <Hmac<Sha256> as hmac::KeyInit>::new_from_slice(self.expose())
            .map_err(|_| Error::internal("HMAC refused its key"))?;
        mac.update(bytes);
        Ok(mac)
    }

    pub(super) fn sign(&self, bytes: &[u8]) -> Result<[u8; 32]> {
        Ok(self.mac(bytes)?.finalize().into_bytes().into())
    }

    pub(super) fn verify(&self, bytes: &[u8], tag: &[u8; 32]) -> Result<()> {
        self.mac(bytes)?
            .verify_slice(tag)
            .map_err(|_| Error::new(ErrorCode::DamagedKeys, "the list of key slots was changed"))
    }
}

impl KeychainKey {
    pub fn generate(random: &mut dyn RandomSource) -> Result<Self> {
        Ok(Self(random::array(random)?))
    }
}

/// Keys that leave the vault: the keychain keeps them.
macro_rules! kept_outside {
    ($name:ident) => {
        impl $name {
            /// The bytes that the keychain is to keep.
            pub fn for_keychain(&self) -> &[u8; 32] {
                self.expose()
            }

            /// The key as it was read back; `None` if the length is wrong.
            pub fn from_bytes(bytes: &[u8]) -> Option<Self> {
                bytes.try_into().ok().map(Self)
            }
        }
    };
}

kept_outside!(KeychainKey);
kept_outside!(RemindersKey);

fn derive(secret: &[u8], salt: &[u8], purpose: &[u8]) -> Result<[u8; 32]> {
    let mut key = [0; 32];
    Hkdf::<Sha256>::new(Some(salt), secret)
        .expand(purpose, &mut key)
        .map_err(|_| Error::internal("HKDF refused its length"))?;
    Ok(key)
}

pub(super) fn seal(key: &[u8; 32], nonce: &[u8; 24], aad: &[u8], msg: &[u8]) -> Result<Vec<u8>> {
    XChaCha20Poly1305::new(key.into())
        .encrypt(&XNonce::from(*nonce), Payload { msg, aad })
        .map_err(|_| Error::internal("a message is too long to seal"))
}

pub(super) fn open(
    key: &[u8; 32],
    nonce: &[u8; 24],
    aad: &[u8],
    msg: &[u8],
) -> Option<Zeroizing<Vec<u8>>> {
    XChaCha20Poly1305::new(key.into())
        .decrypt(&XNonce::from(*nonce), Payload { msg, aad })
        .ok()
        .map(Zeroizing::new)
}
