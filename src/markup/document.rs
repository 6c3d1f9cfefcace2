//! A body parsed: its events and its facts.

use super::event::{Event, EventKind, Tag};
use super::facts::Facts;
use super::plain::Plain;
use crate::source::Range;

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

    /// The places of breaks within a block, in order.
    pub fn breaks(&self) -> Vec<Range> {
        let is_break = |event: &&Event<'_>| {
            matches!(event.kind, EventKind::SoftBreak | EventKind::HardBreak | EventKind::VoidElement(_))
        };
        let mut breaks: Vec<Range> = self.events.iter().filter(is_break).map(|event| event.range).collect();
        breaks.sort_unstable();
        breaks
    }

    /// What is written into attributes: addresses, titles, values of the author's HTML; each with the element it comes from.
    pub fn attributes(&self) -> impl Iterator<Item = (&str, Range)> {
        let links = self.facts.links.iter().flat_map(|it| [(&*it.destination, it.range), (&*it.title, it.range)]);
        let images = self.facts.images.iter().flat_map(|it| [(&*it.destination, it.range), (&*it.title, it.range)]);
        let raw = self.events.iter().filter_map(|event| match event.kind {
            EventKind::VoidElement(raw) | EventKind::Start(Tag::Raw(raw, _)) => Some((raw, event.range)),
            _ => None,
        });
        let values =
            raw.flat_map(|(raw, range)| self.raw[raw as usize].attributes.iter().map(move |it| (&*it.1, range)));
        links.chain(images).chain(values)
    }
}
