//! A real notification service on a private desktop, and a tray.

use crate::desktop::{Desktop, log_file};
use crate::process::{self, Child};
use crate::wait::{self, PATIENCE};
use serde_json::Value;
use std::fs;
use std::process::Stdio;
use std::sync::{Arc, Mutex};
use zbus::blocking::{Connection, Proxy, connection::Builder};

/// Each is kept and shown on its own, and none goes by itself.
const SETTINGS: &str = "[global]
stack_duplicates = false
sticky_history = yes
history_length = 100
idle_threshold = 0
";

/// dunst, with all that it was given to show.
pub struct Notifications<'d> {
    desktop: &'d Desktop,
    _dunst: Child,
}

impl<'d> Notifications<'d> {
    /// # Panics
    /// When it does not take its name on the bus.
    #[must_use]
    pub fn start(desktop: &'d Desktop) -> Self {
        let settings_path = desktop.host_dir().join("dunstrc");
        fs::write(&settings_path, SETTINGS).expect("its settings");
        let mut command = process::tied("dunst");
        command.arg("-conf").arg(&settings_path);
        desktop.set_env(&mut command);
        command
            .stdout(Stdio::null())
            .stderr(log_file(desktop.dir(), "dunst"));
        let dunst = process::start(command);
        wait::until("the notification service is on the bus", PATIENCE, || {
            desktop
                .owns_name("org.freedesktop.Notifications")
                .then_some(())
        });
        Self {
            desktop,
            _dunst: dunst,
        }
    }

    /// Title and words of all that was shown so far, the first one first.
    ///
    /// # Panics
    /// When the service does not answer.
    #[must_use]
    pub fn shown(&self) -> Vec<(String, String)> {
        // It tells of those that are no longer on the screen.
        self.control("close-all");
        let history: Value =
            serde_json::from_str(&self.control("history")).expect("a history in JSON");
        let mut all: Vec<_> = history["data"][0]
            .as_array()
            .into_iter()
            .flatten()
            .map(|one| {
                let field = |name: &str| one[name]["data"].clone();
                let text = |name| field(name).as_str().unwrap_or_default().to_owned();
                let id = field("id").as_u64().unwrap_or_default();
                (id, (text("summary"), text("body")))
            })
            .collect();
        all.sort_unstable();
        all.into_iter().map(|(_, words)| words).collect()
    }

    /// Clicks on the one that is on the screen.
    pub fn click(&self) {
        self.control("action");
    }

    fn control(&self, task: &str) -> String {
        let mut command = process::tied("dunstctl");
        command.arg(task);
        self.desktop.set_env(&mut command);
        let output = command.output().expect("dunstctl runs");
        assert!(output.status.success(), "dunstctl {task}");
        String::from_utf8(output.stdout).expect("UTF-8")
    }
}

const WATCHER: &str = "org.kde.StatusNotifierWatcher";
const ITEM: &str = "org.kde.StatusNotifierItem";
const ITEM_PATH: &str = "/StatusNotifierItem";

/// Stands in for the tray of a desktop.
pub struct Tray {
    bus: Connection,
    items: Arc<Mutex<Vec<String>>>,
}

struct Watcher(Arc<Mutex<Vec<String>>>);

#[zbus::interface(name = "org.kde.StatusNotifierWatcher")]
impl Watcher {
    fn register_status_notifier_item(&self, service: &str) {
        self.0
            .lock()
            .expect("not poisoned")
            .push(service.to_owned());
    }

    #[zbus(property)]
    fn is_status_notifier_host_registered(&self) -> bool {
        true
    }
}

impl Tray {
    /// Takes the tray's name on the bus of `desktop`.
    ///
    /// # Panics
    /// When the bus is gone.
    #[must_use]
    pub fn start(desktop: &Desktop) -> Self {
        let items = Arc::new(Mutex::new(Vec::new()));
        let bus = Builder::address(desktop.bus_address())
            .and_then(|builder| {
                builder.serve_at("/StatusNotifierWatcher", Watcher(Arc::clone(&items)))
            })
            .and_then(|builder| builder.name(WATCHER))
            .and_then(Builder::build);
        Self {
            bus: bus.expect("the tray stands in"),
            items,
        }
    }

    /// Waits for as many icons to have come, one after the other, and answers the last one's title.
    #[must_use]
    pub fn title_of(&self, number: usize) -> String {
        wait::until("there is an icon in the tray", PATIENCE, || {
            let came = self.items.lock().expect("not poisoned").len();
            (came == number).then(|| self.item()?.get_property("Title").ok())?
        })
    }

    #[must_use]
    pub fn is_empty(&self) -> bool {
        let item = self.item();
        item.is_none_or(|item| item.get_property::<String>("Title").is_err())
    }

    /// Clicks on the icon.
    ///
    /// # Panics
    /// When there is none.
    pub fn click(&self) {
        let item = self.item().expect("there is an icon");
        let _: () = item.call("Activate", &(0, 0)).expect("it takes a click");
    }

    /// The icon that came last.
    fn item(&self) -> Option<Proxy<'static>> {
        let name = self.items.lock().expect("not poisoned").last()?.clone();
        Proxy::new(&self.bus, name, ITEM_PATH, ITEM).ok()
    }
}
