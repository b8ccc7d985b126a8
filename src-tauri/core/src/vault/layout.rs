//! Where the files of a vault lie, and who holds its folder.

use std::fs::{File, TryLockError};
use std::path::PathBuf;

use crate::error::{Error, ErrorCode, Result};
use crate::files;

/// Where each file of a vault lies.
#[derive(Debug, Clone)]
pub(super) struct Layout {
    pub(super) dir: PathBuf,
}

impl Layout {
    pub(super) fn database_path(&self) -> PathBuf {
        self.dir.join("vault.db")
    }

    /// The database under its new key, while a rekey is under way.
    pub(super) fn rekeyed_path(&self) -> PathBuf {
        self.dir.join("vault.db.rekey")
    }

    pub(super) fn keys_path(&self) -> PathBuf {
        self.dir.join("vault.keys")
    }

    pub(super) fn second_keys_path(&self) -> PathBuf {
        self.dir.join("vault.keys.2")
    }

    pub(super) fn draft_path(&self) -> PathBuf {
        self.dir.join("draft.sealed")
    }

    pub(super) fn reminders_path(&self) -> PathBuf {
        self.dir.join("reminders.sealed")
    }

    pub(super) fn lock_path(&self) -> PathBuf {
        self.dir.join("vault.lock")
    }

    pub(super) fn snapshots_dir(&self) -> PathBuf {
        self.dir.join("snapshots")
    }
}

/// The exclusive hold of a vault folder, given up when dropped or when the process ends.
#[derive(Debug)]
pub(super) struct FolderLock {
    _file: File,
}

impl FolderLock {
    /// `in_use` if another process holds the folder. A file left behind by a crash is no lock.
    pub(super) fn take(layout: &Layout) -> Result<Self> {
        let file = files::open_private(&layout.lock_path())?;
        match file.try_lock() {
            Ok(()) => Ok(Self { _file: file }),
            Err(TryLockError::WouldBlock) => Err(Error::new(
                ErrorCode::InUse,
                "another process holds the vault",
            )),
            Err(TryLockError::Error(error)) => {
                Err(Error::writing(&error, "the vault folder cannot be locked"))
            }
        }
    }
}
