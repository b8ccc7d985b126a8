//! Old data opens in a new app; new data is refused by an old one without a byte changed.

use std::path::Path;

use evenkeel_core::content::{Feeling, Library, Urge};
use evenkeel_core::error::ErrorCode;
use evenkeel_core::help::{self, HelpRequest, TeamLine, TeamLineUpdateRequest};
use evenkeel_core::journal::{self, Kind};
use evenkeel_core::practice::{Answer, Rating, Which};
use evenkeel_core::random::OsRandom;
use evenkeel_core::skills::{self, Shelf, SkillMenuSaveRequest, SkillShelveRequest, breakdown};
use evenkeel_core::vault::{OpenVault, RecoveryWords, UnlockWith};

use crate::fixture::{
    Made, PASSPHRASE, assert_code, dated, entry, files_of, found, made, now, raw, save, titles,
};
use crate::practising::{EVERY_KIND, KINDS, Room, json, library, skill_file, text, typical};

fn schema_of(made: &Made) -> Vec<String> {
    let connection = raw(made);
    let mut statement = connection
        .prepare(
            "SELECT type || ' ' || name || ' ' || coalesce(sql, '') FROM sqlite_schema ORDER BY 1",
        )
        .unwrap();
    statement
        .query_map([], |row| row.get(0))
        .unwrap()
        .map(Result::unwrap)
        .collect()
}

#[test]
fn a_newer_schema_is_refused_and_not_a_byte_is_changed() {
    let made = made();
    raw(&made)
        .pragma_update(None, "user_version", 9_999)
        .unwrap();
    let before = files_of(&made.dir());
    assert_code(made.unlock(), ErrorCode::TooNew);
    let with_snapshot = made
        .vault()
        .unlock(&UnlockWith::Passphrase(PASSPHRASE), true, &now());
    assert_code(with_snapshot, ErrorCode::DamagedData);
    assert_eq!(files_of(&made.dir()), before);
}

/// The frozen vault of a schema, copied to where it may be opened.
fn thawed(version: u32) -> Made {
    let frozen = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("fixtures/schema-{version}"));
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

fn words() -> RecoveryWords {
    let words = "legal winner thank year wave sausage worth useful legal winner thank yellow";
    RecoveryWords::parse(words).unwrap()
}

/// The journal that every frozen vault has.
fn assert_entries(open: &OpenVault) {
    assert_eq!(titles(open), ["Third", "First", "Backdated"]);
    assert_eq!(found(open, "sandpiper"), ["First"]);
    let view = journal::read(open.database(), 2).unwrap();
    assert_eq!(
        (view.kind, view.date.as_str(), view.time.as_str()),
        (Kind::Gratitude, "2026-11-01", "01:30")
    );
    assert_eq!(
        (view.tags, view.prompt.as_deref()),
        (vec!["group".to_owned()], Some("What was kind today?"))
    );
    assert_eq!(journal::trashed(open.database(), &now()).unwrap().len(), 1);
}

/// `fixtures/schema-1` was written by the first version.
#[test]
fn the_first_versions_vault_opens_with_all_its_rows_and_todays_schema() {
    let old = thawed(1);
    let open = old.unlock().unwrap();
    assert_entries(&open);
    open.close().unwrap();
    old.unlock_with(&UnlockWith::Recovery(&words()))
        .unwrap()
        .close()
        .unwrap();
    assert_eq!(
        schema_of(&old),
        schema_of(&made()),
        "migrated and fresh are the same"
    );
}

#[test]
fn the_first_versions_vault_can_be_practised_in() {
    let old = thawed(1);
    let mut room = Room {
        open: old.unlock().unwrap(),
        made: old,
        library: every_kind("Every kind"),
        now: now(),
    };
    let id = room.start("every-kind").id;
    room.answer(id, "write", text("The heron came back."));
    room.finish(id);
    let room = room.verified();
    assert_eq!(room.found("heron"), [id]);
    assert_entries(&room.open);
}

/// `fixtures/schema-2` was written by the version that brought the skills.
#[test]
fn a_vault_of_schema_2_opens_with_all_its_rows_and_todays_schema() {
    let old = thawed(2);
    for table in tables(&old) {
        let count = format!("SELECT count(*) FROM {table}");
        let count: i64 = raw(&old).query_row(&count, [], |row| row.get(0)).unwrap();
        assert!(count > 0, "no row of {table} is frozen");
    }
    let room = Room {
        open: old.unlock().unwrap(),
        made: old,
        library: every_kind("A newer name"),
        now: now(),
    };
    assert_entries(&room.open);
    let database = room.open.database();
    let help = help::view(
        &room.made.dir(),
        Some(database),
        &HelpRequest { region: None },
    );
    assert_eq!(help.unwrap().team_line.unwrap().name, "Harbour team");

    assert_eq!(room.list(Which::Finished), [1]);
    let sheet = room.sheet(1);
    assert_eq!(sheet.answers.len(), 14, "of every kind that takes one");
    for answered in &sheet.answers {
        let (step, answer) = (&answered.step, &answered.answer);
        assert!(answer.answers(step), "{}", step.id);
    }
    let expected = serde_json::json!({
        "id": 1, "skill": "every-kind", "name": "Every kind", "date": "2026-11-22",
        "time": "10:04", "finished": true, "trashed_on": null, "feeling": "shame", "before": 80,
        "after": 45, "code": 6, "excerpt": "curlew",
    });
    assert_eq!(json(&sheet.summary), expected);
    assert_eq!(
        json(&sheet.after),
        serde_json::json!({"feeling": "shame", "strength": 45, "urge": "use", "urge_strength": 1})
    );
    assert_eq!(room.list(Which::Unfinished), [2]);
    assert_eq!(room.at(2).at, "write");
    assert_eq!(room.list(Which::Trashed), [3]);
    assert_eq!(room.found("curlew"), [1]);

    let page = skills::skill(database, &room.library, "every-kind", &room.now).unwrap();
    assert!(page.card.favourite && page.card.in_group);
    assert_eq!(page.menu[0].items, ["tea", "a bath"]);
    assert_eq!((page.own.uses, page.own.change), (1, None));
    assert_eq!(breakdown::point(database).unwrap(), Some(55));
    let gate = room.try_at(1, Some("gate")).unwrap().gate.unwrap();
    assert_eq!(gate.asked, Some(true));
    let room = room.verified();
    let (made, fresh) = (room.made, crate::fixture::made());
    room.open.close().unwrap();
    assert_eq!(schema_of(&made), schema_of(&fresh));
}

/// Each schema that ships is kept as a vault with rows. `EVENKEEL_UPDATE=1` makes the one that is
/// missing; one that exists is never made again.
#[test]
fn every_schema_has_a_frozen_fixture() {
    let tests = Path::new(env!("CARGO_MANIFEST_DIR"));
    let migrations = tests.join("../src-tauri/core/migrations");
    let newest = std::fs::read_dir(migrations).unwrap().count();
    for version in 1..=u32::try_from(newest).unwrap() {
        let frozen = tests.join(format!("fixtures/schema-{version}"));
        if std::env::var_os("EVENKEEL_UPDATE").is_some() && !frozen.exists() {
            freeze(&frozen, version);
        }
        assert!(
            frozen.join("vault.db").exists(),
            "{} is missing",
            frozen.display()
        );
        assert_eq!(version_of(&thawed(version)), version);
    }
}

fn version_of(made: &Made) -> u32 {
    raw(made)
        .pragma_query_value(None, "user_version", |row| row.get(0))
        .unwrap()
}

/// The tables of the schema, without those that an index keeps for itself.
fn tables(made: &Made) -> Vec<String> {
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

fn every_kind(name: &str) -> Library {
    library(&[("every-kind", skill_file(name, EVERY_KIND))])
}

/// Writes a vault with rows in every table of today's schema, which must be the one asked for.
fn freeze(dir: &Path, version: u32) {
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
