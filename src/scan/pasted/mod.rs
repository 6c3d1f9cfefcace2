//! What pasting does to a text: lines that look like tables, headings and paragraphs and are none.

mod heading;
mod indented;
mod line;
mod list;
mod look;
mod ordinal;
mod table;

pub use heading::FALSE_HEADING;
pub use indented::INDENTED_AS_CODE;
pub use list::RUN_TOGETHER;
pub use table::FALSE_TABLE;

pub(super) use look::entry;
