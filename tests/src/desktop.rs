//! A private desktop for one test: folders, display, window manager, message bus, keychain.
//!
//! Nothing of the machine's own session can be reached from it, and nothing it does outlives it.

use crate::app::App;
use crate::display::Display;
use crate::process::{self, Child};
use crate::wait::{self, PATIENCE};
use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::Mutex;
use tempfile::TempDir;

/// What the desktop tells GTK the person prefers.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Look {
    pub dark: bool,
    pub more_contrast: bool,
    pub still: bool,
}

pub struct Desktop {
    bus_address: String,
    display: Display,
    keyring: Mutex<Option<Child>>,
    wrapper: Vec<String>,
    extra_env: Vec<(String, String)>,
    own_dir: PathBuf,
    _bus: Child,
    dir: TempDir,
}

/// No service files: nothing starts by itself on this bus.
const BUS_CONFIG: &str = r#"<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:dir=DIR</listen>
  <auth>EXTERNAL</auth>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
"#;

impl Default for Desktop {
    fn default() -> Self {
        Self::new(Look::default())
    }
}

impl Desktop {
    /// # Panics
    /// When one of the programs it is made of is not installed.
    #[must_use]
    pub fn new(look: Look) -> Self {
        let dir = tempfile::Builder::new()
            .prefix("evenkeel-")
            .tempdir()
            .expect("a temporary folder");
        for name in [
            "host",
            "log",
            "own/home",
            "own/config/gtk-3.0",
            "own/data",
            "own/cache",
            "own/state",
            "own/run",
            "own/tmp",
        ] {
            fs::create_dir_all(dir.path().join(name)).expect("a folder in one's own folder");
        }
        restrict(&dir.path().join("own/run"));
        fs::write(
            dir.path().join("own/config/gtk-3.0/settings.ini"),
            gtk_settings(look),
        )
        .expect("GTK settings");

        let display = Display::start(dir.path());
        let (bus, bus_address) = start_bus(dir.path());
        Self {
            bus_address,
            display,
            keyring: Mutex::new(None),
            wrapper: Vec::new(),
            extra_env: Vec::new(),
            own_dir: dir.path().join("own"),
            _bus: bus,
            dir,
        }
    }

    /// Puts a program (strace, for one) before the app at each start.
    #[must_use]
    pub fn with_wrapper(mut self, words: &[impl ToString]) -> Self {
        self.wrapper = words.iter().map(ToString::to_string).collect();
        self
    }

    /// Gives the app one more environment variable.
    #[must_use]
    pub fn with_env(mut self, name: &str, value: &str) -> Self {
        self.extra_env.push((name.to_owned(), value.to_owned()));
        self
    }

    /// Another display and another bus, but the same home.
    #[must_use]
    pub fn sharing_folders_of(mut self, other: &Self) -> Self {
        self.own_dir = other.own_dir();
        self
    }

    /// Starts the app and attaches to its first window.
    #[must_use]
    pub fn start(&self) -> App<'_> {
        App::start(self)
    }

    /// Everything the app can call its own: home, settings, data, caches, run time, temporary.
    #[must_use]
    pub fn own_dir(&self) -> PathBuf {
        self.own_dir.clone()
    }

    /// Where the vault lies.
    #[must_use]
    pub fn vault_dir(&self) -> PathBuf {
        self.own_dir().join("data/app.evenkeel.Evenkeel")
    }

    pub(crate) fn dir(&self) -> &Path {
        self.dir.path()
    }

    #[must_use]
    pub fn log_dir(&self) -> PathBuf {
        self.dir.path().join("log")
    }

    /// A folder for the test's own things, outside the app's.
    #[must_use]
    pub fn host_dir(&self) -> PathBuf {
        self.dir.path().join("host")
    }

    #[must_use]
    pub fn display(&self) -> &Display {
        &self.display
    }

    #[must_use]
    pub fn bus_address(&self) -> &str {
        &self.bus_address
    }

    /// The app, ready to start in this desktop; `port` is where it listens for a driver.
    #[must_use]
    pub fn app_command(&self, port: Option<u16>) -> Command {
        let binary = process::app_path();
        let mut command = match self.wrapper.split_first() {
            Some((program, rest)) => {
                let mut command = process::tied(program);
                command.args(rest).arg(binary);
                command
            }
            None => process::tied(binary),
        };
        self.set_env(&mut command);
        if let Some(port) = port {
            command
                .env("TAURI_WEBVIEW_AUTOMATION", "true")
                .env("WEBKIT_INSPECTOR_SERVER", format!("127.0.0.1:{port}"));
        }
        command
    }

    pub(crate) fn set_env(&self, command: &mut Command) {
        let own_dir = self.own_dir();
        command.env_clear();
        command.current_dir(&own_dir);
        for (name, dir) in [
            ("HOME", "home"),
            ("XDG_CONFIG_HOME", "config"),
            ("XDG_DATA_HOME", "data"),
            ("XDG_CACHE_HOME", "cache"),
            ("XDG_STATE_HOME", "state"),
            ("XDG_RUNTIME_DIR", "run"),
            ("TMPDIR", "tmp"),
        ] {
            command.env(name, own_dir.join(dir));
        }
        command
            .env("PATH", std::env::var_os("PATH").unwrap_or_default())
            .env("DISPLAY", self.display.name())
            .env("DBUS_SESSION_BUS_ADDRESS", &self.bus_address)
            .env("DBUS_SYSTEM_BUS_ADDRESS", &self.bus_address)
            .env("GDK_BACKEND", "x11")
            .env("GSETTINGS_BACKEND", "memory")
            .env("LANG", "C.UTF-8")
            .env("NO_AT_BRIDGE", "1")
            .env("RUST_BACKTRACE", "1")
            .env("TZ", "America/New_York")
            .envs(self.extra_env.iter().cloned());
    }

    /// Starts a real keychain with an open collection.
    ///
    /// # Panics
    /// When it does not take its name on the bus.
    pub fn start_keyring(&self) {
        let mut command = process::tied("gnome-keyring-daemon");
        command.args(["--foreground", "--unlock", "--components=secrets"]);
        self.set_env(&mut command);
        command
            .stdin(Stdio::piped())
            .stdout(Stdio::null())
            .stderr(Stdio::null());
        let mut daemon = process::start(command);
        let mut stdin = daemon.stdin().expect("the keychain takes a password");
        stdin
            .write_all(b"the computer's own password")
            .expect("the keychain reads it");
        drop(stdin);
        *self.keyring.lock().expect("not poisoned") = Some(daemon);
        wait::until("the keychain is on the bus", PATIENCE, || {
            self.owns_name("org.freedesktop.secrets").then_some(())
        });
    }

    pub fn stop_keyring(&self) {
        *self.keyring.lock().expect("not poisoned") = None;
        wait::until("the keychain has left the bus", PATIENCE, || {
            (!self.owns_name("org.freedesktop.secrets")).then_some(())
        });
    }

    /// Whether some process owns this name on the bus.
    #[must_use]
    pub fn owns_name(&self, name: &str) -> bool {
        crate::bus::connect(self).is_name_owned(name)
    }
}

fn restrict(dir: &Path) {
    use std::os::unix::fs::PermissionsExt;
    fs::set_permissions(dir, fs::Permissions::from_mode(0o700)).expect("one's own folder");
}

fn gtk_settings(look: Look) -> String {
    let mut text = String::from("[Settings]\n");
    if look.dark {
        text.push_str("gtk-application-prefer-dark-theme=1\n");
    }
    if look.more_contrast {
        text.push_str("gtk-theme-name=HighContrast\n");
    }
    if look.still {
        text.push_str("gtk-enable-animations=0\n");
    }
    text
}

fn start_bus(dir: &Path) -> (Child, String) {
    let config_path = dir.join("host/bus.conf");
    fs::write(
        &config_path,
        BUS_CONFIG.replace("DIR", &dir.join("host").to_string_lossy()),
    )
    .expect("the bus config");
    let mut command = process::tied("dbus-daemon");
    command
        .arg(format!("--config-file={}", config_path.display()))
        .args(["--nofork", "--print-address=1"]);
    command.stdout(Stdio::piped()).stderr(log_file(dir, "bus"));
    let mut bus = process::start(command);
    let address = first_line(&mut bus);
    assert!(!address.is_empty(), "the bus says where it listens");
    (bus, address)
}

pub(crate) fn log_file(dir: &Path, name: &str) -> fs::File {
    fs::File::create(dir.join("log").join(name)).expect("a log file")
}

pub(crate) fn first_line(child: &mut Child) -> String {
    let stdout = child.stdout().expect("its output is piped");
    let mut line = String::new();
    BufReader::new(stdout)
        .read_line(&mut line)
        .expect("it writes a line");
    line.trim().to_owned()
}
