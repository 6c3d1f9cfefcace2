//! What the record of an entry's reviews says, in short.

use crate::{
    day::Day,
    record::{Record, schema},
    vocabulary::{ReviewStep, Set, Word, names_nobody},
};

/// Of nearly all entries this is all that is asked of their reviews, by several rules: the record is read once.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Reviews {
    /// The steps that say by whom and on which day.
    pub complete: Set<ReviewStep>,
    /// The last day of any.
    pub last: Option<Day>,
    /// Whether one says of someone who is nobody that he took it.
    pub nobody: bool,
}

impl Reviews {
    /// What `record` says of the reviews of its entry.
    pub fn of(record: &Record<schema::Entry>) -> Self {
        let mut reviews = Self::default();
        let Some(review) = record.get(schema::Entry::REVIEW) else { return reviews };
        let mut named = "";
        for &step in ReviewStep::ALL {
            let Some(signed) = review.get(schema::Review::of(step)) else { continue };
            let by = signed.get(schema::Signed::BY).unwrap_or_default();
            let on = signed.get(schema::Signed::ON);
            let is_named = !by.trim().is_empty();
            if is_named && on.is_some() {
                reviews.complete.insert(step);
            }
            reviews.last = reviews.last.max(on);
            // One person mostly takes all steps.
            reviews.nobody |= by != named && is_named && names_nobody(by);
            named = by;
        }
        reviews
    }
}
