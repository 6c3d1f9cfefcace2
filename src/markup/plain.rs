//! The plain text of a body, for search and for the rules that read text; a line a block, with a way back to the source.

use super::event::{Event, EventKind, Shape, Tag};
use super::sink::Sink;
use crate::source::Range;

/// One line of plain text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PlainLine {
    /// Offset of its first byte in the plain text.
    pub start: u32,
    /// The block it comes from.
    pub range: Range,
}

/// A piece of the plain text and where it came from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Segment {
    plain: u32,
    length: u32,
    source: Range,
}

impl Segment {
    /// Is it written in the source as it is here, byte for byte?
    fn is_verbatim(&self) -> bool {
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
    pub lines: Vec<PlainLine>,
    segments: Vec<Segment>,
    /// Where the line that is open began.
    begun: Option<u32>,
    /// The blocks that are open.
    blocks: Vec<Range>,
    /// Cells of the row that is open.
    cells: u32,
}

fn cut(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}

impl Plain {
    /// The bytes of the body that `range` of the plain text comes from; what is written otherwise there (entities, code
    /// spans) is given whole.
    pub fn origin(&self, range: std::ops::Range<usize>) -> Range {
        let (first, last) = (cut(range.start), cut(range.end.saturating_sub(1).max(range.start)));
        let start = self.segment(first).map_or(0, |segment| {
            if segment.is_verbatim() {
                segment.source.start + (first - segment.plain).min(segment.length)
            } else {
                segment.source.start
            }
        });
        let end = self.segment(last).map_or(start, |segment| {
            if segment.is_verbatim() {
                segment.source.start + (last + 1 - segment.plain).min(segment.length)
            } else {
                segment.source.end
            }
        });
        Range { start, end: end.max(start) }
    }

    /// Where in the plain text stands what comes from one of `ranges` of the body, which are in order.
    pub fn places<'p>(&'p self, ranges: &'p [Range]) -> impl Iterator<Item = usize> + 'p {
        let from = self.segments.iter().filter(|segment| ranges.binary_search(&segment.source).is_ok());
        from.map(|segment| segment.plain as usize)
    }

    fn segment(&self, at: u32) -> Option<Segment> {
        let after = self.segments.partition_point(|segment| segment.plain <= at);
        self.segments.get(after.checked_sub(1)?).copied()
    }

    fn push(&mut self, text: &str, range: Range) {
        if self.begun.is_none() {
            self.begun = Some(cut(self.text.len()));
        }
        self.segments.push(Segment { plain: cut(self.text.len()), length: cut(text.len()), source: range });
        self.text.push_str(text);
    }

    fn end_line(&mut self, range: Range) {
        self.cells = 0;
        let Some(start) = self.begun.take() else { return };
        let kept = self.text.trim_end_matches([' ', '\t', '\n']).len().max(start as usize);
        self.text.truncate(kept);
        if kept > start as usize {
            self.text.push('\n');
            self.lines.push(PlainLine { start, range });
        }
    }

    pub(super) fn add(&mut self, event: &Event<'_>) {
        match &event.kind {
            EventKind::Text(text) | EventKind::Code(text) => self.push(text, event.range),
            EventKind::SoftBreak | EventKind::HardBreak | EventKind::VoidElement(_) if self.begun.is_some() => {
                self.push(" ", event.range);
            }
            EventKind::Start(tag) if is_block(*tag) => {
                let outer = self.blocks.last().copied().unwrap_or(event.range);
                self.end_line(outer);
                self.blocks.push(event.range);
            }
            EventKind::Start(Tag::TableCell(..) | Tag::Raw(_, Shape::Cell)) => {
                // Words before a cell that stands in no row are cut off by it, too.
                if self.cells > 0 || self.begun.is_some() {
                    self.push("\t", Range { start: event.range.start, end: event.range.start });
                }
                self.cells += 1;
            }
            EventKind::End(tag) if is_block(*tag) => {
                self.end_line(event.range);
                self.blocks.pop();
            }
            _ => {}
        }
    }

    /// Ends the last line.
    pub(super) fn finish(mut self) -> Self {
        let last = self.segments.last().map(|segment| segment.source).unwrap_or_default();
        self.end_line(last);
        self
    }
}

fn is_block(tag: Tag) -> bool {
    !matches!(
        tag,
        Tag::TableCell(..)
            | Tag::Emphasis
            | Tag::Strong
            | Tag::Strikethrough
            | Tag::Link(_)
            | Tag::Image(_)
            | Tag::Raw(_, Shape::Phrasing | Shape::Cell)
    )
}

impl<'a> Sink<'a> for Plain {
    fn take(&mut self, event: Event<'a>) {
        self.add(&event);
    }
}
