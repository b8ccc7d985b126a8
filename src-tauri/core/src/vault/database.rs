//! The encrypted database: how it is opened, checked and copied.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use rusqlite::backup::Backup;
use rusqlite::{Connection, OpenFlags, Transaction};
use zeroize::Zeroizing;

use super::keys::DatabaseKey;
use super::migrations;
use crate::error::{Error, ErrorCode, Result};
use crate::files;

/// Older versions can corrupt a write-ahead log.
const OLDEST_SQLITE: i32 = 3_051_003;

/// What every connection is set to, and must answer when asked again.
const PRAGMAS: &[(&str, &str, &str)] = &[
    ("locking_mode", "EXCLUSIVE", "exclusive"),
    ("journal_mode", "DELETE", "delete"),
    ("synchronous", "EXTRA", "3"),
    ("temp_store", "MEMORY", "2"),
    ("secure_delete", "ON", "1"),
    ("auto_vacuum", "NONE", "0"),
    ("foreign_keys", "ON", "1"),
    ("trusted_schema", "OFF", "0"),
    ("cell_size_check", "ON", "1"),
    ("mmap_size", "0", "0"),
];

/// An open, unlocked database. There is one a process.
#[derive(Debug)]
pub struct Database {
    connection: Connection,
    place: Place,
}

/// Versions for the facts label.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Versions {
    pub sqlite: String,
    pub sqlcipher: String,
}

impl Database {
    /// Makes a new database at `path`, which must be free, with today's schema.
    pub(super) fn create(path: &Path, key: &DatabaseKey) -> Result<Self> {
        files::create_private(path)?;
        let mut database = Self {
            connection: connect(path, key)?,
            place: Place::of(path)?,
        };
        database.configure()?;
        migrations::run(&mut database.connection, migrations::ALL)?;
        files::sync(path)?;
        Ok(database)
    }

    /// Opens a database as it is, without migrating it.
    ///
    /// `wrong_key`: the key does not open it, or its first page is damaged. `too_new`: a later
    /// version wrote it; not a byte is changed. `damaged_data`: it is cut short or emptied.
    pub(super) fn open(path: &Path, key: &DatabaseKey) -> Result<Self> {
        let size = std::fs::metadata(path)
            .map_err(|error| Error::reading(&error, "the database is gone"))?
            .len();
        if size == 0 {
            return Err(Error::new(ErrorCode::DamagedData, "the database is empty"));
        }
        let connection = connect(path, key)?;
        let version = match schema_version(&connection) {
            Err(error) if error.code() == ErrorCode::DamagedData => {
                return Err(Error::new(
                    ErrorCode::WrongKey,
                    "the key does not open the database",
                ));
            }
            other => other?,
        };
        if version > migrations::newest() {
            return Err(Error::new(
                ErrorCode::TooNew,
                "a later version wrote the database",
            ));
        }
        let database = Self {
            connection,
            place: Place::of(path)?,
        };
        database.configure()?;
        database.require_whole(path)?;
        Ok(database)
    }

    /// The number of the last migration that ran.
    pub(super) fn schema_version(&self) -> Result<u32> {
        schema_version(&self.connection)
    }

    pub(super) fn migrate(&mut self) -> Result<()> {
        migrations::run(&mut self.connection, migrations::ALL)
    }

    pub fn versions(&self) -> Result<Versions> {
        Ok(Versions {
            sqlite: rusqlite::version().to_owned(),
            sqlcipher: self
                .connection
                .query_row("PRAGMA cipher_version", [], |row| row.get(0))?,
        })
    }

    /// How many rows were written since the database was opened.
    pub fn changes(&self) -> u64 {
        self.connection.total_changes()
    }

    pub(crate) const fn connection(&self) -> &Connection {
        &self.connection
    }

    /// Runs `change` in one transaction; it has happened, durably, once this answers `Ok`.
    ///
    /// `missing`: the file is no longer where it was opened. The system would go on writing to it,
    /// though nobody could ever open it again.
    pub(crate) fn write<T>(
        &mut self,
        change: impl FnOnce(&Transaction<'_>) -> Result<T>,
    ) -> Result<T> {
        self.place.require()?;
        let transaction = self.connection.transaction()?;
        let outcome = change(&transaction)?;
        transaction.commit()?;
        self.place.require()?;
        Ok(outcome)
    }

    fn configure(&self) -> Result<()> {
        if rusqlite::version_number() < OLDEST_SQLITE {
            return Err(Error::internal("this SQLite is too old to be safe"));
        }
        for (name, value, expected) in PRAGMAS {
            self.connection.pragma_update(None, name, value)?;
            if self.answer(name)? != *expected {
                return Err(Error::internal("the database refused a setting"));
            }
        }
        self.connection
            .set_db_config(rusqlite::config::DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true)?;
        Ok(())
    }

    /// What a pragma says, as text: SQLCipher answers some numbers so.
    fn answer(&self, pragma: &str) -> Result<String> {
        let answer = self
            .connection
            .pragma_query_value(None, pragma, |row| row.get(0))?;
        Ok(match answer {
            rusqlite::types::Value::Integer(number) => number.to_string(),
            rusqlite::types::Value::Text(text) => text,
            _ => String::new(),
        })
    }

    fn number(&self, pragma: &str) -> Result<u64> {
        let number = self.answer(pragma)?.parse();
        number.map_err(|_| Error::internal("the database gave no number"))
    }

    /// A file that is shorter than its header says has lost pages.
    fn require_whole(&self, path: &Path) -> Result<()> {
        let expected = self.number("page_count")? * self.number("page_size")?;
        let size = std::fs::metadata(path)
            .map_err(|error| Error::reading(&error, "the database is gone"))?
            .len();
        if size < expected {
            return Err(Error::new(
                ErrorCode::DamagedData,
                "the database is cut short",
            ));
        }
        Ok(())
    }

    /// Reads every page: first that each is authentic, then that they fit together.
    pub fn verify(&self) -> Result<()> {
        let damaged = || Error::new(ErrorCode::DamagedData, "a page of the database is damaged");
        let mut faults = self.connection.prepare("PRAGMA cipher_integrity_check")?;
        if faults.query([])?.next()?.is_some() {
            return Err(damaged());
        }
        let answer: String = self
            .connection
            .query_row("PRAGMA integrity_check(1)", [], |row| row.get(0))?;
        if answer == "ok" {
            Ok(())
        } else {
            Err(damaged())
        }
    }

    /// Copies the database to `path`, which must be free, under `key`; then reopens and verifies
    /// the copy. On any error nothing is left at `path`.
    pub(super) fn copy_to(&self, path: &Path, key: &DatabaseKey) -> Result<()> {
        files::create_private(path)?;
        let copied = self.copy_pages(path, key);
        if copied.is_err() {
            files::remove_if_there(path)?;
            files::remove_if_there(&files::with_suffix(path, "-journal"))?;
        }
        copied
    }

    fn copy_pages(&self, path: &Path, key: &DatabaseKey) -> Result<()> {
        const ALL_PAGES: std::ffi::c_int = -1;
        let mut copy = connect(path, key)?;
        Backup::new(&self.connection, &mut copy)?.step(ALL_PAGES)?;
        close(copy)?;
        files::sync(path)?;
        Self {
            connection: connect(path, key)?,
            place: Place::of(path)?,
        }
        .verify()
    }

    /// Closes the connection; an error means that the last write may not be on the disk.
    pub(super) fn close(self) -> Result<()> {
        close(self.connection)
    }
}

/// Where a file lay when it was opened, and which file that was.
#[derive(Debug)]
struct Place {
    path: PathBuf,
    file: FileId,
}

impl Place {
    fn of(path: &Path) -> Result<Self> {
        Ok(Self {
            path: path.to_owned(),
            file: file_id(path)?,
        })
    }

    fn require(&self) -> Result<()> {
        if file_id(&self.path)? == self.file {
            Ok(())
        } else {
            Err(Error::new(
                ErrorCode::Missing,
                "another file is in the database's place",
            ))
        }
    }
}

/// Device and inode.
#[cfg(unix)]
type FileId = (u64, u64);

#[cfg(unix)]
fn file_id(path: &Path) -> Result<FileId> {
    use std::os::unix::fs::MetadataExt;
    std::fs::metadata(path)
        .map(|file| (file.dev(), file.ino()))
        .map_err(|error| Error::reading(&error, "the database is gone"))
}

/// Elsewhere an open file can be neither moved nor removed.
#[cfg(not(unix))]
type FileId = ();

#[cfg(not(unix))]
fn file_id(path: &Path) -> Result<FileId> {
    std::fs::metadata(path)
        .map(drop)
        .map_err(|error| Error::reading(&error, "the database is gone"))
}

fn close(connection: Connection) -> Result<()> {
    connection.close().map_err(|(_, error)| error.into())
}

#[expect(
    clippy::disallowed_methods,
    reason = "the one place that opens a database"
)]
fn connect(path: &Path, key: &DatabaseKey) -> Result<Connection> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = Connection::open_with_flags(path, flags)?;
    let mut statement = Zeroizing::new(String::with_capacity(128));
    statement.push_str("PRAGMA key = \"x'");
    for byte in key.expose() {
        write!(statement, "{byte:02x}").map_err(|_| Error::internal("a key cannot be written"))?;
    }
    statement.push_str("'\"");
    connection.execute_batch(&statement)?;
    // SQLCipher would print page numbers and paths on a wrong key.
    connection.execute_batch("PRAGMA cipher_log_level = NONE")?;
    let cipher: Option<String> = connection
        .query_row("PRAGMA cipher_version", [], |row| row.get(0))
        .ok();
    if cipher.is_none_or(|version| version.is_empty()) {
        return Err(Error::internal("this SQLite cannot encrypt"));
    }
    Ok(connection)
}

fn schema_version(connection: &Connection) -> Result<u32> {
    Ok(connection.pragma_query_value(None, "user_version", |row| row.get(0))?)
}
