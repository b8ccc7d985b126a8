//! Child processes that end with the test that started them, together with all they started.

use rustix::io::Errno;
use rustix::process::{Pid, Signal, kill_process_group};
use std::fs::{self, File};
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Duration;

/// A child in a process group of its own; dropping it kills and reaps the group.
#[derive(Debug)]
pub struct Child(std::process::Child);

/// A command whose process dies with the calling thread, so that a broken-off test run leaves
/// nothing behind.
#[must_use]
pub fn tied(program: impl AsRef<std::ffi::OsStr>) -> Command {
    let mut command = Command::new("setpriv");
    command
        .arg("--pdeathsig=KILL")
        .arg("--")
        .arg(program)
        .stdin(Stdio::null());
    command
}

/// # Panics
/// When the program cannot be started: the message names it.
#[must_use]
pub fn start(mut command: Command) -> Child {
    match command.process_group(0).spawn() {
        Ok(child) => Child(child),
        Err(error) => panic!("cannot start {command:?}: {error}"),
    }
}

/// Starts `command` with all its output added to the file at `log_path`.
#[must_use]
pub fn start_logged(mut command: Command, log_path: &Path) -> Child {
    let log = File::options()
        .create(true)
        .append(true)
        .open(log_path)
        .expect("a log file");
    command
        .stdout(log.try_clone().expect("a second handle"))
        .stderr(log);
    start(command)
}

impl Child {
    #[must_use]
    pub fn id(&self) -> u32 {
        self.0.id()
    }

    fn pid(&self) -> Pid {
        Pid::from_child(&self.0)
    }

    pub fn stdin(&mut self) -> Option<std::process::ChildStdin> {
        self.0.stdin.take()
    }

    pub fn stdout(&mut self) -> Option<std::process::ChildStdout> {
        self.0.stdout.take()
    }

    /// The exit status, if the process has ended.
    pub fn ended(&mut self) -> Option<std::process::ExitStatus> {
        self.0.try_wait().expect("one's own child can be asked")
    }

    #[must_use]
    pub fn is_running(&mut self) -> bool {
        self.ended().is_none()
    }

    /// Waits for the process to end by itself.
    ///
    /// # Panics
    /// When it still runs after `deadline`.
    #[track_caller]
    pub fn wait(&mut self, deadline: Duration) -> std::process::ExitStatus {
        crate::wait::until("the process ends by itself", deadline, || self.ended())
    }

    /// `kill -9` on the whole group: what a power cut is to a process.
    pub fn kill(&mut self) {
        match kill_process_group(self.pid(), Signal::KILL) {
            Ok(()) | Err(Errno::SRCH) => {}
            Err(error) => panic!("cannot kill one's own child: {error}"),
        }
        drop(self.0.wait());
    }
}

impl Drop for Child {
    fn drop(&mut self) {
        self.kill();
    }
}

/// The process and all that descend from it, the process first.
#[must_use]
pub fn family(root: u32) -> Vec<u32> {
    let parents: Vec<(u32, u32)> = all()
        .into_iter()
        .filter_map(|p| Some((p, parent(p)?)))
        .collect();
    let mut family = vec![root];
    let mut next = 0;
    while let Some(member) = family.get(next).copied() {
        family.extend(
            parents
                .iter()
                .filter(|(_, parent)| *parent == member)
                .map(|(pid, _)| pid),
        );
        next += 1;
    }
    family
}

fn all() -> Vec<u32> {
    let entries = fs::read_dir("/proc").expect("/proc is there");
    entries
        .flatten()
        .filter_map(|entry| entry.file_name().to_str()?.parse().ok())
        .collect()
}

fn stat(pid: u32) -> Option<(String, Vec<String>)> {
    let stat = fs::read_to_string(format!("/proc/{pid}/stat")).ok()?;
    let (head, tail) = stat.rsplit_once(')')?;
    let name = head.split_once('(')?.1.to_owned();
    Some((name, tail.split_whitespace().map(str::to_owned).collect()))
}

fn parent(pid: u32) -> Option<u32> {
    stat(pid)?.1.get(1)?.parse().ok()
}

/// The short name of a process, and `None` once it is gone or a zombie.
#[must_use]
pub fn living_name(pid: u32) -> Option<String> {
    let (name, fields) = stat(pid)?;
    (fields.first()? != "Z").then_some(name)
}

/// Whether the process has ended and was never reaped by its parent.
#[must_use]
pub fn is_zombie(pid: u32) -> bool {
    stat(pid).is_some_and(|(_, fields)| fields.first().is_some_and(|state| state == "Z"))
}

/// The app under test: `EVENKEEL_BIN`, or the one that was built together with these tests.
#[must_use]
pub fn app_path() -> PathBuf {
    std::env::var_os("EVENKEEL_BIN").map_or_else(|| built("evenkeel"), PathBuf::from)
}

/// The built binary `name`: beside the running one, or one folder up for a test binary.
fn built(name: &str) -> PathBuf {
    let own_path = std::env::current_exe().expect("the running binary has a path");
    let candidates = own_path
        .ancestors()
        .skip(1)
        .take(2)
        .map(|dir| dir.join(name));
    candidates
        .into_iter()
        .find(|path| path.is_file())
        .unwrap_or_else(|| panic!("{name} is not built; run: cargo build --workspace"))
}

/// The workspace, found from this crate.
#[must_use]
pub fn workspace_dir() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .parent()
        .unwrap_or(Path::new("."))
        .to_owned()
}
