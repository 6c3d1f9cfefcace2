//! From the model to the plan of a site: what may be public is picked out once, here.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::OnceLock,
};

use rayon::prelude::*;

use super::{
    backlinks::Backlinks,
    files::{self, FileFacts},
    links,
    list::Lists,
    lost_address, old_address,
    site::Site,
};
use crate::{
    compliance::Compliance,
    diagnostic::Findings,
    model::{Entry, EntryId, Model, RegisterId, State, platform_parts},
    source::{FileId, Sources},
    vocabulary::Word as _,
};

/// Plans the site of `model`, and tells what only the plan can tell.
pub fn plan<'m>(
    model: &'m Model,
    compliance: &'m Compliance,
    sources: &'m Sources,
    facts: BTreeMap<FileId, FileFacts>,
) -> (Site<'m>, Findings) {
    let open = model.entries().map(|it| is_open(model, it.1)).collect();
    plan_of(open, model, compliance, sources, facts)
}

/// Plans what the site would be if every draft, and what waits for its day, were public now: for a preview, and never written.
pub fn plan_with_drafts<'m>(
    model: &'m Model,
    compliance: &'m Compliance,
    sources: &'m Sources,
    facts: BTreeMap<FileId, FileFacts>,
) -> Site<'m> {
    let open = model.entries().map(|(_, entry)| is_open(model, entry) || is_waiting(model, entry)).collect();
    plan_of(open, model, compliance, sources, facts).0
}

/// Plans the site of the entries that are `open`.
fn plan_of<'m>(
    open: Vec<bool>,
    model: &'m Model,
    compliance: &'m Compliance,
    sources: &'m Sources,
    facts: BTreeMap<FileId, FileFacts>,
) -> (Site<'m>, Findings) {
    let ids = || model.entries().filter(|(id, _)| open[id.at()]);
    let inside = files::inside(model);
    let each = (0..model.entries.len()).into_par_iter().filter(|&at| open[at]).map(EntryId::new);
    let files = || files::files(each.map(|id| (id, model.entry(id))), &inside, sources, &facts);
    let ((lists, backlinks), files) =
        rayon::join(|| (Lists::new(model, ids().map(|it| it.0)), Backlinks::new(model.entries.len(), ids())), files);
    let registers = registers(model, ids());
    // Links lead to entries and files that are open: they are followed when all that is known.
    let mut site = Site {
        model,
        compliance,
        sources,
        fixed: platform_parts(model).into_iter().map(|(part, item)| (part.label(), item)).collect(),
        lists,
        backlinks,
        files,
        file_facts: facts,
        open,
        registers,
        searchable: true,
        alike: OnceLock::new(),
        tombstones: BTreeMap::new(),
        old: BTreeMap::new(),
        link_targets: Vec::new(),
    };
    site.tombstones = (0..model.lost.len())
        .filter(|&at| site.is_tombstone(at))
        .flat_map(|at| [(&*model.lost[at].path, at), (&*model.lost[at].address, at)])
        .collect();
    site.old = old_address::pages(&site);
    site.link_targets = links::link_targets(&site);
    let mut findings = Findings::new();
    links::check(&site, &mut findings);
    lost_address::check(&site, &mut findings);
    old_address::check(&site, &mut findings);
    (site, findings)
}

/// Whether the entry may be public today: nothing else is asked anywhere later. One of an item that is not shown stays inside
/// whatever its other items are.
fn is_open(model: &Model, entry: &Entry) -> bool {
    entry.is_published()
        && !entry.address.is_empty()
        && entry.published.is_some()
        && entry.items.iter().all(|&item| model.item(item).is_shown())
}

/// Whether the entry may be shown in a preview beside what is public: a draft, or one whose day is to come.
fn is_waiting(model: &Model, entry: &Entry) -> bool {
    matches!(entry.state, State::Draft | State::Scheduled)
        && !entry.address.is_empty()
        && entry.items.iter().all(|&item| model.item(item).is_shown())
}

/// The registers that some of `entries` keep, and that may be public.
fn registers<'m>(model: &Model, entries: impl Iterator<Item = (EntryId, &'m Entry)>) -> Vec<RegisterId> {
    let kept = entries.filter_map(|(_, entry)| entry.table.as_ref()?.register);
    let public: BTreeSet<RegisterId> = kept.filter(|&id| model.register(id).schema.public).collect();
    public.into_iter().collect()
}
