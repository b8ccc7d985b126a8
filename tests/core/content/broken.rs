//! The lint of skills and gates, tried on broken files.

use evenkeel_core::content::Gates;

use super::{assert_reports, gates, skills};

fn faults_of(files: &[(&str, &str)]) -> Vec<String> {
    skills(files, Gates::bundled().unwrap().gates)
}

#[test]
fn lint_reports_each_fault_of_skills() {
    let broken = r#"
        surprise = 1
        name = "Probe!"
        module = "more"
        group = "Crisis survival"
        order = 0
        also = [""]
        what = "One two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen."
        helps_when = ["One."]
        not_when = [7, "Two.", "Three.", "Four."]
        how = ["Same.", "Same.", "You are an addict. Addict mind is a state."]
        cautions = ["Comprehensive psychological counselling availability notwithstanding eligibility"]
        based_on = [" "]
        [[acronym]]
        letters = "X"
        stands_for = "Stop"
        [fit]
        mood = "low"
        crisis = true
        urges = "any"
        minutes = 90
        places = ["home"]
        strength = [50, 20]
        because = "Helps."
        [[menu]]
        id = "My menu"
        name = "Calm down"
        ask = "What?"
        ideas = ["A", "B"]
        colour = "red"
        [[step]]
        title = "One two three four five six seven"
        [[step]]
        id = "two"
        title = "Don't say \"judgement\""
        say = ["", "B", "C", "D", "E"]
        music = true
        do.dance = {}
        do.write = { hint = "Great job", rows = 1 }
        [[step]]
        id = "two"
        title = "Ways"
        say = "All of it."
        do.branch = { ways = [{ text = "A behaviour", go = 1 }] }
    "#;
    assert_reports(
        &faults_of(&[("more/probe.toml", broken)]),
        &[
            "more/probe.toml: unknown key \"surprise\"",
            "more/probe.toml: name has an exclamation mark",
            "more/probe.toml: group \"Crisis survival\" is not one of Looking back, ",
            "more/probe.toml: order is 0, not 1 to 999",
            "more/probe.toml: also 1 is empty",
            "more/probe.toml: what has a sentence of 15 words",
            "more/probe.toml: helps_when has 1 entries, not 2 to 4",
            "more/probe.toml: not_when has 4 entries, not 1 to 3",
            "more/probe.toml: not_when 1 is not a text",
            "more/probe.toml: how has \"Same.\" twice",
            "more/probe.toml: how 3 says \"addict\"",
            "more/probe.toml: cautions 1 reads at grade",
            "more/probe.toml: based_on 1 is empty",
            "more/probe.toml: acronym has 1 entries",
            "more/probe.toml: \"X\" does not begin a word of \"Stop\"",
            "more/probe.toml: the letters spell \"X\", which is not in its name",
            "more/probe.toml: fit: unknown key \"mood\"",
            "more/probe.toml: fit: feelings is missing",
            "more/probe.toml: fit: urges is not a list",
            "more/probe.toml: fit: minutes is 90, not 1 to 30",
            "more/probe.toml: fit: strength is not from and to, 0 to 100",
            "more/probe.toml: fit: because has 1 words, not 3 to 14",
            "more/probe.toml: fit: crisis is true, and it is no crisis skill",
            "more/probe.toml: menu \"My menu\": unknown key \"colour\"",
            "more/probe.toml: menu \"My menu\": id \"My menu\" is not small letters",
            "more/probe.toml: menu \"My menu\": name says \"calm down\"",
            "more/probe.toml: menu \"My menu\": ideas has 2 entries, not 3 to 6",
            "more/probe.toml: step 1: id is missing",
            "more/probe.toml: step 1: title has 7 words, not 1 to 6",
            "more/probe.toml: step 1 has neither say nor do",
            "more/probe.toml: step \"two\": unknown key \"music\"",
            "more/probe.toml: step \"two\": title has a straight quotation mark",
            "more/probe.toml: step \"two\": title spells \"judgement\", which is British",
            "more/probe.toml: step \"two\": say has 5 entries, not 1 to 4",
            "more/probe.toml: step \"two\": say 1 is empty",
            "more/probe.toml: step \"two\", do: unknown key \"dance\"",
            "more/probe.toml: step \"two\", do: has 2 kinds, not one",
            "more/probe.toml: step \"two\", do, write: unknown key \"rows\"",
            "more/probe.toml: step \"two\", do, write: hint says \"great job\"",
            "more/probe.toml: step 3: id \"two\" is there twice",
            "more/probe.toml: step \"two\": say is not a list",
            "more/probe.toml: step \"two\", do, branch: ways has 1 entries, not 2 to 5",
            "more/probe.toml: step \"two\", do, branch, ways 1: unknown key \"go\"",
            "more/probe.toml: step \"two\", do, branch, ways 1: text spells \"behaviour\"",
            "the parser refuses it: more/probe.toml:18: unknown field `mood`",
        ],
    );
    let faults = faults_of(&[("more/empty.toml", ""), ("more/odd.toml", "= nonsense")]);
    assert_reports(
        &faults,
        &[
            "more/empty.toml: name is missing",
            "more/empty.toml: step is missing",
            "more/odd.toml: not TOML",
            "the parser refuses it: more/empty.toml:1: missing field `name`",
            "the parser refuses it: more/odd.toml:1: ",
            "mindfulness/wise-mind.toml: is missing",
            "more/readiness-ruler.toml: is missing",
        ],
    );
}

#[test]
fn lint_lets_the_name_of_a_state_of_mind_stand() {
    let text = "how = [\"Addict mind is a state.\", \"You are an addict.\"]";
    let faults = faults_of(&[("more/probe.toml", text)]);
    assert_reports(&faults, &["more/probe.toml: how 2 says \"addict\""]);
    assert!(
        !faults.iter().any(|fault| fault.contains("how 1")),
        "{faults:#?}"
    );
}

#[test]
fn lint_reports_what_departs_from_the_standard_set() {
    let stop = r#"
        name = "STOP"
        module = "distress_tolerance"
        order = 10
        fit.crisis = false
        acronym = [{ letters = "S", stands_for = "Sit" }, { letters = "TOP", stands_for = "Stop it" }]
        step = [{ title = "One" }, { title = "Two" }]
    "#;
    let other = r#"
        module = "distress_tolerance"
        group = "When the crisis is addiction"
        order = 10
        cautions = ["Ask your team."]
        step = [{ title = "One" }, { title = "Two" }]
    "#;
    let facts = r#"
        module = "emotion_regulation"
        step = [{ do.branch.ways = [{ skill = "problem-solving" }] }]
    "#;
    let asks_late = r#"
        module = "distress_tolerance"
        step = [
            { title = "Go" },
            { do.gate.gate = "cold" },
            { do.branch.ways = [{ step = "safe" }] },
            { id = "safe", say = ["Press Help now."] },
        ]
    "#;
    let faults = faults_of(&[
        ("distress_tolerance/stop.toml", stop),
        ("distress_tolerance/clear-mind.toml", other),
        ("emotion_regulation/check-the-facts.toml", facts),
        ("distress_tolerance/temperature.toml", asks_late),
        ("distress_tolerance/radical-acceptance.toml", asks_late),
        ("mindfulness/deep/observe.toml", "module = \"magic\""),
    ]);
    assert_reports(
        &faults,
        &[
            "stop.toml: \"TOP\" does not begin a word of \"Stop it\"",
            "stop.toml: STOP does not stand for [(\"S\", \"Stop\"), ",
            "stop.toml: fit: crisis is not true for a crisis skill",
            "clear-mind.toml: order 10 is that of distress_tolerance/stop.toml too",
            "clear-mind.toml: has the exercise of distress_tolerance/stop.toml",
            "clear-mind.toml: no caution speaks of \"prescribed medicine\"",
            "check-the-facts.toml: no branch leads to the skill \"opposite-action\"",
            "temperature.toml: no caution speaks of \"heart\"",
            "temperature.toml: step 1 does not ask at the gate \"cold\"",
            "radical-acceptance.toml: no caution speaks of \"safety\"",
            "radical-acceptance.toml: step 1 is not a branch to a step that says \"Help now\"",
            "observe.toml: module \"magic\" is none of the five",
            "observe.toml: module \"magic\" is not the folder it is in",
            "observe.toml: no caution speaks of \"eyes open\"",
        ],
    );
    assert!(
        !faults
            .iter()
            .any(|fault| fault.contains("\"problem-solving\"")),
        "{faults:#?}"
    );
}

#[test]
fn lint_reports_steps_that_no_way_leads_to() {
    let lost = r#"
        name = "Probe"
        module = "more"
        group = "In the moment"
        order = 1
        what = "A skill."
        helps_when = []
        not_when = []
        how = []
        based_on = []
        fit = { crisis = false, feelings = [], urges = [], minutes = 1, places = [], strength = [0, 9], because = "" }
        [[step]]
        id = "one"
        title = "One"
        then = "three"
        do.branch.ways = [{ text = "On" }, { text = "Off", step = "four" }]
        [[step]]
        id = "two"
        title = "Two"
        [[step]]
        id = "three"
        title = "Three"
        then = "end"
        [[step]]
        id = "four"
        title = "Four"
    "#;
    let faults = faults_of(&[("more/probe.toml", lost)]);
    let lost: Vec<_> = faults
        .iter()
        .filter(|fault| fault.contains("no way leads"))
        .collect();
    assert_eq!(lost, ["more/probe.toml: no way leads to step \"two\""]);
}

#[test]
fn lint_reports_each_fault_of_gates() {
    let broken = r#"
        surprise = 1
        [[gate]]
        id = "cold"
        title = "Is this safe for you and for all the others?"
        say = ["You must not fail."]
        ask = ["A heart problem.", "A heart problem."]
        ok = "Don't know"
        team = ["Leave it out."]
        source = " "
        colour = "blue"
        [[gate]]
        id = "cold"
        ask = []
    "#;
    assert_reports(
        &gates(broken),
        &[
            "the parser refuses it",
            "unknown key \"surprise\"",
            "gate \"cold\": unknown key \"colour\"",
            "gate \"cold\": title has 10 words, not 1 to 8",
            "gate \"cold\": say 1 says \"must not fail\"",
            "gate \"cold\": ask has \"A heart problem.\" twice",
            "gate \"cold\": ok has a straight quotation mark",
            "gate \"cold\": not_ok is missing",
            "gate \"cold\": source is empty",
            "gate 2: id \"cold\" is there twice",
            "gate \"cold\": title is missing",
            "gate \"cold\": ask has 0 entries, not 1 to 12",
            "gate \"cold\": does not ask about \"beta-blocker\"",
            "gate \"cold\": does not ask about \"allergy to cold\"",
            "gate \"cold\": does not send to the team",
            "gate \"effort\" is missing",
        ],
    );
    assert_reports(&gates(""), &["gate is missing"]);
    assert_reports(&gates("[["), &["not TOML"]);
}
