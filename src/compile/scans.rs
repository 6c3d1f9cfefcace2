//! Entries that are nothing but scans: what their files are is known once those are read.

use std::collections::BTreeMap;

use anyhow::Result;

use super::{attachment::Attached, read};
use crate::{
    diagnostic::Findings,
    model::{Entry, Model, State},
    office,
    record::schema,
    scan, site,
    source::{FileId, Sources, Span},
    vocabulary::EntryKind,
    world::World,
};

/// Tells each entry of `model` whose only content is scans. Where no file is one nothing is looked at, and read again are only
/// the few texts that are short and have scans alone.
///
/// # Errors
///
/// The machine's.
pub fn tell(
    world: &dyn World,
    model: &Model,
    sources: &Sources,
    attached: &BTreeMap<FileId, Attached>,
    findings: &mut Findings,
) -> Result<()> {
    if attached.values().all(|it| !it.scan) {
        return Ok(());
    }
    let is_scan = |file: Option<FileId>| file.and_then(|it| attached.get(&it)).is_some_and(|it| it.scan);
    for entry in model.entries.iter().filter(|it| it.state != State::Draft && it.body.characters <= scan::LONGEST_HINT)
    {
        if says_more(entry) {
            continue;
        }
        let listed = entry.attachments.iter().map(|it| (&*it.path, it.file));
        let linked = entry.body.links().map(|it| (it.to, site::local(entry.file, it.to, sources)));
        let files: Vec<(&str, Option<FileId>)> = listed.chain(linked).collect();
        if files.is_empty() || !files.iter().all(|it| is_scan(it.1)) {
            continue;
        }
        let Some(bytes) = read::bytes(world, sources, entry.file, &mut Findings::new())? else { continue };
        let text = office::text(&bytes);
        if scan::is_hint(text.get(entry.body.start as usize..).unwrap_or_default(), entry.title()) {
            let mut names: Vec<&str> = files.iter().map(|it| it.0).collect();
            names.dedup();
            let place = if entry.record.has(schema::Entry::ATTACHMENTS) {
                entry.record.span_of(schema::Entry::ATTACHMENTS)
            } else {
                let first = entry.body.links().next().map(|it| it.range);
                first.map_or(entry.record.span(), |range| Span { file: entry.file, range })
            };
            scan::scan_only(place, &names, findings);
        }
    }
    Ok(())
}

/// Whether an entry has its content elsewhere: in its front matter, in a table, on another platform.
fn says_more(entry: &Entry) -> bool {
    let record = &entry.record;
    entry.kind == EntryKind::Post
        || entry.table.is_some()
        || record.has(schema::Entry::ELEMENTS)
        || record.has(schema::Entry::FILES)
        || record.has(schema::Entry::FIGURES)
        || record.has(schema::Entry::DECIDED)
        || record.has(schema::Entry::MATTERS)
        || record.has(schema::Entry::ANSWERED)
}
