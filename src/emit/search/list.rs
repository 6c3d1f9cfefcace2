//! Ascending numbers of documents, as Rice-coded gaps: near the least that can be, whether a key is in three documents or in most.

use super::bits::{BitReader, BitWriter};

/// The bits of a gap that are written as they are, for `count` of `documents` documents: as many as a gap has by chance.
fn width(documents: u32, count: u32) -> u32 {
    let gap = u64::from(documents) * 69 / (u64::from(count.max(1)) * 100);
    gap.checked_ilog2().unwrap_or(0)
}

/// Adds `ids`, each below `documents`.
pub fn put(ids: &[u16], documents: u32, out: &mut Vec<u8>) {
    let width = width(documents, u32::try_from(ids.len()).unwrap_or(u32::MAX));
    let mut bits = BitWriter::new(out);
    let mut next = 0;
    for &id in ids {
        let gap = u32::from(id) - next;
        next = u32::from(id) + 1;
        let mut ones = gap >> width;
        while ones >= 16 {
            bits.put(0xffff, 16);
            ones -= 16;
        }
        bits.put((1 << (ones + 1)) - 2, ones + 1);
        bits.put(gap & ((1 << width) - 1), width);
    }
    bits.end();
}

/// Takes `count` numbers from the front of `from`; none where there are not so many below `documents`.
pub fn take(from: &mut &[u8], documents: u32, count: usize) -> Option<Vec<u16>> {
    let width = width(documents, u32::try_from(count).ok()?);
    let mut bits = BitReader::new(from);
    let mut ids = Vec::with_capacity(count.min(1 << 16));
    let mut next = 0;
    for _ in 0..count {
        let mut ones = 0;
        while bits.bit()? {
            ones += 1;
            if ones >> (31 - width) != 0 {
                return None;
            }
        }
        let id = next + (ones << width | bits.bits(width)?);
        ids.push(u16::try_from(id).ok().filter(|_| id < documents)?);
        next = id + 1;
    }
    *from = bits.rest();
    Some(ids)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn lists_come_back(ids in proptest::collection::btree_set(any::<u16>(), 1..400), all in any::<bool>()) {
            let last = u32::from(*ids.last().unwrap());
            let documents = if all { 65_536 } else { last + 1 };
            let ids: Vec<u16> = ids.into_iter().collect();
            let mut bytes = Vec::new();
            put(&ids, documents, &mut bytes);
            bytes.push(7);
            let mut from = &*bytes;
            prop_assert_eq!(take(&mut from, documents, ids.len()), Some(ids));
            prop_assert_eq!(from, &[7]);
        }

        #[test]
        fn any_bytes_are_read_without_a_panic(bytes: Vec<u8>, documents in 1..65_537_u32, count in 0..70_000_usize) {
            take(&mut &*bytes, documents, count);
        }
    }

    #[test]
    fn a_list_never_has_more_bits_than_documents() {
        let all: Vec<u16> = (0..=u16::MAX).collect();
        let mut bytes = Vec::new();
        put(&all, 65_536, &mut bytes);
        assert_eq!(bytes.len(), 8192);
    }
}
