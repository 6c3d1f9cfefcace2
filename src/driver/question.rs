//! What a file of the site is made from, as a question: a file whose question is the same need not be made again.
//!
//! Two questions stand behind each other. The first is quick to ask: files, settings, day, and whom an entry tells of. Where
//! its answer differs the second looks at the very values that would be printed, so that a new day, or a change of a setting
//! that no page of an entry shows, makes none of them again.

use rayon::prelude::*;

use super::{Compiled, frames::Frames, memo::Question};
use crate::{
    emit::{Shared, Theme},
    model::EntryId,
    site::{Bearing, PageId, Site, page::Page},
};

/// The first questions of all entries, asked before anything is made.
#[derive(Debug)]
pub struct Questions {
    entries: Vec<[u8; 16]>,
    /// What others see of each entry.
    selves: Vec<[u8; 16]>,
    /// What all files of the site depend on.
    whole: blake3::Hash,
}

impl Questions {
    /// Asks them.
    pub fn new(compiled: &Compiled, site: &Site<'_>, frames: &Frames) -> Self {
        let mut whole = blake3::Hasher::new();
        // What openings are made from is among the declared.
        frames.each().for_each(|it| _ = whole.update(it.fingerprint()));
        whole.update(&compiled.declared).update(compiled.model.today.to_string().as_bytes());
        site.registers().for_each(|it| _ = whole.update(&it.0.to_le_bytes()));
        let whole = whole.finalize();
        let selves: Vec<[u8; 16]> =
            (0..compiled.model.entries.len()).into_par_iter().map(|at| own(compiled, site, EntryId::new(at))).collect();
        let address =
            |at| first(blake3::Hasher::new().update(compiled.model.entry(EntryId::new(at)).address.as_bytes()));
        let addresses: Vec<[u8; 16]> = (0..selves.len()).into_par_iter().map(address).collect();
        let ask = |at| {
            let id = EntryId::new(at);
            let mut hasher = blake3::Hasher::new();
            hasher.update(whole.as_bytes()).update(&selves[at]);
            site.others(id, |tie, other| _ = hasher.update(tie.as_bytes()).update(&selves[other.at()]));
            for it in site.bearings(id) {
                match it {
                    Bearing::Entry(to) => _ = hasher.update(b"to").update(&addresses[to.at()]),
                    Bearing::Other(href) => text(&mut hasher, href.as_ref().map_or("\0", |it| it.as_str())),
                }
            }
            first(&hasher)
        };
        Self { entries: (0..selves.len()).into_par_iter().map(ask).collect(), selves, whole }
    }

    /// The first question of `page` of `site`; all zero where only the second says anything.
    pub fn of_page(&self, site: &Site<'_>, page: PageId) -> [u8; 16] {
        match page {
            PageId::Entry(id) => self.entries[id.at()],
            PageId::List(list, Some(number)) => {
                let (rows, last, count) = site.listed(list, number);
                let mut hasher = blake3::Hasher::new();
                text(&mut hasher, &site.address(page));
                hasher
                    .update(self.whole.as_bytes())
                    .update(&count.unwrap_or(0).to_le_bytes())
                    .update(&[u8::from(last)]);
                for id in rows {
                    hasher.update(&self.selves[id.at()]);
                }
                first(&hasher)
            }
            _ => [0; 16],
        }
    }

    /// The question of a file of `kind` that tells of `entries` only.
    pub fn of_entries(&self, kind: &str, entries: &[EntryId]) -> Question {
        let mut hasher = blake3::Hasher::new();
        text(&mut hasher, kind);
        hasher.update(self.whole.as_bytes());
        for id in entries {
            hasher.update(&self.entries[id.at()]);
        }
        Question { first: first(&hasher), second: [0; 16] }
    }
}

/// What others may see of an entry: its file, its place, whether it is open.
fn own(compiled: &Compiled, site: &Site<'_>, id: EntryId) -> [u8; 16] {
    let entry = compiled.model.entry(id);
    let mut hasher = blake3::Hasher::new();
    hasher.update(compiled.judged(entry.file).map_or(&[][..], |it| &it[..]));
    hasher.update(&[u8::from(site.is_open(id))]);
    text(&mut hasher, compiled.sources.path(entry.file));
    text(&mut hasher, &entry.index_number);
    text(&mut hasher, &entry.address);
    for file in site.files_of(id) {
        text(&mut hasher, compiled.sources.path(file.file));
        text(&mut hasher, &file.address);
        hasher.update(compiled.attached.get(&file.file).map_or(&[][..], |it| &it.sha256.0));
    }
    first(&hasher)
}

/// The second question of `page`: its values without what is read again for it, and the hashes of that.
pub fn second(
    compiled: &Compiled,
    site: &Site<'_>,
    (page, values): (PageId, &Page<'_>),
    shared: Shared<'_>,
    buffer: &mut Vec<u8>,
) -> [u8; 16] {
    let mut hasher = Theme::question(shared, values, buffer);
    if let PageId::Entry(id) = page {
        hasher.update(compiled.judged(compiled.model.entry(id).file).map_or(&[][..], |it| &it[..]));
        for href in site.leads(id) {
            text(&mut hasher, href.as_ref().map_or("\0", |it| it.as_str()));
        }
    }
    let tables = site.tables_of(page);
    if !tables.is_empty() {
        // The catalogue says how the columns of a register are shown.
        hasher.update(&compiled.declared);
    }
    for file in tables {
        hasher.update(compiled.attached.get(&file).map_or(&[][..], |it| &it.sha256.0));
    }
    first(&hasher)
}

fn text(hasher: &mut blake3::Hasher, text: &str) {
    hasher.update(&text.len().to_le_bytes()).update(text.as_bytes());
}

fn first(hasher: &blake3::Hasher) -> [u8; 16] {
    hasher.finalize().as_bytes().first_chunk().copied().unwrap_or_default()
}
