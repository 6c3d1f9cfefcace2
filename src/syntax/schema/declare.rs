//! How a key is declared in one line.

use crate::{
    record::{Key, Need, Rest, Schema, Shape},
    text::Words,
};

/// A key that must be there.
pub(super) const fn must(name: &'static str, shape: Shape, zh: &'static str, en: &'static str) -> Key {
    Key { name, shape, need: Need::Must, public: true, words: Words { zh, en } }
}

/// A key that may be left out.
pub(super) const fn may(name: &'static str, shape: Shape, zh: &'static str, en: &'static str) -> Key {
    Key { name, shape, need: Need::May, public: true, words: Words { zh, en } }
}

/// The same key, but its value never leaves the house.
pub(super) const fn inner(mut key: Key) -> Key {
    key.public = false;
    key
}

/// A table that takes only the keys it names.
pub(super) const fn table(name: &'static str, zh: &'static str, en: &'static str, keys: &'static [Key]) -> Schema {
    Schema { name, words: Words { zh, en }, keys, rest: Rest::Refused }
}

/// A text or several.
pub(super) const MANY: Shape = Shape::Many(&Shape::Text);
