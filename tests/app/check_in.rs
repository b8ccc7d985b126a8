//! Checking in: how it is right now, in a few keys.

use evenkeel_tests::app::App;
use evenkeel_tests::desktop::Desktop;
use evenkeel_tests::journey::PASSPHRASE;
use evenkeel_tests::webdriver::key;
use serde_json::{Value, json};

/// A slow hand needs this long for a key.
const SLOW_KEY_S: f64 = 0.5;
const QUICK_S: f64 = 10.0;

pub fn text(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}

pub fn at_today(desktop: &Desktop) -> App<'_> {
    let app = desktop.start();
    app.first_start(PASSPHRASE, false);
    app.go_to_room("today");
    app.find("button", &app.words("today.find_action"));
    app
}

/// The seven names, from very unpleasant to very pleasant.
fn step_names(app: &App<'_>) -> Vec<String> {
    let steps = app.ask("check_in_words", &Value::Null)["steps"].take();
    let names = steps.as_array().into_iter().flatten();
    names.map(|step| text(&step["name"]).to_owned()).collect()
}

/// Waits until there are so many check-ins. Answers them, the newest first.
#[track_caller]
fn see_check_ins(app: &App<'_>, count: usize) -> Vec<Value> {
    app.until(&format!("{count} check-ins"), |_| {
        let check_ins = app.check_ins();
        Ok((check_ins.len() == count).then_some(check_ins))
    })
}

/// Presses keys and counts them.
struct Keys<'a, 'd> {
    app: &'a App<'d>,
    pressed: u32,
}

impl Keys<'_, '_> {
    #[track_caller]
    fn press(&mut self, keys: &[char]) {
        self.app.press(&[], keys);
        self.pressed += u32::try_from(keys.len()).unwrap_or(u32::MAX);
    }

    #[track_caller]
    fn tab_until(&mut self, wanted: &str) {
        for _ in 0..12 {
            if self.app.focused().contains(wanted) {
                return;
            }
            self.press(&[key::TAB]);
        }
        panic!("Tab does not come to {wanted}");
    }

    fn seconds(&self) -> f64 {
        f64::from(self.pressed) * SLOW_KEY_S
    }
}

#[test]
fn a_check_in_takes_a_few_keys() {
    let desktop = Desktop::default();
    let app = at_today(&desktop);
    let names = step_names(&app);
    app.find("button", &names[5]);
    let mut keys = Keys {
        app: &app,
        pressed: 0,
    };
    keys.tab_until(&names[3]);
    keys.press(&['6']);
    app.see(&app.words("check_in.saved"));
    let kept = see_check_ins(&app, 1);
    assert_eq!(kept[0]["mood"], json!(6));
    assert!(keys.pressed <= 3, "{} keys for a step", keys.pressed);

    // A word and a few more of one's own still fit.
    let words = app.ask("check_in_words", &Value::Null)["words"].take();
    let pleasant = words
        .as_array()
        .and_then(|sides| sides.iter().find(|side| side["side"] == json!("pleasant")))
        .map(|side| text(&side["list"][0]).to_owned())
        .expect("pleasant words");
    keys.tab_until(&pleasant);
    keys.press(&[key::SPACE]);
    app.see_asked(
        "check_in_page",
        &json!({"before": null, "limit": 5, "trashed": false}),
        "the word",
        |page| page["check_ins"][0]["words"] == json!([pleasant]),
    );
    assert!(keys.seconds() < QUICK_S, "{} s", keys.seconds());

    app.type_at(&app.words("check_in.note"), "The sun came out.");
    app.tab_back_to("button", &app.words("check_in.done"));
    app.press(&[], &[key::ENTER]);
    let kept = app.until("the note is kept", |_| {
        let kept = app.check_ins();
        Ok((kept[0]["note"] == json!("The sun came out.")).then_some(kept))
    });
    assert_eq!(kept.len(), 1, "it is still the same one");

    // The next one of the day is another one.
    app.see_focus("heading", &app.words("check_in.ask"));
    app.press(&[], &[key::TAB, '2']);
    let kept = see_check_ins(&app, 2);
    assert_eq!([&kept[0]["mood"], &kept[1]["mood"]], [&json!(2), &json!(6)]);
}

#[test]
fn one_click_checks_in_and_one_takes_it_back() {
    let desktop = Desktop::default();
    let app = at_today(&desktop);
    let names = step_names(&app);
    app.click("button", &names[1]);
    app.see(&app.words("check_in.saved"));
    assert_eq!(see_check_ins(&app, 1)[0]["mood"], json!(2));
    app.click("button", &names[2]);
    app.until("the other step is kept", |_| {
        Ok((app.check_ins()[0]["mood"] == json!(3)).then_some(()))
    });
    app.click("button", &app.words("check_in.undo"));
    app.see(&app.words("check_in.taken_back"));
    see_check_ins(&app, 0);
    app.click("button", &app.words("check_in.put_back"));
    assert_eq!(see_check_ins(&app, 1)[0]["mood"], json!(3));
}

#[test]
fn check_ins_are_changed_and_thrown_away_with_undo() {
    let desktop = Desktop::default();
    let app = at_today(&desktop);
    let names = step_names(&app);
    let kept = app.add_check_in(0, 3, &["tired"], "After lunch");
    app.add_check_in(1, 5, &[], "The day before");

    app.go_to_check_in("now");
    app.enter_like("After lunch");
    app.find("dialog", &app.words("check_in.change_title"));
    app.tab_to("button", &names[2]);
    app.press(&[], &['4']);
    app.enter(&app.words("check_in.done"));
    app.see(&app.words("check_in.changed"));
    let request = json!({"before": null, "limit": 5, "trashed": false});
    let changed = |mood: u8| {
        app.see_asked("check_in_page", &request, "the change", |page| {
            page["check_ins"][0]["mood"] == json!(mood)
        })
    };
    let page = changed(4);
    for field in ["id", "date", "time", "words", "note"] {
        assert_eq!(page["check_ins"][0][field], kept[field], "{field} stays");
    }
    app.click("button", &app.words("check_in.undo"));
    changed(3);
    app.dismiss_message();

    app.open_check_in("past");
    let trash_of = |check_in: &Value| {
        let script = "const [day, time, done] = arguments;
            Promise.all([import('/js/dates.js'), import('/js/strings/en.js')]).then(([dates, { t }]) =>
                done(t.check_in.trash_of(t.check_in.when(dates.nearDay(day, ''), dates.clock(time)))));";
        let arguments = [check_in["date"].clone(), check_in["time"].clone()];
        let name = app.session().script_async(script, &arguments);
        let name = app.expect(name, "the page has words");
        text(&name).split_whitespace().collect::<Vec<_>>().join(" ")
    };
    app.click("button", &trash_of(&kept));
    app.see(&app.words("check_in.trashed"));
    see_check_ins(&app, 1);
    app.click("button", &app.words("check_in.undo"));
    assert_eq!(see_check_ins(&app, 2)[0], kept);
}
