//! The site on disk: a folder we own, changed all at once or not at all.

mod commit;
mod folder;
mod journal;
mod manifest;
mod recover;
mod writer;

pub use manifest::Kind;
pub use writer::{Output, Written, hex};
