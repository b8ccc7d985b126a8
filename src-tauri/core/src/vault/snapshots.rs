//! Verified copies of the database, kept for a bad day: seven daily, five weekly, twelve monthly,
//! and three from before a migration.

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

use chrono::{Datelike, NaiveDate, NaiveDateTime};

use super::Database;
use super::keys::DatabaseKey;
use super::layout::Layout;
use crate::error::{Error, ErrorCode, Result};
use crate::files;
use crate::time::Now;

const DAILY: usize = 7;
const WEEKLY: usize = 5;
const MONTHLY: usize = 12;
const BEFORE_MIGRATION: usize = 3;

const TIME_FORMAT: &str = "%Y%m%dT%H%M%SZ";

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Why {
    Daily,
    Migration,
}

/// A snapshot by its file name, `20261122T085700Z-daily.db`; the time is UTC.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Snapshot {
    taken: NaiveDateTime,
    why: Why,
}

impl Snapshot {
    fn parse(name: &str) -> Option<Self> {
        let (time, why) = name.strip_suffix(".db")?.split_once('-')?;
        let why = match why {
            "daily" => Why::Daily,
            "migration" => Why::Migration,
            _ => return None,
        };
        Some(Self {
            taken: NaiveDateTime::parse_from_str(time, TIME_FORMAT).ok()?,
            why,
        })
    }

    fn path(self, layout: &Layout) -> PathBuf {
        let why = match self.why {
            Why::Daily => "daily",
            Why::Migration => "migration",
        };
        layout
            .snapshots_dir()
            .join(format!("{}-{why}.db", self.taken.format(TIME_FORMAT)))
    }
}

/// Copies, verifies and only then names a snapshot.
pub(super) fn make(
    layout: &Layout,
    database: &Database,
    key: &DatabaseKey,
    now: &Now,
    why: Why,
) -> Result<()> {
    files::make_private_dir(&layout.snapshots_dir())?;
    let unfinished_path = layout.snapshots_dir().join("unfinished");
    files::remove_if_there(&unfinished_path)?;
    database.copy_to(&unfinished_path, key)?;
    let snapshot = Snapshot {
        taken: now.instant.naive_utc(),
        why,
    };
    files::rename(&unfinished_path, &snapshot.path(layout))
}

/// The UTC day of the newest snapshot.
pub(super) fn newest_date(layout: &Layout) -> Option<NaiveDate> {
    list(layout).last().map(|snapshot| snapshot.taken.date())
}

/// All snapshots, oldest first.
fn list(layout: &Layout) -> BTreeSet<Snapshot> {
    let Ok(entries) = std::fs::read_dir(layout.snapshots_dir()) else {
        return BTreeSet::new();
    };
    entries
        .filter_map(|entry| Snapshot::parse(entry.ok()?.file_name().to_str()?))
        .collect()
}

/// Sets the database aside and puts the newest snapshot that proves whole in its place.
pub(super) fn put_back(layout: &Layout, key: &DatabaseKey) -> Result<()> {
    for snapshot in list(layout).into_iter().rev() {
        let Ok(database) = Database::open(&snapshot.path(layout), key) else {
            continue;
        };
        let copy_path = files::with_suffix(&layout.database_path(), ".restored");
        files::remove_if_there(&copy_path)?;
        match database.copy_to(&copy_path, key) {
            Err(error) if error.code() == ErrorCode::DamagedData => continue,
            other => other?,
        }
        let database_path = layout.database_path();
        files::set_aside(&files::with_suffix(&database_path, "-journal"))?;
        files::set_aside(&database_path)?;
        return files::rename(&copy_path, &database_path);
    }
    Err(Error::new(ErrorCode::DamagedData, "no snapshot opens"))
}

/// Removes the snapshots that have outlived their use; never the newest.
pub(super) fn thin(layout: &Layout) -> Result<()> {
    let all = list(layout);
    let kept = worth_keeping(&all);
    for snapshot in all.difference(&kept) {
        files::remove_if_there(&snapshot.path(layout))?;
    }
    Ok(())
}

/// Removes every snapshot: after a rekey they are under a key that someone may know.
pub(super) fn remove_all(layout: &Layout) -> Result<()> {
    list(layout)
        .iter()
        .try_for_each(|snapshot| files::remove_if_there(&snapshot.path(layout)))
}

fn worth_keeping(all: &BTreeSet<Snapshot>) -> BTreeSet<Snapshot> {
    let of = |why| {
        all.iter()
            .rev()
            .copied()
            .filter(move |snapshot| snapshot.why == why)
    };
    let mut kept: BTreeSet<Snapshot> = all.last().copied().into_iter().collect();
    kept.extend(of(Why::Migration).take(BEFORE_MIGRATION));
    kept.extend(newest_of_each(
        of(Why::Daily),
        |date| (date.year(), date.ordinal()),
        DAILY,
    ));
    kept.extend(newest_of_each(
        of(Why::Daily),
        |date| (date.iso_week().year(), date.iso_week().week()),
        WEEKLY,
    ));
    kept.extend(newest_of_each(
        of(Why::Daily),
        |date| (date.year(), date.month()),
        MONTHLY,
    ));
    kept
}

/// The newest snapshot of each of the last `count` periods; `newest_first` is in that order.
fn newest_of_each(
    newest_first: impl Iterator<Item = Snapshot>,
    period: impl Fn(NaiveDate) -> (i32, u32),
    count: usize,
) -> Vec<Snapshot> {
    let mut newest = BTreeMap::new();
    for snapshot in newest_first {
        newest
            .entry(period(snapshot.taken.date()))
            .or_insert(snapshot);
    }
    newest.into_values().rev().take(count).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::{TimeDelta, Timelike};

    #[test]
    fn two_years_of_days_thin_out_to_the_promised_counts() {
        let start = NaiveDate::from_ymd_opt(2026, 1, 1)
            .unwrap()
            .and_hms_opt(20, 0, 0)
            .unwrap();
        let all: BTreeSet<Snapshot> = (0..730)
            .map(|day| Snapshot {
                taken: start + TimeDelta::days(day),
                why: Why::Daily,
            })
            .collect();
        let kept = worth_keeping(&all);
        let newest = all.last().unwrap();
        assert!(kept.contains(newest));
        let within = |days| {
            kept.iter()
                .filter(|snapshot| newest.taken - snapshot.taken < TimeDelta::days(days))
                .count()
        };
        assert_eq!(within(7), 7, "one for each of the last seven days");
        assert_eq!(
            kept.iter()
                .map(|snapshot| snapshot.taken.date().month())
                .collect::<BTreeSet<_>>()
                .len(),
            12
        );
        assert!(kept.len() <= DAILY + WEEKLY + MONTHLY, "{}", kept.len());
        assert!(kept.iter().all(|snapshot| snapshot.taken.hour() == 20));
    }

    #[test]
    fn the_newest_snapshot_stays_whatever_it_was_made_for() {
        let at = |day| {
            NaiveDate::from_ymd_opt(2026, 3, day)
                .unwrap()
                .and_hms_opt(8, 0, 0)
                .unwrap()
        };
        let all: BTreeSet<Snapshot> = (1..=9)
            .map(|day| Snapshot {
                taken: at(day),
                why: Why::Migration,
            })
            .collect();
        let kept = worth_keeping(&all);
        assert_eq!(kept.len(), BEFORE_MIGRATION);
        assert!(kept.contains(all.last().unwrap()));
    }

    #[test]
    fn a_name_tells_its_snapshot_and_nothing_else_is_one() {
        let layout = Layout {
            dir: PathBuf::from("vault"),
        };
        let snapshot = Snapshot::parse("20261122T085700Z-migration.db").unwrap();
        assert_eq!(
            snapshot.path(&layout),
            PathBuf::from("vault/snapshots/20261122T085700Z-migration.db")
        );
        for name in [
            "unfinished",
            "20261122T085700Z-daily.db-journal",
            "x-daily.db",
            "20261122T085700Z-other.db",
        ] {
            assert_eq!(Snapshot::parse(name), None, "{name}");
        }
    }
}
