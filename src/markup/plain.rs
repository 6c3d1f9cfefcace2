//! The plain text of a body, for search and for the rules that read text; a line a block, with a way back to the source.

use super::document;
use super::event::{Event, Kind, Shape, Tag};
use super::walk::Sink;
use crate::source::Range;

/// One line of plain text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Line {
    /// Offset of its first byte in the plain text.
    pub start: u32,
    /// The block it comes from.
    pub range: Range,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Spot {
    plain: u32,
    length: u32,
    source: Range,
}

impl Spot {
    fn exact(&self) -> bool {
        self.source.end - self.source.start == self.length
    }
}

/// Plain text: a paragraph, heading, item or table row is one line (cells apart by a tab); code keeps its lines.
/// Descriptions of pictures belong to it, addresses of links and what was removed do not.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Plain {
    /// The text; every line ends with LF.
    pub text: String,
    /// Its blocks, in order.
    pub lines: Vec<Line>,
    spots: Vec<Spot>,
    begun: Option<u32>,
    blocks: Vec<Range>,
    cells: u32,
}

/// The plain text of `body`.
pub fn plain(body: &str) -> Plain {
    document::tell(body, Plain::default()).finish()
}

fn cut(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}

impl Plain {
    /// The bytes of the body that `range` of the plain text comes from; what is written otherwise there (entities, code
    /// spans) is given whole.
    pub fn origin(&self, range: std::ops::Range<usize>) -> Range {
        let (first, last) = (cut(range.start), cut(range.end.saturating_sub(1).max(range.start)));
        let start = self.spot(first).map_or(0, |spot| {
            if spot.exact() { spot.source.start + (first - spot.plain).min(spot.length) } else { spot.source.start }
        });
        let end = self.spot(last).map_or(start, |spot| {
            if spot.exact() { spot.source.start + (last + 1 - spot.plain).min(spot.length) } else { spot.source.end }
        });
        Range { start, end: end.max(start) }
    }

    fn spot(&self, at: u32) -> Option<Spot> {
        let after = self.spots.partition_point(|spot| spot.plain <= at);
        self.spots.get(after.checked_sub(1)?).copied()
    }

    fn say(&mut self, text: &str, range: Range) {
        if self.begun.is_none() {
            self.begun = Some(cut(self.text.len()));
        }
        self.spots.push(Spot { plain: cut(self.text.len()), length: cut(text.len()), source: range });
        self.text.push_str(text);
    }

    fn end_line(&mut self, range: Range) {
        self.cells = 0;
        let Some(start) = self.begun.take() else { return };
        let kept = self.text.trim_end_matches([' ', '\t', '\n']).len().max(start as usize);
        self.text.truncate(kept);
        if kept > start as usize {
            self.text.push('\n');
            self.lines.push(Line { start, range });
        }
    }

    /// Takes the next event.
    pub(super) fn add(&mut self, event: &Event<'_>) {
        match &event.kind {
            Kind::Text(text) | Kind::Code(text) => self.say(text, event.range),
            Kind::SoftBreak | Kind::HardBreak | Kind::Void(_) if self.begun.is_some() => self.say(" ", event.range),
            Kind::Start(tag) if is_block(*tag) => {
                let outer = self.blocks.last().copied().unwrap_or(event.range);
                self.end_line(outer);
                self.blocks.push(event.range);
            }
            Kind::Start(Tag::Cell(..) | Tag::Raw(_, Shape::Cell)) => {
                if self.cells > 0 {
                    self.say("\t", Range { start: event.range.start, end: event.range.start });
                }
                self.cells += 1;
            }
            Kind::End(tag) if is_block(*tag) => {
                self.end_line(event.range);
                self.blocks.pop();
            }
            _ => {}
        }
    }

    /// Ends the last line.
    pub(super) fn finish(mut self) -> Self {
        let last = self.spots.last().map(|spot| spot.source).unwrap_or_default();
        self.end_line(last);
        self
    }
}

fn is_block(tag: Tag) -> bool {
    !matches!(
        tag,
        Tag::Cell(..)
            | Tag::Emphasis
            | Tag::Strong
            | Tag::Strikethrough
            | Tag::Link(_)
            | Tag::Image(_)
            | Tag::Raw(_, Shape::Phrase | Shape::Cell)
    )
}

impl<'a> Sink<'a> for Plain {
    fn take(&mut self, event: Event<'a>) {
        self.add(&event);
    }
}
