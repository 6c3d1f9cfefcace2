//! Files by name and number, spans of bytes, lines and columns.

mod lines;
mod needles;
mod path;
mod skim;
mod sources;
mod span;
#[cfg(test)]
pub mod tests;

pub use lines::{LineIndex, Lines, Position};
pub use needles::Needles;
pub use path::join;
pub use skim::{Skimmer, skim};
pub use sources::{FileId, Role, Source, Sources};
pub use span::{Place, Range, Span};
