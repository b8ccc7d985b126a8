//! Two starts at once: one owns the vault, the other steps back.

use evenkeel_tests::desktop::Desktop;
use evenkeel_tests::process::{self, Child};
use evenkeel_tests::wait;
use std::fs;
use std::time::Duration;

const DEADLINE: Duration = Duration::from_secs(20);

fn start(desktop: &Desktop, number: u32) -> Child {
    process::start_logged(
        desktop.app_command(None),
        &desktop.log_dir().join(format!("start-{number}")),
    )
}

/// Whether the process holds a lock on the vault's lock file.
fn owns_vault(desktop: &Desktop, child: &Child) -> bool {
    use std::os::unix::fs::MetadataExt;
    let Ok(lock_file) = fs::metadata(desktop.vault_dir().join("vault.lock")) else {
        return false;
    };
    let locks = fs::read_to_string("/proc/locks").expect("/proc/locks can be read");
    let (pid, inode) = (child.id().to_string(), format!(":{}", lock_file.ino()));
    locks.lines().any(|line| {
        let fields: Vec<&str> = line.split_whitespace().collect();
        fields.get(4).is_some_and(|owner| *owner == pid)
            && fields.get(5).is_some_and(|file| file.ends_with(&inode))
    })
}

#[test]
fn of_two_starts_at_once_one_owns_the_vault() {
    let rounds = if std::env::var_os("EVENKEEL_FULL").is_some() {
        200
    } else {
        20
    };
    let desktop = Desktop::default();
    for round in 0..rounds {
        let mut both = [start(&desktop, 2 * round), start(&desktop, 2 * round + 1)];
        let owner = wait::until("one of two owns the vault", DEADLINE, || {
            both.iter().position(|child| owns_vault(&desktop, child))
        });
        wait::until("the other one ends by itself", DEADLINE, || {
            both.iter_mut()
                .enumerate()
                .find_map(|(place, child)| (place != owner).then(|| child.ended())?)
        });
        let [first, second] = &mut both;
        let (owner, other) = if owner == 0 {
            (first, second)
        } else {
            (second, first)
        };
        assert!(owner.is_running(), "round {round}: the owner stays");
        assert!(
            other.ended().is_some_and(|status| status.success()),
            "round {round}: the other ends in peace"
        );
    }
}

#[test]
fn a_lock_file_left_by_a_crash_stops_nobody() {
    let desktop = Desktop::default();
    let mut first = start(&desktop, 1);
    wait::until("the first owns the vault", DEADLINE, || {
        owns_vault(&desktop, &first).then_some(())
    });
    first.kill();
    assert!(
        desktop.vault_dir().join("vault.lock").exists(),
        "the file stays behind"
    );
    let second = start(&desktop, 2);
    wait::until("the second owns the vault", DEADLINE, || {
        owns_vault(&desktop, &second).then_some(())
    });
}

#[test]
fn a_second_start_brings_the_first_window_back() {
    let desktop = Desktop::default();
    let app = desktop.start();
    app.find("button", &app.words("nav.hide"));
    app.press(&[], &[evenkeel_tests::webdriver::key::F9]);
    wait::until("the window is minimised", DEADLINE, || {
        desktop
            .display()
            .windows()
            .iter()
            .all(|window| window.is_hidden)
            .then_some(())
    });
    let mut second = start(&desktop, 2);
    second.wait(DEADLINE);
    wait::until("the window is back", DEADLINE, || {
        desktop
            .display()
            .windows()
            .iter()
            .any(|window| !window.is_hidden)
            .then_some(())
    });
}

/// A copy that cannot reach the first over the bus must still keep its hands off the vault.
#[test]
fn a_second_start_on_another_bus_says_that_it_is_in_use() {
    let desktop = Desktop::default();
    let first = start(&desktop, 1);
    wait::until("the first owns the vault", DEADLINE, || {
        owns_vault(&desktop, &first).then_some(())
    });
    let elsewhere = Desktop::default().sharing_folders_of(&desktop);
    let app = elsewhere.start();
    app.see(&app.words("errors.in_use.title"));
    app.see(&app.words("errors.in_use.next"));
}
