//! What stands in a table: checked values, each with the place of its key and its own.

use crate::{
    day::{Day, Moment, Period},
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
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// A text, an id, a path, a reference.
    Text(Box<str>),
    /// A day.
    Day(Day),
    /// A day, perhaps with a time.
    Moment(Moment),
    /// A period.
    Period(Period),
    /// A whole number.
    Integer(i64),
    /// A number as written.
    Number(Box<str>),
    /// Yes or no.
    Flag(bool),
    /// The place of a word in its closed list.
    Word(u16),
    /// A list.
    List(Box<[(Range, Self)]>),
    /// A table.
    Record(Box<Record>),
    /// Written, but it could not be read, which was told: its lack is no second fault.
    Unread,
}

/// One key with its value.
#[derive(Clone, Debug, PartialEq)]
pub struct Field {
    /// The key.
    pub name: Name,
    /// Where the key stands.
    pub key: Range,
    /// Where the value stands.
    pub range: Range,
    /// The value.
    pub value: Value,
}

/// The name of a key: of the schema (free of charge), or the author's own.
#[derive(Clone, Debug, PartialEq)]
pub enum Name {
    /// Declared by the schema.
    Known(&'static str),
    /// The author's own, in a table that keeps such keys.
    Own(Box<str>),
}

impl Name {
    /// The key as written.
    pub fn as_str(&self) -> &str {
        match self {
            Self::Known(name) => name,
            Self::Own(name) => name,
        }
    }
}

/// A table as written, checked against its schema: every value has the shape its key asks for.
#[derive(Clone, Debug, PartialEq)]
pub struct Record {
    /// The file.
    pub file: FileId,
    /// The table's head, or the whole of an inline table: where it is spoken of as a whole.
    pub range: Range,
    /// Its keys, in the order written.
    pub fields: Box<[Field]>,
}

impl Record {
    /// A record of nothing at the start of `file`.
    pub fn empty(file: FileId) -> Self {
        Self { file, range: Range::default(), fields: Box::new([]) }
    }

    /// The field called `name`.
    pub fn field(&self, name: &str) -> Option<&Field> {
        self.fields.iter().find(|field| field.name.as_str() == name)
    }

    /// Whether `name` is written.
    pub fn has(&self, name: &str) -> bool {
        self.field(name).is_some()
    }

    /// Whether `name` is written but could not be read, which was told.
    pub fn is_unread(&self, name: &str) -> bool {
        self.field(name).is_some_and(|field| field.value == Value::Unread)
    }

    /// The table as a whole.
    pub fn span(&self) -> Span {
        Span { file: self.file, range: self.range }
    }

    /// Where the value of `name` stands; the table's head where it is not written.
    pub fn at(&self, name: &str) -> Span {
        Span { file: self.file, range: self.field(name).map_or(self.range, |field| field.range) }
    }

    /// Where the key `name` stands; the table's head where it is not written.
    pub fn key_at(&self, name: &str) -> Span {
        Span { file: self.file, range: self.field(name).map_or(self.range, |field| field.key) }
    }

    fn spanned<T>(&self, range: Range, value: T) -> Spanned<T> {
        Spanned { value, span: Span { file: self.file, range } }
    }

    /// The text of `name`.
    pub fn text(&self, name: &str) -> Option<&str> {
        match &self.field(name)?.value {
            Value::Text(text) | Value::Number(text) => Some(text),
            _ => None,
        }
    }

    /// The day of `name`; of a moment its day.
    pub fn day(&self, name: &str) -> Option<Day> {
        match self.field(name)?.value {
            Value::Day(day) => Some(day),
            Value::Moment(moment) => Some(moment.day),
            _ => None,
        }
    }

    /// The moment of `name`.
    pub fn moment(&self, name: &str) -> Option<Moment> {
        match self.field(name)?.value {
            Value::Moment(moment) => Some(moment),
            Value::Day(day) => Some(Moment { day, time: None }),
            _ => None,
        }
    }

    /// The period of `name`.
    pub fn period(&self, name: &str) -> Option<Period> {
        match self.field(name)?.value {
            Value::Period(period) => Some(period),
            _ => None,
        }
    }

    /// The whole number of `name`.
    pub fn integer(&self, name: &str) -> Option<i64> {
        match self.field(name)?.value {
            Value::Integer(number) => Some(number),
            _ => None,
        }
    }

    /// The flag of `name`.
    pub fn flag(&self, name: &str) -> Option<bool> {
        match self.field(name)?.value {
            Value::Flag(flag) => Some(flag),
            _ => None,
        }
    }

    /// The word of `name`.
    pub fn word<W: Word>(&self, name: &str) -> Option<W> {
        word(&self.field(name)?.value)
    }

    /// The words of the list `name`; none where it is not written.
    pub fn words<W: Word>(&self, name: &str) -> Vec<Spanned<W>> {
        self.list(name).filter_map(|it| Some(Spanned { value: word(it.value)?, span: it.span })).collect()
    }

    /// The values of the list `name`; none where it is not written.
    pub fn list(&self, name: &str) -> impl Iterator<Item = Spanned<&Value>> {
        let items: &[(Range, Value)] = match self.field(name).map(|field| &field.value) {
            Some(Value::List(items)) => items,
            _ => &[],
        };
        items.iter().map(|(range, value)| self.spanned(*range, value))
    }

    /// The texts of the list `name`; none where it is not written.
    pub fn texts(&self, name: &str) -> impl Iterator<Item = Spanned<&str>> {
        self.list(name).filter_map(|it| match it.value {
            Value::Text(text) => Some(Spanned { value: &**text, span: it.span }),
            _ => None,
        })
    }

    /// The tables of the list `name`, or the one table `name`.
    pub fn records(&self, name: &str) -> impl Iterator<Item = &Self> {
        let one = self.record(name);
        one.into_iter().chain(self.list(name).filter_map(|it| match it.value {
            Value::Record(record) => Some(&**record),
            _ => None,
        }))
    }

    /// The table `name`.
    pub fn record(&self, name: &str) -> Option<&Self> {
        match &self.field(name)?.value {
            Value::Record(record) => Some(record),
            _ => None,
        }
    }
}

fn word<W: Word>(value: &Value) -> Option<W> {
    match value {
        Value::Word(at) => W::ALL.get(usize::from(*at)).copied(),
        _ => None,
    }
}
