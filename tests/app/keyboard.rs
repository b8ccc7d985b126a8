//! The main journey with keys only, and the order in which Tab goes round each screen.

use evenkeel_tests::app::{App, Page};
use evenkeel_tests::desktop::Desktop;
use evenkeel_tests::journey::PASSPHRASE;
use evenkeel_tests::roles;
use evenkeel_tests::webdriver::key;
use serde_json::json;

/// A role, and where its name stands in the strings file; after `=` the name itself.
pub type Stop<'a> = (&'a str, &'a str);

const LOCK_BAR: &[Stop<'_>] = &[("button", "nav.hide"), ("button", "nav.help")];
pub const RAIL: &[Stop<'_>] = &[
    ("link", "shell.skip"),
    ("button", "shell.rooms.today"),
    ("button", "shell.rooms.check_in"),
    ("button", "shell.rooms.skills"),
    ("button", "shell.rooms.journal"),
    ("button", "shell.rooms.schedule"),
    ("button", "shell.rooms.progress"),
    ("button", "shell.rooms.settings"),
    ("button", "shell.lock"),
    ("button", "shell.hide"),
    ("button", "nav.help"),
];

fn name_of(app: &App<'_>, (_, name): Stop<'_>) -> String {
    name.strip_prefix('=')
        .map_or_else(|| app.words(name), str::to_owned)
}

fn spoken(app: &App<'_>, stop: Stop<'_>) -> String {
    roles::spoken(stop.0, &name_of(app, stop))
}

/// From what has the focus on arrival, once round and back to it.
#[track_caller]
pub fn assert_order(app: &App<'_>, groups: &[&[Stop<'_>]]) {
    let expected: Vec<String> = groups
        .concat()
        .into_iter()
        .map(|stop| spoken(app, stop))
        .collect();
    app.until(
        &format!(
            "the focus arrives at {}",
            expected.first().map_or("", String::as_str)
        ),
        |_| Ok((Some(&app.focused()) == expected.first()).then_some(())),
    );
    assert_eq!(app.focus_order(), expected);
}

#[track_caller]
fn tab_to(app: &App<'_>, stop: Stop<'_>) {
    app.tab_to(stop.0, &name_of(app, stop));
}

#[track_caller]
fn press_button(app: &App<'_>, name: &str) {
    app.enter(&app.words(name));
}

#[test]
fn the_main_journey_needs_no_mouse() {
    let desktop = Desktop::default();
    let mut app = desktop.start();

    // The welcome.
    assert_order(
        &app,
        &[
            &[("heading", "welcome.is.title"), ("button", "common.next")],
            LOCK_BAR,
        ],
    );
    press_button(&app, "common.next");
    assert_order(
        &app,
        &[
            &[
                ("heading", "welcome.never.title"),
                ("button", "common.next"),
                ("button", "common.back"),
            ],
            LOCK_BAR,
        ],
    );
    press_button(&app, "common.next");
    assert_order(
        &app,
        &[
            &[
                ("heading", "welcome.is_not.title"),
                ("button", "welcome.to_setup"),
                ("button", "common.back"),
            ],
            LOCK_BAR,
        ],
    );
    press_button(&app, "welcome.to_setup");

    // The passphrase.
    let [label, again] =
        ["setup.passphrase.label", "setup.passphrase.again"].map(|path| app.words(path));
    let [show, show_again] = [&label, &again]
        .map(|label| format!("={}", app.words_with("common.show_typed", &[json!(label)])));
    let label = format!("={label}");
    assert_order(
        &app,
        &[
            &[
                ("textbox", &label),
                ("button", &show),
                ("button", "setup.passphrase.suggest"),
                ("textbox", "setup.passphrase.again"),
                ("button", &show_again),
                ("button", "common.next"),
                ("button", "common.back"),
            ],
            LOCK_BAR,
        ],
    );
    app.type_keys(PASSPHRASE);
    tab_to(&app, ("textbox", "setup.passphrase.again"));
    app.type_keys(PASSPHRASE);
    app.press(&[], &[key::ENTER]);

    // The recovery words.
    app.find("heading", &app.words("words.title"));
    let words = app.recovery_words();
    assert_order(
        &app,
        &[
            &[
                ("heading", "words.title"),
                ("button", "words.written"),
                ("button", "words.print"),
                ("button", "common.back"),
            ],
            LOCK_BAR,
        ],
    );
    press_button(&app, "words.written");
    app.find("heading", &app.words("words.check_title"));
    let asked: Vec<(String, &String)> = (1..)
        .zip(&words)
        .map(|(place, word)| (app.words_with("words.word_number", &[json!(place)]), word))
        .filter(|(label, _)| app.has("textbox", label))
        .collect();
    let [(first, first_word), (second, second_word)] = asked.as_slice() else {
        panic!("two words are asked for")
    };
    let (first, second) = (format!("={first}"), format!("={second}"));
    assert_order(
        &app,
        &[
            &[
                ("textbox", &first),
                ("textbox", &second),
                ("button", "words.check"),
                ("button", "words.again"),
            ],
            LOCK_BAR,
        ],
    );
    app.type_keys(first_word);
    app.press(&[], &[key::TAB]);
    app.type_keys(second_word);
    app.press(&[], &[key::ENTER]);

    // The keychain: one stop for the group, arrow keys within.
    app.find("heading", &app.words("setup.keychain.title"));
    assert_order(
        &app,
        &[
            &[
                ("heading", "setup.keychain.title"),
                ("radio", "setup.keychain.no"),
                ("button", "setup.keychain.finish"),
                ("button", "common.back"),
            ],
            LOCK_BAR,
        ],
    );
    tab_to(&app, ("radio", "setup.keychain.no"));
    app.press(&[], &[key::DOWN]);
    assert_eq!(app.focused(), spoken(&app, ("radio", "setup.keychain.yes")));
    app.press(&[], &[key::UP]);
    press_button(&app, "setup.keychain.finish");

    // Today, and the open journal.
    app.follow(Page::Main);
    press_button(&app, "shell.rooms.journal");
    app.see(&app.words("journal.empty_title"));
    app.see(&app.words("journal.prompt_offer"));
    let details = app.words_with(
        "journal.details_of",
        &[
            json!(app.words("journal.kinds.journal")),
            json!(app.words("journal.now")),
        ],
    );
    let details = format!("={}: {details}", app.words("journal.details"));
    assert_order(
        &app,
        &[
            &[
                ("heading", "journal.title"),
                ("button", "journal.new_entry"),
                ("textbox", "journal.search"),
                ("button", "journal.filters"),
                ("button", "journal.empty_action"),
                ("button", "journal.trash"),
                ("textbox", "journal.title_label"),
                ("button", &details),
                ("button", "journal.prompt_offer"),
                ("textbox", "journal.body_label"),
            ],
            RAIL,
        ],
    );

    // Write, find, throw away, take back.
    app.press(&[key::CONTROL], &['n']);
    let body = spoken(&app, ("textbox", "journal.body_label"));
    app.until("the page takes words at once", |_| {
        Ok((app.focused() == body).then_some(()))
    });
    app.type_keys("Two herons on the sandbank.");
    tab_to(&app, ("textbox", "journal.title_label"));
    app.type_keys("Low tide");
    app.see_saved();
    app.press(&[key::CONTROL], &['f']);
    let search = spoken(&app, ("textbox", "journal.search"));
    app.until("the search takes words at once", |_| {
        Ok((app.focused() == search).then_some(()))
    });
    app.type_keys("heron");
    app.find_like("button", "Low tide");
    press_button(&app, "journal.trash_entry");
    app.see(&app.words("journal.undo"));
    app.press(&[], &[key::F6]);
    assert_eq!(app.focused(), spoken(&app, ("button", "journal.undo")));
    app.press(&[], &[key::ENTER]);
    app.find_like("button", "Low tide");

    // Help and back, to the same place.
    app.until("the page has the focus again", |_| {
        Ok((app.focused() == body).then_some(()))
    });
    app.press(&[], &[key::F1]);
    app.see(&app.words("help.region_choose"));
    assert_eq!(app.focused(), spoken(&app, ("heading", "help.title")));
    app.press(&[], &[key::ESCAPE]);
    app.until("the page has the focus again", |_| {
        Ok((app.focused() == body).then_some(()))
    });

    // Settings.
    press_button(&app, "shell.rooms.settings");
    app.find("heading", &app.words("settings.title"));
    tab_to(&app, ("button", "settings.sections.appearance"));
    app.press(&[], &[key::DOWN, key::DOWN, key::DOWN, key::ENTER]);
    let [now, new] =
        ["settings.passphrase_current", "settings.passphrase_new"].map(|path| app.words(path));
    let [show_now, show_new] = [&now, &new]
        .map(|label| format!("={}", app.words_with("common.show_typed", &[json!(label)])));
    assert_order(
        &app,
        &[
            &[
                ("heading", "settings.sections.keys"),
                ("textbox", "settings.passphrase_current"),
                ("button", &show_now),
                ("textbox", "settings.passphrase_new"),
                ("button", &show_new),
                ("button", "settings.passphrase_suggest"),
                ("button", "settings.passphrase_change"),
                ("button", "settings.recovery_make"),
                ("switch", "settings.keychain"),
                ("button", "settings.known_open"),
            ],
            RAIL,
            &[("button", "settings.sections.keys")],
        ],
    );

    // Lock and unlock.
    app.press_away(&[key::CONTROL], &['l']);
    app.follow_lock();
    app.find("heading", &app.words("unlock.title"));
    let show = format!(
        "={}",
        app.words_with(
            "common.show_typed",
            &[json!(app.words("unlock.passphrase"))]
        )
    );
    assert_order(
        &app,
        &[
            &[
                ("textbox", "unlock.passphrase"),
                ("button", &show),
                ("button", "unlock.open"),
                ("button", "unlock.with_words"),
            ],
            LOCK_BAR,
        ],
    );
    app.type_keys(PASSPHRASE);
    app.press(&[], &[key::ENTER]);
    app.arrive_at_today();
    press_button(&app, "shell.rooms.journal");
    tab_to(&app, ("button", "journal.new_entry"));
    let row = app.find_like("button", "Low tide");
    for _ in 0..10 {
        app.press(&[], &[key::TAB]);
        if app.expect(app.session().active_element(), "something has the focus") == row {
            break;
        }
    }
    app.press(&[], &[key::ENTER]);
    let label = app.words("journal.body_label");
    app.until("the entry is open", |_| {
        Ok((app.value("textbox", &label) == "Two herons on the sandbank.").then_some(()))
    });
}
