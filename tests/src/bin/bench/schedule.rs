//! Ten years of a programme, each session marked, and how fast its days open.

use std::hint::black_box;
use std::path::Path;

use chrono::{Datelike, Days, NaiveDate};
use evenkeel_core::random::OsRandom;
use evenkeel_core::reminders::{self, KindReminder, ReminderSettingsView};
use evenkeel_core::schedule::attendance::{self, AttendanceSaveRequest};
use evenkeel_core::schedule::programme::{self, ProgrammeSaveRequest, ProgrammeSetUpRequest};
use evenkeel_core::schedule::{
    self, Attendance, EventCancelRequest, EventDetails, EventKind, OccurrenceView, RuleRequest,
    ScheduleSpanRequest, Scope, Weekday,
};
use evenkeel_core::vault::{Database, KdfPolicy, RecoveryWords, UnlockWith, Vault};

use crate::store::{FAST, PASSPHRASE, now, repeat};
use crate::table::absolute;

const YEARS: u64 = 10;
const EXCEPTIONS: usize = 200;
const DAYS_A_YEAR: u64 = 365;
const TARGET: &str = "≤ 50 ms";

pub fn measure() {
    let folder = tempfile::tempdir().unwrap();
    let dir = folder.path().join("vault");
    let vault = Vault::at(dir.clone(), FAST).unwrap();
    let words = RecoveryWords::generate(&mut OsRandom).unwrap();
    let open = vault.create(PASSPHRASE, &words, &mut OsRandom).unwrap();
    open.close().unwrap();
    drop(vault);
    let marked = add_programme(&dir, FAST);
    let vault = Vault::at(dir, FAST).unwrap();
    let open = vault
        .unlock(&UnlockWith::Passphrase(PASSPHRASE), false, &now())
        .unwrap();
    let database = open.database();
    let row = |what: &str, target: &str, run: &mut dyn FnMut()| {
        let times = repeat(100, run);
        absolute(
            &format!("{what}, core, p95"),
            marked,
            times.percentile(95),
            target,
        );
    };
    let today = now().date();
    let span = |what: &str, target: &str, from: NaiveDate, days: u64| {
        let request = ScheduleSpanRequest {
            from: from.to_string(),
            until: (from + Days::new(days - 1)).to_string(),
        };
        row(what, target, &mut || {
            drop(black_box(
                schedule::span(database, &request, &now()).unwrap(),
            ));
        });
    };
    let monday = today - Days::new(today.weekday().num_days_from_monday().into());
    span("open the week", TARGET, monday, 7);
    span("open the list: four weeks", TARGET, today, 28);
    span(
        "a year with 200 exceptions, its hours and conflicts too",
        "≤ 5 ms",
        today,
        DAYS_A_YEAR,
    );
    row("the schedule's part of Today", TARGET, &mut || {
        drop(black_box(schedule::today(database, &now()).unwrap()));
    });
    row("plan the reminders", "–", &mut || {
        drop(black_box(reminders::plan(database, &now()).unwrap()));
    });
}

/// The programme that Schedule was made for, for ten years until today and one more; answers how
/// many sessions were marked. Of the coming ones two hundred are cancelled.
pub fn add_programme(dir: &Path, policy: KdfPolicy) -> usize {
    let vault = Vault::at(dir.to_owned(), policy).unwrap();
    let mut open = vault
        .unlock(&UnlockWith::Passphrase(PASSPHRASE), false, &now())
        .unwrap();
    let database = open.database_mut();
    set_up(database);
    let past = occurrences(
        database,
        now().date() - Days::new(YEARS * DAYS_A_YEAR),
        YEARS,
    );
    for one in &past {
        mark(database, one);
    }
    let coming = occurrences(database, now().date() + Days::new(1), 1);
    for one in coming
        .iter()
        .step_by(coming.len() / EXCEPTIONS)
        .take(EXCEPTIONS)
    {
        let request = EventCancelRequest {
            event: one.event,
            recurrence_id: one.recurrence_id.clone(),
            scope: Scope::This,
        };
        schedule::cancel(database, &request, &now()).unwrap();
    }
    let kinds = EventKind::ALL.into_iter().map(|kind| KindReminder {
        kind,
        minutes_before: Some(60),
    });
    let settings = ReminderSettingsView {
        kinds: kinds.collect(),
        check_in: None,
        card: None,
        quiet: None,
    };
    reminders::save_settings(database, &settings).unwrap();
    open.close().unwrap();
    past.len()
}

fn set_up(database: &mut Database) {
    use Weekday::{Mo, Sa, Th, Tu, We};
    let first = now().date() - Days::new(YEARS * DAYS_A_YEAR);
    let programme = ProgrammeSaveRequest {
        name: "Harbor".to_owned(),
        start_date: Some(first.to_string()),
        weeks: Some(10),
        hours_a_week: 9.0,
        zone: Some("America/New_York".to_owned()),
        phone: String::new(),
        address: "12 Elm Street".to_owned(),
        last_day: None,
        phases: Vec::new(),
        breaks: Vec::new(),
    };
    let weekly = |kind, time: &str, minutes, interval, weekdays: &[Weekday]| EventDetails {
        kind,
        summary: String::new(),
        date: first.to_string(),
        time: Some(time.to_owned()),
        minutes,
        all_day: false,
        zone: None,
        rule: Some(RuleRequest::Weekly {
            interval,
            weekdays: weekdays.to_vec(),
            until: None,
        }),
        dates: None,
        location: "12 Elm Street".to_owned(),
        link: String::new(),
        room: "2".to_owned(),
        facilitator: "R. Ames".to_owned(),
        bring: "Diary card".to_owned(),
        description: String::new(),
        travel_minutes: Some(30),
    };
    let request = ProgrammeSetUpRequest {
        programme,
        events: vec![
            weekly(EventKind::Group, "17:30", 180, 1, &[Mo, We, Th]),
            weekly(EventKind::Individual, "16:00", 60, 1, &[Tu]),
            weekly(EventKind::Family, "10:00", 60, 2, &[Sa]),
        ],
    };
    programme::set_up(database, &request, &mut OsRandom, &now()).unwrap();
}

fn occurrences(database: &Database, from: NaiveDate, years: u64) -> Vec<OccurrenceView> {
    let year = |number: u64| {
        let first = from + Days::new(number * DAYS_A_YEAR);
        let request = ScheduleSpanRequest {
            from: first.to_string(),
            until: (first + Days::new(DAYS_A_YEAR - 1)).to_string(),
        };
        let view = schedule::span(database, &request, &now()).unwrap();
        view.days.into_iter().flat_map(|day| day.occurrences)
    };
    (0..years).flat_map(year).collect()
}

fn mark(database: &mut Database, one: &OccurrenceView) {
    let request = AttendanceSaveRequest {
        event: one.event,
        recurrence_id: one.recurrence_id.clone(),
        attendance: Some(Attendance::Attended),
        minutes: None,
    };
    attendance::save(database, &request, &now()).unwrap();
}
