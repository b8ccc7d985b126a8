//! The library of skills as the core reads it: the bundled one, and hostile files.

use evenkeel_core::content::{Fault, Gates, Library, Task};

use super::{content, skill_files};

const PATH: &str = "more/probe.toml";

/// A file that the parser takes. Its menu has the name of a step, so that lines cannot be mixed up.
const GOOD: &str = r#"name = "Probe"
module = "more"
group = "In the moment"
order = 1
what = "A skill to break."
helps_when = ["One.", "Two."]
not_when = ["Never."]
how = ["One.", "Two.", "Three."]
based_on = ["A source"]

[fit]
crisis = false
feelings = ["any"]
urges = ["use"]
minutes = 5
places = ["home"]
strength = [0, 100]
because = "It is here to break."

[[menu]]
id = "way"
name = "Ways"
ask = "Which way?"
ideas = ["One", "Two", "Three"]

[[step]]
id = "facts"
title = "The facts"
do.write = { hint = "It rained." }

[[step]]
id = "way" # step
title = "Which way?"
show = ["facts"]
do.branch = { ways = [{ text = "On", step = "cold" }, { text = "Off", skill = "probe" }] }

[[step]]
id = "cold"
title = "Is it safe?"
do.gate = { gate = "cold", otherwise = "last" }

[[step]]
id = "last"
title = "The last"
do.sort = { kinds = ["Fact", "Guess"], from = "facts" }
"#;

/// What a person does at its first step.
const WRITES: &str = "do.write = { hint = \"It rained.\" }";

fn parse(files: &[(&str, &str)]) -> Result<Library, Vec<Fault>> {
    Library::parse(files, Gates::bundled().unwrap().gates)
}

/// The good file with one part exchanged.
#[track_caller]
fn with(old: &str, new: &str) -> String {
    assert_eq!(GOOD.matches(old).count(), 1, "{old:?} is not there once");
    GOOD.replace(old, new)
}

/// Asserts that the file is refused for this reason alone, on the line of `mark`.
#[track_caller]
fn assert_refused(text: &str, mark: &str, what: &str) {
    let faults = parse(&[(PATH, text)]).expect_err("it is not refused");
    let [fault] = faults.as_slice() else {
        panic!("not one fault: {faults:#?}");
    };
    let line = text.lines().position(|line| line.contains(mark)).unwrap() + 1;
    assert_eq!(fault.file, PATH, "{fault}");
    assert_eq!(fault.line, line, "{fault}");
    assert!(fault.what.contains(what), "not {what:?}: {fault}");
}

fn shown(faults: &[Fault]) -> Vec<String> {
    faults.iter().map(Fault::to_string).collect()
}

#[test]
fn bundled_library_is_what_the_files_say() {
    let files = skill_files().unwrap();
    let files: Vec<_> = files
        .iter()
        .map(|(path, text)| (path.as_str(), text.as_str()))
        .collect();
    let gates = Gates::parse(&content("gates.toml").unwrap()).unwrap();
    assert_eq!(gates, Gates::bundled().unwrap());
    let read = Library::parse(&files, gates.gates).unwrap();
    assert_eq!(read.skills().len(), files.len());
    assert_eq!(read, Library::bundled().unwrap());
}

#[test]
fn a_good_file_is_taken() {
    let library = parse(&[(PATH, GOOD)]).unwrap();
    assert_eq!(library.skill("probe").unwrap().steps.len(), 4);
}

#[test]
fn unknown_keys_are_refused_at_every_level() {
    for (old, new, key) in [
        ("order = 1", "order = 1\ncolour = 1", "colour"),
        ("minutes = 5", "minutes = 5\nmood = 1", "mood"),
        ("ask = ", "icon = 1\nask = ", "icon"),
        ("show = ", "music = 1\nshow = ", "music"),
        ("hint = ", "\n  rows = 1, hint = ", "rows"),
        ("text = \"On\",", "\n  go = 1, text = \"On\",", "go"),
        ("do.write = ", "do.dance = ", "dance"),
    ] {
        assert_refused(&with(old, new), &format!("{key} ="), "unknown");
    }
}

#[test]
fn wrong_types_and_unknown_names_are_refused() {
    for (old, new, what) in [
        ("order = 1", "order = \"first\"", "invalid type"),
        (
            "helps_when = [\"One.\", \"Two.\"]",
            "helps_when = \"One.\"",
            "invalid type",
        ),
        ("crisis = false", "crisis = \"no\"", "invalid type"),
        (
            "places = [\"home\"]",
            "places = [\"moon\"]",
            "unknown variant",
        ),
        ("feelings = [\"any\"]", "feelings = [\"joy\"]", "or \"any\""),
        ("module = \"more\"", "module = \"magic\"", "unknown variant"),
        ("strength = [0, 100]", "strength = [0]", "invalid length"),
        (
            "title = \"The facts\"",
            "title = 2026-11-22",
            "invalid type",
        ),
        ("show = [\"facts\"]", "show = [[\"facts\"]]", "invalid type"),
    ] {
        assert_refused(&with(old, new), new, what);
    }
}

#[test]
fn missing_fields_are_refused() {
    assert_refused(
        &with("name = \"Probe\"\n", ""),
        "module",
        "missing field `name`",
    );
    assert_refused(
        &with("because = ", "# "),
        "[fit]",
        "missing field `because`",
    );
    assert_refused(
        &with("id = \"facts\"\n", ""),
        "[[step]]",
        "missing field `id`",
    );
    assert_refused(
        &with(", otherwise = \"last\"", ""),
        "do.gate",
        "missing field `otherwise`",
    );
}

#[test]
fn files_without_a_skill_are_refused() {
    for text in ["", "# Nothing yet", "\n\n\n"] {
        let faults = parse(&[(PATH, text)]).unwrap_err();
        assert_eq!(shown(&faults), ["more/probe.toml:1: missing field `name`"]);
    }
    for (old, new) in [
        ("name = \"Probe\"", "name = \"Probe"),
        ("minutes = 5", "minutes = 5 minutes"),
        ("order = 1", "order = 1\norder = 2"),
        ("hint = \"It rained.\"", "hint = \"It\u{0}rained.\""),
    ] {
        let mark = new.lines().last().unwrap();
        assert_refused(&with(old, new), mark, "");
    }
    let without_steps = GOOD.split("[[step]]").next().unwrap();
    assert_refused(
        &format!("step = []\n{without_steps}"),
        "step = []",
        "has no step",
    );
}

#[test]
fn exercises_only_go_forward_and_look_back() {
    for to in ["facts", "way", "nowhere", "before"] {
        let text = with("step = \"cold\"", &format!("step = {to:?}"));
        assert_refused(&text, "id = \"way\" # step", "which is no later step");
        let text = with("otherwise = \"last\"", &format!("otherwise = {to:?}"));
        assert_refused(&text, "id = \"cold\"", "which is no later step");
    }
    for to in ["facts", "nowhere"] {
        let text = with("do.write", &format!("then = {to:?}\ndo.write"));
        assert_refused(&text, "id = \"facts\"", "which is no later step");
    }
    for back in ["way", "last", "nowhere", "end"] {
        let text = with("show = [\"facts\"]", &format!("show = [{back:?}]"));
        assert_refused(&text, "id = \"way\" # step", "which is no earlier step");
    }
    let text = with("from = \"facts\"", "from = \"last\"");
    assert_refused(&text, "id = \"last\"", "which is no earlier step");
}

#[test]
fn names_that_are_taken_are_refused() {
    let twice = with("id = \"cold\"", "id = \"facts\" # again");
    let twice = twice.replace("step = \"cold\"", "step = \"last\"");
    assert_refused(&twice, "# again", "step \"facts\" is there twice");
    for kept in ["before", "after", "use", "done", "end"] {
        let text = GOOD.replace("\"facts\"", &format!("{kept:?}"));
        assert_refused(
            &text,
            &format!("id = {kept:?}"),
            "a name that the app keeps for itself",
        );
    }
    let faults = parse(&[(PATH, GOOD), ("mindfulness/probe.toml", GOOD)]).unwrap_err();
    assert_eq!(
        shown(&faults),
        ["mindfulness/probe.toml:1: another file has the same name"]
    );
}

#[test]
fn skills_gates_and_menus_that_there_are_not_are_refused() {
    let text = with("skill = \"probe\"", "skill = \"magic\"");
    assert_refused(
        &text,
        "id = \"way\" # step",
        "leads to a skill that there is not",
    );
    let text = with("gate = \"cold\"", "gate = \"heat\"");
    assert_refused(&text, "id = \"cold\"", "asks at a gate that there is not");
    let (start, menu) = GOOD.split_once("[[menu]]").unwrap();
    let (_, steps) = menu.split_once("\n\n").unwrap();
    let text = format!(
        "{start}{}",
        steps.replace(WRITES, "do.choose = { menu = true }")
    );
    assert_refused(&text, "id = \"facts\"", "offers a menu that there is not");
}

#[test]
fn numbers_out_of_range_are_refused() {
    for (old, new) in [
        ("order = 1", "order = 65536"),
        ("order = 1", "order = -1"),
        ("order = 1", "order = 1e400"),
        ("minutes = 5", "minutes = 99999999999999999999999999"),
        ("strength = [0, 100]", "strength = [0, 256]"),
        (WRITES, "do.timer = { seconds = 4294967296 }"),
        (
            WRITES,
            "do.rate = { low = \"No\", high = \"Yes\", most = 256 }",
        ),
        (
            WRITES,
            "do.curve = { minutes = [0, 65536], low = \"No\", high = \"Yes\", most = 5 }",
        ),
    ] {
        assert_refused(&with(old, new), new, "");
    }
    for task in [
        "timer = { seconds = 0 }",
        "timer = { seconds = 4294967295 }",
        "breathe = { inhale = 4, exhale = 255, seconds = 60 }",
        "breathe = { inhale = 4, exhale = 6, seconds = 4294967295 }",
        "tense = { tense = 255, release = 12, groups = [{ name = \"Hands\", how = \"Fists.\" }] }",
        "tense = { tense = 5, release = 12, groups = [] }",
        "rate = { low = \"No\", high = \"Yes\", most = 0 }",
        "curve = { minutes = [0, 5, 5], low = \"No\", high = \"Yes\", most = 10 }",
        "imagery = { scenes = [{ say = \"A lake.\", seconds = 4294967295 }] }",
        "choose = { options = [] }",
        "checklist = { items = [] }",
        "branch = { ways = [] }",
    ] {
        let text = with(WRITES, &format!("do.{task}"));
        assert_refused(&text, "id = \"facts\"", "step \"facts\" ");
    }
}

#[test]
fn depth_is_refused_without_a_crash() {
    const DEPTH: usize = 100_000;
    for name in [
        format!("{}1{}", "[".repeat(DEPTH), "]".repeat(DEPTH)),
        format!("{}1{}", "{ a = ".repeat(DEPTH), " }".repeat(DEPTH)),
        "[".repeat(DEPTH),
    ] {
        let text = with(
            "name = \"Probe\"",
            &format!("# one line down\nname = {name}"),
        );
        assert_refused(&text, "name = ", "recurs");
    }
    let text = format!("a{} = 1", ".a".repeat(DEPTH));
    assert_refused(&text, "a.a", "recurs");
}

#[test]
fn broken_files_are_taken_or_refused_on_one_of_their_lines() {
    let signs = [
        '"',
        '[',
        ']',
        '{',
        '}',
        '=',
        '#',
        '\n',
        '\u{0}',
        '\u{1F600}',
    ];
    for (place, (at, old)) in GOOD.char_indices().enumerate() {
        let (start, rest) = GOOD.split_at(at);
        let rest = &rest[old.len_utf8()..];
        let sign = signs[place % signs.len()];
        for text in [
            start.to_owned(),
            format!("{start}{rest}"),
            format!("{start}{sign}{rest}"),
        ] {
            let lines = 1..=text.lines().count() + 1;
            for fault in parse(&[(PATH, &text)]).err().unwrap_or_default() {
                assert_eq!(fault.file, PATH, "{fault}");
                assert!(lines.contains(&fault.line), "{fault} in:\n{text}");
            }
        }
    }
}

#[test]
fn every_fault_of_every_file_comes_at_once() {
    let lost = with(
        "gate = \"cold\", otherwise = \"last\"",
        "gate = \"heat\", otherwise = \"way\"",
    );
    let faults = parse(&[
        ("more/one.toml", ""),
        (PATH, &lost),
        ("more/three.toml", "name = 3"),
    ])
    .unwrap_err();
    assert_eq!(
        shown(&faults),
        [
            "more/one.toml:1: missing field `name`",
            "more/three.toml:1: invalid type: integer `3`, expected a string",
            "more/probe.toml:38: step \"cold\" leads to \"way\", which is no later step",
            "more/probe.toml:38: step \"cold\" asks at a gate that there is not",
        ]
    );
}

#[test]
fn scripts_stay_text() {
    let script = "<img src=x onerror=\"alert(1)\"></p><script>{{ 7 * 7 }}${1}</script>\u{202e}";
    let text = with("\"The facts\"", &format!("'''{script}'''"));
    let text = text.replace("\"It rained.\"", &format!("'''{script}'''"));
    let library = parse(&[(PATH, &text)]).unwrap();
    let step = &library.skill("probe").unwrap().steps[0];
    assert_eq!(step.title, script);
    let Task::Write(write) = &step.task else {
        panic!("not a step to write at: {step:?}");
    };
    assert_eq!(write.hint.as_deref(), Some(script));
}

#[test]
fn hostile_gates_are_refused() {
    let good = content("gates.toml").unwrap();
    for (old, new) in [
        ("id = \"cold\"\n", ""),
        ("ok = ", "fine = "),
        ("id = \"cold\"", "id = 1"),
        ("ask = [", "ask = [["),
    ] {
        let broken = good.replacen(old, new, 1);
        assert_ne!(broken, good, "{old:?} is not there");
        assert!(Gates::parse(&broken).is_err(), "{new:?} is taken");
    }
    assert!(Gates::parse("").is_err());
    assert!(Gates::parse(&"[".repeat(100_000)).is_err());
}
