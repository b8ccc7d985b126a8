//! The order in which Tab goes round the week, a session and its form, and round Today with a session.

use super::keyboard::{RAIL, Stop, assert_order};
use super::schedule::with_a_day;
use chrono::Days;
use evenkeel_tests::app::App;
use evenkeel_tests::desktop::Desktop;
use evenkeel_tests::journey::PASSPHRASE;
use evenkeel_tests::roles;
use evenkeel_tests::schedule::{at_noon, date};
use evenkeel_tests::webdriver::key;
use serde_json::{Value, json};

pub const PARTS: &[Stop<'_>] = &[
    ("button", "schedule.parts.week"),
    ("button", "schedule.parts.list"),
    ("button", "schedule.parts.homework"),
    ("button", "schedule.parts.programme"),
    ("button", "schedule.parts.calendar"),
];
const WEEK: &[Stop<'_>] = &[
    ("button", "schedule.week_before"),
    ("textbox", "schedule.week_pick"),
    ("button", "schedule.week_after"),
    ("button", "schedule.weeks.now"),
];
const NOTES: &[Stop<'_>] = &[
    ("textbox", "schedule.notes_before"),
    ("textbox", "schedule.notes_after"),
    ("button", "schedule.homework_add"),
];
const ACTIONS: &[Stop<'_>] = &[
    ("button", "schedule.change"),
    ("button", "schedule.cancel"),
    ("button", "schedule.remove"),
];
const BACK: &[Stop<'_>] = &[("button", "schedule.back")];

pub fn start(desktop: &Desktop) -> App<'_> {
    let app = desktop.start();
    app.first_start(PASSPHRASE, false);
    app
}

/// The whole name of the first button with this in its name.
#[track_caller]
fn row(app: &App<'_>, part: &str) -> String {
    let name = app.until(&format!("a row with {part:?}"), |session| {
        let names = roles::names(session, "button")?;
        Ok(names.into_iter().find(|name| name.contains(part)))
    });
    format!("={name}")
}

#[test]
fn an_empty_schedule_offers_three_ways_in() {
    let desktop = Desktop::default();
    let app = start(&desktop);
    app.go_to_schedule("week");
    app.find("button", &app.words("schedule.empty_file"));
    assert_order(
        &app,
        &[
            &[("heading", "schedule.weeks.now")],
            WEEK,
            &[
                ("button", "schedule.empty_set_up"),
                ("button", "schedule.empty_add"),
                ("button", "schedule.empty_file"),
                ("button", "schedule.reminders"),
                ("button", "schedule.trash_title"),
            ],
            RAIL,
            PARTS,
        ],
    );
}

/// One stop for all the sessions of a week.
#[test]
fn a_week_leads_from_its_sessions_to_one_of_them() {
    let desktop = Desktop::default();
    let app = start(&desktop);
    app.set_up_programme(&app.usual_sessions());
    app.go_to_schedule("week");
    let first = row(&app, "Group");
    assert_order(
        &app,
        &[
            &[
                ("heading", "schedule.weeks.now"),
                ("button", "schedule.add"),
                ("button", "schedule.print"),
            ],
            WEEK,
            &[
                ("button", &first),
                ("button", "schedule.reminders"),
                ("button", "schedule.trash_title"),
            ],
            RAIL,
            PARTS,
        ],
    );

    app.enter(&app.words("schedule.week_after"));
    app.find("heading", &app.words("schedule.weeks.next"));
    app.walk_to_row(&app.words("schedule.week_days"), &["Thu", "Group"]);
    app.press(&[], &[key::ENTER]);
    app.find("button", &app.words("schedule.homework_add"));
    app.find("textbox", &app.words("schedule.notes_after"));
    let copies = ["where", "phone"].map(|fact| {
        let fact = app.words(&format!("schedule.facts.{fact}"));
        format!("={}", app.words_with("schedule.copy_of", &[json!(fact)]))
    });
    assert_order(
        &app,
        &[
            &[
                ("heading", "=Group"),
                ("button", &copies[0]),
                ("button", &copies[1]),
            ],
            ACTIONS,
            &[("button", "schedule.attendance_already")],
            NOTES,
            RAIL,
            BACK,
        ],
    );

    app.enter(&app.words("schedule.change"));
    let title = app.words_with("schedule.change_title_of", &[json!("Group")]);
    app.find("heading", &title);
    let order = app.focus_order();
    let scope = roles::spoken("radio", &app.words("schedule.scopes.this.label"));
    assert_eq!(order[1], scope, "which ones is asked first: {order:#?}");

    app.go_to_schedule("list");
    // Which one is the first depends on the day.
    app.find_like("button", "Individual");
    let order = app.focus_order();
    let spoken = |path: &str| roles::spoken("button", &app.words(path));
    assert_eq!(order[1], spoken("schedule.add"), "{order:#?}");
    assert_eq!(
        order[3],
        spoken("schedule.list_more"),
        "one stop for all: {order:#?}"
    );
}

#[test]
fn what_is_asked_of_a_session_comes_after_what_is_known() {
    let desktop = at_noon();
    let app = with_a_day(&desktop);
    let today = date(&app.day_before(0));
    let morning = app.occurrences(today, today)[0].take();
    app.ask(
        "attendance_save",
        &json!({"event": morning["event"], "recurrence_id": morning["recurrence_id"],
            "attendance": "part", "minutes": 30}),
    );
    app.go_to_schedule("week");
    app.walk_to_row(&app.words("schedule.week_days"), &["Individual"]);
    app.press(&[], &[key::ENTER]);
    app.find("textbox", &app.words("schedule.notes_after"));
    app.find("button", &app.words("schedule.homework_add"));
    let copies = ["where", "phone"].map(|fact| {
        let fact = app.words(&format!("schedule.facts.{fact}"));
        format!("={}", app.words_with("schedule.copy_of", &[json!(fact)]))
    });
    assert_order(
        &app,
        &[
            &[
                ("heading", "=Individual"),
                ("button", &copies[0]),
                ("button", &copies[1]),
            ],
            ACTIONS,
            &[
                ("radio", "schedule.attendance.part"),
                ("textbox", "schedule.attendance_minutes"),
                ("button", "schedule.attendance_clear"),
            ],
            NOTES,
            RAIL,
            BACK,
        ],
    );
}

#[test]
fn the_form_asks_what_when_and_where() {
    let desktop = Desktop::default();
    let app = start(&desktop);
    app.go_to_schedule("week");
    app.enter(&app.words("schedule.empty_add"));
    app.find("textbox", &app.words("schedule.travel"));
    assert_order(
        &app,
        &[
            &[
                ("heading", "schedule.new_title"),
                ("button", "schedule.kind"),
                ("textbox", "schedule.name"),
                ("radio", "schedule.repeats_once"),
                ("textbox", "schedule.date"),
                ("button", "schedule.also_add"),
                ("switch", "schedule.whole_day"),
                ("textbox", "schedule.start"),
                ("textbox", "schedule.end"),
                ("textbox", "schedule.place"),
                ("textbox", "schedule.link"),
                ("textbox", "schedule.room"),
                ("textbox", "schedule.who"),
                ("textbox", "schedule.bring"),
                ("textbox", "schedule.travel"),
                ("button", "schedule.parts_of_form.more"),
                ("button", "schedule.save"),
                ("button", "schedule.form_cancel_new"),
            ],
            RAIL,
            BACK,
        ],
    );
}

#[test]
fn a_deleted_series_is_put_back_or_deleted_for_good() {
    let desktop = Desktop::default();
    let app = start(&desktop);
    app.set_up_programme(&app.usual_sessions());
    let next = app.monday(1) + Days::new(1);
    let one = app.occurrences(next, next)[0].take();
    let of = json!({"event": one["event"], "recurrence_id": one["recurrence_id"], "scope": "all"});
    app.ask("schedule_event_cancel", &of);
    app.go_to_schedule("week");
    app.enter(&app.words("schedule.trash_title"));
    app.find_like("button", &app.words("schedule.trash.restore"));
    let [restore, delete] = ["restore", "delete_for_good"]
        .map(|action| row(&app, &app.words(&format!("schedule.trash.{action}"))));
    assert_order(
        &app,
        &[
            &[
                ("heading", "schedule.trash_title"),
                ("button", "schedule.trash_back"),
                ("button", &restore),
                ("button", &delete),
            ],
            RAIL,
            PARTS,
        ],
    );
    app.tab_to("button", restore.trim_start_matches('='));
    app.press(&[], &[key::ENTER]);
    app.see(&app.words("schedule.trash.restored"));
    app.see(&app.words("schedule.trash_empty.title"));
    assert_eq!(app.occurrences(next, next)[0], one);
}

#[test]
fn today_begins_with_the_next_session() {
    let desktop = at_noon();
    let app = with_a_day(&desktop);
    app.go_to_room("today");
    let later = format!("{} Family", app.time_span("21:00", "22:00"));
    app.find("button", &later);
    let open = app.words_with("programme.next_open_spoken", &[json!("Group")]);
    app.find("button", &open);
    app.find("button", &app.words("today.card_action"));
    let steps = app.ask("check_in_words", &Value::Null)["steps"].take();
    let middle = steps[3]["name"].as_str().unwrap_or_default().to_owned();
    let card = app.words("today.card_action");
    let expected = [&open, &later, &middle, &card].map(|name| roles::spoken("button", name));
    let order = app.focus_order();
    assert_eq!(order.get(1..5), Some(expected.as_slice()), "{order:#?}");
}
