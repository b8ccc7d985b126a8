//! How far back a look goes.

use evenkeel_core::error::ErrorCode;
use evenkeel_core::progress::{
    self, Grain, ProgrammeStartSaveRequest, ProgressRequest, ProgressView, Span,
};

use super::{UNTIL, ago, points};
use crate::card::room;
use crate::fixture::assert_code;

fn dates(view: &ProgressView) -> Vec<String> {
    let mood = view.series.iter().find(|series| series.key == "mood");
    mood.map_or_else(Vec::new, |mood| {
        points(mood).into_iter().map(|(date, ..)| date).collect()
    })
}

#[test]
fn a_week_is_seven_days_and_a_month_thirty_with_the_last_one() {
    let mut room = room();
    for days in [0, 6, 7, 29, 30] {
        room.feel(&ago(days), &[4]);
    }
    room.feel("2026-11-23", &[4]);
    let week = room.progress(Span::Week);
    assert_eq!((week.from, week.until.as_str()), (ago(6), UNTIL));
    assert_eq!(dates(&room.progress(Span::Week)), [ago(6), ago(0)]);
    let month = room.progress(Span::Month);
    assert_eq!(month.from, ago(29));
    assert_eq!(dates(&month), [ago(29), ago(7), ago(6), ago(0)]);
    let all = room.progress(Span::All);
    assert_eq!(all.from, ago(30), "the first day with anything on it");
    assert_eq!(dates(&all).len(), 5, "nothing after the last day");
    let later = room.progress_until(Span::Week, "2026-11-29");
    assert_eq!(dates(&later), ["2026-11-23"]);
}

#[test]
fn the_programme_begins_where_the_person_says() {
    let mut room = room();
    for days in [0, 10, 11, 200] {
        room.feel(&ago(days), &[4]);
    }
    let unknown = room.progress(Span::Programme);
    assert_eq!(
        (unknown.from, unknown.programme_start),
        (ago(200), None),
        "all time until then"
    );
    room.begin_programme(Some(&ago(10)));
    let known = room.progress(Span::Programme);
    assert_eq!(
        (&known.from, known.programme_start.as_ref()),
        (&ago(10), Some(&ago(10)))
    );
    assert_eq!(dates(&known), [ago(10), ago(0)]);
    assert_eq!(known.series[0].grain, Grain::Day);
    for span in [Span::Week, Span::All] {
        assert_eq!(room.progress(span).programme_start, Some(ago(10)));
    }
    room.begin_programme(Some(&ago(11)));
    let room = &mut room.reopened();
    assert_eq!(dates(&room.progress(Span::Programme)).len(), 3);
    room.begin_programme(None);
    room.begin_programme(None);
    assert_eq!(room.progress(Span::Programme).programme_start, None);
}

#[test]
fn a_programme_that_has_not_begun_has_no_days() {
    let mut room = room();
    room.feel(UNTIL, &[4]);
    room.begin_programme(Some("2027-01-04"));
    let view = room.progress(Span::Programme);
    assert!(view.series.is_empty());
    assert_eq!((view.from.as_str(), view.until.as_str()), (UNTIL, UNTIL));
    assert_eq!(view.programme_start.as_deref(), Some("2027-01-04"));
}

#[test]
fn what_is_no_date_is_refused() {
    let mut room = room();
    room.begin_programme(Some("2026-10-05"));
    for date in ["2026-02-30", "", "soon", "1899-12-31", "2201-01-01"] {
        let start = ProgrammeStartSaveRequest {
            date: Some(date.to_owned()),
        };
        let saved = progress::save_programme_start(room.open.database_mut(), &start);
        assert_code(saved, ErrorCode::Invalid);
        let request = ProgressRequest {
            span: Span::Week,
            until: date.to_owned(),
        };
        let view = progress::progress(room.open.database(), &request);
        assert_code(view, ErrorCode::Invalid);
    }
    assert_eq!(
        room.progress(Span::Week).programme_start.as_deref(),
        Some("2026-10-05")
    );
}
