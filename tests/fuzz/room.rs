//! What the fuzz targets start from: a vault that stays open, a fixed moment, a limit of time.

use std::time::Duration;

use chrono_tz::Tz;
use evenkeel_core::error::{Error, ErrorCode};
use evenkeel_core::random::OsRandom;
use evenkeel_core::time::Now;
use evenkeel_core::vault::{KdfParams, KdfPolicy, OpenVault, RecoveryWords, Vault};
use rustix::time::{ClockId, clock_gettime};
use tempfile::TempDir;

/// What taking in any file may take; these are small ones.
const LONGEST: Duration = Duration::from_secs(2);

pub struct Room {
    pub open: OpenVault,
    pub now: Now,
    _folder: TempDir,
}

impl Room {
    /// A new vault with the cheapest keys. Its folder goes where `TMPDIR` says.
    pub fn new() -> Self {
        let cheapest = KdfParams {
            memory_kib: 64,
            iterations: 1,
            parallelism: 1,
        };
        let policy = KdfPolicy {
            new: cheapest,
            floor: cheapest,
            cap: KdfPolicy::STANDARD.cap,
        };
        let folder = tempfile::tempdir().unwrap();
        let words = RecoveryWords::generate(&mut OsRandom).unwrap();
        let vault = Vault::at(folder.path().join("evenkeel"), policy).unwrap();
        let passphrase = "plain copper kettle by the window";
        Self {
            open: vault.create(passphrase, &words, &mut OsRandom).unwrap(),
            now: now(chrono_tz::America::New_York),
            _folder: folder,
        }
    }
}

impl Default for Room {
    fn default() -> Self {
        Self::new()
    }
}

fn now(zone: Tz) -> Now {
    Now {
        instant: "2026-11-22T15:04:05.678Z".parse().unwrap(),
        zone,
    }
}

/// A file may be refused, but for one reason only.
#[track_caller]
pub fn accepted<T>(read: Result<T, Error>) -> Option<T> {
    match read {
        Ok(read) => Some(read),
        Err(error) => {
            assert_eq!(error.code(), ErrorCode::Invalid, "{error}");
            None
        }
    }
}

/// Does something within the limit. Only the time of this thread counts: the machine may be busy.
#[track_caller]
pub fn in_time<T>(act: impl FnOnce() -> T) -> T {
    let begun = spent();
    let done = act();
    let taken = spent() - begun;
    assert!(taken <= LONGEST, "took {taken:?}");
    done
}

fn spent() -> Duration {
    clock_gettime(ClockId::ThreadCPUTime).try_into().unwrap()
}
