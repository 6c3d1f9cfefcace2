//! What this room raises.

use super::{
    BEYOND_LIMITS, FULL_WIDTH_PUNCTUATION, INVISIBLE_CHARACTER, MISSING_KEY, NOT_UTF8, TOML_SYNTAX, UNKNOWN_KEY,
    UNKNOWN_VALUE, UNSAFE_PATH, WRONG_TYPE,
};
use crate::diagnostic::Family;

/// The rules of reading that one file alone can break.
pub static FAMILY: Family = Family {
    prefix: "GK00",
    title: words! { zh: "读取", en: "Reading" },
    rules: &[
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
    ],
};
