//! Calendar files. Any bytes are refused, or taken in whole, written again as the same, and taken
//! back without a trace: in an empty schedule, and in one that holds a programme, sessions with
//! records, and an earlier version of a file.

#![no_main]

use std::cell::RefCell;

use chrono::{Days, NaiveDate};
use evenkeel_core::random::OsRandom;
use evenkeel_core::schedule::attendance::{self, AttendanceSaveRequest};
use evenkeel_core::schedule::ics::{
    self, IcsChange, IcsEventChoice, IcsEventView, IcsExportRequest, IcsFile, IcsImportRequest,
    IcsImportedView, IcsPreviewView,
};
use evenkeel_core::schedule::programme::{
    self, BreakView, ProgrammeSaveRequest, ProgrammeSetUpRequest,
};
use evenkeel_core::schedule::{
    self, Attendance, EventDetails, EventKind, RuleRequest, ScheduleSpanRequest, Weekday,
};
use evenkeel_fuzz::{Room, accepted, in_time};
use libfuzzer_sys::fuzz_target;

/// Files made by mutation name its events again.
const EARLIER: &[u8] = include_bytes!("../../fixtures/ics/google.ics");

/// Years that are looked at, of those in which the events of a file begin.
const MOST_YEARS: usize = 2;

thread_local! {
    static EMPTY: RefCell<Schedule> = RefCell::new(Schedule::empty());
    static PLANNED: RefCell<Schedule> = RefCell::new(Schedule::planned());
}

fuzz_target!(|bytes: &[u8]| {
    EMPTY.with_borrow_mut(|schedule| {
        if let Some((taken, done)) = schedule.takes_in(bytes) {
            schedule.takes_back(&done);
            schedule.reads_the_same_elsewhere(&taken);
        }
    });
    PLANNED.with_borrow_mut(|schedule| {
        if let Some((taken, done)) = schedule.takes_in(bytes) {
            schedule.knows(&taken);
            schedule.takes_back(&done);
        }
    });
});

struct Schedule {
    room: Room,
    /// Before any file.
    untouched: Vec<String>,
}

impl Schedule {
    fn empty() -> Self {
        Self::of(Room::new())
    }

    fn planned() -> Self {
        let mut schedule = Self::of(Room::new());
        let Room { open, now, .. } = &mut schedule.room;
        programme::set_up(open.database_mut(), &set_up(), &mut OsRandom, now).unwrap();
        schedule.attend(1, "2026-11-17T18:00:00");
        let file = schedule.file(EARLIER).unwrap();
        schedule.take_in(&file, &schedule.preview(&file));
        schedule.attend_all("2026-10-01");
        schedule.untouched = schedule.all();
        schedule
    }

    fn of(room: Room) -> Self {
        let mut schedule = Self {
            room,
            untouched: Vec::new(),
        };
        schedule.untouched = schedule.all();
        schedule
    }

    fn takes_in(&mut self, bytes: &[u8]) -> Option<(Taken, IcsImportedView)> {
        let file = in_time(|| self.file(bytes))?;
        let preview = in_time(|| self.preview(&file));
        let done = in_time(|| self.take_in(&file, &preview));
        for event in self.preview(&file).events {
            assert_eq!(event.change, IcsChange::Same, "{} again", event.uid);
        }
        let years = years(&preview);
        let taken = Taken {
            plan: self.plan(&years),
            written: self.written(),
            years,
        };
        Some((taken, done))
    }

    fn takes_back(&mut self, done: &IcsImportedView) {
        schedule::undo(self.room.open.database_mut(), &done.undo).unwrap();
        assert_eq!(self.all(), self.untouched);
    }

    /// A copy of the app that takes in what was written shows the same.
    fn reads_the_same_elsewhere(&mut self, taken: &Taken) {
        let file = self.file(taken.written.as_bytes()).unwrap();
        let preview = self.preview(&file);
        assert!(preview.skipped.is_empty(), "{}", taken.written);
        let done = self.take_in(&file, &preview);
        let plan = self.plan(&taken.years);
        assert!(
            plan == taken.plan,
            "{}\n{:#?}",
            taken.written,
            different(&taken.plan, &plan)
        );
        self.takes_back(&done);
    }

    /// What was written is what is there.
    fn knows(&self, taken: &Taken) {
        let file = self.file(taken.written.as_bytes()).unwrap();
        for event in self.preview(&file).events {
            let uid = event.uid;
            assert_eq!(event.change, IcsChange::Same, "{uid} in {}", taken.written);
        }
    }

    fn file(&self, bytes: &[u8]) -> Option<IcsFile> {
        let Room { open, now, .. } = &self.room;
        accepted(ics::open(open.database(), bytes, "Plan.ics", now))
    }

    fn preview(&self, file: &IcsFile) -> IcsPreviewView {
        let Room { open, now, .. } = &self.room;
        file.preview(open.database(), now).unwrap()
    }

    fn take_in(&mut self, file: &IcsFile, preview: &IcsPreviewView) -> IcsImportedView {
        let Room { open, now, .. } = &mut self.room;
        file.import(open.database_mut(), &all_of(preview), now)
            .unwrap()
    }

    fn written(&self) -> String {
        let Room { open, now, .. } = &self.room;
        let request = IcsExportRequest {
            calendar: None,
            kinds: None,
        };
        ics::write(open.database(), &request, now).unwrap()
    }

    /// Everything that occurs in these years, in order.
    fn plan(&self, years: &[NaiveDate]) -> Vec<String> {
        let Room { open, now, .. } = &self.room;
        let mut plan = Vec::new();
        for from in years {
            let request = ScheduleSpanRequest {
                from: from.to_string(),
                until: (*from + Days::new(365)).to_string(),
            };
            let span = schedule::span(open.database(), &request, now).unwrap();
            let days = span.days.into_iter();
            plan.extend(days.flat_map(|day| day.occurrences).map(|one| {
                format!(
                    "{}-{} {:?} {:?} {:?} {:?} {:?} {:?}",
                    one.starts_ms,
                    one.ends_ms,
                    one.kind,
                    one.status,
                    one.summary,
                    one.location,
                    one.link,
                    one.description,
                )
            }));
        }
        plan.sort();
        plan
    }

    /// What is live, and what is in the trash.
    fn all(&self) -> Vec<String> {
        let Room { open, now, .. } = &self.room;
        let trashed = schedule::trashed(open.database(), now).unwrap();
        let trashed = trashed
            .into_iter()
            .map(|gone| format!("{} {}", gone.event, gone.summary));
        trashed.chain([self.written()]).collect()
    }

    fn attend(&mut self, event: i64, recurrence_id: &str) {
        let Room { open, now, .. } = &mut self.room;
        let request = AttendanceSaveRequest {
            event,
            recurrence_id: recurrence_id.to_owned(),
            attendance: Some(Attendance::Attended),
            minutes: None,
        };
        attendance::save(open.database_mut(), &request, now).unwrap();
    }

    /// Everything that is over since a day.
    fn attend_all(&mut self, since: &str) {
        let Room { open, now, .. } = &self.room;
        let request = ScheduleSpanRequest {
            from: since.to_owned(),
            until: now.date().to_string(),
        };
        let span = schedule::span(open.database(), &request, now).unwrap();
        for one in span.days.into_iter().flat_map(|day| day.occurrences) {
            if one.imported && one.ends_ms < self.room.now.millis() {
                self.attend(one.event, &one.recurrence_id);
            }
        }
    }
}

/// A file that was taken in, as the app tells of it.
struct Taken {
    years: Vec<NaiveDate>,
    plan: Vec<String>,
    written: String,
}

fn different<'one>(one: &'one [String], other: &'one [String]) -> [Vec<&'one String>; 2] {
    let without = |one: &'one [String], other: &[String]| {
        let only = one.iter().filter(|line| !other.contains(line));
        only.take(3).collect()
    };
    [without(one, other), without(other, one)]
}

/// The years in which the first events of a file begin.
fn years(preview: &IcsPreviewView) -> Vec<NaiveDate> {
    let first = |event: &IcsEventView| event.is.date.parse().unwrap();
    let mut years: Vec<NaiveDate> = preview.events.iter().map(first).collect();
    years.sort_unstable();
    years.dedup_by(|later, first| *later < *first + Days::new(365));
    years.retain(|year| ("1900-01-01"..="2199-01-01").contains(&&*year.to_string()));
    years.truncate(MOST_YEARS);
    years
}

fn all_of(preview: &IcsPreviewView) -> IcsImportRequest {
    let choice = |event: &IcsEventView| IcsEventChoice {
        uid: event.uid.clone(),
        kind: event.kind,
        take: true,
    };
    IcsImportRequest {
        events: preview.events.iter().map(choice).collect(),
    }
}

/// Group on Tuesdays and Thursdays, on a clock that is not the person's.
fn set_up() -> ProgrammeSetUpRequest {
    ProgrammeSetUpRequest {
        programme: ProgrammeSaveRequest {
            name: "Evening programme".to_owned(),
            start_date: Some("2026-10-05".to_owned()),
            weeks: Some(12),
            hours_a_week: 9.0,
            zone: Some("America/Chicago".to_owned()),
            phone: String::new(),
            address: String::new(),
            last_day: None,
            phases: Vec::new(),
            breaks: vec![BreakView {
                id: None,
                first_date: "2026-11-26".to_owned(),
                last_date: "2026-11-27".to_owned(),
                name: "Thanksgiving".to_owned(),
            }],
        },
        events: vec![EventDetails {
            kind: EventKind::Group,
            summary: "Group".to_owned(),
            date: "2026-10-06".to_owned(),
            time: Some("18:00".to_owned()),
            minutes: 180,
            all_day: false,
            zone: None,
            rule: Some(RuleRequest::Weekly {
                interval: 1,
                weekdays: vec![Weekday::Tu, Weekday::Th],
                until: None,
            }),
            dates: None,
            location: String::new(),
            link: String::new(),
            room: "Room 2".to_owned(),
            facilitator: String::new(),
            bring: String::new(),
            description: String::new(),
            travel_minutes: Some(20),
        }],
    }
}
