//! Which other entries a page tells of: what its key has to cover besides the entry itself.
//!
//! Another entry's title, address, day or state is printed on a page in one of two ways: something ties the two entries
//! ([`related_entries`]), or both stand in a list ([`list_page`]). Where the text leads is a third matter, and cheaper to
//! answer: only the address is printed ([`link_keys`](super::link_keys)).

use super::{list::ListId, site::Site};
use crate::{model::EntryId, record::schema};

/// Hands every entry that is told of beside `id` to `see`, with what ties them: references both ways, and the neighbours
/// in the list of its home item. An entry may be handed over more than once, and one that is not on the site too: whether
/// it is there decides what is shown.
pub fn related_entries(site: &Site<'_>, id: EntryId, mut see: impl FnMut(&'static str, EntryId)) {
    let entry = site.model.entry(id);
    for relation in &entry.relations {
        see(relation.key, relation.to);
    }
    for &(key, from) in site.backlinks(id) {
        see(key, from);
    }
    if let Some(&item) = entry.items.first() {
        let (older, newer) = site.lists.neighbours(item, id);
        for (tie, other) in [("older", older), ("newer", newer)] {
            if let Some(other) = other {
                see(tie, other);
            }
        }
    }
}

/// What a numbered page of a list shows of other entries.
#[derive(Debug)]
pub struct ListPage {
    /// Those that have their places on it, shown or not, and those that its rows link.
    pub entries: Vec<EntryId>,
    /// Whether the front page comes next: the way to what is newer leads there, not to a number.
    pub is_last: bool,
    /// How many entries the list has, where its numbered pages say so: those of an item do, in its row of the national table.
    pub total: Option<usize>,
}

/// Page `number` of `list`.
pub fn list_page(site: &Site<'_>, list: ListId, number: u32) -> ListPage {
    let mut entries = site.lists.places(list, Some(number)).to_vec();
    if list.is_of_documents() {
        for at in 0..entries.len() {
            entries.extend(site.referring(entries[at], schema::Entry::INTERPRETS));
        }
    }
    ListPage {
        entries,
        is_last: number == site.lists.pages(list),
        total: matches!(list, ListId::Item(_)).then(|| site.lists.get(list).len()),
    }
}
