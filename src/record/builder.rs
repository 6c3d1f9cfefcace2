//! A record in the making.

use super::{EncodedValue, Name, Record, value::tag};
use crate::{
    pack::{Pack as _, Packer},
    source::{FileId, Range},
};

/// The keys of a table in the making, in the order written: each is encoded as soon as it is read.
#[derive(Clone, Debug, Default)]
pub struct RecordBuilder {
    to: Packer,
    body: Packer,
}

impl RecordBuilder {
    /// None yet, with room for about so many.
    pub fn with_room(count: usize) -> Self {
        Self { to: Packer::with_room(count * 32), body: Packer::with_room(64) }
    }

    /// One key more: its name, where it stands, where its value stands, and the value.
    pub fn put<'n>(&mut self, name: impl Into<Name<'n>>, key: Range, range: Range, value: &EncodedValue) {
        let Self { to, body } = self;
        name.into().encode(to);
        body.clear();
        key.pack(body);
        body.signed(i64::from(range.start) - i64::from(key.end));
        body.signed(i64::from(range.end) - i64::from(range.start));
        body.raw(value.bytes());
        to.length(body.bytes().len());
        to.raw(body.bytes());
    }

    /// The record of these keys in `file`, spoken of as a whole at `range`.
    pub fn record<T>(&self, file: FileId, range: Range) -> Record<T> {
        Record::new(file, range, self.to.bytes().into())
    }
}

/// A table in a table; it stands where its value stands.
impl From<RecordBuilder> for EncodedValue {
    fn from(table: RecordBuilder) -> Self {
        let bytes = table.to.bytes();
        Self::of(tag::TABLE, bytes.len(), |to| to.raw(bytes))
    }
}
