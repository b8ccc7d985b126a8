//! Nothing ever leaves by network.

use evenkeel_tests::desktop::Desktop;
use evenkeel_tests::process;
use evenkeel_tests::wait::{self, PATIENCE};
use std::fs;
use std::process::Command;

/// Runs the whole journey once more where there is no network at all, not even a closed one.
#[test]
fn the_journey_needs_no_network() {
    let root = rustix::process::geteuid().is_root();
    let unshare = if root {
        &["--net"][..]
    } else {
        &["--net", "--map-root-user"][..]
    };
    let may = Command::new("unshare")
        .args(unshare)
        .args(["ip", "link", "set", "lo", "up"])
        .status();
    if !may.is_ok_and(|status| status.success()) {
        eprintln!(
            "skipped: this machine allows no network namespaces (it takes root or user namespaces)"
        );
        return;
    }
    let status = Command::new("unshare")
        .args(unshare)
        .args(["--", "sh", "-c", "ip link set lo up && exec \"$@\"", "sh"])
        .arg(std::env::current_exe().expect("the running binary has a path"))
        .args([
            "--exact",
            "journey::a_whole_life_of_the_journal",
            "--nocapture",
        ])
        .status()
        .expect("unshare is installed");
    assert!(status.success(), "the journey fails without a network");
}

#[test]
fn no_internet_socket_is_ever_made() {
    let desktop = Desktop::default();
    let trace_path = desktop.host_dir().join("sockets");
    let trace = trace_path.to_string_lossy().into_owned();
    let wrapped = desktop.with_wrapper(&[
        "strace",
        "-f",
        "-qq",
        "-e",
        "trace=socket,connect",
        "-o",
        &trace,
    ]);
    let mut app =
        process::start_logged(wrapped.app_command(None), &wrapped.log_dir().join("traced"));
    wait::until("a window is shown", PATIENCE, || {
        wrapped
            .display()
            .windows()
            .iter()
            .any(|window| !window.is_hidden)
            .then_some(())
    });
    wrapped.display().press_key("F1");
    wrapped.display().press_key("Escape");
    wrapped.display().press_key("Tab");
    wrapped.display().press_key("Return");
    wrapped.display().close_window();
    app.wait(PATIENCE);

    let calls = fs::read_to_string(&trace_path).expect("strace has written");
    let internet: Vec<&str> = calls
        .lines()
        .filter(|line| line.contains("AF_INET"))
        .collect();
    assert!(internet.is_empty(), "{internet:#?}");
    assert!(calls.contains("AF_UNIX"), "the trace does see sockets");
}
