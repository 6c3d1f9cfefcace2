//! Lists of entries, each from the oldest to the newest: page N never changes its address or its members ([`Paging`]), so
//! that an addition rewrites a handful of pages.
//!
//! They are built once. Entries are sorted by day; then each core puts chunks of them into lists of its own, which are laid
//! end to end in the order of the chunks, so that every list is sorted without sorting it.

use std::collections::BTreeMap;

use rayon::prelude::*;

use super::{
    documents::{binding, ended, is_document},
    paging::Paging,
};
use crate::{
    day::Day,
    model::{EntryId, FieldId, ItemId, Model, OrganisationId},
    record::schema,
    vocabulary::{Disclosure, DocumentClass, Facet, THEMES, Theme},
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
    /// The documents; shown are those in force.
    Documents,
    /// Those of a class that binds; shown are those in force.
    Class(DocumentClass),
    /// The documents that are in force no more, by the day that ended them.
    Ended,
}

impl ListId {
    /// The list of a theme: that of its first level.
    pub fn theme(theme: Theme) -> Self {
        Self::Theme(u16::try_from(theme.first()).unwrap_or(u16::MAX).saturating_add(1))
    }

    /// Whether its rows are those of documents.
    pub fn is_of_documents(self) -> bool {
        matches!(self, Self::Documents | Self::Class(_) | Self::Ended)
    }

    /// Whether it has pages for documents that it does not show: those in force no more. They keep their places, or the end of one
    /// would move all that came after it to other pages.
    pub fn hides_ended(self) -> bool {
        matches!(self, Self::Documents | Self::Class(_))
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
    /// The documents that are in force no more, and since when.
    ended: BTreeMap<EntryId, Day>,
}

/// Entries that one core sorts into lists at a time.
const CHUNK: usize = 1024;

/// The lists of some entries.
#[derive(Default)]
struct Chunk {
    each: BTreeMap<ListId, Vec<EntryId>>,
    /// By the list of their home item: entries, and their places among those of this chunk.
    homes: BTreeMap<ListId, Vec<(EntryId, u32)>>,
    fields: BTreeMap<FieldId, Vec<EntryId>>,
    ended: Vec<(EntryId, Day)>,
}

impl Chunk {
    fn new(model: &Model, entries: &[EntryId]) -> Self {
        let mut chunk = Self::default();
        for &id in entries {
            let entry = model.entry(id);
            for (nth, &item) in entry.items.iter().enumerate() {
                let list = ListId::Item(item);
                let place = chunk.put(list, id);
                if nth == 0 {
                    chunk.homes.entry(list).or_default().push((id, u32::try_from(place).unwrap_or(u32::MAX)));
                }
                if let Some(field) = model.item(item).field {
                    chunk.fields.entry(field).or_default().push(id);
                }
            }
            let theme = entry.record.get(schema::Entry::THEME).and_then(Theme::parse).map(ListId::theme);
            let organisation = entry.organisation.map(ListId::Organisation);
            let year = entry.published_day().map(|it| ListId::Year(it.year()));
            let disclosures = entry.disclosures.iter().map(ListId::Disclosure);
            let facets = entry.facets.iter().map(ListId::Facet);
            for list in disclosures.chain(facets).chain(organisation).chain(year).chain(theme) {
                chunk.put(list, id);
            }
            if is_document(entry) {
                chunk.put(ListId::Documents, id);
                binding(entry).map(|class| chunk.put(ListId::Class(class), id));
                chunk.ended.extend(ended(entry, model.today).map(|day| (id, day)));
            }
        }
        chunk
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
        for chunk in all.par_chunks(CHUNK).map(|it| Chunk::new(model, it)).collect::<Vec<_>>() {
            lists.append(chunk);
        }
        lists.append_ended();
        for list in lists.fields.values_mut() {
            list.dedup();
            let old = list.len().saturating_sub(Paging::SIZE);
            list.drain(..old);
        }
        Self { all, ..lists }
    }

    /// Puts `chunk` behind what is there, which is older.
    fn append(&mut self, chunk: Chunk) {
        for (list, homes) in chunk.homes {
            let before = u32::try_from(self.get(list).len()).unwrap_or(u32::MAX);
            for (id, place) in homes {
                self.places[id.at()] = before.saturating_add(place);
            }
        }
        for (list, entries) in chunk.each {
            self.each.entry(list).or_default().extend(entries);
        }
        for (field, entries) in chunk.fields {
            self.fields.entry(field).or_default().extend(entries);
        }
        self.ended.extend(chunk.ended);
    }

    /// Lists what is in force no more by the day that ended it, so that what ends next comes last.
    fn append_ended(&mut self) {
        let mut ended: Vec<_> =
            self.get(ListId::Documents).iter().filter_map(|&id| Some((self.ended_on(id)?, id))).collect();
        // Of one day in the order of publication.
        ended.sort_by_key(|it| it.0);
        if !ended.is_empty() {
            self.each.insert(ListId::Ended, ended.into_iter().map(|it| it.1).collect());
        }
    }

    /// The list `id`, oldest first.
    pub fn get(&self, id: ListId) -> &[EntryId] {
        self.each.get(&id).map_or(&[], Vec::as_slice)
    }

    /// How many entries the list `id` shows.
    pub fn count(&self, model: &Model, id: ListId) -> usize {
        let ended = self.ended.keys();
        let hidden = match id {
            ListId::Documents => ended.len(),
            ListId::Class(class) => ended.filter(|&&it| binding(model.entry(it)) == Some(class)).count(),
            _ => 0,
        };
        self.get(id).len() - hidden
    }

    /// Since when the document `id` is in force no more.
    pub fn ended_on(&self, id: EntryId) -> Option<Day> {
        self.ended.get(&id).copied()
    }

    /// The day by which `entry` has its place in `list`.
    pub fn day(&self, model: &Model, list: ListId, entry: EntryId) -> Option<Day> {
        let ended = if list == ListId::Ended { self.ended_on(entry) } else { None };
        ended.or(model.entry(entry).published_day())
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

    /// The entries that have their places on page `number` of `id`, oldest first; the front page without a number.
    pub fn places(&self, id: ListId, number: Option<u32>) -> &[EntryId] {
        let list = self.get(id);
        let paging = Paging::of(list.len());
        let range =
            number.map_or_else(|| Some(paging.front()), |number| paging.page(number as usize)).unwrap_or_default();
        &list[range]
    }

    /// The entries that page `number` of `id` shows, newest first.
    pub fn page(&self, id: ListId, number: Option<u32>) -> Vec<EntryId> {
        let is_shown = |it: &EntryId| !(id.hides_ended() && self.ended.contains_key(it));
        self.places(id, number).iter().rev().copied().filter(is_shown).collect()
    }

    /// The years that have entries, newest first.
    pub fn years(&self) -> impl Iterator<Item = i32> {
        let year = |id| match id {
            ListId::Year(year) => Some(year),
            _ => None,
        };
        let mut years: Vec<i32> = self.ids().filter_map(year).collect();
        years.reverse();
        years.into_iter()
    }

    /// The themes, first level, that have entries: place in the official list, and name.
    pub fn themes(&self) -> impl Iterator<Item = (u16, &'static str)> {
        self.ids().filter_map(|id| match id {
            ListId::Theme(place) => Some((place, theme_title(place)?)),
            _ => None,
        })
    }
}

/// The official name of the first-level theme at `place`, from 1.
pub fn theme_title(place: u16) -> Option<&'static str> {
    THEMES.get(usize::from(place).checked_sub(1)?).map(|branch| branch.name)
}
