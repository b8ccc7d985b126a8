//! An icon in the desktop's tray, where there is one.

/// What the person chose at the icon.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Choice {
    Open,
    Quit,
}

#[cfg(target_os = "linux")]
pub use linux::{Tray, is_there, show};
#[cfg(not(target_os = "linux"))]
pub use none::{Tray, is_there, show};

#[cfg(target_os = "linux")]
mod linux {
    use std::time::Duration;

    use ksni::blocking::{Handle, TrayMethods};
    use ksni::menu::StandardItem;
    use ksni::{Icon, MenuItem};
    use zbus::blocking::connection::Builder;
    use zbus::blocking::fdo::PropertiesProxy;
    use zbus::names::InterfaceName;

    use super::Choice;

    const WATCHER: &str = "org.kde.StatusNotifierWatcher";
    const PATIENCE: Duration = Duration::from_secs(2);

    /// The icon; it goes when this is dropped.
    pub struct Tray(Handle<Item>);

    impl Drop for Tray {
        fn drop(&mut self) {
            self.0.shutdown();
        }
    }

    struct Item {
        icon: Icon,
        on: Box<dyn Fn(Choice) + Send>,
    }

    impl ksni::Tray for Item {
        fn id(&self) -> String {
            "evenkeel".to_owned()
        }

        fn title(&self) -> String {
            "Evenkeel".to_owned()
        }

        fn icon_pixmap(&self) -> Vec<Icon> {
            vec![self.icon.clone()]
        }

        fn activate(&mut self, _: i32, _: i32) {
            (self.on)(Choice::Open);
        }

        fn menu(&self) -> Vec<MenuItem<Self>> {
            let item = |label: &str, choice| {
                let item = StandardItem {
                    label: label.to_owned(),
                    activate: Box::new(move |item: &mut Self| (item.on)(choice)),
                    ..StandardItem::default()
                };
                item.into()
            };
            vec![
                item("Open Evenkeel", Choice::Open),
                item("Quit Evenkeel", Choice::Quit),
            ]
        }
    }

    /// Whether the desktop has a tray. One that does not answer is none.
    pub fn is_there() -> bool {
        host_registered().unwrap_or(false)
    }

    fn host_registered() -> zbus::Result<bool> {
        let bus = Builder::session()?.method_timeout(PATIENCE).build()?;
        let watcher = PropertiesProxy::builder(&bus)
            .destination(WATCHER)?
            .path("/StatusNotifierWatcher")?
            .build()?;
        let interface = InterfaceName::try_from(WATCHER)?;
        let value = watcher.get(interface, "IsStatusNotifierHostRegistered")?;
        Ok(bool::try_from(value)?)
    }

    /// `None`: the desktop has no tray.
    pub fn show(
        icon: &tauri::image::Image<'_>,
        on: impl Fn(Choice) + Send + 'static,
    ) -> Option<Tray> {
        if !is_there() {
            return None;
        }
        let item = Item {
            icon: pixmap(icon),
            on: Box::new(on),
        };
        item.spawn().ok().map(Tray)
    }

    /// From red, green, blue, alpha to alpha, red, green, blue.
    fn pixmap(icon: &tauri::image::Image<'_>) -> Icon {
        let side = |length: u32| i32::try_from(length).unwrap_or_default();
        let mut data = icon.rgba().to_vec();
        for pixel in data.chunks_exact_mut(4) {
            pixel.rotate_right(1);
        }
        Icon {
            width: side(icon.width()),
            height: side(icon.height()),
            data,
        }
    }
}

#[cfg(not(target_os = "linux"))]
mod none {
    use super::Choice;

    pub struct Tray;

    pub const fn is_there() -> bool {
        false
    }

    pub fn show(_: &tauri::image::Image<'_>, _: impl Fn(Choice)) -> Option<Tray> {
        None
    }
}
