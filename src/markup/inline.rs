//! The inline content of one container (a paragraph, a heading, a cell …), with delimiter runs found again by offset.
//!
//! pulldown-cmark has no hook for emphasis, so what it made of `*`, `_` and `~` is thrown away: every run is found again
//! in the source, where it stands, and paired by the CJK-friendly rule. Everything else (code, links, HTML, entities,
//! escapes) is as pulldown-cmark found it.

use std::borrow::Cow;

use memchr::memchr3;

use super::delimiter::{DelimiterRun, RunContext};
use super::emphasis::DelimiterStack;
use super::event::EventKind;
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
    Atom(EventKind<'a>, Range),
    SoftBreak(Range),
    /// Raw HTML: one tag or comment.
    Html(Cow<'a, str>, Range),
    /// The start of a link; the text in it follows.
    Link(Box<Link>),
    /// The start of a picture; its description follows.
    Image(Box<Image>),
    /// The end of a link or picture.
    End,
}

/// One container's pieces and runs; reused from container to container.
#[derive(Debug, Default)]
pub(super) struct Inline<'a> {
    pub(super) pieces: Vec<Piece<'a>>,
    pub(super) runs: Vec<DelimiterRun>,
    /// Which runs pair.
    pub(super) stack: DelimiterStack,
    pub(super) in_table: bool,
    /// Something stands before the next piece on its line.
    inside_line: bool,
    /// The source up to here is in pieces.
    covered: usize,
}

impl<'a> Inline<'a> {
    /// Forgets the container, keeping the memory.
    pub(super) fn reset(&mut self) {
        self.pieces.clear();
        self.runs.clear();
        self.stack.reset();
        self.inside_line = false;
        self.covered = 0;
    }

    /// Takes text and cuts the delimiter runs out of it. Text that is not the source's own bytes came of an entity or escape: no
    /// `*` in it is a delimiter.
    pub(super) fn text(&mut self, source: &str, text: Cow<'a, str>, range: std::ops::Range<usize>) {
        let own = &source[range.clone()];
        if text.len() != own.len() || !std::ptr::eq(text.as_ptr(), own.as_ptr()) {
            self.push(Piece::Literal(text, range.clone().into()), range.end);
            return;
        }
        let bytes = source.as_bytes();
        let mut from = range.start.max(self.covered.min(range.end));
        let mut at = from;
        while let Some(found) = memchr3(b'*', b'_', b'~', &bytes[at..range.end]).map(|found| at + found) {
            if is_escaped(bytes, found) {
                at = found + 1;
                continue;
            }
            if from < found {
                self.push(Piece::Text(Range::new(from, found)), found);
            }
            self.run(source, found);
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
        let run = DelimiterRun::new(
            source,
            at,
            count,
            RunContext { first_on_line: !self.inside_line, in_table: self.in_table },
        );
        if run.can_open || run.can_close {
            self.stack.process(&run);
        }
        self.push(Piece::Run(self.runs.len()), at + count);
        self.runs.push(run);
    }

    /// Takes the start of a link or picture.
    pub(super) fn start(&mut self, piece: Piece<'a>) {
        self.stack.enter_link();
        self.push(piece, 0);
    }

    /// Takes the end of a link or picture.
    pub(super) fn end(&mut self, end: usize) {
        self.stack.leave_link();
        self.push(Piece::End, end);
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

    /// Sorts the paired delimiters, so that they can be met in the order of the source.
    pub(super) fn sort_delimiters(&mut self) {
        self.stack.paired.sort_unstable_by_key(|delimiter| delimiter.at);
    }
}

/// Is the character at `at` escaped? Backslashes before it escape each other in pairs.
fn is_escaped(bytes: &[u8], at: usize) -> bool {
    bytes[..at].iter().rev().take_while(|b| **b == b'\\').count() % 2 == 1
}
