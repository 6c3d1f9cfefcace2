//! What two states of a catalogue differ in.

use super::{
    group::PUBLIC,
    kind::{ChangeKind, Standing},
    rows_change::RowsChange,
    shown::Shown,
};
use crate::{day::Day, vocabulary::Text};

/// How something moved.
#[derive(Clone, Debug, PartialEq)]
pub enum Move {
    /// From one field, plan or field above to another, both by title.
    Parent(String, String),
    /// It has another number.
    Number(String, String),
    /// It stands elsewhere among its neighbours: behind this one now, first where none is named.
    Order(Option<String>),
}

/// One side of a change.
#[derive(Clone, Debug, PartialEq)]
pub struct Version {
    /// Full id.
    pub id: String,
    pub title: String,
    /// The title of the field or plan it belongs to; empty for others.
    pub parent: String,
    pub standing: Standing,
    /// The file it stands in.
    pub path: String,
    /// All its keys.
    pub keys: Vec<(Key, Shown)>,
}

impl Version {
    /// The value of the key `name`.
    pub fn value(&self, name: &str) -> Option<&Shown> {
        self.keys.iter().find(|it| it.0.name == name).map(|it| &it.1)
    }
}

/// A key of a table.
#[derive(Clone, Debug, PartialEq)]
pub struct Key {
    pub name: String,
    /// What it is called; for keys of the author's own their name in both tongues.
    pub label: Text,
    /// Whether its value may leave the house.
    pub is_public: bool,
}

/// A key that says something else.
#[derive(Clone, Debug, PartialEq)]
pub struct KeyChange {
    pub key: Key,
    pub old: Option<Shown>,
    pub new: Option<Shown>,
    /// For a time limit, whether it is surely shorter or surely longer.
    pub limit: Option<Longer>,
}

/// Which of two time limits is the longer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Longer {
    /// The old one: the new one is shorter.
    Old,
    /// The new one.
    New,
}

/// Something of the catalogue that differs.
#[derive(Clone, Debug)]
pub struct Change {
    /// The kind of table: `item`, `field`, …; `rows` for the rows of a file.
    pub table: &'static str,
    pub kind: ChangeKind,
    /// As it was; none where it is new.
    pub old: Option<Version>,
    /// As it is; none where it is there no more.
    pub new: Option<Version>,
    /// How it moved.
    pub moves: Vec<Move>,
    /// What it says otherwise.
    pub keys: Vec<KeyChange>,
    /// Of a table's rows, what changed.
    pub rows: Option<RowsChange>,
    /// Ids of what it may have become, or have been: of another id and the same title. Nobody but people can tell.
    pub perhaps: Vec<String>,
}

impl Change {
    /// As it is, else as it was.
    pub fn version(&self) -> Option<&Version> {
        self.new.as_ref().or(self.old.as_ref())
    }

    /// Whether neither side may be told outside the house.
    pub fn is_internal(&self) -> bool {
        let is_internal = |it: &Option<Version>| it.as_ref().is_none_or(|it| it.standing == Standing::Internal);
        is_internal(&self.old) && is_internal(&self.new)
    }

    /// Whether it is of a working setting of the house.
    pub fn is_working_setting(&self) -> bool {
        PUBLIC.iter().all(|it| it.0 != self.table)
    }
}

/// A state that is compared.
#[derive(Clone, Debug, PartialEq)]
pub struct State {
    /// What it is called: a folder, a revision with its commit.
    pub name: Text,
    /// What of it could not be read, and is not compared.
    pub unread: Vec<(String, Text)>,
    /// How many fields it has.
    pub fields: usize,
    /// How many items it has that are published of themselves.
    pub active: usize,
    /// How many items are given on application only.
    pub on_request: usize,
}

/// What two states differ in.
#[derive(Clone, Debug)]
pub struct Difference {
    /// The day it is told on.
    pub as_of: Day,
    pub old: State,
    pub new: State,
    /// Whether the rows of tables were compared: not where one side is a catalogue alone.
    pub with_rows: bool,
    /// By kind of table, then in the order of the new state, what is removed behind.
    pub changes: Vec<Change>,
    /// Whose catalogue it is.
    pub owner: String,
    /// The item that takes notices of such changes: its id and title.
    pub notices: Option<(String, String)>,
}

impl Difference {
    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.changes.is_empty()
    }

    /// Changes of the kind of table `table`.
    pub fn of<'s>(&'s self, table: &'s str) -> impl Iterator<Item = &'s Change> {
        self.changes.iter().filter(move |it| it.table == table)
    }
}
