//! The values of a calendar file: times, lengths, texts.

use chrono::{DateTime, Datelike, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, Timelike, Utc};
use chrono_tz::Tz;

use super::lines::Property;
use crate::time;

const LONGEST_TEXT: usize = 10_000;
/// In bytes; of what an event or a calendar is found again by.
pub(super) const LONGEST_NAME: usize = 500;

/// A time as a file says it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Moment {
    Date(NaiveDate),
    Local(NaiveDateTime),
    Utc(NaiveDateTime),
}

impl Moment {
    /// `YYYYMMDD`, `YYYYMMDDTHHMMSS`, or the latter with `Z`.
    pub fn read(text: &str) -> Option<Self> {
        let text = text.trim();
        if !text.is_ascii() {
            return None;
        }
        let date_time = |text: &str| {
            let at = NaiveDateTime::parse_from_str(text, "%Y%m%dT%H%M%S").ok()?;
            // A leap second is no time to be anywhere.
            at.with_nanosecond(0)
        };
        let moment = match text.strip_suffix(['Z', 'z']) {
            Some(utc) => Self::Utc(date_time(utc)?),
            None if text.len() == 8 => Self::Date(NaiveDate::parse_from_str(text, "%Y%m%d").ok()?),
            None => Self::Local(date_time(text)?),
        };
        Some(moment)
    }

    /// Of a property; `None`: not a time, or too far away to be meant.
    pub fn of(property: &Property) -> Option<Self> {
        Self::read(&property.value).filter(|moment| moment.is_meant())
    }

    pub fn is_meant(self) -> bool {
        is_meant(self.on_its_clock())
    }

    pub fn is_date(self) -> bool {
        matches!(self, Self::Date(_))
    }

    /// A date is its first moment.
    pub fn on_its_clock(self) -> NaiveDateTime {
        match self {
            Self::Date(date) => date.and_time(NaiveTime::MIN),
            Self::Local(at) | Self::Utc(at) => at,
        }
    }

    /// As an instant; `zone`: of a local time.
    pub fn instant(self, zone: Tz) -> Option<DateTime<Utc>> {
        match self {
            Self::Utc(at) => Some(at.and_utc()),
            _ => time::instant_of(self.on_its_clock(), zone).ok(),
        }
    }
}

/// Not too far away to be somebody's.
pub(super) fn is_meant(at: NaiveDateTime) -> bool {
    (1900..=2200).contains(&at.year())
}

/// `P…` as minutes on the clock, begun ones counted whole. `None`: no length, or a negative one.
pub(super) fn duration(text: &str) -> Option<u32> {
    let text = text.trim().trim_start_matches('+').strip_prefix('P')?;
    let mut seconds: u64 = 0;
    let mut number: Option<u64> = None;
    for letter in text.chars() {
        if let Some(digit) = letter.to_digit(10) {
            let before = number.unwrap_or(0).checked_mul(10)?;
            number = Some(before.checked_add(digit.into())?);
            continue;
        }
        let unit = match letter {
            'T' if number.is_none() => continue,
            'W' => 7 * 86_400,
            'D' => 86_400,
            'H' => 3_600,
            'M' => 60,
            'S' => 1,
            _ => return None,
        };
        seconds = seconds.checked_add(number.take()?.checked_mul(unit)?)?;
    }
    u32::try_from(seconds.div_ceil(60))
        .ok()
        .filter(|_| number.is_none())
}

/// Begun minutes count whole.
pub(super) fn minutes_of(length: TimeDelta) -> Option<u32> {
    let seconds = u64::try_from(length.num_seconds()).ok()?;
    u32::try_from(seconds.div_ceil(60)).ok()
}

/// A TEXT, unescaped, without control characters and without those that turn other letters around.
pub(super) fn text(value: &str) -> String {
    let mut kept = String::new();
    let mut letters = value.chars();
    let mut length = 0;
    while let Some(letter) = letters.next() {
        let letter = match letter {
            '\\' => match letters.next() {
                Some('n' | 'N') => '\n',
                Some(escaped) => escaped,
                None => break,
            },
            other => other,
        };
        let turns = matches!(letter, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
        if turns || (letter.is_control() && !matches!(letter, '\n' | '\t')) {
            continue;
        }
        length += 1;
        if length > LONGEST_TEXT {
            break;
        }
        kept.push(letter);
    }
    kept.trim().to_owned()
}

/// A TEXT of one line.
pub(super) fn line(value: &str) -> String {
    text(value).replace(['\n', '\t'], " ")
}

/// The name of an event, without its escapes, so that one that is written is read as it was. `None`:
/// it is empty, or longer than a file may have it.
pub(super) fn name(value: &str) -> Option<String> {
    let name = line(value);
    (1..=LONGEST_NAME).contains(&name.len()).then_some(name)
}

/// The name of an event that was one occurrence of another, or goes on from there.
pub(super) fn name_of_part(uid: &str, id: &str) -> Option<String> {
    let name = format!("{uid}#{}", line(id));
    (name.len() <= LONGEST_NAME).then_some(name)
}

/// A list of TEXTs of one line.
pub(super) fn lines(value: &str) -> Vec<String> {
    let mut escaped = false;
    let parts = value.split(|letter: char| {
        let ends = letter == ',' && !escaped;
        escaped = letter == '\\' && !escaped;
        ends
    });
    parts.map(line).filter(|part| !part.is_empty()).collect()
}

/// The address of a page; empty where it is anything else that could be opened.
pub(super) fn link(value: &str) -> String {
    let address = line(value);
    let lower = address.to_ascii_lowercase();
    if lower.starts_with("https://") || lower.starts_with("http://") {
        address
    } else {
        String::new()
    }
}
