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

    /// What reading lays aside besides, for this run only.
    type Aside: Sync;

    /// Reads it from `bytes`.
    fn read(file: FileId, path: &str, bytes: &[u8], aside: &Self::Aside, findings: &mut Findings) -> Self;

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

/// Where files are read, and what is at hand for it.
pub struct Shelf<'a, R: Reading> {
    /// What was read before, if anything is remembered.
    pub cache: Option<&'a Cache>,
    /// Where they lie.
    pub project: &'a Project,
    /// How they lie there.
    pub walked: &'a Walked,
    /// What is laid aside.
    pub aside: R::Aside,
}

impl<R: Reading> Shelf<'_, R> {
    /// Reads `files`, each by whichever core is free, and hands what it said, with the hash of its bytes, to `then`; nothing
    /// where it was refused. The answers are in the order of `files`.
    ///
    /// # Errors
    ///
    /// The machine's: no right, a disk that fails.
    pub fn read_all<T: Send>(
        &self,
        files: &[FileId],
        then: impl Fn(FileId, Option<(R, Hash)>, Findings) -> T + Sync,
    ) -> Result<Vec<T>> {
        let count = bundles(files.len());
        let mut sorted = vec![Vec::new(); count];
        for (at, &file) in files.iter().enumerate() {
            // FNV-1a: the same in every run.
            let mix = |hash: u32, byte: u8| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193);
            let hash = self.walked.sources.path(file).bytes().fold(0x811c_9dc5, mix);
            sorted[(hash >> 16) as usize % count].push((at, file));
        }
        let one = |room: &mut Room, (at, files): (usize, Vec<(usize, FileId)>)| {
            self.bundle(&format!("{}-{count}-{at:02}", R::SHELF), &files, room, &then)
        };
        let bundles = sorted.into_par_iter().enumerate().map_init(Room::default, one).collect::<Result<Vec<_>>>()?;
        let mut read: Vec<(usize, T)> = bundles.into_iter().flatten().collect();
        read.sort_unstable_by_key(|it| it.0);
        Ok(read.into_iter().map(|it| it.1).collect())
    }

    fn bundle<T>(
        &self,
        name: &str,
        files: &[(usize, FileId)],
        Room { to, body }: &mut Room,
        then: &impl Fn(FileId, Option<(R, Hash)>, Findings) -> T,
    ) -> Result<Vec<(usize, T)>> {
        let Self { cache, project, walked, aside } = self;
        let bytes = cache.and_then(|it| it.load(name)).unwrap_or_default();
        let old = records(&bytes).unwrap_or_default();
        to.clear();
        let mut read = Vec::with_capacity(files.len());
        for &(at, file) in files {
            let path = walked.sources.path(file);
            let stamp = walked.stamp(file);
            let known = old.binary_search_by(|it| it.path.cmp(path)).ok().map(|at| &old[at]);
            if let Some(record) = known.filter(|it| it.stamp.is_some() && it.stamp == stamp)
                && let Some((reading, findings)) = unpack(file, record.body)
            {
                record.pack(to);
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
                Record { stamp, ..*record }.pack(to);
                read.push((at, then(file, Some((reading, hash)), findings)));
                continue;
            }
            let reading = R::read(file, path, &text, aside, &mut findings);
            if cache.is_some() {
                body.clear();
                reading.pack(body);
                if findings.pack(file, body) {
                    Record { path, stamp, hash, body: body.bytes() }.pack(to);
                }
            }
            read.push((at, then(file, Some((reading, hash)), findings)));
        }
        if let Some(cache) = cache
            && to.bytes() != bytes
        {
            cache.save(name, &[to.bytes()]);
        }
        Ok(read)
    }
}

/// Room to pack in, used again for one bundle after another.
#[derive(Default)]
struct Room {
    to: Packer,
    body: Packer,
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

#[cfg(test)]
mod tests {
    use std::{
        fs,
        sync::atomic::{AtomicUsize, Ordering},
    };

    use super::*;
    use crate::{
        driver::{Folders, list},
        source::Role,
        syntax::BEYOND_LIMITS,
    };

    /// How many files were read in full.
    static READ: AtomicUsize = AtomicUsize::new(0);

    /// The length of a text.
    struct Length(u64);

    impl Reading for Length {
        const SHELF: &'static str = "lengths";

        type Aside = ();

        fn read(file: FileId, _: &str, bytes: &[u8], (): &(), findings: &mut Findings) -> Self {
            READ.fetch_add(1, Ordering::Relaxed);
            findings.raise(&BEYOND_LIMITS, file, text! { zh: "长", en: "long" });
            Self(bytes.len() as u64)
        }

        fn pack(&self, to: &mut Packer) {
            to.number(self.0);
        }

        fn unpack(_: FileId, from: &mut Unpacker<'_>) -> Option<Self> {
            from.number().map(Self)
        }
    }

    /// The lengths of all entries, and how many were read for that.
    fn lengths(project: &Project) -> (Vec<u64>, usize) {
        let cache = Cache::of(project).unwrap();
        let walked = Walked::new(list(project).unwrap());
        let entries = walked.sources.iter().filter(|it| it.1.role == Role::Entry).map(|it| it.0);
        let before = READ.load(Ordering::Relaxed);
        let shelf = Shelf { cache: Some(&cache), project, walked: &walked, aside: () };
        let read = shelf.read_all(&entries.collect::<Vec<_>>(), |file, read, findings| {
            assert!(findings.iter().all(|it| it.place.file() == Some(file)) && findings.iter().count() == 1);
            read.map_or(0, |(Length(length), _)| length)
        });
        (read.unwrap(), READ.load(Ordering::Relaxed) - before)
    }

    #[test]
    fn only_what_changed_is_read_again() {
        let folder = tempfile::tempdir().unwrap();
        let content = folder.path().join("content");
        fs::create_dir_all(folder.path().join("catalogue")).unwrap();
        fs::create_dir_all(&content).unwrap();
        for n in 0..40 {
            fs::write(content.join(format!("{n:02}.md")), "x".repeat(n)).unwrap();
        }
        let project = Project::find(&Folders { directory: Some(folder.path().into()), ..Folders::default() }).unwrap();
        let wait = || std::thread::sleep(std::time::Duration::from_millis(30));
        assert_eq!(lengths(&project), ((0..40).collect(), 40));
        assert_eq!(lengths(&project).1, 0, "bytes that are the same are not read again in full");
        wait();
        assert_eq!(lengths(&project), ((0..40).collect(), 0));
        fs::write(content.join("07.md"), "longer now").unwrap();
        fs::remove_file(content.join("09.md")).unwrap();
        fs::rename(content.join("11.md"), content.join("00a.md")).unwrap();
        let (found, read) = lengths(&project);
        assert_eq!((found.len(), found[8], found[1], read), (39, 10, 11, 2), "what has another name is another file");
        wait();
        fs::remove_dir_all(folder.path().join(".gongkai")).unwrap();
        assert_eq!(lengths(&project).1, 39, "nothing is left to remember");
    }
}
