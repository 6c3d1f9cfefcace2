//! Entries by their names: links, the lock and references ask for them by the hundred thousand.

use std::hash::BuildHasher as _;
use std::hash::{BuildHasherDefault, DefaultHasher};

use hashbrown::HashTable;
use rayon::prelude::*;

use super::{Entry, EntryId};

/// Where each name stands in a list of entries. It holds no names of its own: every question brings the list.
#[derive(Clone, Debug, Default)]
pub struct ByName(HashTable<EntryId>);

impl ByName {
    /// The names of `entries`; of several with one name any.
    pub fn new(entries: &[Box<Entry>]) -> Self {
        let hashes: Vec<u64> = entries.par_iter().map(|it| hash(&it.name)).collect();
        let mut table = HashTable::with_capacity(entries.len());
        for (at, &of) in hashes.iter().enumerate() {
            table.insert_unique(of, EntryId::new(at), |it| hashes[it.at()]);
        }
        Self(table)
    }

    /// The entry called `name`: its path below `content/` without `.md`. `entries` are those it was made of, in their order.
    pub fn find(&self, entries: &[Box<Entry>], name: &str) -> Option<EntryId> {
        self.0.find(hash(name), |it| entries.get(it.at()).is_some_and(|it| *it.name == *name)).copied()
    }
}

fn hash(name: &str) -> u64 {
    BuildHasherDefault::<DefaultHasher>::default().hash_one(name)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::compliance::builder::Builder;

    #[test]
    fn each_name_is_found_and_no_other() {
        let mut builder = Builder::new("2018-12-31");
        let item = builder.item("policy/notices");
        let ids: Vec<EntryId> = (0..300).map(|_| builder.entry(item, "2018-06-01")).collect();
        let entries = &builder.model.entries;
        let names = ByName::new(entries);
        for id in ids {
            assert_eq!(names.find(entries, &entries[id.at()].name), Some(id));
        }
        assert_eq!((names.find(entries, "300"), names.find(entries, "")), (None, None));
        assert_eq!(names.find(&entries[..7], "8"), None, "a list of others is no list of its own");
    }
}
