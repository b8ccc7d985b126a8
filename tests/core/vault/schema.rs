//! Old data opens in a new app; new data is refused by an old one without a byte changed.

use std::path::Path;

use evenkeel_core::card;
use evenkeel_core::error::ErrorCode;
use evenkeel_core::help::{self, HelpRequest};
use evenkeel_core::journal::{self, Kind};
use evenkeel_core::practice::Which;
use evenkeel_core::progress::Span;
use evenkeel_core::schedule::programme;
use evenkeel_core::skills::{self, breakdown};
use evenkeel_core::vault::{OpenVault, UnlockWith};

use super::frozen::{dir_of, every_kind, freeze, record, tables, thawed, version_of, words};
use crate::assessments::look;
use crate::card::names;
use crate::fixture::{Made, PASSPHRASE, assert_code, files_of, found, made, now, raw, titles};
use crate::form_draft;
use crate::practising::{Room, json, text};
use crate::reminders;
use crate::schedule::kept::{assert_planned, plan};

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
    assert_every_table_has_a_row(&old);
    let room = room_of(old);
    assert_entries(&room.open);
    assert_practised(&room);
    assert_same_as_a_fresh_one(room);
}

/// Today's app in an old vault.
fn room_of(old: Made) -> Room {
    Room {
        open: old.unlock().unwrap(),
        made: old,
        library: every_kind("A newer name"),
        now: now(),
    }
}

fn assert_every_table_has_a_row(old: &Made) {
    for table in tables(old) {
        let count = format!("SELECT count(*) FROM {table}");
        let count: i64 = raw(old).query_row(&count, [], |row| row.get(0)).unwrap();
        assert!(count > 0, "no row of {table} is frozen");
    }
}

fn assert_same_as_a_fresh_one(room: Room) {
    let room = room.verified();
    let made = room.made;
    room.open.close().unwrap();
    assert_eq!(schema_of(&made), schema_of(&crate::fixture::made()));
}

/// The practices that every frozen vault has since there are skills.
fn assert_practised(room: &Room) {
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
}

/// `fixtures/schema-3` was written by the version that brought check-ins.
#[test]
fn a_vault_of_schema_3_opens_with_all_its_rows_and_todays_schema() {
    let old = thawed(3);
    assert_every_table_has_a_row(&old);
    let mut room = room_of(old);
    assert_entries(&room.open);
    assert_practised(&room);
    assert_recorded(&mut room);
    assert_same_as_a_fresh_one(room);
}

/// What was recorded in every frozen vault since there are check-ins.
fn assert_recorded(room: &mut Room) {
    let expected = serde_json::json!([{
        "id": 1, "date": "2026-11-01", "time": "01:30", "mood": 5, "words": ["hopeful", "wobbly"],
        "note": "The heron came back.", "trashed_on": null,
    }]);
    assert_eq!(json(&room.check_ins()), expected);
    assert_eq!(room.check_ins_of(true).len(), 1);

    let first = room.card("2026-11-20");
    let answers: Vec<_> = first
        .values
        .iter()
        .map(|value| {
            let item = first
                .items
                .iter()
                .find(|item| item.id == value.item)
                .unwrap();
            (item.name.as_str(), value.number, value.text.as_deref())
        })
        .collect();
    let expected = [
        ("Anger", Some(4.0), None),
        ("Self-harm", Some(0.0), None),
        ("Hours of sleep", Some(6.5), None),
        ("Alcohol", None, Some("2 glasses")),
    ];
    assert_eq!(answers, expected);
    assert!(first.session_day && first.filled_later && first.skills[0].used);
    assert_eq!(
        (first.skills_code, first.note.as_str()),
        (Some(6), "A long day.")
    );
    let second = room.card("2026-11-22");
    assert_eq!(second.values[0].number, Some(2.0));
    assert!(names(&second.items).contains(&"Irritation"));
    assert!(!names(&second.items).contains(&"Ate regular meals"));
    assert!(
        !second.skills[0].used && second.skills[0].practised,
        "taken out"
    );

    let instruments = evenkeel_core::assessments::instruments(room.open.database(), &room.now);
    let said: Vec<_> = instruments
        .unwrap()
        .into_iter()
        .map(|one| {
            (
                one.id,
                one.on,
                one.last.map(|last| last.score),
                one.unfinished.is_some(),
            )
        })
        .collect();
    let expected = [
        ("phq-9", true, Some(9), false),
        ("phq-2", true, None, false),
        ("gad-7", true, None, true),
        ("who-5", true, None, false),
        ("pc-ptsd-5", false, None, false),
        ("audit-c", true, None, false),
    ];
    assert_eq!(
        said,
        expected.map(|(id, on, last, half)| (id.to_owned(), on, last, half))
    );
    assert_eq!(
        json(&look(room, 2).answers),
        serde_json::json!([{"item": "3", "value": 2}])
    );
    assert_eq!(
        card::medications(room.open.database()).unwrap()[0].dose,
        "20 mg"
    );
    let progress = room.progress(Span::Programme);
    assert_eq!(progress.from, "2026-10-05");
    let drawn: Vec<_> = progress
        .series
        .iter()
        .map(|series| series.name.as_str())
        .collect();
    let expected = ["", "Irritation", "Self-harm", "Hours of sleep", "", "PHQ-9"];
    assert_eq!(drawn, expected);
}

#[test]
fn a_vault_of_every_older_schema_can_be_recorded_in() {
    for version in [1, 2] {
        let old = thawed(version);
        let mut room = room_of(old);
        if version == 1 {
            let id = room.start("every-kind").id;
            room.finish(id);
        }
        record(&mut room);
        let mut room = room.verified();
        assert_recorded(&mut room);
        assert_entries(&room.open);
    }
}

/// `fixtures/schema-4` was written by the version that brought the schedule.
#[test]
fn a_vault_of_schema_4_opens_with_all_its_rows_and_todays_schema() {
    let old = thawed(4);
    assert_every_table_has_a_row(&old);
    let mut room = room_of(old);
    assert_entries(&room.open);
    assert_practised(&room);
    assert_recorded(&mut room);
    assert_planned(&room);
    assert_same_as_a_fresh_one(room);
}

/// `fixtures/schema-5` was written by the version that brought the reminders.
#[test]
fn a_vault_of_schema_5_opens_with_all_its_rows_and_todays_schema() {
    let old = thawed(5);
    assert_every_table_has_a_row(&old);
    let mut room = room_of(old);
    assert_entries(&room.open);
    assert_practised(&room);
    assert_recorded(&mut room);
    assert_planned(&room);
    reminders::assert_kept(&room);
    assert_same_as_a_fresh_one(room);
}

/// `fixtures/schema-6` was written by the version that kept half-filled forms.
#[test]
fn a_vault_of_schema_6_opens_with_all_its_rows_and_todays_schema() {
    let old = thawed(6);
    assert_every_table_has_a_row(&old);
    let mut room = room_of(old);
    assert_entries(&room.open);
    assert_practised(&room);
    assert_recorded(&mut room);
    assert_planned(&room);
    reminders::assert_kept(&room);
    form_draft::assert_kept(&room);
    assert_same_as_a_fresh_one(room);
}

#[test]
fn in_a_vault_of_schema_5_a_half_filled_form_can_be_kept() {
    let mut room = room_of(thawed(5));
    form_draft::keep(&mut room);
    let mut room = room.verified();
    form_draft::assert_kept(&room);
    reminders::assert_kept(&room);
    assert_recorded(&mut room);
}

#[test]
fn in_a_vault_of_schema_4_reminders_are_off_and_can_be_turned_on() {
    let mut room = room_of(thawed(4));
    assert!(room.reminders().reminders.is_empty());
    reminders::keep(&mut room);
    let mut room = room.verified();
    reminders::assert_kept(&room);
    assert_planned(&room);
    assert_recorded(&mut room);
}

#[test]
fn in_a_vault_of_schema_3_the_start_of_the_programme_stays_and_a_schedule_can_be_made() {
    let mut room = room_of(thawed(3));
    let view = programme::view(room.open.database(), &room.now).unwrap();
    assert_eq!(view.programme.start_date.as_deref(), Some("2026-10-05"));
    assert_eq!(view.programme.hours_a_week, 9.0);
    plan(&mut room);
    assert_planned(&room);
    assert_recorded(&mut room);
    assert_same_as_a_fresh_one(room);
}

/// Each schema that ships is kept as a vault with rows. `EVENKEEL_UPDATE=1` makes the one that is
/// missing; one that exists is never made again.
#[test]
fn every_schema_has_a_frozen_fixture() {
    let tests = Path::new(env!("CARGO_MANIFEST_DIR"));
    let migrations = tests.join("../src-tauri/core/migrations");
    let newest = std::fs::read_dir(migrations).unwrap().count();
    for version in 1..=u32::try_from(newest).unwrap() {
        let frozen = dir_of(version);
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
