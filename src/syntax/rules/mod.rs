//! The rules of reading, with their texts.

mod key;
mod list;
mod text;

pub use key::{MISSING_KEY, UNKNOWN_KEY, UNKNOWN_VALUE, WRONG_TYPE};
pub use list::RULES;
pub use text::{BEYOND_LIMITS, INVISIBLE_CHARACTER, NOT_UTF8};
pub use text::{FULL_WIDTH_PUNCTUATION, TOML_SYNTAX};
pub use text::{OVERLOOKED_FILE, UNSAFE_PATH};
