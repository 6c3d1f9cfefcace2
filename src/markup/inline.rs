//! The pieces of one inline container (a paragraph, a heading, a cell …), with the delimiter runs found again by offset.
//!
//! pulldown-cmark has no hook for emphasis, so what it made of `*`, `_` and `~` is thrown away: every run is found again
//! in the source, where it stands, and paired by the CJK-friendly rule. Everything else (code, links, HTML, entities,
//! escapes) is as pulldown-cmark found it.

use std::borrow::Cow;

use memchr::memchr3;

use super::delimiter::{Run, Stand};
use super::emphasis::Pairing;
use super::event::Kind;
use super::facts::{Image, Link};
use crate::source::Range;

/// A piece of inline content, in the order of the source.
#[derive(Clone, Debug)]
pub(super) enum Piece<'a> {
    /// Bytes of the source as they are.
    Text(Range),
    /// Text that is written otherwise in the source: entities.
    Literal(Cow<'a, str>, Range),
    /// A delimiter run, by its place in `Inline::runs`.
    Run(usize),
    /// A code span, a hard break, a task box, a reference to a footnote.
    Atom(Kind<'a>, Range),
    /// A soft line break.
    Break(Range),
    /// HTML.
    Html(Cow<'a, str>, Range),
    /// A link begins.
    Link(Box<Link>),
    /// A picture begins.
    Image(Box<Image>),
    /// A link or picture ends.
    Close,
}

/// One container's pieces and runs; reused from container to container.
#[derive(Debug, Default)]
pub(super) struct Inline<'a> {
    /// What was taken so far.
    pub(super) pieces: Vec<Piece<'a>>,
    /// The runs among the pieces.
    pub(super) runs: Vec<Run>,
    /// Which runs pair.
    pub(super) pairing: Pairing,
    /// The container is a table's cell.
    pub(super) table: bool,
    inside_line: bool,
    covered: usize,
}

impl<'a> Inline<'a> {
    /// Forgets the container.
    pub(super) fn reset(&mut self) {
        self.pieces.clear();
        self.runs.clear();
        self.pairing.reset();
        self.inside_line = false;
        self.covered = 0;
    }

    /// Takes text; where it is not the source's own bytes, no mark in it is one.
    pub(super) fn text(&mut self, source: &str, text: Cow<'a, str>, range: std::ops::Range<usize>) {
        let own = &source[range.clone()];
        if text.len() != own.len() || !std::ptr::eq(text.as_ptr(), own.as_ptr()) {
            self.push(Piece::Literal(text, range.clone().into()), range.end);
            return;
        }
        let bytes = source.as_bytes();
        let mut from = range.start.max(self.covered.min(range.end));
        let mut at = from;
        while let Some(mark) = memchr3(b'*', b'_', b'~', &bytes[at..range.end]).map(|found| at + found) {
            if is_escaped(bytes, mark) {
                at = mark + 1;
                continue;
            }
            if from < mark {
                self.push(Piece::Text(Range::new(from, mark)), mark);
            }
            self.run(source, mark);
            from = self.covered.min(range.end);
            at = from;
        }
        if from < range.end {
            self.push(Piece::Text(Range::new(from, range.end)), range.end);
        }
    }

    /// Takes the whole run that `at` begins, unless it was taken already.
    pub(super) fn run(&mut self, source: &str, at: usize) {
        if at < self.covered {
            return;
        }
        let bytes = source.as_bytes();
        let count = bytes[at..].iter().take_while(|b| **b == bytes[at]).count();
        let run = Run::new(source, at, count, Stand { first: !self.inside_line, table: self.table });
        if run.opens || run.closes {
            self.pairing.take(&run);
        }
        self.push(Piece::Run(self.runs.len()), at + count);
        self.runs.push(run);
    }

    /// Takes a link or picture's beginning.
    pub(super) fn open(&mut self, piece: Piece<'a>) {
        self.pairing.enter();
        self.push(piece, 0);
    }

    /// Takes a link or picture's end.
    pub(super) fn close(&mut self, end: usize) {
        self.pairing.leave();
        self.push(Piece::Close, end);
    }

    /// Takes a line break, soft or hard.
    pub(super) fn line_break(&mut self, piece: Piece<'a>, end: usize) {
        self.push(piece, end);
        self.inside_line = false;
    }

    /// Takes any other piece that ends at `end`.
    pub(super) fn push(&mut self, piece: Piece<'a>, end: usize) {
        self.pieces.push(piece);
        self.covered = self.covered.max(end);
        self.inside_line = true;
    }

    /// Sorts the halves found, so that they can be met in the order of the source.
    pub(super) fn settle(&mut self) {
        self.pairing.halves.sort_unstable_by_key(|half| half.at);
    }
}

/// Is the mark at `at` escaped? Backslashes before it escape each other in pairs.
fn is_escaped(bytes: &[u8], at: usize) -> bool {
    bytes[..at].iter().rev().take_while(|b| **b == b'\\').count() % 2 == 1
}
