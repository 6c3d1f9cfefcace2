//! Files beside the entries that are published, and where each lies.

use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;

use super::percent::decode;
use crate::{
    day::Day,
    model::{Entry, EntryId, Model, State, Withheld},
    source::{FileId, Role, Sources, join},
};

/// What pages say of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileFacts {
    /// Bytes.
    pub size: u64,
    /// SHA-256, 64 hexadecimal digits.
    pub sha256: String,
}

/// A file that an entry publishes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PublishedFile {
    pub file: FileId,
    /// Where it lies, from the site's root.
    pub address: String,
    /// Whether the entry lists it; others are only linked from its text.
    pub listed: bool,
}

/// What becomes of the files of an entry.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct EntryFiles {
    /// Those that it publishes, in the order they are listed, then linked.
    pub published: Vec<PublishedFile>,
    /// Those that it lists and that are not offered any more, for the names in them.
    pub withheld: Vec<FileId>,
}

/// Files with rows of registers that are not public. They are never published, even where another entry lists or links them.
pub fn inside(model: &Model) -> BTreeSet<FileId> {
    let tables = model.entries.iter().filter_map(|entry| entry.table.as_deref());
    let inner = tables.filter(|it| it.register.is_some_and(|id| !model.register(id).schema.public));
    inner.map(|it| it.file).collect()
}

/// The files of each entry that may be public, or might but for the names in them; never those `inside`.
pub fn files<'a>(
    entries: impl ParallelIterator<Item = (EntryId, &'a Entry)>,
    inside: &BTreeSet<FileId>,
    sources: &Sources,
    facts: &BTreeMap<FileId, FileFacts>,
) -> BTreeMap<EntryId, EntryFiles> {
    let files = entries.map(|(id, entry)| (id, of(entry, inside, sources, facts)));
    files.filter(|(_, files)| *files != EntryFiles::default()).collect()
}

/// Every file that leaves the house, now or on its day: published and scheduled entries, and what they publish.
pub fn exposed(model: &Model, sources: &Sources) -> BTreeSet<FileId> {
    let exposed = model.entries.par_iter().filter(|it| matches!(it.state, State::Published | State::Scheduled));
    let files: Vec<FileId> = exposed
        .flat_map_iter(|entry| {
            let linked = entry.body.links().filter_map(|link| local(entry.file, link.to, sources));
            let attached =
                entry.attachments.iter().filter_map(|it| it.file).chain(entry.table.iter().map(|it| it.file));
            std::iter::once(entry.file).chain(attached).chain(linked)
        })
        .collect();
    files.into_iter().collect()
}

fn of(entry: &Entry, inside: &BTreeSet<FileId>, sources: &Sources, facts: &BTreeMap<FileId, FileFacts>) -> EntryFiles {
    let mut seen = BTreeSet::new();
    let mut names = BTreeSet::new();
    let mut files = EntryFiles::default();
    let hidden = entry.hidden_names();
    let mut place = 0;
    let folder = entry.address.strip_suffix(".html").unwrap_or(&entry.address);
    let listed = entry.attachments.iter().filter_map(|it| it.file).map(|it| (it, true));
    let table = entry.table.iter().map(|it| (it.file, true));
    let linked = entry.body.links().filter_map(|link| Some((local(entry.file, link.to, sources)?, false)));
    for (file, listed) in listed.chain(table).chain(linked) {
        if !facts.contains_key(&file) || inside.contains(&file) || !seen.insert(file) {
            continue;
        }
        place += 1;
        let name = sources.path(file).rsplit('/').next().unwrap_or_default();
        let name = ascii(name, place, &names);
        // The others keep their addresses.
        if hidden.is_some_and(|it| it.withheld(file).is_some()) {
            files.withheld.extend(listed.then_some(file));
        } else {
            files.published.push(PublishedFile { file, address: format!("{folder}/{name}"), listed });
        }
        names.insert(name);
    }
    files
}

/// The file beside the entries that `destination`, written in `from`, leads to.
pub fn local(from: FileId, destination: &str, sources: &Sources) -> Option<FileId> {
    let path = destination.split(['#', '?']).next().unwrap_or_default();
    // Most links lead to entries: those are no files beside them, and need not be looked for.
    let is_entry = path.rsplit('.').next().is_some_and(|ending| ending.eq_ignore_ascii_case("md"));
    if path.is_empty() || is_entry || path.contains(':') || path.starts_with('/') {
        return None;
    }
    let decoded = decode(path);
    let find = |path: &str| sources.find(&join(sources.path(from), path)?);
    let file = find(&decoded).or_else(|| find(path))?;
    (sources.get(file).role == Role::Attachment).then_some(file)
}

/// What is said of a file that is not offered since the day after `until`.
pub fn no_longer_offered(until: Day, why: Withheld) -> String {
    let since = until.plus(1);
    match why {
        Withheld::Names => format!("因载有姓名，公示期满，自 {since} 起不再提供"),
        Withheld::Unread => format!("因不能确认其中没有姓名，公示期满，自 {since} 起不再提供"),
    }
}

/// The name of a published file: its own if it is plain ASCII, else its place among the entry's files.
fn ascii(name: &str, place: usize, taken: &BTreeSet<String>) -> String {
    let (stem, extension) = name.rsplit_once('.').unwrap_or((name, "bin"));
    let plain = |text: &str| {
        !text.is_empty()
            && !text.starts_with(['.', '-'])
            && text.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_' | b'.'))
    };
    let extension = if plain(extension) { extension.to_ascii_lowercase() } else { "bin".to_owned() };
    let stem = if plain(stem) { stem.to_owned() } else { place.to_string() };
    let first = format!("{stem}.{extension}");
    if !taken.contains(&first) {
        return first;
    }
    let mut n = 2;
    loop {
        let name = format!("{stem}-{n}.{extension}");
        if !taken.contains(&name) {
            return name;
        }
        n += 1;
    }
}

/// The media type of a published file, by its name.
pub fn media_type(address: &str) -> &'static str {
    match address.rsplit('.').next().unwrap_or_default() {
        "pdf" => "application/pdf",
        "csv" => "text/csv",
        "txt" => "text/plain",
        "json" => "application/json",
        "ndjson" => "application/x-ndjson",
        "jsonld" => "application/ld+json",
        "xml" => "application/xml",
        "zip" => "application/zip",
        "ofd" => "application/ofd",
        "png" => "image/png",
        "jpg" | "jpeg" => "image/jpeg",
        "gif" => "image/gif",
        "webp" => "image/webp",
        "docx" => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "xlsx" => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "pptx" => "application/vnd.openxmlformats-officedocument.presentationml.presentation",
        "doc" => "application/msword",
        "xls" => "application/vnd.ms-excel",
        "ppt" => "application/vnd.ms-powerpoint",
        _ => "application/octet-stream",
    }
}
