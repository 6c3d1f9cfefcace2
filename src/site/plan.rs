//! From the model to the plan of a site: what may be public is picked out once, here.

use std::collections::BTreeMap;

use rayon::prelude::*;

use super::{
    links,
    list::Lists,
    make, missing,
    publish::{self, FileFacts},
    site::Site,
};
use crate::{
    compliance::Compliance,
    diagnostic::Findings,
    model::{Entry, EntryId, Model},
    source::{FileId, Sources},
};

/// Plans the site of `model`, and tells what only the plan can tell.
pub fn plan<'m>(
    model: &'m Model,
    compliance: &'m Compliance,
    sources: &'m Sources,
    facts: BTreeMap<FileId, FileFacts>,
) -> (Site<'m>, Findings) {
    let may = |entry: &Entry| {
        entry.is_published()
            && !entry.address.is_empty()
            && entry.published.is_some()
            && entry.items.iter().all(|&item| model.item(item).is_shown())
    };
    let open: Vec<bool> = model.entries().map(|it| may(it.1)).collect();
    let ids = || model.entries().filter(|(id, _)| open[id.at()]);
    let inside = publish::inside(model);
    let each = (0..model.entries.len()).into_par_iter().filter(|&at| open[at]).map(EntryId::new);
    let files = || publish::files(each.map(|id| (id, model.entry(id))), &inside, sources, &facts);
    let ((lists, backlinks), files) =
        rayon::join(|| (Lists::new(model, ids().map(|it| it.0)), backlinks(ids())), files);
    let mut site = Site {
        model,
        compliance,
        sources,
        fixed: make::fixed(model),
        lists,
        backlinks,
        files,
        facts,
        open,
        registers: Vec::new(),
        targets: Vec::new(),
    };
    site.registers = site.find_registers();
    site.targets = site.find_targets();
    let mut findings = Findings::new();
    links::check(&site, &mut findings);
    missing::check(&site, &mut findings);
    (site, findings)
}

/// For each entry those that refer to it.
fn backlinks<'m>(
    entries: impl Iterator<Item = (EntryId, &'m Entry)>,
) -> BTreeMap<EntryId, Vec<(&'static str, EntryId)>> {
    let mut backlinks: BTreeMap<EntryId, Vec<(&'static str, EntryId)>> = BTreeMap::new();
    for (id, entry) in entries {
        for relation in &entry.relations {
            backlinks.entry(relation.to).or_default().push((relation.key, id));
        }
    }
    backlinks
}
