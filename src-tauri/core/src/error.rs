//! The one error of the core. A code exists only if the UI acts on it.

use std::io;

use serde::Serialize;
use ts_rs::TS;

/// What went wrong, as the UI tells it apart. Each code has its own words in the strings file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(export_to = "error.d.ts")]
pub enum ErrorCode {
    /// A data command came while the vault is locked.
    Locked,
    /// The passphrase, the recovery words or the keychain's key do not open this vault.
    WrongKey,
    /// A new passphrase is too short or too easy to guess.
    WeakPassphrase,
    /// A recovery word is not in the list, or the words do not belong together.
    RecoveryTypo,
    /// The words typed back are not the ones that were shown.
    WordsMismatch,
    /// Neither copy of the key file can be read.
    DamagedKeys,
    /// The database cannot be read, though the key is right.
    DamagedData,
    /// A newer version of the app wrote this vault.
    TooNew,
    /// The computer refuses to read a file.
    Unreadable,
    /// A file or the folder is gone.
    Missing,
    /// Another copy of the app holds the vault.
    InUse,
    DiskFull,
    ReadOnly,
    /// No keychain answers on this computer.
    KeychainUnavailable,
    /// The keychain stayed locked, or the person said no.
    KeychainDenied,
    /// The keychain did not answer within its time.
    KeychainTimeout,
    /// The keychain has no key for this vault, or another program's.
    KeychainLost,
    /// The thing asked for does not exist (any more).
    NotFound,
    /// A request that breaks a rule of its command.
    Invalid,
    Internal,
}

/// An error: a code for the UI and a fixed phrase for the log.
///
/// The phrase is `'static` so that nothing a person wrote, no path and no SQL can get into it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("{context} ({code:?})")]
pub struct Error {
    code: ErrorCode,
    context: &'static str,
}

pub type Result<T, E = Error> = std::result::Result<T, E>;

impl Error {
    pub const fn new(code: ErrorCode, context: &'static str) -> Self {
        Self { code, context }
    }

    pub const fn invalid(context: &'static str) -> Self {
        Self::new(ErrorCode::Invalid, context)
    }

    pub const fn internal(context: &'static str) -> Self {
        Self::new(ErrorCode::Internal, context)
    }

    pub const fn code(&self) -> ErrorCode {
        self.code
    }

    pub const fn context(&self) -> &'static str {
        self.context
    }

    /// A failed read of a file or folder.
    pub fn reading(error: &io::Error, context: &'static str) -> Self {
        let code = match error.kind() {
            io::ErrorKind::NotFound | io::ErrorKind::NotADirectory => ErrorCode::Missing,
            _ => ErrorCode::Unreadable,
        };
        Self::new(code, context)
    }

    /// A failed write, rename or sync.
    pub fn writing(error: &io::Error, context: &'static str) -> Self {
        let code = match error.kind() {
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => ErrorCode::DiskFull,
            io::ErrorKind::ReadOnlyFilesystem | io::ErrorKind::PermissionDenied => {
                ErrorCode::ReadOnly
            }
            io::ErrorKind::NotFound | io::ErrorKind::NotADirectory => ErrorCode::Missing,
            _ => ErrorCode::Unreadable,
        };
        Self::new(code, context)
    }
}

impl From<rusqlite::Error> for Error {
    /// Maps SQLite's result code; its message is dropped, since it may hold SQL.
    fn from(error: rusqlite::Error) -> Self {
        use rusqlite::ffi;
        let Some(failure) = error.sqlite_error() else {
            return match error {
                rusqlite::Error::QueryReturnedNoRows => {
                    Self::new(ErrorCode::NotFound, "no such row")
                }
                _ => Self::internal("the database gave an unexpected answer"),
            };
        };
        match failure.extended_code {
            ffi::SQLITE_READONLY_DBMOVED | ffi::SQLITE_IOERR_DELETE_NOENT => {
                return Self::new(ErrorCode::Missing, "the database file is gone");
            }
            _ => {}
        }
        match failure.extended_code & 0xff {
            ffi::SQLITE_FULL => Self::new(ErrorCode::DiskFull, "no room for the database"),
            ffi::SQLITE_READONLY | ffi::SQLITE_PERM => {
                Self::new(ErrorCode::ReadOnly, "the database may not be written")
            }
            ffi::SQLITE_CANTOPEN => Self::new(ErrorCode::Missing, "the database cannot be opened"),
            ffi::SQLITE_NOTADB | ffi::SQLITE_CORRUPT => {
                Self::new(ErrorCode::DamagedData, "the database is damaged")
            }
            ffi::SQLITE_IOERR => Self::new(ErrorCode::Unreadable, "the disk refused the database"),
            ffi::SQLITE_BUSY | ffi::SQLITE_LOCKED => {
                Self::new(ErrorCode::InUse, "the database is in use")
            }
            ffi::SQLITE_CONSTRAINT => Self::invalid("a value breaks a rule of its table"),
            _ => Self::internal("the database refused a statement"),
        }
    }
}
