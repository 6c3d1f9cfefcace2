//! One key of a table with its value, found in the table's bytes.

use super::value::{Value, beside};
use crate::{
    pack::{Pack as _, Packer, Unpacker},
    source::{FileId, Range},
};

/// Which key of its table a field is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Name<'r> {
    /// One that the schema lists, by its number there.
    Declared(u8),
    /// One that the author chose.
    Chosen(&'r str),
}

impl<'r> Name<'r> {
    /// The name, where it is the author's.
    pub fn chosen(self) -> Option<&'r str> {
        match self {
            Self::Declared(_) => None,
            Self::Chosen(name) => Some(name),
        }
    }

    pub(super) fn encode(self, to: &mut Packer) {
        match self {
            Self::Declared(number) => to.byte(number),
            Self::Chosen(name) => {
                to.byte(0);
                to.text(name);
            }
        }
    }

    fn decode(from: &mut Unpacker<'r>) -> Option<Self> {
        Some(match from.byte()? {
            0 => Self::Chosen(from.text()?),
            number => Self::Declared(number),
        })
    }
}

/// A key with its value.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Field<'r> {
    /// The key.
    pub name: Name<'r>,
    /// Where the key stands.
    pub key: Range,
    /// Where the value stands.
    pub range: Range,
    /// The value.
    pub value: Value<'r>,
}

/// A field whose value has not been looked at: most are passed by.
#[derive(Clone, Copy)]
pub(super) struct EncodedField<'r> {
    pub name: Name<'r>,
    bytes: &'r [u8],
}

impl<'r> EncodedField<'r> {
    /// The fields that `bytes` are, in the order written.
    pub fn all(bytes: &'r [u8]) -> impl Iterator<Item = Self> + use<'r> {
        let mut from = Unpacker::new(bytes);
        std::iter::from_fn(move || {
            let name = Name::decode(&mut from)?;
            let length = from.length()?;
            Some(Self { name, bytes: from.raw(length)? })
        })
    }

    pub fn decode(self, file: FileId) -> Option<Field<'r>> {
        let mut from = Unpacker::new(self.bytes);
        let key = Range::unpack(&mut from)?;
        let range = beside(key.end, &mut from)?;
        Some(Field { name: self.name, key, range, value: Value::decode(file, range, from.rest()) })
    }
}
