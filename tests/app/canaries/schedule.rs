//! Marked words in Schedule.

use super::words::{
    ABOUT, ADDRESS, AFTER, BEFORE, BREAK, BRING, FILED, GONE_HOMEWORK, GONE_SESSION, HALF,
    HOMEWORK, LINK, PLACE, PROGRAMME, PROGRAMME_PHONE, ROOM, SUMMARY, UNSAVED, WHO,
};
use evenkeel_tests::app::App;
use evenkeel_tests::schedule::date;
use serde_json::{Value, json};
use std::fs;

/// Words in each kind of field that Schedule has.
pub fn plan_everything(app: &App<'_>) {
    app.set_up_programme(&[]);
    app.open_schedule("programme");
    let fill = |field: &str, words: &str| app.fill("textbox", &app.words(field), words);
    fill("programme.name", PROGRAMME);
    fill("programme.phone", PROGRAMME_PHONE);
    fill("programme.address", ADDRESS);
    app.click("button", &app.words("programme.break_add"));
    let first = app.words("programme.break_first");
    app.find("textbox", &first);
    app.tab_to("textbox", &first);
    app.type_day(app.monday(4));
    app.fill("textbox", "Name", BREAK);
    app.click("button", &app.words("programme.save"));
    app.see(&app.words("programme.saved"));

    app.open_schedule("week");
    for words in [UNSAVED, GONE_SESSION, SUMMARY] {
        plan(app, words);
    }
    app.click_like("button", SUMMARY);
    app.find("heading", SUMMARY);
    fill("schedule.notes_before", BEFORE);
    fill("schedule.notes_after", AFTER);
    for words in [HOMEWORK, GONE_HOMEWORK] {
        app.click("button", &app.words("schedule.homework_add"));
        fill("programme.homework_text", words);
        app.click("button", &app.words("programme.save"));
        app.find("button", &app.words("schedule.homework_add"));
        app.see(words);
    }
    let all = app.ask("homework", &Value::Null);
    let gone = all.as_array().into_iter().flatten();
    for one in gone.filter(|one| one["text"] == json!(GONE_HOMEWORK)) {
        app.ask("homework_trash", &json!({"id": one["id"]}));
        app.ask("homework_delete", &json!({"id": one["id"]}));
    }
    take_in_a_file(app);
    app.open_schedule("week");
    app.click("button", &app.words("schedule.add"));
    app.find("heading", &app.words("schedule.new_title"));
    fill("schedule.name", HALF);
    app.until("the half-filled form is kept", |_| {
        let kept = app.ask("form_draft", &json!({"form": "event"}));
        let body = kept["body"].as_str().unwrap_or_default();
        Ok(body.contains(HALF).then_some(()))
    });
    app.open_journal();
}

/// A session with words in every field; one is let go, and one is deleted for good.
fn plan(app: &App<'_>, summary: &str) {
    let fill = |field: &str, words: &str| app.fill("textbox", &app.words(field), words);
    app.click("button", &app.words("schedule.add"));
    app.find("heading", &app.words("schedule.new_title"));
    fill("schedule.name", summary);
    fill("schedule.place", PLACE);
    fill("schedule.link", LINK);
    fill("schedule.room", ROOM);
    fill("schedule.who", WHO);
    fill("schedule.bring", BRING);
    app.click("button", &app.words("schedule.parts_of_form.more"));
    fill("schedule.description", ABOUT);
    if summary == UNSAVED {
        app.click("button", &app.words("schedule.form_cancel_new"));
        app.find("button", &app.words("schedule.add"));
        return;
    }
    fill("schedule.start", "9:10 am");
    fill("schedule.end", "9:40 am");
    if summary == SUMMARY {
        // Homework is given at sessions of the program only.
        let kind = app.find("combobox", &app.words("schedule.kind"));
        app.expect(app.session().type_into(&kind, "Group"), "a kind is chosen");
    }
    app.click("button", &app.words("schedule.save"));
    app.see(&app.words_with("schedule.added", &[json!(summary)]));
    app.find_like("button", summary);
    if summary == GONE_SESSION {
        let today = date(&app.day_before(0));
        let all = app.occurrences(today, today);
        let gone = all
            .iter()
            .find(|one| one["summary"] == json!(summary))
            .expect("it is there");
        let of =
            json!({"event": gone["event"], "recurrence_id": gone["recurrence_id"], "scope": "all"});
        app.ask("schedule_event_cancel", &of);
        app.ask("schedule_delete", &json!({"id": gone["event"]}));
        app.open_today();
        app.open_schedule("week");
    }
}

/// A calendar file that was chosen stays outside; what it says comes in.
fn take_in_a_file(app: &App<'_>) {
    let day = app.monday(1).format("%Y%m%d");
    let file = format!(
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Somewhere//EN\r\nBEGIN:VEVENT\r\nUID:zq7x\r\n\
         DTSTAMP:20260101T120000Z\r\nSUMMARY:{FILED}\r\nDTSTART:{day}T150000\r\nDTEND:{day}T160000\r\n\
         END:VEVENT\r\nEND:VCALENDAR\r\n"
    );
    let path = app.desktop().host_dir().join("calendar.ics");
    fs::write(&path, file).expect("a file of one's own");
    app.open_schedule("calendar");
    app.click("button", &app.words("programme.calendar_choose"));
    app.desktop().display().choose_file(&path);
    app.see(FILED);
    app.click("button", &app.words("programme.calendar_take"));
    app.see(&app.words_with("programme.calendar_done", &[json!(1), json!(0), json!(0)]));
    app.dismiss_message();
}
