//! The walk over a text: where it stands, what it skips, what it notes down.

use std::{cell::Cell, ops::Range};

use super::{PatchedText, SlipKind, SyntaxSlip};

/// Whether the table at a dotted path is a list, `[[path]]`; none where no such table is known.
pub(in crate::syntax) type Kind<'k> = &'k dyn Fn(&str) -> Option<bool>;

/// Stands in the patched copy for a value that could not be read and was told; no author can type it.
pub(in crate::syntax) const MARKER: &str = "\"\\u0000\"";

/// Brackets within brackets at most. No table of ours goes deeper than five.
const DEEPEST: usize = 24;

/// An open bracket.
#[derive(Debug)]
pub(super) struct Open {
    /// `[` or `{`.
    pub mark: char,
    /// Where.
    pub range: Range<usize>,
    /// Whether a value stands since the bracket or the last comma.
    pub filled: bool,
}

/// The walk.
pub(super) struct Cursor<'t, 'k> {
    pub(super) text: &'t str,
    /// Where it stands.
    pub(super) at: usize,
    /// The end of the last thing that means something.
    pub(super) last: usize,
    pub(super) patched: PatchedText<'t>,
    pub(super) slips: Vec<SyntaxSlip>,
    pub(super) bare: Vec<usize>,
    pub(super) loose: Vec<usize>,
    pub(super) open: Vec<Open>,
    pub(super) deep: Option<usize>,
    pub(super) kind: Kind<'k>,
    /// The end of the line it stands in, once asked for: lines may be long, and the walk only goes on.
    pub(super) end: Cell<usize>,
    /// The end of the line in which no further quote ends a text well.
    pub(super) barren: usize,
}

impl<'t, 'k> Cursor<'t, 'k> {
    /// A walk that begins.
    pub(super) fn at_start(text: &'t str, kind: Kind<'k>) -> Self {
        Cursor {
            text,
            at: 0,
            last: 0,
            patched: PatchedText::of(text),
            slips: Vec::new(),
            bare: Vec::new(),
            loose: Vec::new(),
            open: Vec::new(),
            deep: None,
            kind,
            end: Cell::new(0),
            barren: 0,
        }
    }

    /// The character it stands before.
    pub(super) fn peek(&self) -> Option<char> {
        self.text[self.at..].chars().next()
    }

    /// Notes a slip that `patches`, replacements made before, mend.
    pub(super) fn slip(&mut self, range: Range<usize>, kind: SlipKind, patches: impl IntoIterator<Item = usize>) {
        self.slips.push(SyntaxSlip::new(range, kind, patches));
    }

    /// Notes a slip and replaces its place.
    pub(super) fn patch(&mut self, range: Range<usize>, kind: SlipKind, with: &str) {
        let patch = self.patched.replace(range.clone(), with);
        self.slip(range, kind, patch);
    }

    /// The end of the line it stands in.
    pub(super) fn line_end(&self) -> usize {
        if self.end.get() < self.at || self.at == 0 {
            let rest = &self.text.as_bytes()[self.at..];
            self.end.set(memchr::memchr(b'\n', rest).map_or(self.text.len(), |length| self.at + length));
        }
        self.end.get()
    }

    /// The rest of the line it stands in.
    pub(super) fn rest(&self) -> &'t str {
        &self.text[self.at..self.line_end()]
    }

    /// Steps over white space, and over line ends if asked.
    pub(super) fn space(&mut self, lines: bool) {
        while let Some(char) = self.peek() {
            let end = self.at + char.len_utf8();
            match char {
                ' ' | '\t' => {}
                '\n' if lines => {}
                '\n' => return,
                _ if is_wide_space(char) => {
                    // A run of them is one slip.
                    if let Some(SyntaxSlip { range, kind: SlipKind::FullWidth(" "), patches, .. }) =
                        self.slips.last_mut()
                        && range.end == self.at
                    {
                        range.end = end;
                        patches.extend(self.patched.replace(self.at..end, ""));
                    } else {
                        self.patch(self.at..end, SlipKind::FullWidth(" "), " ");
                    }
                }
                // 0013 tells these; here they are only out of the way.
                _ if is_nothing(char) => _ = self.patched.replace(self.at..end, ""),
                _ => return,
            }
            self.at = end;
        }
    }

    /// Steps over a comment if it stands before one.
    pub(super) fn comment(&mut self) -> bool {
        let rest = &self.text[self.at..];
        if rest.starts_with('＃') {
            self.patch(self.at..self.at + '＃'.len_utf8(), SlipKind::FullWidth("#"), "#");
        } else if rest.starts_with("//") || rest.starts_with("<!--") {
            self.patch(self.at..self.at + 2, SlipKind::Comment, "#");
        } else if !rest.starts_with('#') {
            return false;
        }
        self.at = self.line_end();
        true
    }

    /// Notes that something that means something ends here.
    pub(super) fn step(&mut self, to: usize) {
        self.at = to;
        self.last = to;
    }

    /// Opens a bracket; too many make the text unreadable.
    pub(super) fn push(&mut self, mark: char, range: Range<usize>) {
        if self.open.len() >= DEEPEST {
            self.deep.get_or_insert(range.start);
        }
        self.open.push(Open { mark, range, filled: false });
    }

    /// Whether the value it stands in is inside brackets.
    pub(super) fn inside(&self) -> bool {
        !self.open.is_empty()
    }

    /// Notes how many dots a key has; too many make the text unreadable.
    pub(super) fn dots(&mut self, at: usize, key: &str) {
        if memchr::memchr_iter(b'.', key.as_bytes()).nth(DEEPEST).is_some() {
            self.deep.get_or_insert(at);
        }
    }
}

/// Spaces that TOML does not know.
pub(super) fn is_wide_space(char: char) -> bool {
    matches!(char, '\u{3000}' | '\u{a0}' | '\u{2000}'..='\u{200a}' | '\u{202f}' | '\u{205f}')
}

/// Characters that show nothing.
pub(super) fn is_nothing(char: char) -> bool {
    matches!(char, '\u{feff}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{ad}')
        || char.is_control()
}
