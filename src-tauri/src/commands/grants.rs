//! The windows' rights, held against the list they were agreed on.

use std::collections::BTreeSet;

include!("names.rs");

/// All that the lock window may ask for.
const LOCK: &[&str] = &[
    "app_quit",
    "help_view",
    "passphrase_rate",
    "passphrase_suggest",
    "quick_hide",
    "settings_view",
    "setup_finish",
    "setup_prepare",
    "vault_status",
    "vault_unlock",
    "window_ready",
];

/// What only the lock window may ask for.
const NOT_MAIN: &[&str] = &[
    "app_quit",
    "setup_finish",
    "setup_prepare",
    "vault_status",
    "vault_unlock",
];

/// The commands a capability grants, and the windows it grants them to.
fn granted(capability: &str) -> (BTreeSet<String>, Vec<String>) {
    let capability: serde_json::Value = serde_json::from_str(capability).unwrap();
    let texts = |key: &str| -> Vec<String> {
        let values = capability.get(key).unwrap().as_array().unwrap();
        values
            .iter()
            .map(|value| value.as_str().unwrap().to_owned())
            .collect()
    };
    let commands = texts("permissions").into_iter().map(|permission| {
        let command = permission.strip_prefix("allow-").unwrap_or_else(|| {
            panic!("{permission} is no command of this app");
        });
        command.replace('-', "_")
    });
    (commands.collect(), texts("windows"))
}

fn set(names: &[&str]) -> BTreeSet<String> {
    names.iter().map(|name| (*name).to_owned()).collect()
}

#[test]
fn the_lock_window_may_unlock_and_show_help_and_nothing_else() {
    let (commands, windows) = granted(include_str!("../../capabilities/lock.json"));
    assert_eq!(commands, set(LOCK));
    assert_eq!(windows, ["lock"]);
}

#[test]
fn the_main_window_may_do_all_but_unlock() {
    let (commands, windows) = granted(include_str!("../../capabilities/main.json"));
    assert_eq!(commands, &set(COMMANDS) - &set(NOT_MAIN));
    assert_eq!(windows, ["main"]);
}

#[test]
fn every_command_is_granted_and_handled() {
    let (lock, _) = granted(include_str!("../../capabilities/lock.json"));
    let (main, _) = granted(include_str!("../../capabilities/main.json"));
    assert_eq!(&lock | &main, set(COMMANDS));
    let handler = include_str!("../lib.rs");
    for command in COMMANDS {
        assert!(
            handler.contains(&format!("::{command},")),
            "{command} has no handler"
        );
    }
}
