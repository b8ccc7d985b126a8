//! The program with its set-up, its homework and its calendar files.

use super::schedule::Visit;
use crate::app::App;
use serde_json::json;
use std::fs;

pub fn nothing_yet(app: &App<'_>, visit: Visit<'_>) {
    app.open_today();
    app.find("button", &app.words("programme.invite_action"));
    visit("today, no program yet", app);
    app.open_schedule("week");
    app.find("button", &app.words("schedule.empty_set_up"));
    visit("schedule, nothing yet", app);
    app.click("button", &app.words("schedule.parts.list"));
    app.see(&app.words("schedule.list_empty"));
    visit("schedule, list, empty", app);
    app.open_schedule("homework");
    app.see(&app.words("programme.homework_empty_title"));
    visit("homework, empty", app);
    app.open_schedule("programme");
    app.see(&app.words("programme.blank_title"));
    visit("program, not set up", app);
}

fn next(app: &App<'_>, step: usize) {
    app.click("button", &app.words("programme.next"));
    app.find(
        "heading",
        &app.words(&format!("programme.set_up_steps.{step}")),
    );
}

pub fn set_up(app: &App<'_>, visit: Visit<'_>) {
    app.click("button", &app.words("programme.blank_action"));
    app.find("heading", &app.words("programme.set_up_steps.0"));
    visit("program, set-up, first", app);
    app.fill("textbox", &app.words("programme.weeks"), "many");
    app.click("button", &app.words("programme.more"));
    app.find("combobox", &app.words("programme.zone"));
    app.click("button", &app.words("programme.next"));
    app.see(&app.words("programme.weeks_wrong"));
    visit("program, set-up, first, not right", app);
    app.fill("textbox", &app.words("programme.weeks"), "10");
    app.fill("textbox", &app.words("programme.name"), "Harbor IOP");
    next(app, 1);
    app.choose("checkbox", "Monday");
    app.click("button", &app.words("programme.next"));
    app.see(&app.words("programme.from_missing"));
    visit("program, set-up, sessions, not right", app);
    app.fill("textbox", &app.words("programme.from"), "5:30 pm");
    app.fill("textbox", &app.words("programme.until"), "8:30 pm");
    let often = app.find("combobox", &app.words("programme.how_often"));
    app.expect(
        app.session().type_into(&often, "Every s"),
        "every second week",
    );
    app.find("combobox", &app.words("programme.first_one"));
    app.click("button", &app.words("programme.session_more"));
    app.find("textbox", &app.words("programme.bring_label"));
    visit("program, set-up, sessions", app);
    next(app, 2);
    visit("program, set-up, breaks and steps", app);
    app.click("button", &app.words("programme.break_add"));
    app.click("button", &app.words("programme.phase_add"));
    app.fill("textbox", &app.words("programme.phase_days"), "9");
    app.click("button", &app.words("programme.next"));
    app.see(&app.words("programme.phase_days_wrong"));
    visit("program, set-up, breaks and steps, not right", app);
    for row in ["phase", "break"] {
        let row = app.words_with(&format!("programme.{row}"), &[json!(1)]);
        let remove = app.words("programme.remove");
        app.click(
            "button",
            &app.words_with("programme.about", &[json!(remove), json!(row)]),
        );
    }
    next(app, 3);
    app.see("Harbor IOP");
    visit("program, set-up, review", app);
    app.click("button", &app.words("programme.set_up_back"));
    app.open_schedule("programme");
    app.click("button", &app.words("programme.blank_go_on"));
    app.see(&app.words("programme.set_up_kept"));
    visit("program, set-up, gone on with", app);
    app.click("button", &app.words("programme.finish"));
    app.see(&app.words("programme.finished"));
    app.find("button", &app.words("schedule.print"));
    visit("schedule, week, set up", app);
    app.dismiss_message();
}

pub fn page(app: &App<'_>, visit: Visit<'_>) {
    app.open_schedule("programme");
    app.find("textbox", &app.words("programme.phase_days"));
    visit("program", app);
    app.fill("textbox", &app.words("programme.hours"), "lots");
    app.click("button", &app.words("programme.save"));
    app.see(&app.words("programme.hours_wrong"));
    visit("program, not right", app);
    app.fill("textbox", &app.words("programme.hours"), "9");
    app.click("button", &app.words("programme.save"));
    app.see(&app.words("programme.saved"));
    app.dismiss_message();
}

pub fn homework(app: &App<'_>, visit: Visit<'_>) {
    app.open_schedule("homework");
    app.find("checkbox", "Facts, one worksheet");
    visit("homework", app);
    app.click("button", &app.words("programme.homework_add"));
    app.find("textbox", &app.words("programme.homework_text"));
    app.click("button", &app.words("programme.save"));
    app.see(&app.words("programme.homework_text_missing"));
    visit("homework, add", app);
    app.click("button", &app.words("programme.cancel"));
    app.click("button", &app.words("programme.homework_whiches.trashed"));
    app.see(&app.words("programme.homework_trash_empty.title"));
    visit("homework, trash, empty", app);
    let gone = json!({"id": null, "text": "An old one", "skill": null, "event": null,
        "given_date": app.day_before(9), "due_date": null});
    let gone = app.ask("homework_save", &gone);
    app.ask("homework_trash", &json!({"id": gone["id"]}));
    app.open_schedule("homework");
    app.click("button", &app.words("programme.homework_whiches.trashed"));
    app.see("An old one");
    visit("homework, trash", app);
    app.click_like(
        "button",
        &app.words("programme.homework_in_trash.delete_for_good"),
    );
    app.find(
        "dialog",
        &app.words("programme.homework_in_trash.delete_title"),
    );
    visit("homework, delete for good", app);
    app.click(
        "button",
        &app.words("programme.homework_in_trash.delete_keep"),
    );
}

/// A calendar from elsewhere, as it comes first and as it is later.
fn calendar(app: &App<'_>, is_later: bool) -> String {
    let day = app.monday(1).format("%Y%m%d");
    let event = |uid: &str, summary: &str, hour: u32, more: &str| {
        format!(
            "BEGIN:VEVENT\r\nUID:{uid}\r\nDTSTAMP:20260101T120000Z\r\nSUMMARY:{summary}\r\n\
             DTSTART;TZID=Harbor Time:{day}T{hour}0000\r\nDTEND;TZID=Harbor Time:{day}T{hour}4500\r\n{more}END:VEVENT\r\n"
        )
    };
    let events = if is_later {
        [
            event("a", "Evening group", 19, "RRULE:FREQ=MONTHLY;BYDAY=2TU\r\n"),
            event("c", "Choir", 20, "RRULE:FREQ=WEEKLY;COUNT=6\r\n"),
            event("d", "Library day", 11, ""),
            event("e", "No one can follow this", 11, "RRULE:FREQ=SECONDLY\r\n"),
        ]
        .concat()
    } else {
        [
            event("a", "Evening group", 17, "RRULE:FREQ=WEEKLY;COUNT=6\r\n"),
            event("b", "Medication visit", 10, ""),
            event("d", "Library day", 11, ""),
        ]
        .concat()
    };
    format!(
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Harbor//EN\r\nMETHOD:PUBLISH\r\nX-WR-CALNAME:Harbor\r\n{events}END:VCALENDAR\r\n"
    )
}

fn choose(app: &App<'_>, button: &str, content: &str) {
    let path = app.desktop().host_dir().join("harbor.ics");
    fs::write(&path, content).expect("a file of one's own");
    app.click("button", &app.words(button));
    app.desktop().display().choose_file(&path);
}

pub fn files(app: &App<'_>, visit: Visit<'_>) {
    app.open_schedule("calendar");
    visit("calendar files", app);
    choose(app, "programme.calendar_choose", "no calendar");
    app.see(&app.words("programme.calendar_not_one"));
    visit("calendar files, not one", app);
    choose(app, "programme.calendar_choose", &calendar(app, false));
    app.find("button", &app.words("programme.calendar_take"));
    visit("calendar file, all of it new", app);
    app.click("button", &app.words("programme.calendar_take"));
    app.see(&app.words_with("programme.calendar_done", &[json!(3), json!(0), json!(0)]));
    visit("schedule, week, a file came in", app);
    app.dismiss_message();
    app.open_schedule("calendar");
    choose(app, "programme.calendar_choose", &calendar(app, true));
    app.see(&app.words("programme.calendar_skipped"));
    let same = app.words("programme.calendar_changes.same");
    app.click(
        "button",
        &app.words_with("programme.calendar_group", &[json!(same), json!(1)]),
    );
    visit("calendar file, what is another", app);
    for change in ["new", "changed", "removed"] {
        let name = app.words(&format!("programme.calendar_changes.{change}"));
        app.find(
            "heading",
            &app.words_with("programme.calendar_group", &[json!(name), json!(1)]),
        );
    }
    for name in ["Choir", "Evening group", "Medication visit"] {
        app.choose("checkbox", name);
    }
    app.click("button", &app.words("programme.calendar_take"));
    app.see(&app.words("programme.calendar_take_none"));
    visit("calendar file, nothing has a tick", app);
    app.click("button", &app.words("programme.calendar_leave"));
}
