//! What the writer knows of the site as the last run left it, and leaves to the next.

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
};
use crate::driver::memo::{
    Cache, Key, Known, Left, Lying, Outputs, Question, Record, Stamp, is_settled, key, now, place, remember,
};

/// A site of so many files is worth waiting for the clock, so that the next run finds nothing doubtful.
const LARGE: usize = 1_000;

/// Two ticks of the clock.
const TICK: Duration = Duration::from_millis(25);

/// What is remembered of a file that nothing is known of: no path has the number nought.
const NONE: Record = [0; size_of::<Record>()];

/// The memory of one folder.
#[derive(Debug)]
pub struct Memory {
    cache: Cache,
    known: Outputs,
    lying: Lying,
    /// What this run put or kept, what it was made from, and how it lies there if that is known yet.
    put: Mutex<Vec<(Key, Question, Option<Stamp>)>>,
}

impl Memory {
    /// What `cache` knows of the site in `out`, seen as `lying` before anything was done.
    pub fn new(cache: Cache, out: &Path, mut lying: Lying) -> Self {
        lying.sort();
        Self { known: Outputs::load(&cache, out, &lying), cache, lying, put: Mutex::default() }
    }

    /// What lies at `path` as the last run left it.
    pub fn find(&self, path: &str) -> Option<Known> {
        self.known.find(path)
    }

    /// Whether the manifest, which `lies` so, is the one that the last run left with all it left.
    pub fn knows_manifest(&self, lies: Option<Stamp>) -> bool {
        let key = key(MANIFEST);
        self.known.find(MANIFEST).is_some() && lies.is_some() && self.lying.stamp(key) == lies
    }

    /// That so many files will be put or kept.
    pub fn expect(&self, files: usize) {
        self.put.lock().unwrap_or_else(PoisonError::into_inner).reserve(files);
    }

    /// That this run puts or keeps a file.
    pub fn put(&self, key: Key, question: Question, stamp: Option<Stamp>) {
        self.put.lock().unwrap_or_else(PoisonError::into_inner).push((key, question, stamp));
    }

    /// Remembers the site `next` in `out`. `look` looks at a file; `changed` are those that are no longer as they were seen
    /// before the run, or gone. Answers a number for the site as it lies there, if any later change will show in it.
    pub fn leave(
        self,
        out: &Path,
        next: &Manifest,
        changed: &[&str],
        look: impl Fn(&str) -> Option<Stamp> + Sync,
    ) -> Option<u128> {
        let Self { cache, lying, put, .. } = self;
        let mut put = put.into_inner().unwrap_or_else(PoisonError::into_inner);
        put.par_sort_unstable_by_key(|it| it.0);
        // What this run made tells itself how it lies there; what it moved or took away is looked at.
        let find = |key: Key| place(&put, key, |it| it.0).map(|at| &put[at]);
        let made = |key: Key| find(key).and_then(|it| it.2);
        let all = || changed.par_iter().copied().chain([MANIFEST]);
        let unknown = all().filter(|path| made(key(path)).is_none());
        let mut new: Vec<(&str, Option<Stamp>)> = unknown.map(|path| (path, look(path))).collect();
        new.sort_unstable();
        let looked = |path: &str| new.binary_search_by_key(&path, |it| it.0).ok().map(|at| new[at].1);
        let stamps = || put.iter().map(|it| it.2).chain(new.iter().map(|it| it.1)).flatten();
        if next.files.len() > LARGE && stamps().any(|it| !it.is_settled(now())) {
            thread::sleep(TICK);
        }
        let at = now();
        let left = |(path, line): (&String, &Line)| {
            let key = key(path);
            let found = find(key);
            let (stamp, settled) = match found.and_then(|it| it.2).map(Some).or_else(|| looked(path)) {
                Some(stamp) => (stamp?, stamp?.is_settled(at)),
                None => (lying.stamp(key)?, lying.is_settled(lying.stamp(key)?)),
            };
            let question = found.map_or(Question::default(), |it| it.1);
            Some(Left { key, question, sha256: line.sha256.0, stamp, settled }.record())
        };
        // In one piece from the start: here memory is at its peak.
        let lines: Vec<(&String, &Line)> = next.files.iter().collect();
        let mut files: Vec<Record> = lines.into_par_iter().map(|it| left(it).unwrap_or(NONE)).collect();
        files.retain(|it| *it != NONE);
        let settled = files.len() == next.files.len() && files.iter().all(is_settled);
        let manifest = looked(MANIFEST).flatten();
        let sha256 = [0; 32];
        let question = Question::default();
        let left = |stamp: Stamp| Left { key: key(MANIFEST), question, sha256, stamp, settled: stamp.is_settled(at) };
        files.extend(manifest.map(|stamp| left(stamp).record()));
        let change = |path: &str| {
            let key = key(path);
            lying.change(path, key, made(key).or_else(|| looked(path).flatten()))
        };
        let change = all().map(change).reduce(|| 0, u128::wrapping_add);
        let digest = lying.digest.wrapping_add(change);
        drop(put);
        remember(&cache, out, &mut files);
        (settled && manifest.is_some_and(|it| it.is_settled(at))).then_some(digest)
    }
}
