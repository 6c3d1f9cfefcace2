//! A table as it is looked at: asked key by key, unpacked where it is asked.

use super::{
    Field, Spanned, Value, names,
    value::{List, beside},
};
use crate::{
    day::{Day, Moment, Period},
    pack::{Pack as _, Unpacker},
    source::{FileId, Range, Span},
    vocabulary::Word,
};

/// A table as written, checked against its schema: every value has the shape its key asks for.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct View<'r> {
    /// The file.
    pub file: FileId,
    /// The table's head, or the whole of an inline table: where it is spoken of as a whole.
    pub range: Range,
    pub(super) packed: &'r [u8],
    /// Which keys there may be.
    pub(super) keys: Keys,
}

impl<'r> View<'r> {
    /// Its keys, in the order written, each with what is packed of it.
    fn packed(self) -> impl Iterator<Item = (Name<'r>, &'r [u8])> {
        let mut from = Unpacker::new(self.packed);
        std::iter::from_fn(move || {
            let name = match from.byte()? {
                0 => {
                    let length = from.length()?;
                    Name::Written(from.raw(length)?)
                }
                place => Name::Known(place),
            };
            let length = from.length()?;
            Some((name, from.raw(length)?))
        })
    }

    fn unpack(self, name: Name<'r>, packed: &'r [u8]) -> Option<Field<'r>> {
        let mut from = Unpacker::new(packed);
        let key = Range::unpack(&mut from)?;
        let range = beside(key.end, &mut from)?;
        let value = Value::unpack(self.file, range, from.rest());
        Some(Field { name: name.text()?, key, range, value })
    }

    /// Its keys with their values, in the order written.
    pub fn fields(self) -> impl Iterator<Item = Field<'r>> {
        self.packed().filter_map(move |(name, packed)| self.unpack(name, packed))
    }

    /// The field called `name`.
    #[inline]
    pub fn field(self, name: &str) -> Option<Field<'r>> {
        if self.keys.may_have(name) { self.find(name) } else { None }
    }

    fn find(self, name: &str) -> Option<Field<'r>> {
        let name = Name::of(name);
        let (name, packed) = self.packed().find(|it| it.0 == name)?;
        self.unpack(name, packed)
    }

    #[inline]
    fn value(self, name: &str) -> Option<Value<'r>> {
        Some(self.field(name)?.value)
    }

    /// Whether `name` is written.
    #[inline]
    pub fn has(self, name: &str) -> bool {
        self.keys.may_have(name) && self.find(name).is_some()
    }

    /// Whether `name` is written but could not be read, which was told.
    pub fn is_unread(self, name: &str) -> bool {
        self.value(name) == Some(Value::Unread)
    }

    /// The table as a whole.
    pub fn span(self) -> Span {
        Span { file: self.file, range: self.range }
    }

    /// Where the value of `name` stands; the table's head where it is not written.
    pub fn at(self, name: &str) -> Span {
        Span { file: self.file, range: self.field(name).map_or(self.range, |field| field.range) }
    }

    /// Where the key `name` stands; the table's head where it is not written.
    pub fn key_at(self, name: &str) -> Span {
        Span { file: self.file, range: self.field(name).map_or(self.range, |field| field.key) }
    }

    /// The text of `name`.
    #[inline]
    pub fn text(self, name: &str) -> Option<&'r str> {
        match self.value(name)? {
            Value::Text(text) | Value::Number(text) => Some(text),
            _ => None,
        }
    }

    /// The day of `name`; of a moment its day.
    #[inline]
    pub fn day(self, name: &str) -> Option<Day> {
        match self.value(name)? {
            Value::Day(day) => Some(day),
            Value::Moment(moment) => Some(moment.day),
            _ => None,
        }
    }

    /// The moment of `name`.
    #[inline]
    pub fn moment(self, name: &str) -> Option<Moment> {
        match self.value(name)? {
            Value::Moment(moment) => Some(moment),
            Value::Day(day) => Some(Moment { day, time: None }),
            _ => None,
        }
    }

    /// The period of `name`.
    #[inline]
    pub fn period(self, name: &str) -> Option<Period> {
        match self.value(name)? {
            Value::Period(period) => Some(period),
            _ => None,
        }
    }

    /// The whole number of `name`.
    #[inline]
    pub fn integer(self, name: &str) -> Option<i64> {
        match self.value(name)? {
            Value::Integer(number) => Some(number),
            _ => None,
        }
    }

    /// The flag of `name`.
    #[inline]
    pub fn flag(self, name: &str) -> Option<bool> {
        match self.value(name)? {
            Value::Flag(flag) => Some(flag),
            _ => None,
        }
    }

    /// The word of `name`.
    #[inline]
    pub fn word<W: Word>(self, name: &str) -> Option<W> {
        self.value(name)?.word()
    }

    /// The words of the list `name`; none where it is not written.
    pub fn words<W: Word>(self, name: &str) -> Vec<Spanned<W>> {
        self.list(name).filter_map(|it| Some(Spanned { value: it.value.word()?, span: it.span })).collect()
    }

    /// The values of the list `name`; none where it is not written.
    pub fn list(self, name: &str) -> impl Iterator<Item = Spanned<Value<'r>>> + use<'r> {
        match self.value(name) {
            Some(Value::List(list)) => list.iter(),
            _ => List { file: self.file, packed: &[] }.iter(),
        }
    }

    /// The texts of the list `name`; none where it is not written.
    pub fn texts(self, name: &str) -> impl Iterator<Item = Spanned<&'r str>> + use<'r> {
        self.list(name).filter_map(|it| match it.value {
            Value::Text(value) => Some(Spanned { value, span: it.span }),
            _ => None,
        })
    }

    /// The tables of the list `name`, or the one table `name`.
    pub fn records(self, name: &str) -> impl Iterator<Item = Self> + use<'r> {
        let one = self.record(name);
        one.into_iter().chain(self.list(name).filter_map(|it| match it.value {
            Value::Record(table) => Some(table),
            _ => None,
        }))
    }

    /// The table `name`.
    #[inline]
    pub fn record(self, name: &str) -> Option<Self> {
        match self.value(name)? {
            Value::Record(table) => Some(table),
            _ => None,
        }
    }
}

/// Which keys a table may have: a bit for each way in which names begin, end and are long. Rules ask for far more keys than are
/// written, and most of the others are not looked for at all.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Keys(u64);

impl Keys {
    /// Any.
    pub(super) const ANY: Self = Self(u64::MAX);

    /// Those that `packed` has.
    pub(super) fn of(packed: &[u8]) -> Self {
        let table = View { file: FileId(0), range: Range::default(), packed, keys: Self::ANY };
        Self(table.packed().filter_map(|it| it.0.text()).fold(0, |bits, name| bits | bit(name)))
    }

    #[inline]
    fn may_have(self, name: &str) -> bool {
        self.0 & bit(name) != 0
    }
}

#[inline]
fn bit(name: &str) -> u64 {
    let name = name.as_bytes();
    let (first, last) = (name.first().copied().unwrap_or(0), name.last().copied().unwrap_or(0));
    1 << ((usize::from(first) * 14 + usize::from(last) * 15 + name.len() * 12) % 64)
}

/// The name of a key as it is packed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Name<'r> {
    /// By its place among the usual ones.
    Known(u8),
    /// As it is written.
    Written(&'r [u8]),
}

impl<'r> Name<'r> {
    fn of(name: &'r str) -> Self {
        names::place(name).map_or(Self::Written(name.as_bytes()), Self::Known)
    }

    fn text(self) -> Option<&'r str> {
        match self {
            Self::Known(place) => names::name(place),
            Self::Written(name) => std::str::from_utf8(name).ok(),
        }
    }
}
