//! Every name of a key that an entry may have.

use std::{collections::BTreeSet, sync::LazyLock};

use super::{ENTRY, own};
use crate::{
    record::{Key, Rest, Schema, Shape},
    vocabulary::{EntryKind, Word as _},
};

/// The names, sorted.
pub static NAMES: LazyLock<Vec<&'static str>> = LazyLock::new(|| {
    let mut names = BTreeSet::new();
    table(&ENTRY, &mut names);
    for &kind in EntryKind::ALL {
        keys(own(kind), &mut names);
    }
    names.into_iter().collect()
});

fn table(schema: &'static Schema, names: &mut BTreeSet<&'static str>) {
    keys(schema.keys, names);
    if let Rest::Kept(kept) = schema.rest {
        shape(kept, names);
    }
}

fn keys(keys: &'static [Key], names: &mut BTreeSet<&'static str>) {
    for key in keys {
        names.insert(key.name);
        shape(&key.shape, names);
    }
}

fn shape(shape: &'static Shape, names: &mut BTreeSet<&'static str>) {
    match shape {
        Shape::List(inner) | Shape::Many(inner) | Shape::Map(inner) => self::shape(inner, names),
        Shape::Table(schema) => table(schema, names),
        Shape::Short(schema, short) => {
            names.insert(short);
            table(schema, names);
        }
        _ => {}
    }
}
