//! Check-ins, one's own and those brought along from Daylio.

mod daylio;
mod hostile_imports;
mod imports;
mod lists;
mod records;
mod times;
mod trash;

use evenkeel_core::check_in::{self, CheckInPageRequest, CheckInSaveRequest, CheckInView};
use evenkeel_core::error::Error;
use evenkeel_core::journal::Written;

use crate::practising::Room;

pub fn room() -> Room {
    Room::with(&[])
}

/// A check-in of now that says no more than this.
pub fn felt(mood: u8) -> CheckInSaveRequest {
    CheckInSaveRequest {
        id: None,
        mood,
        words: Vec::new(),
        note: String::new(),
        written: None,
    }
}

pub fn backdated(mood: u8, date: &str, time: &str) -> CheckInSaveRequest {
    CheckInSaveRequest {
        written: Some(Written {
            date: date.to_owned(),
            time: time.to_owned(),
        }),
        ..felt(mood)
    }
}

pub fn strings(words: &[&str]) -> Vec<String> {
    words.iter().map(|word| (*word).to_owned()).collect()
}

impl Room {
    #[track_caller]
    pub fn check_in(&mut self, request: &CheckInSaveRequest) -> CheckInView {
        self.try_check_in(request).unwrap()
    }

    pub fn try_check_in(&mut self, request: &CheckInSaveRequest) -> Result<CheckInView, Error> {
        check_in::save(self.open.database_mut(), request, &self.now)
    }

    /// The check-ins that are there, newest first.
    pub fn check_ins(&self) -> Vec<CheckInView> {
        self.check_ins_of(false)
    }

    pub fn check_ins_of(&self, trashed: bool) -> Vec<CheckInView> {
        let request = CheckInPageRequest {
            before: None,
            limit: 200,
            trashed,
        };
        check_in::page(self.open.database(), &request, &self.now)
            .unwrap()
            .check_ins
    }

    /// Local date, time and mood of each, newest first.
    pub fn moods(&self) -> Vec<(String, String, u8)> {
        let check_ins = self.check_ins().into_iter();
        check_ins
            .map(|check_in| (check_in.date, check_in.time, check_in.mood))
            .collect()
    }
}
