//! What kind of session an event is.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(export_to = "schedule.d.ts")]
pub enum EventKind {
    Group,
    Individual,
    Family,
    Psychoeducation,
    Medication,
    /// Art, yoga, exercise, mindfulness.
    Holistic,
    Assessment,
    MutualHelp,
    Other,
    /// Nothing of the programme's.
    Personal,
}

impl EventKind {
    pub const ALL: [Self; 10] = [
        Self::Group,
        Self::Individual,
        Self::Family,
        Self::Psychoeducation,
        Self::Medication,
        Self::Holistic,
        Self::Assessment,
        Self::MutualHelp,
        Self::Other,
        Self::Personal,
    ];

    /// Its hours are hours of the programme.
    pub const fn counts(self) -> bool {
        !matches!(self, Self::MutualHelp | Self::Personal)
    }

    /// A break of the programme covers it.
    pub const fn is_programme(self) -> bool {
        !matches!(self, Self::Personal)
    }
}
