//! Check in with its parts, the questionnaires, and Progress.

use crate::app::App;
use crate::diary::row_named;
use serde_json::{Value, json};

type Visit<'v> = &'v mut dyn FnMut(&str, &App<'_>);

const DAYS: u64 = 20;

/// From nothing written down to three weeks of it.
pub fn walk(app: &App<'_>, visit: Visit<'_>) {
    progress_empty(app, visit);
    quick(app, visit);
    fill(app);
    lists(app, visit);
    card(app, visit);
    own_card(app, visit);
    medicines(app, visit);
    questionnaires(app, visit);
    progress(app, visit);
    app.open_journal();
}

fn open_progress(app: &App<'_>) {
    app.click("button", &app.words("shell.rooms.progress"));
    app.find("heading", &app.words("progress.title"));
}

fn progress_empty(app: &App<'_>, visit: Visit<'_>) {
    open_progress(app);
    app.choose("radio", &app.words("progress.spans.all"));
    visit("progress, all time, first", app);
    app.choose("radio", &app.words("progress.spans.programme"));
    app.find("textbox", &app.words("progress.programme_label"));
    visit("progress, no first day of the program", app);
    app.choose("radio", &app.words("progress.spans.month"));
    app.click("button", &app.words("progress.parts.together"));
    app.see(&app.words("progress.together_lead"));
    visit("progress, together, nothing yet", app);
}

fn quick(app: &App<'_>, visit: Visit<'_>) {
    app.open_check_in("past");
    app.see(&app.words("check_in.past_empty.kept.title"));
    visit("check-ins, past, empty", app);
    app.click("button", &app.words("check_in.daylio"));
    app.find("button", &app.words("check_in.daylio_choose"));
    visit("check-ins, Daylio", app);
    app.open_check_in("week");
    app.see(&app.words("card.week_empty_title"));
    visit("diary card, week, blank", app);
    app.open_check_in("card");
    app.find("switch", &app.words("card.session_on"));
    visit("diary card, empty", app);
    app.open_check_in("now");
    app.click("button", &step_named(app, 3));
    app.see(&app.words("check_in.words_title"));
    visit("check in, now", app);
    app.click("button", &app.words("check_in.words_more"));
    app.fill(
        "textbox",
        &app.words("check_in.words_add"),
        "washed out\u{E007}",
    );
    app.fill(
        "textbox",
        &app.words("check_in.note"),
        "The bus was late, and the room was full.",
    );
    app.find("checkbox", "washed out");
    visit("check in, all the words", app);
    app.click("button", &app.words("check_in.done"));
    app.find("heading", &app.words("check_in.now_today"));
    visit("check in, today so far", app);
    app.click_like("button", &step_named(app, 3));
    app.click("button", &app.words("check_in.now_other"));
    app.find("dialog", &app.words("check_in.other_title"));
    visit("check in, another time", app);
    app.click("button", &app.words("check_in.done"));
    app.open_today();
    visit("today, checked in", app);
}

/// The name of one of the seven steps.
fn step_named(app: &App<'_>, mood: usize) -> String {
    let steps = app.ask("check_in_words", &Value::Null)["steps"].take();
    steps[mood - 1]["name"]
        .as_str()
        .unwrap_or_default()
        .to_owned()
}

/// Days with a card and two check-ins, with gaps between them.
fn fill(app: &App<'_>) {
    for days_ago in (1..=DAYS).filter(|day| day % 6 != 0) {
        let wave = u8::try_from(days_ago % 5).unwrap_or_default();
        app.add_check_in(days_ago, 2 + wave, &["tired"], "");
        app.add_check_in(days_ago, 3 + wave % 3, &[], "A walk before supper.");
        let level = f64::from(wave);
        app.add_card(
            &app.day_before(days_ago),
            &[
                ("Anger", level.min(3.0)),
                ("Sadness", 4.0 - level),
                ("Urge to use substances", level.min(3.0)),
                ("Hours of sleep", 5.5 + level / 2.0),
            ],
            if wave > 1 {
                &["stop", "paced-breathing"]
            } else {
                &["stop"]
            },
        );
    }
}

fn lists(app: &App<'_>, visit: Visit<'_>) {
    app.open_check_in("past");
    app.find_like("button", "A walk before supper.");
    visit("check-ins, past", app);
    app.click_like("button", "A walk before supper.");
    app.find("dialog", &app.words("check_in.change_title"));
    visit("check-ins, change", app);
    app.click("button", &app.words("check_in.done"));
    let newest = app.check_ins()[1]["id"].clone();
    app.ask("check_in_trash", &json!({"id": newest}));
    app.click("button", &app.words("check_in.past_which.trashed"));
    app.find_like("button", &app.words("check_in.restore"));
    visit("check-ins, trash", app);
    app.click_like("button", &app.words("check_in.delete_for_good"));
    app.find("dialog", &app.words("check_in.delete_title"));
    visit("check-ins, delete for good", app);
    app.click("button", &app.words("check_in.delete_keep"));
    app.open_check_in("week");
    app.see("Anger");
    visit("diary card, week", app);
}

fn card(app: &App<'_>, visit: Visit<'_>) {
    let yesterday = app.day_before(1);
    let card = app.card_of(&yesterday);
    let answers = |kind: &str| match kind {
        "text" => json!({"number": null, "text": "Two beers with supper"}),
        "hours" => json!({"number": 6.5, "text": null}),
        "scale" => json!({"number": 3, "text": null}),
        _ => json!({"number": 1, "text": null}),
    };
    let values: Vec<Value> = card["items"]
        .as_array()
        .into_iter()
        .flatten()
        .filter(|item| item["key"] != json!("action-self-harm"))
        .map(|item| {
            let mut value = answers(item["kind"].as_str().unwrap_or_default());
            value["item"] = item["id"].clone();
            value
        })
        .collect();
    app.ask(
        "card_save",
        &json!({
            "date": yesterday, "values": values, "skills": ["stop", "check-the-facts"], "skills_code": 4,
            "why_no_skills": "", "note": "Argued with Sam, then walked home the long way.", "session_day": true,
        }),
    );
    app.open_check_in("card");
    app.click("button", &app.words("card.day_before"));
    app.see(&app.words("card.sections.session"));
    visit("diary card, a session day", app);
    let module = app.card_of(&yesterday)["skills"][0]["module"].clone();
    let name = app.words(&format!(
        "skills.modules.{}",
        module.as_str().unwrap_or_default()
    ));
    app.click_like("button", &name);
    visit("diary card, skills", app);
    app.open_check_in("week");
    app.see(&app.words("card.week_notes"));
    visit("diary card, a full week", app);

    // The only screen with the offer of the card: above the page, whatever it shows.
    app.open_check_in("card");
    let suicide = app.card_of(&app.day_before(0));
    let row = row_named(&suicide, "Thoughts of suicide")["id"].clone();
    let press = "const row = document.getElementById(`row-${arguments[0]}`).closest('tr');
        row.querySelectorAll('input')[4].click();";
    app.expect(app.session().script(press, &[row]), "a high answer");
    app.see(&app.words("assessments.offer_title"));
    visit("diary card, help is offered", app);
    app.click("button", &app.words("assessments.offer_close"));
    app.click("button", &app.words("card.clear"));
    app.see(&app.words("card.cleared"));
    visit("diary card, cleared", app);
    app.dismiss_message();
}

fn own_card(app: &App<'_>, visit: Visit<'_>) {
    app.open_check_in("set");
    app.find("heading", &app.words("card.sections.session"));
    visit("my card", app);
    let section = app.words("card.sections.actions");
    app.click(
        "button",
        &app.words_with("card.set_own_of", &[json!(section)]),
    );
    app.find(
        "dialog",
        &app.words_with("card.form_own", &[json!(section)]),
    );
    app.click("button", &app.words("card.form_add"));
    app.see(&app.words("card.form_name_missing"));
    visit("my card, a row of one's own", app);
    app.fill(
        "textbox",
        &app.words("card.form_name"),
        "Called someone back",
    );
    app.click("button", &app.words("card.form_add"));
    app.see(&app.words_with("card.set_shown", &[json!("Called someone back")]));
    visit("my card, undo", app);
    app.dismiss_message();
    app.click(
        "button",
        &app.words_with(
            "card.set_row_of",
            &[json!(app.words("card.set_rename")), json!("Anger")],
        ),
    );
    app.see(&app.words("card.form_used"));
    visit("my card, another name", app);
    app.click("button", &app.words("card.form_cancel"));
}

fn medicines(app: &App<'_>, visit: Visit<'_>) {
    app.open_check_in("medicines");
    app.see(&app.words("card.medicines_empty_title"));
    visit("medicines, empty", app);
    app.click("button", &app.words("card.medicine_add"));
    app.find("textbox", &app.words("card.medicine_name"));
    app.click("button", &app.words("card.medicine_save"));
    app.see(&app.words("card.medicine_name_missing"));
    visit("medicines, add", app);
    app.click("button", &app.words("card.medicine_cancel"));
    for (name, stopped) in [("Morning tablet", false), ("Old drops", true)] {
        app.ask(
            "medication_save",
            &json!({
                "id": null, "name": name, "dose": "one", "times": "with breakfast", "prescriber": "Dr. Osei",
                "stopped": stopped,
            }),
        );
    }
    app.open_check_in("medicines");
    app.see("Old drops");
    visit("medicines", app);
}

fn questionnaires(app: &App<'_>, visit: Visit<'_>) {
    app.add_assessment("gad-7", 2);
    app.add_assessment("gad-7", 1);
    app.open_check_in("assessments");
    let of = |words: &str, name: &str| app.words_with(words, &[json!(name)]);
    app.find("button", &of("assessments.start_of", "PHQ-9"));
    app.click("button", &of("assessments.about_of", "PHQ-9"));
    app.see(&app.words("assessments.licence"));
    visit("questionnaires", app);
    app.click("button", &of("assessments.start_of", "PHQ-9"));
    app.find("button", &app.words("assessments.finish"));
    visit("questionnaire, blank", app);
    let answer = "document.querySelector(`[data-item=\"${arguments[0]}\"]`)
        .querySelectorAll('input')[arguments[1]].click()";
    app.expect(
        app.session().script(answer, &[json!("1"), json!(1)]),
        "an answer",
    );
    app.click("button", &app.words("assessments.finish"));
    app.see(&app.words("assessments.still_open"));
    visit("questionnaire, still open", app);
    app.click("button", &app.words("assessments.leave"));
    app.find("button", &of("assessments.go_on_of", "PHQ-9"));
    visit("questionnaires, half done", app);
    app.click("button", &of("assessments.results_of", "GAD-7"));
    app.find("heading", &app.words("assessments.trend"));
    visit("questionnaire, result", app);
    app.click("button", &app.words("assessments.band"));
    app.click_like("button", &app.words("progress.as_table"));
    app.click("button", &app.words("assessments.about"));
    app.find("button", &app.words("progress.table_hide"));
    visit("questionnaire, result, opened", app);
    app.ask(
        "assessment_choose",
        &json!({"instrument": "pc-ptsd-5", "on": true}),
    );
    app.open_check_in("assessments");
    app.click("button", &of("assessments.start_of", "PC-PTSD-5"));
    app.find("button", &app.words("assessments.finish"));
    visit("questionnaire, first question", app);
    app.click("button", &app.words("assessments.leave"));
    app.click("button", &app.words("assessments.trash_title"));
    app.see(&app.words("assessments.trash_empty.title"));
    visit("questionnaires, trash, empty", app);
    app.click("button", &app.words("assessments.trash_back"));
    let thrown = app.add_assessment("phq-2", 1)["id"].clone();
    app.ask("assessment_trash", &json!({"id": thrown}));
    app.click("button", &app.words("assessments.trash_title"));
    app.find_like("button", &app.words("assessments.restore"));
    visit("questionnaires, trash", app);
    app.click_like("button", &app.words("assessments.delete_for_good"));
    app.find("dialog", &app.words("assessments.delete_title"));
    visit("questionnaires, delete for good", app);
    app.click("button", &app.words("assessments.delete_keep"));
}

fn progress(app: &App<'_>, visit: Visit<'_>) {
    open_progress(app);
    for span in ["week", "month", "all"] {
        app.choose("radio", &app.words(&format!("progress.spans.{span}")));
        let walked = app.words_with("progress.walk", &[json!(app.words("progress.mood"))]);
        app.find("slider", &walked);
        visit(&format!("progress, {span}"), app);
    }
    app.choose("radio", &app.words("progress.spans.month"));
    let mood = app.words("progress.mood");
    app.click_like(
        "button",
        &app.words_with("progress.table_of", &[json!(mood)]),
    );
    app.find("button", &app.words("progress.table_hide"));
    visit("progress, a table", app);
    app.click("button", &app.words_with("progress.hide", &[json!(mood)]));
    app.find("heading", &app.words("progress.hidden_title"));
    visit("progress, hidden for now", app);
    app.dismiss_message();
    let began = app.day_before(12);
    app.ask("programme_start_save", &json!({"date": began}));
    app.choose("radio", &app.words("progress.spans.programme"));
    app.find("button", &app.words("progress.programme_change"));
    visit("progress, program", app);
    app.choose("radio", &app.words("progress.spans.all"));
    app.click("button", &app.words("progress.parts.together"));
    app.see(&app.words("progress.together_not_because"));
    visit("progress, together", app);
}
