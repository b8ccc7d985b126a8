//! Each reminder is shown once: whatever the clock, the lid and the traveller do.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, Datelike, NaiveDate, TimeDelta, Weekday as Day};
use chrono_tz::Tz;
use evenkeel_core::reminders::{About, Pending, Reminder, ReminderSettingsView};
use evenkeel_core::schedule::programme::{self, ProgrammeSaveRequest};
use evenkeel_core::schedule::{EventDetails, EventKind, Weekday};
use evenkeel_core::time::{Now, instant_of};
use proptest::prelude::*;
use proptest::test_runner::TestRunner;

use super::{before, quiet};
use crate::fixture::{full, pick};
use crate::practising::Room;
use crate::schedule::{day, room, weekly};

const HOME: [(Tz, &str); 10] = [
    (chrono_tz::America::New_York, "2026-03-05"),
    (chrono_tz::America::New_York, "2026-10-29"),
    (chrono_tz::Europe::Berlin, "2026-03-26"),
    (chrono_tz::Europe::Berlin, "2026-10-22"),
    (chrono_tz::Australia::Lord_Howe, "2026-10-01"),
    (chrono_tz::Australia::Lord_Howe, "2026-04-02"),
    (chrono_tz::Pacific::Apia, "2011-12-27"),
    (chrono_tz::Asia::Kathmandu, "2026-11-20"),
    (chrono_tz::America::Sao_Paulo, "2017-10-12"),
    (chrono_tz::America::Sao_Paulo, "2018-02-14"),
];

const TIMES: [(EventKind, &str, u16); 3] = [
    (EventKind::Group, "17:30", 30),
    // In the hour that is skipped, or comes twice.
    (EventKind::Individual, "02:15", 45),
    // The day before.
    (EventKind::Family, "23:45", 1_440),
];
const EVERY_DAY: [Weekday; 7] = [
    Weekday::Mo,
    Weekday::Tu,
    Weekday::We,
    Weekday::Th,
    Weekday::Fr,
    Weekday::Sa,
    Weekday::Su,
];
const CHECK_IN: &str = "02:15";
const CARD: &str = "20:00";
const MINUTE: i64 = 60_000;

/// What happens next, in minutes.
#[derive(Debug, Clone, Copy)]
enum Step {
    Awake(i64),
    Sleep(i64),
    /// Somebody sets the clock.
    Jump(i64),
    /// The process ends and another takes over.
    Restart,
    Lock,
    Unlock,
    Travel(usize),
}

fn steps() -> impl Strategy<Value = Vec<Step>> {
    let step = prop_oneof![
        4 => (1..1_500_i64).prop_map(Step::Awake),
        3 => (1..1_500_i64).prop_map(Step::Sleep),
        2 => (-600..600_i64).prop_map(Step::Jump),
        1 => Just(Step::Restart),
        1 => Just(Step::Lock),
        2 => Just(Step::Unlock),
        1 => (0..HOME.len()).prop_map(Step::Travel),
    ];
    proptest::collection::vec(step, 1..16)
}

/// A programme in a zone with three sessions a day, and both daily reminders.
fn programme_from(zone: Tz, first: NaiveDate, with_quiet: bool) -> Room {
    let mut room = room();
    room.now = Now {
        instant: instant_of(first.and_hms_opt(12, 0, 0).unwrap(), zone).unwrap(),
        zone,
    };
    let view = programme::view(room.open.database(), &room.now).unwrap();
    let here = ProgrammeSaveRequest {
        name: "Harbour".to_owned(),
        zone: Some(zone.name().to_owned()),
        ..view.programme
    };
    programme::save(room.open.database_mut(), &here, &room.now).unwrap();
    let monday = first.week(Day::Mon).first_day();
    for (kind, time, _) in TIMES {
        room.add_event(&EventDetails {
            kind,
            time: Some(time.to_owned()),
            ..weekly(&monday.to_string(), &EVERY_DAY)
        });
    }
    let request = ReminderSettingsView {
        check_in: Some(CHECK_IN.to_owned()),
        card: Some(CARD.to_owned()),
        quiet: quiet("22:00", "07:30").filter(|_| with_quiet),
        ..before(&TIMES.map(|(kind, _, minutes)| (kind, minutes)))
    };
    room.remind(&request);
    room
}

/// A computer with the app on it. It keeps account of when it was awake.
struct Computer<'room> {
    room: &'room Room,
    now: Now,
    locked: bool,
    pending: Pending,
    /// The clock when the plan was made.
    planned_ms: i64,
    shown: Vec<(Now, Reminder)>,
    awake: Vec<Awake>,
    started_ms: i64,
}

/// From one moment until another, itself not, with a plan from before.
struct Awake {
    from_ms: i64,
    until_ms: i64,
    planned_ms: i64,
}

impl<'room> Computer<'room> {
    fn start(room: &'room Room, now: Now) -> Self {
        Self {
            room,
            now,
            locked: false,
            pending: Pending::new(room.reminders_at(&now), now.millis()),
            planned_ms: now.millis(),
            shown: Vec::new(),
            awake: Vec::new(),
            started_ms: now.millis(),
        }
    }

    fn does(&mut self, step: Step) {
        match step {
            Step::Awake(minutes) => self.stay_awake(minutes),
            Step::Sleep(minutes) | Step::Jump(minutes) => {
                self.now.instant += TimeDelta::minutes(minutes);
                self.wake();
            }
            Step::Restart => {
                self.pending = Pending::from_bytes(&self.pending.to_bytes()).unwrap();
                self.look();
            }
            Step::Lock => self.locked = true,
            Step::Unlock => {
                self.locked = false;
                self.wake();
            }
            Step::Travel(place) => {
                self.now.zone = HOME[place].0;
                self.wake();
            }
        }
    }

    fn wake(&mut self) {
        if !self.locked {
            let plan = self.room.reminders_at(&self.now);
            self.pending.replan(plan, &self.now);
            self.planned_ms = self.now.millis();
        }
        self.look();
    }

    fn look(&mut self) {
        let shown = self.pending.due(&self.now);
        self.shown
            .extend(shown.into_iter().map(|one| (self.now, one)));
        let now_ms = self.now.millis();
        self.count_awake(now_ms, now_ms + 1);
    }

    fn stay_awake(&mut self, minutes: i64) {
        let from_ms = self.now.millis();
        let until_ms = from_ms + minutes * MINUTE;
        self.look();
        while let Some(next_ms) = self.pending.next_ms(&self.now) {
            assert!(next_ms > self.now.millis(), "it would never sleep");
            if next_ms >= until_ms {
                break;
            }
            self.now.instant = DateTime::from_timestamp_millis(next_ms).unwrap();
            self.look();
        }
        self.now.instant = DateTime::from_timestamp_millis(until_ms).unwrap();
        self.count_awake(from_ms, until_ms);
    }

    fn count_awake(&mut self, from_ms: i64, until_ms: i64) {
        self.awake.push(Awake {
            from_ms,
            until_ms,
            planned_ms: self.planned_ms,
        });
    }

    /// Whether it was awake within these moments, and knew.
    fn was_there(&self, fire_ms: i64, expires_ms: i64) -> bool {
        self.awake.iter().any(|awake| {
            let knew =
                awake.planned_ms < expires_ms && fire_ms < awake.planned_ms + 14 * 1_440 * MINUTE;
            knew && awake.from_ms < expires_ms && awake.until_ms > fire_ms
        })
    }

    fn times_shown(&self) -> BTreeMap<(About, i64), usize> {
        let mut times = BTreeMap::new();
        for (_, one) in &self.shown {
            *times.entry((one.about, one.for_ms)).or_insert(0) += 1;
        }
        times
    }
}

/// Start and reminder of each session, the earlier where two start at once.
fn sessions_of(zone: Tz, first: NaiveDate) -> BTreeMap<i64, i64> {
    let mut sessions = BTreeMap::new();
    for date in first.week(Day::Mon).first_day().iter_days().take(60) {
        for (_, time, minutes) in TIMES {
            let at = date.and_time(format!("{time}:00").parse().unwrap());
            let start = instant_of(at, zone).unwrap();
            let was_a_day = date.pred_opt() != Some(day("2011-12-30"));
            let before = if minutes == 1_440 && was_a_day {
                instant_of(at - TimeDelta::days(1), zone).unwrap()
            } else {
                start - TimeDelta::minutes(minutes.into())
            };
            let fire_ms = before.timestamp_millis();
            let earliest = sessions.entry(start.timestamp_millis()).or_insert(fire_ms);
            *earliest = fire_ms.min(*earliest);
        }
    }
    sessions
}

fn each_home(cases: usize, test: impl Fn(&Room, NaiveDate, &[Step]) -> Result<(), TestCaseError>) {
    each_home_with(cases, false, test);
}

fn each_home_with(
    cases: usize,
    with_quiet: bool,
    test: impl Fn(&Room, NaiveDate, &[Step]) -> Result<(), TestCaseError>,
) {
    for (zone, first) in HOME {
        let first = day(first);
        let room = programme_from(zone, first, with_quiet);
        let config = ProptestConfig {
            failure_persistence: None,
            ..ProptestConfig::with_cases(pick(cases, cases * 10, full()) as u32)
        };
        let run = TestRunner::new(config).run(&steps(), |steps| test(&room, first, &steps));
        run.unwrap_or_else(|error| panic!("{zone} {first}: {error}"));
    }
}

#[test]
fn each_session_is_shown_once_and_in_time() {
    each_home(12, |room, first, steps| {
        let mut computer = Computer::start(room, room.now);
        for step in steps {
            computer.does(*step);
        }
        let shown = computer.times_shown();
        prop_assert!(shown.values().all(|times| *times == 1), "{shown:?}");
        let sessions = sessions_of(room.now.zone, first);
        for (start_ms, fire_ms) in &sessions {
            // The app was opened between the two.
            let was_past = *fire_ms < computer.started_ms && computer.started_ms < *start_ms;
            let expected = !was_past && computer.was_there(*fire_ms, *start_ms);
            let times = shown.contains_key(&(About::Session, *start_ms));
            prop_assert_eq!(
                times,
                expected,
                "{}",
                super::clock_at(*start_ms, room.now.zone)
            );
        }
        for (now, one) in &computer.shown {
            prop_assert!((one.fire_ms..one.for_ms + 60 * MINUTE).contains(&now.millis()));
            if one.about == About::Session {
                prop_assert!(now.millis() < one.for_ms && sessions.contains_key(&one.for_ms));
            }
        }
        Ok(())
    });
}

/// At home, under a clock that is only ever set forward: a time of day for each day of the zone,
/// however long that is.
#[test]
fn each_daily_one_is_shown_once_a_day() {
    each_home(12, |room, first, steps| {
        let mut computer = Computer::start(room, room.now);
        for step in steps {
            match step {
                Step::Travel(_) => {}
                Step::Jump(minutes) => computer.does(Step::Jump(minutes.abs())),
                _ => computer.does(*step),
            }
        }
        let shown = computer.times_shown();
        for (about, time) in [(About::CheckIn, CHECK_IN), (About::Card, CARD)] {
            let dates = first.iter_days().take(60);
            let moments = dates.map(|date| {
                let at = date.and_time(format!("{time}:00").parse().unwrap());
                instant_of(at, room.now.zone).unwrap().timestamp_millis()
            });
            for moment_ms in moments.collect::<BTreeSet<_>>() {
                let was_past = moment_ms < computer.started_ms;
                let expires_ms = moment_ms + 60 * MINUTE;
                let expected = !was_past && computer.was_there(moment_ms, expires_ms);
                let times = shown.get(&(about, moment_ms)).copied().unwrap_or(0);
                prop_assert_eq!(times, usize::from(expected), "{:?} {}", about, moment_ms);
            }
        }
        Ok(())
    });
}

/// Wherever the person is: never twice what the clock shows, and in the quiet hours nothing late.
#[test]
fn travel_repeats_no_daily_one_and_the_quiet_hours_are_kept() {
    each_home_with(12, true, |room, _, steps| {
        let mut computer = Computer::start(room, room.now);
        for step in steps {
            computer.does(*step);
        }
        let mut keys = BTreeSet::new();
        for (now, one) in &computer.shown {
            let is_daily = one.about != About::Session;
            let key = if is_daily {
                one.clock.and_utc().timestamp_millis()
            } else {
                one.for_ms
            };
            prop_assert!(keys.insert((one.about, key)), "{one:?} again");
            let late_ms = now.millis() - one.fire_ms;
            let at = now.instant.with_timezone(&now.zone).time();
            let is_quiet = at >= "22:00:00".parse().unwrap() || at < "07:30:00".parse().unwrap();
            prop_assert!(late_ms < 5 * MINUTE || !is_quiet, "{one:?} at {at}");
        }
        Ok(())
    });
}

/// The account above is worth something only if much is shown in it.
#[test]
fn a_computer_that_is_always_awake_shows_everything() {
    for (zone, first) in HOME {
        let first = day(first);
        let room = programme_from(zone, first, false);
        let mut computer = Computer::start(&room, room.now);
        for _ in 0..10 {
            computer.does(Step::Awake(1_440));
            computer.does(Step::Unlock);
        }
        let shown = computer.times_shown();
        assert!(shown.values().all(|times| *times == 1));
        let (from_ms, until_ms) = (room.now.millis(), computer.now.millis());
        let sessions = sessions_of(zone, first);
        let expected = sessions
            .values()
            .filter(|fire_ms| (from_ms..until_ms).contains(*fire_ms));
        let of = |about| shown.keys().filter(|(one, _)| *one == about).count();
        assert_eq!(of(About::Session), expected.count(), "{zone}");
        let days = if first.year() == 2011 {
            9..=11
        } else {
            10..=10
        };
        assert!(
            days.contains(&of(About::CheckIn)) && days.contains(&of(About::Card)),
            "{zone}"
        );
    }
}
