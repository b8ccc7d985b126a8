//! From answers to a score.

use std::collections::BTreeMap;

use crate::content::Instrument;

/// The first question of an instrument that has one: 1 yes, 0 no.
pub const GATE: &str = "gate";

/// Answers by item.
pub type Given = BTreeMap<String, u8>;

/// The score, once every counted item is answered, or the gate with no.
pub fn score(instrument: &Instrument, given: &Given) -> Option<u16> {
    if instrument.gate.is_some() && *given.get(GATE)? == 0 {
        return Some(0);
    }
    let mut sum = 0;
    for item in instrument.items.iter().filter(|item| item.counts) {
        sum += u16::from(*given.get(&item.id)?);
    }
    Some(sum * instrument.score.times)
}
