//! Markdown with Chinese emphasis done right, to a tree, to safe HTML.

mod allowlist;
mod autolink;
mod char_class;
mod collect;
mod delimiter;
mod document;
mod domain;
mod emphasis;
mod escape;
mod event;
mod facts;
mod flush;
mod footnotes;
mod html;
mod html_text;
mod html_tokenizer;
mod inline;
mod letter;
mod link;
mod outline;
mod parse;
mod parser;
mod placeholder;
mod plain;
mod ranges;
mod raw_html;
mod repair;
mod scheme;
mod sink;
mod slug;
mod template;
mod tree;

#[cfg(test)]
mod tests;

pub use document::Document;
pub use domain::{domain, whole_address};
pub use facts::{Facts, Heading, Image, Leftover, LimitExceeded, Line, Link, Table};
pub use html::render;
pub use html_text::html_text;
pub use letter::{is_day, is_salutation};
pub use link::{LinkUse, Resolved};
pub use outline::{Block, Piece, outline};
pub use parse::{facts, parse, plain};
pub use plain::Plain;
pub use scheme::{Scheme, scheme};
pub use slug::heading_id;
pub use template::HtmlTemplate;

#[cfg(test)]
use event::{Event, EventKind, Tag};
