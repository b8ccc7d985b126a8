//! What moved together: one thing on days with more and with less of another. Not a cause.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::series::{median, recorded};
use super::span::Span;
use crate::error::{Error, ErrorCode, Result};
use crate::schedule;
use crate::spread::{Spread, spread};
use crate::time;
use crate::vault::Database;

#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export_to = "progress.d.ts")]
pub struct TogetherRequest {
    /// Keys of series: the days are split by `a`, and `b` is looked at.
    pub a: String,
    pub b: String,
    pub span: Span,
    pub until: String,
}

#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[ts(export_to = "progress.d.ts")]
pub struct TogetherView {
    /// Days with both.
    pub days: u32,
    /// [`FEWEST_DAYS`] with both, and [`FEWEST_ON_A_SIDE`] on each side; otherwise nothing is said.
    pub enough: bool,
    /// The days are those with more of `a` than this, and the others: the median, or the next value
    /// below it where nothing lies above, as with a yes on most days.
    pub split: Option<f64>,
    /// `b` on days with more of `a` than that.
    pub more: Option<Spread>,
    pub less: Option<Spread>,
}

pub const FEWEST_DAYS: usize = 14;
pub const FEWEST_ON_A_SIDE: usize = 5;

/// `not_found`: a series that has nothing in the span, or is hidden or switched off.
pub fn together(database: &Database, request: &TogetherRequest) -> Result<TogetherView> {
    let until = time::date(&request.until)?;
    let programme = schedule::programme::start(database)?;
    let from = request.span.from(until, programme.as_deref());
    let all = recorded(database, from, until)?;
    let of = |key: &str| {
        let found = all.iter().find(|series| series.key == key);
        found.ok_or(Error::new(ErrorCode::NotFound, "no such series"))
    };
    let (a, b) = (of(&request.a)?, of(&request.b)?);
    let both = a
        .days
        .iter()
        .filter_map(|(date, values)| Some((median(values)?, median(b.days.get(date)?)?)));
    Ok(compare(&both.collect::<Vec<_>>()))
}

/// Pairs of the same day.
fn compare(pairs: &[(f64, f64)]) -> TogetherView {
    let split = split(&pairs.iter().map(|(a, _)| *a).collect::<Vec<_>>());
    let side = |is_more: bool| {
        let on_side = |(a, _): &&(f64, f64)| split.is_some_and(|split| (*a > split) == is_more);
        pairs
            .iter()
            .filter(on_side)
            .map(|(_, b)| *b)
            .collect::<Vec<_>>()
    };
    let (more, less) = (side(true), side(false));
    let enough = pairs.len() >= FEWEST_DAYS
        && more.len() >= FEWEST_ON_A_SIDE
        && less.len() >= FEWEST_ON_A_SIDE;
    TogetherView {
        days: pairs.len().try_into().unwrap_or(u32::MAX),
        enough,
        split: split.filter(|_| enough),
        more: spread(more).filter(|_| enough),
        less: spread(less).filter(|_| enough),
    }
}

fn split(values: &[f64]) -> Option<f64> {
    let median = median(values)?;
    if values.iter().any(|value| *value > median) {
        return Some(median);
    }
    let below = values.iter().copied().filter(|value| *value < median);
    below.max_by(f64::total_cmp).or(Some(median))
}
