//! Tests of the core through its public API; the modules mirror `src-tauri/core/src`.

mod bindings;
mod content;
mod fixture;
mod help;
mod journal;
mod practice;
mod practising;
mod settings;
mod skills;
mod time;
mod vault;
