//! Files read once: what each said is remembered, and asked again only of those that changed.

use anyhow::Result;
use rayon::prelude::*;

use super::{cache::Cache, stamp::Stamp};
use crate::{
    diagnostic::Findings,
    driver::{Project, read, walk::Walked},
    pack::{Pack as _, Packer, Unpacker},
    rulebook::RULEBOOK,
    source::FileId,
};

/// BLAKE3 of a file's bytes.
pub type Hash = [u8; 32];

/// What reading a file gives, besides findings; it depends on the file's path and bytes and on nothing else.
pub trait Reading: Sized + Send {
    /// The shelf that such readings lie on.
    const SHELF: &'static str;

    /// Reads it from `bytes`.
    fn read(file: FileId, path: &str, bytes: &[u8], findings: &mut Findings) -> Self;

    /// Packs it.
    fn pack(&self, to: &mut Packer);

    /// What was packed, about what is now `file`.
    fn unpack(file: FileId, from: &mut Unpacker<'_>) -> Option<Self>;
}

/// Files are remembered in so many bundles, each checked, read and written as a whole: many enough for all cores, few enough
/// for a small project.
fn bundles(files: usize) -> usize {
    if files > 4096 { 64 } else { 8 }
}

/// Reads `files`, each by whichever core is free, and hands what it said, with the hash of its bytes, to `then`; nothing
/// where it was refused. The answers are in the order of `files`.
///
/// # Errors
///
/// The machine's: no right, a disk that fails.
pub fn read_all<R: Reading, T: Send>(
    cache: Option<&Cache>,
    project: &Project,
    walked: &Walked,
    files: &[FileId],
    then: impl Fn(FileId, Option<(R, Hash)>, Findings) -> T + Sync,
) -> Result<Vec<T>> {
    let count = bundles(files.len());
    let mut sorted = vec![Vec::new(); count];
    for (at, &file) in files.iter().enumerate() {
        let hash = blake3::hash(walked.sources.path(file).as_bytes());
        sorted[usize::from(hash.as_bytes()[0]) % count].push((at, file));
    }
    let one = |(at, files): (usize, Vec<(usize, FileId)>)| {
        let name = format!("{}-{count}-{at:02}", R::SHELF);
        bundle(cache, &name, project, walked, &files, &then)
    };
    let mut read = sorted
        .into_par_iter()
        .enumerate()
        .map(one)
        .collect::<Result<Vec<_>>>()?
        .into_iter()
        .flatten()
        .collect::<Vec<_>>();
    read.sort_unstable_by_key(|it| it.0);
    Ok(read.into_iter().map(|it| it.1).collect())
}

fn bundle<R: Reading, T>(
    cache: Option<&Cache>,
    name: &str,
    project: &Project,
    walked: &Walked,
    files: &[(usize, FileId)],
    then: &impl Fn(FileId, Option<(R, Hash)>, Findings) -> T,
) -> Result<Vec<(usize, T)>> {
    let bytes = cache.and_then(|it| it.load(name)).unwrap_or_default();
    let old = records(&bytes).unwrap_or_default();
    let mut to = Packer::default();
    let mut body = Packer::default();
    let mut read = Vec::with_capacity(files.len());
    for &(at, file) in files {
        let path = walked.sources.path(file);
        let stamp = walked.stamp(file);
        let known = old.binary_search_by(|it| it.path.cmp(path)).ok().map(|at| &old[at]);
        if let Some(record) = known.filter(|it| it.stamp.is_some() && it.stamp == stamp)
            && let Some((reading, findings)) = unpack(file, record.body)
        {
            record.pack(&mut to);
            read.push((at, then(file, Some((reading, record.hash)), findings)));
            continue;
        }
        let mut findings = Findings::new();
        let Some(text) = read::bytes(project, &walked.sources, file, &mut findings)? else {
            read.push((at, then(file, None, findings)));
            continue;
        };
        let hash = *blake3::hash(&text).as_bytes();
        // Touched, or just written: the bytes decide.
        if let Some(record) = known.filter(|it| it.hash == hash)
            && let Some((reading, findings)) = unpack(file, record.body)
        {
            Record { stamp, ..*record }.pack(&mut to);
            read.push((at, then(file, Some((reading, hash)), findings)));
            continue;
        }
        let reading = R::read(file, path, &text, &mut findings);
        if cache.is_some() {
            body.clear();
            reading.pack(&mut body);
            if findings.pack(file, &mut body) {
                Record { path, stamp, hash, body: body.bytes() }.pack(&mut to);
            }
        }
        read.push((at, then(file, Some((reading, hash)), findings)));
    }
    if let Some(cache) = cache
        && to.bytes() != bytes
    {
        cache.save(name, to.bytes());
    }
    Ok(read)
}

fn unpack<R: Reading>(file: FileId, body: &[u8]) -> Option<(R, Findings)> {
    let mut from = Unpacker::new(body);
    let reading = R::unpack(file, &mut from)?;
    let findings = Findings::unpack(file, |code| RULEBOOK.find(code), &mut from)?;
    from.is_done().then_some((reading, findings))
}

/// One file, remembered.
#[derive(Clone, Copy)]
struct Record<'a> {
    path: &'a str,
    /// None where the file had been changed so lately that only its bytes can tell whether it changed again.
    stamp: Option<Stamp>,
    hash: Hash,
    body: &'a [u8],
}

impl Record<'_> {
    fn pack(&self, to: &mut Packer) {
        to.text(self.path);
        to.option(self.stamp, |to, it| it.pack(to));
        to.raw(&self.hash);
        to.length(self.body.len());
        to.raw(self.body);
    }
}

fn records(bytes: &[u8]) -> Option<Vec<Record<'_>>> {
    let mut from = Unpacker::new(bytes);
    let mut records = Vec::new();
    while !from.is_done() {
        let path = from.text()?;
        let stamp = from.option(Stamp::unpack)?;
        let hash = from.array()?;
        let length = from.length()?;
        records.push(Record { path, stamp, hash, body: from.raw(length)? });
    }
    Some(records)
}
