//! Twelve BIP-39 words that always open the vault.

use bip39::{Language, Mnemonic};
use zeroize::{Zeroize, ZeroizeOnDrop, Zeroizing};

use crate::error::{Error, ErrorCode, Result};
use crate::random::{self, RandomSource};

/// The 128 random bits behind twelve words.
#[derive(Clone, Zeroize, ZeroizeOnDrop)]
pub struct RecoveryWords([u8; 16]);

impl std::fmt::Debug for RecoveryWords {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("RecoveryWords(secret)")
    }
}

impl RecoveryWords {
    pub fn generate(random: &mut dyn RandomSource) -> Result<Self> {
        Ok(Self(random::array(random)?))
    }

    /// Reads typed words. Case and spacing do not matter, and a word may be cut short after its
    /// fourth letter, since no two words of the list share their first four.
    ///
    /// `recovery_typo`: a word is not in the list, there are not twelve, or their checksum is off.
    pub fn parse(typed: &str) -> Result<Self> {
        let typo = |context| Error::new(ErrorCode::RecoveryTypo, context);
        let typed = Zeroizing::new(typed.to_lowercase());
        let words = typed
            .split(|character: char| !character.is_alphabetic())
            .filter(|word| !word.is_empty())
            .map(|word| complete(word).ok_or_else(|| typo("a word is not in the list")))
            .collect::<Result<Vec<_>>>()?;
        if words.len() != 12 {
            return Err(typo("there are not twelve words"));
        }
        let phrase = Zeroizing::new(words.join(" "));
        let mnemonic = Mnemonic::parse_in_normalized(Language::English, &phrase)
            .map_err(|_| typo("the words do not belong together"))?;
        let entropy = Zeroizing::new(mnemonic.to_entropy());
        entropy
            .as_slice()
            .try_into()
            .map(Self)
            .map_err(|_| typo("there are not twelve words"))
    }

    pub fn words(&self) -> Result<Vec<&'static str>> {
        let mnemonic = Mnemonic::from_entropy_in(Language::English, &self.0)
            .map_err(|_| Error::internal("twelve words could not be made"))?;
        Ok(mnemonic.words().collect())
    }

    pub(super) const fn entropy(&self) -> &[u8; 16] {
        &self.0
    }
}

/// The word of the list that `typed` is, or begins, if it has at least four letters.
fn complete(typed: &str) -> Option<&'static str> {
    let list = Language::English.word_list();
    if let Ok(index) = list.binary_search(&typed) {
        return list.get(index).copied();
    }
    if typed.len() < 4 {
        return None;
    }
    list.iter().copied().find(|word| word.starts_with(typed))
}

/// New recovery words on their way to paper: they count once two of them have been typed back.
#[derive(Debug)]
pub struct RecoverySheet {
    words: RecoveryWords,
    asked: [usize; 2],
}

impl RecoverySheet {
    pub fn generate(random: &mut dyn RandomSource) -> Result<Self> {
        let words = RecoveryWords::generate(random)?;
        let [first, second] = random::array(random)?;
        // One word from each half, so that both rows of the sheet are looked at.
        let asked = [1 + usize::from(first) % 6, 7 + usize::from(second) % 6];
        Ok(Self { words, asked })
    }

    pub fn words(&self) -> Result<Vec<&'static str>> {
        self.words.words()
    }

    /// Which two words are to be typed back, counted from one.
    pub const fn asked(&self) -> [usize; 2] {
        self.asked
    }

    /// The words, if both answers are right; otherwise `words_mismatch`.
    pub fn confirm(&self, answers: &[String; 2]) -> Result<&RecoveryWords> {
        let words = self.words()?;
        let right = self.asked.iter().zip(answers).all(|(place, answer)| {
            words
                .get(place - 1)
                .is_some_and(|word| answer.trim().eq_ignore_ascii_case(word))
        });
        if right {
            Ok(&self.words)
        } else {
            Err(Error::new(
                ErrorCode::WordsMismatch,
                "the words typed back are others",
            ))
        }
    }
}
