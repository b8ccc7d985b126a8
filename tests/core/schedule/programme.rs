//! The programme: saved whole, its weeks, its hours, its breaks.

use evenkeel_core::error::ErrorCode;
use evenkeel_core::progress::Span;
use evenkeel_core::schedule::programme::{self, BreakView, PhaseView, ProgrammeSaveRequest};
use evenkeel_core::schedule::{EventDetails, EventKind, OccurrenceStatus, WeekOf};

use super::planned::{
    NEW_YORK, all_day, busy, go_to, harbour, hours, on, once, plan, quiet, sessions, set_up, span,
    today,
};
use crate::fixture::{assert_code, raw};
use crate::practising::{Room, json};

fn pause(first: &str, last: &str, name: &str) -> BreakView {
    BreakView {
        id: None,
        first_date: first.to_owned(),
        last_date: last.to_owned(),
        name: name.to_owned(),
    }
}

fn phase(from: &str, days_a_week: Option<u8>, hours_a_week: Option<f64>) -> PhaseView {
    PhaseView {
        from_date: from.to_owned(),
        days_a_week,
        hours_a_week,
    }
}

fn save(room: &mut Room, request: &ProgrammeSaveRequest) -> ProgrammeSaveRequest {
    let saved = programme::save(room.open.database_mut(), request, &room.now);
    saved.unwrap().programme
}

fn saved(room: &Room) -> ProgrammeSaveRequest {
    let view = programme::view(room.open.database(), &room.now).unwrap();
    view.programme
}

fn week(room: &mut Room, noon_of: &str) -> Option<(u32, Option<u16>)> {
    go_to(room, &format!("{noon_of}T17:00:00Z"), NEW_YORK);
    let view = today(room).week_of;
    view.map(|WeekOf { week, of }| (week, of))
}

#[test]
fn until_something_is_said_there_is_an_empty_one_with_nine_hours() {
    let room = Room::with(&[]);
    let view = json(&programme::view(room.open.database(), &room.now).unwrap());
    assert_eq!(view["hours_a_week"], 9.0);
    assert_eq!(
        (&view["name"], &view["start_date"], &view["zone"]),
        (&json(&""), &json(&None::<()>), &json(&None::<()>))
    );
    assert_eq!(view["here_zone"], "America/New_York");
    let zones = view["zones"].as_array().unwrap();
    for zone in ["America/New_York", "Asia/Kathmandu", "Pacific/Apia"] {
        assert!(zones.contains(&json(&zone)), "{zone}");
    }
    assert!(!today(&room).programme);
    assert_eq!(hours(&room, "2026-11-22").target_minutes, None);
}

#[test]
fn a_programme_is_saved_whole_and_comes_back_so() {
    let mut room = Room::with(&[]);
    let first = ProgrammeSaveRequest {
        name: "  Harbour ".to_owned(),
        last_day: Some("2027-1-3".to_owned()),
        phases: vec![
            phase("2026-12-14", Some(1), Some(3.0)),
            phase("2026-11-30", Some(3), None),
        ],
        breaks: vec![
            pause("2026-12-24", "2027-01-01", " Winter break "),
            pause("2026-11-26", "2026-11-26", "Thanksgiving"),
        ],
        ..harbour()
    };
    let kept = save(&mut room, &first);
    assert_eq!(kept.name, "Harbour");
    assert_eq!(kept.last_day.as_deref(), Some("2027-01-03"));
    assert_eq!(
        kept.phases,
        [
            phase("2026-11-30", Some(3), None),
            phase("2026-12-14", Some(1), Some(3.0))
        ],
        "in their order"
    );
    let names: Vec<_> = kept.breaks.iter().map(|one| one.name.as_str()).collect();
    assert_eq!(names, ["Thanksgiving", "Winter break"]);
    assert!(kept.breaks.iter().all(|one| one.id.is_some()));

    let mut room = room.reopened();
    assert!(saved(&room) == kept, "it is the same after a lock");
    let again = save(&mut room, &kept);
    assert!(again == kept, "saving what is there changes nothing");

    let mut second = kept.clone();
    second.phases.clear();
    second.breaks.remove(0);
    second
        .breaks
        .push(pause("2026-12-07", "2026-12-07", "Training day"));
    let second = save(&mut room, &second);
    assert!(second.phases.is_empty());
    assert_eq!(second.breaks.len(), 2);
    assert_eq!(second.breaks[0].name, "Training day");
    assert!(second.breaks[1] == kept.breaks[1], "with the id it had");
}

#[test]
fn what_no_programme_has_is_refused_and_changes_nothing() {
    type Fault = fn(&mut ProgrammeSaveRequest);
    let faults: [(&str, Fault); 17] = [
        ("a start that is no day", |one| {
            one.start_date = Some("2026-02-30".into());
        }),
        ("a start too far away", |one| {
            one.start_date = Some("2201-01-01".into());
        }),
        ("a last day that is none", |one| {
            one.last_day = Some("soon".into());
        }),
        ("an end before the start", |one| {
            one.last_day = Some("2026-10-25".into());
        }),
        ("no weeks", |one| one.weeks = Some(0)),
        ("hours that are no number", |one| {
            one.hours_a_week = f64::NAN;
        }),
        ("hours below none", |one| one.hours_a_week = -1.0),
        ("more hours than a week", |one| one.hours_a_week = 168.5),
        ("endless hours", |one| one.hours_a_week = f64::INFINITY),
        ("a zone that is none", |one| {
            one.zone = Some("Mars/Base".into());
        }),
        ("an empty zone", |one| one.zone = Some(String::new())),
        ("a phase on no day", |one| {
            one.phases = vec![phase("", None, None)];
        }),
        ("days that no week has", |one| {
            one.phases = vec![phase("2026-11-30", Some(8), None)];
        }),
        ("a phase of negative hours", |one| {
            one.phases = vec![phase("2026-11-30", None, Some(-3.0))];
        }),
        ("two phases from one day", |one| {
            let twice = phase("2026-11-30", Some(3), None);
            one.phases = vec![twice.clone(), twice];
        }),
        ("a break that ends before it begins", |one| {
            one.breaks = vec![pause("2026-12-02", "2026-12-01", "")];
        }),
        ("one break twice", |one| {
            let one_id = BreakView {
                id: Some(7),
                ..pause("2026-12-01", "2026-12-02", "")
            };
            one.breaks = vec![one_id.clone(), one_id];
        }),
    ];
    let mut room = quiet();
    let before = saved(&room);
    for (what, fault) in faults {
        let mut request = harbour();
        request.name = "Changed".to_owned();
        fault(&mut request);
        let refused = programme::save(room.open.database_mut(), &request, &room.now);
        match refused {
            Ok(_) => panic!("{what} was taken"),
            Err(error) => assert_eq!(error.code(), ErrorCode::Invalid, "{what}"),
        }
        assert!(saved(&room) == before, "{what} changed something");
    }
}

#[test]
fn weeks_are_counted_from_the_monday_of_the_first_one() {
    let mut room = Room::with(&[]);
    let from_wednesday = ProgrammeSaveRequest {
        start_date: Some("2026-10-28".to_owned()),
        weeks: Some(4),
        last_day: Some("2026-12-01".to_owned()),
        ..harbour()
    };
    save(&mut room, &from_wednesday);
    for (day, expected) in [
        ("2026-10-27", None),
        ("2026-10-28", Some((1, Some(4)))),
        ("2026-11-01", Some((1, Some(4)))),
        ("2026-11-02", Some((2, Some(4)))),
        ("2026-11-22", Some((4, Some(4)))),
        ("2026-11-23", Some((5, None))),
        ("2026-12-01", Some((6, None))),
        ("2026-12-02", None),
    ] {
        assert_eq!(week(&mut room, day), expected, "{day}");
    }
    let no_start = ProgrammeSaveRequest {
        start_date: None,
        ..from_wednesday
    };
    save(&mut room, &no_start);
    assert_eq!(week(&mut room, "2026-11-22"), None);
}

#[test]
fn a_week_means_the_hours_of_the_phase_that_is_in_force_on_its_monday() {
    let mut room = Room::with(&[]);
    let stepping_down = ProgrammeSaveRequest {
        hours_a_week: 9.5,
        start_date: Some("2026-10-28".to_owned()),
        last_day: Some("2027-01-05".to_owned()),
        phases: vec![
            phase("2026-12-21", Some(1), None),
            phase("2026-11-25", Some(3), Some(6.0)),
            phase("2026-12-07", None, Some(0.0)),
            phase("2026-12-14", None, Some(3.0)),
        ],
        ..harbour()
    };
    save(&mut room, &stepping_down);
    for (day, expected) in [
        ("2026-10-25", None),
        ("2026-10-26", Some(570)),
        ("2026-11-22", Some(570)),
        ("2026-11-25", Some(570)),
        ("2026-11-30", Some(360)),
        ("2026-12-07", None),
        ("2026-12-20", Some(180)),
        ("2026-12-21", None),
        ("2027-01-10", None),
    ] {
        assert_eq!(hours(&room, day).target_minutes, expected, "{day}");
    }
    let without_phases = ProgrammeSaveRequest {
        phases: Vec::new(),
        ..stepping_down
    };
    save(&mut room, &without_phases);
    assert_eq!(hours(&room, "2027-01-05").target_minutes, Some(570));
    assert_eq!(hours(&room, "2027-01-11").target_minutes, None);
}

#[test]
fn a_break_covers_what_is_of_the_programme() {
    let mut room = busy();
    plan(
        &mut room,
        once(EventKind::Personal, "2026-11-26", "09:00", 30),
    );
    plan(
        &mut room,
        once(EventKind::MutualHelp, "2026-11-26", "12:00", 60),
    );
    plan(&mut room, all_day(EventKind::Holistic, "2026-11-26", 1));
    let with_break = ProgrammeSaveRequest {
        breaks: vec![pause("2026-11-25", "2026-11-26", "Thanksgiving")],
        ..saved(&room)
    };
    save(&mut room, &with_break);
    let status = |kind| on(&room, "2026-11-26", kind).status;
    assert_eq!(status(EventKind::Group), OccurrenceStatus::Break);
    assert_eq!(status(EventKind::MutualHelp), OccurrenceStatus::Break);
    assert_eq!(status(EventKind::Holistic), OccurrenceStatus::Break);
    assert_eq!(status(EventKind::Personal), OccurrenceStatus::Planned);
    let group = on(&room, "2026-11-25", EventKind::Group);
    assert_eq!(group.break_name.as_deref(), Some("Thanksgiving"));
    let view = span(&room, "2026-11-24", "2026-11-27");
    let names: Vec<_> = view.days.iter().map(|day| &day.break_name).collect();
    let name = Some("Thanksgiving".to_owned());
    assert_eq!(names, [&None, &name, &name, &None]);
    // Monday's group, Tuesday's session and the family on Saturday are left.
    assert_eq!(hours(&room, "2026-11-23").planned_minutes, 180 + 50 + 90);
}

#[test]
fn a_set_up_is_taken_whole_or_not_at_all() {
    let mut room = Room::with(&[]);
    let mut events = sessions();
    events.push(once(EventKind::Group, "2026-11-31", "10:00", 60));
    assert_code(set_up(&mut room, harbour(), events), ErrorCode::Invalid);
    assert!(!today(&room).programme);
    assert!(today(&room).next.is_none(), "no event is left behind");

    set_up(&mut room, harbour(), sessions()).unwrap();
    let room = room.reopened();
    let view = span(&room, "2026-11-23", "2026-11-29");
    let days = view.days.iter().map(|day| {
        let times = day.occurrences.iter();
        times
            .map(|one| {
                let until = one.end_time.clone().unwrap();
                (one.kind, one.time.clone().unwrap(), until)
            })
            .collect::<Vec<_>>()
    });
    let group = || vec![(EventKind::Group, "17:30".to_owned(), "20:30".to_owned())];
    let individual = vec![(
        EventKind::Individual,
        "16:00".to_owned(),
        "16:50".to_owned(),
    )];
    let family = vec![(EventKind::Family, "10:00".to_owned(), "11:30".to_owned())];
    assert_eq!(
        days.collect::<Vec<_>>(),
        [
            group(),
            individual,
            group(),
            group(),
            vec![],
            family,
            vec![]
        ]
    );
    let between = span(&room, "2026-11-21", "2026-11-21");
    assert!(
        between.days[0].occurrences.is_empty(),
        "every second Saturday"
    );
}

#[test]
fn the_zone_of_a_programme_takes_its_sessions_along() {
    let mut room = busy();
    let abroad = once(EventKind::Personal, "2026-11-24", "09:00", 30);
    let abroad = EventDetails {
        zone: Some("Europe/Berlin".to_owned()),
        ..abroad
    };
    plan(&mut room, abroad);
    let was = on(&room, "2026-11-23", EventKind::Group);
    let moved = ProgrammeSaveRequest {
        zone: Some("America/Chicago".to_owned()),
        ..saved(&room)
    };
    save(&mut room, &moved);
    let group = on(&room, "2026-11-23", EventKind::Group);
    assert_eq!(group.time.as_deref(), Some("17:30"), "on the wall");
    assert_eq!(group.starts_ms - was.starts_ms, 60 * 60 * 1000);
    assert_eq!(group.here.unwrap().time, "18:30");
    let elsewhere = on(&room, "2026-11-24", EventKind::Personal);
    assert_eq!(
        elsewhere.time.as_deref(),
        Some("02:00"),
        "in a zone of its own"
    );
    let nowhere = ProgrammeSaveRequest {
        zone: None,
        ..saved(&room)
    };
    save(&mut room, &nowhere);
    let group = on(&room, "2026-11-23", EventKind::Group);
    assert_eq!(
        group.time.as_deref(),
        Some("18:30"),
        "on the person's clock"
    );
    assert_eq!(group.here, None);
}

#[test]
fn what_came_from_a_file_stays_in_its_own_zone() {
    let mut room = busy().reopened_after(|made| {
        let taken_in = "INSERT INTO calendar (name, imported_ms) VALUES ('Clinic', 0);
             UPDATE event SET calendar_id = 1 WHERE kind = 'individual'";
        raw(made).execute_batch(taken_in).unwrap();
    });
    let moved = ProgrammeSaveRequest {
        zone: Some("America/Chicago".to_owned()),
        ..saved(&room)
    };
    save(&mut room, &moved);
    let individual = on(&room, "2026-11-24", EventKind::Individual);
    assert_eq!(individual.time.as_deref(), Some("15:00"));
    let group = on(&room, "2026-11-25", EventKind::Group);
    assert_eq!(group.time.as_deref(), Some("17:30"));
}

#[test]
fn progress_knows_the_first_day_and_may_say_it_alone() {
    let mut room = Room::with(&[]);
    room.begin_programme(Some("2026-11-02"));
    assert_eq!(saved(&room).start_date.as_deref(), Some("2026-11-02"));
    assert!(!today(&room).programme, "that is not a set-up");
    assert_eq!(hours(&room, "2026-11-22").target_minutes, None);
    assert_eq!(week(&mut room, "2026-11-22"), Some((3, None)));

    save(&mut room, &harbour());
    let start = |room: &Room| room.progress(Span::Programme).programme_start;
    assert_eq!(start(&room).as_deref(), Some("2026-10-26"));
    room.begin_programme(Some("2026-11-09"));
    let later = saved(&room);
    assert_eq!(later.start_date.as_deref(), Some("2026-11-09"));
    room.begin_programme(None);
    assert_eq!(start(&room), None);
    let rest = ProgrammeSaveRequest {
        start_date: later.start_date.clone(),
        ..saved(&room)
    };
    assert!(rest == later, "only the day is forgotten");
    assert!(today(&room).programme);
}
