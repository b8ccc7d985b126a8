//! Progress: what was recorded, over time, and nothing that was not.

mod grains;
mod hidden;
mod series;
mod skills;
mod spans;
mod together;

use chrono::{Days, NaiveDate};
use evenkeel_core::progress::{
    self, ProgrammeStartSaveRequest, ProgressRequest, ProgressView, SeriesView, Span,
};

use crate::check_in::backdated;
use crate::practising::Room;

/// The last day that is looked at, a Sunday.
pub const UNTIL: &str = "2026-11-22";

/// So many days before [`UNTIL`].
pub fn ago(days: u64) -> String {
    let until: NaiveDate = UNTIL.parse().unwrap();
    until.checked_sub_days(Days::new(days)).unwrap().to_string()
}

impl Room {
    /// Check-ins at noon of a day.
    pub fn feel(&mut self, date: &str, moods: &[u8]) {
        for mood in moods {
            self.check_in(&backdated(*mood, date, "12:00"));
        }
    }

    pub fn progress(&self, span: Span) -> ProgressView {
        self.progress_until(span, UNTIL)
    }

    pub fn progress_until(&self, span: Span, until: &str) -> ProgressView {
        let request = ProgressRequest {
            span,
            until: until.to_owned(),
        };
        progress::progress(self.open.database(), &request).unwrap()
    }

    pub fn begin_programme(&mut self, date: Option<&str>) {
        let request = ProgrammeStartSaveRequest {
            date: date.map(str::to_owned),
        };
        progress::save_programme_start(self.open.database_mut(), &request).unwrap();
    }
}

/// The series of all time with this key or name.
#[track_caller]
pub fn series(room: &Room, which: &str) -> SeriesView {
    let all = room.progress(Span::All).series.into_iter();
    let mut found = all.filter(|series| series.key == which || series.name == which);
    let one = found.next().unwrap();
    assert!(found.next().is_none(), "{which} is there twice");
    one
}

/// Date, median and number of values of each point.
pub fn points(series: &SeriesView) -> Vec<(String, f64, u32)> {
    let points = series.points.iter();
    points
        .map(|point| (point.date.clone(), point.spread.typical, point.spread.days))
        .collect()
}
