//! The catalogue's tables by kind, taken one kind after the other.

use std::collections::BTreeMap;

use super::names;
use crate::{
    diagnostic::Findings,
    record::{Record, TableKind},
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

    /// The one table of kind `T`; a second one is told.
    pub fn one<T: TableKind>(&mut self, findings: &mut Findings) -> Option<Record<T>> {
        let mut all = self.take::<T>().into_iter();
        let first = all.next()?;
        for other in all {
            let what = words! { zh: "表", en: "table" };
            names::twice(T::SCHEMA.name, what, first.span(), other.span(), findings);
        }
        Some(first)
    }
}
