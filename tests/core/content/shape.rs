//! What a content file may hold, key by key, and the walk that compares a file with it.

use std::collections::HashSet;
use std::ops::RangeInclusive;

use evenkeel_tests::reading;
use toml::{Table, Value};

use super::entry::{Entry, is_id, span};

pub struct Field {
    key: &'static str,
    required: bool,
    holds: Holds,
}

pub enum Holds {
    /// Something that the parser alone judges.
    Data,
    /// A name that other places use, once among its neighbours.
    Id,
    Number(RangeInclusive<i64>),
    /// A text that a participant reads.
    Text,
    /// A text of so many words.
    Words(RangeInclusive<usize>),
    /// So many texts that a participant reads.
    Texts(RangeInclusive<usize>),
    /// The words of somebody else, as they were published: exempt from our writing rules.
    Published,
    /// So many texts that only have to be there: sources, words to search by.
    Terms(RangeInclusive<usize>),
    Table(&'static [Field]),
    Tables(&'static [Field], RangeInclusive<usize>),
    /// A table with one key, which says what kind of table it holds.
    Kind(&'static [(&'static str, &'static [Field])]),
}

pub const fn must(key: &'static str, holds: Holds) -> Field {
    Field {
        key,
        required: true,
        holds,
    }
}

pub const fn may(key: &'static str, holds: Holds) -> Field {
    Field {
        key,
        required: false,
        holds,
    }
}

impl Entry<'_> {
    /// Finds what is missing, what is there and is not known, and what is wrong with the rest.
    pub fn holds(&mut self, fields: &[Field]) {
        let keys: Vec<_> = fields.iter().map(|field| field.key).collect();
        self.only(&keys);
        let table = self.table;
        for field in fields {
            match table.get(field.key) {
                Some(value) => self.value(field.key, value, &field.holds),
                None if field.required => self.fault(format!("{} is missing", field.key)),
                None => {}
            }
        }
    }

    fn value(&mut self, key: &str, value: &Value, holds: &Holds) {
        match holds {
            Holds::Data => {}
            Holds::Id => match value.as_str() {
                Some(id) if is_id(id) => {}
                _ => self.fault(format!(
                    "{key} {value} is not small letters and digits joined by hyphens"
                )),
            },
            Holds::Number(allowed) => {
                self.number(key, allowed);
            }
            Holds::Text => self.text(key, value),
            Holds::Published => {
                self.filled(key, value);
            }
            Holds::Words(allowed) => {
                self.text(key, value);
                let words = value.as_str().map_or(0, reading::word_count);
                if !allowed.contains(&words) {
                    self.fault(format!("{key} has {words} words, not {}", span(allowed)));
                }
            }
            Holds::Texts(allowed) => self.texts(key, value, allowed, Self::text),
            Holds::Terms(allowed) => self.texts(key, value, allowed, |entry, at, value| {
                entry.filled(at, value);
            }),
            Holds::Table(fields) => self.table(key, value, |entry| entry.holds(fields)),
            Holds::Tables(fields, allowed) => self.tables(key, value, fields, allowed),
            Holds::Kind(kinds) => self.table(key, value, |entry| entry.kind(kinds)),
        }
    }

    fn filled<'v>(&mut self, at: &str, value: &'v Value) -> Option<&'v str> {
        let text = value.as_str();
        match text.map(str::trim) {
            None => self.fault(format!("{at} is not a text")),
            Some("") => self.fault(format!("{at} is empty")),
            Some(_) => return text,
        }
        None
    }

    fn text(&mut self, at: &str, value: &Value) {
        for fault in self.filled(at, value).map(wording).unwrap_or_default() {
            self.fault(format!("{at} {fault}"));
        }
    }

    fn texts(
        &mut self,
        key: &str,
        value: &Value,
        allowed: &RangeInclusive<usize>,
        judge: impl Fn(&mut Self, &str, &Value),
    ) {
        let Some(values) = value.as_array() else {
            self.fault(format!("{key} is not a list"));
            return;
        };
        self.count(key, values.len(), allowed);
        let mut seen = HashSet::new();
        for (place, value) in values.iter().enumerate() {
            judge(self, &format!("{key} {}", place + 1), value);
            if !seen.insert(value.to_string()) {
                self.fault(format!("{key} has {value} twice"));
            }
        }
    }

    fn table(&mut self, key: &str, value: &Value, walk: impl FnOnce(&mut Entry)) {
        let Some(table) = value.as_table() else {
            self.fault(format!("{key} is not a table"));
            return;
        };
        let separator = if self.at.is_empty() { "" } else { ", " };
        walk(&mut Entry {
            table,
            at: format!("{}{separator}{key}", self.at),
            faults: self.faults,
        });
    }

    fn tables(
        &mut self,
        key: &str,
        value: &Value,
        fields: &[Field],
        allowed: &RangeInclusive<usize>,
    ) {
        let Some(values) = value.as_array() else {
            self.fault(format!("{key} is not a list of tables"));
            return;
        };
        self.count(key, values.len(), allowed);
        let mut ids = HashSet::new();
        for (place, value) in values.iter().enumerate() {
            let id = value.get("id").map(Value::to_string);
            let at = id.clone().unwrap_or_else(|| (place + 1).to_string());
            self.table(&format!("{key} {at}"), value, |entry| entry.holds(fields));
            if let Some(id) = id.filter(|id| !ids.insert(id.clone())) {
                self.fault(format!("{key} {}: id {id} is there twice", place + 1));
            }
        }
    }

    fn kind(&mut self, kinds: &[(&str, &'static [Field])]) {
        let known: Vec<_> = kinds.iter().map(|(kind, _)| *kind).collect();
        self.only(&known);
        let table: &Table = self.table;
        if table.len() != 1 {
            self.fault(format!("has {} kinds, not one", table.len()));
        }
        for (kind, fields) in kinds {
            if let Some(value) = table.get(*kind) {
                self.table(kind, value, |entry| entry.holds(fields));
            }
        }
    }

    fn count(&mut self, key: &str, count: usize, allowed: &RangeInclusive<usize>) {
        if !allowed.contains(&count) {
            self.fault(format!("{key} has {count} entries, not {}", span(allowed)));
        }
    }
}

/// Beginnings of words that are spelled another way in American English.
const BRITISH: [&str; 12] = [
    "apologis",
    "behaviour",
    "centre",
    "colour",
    "favour",
    "grey",
    "judgement",
    "neighbour",
    "practis",
    "programme",
    "realis",
    "recognis",
];

/// The standard name of a state of mind, and what is said of it wherever it stands.
const STATE_OF_MIND: (&str, &str) = ("Addict mind", "says \"addict\"");

/// Everything that is wrong with the wording of a text, each as a phrase.
fn wording(text: &str) -> Vec<String> {
    let (name, of_name) = STATE_OF_MIND;
    let mut faults = reading::faults(text);
    if !reading::faults(&text.replace(name, "")).contains(&of_name.to_owned()) {
        faults.retain(|fault| fault != of_name);
    }
    if text.contains(['"', '\'']) {
        faults.push("has a straight quotation mark".to_owned());
    }
    let spelled = |word: &&str| BRITISH.iter().any(|start| word.starts_with(start));
    let lower = text.to_lowercase();
    let words = lower.split(|c: char| !c.is_alphabetic());
    faults.extend(
        words
            .filter(spelled)
            .map(|word| format!("spells {word:?}, which is British")),
    );
    faults
}
