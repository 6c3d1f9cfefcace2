//! One file at a time: text to keys, values and places; never fails.

mod alias;
mod assignment;
mod body;
mod catalogue;
mod colon;
mod decode;
mod entry;
mod front;
mod labels;
mod layout;
mod path;
mod reader;
mod reference;
mod repair;
mod rules;
mod stray;
mod wording;

pub use body::body;
pub use catalogue::catalogue;
pub use decode::text;
pub use entry::{Declared, Document};
pub use entry::{drafted, entry};
pub use layout::Layout;
pub use path::{meant_path, path_problems};
pub use reader::kind_keys;
pub use reference::reference;
pub use rules::{
    BEYOND_LIMITS, FULL_WIDTH_PUNCTUATION, INVISIBLE_CHARACTER, MISSING_KEY, NOT_UTF8, OVERLOOKED_FILE, RULES,
    TOML_SYNTAX, UNKNOWN_KEY, UNKNOWN_VALUE, UNSAFE_PATH, WRONG_TYPE,
};
pub use wording::Wording;
#[cfg(test)]
mod tests;
