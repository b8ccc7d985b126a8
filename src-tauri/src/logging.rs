//! The log: ids and codes on standard error, never a word that a person wrote and never a path.

use tracing_subscriber::filter::{LevelFilter, Targets};
use tracing_subscriber::layer::SubscriberExt;
use tracing_subscriber::util::SubscriberInitExt;

/// Only this app's own events are let through: those of libraries may quote anything.
pub fn start() {
    let own = Targets::new().with_target("evenkeel", LevelFilter::WARN);
    let lines = tracing_subscriber::fmt::layer()
        .with_writer(std::io::stderr)
        .with_ansi(false);
    tracing_subscriber::registry().with(lines).with(own).init();
    // The usual message of a panic may quote the text that a slice was taken of.
    std::panic::set_hook(Box::new(|panic| {
        let place = panic.location();
        let line = place.map(std::panic::Location::line);
        tracing::error!(
            file = place.map(std::panic::Location::file),
            line,
            "a fault in the app"
        );
    }));
}
