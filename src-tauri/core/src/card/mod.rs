//! The diary card: rows of the participant's own choice, one card a day, a week at a glance.

mod day;
mod medication;
mod set;
mod skills;
mod week;

pub use day::{
    CardClearRequest, CardOpenRequest, CardSaveRequest, CardSavedView, CardValue, CardView, clear,
    open, save,
};
pub(crate) use day::{follows, keep};
pub use medication::{MedicationId, MedicationView, medications, remove, save as save_medication};
pub(crate) use set::hidden;
pub use set::{
    CardItemSaveRequest, CardItemView, CardSetView, ItemId, OfferedItem, SwitchView, add, hide,
    save_item, set, switch, turn,
};
pub use skills::CardSkillView;
pub use week::{WeekCell, WeekDay, WeekRow, WeekScore, WeekSkill, WeekView, week};
