//! The same need has the same answer, whatever the order in which the candidates come.

use std::collections::BTreeMap;

use evenkeel_core::content::{Feeling, Fits, Skill};
use evenkeel_core::skills::{Candidate, Effects, Need, SUGGESTIONS};
use proptest::prelude::*;

use super::ranking::{POINT, SAD, candidate, changed, ids, skill};

#[derive(Debug, Clone)]
struct Drawn {
    crisis: bool,
    feeling: Option<Feeling>,
    minutes: u16,
    order: u16,
    effect: Option<i16>,
    favourite: bool,
    in_group: bool,
}

fn drawn() -> impl Strategy<Value = Vec<Drawn>> {
    let feeling = prop::option::of(prop::sample::select(vec![Feeling::Sadness, Feeling::Fear]));
    let one = (
        any::<bool>(),
        feeling,
        1..4_u16,
        0..3_u16,
        prop::option::of(-20..20_i16),
        any::<bool>(),
        any::<bool>(),
    );
    let one = one.prop_map(
        |(crisis, feeling, minutes, order, effect, favourite, in_group)| Drawn {
            crisis,
            feeling,
            minutes,
            order,
            effect,
            favourite,
            in_group,
        },
    );
    prop::collection::vec(one, 1..9)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, ..ProptestConfig::default() })]

    /// The same question has the same answer, in whatever order the candidates come; and one that is
    /// not among the best changes nothing by going away.
    #[test]
    fn the_order_is_settled_by_what_the_candidates_are(
        drawn in drawn(),
        strength in prop::option::of(0..=100_u8),
        keys in prop::collection::vec(any::<u32>(), 8),
    ) {
        let need = Need { strength, ..SAD };
        let skills: Vec<Skill> = drawn.iter().enumerate().map(|(place, drawn)| {
            skill(&format!("skill-{place}"), |skill| {
                skill.fit.crisis = drawn.crisis;
                skill.fit.feelings = drawn.feeling.map_or(Fits::Any, |feeling| Fits::These(vec![feeling]));
                skill.fit.minutes = drawn.minutes;
                skill.order = drawn.order;
            })
        }).collect();
        let effects: Vec<Option<Effects>> = drawn.iter().map(|drawn| {
            drawn.effect.map(|typical| Effects { all: changed(typical), by_feeling: BTreeMap::new() })
        }).collect();
        let mut candidates: Vec<(u32, Candidate<'_>)> = skills.iter().enumerate().map(|(place, skill)| {
            (keys[place], Candidate {
                effects: effects[place].as_ref(),
                favourite: drawn[place].favourite,
                in_group: drawn[place].in_group,
                ..candidate(skill)
            })
        }).collect();
        let only = |candidates: &[(u32, Candidate<'_>)]| -> Vec<String> {
            let candidates: Vec<_> = candidates.iter().map(|(_, candidate)| *candidate).collect();
            ids(&need, &candidates)
        };
        let best = only(&candidates);
        candidates.sort_by_key(|(key, _)| *key);
        prop_assert_eq!(&only(&candidates), &best);
        let possible = drawn.iter().filter(|drawn| drawn.crisis || strength.is_none_or(|strength| strength <= POINT));
        prop_assert_eq!(best.len(), possible.count().min(SUGGESTIONS));
        candidates.retain(|(_, candidate)| best.contains(&candidate.skill.id));
        prop_assert_eq!(only(&candidates), best);
    }
}
