//! The figures of a report as rows of columns, however they are nested.

use crate::{
    record::{Any, Field, Record, Value, View, schema},
    source::{FileId, Range, Span},
};

/// No office has as many applications: sums of such counts do not overflow.
const MOST: u64 = 1_000_000_000_000;

/// A row as written.
#[derive(Clone, Debug)]
pub(super) struct Written<'r> {
    pub name: &'r str,
    pub at: Span,
    /// Its columns in the order written; of a row that is one number, that alone, without a name.
    pub cells: Vec<(&'r str, Option<i64>)>,
}

/// The rows of the figures that `record` holds.
pub(super) fn rows(record: &Record<schema::Entry>) -> Vec<Written<'_>> {
    let mut rows = Vec::new();
    if let Some(figures) = record.get(schema::Entry::FIGURES) {
        gather(record.file, figures.fields(), &mut rows);
    }
    rows
}

fn gather<'r>(file: FileId, fields: impl Iterator<Item = Field<'r>>, rows: &mut Vec<Written<'r>>) {
    for field in fields {
        let Some(name) = field.name.chosen() else { continue };
        let at = Span { file, range: Range { start: field.key.start, end: field.key.end } };
        let Value::Table(table) = field.value else {
            rows.push(Written { name, at, cells: vec![("", count(field.value))] });
            continue;
        };
        let inner: Vec<Field<'r>> = View::<'r, Any>::from(table).fields().collect();
        let (groups, cells): (Vec<Field<'r>>, Vec<Field<'r>>) =
            inner.into_iter().partition(|it| matches!(it.value, Value::Table(_)));
        let cells: Vec<_> = cells.iter().filter_map(|it| Some((it.name.chosen()?, count(it.value)))).collect();
        if !cells.is_empty() {
            rows.push(Written { name, at, cells });
        }
        // Rows of a group stand in it: 本年度办理结果, 行政诉讼.
        gather(file, groups.into_iter(), rows);
    }
}

/// A count; none where nothing is said, or what is no whole number that so many can be.
fn count(value: Value<'_>) -> Option<i64> {
    let count = match value {
        Value::Integer(count) => Some(count),
        Value::Number(text) | Value::Text(text) => {
            let text = text.trim().trim_end_matches(['件', '条', '个']).trim();
            let whole = text
                .split_once('.')
                .map_or(text, |(whole, rest)| if rest.bytes().all(|it| it == b'0') { whole } else { text });
            whole.replace([',', '，'], "").parse().ok()
        }
        _ => None,
    };
    count.filter(|it| it.unsigned_abs() < MOST)
}
