//! Ten years of a journal: entries of about two hundred words, the same in every run.

use chrono::{DateTime, TimeDelta};
use evenkeel_core::random::RandomSource;
use evenkeel_tests::seeded::Seeded;
use rusqlite::{Connection, params};

/// A word that stands in every fifth entry, and one that stands in every five-hundredth.
pub const COMMON: &str = "ordinary";
pub const RARE: &str = "kingfisher";

const WORDS_AN_ENTRY: usize = 200;
const VOCABULARY: u32 = 20_000;
const DAYS: i64 = 3_650;

pub struct Entry {
    pub position: i64,
    pub date: String,
    pub kind: &'static str,
    pub title: String,
    pub body: String,
}

/// Entry `number` of `count`, spread evenly over the ten years before 2026-11-22.
pub fn entry(number: usize, count: usize) -> Entry {
    let mut random = Seeded(number as u64 + 1);
    let end = DateTime::from_timestamp(1_795_305_600, 0).unwrap_or_default();
    let back = TimeDelta::minutes((count - number) as i64 * DAYS * 1_440 / count as i64);
    let at = end - back;
    let kinds = [
        "journal",
        "journal",
        "journal",
        "gratitude",
        "homework",
        "session_notes",
    ];
    Entry {
        position: at.timestamp_millis() << 10,
        date: at.date_naive().to_string(),
        kind: kinds[number % kinds.len()],
        title: if number.is_multiple_of(3) {
            String::new()
        } else {
            text(&mut random, 3)
        },
        body: body(number, &mut random),
    }
}

fn body(number: usize, random: &mut Seeded) -> String {
    let mut body = text(random, WORDS_AN_ENTRY);
    if number.is_multiple_of(5) {
        body.push_str(&format!(" {COMMON}"));
    }
    if number.is_multiple_of(500) {
        body.push_str(&format!(" {RARE}"));
    }
    body
}

/// Words of a language of its own; few of them are frequent and many rare, as in any language.
fn text(random: &mut Seeded, words: usize) -> String {
    let mut text = String::with_capacity(words * 7);
    for place in 0..words {
        if place > 0 {
            text.push(if place.is_multiple_of(12) { '\n' } else { ' ' });
        }
        // Zipf's law: a word's place in the order of frequency is uniform in its logarithm.
        let rank = f64::from(VOCABULARY).powf(fraction(random)) as u64;
        text.push_str(&word(rank));
    }
    text
}

fn word(rank: u64) -> String {
    const SYLLABLES: [&str; 27] = [
        "ba", "ce", "di", "fo", "gu", "la", "me", "ni", "po", "ru", "sa", "te", "vi", "wo", "ta",
        "ren", "sol", "mar", "lin", "tor", "ka", "shi", "tha", "en", "or", "al", "un",
    ];
    let base = SYLLABLES.len() as u64;
    let mut word = String::new();
    let mut rest = rank + base;
    while rest > 0 {
        word.push_str(SYLLABLES[(rest % base) as usize]);
        rest /= base;
    }
    word
}

/// From 0 up to, but not including, 1.
fn fraction(random: &mut Seeded) -> f64 {
    let mut bytes = [0; 4];
    random.fill(&mut bytes).unwrap_or_default();
    f64::from(u32::from_le_bytes(bytes)) / (f64::from(u32::MAX) + 1.0)
}

/// Fills a database that has the schema, in one transaction.
pub fn fill(connection: &mut Connection, count: usize) -> rusqlite::Result<()> {
    let transaction = connection.transaction()?;
    {
        let mut insert = transaction.prepare(INSERT)?;
        let mut tag =
            transaction.prepare("INSERT INTO entry_tag (entry_id, tag) VALUES (?1, ?2)")?;
        let mut index = transaction.prepare(INDEX)?;
        for number in 0..count {
            let entry = entry(number, count);
            insert.execute(params![
                entry.position,
                entry.date,
                entry.kind,
                entry.title,
                entry.body
            ])?;
            let id = transaction.last_insert_rowid();
            if number.is_multiple_of(4) {
                tag.execute(params![
                    id,
                    ["sleep", "group", "family", "work"][number / 4 % 4]
                ])?;
            }
            index.execute([id])?;
        }
    }
    transaction.commit()
}

pub const INSERT: &str =
    "INSERT INTO entry (position, offset_minutes, local_date, kind, title, body,
    prompt, created_ms, updated_ms) VALUES (?1, 0, ?2, ?3, ?4, ?5, NULL, 0, 0)";

pub const INDEX: &str = "INSERT INTO entry_index (rowid, title, body, tags)
    SELECT position, title, body, tags FROM entry_text WHERE id = ?1";
