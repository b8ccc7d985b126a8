//! Files of the app's folder: private modes, durable writes, atomic replacement.
//!
//! The only module of the core that renames or removes files.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};

use crate::error::{Error, Result};

/// Makes a folder that only its owner may enter.
pub(crate) fn make_private_dir(dir: &Path) -> Result<()> {
    fs::create_dir_all(dir)
        .and_then(|()| restrict_dir(dir))
        .map_err(|error| Error::writing(&error, "the vault folder cannot be made"))
}

#[cfg(unix)]
fn restrict_dir(dir: &Path) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    let mode = fs::metadata(dir)?.permissions().mode();
    if mode & 0o077 == 0 {
        Ok(())
    } else {
        fs::set_permissions(dir, fs::Permissions::from_mode(0o700))
    }
}

#[cfg(not(unix))]
fn restrict_dir(_: &Path) -> io::Result<()> {
    Ok(())
}

#[cfg(unix)]
fn private(options: &mut OpenOptions) -> &mut OpenOptions {
    use std::os::unix::fs::OpenOptionsExt;
    options.mode(0o600)
}

#[cfg(not(unix))]
fn private(options: &mut OpenOptions) -> &mut OpenOptions {
    options
}

/// The whole file, or `None` if there is none.
pub(crate) fn read_if_there(path: &Path) -> Result<Option<Vec<u8>>> {
    match fs::read(path) {
        Ok(bytes) => Ok(Some(bytes)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(Error::reading(&error, "a vault file cannot be read")),
    }
}

/// Makes an empty private file; `path` must be free.
pub(crate) fn create_private(path: &Path) -> Result<()> {
    private(OpenOptions::new().write(true).create_new(true))
        .open(path)
        .map(drop)
        .map_err(|error| Error::writing(&error, "a vault file cannot be made"))
}

/// Opens a private file for writing, made if it is missing.
pub(crate) fn open_private(path: &Path) -> Result<File> {
    private(OpenOptions::new().write(true).create(true).truncate(false))
        .open(path)
        .map_err(|error| Error::writing(&error, "a vault file cannot be opened"))
}

/// Replaces a file so that after a crash at any moment it is whole, old or new.
pub(crate) fn replace(path: &Path, bytes: &[u8]) -> Result<()> {
    let failed = |error: io::Error| Error::writing(&error, "a vault file cannot be written");
    let temporary_path = with_suffix(path, ".new");
    let written = (|| {
        let mut file = private(OpenOptions::new().write(true).create(true).truncate(true))
            .open(&temporary_path)?;
        file.write_all(bytes)?;
        file.sync_all()?;
        let mut read_back = Vec::with_capacity(bytes.len());
        File::open(&temporary_path)?.read_to_end(&mut read_back)?;
        if read_back == bytes {
            Ok(())
        } else {
            Err(io::ErrorKind::InvalidData.into())
        }
    })();
    if let Err(error) = written {
        remove_if_there(&temporary_path)?;
        return Err(failed(error));
    }
    rename(&temporary_path, path)
}

/// Renames a file over another and makes the folder entry durable.
#[expect(
    clippy::disallowed_methods,
    reason = "this module is the one place that renames"
)]
pub(crate) fn rename(from: &Path, to: &Path) -> Result<()> {
    fs::rename(from, to)
        .and_then(|()| sync_dir_of(to))
        .map_err(|error| Error::writing(&error, "a vault file cannot be replaced"))
}

/// Moves a file that would not open out of the way, beside its old place, and keeps it.
pub(crate) fn set_aside(path: &Path) -> Result<()> {
    if !path.exists() {
        return Ok(());
    }
    let free = (1_u32..)
        .map(|number| with_suffix(path, &format!(".damaged-{number}")))
        .find(|candidate| !candidate.exists());
    free.map_or(Ok(()), |aside| rename(path, &aside))
}

/// Removes a file that this app made and no longer needs; never one that would not open.
#[expect(
    clippy::disallowed_methods,
    reason = "this module is the one place that removes"
)]
pub(crate) fn remove_if_there(path: &Path) -> Result<()> {
    match fs::remove_file(path) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => {
            Err(Error::writing(&error, "a file cannot be removed"))
        }
        _ => Ok(()),
    }
}

/// Removes everything in a folder but `kept`.
#[expect(
    clippy::disallowed_methods,
    reason = "the person asked to delete everything"
)]
pub(crate) fn empty_dir(dir: &Path, kept: &Path) -> Result<()> {
    fs::read_dir(dir)
        .and_then(|entries| {
            for entry in entries {
                let path = entry?.path();
                if path == kept {
                    continue;
                }
                if path.is_dir() {
                    fs::remove_dir_all(&path)?
                } else {
                    fs::remove_file(&path)?
                }
            }
            sync_dir_of(kept)
        })
        .map_err(|error| Error::writing(&error, "a folder cannot be emptied"))
}

/// Waits until a finished file and its folder entry are on the disk.
pub(crate) fn sync(path: &Path) -> Result<()> {
    OpenOptions::new()
        .write(true)
        .open(path)
        .and_then(|file| file.sync_all())
        .and_then(|()| sync_dir_of(path))
        .map_err(|error| Error::writing(&error, "a vault file cannot be written"))
}

#[cfg(unix)]
fn sync_dir_of(path: &Path) -> io::Result<()> {
    path.parent()
        .map_or(Ok(()), |dir| File::open(dir)?.sync_all())
}

#[cfg(not(unix))]
fn sync_dir_of(_: &Path) -> io::Result<()> {
    Ok(())
}

pub(crate) fn with_suffix(path: &Path, suffix: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(suffix);
    name.into()
}
