//! One file at a time: text to keys, values and places; never fails.

pub mod schema;

mod document;
mod rules;

pub use document::{Declared, Document};
pub use rules::{
    BEYOND_LIMITS, FAMILY, FULL_WIDTH_PUNCTUATION, INVISIBLE_CHARACTER, MISSING_KEY, NOT_UTF8, TOML_SYNTAX,
    UNKNOWN_KEY, UNKNOWN_VALUE, UNSAFE_PATH, WRONG_TYPE,
};
