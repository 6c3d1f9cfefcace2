//! What one file says, once read.

use crate::{
    pack::{Pack as _, Packer, Unpacker},
    record::{Body, Record, Schema},
    schema,
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
    pub record: Record<schema::Entry>,
    /// What its text is like.
    pub body: Body,
}

impl Document {
    /// Packs it.
    pub fn pack(&self, to: &mut Packer) {
        self.record.pack(to);
        self.body.pack(to);
    }

    /// What was packed, in what is now `file`.
    pub fn unpack(file: FileId, from: &mut Unpacker<'_>) -> Option<Self> {
        Some(Self { file, record: Record::unpack(file, from)?, body: Body::unpack(from)? })
    }
}
