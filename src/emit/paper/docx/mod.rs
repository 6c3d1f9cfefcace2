//! A paper as a document for Word, WPS and LibreOffice.

mod body;
#[allow(clippy::module_inception, reason = "the room is named after what it makes")]
mod docx;
mod table;
mod text;

pub use docx::docx;
