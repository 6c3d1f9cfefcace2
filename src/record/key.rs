//! Keys as the program asks for them: each knows its table and the type of its value.

use std::{fmt, marker::PhantomData};

use super::{Any, KeySpec, Name, Need, ValueType};
use crate::{
    day::{Day, Moment},
    vocabulary::Words,
};

/// A key of tables of kind `T`, whose value is a `V`: another table is not asked for it, and no other type comes out.
///
/// It is declared once, as a constant of `T`, with its name and its number; the schema of `T` lists it with its words. The
/// number stands for it in encoded tables. It is any but 0 that no other key of the table has, and may change from one
/// version of the program to the next.
pub struct Key<T, V> {
    /// As authors write it.
    pub name: &'static str,
    pub(super) number: u8,
    of: PhantomData<fn() -> (T, V)>,
}

impl<T, V> Key<T, V> {
    /// The key called `name`.
    pub const fn new(number: u8, name: &'static str) -> Self {
        Self { name, number, of: PhantomData }
    }

    /// The same key, its value as written: for lists of keys of several types.
    pub const fn any(self) -> Key<T, Any> {
        Key::new(self.number, self.name)
    }
}

impl<T, V: ValueType> Key<T, V> {
    /// Its line in the schema, as a key that must be there.
    pub const fn must(self, zh: &'static str, en: &'static str) -> KeySpec {
        let words = Words { zh, en };
        KeySpec { name: self.name, number: self.number, shape: V::SHAPE, need: Need::Must, public: true, words }
    }

    /// Its line in the schema, as a key that may be left out.
    pub const fn may(self, zh: &'static str, en: &'static str) -> KeySpec {
        KeySpec { need: Need::May, ..self.must(zh, en) }
    }
}

impl<T> Key<T, Moment> {
    /// The same key, of whose value only the day is asked.
    pub const fn day(self) -> Key<T, Day> {
        Key::new(self.number, self.name)
    }
}

impl KeySpec {
    /// The key in a table of the kind whose schema lists it, its value as written.
    pub const fn key<T>(&self) -> Key<T, Any> {
        Key::new(self.number, self.name)
    }
}

impl<T, V> From<Key<T, V>> for Name<'_> {
    fn from(key: Key<T, V>) -> Self {
        Self::Declared(key.number)
    }
}

impl<T, V> Clone for Key<T, V> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T, V> Copy for Key<T, V> {}

impl<T, V> PartialEq for Key<T, V> {
    fn eq(&self, other: &Self) -> bool {
        self.number == other.number
    }
}

impl<T, V> fmt::Debug for Key<T, V> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name)
    }
}
