use chrono::TimeDelta;
use evenkeel_core::content::Feeling;
use evenkeel_core::practice::{Answer, Clock, PracticeId, PracticeView, Rating, To, Which};
use evenkeel_core::skills::Need;

use crate::fixture::Made;
use crate::practising::{EVERY_KIND, KINDS, Room, json, skill_file, text, typical};

fn room() -> Room {
    Room::with(&[("every-kind", skill_file("Every kind", EVERY_KIND))])
}

fn answer_typically(room: &mut Room, view: &PracticeView) {
    if let Some(answer) = typical(view.step.as_ref().unwrap(), 0, "oak") {
        room.answer(view.id, &view.at, answer);
    }
}

#[test]
fn at_every_kind_of_step_it_goes_on_where_it_was_after_a_lock() {
    let mut room = room();
    let id = room.start("every-kind").id;
    room.next(id, "before");
    for kind in KINDS {
        let view = room.at(id);
        assert_eq!(view.at, kind);
        room = room.reopened();
        assert_eq!(json(&room.at(id)), json(&view), "{kind}, unanswered");
        answer_typically(&mut room, &view);
        let view = room.at(id);
        room = room.reopened();
        assert_eq!(json(&room.at(id)), json(&view), "{kind}, answered");
        room.next(id, kind);
    }
    for (place, answer) in [
        ("after", crate::practising::strength(30)),
        ("use", Answer::Use { code: 5 }),
    ] {
        room.answer(id, place, answer.clone());
        room = room.reopened();
        let view = room.at(id);
        assert_eq!(view.at, place);
        assert!(view.answer == Some(answer));
        room.next(id, place);
    }
    let view = room.at(id);
    room = room.reopened();
    assert_eq!(json(&room.at(id)), json(&view));
    assert!(view.finished && view.at == "done");
}

#[test]
fn a_running_clock_runs_on_through_a_lock_and_a_night() {
    let mut room = room();
    let id = room.start("every-kind").id;
    let running = Clock {
        length_s: 60,
        run_since: Some(room.now.millis() - 90_000),
        counted_ms: 12_345,
    };
    let answers = [
        (
            "timer",
            Answer::Clock {
                clock: running,
                count: Some(2),
                pace: None,
            },
        ),
        (
            "curve",
            Answer::Curve {
                clock: running,
                points: Vec::new(),
            },
        ),
    ];
    for (step, answer) in &answers {
        room.answer(id, step, answer.clone());
    }
    let before = room.at(id).now_ms;
    room.pass(TimeDelta::hours(9));
    room = room.reopened();
    for (step, answer) in answers {
        let view = room.try_at(id, Some(step)).unwrap();
        assert!(view.answer == Some(answer), "{step}");
        assert_eq!(view.now_ms - before, 9 * 3_600_000, "the host's clock");
    }
}

/// As a kill leaves it: the files as they are while the vault is open.
#[test]
fn an_acknowledged_answer_is_in_the_file_at_once() {
    let mut room = room();
    let id = room.start("every-kind").id;
    room.next(id, "before");
    room.go(id, "choose", To::Next).unwrap();
    room.answer(id, "write", text("The heron stood by the weir."));
    let left = Made {
        folder: tempfile::tempdir().unwrap(),
        words: evenkeel_core::vault::RecoveryWords::parse(
            "legal winner thank year wave sausage worth useful legal winner thank yellow",
        )
        .unwrap(),
    };
    std::fs::create_dir(left.dir()).unwrap();
    for name in ["vault.db", "vault.keys", "vault.keys.2"] {
        std::fs::copy(room.made.path(name), left.path(name)).unwrap();
    }
    let open = left.unlock().unwrap();
    let left = Room {
        made: left,
        open,
        library: room.library.clone(),
        now: room.now,
    };
    assert_eq!(json(&left.at(id)), json(&room.at(id)));
    assert_eq!(left.at(id).at, "write");
    assert_eq!(left.found("heron"), [id]);
    left.verified();
}

#[test]
fn half_done_work_is_listed_and_finished_days_later_under_the_day_it_was_begun() {
    let mut room = room();
    let id = room.start("every-kind").id;
    room.answer(id, "before", crate::practising::strength(60));
    room.next(id, "before");
    room.pass(TimeDelta::days(5));
    room = room.reopened();
    assert_eq!(room.list(Which::Unfinished), [id]);
    room.finish(id);
    assert!(room.list(Which::Unfinished).is_empty());
    let summary = room.sheet(id).summary;
    assert_eq!(
        (summary.date.as_str(), summary.time.as_str()),
        ("2026-11-22", "10:04")
    );
    assert_eq!(room.list(Which::Finished), [id]);
}

#[test]
fn finished_work_is_changed_without_being_unfinished() {
    let mut room = room();
    let id = room.start("every-kind").id;
    room.answer(id, "write", text("First words."));
    room.finish(id);
    let view = room.try_at(id, Some("write")).unwrap();
    assert!(view.finished && view.answer == Some(text("First words.")));
    room.answer(id, "write", text("Later words."));
    let after = room.next(id, "write");
    assert_eq!((after.at.as_str(), after.finished), ("rate", true));
    assert_eq!(room.at(id).at, "done");
    assert!(room.sheet(id).answers[0].answer == text("Later words."));
    assert_eq!(
        (room.found("later"), room.found("first")),
        (vec![id], vec![])
    );
    room.try_answer(id, "write", None).unwrap();
    assert!(room.sheet(id).answers.is_empty());
    room.verified();
}

#[test]
fn finish_goes_straight_to_the_rating_after_and_back_leads_to_the_last_step() {
    let mut room = room();
    let id = room.start("every-kind").id;
    room.next(id, "before");
    let view = room.go(id, "read", To::Finish).unwrap();
    assert_eq!((view.at.as_str(), view.finished), ("after", false));
    assert_eq!(room.at(id).at, "after");
    // The gate was not passed, and it is the last.
    assert_eq!(room.go(id, "after", To::Back).unwrap().at, "gate");
    assert_eq!(room.go(id, "before", To::Back).unwrap().at, "before");
}

#[test]
fn another_way_at_a_branch_leads_elsewhere_and_forgets_nothing() {
    let mut room = room();
    let id = room.start("every-kind").id;
    let way = |way| Answer::Way { way };
    room.answer(id, "branch", way(0));
    room.answer(id, "gate", Answer::Gate { ok: true });
    let long = room.try_at(id, Some("branch")).unwrap();
    room.answer(id, "branch", way(1));
    let short = room.try_at(id, Some("branch")).unwrap();
    assert_eq!((long.total, short.total), (18, 17), "one step less");
    assert_eq!(room.next(id, "branch").at, "after");
    let off_the_way = room.try_at(id, Some("gate")).unwrap();
    assert!(off_the_way.answer == Some(Answer::Gate { ok: true }));
    assert_eq!(room.next(id, "gate").at, "after");
    assert_eq!(room.sheet(id).answers.len(), 2);
}

fn rating_of(room: &Room, id: PracticeId, at: &str) -> Option<Answer> {
    room.try_at(id, Some(at)).unwrap().answer
}

#[test]
fn the_feeling_is_one_for_both_ratings_and_the_finder_fills_in_what_it_was_told() {
    let mut room = room();
    let need = Need {
        feeling: Some(Feeling::Shame),
        strength: Some(70),
        minutes: Some(10),
        ..Need::default()
    };
    let told = room.try_start("every-kind", Some(need)).unwrap();
    let before = Rating {
        feeling: Some(Feeling::Shame),
        strength: Some(70),
        ..Rating::default()
    };
    assert_eq!(told.before, Some(before));
    let other = Rating {
        feeling: Some(Feeling::Anger),
        strength: Some(20),
        ..Rating::default()
    };
    room.answer(told.id, "after", Answer::Rating(other));
    let after = Rating {
        feeling: Some(Feeling::Shame),
        ..other
    };
    assert!(
        rating_of(&room, told.id, "after") == Some(Answer::Rating(after)),
        "what was named before holds"
    );
    let untold = room.start("every-kind").id;
    room.answer(untold, "after", Answer::Rating(other));
    assert_eq!(
        room.at(untold).before.and_then(|before| before.feeling),
        Some(Feeling::Anger),
        "what was not named before is named after"
    );
}
