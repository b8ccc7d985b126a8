//! The private folder for what WebKit insists on keeping: it holds nothing typed and goes away.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

const PREFIX: &str = "evenkeel-web-";

/// A folder only its owner may enter, removed when dropped.
#[derive(Debug)]
pub struct WebDir(PathBuf);

impl WebDir {
    /// Makes the folder, in memory where the system has such a place, and clears away those that
    /// crashed processes left behind.
    pub fn make() -> io::Result<Self> {
        let in_memory = std::env::var_os("XDG_RUNTIME_DIR").map(PathBuf::from);
        let made = in_memory.map(|parent| Self::make_in(&parent));
        match made {
            Some(Ok(dir)) => Ok(dir),
            _ => Self::make_in(&std::env::temp_dir()),
        }
    }

    fn make_in(parent: &Path) -> io::Result<Self> {
        clear_abandoned(parent);
        let mut number = 0_u32;
        loop {
            let dir = parent.join(format!("{PREFIX}{}-{number}", std::process::id()));
            match private().create(&dir) {
                Ok(()) => return Ok(Self(dir)),
                Err(error) if error.kind() == io::ErrorKind::AlreadyExists => number += 1,
                Err(error) => return Err(error),
            }
        }
    }

    pub fn path(&self) -> &Path {
        &self.0
    }

    #[expect(
        clippy::disallowed_methods,
        reason = "nothing of the person's is in this folder"
    )]
    pub fn remove(&self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

impl Drop for WebDir {
    fn drop(&mut self) {
        self.remove();
    }
}

fn private() -> fs::DirBuilder {
    let mut builder = fs::DirBuilder::new();
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder
}

/// Removes the folders of processes that no longer run. Another person's cannot be removed.
#[cfg(target_os = "linux")]
fn clear_abandoned(parent: &Path) {
    let Ok(entries) = fs::read_dir(parent) else {
        return;
    };
    for entry in entries.flatten() {
        let name = entry.file_name();
        let owner = name
            .to_str()
            .and_then(|name| name.strip_prefix(PREFIX))
            .and_then(|rest| rest.split_once('-'))
            .and_then(|(pid, _)| pid.parse::<u32>().ok());
        let Some(pid) = owner else { continue };
        if pid == std::process::id() || !Path::new(&format!("/proc/{pid}")).exists() {
            WebDir(entry.path()).remove();
        }
    }
}

#[cfg(not(target_os = "linux"))]
fn clear_abandoned(_: &Path) {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_folder_is_private_and_goes_away() {
        let dir = WebDir::make().unwrap();
        let path = dir.path().to_owned();
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            assert_eq!(
                fs::metadata(&path).unwrap().permissions().mode() & 0o777,
                0o700
            );
        }
        drop(dir);
        assert!(!path.exists());
    }
}
