//! All edits of all findings, made at once: a world's files to those that `fix` would leave, without a disk.

mod batch;
mod diff;
#[allow(clippy::module_inception, reason = "the room is named after what it does")]
mod mend;
mod official;
mod rewrite;

pub use diff::diff;
pub use mend::{Mended, MendedFile, mend};
pub use rewrite::edited;
