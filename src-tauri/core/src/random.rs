//! Where random bytes come from: handed in, so that tests can repeat a run.

use crate::error::{Error, Result};

pub trait RandomSource {
    fn fill(&mut self, bytes: &mut [u8]) -> Result<()>;
}

/// The operating system's generator.
#[derive(Debug, Clone, Copy, Default)]
pub struct OsRandom;

impl RandomSource for OsRandom {
    #[expect(clippy::disallowed_methods, reason = "the one caller")]
    fn fill(&mut self, bytes: &mut [u8]) -> Result<()> {
        getrandom::fill(bytes).map_err(|_| Error::internal("the system gave no random bytes"))
    }
}

/// `N` fresh random bytes.
pub(crate) fn array<const N: usize>(random: &mut dyn RandomSource) -> Result<[u8; N]> {
    let mut bytes = [0; N];
    random.fill(&mut bytes)?;
    Ok(bytes)
}
