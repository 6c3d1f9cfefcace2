//! A table as it is looked at: asked key by key, decoded where it is asked.

use std::marker::PhantomData;

use super::{
    Any, Field, Key, Name, Several, Spanned, Value, ValueType,
    field::EncodedField,
    value::{EncodedList, EncodedTable},
};
use crate::source::{FileId, Range, Span};

/// A table of kind `T` as written, checked against its schema: every value has the shape its key asks for, or is unread.
pub struct View<'r, T = Any> {
    /// The file.
    pub file: FileId,
    /// The table's head, or the whole of an inline table: where it is spoken of as a whole.
    pub range: Range,
    pub(super) bytes: &'r [u8],
    pub(super) keys: Keys,
    of: PhantomData<fn() -> T>,
}

impl<T> Clone for View<'_, T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for View<'_, T> {}

/// A table in a table. Which keys it has is not gathered first: it has few, and is asked for few.
impl<'r, T> From<EncodedTable<'r>> for View<'r, T> {
    fn from(table: EncodedTable<'r>) -> Self {
        Self::new(table.file, table.range, table.bytes, Keys::ANY)
    }
}

impl<'r, T> View<'r, T> {
    pub(super) fn new(file: FileId, range: Range, bytes: &'r [u8], keys: Keys) -> Self {
        Self { file, range, bytes, keys, of: PhantomData }
    }

    /// Its fields, in the order written.
    pub fn fields(self) -> impl Iterator<Item = Field<'r>> + use<'r, T> {
        EncodedField::all(self.bytes).filter_map(move |it| it.decode(self.file))
    }

    #[inline]
    fn find(self, number: u8) -> Option<EncodedField<'r>> {
        if self.keys.may_have(number) { self.search(Name::Declared(number)) } else { None }
    }

    pub(super) fn search(self, name: Name<'_>) -> Option<EncodedField<'r>> {
        EncodedField::all(self.bytes).find(|it| it.name == name)
    }

    /// The field of `key`.
    #[inline]
    pub fn field<V>(self, key: Key<T, V>) -> Option<Field<'r>> {
        self.find(key.number)?.decode(self.file)
    }

    /// The value of `key`.
    #[inline]
    pub fn get<V: ValueType>(self, key: Key<T, V>) -> Option<V::Value<'r>> {
        V::read(self.field(key)?.value)
    }

    /// The values of the list `key`, each with its place; none where it is not written.
    pub fn spanned<S: Several>(
        self,
        key: Key<T, S>,
    ) -> impl Iterator<Item = Spanned<<S::Each as ValueType>::Value<'r>>> + use<'r, T, S> {
        let list = self.field(key).and_then(|it| it.value.list());
        let values = list.into_iter().flat_map(EncodedList::iter);
        values.filter_map(|it| Some(Spanned { value: S::Each::read(it.value)?, span: it.span }))
    }

    /// The values of the list `key`; none where it is not written.
    pub fn all<S: Several>(
        self,
        key: Key<T, S>,
    ) -> impl Iterator<Item = <S::Each as ValueType>::Value<'r>> + use<'r, T, S> {
        self.spanned(key).map(|it| it.value)
    }

    /// Whether `key` is written.
    #[inline]
    pub fn has<V>(self, key: Key<T, V>) -> bool {
        self.find(key.number).is_some()
    }

    /// Whether `key` is written but could not be read, which was told.
    pub fn is_unread<V>(self, key: Key<T, V>) -> bool {
        self.field(key).is_some_and(|field| field.value == Value::Unread)
    }

    /// The table as a whole.
    pub fn span(self) -> Span {
        Span { file: self.file, range: self.range }
    }

    /// An empty place where a line may be added: before the last key that begins a line of its own. None for a table that stands
    /// in a line.
    pub fn room(self) -> Option<Span> {
        let own_line = |it: &Field<'_>| it.key.start < it.range.start && self.range.end <= it.key.start;
        let last = self.fields().filter(own_line).map(|it| it.key.start).max()?;
        Some(Span { file: self.file, range: Range { start: last, end: last } })
    }

    /// `key` with its value; none where it is not written, or is a table with a head of its own.
    pub fn line_of<V>(self, key: Key<T, V>) -> Option<Span> {
        let field = self.field(key).filter(|it| it.key.start < it.range.start)?;
        Some(Span { file: self.file, range: Range { start: field.key.start, end: field.range.end } })
    }

    /// The table from its head to its last value; none where it stands in a line, or another table in it has a head of its own.
    pub fn extent(self) -> Option<Span> {
        let mut end = self.range.end;
        for field in self.fields() {
            if field.key.start < self.range.end || field.range.start <= field.key.start {
                return None;
            }
            end = end.max(field.range.end);
        }
        Some(Span { file: self.file, range: Range { start: self.range.start, end } })
    }

    /// Where the value of `key` stands; the table's head where it is not written.
    pub fn span_of<V>(self, key: Key<T, V>) -> Span {
        Span { file: self.file, range: self.field(key).map_or(self.range, |field| field.range) }
    }

    /// Where `key` itself stands; the table's head where it is not written.
    pub fn key_span_of<V>(self, key: Key<T, V>) -> Span {
        Span { file: self.file, range: self.field(key).map_or(self.range, |field| field.key) }
    }
}

/// Which declared keys a table may have, by their numbers: number `n` sets bit `n % 64`. Rules ask for far more keys than
/// are written, and most of the others are not looked for at all.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Keys(u64);

impl Keys {
    const ANY: Self = Self(u64::MAX);

    /// Those of the table that `bytes` are.
    pub(super) fn of(bytes: &[u8]) -> Self {
        Self(EncodedField::all(bytes).fold(0, |bits, field| match field.name {
            Name::Declared(number) => bits | bit(number),
            Name::Chosen(_) => bits,
        }))
    }

    #[inline]
    fn may_have(self, number: u8) -> bool {
        self.0 & bit(number) != 0
    }
}

#[inline]
fn bit(number: u8) -> u64 {
    1 << (number % 64)
}
