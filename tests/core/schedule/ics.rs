//! Calendar files: what they are read as, what taking one in changes, what is written.

mod fixtures;
mod guesses;
mod hostile;
mod imports;
mod previews;
mod reading;
mod same_again;
mod writing;
mod zones;

use std::path::Path;

use evenkeel_core::error::Error;
use evenkeel_core::schedule::ics::{
    self, IcsEventChoice, IcsEventView, IcsExportRequest, IcsFile, IcsImportRequest,
    IcsImportedView, IcsPreviewView,
};

use rusqlite::types::Value as Sql;

use crate::fixture::raw;
use crate::practising::Room;

const TABLES: [&str; 6] = [
    "calendar",
    "event",
    "event_date",
    "event_override",
    "session_record",
    "homework",
];

pub fn fixture(name: &str) -> Vec<u8> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/ics");
    std::fs::read(path.join(name)).unwrap()
}

/// A calendar with these lines in it.
pub fn calendar(lines: &str) -> String {
    let lines = lines.trim().replace('\n', "\r\n");
    format!("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:test\r\n{lines}\r\nEND:VCALENDAR\r\n")
}

/// A calendar with one event, named one, of these lines.
pub fn event(lines: &str) -> String {
    calendar(&events(&[("one", lines)]))
}

pub fn events(events: &[(&str, &str)]) -> String {
    let events = events.iter().map(|(uid, lines)| {
        format!(
            "BEGIN:VEVENT\nUID:{uid}\nDTSTAMP:20261101T120000Z\n{}\nEND:VEVENT",
            lines.trim()
        )
    });
    events.collect::<Vec<_>>().join("\n")
}

impl Room {
    #[track_caller]
    pub fn file(&self, bytes: impl AsRef<[u8]>) -> IcsFile {
        self.try_file(bytes).unwrap()
    }

    pub fn try_file(&self, bytes: impl AsRef<[u8]>) -> Result<IcsFile, Error> {
        ics::open(self.open.database(), bytes.as_ref(), "Plan.ics", &self.now)
    }

    #[track_caller]
    pub fn preview_of(&self, bytes: impl AsRef<[u8]>) -> IcsPreviewView {
        self.file(bytes)
            .preview(self.open.database(), &self.now)
            .unwrap()
    }

    /// Takes all of a file in, each event as the kind it is guessed to be.
    #[track_caller]
    pub fn take_in(&mut self, bytes: impl AsRef<[u8]>) -> IcsImportedView {
        let request = all_of(&self.preview_of(&bytes));
        let file = self.file(bytes);
        file.import(self.open.database_mut(), &request, &self.now)
            .unwrap()
    }

    /// Every row of the schedule, table by table.
    pub fn rows(self) -> (Self, Vec<String>) {
        let mut rows = Vec::new();
        let room = self.reopened_after(|made| {
            let raw = raw(made);
            for table in TABLES {
                let mut all = raw.prepare(&format!("SELECT * FROM {table}")).unwrap();
                let columns = all.column_count();
                let mut found = all.query([]).unwrap();
                while let Some(row) = found.next().unwrap() {
                    let values = (0..columns).map(|at| row.get::<_, Sql>(at).unwrap());
                    rows.push(format!("{table} {:?}", values.collect::<Vec<_>>()));
                }
            }
        });
        rows.sort();
        (room, rows)
    }

    pub fn written(&self) -> String {
        let request = IcsExportRequest {
            calendar: None,
            kinds: None,
        };
        ics::write(self.open.database(), &request, &self.now).unwrap()
    }
}

pub fn all_of(preview: &IcsPreviewView) -> IcsImportRequest {
    let choice = |event: &IcsEventView| IcsEventChoice {
        uid: event.uid.clone(),
        kind: event.kind,
        take: true,
    };
    IcsImportRequest {
        events: preview.events.iter().map(choice).collect(),
    }
}
