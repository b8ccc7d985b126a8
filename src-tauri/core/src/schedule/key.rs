//! How the pages name one occurrence.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::series::EventId;

#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export_to = "schedule.d.ts")]
pub struct OccurrenceKey {
    #[ts(type = "number")]
    pub event: EventId,
    /// As in [`OccurrenceView`](super::OccurrenceView).
    pub recurrence_id: String,
}
