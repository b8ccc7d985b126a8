//! What has helped, against cases worked out by hand.

use evenkeel_core::content::Feeling::{self, Anger, Fear, Shame};
use evenkeel_core::skills::{self, Change, Effect, FeelingEffectView, WorksView};
use proptest::prelude::*;

use crate::practising::{Room, skill_file};

const ONE_STEP: &str = "[[step]]\nid = \"one\"\ntitle = \"One\"";

fn room() -> Room {
    let file = |name| skill_file(name, ONE_STEP);
    Room::with(&[("a", file("A")), ("b", file("B")), ("c", file("C"))])
}

fn change(typical: i16, low: i16, high: i16, uses: u32) -> Option<Change> {
    Some(Change {
        typical,
        low,
        high,
        uses,
    })
}

#[test]
fn median_and_quartiles_are_those_worked_out_by_hand() {
    let cases: [(&[i16], Option<Change>); 12] = [
        (&[], None),
        (&[-40], None),
        (&[-40, -50], None),
        (&[0, 0, 0], change(0, 0, 0, 3)),
        // Between -30 and -20, on -20, between -20 and -10.
        (&[-10, -30, -20], change(-20, -25, -15, 3)),
        // Three quarters of the way from -40 to -30, halfway from -30 to -20, a quarter from -20 to -10:
        // -32.5, -25, -17.5; halves away from zero.
        (&[-40, -10, -30, -20], change(-25, -33, -18, 4)),
        (&[-2, -1, -2], change(-2, -2, -2, 3)),
        (&[1, 2, 2], change(2, 2, 2, 3)),
        // -2.25, -0.5 and 1.25.
        (&[1, -3, 2, -2], change(-1, -2, 1, 4)),
        // One bad day does not drag the typical use along.
        (&[-10, 100, -10, -50, 0], change(-10, -10, 0, 5)),
        (&[100, -100, 100, -100], change(0, -100, 100, 4)),
        (&[-5, -4, -3, -2, -1, 0, 1, 2, 3], change(-1, -3, 1, 9)),
    ];
    for (changes, expected) in cases {
        assert_eq!(skills::of(changes.to_vec()), expected, "{changes:?}");
    }
}

proptest! {
    #[test]
    fn any_changes_have_their_typical_one_inside_their_middle_half(
        changes in prop::collection::vec(-100..=100_i16, 3..60),
        by in 0..60_usize,
    ) {
        let change = skills::of(changes.clone()).unwrap();
        prop_assert_eq!(usize::try_from(change.uses).unwrap(), changes.len());
        prop_assert!(change.low <= change.typical && change.typical <= change.high);
        prop_assert!(changes.iter().any(|one| *one <= change.low));
        prop_assert!(changes.iter().any(|one| *one >= change.high));
        let at_most = changes.iter().filter(|one| **one <= change.typical).count();
        prop_assert!(2 * at_most >= changes.len() - 1);
        let mut turned = changes;
        let places = turned.len();
        turned.rotate_left(by % places);
        prop_assert_eq!(skills::of(turned), Some(change), "whatever their order");
    }
}

type Use = (
    &'static str,
    Option<Feeling>,
    Option<u8>,
    Option<u8>,
    Option<u8>,
);

fn works_after(uses: &[Use]) -> WorksView {
    let mut room = room();
    for (skill, feeling, before, after, code) in uses {
        room.practised(skill, *feeling, *before, *after, *code);
    }
    skills::works(room.open.database(), &room.library).unwrap()
}

fn effects_of(view: &WorksView) -> Vec<(&str, Effect)> {
    view.skills
        .iter()
        .map(|skill| (skill.id.as_str(), skill.all))
        .collect()
}

const fn effect(uses: u32, change: Option<Change>) -> Effect {
    Effect { uses, change }
}

#[test]
fn nothing_is_claimed_under_three_uses_with_both_ratings() {
    let rated = ("a", None, Some(60), Some(40), Some(6));
    let cases: [(&[Use], Effect); 7] = [
        (&[rated, rated], effect(2, None)),
        (&[rated, rated, rated], effect(3, change(-20, -20, -20, 3))),
        (
            &[rated, rated, ("a", None, None, Some(40), Some(6))],
            effect(3, None),
        ),
        (
            &[rated, rated, ("a", None, Some(60), None, Some(6))],
            effect(3, None),
        ),
        (
            &[rated, rated, rated, ("a", None, None, None, Some(6))],
            effect(4, change(-20, -20, -20, 3)),
        ),
        (
            &[rated, rated, ("a", None, Some(100), Some(0), Some(3))],
            effect(2, None),
        ),
        (
            &[rated, rated, ("a", None, Some(60), Some(70), None)],
            effect(3, change(-20, -20, -5, 3)),
        ),
    ];
    for (uses, expected) in cases {
        assert_eq!(
            effects_of(&works_after(uses)),
            [("a", expected)],
            "{uses:?}"
        );
    }
    assert_eq!(
        works_after(&[]),
        WorksView {
            skills: vec![],
            few: 0
        }
    );
}

#[test]
fn codes_that_say_it_was_not_used_count_nowhere() {
    for code in 0..=7 {
        let works = works_after(&[("a", Some(Fear), Some(60), Some(40), Some(code))]);
        let expected: &[(&str, Effect)] = if code < 4 {
            &[]
        } else {
            &[("a", effect(1, None))]
        };
        assert_eq!(effects_of(&works), expected, "code {code}");
    }
}

#[test]
fn half_done_and_trashed_practices_count_nowhere() {
    let mut room = room();
    let half = room.start("a").id;
    room.answer(half, "before", crate::practising::strength(60));
    room.answer(half, "after", crate::practising::strength(40));
    let trashed = room.practised("b", None, Some(60), Some(40), None);
    room.trash(trashed);
    let works = skills::works(room.open.database(), &room.library).unwrap();
    assert_eq!(effects_of(&works), []);
}

#[test]
fn each_feeling_has_its_own_numbers_and_the_most_used_skill_is_first() {
    let uses = [
        ("b", Some(Anger), Some(80), Some(80), None),
        ("b", Some(Fear), Some(80), Some(40), None),
        ("c", None, None, None, None),
        ("b", Some(Fear), Some(50), Some(20), None),
        ("a", Some(Shame), Some(30), Some(35), None),
        ("b", None, Some(60), Some(60), None),
        ("b", Some(Fear), Some(70), Some(60), None),
        ("a", Some(Shame), Some(30), Some(30), None),
        ("a", Some(Shame), Some(90), Some(100), None),
    ];
    let works = works_after(&uses);
    // Of b: 0, -40, -30, 0, -10. Of a: 5, 0, 10.
    assert_eq!(
        effects_of(&works),
        [
            ("b", effect(5, change(-10, -30, 0, 5))),
            ("a", effect(3, change(5, 3, 8, 3))),
            ("c", effect(1, None)),
        ]
    );
    assert_eq!(works.few, 1);
    let feeling = |feeling, effect| FeelingEffectView { feeling, effect };
    assert_eq!(
        works.skills[0].feelings,
        [
            feeling(Anger, effect(1, None)),
            feeling(Fear, effect(3, change(-30, -35, -20, 3))),
        ]
    );
    assert_eq!(
        works.skills[1].feelings,
        [feeling(Shame, effect(3, change(5, 3, 8, 3)))]
    );
    assert!(works.skills[2].feelings.is_empty());
    assert_eq!(works.skills[0].name, "B");
}

#[test]
fn uses_of_an_older_version_of_a_skill_count_for_it() {
    let mut room = room();
    room.practised("a", None, Some(60), Some(50), None);
    room.practised("a", None, Some(60), Some(40), None);
    let newer = skill_file("A, newer", &ONE_STEP.replace("One", "The one"));
    room.library = crate::practising::library(&[("a", newer)]);
    room.practised("a", None, Some(60), Some(30), None);
    room.practised("a", None, Some(60), Some(20), None);
    let works = skills::works(room.open.database(), &room.library).unwrap();
    assert_eq!(
        effects_of(&works),
        [("a", effect(4, change(-25, -33, -18, 4)))]
    );
    assert_eq!(works.skills[0].name, "A, newer");
}

#[test]
fn a_changed_rating_changes_what_is_claimed() {
    let mut room = room();
    let ids = [60, 60, 60].map(|before| room.practised("a", None, Some(before), Some(30), None));
    room.answer(ids[0], "after", crate::practising::strength(60));
    room.answer(
        ids[1],
        "use",
        evenkeel_core::practice::Answer::Use { code: 2 },
    );
    let works = skills::works(room.open.database(), &room.library).unwrap();
    assert_eq!(effects_of(&works), [("a", effect(2, None))]);
    room.answer(
        ids[1],
        "use",
        evenkeel_core::practice::Answer::Use { code: 7 },
    );
    let works = skills::works(room.open.database(), &room.library).unwrap();
    assert_eq!(
        effects_of(&works),
        [("a", effect(3, change(-30, -30, -15, 3)))]
    );
}
