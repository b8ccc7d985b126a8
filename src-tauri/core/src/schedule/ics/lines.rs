//! The lines of a calendar file (RFC 5545, 3.1) and the components they make up.

use crate::error::{Error, Result};

/// A file larger than this is not one person's calendar.
const LARGEST_FILE: usize = 5 * 1024 * 1024;
/// No calendar program nests deeper than an alarm in an event in a calendar.
const DEEPEST: usize = 6;

/// What somebody's schedule can be read from; the rest of a file is passed over.
const READ: [&str; 28] = [
    "CATEGORIES",
    "CONFERENCE",
    "DESCRIPTION",
    "DTEND",
    "DTSTART",
    "DURATION",
    "EXDATE",
    "EXRULE",
    "LOCATION",
    "METHOD",
    "NAME",
    "RDATE",
    "RECURRENCE-ID",
    "RRULE",
    "SEQUENCE",
    "STATUS",
    "SUMMARY",
    "TZID",
    "TZOFFSETFROM",
    "TZOFFSETTO",
    "UID",
    "URL",
    "X-GOOGLE-CONFERENCE",
    "X-LIC-LOCATION",
    "X-MICROSOFT-CDO-TZID",
    "X-MICROSOFT-SKYPETEAMSMEETINGURL",
    "X-WR-CALNAME",
    "X-WR-TIMEZONE",
];

const NO_CALENDAR: Error = Error::invalid("this is no calendar");
const CUT_OFF: Error = Error::invalid("the calendar has no end");

/// Upper-case name, parameters, and the value as the file has it.
pub(super) struct Property {
    pub name: String,
    pub parameters: Vec<(String, String)>,
    pub value: String,
}

#[derive(Default)]
pub(super) struct Component {
    pub name: String,
    /// Of its BEGIN, counted from 1.
    pub line: usize,
    pub properties: Vec<Property>,
    pub parts: Vec<Component>,
}

impl Property {
    pub fn parameter(&self, name: &str) -> Option<&str> {
        let mut parameters = self.parameters.iter();
        let found = parameters.find(|(found, _)| found == name)?;
        Some(&found.1)
    }

    fn of(line: &str) -> Option<Self> {
        let end = line.find([':', ';'])?;
        let name = line.get(..end)?.trim().to_ascii_uppercase();
        let mut rest = line.get(end..)?;
        let mut parameters = Vec::new();
        while let Some(parameter) = rest.strip_prefix(';') {
            let (name, after) = parameter.split_at_checked(parameter.find(['=', ':'])?)?;
            let (value, after) = match after.strip_prefix('=') {
                Some(value) => parameter_value(value)?,
                None => (String::new(), after),
            };
            parameters.push((name.trim().to_ascii_uppercase(), value));
            rest = after;
        }
        Some(Self {
            name,
            parameters,
            value: rest.strip_prefix(':')?.to_owned(),
        })
    }
}

/// The value without its quotes, and what follows it from the next `;` or `:` on.
fn parameter_value(text: &str) -> Option<(String, &str)> {
    let mut quoted = false;
    let end = text.find(|letter: char| {
        quoted ^= letter == '"';
        !quoted && matches!(letter, ';' | ':')
    })?;
    let (value, after) = text.split_at_checked(end)?;
    Some((value.replace('"', ""), after))
}

impl Component {
    pub fn property(&self, name: &str) -> Option<&Property> {
        self.all(name).next()
    }

    pub fn all(&self, name: &str) -> impl Iterator<Item = &Property> {
        self.properties
            .iter()
            .filter(move |property| property.name == name)
    }

    pub fn parts(&self, name: &str) -> impl Iterator<Item = &Component> {
        self.parts.iter().filter(move |part| part.name == name)
    }

    /// The value of a property, trimmed; `None` where it is empty.
    pub fn value(&self, name: &str) -> Option<&str> {
        let value = self.property(name)?.value.trim();
        (!value.is_empty()).then_some(value)
    }
}

/// The calendars of a file. `invalid`: too large, no UTF-8, without a calendar, or cut off.
pub(super) fn calendars(bytes: &[u8]) -> Result<Vec<Component>> {
    if bytes.len() > LARGEST_FILE {
        return Err(Error::invalid("the file is too large"));
    }
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let mut found = Vec::new();
    let mut open: Vec<Component> = Vec::new();
    for (number, line) in unfolded(bytes) {
        let line = String::from_utf8(line).map_err(|_| Error::invalid("the file is no text"))?;
        let Some(property) = Property::of(&line) else {
            continue;
        };
        let value = || property.value.trim().to_ascii_uppercase();
        match property.name.as_str() {
            "BEGIN" if open.len() == DEEPEST => return Err(NO_CALENDAR),
            "BEGIN" => open.push(Component {
                name: value(),
                line: number,
                ..Component::default()
            }),
            "END" => {
                let closed = open.pop().filter(|closed| closed.name == value());
                let closed = closed.ok_or(NO_CALENDAR)?;
                match open.last_mut() {
                    Some(parent) => parent.parts.push(closed),
                    None if closed.name == "VCALENDAR" => found.push(closed),
                    None => {}
                }
            }
            name => {
                if let Some(component) = open.last_mut().filter(|_| READ.contains(&name)) {
                    component.properties.push(property);
                }
            }
        }
    }
    match (open.is_empty(), found.is_empty()) {
        (false, _) => Err(CUT_OFF),
        (true, true) => Err(NO_CALENDAR),
        (true, false) => Ok(found),
    }
}

/// Lines put together again, with the number of their first. A fold may have cut a letter in two.
fn unfolded(bytes: &[u8]) -> impl Iterator<Item = (usize, Vec<u8>)> {
    let lines = bytes.split(|byte| *byte == b'\n');
    let mut lines = lines
        .map(|line| line.strip_suffix(b"\r").unwrap_or(line))
        .zip(1..)
        .peekable();
    std::iter::from_fn(move || {
        let (first, number) = lines.next()?;
        let mut whole = first.to_vec();
        let folded = |line: &(&[u8], usize)| matches!(line.0.first(), Some(b' ' | b'\t'));
        while let Some((more, _)) = lines.next_if(folded) {
            whole.extend_from_slice(more.get(1..).unwrap_or_default());
        }
        Some((number, whole))
    })
}
