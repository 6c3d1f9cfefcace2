//! What stands in a table: checked values, each with the place of its key and its own.

use super::{View, packed::tag, view::Keys};
use crate::{
    day::{Day, Moment, Period},
    pack::{Pack as _, Unpacker},
    source::{FileId, Range, Span},
    vocabulary::Word,
};

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
    List(List<'r>),
    /// A table.
    Record(View<'r>),
    /// Written, but it could not be read, which was told: its lack is no second fault.
    Unread,
}

impl<'r> Value<'r> {
    /// The value that `bytes` are; it stands at `range`.
    pub(super) fn unpack(file: FileId, range: Range, bytes: &'r [u8]) -> Self {
        Self::read(file, range, bytes).unwrap_or(Self::Unread)
    }

    fn read(file: FileId, range: Range, bytes: &'r [u8]) -> Option<Self> {
        let (&tag, packed) = bytes.split_first()?;
        let mut from = Unpacker::new(packed);
        let text = || std::str::from_utf8(packed).ok();
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
            tag::LIST => Self::List(List { file, packed }),
            tag::TABLE => Self::Record(View { file, range, packed, keys: Keys::ANY }),
            _ => return None,
        })
    }

    /// The word, if it is one of that list.
    pub fn word<W: Word>(self) -> Option<W> {
        match self {
            Self::Word(at) => W::ALL.get(usize::from(at)).copied(),
            _ => None,
        }
    }
}

/// One key with its value.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Field<'r> {
    /// The key.
    pub name: &'r str,
    /// Where the key stands.
    pub key: Range,
    /// Where the value stands.
    pub range: Range,
    /// The value.
    pub value: Value<'r>,
}

/// A list of values.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct List<'r> {
    pub(super) file: FileId,
    pub(super) packed: &'r [u8],
}

impl<'r> List<'r> {
    /// Whether there is none.
    pub fn is_empty(self) -> bool {
        self.packed.is_empty()
    }

    /// The values.
    pub fn iter(self) -> impl Iterator<Item = Spanned<Value<'r>>> + use<'r> {
        let (mut from, mut last) = (Unpacker::new(self.packed), 0);
        std::iter::from_fn(move || {
            let length = from.length()?;
            let mut item = Unpacker::new(from.raw(length)?);
            let range = beside(last, &mut item)?;
            last = range.start;
            let value = Value::unpack(self.file, range, item.rest());
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
