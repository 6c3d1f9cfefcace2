//! The texts of a table's values, decoded: what a reader sees of a value may be written otherwise in the file.

use crate::{
    record::{Any, Value, View},
    source::Range,
};

/// Hands each text of `table` to `take`, tables and lists in it included, with the place of its value.
pub(super) fn texts<T>(table: View<'_, T>, take: &mut dyn FnMut(&str, Range)) {
    for field in table.fields() {
        if let Some(name) = field.name.chosen() {
            take(name, field.key);
        }
        value(field.value, field.range, take);
    }
}

fn value(it: Value<'_>, range: Range, take: &mut dyn FnMut(&str, Range)) {
    match it {
        Value::Text(text) | Value::Number(text) => take(text, range),
        Value::List(list) => list.iter().for_each(|it| value(it.value, it.span.range, take)),
        Value::Table(table) => texts(View::<Any>::from(table), take),
        _ => {}
    }
}
