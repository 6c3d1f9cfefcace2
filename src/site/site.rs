//! The site as a plan: which pages there are, what each needs, and nothing that may not be public.

use std::{borrow::Cow, cmp::Reverse, collections::BTreeMap, sync::OnceLock};

use super::{
    archive::{Volume, has_archive, is_split, volumes, years},
    backlinks::Backlinks,
    change,
    exception::has_exceptions,
    files::{EntryFiles, FileFacts, PublishedFile},
    institution::has_institutions,
    link_target::LinkTarget,
    list::{ListId, Lists},
    route::{self, PageId},
    twins::twins,
};
use crate::{
    compliance::Compliance,
    model::{
        EntryId, FieldId, Gone, ItemId, Lost, Model, OrganisationId, PlanId, ProjectId, RegisterId, TaskId, Typed,
    },
    record::{Key, Record, schema},
    source::{FileId, Sources},
    vocabulary::{Disclosure, Facet, Word},
};

/// The plan of a site. [`plan`](super::plan) makes it; the functions of [`make`](super::make) and [`index`](super::index)
/// make pages and files from it.
#[derive(Debug)]
pub struct Site<'m> {
    pub(super) model: &'m Model,
    pub(super) compliance: &'m Compliance,
    pub(super) sources: &'m Sources,
    /// The items that are fixed parts of the platform, by the titles it gives them.
    pub(super) fixed: Vec<(&'static str, ItemId)>,
    pub(super) lists: Lists,
    pub(super) backlinks: Backlinks,
    pub(super) file_facts: BTreeMap<FileId, FileFacts>,
    pub(super) files: BTreeMap<EntryId, EntryFiles>,
    /// The tombstones, as places in `Model::lost`: by their address, and by the path of the file that stood there.
    pub(super) tombstones: BTreeMap<&'m str, usize>,
    /// The pages at old addresses that `[[redirect]]` and `[[gone]]` name, by address.
    pub(super) old: BTreeMap<&'m str, PageId>,
    /// Where the links of each entry's text lead.
    pub(super) link_targets: Vec<Box<[LinkTarget]>>,
    pub(super) open: Vec<bool>,
    /// Whether it can be searched: it then has the page for that, a box on each page, and an index.
    pub(super) searchable: bool,
    /// Registers that an entry on the site keeps, and that may be public.
    pub(super) registers: Vec<RegisterId>,
    /// For each entry what its title needs beside it ([`twins`](fn@twins)); [looked for](Self::find_twins) before pages are made, for a
    /// check makes none.
    pub(super) alike: OnceLock<Box<[u8]>>,
}

impl<'m> Site<'m> {
    /// The same without search: no page of it, no box, no index.
    #[must_use]
    pub fn without_search(self) -> Self {
        Self { searchable: false, ..self }
    }

    /// Whether the site has a search.
    pub fn has_search(&self) -> bool {
        self.searchable
    }

    /// What citizens say, with each word that official texts say for it.
    pub fn synonyms(&self) -> impl Iterator<Item = (&'m str, &'m str)> {
        let said = |it: &'m Record<schema::Synonym>| Some((it.get(schema::Synonym::WORD)?, it));
        let pairs = self.model.synonyms.iter().filter_map(said);
        pairs.flat_map(|(word, it)| it.all(schema::Synonym::OFFICIAL).map(move |official| (word, official)))
    }

    /// Whether the entry is on the site.
    pub fn is_open(&self, id: EntryId) -> bool {
        self.open[id.at()]
    }

    /// Looks for entries of one title, on all cores. Called before pages are made: each of those that come first would look for itself.
    pub fn find_twins(&self) {
        if self.alike.get().is_none() {
            // Whoever was as quick found the same.
            self.alike.set(twins(self.model, self.lists.all())).ok();
        }
    }

    /// What the title of an entry needs beside it, to be told from those of others.
    pub fn alike(&self, id: EntryId) -> u8 {
        self.find_twins();
        self.alike.get().map_or(0, |it| it[id.at()])
    }

    /// The entries on the site, by path.
    pub fn entries(&self) -> impl Iterator<Item = EntryId> {
        self.open.iter().enumerate().filter(|it| *it.1).map(|it| EntryId::new(it.0))
    }

    /// The files that an entry publishes.
    pub fn files_of(&self, id: EntryId) -> &[PublishedFile] {
        self.files.get(&id).map_or(&[], |it| &it.published)
    }

    /// The files that an entry lists and that are not offered any more, for the names in them.
    pub(super) fn withheld_of(&self, id: EntryId) -> &[FileId] {
        self.files.get(&id).map_or(&[], |it| &it.withheld)
    }

    /// Whether the rows of the entry's own table are shown: as they are, or without names.
    pub(super) fn shows_table(&self, id: EntryId, table: &Typed) -> bool {
        self.files_of(id).iter().any(|it| it.file == table.file) || self.withheld_of(id).contains(&table.file)
    }

    pub fn files(&self) -> impl Iterator<Item = &PublishedFile> {
        self.files.values().flat_map(|it| &it.published)
    }

    pub fn registers(&self) -> impl Iterator<Item = RegisterId> {
        self.registers.iter().copied()
    }

    /// The entries on the site that keep the register, newest first, each with the file of its rows.
    pub(super) fn keepers(&self, id: RegisterId) -> impl Iterator<Item = (EntryId, &'m Typed)> {
        let keeps = |it: EntryId| {
            let table = self.model.entry(it).table.as_ref()?;
            (table.register == Some(id) && self.shows_table(it, table)).then_some((it, &**table))
        };
        let mut keepers: Vec<(EntryId, &'m Typed)> = self.entries().filter_map(keeps).collect();
        keepers.sort_by_key(|&(it, _)| (Reverse(self.model.entry(it).published), it));
        keepers.into_iter()
    }

    /// The items of a field that may be public, as written.
    pub(super) fn items_of(&self, field: FieldId) -> impl Iterator<Item = ItemId> {
        self.model.items().filter(move |(_, it)| it.field == Some(field) && it.is_open()).map(|it| it.0)
    }

    /// The tasks of a work plan, by number.
    pub(super) fn tasks_of(&self, plan: PlanId) -> Vec<TaskId> {
        let mut tasks: Vec<TaskId> = (0..self.model.tasks.len()).map(TaskId::new).collect();
        tasks.retain(|&it| self.model.task(it).plan == plan);
        tasks.sort_by_key(|&it| self.model.task(it).number);
        tasks
    }

    /// The entries that refer to `id`, on the site, each with the key by which it does.
    pub(super) fn backlinks(&self, id: EntryId) -> &[(&'static str, EntryId)] {
        self.backlinks.of(id)
    }

    /// The entries on the site that refer to `id` by `key`.
    pub(super) fn referring<V>(&self, id: EntryId, key: Key<schema::Entry, V>) -> impl Iterator<Item = EntryId> {
        self.backlinks(id).iter().filter(move |it| it.0 == key.name).map(|it| it.1)
    }

    /// What `[[gone]]` says of a lost address.
    pub(super) fn gone(&self, lost: &Lost) -> Option<&'m Gone> {
        self.model.gone.iter().find(|it| it.address.ends_with(&*lost.address))
    }

    /// Whether the lost line at place `at` gets a tombstone: it was taken down on purpose.
    pub(super) fn is_tombstone(&self, at: usize) -> bool {
        let lost = &self.model.lost[at];
        (lost.withdrawn || self.gone(lost).is_some()) && !self.is_led_on(lost)
    }

    /// Whether there is a log of changes: of the catalogue, or of what was taken down.
    pub(super) fn has_changes(&self) -> bool {
        change::are_any(self.model)
            || (0..self.model.lost.len()).any(|at| self.is_tombstone(at))
            || self.old.values().any(|it| matches!(it, PageId::Gone(_)))
    }

    /// Whether `[[redirect]]` leads on from a lost address.
    pub(super) fn is_led_on(&self, lost: &Lost) -> bool {
        self.model
            .redirects
            .iter()
            .any(|it| it.place.page() == Some(&*lost.address) || it.from.ends_with(&*lost.address))
    }

    /// Where `page` lies, from the site's root.
    pub fn address(&self, page: PageId) -> Cow<'m, str> {
        route::address(self.model, page)
    }

    /// Whether `page` lies at `address`, from the site's root.
    pub fn lies_at(&self, page: PageId, address: &str) -> bool {
        self.address(page) == address
    }

    /// The whole address of what lies at `address` from the site's root.
    pub fn url(&self, address: &str) -> String {
        route::canonical(&self.model.site.url, address)
    }

    /// Every page, entries first: a reader never meets a link whose page is not there yet.
    pub fn pages(&self) -> Vec<PageId> {
        let mut pages: Vec<PageId> = self.entries().map(PageId::Entry).collect();
        pages.extend((0..self.model.lost.len()).filter(|&at| self.is_tombstone(at)).map(PageId::Tombstone));
        for list in self.list_ids() {
            let count = self.lists.pages(list);
            pages.extend((1..=count).map(|number| PageId::List(list, Some(number))));
            pages.push(PageId::List(list, None));
            if has_archive(&self.lists, list) {
                pages.push(PageId::Archive(list, None));
            }
            if is_split(&self.lists, list) {
                let years = years(self.model, &self.lists, list);
                pages.extend(years.into_iter().map(|year| PageId::Archive(list, Some(year))));
            }
        }
        pages.extend((0..self.model.fields.len()).map(|at| PageId::Field(FieldId::new(at))));
        pages.extend((0..self.model.plans.len()).map(|at| PageId::Plan(PlanId::new(at))));
        pages.extend((0..self.model.projects.len()).map(|at| PageId::Project(ProjectId::new(at))));
        pages.extend(self.registers().map(PageId::Register));
        if !self.model.accounts.is_empty() {
            pages.push(PageId::Accounts);
        }
        if has_institutions(self.model) {
            pages.push(PageId::Institutions);
        }
        if has_exceptions(self.model) {
            pages.push(PageId::Exceptions);
        }
        if self.has_changes() {
            pages.push(PageId::Changes);
        }
        if !self.model.websites.is_empty() {
            pages.push(PageId::Websites);
        }
        pages.extend(self.old.values());
        if self.has_search() {
            pages.push(PageId::Search);
        }
        pages.extend([
            PageId::Coverage,
            PageId::NationalForm,
            PageId::Catalogue,
            PageId::Map,
            PageId::NotFound,
            PageId::Home,
        ]);
        pages
    }

    /// What the archive of `list` shows: all by year, or what is of `year` by month.
    pub fn volumes(&self, list: ListId, year: Option<i32>) -> Vec<Volume> {
        volumes(self.model, &self.lists, list, year)
    }

    /// The lists that have a feed: what people follow. One of an item, a year or a theme is either finished or a part of these.
    pub fn feeds(&self) -> impl Iterator<Item = ListId> {
        self.lists.ids().filter(|&it| self.has_feed(it))
    }

    /// Whether `list` has a feed.
    pub(super) fn has_feed(&self, list: ListId) -> bool {
        let is_followed = match list {
            ListId::Disclosure(_) | ListId::Facet(_) | ListId::Documents => true,
            // The feed of the site is that of its only body.
            ListId::Organisation(_) => self.model.organisations.len() > 1,
            _ => false,
        };
        is_followed && !self.lists.get(list).is_empty()
    }

    /// Lists that have a page: every item's, disclosure's, facet's and organisation's even when empty, others where there is
    /// an entry.
    fn list_ids(&self) -> Vec<ListId> {
        let mut ids: Vec<ListId> = self.lists.ids().collect();
        ids.extend(self.model.items().filter(|(_, item)| item.is_open()).map(|(id, _)| ListId::Item(id)));
        ids.extend(Disclosure::ALL.iter().map(|&it| ListId::Disclosure(it)));
        ids.extend(Facet::ALL.iter().map(|&it| ListId::Facet(it)));
        let organisations = (0..self.model.organisations.len()).map(OrganisationId::new);
        ids.extend(organisations.map(ListId::Organisation));
        ids.sort();
        ids.dedup();
        ids
    }
}
