//! Values on their way into a record.

use super::{Value, value::tag};
use crate::{
    pack::{Pack as _, Packer},
    source::Range,
};

/// A value, encoded.
#[derive(Clone, Debug)]
pub struct EncodedValue(Packer);

impl EncodedValue {
    /// With room for `length` bytes behind the tag.
    pub(super) fn of(tag: u8, length: usize, write: impl FnOnce(&mut Packer)) -> Self {
        let mut packer = Packer::with_room(1 + length);
        packer.byte(tag);
        write(&mut packer);
        Self(packer)
    }

    /// A list of values, each with its place.
    pub fn list(items: impl IntoIterator<Item = (Range, Self)>) -> Self {
        Self::of(tag::LIST, 31, |to| {
            let (mut body, mut last) = (Packer::default(), 0);
            for (range, value) in items {
                body.clear();
                body.signed(i64::from(range.start) - last);
                body.signed(i64::from(range.end) - i64::from(range.start));
                body.raw(value.0.bytes());
                to.length(body.bytes().len());
                to.raw(body.bytes());
                last = i64::from(range.start);
            }
        })
    }

    pub(super) fn bytes(&self) -> &[u8] {
        self.0.bytes()
    }

    /// The text, if it is one.
    pub fn text(&self) -> Option<&str> {
        let (&tag, text) = self.0.bytes().split_first()?;
        (tag == tag::TEXT).then(|| simdutf8::basic::from_utf8(text).ok()).flatten()
    }
}

impl From<Value<'_>> for EncodedValue {
    fn from(value: Value<'_>) -> Self {
        match value {
            Value::Text(text) => Self::of(tag::TEXT, text.len(), |to| to.raw(text.as_bytes())),
            Value::Day(day) => Self::of(tag::DAY, 7, |to| day.pack(to)),
            Value::Moment(moment) => Self::of(tag::MOMENT, 11, |to| moment.pack(to)),
            Value::Period(period) => Self::of(tag::PERIOD, 7, |to| period.pack(to)),
            Value::Integer(number) => Self::of(tag::INTEGER, 10, |to| to.signed(number)),
            Value::Number(text) => Self::of(tag::NUMBER, text.len(), |to| to.raw(text.as_bytes())),
            Value::Flag(flag) => Self::of(if flag { tag::YES } else { tag::NO }, 0, |_| {}),
            Value::Word(at) => Self::of(tag::WORD, 5, |to| to.number(at.into())),
            Value::List(list) => Self::of(tag::LIST, list.bytes.len(), |to| to.raw(list.bytes)),
            Value::Table(table) => Self::of(tag::TABLE, table.bytes.len(), |to| to.raw(table.bytes)),
            Value::Unread => Self::of(tag::UNREAD, 0, |_| {}),
        }
    }
}
