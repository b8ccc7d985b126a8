//! The order in which Tab goes round the program: its set-up, its page, its homework and its files.

use super::keyboard::{RAIL, Stop, assert_order};
use super::schedule_order::{PARTS, start};
use evenkeel_tests::app::App;
use evenkeel_tests::desktop::Desktop;
use evenkeel_tests::roles;
use serde_json::{Value, json};

/// Of the program, in its set-up and on its page.
const BASICS: &[Stop<'_>] = &[
    ("textbox", "programme.name"),
    ("textbox", "programme.start"),
    ("textbox", "programme.weeks"),
    ("textbox", "programme.hours"),
    ("textbox", "programme.last_day"),
];

fn about(app: &App<'_>, action: &str, what: &str) -> String {
    let action = app.words(&format!("programme.{action}"));
    let name = app.words_with("programme.about", &[json!(action), json!(what)]);
    format!("={name}")
}

#[test]
fn each_step_of_the_set_up_ends_with_the_way_on_and_the_way_back() {
    let desktop = Desktop::default();
    let app = start(&desktop);
    app.go_to_schedule("week");
    app.enter(&app.words("schedule.empty_set_up"));
    let leave: &[Stop<'_>] = &[("button", "programme.set_up_back")];
    assert_order(
        &app,
        &[
            &[("heading", "programme.set_up_steps.0")],
            BASICS,
            &[("button", "programme.more"), ("button", "programme.next")],
            RAIL,
            leave,
        ],
    );
    app.enter(&app.words("programme.next"));
    let remove = about(
        &app,
        "remove",
        &app.words_with("programme.session", &[json!(1)]),
    );
    let onward: &[Stop<'_>] = &[("button", "programme.next"), ("button", "programme.back")];
    let days = [
        "Monday",
        "Tuesday",
        "Wednesday",
        "Thursday",
        "Friday",
        "Saturday",
        "Sunday",
    ]
    .map(|day| format!("={day}"));
    let days: Vec<Stop<'_>> = days.iter().map(|day| ("checkbox", day.as_str())).collect();
    assert_order(
        &app,
        &[
            &[
                ("heading", "programme.set_up_steps.1"),
                ("button", "programme.kind"),
                ("button", &remove),
            ],
            &days,
            &[
                ("textbox", "programme.from"),
                ("textbox", "programme.until"),
                ("button", "programme.how_often"),
                ("button", "programme.session_more"),
                ("button", "programme.session_add"),
            ],
            onward,
            RAIL,
            leave,
        ],
    );
    app.enter(&app.words("programme.next"));
    assert_order(
        &app,
        &[
            &[
                ("heading", "programme.set_up_steps.2"),
                ("button", "programme.break_add"),
                ("button", "programme.phase_add"),
            ],
            onward,
            RAIL,
            leave,
        ],
    );
    app.enter(&app.words("programme.next"));
    app.find("button", &app.words("programme.finish"));
    app.see_focus("heading", &app.words("programme.set_up_steps.3"));
    let order = app.focus_order();
    let finish = roles::spoken("button", &app.words("programme.finish"));
    let back = roles::spoken("button", &app.words("programme.back"));
    let at = order.iter().position(|stop| *stop == finish);
    let at = at.expect("the last step can be saved");
    assert_eq!(order[at + 1], back, "{order:#?}");
}

#[test]
fn homework_is_ticked_before_it_is_changed() {
    let desktop = Desktop::default();
    let app = start(&desktop);
    app.ask(
        "homework_save",
        &json!({"id": null, "text": "Read page 12", "skill": "check-the-facts", "event": null,
            "given_date": app.day_before(1), "due_date": null}),
    );
    app.go_to_schedule("homework");
    app.find("button", "Check the Facts");
    let [change, trash] =
        ["change", "homework_trash"].map(|action| about(&app, action, "Read page 12"));
    assert_order(
        &app,
        &[
            &[
                ("heading", "programme.homework"),
                ("button", "programme.homework_whiches.kept"),
                ("button", "programme.homework_whiches.trashed"),
                ("button", "programme.homework_add"),
                ("checkbox", "=Read page 12"),
                ("button", "=Check the Facts"),
                ("button", &change),
                ("button", &trash),
            ],
            RAIL,
            PARTS,
        ],
    );
    let gone = app.ask("homework", &Value::Null)[0]["id"].take();
    app.ask("homework_trash", &json!({"id": gone}));
    app.go_to_schedule("week");
    app.go_to_schedule("homework");
    app.enter(&app.words("programme.homework_whiches.trashed"));
    app.see("Read page 12");
    app.tab_back_to("button", &app.words("programme.homework_whiches.kept"));
    let [restore, delete] = ["restore", "delete_for_good"].map(|action| {
        let action = app.words(&format!("programme.homework_in_trash.{action}"));
        let name = app.words_with("programme.about", &[json!(action), json!("Read page 12")]);
        format!("={name}")
    });
    assert_order(
        &app,
        &[
            &[
                ("button", "programme.homework_whiches.kept"),
                ("button", "programme.homework_whiches.trashed"),
                ("button", &restore),
                ("button", &delete),
            ],
            RAIL,
            PARTS,
        ],
    );
}

#[test]
fn the_program_and_its_files_are_walked_from_top_to_bottom() {
    let desktop = Desktop::default();
    let app = start(&desktop);
    app.set_up_programme(&[]);
    app.go_to_schedule("programme");
    app.find("button", &app.words("programme.save"));
    assert_order(
        &app,
        &[
            &[("heading", "programme.title")],
            BASICS,
            &[
                ("button", "programme.zone"),
                ("textbox", "programme.phone"),
                ("textbox", "programme.address"),
                ("button", "programme.break_add"),
                ("button", "programme.phase_add"),
                ("button", "programme.sessions_week"),
                ("button", "programme.session_add"),
                ("button", "programme.save"),
            ],
            RAIL,
            PARTS,
        ],
    );

    app.go_to_schedule("calendar");
    assert_order(
        &app,
        &[
            &[
                ("heading", "programme.calendar"),
                ("button", "programme.calendar_choose"),
                ("button", "programme.calendar_out_programme"),
                ("button", "programme.calendar_out_all"),
            ],
            RAIL,
            PARTS,
        ],
    );
}
