//! A series is changed from one day on, or only for one day, and changed back.

use super::check_in::text;
use chrono::{Days, NaiveDate};
use evenkeel_tests::app::App;
use evenkeel_tests::desktop::Desktop;
use evenkeel_tests::journey::PASSPHRASE;
use evenkeel_tests::schedule::date;
use evenkeel_tests::webdriver::key;
use serde_json::{Value, json};

fn with_usual_sessions(desktop: &Desktop) -> App<'_> {
    let app = desktop.start();
    app.first_start(PASSPHRASE, false);
    app.set_up_programme(&app.usual_sessions());
    app
}

/// Day, start and end of each group from three weeks ago to four weeks ahead.
fn groups(app: &App<'_>) -> Vec<[String; 3]> {
    let all = app.occurrences(app.monday(-3), app.monday(5) - Days::new(1));
    let of_group = all.iter().filter(|one| one["kind"] == json!("group"));
    of_group
        .map(|one| ["date", "time", "end_time"].map(|field| text(&one[field]).to_owned()))
        .collect()
}

/// Opens the form for the group on the Wednesday of next week, with the keyboard.
fn enter_change(app: &App<'_>) -> NaiveDate {
    let wednesday = app.monday(1) + Days::new(2);
    app.go_to_schedule("week");
    app.enter(&app.words("schedule.week_after"));
    app.find("heading", &app.words("schedule.weeks.next"));
    app.walk_to_row(&app.words("schedule.week_days"), &["Wed", "Group"]);
    app.press(&[], &[key::ENTER]);
    app.see_focus("heading", "Group");
    app.enter(&app.words("schedule.change"));
    app.see_focus(
        "heading",
        &app.words_with("schedule.change_title_of", &[json!("Group")]),
    );
    wednesday
}

#[track_caller]
fn save_start(app: &App<'_>, start: &str) {
    app.retype_at(&app.words("schedule.start"), start);
    app.enter(&app.words("schedule.save"));
    app.see(&app.words("schedule.changed"));
}

#[test]
fn this_and_later_ones_are_changed_with_keys() {
    let desktop = Desktop::default();
    let app = with_usual_sessions(&desktop);
    let before = groups(&app);
    assert_eq!(before.len(), 24, "three a week");
    let from = enter_change(&app);
    app.pick(&app.words("schedule.scopes.this_and_future.label"));
    save_start(&app, "6 pm");
    let after = groups(&app);
    let expected: Vec<[String; 3]> = before
        .iter()
        .map(|[day, start, end]| {
            let [start, end] = if date(day) < from {
                [start.as_str(), end]
            } else {
                ["18:00", "21:00"]
            };
            [day.clone(), start.to_owned(), end.to_owned()]
        })
        .collect();
    assert_eq!(after, expected);
    app.see_focus("button", &app.words("schedule.change"));
    app.see(&app.time_span("18:00", "21:00"));
    app.undo_by_key(&app.words("schedule.changed"));
    app.see(&app.words("schedule.undone"));
    assert_eq!(groups(&app), before);
    app.see(&app.time_span("17:30", "20:30"));
}

#[test]
fn only_one_is_moved_and_all_are_named() {
    let desktop = Desktop::default();
    let app = with_usual_sessions(&desktop);
    let before = groups(&app);
    let wednesday = enter_change(&app);
    app.pick(&app.words("schedule.scopes.this.label"));
    save_start(&app, "4:00 pm");
    let after = groups(&app);
    let changed: Vec<&[String; 3]> = after.iter().filter(|one| !before.contains(one)).collect();
    assert_eq!(
        changed,
        [&[
            wednesday.to_string(),
            "16:00".to_owned(),
            "19:00".to_owned()
        ]]
    );
    assert_eq!(after.len(), before.len());
    let moved = app.words_with("schedule.moved_from", &[json!("Wed 5:30 pm")]);
    app.see(&moved);

    // A name for all of them leaves the one that was moved where it is.
    app.go_to_schedule("week");
    enter_change(&app);
    app.pick(&app.words("schedule.scopes.all.label"));
    app.type_at(&app.words("schedule.name_optional"), "Evening track");
    app.enter(&app.words("schedule.save"));
    app.see(&app.words("schedule.changed"));
    assert_eq!(groups(&app), after);
    let all = app.occurrences(app.monday(-3), app.monday(5));
    let named = all.iter().filter(|one| one["kind"] == json!("group"));
    let names: Vec<&Value> = named.map(|one| &one["summary"]).collect();
    assert!(
        names.iter().all(|name| **name == json!("Evening track")),
        "{names:?}"
    );
}

/// Dropping a series asks which ones, and says what goes with it.
#[test]
fn a_series_goes_to_the_trash_and_comes_back() {
    let desktop = Desktop::default();
    let app = with_usual_sessions(&desktop);
    let before = groups(&app);
    app.go_to_schedule("week");
    app.enter(&app.words("schedule.week_after"));
    app.find("heading", &app.words("schedule.weeks.next"));
    app.walk_to_row(&app.words("schedule.week_days"), &["Wed", "Group"]);
    app.press(&[], &[key::ENTER]);
    app.see_focus("heading", "Group");
    app.enter(&app.words("schedule.remove"));
    app.find("dialog", &app.words("schedule.remove_title"));
    app.pick(&app.words("schedule.remove_all"));
    app.enter(&app.words("schedule.remove"));
    app.see(&app.words_with("schedule.removed_done", &[json!("Group")]));
    assert_eq!(groups(&app), Vec::<[String; 3]>::new());
    app.undo_by_key(&app.words_with("schedule.removed_done", &[json!("Group")]));
    app.see(&app.words("schedule.undone"));
    assert_eq!(groups(&app), before);
}
