//! The desktop's wish for dark or light and for more contrast, where GTK does not know it.

/// What the desktop portal says; `None` where it has no opinion.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Wishes {
    pub dark: Option<bool>,
    pub more_contrast: Option<bool>,
}

/// Calls `apply` with the wishes now and at each change, from a thread of its own. `asked` is
/// called once, when the portal has answered or is known to be missing.
#[cfg(target_os = "linux")]
pub fn watch(apply: impl Fn(Wishes) + Send + 'static, asked: impl Fn() + Clone + Send + 'static) {
    let asked_in_vain = asked.clone();
    let started = std::thread::Builder::new()
        .name("appearance".into())
        .spawn(move || {
            if linux::watch(&apply, &asked).is_err() {
                tracing::debug!("there is no desktop portal");
            }
            asked();
        });
    if started.is_err() {
        asked_in_vain();
    }
}

#[cfg(not(target_os = "linux"))]
pub fn watch(_: impl Fn(Wishes) + Send + 'static, asked: impl Fn() + Clone + Send + 'static) {
    asked();
}

/// Sets the toolkit, and with it the pages, to the wishes. On the main thread only.
#[cfg(target_os = "linux")]
pub fn apply(wishes: Wishes) {
    use gtk::prelude::*;
    let Some(settings) = gtk::Settings::default() else {
        return;
    };
    if let Some(dark) = wishes.dark {
        settings.set_gtk_application_prefer_dark_theme(dark);
    }
    match wishes.more_contrast {
        Some(true) => settings.set_gtk_theme_name(Some("HighContrast")),
        Some(false)
            if settings
                .gtk_theme_name()
                .is_some_and(|name| name == "HighContrast") =>
        {
            settings.reset_property("gtk-theme-name");
        }
        _ => {}
    }
}

#[cfg(not(target_os = "linux"))]
pub fn apply(_: Wishes) {}

#[cfg(target_os = "linux")]
mod linux {
    use std::collections::HashMap;
    use std::time::Duration;

    use zbus::blocking::connection::Builder;
    use zbus::blocking::{Connection, MessageIterator, fdo::DBusProxy};
    use zbus::zvariant::OwnedValue;
    use zbus::{MatchRule, Result};

    use super::Wishes;

    const PORTAL: &str = "org.freedesktop.portal.Desktop";
    const PATH: &str = "/org/freedesktop/portal/desktop";
    const SETTINGS: &str = "org.freedesktop.portal.Settings";
    const NAMESPACE: &str = "org.freedesktop.appearance";
    /// A portal that has yet to start may take this long; its changes are heard in any case.
    const PATIENCE: Duration = Duration::from_secs(2);

    type Values = HashMap<String, OwnedValue>;

    pub(super) fn watch(apply: &impl Fn(Wishes), asked: &impl Fn()) -> Result<()> {
        let bus = Builder::session()?.method_timeout(PATIENCE).build()?;
        let rule = MatchRule::builder()
            .msg_type(zbus::message::Type::Signal)
            .interface(SETTINGS)?
            .member("SettingChanged")?
            .arg(0, NAMESPACE)?
            .build();
        DBusProxy::new(&bus)?.add_match_rule(rule.clone())?;
        let messages = MessageIterator::from(&bus);
        let mut wishes = read(&bus).unwrap_or_default();
        asked();
        apply(wishes);
        for message in messages {
            let message = message?;
            if !rule.matches(&message)? {
                continue;
            }
            let body = message.body();
            let Ok((_, key, value)) = body.deserialize::<(String, String, OwnedValue)>() else {
                continue;
            };
            wishes = wishes.with(&key, &value);
            apply(wishes);
        }
        Ok(())
    }

    fn read(bus: &Connection) -> Result<Wishes> {
        let namespaces: &[&str] = &[NAMESPACE];
        let reply = bus.call_method(
            Some(PORTAL),
            PATH,
            Some(SETTINGS),
            "ReadAll",
            &(namespaces,),
        )?;
        let all: HashMap<String, Values> = reply.body().deserialize()?;
        let values = all.into_values().flatten();
        Ok(values.fold(Wishes::default(), |wishes, (key, value)| {
            wishes.with(&key, &value)
        }))
    }

    impl Wishes {
        pub(super) fn with(mut self, key: &str, value: &OwnedValue) -> Self {
            let Ok(number) = u32::try_from(value) else {
                return self;
            };
            match key {
                "color-scheme" => {
                    self.dark = match number {
                        1 => Some(true),
                        2 => Some(false),
                        _ => None,
                    };
                }
                "contrast" => self.more_contrast = Some(number == 1),
                _ => {}
            }
            self
        }
    }
}

#[cfg(all(test, target_os = "linux"))]
mod tests {
    use super::Wishes;

    #[test]
    fn the_portals_numbers_are_understood() {
        let value = |number: u32| zbus::zvariant::OwnedValue::from(number);
        let wishes = Wishes::default()
            .with("color-scheme", &value(1))
            .with("contrast", &value(1));
        assert_eq!(
            wishes,
            Wishes {
                dark: Some(true),
                more_contrast: Some(true)
            }
        );
        let wishes = wishes
            .with("color-scheme", &value(0))
            .with("accent-color", &value(1));
        assert_eq!(
            wishes,
            Wishes {
                dark: None,
                more_contrast: Some(true)
            }
        );
    }
}
