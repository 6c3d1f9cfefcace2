//! Files of a site as they lie in their folder, and what the last build left to be known of each.

use std::{ffi::OsStr, path::Path};

use rayon::prelude::*;

use crate::{
    driver::scan_dir::{digest, now, number, scan_dir},
    pack::{Pack as _, Packer, Unpacker},
    world::{Cache, FileType, PageKey, ScannedFile, Stamp},
};

/// The number of a path.
pub type Key = u128;

/// The file of the cache.
const NAME: &str = "site";

/// Bytes of a record: path, key, SHA-256, stamp, whether the stamp tells a later change.
const RECORD: usize = 16 + 32 + 32 + 32 + 1;

/// The files of a site as they lie in its folder before a build.
#[derive(Debug)]
pub struct OutputSnapshot {
    scanned: Vec<ScannedFile>,
    /// Stamps by path, sorted, once somebody asks for files.
    files: Vec<(Key, Stamp)>,
    /// A number for all of it.
    pub digest: u128,
    /// When it was looked at.
    at: i64,
}

impl OutputSnapshot {
    /// Looks at the site in `out`; it is empty where there is none of ours, or it cannot be listed.
    pub fn new(out: &Path) -> Self {
        let at = now();
        // Whatever else was named by mistake, a whole disk perhaps, is not searched.
        if !out.join(".gongkai/manifest").is_file() {
            return Self { scanned: Vec::new(), files: Vec::new(), digest: 0, at };
        }
        let skip = |path: &Path, _: &OsStr| path == Path::new(".gongkai/lock");
        let scan = scan_dir(out, "", &skip).unwrap_or_default();
        Self { scanned: scan.files, files: Vec::new(), digest: scan.digest, at }
    }

    /// Puts the files in order, to be asked for.
    pub fn sort(&mut self) {
        let stamped = |it: ScannedFile| match it.kind {
            FileType::File(_, Some(stamp)) => Some((key(it.path.to_str()?), stamp)),
            _ => None,
        };
        self.files = std::mem::take(&mut self.scanned).into_par_iter().filter_map(stamped).collect();
        self.files.par_sort_unstable_by_key(|it| it.0);
    }

    /// The stamp of the file at the path of `key`; files were put in [order](Self::sort) before.
    pub fn stamp(&self, key: Key) -> Option<Stamp> {
        interpolation_search(&self.files, key, |it| it.0).map(|at| self.files[at].1)
    }

    /// Whether a change of the file since it was looked at might not show.
    pub fn is_racy(&self, stamp: Stamp) -> bool {
        stamp.is_racy(self.at)
    }

    /// What the number for all of it grows by where the file at `path`, of that key, has the stamp `now`, or is gone.
    pub fn change(&self, path: &str, key: Key, now: Option<Stamp>) -> u128 {
        let number = |stamp: Stamp| digest("", path.as_bytes(), FileType::File(stamp.size, Some(stamp)));
        now.map_or(0, number).wrapping_sub(self.stamp(key).map_or(0, number))
    }
}

/// A file that lies as the last build left it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct KnownFile {
    /// Its path.
    pub key: Key,
    /// What it was made from.
    pub page: PageKey,
    /// SHA-256 of its bytes.
    pub sha256: [u8; 32],
    /// Bytes.
    pub size: u64,
}

/// All files that lie as the last build left them.
#[derive(Debug, Default)]
pub struct KnownFiles {
    /// Their paths, sorted.
    keys: Vec<Key>,
    /// What each is, in the same order.
    known: Vec<KnownFile>,
}

impl KnownFiles {
    /// What `cache` knows of the files in `out`, which lie there as `snapshot` says.
    pub fn load(cache: &dyn Cache, out: &Path, snapshot: &OutputSnapshot) -> Self {
        let load = || {
            let bytes = cache.load(NAME)?;
            let mut from = Unpacker::new(&bytes);
            let is_this = from.text()? == out.to_string_lossy();
            let length = from.length()?.checked_mul(RECORD)?;
            let start = bytes.len().checked_sub(length).filter(|_| is_this)?;
            let (records, _) = bytes[start..].as_chunks::<RECORD>();
            // Both are sorted, so one walk along both finds what agrees.
            let mut files = snapshot.files.iter().peekable();
            let known: Vec<KnownFile> = records
                .iter()
                .filter_map(|it| {
                    let (known, stamp) = record(it)?;
                    while files.next_if(|it| it.0 < known.key).is_some() {}
                    files.peek().is_some_and(|it| **it == (known.key, stamp)).then_some(known)
                })
                .collect();
            Some(Self { keys: known.iter().map(|it| it.key).collect(), known })
        };
        load().unwrap_or_default()
    }

    /// What the file at `path` is, if it lies there as the last run left it.
    pub fn find(&self, path: &str) -> Option<KnownFile> {
        if self.keys.is_empty() {
            return None;
        }
        let key = key(path);
        interpolation_search(&self.keys, key, |it| *it).map(|at| self.known[at])
    }
}

/// What a record says; none where the file had been changed so lately that a further change would not have shown.
fn record(bytes: &[u8; RECORD]) -> Option<(KnownFile, Stamp)> {
    let mut from = Unpacker::new(bytes);
    let key = Key::from_be_bytes(from.array()?);
    let page = PageKey { quick: from.array()?, full: from.array()? };
    let sha256 = from.array()?;
    let stamp = Stamp::unpack(&mut from)?;
    from.flag()?.then_some((KnownFile { key, page, sha256, size: stamp.size }, stamp))
}

/// A file that a build leaves.
#[derive(Clone, Copy, Debug)]
pub struct LeftFile {
    /// Its path.
    pub key: Key,
    /// What it was made from.
    pub page: PageKey,
    /// SHA-256 of its bytes.
    pub sha256: [u8; 32],
    /// How it lies there.
    pub stamp: Stamp,
    /// Whether a change of it might not show.
    pub is_racy: bool,
}

/// A file that a build leaves, encoded: by its key first, and whether its stamp is good last.
pub type EncodedFile = [u8; RECORD];

impl LeftFile {
    /// As it is kept.
    pub fn encode(self) -> EncodedFile {
        let mut to = Packer::with_room(RECORD);
        to.raw(&self.key.to_be_bytes());
        to.raw(&self.page.quick);
        to.raw(&self.page.full);
        to.raw(&self.sha256);
        self.stamp.pack(&mut to);
        to.flag(!self.is_racy);
        to.bytes().first_chunk().copied().expect("its parts have these lengths")
    }
}

/// Whether a change of the file that was encoded might not show.
pub fn is_racy(file: &EncodedFile) -> bool {
    file.last() != Some(&1)
}

/// Saves what a build leaves in `out`.
pub fn save(cache: &dyn Cache, out: &Path, files: &mut [EncodedFile]) {
    files.par_sort_unstable();
    let mut head = Packer::default();
    head.text(&out.to_string_lossy());
    head.length(files.len());
    cache.save(NAME, &[head.bytes(), files.as_flattened()]);
}

/// The number of `path`.
pub fn key(path: &str) -> Key {
    number(blake3::Hasher::new().update(path.as_bytes()))
}

/// Where `key` is among `sorted`. Hashes of paths are spread evenly, so the search begins at the place that the key should have
/// and widens from there in doubling steps; a binary search would touch a far line of memory at each halving. Keys that are
/// not spread at all cost as much as with a binary search.
pub fn interpolation_search<T>(sorted: &[T], key: Key, of: impl Fn(&T) -> Key) -> Option<usize> {
    let length = sorted.len();
    let expected = usize::try_from(((key >> 64) * length as u128) >> 64).ok()?;
    let is_behind = |at: usize| of(&sorted[at]) > key;
    let (mut low, mut high, mut step) = (expected, expected, 16);
    while low > 0 && is_behind(low) {
        (low, high, step) = (low.saturating_sub(step), low, step * 2);
    }
    while high < length && !is_behind(high) {
        (high, step) = ((high + step).min(length), step * 2);
    }
    sorted.get(low..high)?.binary_search_by_key(&key, of).ok().map(|at| low + at)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{Key, interpolation_search};

    proptest! {
        #[test]
        fn a_key_is_found_wherever_it_is(mut keys in proptest::collection::vec(any::<Key>(), 0..300), narrow in any::<bool>(), other in any::<Key>()) {
            // Even where they are not spread at all.
            keys.iter_mut().filter(|_| narrow).for_each(|it| *it %= 1000);
            keys.sort_unstable();
            keys.dedup();
            for (at, key) in keys.iter().enumerate() {
                prop_assert_eq!(interpolation_search(&keys, *key, |it| *it), Some(at));
            }
            for other in [other, other % 1000, 0, Key::MAX] {
                prop_assert_eq!(interpolation_search(&keys, other, |it| *it), keys.binary_search(&other).ok());
            }
        }
    }
}
