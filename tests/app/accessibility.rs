//! Every screen, in each look and at both ends of the text size.

use evenkeel_tests::app::App;
use evenkeel_tests::axe;
use evenkeel_tests::desktop::Desktop;
use evenkeel_tests::screens::{self, Style};
use serde_json::json;

const TARGET: u32 = 44;
const NARROW: (u32, u32) = (320, 720);
const SMALL: (u32, u32) = (1024, 720);

/// Walks every screen and fails once, at the end, with all that was found.
#[track_caller]
fn check(style: Style, look_at: impl Fn(&App<'_>) -> Vec<String>) {
    let mut faults = Vec::new();
    let mut visited = 0;
    screens::walk(style, |name, app| {
        visited += 1;
        if name != "gallery" {
            assert_style(app, style, name);
        }
        faults.extend(
            look_at(app)
                .into_iter()
                .map(|fault| format!("{name}: {fault}")),
        );
    });
    assert!(visited > 160, "only {visited} screens were visited");
    assert!(
        faults.is_empty(),
        "{} faults in {visited} screens:\n{}",
        faults.len(),
        faults.join("\n")
    );
}

/// The screen does look as it was meant to be checked.
#[track_caller]
fn assert_style(app: &App<'_>, style: Style, name: &str) {
    let script = "const root = document.documentElement;
        return [root.dataset.appearance, root.dataset.contrast, parseFloat(getComputedStyle(root).fontSize)];";
    let seen = app.expect(app.session().script(script, &[]), "the page answers");
    let expected = json!([style.appearance, style.contrast]);
    assert_eq!(json!([seen[0], seen[1]]), expected, "{name}");
    let size = seen[2].as_f64().unwrap_or_default();
    assert!(
        (size - f64::from(style.text_size) * 0.16).abs() < 0.5,
        "{name}: the text is {size} px"
    );
}

fn axe_and_targets(app: &App<'_>) -> Vec<String> {
    let mut faults = axe::violations(app);
    faults.extend(axe::small_targets(app, TARGET));
    faults
}

/// At 200 % in a window of 1024 × 720 nothing may need to be scrolled to the side.
fn axe_and_width(app: &App<'_>) -> Vec<String> {
    app.resize(SMALL.0, SMALL.1);
    let mut faults = axe_and_targets(app);
    faults.extend(axe::sideways_scroll(app));
    faults
}

#[test]
fn light() {
    check(Style::LIGHT, axe_and_targets);
}

#[test]
fn dark() {
    check(Style::DARK, axe_and_targets);
}

#[test]
fn contrast() {
    check(Style::CONTRAST, axe_and_targets);
}

#[test]
fn light_twice_as_large() {
    check(Style::LIGHT.twice_as_large(), axe_and_width);
}

#[test]
fn dark_twice_as_large() {
    check(Style::DARK.twice_as_large(), axe_and_width);
}

#[test]
fn contrast_twice_as_large() {
    check(Style::CONTRAST.twice_as_large(), axe_and_width);
}

/// A window as narrow as a phone scrolls in one direction only.
#[test]
fn narrow_windows_do_not_scroll_sideways() {
    check(Style::LIGHT, |app| {
        app.resize(NARROW.0, NARROW.1);
        let faults = axe::sideways_scroll(app);
        app.resize(1080, 780);
        faults
    });
}

#[test]
fn the_checks_find_what_is_planted() {
    let desktop = Desktop::default();
    let app = desktop.start();
    let plant = r#"
        const main = document.querySelector("main");
        const add = (name, style) => main.append(Object.assign(document.createElement(name), { innerText: "planted words" })) ?? Object.assign(main.lastChild.style, style);
        add("button", { width: "20px", height: "20px", minHeight: "0", padding: "0" });
        add("p", { color: "rgb(200 200 200)", backgroundColor: "rgb(255 255 255)" });
        add("div", { width: "4000px" });
        add("section", { width: "300px", overflow: "auto" });
        main.lastChild.append(Object.assign(document.createElement("img"), { width: 3000, alt: "" }));
        main.append(document.createElement("input"));
    "#;
    assert_eq!(axe_and_width(&app), [""; 0], "nothing before");
    app.expect(app.session().script(plant, &[]), "faults are planted");
    let faults = axe_and_width(&app).join("\n");
    for rule in [
        "color-contrast",
        "label",
        "20 × 20",
        "html is 4",
        "section is 3000 wide in 300",
    ] {
        assert!(faults.contains(rule), "{rule} is missing from:\n{faults}");
    }
}
