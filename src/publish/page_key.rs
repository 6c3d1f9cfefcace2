//! The keys of pages: a page whose key is the one that the last build gave it need not be made again.
//!
//! How it works, in the order of cost:
//!
//! 1. `quick` of an entry's page hashes what the page is made from: the catalogue and the shells as a whole (so a changed
//!    setting, theme, register or day asks every page again), what [`fn@entry_state`] sees of the entry itself, the same of
//!    each entry that the page names (previous, next, interpretation, …: [`related_entries`]), and where its links lead.
//!    Pages of a list hash the states of their rows, those of an archive the days of the pages it names. Other pages have no quick key: there are few of them.
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
    day::Day,
    emit::{Shared, write_values},
    model::{Entry, EntryId, Withheld},
    site::{
        LinkKey, ListPage, PageId, Site, Volume, link_hrefs, link_keys, list_page, make, page::Page, related_entries,
    },
    world::PageKey,
};

/// How many rows of a table are hashed in one piece.
const ROWS: usize = 500;

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
        let mut common = Vec::new();
        // Section shells are made from the catalogue alone.
        shells.pages().for_each(|it| common.extend(it.fingerprint()));
        common.extend(analysis.catalogue_hash);
        common.extend(model.today.to_string().bytes());
        site.registers().for_each(|it| common.extend(it.0.to_le_bytes()));
        let common = blake3::hash(&common);
        let count = model.entries.len();
        let all = || (0..count).into_par_iter();
        let state = |bytes: &mut Vec<u8>, at| entry_state(plan, EntryId::new(at), bytes);
        let states: Vec<[u8; 16]> = all().map_init(Vec::new, state).collect();
        let address = |at| half(model.entry(EntryId::new(at)).address.as_bytes());
        let addresses: Vec<[u8; 16]> = all().map(address).collect();
        let entry = |bytes: &mut Vec<u8>, at| {
            let id = EntryId::new(at);
            bytes.clear();
            bytes.extend(common.as_bytes());
            bytes.extend(states[at]);
            bytes.push(site.alike(id));
            related_entries(site, id, |tie, other| {
                bytes.extend(tie.as_bytes());
                bytes.extend(states[other.at()]);
            });
            for it in link_keys(site, id) {
                match it {
                    LinkKey::Entry(to) => {
                        bytes.extend(b"to");
                        bytes.extend(addresses[to.at()]);
                    }
                    LinkKey::Other(href) => text(bytes, href.as_ref().map_or("\0", |it| it.as_str())),
                }
            }
            half(bytes)
        };
        Self { entries: all().map_init(Vec::new, entry).collect(), states, common }
    }

    /// The key of `page` of `site`, its quick half; all zero where only the full one says anything.
    pub fn of_page(&self, site: &Site<'_>, page: PageId) -> PageKey {
        let quick = match page {
            PageId::Entry(id) => self.entries[id.at()],
            PageId::List(list, Some(number)) => {
                let ListPage { entries, is_last, total } = list_page(site, list, number);
                let mut bytes = Vec::new();
                text(&mut bytes, &site.address(page));
                bytes.extend(self.common.as_bytes());
                bytes.extend(total.unwrap_or(0).to_le_bytes());
                bytes.push(u8::from(is_last));
                bytes.extend(entries.iter().flat_map(|id| self.states[id.at()]));
                half(&bytes)
            }
            PageId::Archive(list, year) => {
                let mut bytes = Vec::new();
                text(&mut bytes, &site.address(page));
                bytes.extend(self.common.as_bytes());
                for Volume { period, count, pages } in site.volumes(list, year) {
                    bytes.extend(period.to_le_bytes());
                    bytes.extend(count.to_le_bytes());
                    for page in pages {
                        let to = page.to.map_or(i32::MIN, Day::number);
                        bytes.extend(page.number.unwrap_or(0).to_le_bytes());
                        bytes.extend(page.from.number().to_le_bytes());
                        bytes.extend(to.to_le_bytes());
                    }
                }
                half(&bytes)
            }
            _ => [0; 16],
        };
        PageKey::quick(quick)
    }

    /// The key of the file at `address` that is made from what is seen of `entries` themselves.
    pub fn of_states(&self, address: &str, entries: impl Iterator<Item = EntryId>) -> PageKey {
        let mut bytes = Vec::new();
        text(&mut bytes, address);
        bytes.extend(self.common.as_bytes());
        entries.for_each(|id| bytes.extend(self.states[id.at()]));
        PageKey::quick(half(&bytes))
    }

    /// The key of the file at `address` with a row for each of `entries`; `state` adds to some bytes what a row is made of.
    pub fn of_rows(&self, address: &str, entries: &[EntryId], state: impl Fn(EntryId, &mut Vec<u8>) + Sync) -> PageKey {
        let hashed = |ids: &[EntryId]| {
            let mut bytes = Vec::with_capacity(ids.len() * 256);
            for &id in ids {
                state(id, &mut bytes);
            }
            half(&bytes)
        };
        let mut bytes = Vec::new();
        text(&mut bytes, address);
        bytes.extend(self.common.as_bytes());
        let parts: Vec<[u8; 16]> = entries.par_chunks(ROWS).map(hashed).collect();
        bytes.extend(parts.concat());
        PageKey::quick(half(&bytes))
    }

    /// What is seen of an entry itself.
    pub fn state(&self, id: EntryId) -> &[u8; 16] {
        &self.states[id.at()]
    }

    /// The key of the file at `address` that tells of `entries` only.
    pub fn of_entries(&self, address: &str, entries: &[EntryId]) -> PageKey {
        let mut bytes = Vec::new();
        text(&mut bytes, address);
        bytes.extend(self.common.as_bytes());
        bytes.extend(entries.iter().flat_map(|id| self.entries[id.at()]));
        PageKey::quick(half(&bytes))
    }
}

/// What pages show of an entry, its own and others': its file's bytes, its place, whether it is on the site, its files.
fn entry_state(plan: &SitePlan<'_>, id: EntryId, bytes: &mut Vec<u8>) -> [u8; 16] {
    let SitePlan { analysis, site, .. } = plan;
    let entry = analysis.model.entry(id);
    bytes.clear();
    bytes.extend(analysis.judged(entry.file).into_iter().flatten());
    bytes.push(u8::from(site.is_open(id)));
    text(bytes, analysis.sources.path(entry.file));
    text(bytes, &entry.index_number);
    text(bytes, &entry.address);
    hidden_names(bytes, entry);
    for file in site.files_of(id) {
        text(bytes, analysis.sources.path(file.file));
        text(bytes, &file.address);
        bytes.extend(analysis.attached.get(&file.file).into_iter().flat_map(|it| it.sha256.0));
    }
    half(bytes)
}

/// The names that are taken out of the entry's text and tables: they come from its files, those that it does not show among them.
fn hidden_names(bytes: &mut Vec<u8>, entry: &Entry) {
    let Some(names) = entry.hidden_names() else { return };
    text(bytes, "names");
    text(bytes, &names.until.to_string());
    bytes.push(u8::from(names.whole.is_some()));
    names.known.iter().for_each(|it| text(bytes, it));
    text(bytes, "files");
    for it in &names.withheld {
        text(bytes, &it.title);
        bytes.push(u8::from(it.why == Withheld::Names));
    }
}

/// The full half of the key of `page`: its values without what is read again for it, and the hashes of that.
pub fn full(
    plan: &SitePlan<'_>,
    (page, values): (PageId, &Page<'_>),
    shared: Shared<'_>,
    bytes: &mut Vec<u8>,
) -> [u8; 16] {
    let SitePlan { analysis, site, .. } = plan;
    bytes.clear();
    write_values(shared, values, bytes);
    if let PageId::Entry(id) = page {
        bytes.extend(analysis.judged(analysis.model.entry(id).file).into_iter().flatten());
        hidden_names(bytes, analysis.model.entry(id));
        for href in link_hrefs(site, id) {
            text(bytes, href.as_ref().map_or("\0", |it| it.as_str()));
        }
    }
    let tables = make::tables_of(site, page);
    if !tables.is_empty() {
        // The catalogue says how the columns of a register are shown.
        bytes.extend(analysis.catalogue_hash);
    }
    for (entry, (file, sheet)) in tables {
        hidden_names(bytes, analysis.model.entry(entry));
        text(bytes, sheet.as_deref().unwrap_or_default());
        bytes.extend(analysis.attached.get(&file).into_iter().flat_map(|it| it.sha256.0));
    }
    half(bytes)
}

fn text(bytes: &mut Vec<u8>, text: &str) {
    bytes.extend(text.len().to_le_bytes());
    bytes.extend(text.as_bytes());
}

/// Half a hash of `bytes`. They are hashed as a whole: handed on piece by piece, no two parts of them are hashed side by side.
fn half(bytes: &[u8]) -> [u8; 16] {
    blake3::hash(bytes).as_bytes().first_chunk().copied().unwrap_or_default()
}
