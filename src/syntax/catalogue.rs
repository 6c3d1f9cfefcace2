//! A TOML file of the catalogue → the tables it declares.

use toml::{
    Spanned,
    de::{DeString, DeTable, DeValue},
};

use super::{
    Declared, UNKNOWN_KEY, WRONG_TYPE,
    reader::{Own, Reader, Scope, nearest_table, parse},
    repair::Stand,
};
use crate::{
    diagnostic::{Edit, Findings},
    record::{Schema, Shape, schema},
    source::{FileId, Range, Span},
};

/// Reads a TOML file below `catalogue/`: its tables in the order written. What is wrong is told; what is clear is read.
pub fn catalogue(file: FileId, text: &str, findings: &mut Findings) -> Vec<Declared> {
    let stand = Stand { file, shift: 0 };
    parse(text, stand, false, &is_list, findings, |reader, root| {
        let mut declared = Vec::new();
        for (key, value) in root {
            top(reader, key, value, file, &mut declared);
        }
        declared.sort_by_key(|it| it.record.range.start);
        declared
    })
    .unwrap_or_default()
}

/// Whether the table at a dotted path is a list; none where there is no such table.
fn is_list(path: &str) -> Option<bool> {
    let mut parts = path.split('.');
    let first = parts.next()?;
    let mut schema = schema::catalogue(first)?;
    let mut list = schema::is_list(first);
    for part in parts {
        let Some(key) = schema.key(part) else { return Some(false) };
        (schema, list) = nested(&key.shape)?;
    }
    Some(list)
}

/// The table that a value of `shape` is, and whether there may be many.
pub(super) fn nested(shape: &Shape) -> Option<(&'static Schema, bool)> {
    match shape {
        Shape::Table(schema) | Shape::Short(schema, _) => Some((schema, false)),
        Shape::List(inner) | Shape::Many(inner) => nested(inner).map(|(schema, _)| (schema, true)),
        _ => None,
    }
}

/// One key of the file's top level.
fn top(
    reader: &mut Reader<'_>,
    key: &Spanned<DeString<'_>>,
    value: &Spanned<DeValue<'_>>,
    file: FileId,
    declared: &mut Vec<Declared>,
) {
    let Some(table) = schema::catalogue(key.get_ref()) else {
        return unknown(reader, key, value, file);
    };
    let scope = Scope::outermost(table, Own::None);
    let mut read = |reader: &mut Reader<'_>, it: &DeTable<'_>, head: Range| {
        declared.push(Declared { table, record: reader.table(it, head, &scope).record(file, head) });
    };
    let range = reader.place(value);
    match value.get_ref() {
        DeValue::Table(it) => read(reader, it, range),
        DeValue::Array(items) if items.iter().all(|item| item.get_ref().is_table()) => {
            for item in items {
                let head = reader.place(item);
                if let Some(it) = item.get_ref().as_table() {
                    read(reader, it, head);
                }
            }
        }
        _ => {
            let (name, range) = (table.name, reader.place(key));
            let head = if schema::is_list(name) { format!("[[{name}]]") } else { format!("[{name}]") };
            reader
                .findings()
                .raise(
                    &WRONG_TYPE,
                    Span { file, range },
                    text! { zh: "{name} 是一张表，不是一个值", en: "`{name}` is a table, not a value" },
                )
                .help(text! { zh: "另起一行写 {head}，下面逐行写它的键", en: "write {head} in a line of its own and its keys below" });
        }
    }
}

/// A table or key that a catalogue does not have.
fn unknown(reader: &mut Reader<'_>, key: &Spanned<DeString<'_>>, value: &Spanned<DeValue<'_>>, file: FileId) {
    let name: &str = key.get_ref();
    let shown: String = name.chars().take(30).collect();
    // The tables of a list each say their own place; the key says only the first.
    let places: Vec<Range> = match value.get_ref() {
        DeValue::Table(_) => vec![reader.place(value)],
        DeValue::Array(items) if !items.is_empty() && items.iter().all(|item| item.get_ref().is_table()) => {
            items.iter().map(|item| reader.place(item)).collect()
        }
        _ => return stray(reader, key, &shown, file),
    };
    let near = if reader.may_guess() { nearest_table(name) } else { None };
    for range in places {
        let plain_head = reader.raw(range).trim_matches(['[', ']']).trim() == name;
        let finding = reader.findings().raise(
            &UNKNOWN_KEY,
            Span { file, range },
            text! { zh: "目录里没有“{shown}”这种表", en: "a catalogue has no table `{shown}`" },
        );
        if let Some(table) = near {
            let (name, zh, en) = (table.name, table.words.zh, table.words.en);
            let zh = zh.split(['：', '（']).next().unwrap_or(zh);
            let head = if schema::is_list(name) { format!("[[{name}]]") } else { format!("[{name}]") };
            finding
                .label(text! { zh: "是不是 {head}（{zh}）？", en: "{head} ({en})?" })
                .help(text! { zh: "改为：{head}", en: "write: {head}" })
                .fix(plain_head.then(|| Edit::new(Span { file, range }, head, false)));
        } else {
            let all: Vec<&str> = schema::TABLES.iter().map(|table| table.name).collect();
            let all = all.join(" ");
            finding
                .label(text! { zh: "不认识", en: "unknown" })
                .help(text! { zh: "可以用的表：{all}", en: "tables: {all}" });
        }
    }
}

/// A key that stands in no table.
fn stray(reader: &mut Reader<'_>, key: &Spanned<DeString<'_>>, shown: &str, file: FileId) {
    let range = reader.place(key);
    let finding = reader.findings().raise(
        &UNKNOWN_KEY,
        Span { file, range },
        text! { zh: "“{shown}”没有写在任何表头的下面", en: "`{shown}` stands in no table" },
    );
    finding.label(text! { zh: "前面缺少表头", en: "no head above it" });
    let tables = schema::TABLES.iter().filter(|table| table.key(key.get_ref()).is_some());
    let heads: Vec<String> = tables
        .take(3)
        .map(
            |table| {
                if schema::is_list(table.name) { format!("[[{}]]", table.name) } else { format!("[{}]", table.name) }
            },
        )
        .collect();
    let heads = if heads.is_empty() { "[[item]]".to_owned() } else { heads.join("、") };
    finding.help(text! { zh: "在它前面写上表头，例如 {heads}", en: "write the table's head above it, e.g. {heads}" });
}
