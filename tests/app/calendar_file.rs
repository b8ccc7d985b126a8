//! A calendar file comes in after a look at it, and another goes out, all with keys. Nothing comes by itself.

use super::check_in::text;
use super::daylio::see_no_trace;
use chrono::{Days, NaiveDate};
use evenkeel_tests::app::App;
use evenkeel_tests::desktop::Desktop;
use evenkeel_tests::journey::PASSPHRASE;
use evenkeel_tests::schedule::{single, with};
use serde_json::{Value, json};
use std::fs;

/// Longer than any line of a calendar.
const MUCH: usize = 10 * 1024 * 1024;
const MANY: usize = 10_001;

/// What a file says of one event.
struct Entry<'a> {
    uid: &'a str,
    summary: &'a str,
    day: NaiveDate,
    /// `HHMM`.
    times: [&'a str; 2],
    more: &'a str,
}

impl Entry<'_> {
    fn text(&self) -> String {
        let day = self.day.format("%Y%m%d");
        let [from, until] = self.times;
        format!(
            "BEGIN:VEVENT\r\nUID:{}\r\nDTSTAMP:20260101T120000Z\r\nSUMMARY:{}\r\n\
             DTSTART;TZID=America/New_York:{day}T{from}00\r\nDTEND;TZID=America/New_York:{day}T{until}00\r\n\
             {}END:VEVENT\r\n",
            self.uid, self.summary, self.more
        )
    }
}

fn calendar(entries: &[Entry<'_>]) -> String {
    let entries: String = entries.iter().map(Entry::text).collect();
    format!(
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Somewhere//EN\r\nMETHOD:PUBLISH\r\n\
         X-WR-CALNAME:Riverside\r\nX-WR-TIMEZONE:America/New_York\r\n{entries}END:VCALENDAR\r\n"
    )
}

fn group(app: &App<'_>, times: [&'static str; 2]) -> Entry<'static> {
    Entry {
        uid: "group@riverside",
        summary: "Evening group",
        day: app.monday(1),
        times,
        more: "RRULE:FREQ=WEEKLY;COUNT=6\r\nLOCATION:12 Elm Street\r\n",
    }
}

fn intake(app: &App<'_>) -> Entry<'static> {
    Entry {
        uid: "intake@riverside",
        summary: "Intake <b onclick=alert(1)>visit</b>",
        day: app.monday(1) + Days::new(1),
        times: ["0900", "1000"],
        more: "",
    }
}

fn dentist(app: &App<'_>) -> Entry<'static> {
    Entry {
        uid: "dentist@riverside",
        summary: "Dentist",
        day: app.monday(1) + Days::new(3),
        times: ["1100", "1130"],
        more: "",
    }
}

fn at_calendar(desktop: &Desktop) -> App<'_> {
    let app = desktop.start();
    app.first_start(PASSPHRASE, false);
    app.go_to_schedule("calendar");
    app
}

#[track_caller]
fn choose(app: &App<'_>, button: &str, content: &[u8]) {
    let path = app.desktop().host_dir().join("riverside.ics");
    fs::write(&path, content).expect("a file of one's own");
    app.enter(&app.words(button));
    app.desktop().display().choose_file(&path);
}

/// Kind, name, day and start of all that the host has, from this week on.
fn kept(app: &App<'_>) -> Vec<Value> {
    let fields = ["kind", "summary", "date", "time"];
    let all = app.occurrences(app.monday(0), app.monday(12));
    let row = |one: &Value| json!(fields.map(|field| one[field].clone()));
    all.iter().map(row).collect()
}

fn of_group(rows: &[Value]) -> Vec<Value> {
    let named = |row: &&Value| row[1] == json!("Evening group");
    rows.iter().filter(named).cloned().collect()
}

#[track_caller]
fn see_part(app: &App<'_>, change: &str, count: usize) {
    let name = app.words(&format!("programme.calendar_changes.{change}"));
    app.find(
        "heading",
        &app.words_with("programme.calendar_group", &[json!(name), json!(count)]),
    );
}

fn counts(app: &App<'_>, [new, changed, removed]: [usize; 3]) -> String {
    app.words_with(
        "programme.calendar_done",
        &[json!(new), json!(changed), json!(removed)],
    )
}

#[test]
fn a_file_comes_in_once_and_its_changes_after_it() {
    let desktop = Desktop::default();
    let app = at_calendar(&desktop);
    let file = calendar(&[group(&app, ["1730", "2030"]), intake(&app)]);
    choose(&app, "programme.calendar_choose", file.as_bytes());
    app.see_focus("heading", "Riverside");
    see_part(&app, "new", 2);
    app.see("Intake <b onclick=alert(1)>visit</b>");
    app.see(&app.time_span("17:30", "20:30"));
    assert!(kept(&app).is_empty(), "a look saves nothing");

    // The kind that is offered can be another one.
    let kind = |name: &str| app.words_with("programme.calendar_kind", &[json!(name)]);
    let offered = kind("Evening group");
    assert_eq!(app.value("combobox", &offered), "group");
    app.choose_at(&offered, "Holistic");
    app.until("the kind is chosen", |_| {
        Ok((app.value("combobox", &offered) == "holistic").then_some(()))
    });
    app.enter(&app.words("programme.calendar_take"));
    app.see(&counts(&app, [2, 0, 0]));
    app.see_focus("heading", &app.words("schedule.weeks.now"));
    let first = kept(&app);
    assert_eq!(first.len(), 7, "six times and once: {first:?}");
    let monday = app.monday(1).to_string();
    assert_eq!(
        first[0],
        json!(["holistic", "Evening group", monday, "17:30"])
    );
    see_no_trace(&desktop, "riverside.ics");

    // The same file has nothing new.
    app.go_to_schedule("calendar");
    choose(&app, "programme.calendar_choose", file.as_bytes());
    app.see(&app.words("programme.calendar_nothing"));
    assert!(!app.has("button", &app.words("programme.calendar_take")));

    // Another one moves the group, drops the visit, and has a new one.
    let later = calendar(&[group(&app, ["1800", "2100"]), dentist(&app)]);
    choose(&app, "programme.calendar_choose_other", later.as_bytes());
    for change in ["new", "changed", "removed"] {
        see_part(&app, change, 1);
    }
    let [before, after] =
        [["17:30", "20:30"], ["18:00", "21:00"]].map(|[from, until]| app.time_span(from, until));
    let start = |path: &str| app.words_with(path, &[json!("")]).trim().to_owned();
    app.see(&format!("{} {before}", start("programme.calendar_before")));
    app.see(&format!("{} {after}", start("programme.calendar_after")));
    assert_eq!(kept(&app), first, "a look saves nothing");
    app.enter(&app.words("programme.calendar_take"));
    app.see(&counts(&app, [1, 1, 1]));
    let second = kept(&app);
    assert_eq!(second.len(), 7, "{second:?}");
    assert_eq!(of_group(&second).len(), 6, "none is there twice");
    let moved = |row: &Value| [&row[0], &row[3]] == [&json!("holistic"), &json!("18:00")];
    assert!(of_group(&second).iter().all(moved), "{second:?}");
    assert!(!second.iter().any(|row| text(&row[1]).contains("Intake")));

    app.undo_by_key(&counts(&app, [1, 1, 1]));
    app.see(&app.words("schedule.undone"));
    assert_eq!(kept(&app), first);
}

#[test]
fn what_has_no_tick_stays_out() {
    let desktop = Desktop::default();
    let app = at_calendar(&desktop);
    let file = calendar(&[group(&app, ["1730", "2030"]), dentist(&app)]);
    choose(&app, "programme.calendar_choose", file.as_bytes());
    see_part(&app, "new", 2);
    app.tick("Evening group");
    app.tick("Dentist");
    app.enter(&app.words("programme.calendar_take"));
    app.see(&app.words("programme.calendar_take_none"));
    app.tab_back_to("checkbox", "Dentist");
    app.press(&[], &[evenkeel_tests::webdriver::key::SPACE]);
    app.enter(&app.words("programme.calendar_take"));
    app.see(&counts(&app, [1, 0, 0]));
    let names: Vec<Value> = kept(&app).iter().map(|row| row[1].clone()).collect();
    assert_eq!(names, [json!("Dentist")]);
}

#[test]
fn a_file_that_is_no_calendar_is_said_and_brings_in_nothing() {
    let desktop = Desktop::default();
    let app = at_calendar(&desktop);
    let good = calendar(&[dentist(&app)]);
    let long = good.replace("Dentist", &"a".repeat(MUCH));
    let many: Vec<String> = (0..MANY)
        .map(|number| {
            dentist(&app)
                .text()
                .replace("dentist@", &format!("{number}@"))
        })
        .collect();
    let many = good.replace(&dentist(&app).text(), &many.concat());
    let half = good.split_at(good.len() / 2).0.to_owned();
    let [not_one, not_one_text] = ["calendar_not_one", "calendar_not_one_text"]
        .map(|name| app.words(&format!("programme.{name}")));
    for (what, content) in [
        ("no calendar", b"day,feeling\n2026-03-29,fine\n".as_slice()),
        (
            "no text",
            b"BEGIN:VCALENDAR\r\n\x89PNG\r\n\x1a\n\x00\x00\xff\xfe",
        ),
        ("one long line", long.as_bytes()),
        ("ten thousand and one", many.as_bytes()),
        ("cut off", half.as_bytes()),
    ] {
        // What an earlier one was said to be is gone before the next one is looked at.
        app.go_to_schedule("week");
        app.go_to_schedule("calendar");
        choose(&app, "programme.calendar_choose", content);
        app.see(&not_one);
        app.see(&not_one_text);
        assert!(
            !app.has("button", &app.words("programme.calendar_take")),
            "{what}"
        );
    }
    assert!(kept(&app).is_empty(), "nothing came in");

    // A rule that never ends and one that nobody can follow: the rest comes in.
    let endless = Entry {
        more: "RRULE:FREQ=SECONDLY\r\n",
        uid: "endless@riverside",
        summary: "Every second",
        ..dentist(&app)
    };
    let some = calendar(&[endless, dentist(&app)]);
    choose(&app, "programme.calendar_choose", some.as_bytes());
    app.see(&app.words("programme.calendar_skipped"));
    app.see("Every second: ");
    see_part(&app, "new", 1);
    app.enter(&app.words("programme.calendar_take"));
    app.see(&counts(&app, [1, 0, 0]));
    assert_eq!(kept(&app).len(), 1);
}

/// What the host says to an event that no file has: whether there is a file at all.
fn answer_of_no_file(app: &App<'_>) -> Value {
    let nothing = json!({"events": [{"uid": "elsewhere", "kind": "group", "take": true}]});
    let error = app.invoke("ics_import", &nothing).unwrap_err();
    error["code"].clone()
}

#[track_caller]
fn see_nothing_waits(app: &App<'_>) {
    app.until("the file is let go", |_| {
        Ok((answer_of_no_file(app) == json!("not_found")).then_some(()))
    });
}

#[test]
fn a_dialog_that_is_left_changes_nothing() {
    let desktop = Desktop::default();
    let app = at_calendar(&desktop);
    app.enter(&app.words("programme.calendar_choose"));
    desktop.display().choose_no_file();
    app.find("button", &app.words("programme.calendar_choose"));
    assert!(!app.shows(&app.words("programme.calendar_not_one")));
    let file = calendar(&[dentist(&app)]);
    choose(&app, "programme.calendar_choose", file.as_bytes());
    see_part(&app, "new", 1);
    assert_eq!(answer_of_no_file(&app), json!("invalid"), "it waits");
    app.enter(&app.words("programme.calendar_leave"));
    app.see_focus("button", &app.words("programme.calendar_choose"));
    assert!(kept(&app).is_empty());
    see_nothing_waits(&app);

    // Nor does it wait for one who goes elsewhere.
    choose(&app, "programme.calendar_choose", file.as_bytes());
    see_part(&app, "new", 1);
    app.go_to_schedule("week");
    see_nothing_waits(&app);
}

/// Times and places go out; what was noted, marked and given to do does not.
#[test]
fn a_file_goes_out_without_what_is_private() {
    let desktop = Desktop::default();
    let app = desktop.start();
    app.first_start(PASSPHRASE, false);
    app.set_up_programme(&app.usual_sessions());
    let tuesday = app.monday(1) + Days::new(1);
    let own = single("personal", tuesday, "12:00", 30);
    app.add_event(&with(
        own,
        &json!({"summary": "Haircut", "location": "Mill Lane"}),
    ));
    let past = app.monday(-3);
    let all = app.occurrences(past, past);
    let of = json!({"event": all[0]["event"], "recurrence_id": all[0]["recurrence_id"]});
    let mut notes = of.clone();
    notes["before"] = json!("A private note");
    notes["after"] = json!("Another private note");
    app.ask("session_notes_save", &notes);
    let mut attended = of.clone();
    attended["attendance"] = json!("part");
    attended["minutes"] = json!(77);
    app.ask("attendance_save", &attended);
    app.ask(
        "homework_save",
        &json!({"id": null, "text": "Private homework", "skill": null, "event": of["event"],
            "given_date": past.to_string(), "due_date": null}),
    );

    for (button, has_own) in [
        ("calendar_out_all", true),
        ("calendar_out_programme", false),
    ] {
        let path = desktop.host_dir().join(format!("{button}.ics"));
        app.go_to_schedule("week");
        app.go_to_schedule("calendar");
        app.enter(&app.words(&format!("programme.{button}")));
        desktop.display().save_file(&path);
        app.see(&app.words("programme.calendar_saved"));
        app.dismiss_message();
        let file = fs::read_to_string(&path).expect("the file is there");
        assert!(file.starts_with("BEGIN:VCALENDAR\r\n"), "{file}");
        assert!(file.ends_with("END:VCALENDAR\r\n"), "{file}");
        assert!(file.contains("RRULE:FREQ=WEEKLY"), "{file}");
        assert!(file.contains("DTSTART;TZID=America/New_York:"), "{file}");
        let events = file.matches("BEGIN:VEVENT").count();
        assert_eq!(events, if has_own { 4 } else { 3 }, "{file}");
        assert_eq!(file.contains("Haircut"), has_own);
        // The name of an event is made of chance, and may hold any number.
        let said = file.lines().filter(|line| !line.starts_with("UID:"));
        let low = said.collect::<String>().to_lowercase();
        for private in ["private", "77", "attend", "diary card", "555 0160"] {
            assert!(!low.contains(private), "{private} went out: {file}");
        }
        see_no_trace(&desktop, button);
    }

    // What went out comes in again as what is there.
    let whole = fs::read(desktop.host_dir().join("calendar_out_all.ics")).expect("the file");
    let before = kept(&app);
    app.go_to_schedule("week");
    app.go_to_schedule("calendar");
    choose(&app, "programme.calendar_choose", &whole);
    app.find("button", &app.words("programme.calendar_leave"));
    assert_eq!(kept(&app), before);
}
