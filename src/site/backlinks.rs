//! Which entries refer to an entry.

use crate::model::{Entry, EntryId};

/// For each entry those that refer to it, by which key. One table for all: most entries have none, and it is asked of every one of
/// them in every run.
#[derive(Debug)]
pub struct Backlinks {
    /// Where in `all` the references to an entry begin; those to the next follow.
    starts: Box<[u32]>,
    all: Box<[(&'static str, EntryId)]>,
}

impl Backlinks {
    /// Of `entries` among `count`.
    pub fn new<'m>(count: usize, entries: impl Iterator<Item = (EntryId, &'m Entry)>) -> Self {
        let references = entries.flat_map(|(id, entry)| entry.relations.iter().map(move |it| (it.to, it.key, id)));
        let mut references: Vec<_> = references.collect();
        // Those to one entry stay in the order of the entries that refer to it.
        references.sort_by_key(|it| it.0);
        let mut starts = Vec::with_capacity(count + 1);
        let mut at = 0;
        for to in 0..=count {
            at += references[at..].iter().take_while(|it| it.0.at() < to).count();
            starts.push(u32::try_from(at).unwrap_or(u32::MAX));
        }
        Self { starts: starts.into(), all: references.into_iter().map(|it| (it.1, it.2)).collect() }
    }

    /// Those that refer to `id`: by which key, and which.
    pub fn of(&self, id: EntryId) -> &[(&'static str, EntryId)] {
        let range = self.starts[id.at()] as usize..self.starts[id.at() + 1] as usize;
        &self.all[range]
    }
}
