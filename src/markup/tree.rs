//! Builds the tree: keeps the stack of open elements, and passes to the sink only what nests properly and stays within limits.

use std::borrow::Cow;
use std::collections::BTreeMap;

use super::collect::FactCollector;
use super::document::RawTag;
use super::event::{Event, EventKind, Tag};
use super::facts::{Facts, Footnote, Heading, Image, LimitExceeded, Link, Removed};
use super::scheme::{Scheme, scheme};
use super::sink::Sink;
use crate::source::Range;

/// Elements nested deeper than this are flattened: browsers do as much, and recursion elsewhere stays harmless.
pub(super) const DEPTH: usize = 100;

/// An element on the stack of open elements.
#[derive(Debug)]
pub(super) struct OpenElement {
    pub(super) tag: Tag,
    pub(super) range: Range,
    /// Its start went to the sink, so its end must.
    pub(super) emitted: bool,
    /// The name of the HTML element it comes from; none for what Markdown began.
    pub(super) html: Option<String>,
}

/// Everything is left out until the element `name` ends, or an element that encloses it.
#[derive(Debug)]
pub(super) struct SkipUntil {
    /// Height of the stack where skipping began.
    pub(super) level: usize,
    pub(super) name: String,
    /// Elements of the same name begun since.
    pub(super) nested: usize,
    /// What was recorded of it: its place in `Facts::removed`.
    pub(super) removed: Option<usize>,
}

/// Turns starts, ends and text, in document order, into events for a [`Sink`], and collects the facts of what is shown.
///
/// Three things keep an element out, and its content stays: it would be nested deeper than [`DEPTH`]; it may not stand in what
/// is open (a link in a link); its parent was kept out (an item without its list). Two things keep out all content: the body
/// has unfolded to 16 times its bytes and 64 KiB more (a short text can refer to one long footnote a thousand times), or an
/// element is skipped whole (`<script>`). Elements kept out lie on the stack all the same, so that ends find their starts.
pub(super) struct TreeBuilder<'a, S> {
    pub(super) source: &'a str,
    pub(super) sink: S,
    pub(super) facts: Facts,
    pub(super) raw: Vec<RawTag>,
    pub(super) open: Vec<OpenElement>,
    pub(super) skip: Option<SkipUntil>,
    /// Inline content is being written, so that HTML in it is phrasing content.
    pub(super) in_inline: bool,
    /// HTML may stand where the content model forbids it.
    pub(super) needs_repair: bool,
    collector: FactCollector,
    /// By label in lower case: its index in `Facts::footnotes`.
    footnotes: BTreeMap<String, u32>,
    /// Emitted elements open now: all; links; pictures; those that hold phrasing content only.
    depth: usize,
    links: usize,
    images: usize,
    phrasing: usize,
    /// Bytes that the body may still unfold to.
    budget: usize,
    full: bool,
}

impl<'a, S: Sink<'a>> TreeBuilder<'a, S> {
    pub(super) fn new(source: &'a str, sink: S) -> Self {
        Self {
            source,
            sink,
            facts: Facts::default(),
            raw: Vec::new(),
            open: Vec::with_capacity(8),
            skip: None,
            in_inline: false,
            needs_repair: false,
            collector: FactCollector::new(source),
            footnotes: BTreeMap::new(),
            depth: 0,
            links: 0,
            images: 0,
            phrasing: 0,
            budget: source.len().saturating_mul(16).saturating_add(64 << 10),
            full: false,
        }
    }

    /// The text has ended.
    pub(super) fn finish(&mut self) {
        self.end_above(0);
        self.collector.finish(&mut self.facts);
    }

    /// Is all content left out now?
    pub(super) fn is_suppressed(&self) -> bool {
        self.full || self.skip.is_some()
    }

    pub(super) fn is_too_deep(&self) -> bool {
        self.depth >= DEPTH
    }

    pub(super) fn in_link_or_image(&self) -> bool {
        self.links + self.images > 0
    }

    /// Is a paragraph, heading or cell open? Only phrasing content may stand in it.
    pub(super) fn in_phrasing(&self) -> bool {
        self.phrasing > 0
    }

    pub(super) fn text(&mut self, text: Cow<'a, str>, range: Range) {
        if !text.is_empty() {
            self.emit(EventKind::Text(text), range);
        }
    }

    /// Emits what stands between elements.
    pub(super) fn emit(&mut self, kind: EventKind<'a>, range: Range) {
        if self.is_suppressed() {
            if let EventKind::Text(text) | EventKind::Code(text) = &kind {
                self.lose(text);
            }
            return;
        }
        let cost = match &kind {
            EventKind::Text(text) | EventKind::Code(text) => text.len(),
            EventKind::FootnoteReference(..) => 128,
            _ => 8,
        };
        if self.affords(cost, range) {
            self.send(kind, range);
        }
    }

    /// Begins an element that costs `cost` bytes besides its content; `html` is its name if it comes from HTML.
    pub(super) fn start(&mut self, tag: Tag, range: Range, cost: usize, html: Option<String>) {
        let flattens = matches!(tag, Tag::BlockQuote | Tag::List(_) | Tag::Footnote(_) | Tag::Raw(..))
            || matches!(tag, Tag::Emphasis | Tag::Strong | Tag::Strikethrough);
        let orphan = tag == Tag::Item && self.open.last().is_some_and(|list| !list.emitted);
        let too_deep = flattens && self.is_too_deep();
        if too_deep && !self.is_suppressed() {
            self.facts.beyond.get_or_insert(LimitExceeded::Depth(range.start));
        }
        let emitted = !too_deep && !orphan && !self.is_suppressed() && self.affords(cost + 8, range);
        if emitted {
            self.depth += 1;
            if let Some(count) = self.counter(tag) {
                *count += 1;
            }
            self.send(EventKind::Start(tag), range);
        }
        self.open.push(OpenElement { tag, range, emitted, html });
    }

    /// Ends the Markdown element begun last, and the HTML in it that was left open.
    pub(super) fn end(&mut self) {
        while let Some(open) = self.open.pop() {
            let markdown = open.html.is_none();
            self.emit_end(&open);
            if markdown {
                break;
            }
        }
    }

    /// Ends all elements of the stack above `level`, innermost first.
    pub(super) fn end_above(&mut self, level: usize) {
        while self.open.len() > level
            && let Some(open) = self.open.pop()
        {
            self.emit_end(&open);
        }
    }

    /// Ends the HTML element `name` and what was left open in it. Only HTML above the innermost Markdown element is looked at:
    /// an end tag without its start tag does nothing.
    pub(super) fn end_html(&mut self, name: &str) {
        let html = self.open.iter().rev().take_while(|open| open.html.is_some());
        if let Some(above) = html.into_iter().position(|open| open.html.as_deref() == Some(name)) {
            // The stack is cut before ends are emitted: whether skipping is over depends on its height.
            for open in self.open.split_off(self.open.len() - above - 1).into_iter().rev() {
                self.emit_end(&open);
            }
        }
    }

    /// Begins a heading of `level` 1 to 6.
    pub(super) fn heading(&mut self, level: u8, range: Range, html: Option<String>) {
        if !self.is_suppressed() {
            self.facts.headings.push(Heading { level, range, ..Heading::default() });
        }
        self.start(Tag::Heading(index(self.facts.headings.len()).saturating_sub(1)), range, 32, html);
    }

    /// Begins a link, unless it stands in a link or picture or its scheme is forbidden.
    pub(super) fn link(&mut self, link: Link, html: Option<String>) {
        let range = link.range;
        let forbidden = self.forbids(&link.destination, range);
        if self.is_suppressed() || forbidden || self.in_link_or_image() {
            return self.start_without_tag(range, html);
        }
        let cost = link.destination.len() + link.title.len() + 64;
        let tag = Tag::Link(index(self.facts.links.len()));
        self.facts.links.push(link);
        self.start(tag, range, cost, html);
    }

    /// Begins a picture, unless it stands in another or its scheme is forbidden.
    pub(super) fn image(&mut self, image: Image) {
        let range = image.range;
        let forbidden = self.forbids(&image.destination, range);
        if self.is_suppressed() || forbidden || self.images > 0 {
            return self.start_without_tag(range, None);
        }
        let cost = image.destination.len() + image.title.len() + 64;
        let tag = Tag::Image(index(self.facts.images.len()));
        self.facts.images.push(image);
        self.start(tag, range, cost, None);
    }

    /// The index of the footnote `label`; labels are one whatever their case.
    pub(super) fn footnote(&mut self, label: &str) -> u32 {
        let key = label.to_lowercase();
        if let Some(index) = self.footnotes.get(&key) {
            return *index;
        }
        let index = index(self.facts.footnotes.len());
        self.facts.footnotes.push(Footnote { label: label.to_owned(), ..Footnote::default() });
        self.footnotes.insert(key, index);
        index
    }

    /// A new id in the page for what the author calls `name`.
    pub(super) fn anchor(&mut self, name: &str) -> String {
        let id = self.collector.id(name);
        self.facts.anchors.push(id.clone());
        id
    }

    /// Records HTML that does not stay, and answers where in `Facts::removed`.
    pub(super) fn record_removed(&mut self, what: String, range: Range) -> Option<usize> {
        if self.is_suppressed() {
            return None;
        }
        self.facts.removed.push(Removed { what, range, is_loss: false });
        Some(self.facts.removed.len() - 1)
    }

    /// Notes that `text` is left out with what is skipped now, if it has words.
    pub(super) fn lose(&mut self, text: &str) {
        if let Some(removed) = self.skip.as_ref().and_then(|it| it.removed) {
            self.facts.removed[removed].is_loss |= has_words(text);
        }
    }

    fn forbids(&mut self, destination: &str, range: Range) -> bool {
        let Scheme::Forbidden(scheme) = scheme(destination) else { return false };
        let scheme: String = scheme.chars().filter(char::is_ascii_graphic).map(|c| c.to_ascii_lowercase()).collect();
        if (scheme == "file" || scheme.len() == 1) && !self.is_suppressed() {
            self.facts.local.push((destination.to_owned(), range));
        } else if scheme == "data" && !self.is_suppressed() {
            // The bytes of a picture are no address.
            self.facts.local.push(("data:".to_owned(), range));
        }
        self.record_removed(format!("{scheme}:"), range);
        true
    }

    /// Begins an element that is kept out; its content stays.
    fn start_without_tag(&mut self, range: Range, html: Option<String>) {
        self.open.push(OpenElement { tag: Tag::Emphasis, range, emitted: false, html });
    }

    /// Emits the end of an element taken off the stack.
    fn emit_end(&mut self, open: &OpenElement) {
        if self.skip.as_ref().is_some_and(|skip| self.open.len() < skip.level) {
            self.skip = None;
        }
        if open.emitted {
            self.depth -= 1;
            if let Some(count) = self.counter(open.tag) {
                *count -= 1;
            }
            self.send(EventKind::End(open.tag), open.range);
        } else if open.tag == Tag::Item {
            self.emit(EventKind::SoftBreak, open.range);
        }
    }

    fn counter(&mut self, tag: Tag) -> Option<&mut usize> {
        match tag {
            Tag::Link(_) => Some(&mut self.links),
            Tag::Image(_) => Some(&mut self.images),
            Tag::Paragraph | Tag::Heading(_) | Tag::TableCell(..) => Some(&mut self.phrasing),
            _ => None,
        }
    }

    /// Takes `cost` bytes off the budget; once it is spent, nothing more begins.
    fn affords(&mut self, cost: usize, range: Range) -> bool {
        let left = self.budget.checked_sub(cost);
        self.full = left.is_none();
        self.budget = left.unwrap_or(0);
        if self.full {
            self.facts.beyond.get_or_insert(LimitExceeded::Size(range.start));
        }
        !self.full
    }

    fn send(&mut self, kind: EventKind<'a>, range: Range) {
        self.collector.take(&kind, range, &mut self.facts);
        self.sink.take(Event { kind, range });
    }
}

/// Whether a text is more than signs and blanks.
pub(super) fn has_words(text: &str) -> bool {
    text.chars().any(char::is_alphanumeric)
}

/// The length of a list as events hold the index of its next member.
pub(super) fn index(length: usize) -> u32 {
    u32::try_from(length).unwrap_or(u32::MAX)
}
