//! From an official phrase to its normal form.

use std::str::FromStr;

use super::clause::parts;
use super::fixed_day::{before, days};
use super::fold::{before_verb, fold, without_opening, without_verb};
use super::notice::{ahead, kept, notice};
use super::phrase::{fixed, is_ditto, nearest};
use super::recurring::{interval, period};
use super::value::{Limit, TimeLimit};
use super::within::{paced, within};

/// Why a phrase has no normal form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LimitError {
    /// There are no words.
    Empty,
    /// 同上: the words of the row above must be written out.
    Ditto,
    /// Not understood; the known phrase that it is but for a slip of the hand.
    Unknown {
        /// One of [`KNOWN_PHRASES`](super::KNOWN_PHRASES).
        nearest: Option<&'static str>,
    },
}

impl FromStr for TimeLimit {
    type Err = LimitError;

    fn from_str(text: &str) -> Result<Self, LimitError> {
        Self::parse(text)
    }
}

impl TimeLimit {
    /// Reads an official phrase. White space, full-width and Chinese digits, `个工作日`/`工作日`, `内`, verbs and provisos
    /// (`法律法规另有规定的，从其规定`) don't matter.
    ///
    /// # Errors
    /// When the phrase is empty, refers to the row above, or is not understood.
    pub fn parse(text: &str) -> Result<Self, LimitError> {
        let text = text.trim();
        let unknown = || LimitError::Unknown { nearest: nearest(text) };
        // No limit is a page long; what is longer was pasted by mistake.
        if text.len() > 900 {
            return Err(unknown());
        }
        let folded = fold(text);
        if folded.is_empty() {
            return Err(LimitError::Empty);
        }
        if is_ditto(&folded) {
            return Err(LimitError::Ditto);
        }
        parts(&folded).and_then(|parts| Self::of(text, parts)).ok_or_else(unknown)
    }
}

/// The meaning of one clause without brackets; several limits only where it names several days of the year.
pub(super) fn read(clause: &str) -> Option<Vec<Limit>> {
    let whole = fixed(clause, without_verb(clause)).or_else(|| kept(clause)).or_else(|| notice(clause));
    let cores = || [Some(clause), Some(without_verb(clause)), before_verb(clause)].into_iter().flatten();
    let one = whole
        .or_else(|| cores().find_map(period))
        .or_else(|| cores().find_map(before))
        .or_else(|| ahead(clause))
        .or_else(|| cores().find_map(interval))
        .or_else(|| within(clause))
        .or_else(|| paced(clause));
    match one {
        Some(limit) => Some(vec![limit]),
        None => cores().find_map(|core| days(without_opening(core))),
    }
}
