//! What the writer knows of the site as the last build left it, and leaves to the next.

use std::{
    path::Path,
    sync::{Mutex, PoisonError},
    thread,
    time::Duration,
};

use rayon::prelude::*;

use super::{
    folder::MANIFEST,
    manifest::{Line, Manifest},
    snapshot::{
        EncodedFile, Key, KnownFile, KnownFiles, LeftFile, OutputSnapshot, interpolation_search, is_racy, key, save,
    },
};
use crate::{
    driver::{disk_cache::DiskCache, scan_dir::now},
    world::{PageKey, Stamp},
};

/// A site of so many files is worth waiting for the clock, so that the next run finds nothing doubtful.
const LARGE: usize = 1_000;

/// Two ticks of the clock.
const TICK: Duration = Duration::from_millis(25);

/// Stands for a file of which nothing is known: no path has the key nought.
const NONE: EncodedFile = [0; size_of::<EncodedFile>()];

/// The last build's site in one folder.
#[derive(Debug)]
pub struct PreviousSite {
    cache: DiskCache,
    known: KnownFiles,
    snapshot: OutputSnapshot,
    /// What this build wrote or reused, what it was made from, and its stamp if that is known yet.
    noted: Mutex<Vec<(Key, PageKey, Option<Stamp>)>>,
}

impl PreviousSite {
    /// What `cache` knows of the site in `out`, which lay there as `snapshot` says before anything was done.
    pub fn new(cache: DiskCache, out: &Path, mut snapshot: OutputSnapshot) -> Self {
        snapshot.sort();
        Self { known: KnownFiles::load(&cache, out, &snapshot), cache, snapshot, noted: Mutex::default() }
    }

    /// What lies at `path` as the last run left it.
    pub fn find(&self, path: &str) -> Option<KnownFile> {
        self.known.find(path)
    }

    /// Whether the manifest, which `lies` so, is the one that the last run left with all it left.
    pub fn knows_manifest(&self, lies: Option<Stamp>) -> bool {
        let key = key(MANIFEST);
        self.known.find(MANIFEST).is_some() && lies.is_some() && self.snapshot.stamp(key) == lies
    }

    /// Makes room for notes of so many pages and, in a sixteenth more, of the files beside them: notes that outgrow their room take
    /// twice as much and are copied.
    pub fn expect(&self, pages: usize) {
        self.noted.lock().unwrap_or_else(PoisonError::into_inner).reserve(pages + pages / 16);
    }

    /// Notes that this build writes or reuses a file.
    pub fn note(&self, key: Key, page: PageKey, stamp: Option<Stamp>) {
        self.noted.lock().unwrap_or_else(PoisonError::into_inner).push((key, page, stamp));
    }

    /// Saves what is known of the site `next` in `out`. `look` looks at a file; `changed` are those that are no longer as they were seen
    /// before the run, or gone. Answers a number for the site as it lies there, if any later change will show in it.
    pub fn leave(
        self,
        out: &Path,
        next: &Manifest,
        changed: &[&str],
        look: impl Fn(&str) -> Option<Stamp> + Sync,
    ) -> Option<u128> {
        let Self { cache, snapshot, noted, .. } = self;
        let mut noted = noted.into_inner().unwrap_or_else(PoisonError::into_inner);
        noted.par_sort_unstable_by_key(|it| it.0);
        // What this run made tells itself how it lies there; what it moved or took away is looked at.
        let find = |key: Key| interpolation_search(&noted, key, |it| it.0).map(|at| &noted[at]);
        let made = |key: Key| find(key).and_then(|it| it.2);
        let all = || changed.par_iter().copied().chain([MANIFEST]);
        let unknown = all().filter(|path| made(key(path)).is_none());
        let mut new: Vec<(&str, Option<Stamp>)> = unknown.map(|path| (path, look(path))).collect();
        new.sort_unstable();
        let looked = |path: &str| new.binary_search_by_key(&path, |it| it.0).ok().map(|at| new[at].1);
        let stamps = || noted.iter().map(|it| it.2).chain(new.iter().map(|it| it.1)).flatten();
        if next.files.len() > LARGE && stamps().any(|it| it.is_racy(now())) {
            thread::sleep(TICK);
        }
        let at = now();
        let left = |(path, line): (&String, &Line)| {
            let key = key(path);
            let found = find(key);
            let (stamp, is_racy) = match found.and_then(|it| it.2).map(Some).or_else(|| looked(path)) {
                Some(stamp) => (stamp?, stamp?.is_racy(at)),
                None => (snapshot.stamp(key)?, snapshot.is_racy(snapshot.stamp(key)?)),
            };
            let page = found.map_or(PageKey::default(), |it| it.1);
            Some(LeftFile { key, page, sha256: line.sha256.0, stamp, is_racy }.encode())
        };
        // In one piece from the start, with room for the manifest: here memory is at its peak.
        let lines: Vec<(&String, &Line)> = next.files.iter().collect();
        let mut files: Vec<EncodedFile> = Vec::with_capacity(lines.len() + 1);
        files.par_extend(lines.into_par_iter().map(|it| left(it).unwrap_or(NONE)));
        files.retain(|it| *it != NONE);
        let all_tell = files.len() == next.files.len() && !files.iter().any(is_racy);
        let manifest = looked(MANIFEST).flatten();
        let sha256 = [0; 32];
        let page = PageKey::default();
        let left = |stamp: Stamp| LeftFile { key: key(MANIFEST), page, sha256, stamp, is_racy: stamp.is_racy(at) };
        files.extend(manifest.map(|stamp| left(stamp).encode()));
        let change = |path: &str| {
            let key = key(path);
            snapshot.change(path, key, made(key).or_else(|| looked(path).flatten()))
        };
        let change = all().map(change).reduce(|| 0, u128::wrapping_add);
        let digest = snapshot.digest.wrapping_add(change);
        drop(noted);
        save(&cache, out, &mut files);
        (all_tell && manifest.is_some_and(|it| !it.is_racy(at))).then_some(digest)
    }
}
