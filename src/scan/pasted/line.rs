//! A line of text as it stands in its file.

use memchr::{memchr, memrchr};

use crate::{
    markup,
    source::{FileId, Span},
};

/// One line.
#[derive(Clone, Copy, Debug)]
pub(super) struct Line<'t> {
    /// Its words, without the blanks around them.
    pub text: &'t str,
    /// Where it begins in the file, blanks and all.
    pub start: usize,
    /// Where its words begin.
    pub at: usize,
    /// Where it ends, before the line feed.
    pub end: usize,
    /// Whether it is one paragraph with the line before.
    pub joined: bool,
    /// Whether marks of a quote or of a list stand before its words: such a line is left as it is.
    pub inner: bool,
}

impl Line<'_> {
    /// Its words in `file`.
    pub fn span(&self, file: FileId) -> Span {
        Span::new(file, self.at..self.at + self.text.len())
    }

    /// Whether its words begin with blanks as wide as two hanzi.
    pub fn is_indented(&self, file: &str) -> bool {
        let blanks = &file[self.start..self.at];
        blanks.starts_with('\t') || blanks.matches('\u{3000}').count() >= 2
    }
}

/// The lines that begin at `places`.
pub(super) fn lines<'t>(file: &'t str, places: &[markup::Line]) -> Vec<Line<'t>> {
    let bytes = file.as_bytes();
    let line = |it: &markup::Line| {
        let begun = it.at as usize;
        let before = bytes.get(..begun)?;
        let start = memrchr(b'\n', before).map_or(0, |at| at + 1);
        let end = memchr(b'\n', &bytes[begun..]).map_or(bytes.len(), |length| begun + length);
        let whole = file.get(start..end)?;
        let text = whole.trim();
        let blanks = whole.len() - whole.trim_start().len();
        let at = start + blanks;
        // What Markdown takes for the begin of the line lies behind marks.
        let inner = begun > at || text.starts_with('>');
        Some(Line { text, start, at, end, joined: it.joined, inner })
    };
    places.iter().filter_map(line).collect()
}
