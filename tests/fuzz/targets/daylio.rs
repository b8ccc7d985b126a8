//! Files of Daylio. Any bytes are refused, or shown and then taken in whole, row for row, or not at
//! all; taken in again they change nothing.

#![no_main]

use std::cell::RefCell;

use evenkeel_core::check_in::{
    self, CheckInPageRequest, CheckInPageView, DaylioImportRequest, DaylioPreviewView, DaylioRows,
    MoodMatch,
};
use evenkeel_fuzz::{Room, accepted, in_time};
use libfuzzer_sys::fuzz_target;

thread_local! {
    static ROOM: RefCell<Room> = RefCell::new(Room::new());
}

/// Old check-ins are kept in the trash; a new vault comes before they slow it down.
const MOST_CHECK_INS: usize = 2_000;

fuzz_target!(|bytes: &[u8]| {
    ROOM.with_borrow_mut(|room| {
        survives(room, bytes);
        if count(room) > MOST_CHECK_INS {
            *room = Room::new();
        }
    });
});

fn survives(room: &mut Room, bytes: &[u8]) {
    let Some(rows) = accepted(in_time(|| DaylioRows::parse(bytes))) else {
        return;
    };
    let before = count(room);
    let preview = in_time(|| shown(room, &rows));
    let request = steps(&preview);
    let database = room.open.database_mut();
    let Some(done) = accepted(in_time(|| rows.import(database, &request, &room.now))) else {
        assert!(!preview.faults.is_empty(), "refused without a reason");
        assert_eq!(count(room), before, "half taken in");
        return;
    };
    assert!(preview.faults.is_empty(), "taken in with faults");
    assert_eq!(done.imported + done.skipped, preview.rows);
    assert_eq!(done.skipped, preview.already);
    assert_eq!(count(room), before + done.imported);
    assert_eq!(shown(room, &rows).already, preview.rows, "not known again");
    let again = rows.import(room.open.database_mut(), &request, &room.now);
    assert_eq!(again.unwrap().imported, 0);
}

fn shown(room: &Room, rows: &DaylioRows) -> DaylioPreviewView {
    rows.preview(room.open.database(), &room.now).unwrap()
}

/// A step for each mood of the file.
fn steps(preview: &DaylioPreviewView) -> DaylioImportRequest {
    let moods = preview.moods.iter().map(|mood| MoodMatch {
        name: mood.name.clone(),
        mood: mood.guess.unwrap_or(4),
    });
    DaylioImportRequest {
        moods: moods.collect(),
    }
}

fn newest(room: &Room) -> CheckInPageView {
    let request = CheckInPageRequest {
        before: None,
        limit: 1,
        trashed: false,
    };
    check_in::page(room.open.database(), &request, &room.now).unwrap()
}

fn count(room: &Room) -> usize {
    usize::try_from(newest(room).total).unwrap()
}
