//! The private message bus seen from the test, and services that a real desktop would have.

use crate::desktop::Desktop;
use std::collections::HashMap;
use std::io::Read;
use std::sync::{Arc, Mutex};
use zbus::blocking::{Connection, Proxy, connection::Builder};
use zbus::zvariant::{OwnedFd, OwnedObjectPath};

/// A test's own connection to the bus of a desktop.
pub struct Bus(Connection);

/// # Panics
/// When the bus is gone.
#[must_use]
pub fn connect(desktop: &Desktop) -> Bus {
    let built = Builder::address(desktop.bus_address()).and_then(Builder::build);
    Bus(built.expect("the private bus answers"))
}

impl Bus {
    #[must_use]
    pub fn is_name_owned(&self, name: &str) -> bool {
        let proxy = Proxy::new(
            &self.0,
            "org.freedesktop.DBus",
            "/org/freedesktop/DBus",
            "org.freedesktop.DBus",
        );
        proxy
            .and_then(|proxy| proxy.call("NameHasOwner", &(name)))
            .unwrap_or(false)
    }

    /// Takes a well-known name and answers nothing that is asked of it.
    pub fn own_silently(&self, name: &str) {
        self.0.request_name(name).expect("the name is free");
    }

    /// Sends a signal from this connection.
    pub fn signal<B>(&self, path: &str, interface: &str, member: &str, body: &B)
    where
        B: serde::ser::Serialize + zbus::zvariant::DynamicType,
    {
        self.0
            .emit_signal(None::<&str>, path, interface, member, body)
            .expect("the signal goes out");
    }

    /// Locks every collection of the keychain, as a person can.
    pub fn lock_keychain(&self) {
        let service = secrets(
            &self.0,
            "/org/freedesktop/secrets",
            "org.freedesktop.Secret.Service",
        );
        let collections: Vec<OwnedObjectPath> =
            service.get_property("Collections").expect("collections");
        let _: (Vec<OwnedObjectPath>, OwnedObjectPath) =
            service.call("Lock", &(collections)).expect("they lock");
    }

    /// Removes every entry from the keychain and says how many there were.
    #[must_use]
    pub fn empty_keychain(&self) -> usize {
        let items = self.keychain_items();
        for item in &items {
            let item = secrets(&self.0, item.as_str(), "org.freedesktop.Secret.Item");
            let _: OwnedObjectPath = item.call("Delete", &()).expect("it can be deleted");
        }
        items.len()
    }

    #[must_use]
    pub fn keychain_items(&self) -> Vec<OwnedObjectPath> {
        let service = secrets(
            &self.0,
            "/org/freedesktop/secrets",
            "org.freedesktop.Secret.Service",
        );
        let everything: HashMap<&str, &str> = HashMap::new();
        let (mut open, locked): (Vec<OwnedObjectPath>, Vec<OwnedObjectPath>) = service
            .call("SearchItems", &(everything))
            .expect("the keychain can be searched");
        open.extend(locked);
        open
    }
}

fn secrets<'a>(connection: &Connection, path: &'a str, interface: &'static str) -> Proxy<'a> {
    Proxy::new(connection, "org.freedesktop.secrets", path, interface).expect("a keychain")
}

/// Stands in for the login manager, which hands out inhibitors and tells of sleep.
pub struct LoginManager {
    bus: Bus,
    held: Arc<Mutex<Vec<std::io::PipeReader>>>,
}

struct Manager(Arc<Mutex<Vec<std::io::PipeReader>>>);

#[zbus::interface(name = "org.freedesktop.login1.Manager")]
impl Manager {
    fn inhibit(&self, _what: &str, _who: &str, _why: &str, _mode: &str) -> OwnedFd {
        let (reader, writer) = std::io::pipe().expect("a pipe");
        self.0.lock().expect("not poisoned").push(reader);
        OwnedFd::from(std::os::fd::OwnedFd::from(writer))
    }

    fn get_session(&self, _id: &str) -> OwnedObjectPath {
        session_path()
    }

    #[zbus(name = "GetSessionByPID")]
    fn get_session_by_pid(&self, _pid: u32) -> OwnedObjectPath {
        session_path()
    }
}

fn session_path() -> OwnedObjectPath {
    OwnedObjectPath::try_from("/org/freedesktop/login1/session/_31").expect("a path")
}

impl LoginManager {
    /// Takes the login manager's name on the bus of `desktop`.
    #[must_use]
    pub fn start(desktop: &Desktop) -> Self {
        let held = Arc::new(Mutex::new(Vec::new()));
        let connection = Builder::address(desktop.bus_address())
            .and_then(|builder| {
                builder.serve_at("/org/freedesktop/login1", Manager(Arc::clone(&held)))
            })
            .and_then(|builder| builder.name("org.freedesktop.login1"))
            .and_then(Builder::build);
        Self {
            bus: Bus(connection.expect("the login manager stands in")),
            held,
        }
    }

    /// How many inhibitors have been asked for so far.
    #[must_use]
    pub fn inhibitors(&self) -> usize {
        self.held.lock().expect("not poisoned").len()
    }

    pub fn prepare_for_sleep(&self) {
        self.bus.signal(
            "/org/freedesktop/login1",
            "org.freedesktop.login1.Manager",
            "PrepareForSleep",
            &true,
        );
    }

    /// The signal that `loginctl lock-session` sends.
    pub fn lock_session(&self) {
        self.bus.signal(
            session_path().as_str(),
            "org.freedesktop.login1.Session",
            "Lock",
            &(),
        );
    }

    /// Blocks until the first inhibitor has been let go, so that the machine may sleep.
    pub fn wait_for_release(&self) {
        let mut reader = self.held.lock().expect("not poisoned").remove(0);
        let mut rest = Vec::new();
        reader.read_to_end(&mut rest).expect("the pipe ends");
    }
}
