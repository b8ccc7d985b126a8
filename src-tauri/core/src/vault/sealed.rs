//! A sealed message: magic 8 ‖ nonce 24 ‖ XChaCha20-Poly1305 of the text. Magic ‖ vault id is the
//! associated data.

use zeroize::Zeroizing;

use super::keys::{self, VaultId};
use super::slot::take;
use crate::error::{Error, ErrorCode, Result};
use crate::random::{self, RandomSource};

pub(super) type Magic = [u8; 8];

pub(super) fn seal(
    key: &[u8; 32],
    magic: &Magic,
    vault: &VaultId,
    text: &[u8],
    random: &mut dyn RandomSource,
) -> Result<Vec<u8>> {
    let nonce = random::array(random)?;
    let sealed = keys::seal(key, &nonce, &associated_data(magic, vault), text)?;
    Ok([magic.as_slice(), &nonce, &sealed].concat())
}

/// `wrong_key`: it was not sealed under this key, or it is damaged.
pub(super) fn open(
    key: &[u8; 32],
    magic: &Magic,
    vault: &VaultId,
    sealed: &[u8],
) -> Result<Zeroizing<Vec<u8>>> {
    let mut rest = sealed;
    let found: Magic = take(&mut rest).map_err(|_| foreign())?;
    let nonce = take(&mut rest).map_err(|_| foreign())?;
    if found != *magic {
        return Err(foreign());
    }
    keys::open(key, &nonce, &associated_data(magic, vault), rest).ok_or_else(foreign)
}

pub(super) const fn foreign() -> Error {
    Error::new(ErrorCode::WrongKey, "a sealed file does not open")
}

fn associated_data(magic: &Magic, vault: &VaultId) -> Vec<u8> {
    [magic.as_slice(), vault].concat()
}
