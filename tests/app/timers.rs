//! Steps that run on time: Start, Pause, longer, and what a screen reader hears meanwhile.

use super::exercises::step_of;
use evenkeel_tests::app::App;
use evenkeel_tests::desktop::{Desktop, Look};
use evenkeel_tests::journey::PASSPHRASE;
use evenkeel_tests::wait::{self, PATIENCE};
use evenkeel_tests::webdriver::key;
use serde_json::{Value, json};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

const A_WHILE: Duration = Duration::from_millis(1200);

fn now_ms() -> i64 {
    let since = SystemTime::now()
        .duration_since(UNIX_EPOCH)
        .expect("it is later than 1970");
    i64::try_from(since.as_millis()).expect("a near year")
}

fn number(value: &Value) -> i64 {
    value
        .as_i64()
        .unwrap_or_else(|| panic!("{value} is a number"))
}

/// Starts, pauses and lengthens the timer of a step with the keyboard.
pub fn run(app: &App<'_>, kind: &str, view: &Value) {
    match kind {
        "timer" => timer(app, view),
        "breathe" => breathe(app, view),
        "tense" => {
            let group = |at: usize| {
                let group = &view["step"]["do"]["tense"]["groups"][at];
                let text = |part: &str| group[part].as_str().unwrap_or_default();
                format!("{}. {}", text("name"), text("how"))
            };
            parts(
                app,
                view,
                ["practice.part_next", "practice.part_again"],
                group,
            );
        }
        "imagery" => {
            let scene = |at: usize| {
                let scene = &view["step"]["do"]["imagery"]["scenes"][at]["say"];
                scene.as_str().unwrap_or_default().to_owned()
            };
            parts(
                app,
                view,
                ["practice.scene_next", "practice.scene_again"],
                scene,
            );
        }
        "curve" => curve(app, view),
        other => panic!("nothing runs at {other}"),
    }
}

/// What the live region of the exercise says; there is one, and it waits for a pause to speak.
#[track_caller]
fn heard(app: &App<'_>) -> String {
    let script = "const all = [...document.querySelectorAll('main.practice :is([role=status], [role=alert], [role=timer], [role=log], [aria-live])')]
            .filter((one) => one.checkVisibility());
        return all.map((one) => `${one.getAttribute('role')}: ${one.innerText}`);";
    let all = app.expect(app.session().script(script, &[]), "the page answers");
    let all = all.as_array().expect("a list").clone();
    let [Value::String(only)] = all.as_slice() else {
        panic!("one live region, not {all:?}")
    };
    let words = only.strip_prefix("status: ");
    words.expect("a polite live region").trim().to_owned()
}

#[track_caller]
fn hear(app: &App<'_>, words: &str) {
    let mut last = String::new();
    let found = wait::until_or_none(PATIENCE, || {
        last = heard(app);
        (last == words).then_some(())
    });
    assert!(found.is_some(), "{words:?} is not said, but {last:?}");
}

/// Presses Start. Answers the clock that then runs, and when it was pressed.
#[track_caller]
fn start(app: &App<'_>, view: &Value) -> (Value, i64) {
    let before = now_ms();
    app.enter(&app.words("practice.start"));
    let kept = app.see_kept(view, step_of(view).0, "a running clock", |answer| {
        answer["clock"]["run_since"].is_number()
    });
    let since = number(&kept["clock"]["run_since"]);
    assert!(
        (before..=now_ms()).contains(&since),
        "it runs since the press, by the clock on the wall"
    );
    (kept["clock"].clone(), since)
}

/// Presses Pause, which is where Start was. Answers what is kept.
#[track_caller]
fn pause(app: &App<'_>, view: &Value) -> Value {
    app.see_focus("button", &app.words("practice.pause"));
    app.press(&[], &[key::ENTER]);
    hear(app, &app.words("practice.paused"));
    app.see_kept(view, step_of(view).0, "a clock at rest", |answer| {
        answer["clock"]["run_since"].is_null()
    })
}

fn timer(app: &App<'_>, view: &Value) {
    let (step, _) = step_of(view);
    let (clock, since) = start(app, view);
    std::thread::sleep(A_WHILE);
    let counted = number(&pause(app, view)["clock"]["counted_ms"]);
    assert!((1200..=now_ms() - since).contains(&counted), "{counted} ms");

    app.see_focus("button", &app.words("practice.go_on"));
    let length = number(&clock["length_s"]);
    let lasts = |seconds: i64| {
        let what = format!("{seconds} seconds");
        app.see_kept(view, step, &what, |answer| {
            answer["clock"]["length_s"] == json!(seconds)
        })
    };
    app.enter(&app.words("practice.longer"));
    lasts(length + 60);
    app.enter(&app.words("practice.shorter"));
    lasts(length);
    // Too short to give a minute away: the button is off, and keeps the focus.
    app.press(&[], &[key::ENTER]);
    app.see_focus("button", &app.words("practice.shorter"));
    app.enter(&app.words("practice.longer"));
    lasts(length + 60);
    let tally = view["step"]["do"]["timer"]["count"].clone();
    app.enter(tally.as_str().unwrap_or_default());
    app.see_focus(
        "button",
        &app.words_with("practice.tally", &[tally, json!(1)]),
    );
    app.press(&[], &[key::ENTER]);
    app.see_kept(view, step, "two of them", |answer| {
        answer["count"] == json!(2)
    });
}

fn breathe(app: &App<'_>, view: &Value) {
    let (step, _) = step_of(view);
    let (_, since) = start(app, view);
    for words in ["settle", "breathe_in", "breathe_out"] {
        hear(app, &app.words(&format!("practice.{words}")));
    }
    let counted = number(&pause(app, view)["clock"]["counted_ms"]);
    assert!((7000..=now_ms() - since).contains(&counted), "{counted} ms");

    let pace = view["step"]["do"]["breathe"].clone();
    let slower = |what: &str| app.words_with("practice.slower", &[json!(app.words(what))]);
    app.enter(&slower("practice.inhale"));
    app.enter(&slower("practice.exhale"));
    let expected = json!({
        "inhale": number(&pace["inhale"]) + 1, "exhale": number(&pace["exhale"]) + 1,
    });
    app.see_kept(view, step, "a slower pace", |answer| {
        answer["pace"] == expected
    });
}

/// A step in parts: each is said when it begins, and a press goes on to the next or back again.
fn parts(app: &App<'_>, view: &Value, ways: [&str; 2], words: impl Fn(usize) -> String) {
    let [next, again] = ways.map(|way| app.words(way));
    start(app, view);
    hear(app, &words(0));
    app.enter(&next);
    hear(app, &words(1));
    let second = app.see_kept(view, step_of(view).0, "the second part", |answer| {
        number(&answer["clock"]["counted_ms"]) > 0
    });
    app.enter(&next);
    hear(app, &words(2));
    app.tab_back_to("button", &app.words("practice.pause"));
    let third = pause(app, view);
    let [second, third] = [&second, &third].map(|answer| number(&answer["clock"]["counted_ms"]));
    assert!(third > second, "{third} ms is after {second} ms");
    app.enter(&again);
    app.see_kept(
        view,
        step_of(view).0,
        "the third part from its start",
        |answer| (second + 1..=third).contains(&number(&answer["clock"]["counted_ms"])),
    );
}

fn curve(app: &App<'_>, view: &Value) {
    let (step, _) = step_of(view);
    let add = app.words("practice.curve_add");
    app.pick("6");
    app.enter(&add);
    let kept = app.see_kept(view, step, "the first number", |answer| {
        answer["points"] == json!([{"minute": 0, "value": 6}])
    });
    assert!(
        kept["clock"]["run_since"].is_number(),
        "the curve runs: {kept}"
    );
    app.see_focus("button", &add);
    // A second one within the minute takes the place of the first.
    app.pick("8");
    app.enter(&add);
    app.see_kept(view, step, "the second number", |answer| {
        answer["points"] == json!([{"minute": 0, "value": 8}])
    });
}

/// Opens a step whose clock has run for a while already.
fn opened(app: &App<'_>, skill: &str, kind: &str, answer: &Value) -> Value {
    let view = app.practise_to(skill, kind);
    app.give_answer(&view, step_of(&view).0, answer);
    app.go_on_by_keys(&view);
    view
}

fn clock(length_s: i64, run_since: Option<i64>, counted_ms: i64) -> Value {
    json!({"length_s": length_s, "run_since": run_since, "counted_ms": counted_ms})
}

#[test]
fn the_end_of_a_timer_is_said_once_and_can_be_put_off() {
    let desktop = Desktop::default();
    let app = desktop.start();
    app.first_start(PASSPHRASE, false);
    let answer =
        json!({"kind": "clock", "clock": clock(60, None, 57_500), "count": null, "pace": null});
    let view = opened(&app, "observe", "timer", &answer);
    app.enter(&app.words("practice.go_on"));
    hear(&app, &app.words("practice.time_up"));
    app.see_kept_as(
        &view,
        step_of(&view).0,
        &json!({"kind": "clock", "clock": clock(60, None, 60_000), "count": null, "pace": null}),
    );
    app.see_focus("button", &app.words("practice.longer"));
    app.press(&[], &[key::ENTER]);
    let kept = app.see_kept(&view, step_of(&view).0, "a minute more", |answer| {
        answer["clock"]["length_s"] == json!(120)
    });
    assert!(kept["clock"]["run_since"].is_number(), "it runs on: {kept}");
}

#[test]
fn a_curve_asks_for_the_next_number_by_the_clock_on_the_wall() {
    let desktop = Desktop::default();
    let app = desktop.start();
    app.first_start(PASSPHRASE, false);
    let begun = now_ms() - 5 * 60_000 - 1000;
    let answer = json!({
        "kind": "curve", "clock": clock(1800, Some(begun), 0), "points": [{"minute": 0, "value": 7}],
    });
    let view = opened(&app, "urge-surfing", "curve", &answer);
    hear(&app, &app.words("practice.curve_due"));
    app.pick("5");
    app.enter(&app.words("practice.curve_add"));
    app.see_kept_as(
        &view,
        step_of(&view).0,
        &json!({
            "kind": "curve", "clock": clock(1800, Some(begun), 0),
            "points": [{"minute": 0, "value": 7}, {"minute": 5, "value": 5}],
        }),
    );
}

/// Sizes of the breathing shape, from one phase to the next.
fn sizes(app: &App<'_>) -> Vec<String> {
    let script = "return document.querySelector('.pacer-shape').style.scale;";
    let mut seen: Vec<String> = Vec::new();
    app.enter(&app.words("practice.start"));
    hear(app, &app.words("practice.breathe_in"));
    let breathe_out = app.words("practice.breathe_out");
    while heard(app) != breathe_out {
        let size = app.expect(app.session().script(script, &[]), "the shape has a size");
        let size = evenkeel_tests::roles::text_of(&size);
        if seen.last() != Some(&size) {
            seen.push(size);
        }
    }
    seen
}

#[test]
fn the_pacer_stands_still_where_motion_is_reduced_and_says_the_same() {
    for (still, most) in [(true, 1..=1), (false, 5..=usize::MAX)] {
        let desktop = Desktop::new(Look {
            still,
            ..Look::default()
        });
        let app = desktop.start();
        app.first_start(PASSPHRASE, false);
        let view = app.practise_to("paced-breathing", "breathe");
        app.go_on_by_keys(&view);
        let sizes = sizes(&app);
        assert!(most.contains(&sizes.len()), "still: {still}, {sizes:?}");
    }
}
