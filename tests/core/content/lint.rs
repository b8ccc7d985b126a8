//! Finds every fault of the small content files: help lines, minute skills and prompts.

use std::collections::HashSet;
use std::ops::RangeInclusive;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use chrono::{DateTime, NaiveDate};
use evenkeel_core::content::{HelpLines, MinuteSkills, Prompts};
use evenkeel_tests::reading;
use toml::Value;

use super::entry::{Entry, span, walked};

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
