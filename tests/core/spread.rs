//! Medians and quartiles, worked by hand.

use evenkeel_core::spread::{Spread, spread};
use proptest::prelude::*;

#[test]
fn median_and_quartiles_are_those_worked_by_hand() {
    let cases: [(&[f64], f64, f64, f64); 9] = [
        (&[3.0], 3.0, 3.0, 3.0),
        (&[2.0, 1.0], 1.5, 1.25, 1.75),
        (&[5.0, 1.0, 2.0], 2.0, 1.5, 3.5),
        (&[4.0, 3.0, 2.0, 1.0], 2.5, 1.75, 3.25),
        (&[7.0, 1.0, 3.0, 5.0, 2.0], 3.0, 2.0, 5.0),
        (&[5.0, 0.0, 4.0, 1.0, 5.0, 0.0], 2.5, 0.25, 4.75),
        (&[0.0, 0.0, 0.0, 0.0, 5.0], 0.0, 0.0, 0.0),
        (&[6.5, 8.0, 7.5, 0.0], 7.0, 4.875, 7.625),
        (&[1.0, 0.0, 1.0, 1.0], 1.0, 0.75, 1.0),
    ];
    for (values, typical, low, high) in cases {
        let expected = Spread {
            days: u32::try_from(values.len()).unwrap(),
            typical,
            low,
            high,
        };
        assert_eq!(spread(values.to_vec()), Some(expected), "{values:?}");
    }
    assert_eq!(spread(Vec::new()), None, "nothing has no middle");
}

proptest! {
    /// Half of the values, but for one, lie within the quartiles; their order plays no part.
    #[test]
    fn a_spread_lies_among_its_values(mut values in proptest::collection::vec(0_u8..100, 1..60)) {
        let numbers = |values: &[u8]| values.iter().copied().map(f64::from).collect::<Vec<_>>();
        let found = spread(numbers(&values)).unwrap();
        let within = |from: f64, to: f64| {
            let inside = values.iter().filter(|value| (from..=to).contains(&f64::from(**value)));
            inside.count()
        };
        prop_assert!(found.low <= found.typical && found.typical <= found.high);
        prop_assert_eq!(found.days as usize, values.len());
        prop_assert!((within(found.low, found.high) + 1) * 2 >= values.len());
        prop_assert!(within(f64::MIN, found.typical) * 2 >= values.len());
        prop_assert!(within(found.typical, f64::MAX) * 2 >= values.len());
        values.sort_unstable_by(|one, other| other.cmp(one));
        prop_assert_eq!(spread(numbers(&values)), Some(found));
    }
}
