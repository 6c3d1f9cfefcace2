//! One page.

use std::collections::BTreeMap;

use crate::{
    model::{TableAt, Typed},
    site::{
        page::{Body, Page},
        route::PageId,
        site::Site,
    },
    source::FileId,
    table::Table,
};

/// What a page needs besides the plan: texts that are not kept, read again when the page is due.
#[derive(Debug, Default)]
pub struct Material {
    /// The HTML of the entry's text, where it was made before.
    pub html: Option<String>,
    /// Else the whole text of the entry's file.
    pub text: String,
    /// The rows of the tables that the page shows.
    pub tables: BTreeMap<TableAt, Table>,
}

impl Site<'_> {
    /// The tables whose rows the page shows: they are read into the page's [`Material`].
    pub fn tables_of(&self, page: PageId) -> Vec<TableAt> {
        match page {
            PageId::Entry(id) => {
                // Its own table is among its files, unless the register stays inside.
                let listed = self.files_of(id).iter().filter(|it| it.listed).map(|it| it.file);
                let own = self.model.entry(id).table.as_deref();
                let at = |it| own.filter(|own| own.file == it).map_or((it, None), Typed::at);
                let mut tables: Vec<TableAt> = listed.filter(|&it| self.is_table(it)).map(at).collect();
                tables.sort();
                tables.dedup();
                tables
            }
            PageId::Register(id) => self.keepers(id).map(|(_, typed)| typed.at()).collect(),
            _ => Vec::new(),
        }
    }

    fn is_table(&self, file: FileId) -> bool {
        let ending = self.sources.path(file).rsplit('.').next().unwrap_or_default();
        ["csv", "xlsx"].iter().any(|it| ending.eq_ignore_ascii_case(it))
    }

    /// Adds to `page`, which was made without any, the `material` that it needs.
    pub fn fill<'a>(&'a self, page: &mut Page<'a>, id: PageId, material: &'a Material) {
        match (&mut page.body, id) {
            (Body::Entry(entry), PageId::Entry(id)) if material.tables.is_empty() => {
                entry.text = self.text(id, material);
            }
            (Body::Entry(_) | Body::Register(_), _) => *page = self.page(id, material),
            _ => {}
        }
    }

    /// The page `id`.
    pub fn page<'a>(&'a self, id: PageId, material: &'a Material) -> Page<'a> {
        let at = self.address(id);
        let body = match id {
            PageId::Home => Body::Home(self.home(&at)),
            PageId::Catalogue => Body::Catalogue(self.catalogue(&at)),
            PageId::Field(field) => Body::Field(self.field(field, &at)),
            PageId::List(list, number) => self.list(list, number, &at),
            PageId::Entry(entry) => Body::Entry(Box::new(self.entry(entry, material, &at))),
            PageId::Plan(plan) => Body::Plan(self.plan(plan, &at)),
            PageId::Project(project) => Body::Project(self.project(project, &at)),
            PageId::Register(register) => Body::Register(self.register(register, material, &at)),
            PageId::Accounts => Body::Accounts(self.accounts(&at)),
            PageId::Coverage => Body::Coverage(self.coverage(&at)),
            PageId::Map => Body::Map(self.map(&at)),
            PageId::Lost => Body::Lost(self.not_found()),
            PageId::Tombstone(place) => Body::Gone(self.tombstone(place, &at)),
        };
        Page { head: self.head(id, &at), body }
    }
}
