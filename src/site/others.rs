//! Which other entries a page of an entry, and its JSON, tell something of.

use super::{list::ListId, site::Site};
use crate::model::EntryId;

impl Site<'_> {
    /// Hands every entry that is told of beside `id` to `see`, with what ties them: references both ways, and the neighbours
    /// in the list of its home item. Where its text leads is another matter: [`leads`](Self::leads).
    pub fn others(&self, id: EntryId, mut see: impl FnMut(&'static str, EntryId)) {
        let entry = self.model.entry(id);
        for relation in &entry.relations {
            see(relation.key, relation.to);
        }
        for &(key, from) in self.backlinks.get(&id).map_or(&[][..], Vec::as_slice) {
            see(key, from);
        }
        if let Some(&item) = entry.items.first() {
            let (older, newer) = self.lists.neighbours(item, id);
            for (tie, other) in [("older", older), ("newer", newer)] {
                if let Some(other) = other {
                    see(tie, other);
                }
            }
        }
    }

    /// The entries that page `number` of `list` tells of, whether it is the last of the numbered, and how many entries the
    /// list has where its pages say so.
    pub fn listed(&self, list: ListId, number: u32) -> (Vec<EntryId>, bool, Option<usize>) {
        let rows = self.lists.page(list, usize::try_from(number).ok());
        let count = matches!(list, ListId::Item(_)).then(|| self.lists.get(list).len());
        (rows, number == self.lists.pages(list), count)
    }
}
