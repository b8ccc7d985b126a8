//! The skills of a day: those that were practised, unless the person says otherwise.

use chrono::TimeDelta;
use evenkeel_core::card::CardSaveRequest;
use evenkeel_core::practice;

use super::{TODAY, day, room};
use crate::fixture::at;
use crate::practising::Room;

fn with(skills: &[&str]) -> CardSaveRequest {
    CardSaveRequest {
        skills: skills.iter().map(|skill| (*skill).to_owned()).collect(),
        ..day(TODAY)
    }
}

/// The skills that a day's card says were used, and those that were practised.
fn shown(room: &mut Room, date: &str) -> (Vec<String>, Vec<String>) {
    let skills = room.card(date).skills;
    let which = |is_one: fn(&evenkeel_core::card::CardSkillView) -> bool| {
        let ones = skills.iter().filter(|skill| is_one(skill));
        ones.map(|skill| skill.skill.clone()).collect()
    };
    (which(|skill| skill.used), which(|skill| skill.practised))
}

#[track_caller]
fn assert_shown(room: &mut Room, used: &[&str], practised: &[&str]) {
    let (is_used, is_practised) = shown(room, TODAY);
    assert_eq!(is_used, used, "used");
    assert_eq!(is_practised, practised, "practised");
}

fn practise(room: &mut Room, skill: &str) -> i64 {
    room.practised(skill, None, Some(50), Some(30), Some(6))
}

#[test]
fn a_finished_exercise_is_taken_over_without_a_word() {
    let mut room = room();
    practise(&mut room, "float");
    assert_shown(&mut room, &["float"], &["float"]);
    assert!(!room.card(TODAY).filled);
    room.fill(&with(&["float", "anchor"]));
    assert_shown(&mut room, &["anchor", "float"], &["float"]);
}

#[test]
fn it_can_be_taken_out_and_put_back() {
    let mut room = room();
    practise(&mut room, "float");
    room.fill(&with(&[]));
    assert_shown(&mut room, &[], &["float"]);
    room.fill(&with(&["float"]));
    assert_shown(&mut room, &["float"], &["float"]);
    room.fill(&with(&["anchor"]));
    assert_shown(&mut room, &["anchor"], &["float"]);
}

#[test]
fn an_exercise_done_after_the_card_is_on_it_all_the_same() {
    let mut room = room();
    room.fill(&with(&["anchor"]));
    practise(&mut room, "float");
    assert_shown(&mut room, &["anchor", "float"], &["float"]);
    practise(&mut room, "anchor");
    assert_shown(&mut room, &["anchor", "float"], &["anchor", "float"]);
}

#[test]
fn what_was_taken_out_stays_out_when_it_is_practised_again() {
    let mut room = room();
    practise(&mut room, "float");
    room.fill(&with(&[]));
    practise(&mut room, "float");
    assert_shown(&mut room, &[], &["float"]);
}

#[test]
fn only_a_use_that_is_finished_and_not_thrown_away_is_taken_over() {
    let mut room = room();
    let half_done = room.start("float").id;
    room.next(half_done, "before");
    room.practised("anchor", None, None, None, Some(3));
    assert_shown(&mut room, &[], &[]);
    room.finish(half_done);
    assert_shown(&mut room, &["float"], &["float"]);
    room.trash(half_done);
    assert_shown(&mut room, &[], &[]);
    practice::restore(room.open.database_mut(), half_done).unwrap();
    assert_shown(&mut room, &["float"], &["float"]);
}

#[test]
fn what_the_person_ticked_stays_when_the_exercise_is_thrown_away() {
    let mut room = room();
    room.fill(&with(&["float"]));
    let id = practise(&mut room, "float");
    room.trash(id);
    assert_shown(&mut room, &["float"], &[]);
}

#[test]
fn each_exercise_belongs_to_the_local_date_on_which_it_was_begun() {
    let mut room = room();
    room.now = at("2026-11-22T04:30:00Z", chrono_tz::America::New_York);
    practise(&mut room, "float");
    room.pass(TimeDelta::hours(1));
    practise(&mut room, "anchor");
    assert_eq!(shown(&mut room, "2026-11-21").0, ["float"]);
    assert_eq!(shown(&mut room, "2026-11-22").0, ["anchor"]);
    assert!(shown(&mut room, "2026-11-23").0.is_empty());
}

#[test]
fn naming_a_skill_twice_uses_it_once() {
    let mut room = room();
    room.fill(&with(&["float", "float", "anchor", "float"]));
    assert_shown(&mut room, &["anchor", "float"], &[]);
}
