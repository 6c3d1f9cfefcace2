//! The site as a plan: which pages there are, what each needs, and nothing that may not be public.

use std::collections::BTreeMap;

use super::{
    links::Target,
    list::{ListId, Lists},
    publish::{FileFacts, Published},
    route::{self, PageId},
};
use crate::{
    compliance::Compliance,
    model::{EntryId, FieldId, ItemId, Model, PlanId, ProjectId, RegisterId},
    source::{FileId, Sources},
    vocabulary::{Disclosure, Facet, THEMES, Word},
};

/// The plan of a site.
#[derive(Debug)]
pub struct Site<'m> {
    pub(super) model: &'m Model,
    pub(super) compliance: &'m Compliance,
    pub(super) sources: &'m Sources,
    /// The items that are fixed parts of the platform, by the titles it gives them.
    pub(super) fixed: Vec<(&'static str, ItemId)>,
    pub(super) lists: Lists,
    /// For each entry those that refer to it: by which key, from which entry.
    pub(super) backlinks: BTreeMap<EntryId, Vec<(&'static str, EntryId)>>,
    /// What is known of files.
    pub(super) facts: BTreeMap<FileId, FileFacts>,
    pub(super) files: BTreeMap<EntryId, Vec<Published>>,
    /// Where the links of each entry's text lead.
    pub(super) targets: Vec<Box<[Target]>>,
    pub(super) open: Vec<bool>,
    pub(super) registers: Vec<RegisterId>,
}

impl Site<'_> {
    /// Whether the entry is on the site.
    pub fn is_open(&self, id: EntryId) -> bool {
        self.open[id.at()]
    }

    /// The entries on the site, by path.
    pub fn entries(&self) -> impl Iterator<Item = EntryId> {
        self.open.iter().enumerate().filter(|it| *it.1).map(|it| EntryId::new(it.0))
    }

    /// The files that an entry publishes.
    pub fn files_of(&self, id: EntryId) -> &[Published] {
        self.files.get(&id).map_or(&[], Vec::as_slice)
    }

    pub fn files(&self) -> impl Iterator<Item = &Published> {
        self.files.values().flatten()
    }

    /// Where `page` lies.
    pub fn address(&self, page: PageId) -> String {
        route::address(self.model, page)
    }

    /// Every page, entries first: a reader never meets a link whose page is not there yet.
    pub fn pages(&self) -> Vec<PageId> {
        let mut pages: Vec<PageId> = self.entries().map(PageId::Entry).collect();
        pages.extend((0..self.model.lost.len()).filter(|&at| self.is_tombstone(at)).map(PageId::Tombstone));
        for list in self.list_ids() {
            let count = self.lists.pages(list);
            pages.extend((1..=count).map(|number| PageId::List(list, Some(number))));
            pages.push(PageId::List(list, None));
        }
        pages.extend((0..self.model.fields.len()).map(|at| PageId::Field(FieldId::new(at))));
        pages.extend((0..self.model.plans.len()).map(|at| PageId::Plan(PlanId::new(at))));
        pages.extend((0..self.model.projects.len()).map(|at| PageId::Project(ProjectId::new(at))));
        pages.extend(self.registers.iter().copied().map(PageId::Register));
        if !self.model.accounts.is_empty() {
            pages.push(PageId::Accounts);
        }
        pages.extend([PageId::Coverage, PageId::Catalogue, PageId::Map, PageId::Lost, PageId::Home]);
        pages
    }

    /// Lists that have a page: every item's, disclosure's and facet's even when empty, others where there is an entry.
    pub(super) fn list_ids(&self) -> Vec<ListId> {
        let mut ids: Vec<ListId> = self.lists.ids().collect();
        ids.extend(self.model.items().filter(|(_, item)| item.is_open()).map(|(id, _)| ListId::Item(id)));
        ids.extend(Disclosure::ALL.iter().map(|&it| ListId::Disclosure(it)));
        ids.extend(Facet::ALL.iter().map(|&it| ListId::Facet(it)));
        ids.extend(
            (0..self.model.organisations.len()).map(|at| ListId::Organisation(crate::model::OrganisationId::new(at))),
        );
        ids.sort();
        ids.dedup();
        ids
    }

    /// Registers that an entry on the site keeps, and that may be public.
    pub fn registers(&self) -> impl Iterator<Item = RegisterId> {
        self.registers.iter().copied()
    }

    pub(super) fn find_registers(&self) -> Vec<RegisterId> {
        let mut used: Vec<RegisterId> = self
            .entries()
            .filter_map(|id| self.model.entry(id).table.as_ref()?.register)
            .filter(|&id| self.model.register(id).schema.public)
            .collect();
        used.sort();
        used.dedup();
        used
    }

    /// Whether the lost line at place `at` gets a tombstone: it was taken down on purpose.
    pub(super) fn is_tombstone(&self, at: usize) -> bool {
        let lost = &self.model.lost[at];
        lost.withdrawn || self.gone(lost).is_some()
    }

    /// The themes, first level, that have entries.
    pub(super) fn themes(&self) -> impl Iterator<Item = (u16, &'static str)> {
        self.lists.ids().filter_map(|id| match id {
            ListId::Theme(place) => Some((place, theme_title(place)?)),
            _ => None,
        })
    }
}

/// The official name of the first-level theme at `place`, from 1.
pub(super) fn theme_title(place: u16) -> Option<&'static str> {
    THEMES.get(usize::from(place).checked_sub(1)?).map(|branch| branch.name)
}
