//! What a person has put out of sight is not drawn and not compared; nothing of it is lost.

use evenkeel_core::card;
use evenkeel_core::content::Switch;
use evenkeel_core::error::ErrorCode;
use evenkeel_core::progress::{self, Span, TogetherRequest};

use super::{UNTIL, ago, points, series};
use crate::assessments::{ALL, begun, choose, finish};
use crate::card::{day, number, renamed, room};
use crate::fixture::assert_code;
use crate::practising::{Room, json};

fn hide(room: &mut Room, name: &str, hidden: bool) {
    let id = room.row(name).id;
    card::hide(room.open.database_mut(), id, hidden).unwrap();
}

fn switch(room: &mut Room, switch: Switch, on: bool) {
    card::switch(room.open.database_mut(), switch, on).unwrap();
}

fn keys(room: &Room) -> Vec<String> {
    let all = room.progress(Span::All).series.into_iter();
    all.map(|series| series.key).collect()
}

fn names(room: &Room) -> Vec<String> {
    let all = room.progress(Span::All).series.into_iter();
    let named = all.filter(|series| !series.name.is_empty());
    named.map(|series| series.name).collect()
}

/// Neither side of a comparison takes a series that is out of sight.
#[track_caller]
fn assert_not_compared(room: &Room, key: &str) {
    for (a, b) in [(key, "skills"), ("skills", key)] {
        let request = TogetherRequest {
            a: a.to_owned(),
            b: b.to_owned(),
            span: Span::All,
            until: UNTIL.to_owned(),
        };
        let together = progress::together(room.open.database(), &request);
        assert_code(together, ErrorCode::NotFound);
    }
}

#[test]
fn a_hidden_row_has_no_line_until_it_is_shown_again() {
    let mut room = room();
    room.fill_in(&ago(1), &[("Shame", 2.0), ("Anger", 1.0)]);
    room.fill_in(UNTIL, &[("Shame", 4.0)]);
    let line = series(&room, "Shame");
    hide(&mut room, "Shame", true);
    let mut room = room.reopened();
    assert_eq!(names(&room), ["Anger"]);
    assert_not_compared(&room, &line.key);
    hide(&mut room, "Shame", false);
    assert_eq!(json(&series(&room, "Shame")), json(&line));
}

#[test]
fn a_renamed_row_is_hidden_with_all_its_days_as_the_newest_is() {
    let mut room = room();
    room.fill_in(&ago(9), &[("Fear", 1.0)]);
    let fear = room.row("Fear");
    room.save_row(&renamed(&fear, "Dread"));
    room.fill_in(&ago(5), &[("Dread", 3.0)]);
    let dread = room.row("Dread");
    room.save_row(&renamed(&dread, "Panic"));
    assert_eq!(names(&room), ["Panic"], "the rows before it are hidden");
    for has_values in [false, true] {
        if has_values {
            room.fill_in(&ago(1), &[("Panic", 5.0)]);
        }
        let line = points(&series(&room, "Panic"));
        assert_eq!(line.len(), 2 + usize::from(has_values));
        hide(&mut room, "Panic", true);
        assert_eq!(keys(&room), ["skills"]);
        for row in [fear.id, dread.id] {
            assert_not_compared(&room, &format!("item:{row}"));
        }
        hide(&mut room, "Panic", false);
        assert_eq!(points(&series(&room, "Panic")), line);
    }
}

#[test]
fn a_switch_that_is_off_hides_its_rows_and_no_others() {
    let mut room = room();
    let eating = room.keyed("urge-binge");
    let exercise = room.keyed("please-exercise");
    let values = [&eating, &exercise].map(|row| number(row.id, 1.0)).into();
    room.fill(&card::CardSaveRequest {
        values,
        ..day(UNTIL)
    });
    assert_eq!(names(&room), [exercise.name.as_str(), &eating.name]);
    switch(&mut room, Switch::Eating, false);
    assert_eq!(names(&room), [exercise.name.as_str()]);
    assert_not_compared(&room, &format!("item:{}", eating.id));
    switch(&mut room, Switch::Exercise, false);
    assert!(names(&room).is_empty());
    switch(&mut room, Switch::Eating, true);
    assert_eq!(names(&room), [eating.name.as_str()]);
    card::hide(room.open.database_mut(), eating.id, true).unwrap();
    switch(&mut room, Switch::Exercise, true);
    assert_eq!(names(&room), [exercise.name.as_str()], "hidden by itself");
}

#[test]
fn an_instrument_that_is_off_has_no_line_until_it_is_on_again() {
    let mut room = room();
    room.fill(&day(UNTIL));
    for of in ALL {
        choose(&mut room, of, true).unwrap();
        let id = begun(&mut room, of);
        finish(&mut room, id, 1);
    }
    for of in ALL {
        let key = format!("assessment:{of}");
        let line = json(&series(&room, &key));
        choose(&mut room, of, false).unwrap();
        assert_eq!(keys(&room).len(), ALL.len(), "skills and the others");
        assert!(!keys(&room).contains(&key), "{of}");
        assert_not_compared(&room, &key);
        choose(&mut room, of, true).unwrap();
        assert_eq!(json(&series(&room, &key)), line);
    }
}
