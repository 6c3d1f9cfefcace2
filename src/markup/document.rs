//! A body parsed: its events and its facts.

use super::event::Event;
use super::facts::Facts;
use super::walk::{Nowhere, Sink, Walk};

/// An allowed HTML element as it will be written.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RawTag {
    /// Its name.
    pub name: String,
    /// Its attributes.
    pub attributes: Vec<(&'static str, String)>,
}

/// A body, parsed.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Document<'a> {
    /// The body in order.
    pub events: Vec<Event<'a>>,
    /// What was gathered.
    pub facts: Facts,
    /// HTML elements of the author's that stay; `Tag::Raw` and `Kind::Void` point here.
    pub raw: Vec<RawTag>,
    /// Some of them may stand where a browser would not have them; then the page's HTML is repaired.
    pub misfits: bool,
    /// Bytes of the body.
    pub length: usize,
}

#[cfg(test)]
impl Document<'_> {
    /// The plain text made of the events, to be compared with [`plain`](super::plain()).
    pub fn plain(&self) -> super::plain::Plain {
        let mut plain = super::plain::Plain::default();
        for event in &self.events {
            plain.add(event);
        }
        plain.finish()
    }
}

/// Parses `body`: Markdown without front matter, line ends LF. Never fails: any text is Markdown.
pub fn parse(body: &str) -> Document<'_> {
    // About one event for every 16 bytes of ordinary text; growing a large list copies it.
    let walk = Walk::through(body, Vec::with_capacity(body.len() / 16));
    Document { events: walk.sink, facts: walk.facts, raw: walk.raw, misfits: walk.misfits, length: body.len() }
}

/// What [`parse`] gathers, without the events.
pub fn facts(body: &str) -> Facts {
    Walk::through(body, Nowhere).facts
}

/// Walks through `body` and tells `sink`.
pub(super) fn tell<'a, S: Sink<'a>>(body: &'a str, sink: S) -> S {
    Walk::through(body, sink).sink
}
