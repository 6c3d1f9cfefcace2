//! The keys of pages: a page whose key is the one that the last build gave it need not be made again.
//!
//! How it works, in the order of cost:
//!
//! 1. `quick` of an entry's page hashes what the page is made from: the catalogue and the shells as a whole (so a changed
//!    setting, theme, register or day asks every page again), what [`fn@entry_state`] sees of the entry itself, the same of
//!    each entry that the page names (previous, next, interpretation, …: [`related_entries`]), and where its links lead.
//!    Pages of a list hash the states of their rows. Other pages have no quick key: there are few of them.
//! 2. `full` hashes the values that the template would print, without the text and the tables that are read only when the
//!    page is made; for those stand the hashes of their files. It forgives what `quick` cannot: the catalogue changed, but
//!    nothing that this page shows.
//!
//! What would break it: a value of a page that depends on something neither half covers. `tests/incremental.rs` compares warm
//! and cold builds over random edits, `tests/perturb.rs` after a change of each key that can be written.

use rayon::prelude::*;

use super::shell::Shells;
use crate::{
    compile::SitePlan,
    emit::{Shared, hash_page},
    model::{Entry, EntryId, Withheld},
    site::{LinkKey, ListPage, PageId, Site, link_hrefs, link_keys, list_page, make, page::Page, related_entries},
    world::PageKey,
};

/// The quick halves of all entries, computed before any page is made.
#[derive(Debug)]
pub struct PageKeys {
    entries: Vec<[u8; 16]>,
    /// What other pages see of each entry.
    states: Vec<[u8; 16]>,
    /// What all pages depend on.
    common: blake3::Hash,
}

impl PageKeys {
    /// Computes them.
    pub fn new(plan: &SitePlan<'_>, shells: &Shells) -> Self {
        let SitePlan { analysis, site, .. } = plan;
        let model = &analysis.model;
        let mut common = blake3::Hasher::new();
        // Section shells are made from the catalogue alone.
        shells.pages().for_each(|it| _ = common.update(it.fingerprint()));
        common.update(&analysis.catalogue_hash).update(model.today.to_string().as_bytes());
        site.registers().for_each(|it| _ = common.update(&it.0.to_le_bytes()));
        let common = common.finalize();
        let count = model.entries.len();
        let states: Vec<[u8; 16]> = (0..count).into_par_iter().map(|at| entry_state(plan, EntryId::new(at))).collect();
        let address = |at| half(blake3::Hasher::new().update(model.entry(EntryId::new(at)).address.as_bytes()));
        let addresses: Vec<[u8; 16]> = (0..count).into_par_iter().map(address).collect();
        let entry = |at| {
            let id = EntryId::new(at);
            let mut hasher = blake3::Hasher::new();
            hasher.update(common.as_bytes()).update(&states[at]);
            related_entries(site, id, |tie, other| _ = hasher.update(tie.as_bytes()).update(&states[other.at()]));
            for it in link_keys(site, id) {
                match it {
                    LinkKey::Entry(to) => _ = hasher.update(b"to").update(&addresses[to.at()]),
                    LinkKey::Other(href) => text(&mut hasher, href.as_ref().map_or("\0", |it| it.as_str())),
                }
            }
            half(&hasher)
        };
        Self { entries: (0..count).into_par_iter().map(entry).collect(), states, common }
    }

    /// The key of `page` of `site`, its quick half; all zero where only the full one says anything.
    pub fn of_page(&self, site: &Site<'_>, page: PageId) -> PageKey {
        let quick = match page {
            PageId::Entry(id) => self.entries[id.at()],
            PageId::List(list, Some(number)) => {
                let ListPage { rows, is_last, total } = list_page(site, list, number);
                let mut hasher = blake3::Hasher::new();
                text(&mut hasher, &site.address(page));
                hasher
                    .update(self.common.as_bytes())
                    .update(&total.unwrap_or(0).to_le_bytes())
                    .update(&[u8::from(is_last)]);
                for id in rows {
                    hasher.update(&self.states[id.at()]);
                }
                half(&hasher)
            }
            _ => [0; 16],
        };
        PageKey::quick(quick)
    }

    /// The key of the file at `address` that tells of `entries` only.
    pub fn of_entries(&self, address: &str, entries: &[EntryId]) -> PageKey {
        let mut hasher = blake3::Hasher::new();
        text(&mut hasher, address);
        hasher.update(self.common.as_bytes());
        for id in entries {
            hasher.update(&self.entries[id.at()]);
        }
        PageKey::quick(half(&hasher))
    }
}

/// What pages show of an entry, its own and others': its file's bytes, its place, whether it is on the site, its files.
fn entry_state(plan: &SitePlan<'_>, id: EntryId) -> [u8; 16] {
    let SitePlan { analysis, site, .. } = plan;
    let entry = analysis.model.entry(id);
    let mut hasher = blake3::Hasher::new();
    hasher.update(analysis.judged(entry.file).map_or(&[][..], |it| &it[..]));
    hasher.update(&[u8::from(site.is_open(id))]);
    text(&mut hasher, analysis.sources.path(entry.file));
    text(&mut hasher, &entry.index_number);
    text(&mut hasher, &entry.address);
    hidden_names(&mut hasher, entry);
    for file in site.files_of(id) {
        text(&mut hasher, analysis.sources.path(file.file));
        text(&mut hasher, &file.address);
        hasher.update(analysis.attached.get(&file.file).map_or(&[][..], |it| &it.sha256.0));
    }
    half(&hasher)
}

/// The names that are taken out of the entry's text and tables: they come from its files, those that it does not show among them.
fn hidden_names(hasher: &mut blake3::Hasher, entry: &Entry) {
    let Some(names) = entry.hidden_names() else { return };
    text(hasher, "names");
    text(hasher, &names.until.to_string());
    hasher.update(&[u8::from(names.whole.is_some())]);
    names.known.iter().for_each(|it| text(hasher, it));
    text(hasher, "files");
    for it in &names.withheld {
        text(hasher, &it.title);
        hasher.update(&[u8::from(it.why == Withheld::Names)]);
    }
}

/// The full half of the key of `page`: its values without what is read again for it, and the hashes of that.
pub fn full(
    plan: &SitePlan<'_>,
    (page, values): (PageId, &Page<'_>),
    shared: Shared<'_>,
    buffer: &mut Vec<u8>,
) -> [u8; 16] {
    let SitePlan { analysis, site, .. } = plan;
    let mut hasher = hash_page(shared, values, buffer);
    if let PageId::Entry(id) = page {
        hasher.update(analysis.judged(analysis.model.entry(id).file).map_or(&[][..], |it| &it[..]));
        hidden_names(&mut hasher, analysis.model.entry(id));
        for href in link_hrefs(site, id) {
            text(&mut hasher, href.as_ref().map_or("\0", |it| it.as_str()));
        }
    }
    let tables = make::tables_of(site, page);
    if !tables.is_empty() {
        // The catalogue says how the columns of a register are shown.
        hasher.update(&analysis.catalogue_hash);
    }
    for (entry, (file, sheet)) in tables {
        hidden_names(&mut hasher, analysis.model.entry(entry));
        text(&mut hasher, sheet.as_deref().unwrap_or_default());
        hasher.update(analysis.attached.get(&file).map_or(&[][..], |it| &it.sha256.0));
    }
    half(&hasher)
}

fn text(hasher: &mut blake3::Hasher, text: &str) {
    hasher.update(&text.len().to_le_bytes()).update(text.as_bytes());
}

fn half(hasher: &blake3::Hasher) -> [u8; 16] {
    hasher.finalize().as_bytes().first_chunk().copied().unwrap_or_default()
}
