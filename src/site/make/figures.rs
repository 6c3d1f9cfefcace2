//! The figures of a report as tables: a table for each run of rows whose columns are of one kind.

use crate::{
    model::Entry,
    record::{Any, Field, Value, View, schema},
    site::page::{Cell, Sheet, SheetColumn, Str},
};

/// What a row is headed by.
const ROW: &str = "项目";

/// What stands over a row that is one number.
const COUNT: &str = "数值";

/// A column that tables of different kinds share.
const TOTALS: [&str; 3] = ["总计", "合计", COUNT];

/// Rows deeper than this are not looked for.
const DEEPEST: usize = 4;

/// A row: its name, and what stands in its columns.
struct Row<'a> {
    name: Str<'a>,
    cells: Vec<(&'a str, String)>,
}

/// The tables of the figures that `entry` holds.
pub(super) fn sheets(entry: &Entry) -> Vec<Sheet<'_>> {
    let mut rows = Vec::new();
    if let Some(figures) = entry.record.get(schema::Entry::FIGURES) {
        gather(figures.fields(), "", 0, &mut rows);
    }
    let mut tables: Vec<(Vec<&str>, Vec<Row<'_>>)> = Vec::new();
    for row in rows {
        let heads: Vec<&str> = row.cells.iter().map(|it| it.0).collect();
        let own = |it: &&&str| !TOTALS.contains(*it);
        let fits = |columns: &[&str]| {
            let mut mine = heads.iter().filter(own).peekable();
            mine.peek().is_none() && columns.iter().all(|it| TOTALS.contains(it)) || mine.any(|it| columns.contains(it))
        };
        match tables.last_mut().filter(|it| fits(&it.0)) {
            Some((columns, rows)) => {
                for head in heads {
                    if !columns.contains(&head) {
                        columns.push(head);
                    }
                }
                rows.push(row);
            }
            None => tables.push((heads, vec![row])),
        }
    }
    let several = tables.len() > 1;
    let title = entry.title();
    let caption = |at: usize| if several { format!("{title}（表{}）", at + 1) } else { title.to_owned() };
    tables.into_iter().enumerate().map(|(at, (columns, rows))| sheet(caption(at), &columns, rows)).collect()
}

fn gather<'a>(fields: impl Iterator<Item = Field<'a>>, above: &str, depth: usize, rows: &mut Vec<Row<'a>>) {
    for field in fields {
        let Some(name) = field.name.chosen() else { continue };
        let full: Str<'a> = if above.is_empty() { name.into() } else { format!("{above} / {name}").into() };
        let Value::Table(table) = field.value else {
            if let Some(text) = written(field.value) {
                rows.push(Row { name: full, cells: vec![(COUNT, text)] });
            }
            continue;
        };
        let inner: Vec<Field<'a>> = View::<'a, Any>::from(table).fields().collect();
        let cell = |it: &Field<'a>| Some((it.name.chosen()?, written(it.value)?));
        let cells: Vec<_> = inner.iter().filter_map(cell).collect();
        let groups = inner.into_iter().filter(|it| matches!(it.value, Value::Table(_)));
        if depth < DEEPEST {
            let name = full.to_string();
            if !cells.is_empty() {
                rows.push(Row { name: full, cells });
            }
            gather(groups.collect::<Vec<_>>().into_iter(), &name, depth + 1, rows);
        }
    }
}

/// A figure as it is shown; none where it is no figure.
pub(in crate::site) fn written(value: Value<'_>) -> Option<String> {
    match value {
        Value::Integer(number) => Some(number.to_string()),
        Value::Number(text) | Value::Text(text) => Some(text.to_owned()),
        Value::Flag(flag) => Some(if flag { "是" } else { "否" }.to_owned()),
        Value::Day(day) => Some(day.to_string()),
        Value::Moment(moment) => Some(moment.to_string()),
        Value::Period(period) => Some(period.official()),
        Value::Word(_) | Value::List(_) | Value::Table(_) | Value::Unread => None,
    }
}

fn sheet<'a>(caption: String, columns: &[&'a str], rows: Vec<Row<'a>>) -> Sheet<'a> {
    let head = |name: Str<'a>, number: bool| SheetColumn { name, columns: 1, rows: 1, number };
    let mut heads = vec![head(ROW.into(), false)];
    heads.extend(columns.iter().map(|it| head((*it).into(), true)));
    let cell = |text: Str<'a>, number: bool| Cell { text, lines: Vec::new(), href: None, day: false, number };
    let row = |row: Row<'a>| {
        let value =
            |column: &&str| row.cells.iter().find(|it| it.0 == *column).map_or_else(String::new, |it| it.1.clone());
        let values: Vec<String> = columns.iter().map(value).collect();
        let mut cells = vec![cell(row.name, false)];
        cells.extend(values.into_iter().map(|it| cell(it.into(), true)));
        cells
    };
    let labels = if columns.len() > 1 { heads.iter().map(|it| it.name.clone()).collect() } else { Vec::new() };
    Sheet {
        caption: caption.into(),
        same: Vec::new(),
        heads: vec![heads],
        rows: rows.into_iter().map(row).collect(),
        labels,
        long: false,
        chart: None,
        total: None,
        downloads: Vec::new(),
    }
}
