//! What the text says of itself, and whether the front matter says the same.

mod date;
mod force;
mod look;
mod number;
mod sign_off;
mod term;

pub use look::CONTRADICTED_BY_TEXT;

pub(in crate::scan) use look::entry;
