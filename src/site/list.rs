//! Lists of entries, numbered from the oldest: page N never changes its address or its members, so that an addition
//! rewrites a handful of pages.

use std::collections::BTreeMap;

use super::Paging;
use crate::{
    model::{EntryId, FieldId, ItemId, Model, OrganisationId},
    vocabulary::{Disclosure, Facet, Theme},
};

/// Which list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ListId {
    /// An item's.
    Item(ItemId),
    /// A disclosure's.
    Disclosure(Disclosure),
    /// A facet's.
    Facet(Facet),
    /// An organisation's.
    Organisation(OrganisationId),
    /// A year's.
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

impl Lists {
    /// Sorts `entries`, which may be public, into lists.
    pub fn new(model: &Model, entries: impl Iterator<Item = EntryId>) -> Self {
        let mut all: Vec<EntryId> = entries.collect();
        all.sort_by_key(|&id| (model.entry(id).published, &*model.entry(id).name));
        let mut lists: BTreeMap<ListId, Vec<EntryId>> = BTreeMap::new();
        let mut fields: BTreeMap<FieldId, Vec<EntryId>> = BTreeMap::new();
        let mut places = vec![0; model.entries.len()];
        for &id in &all {
            let entry = model.entry(id);
            let mut put = |list: ListId| {
                let list = lists.entry(list).or_default();
                if list.last() != Some(&id) {
                    list.push(id);
                }
                list.len() - 1
            };
            for (nth, &item) in entry.items.iter().enumerate() {
                let place = put(ListId::Item(item));
                if nth == 0 {
                    places[id.at()] = u32::try_from(place).unwrap_or(u32::MAX);
                }
                if let Some(field) = model.item(item).field {
                    fields.entry(field).or_default().push(id);
                }
            }
            for it in entry.disclosures.iter() {
                put(ListId::Disclosure(it));
            }
            for it in entry.facets.iter() {
                put(ListId::Facet(it));
            }
            entry.organisation.map(|it| put(ListId::Organisation(it)));
            entry.published_day().map(|it| put(ListId::Year(it.year())));
            entry.record.text("theme").and_then(Theme::parse).map(|it| put(ListId::theme(it)));
        }
        for list in fields.values_mut() {
            list.dedup();
            let old = list.len().saturating_sub(Paging::SIZE);
            list.drain(..old);
        }
        Self { each: lists, places, fields, all }
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
