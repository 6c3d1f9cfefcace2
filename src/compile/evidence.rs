//! The files that the ledger and tasks name as evidence: which of them are there. They may lie anywhere below `catalogue/` and `content/`,
//! and are named from the project's folder, from either of these, or from beside the file that names them.

use std::collections::{BTreeMap, BTreeSet};

use super::files::Files;
use crate::{model::Model, record::schema, source::Span, vocabulary::nearest_of};

/// Above so many files no near one is looked for.
const MANY: usize = 20_000;

/// The files named that are not there, each with one that may be meant.
pub fn lost(files: &Files, model: &Model) -> BTreeMap<Box<str>, Option<Box<str>>> {
    let ledger = model.rectifications.iter().filter_map(|it| it.get(schema::Rectification::EVIDENCE));
    let ledger = ledger.filter_map(|it| {
        let key = schema::RectificationEvidence::FILE;
        Some((it.get(key)?.to_owned(), it.span_of(key)))
    });
    let tasks = model.tasks.iter().flat_map(|it| it.record.all(schema::Task::EVIDENCE));
    let tasks =
        tasks.filter_map(|it| Some((it.get(schema::Evidence::FILE)?.to_owned(), it.span_of(schema::Evidence::FILE))));
    let named: Vec<(String, Span)> = ledger.chain(tasks).collect();
    if named.is_empty() {
        return BTreeMap::new();
    }
    let beside = files.beside.iter().map(String::as_str);
    let all: BTreeSet<&str> = files.sources.iter().map(|it| &*it.1.path).chain(beside).collect();
    let mut lost = BTreeMap::new();
    for (typed, span) in named {
        let path = plain(&typed);
        // What lies elsewhere is not seen, and may be there.
        if path.is_empty() || path.contains("://") || path.starts_with('/') || path.contains("..") {
            continue;
        }
        let folder = files.sources.path(span.file).rsplit_once('/').map_or("", |it| it.0);
        let is_there = ["", "catalogue", "content", folder].iter().any(|below| {
            let path = if below.is_empty() { path.clone() } else { format!("{below}/{path}") };
            all.contains(&*path)
        });
        if !is_there {
            lost.entry(typed.into()).or_insert_with(|| near(&path, &all).map(Into::into));
        }
    }
    lost
}

/// The path without what only looks otherwise.
fn plain(typed: &str) -> String {
    let path = typed.trim().replace('\\', "/");
    path.strip_prefix("./").unwrap_or(&path).to_owned()
}

/// The one file of that name, wherever it lies, else the one whose name is nearest.
fn near<'a>(path: &str, all: &BTreeSet<&'a str>) -> Option<&'a str> {
    if all.len() > MANY {
        return None;
    }
    let name = |it: &'a str| it.rsplit('/').next().unwrap_or(it);
    let wanted = path.rsplit('/').next().unwrap_or(path);
    let mut same = all.iter().copied().filter(|it| name(it).eq_ignore_ascii_case(wanted));
    match (same.next(), same.next()) {
        (Some(one), None) => return Some(one),
        (Some(_), Some(_)) => return None,
        _ => {}
    }
    let close = nearest_of(all.iter().copied().map(name), wanted, 0.75)?;
    let mut close = all.iter().copied().filter(|it| name(it) == close);
    close.next().filter(|_| close.next().is_none())
}
