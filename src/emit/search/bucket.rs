//! A bucket: the keys whose hashes begin alike, each with its documents. Rare keys have their lists in it; those of frequent keys lie
//! behind all buckets of the [pack](super::pack), so that a reader who asks for another key need not load them.

use super::{Posting, Zone, list, varint};

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
const INLINE: usize = 64;

/// A key's list lies in the bucket, and is one of texts.
const PLAIN: u64 = 0;
/// Its lists lie in the bucket.
const SEVERAL: u64 = 1;
/// Its lists lie apart.
const APART: u64 = 2;

impl Lies {
    /// The bucket of a hash.
    pub fn bucket(&self, hash: u32) -> usize {
        hash.checked_shr(32 - self.bits).unwrap_or(0) as usize
    }

    /// What tells a key from others of its bucket.
    fn rest(&self, key: u64) -> u64 {
        key & ((1 << (33 - self.bits)) - 1)
    }

    /// Adds the bucket of `postings`, which are sorted, to `inline`, and what lies apart to `apart`.
    pub fn put(&self, postings: &[Posting], inline: &mut Vec<u8>, apart: &mut Vec<u8>) {
        let (mut next, start) = (0, inline.len());
        let (mut ids, mut lists) = (Vec::new(), Vec::new());
        for key in postings.chunk_by(|a, b| a.key() == b.key()) {
            let rest = self.rest(key[0].key());
            // Never a nought: that is the end.
            varint::put(rest + 1 - next, inline);
            next = rest + 1;
            lists.clear();
            let mut counts = [0_usize; Zone::COUNT];
            for zone in key.chunk_by(|a, b| a.zone() == b.zone()) {
                ids.clear();
                ids.extend(zone.iter().map(|it| it.id()));
                counts[zone[0].zone()] = ids.len();
                list::put(&ids, self.documents, &mut lists);
            }
            let form = match () {
                () if self.apart && lists.len() > INLINE => APART,
                () if counts[Zone::Text as usize] == key.len() => PLAIN,
                () => SEVERAL,
            };
            let mut present = counts.iter().filter(|&&it| it > 0).map(|&it| it as u64);
            varint::put(present.next().unwrap_or(0) << 2 | form, inline);
            if form != PLAIN {
                let mask = counts.iter().rev().fold(0, |all, &it| all << 1 | u8::from(it > 0));
                inline.push(mask);
                present.for_each(|it| varint::put(it, inline));
            }
            if form == APART {
                varint::put(apart.len() as u64, inline);
                varint::put(lists.len() as u64, inline);
                apart.extend(&lists);
            } else {
                inline.extend(&lists);
            }
        }
        let length = inline.len() - start;
        inline.resize(start + length.next_multiple_of(BLOCK), 0);
    }

    /// Adds the postings of bucket number `bucket`, which is `inline`, to `to`; false where it is none.
    #[must_use]
    pub fn take(&self, bucket: usize, inline: &[u8], apart: &[u8], to: &mut Vec<Posting>) -> bool {
        self.read(bucket, inline, apart, to).is_some()
    }

    fn read<'b>(&self, bucket: usize, mut from: &'b [u8], apart: &'b [u8], to: &mut Vec<Posting>) -> Option<()> {
        let first = (bucket as u64) << (33 - self.bits);
        let mut next = 0;
        while !from.is_empty() {
            let rest = match varint::take(&mut from)? {
                0 => break,
                gap => u64::checked_add(next, gap)? - 1,
            };
            next = rest + 1;
            let head = varint::take(&mut from)?;
            let mut counts = [0; Zone::COUNT];
            let mut lowest = usize::try_from(head >> 2).ok();
            if head & 3 == PLAIN {
                counts[Zone::Text as usize] = lowest?;
            } else {
                let (&mask, after) = from.split_first()?;
                from = after;
                for (_, count) in counts.iter_mut().enumerate().filter(|it| mask >> it.0 & 1 == 1) {
                    *count = if let Some(it) = lowest.take() { it } else { varint::take_size(&mut from)? };
                }
            }
            let mut lists: &[u8] = if head & 3 == APART {
                let (at, length) = (varint::take_size(&mut from)?, varint::take_size(&mut from)?);
                apart.get(at..at.checked_add(length)?)?
            } else {
                from
            };
            for (zone, &count) in (0_u64..).zip(&counts).filter(|it| *it.1 > 0) {
                let posting = Posting(first.checked_add(rest)? << 19 | zone << 16);
                to.extend(list::take(&mut lists, self.documents, count)?.into_iter().map(|id| posting.of(id)));
            }
            if head & 3 != APART {
                from = lists;
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
