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
    /// Whether it is one paragraph with the line before, and no break between them.
    pub joined: bool,
    /// Whether it is one paragraph with the line before, and a break stands between them: blanks at the end of the other.
    pub broken: bool,
    /// Whether marks of a quote or of a list stand before its words: such a line is left as it is.
    pub inner: bool,
}

impl Line<'_> {
    /// Its words in `file`.
    pub fn span(&self, file: FileId) -> Span {
        Span::new(file, self.at..self.at + self.text.len())
    }

    /// Whether its words begin with blanks as wide as two hanzi that no editor writes.
    pub fn is_indented(&self, file: &str) -> bool {
        let blanks = &file[self.start..self.at];
        let wide = |c: char| if matches!(c, '\u{3000}' | '\u{2003}') { 2 } else { usize::from(c == '\u{a0}') };
        blanks.starts_with('\t') || blanks.chars().map(wide).sum::<usize>() >= 4
    }

    /// Whether its words begin with blanks as wide as two hanzi of any kind.
    pub fn is_set_in(&self, file: &str) -> bool {
        self.is_indented(file) || file[self.start..self.at].matches(' ').count() >= 4
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
        // Two blanks are how Markdown breaks a line; more are left from a page of paper.
        let left = || file[..start].trim_end_matches(['\n', '\r']).ends_with("   ");
        let joined = it.joined || it.broken && left();
        Some(Line { text, start, at, end, joined, broken: it.broken, inner })
    };
    let mut lines: Vec<Line<'t>> = Vec::with_capacity(places.len());
    for line in places.iter().filter_map(line) {
        // The first line of an item, which no place stands for.
        let follows = lines.last().is_some_and(|it| it.end + 1 >= line.start);
        if (line.joined || line.broken) && !follows {
            lines.extend(above(file, &line));
        }
        lines.push(line);
    }
    lines
}

/// The line before `line`, behind the marks of an item.
fn above<'t>(file: &'t str, line: &Line<'_>) -> Option<Line<'t>> {
    let end = line.start.checked_sub(1)?;
    let start = file.get(..end)?.rfind('\n').map_or(0, |it| it + 1);
    let whole = file.get(start..end)?;
    let text = whole.trim();
    let at = start + whole.len() - whole.trim_start().len();
    Some(Line { text, start, at, end, joined: false, broken: false, inner: true })
}
