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
use crate::driver::memo::{Cache, Key, Known, Left, Lying, Outputs, Question, Stamp, key, now, remember};

/// A site of so many files is worth waiting for the clock, so that the next run finds nothing doubtful.
const LARGE: usize = 1_000;

/// Two ticks of the clock.
const TICK: Duration = Duration::from_millis(25);

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
        look: impl Fn(&str) -> Option<Stamp>,
    ) -> Option<u128> {
        let Self { cache, mut lying, put, .. } = self;
        let mut put = put.into_inner().unwrap_or_else(PoisonError::into_inner);
        put.par_sort_unstable_by_key(|it| it.0);
        let mut new: Vec<(&str, Option<Stamp>)> = Vec::with_capacity(changed.len() + 1);
        for &path in changed.iter().chain(&[MANIFEST]) {
            let made = put.binary_search_by_key(&key(path), |it| it.0).ok().and_then(|at| put[at].2);
            new.push((path, made.or_else(|| look(path))));
        }
        if next.files.len() > LARGE && new.iter().any(|it| it.1.is_some_and(|it| !it.is_settled(now()))) {
            thread::sleep(TICK);
        }
        let at = now();
        new.sort_unstable();
        let left = |(path, line): (&String, &Line)| {
            let key = key(path);
            let question = put.binary_search_by_key(&key, |it| it.0).map_or(Question::default(), |at| put[at].1);
            let (stamp, settled) = match new.binary_search_by_key(&path.as_str(), |it| it.0) {
                Ok(found) => (new[found].1?, new[found].1?.is_settled(at)),
                Err(_) => (lying.stamp(key)?, lying.is_settled(lying.stamp(key)?)),
            };
            Some(Left { key, question, sha256: line.sha256.0, stamp, settled })
        };
        let mut files: Vec<Left> = next.files.par_iter().filter_map(left).collect();
        drop(put);
        let settled = files.len() == next.files.len() && files.iter().all(|it| it.settled);
        let manifest = new.iter().find(|it| it.0 == MANIFEST).and_then(|it| it.1);
        let sha256 = [0; 32];
        files.extend(manifest.map(|stamp| Left {
            key: key(MANIFEST),
            question: Question::default(),
            sha256,
            stamp,
            settled: stamp.is_settled(at),
        }));
        remember(&cache, out, &mut files);
        for (path, stamp) in new {
            lying.change(path, stamp);
        }
        (settled && manifest.is_some_and(|it| it.is_settled(at))).then_some(lying.digest)
    }
}
