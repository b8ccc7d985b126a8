//! Clinical content that ships with the app. Clinicians edit the files in `core/content`; the types
//! here are the one reader of them.
//!
//! - [`HelpLines`]: crisis and referral lines by region
//! - [`MinuteSkills`]: the one-minute skills of Help now
//! - [`Prompts`]: prompts for an empty page, by kind of entry
//! - [`FeelingWords`], [`CardRows`], [`Instrument`]: check-ins, the diary card, self-assessments
//! - [`Library`]: the skills with their guided exercises, and the safety [`Gates`] in them
//!
//! Each type has `bundled`, which reads the file built into the app, and `parse`, which reads any
//! text and says where it is wrong. Both are cheap enough to call for each view, but for the library,
//! which is read once.

mod card_rows;
mod feeling_words;
mod gates;
mod help_lines;
mod instruments;
mod library;
mod minute_skills;
mod prompts;
mod skill;
mod step;

pub use card_rows::{CardRow, CardRows, ItemKind, Section, Switch};
pub use feeling_words::{FeelingWords, MoodStep, Side, SideWords};
pub use gates::{Gate, Gates};
pub use help_lines::{HelpLine, HelpLines, Region};
pub use instruments::{
    AnswerOption, AssessmentGate, Band, Better, Instrument, InstrumentItem, Scoring, Wording,
};
pub use library::{Fault, Library};
pub use minute_skills::{MinuteSkill, MinuteSkills, Phase, Shape};
pub use prompts::{KindPrompts, Prompts};
pub use skill::{Feeling, Fit, Fits, Letters, Module, Place, Skill, Slot, Urge};
pub use step::{
    Branch, Breathe, Checklist, Choose, Curve, END, Gated, Grid, Imagery, List, MuscleGroup, Rate,
    Scene, Sets, Sort, Step, Task, Tense, Timer, Way, Write,
};
