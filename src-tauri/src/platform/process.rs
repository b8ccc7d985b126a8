//! The process itself: what it must not leak, and how a fresh one takes its place.
//!
//! A process that has seen a word still holds copies of it in buffers nobody can reach. So a lock
//! replaces the process: `exec` on Linux, which keeps the process id; elsewhere a new process.

use std::ffi::OsString;
use std::io::{self, IsTerminal, Read};
use std::process::{Command, Stdio};

use zeroize::Zeroizing;

/// The argument that tells a fresh process to read a [`Handover`] from its standard input.
const AFTER_LOCK: &str = "--after-lock";
/// The argument of a start with the computer.
pub const IN_BACKGROUND: &str = "--background";
const MAGIC: &[u8; 4] = b"EKH2";
/// An entry is far shorter; more than this was not written by us.
const LONGEST_HANDOVER: u64 = 64 << 20;

/// How a process shows itself first.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Start {
    #[default]
    Shown,
    /// The person asked to hide.
    Minimised,
    /// Without a window where there is another way back, else minimised.
    Background,
}

/// What a fresh process must know of the one before it. It travels in memory, never on disk.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Handover {
    pub start: Start,
    /// [`crate::reminders::Reminders::hand_over`]; empty: none are planned.
    pub reminders: Zeroizing<Vec<u8>>,
    /// Entries that could not be saved, each sealed under the draft key.
    pub sealed_drafts: Vec<Vec<u8>>,
}

impl Handover {
    /// Magic 4 ‖ start 1 ‖ for the reminders and each draft the length as 8 little-endian bytes and
    /// itself.
    fn to_bytes(&self) -> Zeroizing<Vec<u8>> {
        let mut bytes = Zeroizing::new(MAGIC.to_vec());
        bytes.push(self.start as u8);
        let drafts = self.sealed_drafts.iter();
        for part in std::iter::once(&*self.reminders).chain(drafts) {
            bytes.extend((part.len() as u64).to_le_bytes());
            bytes.extend(part);
        }
        bytes
    }

    fn from_bytes(bytes: &[u8]) -> Option<Self> {
        let (start, mut rest) = bytes.strip_prefix(MAGIC)?.split_first()?;
        let start = [Start::Shown, Start::Minimised, Start::Background]
            .into_iter()
            .find(|one| *one as u8 == *start)?;
        let mut parts = Vec::new();
        while let Some((length, after)) = rest.split_first_chunk() {
            let length = usize::try_from(u64::from_le_bytes(*length)).ok()?;
            let (part, after) = after.split_at_checked(length)?;
            parts.push(part.to_vec());
            rest = after;
        }
        if !rest.is_empty() || parts.is_empty() {
            return None;
        }
        Some(Self {
            start,
            reminders: Zeroizing::new(parts.remove(0)),
            sealed_drafts: parts,
        })
    }
}

/// Closes the ways out of this process. Called first of all, before any thread exists.
pub fn harden() {
    #[cfg(unix)]
    {
        use rustix::process::{Resource, Rlimit, setrlimit, umask};
        umask(rustix::fs::Mode::from_raw_mode(0o077));
        let none = Rlimit {
            current: Some(0),
            maximum: Some(0),
        };
        if setrlimit(Resource::Core, none).is_err() {
            tracing::warn!("core dumps could not be switched off");
        }
    }
    #[cfg(target_os = "linux")]
    {
        // After `exec /proc/self/exe` the name would be "exe".
        let _ = rustix::thread::set_name(c"evenkeel");
        // The accelerated renderer shows blank windows with some drivers and takes 70 MB more.
        let _ = gtk::glib::setenv("WEBKIT_DISABLE_DMABUF_RENDERER", "1", false);
        if !cfg!(debug_assertions) {
            gtk::glib::unsetenv("G_MESSAGES_DEBUG");
        }
    }
}

/// Keeps other programs of the same person from reading this process's memory.
///
/// It comes a moment after the start, once the desktop portal has told the colour scheme: a portal
/// answers only processes that it may look at. Nothing private is in memory before an unlock.
pub fn forbid_inspection() {
    #[cfg(target_os = "linux")]
    {
        use rustix::process::{DumpableBehavior, set_dumpable_behavior};
        if set_dumpable_behavior(DumpableBehavior::NotDumpable).is_err() {
            tracing::warn!("memory could not be closed to other programs");
        }
    }
}

/// Calls `end` when the system or a terminal asks the process to end.
#[cfg(target_os = "linux")]
pub fn on_termination(end: impl Fn() + Clone + Send + 'static) {
    use gtk::glib::{ControlFlow, unix_signal_add};
    use rustix::process::Signal;
    for signal in [Signal::TERM, Signal::INT, Signal::HUP] {
        let end = end.clone();
        unix_signal_add(signal.as_raw(), move || {
            end();
            ControlFlow::Continue
        });
    }
}

#[cfg(not(target_os = "linux"))]
pub fn on_termination(_: impl Fn() + Clone + Send + 'static) {}

/// Reads what the process before this one left; without one, what the arguments say.
pub fn take_handover() -> Handover {
    let has = |wanted: &str| std::env::args_os().any(|argument| argument == wanted);
    if has(AFTER_LOCK) {
        return read_handover().unwrap_or_default();
    }
    Handover {
        start: if has(IN_BACKGROUND) {
            Start::Background
        } else {
            Start::Shown
        },
        ..Handover::default()
    }
}

fn read_handover() -> Option<Handover> {
    let stdin = io::stdin();
    if stdin.is_terminal() || !is_ours(&stdin) {
        return None;
    }
    let mut bytes = Zeroizing::new(Vec::new());
    stdin
        .lock()
        .take(LONGEST_HANDOVER)
        .read_to_end(&mut bytes)
        .ok()?;
    // Letting go of the last reference frees the memory file.
    #[cfg(unix)]
    if let Ok(nothing) = std::fs::File::open("/dev/null") {
        let _ = rustix::stdio::dup2_stdin(nothing);
    }
    Handover::from_bytes(&bytes)
}

/// Only a sealed memory file is a handover: whoever could write it can no longer change it.
#[cfg(target_os = "linux")]
fn is_ours(stdin: &io::Stdin) -> bool {
    rustix::fs::fcntl_get_seals(stdin).is_ok_and(|seals| seals.contains(sealed()))
}

#[cfg(not(target_os = "linux"))]
fn is_ours(_: &io::Stdin) -> bool {
    true
}

#[cfg(target_os = "linux")]
fn sealed() -> rustix::fs::SealFlags {
    use rustix::fs::SealFlags;
    SealFlags::WRITE | SealFlags::GROW | SealFlags::SHRINK | SealFlags::SEAL
}

/// Puts a fresh process in the place of this one. Returns only if that failed.
pub fn replace(handover: &Handover) -> io::Error {
    let bytes = handover.to_bytes();
    let arguments: Vec<OsString> = std::env::args_os()
        .skip(1)
        .filter(|argument| argument != AFTER_LOCK)
        .collect();
    match become_fresh(&bytes, &arguments) {
        Err(error) => error,
        #[cfg(not(target_os = "linux"))]
        Ok(()) => end(0),
    }
}

#[cfg(target_os = "linux")]
fn become_fresh(bytes: &[u8], arguments: &[OsString]) -> io::Result<std::convert::Infallible> {
    use std::io::{Seek, Write};
    use std::os::unix::process::CommandExt;

    use rustix::fs::{MemfdFlags, fcntl_add_seals, memfd_create};

    let flags = MemfdFlags::CLOEXEC | MemfdFlags::ALLOW_SEALING;
    let mut file = std::fs::File::from(memfd_create("handover", flags)?);
    file.write_all(bytes)?;
    file.rewind()?;
    fcntl_add_seals(&file, sealed())?;
    // Not the path: an update may have put another program there.
    Err(Command::new("/proc/self/exe")
        .arg0(
            std::env::args_os()
                .next()
                .unwrap_or_else(|| "evenkeel".into()),
        )
        .args(arguments)
        .arg(AFTER_LOCK)
        .stdin(Stdio::from(file))
        .exec())
}

#[cfg(not(target_os = "linux"))]
fn become_fresh(bytes: &[u8], arguments: &[OsString]) -> io::Result<()> {
    use std::io::Write;
    let mut fresh = Command::new(std::env::current_exe()?)
        .args(arguments)
        .arg(AFTER_LOCK)
        .stdin(Stdio::piped())
        .spawn()?;
    fresh
        .stdin
        .take()
        .map_or(Ok(()), |mut pipe| pipe.write_all(bytes))
}

/// Ends this process at once, past every destructor.
#[expect(
    clippy::exit,
    reason = "the event loop has no other way to end with its windows gone"
)]
pub fn end(code: i32) -> ! {
    std::process::exit(code)
}

/// Ends WebKit's processes and waits until they are gone: `exec` would leave them as zombies.
#[cfg(target_os = "linux")]
pub fn end_children() {
    use rustix::process::{Signal, WaitOptions, kill_process, waitpid};
    for child in children() {
        let _ = kill_process(child, Signal::KILL);
        let _ = waitpid(Some(child), WaitOptions::empty());
    }
}

#[cfg(not(target_os = "linux"))]
pub fn end_children() {}

/// The processes whose parent is this one.
#[cfg(target_os = "linux")]
fn children() -> Vec<rustix::process::Pid> {
    let own = std::process::id().to_string();
    let Ok(processes) = std::fs::read_dir("/proc") else {
        return Vec::new();
    };
    processes
        .flatten()
        .filter_map(|process| process.file_name().to_str()?.parse::<i32>().ok())
        .filter(|pid| parent(*pid).is_some_and(|parent| parent == own))
        .filter_map(rustix::process::Pid::from_raw)
        .collect()
}

/// The parent's id from `/proc/PID/stat`: the second field after the name in parentheses.
#[cfg(target_os = "linux")]
fn parent(pid: i32) -> Option<String> {
    let stat = std::fs::read_to_string(format!("/proc/{pid}/stat")).ok()?;
    let (_, after_name) = stat.rsplit_once(')')?;
    after_name.split_whitespace().nth(1).map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_handover_arrives_as_it_was_sent() {
        for handover in [
            Handover::default(),
            Handover {
                start: Start::Minimised,
                reminders: Zeroizing::new(vec![1, 0, 9]),
                sealed_drafts: vec![vec![0, 1, 2, 255], vec![], vec![7]],
            },
            Handover {
                start: Start::Background,
                ..Handover::default()
            },
        ] {
            assert_eq!(Handover::from_bytes(&handover.to_bytes()), Some(handover));
        }
    }

    #[test]
    fn anything_else_is_no_handover() {
        for bytes in [
            &b""[..],
            b"EKH2",
            b"EKH2\x01",
            b"EKH1\0\0\0\0\0\0\0\0\0",
            b"EKH2\x03\0\0\0\0\0\0\0\0",
            b"EKH2\x01draft",
            b"EKH2\0\x02\0\0\0\0\0\0\0x",
        ] {
            assert_eq!(Handover::from_bytes(bytes), None);
        }
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn a_child_is_found_and_ended() {
        let mut child = Command::new("sleep").arg("60").spawn().unwrap();
        let pid = i32::try_from(child.id()).unwrap();
        assert!(
            children()
                .iter()
                .any(|found| found.as_raw_nonzero().get() == pid)
        );
        end_children();
        assert!(child.wait().is_err(), "the child was reaped already");
    }
}
