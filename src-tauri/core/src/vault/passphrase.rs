//! What makes a passphrase good enough, and five words for those who would rather not choose.

use bip39::Language;
use serde::Serialize;
use ts_rs::TS;
use unicode_normalization::UnicodeNormalization;
use zeroize::Zeroizing;

use crate::error::{Error, ErrorCode, Result};
use crate::random::{self, RandomSource};

const SHORTEST: usize = 10;
const LEAST_SCORE: u8 = 3;
const SUGGESTED_WORDS: usize = 5;

/// How good a new passphrase is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[ts(export_to = "vault.d.ts")]
pub struct PassphraseView {
    pub acceptable: bool,
    /// zxcvbn's score, 0 (guessed at once) to 4.
    pub score: u8,
    pub reason: Option<PassphraseReason>,
}

/// Why a passphrase is not acceptable.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(export_to = "vault.d.ts")]
pub enum PassphraseReason {
    TooShort,
    TooGuessable,
}

/// Rates a passphrase: at least ten characters and a zxcvbn score of three; no other rules.
pub fn rate(passphrase: &str) -> PassphraseView {
    let normalized: Zeroizing<String> = Zeroizing::new(passphrase.nfkc().collect());
    // zxcvbn looks at the first hundred characters only.
    let score = u8::from(zxcvbn::zxcvbn(&normalized, &["evenkeel"]).score());
    let reason = if normalized.chars().count() < SHORTEST {
        Some(PassphraseReason::TooShort)
    } else if score < LEAST_SCORE {
        Some(PassphraseReason::TooGuessable)
    } else {
        None
    };
    PassphraseView {
        acceptable: reason.is_none(),
        score,
        reason,
    }
}

/// Refuses a passphrase that [`rate`] does not find acceptable.
pub fn require_acceptable(passphrase: &str) -> Result<()> {
    if rate(passphrase).acceptable {
        Ok(())
    } else {
        Err(Error::new(
            ErrorCode::WeakPassphrase,
            "the new passphrase is too weak",
        ))
    }
}

/// Five words drawn from the BIP-39 list: 55 random bits.
pub fn suggest(random: &mut dyn RandomSource) -> Result<Zeroizing<String>> {
    let list = Language::English.word_list();
    let mut phrase = Zeroizing::new(String::with_capacity(SUGGESTED_WORDS * 9));
    for place in 0..SUGGESTED_WORDS {
        let draw = u16::from_le_bytes(random::array(random)?);
        // The list has 2,048 words, which divides the range of a u16: every word is as likely.
        let word = list
            .get(usize::from(draw) % list.len())
            .copied()
            .unwrap_or_default();
        if place > 0 {
            phrase.push(' ');
        }
        phrase.push_str(word);
    }
    Ok(phrase)
}
