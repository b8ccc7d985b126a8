//! A file from Daylio, chosen in the system's own dialog: all of it comes in, or nothing.

use evenkeel_tests::app::App;
use evenkeel_tests::desktop::Desktop;
use evenkeel_tests::journey::PASSPHRASE;
use evenkeel_tests::roles;
use evenkeel_tests::webdriver::key;
use serde_json::{Value, json};
use std::fs;
use std::path::PathBuf;
use std::thread;
use std::time::Duration;

const DIARY: &str = concat!(
    "full_date,date,weekday,time,mood,activities,note_title,note\r\n",
    "2026-03-29,March 29,Sunday,10:04 PM,So-so,\"family | good meal\",\"\",\"Rain, then sun.\"\r\n",
    "2026-03-29,March 29,Sunday,9:15 AM,good,,\"\",\"\"\r\n",
    "2026-03-27,March 27,Friday,07:05,So-so,rest,,\r\n",
);
/// Longer than any line that a person wrote.
const MUCH: usize = 3 * 1024 * 1024;
const LIST_IS_WRITTEN: Duration = Duration::from_secs(2);

fn text(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}

/// Past check-ins, and the way in from Daylio.
fn at_daylio(desktop: &Desktop) -> App<'_> {
    let app = desktop.start();
    app.first_start(PASSPHRASE, false);
    app.open_check_in("past");
    app.click("button", &app.words("check_in.daylio"));
    app.find("button", &app.words("check_in.daylio_choose"));
    app
}

fn file(desktop: &Desktop, content: &[u8]) -> PathBuf {
    let path = desktop.host_dir().join("diary.csv");
    fs::write(&path, content).expect("a file of one's own");
    path
}

#[track_caller]
fn choose(app: &App<'_>, button: &str, content: &[u8]) {
    let path = file(app.desktop(), content);
    app.click("button", &app.words(button));
    app.desktop().display().choose_file(&path);
}

fn rows(app: &App<'_>, path: &str, count: usize) -> String {
    app.words_with(path, &[json!(count)])
}

/// Mood, words, note, day and time of each check-in, the newest first.
fn kept(app: &App<'_>) -> Vec<Value> {
    let fields = ["mood", "words", "note", "date", "time"];
    let check_ins = app.check_ins();
    let row = |check_in: &Value| json!(fields.map(|field| check_in[field].clone()));
    check_ins.iter().map(row).collect()
}

/// GTK keeps a list of recent files, for all programs and in plain text.
#[track_caller]
pub fn see_no_trace(desktop: &Desktop, file: &str) {
    thread::sleep(LIST_IS_WRITTEN);
    let list = desktop.own_dir().join("data/recently-used.xbel");
    let list = fs::read_to_string(list).unwrap_or_default();
    for trace in [file, "evenkeel"] {
        assert!(!list.contains(trace), "{trace} is among the recent files");
    }
}

#[test]
fn a_diary_comes_in_with_the_steps_that_its_owner_chose() {
    let desktop = Desktop::default();
    let app = at_daylio(&desktop);
    choose(&app, "check_in.daylio_choose", DIARY.as_bytes());
    app.see(&rows(&app, "check_in.daylio_rows", 3));
    app.see(&app.words_with(
        "check_in.daylio_dates",
        &[json!("March 27, 2026"), json!("March 29, 2026")],
    ));
    assert!(app.check_ins().is_empty(), "a look saves nothing");

    let own = app.words_with("check_in.daylio_mood", &[json!("So-so")]);
    app.see(&format!(
        "{own} {}",
        rows(&app, "check_in.daylio_mood_rows", 2)
    ));
    let guessed = app.words_with("check_in.daylio_mood", &[json!("good")]);
    assert_eq!(app.value("combobox", &guessed), "6");

    // A mood of one's own waits for its step.
    assert_eq!(app.value("combobox", &own), "");
    app.enter(&rows(&app, "check_in.daylio_import", 3));
    app.see(&app.words("check_in.daylio_mood_missing"));
    assert!(
        app.focused().contains("So-so"),
        "the focus is on what is missing"
    );
    assert!(app.check_ins().is_empty(), "nothing came in without it");
    let steps = app.ask("check_in_words", &Value::Null)["steps"].take();
    app.type_keys(text(&steps[2]["name"]));
    app.until("the step is chosen", |_| {
        Ok((app.value("combobox", &own) == "3").then_some(()))
    });
    app.miss(&app.words("check_in.daylio_mood_missing"));
    app.enter(&rows(&app, "check_in.daylio_import", 3));
    app.see(&app.words_with("check_in.daylio_done", &[json!(3), json!(0)]));
    app.find("heading", &app.words("check_in.past_title"));
    assert_eq!(
        kept(&app),
        [
            json!([
                3,
                ["family", "good meal"],
                "Rain, then sun.",
                "2026-03-29",
                "22:04"
            ]),
            json!([6, [], "", "2026-03-29", "09:15"]),
            json!([3, ["rest"], "", "2026-03-27", "07:05"]),
        ]
    );
    app.find_like("button", "Rain, then sun.");
    see_no_trace(&desktop, "diary.csv");

    // The same file once more has nothing new.
    app.click("button", &app.words("check_in.daylio"));
    choose(&app, "check_in.daylio_choose", DIARY.as_bytes());
    app.see(&rows(&app, "check_in.daylio_already", 3));
    app.see(&app.words("check_in.daylio_nothing_new"));
    assert_eq!(app.check_ins().len(), 3);
}

#[test]
fn a_dialog_that_is_left_changes_nothing() {
    let desktop = Desktop::default();
    let app = at_daylio(&desktop);
    let choose_file = app.words("check_in.daylio_choose");
    let shown =
        |app: &App<'_>| app.expect(roles::visible_text(app.session()), "the page has words");
    let before = shown(&app);
    app.click("button", &choose_file);
    desktop.display().choose_no_file();
    app.find("button", &choose_file);
    assert_eq!(shown(&app), before);

    // What another file holds stays, too.
    choose(&app, "check_in.daylio_choose", DIARY.as_bytes());
    let found = rows(&app, "check_in.daylio_rows", 3);
    app.see(&found);
    app.click("button", &app.words("check_in.daylio_choose_other"));
    desktop.display().choose_no_file();
    app.find("button", &app.words("check_in.daylio_choose_other"));
    app.see(&found);

    app.click("button", &app.words("check_in.daylio_cancel"));
    app.see(&app.words("check_in.past_empty.kept.title"));
    assert!(app.check_ins().is_empty(), "nothing came in");
}

#[test]
fn a_file_that_is_no_diary_is_said_and_brings_in_nothing() {
    let desktop = Desktop::default();
    let app = at_daylio(&desktop);
    let header = DIARY.lines().next().unwrap_or_default();
    let long = format!("{header}\n2026-03-29,,,10:04,meh,,,{}\n", "a".repeat(MUCH));
    let bare = "z".repeat(MUCH);
    for (what, content) in [
        ("other columns", "day,feeling\n2026-03-29,fine\n".as_bytes()),
        ("no text", b"\x89PNG\r\n\x1a\n\x00\x00\xff\xfe"),
        ("one long line", bare.as_bytes()),
    ] {
        choose(&app, "check_in.daylio_choose", content);
        app.see(&app.words("check_in.daylio_not_one"));
        app.see(&app.words("check_in.daylio_not_one_text"));
        assert!(!app.shows(&app.words("check_in.daylio_moods")), "{what}");
    }

    choose(&app, "check_in.daylio_choose", long.as_bytes());
    app.see(&app.words("check_in.daylio_faults"));
    let too_long = app.words("check_in.daylio_fault_whats.too_long");
    app.see(&app.words_with("check_in.daylio_fault", &[json!(2), json!(too_long)]));
    assert!(!app.shows(&app.words("check_in.daylio_moods")));
    assert!(!app.shows(&app.words("check_in.daylio_not_one")));
    assert!(app.check_ins().is_empty(), "nothing came in");

    // A good file is taken after all of them.
    choose(&app, "check_in.daylio_choose_other", DIARY.as_bytes());
    app.see(&rows(&app, "check_in.daylio_rows", 3));
    app.miss(&app.words("check_in.daylio_faults"));
    app.press(&[], &[key::ESCAPE]);
    assert!(app.check_ins().is_empty(), "a look saves nothing");
}
