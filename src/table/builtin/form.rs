//! How a built-in list is written down: fixed words, made into a schema when asked for.

use crate::table::{Column, Schema};
use crate::vocabulary::{CellType, Vocabulary};

/// A list as a fixed value.
pub(super) struct Form {
    pub(super) id: &'static str,
    pub(super) title: &'static str,
    pub(super) public: bool,
    pub(super) columns: &'static [Head],
}

/// A column as a fixed value.
pub(super) struct Head {
    name: &'static str,
    kind: CellType,
    required: bool,
    unique: bool,
    values: Values,
}

/// Where the values of a one-of or many-of column come from.
enum Values {
    Any,
    These(&'static [&'static str]),
    Words(&'static Vocabulary, &'static [&'static str]),
}

/// A column of a type that has no list.
pub(super) const fn head(name: &'static str, kind: CellType) -> Head {
    Head { name, kind, required: false, unique: false, values: Values::Any }
}

/// A column of plain text.
pub(super) const fn text(name: &'static str) -> Head {
    head(name, CellType::Text)
}

/// A column of one of these values.
pub(super) const fn one_of(name: &'static str, values: &'static [&'static str]) -> Head {
    Head { values: Values::These(values), ..head(name, CellType::OneOf) }
}

/// A column of any of these values.
pub(super) const fn many_of(name: &'static str, values: &'static [&'static str]) -> Head {
    Head { values: Values::These(values), ..head(name, CellType::ManyOf) }
}

/// A column of one of a closed list's official words, or of `more`.
pub(super) const fn word(name: &'static str, words: &'static Vocabulary, more: &'static [&'static str]) -> Head {
    Head { values: Values::Words(words, more), ..head(name, CellType::OneOf) }
}

impl Head {
    /// Every row must fill it.
    pub(super) const fn required(mut self) -> Self {
        self.required = true;
        self
    }

    /// No value comes twice, and every row must fill it.
    pub(super) const fn key(mut self) -> Self {
        self.required = true;
        self.unique = true;
        self
    }

    fn column(&self) -> Column {
        let values = match self.values {
            Values::Any => Vec::new(),
            Values::These(values) => values.iter().map(|&value| value.to_owned()).collect(),
            Values::Words(words, more) => {
                words.terms.iter().map(|term| term.zh).chain(more.iter().copied()).map(str::to_owned).collect()
            }
        };
        Column { name: self.name.to_owned(), kind: self.kind, required: self.required, unique: self.unique, values }
    }
}

impl Form {
    pub(super) fn schema(&self) -> Schema {
        Schema {
            id: self.id.to_owned(),
            title: self.title.to_owned(),
            columns: self.columns.iter().map(Head::column).collect(),
            public: self.public,
        }
    }
}
