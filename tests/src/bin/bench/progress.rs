//! Ten years of daily cards and twenty thousand check-ins, and how fast they open.

use std::hint::black_box;
use std::path::Path;

use chrono::{Days, TimeDelta};
use evenkeel_core::card;
use evenkeel_core::check_in::{self, CheckInPageRequest};
use evenkeel_core::content::{ItemKind, Library};
use evenkeel_core::progress::{self, ProgressRequest, Span, TogetherRequest};
use evenkeel_core::random::{OsRandom, RandomSource};
use evenkeel_core::vault::{KdfPolicy, OpenVault, RecoveryWords, UnlockWith, Vault};
use evenkeel_tests::key_file;
use evenkeel_tests::seeded::Seeded;
use rusqlite::{Connection, params};

use crate::store::{FAST, PASSPHRASE, now, repeat};
use crate::table::absolute;

pub const CHECK_INS: usize = 20_000;
const CARDS: u64 = 3_650;
const TARGET: &str = "≤ 50 ms";

pub fn measure() {
    let folder = tempfile::tempdir().unwrap();
    let dir = folder.path().join("vault");
    fill(&dir);
    let mut open = Vault::at(dir, FAST)
        .unwrap()
        .unlock(&UnlockWith::Passphrase(PASSPHRASE), false, &now())
        .unwrap();
    let row = |what: &str, run: &mut dyn FnMut()| {
        let times = repeat(50, run);
        absolute(
            &format!("{what}, core, p95"),
            CHECK_INS,
            times.percentile(95),
            TARGET,
        );
    };
    rooms(&mut open, &row);
}

fn rooms(open: &mut OpenVault, row: &impl Fn(&str, &mut dyn FnMut())) {
    let library = Library::bundled().unwrap();
    let until = now().date().to_string();
    for (what, span) in [("a month", Span::Month), ("all of it", Span::All)] {
        let request = ProgressRequest {
            span,
            until: until.clone(),
        };
        row(&format!("progress over {what}"), &mut || {
            drop(black_box(
                progress::progress(open.database(), &request).unwrap(),
            ));
        });
    }
    let together = TogetherRequest {
        a: "item:1".to_owned(),
        b: "mood".to_owned(),
        span: Span::All,
        until: until.clone(),
    };
    row("what moved together", &mut || {
        _ = black_box(progress::together(open.database(), &together).unwrap());
    });
    let page = CheckInPageRequest {
        before: None,
        limit: 50,
        trashed: false,
    };
    row("open past check-ins: first page", &mut || {
        drop(black_box(
            check_in::page(open.database(), &page, &now()).unwrap(),
        ));
    });
    row("open the day's card", &mut || {
        drop(black_box(
            card::open(open.database_mut(), &library, &until).unwrap(),
        ));
    });
    row("open the week", &mut || {
        drop(black_box(
            card::week(open.database_mut(), &library, &until).unwrap(),
        ));
    });
}

fn fill(dir: &Path) {
    let vault = Vault::at(dir.to_owned(), FAST).unwrap();
    let words = RecoveryWords::generate(&mut OsRandom).unwrap();
    let open = vault.create(PASSPHRASE, &words, &mut OsRandom).unwrap();
    open.close().unwrap();
    drop(vault);
    add_days(dir, FAST);
}

/// The start set is made by the app itself; the days are then written in one transaction.
pub fn add_days(dir: &Path, policy: KdfPolicy) {
    let vault = Vault::at(dir.to_owned(), policy).unwrap();
    let mut open = vault
        .unlock(&UnlockWith::Passphrase(PASSPHRASE), false, &now())
        .unwrap();
    let set = card::set(open.database_mut()).unwrap();
    open.close().unwrap();
    drop(vault);
    let scales: Vec<i64> = set
        .items
        .iter()
        .filter(|item| item.kind == ItemKind::Scale)
        .map(|item| item.id)
        .collect();
    let key = key_file::open(dir, PASSPHRASE).database;
    let key: String = key.iter().map(|byte| format!("{byte:02x}")).collect();
    let mut connection = Connection::open(dir.join("vault.db")).unwrap();
    connection
        .execute_batch(&format!("PRAGMA key = \"x'{key}'\""))
        .unwrap();
    write_days(&mut connection, &scales).unwrap();
}

fn write_days(connection: &mut Connection, scales: &[i64]) -> rusqlite::Result<()> {
    let transaction = connection.transaction()?;
    let mut random = Seeded(3_650);
    let mut number = |below: u8| {
        let mut byte = [0];
        random.fill(&mut byte).unwrap_or_default();
        i64::from(byte[0] % below)
    };
    {
        let mut card = transaction.prepare(
            "INSERT INTO card (local_date, filled_date, skills_code, why_no_skills, note,
                               session_day) VALUES (?1, ?1, 5, '', '', 0)",
        )?;
        let mut value = transaction
            .prepare("INSERT INTO card_value (item_id, local_date, number) VALUES (?1, ?2, ?3)")?;
        for days in 0..CARDS {
            let date = (now().date() - Days::new(days)).to_string();
            card.execute([&date])?;
            for item in scales {
                value.execute(params![item, date, number(6)])?;
            }
        }
        let mut check_in = transaction.prepare(
            "INSERT INTO check_in (position, offset_minutes, local_date, mood, note)
             VALUES (?1, 0, ?2, ?3, 'A line or two about it, as one writes in passing.')",
        )?;
        let mut score = transaction.prepare(
            "INSERT INTO assessment (instrument, position, offset_minutes, local_date, score)
             VALUES ('phq-9', ?1, 0, ?2, ?3)",
        )?;
        let minutes = CARDS as i64 * 1_440 / CHECK_INS as i64;
        for place in 0..CHECK_INS as i64 {
            let at = now().instant - TimeDelta::minutes(place * minutes);
            let position = at.timestamp_millis() << 10;
            let date = at.date_naive().to_string();
            check_in.execute(params![position, date, number(7) + 1])?;
            if place % 80 == 0 {
                score.execute(params![position, date, number(28)])?;
            }
        }
    }
    transaction.commit()
}
