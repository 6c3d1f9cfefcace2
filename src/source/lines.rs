//! Lines and columns of a text.

use std::{borrow::Cow, ops::Range};

/// A place as people count it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Position {
    /// Line, from 1.
    pub line: usize,
    /// Column in characters, from 1.
    pub column: usize,
    /// Column in units of UTF-16, from 1: what editors and browsers count.
    pub utf16: usize,
}

/// So many bytes apart the characters of a text are counted beforehand: a line may be as long as its file, and ten thousand
/// places of it asked for.
const STRIDE: usize = 4096;

/// Where each line of a text starts, and what is counted of it beforehand.
#[derive(Clone, Debug)]
pub struct LineIndex {
    starts: Vec<usize>,
    /// Characters before each multiple of [`STRIDE`], and those of them that UTF-16 writes as two units.
    counts: Vec<(usize, usize)>,
}

impl LineIndex {
    /// Counts `text`.
    pub fn new(text: &str) -> Self {
        let bytes = text.as_bytes();
        let starts = std::iter::once(0).chain(memchr::memchr_iter(b'\n', bytes).map(|at| at + 1)).collect();
        let count = |sum: &mut (usize, usize), chunk: &[u8]| {
            let before = *sum;
            *sum = (before.0 + characters(chunk), before.1 + astral(chunk));
            Some(before)
        };
        // A last, empty chunk: the end of the text may be a multiple.
        let counts = bytes.chunks(STRIDE).chain([&[][..]]).scan((0, 0), count).collect();
        Self { starts, counts }
    }

    /// Characters before byte `at` of `text`, and those of them that UTF-16 writes as two units.
    fn before(&self, text: &str, at: usize) -> (usize, usize) {
        let place = at / STRIDE;
        let rest = &text.as_bytes()[place * STRIDE..at];
        let (characters_before, astral_before) = self.counts.get(place).copied().unwrap_or_default();
        (characters_before + characters(rest), astral_before + astral(rest))
    }
}

/// The lines of a text.
#[derive(Clone, Debug)]
pub struct Lines<'a> {
    text: &'a str,
    index: Cow<'a, LineIndex>,
}

impl<'a> Lines<'a> {
    /// Counts the lines of `text`.
    pub fn new(text: &'a str) -> Self {
        Self { text, index: Cow::Owned(LineIndex::new(text)) }
    }

    /// The lines of `text`, counted before: who asks for many places counts once.
    pub fn counted(text: &'a str, index: &'a LineIndex) -> Self {
        Self { text, index: Cow::Borrowed(index) }
    }

    /// The place of byte `at`; a byte past the end, or inside a character, counts as the character it belongs to.
    pub fn position(&self, at: usize) -> Position {
        let at = floor(self.text, at.min(self.text.len()));
        let line = self.index.starts.partition_point(|&start| start <= at);
        let start = self.index.starts[line - 1];
        let (up_to, wide_up_to) = self.index.before(self.text, at);
        let (above, wide_above) = self.index.before(self.text, start);
        let column = up_to - above + 1;
        Position { line, column, utf16: column + wide_up_to - wide_above }
    }

    /// The bytes of the line in which byte `at` lies, without its end.
    pub fn around(&self, at: usize) -> Range<usize> {
        let after = self.index.starts.partition_point(|&start| start <= at);
        let end = self.index.starts.get(after).map_or(self.text.len(), |next| next - 1);
        self.index.starts[after - 1]..end
    }

    /// The text of line `line` (from 1), without its end.
    pub fn line(&self, line: usize) -> &'a str {
        let Some(&start) = line.checked_sub(1).and_then(|at| self.index.starts.get(at)) else { return "" };
        self.text[start..].split('\n').next().unwrap_or("")
    }
}

/// Characters that begin in `bytes`.
fn characters(bytes: &[u8]) -> usize {
    bytes.iter().filter(|&&byte| byte & 0xc0 != 0x80).count()
}

/// Characters of `bytes` beyond the first plane, which UTF-16 writes as two units: their first bytes are F0 to F4 and stand
/// nowhere else. Looked for many bytes at once, for hostile lines are long and spoken of often.
fn astral(bytes: &[u8]) -> usize {
    memchr::memchr3_iter(0xf0, 0xf1, 0xf2, bytes).count() + memchr::memchr2_iter(0xf3, 0xf4, bytes).count()
}

fn floor(text: &str, mut at: usize) -> usize {
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn units_of_utf16_are_counted_as_they_are_written() {
        for text in ["", "a公𠮷", "\u{ffff}\u{10000}\u{3ffff}\u{40000}\u{c0000}\u{fffff}\u{10ffff}"] {
            assert_eq!(Lines::new(text).position(text.len()).utf16, text.encode_utf16().count() + 1);
        }
    }

    #[test]
    fn a_long_line_is_counted_as_a_short_one() {
        let text = format!("第一行\n{}\nend", "公a𠮷".repeat(3000));
        let lines = Lines::new(&text);
        for (at, _) in text.char_indices().step_by(97).chain([(text.len(), ' ')]) {
            let start = text[..at].rfind('\n').map_or(0, |it| it + 1);
            let before = &text[start..at];
            let expected = (before.chars().count() + 1, before.encode_utf16().count() + 1);
            let found = lines.position(at);
            assert_eq!((found.column, found.utf16), expected, "{at}");
            assert_eq!(lines.around(at).start, start);
        }
        for length in [4095, 4096, 4097, 8192] {
            assert_eq!(Lines::new(&"x".repeat(length)).position(length).column, length + 1);
        }
    }

    #[test]
    fn columns_count_characters() {
        let lines = Lines::new("公开\nab目录\n");
        let at = |line, column| Position { line, column, utf16: column };
        assert_eq!(lines.position(0), at(1, 1));
        assert_eq!(lines.position(4), at(1, 2));
        assert_eq!(lines.position(7 + 5), at(2, 4));
        assert_eq!(lines.position(999), at(3, 1));
        assert_eq!(Lines::new("𠮷a").position(4), Position { line: 1, column: 2, utf16: 3 });
        assert_eq!(lines.line(2), "ab目录");
        assert_eq!(lines.line(9), "");
    }
}
