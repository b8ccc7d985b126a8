//! The clinical content that ships, and the words of the UI.
//!
//! Every fault of every file is reported at once, so that one run shows all there is to mend.

mod assessments;
mod broken;
mod check_in;
mod diary_card;
mod entry;
mod feeling_words;
mod library;
mod lint;
mod shape;
mod skills;
mod standard;
mod whole_set;

use std::path::Path;
use std::{fs, io};

use chrono::NaiveDate;
use evenkeel_core::content::{Gates, HelpLines, MinuteSkills, Prompts};
use evenkeel_tests::reading;

use lint::{help_lines, minute_skills, prompts};
use skills::{gates, skills};

fn read(path: &str) -> io::Result<String> {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("..").join(path);
    fs::read_to_string(&file)
        .map_err(|error| io::Error::other(format!("{}: {error}", file.display())))
}

fn content(name: &str) -> io::Result<String> {
    read(&format!("src-tauri/core/content/{name}"))
}

/// The skill files, each as its path below the folder of skills and its text.
fn skill_files() -> io::Result<Vec<(String, String)>> {
    const FOLDER: &str = "src-tauri/core/content/skills";
    let root = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("..")
        .join(FOLDER);
    let mut files = Vec::new();
    for module in fs::read_dir(&root)? {
        for file in fs::read_dir(module?.path())? {
            let file = file?.path();
            let path = file.strip_prefix(&root).map_err(io::Error::other)?;
            let path = path.to_string_lossy().replace('\\', "/");
            let text = read(&format!("{FOLDER}/{path}"))?;
            files.push((path, text));
        }
    }
    files.sort();
    Ok(files)
}

fn assert_no_faults(faults: &[String]) {
    assert!(
        faults.is_empty(),
        "{} faults:\n{}",
        faults.len(),
        faults.join("\n")
    );
}

#[test]
fn bundled_content_has_no_faults() {
    let today = lint::latest_date_on_earth().unwrap();
    let mut faults = Vec::new();
    let mut add = |name: &str, found: Vec<String>| {
        faults.extend(found.into_iter().map(|fault| format!("{name}: {fault}")));
    };
    add(
        "help_lines.toml",
        help_lines(&content("help_lines.toml").unwrap(), today),
    );
    add(
        "minute_skills.toml",
        minute_skills(&content("minute_skills.toml").unwrap()),
    );
    add("prompts.toml", prompts(&content("prompts.toml").unwrap()));
    add("gates.toml", gates(&content("gates.toml").unwrap()));
    assert_no_faults(&faults);
}

#[test]
fn bundled_skills_have_no_faults() {
    let files = skill_files().unwrap();
    let files: Vec<_> = files
        .iter()
        .map(|(path, text)| (path.as_str(), text.as_str()))
        .collect();
    assert_no_faults(&skills(&files, Gates::bundled().unwrap().gates));
}

#[test]
fn bundled_content_is_what_the_files_say() {
    assert_eq!(
        HelpLines::bundled().unwrap(),
        HelpLines::parse(&content("help_lines.toml").unwrap()).unwrap()
    );
    assert_eq!(
        MinuteSkills::bundled().unwrap(),
        MinuteSkills::parse(&content("minute_skills.toml").unwrap()).unwrap()
    );
    assert_eq!(
        Prompts::bundled().unwrap(),
        Prompts::parse(&content("prompts.toml").unwrap()).unwrap()
    );
}

#[test]
fn every_region_shows_a_way_to_help() {
    let lines = HelpLines::bundled().unwrap();
    for id in ["us", "ca", "gb", "ie", "au", "nz", "eu", "other"] {
        let region = lines.region(id).unwrap_or_else(|| panic!("no region {id}"));
        assert!(!region.lines.is_empty(), "{id} has no line");
        assert_eq!(
            region.emergency.is_some(),
            id != "other",
            "emergency number of {id}"
        );
    }
    assert_eq!(lines.region("nowhere"), None);
}

#[test]
fn minute_skills_are_three() {
    assert_eq!(MinuteSkills::bundled().unwrap().skills.len(), 3);
}

#[test]
fn ui_strings_read_at_grade_six() {
    let parts = Path::new(env!("CARGO_MANIFEST_DIR")).join("../ui/js/strings/en");
    let mut paths = vec!["ui/js/strings/en.js".to_owned()];
    for part in fs::read_dir(parts).unwrap() {
        let name = part.unwrap().file_name();
        paths.push(format!("ui/js/strings/en/{}", name.to_string_lossy()));
    }
    assert!(paths.len() > 1);
    let faults: Vec<String> = paths
        .iter()
        .flat_map(|path| {
            let faults = reading::js_faults(&read(path).unwrap());
            faults
                .into_iter()
                .map(move |fault| format!("{path}: {fault}"))
        })
        .collect();
    assert_no_faults(&faults);
}

/// Asserts that each expected phrase occurs among the faults, and shows all that does not.
#[track_caller]
fn assert_reports(faults: &[String], expected: &[&str]) {
    let missing: Vec<_> = expected
        .iter()
        .filter(|phrase| !faults.iter().any(|fault| fault.contains(**phrase)))
        .collect();
    assert!(
        missing.is_empty(),
        "not reported: {missing:#?}\nreported: {faults:#?}"
    );
}

#[test]
fn lint_reports_each_fault_of_help_lines() {
    let broken = r#"
        surprise = 1
        [[region]]
        id = "US of A"
        name = "A"
        emergency = "nine"
        colour = "red"
        [[region.line]]
        name = "One"
        call = "call me"
        text = "home to 741741"
        hours = "Always!"
        note = "Comprehensive psychological counselling availability notwithstanding administrative eligibility"
        checked = "2026-11-23"
        website = "example.org"
        [[region.line]]
        name = "One"
        hours = "Always"
        source = " "
        checked = "yesterday"
        [[region]]
        id = "xx"
        name = "B"
        [[region]]
        id = "xx"
        name = 7
        emergency = "112"
        emergency_source = "a source"
        emergency_checked = "2026-11-21"
    "#;
    let today = NaiveDate::from_ymd_opt(2026, 11, 22).unwrap();
    let faults = help_lines(broken, today);
    assert_reports(
        &faults,
        &[
            "the parser refuses it",
            "unknown key \"surprise\"",
            "region 1: unknown key \"colour\"",
            "region 1: id \"US of A\" is not",
            "region 1: emergency \"nine\" is not a number",
            "region 1: emergency has no emergency_source",
            "region 1: emergency has no emergency_checked",
            "region 1, line 1: unknown key \"website\"",
            "region 1, line 1: source is missing",
            "region 1, line 1: call \"call me\" is not a number",
            "region 1, line 1: text \"home to 741741\" is not",
            "region 1, line 1: hours has an exclamation mark",
            "region 1, line 1: note reads at grade",
            "region 1, line 1: checked 2026-11-23 is in the future",
            "region 1, line 2: source is empty",
            "region 1, line 2: checked \"yesterday\" is not a date",
            "region 1, line 2: has neither call, text nor note",
            "region 1, line 2: name \"One\" is there twice",
            "region 2: has no line",
            "region 3: id \"xx\" is there twice",
            "region 3: name is not a text",
        ],
    );
    assert_reports(&help_lines("= nonsense", today), &["not TOML"]);
    assert_reports(&help_lines("", today), &["region is missing"]);
}

#[test]
fn lint_reports_each_fault_of_minute_skills() {
    let broken = r#"
        [[skill]]
        id = "a"
        name = "A"
        source = "a source"
        rounds = 1
        [[skill.phase]]
        say = "Breathe in as deep as you can"
        seconds = 90
        shape = "wobble"
        music = true
        [[skill]]
        id = "a"
        name = "A"
        source = "a source"
        rounds = 0
        caution = "Calm down."
        [[skill]]
        id = "b"
        name = "B"
        rounds = 4
        caution = "None"
        [[skill.phase]]
        say = "In"
        seconds = 2
        shape = "grow"
    "#;
    let faults = minute_skills(broken);
    assert_reports(
        &faults,
        &[
            "the parser refuses it",
            "skill 1: caution is missing",
            "skill 1: lasts 90 seconds, not 40 to 80",
            "skill 1, phase 1: unknown key \"music\"",
            "skill 1, phase 1: say has 7 words, not 1 to 4",
            "skill 1, phase 1: seconds is 90, not 1 to 30",
            "skill 1, phase 1: shape \"wobble\" is not one of",
            "skill 2: id \"a\" is there twice",
            "skill 2: has no phase",
            "skill 2: rounds is 0, not 1 to 30",
            "skill 2: caution says \"calm down\"",
            "skill 3: source is missing",
            "skill 3: lasts 8 seconds, not 40 to 80",
        ],
    );
}

#[test]
fn lint_reports_each_fault_of_prompts() {
    let broken = r#"
        [[prompts]]
        kind = "journal"
        texts = ["What did you do?", "What did you do?", 3, "", "Why did you not try, when you knew that it would have helped you so much?"]
        [[prompts]]
        kind = "journal"
        texts = ["A", "B", "C", "D", "E", "Which method did the person who committed suicide use"]
        mood = "low"
        [[prompts]]
        kind = "shopping"
        texts = []
    "#;
    let faults = prompts(broken);
    assert_reports(
        &faults,
        &[
            "the parser refuses it",
            "prompts 1, text 2: \"What did you do?\" is there twice",
            "prompts 1, text 3: is not a text",
            "prompts 1, text 4: is empty",
            "prompts 1, text 5: has 16 words",
            "prompts 1: has 5 texts, not 6 to 12",
            "prompts 2: unknown key \"mood\"",
            "prompts 2: kind \"journal\" is there twice",
            "prompts 2, text 6: says \"committed suicide\"",
            "prompts 3: kind \"shopping\" is not one of",
            "prompts 3: has 0 texts, not 6 to 12",
            "no prompts for \"gratitude\"",
        ],
    );
}
