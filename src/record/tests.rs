//! Records say what was written, by the type of the key.

use proptest::prelude::*;

use super::{
    Any, EncodedValue, Key, Many, Map, Name, Record, RecordBuilder, Schema, Shape, Table, TableKind, Text, Value, View,
};
use crate::{
    day::{Day, Moment},
    pack::{Packer, Unpacker},
    source::{FileId, Range},
    vocabulary::{EntryKind, Word as _},
};

const FILE: FileId = FileId(3);

enum Inner {}

impl Inner {
    const BY: Key<Self, Text> = Key::new(1, "by");
}

impl TableKind for Inner {
    const SCHEMA: &'static Schema = &Schema::new("inner", "内", "inner", &[Self::BY.must("由谁", "by whom")]);
}

enum Outer {}

impl Outer {
    const TITLE: Key<Self, Text> = Key::new(1, "title");
    const MADE: Key<Self, Day> = Key::new(2, "made");
    const PUBLISHED: Key<Self, Moment> = Key::new(65, "published");
    const KINDS: Key<Self, Many<EntryKind>> = Key::new(66, "kinds");
    const REVIEW: Key<Self, Table<Inner>> = Key::new(5, "review");
    const ELEMENTS: Key<Self, Map<Any>> = Key::new(6, "elements");
    const DRAFT: Key<Self, bool> = Key::new(7, "draft");
}

fn range(start: u32, end: u32) -> Range {
    Range { start, end }
}

/// A record of these values: the key of each at its hundred, the value eight bytes behind.
fn record(values: Vec<(Key<Outer, Any>, EncodedValue)>) -> Record<Outer> {
    let mut fields = RecordBuilder::default();
    for (at, (key, value)) in (0..).step_by(100).zip(values) {
        fields.put(key, range(at, at + 5), range(at + 8, at + 20), &value);
    }
    fields.record(FILE, range(1, 2))
}

#[test]
fn a_record_says_what_was_written() {
    let day = "2018-05-03".parse().unwrap();
    let mut inner = RecordBuilder::default();
    inner.put(Inner::BY, range(50, 52), range(55, 60), &Value::Text("审查员").into());
    let words = [(range(30, 34), Value::Word(2).into()), (range(22, 26), Value::Word(0).into())];
    let mut elements = RecordBuilder::default();
    elements.put(Name::Chosen("负责人"), range(60, 62), range(65, 70), &Value::Integer(-7).into());
    let record = record(vec![
        (Outer::TITLE.any(), Value::Text("通知").into()),
        (Outer::MADE.any(), Value::Day(day).into()),
        (Outer::KINDS.any(), EncodedValue::list(words)),
        (Outer::REVIEW.any(), inner.into()),
        (Outer::ELEMENTS.any(), elements.into()),
        (Outer::DRAFT.any(), Value::Unread.into()),
    ]);
    assert_eq!((record.get(Outer::TITLE), record.get(Outer::MADE)), (Some("通知"), Some(day)));
    let kinds: Vec<_> = record.spanned(Outer::KINDS).map(|it| (it.span.range, it.value)).collect();
    assert_eq!(kinds, [(range(30, 34), EntryKind::ALL[2]), (range(22, 26), EntryKind::ALL[0])]);
    let review = record.get(Outer::REVIEW).unwrap();
    assert_eq!((review.get(Inner::BY), review.range), (Some("审查员"), range(308, 320)));
    assert_eq!(review.field(Inner::BY).map(|it| (it.key, it.range)), Some((range(50, 52), range(55, 60))));
    let elements = record.get(Outer::ELEMENTS).unwrap();
    assert_eq!(elements.entries().collect::<Vec<_>>(), [("负责人", Value::Integer(-7))]);
    assert_eq!((elements.named("负责人"), elements.named("电话")), (Some(Value::Integer(-7)), None));
    assert!(record.is_unread(Outer::DRAFT) && record.has(Outer::DRAFT) && !record.has(Outer::PUBLISHED));
    assert_eq!((record.get(Outer::DRAFT), record.get(Outer::PUBLISHED)), (None, None));
    assert_eq!(record.span_of(Outer::MADE).range, range(108, 120));
    assert_eq!(record.key_span_of(Outer::MADE).range, range(100, 105));
    assert_eq!(record.span_of(Outer::PUBLISHED).range, range(1, 2), "the head, where it is not written");
    let mut to = Packer::default();
    record.pack(&mut to);
    assert_eq!(Record::unpack(FILE, &mut Unpacker::new(to.bytes())), Some(record));
}

#[test]
fn the_type_of_a_key_says_how_its_value_is_read() {
    let moment: Moment = "2018-05-03 09:30".parse().unwrap();
    let record = record(vec![
        (Outer::PUBLISHED.any(), Value::Moment(moment).into()),
        (Outer::MADE.any(), Value::Text("2018-05-03").into()),
    ]);
    assert_eq!(record.get(Outer::PUBLISHED), Some(moment));
    assert_eq!(record.get(Outer::PUBLISHED.day()), Some(moment.day));
    assert_eq!(record.get(Outer::PUBLISHED.any()), Some(Value::Moment(moment)));
    assert_eq!(record.get(Outer::MADE), None, "a text is no day");
    assert!(matches!(Outer::KINDS.may("", "").shape, Shape::Many(Shape::Word(list)) if *list == EntryKind::VOCABULARY));
    assert!(matches!(Outer::REVIEW.may("", "").shape, Shape::Table(schema) if schema.key("by").is_some()));
}

fn look(view: View<'_>) {
    for field in view.fields() {
        let _ = field.name.chosen();
        match field.value {
            Value::Table(table) => look(table.into()),
            Value::List(list) => list.iter().for_each(|it| {
                if let Value::Table(table) = it.value {
                    look(table.into());
                }
            }),
            _ => {}
        }
    }
}

proptest! {
    #[test]
    fn any_bytes_are_looked_at_without_harm(bytes: Vec<u8>) {
        let mut to = Packer::default();
        to.raw(&[0, 0]);
        to.length(bytes.len());
        to.raw(&bytes);
        look(Record::unpack(FILE, &mut Unpacker::new(to.bytes())).unwrap().view());
    }
}
