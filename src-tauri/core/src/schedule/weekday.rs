//! Days of the week, as rules name them.

use calcard::icalendar::ICalendarWeekday;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[ts(export_to = "schedule.d.ts")]
#[serde(rename_all = "snake_case")]
pub enum Weekday {
    Mo,
    Tu,
    We,
    Th,
    Fr,
    Sa,
    Su,
}

impl Weekday {
    pub(super) const ALL: [(Self, ICalendarWeekday, &'static str); 7] = [
        (Self::Mo, ICalendarWeekday::Monday, "MO"),
        (Self::Tu, ICalendarWeekday::Tuesday, "TU"),
        (Self::We, ICalendarWeekday::Wednesday, "WE"),
        (Self::Th, ICalendarWeekday::Thursday, "TH"),
        (Self::Fr, ICalendarWeekday::Friday, "FR"),
        (Self::Sa, ICalendarWeekday::Saturday, "SA"),
        (Self::Su, ICalendarWeekday::Sunday, "SU"),
    ];

    pub(super) fn code(self) -> &'static str {
        let mut all = Self::ALL.into_iter();
        all.find(|(day, ..)| *day == self)
            .map_or("MO", |(.., code)| code)
    }

    pub(super) fn of(weekday: ICalendarWeekday) -> Self {
        let mut all = Self::ALL.into_iter();
        all.find(|(_, day, _)| *day == weekday)
            .map_or(Self::Mo, |(day, ..)| day)
    }
}
