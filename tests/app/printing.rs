//! The week on paper: printed to a file with the system's own dialog, and counted.
//!
//! A window that a driver holds prints nothing. So the pages are learned with a driver, and the app
//! is started once more without one.

use evenkeel_tests::app::App;
use evenkeel_tests::desktop::Desktop;
use evenkeel_tests::journey::PASSPHRASE;
use evenkeel_tests::process;
use evenkeel_tests::schedule::{weekly, with};
use evenkeel_tests::wait::{self, PATIENCE};
use serde_json::{Value, json};
use std::fs;
use std::path::Path;
use std::time::Duration;

const WINDOW: &str = "Evenkeel";
/// Until a click has come to something.
const A_MOMENT: Duration = Duration::from_secs(2);
const UNLOCKING: Duration = Duration::from_secs(10);
const DAYS: u64 = 7;

/// Name, height and width in millimetres as a locale has them, and in points as a page has them.
const A4: (&str, [u32; 2], &str) = ("a4", [297, 210], "595 842");
const LETTER: (&str, [u32; 2], &str) = ("letter", [279, 216], "612 792");

fn text(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}

fn list(value: &Value) -> impl Iterator<Item = &Value> {
    value.as_array().into_iter().flatten()
}

/// Makes the paper the one that is usual here, as a locale does.
fn with_paper(desktop: Desktop, [height, width]: [u32; 2]) -> Desktop {
    const LC_PAPER: u32 = 0x2003_1115 ^ 7;
    let dir = desktop.host_dir().join("locales");
    fs::create_dir_all(dir.join("here")).expect("a folder of one's own");
    // The kind of file, three values and where they begin, the values, the encoding.
    let mut file: Vec<u8> = [LC_PAPER, 3, 20, 24, 28, height, width]
        .iter()
        .flat_map(|number| number.to_ne_bytes())
        .collect();
    file.extend(b"UTF-8\0");
    fs::write(dir.join("here/LC_PAPER"), file).expect("a file of one's own");
    desktop
        .with_env("LOCPATH", &dir.to_string_lossy())
        .with_env("LC_PAPER", "here")
}

/// A page to print: its name, what is on it, and the buttons that lead to it, the last one prints.
struct Paper {
    name: &'static str,
    fill: fn(&App<'_>),
    way: [&'static str; 3],
    /// Words by which the page is known to be whole.
    holds: &'static [&'static str],
}

const CARD: Paper = Paper {
    name: "week",
    fill: fill_card,
    way: [
        "shell.rooms.check_in",
        "check_in.parts.week",
        "card.week_print",
    ],
    holds: &["card.sections.session", "card.week_assessments"],
};
const SCHEDULE: Paper = Paper {
    name: "schedule",
    fill: fill_schedule,
    way: [
        "shell.rooms.schedule",
        "schedule.parts.week",
        "schedule.print",
    ],
    holds: &["schedule.kinds.psychoeducation", "schedule.kinds.holistic"],
};

/// Every row of the start set on seven days, a session among them, with words for each day.
fn fill_card(app: &App<'_>) {
    for days_ago in 0..DAYS {
        let date = app.day_before(days_ago);
        let card = app.card_of(&date);
        let values: Vec<Value> = list(&card["items"])
            .map(|item| match text(&item["kind"]) {
                "text" => json!({"item": item["id"], "number": null, "text": "Two with supper"}),
                _ => json!({"item": item["id"], "number": 1, "text": null}),
            })
            .collect();
        let request = json!({
            "date": date, "values": values, "skills": ["stop", "check-the-facts", "paced-breathing"],
            "skills_code": 4, "why_no_skills": "", "session_day": days_ago == 0,
            "note": "Argued with Sam, then walked home the long way, and called someone.",
        });
        app.ask("card_save", &request);
    }
    app.add_assessment("phq-9", 1);
}

/// A programme with all that can be said of it, a class each day, and a life beside it.
fn fill_schedule(app: &App<'_>) {
    const EACH_DAY: &[(&str, &str, &str)] = &[
        ("psychoeducation", "09:00", "Sleep, and what helps with it"),
        ("personal", "14:00", "Lunch with a friend from the choir"),
    ];
    const DAYS_OF_WEEK: &[&str] = &["mo", "tu", "we", "th", "fr", "sa", "su"];
    let said = json!({
        "location": "12 Elm Street", "room": "2", "facilitator": "Dr. Adaeze Osei", "bring": "Diary card",
        "travel_minutes": 30,
    });
    let sessions = app.usual_sessions().into_iter();
    let mut events: Vec<Value> = sessions.map(|event| with(event, &said)).collect();
    for (kind, time, summary) in EACH_DAY {
        let event = weekly(kind, app.monday(-1), time, 60, DAYS_OF_WEEK);
        events.push(with(event, &json!({"summary": summary})));
    }
    for (days, summary) in [
        (["mo", "we"], "Yoga in the garden room"),
        (["tu", "th"], "The meeting at the library"),
    ] {
        let event = weekly("holistic", app.monday(-1), "11:00", 60, &days);
        events.push(with(
            event,
            &json!({"summary": summary, "location": "Garden room"}),
        ));
    }
    app.set_up_programme(&events);
}

/// Where to press, as seen with a driver: the passphrase, the room, its part, the button.
struct Places {
    passphrase: (f64, f64),
    way: Vec<(f64, f64)>,
}

fn place(app: &App<'_>, role: &str, name: &str) -> (f64, f64) {
    let element = app.find(role, name);
    let rect = app.expect(app.session().rect(&element), name);
    (rect.x + rect.width / 2.0, rect.y + rect.height / 2.0)
}

fn learn(desktop: &Desktop, paper: &Paper) -> Places {
    let mut app = desktop.start();
    app.first_start(PASSPHRASE, false);
    (paper.fill)(&app);
    let [room, part, print] = paper.way.map(|path| app.words(path));
    for name in [&room, &part] {
        app.click("button", name);
    }
    for path in paper.holds {
        app.see(&app.words(path));
    }
    let way = [room, part, print].map(|name| place(&app, "button", &name));
    app.lock();
    let passphrase = place(&app, "textbox", &app.words("unlock.passphrase"));
    app.quit();
    Places {
        passphrase,
        way: way.to_vec(),
    }
}

/// Whether the app holds its database open.
fn is_open(id: u32) -> bool {
    let files = fs::read_dir(format!("/proc/{id}/fd")).into_iter().flatten();
    files
        .flatten()
        .filter_map(|file| fs::read_link(file.path()).ok())
        .any(|path| path.ends_with("vault.db"))
}

/// Opens the app without a driver and prints the page. Answers what was printed.
fn print(desktop: &Desktop, places: &Places) -> Vec<u8> {
    let display = desktop.display();
    let app = process::start_logged(
        desktop.app_command(None),
        &desktop.log_dir().join("printing"),
    );
    display.see_window(WINDOW);
    wait::until("the app opens", PATIENCE, || {
        let (x, y) = places.passphrase;
        display.click_at(WINDOW, x, y);
        display.press_key("ctrl+a");
        display.type_text(PASSPHRASE);
        display.press_key("Return");
        wait::until_or_none(UNLOCKING, || is_open(app.id()).then_some(()))
    });
    wait::until("the print dialog opens", PATIENCE, || {
        for (x, y) in &places.way {
            display.click_at(WINDOW, *x, *y);
            std::thread::sleep(A_MOMENT / 4);
        }
        wait::until_or_none(A_MOMENT, || display.is_asked_to_print().then_some(()))
    });
    display.print_to_file();
    wait::until("the file is whole", PATIENCE, || {
        let printed = fs::read(desktop.own_dir().join("output.pdf")).ok()?;
        printed
            .trim_ascii_end()
            .ends_with(b"%%EOF")
            .then_some(printed)
    })
}

fn pages(printed: &[u8]) -> usize {
    let text = String::from_utf8_lossy(printed);
    let pages = text.split("/Type /Page").skip(1);
    pages.filter(|rest| !rest.starts_with('s')).count()
}

fn prints_on_one_page(paper: &Paper, (name, millimetres, points): (&str, [u32; 2], &str)) {
    let desktop = with_paper(Desktop::default(), millimetres);
    let places = learn(&desktop, paper);
    let printed = print(&desktop, &places);
    let path = process::workspace_dir().join(format!("out/print/{}-{name}.pdf", paper.name));
    fs::create_dir_all(path.parent().unwrap_or(Path::new("."))).expect("a folder for pages");
    fs::write(&path, &printed).expect("the pages can be kept");
    let content = String::from_utf8_lossy(&printed);
    assert!(
        content.contains(&format!("/MediaBox [0 0 {points}]")),
        "the paper is {name}; see {}",
        path.display()
    );
    assert_eq!(pages(&printed), 1, "see {}", path.display());
}

#[test]
fn a_full_week_prints_on_one_page_of_a4() {
    prints_on_one_page(&CARD, A4);
}

#[test]
fn a_full_week_prints_on_one_page_of_letter() {
    prints_on_one_page(&CARD, LETTER);
}

#[test]
fn a_full_week_of_sessions_prints_on_one_page_of_a4() {
    prints_on_one_page(&SCHEDULE, A4);
}

#[test]
fn a_full_week_of_sessions_prints_on_one_page_of_letter() {
    prints_on_one_page(&SCHEDULE, LETTER);
}
