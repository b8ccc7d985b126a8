//! The week at a glance, as it is brought to a session.

use std::path::Path;

use evenkeel_core::card::{self, CardSaveRequest, WeekView};
use evenkeel_core::content::{ItemKind, Section};
use evenkeel_core::error::ErrorCode;

use super::{day, names, number, own, renamed, room, text};
use crate::assessments::{begun, finish};
use crate::fixture::{assert_code, at};
use crate::practising::{Room, json};

fn week(room: &mut Room, from: &str) -> WeekView {
    card::week(room.open.database_mut(), &room.library, from).unwrap()
}

#[test]
fn a_week_is_seven_real_dates_in_a_row() {
    let mut room = room();
    for (from, last) in [
        ("2026-03-05", "2026-03-11"), // clocks forward in New York on the 8th
        ("2026-10-29", "2026-11-04"), // clocks back on the 1st
        ("2026-12-28", "2027-01-03"),
        ("2024-02-26", "2024-03-03"),
        ("2026-02-26", "2026-03-04"),
        ("2011-12-27", "2012-01-02"), // a date that Apia never had is in the calendar
    ] {
        for zone in [chrono_tz::America::New_York, chrono_tz::Pacific::Apia] {
            room.now = at("2027-06-01T12:00:00Z", zone);
            let dates: Vec<_> = week(&mut room, from)
                .days
                .into_iter()
                .map(|day| day.date)
                .collect();
            assert_eq!(dates.len(), 7);
            assert_eq!((dates[0].as_str(), dates[6].as_str()), (from, last));
            let days = dates
                .iter()
                .map(|date| date.parse::<chrono::NaiveDate>().unwrap());
            let days: Vec<_> = days.collect();
            assert!(
                days.windows(2)
                    .all(|pair| pair[0].succ_opt() == Some(pair[1]))
            );
        }
    }
    for from in ["2026-02-29", "", "1899-12-31", "+262142-12-31"] {
        let week = card::week(room.open.database_mut(), &room.library, from);
        assert_code(week, ErrorCode::Invalid);
    }
}

#[test]
fn an_empty_week_shows_the_set_and_nothing_in_it() {
    let mut room = room();
    let week = week(&mut room, "2026-11-16");
    let rows: Vec<_> = week.rows.iter().map(|row| row.item.name.as_str()).collect();
    assert_eq!(rows, names(&room.set().items));
    assert!(week.rows.iter().all(|row| row.cells.len() == 7));
    assert!(
        week.rows
            .iter()
            .flat_map(|row| &row.cells)
            .all(Option::is_none)
    );
    assert!(
        week.days
            .iter()
            .all(|day| !day.filled && !day.filled_later && !day.session_day)
    );
    assert!(week.skills.is_empty() && week.assessments.is_empty());
}

#[test]
fn a_row_renamed_in_the_week_is_two_rows_of_it() {
    let mut room = room();
    room.fill_in("2026-11-16", &[("Fear", 3.0)]);
    let fear = room.row("Fear");
    room.save_row(&renamed(&fear, "Dread"));
    let week_before = week(&mut room, "2026-11-16");
    let rows = |week: &WeekView| {
        let rows = week
            .rows
            .iter()
            .filter(|row| row.item.key.as_deref() != Some("emotion-joy"));
        let rows = rows.map(|row| row.item.name.clone());
        rows.take(4).collect::<Vec<_>>()
    };
    assert_eq!(rows(&week_before), ["Anger", "Fear", "Sadness", "Shame"]);
    room.fill_in("2026-11-18", &[("Dread", 4.0)]);
    let week = week(&mut room, "2026-11-16");
    assert_eq!(rows(&week), ["Anger", "Fear", "Dread", "Sadness"]);
    let cells = |name: &str| {
        let row = week.rows.iter().find(|row| row.item.name == name).unwrap();
        row.cells
            .iter()
            .map(|cell| cell.as_ref()?.number)
            .collect::<Vec<_>>()
    };
    assert_eq!(
        cells("Fear"),
        [Some(3.0), None, None, None, None, None, None]
    );
    assert_eq!(
        cells("Dread"),
        [None, None, Some(4.0), None, None, None, None]
    );
}

#[test]
fn only_what_was_finished_in_the_week_and_kept_is_in_it() {
    let mut room = room();
    room.now = at("2026-11-15T15:00:00Z", chrono_tz::America::New_York);
    let before = begun(&mut room, "phq-2");
    finish(&mut room, before, 1);
    room.now = at("2026-11-16T15:00:00Z", chrono_tz::America::New_York);
    let thrown = begun(&mut room, "gad-7");
    finish(&mut room, thrown, 2);
    evenkeel_core::assessments::trash(room.open.database_mut(), thrown, &room.now).unwrap();
    begun(&mut room, "who-5");
    let kept = begun(&mut room, "phq-9");
    finish(&mut room, kept, 0);
    let week = week(&mut room, "2026-11-16");
    let expected = serde_json::json!([{"date": "2026-11-16", "name": "PHQ-9", "score": 0}]);
    assert_eq!(json(&week.assessments), expected);
}

/// A week as someone might live it: a row of each kind, a row renamed in its middle, one hidden, a
/// day filled in later, one left out, a session, skills practised, ticked and taken out.
fn made_week() -> Room {
    let mut room = room();
    let set_time = |room: &mut Room, day: u8| {
        room.now = at(
            &format!("2026-11-{day}T22:00:00Z"),
            chrono_tz::America::New_York,
        );
    };
    room.save_row(&own(Section::Body, ItemKind::Count, "Cups of tea"));
    let rows = [
        "Anger",
        "Shame",
        "Thoughts of suicide",
        "Urge to use substances",
    ];
    let [anger, shame, suicide, urge] = rows.map(|name| room.row(name).id);
    let rows = [
        "Used a substance",
        "Hours of sleep",
        "Alcohol",
        "Cups of tea",
    ];
    let [used, sleep, alcohol, tea] = rows.map(|name| room.row(name).id);

    set_time(&mut room, 16);
    room.practised("float", None, Some(60), Some(40), Some(6));
    let monday = CardSaveRequest {
        values: vec![
            number(anger, 2.0),
            number(shame, 4.0),
            number(suicide, 1.0),
            number(urge, 0.0),
            number(used, 1.0),
            number(sleep, 6.5),
            text(alcohol, "beer, 2 glasses"),
            number(tea, 3.0),
        ],
        skills: vec!["float".to_owned(), "anchor".to_owned()],
        skills_code: Some(6),
        note: "Missed the bus.".to_owned(),
        ..day("2026-11-16")
    };
    room.fill(&monday);

    set_time(&mut room, 18);
    room.practised("anchor", None, None, None, None);
    let tuesday = CardSaveRequest {
        values: vec![number(anger, 0.0)],
        skills_code: Some(0),
        why_no_skills: "Too tired.".to_owned(),
        ..day("2026-11-17")
    };
    room.fill(&tuesday);
    let arrival = room.row("Use, on arrival").id;
    let wednesday = CardSaveRequest {
        values: vec![number(anger, 5.0), number(arrival, 3.0), number(sleep, 0.0)],
        session_day: true,
        ..day("2026-11-18")
    };
    room.fill(&wednesday);
    let id = begun(&mut room, "phq-9");
    finish(&mut room, id, 1);

    let anger = room.row("Anger");
    room.save_row(&renamed(&anger, "Irritation"));
    card::hide(room.open.database_mut(), shame, true).unwrap();

    set_time(&mut room, 20);
    let irritation = room.row("Irritation").id;
    let friday = CardSaveRequest {
        values: vec![
            number(irritation, 1.0),
            number(suicide, 0.0),
            number(sleep, 24.0),
        ],
        skills: vec!["anchor".to_owned()],
        ..day("2026-11-20")
    };
    room.fill(&friday);
    set_time(&mut room, 22);
    room.fill(&day("2026-11-22"));
    room
}

/// `EVENKEEL_UPDATE=1` writes it anew.
#[test]
fn the_week_grid_is_the_golden_one() {
    let golden = Path::new(env!("CARGO_MANIFEST_DIR")).join("golden/week.json");
    let mut room = made_week();
    let week = json(&week(&mut room, "2026-11-16"));
    let shown = serde_json::to_string_pretty(&week).unwrap() + "\n";
    if std::env::var_os("EVENKEEL_UPDATE").is_some() {
        std::fs::create_dir_all(golden.parent().unwrap()).unwrap();
        std::fs::write(&golden, &shown).unwrap();
    }
    let kept = std::fs::read_to_string(&golden).unwrap_or_default();
    assert_eq!(
        shown, kept,
        "tests/golden/week.json is stale: run with EVENKEEL_UPDATE=1"
    );
}

#[test]
fn the_made_week_says_what_was_done_in_it() {
    let mut room = made_week();
    let week = week(&mut room, "2026-11-16");
    let row = |name: &str| {
        let row = week.rows.iter().find(|row| row.item.name == name).unwrap();
        let cells = row.cells.iter().map(|cell| match cell {
            None => "-".to_owned(),
            Some(cell) => match (&cell.text, cell.number) {
                (Some(text), None) => text.clone(),
                (None, Some(number)) => number.to_string(),
                _ => panic!("{name} has both or neither"),
            },
        });
        cells.collect::<Vec<_>>().join(" ")
    };
    assert_eq!(row("Anger"), "2 0 5 - - - -");
    assert_eq!(row("Irritation"), "- - - - 1 - -");
    assert_eq!(row("Shame"), "4 - - - - - -");
    assert_eq!(row("Thoughts of suicide"), "1 - - - 0 - -");
    assert_eq!(row("Urge to use substances"), "0 - - - - - -");
    assert_eq!(row("Used a substance"), "1 - - - - - -");
    assert_eq!(row("Hours of sleep"), "6.5 - 0 - 24 - -");
    assert_eq!(row("Alcohol"), "beer, 2 glasses - - - - - -");
    assert_eq!(row("Cups of tea"), "3 - - - - - -");
    assert_eq!(row("Use, on arrival"), "- - 3 - - - -");
    assert_eq!(
        row("Misery"),
        "- - - - - - -",
        "a row of the set without an answer"
    );
    let of_days = |is_so: fn(&card::WeekDay) -> bool| {
        let days = week
            .days
            .iter()
            .map(|day| if is_so(day) { 'x' } else { '-' });
        days.collect::<String>()
    };
    assert_eq!(of_days(|day| day.filled), "xxx-x-x");
    assert_eq!(of_days(|day| day.filled_later), "-x-----");
    assert_eq!(of_days(|day| day.session_day), "--x----");
    assert_eq!(of_days(|day| day.skills_code.is_some()), "xx-----");
    assert_eq!(week.days[1].why_no_skills, "Too tired.");
    let skills: Vec<_> = week
        .skills
        .iter()
        .map(|skill| {
            let days = skill.days.iter().map(|used| if *used { 'x' } else { '-' });
            (skill.name.as_str(), days.collect::<String>())
        })
        .collect();
    let expected = [("Anchor", "x---x--"), ("Float", "x------")];
    assert_eq!(skills, expected.map(|(name, days)| (name, days.to_owned())));
    assert_eq!(week.assessments.len(), 1);
    assert_eq!(week.assessments[0].score, 9);
}
