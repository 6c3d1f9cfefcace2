//! Files by name and number, spans of bytes, lines and columns.

mod lines;
mod sources;
mod span;

pub use lines::{Lines, Position};
pub use sources::{FileId, Role, Source, Sources};
pub use span::{Place, Range, Span};
