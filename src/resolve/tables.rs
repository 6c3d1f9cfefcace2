//! The catalogue's tables by kind, taken one kind after the other.

use std::collections::BTreeMap;

use super::names;
use crate::{
    diagnostic::Findings,
    record::{Name, Record, TableKind, Value},
    source::Span,
    syntax::Declared,
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
                let name = match field.name.chosen() {
                    Some(name) => name,
                    None => T::SCHEMA
                        .keys
                        .iter()
                        .find(|it| Name::Declared(it.number) == field.name)
                        .map_or("", |it| it.name),
                }
                .to_owned();
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

    /// The one table of kind `T`; a second one is told.
    pub fn one<T: TableKind>(&mut self, findings: &mut Findings) -> Option<Record<T>> {
        let mut all = self.take::<T>().into_iter();
        let first = all.next()?;
        for other in all {
            let what = words! { zh: "表", en: "table" };
            let name = T::SCHEMA.name;
            names::twice(name, what, first.span(), other.span(), findings).help(text! {
                zh: "[{name}] 只写一次：把这里的几行移到先前那一处，删去这个表头",
                en: "write [{name}] once: move the lines below to the first, and delete this head"
            });
        }
        Some(first)
    }
}
