//! One file at a time: text to keys, values and places; never fails.

pub mod schema;
