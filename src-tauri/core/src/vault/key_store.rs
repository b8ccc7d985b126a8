//! The two copies of the key file: which one counts, and how they are replaced.

use super::key_file::KeyFile;
use super::layout::Layout;
use crate::error::{Error, ErrorCode, Result};
use crate::files;

/// What is to be done about the copies before they are alike again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Copies {
    Alike,
    /// The second is missing, damaged or of an unfinished change.
    SecondIsOff,
    /// The first is missing or damaged; the second counts.
    FirstIsOff,
}

/// The key file: the first copy if it is whole, else the second.
pub(super) fn load(layout: &Layout) -> Result<(KeyFile, Copies)> {
    let first = files::read_if_there(&layout.keys_path())?;
    let second = files::read_if_there(&layout.second_keys_path())?;
    if first.is_none() && second.is_none() {
        return Err(Error::new(ErrorCode::Missing, "the key file is gone"));
    }
    let decode = |bytes: &Option<Vec<u8>>| bytes.as_deref().map(KeyFile::decode);
    match (decode(&first), decode(&second)) {
        (Some(Ok(keys)), _) => {
            let copies = if first == second {
                Copies::Alike
            } else {
                Copies::SecondIsOff
            };
            Ok((keys, copies))
        }
        (Some(Err(error)), _) if error.code() == ErrorCode::TooNew => Err(error),
        (_, Some(Ok(keys))) => Ok((keys, Copies::FirstIsOff)),
        (Some(Err(error)), _) | (None, Some(Err(error))) => Err(error),
        (None, None) => Err(Error::new(ErrorCode::Missing, "the key file is gone")),
    }
}

/// Makes the copies alike, keeping a damaged one beside; answers whether one was damaged.
pub(super) fn heal(layout: &Layout, keys: &KeyFile, copies: Copies) -> Result<bool> {
    match copies {
        Copies::Alike => Ok(false),
        Copies::FirstIsOff => {
            files::set_aside(&layout.keys_path())?;
            files::replace(&layout.keys_path(), &keys.encode())?;
            Ok(true)
        }
        Copies::SecondIsOff => {
            let second = files::read_if_there(&layout.second_keys_path())?;
            let damaged = second.is_none_or(|bytes| KeyFile::decode(&bytes).is_err());
            if damaged {
                files::set_aside(&layout.second_keys_path())?;
            }
            files::replace(&layout.second_keys_path(), &keys.encode())?;
            Ok(damaged)
        }
    }
}

/// Replaces both copies, the second first: the change counts once the first is in place.
pub(super) fn store(layout: &Layout, keys: &KeyFile) -> Result<()> {
    let bytes = keys.encode();
    files::replace(&layout.second_keys_path(), &bytes)?;
    files::replace(&layout.keys_path(), &bytes)
}
