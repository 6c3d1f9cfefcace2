//! What pasting does to a text: lines that look like tables, headings and paragraphs and are none.

mod cells;
mod code;
mod heading;
mod indented;
mod line;
mod link;
mod list;
mod look;
mod office;
mod ordinal;
mod run;
mod sign;
mod swallowed;
mod table;

pub use heading::FALSE_HEADING;
pub use indented::INDENTED_AS_CODE;
pub use link::DROPPED_LINK;
pub use list::RUN_TOGETHER;
pub use office::OFFICE_TAGS;
pub use table::FALSE_TABLE;

pub(super) use code::is_code;
pub(super) use look::entry;
