//! Where values lie: the median, and the middle half of them.

use serde::Serialize;
use ts_rs::TS;

#[derive(Debug, Clone, Copy, PartialEq, Serialize, TS)]
#[ts(export_to = "progress.d.ts")]
pub struct Spread {
    /// How many values.
    pub days: u32,
    /// The median.
    pub typical: f64,
    /// The quartiles.
    pub low: f64,
    pub high: f64,
}

/// Median and quartiles; none of no values.
///
/// A quartile that falls between two values lies between them in proportion (the method of NumPy's
/// and Excel's inclusive percentiles).
pub fn spread(mut values: Vec<f64>) -> Option<Spread> {
    values.sort_unstable_by(f64::total_cmp);
    let at = |share: f64| {
        let place = share * values.len().checked_sub(1)? as f64;
        let below = *values.get(place.floor() as usize)?;
        let above = *values.get(place.ceil() as usize)?;
        Some(below + (above - below) * place.fract())
    };
    Some(Spread {
        days: values.len().try_into().ok()?,
        typical: at(0.5)?,
        low: at(0.25)?,
        high: at(0.75)?,
    })
}
