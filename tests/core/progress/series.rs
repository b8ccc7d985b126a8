use evenkeel_core::card::{self, CardItemSaveRequest, CardSaveRequest};
use evenkeel_core::check_in;
use evenkeel_core::content::{ItemKind, Section};
use evenkeel_core::progress::{SeriesKind, Span};

use super::{UNTIL, ago, points, series};
use crate::assessments::{begun, finish};
use crate::card::{day, number, own, renamed, room, text};
use crate::fixture::at;
use crate::practising::json;

#[test]
fn where_nothing_was_recorded_there_is_nothing() {
    let room = room();
    for span in [Span::Week, Span::Month, Span::Programme, Span::All] {
        let view = room.progress(span);
        assert!(view.series.is_empty());
        assert_eq!(view.until, UNTIL);
    }
    assert_eq!(room.progress(Span::All).from, UNTIL);
}

#[test]
fn a_gap_stays_a_gap() {
    let mut room = room();
    room.feel("2026-11-03", &[2]);
    room.feel("2026-11-04", &[6, 3]);
    room.feel("2026-11-20", &[5]);
    let mood = series(&room, "mood");
    let point = |date: &str, typical, count| (date.to_owned(), typical, count);
    let expected = [
        point("2026-11-03", 2.0, 1),
        point("2026-11-04", 4.5, 2),
        point("2026-11-20", 5.0, 1),
    ];
    assert_eq!(points(&mood), expected);
    assert_eq!(mood.days, 3, "days, not check-ins");
}

#[test]
fn a_day_with_many_check_ins_shows_its_spread_and_weighs_as_one_day() {
    let mut room = room();
    room.feel("2026-11-20", &[1, 2, 3, 4]);
    room.feel("2026-11-21", &[6]);
    room.feel("2026-11-22", &[7, 7, 7, 7, 7, 7]);
    let mood = series(&room, "mood");
    let expected = serde_json::json!({"days": 4, "typical": 2.5, "low": 1.75, "high": 3.25});
    assert_eq!(json(&mood.points[0].spread), expected);
    let over_all = serde_json::json!({"days": 3, "typical": 6.0, "low": 4.25, "high": 6.5});
    assert_eq!(json(&mood.spread), over_all, "of 2.5, 6 and 7");
}

#[test]
fn a_series_says_what_it_is() {
    let mut room = room();
    room.feel(UNTIL, &[3]);
    let tea = CardItemSaveRequest {
        unit: Some("cups".to_owned()),
        ..own(Section::Substances, ItemKind::Count, "Tea")
    };
    room.save_row(&tea);
    let rows = [
        ("Anger", 2.0),
        ("Hours of sleep", 6.5),
        ("Taken as prescribed", 1.0),
        ("Tea", 4.0),
    ];
    room.fill_in(UNTIL, &rows);
    let id = begun(&mut room, "who-5");
    finish(&mut room, id, 2);
    let said: Vec<_> = room
        .progress(Span::Week)
        .series
        .into_iter()
        .map(|series| {
            let key = series.key.split(':').next().unwrap_or_default().to_owned();
            (
                key,
                series.name,
                series.section,
                series.unit,
                series.kind,
                series.least,
                series.most,
            )
        })
        .collect();
    let item = |name: &str, section, unit: Option<&str>, kind, most| {
        let (name, unit) = (name.to_owned(), unit.map(str::to_owned));
        (
            "item".to_owned(),
            name,
            Some(section),
            unit,
            kind,
            0.0,
            most,
        )
    };
    let other = |key: &str, name: &str, kind, least, most| {
        (
            key.to_owned(),
            name.to_owned(),
            None,
            None,
            kind,
            least,
            most,
        )
    };
    assert_eq!(
        said,
        [
            other("mood", "", SeriesKind::Mood, 1.0, 7.0),
            item("Anger", Section::Emotions, None, SeriesKind::Scale, 5.0),
            item(
                "Hours of sleep",
                Section::Body,
                None,
                SeriesKind::Hours,
                6.5
            ),
            item(
                "Taken as prescribed",
                Section::Medicine,
                None,
                SeriesKind::YesNo,
                1.0
            ),
            item(
                "Tea",
                Section::Substances,
                Some("cups"),
                SeriesKind::Count,
                4.0
            ),
            other("skills", "", SeriesKind::Uses, 0.0, 0.0),
            other("assessment", "WHO-5", SeriesKind::Score, 0.0, 100.0),
        ],
        "mood, the card in its order, skills, assessments"
    );
}

#[test]
fn yes_and_no_are_one_and_zero() {
    let mut room = room();
    for (days, value) in [1.0, 0.0, 1.0, 1.0].into_iter().enumerate() {
        room.fill_in(&ago(days as u64), &[("Slept enough", value)]);
    }
    let slept = series(&room, "Slept enough");
    let values: Vec<_> = points(&slept)
        .into_iter()
        .map(|(_, value, _)| value)
        .collect();
    assert_eq!(values, [1.0, 1.0, 0.0, 1.0]);
    assert_eq!(slept.spread.unwrap().typical, 1.0);
}

#[test]
fn rows_of_words_have_no_chart() {
    let mut room = room();
    let alcohol = room.row("Alcohol").id;
    let request = CardSaveRequest {
        values: vec![text(alcohol, "3"), number(room.row("Anger").id, 1.0)],
        ..day(UNTIL)
    };
    room.fill(&request);
    let view = room.progress(Span::All);
    let keys: Vec<_> = view
        .series
        .iter()
        .map(|series| series.key.as_str())
        .collect();
    assert!(!keys.contains(&format!("item:{alcohol}").as_str()));
    assert_eq!(keys.len(), 2, "anger, and skills");
}

#[test]
fn a_renamed_row_goes_on_in_one_line_under_its_newest_name() {
    let mut room = room();
    room.fill_in(&ago(9), &[("Fear", 1.0)]);
    let fear = room.row("Fear");
    room.save_row(&renamed(&fear, "Dread"));
    room.fill_in(&ago(5), &[("Dread", 3.0)]);
    let dread = room.row("Dread");
    room.save_row(&renamed(&dread, "Panic"));
    let before = series(&room, "Panic");
    assert_eq!(
        points(&before).len(),
        2,
        "also before the newest has values"
    );
    room.fill_in(&ago(1), &[("Panic", 5.0)]);
    let line = series(&room, "Panic");
    let point = |days, value| (ago(days), value, 1);
    assert_eq!(points(&line), [point(9, 1.0), point(5, 3.0), point(1, 5.0)]);
    assert_eq!(line.key, format!("item:{}", room.row("Panic").id));
    let view = room.progress(Span::All);
    let names: Vec<_> = view
        .series
        .iter()
        .map(|series| series.name.as_str())
        .collect();
    assert_eq!(names, ["Panic", ""], "and no line under an older name");
}

#[test]
fn what_is_in_the_trash_or_cleared_is_not_drawn() {
    let mut room = room();
    room.feel(UNTIL, &[2, 6]);
    let thrown = room.check_ins()[0].id;
    check_in::trash(room.open.database_mut(), thrown, &room.now).unwrap();
    assert_eq!(points(&series(&room, "mood")), [(UNTIL.to_owned(), 2.0, 1)]);
    room.fill_in(UNTIL, &[("Anger", 2.0)]);
    card::clear(room.open.database_mut(), UNTIL).unwrap();
    let view = room.progress(Span::All);
    let keys: Vec<_> = view
        .series
        .iter()
        .map(|series| series.key.as_str())
        .collect();
    assert_eq!(keys, ["mood"]);
}

#[test]
fn an_assessment_is_drawn_at_its_score_once_it_is_finished() {
    let mut room = room();
    for (day, value) in [(1, 3), (15, 2)] {
        room.now = at(
            &format!("2026-11-{day:02}T15:00:00Z"),
            chrono_tz::America::New_York,
        );
        let id = begun(&mut room, "gad-7");
        finish(&mut room, id, value);
    }
    begun(&mut room, "gad-7");
    let thrown = begun(&mut room, "phq-9");
    finish(&mut room, thrown, 1);
    evenkeel_core::assessments::trash(room.open.database_mut(), thrown, &room.now).unwrap();
    let view = room.progress(Span::All);
    assert_eq!(view.series.len(), 1);
    let line = series(&room, "assessment:gad-7");
    assert_eq!((line.name.as_str(), line.most), ("GAD-7", 21.0));
    let point = |date: &str, value| (date.to_owned(), value, 1);
    assert_eq!(
        points(&line),
        [point("2026-11-01", 21.0), point("2026-11-15", 14.0)]
    );
}

#[test]
fn nothing_is_said_of_the_whole_under_three_days() {
    let mut room = room();
    for (days, mood) in [4, 2].into_iter().enumerate() {
        room.feel(&ago(days as u64), &[mood, mood, mood]);
    }
    let two = series(&room, "mood");
    assert_eq!((two.days, two.spread), (2, None), "however many check-ins");
    room.feel(&ago(2), &[7]);
    let three = series(&room, "mood").spread.unwrap();
    assert_eq!(
        (three.days, three.low, three.typical, three.high),
        (3, 3.0, 4.0, 5.5)
    );
}

#[test]
fn early_and_late_are_said_from_nine_days_on() {
    let mut room = room();
    // The oldest first, with a gap of a week in the middle.
    let moods = [1, 1, 2, 3, 3, 4, 6, 7, 7];
    let days = [20, 19, 18, 17, 9, 8, 7, 6, 5];
    for (mood, days) in moods.into_iter().zip(days).take(8) {
        room.feel(&ago(days), &[mood]);
    }
    let eight = series(&room, "mood");
    assert_eq!((eight.days, eight.early, eight.late), (8, None, None));
    room.feel(&ago(5), &[7]);
    let nine = series(&room, "mood");
    assert_eq!(
        (nine.early, nine.late),
        (Some(1.0), Some(7.0)),
        "of three days each"
    );
    for (days, mood) in [(4, 5), (3, 2)] {
        room.feel(&ago(days), &[mood]);
    }
    let eleven = series(&room, "mood");
    assert_eq!(
        (eleven.early, eleven.late),
        (Some(1.0), Some(5.0)),
        "still of three"
    );
    room.feel(&ago(2), &[2]);
    let twelve = series(&room, "mood");
    assert_eq!(
        (twelve.early, twelve.late),
        (Some(1.5), Some(3.5)),
        "of four"
    );
}
