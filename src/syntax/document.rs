//! What one file says, once read.

use crate::{
    record::{Body, Record, Schema},
    source::FileId,
};

/// One table of the catalogue.
#[derive(Clone, Debug)]
pub struct Declared {
    /// Which table.
    pub table: &'static Schema,
    /// What is written in it.
    pub record: Record,
}

/// One entry.
#[derive(Clone, Debug)]
pub struct Document {
    /// Its file.
    pub file: FileId,
    /// Its front matter.
    pub record: Record,
    /// What its text is like.
    pub body: Body,
}
