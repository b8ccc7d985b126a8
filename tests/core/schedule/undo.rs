//! Every change can be taken back, as long as nothing else was said since.

use evenkeel_core::error::ErrorCode;
use evenkeel_core::schedule::homework::{self, HomeworkSaveRequest};
use evenkeel_core::schedule::{
    self, Attendance, ChangedView, EventCancelRequest, EventDetails, OccurrenceKey, Scope, Undo,
    Weekday,
};
use proptest::prelude::*;
use rusqlite::types::Value;

use super::{at, every, room, weekly};
use crate::fixture::{assert_code, full, pick};
use crate::practising::Room;

const TABLES: [&str; 8] = [
    "calendar",
    "event",
    "event_date",
    "event_override",
    "session_record",
    "homework",
    "conflict_seen",
    "programme",
];

/// Every row of the schedule.
fn rows(room: Room) -> (Room, Vec<Vec<Value>>) {
    super::sql(room, |raw| {
        let mut all = Vec::new();
        for table in TABLES {
            let sql = format!("SELECT * FROM {table} ORDER BY 1, 2");
            let mut statement = raw.prepare(&sql).unwrap();
            let width = statement.column_count();
            let rows =
                statement.query_map([], |row| (0..width).map(|column| row.get(column)).collect());
            all.extend(rows.unwrap().map(Result::unwrap));
        }
        all
    })
}

/// As the page has it.
fn passed_along(undo: &Undo) -> Undo {
    serde_json::from_str(&serde_json::to_string(undo).unwrap()).unwrap()
}

fn take_back(room: &mut Room, changed: &ChangedView) -> Result<(), evenkeel_core::error::Error> {
    schedule::undo(room.open.database_mut(), &passed_along(&changed.undo))
}

fn give_homework(room: &mut Room, event: i64, text: &str) -> i64 {
    let request = HomeworkSaveRequest {
        id: None,
        text: text.to_owned(),
        skill: None,
        event: Some(event),
        given_date: "2026-11-22".to_owned(),
        due_date: None,
    };
    homework::save(room.open.database_mut(), &request, &room.now)
        .unwrap()
        .id
}

#[test]
fn a_new_event_is_taken_back() {
    let (mut room, before) = rows(room());
    let details = weekly("2026-11-23", &[Weekday::Mo]);
    let changed = room.change(None, None, Scope::All, &details).unwrap();
    take_back(&mut room, &changed).unwrap();
    assert_code(take_back(&mut room, &changed), ErrorCode::Invalid);
    assert_eq!(rows(room).1, before);
}

#[test]
fn homework_goes_with_the_split_and_comes_back() {
    let mut room = room();
    let event = room.add_event(&weekly("2026-11-23", &[Weekday::Mo]));
    let done = give_homework(&mut room, event, "Read page 4");
    let request = homework::HomeworkDoneRequest {
        id: done,
        done: true,
    };
    homework::done(room.open.database_mut(), request, &room.now).unwrap();
    let open = give_homework(&mut room, event, "Diary card");
    let (mut room, before) = rows(room);
    let details = weekly("2026-12-07", &[Weekday::Th]);
    let changed = room
        .change(
            Some(event),
            Some("2026-12-07 17:30"),
            Scope::ThisAndFuture,
            &details,
        )
        .unwrap();
    let of = |room: &Room, id: i64| {
        let list = homework::list(room.open.database(), &room.now).unwrap();
        list.into_iter().find(|one| one.id == id).unwrap().event
    };
    assert_eq!(
        (of(&room, open), of(&room, done)),
        (Some(changed.event), Some(event))
    );
    take_back(&mut room, &changed).unwrap();
    assert_eq!(rows(room).1, before);
}

#[test]
fn what_was_said_since_is_not_lost_by_undo() {
    let mut room = room();
    let event = room.add_event(&weekly("2026-11-16", &[Weekday::Mo]));
    let details = weekly("2026-11-23", &[Weekday::Mo, Weekday::Th]);
    let changed = room
        .change(
            Some(event),
            Some("2026-11-23 17:30"),
            Scope::ThisAndFuture,
            &details,
        )
        .unwrap();
    room.note(changed.event, "2026-11-23 17:30", "ask about sleep");
    assert_code(take_back(&mut room, &changed), ErrorCode::Invalid);
    room.note(changed.event, "2026-11-23 17:30", "");
    give_homework(&mut room, changed.event, "Diary card");
    assert_code(take_back(&mut room, &changed), ErrorCode::Invalid);
}

#[test]
fn an_undo_that_was_tampered_with_changes_nothing() {
    let mut room = room();
    let event = room.add_event(&weekly("2026-11-16", &[Weekday::Mo]));
    let other = room.add_event(&weekly("2026-11-17", &[Weekday::Tu]));
    let changed = room.cancel_event(event, "2026-11-16 17:30", Scope::All);
    let text = serde_json::to_string(&changed.undo).unwrap();
    let text = text.replace("\"made\":[]", &format!("\"made\":[{other}]"));
    let (mut room, before) = rows(room);
    let undo = serde_json::from_str(&text).unwrap();
    assert_code(
        schedule::undo(room.open.database_mut(), &undo),
        ErrorCode::Invalid,
    );
    assert_eq!(rows(room).1, before);
    assert!(serde_json::from_str::<Undo>("{}").is_err());
}

#[derive(Debug, Clone)]
struct Step {
    save: bool,
    scope: Scope,
    /// Which of the occurrences that are there.
    pick: usize,
    weekdays: Vec<Weekday>,
    interval: u16,
    days: i64,
    time: u32,
    dates: bool,
    keep_dates: bool,
    repeats: bool,
}

fn steps() -> impl Strategy<Value = Step> {
    use Weekday::{Fr, Mo, Su, Tu, We};
    let scope = proptest::sample::select(vec![Scope::This, Scope::ThisAndFuture, Scope::All]);
    let weekdays = proptest::sample::subsequence(vec![Mo, Tu, We, Fr, Su], 1..4);
    let flags = (any::<bool>(), any::<bool>(), any::<bool>(), 0..5_u8);
    (
        scope,
        0..40_usize,
        weekdays,
        1..4_u16,
        -9..9_i64,
        8..20_u32,
        flags,
    )
        .prop_map(
            |(scope, pick, weekdays, interval, days, time, (save, dates, keep_dates, repeats))| {
                Step {
                    save,
                    scope,
                    pick,
                    weekdays,
                    interval,
                    days,
                    time,
                    dates,
                    keep_dates,
                    repeats: repeats > 0,
                }
            },
        )
}

/// Does the step to an occurrence of the first weeks; nothing where it is refused.
fn take(room: &mut Room, step: &Step) -> Option<ChangedView> {
    let plan = room.plan("2026-11-01", "2027-01-31");
    let one = plan.get(step.pick % plan.len().max(1))?;
    let (event, id) = (one.event, one.recurrence_id.clone());
    if !step.save {
        let request = EventCancelRequest {
            event,
            recurrence_id: id,
            scope: step.scope,
        };
        return schedule::cancel(room.open.database_mut(), &request, &room.now).ok();
    }
    let view = room.event(event, Some(&id));
    let from = if step.scope == Scope::All {
        &view.details.date
    } else {
        &view.occurrence.date
    };
    let date = super::day(from) + chrono::TimeDelta::days(step.days);
    let this = step.scope == Scope::This;
    let details = EventDetails {
        date: date.to_string(),
        time: Some(format!("{:02}:00", step.time)),
        rule: match (this, step.repeats) {
            (true, _) => view.details.rule.clone(),
            (false, true) => every(step.interval, &step.weekdays, None),
            (false, false) => None,
        },
        dates: if step.keep_dates {
            None
        } else if step.dates {
            Some(vec!["2026-12-02".to_owned(), "2026-12-24".to_owned()])
        } else {
            Some(Vec::new())
        },
        ..view.details
    };
    room.change(Some(event), Some(&id), step.scope, &details)
        .ok()
}

/// Records by their words: they are only ever carried, so each note stays what it is.
fn notes(rows: &[Vec<Value>]) -> Vec<String> {
    let text = |value: &Value| match value {
        Value::Text(text) => text.clone(),
        _ => String::new(),
    };
    let records = rows
        .iter()
        .filter(|row| row.len() == 7 && text(&row[1]).contains('T'));
    let mut notes: Vec<_> = records.map(|row| text(&row[2]) + &text(&row[5])).collect();
    notes.sort();
    notes
}

fn lived_in() -> Room {
    let mut room = room();
    let mut details = weekly("2026-11-02", &[Weekday::Mo, Weekday::We]);
    details.dates = Some(vec!["2026-11-13".to_owned()]);
    let event = room.add_event(&details);
    let other = room.add_event(&super::single("2026-11-20"));
    room.attend(event, "2026-11-09 17:30", Attendance::Attended);
    room.note(event, "2026-11-09 17:30", "one");
    room.note(event, "2026-11-13 17:30", "two");
    room.note(event, "2026-12-02 17:30", "three");
    room.note(other, "2026-11-20 17:30", "four");
    room.attend(event, "2026-11-18 17:30", Attendance::Excused);
    room.cancel_event(event, "2026-11-23 17:30", Scope::This);
    give_homework(&mut room, event, "Diary card");
    room
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(pick(8, 400, full()) as u32))]

    #[test]
    fn after_undo_everything_is_exactly_what_it_was(steps in proptest::collection::vec(steps(), 1..6)) {
        let (mut room, mut before) = rows(lived_in());
        let kept = notes(&before);
        prop_assert_eq!(kept.len(), 5);
        let mut undone = Vec::new();
        for step in &steps {
            let changed = take(&mut room, step);
            let after;
            (room, after) = rows(room);
            match changed {
                Some(changed) => undone.push((before, changed)),
                None => prop_assert_eq!(&after, &before, "refused, and nothing is changed"),
            }
            prop_assert_eq!(&notes(&after), &kept, "no record is lost by any change");
            before = after;
        }
        for (before, changed) in undone.into_iter().rev() {
            take_back(&mut room, &changed).unwrap();
            let after;
            (room, after) = rows(room);
            prop_assert_eq!(after, before);
        }
    }

    #[test]
    fn a_series_cut_in_two_and_not_changed_is_the_same_to_look_at(
        pick in 1..12_usize, interval in 1..4_u16,
        days in proptest::sample::subsequence(vec![Weekday::Mo, Weekday::We, Weekday::Su], 1..3),
    ) {
        let mut room = room();
        let mut details = weekly("2026-11-02", &days);
        details.rule = every(interval, &days, Some("2027-04-30"));
        details.dates = Some(vec!["2026-11-06".to_owned(), "2026-11-27".to_owned()]);
        let event = room.add_event(&details);
        let look = |room: &Room| room.times("2026-11-01", "2027-06-30");
        let before = look(&room);
        let plan = room.plan("2026-11-01", "2027-06-30");
        prop_assume!(pick < plan.len());
        let view = room.event(event, Some(&plan[pick].recurrence_id));
        let details = EventDetails { date: view.occurrence.date.clone(), ..view.details };
        let id = plan[pick].recurrence_id.clone();
        let changed = room.change(Some(event), Some(&id), Scope::ThisAndFuture, &details).unwrap();
        prop_assert_ne!(changed.event, event);
        prop_assert_eq!(look(&room), before);
    }
}

#[test]
fn putting_back_is_taken_back_too() {
    let room = lived_in();
    let event = room.plan("2026-11-23", "2026-11-23")[0].event;
    let (mut room, before) = rows(room);
    let request = OccurrenceKey {
        event,
        recurrence_id: schedule::local_text(at("2026-11-23 17:30")),
    };
    let changed = schedule::uncancel(room.open.database_mut(), &request).unwrap();
    let (mut room, after) = rows(room);
    assert_ne!(after, before);
    take_back(&mut room, &changed).unwrap();
    assert_eq!(rows(room).1, before);
}
