//! Lists of entries, numbered from the oldest: page N never changes its address or its members, so that an addition
//! rewrites a handful of pages.

use std::collections::BTreeMap;

use rayon::prelude::*;

use super::Paging;
use crate::{
    model::{EntryId, FieldId, ItemId, Model, OrganisationId},
    schema,
    vocabulary::{Disclosure, Facet, Theme},
};

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ListId {
    Item(ItemId),
    Disclosure(Disclosure),
    Facet(Facet),
    Organisation(OrganisationId),
    Year(i32),
    /// A first-level theme's, by its place in the official list, from 1.
    Theme(u16),
}

impl ListId {
    /// The list of a theme: that of its first level.
    pub fn theme(theme: Theme) -> Self {
        Self::Theme(u16::try_from(theme.first()).unwrap_or(u16::MAX).saturating_add(1))
    }
}

/// All lists, each from the oldest to the newest.
#[derive(Debug, Default)]
pub struct Lists {
    each: BTreeMap<ListId, Vec<EntryId>>,
    /// For each entry its place in the list of its home item.
    places: Vec<u32>,
    /// The newest of each field, oldest first, at most a page.
    fields: BTreeMap<FieldId, Vec<EntryId>>,
    /// Everything, oldest first.
    all: Vec<EntryId>,
}

/// Entries that one core sorts into lists at a time.
const PART: usize = 1024;

/// The lists of some entries.
#[derive(Default)]
struct Part {
    each: BTreeMap<ListId, Vec<EntryId>>,
    /// By the list of their home item: entries, and their places among those of this part.
    homes: BTreeMap<ListId, Vec<(EntryId, u32)>>,
    fields: BTreeMap<FieldId, Vec<EntryId>>,
}

impl Part {
    fn new(model: &Model, entries: &[EntryId]) -> Self {
        let mut part = Self::default();
        for &id in entries {
            let entry = model.entry(id);
            for (nth, &item) in entry.items.iter().enumerate() {
                let list = ListId::Item(item);
                let place = part.put(list, id);
                if nth == 0 {
                    part.homes.entry(list).or_default().push((id, u32::try_from(place).unwrap_or(u32::MAX)));
                }
                if let Some(field) = model.item(item).field {
                    part.fields.entry(field).or_default().push(id);
                }
            }
            let theme = entry.record.get(schema::Entry::THEME).and_then(Theme::parse).map(ListId::theme);
            let organisation = entry.organisation.map(ListId::Organisation);
            let year = entry.published_day().map(|it| ListId::Year(it.year()));
            let disclosures = entry.disclosures.iter().map(ListId::Disclosure);
            let facets = entry.facets.iter().map(ListId::Facet);
            for list in disclosures.chain(facets).chain(organisation).chain(year).chain(theme) {
                part.put(list, id);
            }
        }
        part
    }

    /// Puts `id` at the end of `list`, unless it is there. Answers its place.
    fn put(&mut self, list: ListId, id: EntryId) -> usize {
        let list = self.each.entry(list).or_default();
        if list.last() != Some(&id) {
            list.push(id);
        }
        list.len() - 1
    }
}

impl Lists {
    /// Sorts `entries`, which may be public, into lists.
    pub fn new(model: &Model, entries: impl Iterator<Item = EntryId>) -> Self {
        let mut all: Vec<_> = entries.map(|id| (model.entry(id).published, id)).collect();
        // Of one day by their paths: that is the order of their numbers.
        all.par_sort_unstable();
        let all: Vec<EntryId> = all.into_iter().map(|it| it.1).collect();
        let mut lists = Self { places: vec![0; model.entries.len()], ..Self::default() };
        for part in all.par_chunks(PART).map(|it| Part::new(model, it)).collect::<Vec<_>>() {
            lists.append(part);
        }
        for list in lists.fields.values_mut() {
            list.dedup();
            let old = list.len().saturating_sub(Paging::SIZE);
            list.drain(..old);
        }
        Self { all, ..lists }
    }

    /// Puts `part` behind what is there, which is older.
    fn append(&mut self, part: Part) {
        for (list, homes) in part.homes {
            let before = u32::try_from(self.get(list).len()).unwrap_or(u32::MAX);
            for (id, place) in homes {
                self.places[id.at()] = before.saturating_add(place);
            }
        }
        for (list, entries) in part.each {
            self.each.entry(list).or_default().extend(entries);
        }
        for (field, entries) in part.fields {
            self.fields.entry(field).or_default().extend(entries);
        }
    }

    /// The list `id`, oldest first.
    pub fn get(&self, id: ListId) -> &[EntryId] {
        self.each.get(&id).map_or(&[], Vec::as_slice)
    }

    /// All lists that have an entry.
    pub fn ids(&self) -> impl Iterator<Item = ListId> {
        self.each.keys().copied()
    }

    /// Everything, oldest first.
    pub fn all(&self) -> &[EntryId] {
        &self.all
    }

    /// The newest entries of a field, oldest first.
    pub fn field(&self, field: FieldId) -> &[EntryId] {
        self.fields.get(&field).map_or(&[], Vec::as_slice)
    }

    /// The neighbours of `id` in the list of its home item: the next older, the next newer.
    pub fn neighbours(&self, item: ItemId, id: EntryId) -> (Option<EntryId>, Option<EntryId>) {
        let list = self.get(ListId::Item(item));
        let at = self.places[id.at()] as usize;
        (at.checked_sub(1).and_then(|at| list.get(at).copied()), list.get(at + 1).copied())
    }

    /// How many numbered pages stand behind the front page of `id`.
    pub fn pages(&self, id: ListId) -> u32 {
        u32::try_from(Paging::of(self.get(id).len()).pages()).unwrap_or(u32::MAX)
    }

    /// The entries on page `number` of `id`, newest first; the front page without a number.
    pub fn page(&self, id: ListId, number: Option<usize>) -> Vec<EntryId> {
        let list = self.get(id);
        let paging = Paging::of(list.len());
        let range = number.map_or_else(|| Some(paging.front()), |number| paging.page(number)).unwrap_or_default();
        list[range].iter().rev().copied().collect()
    }
}
