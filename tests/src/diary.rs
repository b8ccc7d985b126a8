//! Check-ins, the diary card and questionnaires, in steps that tests and the walk share.

use crate::app::App;
use crate::wait::{self, PATIENCE};
use crate::webdriver::key;
use chrono::{Days, NaiveDate};
use serde_json::{Value, json};
use std::cell::RefCell;

/// A part of the Check in room, and where its heading stands in the strings file.
const PARTS: &[(&str, &str)] = &[
    ("now", "check_in.now_title"),
    ("card", "card.title"),
    ("week", "card.week_title"),
    ("assessments", "assessments.title"),
    ("past", "check_in.past_title"),
    ("medicines", "card.medicines_title"),
    ("set", "card.set_title"),
];

fn title_of(part: &str) -> &'static str {
    let found = PARTS.iter().find(|(name, _)| *name == part);
    let (_, title) = found.unwrap_or_else(|| panic!("Check in has no part {part}"));
    title
}

const ROW_OF_FOCUS: &str = "const here = document.activeElement.closest('[aria-labelledby^=row-]');
    return here ? Number(here.getAttribute('aria-labelledby').slice(4)) : null;";

impl App<'_> {
    /// The local date as the host has it, so many days ago.
    #[must_use]
    #[track_caller]
    pub fn day_before(&self, days: u64) -> String {
        let today = self.ask("session_view", &Value::Null)["today"].take();
        let today: NaiveDate = today
            .as_str()
            .and_then(|date| date.parse().ok())
            .expect("the host tells the date");
        (today - Days::new(days)).to_string()
    }

    /// Goes to a part of the Check in room: `now`, `card`, `week` and so on.
    #[track_caller]
    pub fn open_check_in(&self, part: &str) {
        self.click("button", &self.words("shell.rooms.check_in"));
        self.find("heading", &self.words("check_in.now_title"));
        if part != "now" {
            self.click("button", &self.words(&format!("check_in.parts.{part}")));
        }
        self.find("heading", &self.words(title_of(part)));
    }

    /// The same with the keyboard.
    #[track_caller]
    pub fn go_to_check_in(&self, part: &str) {
        self.go_to_room("check_in");
        self.see_focus("heading", &self.words("check_in.now_title"));
        if part != "now" {
            let name = self.words(&format!("check_in.parts.{part}"));
            self.tab_back_to("button", &name);
            self.press(&[], &[crate::webdriver::key::ENTER]);
        }
        self.see_focus("heading", &self.words(title_of(part)));
    }

    /// A check-in of a past day, without a window.
    #[track_caller]
    pub fn add_check_in(&self, days_ago: u64, mood: u8, words: &[&str], note: &str) -> Value {
        let written = json!({"date": self.day_before(days_ago), "time": "00:10"});
        self.ask(
            "check_in_save",
            &json!({"id": null, "mood": mood, "words": words, "note": note, "written": written}),
        )
    }

    /// The check-ins that the host has, the newest first.
    #[must_use]
    #[track_caller]
    pub fn check_ins(&self) -> Vec<Value> {
        let request = json!({"before": null, "limit": 100, "trashed": false});
        match self.ask("check_in_page", &request)["check_ins"].take() {
            Value::Array(check_ins) => check_ins,
            other => panic!("no list of check-ins but {other}"),
        }
    }

    /// The card of a day as the host has it.
    #[must_use]
    #[track_caller]
    pub fn card_of(&self, date: &str) -> Value {
        self.ask("card_open", &json!({"date": date}))
    }

    /// Saves a card with these values, by the names of their rows, without a window.
    #[track_caller]
    pub fn add_card(&self, date: &str, values: &[(&str, f64)], skills: &[&str]) {
        let card = self.card_of(date);
        let values: Vec<Value> = values
            .iter()
            .map(|(row, number)| json!({"item": row_named(&card, row)["id"], "number": number, "text": null}))
            .collect();
        self.ask(
            "card_save",
            &json!({
                "date": date, "values": values, "skills": skills, "skills_code": 5, "why_no_skills": "",
                "note": "", "session_day": false,
            }),
        );
    }

    /// Waits until what the host answers fits. Answers it.
    #[track_caller]
    pub fn see_asked(
        &self,
        command: &str,
        request: &Value,
        what: &str,
        fits: impl Fn(&Value) -> bool,
    ) -> Value {
        let last = RefCell::new(Value::Null);
        let found = wait::until_or_none(PATIENCE, || {
            let answer = self.ask(command, request);
            last.replace(answer.clone());
            fits(&answer).then_some(answer)
        });
        found.unwrap_or_else(|| {
            panic!(
                "{command} never has {what}, but {}; {}",
                last.borrow(),
                self.describe()
            )
        })
    }

    /// The row of the card that has the focus.
    #[track_caller]
    pub fn row_of_focus(&self) -> Option<f64> {
        self.expect(self.session().script(ROW_OF_FOCUS, &[]), "the page answers")
            .as_f64()
    }

    /// Goes to a row of the card that is open, with Tab.
    ///
    /// # Panics
    /// When Tab does not come there.
    #[track_caller]
    pub fn tab_to_row(&self, card: &Value, name: &str) {
        let id = row_named(card, name)["id"].as_f64();
        for _ in 0..60 {
            if self.row_of_focus() == id {
                return;
            }
            self.press(&[], &[key::TAB]);
        }
        panic!("Tab does not come to {name}; {}", self.describe());
    }

    /// Answers a whole questionnaire without a window, each question with the same number.
    #[track_caller]
    pub fn add_assessment(&self, instrument: &str, value: i64) -> Value {
        let view = self.ask("assessment_start", &json!({"instrument": instrument}));
        for item in view["items"].as_array().into_iter().flatten() {
            let answer = json!({"id": view["id"], "item": item["id"], "value": value});
            self.ask("assessment_answer", &answer);
        }
        self.ask("assessment_finish", &json!({"id": view["id"]}))
    }
}

/// A row of a card by its name.
///
/// # Panics
/// When the card has no such row.
#[must_use]
pub fn row_named<'c>(card: &'c Value, name: &str) -> &'c Value {
    card["items"]
        .as_array()
        .into_iter()
        .flatten()
        .find(|item| item["name"] == json!(name))
        .unwrap_or_else(|| panic!("the card has a row named {name}"))
}

/// What a card has for a row: a number, words, or null.
#[must_use]
pub fn answer_in(card: &Value, name: &str) -> Value {
    let id = &row_named(card, name)["id"];
    let value = card["values"]
        .as_array()
        .into_iter()
        .flatten()
        .find(|value| value["item"] == *id);
    match value {
        Some(value) if value["text"].is_string() => value["text"].clone(),
        Some(value) => value["number"].clone(),
        None => Value::Null,
    }
}

/// A number as the page has it, 3 and 3.0 alike.
#[must_use]
pub fn number(value: &Value) -> Value {
    value
        .as_f64()
        .map_or_else(|| value.clone(), |number| json!(number))
}
