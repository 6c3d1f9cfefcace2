//! What kind of character stands beside a delimiter run: space, punctuation, CJK.
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

/// Unicode punctuation or symbol.
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

/// Does a line break between `before` and `after` vanish? Between two Chinese characters no space belongs; Hangul is
/// written with spaces.
pub(super) fn joins(before: char, after: char) -> bool {
    let solid = |c: char| is_cjk(c) && !matches!(u32::from(c), 0x1100..=0x11FF | 0xA960..=0xA97C | 0xAC00..=0xD7FF);
    solid(before) && (solid(after) || is_shared(after)) || is_shared(before) && solid(after)
}

/// What stands on one side of a delimiter run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Side {
    /// White space, or the beginning or end of a line.
    Space,
    /// Punctuation of no CJK script.
    Mark,
    /// Punctuation of a CJK script.
    CjkMark,
    /// Any other CJK character.
    Cjk,
    /// Anything else.
    Other,
}

impl Side {
    /// The side of a run that `c` stands on.
    pub(super) fn of(c: char) -> Self {
        if c.is_whitespace() {
            Self::Space
        } else if is_punctuation(c) {
            if is_cjk(c) { Self::CjkMark } else { Self::Mark }
        } else if is_cjk(c) {
            Self::Cjk
        } else {
            Self::Other
        }
    }

    /// The side before a run that ends `text`; a variation selector counts with the character it varies.
    pub(super) fn before(text: &str) -> Self {
        let mut back = text.chars().rev();
        let Some(last) = back.next() else { return Self::Space };
        match u32::from(last) {
            0xE0100..=0xE01EF => Self::Cjk,
            0xFE00..=0xFE0E => match back.next() {
                Some('‘' | '’' | '“' | '”') if last == '\u{FE01}' => Self::CjkMark,
                Some(base) if is_cjk(base) || is_punctuation(base) => Self::of(base),
                _ => Self::of(last),
            },
            _ => Self::of(last),
        }
    }

    /// Is it punctuation of any script?
    pub(super) fn is_mark(self) -> bool {
        matches!(self, Self::Mark | Self::CjkMark)
    }

    /// May a run stand between this and punctuation that is on its inner side?
    pub(super) fn frees(self) -> bool {
        self != Self::Other
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn classes_of_the_usual_marks() {
        for mark in "，。；：、？！（）《》【】「」～".chars() {
            assert_eq!(Side::of(mark), Side::CjkMark, "{mark}");
        }
        for mark in "“”‘’—…·%-.,()[]*_~".chars() {
            assert_eq!(Side::of(mark), Side::Mark, "{mark}");
        }
        assert_eq!(Side::of('她'), Side::Cjk);
        assert_eq!(Side::of('𠮷'), Side::Cjk);
        assert_eq!(Side::of('a'), Side::Other);
        assert_eq!(Side::of('\u{3000}'), Side::Space);
        assert_eq!(Side::before("葛\u{E0100}"), Side::Cjk);
        assert_eq!(Side::before("塚\u{FE00}"), Side::Cjk);
        assert_eq!(Side::before("”\u{FE01}"), Side::CjkMark);
    }

    #[test]
    fn lines_join_between_chinese_only() {
        assert!(joins('，', '请') && joins('说', '“') && joins('”', '请') && joins('字', '字'));
        assert!(!joins('字', 'a') && !joins('a', '字') && !joins('한', '글') && !joins('”', '“'));
    }
}
