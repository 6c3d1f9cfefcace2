//! What stands in a table: a value, its bytes, and its place.

use crate::{
    day::{Day, Moment, Period},
    pack::{Pack as _, Unpacker},
    source::{FileId, Range, Span},
};

/// What an encoded value is: its first byte.
pub(super) mod tag {
    pub const TEXT: u8 = 0;
    pub const DAY: u8 = 1;
    pub const MOMENT: u8 = 2;
    pub const PERIOD: u8 = 3;
    pub const INTEGER: u8 = 4;
    pub const NUMBER: u8 = 5;
    pub const NO: u8 = 6;
    pub const YES: u8 = 7;
    pub const WORD: u8 = 8;
    pub const LIST: u8 = 9;
    pub const TABLE: u8 = 10;
    pub const UNREAD: u8 = 11;
}

/// A value with its place.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Spanned<T> {
    /// The value.
    pub value: T,
    /// Where it stands.
    pub span: Span,
}

/// A value of one of the shapes.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Value<'r> {
    /// A text, an id, a path, a reference.
    Text(&'r str),
    /// A day.
    Day(Day),
    /// A day, perhaps with a time.
    Moment(Moment),
    /// A period.
    Period(Period),
    /// A whole number.
    Integer(i64),
    /// A number as written.
    Number(&'r str),
    /// Yes or no.
    Flag(bool),
    /// The place of a word in its closed list.
    Word(u16),
    /// A list.
    List(EncodedList<'r>),
    /// A table.
    Table(EncodedTable<'r>),
    /// Written, but it could not be read, which was told: its lack is no second fault.
    Unread,
}

impl<'r> Value<'r> {
    /// The value that `bytes` are; it stands at `range`.
    pub(super) fn decode(file: FileId, range: Range, bytes: &'r [u8]) -> Self {
        Self::decoded(file, range, bytes).unwrap_or(Self::Unread)
    }

    fn decoded(file: FileId, range: Range, bytes: &'r [u8]) -> Option<Self> {
        let (&tag, bytes) = bytes.split_first()?;
        let mut from = Unpacker::new(bytes);
        let text = || simdutf8::basic::from_utf8(bytes).ok();
        Some(match tag {
            tag::TEXT => Self::Text(text()?),
            tag::DAY => Self::Day(Day::unpack(&mut from)?),
            tag::MOMENT => Self::Moment(Moment::unpack(&mut from)?),
            tag::PERIOD => Self::Period(Period::unpack(&mut from)?),
            tag::INTEGER => Self::Integer(from.signed()?),
            tag::NUMBER => Self::Number(text()?),
            tag::NO => Self::Flag(false),
            tag::YES => Self::Flag(true),
            tag::WORD => Self::Word(from.number()?.try_into().ok()?),
            tag::LIST => Self::List(EncodedList { file, bytes }),
            tag::TABLE => Self::Table(EncodedTable { file, range, bytes }),
            _ => return None,
        })
    }

    /// The text, if it is one, or the number as written.
    pub(super) fn text(self) -> Option<&'r str> {
        match self {
            Self::Text(text) | Self::Number(text) => Some(text),
            _ => None,
        }
    }

    /// The list, if it is one.
    pub(super) fn list(self) -> Option<EncodedList<'r>> {
        match self {
            Self::List(list) => Some(list),
            _ => None,
        }
    }

    /// The table, if it is one.
    pub(super) fn table(self) -> Option<EncodedTable<'r>> {
        match self {
            Self::Table(table) => Some(table),
            _ => None,
        }
    }
}

/// A table in a table, not looked into.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct EncodedTable<'r> {
    pub(super) file: FileId,
    pub(super) range: Range,
    pub(super) bytes: &'r [u8],
}

/// A list of values.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct EncodedList<'r> {
    file: FileId,
    pub(super) bytes: &'r [u8],
}

impl<'r> EncodedList<'r> {
    /// Whether there is none.
    pub fn is_empty(self) -> bool {
        self.bytes.is_empty()
    }

    /// The values.
    pub fn iter(self) -> impl Iterator<Item = Spanned<Value<'r>>> + use<'r> {
        let (mut from, mut last) = (Unpacker::new(self.bytes), 0);
        std::iter::from_fn(move || {
            let length = from.length()?;
            let mut item = Unpacker::new(from.raw(length)?);
            let range = beside(last, &mut item)?;
            last = range.start;
            let value = Value::decode(self.file, range, item.rest());
            Some(Spanned { value, span: Span { file: self.file, range } })
        })
    }
}

/// A range packed by how far it is from `last`, and how long.
pub(super) fn beside(last: u32, from: &mut Unpacker<'_>) -> Option<Range> {
    let start = i64::from(last).checked_add(from.signed()?)?;
    let end = start.checked_add(from.signed()?)?;
    Some(Range { start: start.try_into().ok()?, end: end.try_into().ok()? })
}
