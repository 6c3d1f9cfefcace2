//! The rows of registers, read again for the rules: what columns mean is said by the catalogue, and is not known while a file is parsed.
//! Only files that an entry keeps as a register are read, so the cost is that of the registers, not of the project.

use std::collections::{BTreeMap, BTreeSet};

use anyhow::Result;
use rayon::prelude::*;

use super::{
    as_published::as_published,
    attachment::{Attached, rows},
    read,
};
use crate::{
    diagnostic::Findings,
    model::{Entry, EntryId, Model, RegisterId, Sheet, State, TableAt},
    source::{FileId, Sources},
    world::{World, sha256},
};

/// The rows of each register of `model`, each table once: of the entry that is public, where several keep it.
///
/// # Errors
///
/// The machine's.
pub fn read(
    world: &dyn World,
    sources: &Sources,
    attached: &BTreeMap<FileId, Attached>,
    model: &Model,
) -> Result<Vec<Sheet>> {
    let kept = |(id, entry): (EntryId, &Entry)| {
        let table = entry.table.as_deref().filter(|_| entry.state != State::Withdrawn)?;
        Some((entry.state != State::Published, id, table.at(), table.register?))
    };
    let mut tables: Vec<_> = model.entries().filter_map(kept).collect();
    tables.sort_by_key(|it| (it.0, it.1));
    let mut seen: BTreeSet<TableAt> = BTreeSet::new();
    tables.retain(|it| seen.insert(it.2.clone()));
    tables.sort_by_key(|it| it.1);
    let one = |(_, entry, (file, sheet), register): (bool, EntryId, TableAt, RegisterId)| {
        let Some(bytes) = read::bytes(world, sources, file, &mut Findings::new())? else { return Ok(None) };
        let bytes = as_published(sources.path(file), bytes.into());
        // What has changed since it was scanned is refused when it is published; nothing is said of rows that nobody scanned.
        let is_same = attached.get(&file).is_some_and(|it| it.sha256 == sha256(&bytes));
        let table = is_same.then(|| rows(sources.path(file), &bytes, sheet.as_deref())).flatten();
        Ok(table.map(|table| Sheet { entry, register, file, table }))
    };
    let read: Result<Vec<Option<Sheet>>> = tables.into_par_iter().map(one).collect();
    Ok(read?.into_iter().flatten().collect())
}
