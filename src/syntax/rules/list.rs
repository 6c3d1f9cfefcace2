//! What this room raises.

use super::{
    BEYOND_LIMITS, FULL_WIDTH_PUNCTUATION, INVISIBLE_CHARACTER, MISSING_KEY, NOT_UTF8, OVERLOOKED_FILE, TOML_SYNTAX,
    UNKNOWN_KEY, UNKNOWN_VALUE, UNSAFE_PATH, WRONG_TYPE,
};
use crate::diagnostic::Rule;

/// The rules of reading that one file alone can break, by code.
pub static RULES: &[&Rule] = &[
    &NOT_UTF8,
    &FULL_WIDTH_PUNCTUATION,
    &TOML_SYNTAX,
    &UNKNOWN_KEY,
    &WRONG_TYPE,
    &MISSING_KEY,
    &UNKNOWN_VALUE,
    &UNSAFE_PATH,
    &BEYOND_LIMITS,
    &INVISIBLE_CHARACTER,
    &OVERLOOKED_FILE,
];
