//! A table as it is kept: encoded in one piece, for there may be a million.

use std::{fmt, marker::PhantomData, sync::LazyLock};

use super::{Any, Field, Key, Several, Spanned, ValueType, View, view::Keys};
use crate::{
    pack::{Pack as _, Packer, Unpacker},
    source::{FileId, Needles, Range, Span},
    vocabulary::LEFT_OPEN,
};

/// Begins a hole: `〔成文日期〕`.
const HOLE: &str = "〔";

/// A table of kind `T` as written; what it says is asked as of its [`View`].
pub struct Record<T = Any> {
    /// The file.
    pub file: FileId,
    /// The table's head: where it is spoken of as a whole.
    pub range: Range,
    bytes: Box<[u8]>,
    keys: Keys,
    of: PhantomData<fn() -> T>,
}

impl<T> Record<T> {
    pub(super) fn new(file: FileId, range: Range, bytes: Box<[u8]>) -> Self {
        let keys = Keys::of(&bytes);
        Self { file, range, bytes, keys, of: PhantomData }
    }

    /// A record of nothing at the start of `file`.
    pub fn empty(file: FileId) -> Self {
        Self::new(file, Range::default(), Box::default())
    }

    /// Packs it for a later run, as it is encoded already.
    pub fn pack(&self, to: &mut Packer) {
        self.range.pack(to);
        to.length(self.bytes.len());
        to.raw(&self.bytes);
    }

    /// The record packed of what is now `file`. Bytes that mean nothing are keys that are not there.
    pub fn unpack(file: FileId, from: &mut Unpacker<'_>) -> Option<Self> {
        let range = Range::unpack(from)?;
        let length = from.length()?;
        Some(Self::new(file, range, from.raw(length)?.into()))
    }

    /// Whether one of its texts may leave something open, [as values do](crate::vocabulary::is_left_open): a look at its bytes, none
    /// of which is decoded. 〔 with a digit behind it is of a document number.
    pub fn may_be_left_open(&self) -> bool {
        static NEEDLES: LazyLock<Needles> = LazyLock::new(|| Needles::new([LEFT_OPEN, HOLE]));
        let mut found = false;
        NEEDLES.find_in(&self.bytes, |word, at| {
            found |= word == 0 || !self.bytes.get(at + HOLE.len()).is_some_and(u8::is_ascii_digit);
        });
        found
    }

    /// What it says.
    pub fn view(&self) -> View<'_, T> {
        View::new(self.file, self.range, &self.bytes, self.keys)
    }

    /// [`View::fields`].
    pub fn fields(&self) -> impl Iterator<Item = Field<'_>> + use<'_, T> {
        self.view().fields()
    }

    /// [`View::field`].
    #[inline]
    pub fn field<V>(&self, key: Key<T, V>) -> Option<Field<'_>> {
        self.view().field(key)
    }

    /// [`View::get`].
    #[inline]
    pub fn get<V: ValueType>(&self, key: Key<T, V>) -> Option<V::Value<'_>> {
        self.view().get(key)
    }

    /// [`View::spanned`].
    pub fn spanned<S: Several>(
        &self,
        key: Key<T, S>,
    ) -> impl Iterator<Item = Spanned<<S::Each as ValueType>::Value<'_>>> + use<'_, T, S> {
        self.view().spanned(key)
    }

    /// [`View::all`].
    pub fn all<S: Several>(
        &self,
        key: Key<T, S>,
    ) -> impl Iterator<Item = <S::Each as ValueType>::Value<'_>> + use<'_, T, S> {
        self.view().all(key)
    }

    /// [`View::has`].
    #[inline]
    pub fn has<V>(&self, key: Key<T, V>) -> bool {
        self.view().has(key)
    }

    /// [`View::is_unread`].
    pub fn is_unread<V>(&self, key: Key<T, V>) -> bool {
        self.view().is_unread(key)
    }

    /// [`View::span`].
    pub fn span(&self) -> Span {
        self.view().span()
    }

    /// [`View::room`].
    pub fn room(&self) -> Option<Span> {
        self.view().room()
    }

    /// [`View::line_of`].
    pub fn line_of<V>(&self, key: Key<T, V>) -> Option<Span> {
        self.view().line_of(key)
    }

    /// [`View::extent`].
    pub fn extent(&self) -> Option<Span> {
        self.view().extent()
    }

    /// [`View::span_of`].
    pub fn span_of<V>(&self, key: Key<T, V>) -> Span {
        self.view().span_of(key)
    }

    /// [`View::key_span_of`].
    pub fn key_span_of<V>(&self, key: Key<T, V>) -> Span {
        self.view().key_span_of(key)
    }
}

impl Record<Any> {
    /// The same table, once it is known to be of kind `T`.
    pub fn of<T>(self) -> Record<T> {
        let Self { file, range, bytes, keys, .. } = self;
        Record { file, range, bytes, keys, of: PhantomData }
    }
}

/// A table in a table, kept by itself.
impl<T> From<View<'_, T>> for Record<T> {
    fn from(table: View<'_, T>) -> Self {
        Self::new(table.file, table.range, table.bytes.into())
    }
}

impl<T> Clone for Record<T> {
    fn clone(&self) -> Self {
        self.view().into()
    }
}

impl<T> PartialEq for Record<T> {
    fn eq(&self, other: &Self) -> bool {
        (self.file, self.range, &self.bytes) == (other.file, other.range, &other.bytes)
    }
}

impl<T> fmt::Debug for Record<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.fields()).finish()
    }
}
