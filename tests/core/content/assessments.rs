//! Finds every fault of the self-assessments.

use std::collections::HashSet;

use evenkeel_core::content::{Better, Instrument};
use evenkeel_tests::reading;

use super::entry::{Entry, walked};
use super::shape::{
    Field,
    Holds::{Data, Id, Number, Published, Table as Tabled, Tables, Terms, Text, Texts, Words},
    may, must,
};

const INSTRUMENT: &[Field] = &[
    must("name", Words(1..=2)),
    must("full_name", Text),
    must("about", Texts(1..=3)),
    must("opt_in", Data),
    may("notice", Texts(1..=4)),
    may("notes", Texts(1..=3)),
    must("rhythm_days", Number(7..=366)),
    must("lead", Published),
    must("credit", Published),
    must("licence", Published),
    must("sources", Terms(2..=6)),
    must("wording", Data),
    may("gate", Tabled(GATE)),
    may("option", Tables(OPTION, 2..=6)),
    must("item", Tables(ITEM, 2..=10)),
    must("score", Tabled(SCORE)),
    must("band", Tables(BAND, 1..=5)),
];

const GATE: &[Field] = &[
    must("text", Published),
    must("yes", Published),
    must("no", Published),
];
const OPTION: &[Field] = &[must("text", Published), must("value", Number(0..=9))];

const ITEM: &[Field] = &[
    must("id", Id),
    must("text", Published),
    may("option", Tables(OPTION, 2..=6)),
    may("helps_if_above", Number(0..=9)),
    may("counts", Data),
];

const SCORE: &[Field] = &[
    must("times", Number(1..=9)),
    must("most", Number(1..=100)),
    may("change", Number(1..=100)),
    must("better", Data),
];

const BAND: &[Field] = &[
    must("from", Number(0..=100)),
    must("to", Number(0..=100)),
    must("label", Data),
];

/// What is known of an instrument, and what must be said before it.
struct Known {
    id: &'static str,
    items: usize,
    /// Items that offer Help now, and above which answer.
    helps: &'static [(&'static str, u8)],
    uncounted: &'static [&'static str],
    better: Better,
    opt_in: bool,
    notice: &'static [&'static str],
}

const KNOWN: &[Known] = &[
    Known {
        id: "phq-9",
        items: 10,
        helps: &[("9", 0)],
        uncounted: &["10"],
        notice: &["stop at any time", "help now"],
        ..PLAIN
    },
    Known {
        id: "phq-2",
        items: 2,
        ..PLAIN
    },
    Known {
        id: "gad-7",
        items: 7,
        ..PLAIN
    },
    Known {
        id: "who-5",
        items: 5,
        better: Better::Higher,
        ..PLAIN
    },
    Known {
        id: "pc-ptsd-5",
        items: 5,
        opt_in: true,
        notice: &["hard events", "skip", "stop at any time", "help now"],
        ..PLAIN
    },
    Known {
        id: "audit-c",
        items: 3,
        opt_in: true,
        notice: &["do not stop all at once", "team", "get help now"],
        ..PLAIN
    },
];

const PLAIN: Known = Known {
    id: "",
    items: 0,
    helps: &[],
    uncounted: &[],
    better: Better::Lower,
    opt_in: false,
    notice: &[],
};

/// What every `about` ends with in some words: no diagnosis, and with whom to speak.
const OF_EVERY_ABOUT: [&str; 2] = ["does not tell you what you have", "your team"];

/// The faults of assessment files, given as id and text.
pub fn assessments(files: &[(&str, &str)]) -> Vec<String> {
    let mut faults = Vec::new();
    for (id, text) in files {
        let parsed = Instrument::parse(id, text);
        let found = walked(text, parsed.as_ref().err(), |file| {
            file.holds(INSTRUMENT);
            if let Ok(instrument) = &parsed {
                items(file, instrument);
                scores(file, instrument);
                standard(file, instrument);
            }
        });
        faults.extend(found.into_iter().map(|fault| format!("{id}: {fault}")));
    }
    for known in KNOWN {
        if files.iter().all(|(id, _)| *id != known.id) {
            faults.push(format!("{}: is missing", known.id));
        }
    }
    faults
}

fn items(file: &mut Entry, instrument: &Instrument) {
    let mut texts = HashSet::new();
    for item in &instrument.items {
        let id = &item.id;
        if !texts.insert(&item.text) {
            file.fault(format!("item {id:?}: its text is there twice"));
        }
        let options = instrument.options_of(item);
        if options.is_empty() {
            file.fault(format!("item {id:?} has no answers"));
        }
        let values: HashSet<_> = options.iter().map(|option| option.value).collect();
        let words: HashSet<_> = options.iter().map(|option| &option.text).collect();
        if values.len() < options.len() || words.len() < options.len() {
            file.fault(format!("item {id:?} has an answer twice"));
        }
        let highest = values.iter().copied().max().unwrap_or_default();
        if (0..=highest).any(|value| !values.contains(&value)) {
            file.fault(format!("item {id:?}: its answers leave out a value"));
        }
        if item.helps_if_above.is_some_and(|above| above >= highest) {
            file.fault(format!("item {id:?}: no answer is above helps_if_above"));
        }
    }
}

/// Bands cover every score once, and the scale is as long as the answers make it.
fn scores(file: &mut Entry, instrument: &Instrument) {
    let highest = |item| {
        let options = instrument.options_of(item).iter();
        options
            .map(|option| u16::from(option.value))
            .max()
            .unwrap_or_default()
    };
    let counted = instrument.items.iter().filter(|item| item.counts);
    let sum = counted.map(highest).sum::<u16>() * instrument.score.times;
    let most = instrument.score.most;
    if sum != most {
        file.fault(format!(
            "most is {most}, and the highest answers make {sum}"
        ));
    }
    let mut next = 0;
    for band in &instrument.bands {
        let (from, to) = (band.from, band.to);
        if from != next || to < from {
            file.fault(format!("band {from} to {to} does not begin at {next}"));
        }
        next = to + 1;
        for fault in reading::faults(&band.label) {
            file.fault(format!("label {:?} {fault}", band.label));
        }
        if band.label.is_empty() && instrument.bands.len() > 1 {
            file.fault(format!("band {from} to {to} has no label"));
        }
    }
    if next != most + 1 {
        file.fault(format!(
            "the bands end at {}, not at {most}",
            next.saturating_sub(1)
        ));
    }
    if instrument.score.change.is_some_and(|change| change >= most) {
        file.fault("change is no change that can be");
    }
}

fn standard(file: &mut Entry, instrument: &Instrument) {
    let about = instrument.about.join(" ").to_lowercase();
    for words in OF_EVERY_ABOUT
        .iter()
        .filter(|words| !about.contains(**words))
    {
        file.fault(format!("about does not say {words:?}"));
    }
    let Some(known) = KNOWN.iter().find(|known| known.id == instrument.id) else {
        file.fault("is none of the instruments that may be embedded");
        return;
    };
    if instrument.items.len() != known.items {
        file.fault(format!(
            "has {} items, not {}",
            instrument.items.len(),
            known.items
        ));
    }
    let helps: Vec<_> = instrument
        .items
        .iter()
        .filter_map(|item| Some((item.id.as_str(), item.helps_if_above?)))
        .collect();
    if helps != known.helps {
        file.fault(format!(
            "Help now is offered at {helps:?}, not at {:?}",
            known.helps
        ));
    }
    let uncounted = instrument.items.iter().filter(|item| !item.counts);
    let uncounted: Vec<_> = uncounted.map(|item| item.id.as_str()).collect();
    if uncounted != known.uncounted {
        file.fault(format!(
            "does not count {uncounted:?}, but {:?}",
            known.uncounted
        ));
    }
    if instrument.score.better != known.better {
        file.fault("better is the wrong way round");
    }
    if instrument.opt_in != known.opt_in {
        file.fault(format!("opt_in is not {}", known.opt_in));
    }
    let notice = instrument.notice.join(" ").to_lowercase();
    for words in known
        .notice
        .iter()
        .filter(|words| !notice.contains(**words))
    {
        file.fault(format!("notice does not say {words:?}"));
    }
}
