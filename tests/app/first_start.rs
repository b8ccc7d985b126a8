//! The first start: from nothing to an open journal, with every slip on the way.

use evenkeel_tests::app::Page;
use evenkeel_tests::desktop::{Desktop, Look};
use evenkeel_tests::journey::PASSPHRASE;
use evenkeel_tests::webdriver::key;
use serde_json::json;
use std::fs;
use std::os::unix::fs::PermissionsExt;

#[test]
fn it_says_what_it_is_before_it_asks_for_anything() {
    let desktop = Desktop::default();
    let app = desktop.start();
    for screen in ["is", "never", "is_not"] {
        app.find("heading", &app.words(&format!("welcome.{screen}.title")));
        for point in 0..3 {
            app.see(&app.words(&format!("welcome.{screen}.points.{point}.text")));
        }
        app.find("button", &app.words("nav.help"));
        let next = if screen == "is_not" {
            "welcome.to_setup"
        } else {
            "common.next"
        };
        app.click("button", &app.words(next));
    }
    app.find("heading", &app.words("setup.passphrase.title"));
    app.press(&[], &[key::ESCAPE]);
    app.find("heading", &app.words("welcome.is_not.title"));
    app.press(&[], &[key::ESCAPE]);
    app.find("heading", &app.words("welcome.never.title"));
}

#[test]
fn a_weak_or_mistyped_passphrase_goes_no_further() {
    let desktop = Desktop::default();
    let app = desktop.start();
    app.welcome();
    let (label, again, next) = (
        app.words("setup.passphrase.label"),
        app.words("setup.passphrase.again"),
        app.words("common.next"),
    );
    for (first, second, answer) in [
        ("", "", "empty"),
        ("short", "short", "too_short"),
        ("password123", "password123", "too_guessable"),
        (PASSPHRASE, "nine herons wade past Otterburm", "differs"),
    ] {
        if !first.is_empty() {
            app.fill("textbox", &label, first);
            app.fill("textbox", &again, second);
        }
        app.click("button", &next);
        app.see(&app.words(&format!("setup.passphrase.{answer}")));
        assert_eq!(
            app.value("textbox", &label),
            first,
            "what was typed is still there"
        );
    }
    app.fill("textbox", &again, PASSPHRASE);
    app.click("button", &next);
    app.find("heading", &app.words("words.title"));
    assert!(
        !desktop.vault_dir().join("vault.keys").exists(),
        "nothing is on disk before it is finished"
    );
}

#[test]
fn five_words_are_made_on_request_and_open_it() {
    let desktop = Desktop::default();
    let mut app = desktop.start();
    app.welcome();
    app.click("button", &app.words("setup.passphrase.suggest"));
    app.see(&app.words("setup.passphrase.suggested"));
    let suggested = app.value("textbox", &app.words("setup.passphrase.label"));
    assert_eq!(suggested.split(' ').count(), 5, "{suggested:?}");
    app.click("button", &app.words("setup.passphrase.suggest_other"));
    let label = app.words("setup.passphrase.label");
    let other = app.until("other words", |_| {
        Ok(Some(app.value("textbox", &label)).filter(|words| *words != suggested))
    });
    app.fill("textbox", &app.words("setup.passphrase.again"), &other);
    app.click("button", &app.words("common.next"));
    app.confirm_recovery_words();
    app.click("button", &app.words("setup.keychain.finish"));
    app.arrive();
    app.lock();
    app.unlock(&other);
}

#[test]
fn the_recovery_words_must_be_on_paper() {
    let desktop = Desktop::default();
    let app = desktop.start();
    app.welcome();
    app.choose_passphrase(PASSPHRASE);
    app.find("heading", &app.words("words.title"));
    let words = app.recovery_words();
    app.click("button", &app.words("words.written"));
    app.find("heading", &app.words("words.check_title"));
    let asked: Vec<usize> = (1..=12)
        .filter(|place| {
            app.has(
                "textbox",
                &app.words_with("words.word_number", &[json!(place)]),
            )
        })
        .collect();
    assert_eq!(asked.len(), 2, "two are asked for: {asked:?}");
    for place in &asked {
        app.fill(
            "textbox",
            &app.words_with("words.word_number", &[json!(place)]),
            "otter",
        );
    }
    app.click("button", &app.words("words.check"));
    for place in &asked {
        app.see(&app.words_with("words.mismatch", &[json!(place)]));
    }
    app.click("button", &app.words("words.again"));
    assert_eq!(
        app.recovery_words(),
        words,
        "the sheet is the same as before"
    );
}

#[test]
fn a_first_start_broken_off_begins_anew() {
    let desktop = Desktop::default();
    let mut app = desktop.start();
    app.welcome();
    app.choose_passphrase(PASSPHRASE);
    app.find("heading", &app.words("words.title"));
    app.cut_power();
    let app = desktop.start();
    app.first_start(PASSPHRASE, false);
    app.follow(Page::Main);
}

#[test]
fn nobody_else_on_the_computer_can_read_the_files() {
    let desktop = Desktop::default();
    let mut app = desktop.start();
    app.first_start(PASSPHRASE, false);
    app.write_entry("Kept", "From other eyes.");
    app.quit();
    let mode = |path: &std::path::Path| {
        fs::metadata(path)
            .expect("it is there")
            .permissions()
            .mode()
            & 0o777
    };
    let dir = desktop.vault_dir();
    assert_eq!(mode(&dir), 0o700);
    for entry in fs::read_dir(&dir).expect("the folder is there").flatten() {
        let expected = if entry.path().is_dir() { 0o700 } else { 0o600 };
        assert_eq!(mode(&entry.path()), expected, "{}", entry.path().display());
    }
}

/// The desktop's own wishes are followed before anyone has been in Settings.
#[test]
fn it_looks_as_the_desktop_wishes() {
    for (look, wishes) in [
        (Look::default(), [false, false, false]),
        (
            Look {
                dark: true,
                ..Look::default()
            },
            [true, false, false],
        ),
        (
            Look {
                more_contrast: true,
                ..Look::default()
            },
            [false, true, false],
        ),
        (
            Look {
                still: true,
                ..Look::default()
            },
            [false, false, true],
        ),
    ] {
        let desktop = Desktop::new(look);
        let app = desktop.start();
        let script = "return ['(prefers-color-scheme: dark)', '(prefers-contrast: more)', '(prefers-reduced-motion: reduce)']
            .map((query) => matchMedia(query).matches)";
        let seen = app.expect(app.session().script(script, &[]), "the page answers");
        assert_eq!(seen, json!(wishes), "{look:?}");
    }
}
