//! Everything that differs from one operating system to the next.

pub mod appearance;
pub mod autostart;
pub mod clock;
pub mod dialog;
pub mod files;
pub mod keychain;
pub mod notification;
pub mod power;
pub mod process;
pub mod tray;
