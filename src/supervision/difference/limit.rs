//! Whether one time limit is surely shorter than another. What cannot be told for sure is not told: 10 working days are now more, now
//! less than 12 days.

use std::cmp::Ordering;

use super::difference::Longer;
use crate::{
    day::{
        Start,
        limit::{Limit, Unit},
    },
    model::stated,
    record::{Record, schema},
};

/// Which of two items' limits is the longer; none where they are equal, or it is not sure.
pub fn longer(old: &Record<schema::Item>, new: &Record<schema::Item>) -> Option<Longer> {
    let (old, new) = (single(old)?, single(new)?);
    if from(old) != from(new) {
        return None;
    }
    if let (Limit::Within { n, unit, .. }, Limit::Within { n: other, unit: other_unit, .. }) = (old, new)
        && unit == other_unit
    {
        return match n.cmp(&other) {
            Ordering::Less => Some(Longer::New),
            Ordering::Equal => None,
            Ordering::Greater => Some(Longer::Old),
        };
    }
    let ((least, most), (other_least, other_most)) = (hours(old)?, hours(new)?);
    if other_most < least {
        Some(Longer::Old)
    } else if most < other_least {
        Some(Longer::New)
    } else {
        None
    }
}

/// The limit of an item that states but one, for all classes of information.
fn single(record: &Record<schema::Item>) -> Option<Limit> {
    let mut all = stated(record);
    let parts = all.next()?.parts.ok()?;
    match parts.as_slice() {
        [part] if part.class.is_none() && all.next().is_none() => Some(part.limit),
        _ => None,
    }
}

/// What it counts from; the statutory start where nothing is said.
fn from(limit: Limit) -> Option<Start> {
    match limit {
        Limit::Within { from, .. } | Limit::Realtime { from } => from,
        _ => None,
    }
}

/// How many hours it is at least and at most.
fn hours(limit: Limit) -> Option<(u32, u32)> {
    let days = |days: u32| days.saturating_mul(24);
    Some(match limit {
        Limit::Within { n, unit: Unit::Hour, .. } => (n, n),
        Limit::Within { n, unit: Unit::Day, .. } => (days(n), days(n)),
        // The longest holidays included.
        Limit::Within { n, unit: Unit::Workday, .. } => (days(n), days(n.saturating_mul(7) / 5 + 13)),
        Limit::Within { n, unit: Unit::Month, .. } => (days(n.saturating_mul(28)), days(n.saturating_mul(31))),
        Limit::Realtime { .. } => (0, 0),
        _ => return None,
    })
}
