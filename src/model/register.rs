//! A typed table: its columns, and an entry's use of it.

use super::RegisterId;
use crate::{source::FileId, table::Schema};

/// A register: the author's own, or one of those built in.
#[derive(Debug)]
pub struct Register {
    pub id: Box<str>,
    /// Its columns.
    pub schema: Schema,
}

/// An entry's typed table.
#[derive(Clone, Debug, PartialEq)]
pub struct Typed {
    /// The file with the rows.
    pub file: FileId,
    /// The sheet it names; none for the first.
    pub sheet: Option<Box<str>>,
    /// What its columns mean; none for a plain table.
    pub register: Option<RegisterId>,
    /// The heads of its columns, as found.
    pub columns: Box<[Box<str>]>,
    /// How many rows it has.
    pub rows: u32,
}

/// A table in a file: the whole of a CSV; of a workbook the sheet of that name, the first where there is none.
pub type TableAt = (FileId, Option<Box<str>>);

impl Typed {
    pub fn at(&self) -> TableAt {
        (self.file, self.sheet.clone())
    }
}
