//! Lines and columns of a text.

use std::borrow::Cow;

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

/// Where each line of a text starts.
#[derive(Clone, Debug)]
pub struct Lines<'a> {
    text: &'a str,
    starts: Cow<'a, [usize]>,
}

impl<'a> Lines<'a> {
    /// Counts the lines of `text`.
    pub fn new(text: &'a str) -> Self {
        Self { text, starts: Self::starts(text).into() }
    }

    /// The lines of `text`, counted before: who asks for many places counts once.
    pub fn counted(text: &'a str, starts: &'a [usize]) -> Self {
        Self { text, starts: starts.into() }
    }

    /// Where each line of `text` starts.
    pub fn starts(text: &str) -> Vec<usize> {
        std::iter::once(0).chain(memchr::memchr_iter(b'\n', text.as_bytes()).map(|at| at + 1)).collect()
    }

    /// The place of byte `at`; a byte past the end, or inside a character, counts as the character it belongs to.
    pub fn position(&self, at: usize) -> Position {
        let at = floor(self.text, at.min(self.text.len()));
        let line = self.starts.partition_point(|&start| start <= at);
        let start = self.starts[line - 1];
        let before = &self.text[start..at];
        let column = before.chars().count() + 1;
        Position { line, column, utf16: column + astral(before) }
    }

    /// The text of line `line` (from 1), without its end.
    pub fn line(&self, line: usize) -> &'a str {
        let Some(&start) = line.checked_sub(1).and_then(|at| self.starts.get(at)) else { return "" };
        self.text[start..].split('\n').next().unwrap_or("")
    }
}

/// Characters of `text` beyond the first plane, which UTF-16 writes as two units: their first bytes are F0 to F4 and stand
/// nowhere else. Looked for many bytes at once, for hostile lines are long and spoken of often.
fn astral(text: &str) -> usize {
    let bytes = text.as_bytes();
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
