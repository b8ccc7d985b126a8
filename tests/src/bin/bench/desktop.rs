//! The app in a window beside a bare GTK window with a web view in it.

use std::fs;
use std::process::Command;
use std::time::{Duration, Instant};

use evenkeel_core::content::Library;
use evenkeel_core::vault::{KdfPolicy, UnlockWith, Vault};
use evenkeel_tests::desktop::Desktop;
use evenkeel_tests::process::{self, Child};

use crate::practice;
use crate::progress;
use crate::schedule;
use crate::store::{self, PASSPHRASE};
use crate::table::{Measured, Times, absolute, ratio};

const STARTS: usize = 10;
/// How long a window is left alone before its memory is read.
const SETTLE: Duration = Duration::from_secs(4);

pub fn measure(count: usize) {
    let desktop = Desktop::default();
    store::fill_vault(&desktop.vault_dir(), count, KdfPolicy::STANDARD);
    let library = Library::bundled().unwrap();
    practice::add_sessions(&desktop.vault_dir(), KdfPolicy::STANDARD, &library);
    progress::add_days(&desktop.vault_dir(), KdfPolicy::STANDARD);
    let marked = schedule::add_programme(&desktop.vault_dir(), KdfPolicy::STANDARD);
    starts(&desktop, count);
    memory(&desktop, count);
    help(&desktop, count);
    rooms(&desktop, marked);
    if let Ok(package) = fs::metadata(package_path()) {
        absolute(
            "stripped program",
            0,
            Measured::Bytes(package.len()),
            "≤ 8 MB, packed",
        );
    }
}

fn package_path() -> std::path::PathBuf {
    process::app_path()
}

fn app(desktop: &Desktop) -> Command {
    desktop.app_command(None)
}

fn bare(desktop: &Desktop) -> Command {
    let mut command = process::tied(process::app_path().with_file_name("bare_window"));
    command.envs(
        app(desktop)
            .get_envs()
            .filter_map(|(name, value)| Some((name, value?))),
    );
    command.env("WEBKIT_DISABLE_DMABUF_RENDERER", "1");
    command
}

/// Starts a window and waits until it can be seen; both show themselves once their page is there.
fn start(desktop: &Desktop, command: Command) -> (Child, Duration) {
    let begin = Instant::now();
    let child = process::start_logged(command, &desktop.log_dir().join("bench"));
    wait_for_window(desktop, 1);
    (child, begin.elapsed())
}

fn wait_for_window(desktop: &Desktop, count: usize) {
    let deadline = Instant::now() + Duration::from_secs(60);
    while desktop.display().windows().len() != count {
        assert!(Instant::now() < deadline, "no window appeared");
        std::thread::sleep(Duration::from_millis(2));
    }
}

fn starts(desktop: &Desktop, count: usize) {
    let (mut ours, mut beside) = (Vec::new(), Vec::new());
    for _ in 0..STARTS {
        for (command, times) in [(app(desktop), &mut ours), (bare(desktop), &mut beside)] {
            let (mut child, time) = start(desktop, command);
            times.push(time);
            child.kill();
            wait_for_window(desktop, 0);
        }
    }
    let (ours, beside) = (Times::of(ours), Times::of(beside));
    ratio(
        "start to the lock screen, p50",
        count,
        ours.percentile(50),
        beside.percentile(50),
        "≤ 1.25 ×",
    );
}

fn memory(desktop: &Desktop, count: usize) {
    let (child, _) = start(desktop, bare(desktop));
    std::thread::sleep(SETTLE);
    let beside = proportional_set_size(child.id());
    drop(child);
    wait_for_window(desktop, 0);

    let (child, _) = start(desktop, app(desktop));
    std::thread::sleep(SETTLE);
    let locked = proportional_set_size(child.id());
    desktop
        .display()
        .tool("xdotool")
        .args(["type", "--delay", "4", PASSPHRASE])
        .status()
        .unwrap();
    let begin = Instant::now();
    desktop.display().press_key("Return");
    let lock_window = window_ids(desktop);
    while window_ids(desktop)
        .iter()
        .all(|window| lock_window.contains(window))
    {
        assert!(
            begin.elapsed() < Duration::from_secs(60),
            "the main window did not appear"
        );
        std::thread::sleep(Duration::from_millis(2));
    }
    let unlocked_in = begin.elapsed();
    std::thread::sleep(SETTLE);
    let ours = proportional_set_size(child.id());
    for pid in process::family(child.id()) {
        if let (Some(name), Some(bytes)) = (process::living_name(pid), own_set_size(pid)) {
            absolute(
                &format!("of the memory unlocked: {name}"),
                count,
                Measured::Bytes(bytes),
                "–",
            );
        }
    }
    drop(child);
    wait_for_window(desktop, 0);
    ratio(
        "memory at the lock screen, all processes",
        count,
        locked,
        beside,
        "–",
    );
    ratio(
        "memory unlocked, all processes",
        count,
        ours,
        beside,
        "≤ 1.15 ×",
    );
    absolute(
        "passphrase entered to Today on the screen",
        count,
        Measured::Time(unlocked_in),
        "–",
    );
    let key = key_time(desktop);
    absolute(
        "of that Argon2id and opening the database",
        count,
        Measured::Time(key),
        "0.5–1 s",
    );
}

/// From the key to two frames after the heading of Help now is there, by the page's own clock.
const HELP: &str = "const [done] = arguments;
    const begin = performance.now();
    document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'F1', bubbles: true }));
    const look = () => document.querySelector('.help h1')
        ? requestAnimationFrame(() => requestAnimationFrame(() => done(performance.now() - begin)))
        : requestAnimationFrame(look);
    look();";

fn help(desktop: &Desktop, count: usize) {
    let app = desktop.start();
    app.unlock(PASSPHRASE);
    app.new_entry();
    let taken = app.expect(app.session().script_async(HELP, &[]), "Help now opens");
    let taken = Duration::from_secs_f64(taken.as_f64().unwrap_or_default() / 1e3);
    absolute(
        "Help now on the screen after F1",
        count,
        Measured::Time(taken),
        "≤ 150 ms",
    );
}

/// From a press of the button with these words to two frames after what it leads to is there.
const OPEN: &str = "const [words, sign, done] = arguments;
    const button = [...document.querySelectorAll('nav button, label')]
        .find((button) => button.textContent.includes(words));
    const begin = performance.now();
    button.click();
    const look = () => document.querySelector(sign)
        ? requestAnimationFrame(() => requestAnimationFrame(() => done(performance.now() - begin)))
        : requestAnimationFrame(look);
    look();";

/// Five years of practice, ten of check-ins, cards and sessions.
fn rooms(desktop: &Desktop, marked: usize) {
    let app = desktop.start();
    app.unlock(PASSPHRASE);
    for (what, count, words, sign) in [
        (
            "the library",
            practice::SESSIONS,
            "shell.rooms.skills",
            "#row-stop",
        ),
        (
            "what helps right now",
            practice::SESSIONS,
            "skills.parts.find",
            ".suggestions > li",
        ),
        (
            "what works for me",
            practice::SESSIONS,
            "skills.parts.works",
            ".works-table tbody tr",
        ),
        (
            "Today",
            practice::SESSIONS,
            "shell.rooms.today",
            ".ready-list > li",
        ),
        (
            "check in",
            progress::CHECK_INS,
            "shell.rooms.check_in",
            ".now-columns",
        ),
        (
            "check-ins, past",
            progress::CHECK_INS,
            "check_in.parts.past",
            ".check-in-row",
        ),
        (
            "diary card",
            progress::CHECK_INS,
            "check_in.parts.card",
            "[id^=row-]",
        ),
        (
            "diary card, week",
            progress::CHECK_INS,
            "check_in.parts.week",
            ".week-grid tbody",
        ),
        (
            "schedule, the week",
            marked,
            "shell.rooms.schedule",
            ".schedule-row",
        ),
        (
            "schedule, the list",
            marked,
            "schedule.parts.list",
            "#schedule-more",
        ),
        (
            "progress, a month",
            progress::CHECK_INS,
            "shell.rooms.progress",
            ".chart-walk",
        ),
        (
            "progress, ten years",
            progress::CHECK_INS,
            "progress.spans.all",
            ".chart.is-dense",
        ),
    ] {
        let arguments = [app.words(words).into(), sign.into()];
        let taken = app.expect(app.session().script_async(OPEN, &arguments), what);
        let taken = Duration::from_secs_f64(taken.as_f64().unwrap_or_default() / 1e3);
        absolute(
            &format!("{what} on the screen after a press"),
            count,
            Measured::Time(taken),
            "≤ 100 ms",
        );
    }
}

/// How long the core alone takes from a passphrase to an open vault.
fn key_time(desktop: &Desktop) -> Duration {
    let vault = Vault::at(desktop.vault_dir(), KdfPolicy::STANDARD).unwrap();
    let begin = Instant::now();
    let open = vault
        .unlock(&UnlockWith::Passphrase(PASSPHRASE), false, &store::now())
        .unwrap();
    let time = begin.elapsed();
    open.close().unwrap();
    time
}

fn window_ids(desktop: &Desktop) -> Vec<String> {
    let output = desktop
        .display()
        .tool("xprop")
        .args(["-root", "_NET_CLIENT_LIST"])
        .output()
        .unwrap();
    let listed = String::from_utf8_lossy(&output.stdout).into_owned();
    let ids = listed
        .split_once('#')
        .map(|(_, ids)| ids.to_owned())
        .unwrap_or_default();
    ids.split(',')
        .map(|id| id.trim().to_owned())
        .filter(|id| id.starts_with("0x"))
        .collect()
}

/// The proportional set size of a process and all it started.
fn proportional_set_size(root: u32) -> Measured {
    Measured::Bytes(
        process::family(root)
            .into_iter()
            .filter_map(own_set_size)
            .sum(),
    )
}

fn own_set_size(pid: u32) -> Option<u64> {
    let rollup = fs::read_to_string(format!("/proc/{pid}/smaps_rollup")).ok()?;
    let line = rollup.lines().find(|line| line.starts_with("Pss:"))?;
    let kilobytes: u64 = line.split_whitespace().nth(1)?.parse().ok()?;
    Some(kilobytes * 1024)
}
