//! How many skills were used on a day: each once, and only on days that say something of it.

use evenkeel_core::card::CardSaveRequest;

use super::{UNTIL, points, series};
use crate::card::{day, room};
use crate::practising::{Room, library, skill_file};

fn tick(room: &mut Room, skills: &[&str]) {
    let skills = skills.iter().map(|skill| (*skill).to_owned()).collect();
    room.fill(&CardSaveRequest {
        skills,
        ..day(UNTIL)
    });
}

fn practise(room: &mut Room, skill: &str) -> i64 {
    room.practised(skill, None, None, None, Some(6))
}

#[track_caller]
fn assert_uses(room: &Room, uses: f64) {
    assert_eq!(
        points(&series(room, "skills")),
        [(UNTIL.to_owned(), uses, 1)]
    );
}

#[test]
fn a_day_counts_its_practised_and_its_ticked_skills() {
    let mut room = room();
    practise(&mut room, "float");
    assert_uses(&room, 1.0);
    practise(&mut room, "float");
    assert_uses(&room, 1.0);
    tick(&mut room, &["float", "anchor"]);
    assert_uses(&room, 2.0);
    tick(&mut room, &["anchor"]);
    assert_uses(&room, 1.0);
}

#[test]
fn a_card_without_skills_is_a_zero_and_a_day_without_a_card_is_a_gap() {
    let mut room = room();
    tick(&mut room, &[]);
    practise(&mut room, "float");
    tick(&mut room, &[]);
    assert_uses(&room, 0.0);
    room.fill(&day("2026-11-19"));
    let days: Vec<_> = points(&series(&room, "skills"))
        .into_iter()
        .map(|point| point.0)
        .collect();
    assert_eq!(days, ["2026-11-19", UNTIL]);
}

#[test]
fn a_skill_that_was_ticked_and_then_practised_is_one_use() {
    let mut room = room();
    tick(&mut room, &["float"]);
    practise(&mut room, "float");
    assert_uses(&room, 1.0);
}

#[test]
fn a_skill_that_was_taken_out_and_thrown_away_is_no_less_than_none() {
    let mut room = room();
    let id = practise(&mut room, "float");
    tick(&mut room, &[]);
    room.trash(id);
    assert_uses(&room, 0.0);
}

/// A newer content file makes a new exercise of the same skill.
#[test]
fn two_exercises_of_one_skill_are_one_use() {
    let mut room = room();
    practise(&mut room, "float");
    let step = "[[step]]\nid = \"one\"\ntitle = \"Another\"";
    room.library = library(&[("float", skill_file("Float", step))]);
    practise(&mut room, "float");
    assert_uses(&room, 1.0);
    tick(&mut room, &[]);
    assert_uses(&room, 0.0);
}

#[test]
fn what_the_line_counts_is_what_the_card_shows() {
    let mut room = room();
    for (step, skills) in [&["float"][..], &[], &["anchor", "float"], &["anchor"]]
        .iter()
        .enumerate()
    {
        tick(&mut room, skills);
        let id = practise(&mut room, ["float", "anchor"][step % 2]);
        if step == 2 {
            room.trash(id);
        }
        let used = room
            .card(UNTIL)
            .skills
            .iter()
            .filter(|skill| skill.used)
            .count();
        assert_uses(&room, used as f64);
    }
}
