//! Days on which something is wrong: each has words of its own, and none costs what was typed.

use evenkeel_tests::app::App;
use evenkeel_tests::desktop::Desktop;
use evenkeel_tests::journey::PASSPHRASE;
use evenkeel_tests::key_file;
use evenkeel_tests::mounts::Mounts;
use evenkeel_tests::wait::{self, PATIENCE};
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::time::{Duration, Instant};

/// As many sentences as need new room on the disk, whatever room the files have to spare.
const MANY: usize = 3_000;

/// A finished profile with one entry; the app is not running.
fn with_entry() -> Desktop {
    let desktop = Desktop::default();
    write_and_quit(&desktop);
    desktop
}

fn write_and_quit(desktop: &Desktop) {
    let mut app = desktop.start();
    app.first_start(PASSPHRASE, false);
    app.write_entry("Kept", "Written on a good day.");
    app.quit();
}

fn overwrite(path: &Path, at: usize, length: usize) {
    let mut bytes = fs::read(path).expect("the file is there");
    for byte in bytes.iter_mut().skip(at).take(length) {
        *byte ^= 0x55;
    }
    fs::write(path, bytes).expect("the file can be written");
}

/// Every file of the vault but the empty lock file.
fn contents(dir: &Path) -> BTreeMap<String, Vec<u8>> {
    let entries = fs::read_dir(dir).expect("the folder is there").flatten();
    let files = entries.filter(|entry| entry.file_type().is_ok_and(|kind| kind.is_file()));
    files
        .map(|entry| {
            (
                entry.file_name().to_string_lossy().into_owned(),
                fs::read(entry.path()).expect("a file"),
            )
        })
        .filter(|(name, _)| name != "vault.lock")
        .collect()
}

pub fn see_problem(app: &App<'_>, code: &str) {
    for part in ["title", "what", "next"] {
        app.see(&app.words(&format!("errors.{code}.{part}")));
    }
}

fn body_is(app: &App<'_>, expected: &str) {
    let label = app.words("journal.body_label");
    let what = format!(
        "the page holds the {} characters that were typed",
        expected.len()
    );
    app.until(&what, |_| {
        Ok((app.value("textbox", &label) == expected).then_some(()))
    });
}

#[test]
fn a_wrong_passphrase_keeps_what_was_typed() {
    let desktop = with_entry();
    let app = desktop.start();
    let almost = format!("{PASSPHRASE}n");
    app.try_passphrase(&almost);
    app.see(&app.words("unlock.wrong_passphrase"));
    assert_eq!(
        app.value("textbox", &app.words("unlock.passphrase")),
        almost
    );
    app.unlock(PASSPHRASE);
    app.find_like("button", "Kept");
}

#[test]
fn a_slip_in_the_recovery_words_is_told_from_wrong_words() {
    let desktop = Desktop::default();
    let mut app = desktop.start();
    let words = app.first_start(PASSPHRASE, false);
    app.lock();
    app.click("button", &app.words("unlock.with_words"));
    let label = app.words("unlock.words");

    let mut slip = words.clone();
    slip.swap(0, 1);
    for (typed, answer) in [
        (vec!["otter".to_owned(); 3], "unlock.words_few"),
        (vec!["evenkeel".to_owned(); 12], "unlock.words_typo"),
        (legal_words_of_another_vault(), "unlock.words_wrong"),
    ] {
        let typed = typed.join(" ");
        app.fill("textbox", &label, &typed);
        app.click("button", &app.words("unlock.open"));
        app.see(&app.words(answer));
        assert_eq!(
            app.value("textbox", &label),
            typed,
            "what was typed is still there"
        );
    }
    app.fill("textbox", &label, &words.join(" "));
    app.click("button", &app.words("unlock.open"));
    app.arrive();
}

/// All zero entropy: a sheet with a right checksum that belongs to no vault.
fn legal_words_of_another_vault() -> Vec<String> {
    let mut words = vec!["abandon".to_owned(); 11];
    words.push("about".to_owned());
    words
}

#[test]
fn a_damaged_key_file_is_mended_by_its_twin() {
    let desktop = with_entry();
    let dir = desktop.vault_dir();
    overwrite(&dir.join("vault.keys"), 40, 8);
    let app = desktop.start();
    app.unlock(PASSPHRASE);
    app.see(&app.words("shell.healed_banner"));
    app.find_like("button", "Kept");
    let twins = [
        fs::read(dir.join("vault.keys")),
        fs::read(dir.join("vault.keys.2")),
    ];
    let [first, second] = twins.map(|twin| twin.expect("both are there"));
    assert_eq!(first, second, "both copies are whole again");
}

#[test]
fn two_damaged_key_files_are_said_and_left_alone() {
    let desktop = with_entry();
    let dir = desktop.vault_dir();
    overwrite(&dir.join("vault.keys"), 40, 8);
    overwrite(&dir.join("vault.keys.2"), 60, 8);
    let before = contents(&dir);
    let app = desktop.start();
    see_problem(&app, "damaged_keys");
    app.click("button", &app.words("common.try_again"));
    see_problem(&app, "damaged_keys");
    assert!(contents(&dir) == before, "not a byte was changed");
}

#[test]
fn a_missing_key_file_is_never_taken_for_a_first_start() {
    let desktop = with_entry();
    let dir = desktop.vault_dir();
    for name in ["vault.keys", "vault.keys.2"] {
        fs::rename(dir.join(name), desktop.host_dir().join(name)).expect("it can be moved");
    }
    let app = desktop.start();
    see_problem(&app, "missing");
    for name in ["vault.keys", "vault.keys.2"] {
        fs::rename(desktop.host_dir().join(name), dir.join(name)).expect("it can be moved");
    }
    app.click("button", &app.words("common.try_again"));
    app.unlock(PASSPHRASE);
    app.find_like("button", "Kept");
}

#[test]
fn a_damaged_database_offers_the_newest_good_copy() {
    let desktop = Desktop::default();
    let dir = desktop.vault_dir();
    let mut app = desktop.start();
    app.first_start(PASSPHRASE, false);
    app.write_entry("Kept", "Written on a good day.");
    wait::until(
        "the day's snapshot is made",
        Duration::from_secs(60),
        || {
            let snapshots = fs::read_dir(dir.join("snapshots")).ok()?.flatten();
            snapshots
                .filter(|file| file.path().extension().is_some_and(|end| end == "db"))
                .last()
        },
    );
    app.quit();

    let damaged = {
        overwrite(&dir.join("vault.db"), 4096 + 100, 200);
        overwrite(&dir.join("vault.db"), 100, 50);
        fs::read(dir.join("vault.db")).expect("it is there")
    };
    let app = desktop.start();
    app.try_passphrase(PASSPHRASE);
    app.see(&app.words("errors.damaged_data.title"));
    app.see(&app.words("unlock.copy_kept"));
    assert!(
        fs::read(dir.join("vault.db")).expect("it is there") == damaged,
        "nothing changed so far"
    );

    let offer = app.words_with("unlock.copy_offer", &["".into()]);
    app.click_like("button", offer.trim());
    app.arrive();
    app.find_like("button", "Kept");
    assert!(
        contents(&dir).values().any(|content| *content == damaged),
        "the damaged file is kept"
    );
}

#[test]
fn a_damaged_database_without_a_copy_is_said_and_left_alone() {
    let desktop = with_entry();
    let dir = desktop.vault_dir();
    fs::remove_dir_all(dir.join("snapshots")).ok();
    overwrite(&dir.join("vault.db"), 100, 50);
    let before = contents(&dir);
    let app = desktop.start();
    app.try_passphrase(PASSPHRASE);
    app.see(&app.words("errors.damaged_data.title"));
    app.see(&app.words("unlock.no_copy"));
    assert!(contents(&dir) == before, "not a byte was changed");
}

#[test]
fn a_newer_database_is_refused_without_a_byte_changed() {
    let desktop = with_entry();
    let dir = desktop.vault_dir();
    let keys = key_file::open(&dir, PASSPHRASE);
    {
        let database = rusqlite::Connection::open(dir.join("vault.db")).expect("a database");
        let hex = evenkeel_tests::encoding::to_hex(&keys.database);
        database
            .pragma_update(None, "key", format!("x'{hex}'"))
            .expect("the key is taken");
        database
            .pragma_update(None, "user_version", 9_999)
            .expect("the key is right");
    }
    let before = contents(&dir);
    let app = desktop.start();
    app.try_passphrase(PASSPHRASE);
    see_problem(&app, "too_new");
    assert!(contents(&dir) == before, "not a byte was changed");
}

#[test]
fn a_full_disk_costs_not_a_character() {
    const BEFORE: &str = "Before it was full. ";
    const WHILE: &str = "While it was full, and all of this must stay. ";
    const AFTER: &str = "And after there was room again.";
    let mut desktop = Desktop::default();
    let mounts = Mounts::small_disk(&desktop, "8m");
    desktop = desktop.with_wrapper(&mounts.wrapper());
    let mut app = desktop.start();
    app.first_start(PASSPHRASE, false);
    app.write_entry("Full", BEFORE);

    let filler_path = mounts.fill();
    let label = app.words("journal.body_label");
    app.paste("textbox", &label, &WHILE.repeat(MANY));
    see_problem(&app, "disk_full");
    let expected = format!("{BEFORE}{}", WHILE.repeat(MANY));
    body_is(&app, &expected);

    fs::remove_file(filler_path).expect("room is made");
    app.try_again();
    app.miss(&app.words("errors.disk_full.title"));
    app.append("textbox", &label, AFTER);
    app.see_saved();
    app.lock();
    app.unlock(PASSPHRASE);
    app.open_entry("Full");
    body_is(&app, &format!("{expected}{AFTER}"));
}

/// The last words cannot be saved: the lock still happens, and they are there after the unlock.
#[test]
fn a_lock_on_a_full_disk_keeps_the_last_words() {
    const WHILE: &str = "Typed while there was no room at all. ";
    let mut desktop = Desktop::default();
    let mounts = Mounts::small_disk(&desktop, "8m");
    desktop = desktop.with_wrapper(&mounts.wrapper());
    let mut app = desktop.start();
    app.first_start(PASSPHRASE, false);
    app.write_entry("Full", "Before. ");
    let filler_path = mounts.fill();
    let label = app.words("journal.body_label");
    app.paste("textbox", &label, &WHILE.repeat(MANY));
    see_problem(&app, "disk_full");
    app.click_away("button", &app.words("shell.lock"));
    app.follow_lock();
    fs::remove_file(filler_path).expect("room is made");
    app.unlock(PASSPHRASE);
    app.open_entry("Full");
    body_is(&app, &format!("Before. {}", WHILE.repeat(MANY)));
}

#[test]
fn a_read_only_folder_is_said_and_opens_once_it_is_writable() {
    let mut desktop = Desktop::default();
    let mounts = Mounts::small_disk(&desktop, "8m");
    desktop = desktop.with_wrapper(&mounts.wrapper());
    write_and_quit(&desktop);
    let before = contents(&mounts.vault_dir());
    mounts.make_read_only();
    let app = desktop.start();
    see_problem(&app, "read_only");
    assert!(
        contents(&mounts.vault_dir()) == before,
        "not a byte was changed"
    );
}

/// What is saved after the folder is gone would be gone with it, so it must not be called saved.
#[test]
fn a_folder_that_goes_away_while_writing_is_said_and_costs_not_a_character() {
    let desktop = Desktop::default();
    let mut app = desktop.start();
    app.first_start(PASSPHRASE, false);
    app.write_entry("Kept", "Before. ");
    let (dir, elsewhere) = (desktop.vault_dir(), desktop.host_dir().join("unplugged"));
    fs::rename(&dir, &elsewhere).expect("the folder can be moved");
    let label = app.words("journal.body_label");
    app.append("textbox", &label, "While it was gone. ");
    see_problem(&app, "missing");
    body_is(&app, "Before. While it was gone. ");
    fs::rename(&elsewhere, &dir).expect("the folder can be put back");
    app.try_again();
    app.miss(&app.words("errors.missing.title"));
    app.see_saved();
    app.lock();
    app.unlock(PASSPHRASE);
    app.open_entry("Kept");
    body_is(&app, "Before. While it was gone. ");
}

#[test]
fn a_power_cut_costs_the_last_second_at_most() {
    const AT_RISK: Duration = Duration::from_secs(1);
    /// What the save itself takes on a busy machine.
    const SAVING: Duration = Duration::from_millis(300);
    let desktop = Desktop::default();
    let mut app = desktop.start();
    app.first_start(PASSPHRASE, false);
    app.write_entry("Cut", "");
    let body = app.find("textbox", &app.words("journal.body_label"));
    let mut typed: Vec<(Instant, String)> = Vec::new();
    let begin = Instant::now();
    for number in 0.. {
        if begin.elapsed() > Duration::from_secs(6) {
            break;
        }
        let word = format!("word{number} ");
        app.expect(app.session().type_into(&body, &word), "typing goes on");
        typed.push((Instant::now(), word));
    }
    app.cut_power();
    let cut = Instant::now();

    let app = desktop.start();
    app.unlock(PASSPHRASE);
    app.open_entry("Cut");
    let all: String = typed.iter().map(|(_, word)| word.as_str()).collect();
    let safe = typed
        .iter()
        .filter(|(at, _)| cut.duration_since(*at) > AT_RISK + SAVING);
    let safe: String = safe.map(|(_, word)| word.as_str()).collect();
    let label = app.words("journal.body_label");
    let kept = wait::until("the page shows what was kept", PATIENCE, || {
        Some(app.value("textbox", &label)).filter(|kept| !kept.is_empty())
    });
    assert!(
        all.starts_with(&kept),
        "what is there was typed, in order: {kept:?}"
    );
    assert!(
        kept.starts_with(&safe),
        "kept {} of {} safe characters",
        kept.len(),
        safe.len()
    );
    assert!(
        safe.len() > 20,
        "enough was typed for the test to mean something: {}",
        safe.len()
    );
}
