//! Moments at which the desktop says that the person is leaving: sleep, shutdown, screen lock.
//!
//! A machine without these buses has nothing to listen to, and that is fine.

/// Why the desktop asks for a lock.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Leaving {
    /// The screen was locked or the machine goes to sleep.
    Away,
    /// The machine shuts down: there is nobody to come back to.
    Shutdown,
}

/// Calls `leaving` from threads of its own whenever the desktop reports one.
#[cfg(target_os = "linux")]
pub fn watch(leaving: impl Fn(Leaving) + Clone + Send + 'static) {
    let on_screen_lock = leaving.clone();
    linux::spawn("screen-lock", move || {
        linux::watch_screen_lock(&on_screen_lock)
    });
    linux::spawn("logind", move || linux::watch_logind(&leaving));
}

#[cfg(not(target_os = "linux"))]
pub fn watch(_: impl Fn(Leaving) + Clone + Send + 'static) {}

#[cfg(target_os = "linux")]
mod linux {
    use std::thread;

    use zbus::blocking::{Connection, MessageIterator, fdo::DBusProxy};
    use zbus::message::Type;
    use zbus::zvariant::OwnedFd;
    use zbus::{MatchRule, Message, Result};

    use super::Leaving;

    const LOGIND: &str = "org.freedesktop.login1";
    const MANAGER: &str = "org.freedesktop.login1.Manager";
    const SESSION: &str = "org.freedesktop.login1.Session";
    const SCREEN_SAVERS: [&str; 2] = ["org.freedesktop.ScreenSaver", "org.gnome.ScreenSaver"];

    pub(super) fn spawn(name: &str, watch: impl FnOnce() -> Result<()> + Send + 'static) {
        let started = thread::Builder::new().name(name.to_owned()).spawn(move || {
            if watch().is_err() {
                tracing::debug!("a bus is not there, or it closed");
            }
        });
        if started.is_err() {
            tracing::warn!("a watching thread could not start");
        }
    }

    fn listen(bus: &Connection, rule: MatchRule<'_>) -> Result<()> {
        DBusProxy::new(bus)?.add_match_rule(rule)?;
        Ok(())
    }

    fn is_signal(message: &Message, interface: &str, member: &str) -> bool {
        let header = message.header();
        header.message_type() == Type::Signal
            && header.interface().is_some_and(|name| name == interface)
            && header.member().is_some_and(|name| name == member)
    }

    fn says_yes(message: &Message) -> bool {
        message.body().deserialize().unwrap_or(false)
    }

    pub(super) fn watch_screen_lock(leaving: &impl Fn(Leaving)) -> Result<()> {
        let bus = Connection::session()?;
        for interface in SCREEN_SAVERS {
            let rule = MatchRule::builder()
                .msg_type(Type::Signal)
                .interface(interface)?
                .member("ActiveChanged")?;
            listen(&bus, rule.build())?;
        }
        for message in MessageIterator::from(bus) {
            let message = message?;
            let locked = SCREEN_SAVERS
                .iter()
                .any(|interface| is_signal(&message, interface, "ActiveChanged"));
            if locked && says_yes(&message) {
                leaving(Leaving::Away);
            }
        }
        Ok(())
    }

    pub(super) fn watch_logind(leaving: &impl Fn(Leaving)) -> Result<()> {
        let bus = Connection::system()?;
        for (interface, member) in [
            (MANAGER, "PrepareForSleep"),
            (MANAGER, "PrepareForShutdown"),
            (SESSION, "Lock"),
        ] {
            let rule = MatchRule::builder()
                .msg_type(Type::Signal)
                .sender(LOGIND)?
                .interface(interface)?
                .member(member)?;
            listen(&bus, rule.build())?;
        }
        let own_session = own_session(&bus);
        let messages = MessageIterator::from(&bus);
        let mut hold = inhibit(&bus);
        for message in messages {
            let message = message?;
            if is_signal(&message, MANAGER, "PrepareForSleep") {
                if says_yes(&message) {
                    leaving(Leaving::Away);
                    // Replacing the process lets go of the hold. Without anything to lock
                    // nothing is replaced, so it is let go of here, once the lock had its time.
                    let_go_later(hold.take());
                } else {
                    hold = inhibit(&bus);
                }
            } else if is_signal(&message, MANAGER, "PrepareForShutdown") && says_yes(&message) {
                leaving(Leaving::Shutdown);
                let_go_later(hold.take());
            } else if is_signal(&message, SESSION, "Lock") {
                let path = message.header().path().map(ToString::to_string);
                if own_session.is_none() || path == own_session {
                    leaving(Leaving::Away);
                }
            }
        }
        Ok(())
    }

    /// Asks logind to wait a moment before it sleeps or shuts down.
    fn inhibit(bus: &Connection) -> Option<OwnedFd> {
        let request = ("sleep:shutdown", "Evenkeel", "Saves and locks", "delay");
        bus.call_method(
            Some(LOGIND),
            "/org/freedesktop/login1",
            Some(MANAGER),
            "Inhibit",
            &request,
        )
        .ok()?
        .body()
        .deserialize()
        .ok()
    }

    fn let_go_later(hold: Option<OwnedFd>) {
        thread::spawn(move || {
            thread::sleep(crate::locking::PATIENCE);
            drop(hold);
        });
    }

    /// The object path of the person's own login session.
    fn own_session(bus: &Connection) -> Option<String> {
        let path = "/org/freedesktop/login1";
        let pid = std::process::id();
        let reply = bus
            .call_method(
                Some(LOGIND),
                path,
                Some(MANAGER),
                "GetSessionByPID",
                &(pid,),
            )
            .ok()?;
        let path: zbus::zvariant::OwnedObjectPath = reply.body().deserialize().ok()?;
        Some(path.to_string())
    }
}
