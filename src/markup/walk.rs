//! Goes through a body once: pulldown-cmark's events in, our events out, properly nested, bounded, and gathered on the way.

use std::borrow::Cow;
use std::collections::BTreeMap;

use pulldown_cmark as cmark;

use super::document::RawTag;
use super::event::{Align, Event, Kind, Tag};
use super::facts::{Beyond, Facts, Footnote, Image, Link};
use super::gather::Gather;
use super::inline::{Inline, Piece};
use crate::source::Range;

/// Elements nested deeper than this are flattened: browsers do as much, and recursion elsewhere stays harmless.
pub(super) const DEPTH: usize = 100;

/// Takes events.
pub(super) trait Sink<'a> {
    /// Takes the next event.
    fn take(&mut self, event: Event<'a>);
}

impl<'a> Sink<'a> for Vec<Event<'a>> {
    fn take(&mut self, event: Event<'a>) {
        self.push(event);
    }
}

/// A sink for those who want the facts only.
pub(super) struct Nowhere;

impl Sink<'_> for Nowhere {
    fn take(&mut self, _: Event<'_>) {}
}

/// An element begun and not yet ended.
#[derive(Debug)]
pub(super) struct Open {
    pub(super) tag: Tag,
    pub(super) range: Range,
    /// It was told to the sink.
    pub(super) shown: bool,
    /// The name of the HTML element it comes from.
    pub(super) name: Option<String>,
}

/// Everything is left out until the element called `name` ends, or what was open before has ended.
#[derive(Debug)]
pub(super) struct Hush {
    pub(super) level: usize,
    pub(super) name: String,
    pub(super) nested: usize,
}

/// The walk.
#[allow(clippy::struct_excessive_bools)] // each tells of something else, and none excludes another
pub(super) struct Walk<'a, S> {
    pub(super) source: &'a str,
    pub(super) facts: Facts,
    pub(super) raw: Vec<RawTag>,
    pub(super) sink: S,
    pub(super) inline: Inline<'a>,
    pub(super) open: Vec<Open>,
    pub(super) hush: Option<Hush>,
    /// Shown elements open now; links, pictures, and elements that hold running text only.
    pub(super) depth: usize,
    pub(super) links: usize,
    pub(super) images: usize,
    pub(super) flat: usize,
    /// HTML is being woven into running text.
    pub(super) pouring: bool,
    /// HTML may stand where it does not belong.
    pub(super) misfits: bool,
    pub(super) aligns: Vec<Align>,
    pub(super) column: usize,
    pub(super) head: bool,
    /// Text is code now.
    pub(super) verbatim: bool,
    /// The block of HTML being collected.
    pub(super) html: Option<(Cow<'a, str>, Range)>,
    pub(super) gather: Gather,
    notes: BTreeMap<String, u32>,
    budget: usize,
    full: bool,
}

/// CommonMark with what authors were promised.
fn options() -> cmark::Options {
    cmark::Options::ENABLE_TABLES
        | cmark::Options::ENABLE_FOOTNOTES
        | cmark::Options::ENABLE_STRIKETHROUGH
        | cmark::Options::ENABLE_TASKLISTS
}

pub(super) fn cow(text: cmark::CowStr<'_>) -> Cow<'_, str> {
    match text {
        cmark::CowStr::Borrowed(text) => Cow::Borrowed(text),
        text => Cow::Owned(text.into_string()),
    }
}

impl<'a, S: Sink<'a>> Walk<'a, S> {
    /// Walks through `source` and tells `sink`.
    pub(super) fn through(source: &'a str, sink: S) -> Self {
        let mut walk = Self {
            source,
            facts: Facts::default(),
            raw: Vec::new(),
            sink,
            inline: Inline::default(),
            open: Vec::with_capacity(8),
            hush: None,
            depth: 0,
            links: 0,
            images: 0,
            flat: 0,
            pouring: false,
            misfits: false,
            gather: Gather::of(source),
            notes: BTreeMap::new(),
            aligns: Vec::new(),
            column: 0,
            head: false,
            verbatim: false,
            html: None,
            budget: source.len().saturating_mul(16).saturating_add(64 << 10),
            full: false,
        };
        for (event, range) in cmark::Parser::new_ext(source, options()).into_offset_iter() {
            walk.step(event, range);
        }
        walk.flush();
        while let Some(open) = walk.open.pop() {
            walk.ended(&open);
        }
        walk
    }

    fn step(&mut self, event: cmark::Event<'a>, range: std::ops::Range<usize>) {
        use cmark::{Event as E, Tag as T};
        let place = Range::from(range.clone());
        match event {
            E::Text(text) if self.verbatim => self.say(cow(text), place),
            E::Text(text) => self.inline.text(self.source, cow(text), range),
            E::Code(text) => self.inline.push(Piece::Atom(Kind::Code(cow(text)), place), range.end),
            E::InlineHtml(text) => self.inline.push(Piece::Html(cow(text), place), range.end),
            E::SoftBreak => self.inline.line_break(Piece::Break(place), range.end),
            E::HardBreak => self.inline.line_break(Piece::Atom(Kind::HardBreak, place), range.end),
            E::TaskListMarker(done) => self.inline.push(Piece::Atom(Kind::Task(done), place), range.end),
            E::FootnoteReference(label) => {
                let note = Kind::Note(self.note(&label), 0);
                self.inline.push(Piece::Atom(note, place), range.end);
            }
            E::Start(T::Emphasis | T::Strong | T::Strikethrough) => self.inline.run(self.source, range.start),
            E::End(cmark::TagEnd::Emphasis) => self.inline.run(self.source, range.end - 1),
            E::End(cmark::TagEnd::Strong) => self.inline.run(self.source, range.end - 2),
            E::End(cmark::TagEnd::Strikethrough) => {
                let two = self.source.as_bytes().get(range.start + 1) == Some(&b'~');
                self.inline.run(self.source, range.end - if two { 2 } else { 1 });
            }
            E::Start(T::Link { link_type, dest_url, title, .. }) => {
                let bare = matches!(link_type, cmark::LinkType::Autolink | cmark::LinkType::Email);
                let mail = link_type == cmark::LinkType::Email;
                let destination = if mail { format!("mailto:{dest_url}") } else { dest_url.into_string() };
                let link = Link { destination, title: title.into_string(), bare, range: place, ..Link::default() };
                self.inline.open(Piece::Link(Box::new(link)));
            }
            E::Start(T::Image { dest_url, title, .. }) => {
                let (destination, title) = (dest_url.into_string(), title.into_string());
                let image = Image { destination, title, range: place, ..Image::default() };
                self.inline.open(Piece::Image(Box::new(image)));
            }
            E::End(cmark::TagEnd::Link | cmark::TagEnd::Image) => self.inline.close(range.end),
            E::Html(text) => self.collect(cow(text), place),
            E::Rule => {
                self.flush();
                self.emit(Kind::Rule, place);
            }
            E::Start(tag) => {
                self.flush();
                self.begin(tag, place);
            }
            E::End(tag) => {
                self.flush();
                self.finish(tag);
            }
            // Mathematics is not asked for.
            E::InlineMath(text) | E::DisplayMath(text) => self.say(cow(text), place),
        }
    }

    /// The footnote called `label`.
    pub(super) fn note(&mut self, label: &str) -> u32 {
        let key = label.to_lowercase();
        if let Some(index) = self.notes.get(&key) {
            return *index;
        }
        let index = count(self.facts.footnotes.len());
        self.facts.footnotes.push(Footnote { label: label.to_owned(), ..Footnote::default() });
        self.notes.insert(key, index);
        index
    }

    /// Is nothing to be told now?
    pub(super) fn silent(&self) -> bool {
        self.full || self.hush.is_some()
    }

    /// Tells text.
    pub(super) fn say(&mut self, text: Cow<'a, str>, range: Range) {
        if !text.is_empty() {
            self.emit(Kind::Text(text), range);
        }
    }

    /// Tells what stands between elements, unless all is silent.
    pub(super) fn emit(&mut self, kind: Kind<'a>, range: Range) {
        if self.silent() {
            return;
        }
        let cost = match &kind {
            Kind::Text(text) | Kind::Code(text) => text.len(),
            Kind::Note(..) => 128,
            _ => 8,
        };
        if self.affords(cost, range) {
            self.tell(kind, range);
        }
    }

    /// Takes `cost` bytes off what the body may unfold to; once that is spent, nothing more begins.
    fn affords(&mut self, cost: usize, range: Range) -> bool {
        let left = self.budget.checked_sub(cost);
        self.full = left.is_none();
        self.budget = left.unwrap_or(0);
        if self.full {
            self.facts.beyond.get_or_insert(Beyond::Size(range.start));
        }
        !self.full
    }

    fn tell(&mut self, kind: Kind<'a>, range: Range) {
        self.gather.take(&kind, range, &mut self.facts);
        self.sink.take(Event { kind, range });
    }

    /// Begins an element that costs `cost` bytes besides its content; `name` if it is HTML.
    pub(super) fn enter(&mut self, tag: Tag, range: Range, cost: usize, name: Option<String>) {
        let flattens = matches!(tag, Tag::Quote | Tag::List(_) | Tag::Footnote(_) | Tag::Raw(..))
            || matches!(tag, Tag::Emphasis | Tag::Strong | Tag::Strikethrough);
        let orphan = tag == Tag::Item && self.open.last().is_some_and(|list| !list.shown);
        let too_deep = flattens && self.depth >= DEPTH;
        if too_deep && !self.silent() {
            self.facts.beyond.get_or_insert(Beyond::Depth(range.start));
        }
        let shown = !too_deep && !orphan && !self.silent() && self.affords(cost + 8, range);
        if shown {
            self.depth += 1;
            match tag {
                Tag::Link(_) => self.links += 1,
                Tag::Image(_) => self.images += 1,
                Tag::Paragraph | Tag::Heading(_) | Tag::Cell(..) => self.flat += 1,
                _ => {}
            }
            self.tell(Kind::Start(tag), range);
        }
        self.open.push(Open { tag, range, shown, name });
    }

    /// Ends the Markdown element begun last, and the HTML in it that was left open.
    pub(super) fn leave(&mut self) {
        while let Some(open) = self.open.pop() {
            let markdown = open.name.is_none();
            self.ended(&open);
            if markdown {
                break;
            }
        }
    }

    /// Tells the end of an element taken off the stack.
    pub(super) fn ended(&mut self, open: &Open) {
        if self.hush.as_ref().is_some_and(|hush| self.open.len() < hush.level) {
            self.hush = None;
        }
        if open.shown {
            self.depth -= 1;
            match open.tag {
                Tag::Link(_) => self.links -= 1,
                Tag::Image(_) => self.images -= 1,
                Tag::Paragraph | Tag::Heading(_) | Tag::Cell(..) => self.flat -= 1,
                _ => {}
            }
            self.tell(Kind::End(open.tag), open.range);
        } else if open.tag == Tag::Item {
            self.emit(Kind::SoftBreak, open.range);
        }
    }
}

/// A place in a list, as events hold it.
pub(super) fn count(length: usize) -> u32 {
    u32::try_from(length).unwrap_or(u32::MAX)
}
