//! Markdown with Chinese emphasis done right, to a tree, to safe HTML.

mod address;
mod autolink;
mod block;
mod delimiter;
mod document;
mod draft;
mod emphasis;
mod escape;
mod event;
mod facts;
mod flow;
mod gather;
mod html;
mod inline;
mod letter;
mod notes;
mod plain;
mod ranges;
mod raw;
mod repair;
mod slug;
mod tag;
mod walk;
mod weave;

#[cfg(test)]
mod tests;

pub use address::{Reach, reach};
pub use document::{facts, parse};
pub use draft::Draft;
pub use facts::Beyond;
pub use html::{LinkUse, Resolved, render};
pub use plain::plain;

#[cfg(test)]
use event::{Event, Kind, Tag};
