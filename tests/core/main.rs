//! Tests of the core through its public API; the modules mirror `src-tauri/core/src`.

mod bindings;
mod content;
mod fixture;
mod help;
mod journal;
mod settings;
mod time;
mod vault;
