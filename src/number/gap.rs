//! What may stand between the digits of one number: blanks, hyphens, and what takes no room.

/// May `letter` stand between the digits of one number?
pub(super) fn is_gap(letter: char) -> bool {
    letter.is_whitespace() || is_hyphen(letter) || is_unseen(letter)
}

/// Takes no room: zero-width characters, joiners, fillers, selectors, tags.
pub(super) fn is_unseen(letter: char) -> bool {
    matches!(
        letter,
        '\u{ad}'
            | '\u{34f}'
            | '\u{115f}'
            | '\u{1160}'
            | '\u{180b}'..='\u{180f}'
            | '\u{200b}'..='\u{200f}'
            | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}'
            | '\u{20e3}'
            | '\u{3164}'
            | '\u{fe00}'..='\u{fe0f}'
            | '\u{feff}'
            | '\u{ffa0}'
            | '\u{e0000}'..='\u{e0fff}'
    )
}

fn is_hyphen(letter: char) -> bool {
    matches!(letter, '-' | '\u{2010}'..='\u{2015}' | '－' | '−')
}
