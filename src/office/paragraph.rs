//! One paragraph as it is shown, and what stands in it unseen: deleted under tracked changes, or set to be invisible.
//!
//! A mask written over a number under tracked changes hides nothing: whoever rejects the change has the number again. So what is
//! unseen is told with the digits around it, as they stood before.

use std::ops::Range;

use super::reading::{Place, Reading};

/// Characters of a number that are taken in on either side of what is unseen.
const NEAR: usize = 40;

/// Why a run is not seen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Unseen {
    /// Struck out under tracked changes.
    Deleted,
    /// Set to be invisible.
    Hidden,
}

impl Unseen {
    const fn place(self) -> Place {
        match self {
            Self::Deleted => Place::Deleted,
            Self::Hidden => Place::HiddenText,
        }
    }
}

/// A paragraph being read.
#[derive(Debug, Default)]
pub(super) struct Paragraph {
    /// What is shown.
    pub(super) shown: String,
    /// What stood there before changes, hidden runs included.
    before: String,
    unseen: Vec<(Range<usize>, Unseen)>,
    /// Whether it is set in a style that hides.
    pub is_hidden: bool,
}

impl Paragraph {
    /// Adds a run that is seen; `inserted` under tracked changes.
    pub(super) fn show(&mut self, text: &str, inserted: bool) {
        self.shown.push_str(text);
        if !inserted {
            self.before.push_str(text);
        }
    }

    /// Adds a run that is not.
    pub(super) fn hide(&mut self, text: &str, why: Unseen) {
        let start = self.before.len();
        self.before.push_str(text);
        match self.unseen.last_mut() {
            Some((range, last)) if range.end == start && *last == why => range.end = self.before.len(),
            _ => self.unseen.push((start..self.before.len(), why)),
        }
    }

    /// Tells what is unseen.
    pub(super) fn tell_unseen(&self, reading: &mut Reading) {
        let mut told = 0;
        for (range, why) in &self.unseen {
            let whole = self.widened(range);
            // Two deletions in one number are told as one.
            if range.start < told {
                continue;
            }
            told = whole.end;
            reading.push(why.place(), &self.before[whole]);
        }
    }

    /// `range`, with what else of a number stands beside it.
    fn widened(&self, range: &Range<usize>) -> Range<usize> {
        let text = &self.before;
        let inside = &text[range.clone()];
        let (mut start, mut end) = (range.start, range.end);
        if inside.starts_with(is_part) {
            let near = text[..start].char_indices().rev().take(NEAR).take_while(|it| is_part(it.1));
            start = near.last().map_or(start, |it| it.0);
        }
        if inside.ends_with(is_part) {
            let near = text[end..].char_indices().take(NEAR).take_while(|it| is_part(it.1));
            end = near.last().map_or(end, |it| end + it.0 + it.1.len_utf8());
        }
        start..end
    }
}

/// Whether a number of a person may go on with `char`.
fn is_part(char: char) -> bool {
    char.is_numeric() || matches!(char, 'x' | 'X' | 'ｘ' | 'Ｘ' | ' ' | '\u{3000}' | '\u{a0}' | '-')
}
