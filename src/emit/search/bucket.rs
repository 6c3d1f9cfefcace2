//! A bucket: the keys whose hashes begin alike, each with its documents. Rare keys have their lists in it; those of frequent keys lie
//! behind all buckets of the [pack](super::pack), so that a reader who asks for another key need not load them.

use super::{
    Posting, Zone,
    bits::{BitReader, BitWriter},
    list,
};

/// How the keys of a tier lie.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Lies {
    /// Documents of the tier.
    pub documents: u32,
    /// The bits of a hash that tell the bucket.
    pub bits: u32,
    /// Whether lists of frequent keys lie apart.
    pub apart: bool,
}

/// What buckets are filled up to a multiple of with noughts, so that the manifest tells their lengths in few bits.
pub const BLOCK: usize = 32;

/// Lists of so many bytes in all may still lie in the bucket.
const INLINE: u64 = 64;

/// A key's list is one of texts, and lies in the bucket.
const PLAIN: u64 = 0;
/// Another key: which zones its lists are of follows, and whether they lie apart.
const OTHER: u64 = 1;

impl Lies {
    /// The bucket of a hash.
    pub fn bucket(&self, hash: u32) -> usize {
        hash.checked_shr(32 - self.bits).unwrap_or(0) as usize
    }

    /// What tells a key from others of its bucket.
    fn rest(&self, key: u64) -> u64 {
        key & ((1 << (33 - self.bits)) - 1)
    }

    /// Of the marks of `keys` keys the bits that are written as they are.
    fn width(&self, keys: u64) -> u32 {
        list::width(1 << (33 - self.bits), keys)
    }

    /// Adds the bucket of `postings`, which are sorted, to `inline`, and what lies apart to `apart`.
    pub fn put(&self, postings: &[Posting], inline: &mut Vec<u8>, apart: &mut Vec<u8>) {
        let keys = || postings.chunk_by(|a, b| a.key() == b.key());
        let count = keys().count() as u64;
        if count == 0 {
            return;
        }
        let start = inline.len();
        let mut to = BitWriter::new(inline);
        to.put_gamma(count);
        let (width, mut next) = (self.width(count), 0);
        let mut lists: [Vec<u16>; Zone::COUNT] = Default::default();
        for key in keys() {
            let rest = self.rest(key[0].key());
            to.put_rice(rest - next, width);
            next = rest + 1;
            lists.iter_mut().for_each(Vec::clear);
            for it in key {
                lists[it.zone()].push(it.id());
            }
            let present = || lists.iter().filter(|it| !it.is_empty());
            let length = present().map(|it| list::length(it, self.documents)).sum::<u64>().div_ceil(8);
            let is_apart = self.apart && length > INLINE;
            if !is_apart && lists[Zone::Text as usize].len() == key.len() {
                to.put(PLAIN, 1);
            } else {
                to.put(OTHER, 1);
                to.put(is_apart.into(), 1);
                for list in &lists {
                    to.put(u64::from(!list.is_empty()), 1);
                }
            }
            present().for_each(|it| to.put_gamma(it.len() as u64));
            if is_apart {
                to.put_gamma(apart.len() as u64 + 1);
                to.put_gamma(length);
                let mut to = BitWriter::new(apart);
                present().for_each(|it| list::put(it, self.documents, &mut to));
                to.end();
            } else {
                present().for_each(|it| list::put(it, self.documents, &mut to));
            }
        }
        to.end();
        let length = inline.len() - start;
        inline.resize(start + length.next_multiple_of(BLOCK), 0);
    }

    /// Adds the postings of bucket number `bucket`, which is `inline`, to `to`; false where it is none.
    #[must_use]
    pub fn take(&self, bucket: usize, inline: &[u8], apart: &[u8], to: &mut Vec<Posting>) -> bool {
        inline.is_empty() || self.read(bucket, inline, apart, to).is_some()
    }

    fn read(&self, bucket: usize, inline: &[u8], apart: &[u8], to: &mut Vec<Posting>) -> Option<()> {
        let first = (bucket as u64) << (33 - self.bits);
        let mut from = BitReader::new(inline);
        let count = from.gamma()?;
        let (width, mut next) = (self.width(count), 0);
        for _ in 0..count {
            let rest = next + from.rice(width)?;
            next = rest + 1;
            let (mut is_apart, mut zones) = (false, 1 << (Zone::COUNT - 1 - Zone::Text as usize));
            if from.bits(1)? == OTHER {
                is_apart = from.bits(1)? == 1;
                zones = (0..Zone::COUNT).try_fold(0, |all, _| Some(all << 1 | from.bits(1)?))?;
            }
            let mut counts = [0; Zone::COUNT];
            for (zone, count) in counts.iter_mut().enumerate() {
                if zones >> (Zone::COUNT - 1 - zone) & 1 == 1 {
                    *count = from.gamma()?;
                }
            }
            let mut behind = None;
            if is_apart {
                let at = usize::try_from(from.gamma()? - 1).ok()?;
                let length = usize::try_from(from.gamma()?).ok()?;
                behind = Some(BitReader::new(apart.get(at..at.checked_add(length)?)?));
            }
            let lists = behind.as_mut().unwrap_or(&mut from);
            for (zone, &count) in (0_u64..).zip(&counts).filter(|it| *it.1 > 0) {
                let posting = Posting(first.checked_add(rest)? << 19 | zone << 16);
                to.extend(list::take(lists, self.documents, count)?.into_iter().map(|id| posting.of(id)));
            }
        }
        Some(())
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn buckets_come_back(
            keys in proptest::collection::btree_map((any::<u16>(), 0..2_u64), proptest::collection::btree_map(0..3_000_u16, 0..5_u64, 1..300), 0..9),
            bits in 0..14_u32,
            apart: bool,
        ) {
            let lies = Lies { documents: 3_000, bits, apart };
            let bucket = (1_u32 << bits) - 1;
            let high = bucket.checked_shl(32 - bits).unwrap_or(0);
            let mut postings: Vec<Posting> = Vec::new();
            for ((hash, class), documents) in keys {
                let key = u64::from(high | u32::from(hash)) << 20 | class << 19;
                postings.extend(documents.into_iter().map(|(id, zone)| Posting(key | zone << 16 | u64::from(id))));
            }
            postings.sort_unstable();
            let (mut inline, mut hot, mut back) = (Vec::new(), vec![9; 3], Vec::new());
            lies.put(&postings, &mut inline, &mut hot);
            prop_assert!(lies.take(bucket as usize, &inline, &hot, &mut back));
            prop_assert_eq!(back, postings);
        }

        #[test]
        fn any_bytes_are_read_without_a_panic(inline: Vec<u8>, apart: Vec<u8>, bits in 0..14_u32) {
            let _ = Lies { documents: 500, bits, apart: true }.take(0, &inline, &apart, &mut Vec::new());
        }
    }
}
