//! The plan of a site to files in a sink, without a disk: each page's key beside what makes the page.

mod entry_table;
mod file;
mod index;
mod one;
mod page;
mod page_key;
#[allow(clippy::module_inception, reason = "the room is named after what it does")]
mod publish;
mod search;
mod shell;

pub use one::{page_at, publish_one};
pub use publish::publish;
