//! Scores and bands as they are published, at every possible score.

use std::collections::BTreeSet;

use evenkeel_core::assessments::{self, GATE, Given};
use evenkeel_core::content::{Better, Instrument};

use super::{ALL, finish, give, instrument, look, room};
use crate::practising::json;

/// A published instrument, written down from its publication: how many items count, the highest
/// answer of each, what their sum is multiplied by, and what each range of sums is called.
struct Published {
    id: &'static str,
    items: u16,
    highest: u8,
    times: u16,
    better: Better,
    change: Option<u16>,
    bands: &'static [(u16, u16, &'static str)],
}

const PUBLISHED: [Published; 6] = [
    Published {
        id: "phq-9",
        items: 9,
        highest: 3,
        times: 1,
        better: Better::Lower,
        change: Some(5),
        bands: &[
            (0, 4, "minimal"),
            (5, 9, "mild"),
            (10, 14, "moderate"),
            (15, 19, "moderately severe"),
            (20, 27, "severe"),
        ],
    },
    Published {
        id: "phq-2",
        items: 2,
        highest: 3,
        times: 1,
        better: Better::Lower,
        change: None,
        bands: &[(0, 2, BELOW), (3, 6, ABOVE)],
    },
    Published {
        id: "gad-7",
        items: 7,
        highest: 3,
        times: 1,
        better: Better::Lower,
        change: Some(4),
        bands: &[
            (0, 4, "minimal"),
            (5, 9, "mild"),
            (10, 14, "moderate"),
            (15, 21, "severe"),
        ],
    },
    Published {
        id: "who-5",
        items: 5,
        highest: 5,
        times: 4,
        better: Better::Higher,
        change: Some(10),
        // A raw sum below 13 is low.
        bands: &[(0, 12, BELOW), (13, 25, ABOVE)],
    },
    Published {
        id: "pc-ptsd-5",
        items: 5,
        highest: 1,
        times: 1,
        better: Better::Lower,
        change: None,
        bands: &[(0, 5, "")],
    },
    Published {
        id: "audit-c",
        items: 3,
        highest: 4,
        times: 1,
        better: Better::Lower,
        change: None,
        bands: &[(0, 12, "")],
    },
];

const BELOW: &str = "below the cut-off";
const ABOVE: &str = "at or above the cut-off";

impl Published {
    /// The highest sum.
    fn most(&self) -> u16 {
        self.items * u16::from(self.highest)
    }

    fn label(&self, sum: u16) -> &'static str {
        let mut bands = self.bands.iter();
        let band = bands.find(|(from, to, _)| (*from..=*to).contains(&sum));
        band.unwrap().2
    }
}

fn counted(instrument: &Instrument) -> Vec<String> {
    let items = instrument.items.iter().filter(|item| item.counts);
    items.map(|item| item.id.clone()).collect()
}

/// Counts up in the manner of an odometer; `None` once every combination was there.
fn next(values: &mut [u8], highest: u8) -> Option<()> {
    for value in values {
        if *value < highest {
            *value += 1;
            return Some(());
        }
        *value = 0;
    }
    None
}

#[test]
fn every_instrument_is_written_down_here() {
    let written: Vec<_> = PUBLISHED.iter().map(|published| published.id).collect();
    assert_eq!(written, ALL);
    let bundled = Instrument::bundled().unwrap();
    let bundled: Vec<_> = bundled
        .iter()
        .map(|instrument| instrument.id.as_str())
        .collect();
    assert_eq!(bundled, ALL);
    for published in PUBLISHED {
        let id = published.id;
        let instrument = instrument(id);
        assert_eq!(
            counted(&instrument).len(),
            usize::from(published.items),
            "{id}"
        );
        assert_eq!(instrument.score.times, published.times, "{id}");
        assert_eq!(
            instrument.score.most,
            published.most() * published.times,
            "{id}"
        );
        assert_eq!(instrument.score.better, published.better, "{id}");
        assert_eq!(instrument.score.change, published.change, "{id}");
        for item in instrument.items.iter().filter(|item| item.counts) {
            let values = instrument
                .options_of(item)
                .iter()
                .map(|option| option.value);
            let expected: BTreeSet<_> = (0..=published.highest).collect();
            assert_eq!(
                values.collect::<BTreeSet<_>>(),
                expected,
                "{id} {}",
                item.id
            );
        }
    }
}

#[test]
fn every_combination_of_answers_has_the_published_score_and_band() {
    for published in PUBLISHED {
        let id = published.id;
        let instrument = instrument(id);
        let items = counted(&instrument);
        let mut values = vec![0; items.len()];
        let mut given: Given = items.iter().map(|item| (item.clone(), 0)).collect();
        given.insert(GATE.to_owned(), 1);
        let mut sums = BTreeSet::new();
        loop {
            for (item, value) in items.iter().zip(&values) {
                if let Some(answer) = given.get_mut(item) {
                    *answer = *value;
                }
            }
            let sum: u16 = values.iter().map(|value| u16::from(*value)).sum();
            let score = assessments::score(&instrument, &given);
            assert_eq!(score, Some(sum * published.times), "{id} {values:?}");
            let band = instrument.band(sum * published.times).unwrap();
            assert_eq!(band.label, published.label(sum), "{id} {values:?}");
            sums.insert(sum);
            if next(&mut values, published.highest).is_none() {
                break;
            }
        }
        assert_eq!(
            sums,
            (0..=published.most()).collect(),
            "{id}: every sum was there"
        );
    }
}

/// From all zeros to all at their highest, one answer after the other.
#[test]
fn an_assessment_shows_the_published_score_and_band_at_every_sum() {
    for published in PUBLISHED {
        let mut room = room();
        let instrument = instrument(published.id);
        let id = super::begun(&mut room, published.id);
        let mut view = finish(&mut room, id, 0);
        let mut sum = 0;
        let raises = counted(&instrument)
            .into_iter()
            .flat_map(|item| (1..=published.highest).map(move |value| (item.clone(), value)));
        for (item, value) in std::iter::once((String::new(), 0)).chain(raises) {
            if value > 0 {
                give(&mut room, id, &item, value);
                view = look(&room, id);
                sum += 1;
            }
            assert_eq!(
                view.score,
                Some(sum * published.times),
                "{} {sum}",
                published.id
            );
            let band = view.band.as_ref().unwrap();
            assert_eq!(band.label, published.label(sum), "{} {sum}", published.id);
            assert!((band.from..=band.to).contains(&(sum * published.times)));
            assert_eq!(view.most, published.most() * published.times);
            assert_eq!(
                (view.better, view.change),
                (published.better, published.change)
            );
        }
        assert_eq!(sum, published.most());
    }
}

#[test]
fn there_is_no_score_while_a_counted_item_has_no_answer() {
    for published in PUBLISHED {
        let instrument = instrument(published.id);
        let items = counted(&instrument);
        let full: Given = items
            .iter()
            .map(String::as_str)
            .chain([GATE])
            .map(|item| (item.to_owned(), 1))
            .collect();
        assert!(assessments::score(&instrument, &full).is_some());
        for item in &items {
            let mut given = full.clone();
            given.remove(item);
            assert_eq!(
                assessments::score(&instrument, &given),
                None,
                "{} {item}",
                published.id
            );
        }
        assert_eq!(assessments::score(&instrument, &Given::new()), None);
    }
}

#[test]
fn the_tenth_question_of_the_phq_9_counts_for_nothing() {
    let instrument = instrument("phq-9");
    let tenth = instrument.item("10").unwrap();
    assert!(!tenth.counts && instrument.options_of(tenth).len() == 4);
    let mut given: Given = counted(&instrument)
        .into_iter()
        .map(|item| (item, 2))
        .collect();
    for value in [None, Some(0), Some(1), Some(2), Some(3)] {
        given.remove("10");
        given.extend(value.map(|value| ("10".to_owned(), value)));
        assert_eq!(
            assessments::score(&instrument, &given),
            Some(18),
            "{value:?}"
        );
    }
    let only: Given = [("10".to_owned(), 3)].into();
    assert_eq!(assessments::score(&instrument, &only), None);
}

#[test]
fn a_gate_with_no_ends_with_zero_and_one_with_yes_asks_on() {
    let instrument = instrument("pc-ptsd-5");
    assert!(instrument.gate.is_some());
    let of = |gate: Option<u8>, items: &[u8]| {
        let ids = counted(&instrument).into_iter().zip(items.iter().copied());
        let gate = gate.map(|gate| (GATE.to_owned(), gate));
        assessments::score(&instrument, &ids.chain(gate).collect())
    };
    assert_eq!(of(Some(0), &[]), Some(0));
    assert_eq!(of(Some(0), &[1, 1, 1, 1, 1]), Some(0));
    assert_eq!(of(Some(1), &[]), None);
    assert_eq!(of(Some(1), &[1, 1, 1, 1]), None);
    assert_eq!(of(Some(1), &[0, 0, 0, 0, 0]), Some(0));
    assert_eq!(of(Some(1), &[1, 0, 1, 1, 1]), Some(4));
    assert_eq!(
        of(None, &[1, 1, 1, 1, 1]),
        None,
        "the first question comes first"
    );
}

#[test]
fn the_phq_2_is_the_first_two_items_of_the_phq_9() {
    let (short, long) = (instrument("phq-2"), instrument("phq-9"));
    assert_eq!(short.lead, long.lead);
    let texts = |of: &Instrument| {
        of.items
            .iter()
            .map(|item| item.text.clone())
            .collect::<Vec<_>>()
    };
    assert_eq!(texts(&short), texts(&long)[..2]);
    assert_eq!(json(&short.options), json(&long.options));
}
