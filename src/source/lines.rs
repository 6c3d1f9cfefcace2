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
        Position { line, column: before.chars().count() + 1, utf16: before.encode_utf16().count() + 1 }
    }

    /// The text of line `line` (from 1), without its end.
    pub fn line(&self, line: usize) -> &'a str {
        let Some(&start) = line.checked_sub(1).and_then(|at| self.starts.get(at)) else { return "" };
        self.text[start..].split('\n').next().unwrap_or("")
    }
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
