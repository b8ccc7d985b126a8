use evenkeel_core::error::ErrorCode;
use evenkeel_core::practice::{
    self, Answer, Clock, Line, Pace, Point, PracticeAnswerRequest, Rating, To,
};
use evenkeel_core::vault::Unsaved;

use crate::fixture::assert_code;
use crate::practising::{
    EVERY_KIND, KINDS, Room, chosen, json, line, skill_file, strength, text, typical,
};

fn room() -> Room {
    Room::with(&[("every-kind", skill_file("Every kind", EVERY_KIND))])
}

const CLOCK: Clock = Clock {
    length_s: 60,
    run_since: None,
    counted_ms: 0,
};

fn clock(pace: Option<Pace>) -> Answer {
    Answer::Clock {
        clock: CLOCK,
        count: None,
        pace,
    }
}

fn tagged(tag: &str) -> Answer {
    Answer::Lines {
        lines: vec![line("One", None), line("Two", Some(tag))],
    }
}

fn curve(value: u8) -> Answer {
    Answer::Curve {
        clock: CLOCK,
        points: vec![Point { minute: 5, value }],
    }
}

fn cells(tag: &str) -> Answer {
    let mut cells = [const { Vec::<Line>::new() }; 4];
    cells[3].push(line("One", Some(tag)));
    Answer::Cells { cells }
}

/// An answer of each kind, with the steps that take it.
fn kinds_of_answers() -> Vec<(Answer, &'static [&'static str])> {
    vec![
        (text("Words"), &["write"]),
        (chosen(&["oak"]), &["choose", "checklist"]),
        (Answer::Number { value: 0 }, &["rate"]),
        (Answer::Lines { lines: Vec::new() }, &["list", "sort"]),
        (
            Answer::Cells {
                cells: [const { Vec::new() }; 4],
            },
            &["grid"],
        ),
        (clock(None), &["timer", "breathe", "tense", "imagery"]),
        (curve(0), &["curve"]),
        (Answer::Way { way: 0 }, &["branch"]),
        (Answer::Gate { ok: false }, &["gate"]),
        (strength(50), &["before", "after"]),
        (Answer::Use { code: 0 }, &["use"]),
    ]
}

#[test]
fn each_place_takes_its_kind_of_answer_and_refuses_every_other() {
    let mut room = room();
    let id = room.start("every-kind").id;
    let places = KINDS.iter().chain(&["before", "after", "use"]);
    for place in places {
        for (answer, takers) in kinds_of_answers() {
            let before = json(&room.sheet(id));
            let outcome = room.try_answer(id, place, Some(answer.clone()));
            if takers.contains(place) {
                outcome.unwrap();
                let view = room.try_at(id, Some(place)).unwrap();
                assert!(view.answer == Some(answer), "{place}");
            } else {
                assert_code(outcome, ErrorCode::Invalid);
                assert_eq!(json(&room.sheet(id)), before, "{place}");
            }
        }
    }
    room.verified();
}

#[test]
fn answers_are_read_as_the_ui_writes_them_and_with_nothing_besides() {
    let clock = r#""clock":{"length_s":60,"run_since":1795359600000,"counted_ms":250}"#;
    let good = [
        r#"{"kind":"text","text":"a"}"#.to_owned(),
        r#"{"kind":"choice","chosen":["a","b"]}"#.to_owned(),
        r#"{"kind":"number","value":7}"#.to_owned(),
        r#"{"kind":"lines","lines":[{"text":"a","tag":"b"},{"text":"","tag":null}]}"#.to_owned(),
        r#"{"kind":"cells","cells":[[],[{"text":"a","tag":null}],[],[]]}"#.to_owned(),
        format!(r#"{{"kind":"clock",{clock},"count":3,"pace":{{"inhale":4,"exhale":6}}}}"#),
        format!(r#"{{"kind":"clock",{clock},"count":null,"pace":null}}"#),
        format!(r#"{{"kind":"curve",{clock},"points":[{{"minute":5,"value":80}}]}}"#),
        r#"{"kind":"way","way":1}"#.to_owned(),
        r#"{"kind":"gate","ok":true}"#.to_owned(),
        r#"{"kind":"rating","feeling":"fear","strength":70,"urge":"lash_out","urge_strength":4}"#
            .to_owned(),
        r#"{"kind":"use","code":5}"#.to_owned(),
    ];
    for text in good {
        let answer: Answer = serde_json::from_str(&text).unwrap();
        assert_eq!(serde_json::to_string(&answer).unwrap(), text);
    }
    let wrong = [
        r#"{"kind":"gate","ok":true,"why":"heart"}"#,
        r#"{"kind":"gate","ok":null}"#,
        r#"{"kind":"lines","lines":[{"text":"a","tag":null,"colour":"red"}]}"#,
        r#"{"kind":"cells","cells":[[],[],[]]}"#,
        r#"{"kind":"number","value":-1}"#,
        r#"{"kind":"number","value":300}"#,
        r#"{"kind":"rating","feeling":"hunger","strength":null,"urge":null,"urge_strength":null}"#,
        r#"{"kind":"rating","strength":1,"colour":"red"}"#,
        r#"{"kind":"wish","text":"a"}"#,
        r#"{"text":"a"}"#,
        "null",
    ];
    for text in wrong {
        assert!(serde_json::from_str::<Answer>(text).is_err(), "{text}");
    }
}

#[test]
fn what_a_step_does_not_have_is_no_answer_to_it() {
    let mut room = room();
    let id = room.start("every-kind").id;
    let pace = |inhale, exhale| clock(Some(Pace { inhale, exhale }));
    let urge = |urge_strength| {
        Answer::Rating(Rating {
            urge_strength: Some(urge_strength),
            ..Rating::default()
        })
    };
    let cases = [
        ("choose", chosen(&["my own"]), true),
        ("choose", chosen(&[]), true),
        ("choose", chosen(&["oak", "elm"]), false),
        ("checklist", chosen(&["ash", "yew", "my own"]), true),
        ("rate", Answer::Number { value: 10 }, true),
        ("rate", Answer::Number { value: 11 }, false),
        ("list", tagged("big"), true),
        ("list", tagged("fact"), false),
        ("sort", tagged("fact"), true),
        ("sort", tagged("big"), false),
        ("grid", cells("soon"), true),
        ("grid", cells("big"), false),
        ("curve", curve(100), true),
        ("curve", curve(101), false),
        ("breathe", pace(1, 20), true),
        ("breathe", pace(0, 5), false),
        ("breathe", pace(5, 21), false),
        ("timer", pace(4, 6), false),
        ("branch", Answer::Way { way: 1 }, true),
        ("branch", Answer::Way { way: 2 }, false),
        ("before", strength(100), true),
        ("before", strength(101), false),
        ("after", urge(5), true),
        ("after", urge(6), false),
        ("use", Answer::Use { code: 7 }, true),
        ("use", Answer::Use { code: 8 }, false),
        ("read", text("Words"), false),
    ];
    for (step, answer, is_taken) in cases {
        let what = json(&answer);
        match room.try_answer(id, step, Some(answer)) {
            Ok(()) => assert!(is_taken, "{step} took {what}"),
            Err(error) => {
                assert_eq!(error.code(), ErrorCode::Invalid, "{step}");
                assert!(!is_taken, "{step} refused {what}");
            }
        }
    }
}

#[test]
fn an_answer_can_be_taken_away_everywhere() {
    let mut room = room();
    let id = room.start("every-kind").id;
    for place in ["before", "after"] {
        room.answer(id, place, strength(40));
    }
    room.answer(id, "use", Answer::Use { code: 3 });
    for kind in KINDS {
        let view = room.try_at(id, Some(kind)).unwrap();
        if let Some(answer) = typical(&view.step.unwrap(), 0, "oak") {
            room.answer(id, kind, answer);
        }
    }
    for place in KINDS.iter().chain(&["before", "after", "use"]) {
        room.try_answer(id, place, None).unwrap();
        let view = room.try_at(id, Some(place)).unwrap();
        assert!(view.answer.is_none(), "{place}");
    }
    assert!(room.sheet(id).answers.is_empty());
    assert!(room.found("oak").is_empty());
    room.verified();
}

#[test]
fn what_is_not_there_is_not_found_and_a_place_that_is_not_there_is_invalid() {
    let mut room = room();
    let id = room.start("every-kind").id;
    let gone = id + 1;
    assert_code(room.try_start("nothing", None), ErrorCode::NotFound);
    assert_code(room.try_at(gone, None), ErrorCode::NotFound);
    assert_code(room.try_answer(gone, "write", None), ErrorCode::NotFound);
    assert_code(room.go(gone, "before", To::Next), ErrorCode::NotFound);
    let now = room.now;
    let database = room.open.database_mut();
    assert_code(practice::sheet(database, gone, &now), ErrorCode::NotFound);
    assert_code(practice::trash(database, gone, &now), ErrorCode::NotFound);
    assert_code(practice::restore(database, gone), ErrorCode::NotFound);
    assert_code(practice::delete(database, gone), ErrorCode::NotFound);
    for place in ["", "nowhere", "done ", "end"] {
        assert_code(room.try_at(id, Some(place)), ErrorCode::Invalid);
        assert_code(room.go(id, place, To::Next), ErrorCode::Invalid);
        assert_code(room.go(id, place, To::Back), ErrorCode::Invalid);
        assert_code(room.try_answer(id, place, None), ErrorCode::Invalid);
        let words = Some(text("Words"));
        assert_code(room.try_answer(id, place, words), ErrorCode::Invalid);
    }
    assert_eq!(room.at(id).at, "before");
}

#[test]
fn nothing_written_while_practising_gets_into_debug_output() {
    const SECRET: &str = "sandpiper";
    let mut answers: Vec<Answer> = kinds_of_answers()
        .into_iter()
        .map(|(answer, _)| answer)
        .collect();
    answers.extend([
        text(SECRET),
        chosen(&[SECRET]),
        tagged(SECRET),
        cells(SECRET),
    ]);
    for answer in answers {
        let request = PracticeAnswerRequest {
            id: 1,
            step: "write".to_owned(),
            answer: Some(answer.clone()),
        };
        let unsaved = Unsaved {
            entry: Some(crate::fixture::entry(SECRET, SECRET)),
            answer: Some(request.clone()),
            ..Unsaved::default()
        };
        for shown in [
            format!("{answer:?}"),
            format!("{request:?}"),
            format!("{unsaved:#?}"),
            format!("{:?}", answer.lines()),
        ] {
            assert!(!shown.contains(SECRET), "{shown}");
        }
    }
}
