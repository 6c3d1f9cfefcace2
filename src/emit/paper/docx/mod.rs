//! A paper as a document for Word, WPS and LibreOffice.

mod body;
mod docx;
mod table;
mod text;

pub use docx::docx;
