//! All schemas together, and how a key is looked up.

use super::{
    change::Change,
    declarations::{Account, Gone, Law, Project, Redirect, Register, Synonym, Website, Word, Year},
    entry::Entry,
    item::{Field, Item},
    kind::own,
    organisation::Organisation,
    plan::{Base, Plan, Rectification, Task},
    policy::{Allow, Levels, Nil, NotApplicable, Privacy, Target},
    scheme::{Scheme, Score},
    settings::Settings,
    site::{Publish, Site},
};
use crate::{
    record::{KeySpec, Name, Schema, TableKind as _},
    vocabulary::{EntryKind, Word as _},
};

/// The tables of the catalogue, in the order of the reference.
pub static TABLES: &[&Schema] = &[
    Site::SCHEMA,
    Publish::SCHEMA,
    Settings::SCHEMA,
    Levels::SCHEMA,
    Privacy::SCHEMA,
    Organisation::SCHEMA,
    Field::SCHEMA,
    Item::SCHEMA,
    Plan::SCHEMA,
    Task::SCHEMA,
    Rectification::SCHEMA,
    Scheme::SCHEMA,
    Score::SCHEMA,
    Base::SCHEMA,
    Project::SCHEMA,
    Account::SCHEMA,
    Website::SCHEMA,
    Register::SCHEMA,
    Target::SCHEMA,
    Allow::SCHEMA,
    Nil::SCHEMA,
    NotApplicable::SCHEMA,
    Redirect::SCHEMA,
    Gone::SCHEMA,
    Change::SCHEMA,
    Year::SCHEMA,
    Law::SCHEMA,
    Word::SCHEMA,
    Synonym::SCHEMA,
];

/// Tables that stand once in a catalogue, as `[site]`; the others are lists, `[[item]]`.
const SINGLE: &[&str] = &["site", "publish", "settings", "levels", "privacy"];

/// The catalogue's table called `name`.
pub fn catalogue(name: &str) -> Option<&'static Schema> {
    TABLES.iter().copied().find(|table| table.name == name)
}

/// Whether the catalogue's table `name` is a list, written `[[name]]`.
pub fn is_list(name: &str) -> bool {
    catalogue(name).is_some() && !SINGLE.contains(&name)
}

/// The key `name` of entries of `kind`; without a kind, of entries of any.
pub fn entry_key(kind: Option<EntryKind>, name: &str) -> Option<&'static KeySpec> {
    Entry::SCHEMA.key(name).or_else(|| match kind {
        Some(kind) => own(kind).iter().find(|key| key.name == name),
        None => EntryKind::ALL.iter().find_map(|&kind| own(kind).iter().find(|key| key.name == name)),
    })
}

/// All keys of entries of `kind`: the common ones, then its own.
pub fn entry_keys(kind: EntryKind) -> impl Iterator<Item = &'static KeySpec> {
    Entry::SCHEMA.keys.iter().chain(own(kind))
}

/// The name of `key`, where entries of `kind` do not take it and those of another kind do.
pub fn other_kinds_key(kind: EntryKind, key: Name<'_>) -> Option<&'static str> {
    let is = |spec: &&KeySpec| key == Name::Declared(spec.number);
    if entry_keys(kind).any(|it| is(&it)) {
        return None;
    }
    EntryKind::ALL.iter().flat_map(|&kind| own(kind)).find(is).map(|it| it.name)
}

/// The kinds of entry that take the key `name` as their own.
pub fn kinds_with(name: &str) -> Vec<EntryKind> {
    EntryKind::ALL.iter().copied().filter(|&kind| own(kind).iter().any(|key| key.name == name)).collect()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;
    use crate::record::Shape;

    /// The tables within a value of `shape`.
    fn inner(shape: &Shape, found: &mut Vec<&'static Schema>) {
        match shape {
            Shape::Table(schema) | Shape::Short(schema, _) => within(schema.keys, schema, found),
            Shape::List(shape) | Shape::Many(shape) | Shape::Map(shape) => inner(shape, found),
            _ => {}
        }
    }

    fn within(keys: &[KeySpec], schema: &'static Schema, found: &mut Vec<&'static Schema>) {
        found.push(schema);
        for key in keys {
            inner(&key.shape, found);
        }
    }

    /// Each number stands for one name, and none is left out: a key that is declared and not listed leaves a gap.
    fn assert_numbered<'k>(table: &str, keys: impl Iterator<Item = &'k KeySpec>) {
        let (mut names, mut numbers) = (BTreeMap::new(), BTreeMap::new());
        for key in keys {
            assert_eq!(*names.entry(key.number).or_insert(key.name), key.name, "{table}: {}", key.number);
            assert_eq!(*numbers.entry(key.name).or_insert(key.number), key.number, "{table}: {}", key.name);
        }
        assert!(names.keys().copied().eq((1..).take(names.len())), "{table}: {names:?}");
    }

    #[test]
    fn every_key_has_a_number_of_its_own() {
        let mut tables = Vec::new();
        for schema in TABLES {
            within(schema.keys, schema, &mut tables);
        }
        let of_entries: Vec<&KeySpec> =
            EntryKind::ALL.iter().flat_map(|&kind| own(kind)).chain(Entry::SCHEMA.keys).collect();
        for key in &of_entries {
            inner(&key.shape, &mut tables);
        }
        assert!(tables.len() > 45);
        for table in tables {
            assert_numbered(table.name, table.keys.iter());
        }
        assert_numbered("entries", of_entries.into_iter());
    }
}
