//! Values on their way into a record: each packed as soon as it is read.

use super::{Record, Value, names};
use crate::{
    pack::{Pack as _, Packer},
    source::{FileId, Range},
};

/// What a packed value is: its first byte.
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

/// A value, packed.
#[derive(Clone, Debug)]
pub struct Packed(Packer);

impl Packed {
    /// With room for `length` bytes behind the tag.
    fn of(tag: u8, length: usize, write: impl FnOnce(&mut Packer)) -> Self {
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

    /// The text, if it is one.
    pub fn text(&self) -> Option<&str> {
        let (&tag, text) = self.0.bytes().split_first()?;
        (tag == tag::TEXT).then(|| std::str::from_utf8(text).ok()).flatten()
    }
}

impl From<Value<'_>> for Packed {
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
            Value::List(list) => Self::of(tag::LIST, list.packed.len(), |to| to.raw(list.packed)),
            Value::Record(table) => Self::of(tag::TABLE, table.packed.len(), |to| to.raw(table.packed)),
            Value::Unread => Self::of(tag::UNREAD, 0, |_| {}),
        }
    }
}

/// A table in a table; it stands where its value stands.
impl From<Record> for Packed {
    fn from(record: Record) -> Self {
        Value::Record(record.view()).into()
    }
}

/// The keys of a record in the making, in the order written.
#[derive(Clone, Debug, Default)]
pub struct Fields {
    to: Packer,
    body: Packer,
}

impl Fields {
    /// None yet, with room for about so many.
    pub fn with_room(count: usize) -> Self {
        Self { to: Packer::with_room(count * 32), body: Packer::with_room(64) }
    }

    /// One key more: its name, where it stands, where its value stands, and the value.
    pub fn put(&mut self, name: &str, key: Range, range: Range, value: &Packed) {
        let Self { to, body } = self;
        if let Some(place) = names::place(name) {
            to.byte(place);
        } else {
            to.byte(0);
            to.text(name);
        }
        body.clear();
        key.pack(body);
        body.signed(i64::from(range.start) - i64::from(key.end));
        body.signed(i64::from(range.end) - i64::from(range.start));
        body.raw(value.0.bytes());
        to.length(body.bytes().len());
        to.raw(body.bytes());
    }

    /// The record of these keys in `file`, spoken of as a whole at `range`.
    pub fn record(&self, file: FileId, range: Range) -> Record {
        Record::new(file, range, self.to.bytes())
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const FILE: FileId = FileId(3);

    fn range(start: u32, end: u32) -> Range {
        Range { start, end }
    }

    #[test]
    fn a_record_says_what_was_packed() {
        let day = "2018-05-03".parse().unwrap();
        let mut inner = Fields::default();
        inner.put("by", range(50, 52), range(55, 60), &Value::Text("审查员").into());
        let inner = Packed::from(inner.record(FILE, range(48, 70)));
        let words = [(range(30, 34), Value::Word(2).into()), (range(22, 26), Value::Text("住房").into())];
        let mut fields = Fields::default();
        for (at, (name, value)) in [
            ("title", Value::Text("通知").into()),
            ("made", Value::Day(day).into()),
            ("自己的键", Value::Integer(-7).into()),
            ("keywords", Packed::list(words)),
            ("review", inner),
            ("kind", Value::Unread.into()),
        ]
        .iter()
        .enumerate()
        {
            let start = 100 * u32::try_from(at).unwrap();
            fields.put(name, range(start, start + 5), range(start + 8, start + 20), value);
        }
        let record = fields.record(FILE, range(1, 2));
        assert_eq!(
            (record.text("title"), record.day("made"), record.integer("自己的键")),
            (Some("通知"), Some(day), Some(-7))
        );
        assert_eq!(record.moment("made").map(|it| it.day), Some(day));
        let keywords: Vec<_> = record.list("keywords").map(|it| (it.span.range, it.value)).collect();
        assert_eq!(keywords, [(range(30, 34), Value::Word(2)), (range(22, 26), Value::Text("住房"))]);
        let review = record.record("review").unwrap();
        assert_eq!((review.text("by"), review.range), (Some("审查员"), range(408, 420)));
        assert_eq!(review.field("by").map(|it| (it.key, it.range)), Some((range(50, 52), range(55, 60))));
        assert!(record.is_unread("kind") && record.has("kind") && !record.has("item"));
        assert_eq!(record.key_at("made").range, range(100, 105));
        assert_eq!(
            record.fields().map(|it| it.name).collect::<Vec<_>>(),
            ["title", "made", "自己的键", "keywords", "review", "kind"]
        );
        let mut to = Packer::default();
        record.pack(&mut to);
        assert_eq!(Record::unpack(FILE, &mut crate::pack::Unpacker::new(to.bytes())), Some(record));
    }

    fn look(view: super::super::View<'_>) {
        for field in view.fields() {
            let _ = (view.at(field.name), view.texts(field.name).count(), view.day(field.name));
            view.records(field.name).for_each(look);
        }
    }

    proptest! {
        #[test]
        fn any_bytes_are_looked_at_without_harm(bytes: Vec<u8>) {
            look(Record::new(FILE, Range::default(), &bytes).view());
        }
    }
}
