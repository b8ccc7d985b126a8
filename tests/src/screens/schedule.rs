//! Schedule with its parts, and what Today says of it.

use super::programme;
use crate::app::App;
use crate::schedule::{single, weekly, with};
use chrono::{Days, NaiveDate};
use serde_json::{Value, json};

pub type Visit<'v> = &'v mut dyn FnMut(&str, &App<'_>);

const EVERY_DAY: &[&str] = &["mo", "tu", "we", "th", "fr", "sa", "su"];

/// From nothing planned to a full programme.
pub fn walk(app: &App<'_>, visit: Visit<'_>) {
    programme::nothing_yet(app, visit);
    programme::set_up(app, visit);
    let today: NaiveDate = crate::schedule::date(&app.day_before(0));
    fill(app, today);
    weeks(app, visit);
    today_part(app, visit);
    sessions(app, visit);
    form(app, visit);
    programme::homework(app, visit);
    trash(app, visit);
    programme::files(app, visit);
    programme::page(app, visit);
    elsewhere(app, visit);
    app.open_journal();
}

/// A programme in its fourth week, with something on each day and one of each state.
fn fill(app: &App<'_>, today: NaiveDate) {
    let typed = app.occurrences(app.monday(0), app.monday(2))[0].take();
    let of =
        json!({"event": typed["event"], "recurrence_id": typed["recurrence_id"], "scope": "all"});
    app.ask("schedule_event_cancel", &of);
    app.ask("schedule_delete", &json!({"id": typed["event"]}));
    app.set_up_programme(&app.usual_sessions());
    let mut programme = app.ask("programme", &Value::Null);
    for field in ["zones", "here_zone"] {
        programme.as_object_mut().map(|fields| fields.remove(field));
    }
    let off = app.monday(2);
    programme["breaks"] = json!([{
        "id": null, "first_date": off.to_string(), "last_date": (off + Days::new(3)).to_string(), "name": "Winter break",
    }]);
    programme["phases"] =
        json!([{"from_date": app.monday(3).to_string(), "days_a_week": 3, "hours_a_week": 6.0}]);
    app.ask("programme_save", &programme);
    app.add_event(&with(
        weekly("psychoeducation", app.monday(-1), "09:00", 90, EVERY_DAY),
        &json!({"summary": "Sleep class", "link": "https://video.example/room/12345", "facilitator": "Dr. Osei"}),
    ));
    let own = single("personal", today, "09:30", 45);
    app.add_event(&with(
        own,
        &json!({"summary": "Dentist", "location": "12 Mill Lane"}),
    ));
    let visit = with(
        single("personal", app.monday(1), "00:00", 3 * 24 * 60),
        &json!({
            "summary": "My sister is here", "time": null, "all_day": true,
        }),
    );
    app.add_event(&visit);
    let wednesday = app.monday(1) + Days::new(2);
    let call = single("personal", wednesday, "18:00", 30);
    app.add_event(&with(call, &json!({"summary": "A call with my sister"})));
    // The last one of today is the next one: at night it is on its way.
    let late = with(
        single("holistic", today, "23:00", 55),
        &json!({
            "summary": "Evening yoga", "location": "Garden room", "bring": "A mat", "travel_minutes": 10,
            "link": "https://video.example/yoga",
        }),
    );
    app.add_event(&late);
    let next: Vec<Value> = app.occurrences(app.monday(1), app.monday(2));
    let class = next
        .iter()
        .filter(|one| one["summary"] == json!("Sleep class"));
    let of: Vec<Value> = class
        .map(|one| json!({"event": one["event"], "recurrence_id": one["recurrence_id"]}))
        .collect();
    app.ask(
        "schedule_event_cancel",
        &with(of[0].clone(), &json!({"scope": "this"})),
    );
    let open = app.ask("schedule_event", &of[1]);
    let moved = with(
        open["details"].clone(),
        &json!({
            "date": (app.monday(1) + Days::new(1)).to_string(), "time": "13:00", "rule": {"keep": true}, "zone": null,
        }),
    );
    let request = with(of[1].clone(), &json!({"scope": "this", "details": moved}));
    app.ask("schedule_event_save", &request);
}

fn weeks(app: &App<'_>, visit: Visit<'_>) {
    app.open_schedule("list");
    app.open_schedule("week");
    app.find_like("button", "Evening yoga");
    visit("schedule, week", app);
    app.click("button", &app.words("schedule.week_after"));
    app.see(&app.words("schedule.cancelled"));
    app.see("My sister is here");
    app.see(&app.words_with("schedule.conflict_title", &[json!(2)]));
    visit("schedule, week, cancelled, moved, at the same time", app);
    app.click("button", &app.words("schedule.week_after"));
    app.see(&app.words_with("schedule.on_break", &[json!("Winter break")]));
    visit("schedule, week, a break", app);
    app.open_schedule("week");
    for _ in 0..6 {
        app.click("button", &app.words("schedule.week_before"));
    }
    app.see(&app.words("schedule.nothing_week"));
    visit("schedule, week, nothing in it", app);
    app.open_schedule("list");
    app.find("button", &app.words("schedule.list_more"));
    visit("schedule, list", app);
}

fn today_part(app: &App<'_>, visit: Visit<'_>) {
    for (words, done) in [
        ("Facts, one worksheet", false),
        ("Call the front desk", true),
    ] {
        let saved = app.ask(
            "homework_save",
            &json!({
                "id": null, "text": words, "skill": "check-the-facts", "event": null,
                "given_date": app.day_before(1), "due_date": app.day_before(0),
            }),
        );
        app.ask("homework_done", &json!({"id": saved["id"], "done": done}));
    }
    app.open_today();
    app.see("Facts, one worksheet");
    app.see("Week 4 of 10");
    visit("today, the next session", app);
}

fn open_row(app: &App<'_>, words: &str) {
    app.click_like("button", words);
    app.find("button", &app.words("schedule.change"));
}

fn sessions(app: &App<'_>, visit: Visit<'_>) {
    app.open_schedule("week");
    open_row(app, "Evening yoga");
    app.find("textbox", &app.words("schedule.notes_before"));
    visit("session, to come", app);
    app.click("button", &app.words("schedule.homework_add"));
    app.click("button", &app.words("programme.save"));
    app.see(&app.words("programme.homework_text_missing"));
    visit("session, homework", app);
    app.click("button", &app.words("programme.cancel"));

    app.open_schedule("week");
    app.click("button", &app.words("schedule.week_before"));
    app.find_like("button", "Sleep class");
    open_row(app, "Sleep class");
    app.choose("radio", &app.words("schedule.attendance.part"));
    app.fill("textbox", &app.words("schedule.attendance_minutes"), "900");
    app.click("textbox", &app.words("schedule.notes_after"));
    app.see(&app.words_with("schedule.attendance_minutes_missing", &[json!(90)]));
    visit("session, part of it, not right", app);
    app.fill("textbox", &app.words("schedule.attendance_minutes"), "45");
    app.fill(
        "textbox",
        &app.words("schedule.notes_after"),
        "Cool and dark, the same hour each day.",
    );
    app.see(&app.words("schedule.saved"));
    visit("session, marked and noted", app);
    app.click("button", &app.words("schedule.remove"));
    app.find("dialog", &app.words("schedule.remove_title"));
    visit("session, delete which ones", app);
    app.click("button", &app.words("schedule.remove_keep"));

    app.open_schedule("week");
    app.click("button", &app.words("schedule.week_after"));
    open_row(app, &app.words("schedule.cancelled"));
    app.find("button", &app.words("schedule.uncancel"));
    visit("session, cancelled", app);
    app.click("button", &app.words("schedule.back"));
    open_row(app, "Moved from");
    visit("session, moved", app);
    app.open_schedule("week");
    open_row(app, "Dentist");
    visit("session, personal", app);
}

fn form(app: &App<'_>, visit: Visit<'_>) {
    app.open_schedule("week");
    app.click("button", &app.words("schedule.add"));
    app.find("heading", &app.words("schedule.new_title"));
    visit("schedule, add", app);
    app.choose("radio", &app.words("schedule.repeats_other"));
    app.fill("textbox", &app.words("schedule.interval"), "0");
    app.fill("textbox", &app.words("schedule.travel"), "soon");
    app.click("button", &app.words("schedule.parts_of_form.more"));
    app.click("button", &app.words("schedule.save"));
    app.see(&app.words("schedule.name_missing"));
    app.see(&app.words("schedule.interval_wrong"));
    visit("schedule, add, not right", app);
    app.click("button", &app.words("schedule.back"));
    app.click("button", &app.words("schedule.add"));
    app.see(&app.words("schedule.form_kept"));
    visit("schedule, add, kept", app);
    app.click("button", &app.words("schedule.form_fresh"));
    app.see(&app.words("schedule.form_emptied"));
    app.dismiss_message();
    app.click("button", &app.words("schedule.form_cancel_new"));
    app.find("button", &app.words("schedule.print"));
    open_row(app, "Evening yoga");
    app.click("button", &app.words("schedule.change"));
    app.choose("switch", &app.words("schedule.whole_day"));
    app.find("textbox", &app.words("schedule.last_day"));
    visit("schedule, change, all day", app);
    app.click("button", &app.words("schedule.form_cancel"));
    app.open_schedule("week");
    app.click("button", &app.words("schedule.week_after"));
    open_row(app, "Sleep class By video link");
    app.click("button", &app.words("schedule.change"));
    app.find("radio", &app.words("schedule.scopes.this_and_future.label"));
    visit("schedule, change one of many", app);
    app.choose("radio", &app.words("schedule.scopes.all.label"));
    app.click("button", &app.words("schedule.also_add"));
    app.find("textbox", &app.words("schedule.also_on"));
    visit("schedule, change all", app);
    app.click("button", &app.words("schedule.form_cancel"));
}

fn trash(app: &App<'_>, visit: Visit<'_>) {
    app.open_schedule("week");
    app.click("button", &app.words("schedule.trash_title"));
    app.see(&app.words("schedule.trash_empty.title"));
    visit("schedule, trash, empty", app);
    app.click("button", &app.words("schedule.trash_back"));
    open_row(app, "Dentist");
    app.click("button", &app.words("schedule.remove"));
    app.see(&app.words_with("schedule.removed_done", &[json!("Dentist")]));
    visit("schedule, week, undo", app);
    app.dismiss_message();
    app.click("button", &app.words("schedule.trash_title"));
    app.find_like("button", &app.words("schedule.trash.restore"));
    visit("schedule, trash", app);
    app.click_like("button", &app.words("schedule.trash.delete_for_good"));
    app.find("dialog", &app.words("schedule.trash.delete_title"));
    visit("schedule, trash, delete for good", app);
    app.click("button", &app.words("schedule.trash.delete_keep"));
}

/// The programme is in another zone than the person.
fn elsewhere(app: &App<'_>, visit: Visit<'_>) {
    let mut programme = app.ask("programme", &Value::Null);
    for field in ["zones", "here_zone"] {
        programme.as_object_mut().map(|fields| fields.remove(field));
    }
    programme["zone"] = json!("Pacific/Auckland");
    app.ask("programme_save", &programme);
    app.open_today();
    app.open_schedule("week");
    app.see(&app.words_with("schedule.two_zones", &[json!("Auckland")]));
    visit("schedule, week, another zone", app);
    open_row(app, "Sleep class");
    visit("session, another zone", app);
    app.open_today();
    app.see("Auckland");
    visit("today, another zone", app);
}
