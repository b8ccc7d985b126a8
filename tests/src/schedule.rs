//! The Schedule room, in steps that tests and the walk share.

use crate::app::App;
use crate::desktop::Desktop;
use crate::roles;
use crate::webdriver::key;
use chrono::{Datelike, Days, NaiveDate};
use serde_json::{Value, json};
use std::time::{SystemTime, UNIX_EPOCH};

/// A part of the Schedule room, and where its heading stands in the strings file.
const PARTS: &[(&str, &str)] = &[
    ("week", "schedule.weeks.now"),
    ("list", "schedule.list_title"),
    ("homework", "programme.homework"),
    ("programme", "programme.title"),
    ("calendar", "programme.calendar"),
];
/// More rows than any week or list of these tests has.
const MOST_ROWS: usize = 60;

impl App<'_> {
    /// Goes to a part of the Schedule room: `week`, `list` and so on.
    #[track_caller]
    pub fn open_schedule(&self, part: &str) {
        self.click("button", &self.words("shell.rooms.schedule"));
        self.find("heading", &self.words(title_of("week")));
        if part != "week" {
            self.click("button", &self.words(&format!("schedule.parts.{part}")));
            self.find("heading", &self.words(title_of(part)));
        }
    }

    /// The same with the keyboard.
    #[track_caller]
    pub fn go_to_schedule(&self, part: &str) {
        let title = self.words(title_of("week"));
        let is_there = self.has("heading", &title);
        self.go_to_room("schedule");
        if !is_there {
            // On the heading, and at once on what led away from here.
            let rail = roles::spoken("button", &self.words("shell.rooms.schedule"));
            self.until("the room has the focus", |session| {
                let has_come = roles::focused(session)? != rail;
                Ok((has_come && self.has("heading", &title)).then_some(()))
            });
        }
        if part != "week" {
            let name = self.words(&format!("schedule.parts.{part}"));
            self.tab_back_to("button", &name);
            self.press(&[], &[key::ENTER]);
            self.see_focus("heading", &self.words(title_of(part)));
        }
    }

    /// The Monday of the week that is so many weeks away.
    #[must_use]
    #[track_caller]
    pub fn monday(&self, weeks: i64) -> NaiveDate {
        let today = date(&self.day_before(0));
        let monday = today - Days::new(today.weekday().num_days_from_monday().into());
        monday + chrono::TimeDelta::weeks(weeks)
    }

    /// A programme in its fourth week of ten, without a window. Answers what the host has of it.
    #[track_caller]
    pub fn set_up_programme(&self, events: &[Value]) -> Value {
        let programme = json!({
            "name": "Harbor IOP", "start_date": self.monday(-3).to_string(), "weeks": 10, "hours_a_week": 9.0,
            "zone": self.ask("programme", &Value::Null)["here_zone"], "phone": "555 0160",
            "address": "12 Elm Street", "last_day": null, "phases": [], "breaks": [],
        });
        let request = json!({"programme": programme, "events": events});
        self.ask("programme_set_up", &request)
    }

    /// The sessions of the programme that Schedule was made for, from the week of its start on.
    #[must_use]
    #[track_caller]
    pub fn usual_sessions(&self) -> Vec<Value> {
        let start = self.monday(-3);
        let [tuesday, saturday] = [1, 5].map(|days| start + Days::new(days));
        [
            with(
                weekly("group", start, "17:30", 180, &["mo", "we", "th"]),
                &json!({"room": "2", "bring": "Diary card", "travel_minutes": 30}),
            ),
            weekly("individual", tuesday, "16:00", 60, &["tu"]),
            with(
                weekly("family", saturday, "10:00", 60, &["sa"]),
                &json!({"rule": {"interval": 2, "weekdays": ["sa"], "until": null}}),
            ),
        ]
        .to_vec()
    }

    /// Saves a new event without a window. Answers its number and the name of its first occurrence.
    #[track_caller]
    pub fn add_event(&self, details: &Value) -> Value {
        let request =
            json!({"event": null, "recurrence_id": null, "scope": "all", "details": details});
        self.ask("schedule_event_save", &request)
    }

    /// What the host has from one day to another, day by day.
    #[must_use]
    #[track_caller]
    pub fn occurrences(&self, from: NaiveDate, until: NaiveDate) -> Vec<Value> {
        let request = json!({"from": from.to_string(), "until": until.to_string()});
        occurrences_in(&self.ask("schedule_span", &request))
    }

    /// Goes along the rows of a week or a list to the one with all of these words in its name.
    ///
    /// # Panics
    /// When there is none.
    #[track_caller]
    pub fn walk_to_row(&self, list: &str, words: &[&str]) {
        let is_there = |focused: &str| words.iter().all(|part| focused.contains(part));
        self.tab_into(list);
        self.press(&[], &[key::HOME]);
        for _ in 0..MOST_ROWS {
            if is_there(&self.focused()) {
                return;
            }
            self.press(&[], &[key::DOWN]);
        }
        panic!(
            "the arrow keys do not come to {words:?}; {}",
            self.describe()
        );
    }

    /// Goes on with Tab into the list of this name.
    #[track_caller]
    fn tab_into(&self, list: &str) {
        let script =
            "return document.activeElement.closest('ul[aria-label]')?.getAttribute('aria-label')
            === arguments[0];";
        self.until(&format!("there is a list {list:?}"), |session| {
            Ok((!roles::names_within(session, list)?.is_empty()).then_some(()))
        });
        for _ in 0..MOST_ROWS {
            let is_inside = self.session().script(script, &[json!(list)]);
            if self.expect(is_inside, "the page answers") == json!(true) {
                return;
            }
            self.press(&[], &[key::TAB]);
        }
        panic!("Tab does not come into {list:?}; {}", self.describe());
    }

    /// Chooses in a list of choices that has the focus, by typing its beginning.
    #[track_caller]
    pub fn choose_at(&self, name: &str, option: &str) {
        self.find("combobox", name);
        let is_there = |focused: &str| focused.ends_with(&format!("{name:?}"));
        for _ in 0..MOST_ROWS {
            if is_there(&self.focused()) {
                self.type_keys(option);
                return;
            }
            self.press(&[], &[key::TAB]);
        }
        panic!("Tab does not come to {name:?}; {}", self.describe());
    }

    /// Goes to a field and puts these words in the place of what it holds.
    #[track_caller]
    pub fn retype_at(&self, field: &str, text: &str) {
        self.find("textbox", field);
        self.tab_to("textbox", field);
        self.press(&[key::CONTROL], &['a']);
        self.type_keys(text);
    }

    /// Types a day into the field that has the focus: month, day, year, each with a stop of its own.
    #[track_caller]
    pub fn type_day(&self, day: NaiveDate) {
        self.type_keys(&day.format("%m").to_string());
        for part in ["%d", "%Y"] {
            self.press(&[], &[key::TAB]);
            self.type_keys(&day.format(part).to_string());
        }
    }

    /// Presses the button of the message with the keyboard: F6, then Enter.
    #[track_caller]
    pub fn undo_by_key(&self, message: &str) {
        self.see(message);
        self.press(&[], &[key::F6]);
        self.see_focus("button", &self.words("schedule.undo"));
        self.press(&[], &[key::ENTER]);
    }

    /// A span of time, and other words that the page makes of a schedule.
    #[must_use]
    #[track_caller]
    pub fn time_span(&self, from: &str, until: &str) -> String {
        self.in_page(
            "([from, until]) => schedule.timeSpan(from, until)",
            &[json!(from), json!(until)],
        )
    }

    /// What a script answers that has the page's own words for days and sessions.
    #[must_use]
    #[track_caller]
    pub fn in_page(&self, words: &str, arguments: &[Value]) -> String {
        let script = format!(
            "const done = arguments[arguments.length - 1];
             Promise.all(['dates', 'schedule', 'session_words', 'strings/en'].map((name) => import(`/js/${{name}}.js`)))
                .then(([dates, schedule, session, {{ t }}]) => done(({words})([...arguments])));"
        );
        let answer = self.session().script_async(&script, arguments);
        squeeze(&roles::text_of(&self.expect(answer, "the page has words")))
    }
}

fn title_of(part: &str) -> &'static str {
    let found = PARTS.iter().find(|(name, _)| *name == part);
    let (_, title) = found.unwrap_or_else(|| panic!("Schedule has no part {part}"));
    title
}

fn squeeze(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// # Panics
/// When it is no date.
#[must_use]
pub fn date(text: &str) -> NaiveDate {
    text.parse().expect("a date")
}

/// A single event with nothing but its kind and its time.
#[must_use]
pub fn single(kind: &str, day: NaiveDate, time: &str, minutes: u32) -> Value {
    json!({
        "kind": kind, "summary": "", "date": day.to_string(), "time": time, "minutes": minutes,
        "all_day": false, "zone": null, "rule": null, "dates": null, "location": "", "link": "",
        "room": "", "facilitator": "", "bring": "", "description": "", "travel_minutes": null,
    })
}

/// One that comes again each week on these days.
#[must_use]
pub fn weekly(kind: &str, first: NaiveDate, time: &str, minutes: u32, days: &[&str]) -> Value {
    let rule = json!({"rule": {"interval": 1, "weekdays": days, "until": null}});
    with(single(kind, first, time, minutes), &rule)
}

/// The same with these fields in the place of its own.
#[must_use]
pub fn with(mut details: Value, fields: &Value) -> Value {
    for (name, value) in fields.as_object().into_iter().flatten() {
        details[name] = value.clone();
    }
    details
}

/// The occurrences of a span, in their order.
#[must_use]
pub fn occurrences_in(span: &Value) -> Vec<Value> {
    let days = span["days"].as_array().into_iter().flatten();
    days.flat_map(|day| day["occurrences"].as_array().into_iter().flatten())
        .cloned()
        .collect()
}

/// Where it is about noon now, so that a day has a past and a future whenever a test runs.
#[must_use]
pub fn at_noon() -> Desktop {
    let since_1970 = SystemTime::now().duration_since(UNIX_EPOCH);
    let hours = since_1970.map_or(0, |time| time.as_secs() / 3600 % 24);
    let west = i64::try_from(hours).unwrap_or_default() - 12;
    Desktop::default().with_env("TZ", &format!("Etc/GMT{west:+}"))
}
