//! What may stand between the digits of one number: blanks, hyphens, and what takes no room.

use crate::vocabulary::is_unseen;

/// May `letter` stand between the digits of one number?
pub(super) fn is_gap(letter: char) -> bool {
    letter.is_whitespace() || is_hyphen(letter) || is_unseen(letter)
}

fn is_hyphen(letter: char) -> bool {
    matches!(letter, '-' | '\u{2010}'..='\u{2015}' | '－' | '−')
}
