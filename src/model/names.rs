//! The people whom an entry names until a day: what of it can be hidden afterwards, and what must go whole.

use crate::{day::Day, source::FileId};

/// What becomes of the names in an entry that says `names_until`.
#[derive(Clone, Debug, PartialEq)]
pub struct Names {
    /// The last day that they are shown.
    pub until: Day,
    /// Whether that day is over.
    pub over: bool,
    /// The names that were found, in the entry and in its files.
    pub known: Box<[Box<str>]>,
    /// Why its text is left out whole once the day is over; none where every name in it can be hidden.
    pub whole: Option<Whole>,
    /// The files that are not offered once the day is over, each with the reason.
    pub withheld: Box<[WithheldFile]>,
    /// Whether its address or its number, which readers keep, holds one of the names.
    pub in_address: bool,
}

/// Why a text is left out whole.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Whole {
    /// No name was found, though there are said to be some.
    NoneFound,
    /// Somebody is spoken of whose name could not be told from the words around it.
    Unsure(Box<str>),
    /// A name stands where it cannot be taken out: in an address, a title, a mark.
    Stuck,
}

/// A file that is not offered once the day is over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WithheldFile {
    pub file: FileId,
    pub why: Withheld,
    /// Its name, without the names of people in it.
    pub title: Box<str>,
}

/// Why a file is not offered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Withheld {
    /// It holds names.
    Names,
    /// Nobody can tell whether it does.
    Unread,
}

impl Names {
    /// What is said of `file`, where it is not offered once the day is over.
    pub fn withheld(&self, file: FileId) -> Option<&WithheldFile> {
        self.withheld.iter().find(|it| it.file == file)
    }
}
