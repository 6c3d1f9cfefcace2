//! Document numbers, index numbers, credit codes, project codes, personal numbers: parse, check characters, mend, find.

pub mod bank;
mod cited;
pub mod credit;
mod digits;
pub mod document;
mod gap;
mod glyph;
pub mod identity;
pub mod index;
pub mod personal;
pub mod phone;
pub mod project;
pub mod site_id;
mod template;

pub use cited::CitedNumber;
pub use document::DocumentNumber;
pub use index::{IndexFault, IndexNumber, fold};
pub use template::{Parts, Template};
