//! A display nobody sees: an X server, a window manager, and a look at the windows from outside.

use crate::desktop::{first_line, log_file};
use crate::process::{self, Child};
use crate::wait::{self, PATIENCE};
use std::path::Path;
use std::process::{Command, Stdio};

pub struct Display {
    name: String,
    _window_manager: Child,
    _x_server: Child,
}

impl Display {
    /// Starts the X server and the window manager; `dir` has a folder for logs and one for a home.
    ///
    /// # Panics
    /// When one of them is not installed.
    #[must_use]
    pub fn start(dir: &Path) -> Self {
        let (x_server, name) = start_x_server(dir);
        let window_manager = start_window_manager(dir, &name);
        Self {
            name,
            _window_manager: window_manager,
            _x_server: x_server,
        }
    }

    /// What `DISPLAY` is set to.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// A program that looks at this display from outside the app.
    #[must_use]
    pub fn tool(&self, program: &str) -> Command {
        let mut command = process::tied(program);
        command.env("DISPLAY", &self.name);
        command
    }

    /// Closes the window that has the focus, with the window manager's own key.
    pub fn close_window(&self) {
        self.xdotool(&["key", "alt+F4"]);
    }

    /// Minimises the window that has the focus.
    pub fn minimise_window(&self) {
        self.xdotool(&["getactivewindow", "windowminimize"]);
    }

    /// Presses a key as a keyboard would, whatever has the focus.
    pub fn press_key(&self, name: &str) {
        self.xdotool(&["key", name]);
    }

    /// Types as a keyboard would, whatever has the focus.
    pub fn type_text(&self, text: &str) {
        self.xdotool(&["type", "--delay", "4", text]);
    }

    /// Clicks into a window once it can be seen, so many pixels from its corner.
    pub fn click_at(&self, title: &str, x: f64, y: f64) {
        let [x, y] = [x, y].map(|side| format!("{side:.0}"));
        let click = [
            "search",
            "--onlyvisible",
            "--name",
            title,
            "mousemove",
            "--window",
            "%1",
            &x,
            &y,
            "click",
            "1",
        ];
        wait::until("a window takes a click", PATIENCE, || {
            self.try_xdotool(&click).then_some(())
        });
    }

    /// Waits until a window with this title has the focus.
    ///
    /// # Panics
    /// When none ever has.
    #[track_caller]
    pub fn see_window(&self, title: &str) {
        let what = format!("a window named {title:?} has the focus");
        wait::until(&what, PATIENCE, || {
            (self.active_title().as_deref() == Some(title)).then_some(())
        });
    }

    #[must_use]
    pub fn has_no_window(&self, title: &str) -> bool {
        !self.windows().iter().any(|window| window.title == title)
    }

    fn active_title(&self) -> Option<String> {
        let active = self.xprop(&["-root", "_NET_ACTIVE_WINDOW"]);
        let (_, id) = active.split_once('#')?;
        quoted(
            &self.xprop(&["-id", id.trim(), "_NET_WM_NAME"]),
            "_NET_WM_NAME",
        )
    }

    fn xdotool(&self, arguments: &[&str]) {
        assert!(self.try_xdotool(arguments), "xdotool {arguments:?}");
    }

    fn try_xdotool(&self, arguments: &[&str]) -> bool {
        let status = self.tool("xdotool").args(arguments).status();
        status.expect("xdotool is installed").success()
    }

    /// The windows of the app that a person could see or bring back, with their titles.
    #[must_use]
    pub fn windows(&self) -> Vec<Window> {
        let listed = self.xprop(&["-root", "_NET_CLIENT_LIST"]);
        let ids = listed
            .split_once('#')
            .map(|(_, ids)| ids)
            .unwrap_or_default();
        ids.split(',')
            .map(str::trim)
            .filter(|id| id.starts_with("0x"))
            .map(|id| {
                let properties = self.xprop(&["-id", id, "_NET_WM_NAME", "WM_STATE", "WM_CLASS"]);
                Window {
                    title: quoted(&properties, "_NET_WM_NAME").unwrap_or_default(),
                    is_hidden: !properties.contains("window state: Normal"),
                }
            })
            .collect()
    }

    fn xprop(&self, arguments: &[&str]) -> String {
        let output = self
            .tool("xprop")
            .args(arguments)
            .output()
            .expect("xprop is installed");
        String::from_utf8_lossy(&output.stdout).into_owned()
    }
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Window {
    pub title: String,
    pub is_hidden: bool,
}

fn quoted(properties: &str, name: &str) -> Option<String> {
    let line = properties.lines().find(|line| line.starts_with(name))?;
    let (_, rest) = line.split_once('"')?;
    rest.rsplit_once('"').map(|(text, _)| text.to_owned())
}

fn start_x_server(dir: &Path) -> (Child, String) {
    let mut command = process::tied("Xvfb");
    command.args([
        "-displayfd",
        "1",
        "-screen",
        "0",
        "1400x1050x24",
        "-nolisten",
        "tcp",
        "-noreset",
    ]);
    command.stdout(Stdio::piped()).stderr(log_file(dir, "xvfb"));
    let mut server = process::start(command);
    let number = first_line(&mut server);
    assert!(!number.is_empty(), "the X server says which display it is");
    (server, format!(":{number}"))
}

fn start_window_manager(dir: &Path, display: &str) -> Child {
    let mut command = process::tied("openbox");
    command
        .arg("--sm-disable")
        .env("DISPLAY", display)
        .env("HOME", dir.join("host"));
    let window_manager = process::start_logged(command, &dir.join("log/openbox"));
    wait::until("the window manager is there", PATIENCE, || {
        let mut command = process::tied("xprop");
        let output = command
            .args(["-root", "_NET_SUPPORTING_WM_CHECK"])
            .env("DISPLAY", display)
            .output()
            .ok()?;
        String::from_utf8_lossy(&output.stdout)
            .contains("0x")
            .then_some(())
    });
    window_manager
}
