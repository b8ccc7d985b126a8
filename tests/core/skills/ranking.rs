//! The order of "What helps right now", against cases worked out by hand.

use evenkeel_core::content::{Feeling, Fits, Module, Place, Skill, Urge};
use evenkeel_core::skills::{Candidate, Change, Effect, Effects, Need, Reason, SUGGESTIONS, rank};

use crate::practising::{library, skill_file};

pub(super) const POINT: u8 = 70;

/// Fits everything, lasts five minutes; in tests it differs in what `change` makes of it.
pub(super) fn skill(id: &str, change: impl FnOnce(&mut Skill)) -> Skill {
    let one_step = "[[step]]\nid = \"one\"\ntitle = \"One\"";
    let library = library(&[(id, skill_file(id, one_step))]);
    let mut skill = library.skill(id).unwrap().clone();
    change(&mut skill);
    skill
}

fn plain(id: &str) -> Skill {
    skill(id, |_| ())
}

pub(super) fn candidate(skill: &Skill) -> Candidate<'_> {
    Candidate {
        skill,
        effects: None,
        favourite: false,
        in_group: false,
    }
}

pub(super) fn changed(typical: i16) -> Effect {
    Effect {
        uses: 3,
        change: Some(Change {
            typical,
            low: typical - 5,
            high: typical + 5,
            uses: 3,
        }),
    }
}

/// Helped so much over all, and with these feelings.
fn helped(typical: i16, with: &[(Feeling, i16)]) -> Effects {
    let with = with
        .iter()
        .map(|(feeling, typical)| (*feeling, changed(*typical)));
    Effects {
        all: changed(typical),
        by_feeling: with.collect(),
    }
}

pub(super) fn ids(need: &Need, candidates: &[Candidate<'_>]) -> Vec<String> {
    let ranked = rank(need, POINT, candidates);
    ranked
        .into_iter()
        .map(|(skill, _)| skill.id.clone())
        .collect()
}

pub(super) const SAD: Need = Need {
    feeling: Some(Feeling::Sadness),
    urge: None,
    strength: None,
    minutes: None,
    place: None,
};

#[test]
fn own_results_come_first_then_favourites_then_the_group_then_fit_and_what_did_not_help_last() {
    let [
        feeling,
        own,
        favourite,
        group,
        fits,
        shelved,
        not_for_it,
        failed,
    ] = [
        "feeling",
        "own",
        "favourite",
        "group",
        "fits",
        "shelved",
        "not-for-it",
        "failed",
    ]
    .map(plain);
    let angry_only = |skill: &Skill| {
        let mut skill = skill.clone();
        skill.fit.feelings = Fits::These(vec![Feeling::Anger]);
        skill
    };
    let (shelved, not_for_it) = (angry_only(&shelved), angry_only(&not_for_it));
    let with_sadness = helped(-10, &[(Feeling::Sadness, -10)]);
    let with_others = helped(-40, &[(Feeling::Anger, -40)]);
    let in_vain = helped(-40, &[(Feeling::Sadness, 0)]);
    let in_order = [
        Candidate {
            effects: Some(&with_sadness),
            ..candidate(&feeling)
        },
        Candidate {
            effects: Some(&with_others),
            ..candidate(&own)
        },
        Candidate {
            favourite: true,
            ..candidate(&favourite)
        },
        Candidate {
            in_group: true,
            ..candidate(&group)
        },
        candidate(&fits),
        Candidate {
            favourite: true,
            ..candidate(&shelved)
        },
        candidate(&not_for_it),
        Candidate {
            effects: Some(&in_vain),
            favourite: true,
            ..candidate(&failed)
        },
    ];
    let expected: Vec<&str> = in_order.iter().map(|one| one.skill.id.as_str()).collect();
    for from in 0..=expected.len() - SUGGESTIONS {
        let mut some = in_order[from..].to_vec();
        some.reverse();
        assert_eq!(ids(&SAD, &some), expected[from..from + SUGGESTIONS]);
    }
    let reason = |place: usize| rank(&SAD, POINT, &in_order[place..=place])[0].1;
    let change = |effects: &Effects| effects.all.change.unwrap();
    assert_eq!(
        reason(0),
        Reason::OwnFeeling {
            change: change(&with_sadness)
        }
    );
    assert_eq!(
        reason(1),
        Reason::Own {
            change: change(&with_others)
        }
    );
    assert_eq!(reason(2), Reason::Favourite);
    assert_eq!(reason(3), Reason::InGroup);
    assert_eq!(reason(4), Reason::Fits);
    assert_eq!(reason(5), Reason::Favourite);
    assert_eq!(
        reason(7),
        Reason::Fits,
        "no result is claimed where it did not help"
    );
}

#[test]
fn own_results_are_read_by_the_feeling_that_was_named() {
    let one = plain("one");
    let reason = |need: &Need, effects: &Effects| {
        let candidate = Candidate {
            effects: Some(effects),
            ..candidate(&one)
        };
        rank(need, POINT, &[candidate])[0].1
    };
    let own = |typical| Reason::Own {
        change: changed(typical).change.unwrap(),
    };
    let own_feeling = |typical| Reason::OwnFeeling {
        change: changed(typical).change.unwrap(),
    };
    let any = Need::default();
    let cases = [
        (
            "no feeling named",
            any,
            helped(-20, &[(Feeling::Sadness, -30)]),
            own(-20),
        ),
        (
            "the feeling named",
            SAD,
            helped(-20, &[(Feeling::Sadness, -30)]),
            own_feeling(-30),
        ),
        (
            "too few with that feeling",
            SAD,
            helped(-20, &[(Feeling::Fear, -30)]),
            own(-20),
        ),
        ("a change of five helped", SAD, helped(-5, &[]), own(-5)),
        (
            "a change of four says nothing",
            SAD,
            helped(-4, &[]),
            Reason::Fits,
        ),
        (
            "little with this one, much over all",
            SAD,
            helped(-20, &[(Feeling::Sadness, -4)]),
            own(-20),
        ),
    ];
    for (what, need, effects, expected) in cases {
        assert_eq!(reason(&need, &effects), expected, "{what}");
    }
}

#[test]
fn what_did_not_help_is_behind_what_was_never_tried() {
    let (tried, new) = (plain("a"), plain("b"));
    for (effects, tried_is_last) in [
        (helped(0, &[]), true),
        (helped(12, &[]), true),
        (helped(-1, &[]), false),
        (helped(5, &[(Feeling::Sadness, -5)]), false),
        (helped(-30, &[(Feeling::Sadness, 1)]), true),
    ] {
        let tried = Candidate {
            effects: Some(&effects),
            favourite: true,
            ..candidate(&tried)
        };
        let ranked = ids(&SAD, &[tried, candidate(&new)]);
        assert_eq!(ranked[0] == "b", tried_is_last, "{effects:?}");
    }
}

#[test]
fn inside_a_kind_of_reason_the_better_result_or_fit_is_first_then_the_shorter() {
    let better = helped(-40, &[(Feeling::Sadness, -40)]);
    let good = helped(-10, &[(Feeling::Sadness, -10)]);
    let (a, z) = (plain("a"), plain("z"));
    let of = |skill, effects| Candidate {
        effects: Some(effects),
        ..candidate(skill)
    };
    assert_eq!(ids(&SAD, &[of(&a, &good), of(&z, &better)]), ["z", "a"]);

    let need = Need {
        urge: Some(Urge::Use),
        strength: Some(60),
        ..SAD
    };
    let named = |feelings, urges, strength| {
        move |skill: &mut Skill| {
            skill.fit.feelings = feelings;
            skill.fit.urges = urges;
            skill.fit.strength = strength;
        }
    };
    let sad = || Fits::These(vec![Feeling::Sadness]);
    let using = || Fits::These(vec![Urge::Use]);
    let both = skill("p-both", named(sad(), using(), [0, 100]));
    let urge = skill("o-urge", named(Fits::Any, using(), [0, 100]));
    let feeling = skill("n-feeling", named(sad(), Fits::Any, [0, 100]));
    let any = skill("m-any", named(Fits::Any, Fits::Any, [60, 60]));
    let weaker = skill("l-weaker", named(Fits::Any, Fits::Any, [0, 59]));
    let order = [&both, &urge, &feeling, &any, &weaker];
    for from in 0..=2 {
        let some: Vec<_> = order[from..]
            .iter()
            .rev()
            .map(|skill| candidate(skill))
            .collect();
        let expected: Vec<_> = order[from..from + 3]
            .iter()
            .map(|skill| skill.id.clone())
            .collect();
        assert_eq!(ids(&need, &some), expected);
    }

    let short = skill("z", |skill| skill.fit.minutes = 2);
    assert_eq!(ids(&SAD, &[candidate(&a), candidate(&short)]), ["z", "a"]);
    let earlier = skill("z", |skill| skill.module = Module::Mindfulness);
    assert_eq!(ids(&SAD, &[candidate(&a), candidate(&earlier)]), ["z", "a"]);
    let earlier = skill("z", |skill| skill.order = 5);
    assert_eq!(ids(&SAD, &[candidate(&a), candidate(&earlier)]), ["z", "a"]);
    assert_eq!(ids(&SAD, &[candidate(&z), candidate(&a)]), ["a", "z"]);
}

#[test]
fn what_does_not_fit_the_time_the_place_or_the_strength_is_left_out() {
    let crisis = skill("crisis", |skill| skill.fit.crisis = true);
    let long = skill("long", |skill| skill.fit.minutes = 20);
    let at_home = skill("at-home", |skill| skill.fit.places = vec![Place::Home]);
    let all = [&crisis, &long, &at_home].map(candidate);
    let none = Need::default();
    let cases: [(Need, &[&str]); 9] = [
        (none, &["at-home", "crisis", "long"]),
        (
            Need {
                minutes: Some(20),
                ..none
            },
            &["at-home", "crisis", "long"],
        ),
        (
            Need {
                minutes: Some(19),
                ..none
            },
            &["at-home", "crisis"],
        ),
        (
            Need {
                minutes: Some(4),
                ..none
            },
            &[],
        ),
        (
            Need {
                place: Some(Place::Home),
                ..none
            },
            &["at-home", "crisis", "long"],
        ),
        (
            Need {
                place: Some(Place::People),
                ..none
            },
            &["crisis", "long"],
        ),
        (
            Need {
                strength: Some(POINT),
                ..none
            },
            &["at-home", "crisis", "long"],
        ),
        (
            Need {
                strength: Some(POINT + 1),
                ..none
            },
            &["crisis"],
        ),
        (
            Need {
                strength: Some(100),
                minutes: Some(4),
                ..none
            },
            &[],
        ),
    ];
    for (need, expected) in cases {
        let mut found = ids(&need, &all);
        found.sort();
        assert_eq!(found, expected, "{need:?}");
    }
    for (point, strength, only_crisis) in [(0, 0, false), (0, 1, true), (100, 100, false)] {
        let need = Need {
            strength: Some(strength),
            ..none
        };
        assert_eq!(
            rank(&need, point, &all).len() == 1,
            only_crisis,
            "{strength} at {point}"
        );
    }
}

/// Nobody's own results bring back what is not for a crisis.
#[test]
fn above_the_point_not_even_the_best_own_result_or_a_favourite_counts() {
    let calm = plain("calm");
    let effects = helped(-60, &[(Feeling::Sadness, -60)]);
    let best = Candidate {
        effects: Some(&effects),
        favourite: true,
        in_group: true,
        ..candidate(&calm)
    };
    let crisis = skill("crisis", |skill| skill.fit.crisis = true);
    let in_vain = helped(20, &[]);
    let crisis = Candidate {
        effects: Some(&in_vain),
        ..candidate(&crisis)
    };
    let need = Need {
        strength: Some(95),
        ..SAD
    };
    assert_eq!(ids(&need, &[best, crisis]), ["crisis"]);
}
