//! HTML that the author wrote, woven into the events: allowed elements like any other, the rest reported and left out.

use std::borrow::Cow;

use super::address::{Reach, reach};
use super::document::RawTag;
use super::event::{Kind, Shape, Tag};
use super::facts::{Image, Link, Removed};
use super::raw::{self, Token};
use super::tag::{self, Fate};
use super::walk::{DEPTH, Hush, Sink, Walk, count};
use crate::source::Range;

impl<'a, S: Sink<'a>> Walk<'a, S> {
    /// Weaves in the HTML that stands at `range`.
    pub(super) fn weave(&mut self, html: &str, range: Range) {
        let exact = self.source.get(range.bytes()) == Some(html);
        raw::tokens(html, |token, place| {
            let place = if exact { Range::from(place).shifted(range.start as usize) } else { range };
            self.token(token, place);
        });
    }

    fn token(&mut self, token: Token<'_>, range: Range) {
        if let Some(hush) = &mut self.hush {
            match token {
                Token::Open(name, _) if name == hush.name && !raw::is_verbatim(&name) => hush.nested += 1,
                Token::Close(name) if name == hush.name => {
                    if hush.nested > 0 {
                        hush.nested -= 1;
                    } else if self.open.len() == hush.level {
                        self.hush = None;
                    }
                }
                _ => {}
            }
            return;
        }
        match token {
            Token::Text(text) => self.say(Cow::Owned(raw::resolved(text).into_owned()), range),
            Token::Comment => self.remove("<!-- -->".to_owned(), range),
            Token::Open(name, attributes) => self.element(name, &attributes, range),
            Token::Close(name) => {
                let html = self.open.iter().rev().take_while(|open| open.name.is_some());
                if let Some(above) = html.into_iter().position(|open| open.name.as_deref() == Some(&name)) {
                    for open in self.open.split_off(self.open.len() - above - 1).into_iter().rev() {
                        self.ended(&open);
                    }
                }
            }
        }
    }

    fn remove(&mut self, what: String, range: Range) {
        if !self.silent() {
            self.facts.removed.push(Removed { what, range });
        }
    }

    fn element(&mut self, name: String, attributes: &[(String, String)], range: Range) {
        let void = tag::is_void(&name);
        let fate = tag::fate(&name);
        let hidden = attributes.iter().find(|(key, value)| tag::hides(key, value));
        if hidden.is_some() || fate == Fate::Swallow {
            self.remove(hidden.map_or_else(|| format!("<{name}>"), |(key, _)| format!("<{name} {key}>")), range);
            if !void {
                self.hush = Some(Hush { level: self.open.len(), name, nested: 0 });
            }
            return;
        }
        let get = |wanted: &str| attributes.iter().find(|(key, _)| key == wanted).map(|(_, value)| value.as_str());
        match fate {
            Fate::Unwrap => self.remove(format!("<{name}>"), range),
            Fate::Link => {
                self.strip(&name, attributes, &["href", "target", "rel", "id", "name"], range);
                if let Some(name) = get("id").or(get("name")).filter(|_| get("href").is_none()) {
                    self.anchor(name, range);
                }
                if let Some(destination) = get("href") {
                    self.misfits |= !self.pouring;
                    let title = get("title").unwrap_or_default().to_owned();
                    let link = Link { destination: destination.to_owned(), title, range, ..Link::default() };
                    self.link(link, Some(name));
                }
            }
            Fate::Image => {
                self.strip(&name, attributes, &["src", "alt", "width", "height"], range);
                let size = |key: &str| get(key).and_then(|value| value.trim().parse().ok()).filter(|size| *size > 0);
                let image = Image {
                    destination: get("src").unwrap_or_default().to_owned(),
                    title: get("title").unwrap_or_default().to_owned(),
                    width: size("width"),
                    height: size("height"),
                    range,
                    ..Image::default()
                };
                self.image(image);
                self.say(Cow::Owned(get("alt").unwrap_or_default().to_owned()), range);
                self.leave();
            }
            // A heading within a paragraph, cell or heading is none.
            Fate::Heading(_) if self.flat > 0 => self.remove(format!("<{name}>"), range),
            Fate::Heading(level) => {
                self.misfits |= !self.pouring;
                self.strip(&name, attributes, &[], range);
                self.heading(level, range, Some(name));
            }
            Fate::Keep | Fate::Void => {
                let mut kept = self.strip(&name, attributes, &["id"], range);
                if self.silent() || fate == Fate::Keep && self.depth >= DEPTH {
                    return;
                }
                if let Some(wanted) = get("id") {
                    kept.push(("id", self.name(wanted)));
                }
                let index = count(self.raw.len());
                let shape = tag::shape(&name);
                self.misfits |= name != "br" && !(self.pouring && shape == Shape::Phrase);
                self.raw.push(RawTag { name: name.clone(), attributes: kept });
                if fate == Fate::Void {
                    self.emit(Kind::Void(index), range);
                } else {
                    self.enter(Tag::Raw(index, shape), range, name.len() * 2, Some(name));
                }
            }
            Fate::Swallow => {}
        }
    }

    /// The id in the page of what the author calls `wanted`.
    fn name(&mut self, wanted: &str) -> String {
        let id = self.gather.name(wanted);
        self.facts.anchors.push(id.clone());
        id
    }

    /// A place to lead to, and no more.
    fn anchor(&mut self, wanted: &str, range: Range) {
        if self.silent() {
            return;
        }
        let attributes = vec![("id", self.name(wanted))];
        let tag = Tag::Raw(count(self.raw.len()), Shape::Phrase);
        self.raw.push(RawTag { name: "span".to_owned(), attributes });
        self.enter(tag, range, wanted.len() + 24, None);
        self.leave();
    }

    /// The attributes that may stay; reports the others, but those that are `known`.
    fn strip(
        &mut self,
        name: &str,
        attributes: &[(String, String)],
        known: &[&str],
        range: Range,
    ) -> Vec<(&'static str, String)> {
        let mut kept: Vec<(&'static str, String)> = Vec::new();
        for (key, value) in attributes {
            match tag::attribute(name, key, value) {
                Some(attribute) if kept.iter().all(|(key, _)| *key != attribute.0) => kept.push(attribute),
                None if !known.contains(&key.as_str()) => self.remove(format!("{key}="), range),
                _ => {}
            }
        }
        kept
    }

    /// Begins a link, unless it stands in a link or picture or leads where none may.
    pub(super) fn link(&mut self, link: Link, name: Option<String>) {
        let range = link.range;
        let forbidden = self.forbidden(&link.destination, range);
        if self.silent() || forbidden || self.links + self.images > 0 {
            return self.skip(range, name);
        }
        let cost = link.destination.len() + link.title.len() + 64;
        let tag = Tag::Link(count(self.facts.links.len()));
        self.facts.links.push(link);
        self.enter(tag, range, cost, name);
    }

    /// Begins a picture, unless it stands in another or comes whence none may.
    pub(super) fn image(&mut self, image: Image) {
        let range = image.range;
        let forbidden = self.forbidden(&image.destination, range);
        if self.silent() || forbidden || self.images > 0 {
            return self.skip(range, None);
        }
        let cost = image.destination.len() + image.title.len() + 64;
        let tag = Tag::Image(count(self.facts.images.len()));
        self.facts.images.push(image);
        self.enter(tag, range, cost, None);
    }

    /// Reports an address that may not stand.
    fn forbidden(&mut self, destination: &str, range: Range) -> bool {
        let Reach::Forbidden(scheme) = reach(destination) else { return false };
        let scheme: String = scheme.chars().filter(char::is_ascii_graphic).map(|c| c.to_ascii_lowercase()).collect();
        self.remove(format!("{scheme}:"), range);
        true
    }

    /// Begins an element that is not told; what is in it stays.
    fn skip(&mut self, range: Range, name: Option<String>) {
        self.open.push(super::walk::Open { tag: Tag::Emphasis, range, shown: false, name });
    }
}
