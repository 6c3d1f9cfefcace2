//! The ways into a body: its tree, its facts, or its plain text.
//!
//! All three are one pass. pulldown-cmark's events go through [`Parser`], which finds emphasis anew and lowers raw HTML, into
//! a [`TreeBuilder`](super::tree::TreeBuilder), which keeps elements nested and collects facts, and on to a [`Sink`].

use super::document::Document;
use super::facts::Facts;
use super::parser::Parser;
use super::plain::Plain;
use super::sink::{NullSink, Sink};
use super::tree::TreeBuilder;

/// Parses `body`: Markdown without front matter, line ends LF. Never fails: any text is Markdown.
pub fn parse(body: &str) -> Document<'_> {
    // About one event for every 16 bytes of ordinary text; growing a large list copies it.
    let tree = build(body, Vec::with_capacity(body.len() / 16));
    let (facts, raw, needs_repair) = (tree.facts, tree.raw, tree.needs_repair);
    Document { events: tree.sink, facts, raw, needs_repair, length: body.len() }
}

/// The facts of [`parse`] without the tree, for a body that is not published now.
pub fn facts(body: &str) -> Facts {
    build(body, NullSink).facts
}

/// The plain text of `body`, for search and for rules that read text.
pub fn plain(body: &str) -> Plain {
    build(body, Plain::default()).sink.finish()
}

fn build<'a, S: Sink<'a>>(body: &'a str, sink: S) -> TreeBuilder<'a, S> {
    Parser::new(body, sink).run()
}
