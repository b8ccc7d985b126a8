//! Clinical content that ships with the app. Clinicians edit the files in `core/content`; the types
//! here are the one reader of them.
//!
//! - [`HelpLines`]: crisis and referral lines by region
//! - [`MinuteSkills`]: the one-minute skills of Help now
//! - [`Prompts`]: prompts for an empty page, by kind of entry
//!
//! Each type has `bundled`, which reads the file built into the app, and `parse`, which reads any
//! text and says where it is wrong. Both are cheap enough to call for each view.

mod help_lines;
mod minute_skills;
mod prompts;

pub use help_lines::{HelpLine, HelpLines, Region};
pub use minute_skills::{MinuteSkill, MinuteSkills, Phase, Shape};
pub use prompts::{KindPrompts, Prompts};
