//! Entries of one title, and what tells them apart.

use std::hash::{DefaultHasher, Hash as _, Hasher as _};

use rayon::prelude::*;

use crate::{
    model::{Entry, EntryId, Model},
    record::schema,
};

/// For each entry what its title needs beside it, to be told from every other: nothing (0), its document number or the day of its
/// publication (1), its index number too (2).
pub fn twins(model: &Model, entries: &[EntryId]) -> Box<[u8]> {
    let mut needs = vec![0; model.entries.len()].into_boxed_slice();
    let hash = |&id: &EntryId| {
        let mut hasher = DefaultHasher::new();
        model.entry(id).title().hash(&mut hasher);
        (hasher.finish(), id)
    };
    let mut hashed: Vec<(u64, EntryId)> = entries.par_iter().map(hash).collect();
    hashed.par_sort_unstable();
    let told = |id: EntryId| {
        let entry = model.entry(id);
        let number = entry.record.get(schema::Entry::NUMBER);
        (number, if number.is_some() { None } else { entry.published_day() })
    };
    let alike = hashed.par_chunk_by_mut(|a, b| a.0 == b.0).filter(|it| it.len() > 1);
    let needed: Vec<(EntryId, u8)> = alike
        .flat_map_iter(|alike| {
            alike.sort_by_cached_key(|it| told(it.1));
            let same = alike.chunk_by(|a, b| told(a.1) == told(b.1));
            same.flat_map(|same| same.iter().map(|it| (it.1, if same.len() > 1 { 2 } else { 1 })))
        })
        .collect();
    for (id, need) in needed {
        needs[id.at()] = need;
    }
    needs
}

/// The title of an entry with what `need` asks for beside it.
pub fn distinct(entry: &Entry, need: u8) -> String {
    let told = || {
        let day = || entry.published_day().map_or_else(String::new, |day| day.to_string());
        entry.record.get(schema::Entry::NUMBER).map_or_else(day, str::to_owned)
    };
    match need {
        0 => entry.title().to_string(),
        1 => format!("{}（{}）", entry.title(), told()),
        _ => format!("{}（{}，{}）", entry.title(), told(), entry.index_number),
    }
}
