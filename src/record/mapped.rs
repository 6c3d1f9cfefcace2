//! A record with other texts in it.

use super::{Any, EncodedValue, Name, Record, RecordBuilder, Value, View};

impl<T> Record<T> {
    /// The same record with other texts: `words` answers for each text, and for each name that the author chose. Of its own fields
    /// only those stay that `keep` says.
    #[must_use]
    pub fn mapped(&self, keep: impl Fn(Name<'_>) -> bool, words: &dyn Fn(&str) -> Option<String>) -> Self {
        let mut builder = RecordBuilder::default();
        put(self.view(), &mut builder, &keep, words);
        builder.record(self.file, self.range)
    }
}

fn put<T>(
    table: View<'_, T>,
    builder: &mut RecordBuilder,
    keep: &dyn Fn(Name<'_>) -> bool,
    words: &dyn Fn(&str) -> Option<String>,
) {
    for field in table.fields().filter(|it| keep(it.name)) {
        let other = field.name.chosen().and_then(words);
        let name = other.as_deref().map_or(field.name, Name::Chosen);
        builder.put(name, field.key, field.range, &value(field.value, words));
    }
}

fn value(it: Value<'_>, words: &dyn Fn(&str) -> Option<String>) -> EncodedValue {
    match it {
        Value::Text(text) => words(text).map_or_else(|| it.into(), |other| Value::Text(&other).into()),
        Value::List(list) => EncodedValue::list(list.iter().map(|it| (it.span.range, value(it.value, words)))),
        Value::Table(table) => {
            let mut builder = RecordBuilder::default();
            put(View::<Any>::from(table), &mut builder, &|_| true, words);
            builder.into()
        }
        _ => it.into(),
    }
}
