//! A body parsed: its events and its facts.

use super::event::Event;
use super::facts::Facts;
use super::plain::Plain;

/// An HTML element of the author's that passed the allowlist, as it will be written.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RawTag {
    /// In lower case.
    pub name: String,
    /// Names of the allowlist with values not yet escaped.
    pub attributes: Vec<(&'static str, String)>,
}

/// A body parsed: a tree written flat, and what was found on the way.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Document<'a> {
    /// The tree in document order.
    pub events: Vec<Event<'a>>,
    /// What rules and the site ask of a body.
    pub facts: Facts,
    /// The author's HTML elements that stay; `Tag::Raw` and `EventKind::VoidElement` hold indices into this list.
    pub raw: Vec<RawTag>,
    /// Some of them may stand where the HTML content model forbids it, so what is written goes through the HTML parser once.
    pub needs_repair: bool,
    /// Bytes of the body; limits on what is written are multiples of it.
    pub length: usize,
}

impl Document<'_> {
    /// The same text as [`plain`](super::plain()) makes, from events that are there already.
    pub fn plain(&self) -> Plain {
        let mut plain = Plain::default();
        for event in &self.events {
            plain.add(event);
        }
        plain.finish()
    }
}
