//! GK18: can everybody read what is published: who hears it read out, who walks through it by keyboard?

mod file;
mod heading;
mod link;
mod look;
mod picture;
mod table;

pub use file::{LONGEST_HINT, SCAN_ONLY_ENTRY, is_hint, scan_only};
pub use heading::SKIPPED_HEADING;
pub use link::EMPTY_LINK;
pub use picture::PICTURE_WITHOUT_TEXT;
pub use table::TABLE_WITHOUT_HEAD;

pub(super) use look::entry;
