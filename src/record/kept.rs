//! A table as it is kept: packed into one piece, for there may be a million.

use super::{Field, Spanned, Value, View, view::Keys};
use crate::{
    day::{Day, Moment, Period},
    pack::{Pack as _, Packer, Unpacker},
    source::{FileId, Range, Span},
    vocabulary::Word,
};

/// A table as written; what it says is asked as of its [`View`].
#[derive(Clone, Debug, PartialEq)]
pub struct Record {
    /// The file.
    pub file: FileId,
    /// The table's head: where it is spoken of as a whole.
    pub range: Range,
    packed: Box<[u8]>,
    keys: Keys,
}

impl Record {
    pub(super) fn new(file: FileId, range: Range, packed: &[u8]) -> Self {
        Self { file, range, packed: packed.into(), keys: Keys::of(packed) }
    }

    /// A record of nothing at the start of `file`.
    pub fn empty(file: FileId) -> Self {
        Self::new(file, Range::default(), &[])
    }

    /// Packs it for a later run, as it is packed already.
    pub fn pack(&self, to: &mut Packer) {
        self.range.pack(to);
        to.length(self.packed.len());
        to.raw(&self.packed);
    }

    /// The record packed of what is now `file`. Bytes that mean nothing are keys that are not there.
    pub fn unpack(file: FileId, from: &mut Unpacker<'_>) -> Option<Self> {
        let range = Range::unpack(from)?;
        let length = from.length()?;
        Some(Self::new(file, range, from.raw(length)?))
    }

    /// What it says.
    pub fn view(&self) -> View<'_> {
        View { file: self.file, range: self.range, packed: &self.packed, keys: self.keys }
    }

    /// [`View::fields`].
    pub fn fields(&self) -> impl Iterator<Item = Field<'_>> {
        self.view().fields()
    }

    /// [`View::field`].
    #[inline]
    pub fn field(&self, name: &str) -> Option<Field<'_>> {
        self.view().field(name)
    }

    /// [`View::has`].
    #[inline]
    pub fn has(&self, name: &str) -> bool {
        self.view().has(name)
    }

    /// [`View::is_unread`].
    pub fn is_unread(&self, name: &str) -> bool {
        self.view().is_unread(name)
    }

    /// [`View::span`].
    pub fn span(&self) -> Span {
        self.view().span()
    }

    /// [`View::at`].
    pub fn at(&self, name: &str) -> Span {
        self.view().at(name)
    }

    /// [`View::key_at`].
    pub fn key_at(&self, name: &str) -> Span {
        self.view().key_at(name)
    }

    /// [`View::text`].
    #[inline]
    pub fn text(&self, name: &str) -> Option<&str> {
        self.view().text(name)
    }

    /// [`View::day`].
    #[inline]
    pub fn day(&self, name: &str) -> Option<Day> {
        self.view().day(name)
    }

    /// [`View::moment`].
    #[inline]
    pub fn moment(&self, name: &str) -> Option<Moment> {
        self.view().moment(name)
    }

    /// [`View::period`].
    #[inline]
    pub fn period(&self, name: &str) -> Option<Period> {
        self.view().period(name)
    }

    /// [`View::integer`].
    #[inline]
    pub fn integer(&self, name: &str) -> Option<i64> {
        self.view().integer(name)
    }

    /// [`View::flag`].
    #[inline]
    pub fn flag(&self, name: &str) -> Option<bool> {
        self.view().flag(name)
    }

    /// [`View::word`].
    #[inline]
    pub fn word<W: Word>(&self, name: &str) -> Option<W> {
        self.view().word(name)
    }

    /// [`View::words`].
    pub fn words<W: Word>(&self, name: &str) -> Vec<Spanned<W>> {
        self.view().words(name)
    }

    /// [`View::list`].
    pub fn list(&self, name: &str) -> impl Iterator<Item = Spanned<Value<'_>>> + use<'_> {
        self.view().list(name)
    }

    /// [`View::texts`].
    pub fn texts(&self, name: &str) -> impl Iterator<Item = Spanned<&str>> + use<'_> {
        self.view().texts(name)
    }

    /// [`View::records`].
    pub fn records(&self, name: &str) -> impl Iterator<Item = View<'_>> + use<'_> {
        self.view().records(name)
    }

    /// [`View::record`].
    #[inline]
    pub fn record(&self, name: &str) -> Option<View<'_>> {
        self.view().record(name)
    }
}

/// A table in a table, kept by itself.
impl From<View<'_>> for Record {
    fn from(table: View<'_>) -> Self {
        Self::new(table.file, table.range, table.packed)
    }
}
