//! Vaults of old schemas, kept as they were written; and how one of today's is made.

use std::path::{Path, PathBuf};

use evenkeel_core::assessments::{self, AssessmentChooseRequest};
use evenkeel_core::card::{self, CardSaveRequest, MedicationView};
use evenkeel_core::check_in::{self, CheckInSaveRequest};
use evenkeel_core::content::{Feeling, Library, Switch, Urge};
use evenkeel_core::help::{self, TeamLine, TeamLineUpdateRequest};
use evenkeel_core::journal::{self, Kind};
use evenkeel_core::practice::{Answer, Rating};
use evenkeel_core::random::OsRandom;
use evenkeel_core::skills::{self, Shelf, SkillMenuSaveRequest, SkillShelveRequest, breakdown};
use evenkeel_core::vault::{OpenVault, RecoveryWords};

use crate::assessments::{begun, finish, give};
use crate::card::{day, number, renamed, text as words_for};
use crate::check_in::{backdated, felt, strings};
use crate::fixture::{Made, PASSPHRASE, dated, entry, now, raw, save};
use crate::form_draft;
use crate::practising::{EVERY_KIND, KINDS, Room, library, skill_file, text, typical};
use crate::reminders::keep;
use crate::schedule::kept::plan;

/// Where the frozen vault of a schema is kept.
pub fn dir_of(version: u32) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("fixtures/schema-{version}"))
}

/// The frozen vault of a schema, copied to where it may be opened.
pub fn thawed(version: u32) -> Made {
    let frozen = dir_of(version);
    let old = Made {
        folder: tempfile::tempdir().unwrap(),
        words: words(),
    };
    std::fs::create_dir(old.dir()).unwrap();
    for name in FILES {
        std::fs::copy(frozen.join(name), old.path(name)).unwrap();
    }
    old
}

const FILES: [&str; 3] = ["vault.db", "vault.keys", "vault.keys.2"];

pub fn words() -> RecoveryWords {
    let words = "legal winner thank year wave sausage worth useful legal winner thank yellow";
    RecoveryWords::parse(words).unwrap()
}

pub fn version_of(made: &Made) -> u32 {
    raw(made)
        .pragma_query_value(None, "user_version", |row| row.get(0))
        .unwrap()
}

/// The tables of the schema, without those that an index keeps for itself.
pub fn tables(made: &Made) -> Vec<String> {
    let raw = raw(made);
    let mut statement = raw
        .prepare(
            "SELECT name FROM pragma_table_list
             WHERE schema = 'main' AND type IN ('table', 'virtual') AND name NOT LIKE 'sqlite_%'",
        )
        .unwrap();
    let names = statement.query_map([], |row| row.get(0)).unwrap();
    names.map(Result::unwrap).collect()
}

pub fn every_kind(name: &str) -> Library {
    library(&[("every-kind", skill_file(name, EVERY_KIND))])
}

/// Writes a vault with rows in every table of today's schema, which must be the one asked for.
pub fn freeze(dir: &Path, version: u32) {
    let folder = tempfile::tempdir().unwrap();
    let made = Made {
        folder,
        words: words(),
    };
    let open = made.vault().create(PASSPHRASE, &words(), &mut OsRandom);
    let mut room = Room {
        open: open.unwrap(),
        made,
        library: every_kind("Every kind"),
        now: now(),
    };
    freeze_journal(&mut room.open);
    freeze_practice(&mut room);
    record(&mut room);
    plan(&mut room);
    keep(&mut room);
    form_draft::keep(&mut room);
    let team_line = TeamLineUpdateRequest {
        team_line: Some(TeamLine {
            name: "Harbour team".into(),
            number: "555 0100".into(),
            hours: "Evenings".into(),
        }),
        show_while_locked: false,
    };
    help::update_team_line(&room.made.dir(), room.open.database_mut(), &team_line).unwrap();
    room.open.close().unwrap();
    assert_eq!(version_of(&room.made), version, "the app writes another");
    std::fs::create_dir(dir).unwrap();
    for name in FILES {
        std::fs::copy(room.made.path(name), dir.join(name)).unwrap();
    }
}

fn freeze_journal(open: &mut OpenVault) {
    save(
        open,
        &entry("First", "A sandpiper ran along the tide line."),
    );
    let backdated = journal::JournalSaveRequest {
        kind: Kind::Gratitude,
        tags: vec!["Group".to_owned()],
        prompt: Some("What was kind today?".to_owned()),
        ..dated("Backdated", "2026-11-01", "01:30")
    };
    save(open, &backdated);
    save(open, &dated("Third", "2026-11-22", "11:00"));
    let fourth = save(open, &entry("In the trash", "Gone soon."));
    journal::trash(open.database_mut(), fourth, &now()).unwrap();
}

/// A finished practice with an answer of each kind, a half-done one, one in the trash, and all that
/// the skills keep beside them.
fn freeze_practice(room: &mut Room) {
    let rating = |strength, urge_strength| {
        Answer::Rating(Rating {
            feeling: Some(Feeling::Shame),
            strength: Some(strength),
            urge: Some(Urge::Use),
            urge_strength: Some(urge_strength),
        })
    };
    let first = room.start("every-kind").id;
    room.answer(first, "before", rating(80, 4));
    for kind in KINDS {
        let step = room.try_at(first, Some(kind)).unwrap().step.unwrap();
        if let Some(answer) = typical(&step, 0, "curlew") {
            room.answer(first, kind, answer);
        }
    }
    room.answer(first, "after", rating(45, 1));
    room.answer(first, "use", Answer::Use { code: 6 });
    room.finish(first);
    let second = room.start("every-kind").id;
    room.next(second, "choose");
    let third = room.start("every-kind").id;
    room.answer(third, "write", text("Gone soon."));
    room.trash(third);
    for shelf in [Shelf::Favourite, Shelf::InGroup] {
        let request = SkillShelveRequest {
            shelf,
            skill: "every-kind".to_owned(),
            on: true,
        };
        skills::shelve(room.open.database_mut(), &room.library, &request).unwrap();
    }
    let menu = SkillMenuSaveRequest {
        skill: "every-kind".to_owned(),
        slot: "near".to_owned(),
        items: vec!["tea".to_owned(), "a bath".to_owned()],
    };
    skills::save_menu(room.open.database_mut(), &room.library, &menu).unwrap();
    breakdown::save(room.open.database_mut(), Some(55)).unwrap();
}

/// Check-ins, a set and two cards, assessments, a medicine and a programme: a row in every table
/// that check-ins brought.
pub fn record(room: &mut Room) {
    let felt_then = CheckInSaveRequest {
        words: strings(&["hopeful", "wobbly"]),
        note: "The heron came back.".to_owned(),
        ..backdated(5, "2026-11-01", "01:30")
    };
    room.check_in(&felt_then);
    let thrown = room.check_in(&felt(2)).id;
    check_in::trash(room.open.database_mut(), thrown, &room.now).unwrap();

    let rows = ["Anger", "Self-harm", "Hours of sleep"];
    let [anger, self_harm, sleep] = rows.map(|name| room.row(name).id);
    let alcohol = room.row("Alcohol").id;
    let first = CardSaveRequest {
        values: vec![
            number(anger, 4.0),
            number(self_harm, 0.0),
            number(sleep, 6.5),
            words_for(alcohol, "2 glasses"),
        ],
        skills: vec!["every-kind".to_owned()],
        skills_code: Some(6),
        note: "A long day.".to_owned(),
        session_day: true,
        ..day("2026-11-20")
    };
    room.fill(&first);
    let anger = room.row("Anger");
    room.save_row(&renamed(&anger, "Irritation"));
    room.fill_in("2026-11-22", &[("Irritation", 2.0)]);
    card::switch(room.open.database_mut(), Switch::Eating, false).unwrap();

    let phq_9 = begun(room, "phq-9");
    finish(room, phq_9, 1);
    let gad_7 = begun(room, "gad-7");
    give(room, gad_7, "3", 2);
    let thrown = begun(room, "who-5");
    finish(room, thrown, 3);
    assessments::trash(room.open.database_mut(), thrown, &room.now).unwrap();
    let choice = AssessmentChooseRequest {
        instrument: "audit-c".to_owned(),
        on: true,
    };
    assessments::choose(room.open.database_mut(), &choice).unwrap();

    let medicine = MedicationView {
        id: None,
        name: "Tablet".to_owned(),
        dose: "20 mg".to_owned(),
        times: "mornings".to_owned(),
        prescriber: "Dr. Oak".to_owned(),
        stopped: false,
    };
    card::save_medication(room.open.database_mut(), &medicine).unwrap();
    room.begin_programme(Some("2026-10-05"));
}
