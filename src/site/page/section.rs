//! What the pages of one list share: the labels of its column, the way to it.

use serde::Serialize;

use super::{Link, Str};

/// The section that pages belong to: an item's entries and numbered pages have one in common, other pages have their own.
/// One value serves all pages of a section that lie equally deep.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize)]
pub struct Section<'a> {
    /// The labels of the column; none for home, 404 and what was withdrawn.
    pub column: Option<Column<'a>>,
    /// The way from the home page, the page itself left out.
    pub trail: Vec<Link<'a>>,
}

/// The four column labels of 国办发〔2017〕47号.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct Column<'a> {
    /// `ColumnName`.
    pub name: Str<'a>,
    /// `ColumnDescription`: purpose and content.
    pub description: Str<'a>,
    /// `ColumnKeywords`, joined by `，`.
    pub keywords: Str<'a>,
    /// `ColumnType`: `政策文件`.
    pub kind: Str<'a>,
}
