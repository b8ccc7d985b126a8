//! Finds every fault of a content file.
//!
//! The real parser stops at the first thing it does not know, so the files are also walked here,
//! and the parser's own word is added at the end.

use std::collections::HashSet;
use std::fmt::Display;
use std::ops::RangeInclusive;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use chrono::{DateTime, NaiveDate};
use evenkeel_core::content::{HelpLines, MinuteSkills, Prompts};
use evenkeel_tests::reading;
use toml::{Table, Value};

const KINDS: [&str; 6] = [
    "journal",
    "homework",
    "session_notes",
    "coaching_call",
    "gratitude",
    "unsent_letter",
];
const SHAPES: [&str; 4] = ["grow", "hold", "shrink", "still"];
const SKILL_SECONDS: RangeInclusive<i64> = 40..=80;
const PHASE_SECONDS: RangeInclusive<i64> = 1..=30;
const ROUNDS: RangeInclusive<i64> = 1..=30;
const SAY_WORDS: RangeInclusive<usize> = 1..=4;
const PROMPTS_A_KIND: RangeInclusive<usize> = 6..=12;

/// Today, in the zone where the day begins first: nobody on Earth writes a later date.
#[expect(
    clippy::disallowed_methods,
    reason = "the check is about the real calendar"
)]
pub fn latest_date_on_earth() -> Option<NaiveDate> {
    let now = SystemTime::now() + Duration::from_secs(14 * 60 * 60);
    let seconds = now.duration_since(UNIX_EPOCH).ok()?.as_secs();
    Some(DateTime::from_timestamp(seconds.try_into().ok()?, 0)?.date_naive())
}

pub fn help_lines(text: &str, today: NaiveDate) -> Vec<String> {
    walked(text, HelpLines::parse(text).err(), |file| {
        file.only(&["region"]);
        let mut ids = HashSet::new();
        file.each("region", |region| {
            region.only(&[
                "id",
                "name",
                "emergency",
                "emergency_source",
                "emergency_checked",
                "line",
            ]);
            region.id(&mut ids);
            region.plain_text("name");
            if let Some(number) = region.optional("emergency") {
                if !is_number(&number) {
                    region.fault(format!("emergency {number:?} is not a number to dial"));
                }
                for key in ["emergency_source", "emergency_checked"] {
                    if !region.table.contains_key(key) {
                        region.fault(format!("emergency has no {key}"));
                    }
                }
            }
            region.optional("emergency_source");
            region.date("emergency_checked", today);
            let mut names = HashSet::new();
            let count = region.each("line", |line| help_line(line, &mut names, today));
            if count == 0 {
                region.fault("has no line");
            }
        });
    })
}

fn help_line(line: &mut Entry, names: &mut HashSet<String>, today: NaiveDate) {
    line.only(&["name", "call", "text", "hours", "note", "source", "checked"]);
    if let Some(name) = line.plain_text("name") {
        line.once("name", names, name);
    }
    if let Some(number) = line.optional("call").filter(|number| !is_number(number)) {
        line.fault(format!("call {number:?} is not a number to dial"));
    }
    if let Some(text) = line.optional("text").filter(|text| !is_text_message(text)) {
        line.fault(format!("text {text:?} is not a number, nor WORD to number"));
    }
    if ["call", "text", "note"]
        .iter()
        .all(|key| !line.table.contains_key(*key))
    {
        line.fault("has neither call, text nor note");
    }
    line.plain_text("hours");
    if line.table.contains_key("note") {
        line.plain_text("note");
    }
    line.required("source");
    line.required("checked");
    line.date("checked", today);
}

pub fn minute_skills(text: &str) -> Vec<String> {
    walked(text, MinuteSkills::parse(text).err(), |file| {
        file.only(&["skill"]);
        let mut ids = HashSet::new();
        file.each("skill", |skill| {
            skill.only(&["id", "name", "source", "rounds", "caution", "phase"]);
            skill.id(&mut ids);
            skill.plain_text("name");
            skill.required("source");
            skill.plain_text("caution");
            let rounds = skill.number("rounds", &ROUNDS);
            let mut seconds = 0;
            let count = skill.each("phase", |phase| {
                phase.only(&["say", "seconds", "shape"]);
                if let Some(say) = phase.plain_text("say") {
                    let words = reading::word_count(&say);
                    if !SAY_WORDS.contains(&words) {
                        phase.fault(format!("say has {words} words, not {}", span(&SAY_WORDS)));
                    }
                }
                seconds += phase.number("seconds", &PHASE_SECONDS);
                phase.one_of("shape", &SHAPES);
            });
            let total = rounds.saturating_mul(seconds);
            if count == 0 {
                skill.fault("has no phase");
            } else if !SKILL_SECONDS.contains(&total) {
                skill.fault(format!(
                    "lasts {total} seconds, not {}",
                    span(&SKILL_SECONDS)
                ));
            }
        });
    })
}

pub fn prompts(text: &str) -> Vec<String> {
    walked(text, Prompts::parse(text).err(), |file| {
        file.only(&["prompts"]);
        let mut kinds = HashSet::new();
        let mut seen = HashSet::new();
        file.each("prompts", |group| {
            group.only(&["kind", "texts"]);
            if let Some(kind) = group.one_of("kind", &KINDS) {
                group.once("kind", &mut kinds, kind);
            }
            let texts = group.table.get("texts").and_then(Value::as_array);
            let Some(texts) = texts.cloned() else {
                group.fault("texts is missing");
                return;
            };
            for (place, value) in texts.iter().enumerate() {
                let place = place + 1;
                for fault in prompt_faults(value, &mut seen) {
                    group
                        .faults
                        .push(format!("{}, text {place}: {fault}", group.at));
                }
            }
            if !PROMPTS_A_KIND.contains(&texts.len()) {
                let count = texts.len();
                group.fault(format!("has {count} texts, not {}", span(&PROMPTS_A_KIND)));
            }
        });
        for kind in KINDS.iter().filter(|kind| !kinds.contains(**kind)) {
            file.fault(format!("no prompts for {kind:?}"));
        }
    })
}

fn prompt_faults(value: &Value, seen: &mut HashSet<String>) -> Vec<String> {
    let Some(text) = value.as_str() else {
        return vec!["is not a text".to_owned()];
    };
    if text.trim().is_empty() {
        return vec!["is empty".to_owned()];
    }
    let mut faults = reading::faults(text);
    let words = reading::word_count(text);
    if words >= reading::SENTENCE_LIMIT {
        faults.push(format!("has {words} words: {text:?}"));
    }
    if !seen.insert(text.to_owned()) {
        faults.push(format!("{text:?} is there twice"));
    }
    faults
}

fn walked(text: &str, refused: Option<impl Display>, walk: impl FnOnce(&mut Entry)) -> Vec<String> {
    let table = match text.parse::<Table>() {
        Ok(table) => table,
        Err(error) => return vec![format!("not TOML: {error}")],
    };
    let mut faults = Vec::new();
    walk(&mut Entry {
        table: &table,
        at: String::new(),
        faults: &mut faults,
    });
    faults.extend(refused.map(|error| format!("the parser refuses it: {error}")));
    faults
}

/// One table of a file, where it stands, and the faults found so far.
struct Entry<'a> {
    table: &'a Table,
    at: String,
    faults: &'a mut Vec<String>,
}

impl Entry<'_> {
    fn fault(&mut self, what: impl Display) {
        let separator = if self.at.is_empty() { "" } else { ": " };
        self.faults.push(format!("{}{separator}{what}", self.at));
    }

    fn only(&mut self, known: &[&str]) {
        for key in self
            .table
            .keys()
            .filter(|key| !known.contains(&key.as_str()))
        {
            self.fault(format!("unknown key {key:?}"));
        }
    }

    /// Walks the tables of an array of tables; how many there are.
    fn each(&mut self, key: &str, mut walk: impl FnMut(&mut Entry)) -> usize {
        let Some(entries) = self.table.get(key).and_then(Value::as_array) else {
            if self.at.is_empty() {
                self.fault(format!("{key} is missing"));
            }
            return 0;
        };
        for (place, value) in entries.iter().enumerate() {
            let separator = if self.at.is_empty() { "" } else { ", " };
            let at = format!("{}{separator}{key} {}", self.at, place + 1);
            match value.as_table() {
                Some(table) => walk(&mut Entry {
                    table,
                    at,
                    faults: self.faults,
                }),
                None => self.faults.push(format!("{at}: is not a table")),
            }
        }
        entries.len()
    }

    fn optional(&mut self, key: &str) -> Option<String> {
        let value = self.table.get(key)?;
        let Some(text) = value.as_str() else {
            self.fault(format!("{key} is not a text"));
            return None;
        };
        if text.trim().is_empty() {
            self.fault(format!("{key} is empty"));
            return None;
        }
        Some(text.to_owned())
    }

    fn required(&mut self, key: &str) -> Option<String> {
        if !self.table.contains_key(key) {
            self.fault(format!("{key} is missing"));
        }
        self.optional(key)
    }

    /// A text that a person reads.
    fn plain_text(&mut self, key: &str) -> Option<String> {
        let text = self.required(key)?;
        for fault in reading::faults(&text) {
            self.fault(format!("{key} {fault}"));
        }
        Some(text)
    }

    fn id(&mut self, seen: &mut HashSet<String>) {
        let Some(id) = self.required("id") else {
            return;
        };
        let made_of = |c: char| c.is_ascii_lowercase() || c == '-';
        if !id.chars().all(made_of) || id.starts_with('-') || id.ends_with('-') {
            self.fault(format!("id {id:?} is not small letters joined by hyphens"));
        }
        self.once("id", seen, id);
    }

    fn once(&mut self, key: &str, seen: &mut HashSet<String>, value: String) {
        if seen.contains(&value) {
            self.fault(format!("{key} {value:?} is there twice"));
        }
        seen.insert(value);
    }

    fn one_of(&mut self, key: &str, known: &[&str]) -> Option<String> {
        let value = self.required(key)?;
        if !known.contains(&value.as_str()) {
            self.fault(format!(
                "{key} {value:?} is not one of {}",
                known.join(", ")
            ));
        }
        Some(value)
    }

    fn number(&mut self, key: &str, allowed: &RangeInclusive<i64>) -> i64 {
        match self.table.get(key).and_then(Value::as_integer) {
            Some(number) => {
                if !allowed.contains(&number) {
                    self.fault(format!("{key} is {number}, not {}", span(allowed)));
                }
                number
            }
            None => {
                self.fault(format!("{key} is missing or not a whole number"));
                0
            }
        }
    }

    fn date(&mut self, key: &str, today: NaiveDate) {
        if !self.table.contains_key(key) {
            return;
        }
        let Some(written) = self.table.get(key).and_then(Value::as_str) else {
            self.fault(format!("{key} is not a date in quotes"));
            return;
        };
        match written.parse::<NaiveDate>() {
            Ok(date) if date > today => self.fault(format!("{key} {date} is in the future")),
            Ok(_) => {}
            Err(_) => self.fault(format!("{key} {written:?} is not a date like 2026-11-22")),
        }
    }
}

fn span<T: Display>(range: &RangeInclusive<T>) -> String {
    format!("{} to {}", range.start(), range.end())
}

/// Three to fifteen digits, in groups parted by one space or hyphen.
fn is_number(text: &str) -> bool {
    let digits = text.chars().filter(char::is_ascii_digit).count();
    let groups_hold = text
        .split([' ', '-'])
        .all(|group| !group.is_empty() && group.chars().all(|c| c.is_ascii_digit()));
    (3..=15).contains(&digits) && groups_hold
}

/// `HOME to 741741`, or a number alone.
fn is_text_message(text: &str) -> bool {
    match text.split_once(" to ") {
        Some((word, number)) => {
            !word.is_empty() && word.chars().all(|c| c.is_ascii_uppercase()) && is_number(number)
        }
        None => is_number(text),
    }
}
