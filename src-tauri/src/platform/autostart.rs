//! Starting with the computer: an entry among the person's own start-up programs.

use auto_launch::{AutoLaunch, AutoLaunchBuilder};
use evenkeel_core::error::{Error, Result};

use super::process::IN_BACKGROUND;

const NAME: &str = "Evenkeel";

pub fn is_on() -> bool {
    entry().is_ok_and(|entry| entry.is_enabled().unwrap_or(false))
}

pub fn set(on: bool) -> Result<()> {
    let entry = entry()?;
    let done = if on { entry.enable() } else { entry.disable() };
    done.map_err(|_| refused())
}

fn entry() -> Result<AutoLaunch> {
    let program = std::env::current_exe().map_err(|_| refused())?;
    let program = program.to_str().ok_or(refused())?;
    AutoLaunchBuilder::new()
        .set_app_name(NAME)
        .set_app_path(program)
        .set_args(&[IN_BACKGROUND])
        .build()
        .map_err(|_| refused())
}

const fn refused() -> Error {
    Error::internal("the desktop keeps no start-up entry")
}
