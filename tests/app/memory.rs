//! Locked is a state: a second after the lock no process of the app holds a word or a key.
//!
//! Reading another process's memory takes root here, because the app makes itself undumpable. A
//! run without root fails and says so, for a check that is passed over in silence checks nothing.

use evenkeel_tests::app::App;
use evenkeel_tests::desktop::Desktop;
use evenkeel_tests::traces::{self, Needle, Trace};
use evenkeel_tests::{key_file, process, wait};
use std::io::ErrorKind;
use std::time::Duration;

const PASSPHRASE: &str = "seven kestrels over Quarrington";
const EXERCISE: &str = "In the exercise I wrote of the whimbrel at Thornholt";

fn sentences() -> Vec<String> {
    let birds = [
        "avocet", "bittern", "curlew", "dunlin", "egret", "fulmar", "gannet", "hobby", "ibis",
        "jackdaw",
    ];
    let places = ["Yarnwick", "Oxbarrow"];
    places
        .iter()
        .flat_map(|place| {
            birds
                .iter()
                .map(move |bird| format!("Only I know of the {bird} at {place}"))
        })
        .collect()
}

fn scan(app: &App<'_>, needles: &[Needle]) -> Vec<Trace> {
    let mut traces = Vec::new();
    for pid in process::family(app.id()) {
        match traces::in_memory(pid, needles) {
            Ok(found) => traces.extend(found),
            Err(error) if error.kind() == ErrorKind::PermissionDenied => {
                panic!("reading the memory of process {pid} takes root: run this test as root")
            }
            // The process has just ended.
            Err(_) => {}
        }
    }
    traces
}

fn found_names(traces: &[Trace]) -> Vec<&str> {
    let mut names: Vec<&str> = traces.iter().map(|trace| trace.needle.as_str()).collect();
    names.sort_unstable();
    names.dedup();
    names
}

#[test]
fn nothing_that_was_typed_survives_the_lock() {
    let desktop = Desktop::default();
    let mut app = desktop.start();
    let words = app.first_start(PASSPHRASE, false);
    let mut sentences = sentences();
    for (number, lines) in sentences.chunks(5).enumerate() {
        app.write_entry(&format!("Birds {number}"), &lines.join(". "));
    }
    app.search("gannet at Oxbarrow");
    app.see("Birds");
    let view = app.practise_to("stop", "write");
    app.go_on_with(&view);
    app.fill("textbox", &app.heading_of(&view), EXERCISE);
    app.see_answer_saved();
    sentences.push(EXERCISE.to_owned());

    let keys = key_file::open(&desktop.vault_dir(), PASSPHRASE);
    let mut needles: Vec<Needle> = sentences
        .iter()
        .map(|sentence| Needle::spoken(sentence))
        .collect();
    needles.push(Needle::spoken(PASSPHRASE));
    needles.push(Needle::spoken(&words.join(" ")));
    needles.push(Needle::key("the master key", &keys.master));
    needles.push(Needle::key("the database key", &keys.database));

    let before = scan(&app, &needles);
    let seen = found_names(&before);
    let typed = sentences
        .iter()
        .filter(|sentence| seen.contains(&sentence.as_str()))
        .count();
    assert_eq!(
        typed,
        sentences.len(),
        "the scan sees what is there: it saw {seen:?}"
    );
    // SQLCipher keeps the database key under a mask; the master key is there to be seen.
    assert!(
        seen.contains(&"the master key"),
        "the scan sees keys: it saw {seen:?}"
    );

    let old_family = process::family(app.id());
    app.lock();
    assert_eq!(
        old_family.first(),
        Some(&app.id()),
        "the process id is kept"
    );
    wait::until(
        "the web view's old processes are gone",
        Duration::from_secs(1),
        || {
            let rest = old_family
                .iter()
                .skip(1)
                .filter(|pid| process::living_name(**pid).is_some());
            (rest.count() == 0).then_some(())
        },
    );
    assert!(
        !old_family.iter().any(|pid| process::is_zombie(*pid)),
        "they were reaped"
    );
    let after = scan(&app, &needles);
    assert!(after.is_empty(), "still in memory: {after:#?}");

    app.unlock(PASSPHRASE);
    let back = scan(&app, &needles);
    assert!(
        found_names(&back).contains(&"the master key"),
        "the scan still sees keys"
    );
}
