//! Files of a site that lie where the last run put them: what each was made from, and what it is.

use std::{ffi::OsStr, path::Path};

use rayon::prelude::*;

use super::{
    cache::Cache,
    stamp::{Stamp, now},
    survey::{Lies, Seen, digest, number, survey},
};
use crate::pack::{Pack as _, Packer, Unpacker};

/// What a file was made from: the same question has the same answer. All zero where nobody asks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Question {
    /// Quick to ask: equal only if nothing changed that might matter.
    pub first: [u8; 16],
    /// Equal wherever the file would be the same.
    pub second: [u8; 16],
}

/// The number of a path.
pub type Key = u128;

/// The file of the cache.
const NAME: &str = "site";

/// Bytes of a record: path, questions, SHA-256, stamp, whether the stamp is settled.
const RECORD: usize = 16 + 32 + 32 + 32 + 1;

/// A site as it lies there.
#[derive(Debug)]
pub struct Lying {
    seen: Vec<Seen>,
    /// Stamps by path, sorted, once somebody asks for files.
    files: Vec<(Key, Stamp)>,
    /// A number for all of it.
    pub digest: u128,
    /// When it was looked at.
    at: i64,
}

impl Lying {
    /// Looks at the site in `out`; nothing lies where there is none of ours, or it cannot be listed.
    pub fn look(out: &Path) -> Self {
        let at = now();
        // Whatever else was named by mistake, a whole disk perhaps, is not searched.
        if !out.join(".gongkai/manifest").is_file() {
            return Self { seen: Vec::new(), files: Vec::new(), digest: 0, at };
        }
        let skip = |path: &Path, _: &OsStr| path == Path::new(".gongkai/lock");
        let seen = survey(out, "", &skip).unwrap_or_default();
        let digest = seen.iter().fold(0, |sum: u128, it| sum.wrapping_add(it.number));
        Self { seen, files: Vec::new(), digest, at }
    }

    /// Puts the files in order, to be asked for.
    pub fn sort(&mut self) {
        let stamped = |it: Seen| match it.lies {
            Lies::File(stamp) => Some((key(it.path.to_str()?), stamp)),
            _ => None,
        };
        self.files = std::mem::take(&mut self.seen).into_par_iter().filter_map(stamped).collect();
        self.files.par_sort_unstable_by_key(|it| it.0);
    }

    /// How the file at the path of `key` was seen to lie; files were put in [order](Self::sort) before.
    pub fn stamp(&self, key: Key) -> Option<Stamp> {
        place(&self.files, key, |it| it.0).map(|at| self.files[at].1)
    }

    /// Whether a change of the file would show from the moment it was looked at.
    pub fn is_settled(&self, stamp: Stamp) -> bool {
        stamp.is_settled(self.at)
    }

    /// What the number for all of it grows by where the file at `path`, of that key, lies there no longer as it was seen to, but
    /// as `now`, if it is there at all.
    pub fn change(&self, path: &str, key: Key, now: Option<Stamp>) -> u128 {
        let number = |stamp| digest("", path.as_bytes(), Lies::File(stamp));
        now.map_or(0, number).wrapping_sub(self.stamp(key).map_or(0, number))
    }
}

/// What a file is, and what it was made from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Known {
    /// Its path.
    pub key: Key,
    /// What it was made from.
    pub question: Question,
    /// SHA-256 of its bytes.
    pub sha256: [u8; 32],
    /// Bytes.
    pub size: u64,
}

/// Files that lie as the last run left them.
#[derive(Debug, Default)]
pub struct Outputs {
    /// Their paths, sorted.
    keys: Vec<Key>,
    /// What each is, in the same order.
    known: Vec<Known>,
}

impl Outputs {
    /// What `cache` knows of the files in `out`, which are seen to lie as `lying` says.
    pub fn load(cache: &Cache, out: &Path, lying: &Lying) -> Self {
        let load = || {
            let bytes = cache.load(NAME)?;
            let mut from = Unpacker::new(&bytes);
            let is_this = from.text()? == out.to_string_lossy();
            let length = from.length()?.checked_mul(RECORD)?;
            let start = bytes.len().checked_sub(length).filter(|_| is_this)?;
            let (records, _) = bytes[start..].as_chunks::<RECORD>();
            // Both are sorted, so one walk along both finds what agrees.
            let mut files = lying.files.iter().peekable();
            let known: Vec<Known> = records
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
    pub fn find(&self, path: &str) -> Option<Known> {
        if self.keys.is_empty() {
            return None;
        }
        let key = key(path);
        place(&self.keys, key, |it| *it).map(|at| self.known[at])
    }
}

/// What a record says; none where the file had been changed so lately that a further change would not have shown.
fn record(bytes: &[u8; RECORD]) -> Option<(Known, Stamp)> {
    let mut from = Unpacker::new(bytes);
    let key = Key::from_be_bytes(from.array()?);
    let question = Question { first: from.array()?, second: from.array()? };
    let sha256 = from.array()?;
    let stamp = Stamp::unpack(&mut from)?;
    from.flag()?.then_some((Known { key, question, sha256, size: stamp.size }, stamp))
}

/// A file that a run leaves.
#[derive(Clone, Copy, Debug)]
pub struct Left {
    /// Its path.
    pub key: Key,
    /// What it was made from.
    pub question: Question,
    /// SHA-256 of its bytes.
    pub sha256: [u8; 32],
    /// How it lies there.
    pub stamp: Stamp,
    /// Whether a change of it will show.
    pub settled: bool,
}

/// A file that a run leaves, as it is remembered: by its key first, and whether a change of it will show last.
pub type Record = [u8; RECORD];

impl Left {
    /// As it is remembered.
    pub fn record(self) -> Record {
        let mut to = Packer::with_room(RECORD);
        to.raw(&self.key.to_be_bytes());
        to.raw(&self.question.first);
        to.raw(&self.question.second);
        to.raw(&self.sha256);
        self.stamp.pack(&mut to);
        to.flag(self.settled);
        to.bytes().first_chunk().copied().expect("its parts have these lengths")
    }
}

/// Whether a change of the file that `record` remembers will show.
pub fn is_settled(record: &Record) -> bool {
    record.last() == Some(&1)
}

/// Remembers what a run leaves in `out`.
pub fn remember(cache: &Cache, out: &Path, files: &mut [Record]) {
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

/// Where `key` is among `sorted`. Numbers of paths are spread evenly: it is looked for around the place that it should have, and
/// not by halves, each of which lies far from the last in memory.
pub fn place<T>(sorted: &[T], key: Key, of: impl Fn(&T) -> Key) -> Option<usize> {
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

    use super::{Key, place};

    proptest! {
        #[test]
        fn a_key_is_found_wherever_it_is(mut keys in proptest::collection::vec(any::<Key>(), 0..300), narrow in any::<bool>(), other in any::<Key>()) {
            // Even where they are not spread at all.
            keys.iter_mut().filter(|_| narrow).for_each(|it| *it %= 1000);
            keys.sort_unstable();
            keys.dedup();
            for (at, key) in keys.iter().enumerate() {
                prop_assert_eq!(place(&keys, *key, |it| *it), Some(at));
            }
            for other in [other, other % 1000, 0, Key::MAX] {
                prop_assert_eq!(place(&keys, other, |it| *it), keys.binary_search(&other).ok());
            }
        }
    }
}
