//! Walks a content file and gathers its faults.
//!
//! The real parser stops at the first thing it does not know, so the files are also walked here,
//! and the parser's own word is added at the end.

use std::collections::HashSet;
use std::fmt::Display;
use std::ops::RangeInclusive;

use chrono::NaiveDate;
use evenkeel_tests::reading;
use toml::{Table, Value};

pub fn walked(
    text: &str,
    refused: Option<impl Display>,
    walk: impl FnOnce(&mut Entry),
) -> Vec<String> {
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
pub struct Entry<'a> {
    pub table: &'a Table,
    pub at: String,
    pub faults: &'a mut Vec<String>,
}

impl Entry<'_> {
    pub fn fault(&mut self, what: impl Display) {
        let separator = if self.at.is_empty() { "" } else { ": " };
        self.faults.push(format!("{}{separator}{what}", self.at));
    }

    pub fn only(&mut self, known: &[&str]) {
        for key in self
            .table
            .keys()
            .filter(|key| !known.contains(&key.as_str()))
        {
            self.fault(format!("unknown key {key:?}"));
        }
    }

    /// Walks the tables of an array of tables; how many there are.
    pub fn each(&mut self, key: &str, mut walk: impl FnMut(&mut Entry)) -> usize {
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

    pub fn optional(&mut self, key: &str) -> Option<String> {
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

    pub fn required(&mut self, key: &str) -> Option<String> {
        if !self.table.contains_key(key) {
            self.fault(format!("{key} is missing"));
        }
        self.optional(key)
    }

    /// A text that a person reads.
    pub fn plain_text(&mut self, key: &str) -> Option<String> {
        let text = self.required(key)?;
        for fault in reading::faults(&text) {
            self.fault(format!("{key} {fault}"));
        }
        Some(text)
    }

    pub fn id(&mut self, seen: &mut HashSet<String>) {
        let Some(id) = self.required("id") else {
            return;
        };
        if !is_id(&id) {
            self.fault(format!(
                "id {id:?} is not small letters and digits joined by hyphens"
            ));
        }
        self.once("id", seen, id);
    }

    pub fn once(&mut self, key: &str, seen: &mut HashSet<String>, value: String) {
        if seen.contains(&value) {
            self.fault(format!("{key} {value:?} is there twice"));
        }
        seen.insert(value);
    }

    pub fn one_of(&mut self, key: &str, known: &[&str]) -> Option<String> {
        let value = self.required(key)?;
        if !known.contains(&value.as_str()) {
            self.fault(format!(
                "{key} {value:?} is not one of {}",
                known.join(", ")
            ));
        }
        Some(value)
    }

    pub fn number(&mut self, key: &str, allowed: &RangeInclusive<i64>) -> i64 {
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

    pub fn date(&mut self, key: &str, today: NaiveDate) {
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

pub fn span<T: Display>(range: &RangeInclusive<T>) -> String {
    format!("{} to {}", range.start(), range.end())
}

/// Small letters and digits, joined by hyphens.
pub fn is_id(text: &str) -> bool {
    let made_of = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    !text.is_empty() && text.chars().all(made_of) && !text.starts_with('-') && !text.ends_with('-')
}
