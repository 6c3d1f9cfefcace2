//! The catalogue's tables by kind, taken one kind after the other.

use std::collections::BTreeMap;

use super::names;
use crate::{
    diagnostic::Findings,
    record::{Any, Field, Name, Need, Record, Shape, TableKind, Value, View},
    source::{Place, Span},
    syntax::{Declared, MISSING_KEY},
};

/// All tables, by kind.
pub(super) struct Tables(BTreeMap<&'static str, Vec<Record>>);

impl Tables {
    /// The tables that were declared.
    pub fn new(declared: Vec<Declared>) -> Self {
        let mut by_name: BTreeMap<&'static str, Vec<Record>> = BTreeMap::new();
        for it in declared {
            by_name.entry(it.table.name).or_default().push(it.record);
        }
        Self(by_name)
    }

    /// The tables of kind `T`, in the order of files and lines.
    pub fn take<T: TableKind>(&mut self) -> Vec<Record<T>> {
        self.0.remove(T::SCHEMA.name).unwrap_or_default().into_iter().map(Record::of).collect()
    }

    /// The tables of kind `T`, of which there is one that may be split over files: a key that two of them give is told, but for lists,
    /// which add up.
    pub fn parts<T: TableKind>(&mut self, lists: bool, findings: &mut Findings) -> Vec<Record<T>> {
        let all = self.take::<T>();
        let mut seen: BTreeMap<String, Span> = BTreeMap::new();
        for record in &all {
            for field in record.fields().filter(|it| !(lists && matches!(it.value, Value::List(_)))) {
                let name = key_name::<T>(field.name);
                let span = Span { file: record.file, range: field.key };
                if let Some(first) = seen.get(&name) {
                    names::twice(&name, words! { zh: "键", en: "key" }, *first, span, findings).help(
                        text! { zh: "同一个键只写一次，删去其中一个", en: "write a key once: delete one of them" },
                    );
                } else {
                    seen.insert(name, span);
                }
            }
        }
        all
    }

    /// The one table of kind `T`; another is told, with what it has to give to the first and what it says in vain. The first is the
    /// one that has most of what it must have, for a file may come before it that only adds a part.
    pub fn one<T: TableKind>(&mut self, findings: &mut Findings) -> Option<Record<T>> {
        let mut all = self.take::<T>();
        let must = |it: &Record<T>| {
            let needed = T::SCHEMA.keys.iter().filter(|key| key.need == Need::Must);
            needed.filter(|key| it.fields().any(|field| field.name == Name::Declared(key.number))).count()
        };
        let most = all.iter().map(must).max()?;
        let first = all.remove(all.iter().position(|it| must(it) == most)?);
        for other in all {
            // What it lacks stands in the first.
            let place = Place::from(other.span());
            findings.retain(|it| it.rule.code != MISSING_KEY.code || it.place != place);
            let (what, name) = (words! { zh: "表", en: "table" }, T::SCHEMA.name);
            let (mut move_over, mut in_vain) = (Vec::new(), Vec::new());
            for (key, within) in written::<T>(&other) {
                let said = first.fields().find(|it| it.name == key.name);
                let is_there = said.is_some_and(|it| within.is_none_or(|(_, name)| holds(it.value, name)));
                let list = if is_there { &mut in_vain } else { &mut move_over };
                let outer = key_name::<T>(key.name);
                list.push(within.map_or_else(|| outer.clone(), |(inner, _)| format!("{outer}.{inner}")));
            }
            let mut help = text! {
                zh: "[{name}] 在整个目录里只写一次",
                en: "[{name}] stands once in the whole catalogue"
            };
            if !move_over.is_empty() {
                let (zh, en) = (move_over.join("、"), move_over.join(", "));
                help.zh.push_str(&format!("：把 {zh} 移到标出的那个 [{name}] 下面"));
                help.en.push_str(&format!(": move {en} below the [{name}] that is marked"));
            }
            if !in_vain.is_empty() {
                let (zh, en) = (in_vain.join("、"), in_vain.join(", "));
                help.zh.push_str(&format!("；{zh} 那里已经有了，要改的改那里的"));
                help.en.push_str(&format!("; {en} is there already, change it there"));
            }
            help.zh.push_str(&format!("；然后删去这里的 [{name}]"));
            help.en.push_str(&format!("; then delete this [{name}]"));
            names::twice(name, what, first.span(), other.span(), findings).help(help);
        }
        Some(first)
    }
}

/// The name of a key of `T`.
fn key_name<T: TableKind>(name: Name<'_>) -> String {
    let declared = || T::SCHEMA.keys.iter().find(|it| Name::Declared(it.number) == name).map_or("", |it| it.name);
    name.chosen().unwrap_or_else(declared).to_owned()
}

/// The keys of `record`, those within its tables one by one: their own name beside that of the table.
fn written<T: TableKind>(record: &Record<T>) -> Vec<(Field<'_>, Option<(&str, Name<'_>)>)> {
    let mut out = Vec::new();
    for field in record.fields() {
        let key = T::SCHEMA.keys.iter().find(|it| Name::Declared(it.number) == field.name);
        match (field.value, key.map(|it| &it.shape)) {
            (Value::Table(table), Some(Shape::Table(schema))) => {
                for inner in View::<Any>::from(table).fields() {
                    let declared = || schema.keys.iter().find(|it| Name::Declared(it.number) == inner.name);
                    let name = inner.name.chosen().or_else(|| declared().map(|it| it.name)).unwrap_or_default();
                    out.push((field, Some((name, inner.name))));
                }
            }
            _ => out.push((field, None)),
        }
    }
    out
}

/// Whether `value`, a table, has a key of `name`.
fn holds(value: Value<'_>, name: Name<'_>) -> bool {
    matches!(value, Value::Table(table) if View::<Any>::from(table).fields().any(|it| it.name == name))
}
