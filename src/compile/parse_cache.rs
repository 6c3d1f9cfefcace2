//! Files parsed once: what each said is kept from run to run, and asked again only of those that changed.
//!
//! A file is taken from the cache without being read if it has the path, size, times and inode that it had, and these were
//! old enough when they were noted that any later change would show in them (git's racy index entries). Where that is not
//! certain the file is read and its BLAKE3 compared; only where that differs too is it parsed. Findings are kept without
//! levels: settings decide anew in each run, so that a change of theirs parses nothing. Not covered, and therefore no
//! part of what is kept: other files, the catalogue, the day. The cache itself believes only bytes of this very program.
//!
//! What the catalogue has all texts looked through for – its words, its leaders – is the one exception: each bundle begins with a
//! hash of it, and a bundle with another is not believed.

use anyhow::Result;
use rayon::prelude::*;

use super::{files::Files, read};
use crate::{
    compile::rulebook::RULEBOOK,
    diagnostic::Findings,
    pack::{Pack as _, Packer, Unpacker},
    source::FileId,
    world::{Cache, Stamp, World},
};

/// BLAKE3 of a file's bytes.
pub type Hash = [u8; 32];

/// What reading a file gives, besides findings; it depends on the file's path and bytes, and on nothing else but what has a salt.
pub trait Cached: Sized + Send {
    /// The files of the cache that hold them begin with it.
    const NAME: &'static str;

    /// Where parsing puts what only this run needs, and what it takes from elsewhere.
    type SideOutput: Sync;

    /// A hash of what parsing takes from elsewhere.
    fn salt(_: &Self::SideOutput) -> u64 {
        0
    }

    /// Parses `bytes`.
    fn read(file: FileId, path: &str, bytes: &[u8], side: &Self::SideOutput, findings: &mut Findings) -> Self;

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

/// Parses files of one sort, or takes what they said from the cache.
pub struct ParseCache<'a, R: Cached> {
    /// What was parsed before, if anything is kept.
    pub cache: Option<&'a dyn Cache>,
    /// Where the files are read.
    pub world: &'a dyn World,
    /// The files.
    pub files: &'a Files,
    /// Where parsing puts what only this run needs.
    pub side_output: R::SideOutput,
}

impl<R: Cached> ParseCache<'_, R> {
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
            let hash = self.files.sources.path(file).bytes().fold(0x811c_9dc5, mix);
            sorted[(hash >> 16) as usize % count].push((at, file));
        }
        let one = |buffers: &mut Buffers, (at, files): (usize, Vec<(usize, FileId)>)| {
            self.bundle(&format!("{}-{count}-{at:02}", R::NAME), &files, buffers, &then)
        };
        let bundles = sorted.into_par_iter().enumerate().map_init(Buffers::default, one).collect::<Result<Vec<_>>>()?;
        let mut read: Vec<(usize, T)> = bundles.into_iter().flatten().collect();
        read.sort_unstable_by_key(|it| it.0);
        Ok(read.into_iter().map(|it| it.1).collect())
    }

    fn bundle<T>(
        &self,
        name: &str,
        files: &[(usize, FileId)],
        Buffers { to, body }: &mut Buffers,
        then: &impl Fn(FileId, Option<(R, Hash)>, Findings) -> T,
    ) -> Result<Vec<(usize, T)>> {
        let Self { cache, world, files: all, side_output } = self;
        let bytes = cache.and_then(|it| it.load(name)).unwrap_or_default();
        let salt = R::salt(side_output);
        let old = records(&bytes, salt).unwrap_or_default();
        to.clear();
        to.number(salt);
        let mut read = Vec::with_capacity(files.len());
        for &(at, file) in files {
            let path = all.sources.path(file);
            let stamp = all.stamp(file);
            let known = old.binary_search_by(|it| it.path.cmp(path)).ok().map(|at| &old[at]);
            if let Some(record) = known.filter(|it| it.stamp.is_some() && it.stamp == stamp)
                && let Some((reading, findings)) = unpack(file, record.body)
            {
                record.pack(to);
                read.push((at, then(file, Some((reading, record.hash)), findings)));
                continue;
            }
            let mut findings = Findings::new();
            let Some(text) = read::bytes(*world, &all.sources, file, &mut findings)? else {
                read.push((at, then(file, None, findings)));
                continue;
            };
            let hash = *blake3::hash(&text).as_bytes();
            // Touched, or just written: the bytes decide.
            if let Some(record) = known.filter(|it| it.hash == hash)
                && let Some((reading, findings)) = unpack(file, record.body)
            {
                CachedFile { stamp, ..*record }.pack(to);
                read.push((at, then(file, Some((reading, hash)), findings)));
                continue;
            }
            let reading = R::read(file, path, &text, side_output, &mut findings);
            if cache.is_some() {
                body.clear();
                reading.pack(body);
                if findings.pack(file, body) {
                    CachedFile { path, stamp, hash, body: body.bytes() }.pack(to);
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

/// Buffers to encode in, used again for one bundle after another.
#[derive(Default)]
struct Buffers {
    to: Packer,
    body: Packer,
}

fn unpack<R: Cached>(file: FileId, body: &[u8]) -> Option<(R, Findings)> {
    let mut from = Unpacker::new(body);
    let reading = R::unpack(file, &mut from)?;
    let findings = Findings::unpack(file, |code| RULEBOOK.find(code), &mut from)?;
    from.is_done().then_some((reading, findings))
}

/// One file, as it is kept.
#[derive(Clone, Copy)]
struct CachedFile<'a> {
    path: &'a str,
    /// None where the file had been changed so lately that only its bytes can tell whether it changed again.
    stamp: Option<Stamp>,
    hash: Hash,
    body: &'a [u8],
}

impl CachedFile<'_> {
    fn pack(&self, to: &mut Packer) {
        to.text(self.path);
        to.option(self.stamp, |to, it| it.pack(to));
        to.raw(&self.hash);
        to.length(self.body.len());
        to.raw(self.body);
    }
}

/// The files of a bundle that was made with `salt`.
fn records(bytes: &[u8], salt: u64) -> Option<Vec<CachedFile<'_>>> {
    let mut from = Unpacker::new(bytes);
    from.number().filter(|it| *it == salt)?;
    let mut records = Vec::new();
    while !from.is_done() {
        let path = from.text()?;
        let stamp = from.option(Stamp::unpack)?;
        let hash = from.array()?;
        let length = from.length()?;
        records.push(CachedFile { path, stamp, hash, body: from.raw(length)? });
    }
    Some(records)
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicUsize, Ordering};

    use super::*;
    use crate::{
        day::Day,
        source::Role,
        syntax::BEYOND_LIMITS,
        world::{FileType, Listing, MemoryCache, MemoryWorld},
    };

    /// How many files were parsed.
    static PARSED: AtomicUsize = AtomicUsize::new(0);

    /// The length of a text.
    struct Length(u64);

    impl Cached for Length {
        const NAME: &'static str = "lengths";

        type SideOutput = ();

        fn read(file: FileId, _: &str, bytes: &[u8], (): &(), findings: &mut Findings) -> Self {
            PARSED.fetch_add(1, Ordering::Relaxed);
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

    /// The lengths of all entries, and how many were parsed for that.
    fn lengths(world: &MemoryWorld, cache: &MemoryCache, listing: Listing) -> (Vec<u64>, usize) {
        let files = Files::new(listing);
        let before = PARSED.load(Ordering::Relaxed);
        let parser = ParseCache::<Length> { cache: Some(cache), world, files: &files, side_output: () };
        let read = parser.read_all(&files.of(Role::Entry), |file, read, findings| {
            assert!(findings.iter().all(|it| it.place.file() == Some(file)) && findings.iter().count() == 1);
            read.map_or(0, |(Length(length), _)| length)
        });
        (read.unwrap(), PARSED.load(Ordering::Relaxed) - before)
    }

    #[test]
    fn only_what_changed_is_parsed_again() {
        let mut world = MemoryWorld::new(Day::MAX);
        let cache = MemoryCache::default();
        world.write("catalogue/site.toml", "");
        for n in 0..40 {
            world.write(format!("content/{n:02}.md"), "x".repeat(n));
        }
        let list = |world: &MemoryWorld| world.list().unwrap();
        assert_eq!(lengths(&world, &cache, list(&world)), ((0..40).collect(), 40));
        assert_eq!(lengths(&world, &cache, list(&world)), ((0..40).collect(), 0), "the bytes are the same");
        world.write("content/07.md", "longer now");
        world.remove("content/09.md");
        let moved = world.get("content/11.md").unwrap().to_vec();
        world.remove("content/11.md");
        world.write("content/00a.md", moved);
        let (found, parsed) = lengths(&world, &cache, list(&world));
        assert_eq!((found.len(), found[8], found[1], parsed), (39, 10, 11, 2), "what has another name is another file");
        assert_eq!(lengths(&world, &MemoryCache::default(), list(&world)).1, 39, "nothing is left to remember");

        // Stamps that tell enough spare the reading, not only the parsing.
        let stamped = |world: &MemoryWorld, at: i64| {
            let mut listing = list(world);
            for file in listing.folders.iter_mut().flat_map(|it| &mut it.1) {
                if let FileType::File(size, stamp) = &mut file.kind {
                    *stamp = Some(Stamp::new(*size, (1, 0), (1, 0), 1));
                }
            }
            Listing { at, ..listing }
        };
        assert_eq!(lengths(&world, &cache, stamped(&world, i64::MAX)).1, 0);
        world.write("content/07.md", "other byte");
        assert_eq!(lengths(&world, &cache, stamped(&world, i64::MAX)).1, 0, "the stamp says that nothing changed");
        assert_eq!(lengths(&world, &cache, stamped(&world, 1)).1, 1, "a racy stamp says nothing");
    }
}
