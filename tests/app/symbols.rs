//! The web view's libraries bring a SQLite of their own. If the app exported the symbols of the
//! one it was built with, they would bind to those, and two versions would meet in one process.

use evenkeel_tests::process;
use std::process::Command;

#[test]
fn the_app_exports_no_sqlite() {
    let binary = process::app_path();
    let output = Command::new("nm")
        .args(["-D", "--defined-only"])
        .arg(&binary)
        .output()
        .expect("nm is installed");
    assert!(output.status.success(), "nm reads {}", binary.display());
    let symbols = String::from_utf8_lossy(&output.stdout);
    let leaked: Vec<&str> = symbols
        .lines()
        .filter(|line| line.contains("sqlite3"))
        .collect();
    assert!(leaked.is_empty(), "exported: {leaked:?}");

    let linked = Command::new("nm")
        .arg(&binary)
        .output()
        .expect("nm is installed");
    let is_stripped = linked.stdout.is_empty();
    assert!(
        is_stripped || String::from_utf8_lossy(&linked.stdout).contains("sqlite3_open"),
        "the library is linked in, so the check above could have found it"
    );
}
