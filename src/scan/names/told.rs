//! What a text tells of people.

use std::{collections::BTreeSet, ops::Range};

/// What a text tells of people.
#[derive(Debug, Default)]
pub struct Told {
    /// Their names, without blanks.
    pub names: BTreeSet<String>,
    /// Cells that hold names and nothing else: whatever stands there is hidden, whether it is known for a name or not.
    pub cells: Vec<Range<usize>>,
    /// Of these, those that stand behind 联系人 and its like: they are no notice's matter.
    pub(super) contacts: BTreeSet<String>,
    /// Whether people are named whose names are masked already: 张*.
    pub(super) masked: bool,
    /// Words beside which there must be a name, and none is known.
    pub doubt: Option<String>,
}

impl Told {
    /// Takes in the names that the same text tells when it is read otherwise.
    pub(super) fn take_names(&mut self, other: Self) {
        let before = &self.names;
        self.contacts.extend(other.contacts.into_iter().filter(|it| !before.contains(it)));
        self.names.extend(other.names);
        self.masked |= other.masked;
    }

    /// Whether it names people besides those to ask.
    pub fn tells_of_people(&self) -> bool {
        self.masked || !self.cells.is_empty() || self.names.iter().any(|it| !self.contacts.contains(it))
    }
}
