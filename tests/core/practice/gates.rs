//! Safety gates: what is kept of an answer, how long it holds, and what it closes.

use chrono::TimeDelta;
use evenkeel_core::content::Gates;
use evenkeel_core::practice::{Answer, PracticeId};
use evenkeel_core::skills;
use evenkeel_core::skills::Need;

use crate::fixture::raw;
use crate::practising::{Room, skill_file};

const GATED: &str = r#"
    [[step]]
    id = "safe"
    title = "Safe"
    do.gate = { gate = "cold", otherwise = "mild" }
    [[step]]
    id = "cold"
    title = "Cold"
    then = "end"
    [[step]]
    id = "mild"
    title = "Mild"
"#;

const OPEN: &str = "[[step]]\nid = \"one\"\ntitle = \"One\"";

fn room() -> Room {
    Room::with(&[
        ("cold", skill_file("Cold water", GATED)),
        ("warm", skill_file("Warm tea", OPEN)),
        (
            "effort",
            skill_file(
                "Stairs",
                &GATED.replace("gate = \"cold\"", "gate = \"effort\""),
            ),
        ),
    ])
}

fn at_gate(room: &mut Room, skill: &str) -> PracticeId {
    let id = room.start(skill).id;
    room.next(id, "before");
    id
}

fn asked(room: &Room, id: PracticeId) -> Option<bool> {
    room.try_at(id, Some("safe")).unwrap().gate.unwrap().asked
}

fn offered(room: &Room) -> Vec<String> {
    let need = Need::default();
    let view = skills::find(room.open.database(), &room.library, &need, &room.now).unwrap();
    let mut ids: Vec<_> = view
        .suggestions
        .into_iter()
        .map(|suggestion| suggestion.card.id)
        .collect();
    ids.sort();
    ids
}

#[test]
fn only_ok_passes_and_a_skipped_gate_counts_as_not_ok() {
    for (answer, next) in [(Some(true), "cold"), (Some(false), "mild"), (None, "mild")] {
        let mut room = room();
        let id = at_gate(&mut room, "cold");
        if let Some(ok) = answer {
            room.answer(id, "safe", Answer::Gate { ok });
        }
        assert_eq!(room.next(id, "safe").at, next, "{answer:?}");
        assert_eq!(room.next(id, next).at, "after", "{answer:?}");
    }
}

/// What was answered in one practice opens no gate in another: there it is answered again.
#[test]
fn an_earlier_ok_opens_no_gate_by_itself() {
    let mut room = room();
    let first = at_gate(&mut room, "cold");
    room.answer(first, "safe", Answer::Gate { ok: true });
    room.finish(first);
    let second = at_gate(&mut room, "cold");
    assert_eq!(asked(&room, second), Some(true));
    assert!(room.at(second).answer.is_none());
    assert_eq!(room.next(second, "safe").at, "mild");
}

#[test]
fn the_questions_are_those_of_the_gate() {
    let mut room = room();
    let id = at_gate(&mut room, "cold");
    let shown = room.at(id).gate.unwrap();
    let gates = Gates::bundled().unwrap().gates;
    let gate = gates.iter().find(|gate| gate.id == "cold").unwrap();
    assert_eq!((&shown.id, &shown.title), (&gate.id, &gate.title));
    assert_eq!(
        (&shown.say, &shown.ask, &shown.team),
        (&gate.say, &gate.ask, &gate.team)
    );
    assert_eq!((&shown.ok, &shown.not_ok), (&gate.ok, &gate.not_ok));
}

#[test]
fn an_answer_holds_for_thirty_days_and_is_asked_again_after_that() {
    for ok in [true, false] {
        let mut room = room();
        let id = at_gate(&mut room, "cold");
        assert_eq!(asked(&room, id), None);
        room.answer(id, "safe", Answer::Gate { ok });
        assert_eq!(asked(&room, id), Some(ok));
        room.pass(TimeDelta::days(30) - TimeDelta::milliseconds(1));
        room = room.reopened();
        assert_eq!(asked(&room, id), Some(ok));
        room.pass(TimeDelta::milliseconds(1));
        assert_eq!(asked(&room, id), None);
        room.answer(id, "safe", Answer::Gate { ok: !ok });
        assert_eq!(
            asked(&room, id),
            Some(!ok),
            "the newest answer counts, from its own day"
        );
    }
}

#[test]
fn the_same_answer_within_the_month_puts_the_next_question_off_no_further() {
    let mut room = room();
    let id = at_gate(&mut room, "cold");
    room.answer(id, "safe", Answer::Gate { ok: true });
    room.pass(TimeDelta::days(29));
    room.answer(id, "safe", Answer::Gate { ok: true });
    assert_eq!(asked(&room, id), Some(true));
    room.pass(TimeDelta::days(1));
    assert_eq!(asked(&room, id), None);
}

#[test]
fn while_not_ok_holds_the_finder_leaves_out_every_skill_behind_that_gate() {
    let mut room = room();
    assert_eq!(
        offered(&room),
        ["cold", "effort", "warm"],
        "unasked closes nothing"
    );
    let id = at_gate(&mut room, "cold");
    room.answer(id, "safe", Answer::Gate { ok: false });
    assert_eq!(offered(&room), ["effort", "warm"]);
    let other = at_gate(&mut room, "effort");
    assert_eq!(asked(&room, other), None, "each gate for itself");
    room.answer(other, "safe", Answer::Gate { ok: true });
    assert_eq!(offered(&room), ["effort", "warm"]);
    room.pass(TimeDelta::days(30));
    assert_eq!(offered(&room), ["cold", "effort", "warm"]);
}

/// Taking an answer back, or deleting the practice, opens no gate that was closed.
#[test]
fn a_no_outlives_the_practice_it_was_said_in() {
    let mut room = room();
    let id = at_gate(&mut room, "cold");
    room.answer(id, "safe", Answer::Gate { ok: false });
    room.try_answer(id, "safe", None).unwrap();
    assert_eq!(offered(&room), ["effort", "warm"]);
    room.trash(id);
    evenkeel_core::practice::delete(room.open.database_mut(), id).unwrap();
    assert_eq!(offered(&room), ["effort", "warm"]);
}

#[test]
fn nothing_but_the_answer_and_its_moment_is_kept() {
    let mut room = room();
    for (skill, ok) in [("cold", false), ("effort", true), ("cold", true)] {
        let id = at_gate(&mut room, skill);
        room.answer(id, "safe", Answer::Gate { ok });
        room.next(id, "safe");
    }
    let now_ms = room.now.millis();
    room.reopened_after(|made| {
        let raw = raw(made);
        let mut statement = raw.prepare("SELECT * FROM gate ORDER BY gate").unwrap();
        let columns: Vec<&str> = statement.column_names().collect();
        assert_eq!(columns, ["gate", "ok", "asked_ms"]);
        let rows: Vec<(String, bool, i64)> = statement
            .query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))
            .unwrap()
            .map(Result::unwrap)
            .collect();
        assert_eq!(
            rows,
            [
                ("cold".to_owned(), true, now_ms),
                ("effort".to_owned(), true, now_ms)
            ]
        );
        let contents: Vec<String> = raw
            .prepare("SELECT DISTINCT content FROM answer ORDER BY 1")
            .unwrap()
            .query_map([], |row| row.get(0))
            .unwrap()
            .map(Result::unwrap)
            .collect();
        assert_eq!(
            contents,
            [
                r#"{"kind":"gate","ok":false}"#,
                r#"{"kind":"gate","ok":true}"#
            ]
        );
    });
}
