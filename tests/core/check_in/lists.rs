use chrono::TimeDelta;
use evenkeel_core::check_in::{self, CheckInPageRequest, CheckInSaveRequest};
use evenkeel_core::content::Side;

use super::{felt, room, strings};
use crate::practising::Room;

fn page(room: &Room, before: Option<i64>, limit: u16) -> check_in::CheckInPageView {
    let request = CheckInPageRequest {
        before,
        limit,
        trashed: false,
    };
    check_in::page(room.open.database(), &request, &room.now).unwrap()
}

#[test]
fn pages_follow_each_other_newest_first_without_a_gap_or_a_repeat() {
    let mut room = room();
    let mut ids: Vec<_> = (0..23_u8)
        .map(|number| {
            room.pass(TimeDelta::minutes(i64::from(number % 3)));
            room.check_in(&felt(1 + number % 7)).id
        })
        .collect();
    ids.reverse();
    for limit in [1, 7, 22, 23, 24] {
        let (mut seen, mut before) = (Vec::new(), None);
        loop {
            let page = page(&room, before, limit);
            assert_eq!(page.total, 23);
            assert!(page.check_ins.len() <= usize::from(limit));
            seen.extend(page.check_ins.iter().map(|check_in| check_in.id));
            before = page.next;
            if before.is_none() {
                break;
            }
        }
        assert_eq!(seen, ids, "{limit} a page");
    }
    for limit in [0, u16::MAX] {
        let page = page(&room, None, limit);
        assert!(
            !page.check_ins.is_empty(),
            "a limit of {limit} is brought within bounds"
        );
    }
}

#[test]
fn each_check_in_of_a_page_has_its_own_words() {
    let mut room = room();
    for words in [&["calm"][..], &[], &["sad", "tired"]] {
        let words = strings(words);
        room.check_in(&CheckInSaveRequest { words, ..felt(4) });
    }
    let words: Vec<_> = page(&room, None, 50)
        .check_ins
        .into_iter()
        .map(|one| one.words)
        .collect();
    assert_eq!(
        words,
        [strings(&["sad", "tired"]), vec![], strings(&["calm"])]
    );
}

#[test]
fn the_words_that_are_offered_are_those_of_the_file() {
    let room = room();
    let words = check_in::words(room.open.database()).unwrap();
    let steps: Vec<_> = words.steps.iter().map(|step| step.value).collect();
    assert_eq!(steps, [1, 2, 3, 4, 5, 6, 7]);
    let names: Vec<_> = words.steps.iter().map(|step| step.name.as_str()).collect();
    assert_eq!(
        (names.first(), names.get(3), names.last()),
        (
            Some(&"Very unpleasant"),
            Some(&"Neither"),
            Some(&"Very pleasant")
        )
    );
    for side in [Side::Pleasant, Side::Between, Side::Unpleasant] {
        assert!(
            words
                .words
                .iter()
                .any(|words| words.side == side && !words.list.is_empty())
        );
    }
    assert!(words.own.is_empty());
}

#[test]
fn own_words_are_offered_again_the_last_used_first() {
    let mut room = room();
    let own = |room: &Room| check_in::words(room.open.database()).unwrap().own;
    for words in [&["wobbly", "calm"][..], &["far off", "sad"], &["wobbly"]] {
        let words = strings(words);
        room.check_in(&CheckInSaveRequest { words, ..felt(3) });
    }
    assert_eq!(
        own(&room),
        ["wobbly", "far off"],
        "a word of the file is no own word"
    );
    let change = CheckInSaveRequest {
        id: Some(2),
        ..felt(3)
    };
    room.check_in(&change);
    assert_eq!(own(&room), ["wobbly"], "what nobody said is not offered");
    for number in 0..40 {
        let words = vec![format!("own {number:02}")];
        room.check_in(&CheckInSaveRequest { words, ..felt(3) });
    }
    let own = own(&room);
    assert_eq!(own.len(), 30);
    assert_eq!((own[0].as_str(), own[29].as_str()), ("own 39", "own 10"));
}
