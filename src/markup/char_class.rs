//! The classes of characters that decide what a delimiter run may do: white space, punctuation, CJK.
//!
//! The classes are those of CommonMark 0.31 §2.1 and of the CJK-friendly amendment to it (commonmark-spec issue 650).

use std::cmp::Ordering;

use super::ranges::{CJK, PUNCTUATION};

fn within(ranges: &[(u32, u32)], c: char) -> bool {
    let c = u32::from(c);
    ranges
        .binary_search_by(|&(first, last)| {
            if last < c {
                Ordering::Less
            } else if first > c {
                Ordering::Greater
            } else {
                Ordering::Equal
            }
        })
        .is_ok()
}

/// Unicode categories P and S, as CommonMark counts them.
pub(super) fn is_punctuation(c: char) -> bool {
    if c.is_ascii() { c.is_ascii_punctuation() } else { within(&PUNCTUATION, c) }
}

/// A CJK character, punctuation included.
pub(super) fn is_cjk(c: char) -> bool {
    match u32::from(c) {
        0..0x1100 => false,
        0x4E00..=0x9FFF => true,
        _ => within(&CJK, c),
    }
}

/// Quotation marks, dashes, dots that Chinese shares with Latin scripts: beside a CJK character they belong to it.
fn is_shared(c: char) -> bool {
    matches!(c, '“' | '”' | '‘' | '’' | '—' | '…' | '·')
}

/// Is a line break between `before` and `after` dropped? Between two Chinese characters no space belongs; Hangul is written
/// with spaces.
pub(super) fn drops_line_break(before: char, after: char) -> bool {
    let solid = |c: char| is_cjk(c) && !matches!(u32::from(c), 0x1100..=0x11FF | 0xA960..=0xA97C | 0xAC00..=0xD7FF);
    solid(before) && (solid(after) || is_shared(after)) || is_shared(before) && solid(after)
}

/// What stands beside a delimiter run, on one side.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum CharClass {
    /// Or the beginning or end of a line.
    Whitespace,
    /// Punctuation of no CJK script.
    Punctuation,
    /// Punctuation of a CJK script.
    CjkPunctuation,
    /// Any other CJK character.
    Cjk,
    /// A letter, digit or other character of no CJK script.
    Other,
}

impl CharClass {
    pub(super) fn of(c: char) -> Self {
        if c.is_whitespace() {
            Self::Whitespace
        } else if is_punctuation(c) {
            if is_cjk(c) { Self::CjkPunctuation } else { Self::Punctuation }
        } else if is_cjk(c) {
            Self::Cjk
        } else {
            Self::Other
        }
    }

    /// The class of the character that ends `text`; a variation selector counts with the character it varies.
    pub(super) fn before(text: &str) -> Self {
        let mut back = text.chars().rev();
        let Some(last) = back.next() else { return Self::Whitespace };
        match u32::from(last) {
            0xE0100..=0xE01EF => Self::Cjk,
            0xFE00..=0xFE0E => match back.next() {
                Some('‘' | '’' | '“' | '”') if last == '\u{FE01}' => Self::CjkPunctuation,
                Some(base) if is_cjk(base) || is_punctuation(base) => Self::of(base),
                _ => Self::of(last),
            },
            _ => Self::of(last),
        }
    }

    pub(super) fn is_punctuation(self) -> bool {
        matches!(self, Self::Punctuation | Self::CjkPunctuation)
    }

    /// May a run that has this outside open or close although punctuation is on its inner side?
    pub(super) fn is_boundary(self) -> bool {
        self != Self::Other
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn classes_of_the_usual_marks() {
        for mark in "，。；：、？！（）《》【】「」～".chars() {
            assert_eq!(CharClass::of(mark), CharClass::CjkPunctuation, "{mark}");
        }
        for mark in "“”‘’—…·%-.,()[]*_~".chars() {
            assert_eq!(CharClass::of(mark), CharClass::Punctuation, "{mark}");
        }
        assert_eq!(CharClass::of('她'), CharClass::Cjk);
        assert_eq!(CharClass::of('𠮷'), CharClass::Cjk);
        assert_eq!(CharClass::of('a'), CharClass::Other);
        assert_eq!(CharClass::of('\u{3000}'), CharClass::Whitespace);
        assert_eq!(CharClass::before("葛\u{E0100}"), CharClass::Cjk);
        assert_eq!(CharClass::before("塚\u{FE00}"), CharClass::Cjk);
        assert_eq!(CharClass::before("”\u{FE01}"), CharClass::CjkPunctuation);
    }

    #[test]
    fn lines_join_between_chinese_only() {
        assert!(
            drops_line_break('，', '请')
                && drops_line_break('说', '“')
                && drops_line_break('”', '请')
                && drops_line_break('字', '字')
        );
        assert!(
            !drops_line_break('字', 'a')
                && !drops_line_break('a', '字')
                && !drops_line_break('한', '글')
                && !drops_line_break('”', '“')
        );
    }
}
