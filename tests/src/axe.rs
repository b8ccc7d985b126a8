//! axe-core in the page, and the measures it does not take.

use crate::app::App;
use crate::process;
use serde_json::{Value, json};
use std::fs;

const RUN: &str = r#"
    const done = arguments[arguments.length - 1];
    axe.run(document, { resultTypes: ["violations"], rules: { "target-size": { enabled: true } } }).then(
        (results) => done(results.violations.map((violation) => ({
            rule: violation.id,
            help: violation.help,
            nodes: violation.nodes.map((node) => `${node.target.join(" ")}: ${node.failureSummary}`),
        }))),
        (error) => done([{ rule: "axe itself", help: String(error), nodes: [] }]),
    );
"#;

/// Everything axe-core has against the page as it stands, one line a finding.
///
/// # Panics
/// When axe-core is not installed or does not run.
#[must_use]
#[track_caller]
pub fn violations(app: &App<'_>) -> Vec<String> {
    let has_axe = app.expect(
        app.session().script("return typeof axe === 'object'", &[]),
        "the page answers",
    );
    if has_axe != json!(true) {
        let path = process::workspace_dir().join("tooling/node_modules/axe-core/axe.min.js");
        let source = fs::read_to_string(&path)
            .unwrap_or_else(|error| panic!("{}: {error}; run: npm ci in tooling/", path.display()));
        app.expect(app.session().script(&source, &[]), "axe-core loads");
    }
    let found = app.expect(app.session().script_async(RUN, &[]), "axe-core runs");
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    found
        .as_array()
        .expect("axe-core answers with a list")
        .iter()
        .map(|violation| {
            let nodes = violation["nodes"]
                .as_array()
                .into_iter()
                .flatten()
                .map(text);
            let nodes: Vec<String> = nodes.collect();
            format!(
                "{} ({}): {}",
                text(&violation["rule"]),
                text(&violation["help"]),
                nodes.join(" | ")
            )
        })
        .collect()
}

const TARGETS: &str = r#"
    const [least] = arguments;
    const css = "a[href], button, input, select, textarea, summary, [role=button], [role=option], [role=tab], [tabindex='0']";
    const union = (boxes) => ({
        width: Math.max(...boxes.map((box) => box.right)) - Math.min(...boxes.map((box) => box.left)),
        height: Math.max(...boxes.map((box) => box.bottom)) - Math.min(...boxes.map((box) => box.top)),
    });
    return [...document.querySelectorAll(css)].filter((element) => {
        if (!element.checkVisibility({ visibilityProperty: true }) || element.closest("[inert], [aria-hidden=true]")) return false;
        // A link within a sentence is as high as its line; WCAG 2.5.8 leaves those out.
        if (element.matches("a") && getComputedStyle(element).display === "inline" && element.closest("p, li")) return false;
        // A press on its label is a press on the control.
        const boxes = [element, ...(element.labels ?? [])].map((each) => each.getBoundingClientRect());
        const whole = element.matches("input[type=radio], input[type=checkbox]") ? union(boxes) : boxes[0];
        return whole.width < least - 0.5 || whole.height < least - 0.5;
    }).map((element) => {
        const box = element.getBoundingClientRect();
        const name = element.getAttribute("aria-label") || element.labels?.[0]?.innerText || element.innerText || element.id;
        return `${element.localName} "${name}" is ${Math.round(box.width)} × ${Math.round(box.height)}`;
    });
"#;

/// Controls that are smaller than `least` CSS pixels in either direction.
#[must_use]
#[track_caller]
pub fn small_targets(app: &App<'_>, least: u32) -> Vec<String> {
    let found = app.expect(
        app.session().script(TARGETS, &[json!(least)]),
        "targets are measured",
    );
    found
        .as_array()
        .into_iter()
        .flatten()
        .map(crate::roles::text_of)
        .collect()
}

/// The page, and each part of it that scrolls by itself.
const OVERFLOW: &str = r#"
    const called = (element) => [element.localName, ...element.classList].join(".");
    const scrolls = (element) => element === document.documentElement || (element.checkVisibility()
        && /auto|scroll/.test(getComputedStyle(element).overflowX));
    // A table of two dimensions may scroll in a part of its own that the keyboard reaches; WCAG 1.4.10 leaves those out.
    const holdsTable = (element) => element.matches("[role=region][tabindex='0']") && element.querySelector("table") !== null;
    const wide = [...document.querySelectorAll("*")].filter((element) => scrolls(element) && !holdsTable(element) && element.scrollWidth > element.clientWidth);
    return wide.flatMap((part) => {
        const right = part.getBoundingClientRect().left + part.clientWidth + 1;
        const out = [...part.querySelectorAll("*")].filter((element) => element.getBoundingClientRect().right > right);
        return [`${called(part)} is ${part.scrollWidth} wide in ${part.clientWidth}`, ...out.slice(0, 5).map(called)];
    });
"#;

/// What sticks out to the right, if the page or a part of it scrolls sideways.
#[must_use]
#[track_caller]
pub fn sideways_scroll(app: &App<'_>) -> Vec<String> {
    let found = app.expect(app.session().script(OVERFLOW, &[]), "the width is measured");
    found
        .as_array()
        .into_iter()
        .flatten()
        .map(crate::roles::text_of)
        .collect()
}
