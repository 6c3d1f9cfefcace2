//! A typed table: its columns, and an entry's use of it.

use super::RegisterId;
use crate::{record::Record, schema, source::FileId, table::Schema};

/// A register: the author's own, or one of those built in.
#[derive(Debug)]
pub struct Register {
    /// Its id.
    pub id: Box<str>,
    /// What is written of it; none where it is built in.
    pub record: Option<Record<schema::Register>>,
    /// Its columns.
    pub schema: Schema,
}

/// An entry's typed table.
#[derive(Clone, Debug, PartialEq)]
pub struct Typed {
    /// The file with the rows.
    pub file: FileId,
    /// What its columns mean; none for a plain table.
    pub register: Option<RegisterId>,
    /// The heads of its columns, as found.
    pub columns: Box<[Box<str>]>,
    /// How many rows it has.
    pub rows: u32,
}
