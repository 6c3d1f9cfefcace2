//! Pages: each asked for by its key first, and made only where that is another than the last build's.

use std::collections::BTreeMap;

use anyhow::Result;
use rayon::prelude::*;

use super::{
    page_key::{PageKeys, full},
    publish::{SiteWriter, broken},
    shell::Shells,
};
use crate::{
    emit,
    model::{EntryId, TableAt},
    site::{
        PageId,
        make::{self, Material},
    },
    table::Table,
    world::{Counter, FileKind, PageKey, Progress},
};

impl SiteWriter<'_> {
    /// Writes all pages. Answers their keys, where the sink keeps them.
    ///
    /// # Errors
    ///
    /// The machine's; a file that changed since; [`Usage`](crate::world::Usage) for a template that fails.
    pub fn pages(&self, progress: &dyn Progress) -> Result<Option<PageKeys>> {
        self.plan.site.find_twins();
        let pages = self.plan.site.pages();
        progress.pages(pages.len());
        self.sink.expect(pages.len());
        let shells = Shells::new(&self.plan.site, self.theme, &pages).map_err(broken)?;
        let keys = self.sink.keeps_keys().then(|| PageKeys::new(self.plan, &shells));
        let done = Counter::new(progress);
        pages.par_iter().try_for_each_init(Vec::new, |buffer, &page| {
            self.page(page, &shells, keys.as_ref(), buffer)?;
            done.one();
            anyhow::Ok(())
        })?;
        Ok(keys)
    }

    /// Writes `page` alone.
    ///
    /// # Errors
    ///
    /// As [`pages`](Self::pages).
    pub fn one_page(&self, page: PageId) -> Result<()> {
        let shells = Shells::new(&self.plan.site, self.theme, &[page]).map_err(broken)?;
        self.page(page, &shells, None, &mut Vec::new())
    }

    fn page(&self, page: PageId, shells: &Shells, keys: Option<&PageKeys>, buffer: &mut Vec<u8>) -> Result<()> {
        let site = &self.plan.site;
        let address = site.address(page);
        let kind = match page {
            PageId::Entry(_) | PageId::Tombstone(_) => FileKind::Entry,
            PageId::Home => FileKind::Home,
            _ => FileKind::List,
        };
        let mut key = PageKey::default();
        if let Some(keys) = keys {
            key = keys.of_page(site, page);
            if self.sink.reuse(kind, &address, &key)?.is_some() {
                return Ok(());
            }
        }
        let shared = shells.of(site, page, &address);
        let none = Material::default();
        let mut values = make::page(site, page, &none);
        if keys.is_some() {
            key.full = full(self.plan, (page, &values), shared, buffer);
            if self.sink.reuse(kind, &address, &key)?.is_some() {
                return Ok(());
            }
        }
        let material = self.material(page)?;
        make::fill(site, &mut values, page, &material);
        buffer.clear();
        emit::render(self.theme, shared, &values, buffer).map_err(broken)?;
        self.sink.write(kind, &address, buffer, key).map(drop)
    }

    /// The text and the tables that a page needs, kept or read again.
    fn material(&self, page: PageId) -> Result<Material> {
        let mut material = match page {
            PageId::Entry(id) => self.words(id)?,
            _ => Material::default(),
        };
        material.tables = self.tables(page)?;
        Ok(material)
    }

    /// The text of an entry, without tables: the one door by which it leaves.
    pub(super) fn words(&self, id: EntryId) -> Result<Material> {
        let mut material = Material::default();
        let analysis = self.plan.analysis;
        let entry = analysis.model.entry(id);
        // The template has the names that were read.
        let kept = analysis.templates.as_ref().filter(|_| entry.hidden_names().is_none());
        let template = kept.and_then(|it| it.find(entry.file));
        material.html = template.and_then(|it| make::filled(&self.plan.site, id, &it));
        if material.html.is_none() {
            material.text = analysis.entry_text(self.world, id)?;
        }
        Ok(material)
    }

    /// The rows of the tables that a page shows, read again.
    ///
    /// # Errors
    ///
    /// The machine's; a file that changed since it was judged.
    pub(super) fn tables(&self, page: PageId) -> Result<BTreeMap<TableAt, Table>> {
        let analysis = self.plan.analysis;
        let mut tables = make::tables_of(&self.plan.site, page);
        // Where two entries show one file, and one of them without names, both do.
        tables.sort_by_key(|(id, _)| analysis.model.entry(*id).hidden_names().is_some());
        let mut read = BTreeMap::new();
        for (id, at) in tables {
            read.extend(analysis.rows(self.world, id, &at)?.map(|table| (at, table)));
        }
        Ok(read)
    }
}
