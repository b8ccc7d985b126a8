//! What is left behind without a word is not kept; anything else is.

use evenkeel_core::content::{Feeling, Urge};
use evenkeel_core::error::ErrorCode;
use evenkeel_core::practice::{Answer, PracticeId, Rating, To, Which};
use evenkeel_core::skills::Need;

use crate::fixture::assert_code;
use crate::practising::{EVERY_KIND, Room, skill_file, strength, text};

fn room() -> Room {
    Room::with(&[("every-kind", skill_file("Every kind", EVERY_KIND))])
}

#[test]
fn what_was_begun_and_left_untouched_is_gone_at_the_next_start() {
    let mut room = room();
    let first = room.start("every-kind").id;
    assert_eq!(room.list(Which::Unfinished), [first]);
    let second = room.start("every-kind").id;
    assert_eq!(room.list(Which::Unfinished), [second]);
    assert_ne!(first, second);
    assert_code(room.try_at(first, None), ErrorCode::NotFound);
    assert_eq!(room.found("every kind"), [second]);
    room.verified();
}

#[test]
fn whatever_has_a_word_a_rating_or_a_step_is_kept() {
    type Touch = (&'static str, fn(&mut Room, PracticeId));
    let touches: [Touch; 12] = [
        ("a step on", |room, id| drop(room.next(id, "before"))),
        ("the strength before", |room, id| {
            room.answer(id, "before", strength(0))
        }),
        ("the feeling before", |room, id| {
            let feeling = Some(Feeling::Guilt);
            room.answer(
                id,
                "before",
                Answer::Rating(Rating {
                    feeling,
                    ..Rating::default()
                }),
            );
        }),
        ("the urge before", |room, id| {
            let urge = Some(Urge::Binge);
            room.answer(
                id,
                "before",
                Answer::Rating(Rating {
                    urge,
                    ..Rating::default()
                }),
            );
        }),
        ("how strong the urge was before", |room, id| {
            let urge_strength = Some(0);
            room.answer(
                id,
                "before",
                Answer::Rating(Rating {
                    urge_strength,
                    ..Rating::default()
                }),
            );
        }),
        ("the strength after", |room, id| {
            room.answer(id, "after", strength(0))
        }),
        ("how strong the urge was after", |room, id| {
            let urge_strength = Some(5);
            room.answer(
                id,
                "after",
                Answer::Rating(Rating {
                    urge_strength,
                    ..Rating::default()
                }),
            );
        }),
        ("the use code", |room, id| {
            room.answer(id, "use", Answer::Use { code: 0 })
        }),
        ("a word", |room, id| room.answer(id, "write", text("Words"))),
        ("a choice without words", |room, id| {
            room.answer(id, "branch", Answer::Way { way: 0 })
        }),
        ("its end", |room, id| {
            drop(room.go(id, "before", To::Finish))
        }),
        ("a day in the trash", |room, id| room.trash(id)),
    ];
    let mut room = room();
    let kept: Vec<_> = touches
        .iter()
        .map(|(what, touch)| {
            let id = room.start("every-kind").id;
            touch(&mut room, id);
            (what, id)
        })
        .collect();
    let told = Need {
        strength: Some(90),
        ..Need::default()
    };
    let told = room.try_start("every-kind", Some(told)).unwrap().id;
    for _ in 0..2 {
        room.start("every-kind");
    }
    for (what, id) in kept {
        assert!(room.try_at(id, None).is_ok(), "{what} does not keep it");
    }
    assert!(room.try_at(told, None).is_ok(), "what the finder was told");
    room.verified();
}

#[test]
fn a_start_with_a_strength_out_of_range_starts_nothing() {
    let mut room = room();
    let need = Need {
        strength: Some(101),
        ..Need::default()
    };
    assert_code(room.try_start("every-kind", Some(need)), ErrorCode::Invalid);
    assert!(room.list(Which::Unfinished).is_empty());
}

#[test]
fn a_new_practice_stands_at_the_rating_before() {
    let mut room = room();
    let view = room.start("every-kind");
    assert_eq!(view.at, "before");
    assert_eq!((view.number, view.total, view.finished), (1, 18, false));
    assert_eq!(
        (view.date.as_str(), view.time.as_str()),
        ("2026-11-22", "10:04")
    );
    assert_eq!(view.now_ms, room.now.millis());
    assert_eq!((view.before, view.after), (None, None));
    assert_eq!(view.cautions, ["Leave it when you like."]);
    assert!(view.step.is_none() && view.answer.is_none() && view.next_skill.is_none());
}
