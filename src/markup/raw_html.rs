//! Lowers HTML that the author wrote to events: allowed elements become events like any other, the rest is recorded and left out.
//!
//! HTML is cut into tokens (never parsed to a tree of its own), and each start tag meets the [allowlist](super::allowlist):
//!
//! - `<a href>`, `<img>` and `<h1>`…`<h6>` become the same events as `[…](…)`, `![…](…)` and `#`, so that rules, heading ids and
//!   resolved links hold for them, too;
//! - other allowed elements become `Tag::Raw`, with the attributes that may stay;
//! - an element unknown or out of place loses its tags, and its content stays: `<font>甲</font>` is 甲;
//! - an element that acts, embeds or hides (`<script>`, `<p hidden>`) goes with its content, up to its end tag or the end of the
//!   Markdown block around it.
//!
//! End tags close what is open by name. An element left open ends with the paragraph or block of Markdown that it stands in, so
//! what is written always nests. It may still nest as the HTML content model forbids (`<li>` outside a list, `<div>` in a
//! paragraph). That only a real HTML parser can mend; then [`TreeBuilder::needs_repair`] is set and [`repair`](super::repair)
//! does it. `<br>` and phrasing content in a paragraph are at home anywhere and set nothing.

use std::borrow::Cow;

use super::allowlist::{self, Treatment};
use super::document::RawTag;
use super::event::{EventKind, Shape, Tag};
use super::facts::{Image, Link};
use super::html_tokenizer::{Token, is_code, is_raw_text, resolve_references, tokens};
use super::sink::Sink;
use super::tree::{SkipUntil, TreeBuilder, has_words, index};
use crate::source::Range;

/// Lowers `html`, which stands at `range` of the source.
pub(super) fn lower_raw_html<'a, S: Sink<'a>>(tree: &mut TreeBuilder<'a, S>, html: &str, range: Range) {
    // Where marks of a block quote stood between the lines, the place of a token is that of the whole.
    let exact = tree.source.get(range.bytes()) == Some(html);
    tokens(html, |token, place| {
        let place = if exact { Range::from(place).shifted(range.start as usize) } else { range };
        lower_token(tree, token, place);
    });
}

fn lower_token<'a, S: Sink<'a>>(tree: &mut TreeBuilder<'a, S>, token: Token<'_>, range: Range) {
    if let Some(skip) = &mut tree.skip {
        match token {
            Token::StartTag(name, _) if name == skip.name && !is_raw_text(&name) => skip.nested += 1,
            Token::EndTag(name) if name == skip.name => {
                if skip.nested > 0 {
                    skip.nested -= 1;
                } else if tree.open.len() == skip.level {
                    // Code that has an end is no words.
                    if is_code(&name)
                        && let Some(it) = skip.removed
                    {
                        tree.facts.removed[it].is_loss = false;
                    }
                    tree.skip = None;
                }
            }
            Token::Text(text) | Token::Swallowed(text) => tree.lose(text),
            _ => {}
        }
        return;
    }
    match token {
        Token::Text(text) => tree.text(Cow::Owned(resolve_references(text).into_owned()), range),
        Token::Comment(open) => {
            if let Some(it) = tree.record_removed("<!-- -->".to_owned(), range) {
                tree.facts.removed[it].is_loss = open.is_some_and(has_words);
            }
        }
        // Its element is skipped, or was kept out before.
        Token::Swallowed(_) => {}
        Token::StartTag(name, attributes) => lower_element(tree, name, &attributes, range),
        Token::EndTag(name) => tree.end_html(&name),
    }
}

fn lower_element<'a, S: Sink<'a>>(
    tree: &mut TreeBuilder<'a, S>,
    name: String,
    attributes: &[(String, String)],
    range: Range,
) {
    let treatment = allowlist::treatment(&name);
    let hidden = attributes.iter().find(|(key, value)| allowlist::hides(key, value));
    if hidden.is_some() || treatment == Treatment::Remove {
        let what = hidden.map_or_else(|| format!("<{name}>"), |(key, _)| format!("<{name} {key}>"));
        let removed = tree.record_removed(what, range);
        if let Some(it) = removed {
            tree.facts.removed[it].is_loss = allowlist::embeds(&name);
        }
        if !allowlist::is_void(&name) {
            tree.skip = Some(SkipUntil { level: tree.open.len(), name, nested: 0, removed });
        }
        return;
    }
    let get = |wanted: &str| attributes.iter().find(|(key, _)| key == wanted).map(|(_, value)| value.as_str());
    match treatment {
        Treatment::ReplaceWithChildren => {
            if let Some(it) = tree.record_removed(format!("<{name}>"), range) {
                tree.facts.removed[it].is_loss = allowlist::embeds(&name);
            }
        }
        Treatment::Link => {
            filter_attributes(tree, &name, attributes, &["href", "target", "rel", "id", "name"], range);
            if let Some(name) = get("id").or(get("name")).filter(|_| get("href").is_none()) {
                lower_anchor(tree, name, range);
            }
            if let Some(destination) = get("href") {
                tree.needs_repair |= !tree.in_inline;
                let title = get("title").unwrap_or_default().to_owned();
                let link = Link { destination: destination.to_owned(), title, range, ..Link::default() };
                tree.link(link, Some(name));
            }
        }
        Treatment::Image => {
            filter_attributes(tree, &name, attributes, &["src", "alt", "width", "height"], range);
            let size = |key: &str| get(key).and_then(|value| value.trim().parse().ok()).filter(|size| *size > 0);
            tree.image(Image {
                destination: get("src").unwrap_or_default().to_owned(),
                title: get("title").unwrap_or_default().to_owned(),
                width: size("width"),
                height: size("height"),
                range,
                ..Image::default()
            });
            tree.text(Cow::Owned(get("alt").unwrap_or_default().to_owned()), range);
            tree.end();
        }
        // A heading within a paragraph, cell or heading is none.
        Treatment::Heading(_) if tree.in_phrasing() => {
            tree.record_removed(format!("<{name}>"), range);
        }
        Treatment::Heading(level) => {
            tree.needs_repair |= !tree.in_inline;
            filter_attributes(tree, &name, attributes, &[], range);
            tree.heading(level, range, Some(name));
        }
        Treatment::Keep | Treatment::KeepVoid => {
            let mut kept = filter_attributes(tree, &name, attributes, &["id"], range);
            if tree.is_suppressed() || treatment == Treatment::Keep && tree.is_too_deep() {
                return;
            }
            if let Some(wanted) = get("id") {
                kept.push(("id", tree.anchor(wanted)));
            }
            let index = index(tree.raw.len());
            let shape = allowlist::shape(&name);
            tree.needs_repair |= name != "br" && !(tree.in_inline && shape == Shape::Phrasing);
            tree.raw.push(RawTag { name: name.clone(), attributes: kept });
            if treatment == Treatment::KeepVoid {
                tree.emit(EventKind::VoidElement(index), range);
            } else {
                tree.start(Tag::Raw(index, shape), range, name.len() * 2, Some(name));
            }
        }
        Treatment::Remove => {}
    }
}

/// `<a id>` without `href` becomes an empty `span` with the id: a place to lead to, and no more.
fn lower_anchor<'a, S: Sink<'a>>(tree: &mut TreeBuilder<'a, S>, wanted: &str, range: Range) {
    if tree.is_suppressed() {
        return;
    }
    let attributes = vec![("id", tree.anchor(wanted))];
    let tag = Tag::Raw(index(tree.raw.len()), Shape::Phrasing);
    tree.raw.push(RawTag { name: "span".to_owned(), attributes });
    tree.start(tag, range, wanted.len() + 24, None);
    tree.end();
}

/// The attributes that may stay, the first of each name; records the others, but those in `known`, which the caller takes.
fn filter_attributes<'a, S: Sink<'a>>(
    tree: &mut TreeBuilder<'a, S>,
    name: &str,
    attributes: &[(String, String)],
    known: &[&str],
    range: Range,
) -> Vec<(&'static str, String)> {
    let mut kept: Vec<(&'static str, String)> = Vec::new();
    for (key, value) in attributes {
        match allowlist::attribute(name, key, value) {
            Some(attribute) if kept.iter().all(|(key, _)| *key != attribute.0) => kept.push(attribute),
            None if !known.contains(&key.as_str()) => {
                tree.record_removed(format!("{key}="), range);
            }
            _ => {}
        }
    }
    kept
}
