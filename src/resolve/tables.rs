//! The catalogue's tables by kind, taken one kind after the other.

use std::collections::BTreeMap;

use super::names;
use crate::{diagnostic::Findings, record::Record, syntax::Declared};

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

    /// The tables called `name`, in the order of files and lines.
    pub fn take(&mut self, name: &str) -> Vec<Record> {
        self.0.remove(name).unwrap_or_default()
    }

    /// The one table called `name`; a second one is told.
    pub fn one(&mut self, name: &'static str, findings: &mut Findings) -> Option<Record> {
        let mut all = self.take(name).into_iter();
        let first = all.next()?;
        for other in all {
            let what = words! { zh: "表", en: "table" };
            names::twice(name, what, first.span(), other.span(), findings);
        }
        Some(first)
    }
}
