//! Which keys a table takes: the one source of reading, of messages about keys, and of the reference of all keys.

use crate::vocabulary::{Vocabulary, Words};

/// Whether a key must be there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Need {
    /// Missing is a fault of the table itself (0006).
    Must,
    /// May be left out; where a duty asks for it, another rule tells.
    May,
}

/// What a text refers to; resolved when all files are read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Refer {
    /// An organisation's id.
    Organisation,
    /// A field's id.
    Field,
    /// An item's full id, `field/item`.
    Item,
    /// An entry: path below `content/` without `.md`, index number, or a document number if unique.
    Entry,
    /// A plan's id.
    Plan,
    /// A project's id.
    Project,
    /// An account's id.
    Account,
    /// A register's id, own or built in.
    Register,
    /// A rule: name, code or Chinese label.
    Rule,
}

/// What a value looks like. The shape of a key follows from its type: see [`ValueType`](super::ValueType).
#[derive(Clone, Copy, Debug)]
pub enum Shape {
    /// Any text.
    Text,
    /// A permanent id, `[a-z0-9-]+`.
    Id,
    /// A day: a TOML date, or a text that is one.
    Day,
    /// A day, or a day and a time: `2018-05-10` or `"2018-05-10 09:30"`.
    Moment,
    /// A period: `"2018"`, `"2018H1"`, `"2018Q3"`, `"2018-07"`.
    Period,
    /// A whole number.
    Integer,
    /// A whole number between two, and the one that holds where none is written.
    Count { least: u16, most: u16, usual: u16 },
    /// A number, whole or not; kept as written.
    Number,
    /// `true` or `false`.
    Flag,
    /// A word of a closed list.
    Word(&'static Vocabulary),
    /// A path of a file, from the folder of the file that names it.
    Path,
    /// A reference.
    Refer(Refer),
    /// A list.
    List(&'static Shape),
    /// One value, or a list of them; read as a list.
    Many(&'static Shape),
    /// A table.
    Table(&'static Schema),
    /// A text, which stands for the table's key of that name, or the table itself.
    Short(&'static Schema, &'static str),
    /// A table of free keys, all of one shape.
    Map(&'static Shape),
    /// Anything: kept as written.
    Any,
}

/// One key of a table, as its schema lists it.
#[derive(Debug)]
pub struct KeySpec {
    /// The key.
    pub name: &'static str,
    /// What stands for it in an encoded table: never 0, and no other key of the table has it.
    pub number: u8,
    /// What stands in it.
    pub shape: Shape,
    /// Whether it must be there.
    pub need: Need,
    /// Whether its value may leave the house: appear on pages and in JSON.
    pub public: bool,
    /// What it is, for the reference and for messages.
    pub words: Words,
}

impl KeySpec {
    /// The same key, but its value never leaves the house.
    #[must_use]
    pub const fn internal(mut self) -> Self {
        self.public = false;
        self
    }
}

/// What becomes of keys that the table does not name.
#[derive(Clone, Copy, Debug)]
pub enum Rest {
    /// They are unknown (0004).
    Refused,
    /// They are kept, each of this shape.
    Kept(&'static Shape),
}

/// A kind of table.
#[derive(Debug)]
pub struct Schema {
    /// Its name in files: `item` for `[[item]]`; empty for tables without one.
    pub name: &'static str,
    /// What it is.
    pub words: Words,
    /// Its keys, in the order of the reference.
    pub keys: &'static [KeySpec],
    /// Other keys.
    pub rest: Rest,
}

impl Schema {
    /// A table that takes only the keys it names.
    pub const fn new(name: &'static str, zh: &'static str, en: &'static str, keys: &'static [KeySpec]) -> Self {
        Self { name, words: Words { zh, en }, keys, rest: Rest::Refused }
    }

    /// The key called `name`.
    pub fn key(&self, name: &str) -> Option<&'static KeySpec> {
        self.keys.iter().find(|key| key.name == name)
    }
}
