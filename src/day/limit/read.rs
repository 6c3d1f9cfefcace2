//! From an official phrase to its normal form.

use std::str::FromStr;

use super::clause::parts;
use super::fold::fold;
use super::length::has_nought;
use super::phrase::{is_ditto, nearest};
use super::value::TimeLimit;

/// Why a phrase has no normal form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LimitError {
    /// There are no words.
    Empty,
    /// 同上: the words of the row above must be written out.
    Ditto,
    /// Not understood; the known phrase that it is but for a slip of the hand.
    Unknown {
        /// One of [`KNOWN_PHRASES`](super::phrase::KNOWN_PHRASES).
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
        if has_nought(&folded) {
            return Err(unknown());
        }
        parts(&folded).and_then(|parts| Self::of(text, parts)).ok_or_else(unknown)
    }
}
