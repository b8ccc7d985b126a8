//! What is due, under a clock that does as it likes.

use evenkeel_core::reminders::{About, Pending, Plan, Reminder};

use super::{clock, clock_in, hours, later, reminder, sessions};

const START: &str = "2026-11-23 17:30";

fn since(text: &str, plan: Plan) -> Pending {
    Pending::new(plan, clock(text).millis())
}

#[track_caller]
fn assert_due(pending: &mut Pending, at: &str, expected: &[Reminder]) {
    assert_eq!(pending.due(&clock(at)), expected, "at {at}");
}

#[test]
fn a_reminder_comes_once_at_its_moment() {
    let plan = sessions(&[(START, 30)]);
    let one = plan.reminders[0];
    let mut pending = since("2026-11-23 12:00", plan);
    let wake = pending.next_ms(&clock("2026-11-23 12:00"));
    assert_eq!(wake, Some(clock("2026-11-23 17:00").millis()));
    assert_due(&mut pending, "2026-11-23 16:59", &[]);
    assert_due(&mut pending, "2026-11-23 17:00", &[one]);
    assert_due(&mut pending, "2026-11-23 17:00", &[]);
    assert_due(&mut pending, "2026-11-23 17:20", &[]);
    assert_eq!(pending.next_ms(&clock("2026-11-23 17:00")), None);
}

#[test]
fn one_that_could_not_be_shown_is_still_to_come() {
    let plan = sessions(&[(START, 30)]);
    let one = plan.reminders[0];
    let mut pending = since("2026-11-23 12:00", plan);
    assert_due(&mut pending, "2026-11-23 17:00", &[one]);
    pending.take_back(&one);
    assert_due(&mut pending, "2026-11-23 17:01", &[one]);
    assert_due(&mut pending, "2026-11-23 17:02", &[]);
    pending.take_back(&one);
    assert_due(&mut pending, START, &[]);
}

#[test]
fn after_a_sleep_it_comes_unless_the_session_has_begun() {
    let plan = sessions(&[(START, 30), ("2026-11-23 18:30", 30)]);
    let second = plan.reminders[1];
    let mut slept = since("2026-11-23 12:00", plan.clone());
    assert_due(&mut slept, "2026-11-23 17:29", &plan.reminders[..1]);
    let mut overslept = since("2026-11-23 12:00", plan);
    assert_due(&mut overslept, "2026-11-23 17:30", &[]);
    assert_due(&mut overslept, "2026-11-23 18:15", &[second]);
}

#[test]
fn a_daily_one_comes_up_to_an_hour_late() {
    let plan = Plan {
        reminders: vec![reminder(About::CheckIn, "2026-11-23 20:00", 0)],
        quiet: None,
    };
    let mut slept = since("2026-11-23 12:00", plan.clone());
    assert_due(&mut slept, "2026-11-23 20:59", &plan.reminders);
    let mut overslept = since("2026-11-23 12:00", plan);
    assert_due(&mut overslept, "2026-11-23 21:00", &[]);
}

#[test]
fn one_at_the_start_itself_has_a_minute() {
    let plan = sessions(&[(START, 0)]);
    let mut on_time = since("2026-11-23 12:00", plan.clone());
    let mut moment = clock(START);
    moment.instant += chrono::TimeDelta::milliseconds(59_999);
    assert_eq!(on_time.due(&moment), plan.reminders);
    assert_due(
        &mut since("2026-11-23 12:00", plan),
        "2026-11-23 17:31",
        &[],
    );
}

#[test]
fn a_clock_set_back_repeats_nothing() {
    let plan = sessions(&[(START, 30)]);
    let mut pending = since("2026-11-23 12:00", plan.clone());
    assert_due(&mut pending, "2026-11-23 17:00", &plan.reminders);
    for at in [
        "2026-11-23 16:00",
        "2026-11-23 17:00",
        "2026-11-20 17:00",
        START,
    ] {
        assert_due(&mut pending, at, &[]);
        pending.replan(plan.clone(), &clock(at));
    }
    assert_due(&mut pending, "2026-11-23 17:00", &[]);
}

#[test]
fn a_clock_that_was_years_ahead_for_a_while_repeats_nothing() {
    let plan = sessions(&[(START, 30), ("2038-01-04 17:30", 30)]);
    let mut pending = since("2026-11-23 12:00", plan.clone());
    assert_due(&mut pending, "2026-11-23 17:00", &plan.reminders[..1]);
    assert_due(&mut pending, "2038-01-04 17:00", &plan.reminders[1..]);
    pending.replan(plan, &clock("2038-01-04 17:10"));
    assert_due(&mut pending, "2026-11-23 17:10", &[]);
}

/// Keys are not kept for ever, and not given up while they could matter.
#[test]
fn what_was_shown_is_remembered_for_thirty_days() {
    let starts: Vec<_> = (0..600_i64)
        .map(|minute| later(&clock("2026-11-23 00:00"), minute))
        .collect();
    let reminders = starts.iter().map(|start| Reminder {
        about: About::Session,
        for_ms: start.millis(),
        fire_ms: start.millis(),
        clock: start.instant.naive_utc(),
    });
    let plan = Plan {
        reminders: reminders.collect(),
        quiet: None,
    };
    let mut pending = since("2026-11-22 00:00", plan);
    for start in &starts {
        assert_eq!(pending.due(start).len(), 1);
    }
    let size = |pending: &Pending| pending.to_bytes().len();
    let nothing = || sessions(&[]);
    pending.replan(nothing(), &clock("2026-12-22 23:00"));
    let all = size(&pending);
    pending.replan(nothing(), &clock("2026-12-24 00:00"));
    assert_eq!(all - size(&pending), 100 * 9, "the last 500 stay");
}

#[test]
fn what_was_past_when_the_app_was_opened_is_taken_as_shown() {
    let plan = sessions(&[(START, 30), ("2026-11-23 19:00", 30)]);
    let mut pending = since("2026-11-23 17:01", plan.clone());
    assert_due(&mut pending, "2026-11-23 17:01", &[]);
    assert_due(&mut pending, "2026-11-23 16:55", &[]);
    assert_due(&mut pending, "2026-11-23 17:10", &[]);
    assert_due(&mut pending, "2026-11-23 18:30", &plan.reminders[1..]);
}

#[test]
fn a_new_plan_takes_away_and_adds_and_repeats_nothing() {
    let old = sessions(&[(START, 30), ("2026-11-23 19:00", 30)]);
    let mut pending = since("2026-11-23 12:00", old.clone());
    assert_due(&mut pending, "2026-11-23 17:00", &old.reminders[..1]);
    // The first has another distance now, the second is cancelled, a third is new and soon.
    let new = sessions(&[(START, 10), ("2026-11-23 17:40", 60)]);
    pending.replan(new.clone(), &clock("2026-11-23 17:05"));
    assert_due(&mut pending, "2026-11-23 17:05", &new.reminders[1..]);
    assert_due(&mut pending, "2026-11-23 17:20", &[]);
    assert_due(&mut pending, "2026-11-23 18:30", &[]);
}

#[test]
fn a_time_of_day_that_was_chosen_late_begins_tomorrow() {
    let plan = |time: &str| Plan {
        reminders: vec![
            reminder(About::Card, &format!("2026-11-23 {time}"), 0),
            reminder(About::Card, &format!("2026-11-24 {time}"), 0),
        ],
        quiet: None,
    };
    let mut pending = since("2026-11-23 12:00", sessions(&[]));
    pending.replan(plan("19:45"), &clock("2026-11-23 20:00"));
    assert_due(&mut pending, "2026-11-23 20:00", &[]);
    pending.replan(plan("20:30"), &clock("2026-11-23 20:01"));
    assert_due(
        &mut pending,
        "2026-11-23 20:30",
        &plan("20:30").reminders[..1],
    );
    assert_due(
        &mut pending,
        "2026-11-24 20:30",
        &plan("20:30").reminders[1..],
    );
}

#[test]
fn who_flies_west_is_not_reminded_twice_on_one_day() {
    let berlin = clock_in(chrono_tz::Europe::Berlin, "2026-11-23 20:00");
    let at_home = Reminder {
        for_ms: berlin.millis(),
        fire_ms: berlin.millis(),
        ..reminder(About::CheckIn, "2026-11-23 20:00", 0)
    };
    let plan = |one| Plan {
        reminders: vec![one],
        quiet: None,
    };
    let mut pending = since("2026-11-23 06:00", plan(at_home));
    assert_eq!(pending.due(&berlin), [at_home]);
    let there = reminder(About::CheckIn, "2026-11-23 20:00", 0);
    pending.replan(plan(there), &clock("2026-11-23 17:00"));
    assert_due(&mut pending, "2026-11-23 20:00", &[]);
}

#[test]
fn a_late_one_does_not_come_in_the_quiet_hours() {
    let plan = Plan {
        quiet: hours("22:00", "08:00"),
        ..sessions(&[
            ("2026-11-23 22:30", 60),
            ("2026-11-24 09:00", 720),
            ("2026-11-24 07:00", 540),
        ])
    };
    let [evening, morning, early] = plan.reminders[..] else {
        panic!("three of them")
    };
    let mut on_time = since("2026-11-23 12:00", plan.clone());
    assert_due(&mut on_time, "2026-11-23 21:00", &[morning]);
    assert_due(&mut on_time, "2026-11-23 21:30", &[evening]);
    // It was put to where the quiet hours begin, and the timer is never exact.
    let mut moment = clock("2026-11-23 22:00");
    moment.instant += chrono::TimeDelta::milliseconds(40);
    assert_eq!(on_time.due(&moment), [early]);

    let mut slept = since("2026-11-23 12:00", plan);
    let woken = clock("2026-11-23 22:10");
    assert_eq!(slept.due(&woken), []);
    let wake = slept.next_ms(&woken);
    assert_eq!(wake, Some(clock("2026-11-24 08:00").millis()));
    assert_due(&mut slept, "2026-11-24 06:50", &[]);
    assert_due(&mut slept, "2026-11-24 08:00", &[morning]);
    assert_eq!(slept.next_ms(&clock("2026-11-24 08:00")), None);
}
