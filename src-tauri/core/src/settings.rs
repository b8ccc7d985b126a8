//! Settings that hold nothing personal and are needed while locked: `settings.json`.

use std::path::Path;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::error::{Error, Result};
use crate::files;

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(export_to = "settings.d.ts")]
pub enum Appearance {
    System,
    Light,
    Dark,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(export_to = "settings.d.ts")]
pub enum Contrast {
    System,
    Standard,
    More,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(export_to = "settings.d.ts")]
pub enum Motion {
    System,
    Full,
    Reduced,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export_to = "settings.d.ts")]
pub struct SettingsView {
    pub appearance: Appearance,
    pub contrast: Contrast,
    pub motion: Motion,
    /// Per cent, 100 to 200.
    pub text_size: u16,
    /// Idle minutes until the app locks, 1 to 60.
    pub auto_lock_minutes: u16,
    /// A region of the help lines; `null` until the person has chosen.
    pub region: Option<String>,
    /// Soft tones while an exercise runs.
    #[serde(default)]
    pub sound: bool,
    /// Closing the window locks, and the app goes on without one.
    #[serde(default)]
    pub keep_running: bool,
}

impl Default for SettingsView {
    fn default() -> Self {
        Self {
            appearance: Appearance::System,
            contrast: Contrast::System,
            motion: Motion::System,
            text_size: 100,
            auto_lock_minutes: 5,
            region: None,
            sound: false,
            keep_running: false,
        }
    }
}

/// The settings of the folder; the defaults if there are none or they cannot be understood.
///
/// A file that is not understood stays as it is until the person changes a setting.
pub fn load(dir: &Path) -> SettingsView {
    let stored = files::read_if_there(&dir.join(FILE)).ok().flatten();
    stored
        .and_then(|bytes| serde_json::from_slice(&bytes).ok())
        .filter(|settings| check(settings).is_ok())
        .unwrap_or_default()
}

pub fn store(dir: &Path, settings: &SettingsView) -> Result<()> {
    check(settings)?;
    let bytes = serde_json::to_vec_pretty(settings)
        .map_err(|_| Error::internal("settings cannot be written down"))?;
    files::replace(&dir.join(FILE), &bytes)
}

const FILE: &str = "settings.json";

fn check(settings: &SettingsView) -> Result<()> {
    if !(100..=200).contains(&settings.text_size) {
        return Err(Error::invalid("a text size out of range"));
    }
    if !(1..=60).contains(&settings.auto_lock_minutes) {
        return Err(Error::invalid("a lock time out of range"));
    }
    Ok(())
}
