//! The order in which Tab goes round Check in and Progress.

use super::keyboard::{RAIL, Stop, assert_order};
use evenkeel_tests::app::App;
use evenkeel_tests::desktop::Desktop;
use evenkeel_tests::journey::PASSPHRASE;
use evenkeel_tests::roles;
use evenkeel_tests::webdriver::{Answer, Session, key};
use serde_json::{Value, json};

const PARTS: &[Stop<'_>] = &[
    ("button", "check_in.parts.now"),
    ("button", "check_in.parts.card"),
    ("button", "check_in.parts.week"),
    ("button", "check_in.parts.assessments"),
    ("button", "check_in.parts.past"),
    ("button", "check_in.parts.medicines"),
    ("button", "check_in.parts.set"),
];
const PROGRESS_PARTS: &[Stop<'_>] = &[
    ("button", "progress.parts.charts"),
    ("button", "progress.parts.together"),
];
/// Beside the check-in: the card, and one for another time.
const SIDE: &[Stop<'_>] = &[
    ("button", "check_in.now_card_action"),
    ("button", "check_in.now_other"),
];
/// As the card has them, from the first column to the second.
const SECTIONS: &[&str] = &[
    "emotions",
    "urges",
    "actions",
    "body",
    "medicine",
    "substances",
    "please",
];

fn text(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}

fn list(value: &Value) -> impl Iterator<Item = &Value> {
    value.as_array().into_iter().flatten()
}

fn named(names: &[(&'static str, String)]) -> Vec<(&'static str, String)> {
    let stop = |(role, name): &(&'static str, String)| (*role, format!("={name}"));
    names.iter().map(stop).collect()
}

fn stops<'n>(names: &'n [(&'static str, String)]) -> Vec<Stop<'n>> {
    let stop = |(role, name): &'n (&'static str, String)| (*role, name.as_str());
    names.iter().map(stop).collect()
}

fn start(desktop: &Desktop) -> App<'_> {
    let app = desktop.start();
    app.first_start(PASSPHRASE, false);
    app
}

/// Goes to a part of Check in from elsewhere, so that its heading takes the focus.
#[track_caller]
fn arrive(app: &App<'_>, part: &str) {
    app.go_to_room("today");
    app.find("button", &app.words("today.find_action"));
    app.go_to_check_in(part);
}

fn step_name(app: &App<'_>, mood: usize) -> String {
    let words = app.ask("check_in_words", &Value::Null);
    text(&words["steps"][mood - 1]["name"]).to_owned()
}

/// What a script answers that has the page's own dates.
fn in_page(app: &App<'_>, words: &str, arguments: &[Value]) -> String {
    let script = format!(
        "const done = arguments[arguments.length - 1];
         Promise.all([import('/js/dates.js'), import('/js/strings/en.js')])
            .then(([dates, {{ t }}]) => done(({words})(dates, t, arguments)));"
    );
    let answer = app.session().script_async(&script, arguments);
    text(&app.expect(answer, "the page has words")).to_owned()
}

#[test]
fn the_room_begins_with_the_seven_steps() {
    let desktop = Desktop::default();
    let app = start(&desktop);
    arrive(&app, "now");
    let middle = named(&[("button", step_name(&app, 4))]);
    assert_order(
        &app,
        &[
            &[("heading", "check_in.now_title")],
            &stops(&middle),
            SIDE,
            RAIL,
            PARTS,
        ],
    );

    // Once a step is chosen: back, done, words for it, the note; then what was said before.
    let before = app.add_check_in(0, 3, &["tired"], "After lunch");
    arrive(&app, "now");
    app.find_like("button", "After lunch");
    app.press(&[], &[key::TAB, '6']);
    app.see(&app.words("check_in.saved"));
    let words = app.ask("check_in_words", &Value::Null)["words"].take();
    let pleasant = list(&words).find(|side| side["side"] == json!("pleasant"));
    let pleasant = pleasant.expect("pleasant words")["list"].clone();
    let chosen = named(&[("button", step_name(&app, 6))]);
    let words: Vec<_> = list(&pleasant)
        .map(|word| ("checkbox", format!("={}", text(word))))
        .collect();
    let time = in_page(
        &app,
        "(dates, _, [time]) => dates.clock(time)",
        &[before["time"].clone()],
    );
    let row = named(&[
        (
            "button",
            format!("{} tired After lunch {time}", step_name(&app, 3)),
        ),
        (
            "button",
            app.words_with("check_in.trash_of", &[json!(time)]),
        ),
    ]);
    assert_order(
        &app,
        &[
            &stops(&chosen),
            &[("button", "check_in.undo"), ("button", "check_in.done")],
            &stops(&words),
            &[
                ("textbox", "check_in.words_add"),
                ("button", "check_in.words_add_action"),
                ("button", "check_in.words_more"),
                ("textbox", "check_in.note"),
            ],
            &stops(&row),
            SIDE,
            RAIL,
            PARTS,
        ],
    );
}

/// One stop for all the rows and one for what stands beside the row one is on.
#[test]
fn past_check_ins_are_one_stop_and_the_trash_is_two_for_each() {
    let desktop = Desktop::default();
    let app = start(&desktop);
    let newest = app.add_check_in(1, 5, &[], "The day before");
    app.add_check_in(2, 3, &[], "Two days before");
    let thrown = [3, 4].map(|days| app.add_check_in(days, 4, &[], "Thrown away"));
    for check_in in &thrown {
        app.ask("check_in_trash", &json!({"id": check_in["id"]}));
    }
    arrive(&app, "past");
    app.find_like("button", "Two days before");
    let [day, time] = ["date", "time"].map(|field| newest[field].clone());
    let row = in_page(
        &app,
        "(dates, t, [day, time, step]) =>
            `${dates.nearDay(day, '')}, ${step} The day before ${dates.clock(time)}`",
        &[day.clone(), time.clone(), json!(step_name(&app, 5))],
    );
    let trash = in_page(
        &app,
        "(dates, t, [day, time]) =>
            t.check_in.trash_of(t.check_in.when(dates.nearDay(day, ''), dates.clock(time)))",
        &[day, time],
    );
    let rows = named(&[("button", row), ("button", trash)]);
    let head: &[Stop<'_>] = &[
        ("button", "check_in.daylio"),
        ("button", "check_in.past_which.kept"),
        ("button", "check_in.past_which.trashed"),
    ];
    assert_order(
        &app,
        &[
            &[("heading", "check_in.past_title")],
            head,
            &stops(&rows),
            RAIL,
            PARTS,
        ],
    );

    app.enter(&app.words("check_in.past_which.trashed"));
    app.see(&app.words("check_in.past_trash_lead"));
    app.tab_back_to("button", &app.words("check_in.daylio"));
    let today = app.day_before(0);
    let about: Vec<_> = thrown
        .iter()
        .flat_map(|check_in| {
            ["restore", "delete_for_good"].map(|action| {
                let name = in_page(
                    &app,
                    "(dates, t, [action, day, time, today]) => t.check_in.about(t.check_in[action],
                        t.check_in.when(dates.nearDay(day, today), dates.clock(time)))",
                    &[
                        json!(action),
                        check_in["date"].clone(),
                        check_in["time"].clone(),
                        json!(today),
                    ],
                );
                ("button", format!("={name}"))
            })
        })
        .collect();
    assert_order(&app, &[head, &stops(&about), RAIL, PARTS]);
}

/// What has the focus; in a row of the card, with the name of the row before it.
fn with_row(session: &Session) -> Answer<String> {
    let script = "const row = document.activeElement.closest('[aria-labelledby^=row-]');
        return row ? `${document.getElementById(row.getAttribute('aria-labelledby')).innerText}: ` : '';";
    let row = session.script(script, &[])?;
    Ok(format!("{}{}", text(&row), roles::focused(session)?))
}

/// The one stop of a row that has no answer yet.
fn blank_row(app: &App<'_>, item: &Value) -> String {
    let name = text(&item["name"]);
    let stop = match text(&item["kind"]) {
        "scale" => {
            let low = match text(&item["low"]) {
                "" => app.words("card.low"),
                low => low.to_owned(),
            };
            let first = app.words_with("card.scale_end", &[json!(0), json!(low)]);
            roles::spoken("radio", &first)
        }
        "yes_no" => roles::spoken("radio", &app.words("card.no")),
        _ => roles::spoken("textbox", name),
    };
    format!("{name}: {stop}")
}

/// Every row is one stop, whatever it asks for. The way to another day comes first, "Done" last.
#[test]
fn a_card_is_walked_row_by_row() {
    let desktop = Desktop::default();
    let app = start(&desktop);
    let yesterday = app.day_before(1);
    app.add_card(&yesterday, &[("Anger", 3.0)], &["stop"]);
    let card = app.card_of(&yesterday);
    arrive(&app, "card");
    app.enter(&app.words("card.day_before"));
    app.find("button", &app.words("card.clear"));

    let spoken = |role: &str, path: &str| roles::spoken(role, &app.words(path));
    let mut expected = vec![
        spoken("button", "card.day_before"),
        spoken("textbox", "card.day"),
        spoken("button", "card.day_after"),
        spoken("button", "card.to_today"),
        spoken("button", "card.change_set"),
    ];
    for section in SECTIONS {
        for item in list(&card["items"]).filter(|item| item["section"] == json!(section)) {
            expected.push(match text(&item["name"]) {
                "Anger" => format!("Anger: {}", roles::spoken("radio", "3")),
                _ => blank_row(&app, item),
            });
        }
    }
    expected.push(spoken("switch", "card.session_on"));
    let code = format!("5 {}", app.words("skills.codes.5"));
    expected.push(roles::spoken("radio", &code));
    let mut modules: Vec<(&str, Vec<&str>)> = Vec::new();
    for skill in list(&card["skills"]) {
        let module = text(&skill["module"]);
        if modules.last().is_none_or(|(last, _)| *last != module) {
            modules.push((module, Vec::new()));
        }
        if let Some((_, used)) = modules.last_mut().filter(|_| skill["used"] == json!(true)) {
            used.push(text(&skill["name"]));
        }
    }
    for (module, used) in modules {
        let mut name = app.words(&format!("skills.modules.{module}"));
        let count = app.words_with("card.skills_used_spoken", &[json!(used.len())]);
        if !used.is_empty() {
            name = format!("{name} {}", used.join(", "));
        }
        expected.push(roles::spoken("button", &format!("{name} , {count}")));
    }
    expected.push(spoken("textbox", "card.note"));
    expected.push(spoken("button", "card.done"));
    expected.push(spoken("button", "card.clear"));
    for (role, path) in [RAIL, PARTS].concat() {
        expected.push(spoken(role, path));
    }
    assert_eq!(app.focus_order_as(with_row), expected);
}

#[test]
fn a_week_leads_from_print_to_the_days() {
    let desktop = Desktop::default();
    let app = start(&desktop);
    app.add_card(&app.day_before(1), &[("Anger", 3.0)], &["stop"]);
    arrive(&app, "week");
    app.see("Anger");
    let days: Vec<_> = (0..7)
        .rev()
        .map(|days| {
            let day = app.day_before(days);
            let words = "(dates, _, [day]) => `${dates.weekday(day)} ${dates.shortDay(day)}`";
            let name = in_page(&app, words, &[json!(day)]);
            ("button", format!("={name}"))
        })
        .collect();
    assert_order(
        &app,
        &[
            &[
                ("heading", "card.week_title"),
                ("button", "card.week_print"),
                ("button", "card.week_before"),
                ("textbox", "card.week_first"),
                ("button", "card.week_after"),
                ("region", "card.week_table"),
            ],
            &stops(&days),
            RAIL,
            PARTS,
        ],
    );
}

/// A chart is one stop; the points are walked with the arrow keys.
#[test]
fn progress_has_three_stops_for_each_chart() {
    let desktop = Desktop::default();
    let app = start(&desktop);
    app.add_check_in(1, 5, &[], "");
    app.add_card(&app.day_before(1), &[("Anger", 3.0)], &["stop"]);
    app.go_to_room("progress");
    app.see_focus("heading", &app.words("progress.title"));
    app.see("Anger");
    let [mood, skills] = ["progress.mood", "progress.skills"].map(|path| app.words(path));
    let charts: Vec<_> = [mood, skills, "Anger".to_owned()]
        .iter()
        .flat_map(|name| {
            let of = |path: &str| app.words_with(path, &[json!(name)]);
            let table = format!(
                "{}: {}",
                app.words("progress.as_table"),
                of("progress.table_of")
            );
            named(&[
                ("button", of("progress.hide")),
                ("slider", of("progress.walk")),
                ("button", table),
            ])
        })
        .collect();
    assert_order(
        &app,
        &[
            &[
                ("heading", "progress.title"),
                ("radio", "progress.spans.month"),
            ],
            &stops(&charts),
            RAIL,
            PROGRESS_PARTS,
        ],
    );

    app.tab_back_to("button", &app.words("progress.parts.together"));
    app.press(&[], &[key::ENTER]);
    app.find("combobox", &app.words("progress.together_b"));
    assert_order(
        &app,
        &[
            &[
                ("heading", "progress.parts.together"),
                ("radio", "progress.spans.month"),
                ("button", "progress.together_a"),
                ("button", "progress.together_b"),
            ],
            RAIL,
            PROGRESS_PARTS,
        ],
    );
}
