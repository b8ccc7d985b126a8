//! The lint of check-in words, card rows and assessments, tried on what ships and on broken files.

use evenkeel_core::content::{CardRows, FeelingWords, Instrument};

use super::assessments::assessments;
use super::diary_card::diary_card;
use super::feeling_words::feeling_words;
use super::{assert_no_faults, assert_reports, content};

const ALL: [&str; 6] = ["phq-9", "phq-2", "gad-7", "who-5", "pc-ptsd-5", "audit-c"];

fn files() -> Vec<(&'static str, String)> {
    let file = |id| (id, content(&format!("assessments/{id}.toml")).unwrap());
    ALL.map(file).into()
}

fn faults_of(files: &[(&str, String)]) -> Vec<String> {
    let files: Vec<_> = files
        .iter()
        .map(|(id, text)| (*id, text.as_str()))
        .collect();
    assessments(&files)
}

/// What ships, with one part of one file exchanged.
#[track_caller]
fn with(id: &str, old: &str, new: &str) -> Vec<String> {
    let mut files = files();
    let file = files.iter_mut().find(|file| file.0 == id).unwrap();
    assert!(file.1.contains(old), "{old:?} is not in {id}");
    file.1 = file.1.replacen(old, new, 1);
    faults_of(&files)
}

#[test]
fn bundled_assessments_have_no_faults() {
    assert_no_faults(&faults_of(&files()));
}

#[test]
fn bundled_card_rows_have_no_faults() {
    assert_no_faults(&diary_card(&content("diary_card.toml").unwrap()));
}

#[test]
fn bundled_feeling_words_have_no_faults() {
    assert_no_faults(&feeling_words(&content("feeling_words.toml").unwrap()));
}

#[test]
fn what_ships_is_what_the_files_say() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
    let folder = folder.join("../src-tauri/core/content/assessments");
    assert_eq!(std::fs::read_dir(folder).unwrap().count(), ALL.len());
    let read = |(id, text): (&str, String)| Instrument::parse(id, &text).unwrap();
    let read: Vec<_> = files().into_iter().map(read).collect();
    assert_eq!(Instrument::bundled().unwrap(), read);
    let found = ALL.map(|id| Instrument::find(id).unwrap().unwrap());
    assert_eq!(found.as_slice(), read);
    assert_eq!(Instrument::find("phq").unwrap(), None);
    let rows = CardRows::parse(&content("diary_card.toml").unwrap()).unwrap();
    assert_eq!(CardRows::bundled().unwrap(), rows);
    let words = FeelingWords::parse(&content("feeling_words.toml").unwrap()).unwrap();
    assert_eq!(FeelingWords::bundled().unwrap(), words);
}

#[test]
fn lint_reports_each_fault_of_assessments() {
    for (id, old, new, expected) in [
        (
            "phq-9",
            "opt_in = false",
            "opt_in = false\ncolour = 1",
            "unknown key \"colour\"",
        ),
        ("phq-9", "opt_in = false", "", "opt_in is missing"),
        (
            "phq-9",
            "opt_in = false",
            "opt_in = true",
            "opt_in is not false",
        ),
        (
            "gad-7",
            "rhythm_days = 14",
            "rhythm_days = 1",
            "rhythm_days is 1, not 7 to 366",
        ),
        (
            "gad-7",
            "wording = \"published\"",
            "wording = \"ours\"",
            "the parser refuses it",
        ),
        ("gad-7", "wording = \"published\"", "", "wording is missing"),
        (
            "gad-7",
            "credit = \"",
            "credit = \" \"\nold = \"",
            "credit is empty",
        ),
        (
            "gad-7",
            "licence = \"",
            "licence = \"\"\nold = \"",
            "licence is empty",
        ),
        (
            "gad-7",
            "sources = [",
            "sources = []\nold = [",
            "sources has 0 entries, not 2 to 6",
        ),
        (
            "gad-7",
            "lead = \"",
            "lead = \"\"\nold = \"",
            "lead is empty",
        ),
        (
            "who-5",
            "about = [",
            "about = [\"You must not fail!\"]\nold = [",
            "about 1 has an exclamation",
        ),
        (
            "who-5",
            "about = [",
            "about = [\"You must not fail!\"]\nold = [",
            "about 1 says \"must not fail\"",
        ),
        (
            "who-5",
            "It does not tell you what you have. ",
            "",
            "about does not say \"does not tell",
        ),
        (
            "who-5",
            "better = \"higher\"",
            "better = \"lower\"",
            "better is the wrong way round",
        ),
        (
            "who-5",
            "times = 4",
            "times = 5",
            "most is 100, and the highest answers make 125",
        ),
        (
            "who-5",
            "to = 49",
            "to = 48",
            "band 50 to 100 does not begin at 49",
        ),
        (
            "who-5",
            "to = 49",
            "to = 60",
            "band 50 to 100 does not begin at 61",
        ),
        (
            "who-5",
            "to = 100",
            "to = 99",
            "the bands end at 99, not at 100",
        ),
        (
            "who-5",
            "label = \"below the cut-off\"",
            "label = \"\"",
            "band 0 to 49 has no label",
        ),
        (
            "phq-9",
            "label = \"mild\"",
            "label = \"crazy\"",
            "label \"crazy\" says \"crazy\"",
        ),
        (
            "phq-9",
            "helps_if_above = 0",
            "helps_if_above = 3",
            "no answer is above helps_if_above",
        ),
        (
            "phq-9",
            "helps_if_above = 0",
            "",
            "Help now is offered at [], not at [(\"9\", 0)]",
        ),
        (
            "phq-9",
            "counts = false",
            "counts = true",
            "does not count [], but [\"10\"]",
        ),
        (
            "phq-9",
            "id = \"2\"",
            "id = \"1\"",
            "id \"1\" is there twice",
        ),
        ("phq-9", "value = 3", "value = 2", "has an answer twice"),
        (
            "audit-c",
            "value = 4",
            "value = 5",
            "its answers leave out a value",
        ),
        (
            "audit-c",
            "do not stop all at once",
            "stop",
            "notice does not say \"do not stop all",
        ),
        (
            "pc-ptsd-5",
            "You can skip it, or",
            "You can",
            "notice does not say \"skip\"",
        ),
        ("pc-ptsd-5", "no = \"No\"", "", "gate: no is missing"),
        (
            "gad-7",
            "change = 4",
            "change = 40",
            "change is no change that can be",
        ),
    ] {
        let faults = with(id, old, new);
        assert_reports(&faults, &[&format!("{id}: ")]);
        assert_reports(&faults, &[expected]);
    }
    let mut files = files();
    files[5].0 = "c-ssrs";
    assert_reports(
        &faults_of(&files),
        &["c-ssrs: is none of the instruments", "audit-c: is missing"],
    );
    assert_reports(
        &assessments(&[("phq-9", "= nonsense")]),
        &["phq-9: not TOML"],
    );
}

/// Published sentences are long and hard, and nobody may mend them.
#[test]
fn published_words_are_exempt_and_our_own_are_not() {
    let hard = "Comprehensive psychological counselling availability notwithstanding eligibility!";
    for (old, new) in [
        ("lead = \"", format!("lead = \"{hard} ")),
        ("credit = \"", format!("credit = \"{hard} ")),
        ("text = \"Trouble relaxing", format!("text = \"{hard}")),
        ("text = \"Several days", format!("text = \"{hard}")),
    ] {
        assert_no_faults(&with("gad-7", old, &new));
    }
    for old in ["full_name = \"", "    \"It looks back two weeks"] {
        let faults = with("gad-7", old, &format!("{old} {hard} "));
        assert_reports(&faults, &["reads at grade"]);
    }
}

#[test]
fn lint_reports_each_fault_of_card_rows() {
    let broken = r#"
        [[item]]
        key = "Urge Suicide"
        group = "urges"
        name = "Thoughts of suicide and more things"
        kind = "scale"
        start = true
        colour = "red"
        [[item]]
        key = "urge-suicide"
        group = "urges"
        name = "Thoughts of suicide"
        kind = "count"
        low = "none"
        start = false
        [[item]]
        key = "urge-suicide"
        group = "urges"
        name = "Thoughts of suicide"
        kind = "scale"
        low = "none"
        high = "great job"
        unit = "times"
        effective = true
        offers_help_from = 9
        [[item]]
        key = "action-self-harm"
        group = "actions"
        name = "Self-harm"
        kind = "yes_no"
        offers_help_from = 2
        start = true
        [[item]]
        key = "please-eating"
        group = "please"
        name = "Ate regular meals"
        kind = "yes_no"
        start = true
        [[item]]
        key = "emotion-anger"
        group = "emotions"
        name = "Anger"
        kind = "mood"
        switch = "eating"
        start = true
    "#;
    assert_reports(
        &diary_card(broken),
        &[
            "the parser refuses it",
            "item 1: unknown key \"colour\"",
            "item 1: key \"Urge Suicide\" is not small letters",
            "item 1: name has 6 words, not 1 to 4",
            "row \"Urge Suicide\": a scale without low",
            "row \"Urge Suicide\": a scale without high",
            "row \"Urge Suicide\" is not in the list of keys that stay",
            "row \"urge-suicide\": a count without unit",
            "row \"urge-suicide\": low is for a scale",
            "row \"urge-suicide\": offers_help_from is not Some(4)",
            "key \"urge-suicide\" is there twice",
            "row \"urge-suicide\": its name is there twice in its group",
            "row \"urge-suicide\" is another now",
            "item 3: start is missing",
            "item 3: offers_help_from is 9, not 1 to 5",
            "item 3: high says \"great job\"",
            "row \"urge-suicide\": unit is for a count",
            "row \"urge-suicide\": effective is for an action",
            "row \"action-self-harm\": an action that leads nowhere",
            "row \"action-self-harm\": offers_help_from is higher than it can be",
            "row \"please-eating\": the switch \"eating\" is missing, or not for it",
            "row \"emotion-anger\": the switch \"eating\" is missing, or not for it",
            "row \"emotion-anger\" is another now: it was scale of emotions",
            "row \"session-suicide\" is gone, and old cards have it",
            "no row of \"session\" is in the start set",
        ],
    );
    assert_reports(&diary_card(""), &["item is missing"]);
}

#[test]
fn lint_reports_each_fault_of_feeling_words() {
    let broken = r#"
        surprise = 1
        [[step]]
        value = 2
        name = "Very unpleasant"
        [[step]]
        value = 9
        name = "Very unpleasant"
        colour = "red"
        [[step]]
        value = 3
        name = "A bit less than pleasant!"
        [[words]]
        side = "pleasant"
        list = ["calm", "Happy", "depressed", " glad", "", 7, "crazy", "at peace with the world"]
        [[words]]
        side = "pleasant"
        list = ["calm", "a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k"]
        [[words]]
        side = "sideways"
    "#;
    assert_reports(
        &feeling_words(broken),
        &[
            "the parser refuses it",
            "unknown key \"surprise\"",
            "step 1: value is 2, not 1",
            "step 2: unknown key \"colour\"",
            "step 2: value is 9, not 1 to 7",
            "step 2: name \"Very unpleasant\" is there twice",
            "step 3: name \"A bit less than pleasant!\" has 5 words, not 1 to 3",
            "step 3: name has an exclamation mark",
            "has 3 steps, not 7",
            "words 1: has 8 words, not 12 to 20",
            "words 1: \"Happy\" has a capital",
            "words 1: \"depressed\" names a condition",
            "words 1: \" glad\" is empty or has spaces",
            "words 1: \"\" is empty or has spaces",
            "words 1: 7 is not a text",
            "words 1: \"crazy\" says \"crazy\"",
            "words 1: a word \"at peace with the world\" has 5 words",
            "words 2: side \"pleasant\" is there twice",
            "words 2: word \"calm\" is there twice",
            "words 3: side \"sideways\" is not one of",
            "words 3: list is missing",
            "no words for \"between\"",
            "no words for \"unpleasant\"",
        ],
    );
}
