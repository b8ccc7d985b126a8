//! Five years of practice: twenty thousand sessions, and how fast the Skills room opens over them.

use std::hint::black_box;
use std::path::Path;

use chrono::TimeDelta;
use evenkeel_core::content::{Feeling, Library, Place, Skill, Urge};
use evenkeel_core::practice::{self, PracticePageRequest, PracticeStartRequest, Which};
use evenkeel_core::random::{OsRandom, RandomSource};
use evenkeel_core::skills::{self, Need};
use evenkeel_core::vault::{KdfPolicy, OpenVault, RecoveryWords, UnlockWith, Vault};
use evenkeel_tests::key_file;
use evenkeel_tests::seeded::Seeded;
use rusqlite::{Connection, params};

use crate::store::{FAST, PASSPHRASE, now, repeat};
use crate::table::absolute;

pub const SESSIONS: usize = 20_000;
const DAYS: i64 = 5 * 365;
const TARGET: &str = "≤ 50 ms";

pub fn measure() {
    let folder = tempfile::tempdir().unwrap();
    let dir = folder.path().join("vault");
    let library = Library::bundled().unwrap();
    fill(&dir, &library);
    let open = Vault::at(dir, FAST)
        .unwrap()
        .unlock(&UnlockWith::Passphrase(PASSPHRASE), false, &now())
        .unwrap();
    let row = |what: &str, run: &mut dyn FnMut()| {
        let times = repeat(100, run);
        absolute(
            &format!("{what}, core, p95"),
            SESSIONS,
            times.percentile(95),
            TARGET,
        );
    };
    row("read the skills that ship", &mut || {
        drop(black_box(Library::bundled().unwrap()))
    });
    rooms(&open, &library, &row);
}

fn rooms(open: &OpenVault, library: &Library, row: &impl Fn(&str, &mut dyn FnMut())) {
    let database = open.database();
    row("open Today", &mut || {
        drop(black_box(skills::today(database, library, &now()).unwrap()))
    });
    row("open the library", &mut || {
        drop(black_box(skills::library(database, library).unwrap()))
    });
    let need = Need {
        feeling: Some(Feeling::Anger),
        urge: Some(Urge::LashOut),
        strength: Some(60),
        minutes: Some(10),
        place: Some(Place::Home),
    };
    row("what helps right now", &mut || {
        drop(black_box(
            skills::find(database, library, &need, &now()).unwrap(),
        ));
    });
    row("open a skill", &mut || {
        drop(black_box(
            skills::skill(database, library, "stop", &now()).unwrap(),
        ));
    });
    row("open what works for me", &mut || {
        drop(black_box(skills::works(database, library).unwrap()));
    });
    let page = PracticePageRequest {
        which: Which::Finished,
        skill: None,
        before: None,
        limit: 50,
    };
    row("open my practice: first page", &mut || {
        drop(black_box(practice::page(database, &page, &now()).unwrap()));
    });
    row("search skills and practice, a common word", &mut || {
        drop(black_box(
            skills::search(database, library, "water", &now()).unwrap(),
        ));
    });
}

fn fill(dir: &Path, library: &Library) {
    let vault = Vault::at(dir.to_owned(), FAST).unwrap();
    let words = RecoveryWords::generate(&mut OsRandom).unwrap();
    let open = vault.create(PASSPHRASE, &words, &mut OsRandom).unwrap();
    open.close().unwrap();
    drop(vault);
    add_sessions(dir, FAST, library);
}

/// Each skill is begun once by the app itself; the sessions are then written in one transaction.
pub fn add_sessions(dir: &Path, policy: KdfPolicy, library: &Library) {
    let vault = Vault::at(dir.to_owned(), policy).unwrap();
    let mut open = vault
        .unlock(&UnlockWith::Passphrase(PASSPHRASE), false, &now())
        .unwrap();
    for skill in library.skills() {
        begin(&mut open, library, skill);
    }
    open.close().unwrap();
    drop(vault);
    let key = key_file::open(dir, PASSPHRASE).database;
    let key: String = key.iter().map(|byte| format!("{byte:02x}")).collect();
    let mut connection = Connection::open(dir.join("vault.db")).unwrap();
    connection
        .execute_batch(&format!("PRAGMA key = \"x'{key}'\""))
        .unwrap();
    write_sessions(&mut connection, library.skills().len()).unwrap();
}

fn begin(open: &mut OpenVault, library: &Library, skill: &Skill) {
    let request = PracticeStartRequest {
        skill: skill.id.clone(),
        need: Some(Need {
            strength: Some(50),
            ..Need::default()
        }),
    };
    practice::start(open.database_mut(), library, &request, &now()).unwrap();
}

fn write_sessions(connection: &mut Connection, skills: usize) -> rusqlite::Result<()> {
    let transaction = connection.transaction()?;
    {
        let mut session = transaction.prepare(
            "INSERT INTO practice (exercise_id, position, offset_minutes, local_date, at, feeling,
                                   strength_before, strength_after, use_code, finished_ms)
             VALUES (?1, ?2, 0, ?3, 'done', ?4, ?5, ?6, ?7, ?8)",
        )?;
        let mut answer = transaction
            .prepare("INSERT INTO answer (practice_id, step, content) VALUES (?1, ?2, ?3)")?;
        let mut index = transaction.prepare(
            "INSERT INTO practice_index (rowid, name, words)
             SELECT position, name, words FROM practice_text WHERE id = ?1",
        )?;
        let mut random = Seeded(20_000);
        for number in 0..SESSIONS {
            let mut bytes = [0; 4];
            random.fill(&mut bytes).unwrap_or_default();
            let [skill, feeling, before, relief] = bytes.map(usize::from);
            let minutes = (SESSIONS - number) as i64 * DAYS * 1_440 / SESSIONS as i64;
            let at = now().instant - TimeDelta::minutes(minutes);
            let feelings = ["anger", "fear", "sadness", "shame", "overwhelm"];
            let before = 30 + before % 71;
            session.execute(params![
                (skill % skills + 1) as i64,
                at.timestamp_millis() << 10,
                at.date_naive().to_string(),
                feelings[feeling % feelings.len()],
                before as i64,
                before.saturating_sub(relief % 50) as i64,
                (number % 8) as i64,
                at.timestamp_millis(),
            ])?;
            let id = transaction.last_insert_rowid();
            for step in ["first", "second", "third"] {
                let words = format!("Cold water and {number} slow breaths by the window, {step}.");
                let content = serde_json::json!({"kind": "text", "text": words});
                answer.execute(params![id, step, content.to_string()])?;
            }
            index.execute([id])?;
        }
    }
    transaction.commit()
}
