//! A file system of the test's own making under the app's feet: small, full, or read-only.
//!
//! It lives in a mount namespace that a resting process keeps open. The app is started inside it,
//! and the test reaches its files through `/proc/PID/root`. Making one takes root, or a machine
//! that lets anyone make user namespaces.

use crate::desktop::Desktop;
use crate::process::{self, Child};
use crate::wait::{self, PATIENCE};
use std::path::{Path, PathBuf};
use std::process::Command;

pub struct Mounts {
    keeper: Child,
    dir: PathBuf,
}

impl Mounts {
    /// Mounts a fresh file system of `size` (`8m`, for one) where the app keeps its vault.
    ///
    /// # Panics
    /// When this machine allows no mounts: the message says what it takes.
    #[must_use]
    pub fn small_disk(desktop: &Desktop, size: &str) -> Self {
        let dir = desktop.vault_dir();
        std::fs::create_dir_all(&dir).expect("a folder to mount on");
        let mut command = process::tied("unshare");
        if !rustix::process::geteuid().is_root() {
            command.arg("--map-root-user");
        }
        command.args(["--mount", "--propagation", "private", "--", "sh", "-c"]);
        command.arg("mount -t tmpfs -o size=\"$1\",mode=700 tmpfs \"$2\" && touch \"$2\"/ready && exec sleep infinity");
        command.args(["sh", size]).arg(&dir);
        let mut keeper = process::start_logged(command, &desktop.log_dir().join("mounts"));
        let mounts = wait::until_or_none(PATIENCE, || {
            if keeper.ended().is_some() {
                return None;
            }
            inside(&keeper, &dir).join("ready").exists().then_some(())
        });
        assert!(
            mounts.is_some(),
            "no mount namespace could be made: run this test as root, or allow user namespaces\n{}",
            std::fs::read_to_string(desktop.log_dir().join("mounts")).unwrap_or_default()
        );
        std::fs::remove_file(inside(&keeper, &dir).join("ready")).expect("a file of one's own");
        Self { keeper, dir }
    }

    /// The program that puts another into the namespace, for [`Desktop::with_wrapper`].
    #[must_use]
    pub fn wrapper(&self) -> Vec<String> {
        let mut words = vec![
            "nsenter".to_owned(),
            format!("--target={}", self.keeper.id()),
            "--mount".to_owned(),
        ];
        if !rustix::process::geteuid().is_root() {
            words.extend(["--user".to_owned(), "--preserve-credentials".to_owned()]);
        }
        words.push("--".to_owned());
        words
    }

    /// The vault's folder, as a path that this process can use.
    #[must_use]
    pub fn vault_dir(&self) -> PathBuf {
        inside(&self.keeper, &self.dir)
    }

    /// Mounts the folder anew so that nothing can be written to it.
    ///
    /// # Panics
    /// When something still holds a file in it open for writing.
    pub fn make_read_only(&self) {
        let words = self.wrapper();
        let (program, rest) = words.split_first().expect("a program");
        let status = Command::new(program)
            .args(rest)
            .args(["mount", "-o", "remount,ro"])
            .arg(&self.dir)
            .status()
            .expect("nsenter is installed");
        assert!(status.success(), "the folder can be made read-only");
    }

    /// Fills the disk to the last byte. The answer is the file to remove again.
    #[must_use]
    pub fn fill(&self) -> PathBuf {
        use std::io::Write;
        let path = self.vault_dir().join("filler");
        let mut file = std::fs::File::create(&path).expect("a file on the small disk");
        let mut block = vec![0xA5; 64 * 1024];
        loop {
            match file.write(&block) {
                Ok(0) | Err(_) if block.len() == 1 => return path,
                Ok(0) | Err(_) => block.truncate(block.len() / 2),
                Ok(_) => {}
            }
        }
    }
}

fn inside(keeper: &Child, dir: &Path) -> PathBuf {
    let rest = dir.strip_prefix("/").unwrap_or(dir);
    PathBuf::from(format!("/proc/{}/root", keeper.id())).join(rest)
}
