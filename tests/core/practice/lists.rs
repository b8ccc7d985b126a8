use chrono::TimeDelta;
use evenkeel_core::content::Feeling;
use evenkeel_core::practice::{Answer, PracticeId, PracticePageRequest, Which};

use crate::practising::{EVERY_KIND, Room, chosen, json, line, newest, skill_file, strength, text};

fn room() -> Room {
    Room::with(&[
        ("every-kind", skill_file("Every kind", EVERY_KIND)),
        (
            "other",
            skill_file("Other", "[[step]]\nid = \"one\"\ntitle = \"One\""),
        ),
    ])
}

/// Half-done, and a minute later the next can begin.
fn begun(room: &mut Room, skill: &str) -> PracticeId {
    room.pass(TimeDelta::minutes(1));
    let id = room.start(skill).id;
    room.next(id, "before");
    id
}

#[test]
fn pages_follow_each_other_newest_first_without_a_gap_or_a_repeat() {
    let mut room = room();
    let mut begun: Vec<_> = (0..23).map(|_| begun(&mut room, "other")).collect();
    begun.reverse();
    for limit in [1, 7, 22, 23, 24] {
        let (mut seen, mut before) = (Vec::new(), None);
        loop {
            let page = room.page(&PracticePageRequest {
                before,
                limit,
                ..newest(Which::Unfinished)
            });
            assert_eq!(page.total, 23);
            assert!(page.practices.len() <= usize::from(limit));
            seen.extend(page.practices.iter().map(|practice| practice.id));
            before = page.next;
            if before.is_none() {
                break;
            }
        }
        assert_eq!(seen, begun, "{limit} a page");
    }
    for limit in [0, u16::MAX] {
        let page = room.page(&PracticePageRequest {
            limit,
            ..newest(Which::Unfinished)
        });
        assert!(
            !page.practices.is_empty(),
            "a limit of {limit} is brought within bounds"
        );
    }
}

#[test]
fn practices_begun_in_one_moment_keep_their_order() {
    let mut room = room();
    let mut ids: Vec<_> = (0..5)
        .map(|_| {
            let id = room.start("other").id;
            room.next(id, "before");
            id
        })
        .collect();
    ids.reverse();
    assert_eq!(room.list(Which::Unfinished), ids);
}

#[test]
fn each_practice_is_in_one_list_and_a_skill_narrows_it() {
    let mut room = room();
    let half = begun(&mut room, "every-kind");
    let half_other = begun(&mut room, "other");
    let whole = begun(&mut room, "every-kind");
    room.finish(whole);
    let trashed = begun(&mut room, "other");
    room.finish(trashed);
    room.trash(trashed);
    let trashed_half = begun(&mut room, "every-kind");
    room.trash(trashed_half);
    let lists = [
        (Which::Unfinished, None, vec![half_other, half]),
        (Which::Unfinished, Some("every-kind"), vec![half]),
        (Which::Finished, None, vec![whole]),
        (Which::Finished, Some("other"), vec![]),
        (Which::Trashed, None, vec![trashed_half, trashed]),
        (Which::Trashed, Some("other"), vec![trashed]),
        (Which::Trashed, Some("nothing"), vec![]),
    ];
    for (which, skill, expected) in lists {
        let page = room.page(&PracticePageRequest {
            skill: skill.map(str::to_owned),
            ..newest(which)
        });
        let ids: Vec<_> = page.practices.iter().map(|practice| practice.id).collect();
        assert_eq!(ids, expected, "{which:?} of {skill:?}");
        assert_eq!(page.total, i64::try_from(expected.len()).unwrap());
        assert_eq!(page.next, None);
    }
}

#[test]
fn a_line_of_the_list_says_what_was_rated_and_when() {
    let mut room = room();
    let id = room.practised("other", Some(Feeling::Sadness), Some(70), Some(40), Some(6));
    let trashed = room.practised("other", None, None, None, None);
    // Already the next day in UTC, still the same evening in New York.
    room.pass(TimeDelta::hours(10));
    room.trash(trashed);
    let line = |which| json(&room.page(&newest(which)).practices[0]);
    let expected = serde_json::json!({
        "id": id, "skill": "other", "name": "Other", "date": "2026-11-22", "time": "10:04",
        "finished": true, "trashed_on": null, "feeling": "sadness", "before": 70, "after": 40,
        "code": 6, "excerpt": "",
    });
    assert_eq!(line(Which::Finished), expected);
    let expected = serde_json::json!({
        "id": trashed, "skill": "other", "name": "Other", "date": "2026-11-22", "time": "10:04",
        "finished": true, "trashed_on": "2026-11-22", "feeling": null, "before": null,
        "after": null, "code": null, "excerpt": "",
    });
    assert_eq!(line(Which::Trashed), expected);
}

#[test]
fn an_excerpt_is_the_first_words_that_were_written_on_one_line() {
    let lines = |texts: &[&str]| Answer::Lines {
        lines: texts.iter().map(|text| line(text, None)).collect(),
    };
    let cells = |text: &str| Answer::Cells {
        cells: [
            vec![],
            vec![line("", None)],
            vec![line(text, Some("soon"))],
            vec![],
        ],
    };
    let long = format!("Long {}", "é".repeat(400));
    let cases: [(&[(&str, Answer)], &str); 9] = [
        (
            &[
                ("choose", chosen(&["oak"])),
                ("checklist", chosen(&["ash"])),
            ],
            "",
        ),
        (
            &[
                ("choose", chosen(&["oak"])),
                ("write", text("  First\tline \n")),
            ],
            "First line",
        ),
        (
            &[
                ("list", lines(&["A list", "Second"])),
                ("write", text("Later")),
            ],
            "A list",
        ),
        (
            &[("grid", cells("In a cell")), ("write", text("Later"))],
            "In a cell",
        ),
        (
            &[("write", text("")), ("list", lines(&["After nothing"]))],
            "After nothing",
        ),
        (
            &[("write", text(" \n ")), ("list", lines(&["After a space"]))],
            "After a space",
        ),
        (
            &[("list", lines(&["", "Not the empty one"]))],
            "Not the empty one",
        ),
        (
            &[("write", text("\"text\":\"quoted\" \\ words"))],
            "\"text\":\"quoted\" \\ words",
        ),
        (&[("write", text(&long))], long.get(..5 + 2 * 155).unwrap()),
    ];
    let mut room = room();
    for (answers, excerpt) in cases {
        let id = begun(&mut room, "every-kind");
        for (step, answer) in answers {
            room.answer(id, step, answer.clone());
        }
        assert_eq!(room.sheet(id).summary.excerpt, excerpt);
    }
}

#[test]
fn an_excerpt_follows_what_is_changed() {
    let mut room = room();
    let id = begun(&mut room, "every-kind");
    room.answer(id, "write", text("First"));
    room.answer(
        id,
        "list",
        Answer::Lines {
            lines: vec![line("Second", None)],
        },
    );
    room.answer(id, "write", text("First, changed"));
    assert_eq!(room.sheet(id).summary.excerpt, "First, changed");
    room.try_answer(id, "write", None).unwrap();
    assert_eq!(room.sheet(id).summary.excerpt, "Second");
    room.answer(id, "before", strength(10));
    assert_eq!(room.sheet(id).summary.before, Some(10));
}
