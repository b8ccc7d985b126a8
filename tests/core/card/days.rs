use chrono::TimeDelta;
use evenkeel_core::card::{self, CardSaveRequest};
use evenkeel_core::error::ErrorCode;

use super::{TODAY, day, names, number, room};
use crate::fixture::{assert_code, at, raw};
use crate::practising::json;

#[test]
fn a_day_that_was_not_filled_in_is_empty_and_shows_the_set() {
    let mut room = room();
    let card = room.card(TODAY);
    assert!(!card.filled && !card.filled_later && card.filled_on.is_none());
    assert!(card.values.is_empty() && card.skills_code.is_none() && !card.session_day);
    assert_eq!(names(&card.items), names(&room.set().items));
    let skills: Vec<_> = card
        .skills
        .iter()
        .map(|skill| skill.name.as_str())
        .collect();
    assert_eq!(skills, ["Anchor", "Float"], "all of the library");
    assert!(
        card.skills
            .iter()
            .all(|skill| !skill.used && !skill.practised)
    );
}

#[test]
fn a_card_reads_back_as_it_was_saved() {
    let mut room = room();
    let request = CardSaveRequest {
        values: vec![
            number(room.row("Anger").id, 4.0),
            number(room.row("Hours of sleep").id, 6.5),
        ],
        skills: vec!["float".to_owned()],
        skills_code: Some(6),
        why_no_skills: "The bus was late.".to_owned(),
        note: "A long day 🌧\nwith <b>rain</b>.".to_owned(),
        session_day: true,
        ..day(TODAY)
    };
    let saved = json(&room.fill(&request).card);
    let mut room = room.reopened();
    let read = room.card(TODAY);
    assert_eq!(json(&read), saved);
    assert_eq!(json(&read.values), json(&request.values));
    assert_eq!(
        (
            read.skills_code,
            read.why_no_skills.as_str(),
            read.note.as_str(),
            read.session_day
        ),
        (
            Some(6),
            "The bus was late.",
            "A long day 🌧\nwith <b>rain</b>.",
            true
        )
    );
    assert_eq!(
        (
            read.date.as_str(),
            read.filled,
            read.filled_later,
            read.filled_on.as_deref()
        ),
        (TODAY, true, false, Some(TODAY))
    );
}

#[test]
fn saving_again_replaces_the_whole_day() {
    let mut room = room();
    let anger = room.row("Anger").id;
    let first = CardSaveRequest {
        values: vec![number(anger, 4.0)],
        skills: vec!["float".to_owned()],
        skills_code: Some(6),
        why_no_skills: "Late.".to_owned(),
        note: "Long.".to_owned(),
        session_day: true,
        ..day(TODAY)
    };
    room.fill(&first);
    let fear = room.row("Fear").id;
    let second = CardSaveRequest {
        values: vec![number(fear, 1.0)],
        ..day(TODAY)
    };
    let card = room.fill(&second).card;
    assert_eq!(json(&card.values), json(&[number(fear, 1.0)]));
    assert!(card.skills.iter().all(|skill| !skill.used) && !card.session_day);
    assert_eq!(
        (
            card.skills_code,
            card.why_no_skills.as_str(),
            card.note.as_str()
        ),
        (None, "", "")
    );
}

#[test]
fn a_card_of_a_day_gone_by_says_that_it_was_filled_in_later() {
    let mut room = room();
    let late = room.fill(&day("2026-11-20")).card;
    assert_eq!(
        (late.filled_later, late.filled_on.as_deref()),
        (true, Some("2026-11-22"))
    );
    room.pass(TimeDelta::days(3));
    let again = room.fill(&day("2026-11-20")).card;
    assert_eq!(
        again.filled_on.as_deref(),
        Some("2026-11-22"),
        "the first time counts"
    );
    room.fill(&day("2026-11-25"));
    room.pass(TimeDelta::days(3));
    let changed = room.fill(&day("2026-11-25")).card;
    assert!(!changed.filled_later, "a later change is no later filling");
}

#[test]
fn a_day_that_is_not_yet_is_refused() {
    let mut room = room();
    assert_code(room.try_fill(&day("2026-11-23")), ErrorCode::Invalid);
    assert!(
        !room.card("2026-11-23").filled,
        "it can be looked at, and is empty"
    );
    // The same moment: the 23rd in Kathmandu, the 22nd in New York.
    room.now = at("2026-11-22T20:00:00Z", chrono_tz::America::New_York);
    assert_code(room.try_fill(&day("2026-11-23")), ErrorCode::Invalid);
    room.now = at("2026-11-22T20:00:00Z", chrono_tz::Asia::Kathmandu);
    let card = room.fill(&day("2026-11-23")).card;
    assert_eq!(card.filled_on.as_deref(), Some("2026-11-23"));
    assert!(!card.filled_later);
}

#[test]
fn the_day_ends_at_the_persons_own_midnight_also_when_clocks_change() {
    for (zone, before, after, tomorrow) in [
        (
            chrono_tz::America::New_York,
            "2026-11-02T04:59:59Z",
            "2026-11-02T05:00:00Z",
            "2026-11-02",
        ),
        (
            chrono_tz::America::New_York,
            "2026-03-09T03:59:59Z",
            "2026-03-09T04:00:00Z",
            "2026-03-09",
        ),
        (
            chrono_tz::Australia::Lord_Howe,
            "2026-10-04T12:59:59Z",
            "2026-10-04T13:00:00Z",
            "2026-10-05",
        ),
        (
            chrono_tz::Pacific::Apia,
            "2011-12-30T09:59:59Z",
            "2011-12-30T10:00:00Z",
            "2011-12-31",
        ),
    ] {
        let mut room = room();
        room.now = at(before, zone);
        assert_code(room.try_fill(&day(tomorrow)), ErrorCode::Invalid);
        room.now = at(after, zone);
        assert!(
            !room.fill(&day(tomorrow)).card.filled_later,
            "{zone} {tomorrow}"
        );
    }
}

#[test]
fn what_is_no_date_is_refused() {
    let mut room = room();
    for date in [
        "2026-02-30",
        "today",
        "",
        "1899-12-31",
        "2201-01-01",
        "2026-11-22T10:00",
    ] {
        assert_code(room.try_fill(&day(date)), ErrorCode::Invalid);
        let opened = card::open(room.open.database_mut(), &room.library, date);
        assert_code(opened, ErrorCode::Invalid);
        assert_code(
            card::clear(room.open.database_mut(), date),
            ErrorCode::Invalid,
        );
    }
    let leap = room.fill(&day("2024-02-29")).card;
    assert!(leap.filled && leap.filled_later);
}

#[test]
fn clearing_a_day_takes_all_of_it_and_saving_brings_it_back() {
    let mut room = room();
    let anger = room.row("Anger").id;
    let request = CardSaveRequest {
        values: vec![number(anger, 4.0)],
        skills: vec!["float".to_owned()],
        note: "Long.".to_owned(),
        session_day: true,
        ..day(TODAY)
    };
    let before = json(&room.fill(&request).card);
    room.fill(&day("2026-11-21"));
    card::clear(room.open.database_mut(), TODAY).unwrap();
    let cleared = room.card(TODAY);
    assert!(!cleared.filled && cleared.values.is_empty() && cleared.note.is_empty());
    assert!(cleared.skills.iter().all(|skill| !skill.used));
    assert!(room.card("2026-11-21").filled, "no other day");
    card::clear(room.open.database_mut(), TODAY).unwrap();
    let mut room = room.reopened_after(|made| {
        let left = "SELECT (SELECT count(*) FROM card_value) + (SELECT count(*) FROM card_skill)";
        assert_eq!(raw(made).query_row(left, [], |row| row.get(0)), Ok(0));
    });
    assert_eq!(json(&room.fill(&request).card), before);
}

#[test]
fn the_session_block_is_kept_with_its_rows() {
    let mut room = room();
    let arrival = ["Quit therapy, on arrival", "I can change emotions"];
    let values = arrival.map(|name| number(room.row(name).id, 2.0)).to_vec();
    let request = CardSaveRequest {
        values,
        session_day: true,
        ..day(TODAY)
    };
    let card = room.fill(&request).card;
    assert!(card.session_day);
    assert_eq!(json(&card.values), json(&request.values));
    assert!(
        !room.card("2026-11-21").session_day,
        "each day says so for itself"
    );
}

#[test]
fn why_no_skills_is_kept_beside_a_code_and_a_note() {
    let mut room = room();
    let request = CardSaveRequest {
        skills_code: Some(0),
        why_no_skills: "I did not think of them.".to_owned(),
        ..day(TODAY)
    };
    room.fill(&request);
    let card = room.reopened().card(TODAY);
    assert_eq!(
        (
            card.skills_code,
            card.why_no_skills.as_str(),
            card.note.as_str()
        ),
        (Some(0), "I did not think of them.", "")
    );
}
