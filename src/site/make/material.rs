//! What a page needs besides the plan: texts and tables that are not kept, read again when the page is due.

use std::collections::BTreeMap;

use crate::{
    model::{EntryId, TableAt, Typed},
    site::{route::PageId, site::Site},
    source::FileId,
    table::Table,
};

/// Texts and tables of one page. Without any, the page is made all the same, but for its text and rows: enough for its key.
#[derive(Debug, Default)]
pub struct Material {
    /// The HTML of the entry's text, where it was made before.
    pub html: Option<String>,
    /// Else the whole text of the entry's file.
    pub text: String,
    /// The rows of the tables that the page shows.
    pub tables: BTreeMap<TableAt, Table>,
}

/// The tables whose rows the page shows, each with the entry that shows it: they are read into the page's [`Material`].
pub fn tables_of(site: &Site<'_>, page: PageId) -> Vec<(EntryId, TableAt)> {
    match page {
        PageId::Entry(id) => {
            // Its own table is among its files, unless the register stays inside.
            let listed = site.files_of(id).iter().filter(|it| it.listed).map(|it| it.file);
            let own = site.model.entry(id).table.as_deref();
            let at = |it| own.filter(|own| own.file == it).map_or((it, None), Typed::at);
            let mut tables: Vec<TableAt> = listed.filter(|&it| is_table(site, it)).map(at).collect();
            // A file that is not offered for the names in it: its rows are shown without them.
            tables.extend(own.filter(|it| site.shows_table(id, it)).map(Typed::at));
            tables.sort();
            tables.dedup();
            tables.into_iter().map(|it| (id, it)).collect()
        }
        PageId::Register(id) => site.keepers(id).map(|(entry, typed)| (entry, typed.at())).collect(),
        _ => Vec::new(),
    }
}

fn is_table(site: &Site<'_>, file: FileId) -> bool {
    let ending = site.sources.path(file).rsplit('.').next().unwrap_or_default();
    ["csv", "xlsx"].iter().any(|it| ending.eq_ignore_ascii_case(it))
}
