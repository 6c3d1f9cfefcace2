//! A typed table on a page, and the page of a register.

use serde::Serialize;

use super::{Chart, Download, Fact, Link, Str};

use crate::site::Href;

/// A table with a caption and heads.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct Sheet<'a> {
    pub caption: Str<'a>,
    /// Columns of a long table that say the same in every row: said once, above it.
    pub same: Vec<Fact<'a>>,
    /// The rows of its heads: one, or more where columns stand below a common head.
    pub heads: Vec<Vec<SheetColumn<'a>>>,
    /// Its rows; each has a cell for each column. The first cell heads its row.
    pub rows: Vec<Vec<Cell<'a>>>,
    /// The head of each column, to stand beside its cells where there is no room for columns; none where the rows are too many or
    /// the columns few enough.
    pub labels: Vec<Str<'a>>,
    /// Whether it has so many rows that readers want to filter and to sort them.
    pub long: bool,
    /// How many rows there are of each kind, where a column of its register has a closed list.
    pub chart: Option<Chart<'a>>,
    /// How many rows the whole table has, where only some are shown.
    pub total: Option<u64>,
    pub downloads: Vec<Download<'a>>,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct SheetColumn<'a> {
    pub name: Str<'a>,
    /// How many columns it heads, and over how many rows of heads it goes.
    pub columns: u32,
    pub rows: u32,
    /// Set to the right: numbers, money.
    pub number: bool,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct Cell<'a> {
    /// What is shown; empty for an empty cell.
    pub text: Str<'a>,
    /// Its lines, where it has more than one.
    pub lines: Vec<Str<'a>>,
    pub href: Option<Href<'a>>,
    /// Whether it is a day, `YYYY-MM-DD`: no line ends within it.
    pub day: bool,
    /// Set to the right; as its column.
    pub number: bool,
}

/// A register: a typed table of its own.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct Register<'a> {
    /// Its title: `权责清单`.
    pub title: Str<'a>,
    /// A sentence about it.
    pub lead: Option<Str<'a>>,
    /// Who keeps it, when it was last revised.
    pub facts: Vec<Fact<'a>>,
    /// Its rows; a long register stands on several sheets, one an organisation or version.
    pub sheets: Vec<Sheet<'a>>,
    /// All its rows, as files.
    pub downloads: Vec<Download<'a>>,
    /// The entries that published it.
    pub sources: Vec<Link<'a>>,
}
