//! Today says what comes next; what was at a session is marked and written.

use super::check_in::text;
use chrono::Days;
use evenkeel_tests::app::App;
use evenkeel_tests::desktop::Desktop;
use evenkeel_tests::journey::PASSPHRASE;
use evenkeel_tests::roles;
use evenkeel_tests::schedule::{at_noon, date, single, with};
use evenkeel_tests::webdriver::key;
use serde_json::{Value, json};
use std::time::{SystemTime, UNIX_EPOCH};

/// A morning that is over and an evening to come, in the fourth week of a programme.
pub fn with_a_day(desktop: &Desktop) -> App<'_> {
    let app = desktop.start();
    app.first_start(PASSPHRASE, false);
    let today = date(&app.day_before(0));
    let events = [
        single("individual", today, "08:00", 120),
        with(
            single("group", today, "17:30", 180),
            &json!({"room": "2", "bring": "Diary card", "travel_minutes": 30, "location": "12 Elm Street"}),
        ),
        single("family", today, "21:00", 60),
    ];
    app.set_up_programme(&events);
    app
}

/// What the host has of a day, by the kind of session.
#[track_caller]
pub fn of_kind(app: &App<'_>, kind: &str) -> Value {
    let today = date(&app.day_before(0));
    let all = app.occurrences(today, today);
    let found = all.into_iter().find(|one| one["kind"] == json!(kind));
    found.unwrap_or_else(|| panic!("there is a session of kind {kind}"))
}

#[track_caller]
fn see_of_kind(app: &App<'_>, kind: &str, what: &str, fits: impl Fn(&Value) -> bool) {
    app.until(what, |_| Ok(fits(&of_kind(app, kind)).then_some(())));
}

/// Opens a session of this week with the keyboard, by what its row says.
#[track_caller]
pub fn enter_session(app: &App<'_>, words: &[&str]) {
    app.go_to_schedule("week");
    app.walk_to_row(&app.words("schedule.week_days"), words);
    app.press(&[], &[key::ENTER]);
    app.find("button", &app.words("schedule.change"));
}

/// "In 3 hours 20 minutes."
fn countdown(app: &App<'_>, starts_ms: &Value) -> String {
    let now = SystemTime::now().duration_since(UNIX_EPOCH);
    let now = now.map_or(0.0, |time| time.as_secs_f64() * 1000.0);
    let left = starts_ms.as_f64().unwrap_or_default() - now;
    let minutes = (left / 60_000.0).ceil() as i64;
    app.words_with(
        "programme.next_in",
        &[json!(minutes / 60), json!(minutes % 60)],
    )
}

#[test]
fn today_says_when_where_and_what_to_bring() {
    let desktop = at_noon();
    let app = with_a_day(&desktop);
    app.go_to_room("today");
    let span = app.time_span("17:30", "20:30");
    let group = of_kind(&app, "group");
    let headline = app.words_with(
        "programme.next_line",
        &[json!("Group"), json!("today"), json!(span)],
    );
    app.find("heading", &headline);
    assert_eq!(headline, format!("Group, today {span}"));
    app.until("it says how long until then", |session| {
        let shown = roles::visible_text(session)?;
        Ok(shown
            .contains(&countdown(&app, &group["starts_ms"]))
            .then_some(()))
    });
    app.see("Leave by 5:00 pm.");
    for (term, words) in [("where", "12 Elm Street, Room 2"), ("bring", "Diary card")] {
        app.see(&format!(
            "{} {words}",
            app.words(&format!("programme.{term}"))
        ));
    }
    app.see(&app.words("programme.later"));
    app.see(&format!("{} Family", app.time_span("21:00", "22:00")));
    app.see("Week 4 of 10");
    app.see(&app.words_with("programme.hours_so_far", &[json!(0), json!(540)]));
    let above = "const [session, check] = ['.today-session', '.today-check-in'].map((css) => document.querySelector(css));
        return (session.compareDocumentPosition(check) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;";
    let above = app.expect(app.session().script(above, &[]), "both are there");
    assert_eq!(above, json!(true), "what is next stands first");

    // A cancelled one is not the next one.
    let of =
        json!({"event": group["event"], "recurrence_id": group["recurrence_id"], "scope": "this"});
    app.ask("schedule_event_cancel", &of);
    app.go_to_schedule("week");
    app.go_to_room("today");
    app.find(
        "heading",
        &format!("Family, today {}", app.time_span("21:00", "22:00")),
    );
}

#[test]
fn today_has_the_homework_for_the_next_session() {
    let desktop = at_noon();
    let app = with_a_day(&desktop);
    let today = app.day_before(0);
    let homework = |words: &str, due: &str| {
        json!({"id": null, "text": words, "skill": "check-the-facts", "event": null,
            "given_date": app.day_before(3), "due_date": due})
    };
    let due = app.ask("homework_save", &homework("Facts, one worksheet", &today));
    app.ask(
        "homework_save",
        &homework("Much later", &app.monday(9).to_string()),
    );
    app.go_to_room("today");
    app.see("Check the Facts");
    app.tick("Facts, one worksheet");
    app.see(&app.words("programme.homework_done"));
    let done = |date: &Value| {
        app.see_asked("homework", &Value::Null, "the tick", |all| {
            let all = all.as_array().into_iter().flatten();
            all.filter(|one| one["id"] == due["id"])
                .any(|one| one["done_date"] == *date)
        })
    };
    done(&json!(today));
    assert!(
        !app.shows("Much later"),
        "what is not due waits in its own part"
    );
    app.undo_by_key(&app.words("programme.homework_done"));
    done(&Value::Null);
    app.until("the box is blank again", |session| {
        let boxes = roles::find_all(session, "checkbox", "Facts, one worksheet")?;
        let Some(found) = boxes.first() else {
            return Ok(None);
        };
        Ok((session.property(found, "checked")? == json!(false)).then_some(()))
    });
}

#[test]
fn one_is_cancelled_with_keys_and_comes_back() {
    let desktop = at_noon();
    let app = with_a_day(&desktop);
    app.go_to_room("today");
    app.enter(&app.words_with("programme.next_open_spoken", &[json!("Group")]));
    app.see_focus("heading", "Group");
    app.enter(&app.words("schedule.cancel"));
    see_of_kind(&app, "group", "it is cancelled", |one| {
        one["status"] == json!("cancelled")
    });
    app.see(&app.words("schedule.status_titles.cancelled"));
    app.see_focus("button", &app.words("schedule.uncancel"));
    app.undo_by_key(&app.words("schedule.cancelled_done"));
    see_of_kind(&app, "group", "it is planned", |one| {
        one["status"] == json!("planned")
    });
    app.miss(&app.words("schedule.status_titles.cancelled"));

    // Once the message is gone there is still a way back.
    app.enter(&app.words("schedule.cancel"));
    see_of_kind(&app, "group", "it is cancelled", |one| {
        one["status"] == json!("cancelled")
    });
    app.dismiss_message();
    enter_session(
        &app,
        &[
            &app.time_span("17:30", "20:30"),
            &app.words("schedule.cancelled"),
        ],
    );
    app.enter(&app.words("schedule.uncancel"));
    see_of_kind(&app, "group", "it is planned", |one| {
        one["status"] == json!("planned")
    });
    assert_eq!(
        of_kind(&app, "group")["room"],
        json!("2"),
        "all else is as it was"
    );
}

/// Marks the morning. The week says it in one word, and how many hours that makes.
#[track_caller]
fn mark_with_keys(app: &App<'_>, mark: &str, minutes: u32, hours: &str) {
    enter_session(app, &["Individual"]);
    app.pick(&app.words(&format!("schedule.attendance.{mark}")));
    see_of_kind(app, "individual", mark, |one| {
        [&one["attendance"], &one["minutes"]] == [&json!(mark), &json!(minutes)]
    });
    app.go_to_schedule("week");
    app.see(&app.words(&format!("schedule.attendance.{mark}")));
    app.see(hours);
}

#[test]
fn attendance_counts_minutes_and_says_nothing_more() {
    let desktop = at_noon();
    let app = with_a_day(&desktop);
    app.go_to_schedule("week");
    app.see(&app.words("schedule.not_marked"));
    app.see("0 of 9 hours marked · 2 not marked yet");
    enter_session(&app, &["Individual"]);
    app.see(&app.words("schedule.attendance_title"));
    app.pick(&app.words("schedule.attendance.part"));
    app.type_at(&app.words("schedule.attendance_minutes"), "500");
    app.press(&[], &[key::TAB]);
    app.see(&app.words_with("schedule.attendance_minutes_missing", &[json!(120)]));
    app.tab_back_to("textbox", &app.words("schedule.attendance_minutes"));
    app.press(&[key::CONTROL], &['a']);
    app.type_keys("90");
    see_of_kind(&app, "individual", "the minutes are kept", |one| {
        [&one["attendance"], &one["minutes"]] == [&json!("part"), &json!(90)]
    });
    app.go_to_schedule("week");
    app.see("1.5 of 9 hours marked");
    app.see(&app.words_with("schedule.part_of", &[json!(90)]));
    app.go_to_room("today");
    app.see(&app.words_with("programme.hours_so_far", &[json!(90), json!(540)]));

    // The arrow keys go down and no further, so the first one comes after the mark is gone.
    for (mark, minutes, hours) in [
        ("missed", 0, "6 of 9 hours planned"),
        ("excused", 0, "6 of 9 hours planned"),
    ] {
        mark_with_keys(&app, mark, minutes, hours);
    }
    enter_session(&app, &["Individual"]);
    app.enter(&app.words("schedule.attendance_clear"));
    see_of_kind(&app, "individual", "nothing is said", |one| {
        one["attendance"].is_null()
    });
    mark_with_keys(&app, "attended", 120, "2 of 9 hours marked");
}

#[test]
fn notes_of_a_session_are_there_after_a_lock() {
    let desktop = at_noon();
    let mut app = with_a_day(&desktop);
    let group = of_kind(&app, "group");
    let of = json!({"event": group["event"], "recurrence_id": group["recurrence_id"]});
    enter_session(&app, &["Group"]);
    app.type_at(
        &app.words("schedule.notes_before"),
        "Ask about the long break.",
    );
    app.see_asked("session_notes", &of, "what was typed", |notes| {
        notes["before"] == json!("Ask about the long break.")
    });
    app.see(&app.words("schedule.saved"));
    app.type_at(&app.words("schedule.notes_after"), "It went well, and th");
    app.press_away(&[key::CONTROL], &['l']);
    app.follow_lock();
    app.unlock(PASSPHRASE);
    let notes = app.ask("session_notes", &of);
    assert_eq!(
        notes,
        json!({"before": "Ask about the long break.", "after": "It went well, and th"})
    );
    enter_session(&app, &["Group"]);
    let after = app.words("schedule.notes_after");
    assert_eq!(app.value("textbox", &after), "It went well, and th");

    // Homework given there is for the next one of its kind.
    app.enter(&app.words("schedule.homework_add"));
    app.type_at(&app.words("programme.homework_text"), "Read page 12");
    app.enter(&app.words("programme.save"));
    app.see(&app.words("programme.homework_saved"));
    let kept = app.ask("homework", &Value::Null)[0].take();
    assert_eq!(
        [text(&kept["text"]), text(&kept["given_date"])],
        ["Read page 12", &app.day_before(0)]
    );
    assert_eq!(kept["event"], group["event"]);
}

/// Each row can be read alone, so each names the day that it stands under.
#[test]
fn what_goes_on_for_days_stands_under_each_of_them() {
    let desktop = Desktop::default();
    let app = desktop.start();
    app.first_start(PASSPHRASE, false);
    let first = app.monday(1) + Days::new(1);
    app.add_event(&with(
        single("personal", first, "00:00", 3 * 24 * 60),
        &json!({"summary": "My sister is here", "time": null, "all_day": true}),
    ));
    app.go_to_schedule("week");
    app.enter(&app.words("schedule.week_after"));
    app.find_like("button", "My sister is here");
    let names = app.expect(roles::names(app.session(), "button"), "buttons");
    let rows: Vec<String> = names
        .into_iter()
        .filter(|name| name.contains("My sister is here"))
        .map(|name| name.chars().take(3).collect())
        .collect();
    assert_eq!(rows, ["Tue", "Wed", "Thu"]);
    let ids = "return [...document.querySelectorAll('.schedule-row')].map(({ id }) => id)";
    let ids = app.expect(app.session().script(ids, &[]), "rows have ids");
    let mut ids: Vec<&str> = ids.as_array().into_iter().flatten().map(text).collect();
    ids.dedup();
    assert_eq!(ids.len(), 3, "each has an id of its own: {ids:?}");

    // The way back leads to the row that one came from.
    app.walk_to_row(&app.words("schedule.week_days"), &["Wed", "My sister"]);
    let row = app.focused();
    app.press(&[], &[key::ENTER]);
    app.see_focus("heading", "My sister is here");
    app.press(&[], &[key::ESCAPE]);
    app.until("the row has the focus", |_| {
        Ok((app.focused() == row).then_some(()))
    });
}
