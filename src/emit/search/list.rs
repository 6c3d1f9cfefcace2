//! Ascending numbers of documents, as Rice-coded gaps: near the least that can be, whether a key is in three documents or in most.

use super::bits::{BitReader, BitWriter};

/// The bits of a gap that are written as they are, for `count` numbers below `all`: as many as a gap has by chance.
pub fn width(all: u64, count: u64) -> u32 {
    let gap = all * 69 / (count.max(1) * 100);
    gap.checked_ilog2().unwrap_or(0)
}

/// The gaps before each of `ids`.
fn gaps(ids: &[u16]) -> impl Iterator<Item = u64> {
    let mut next = 0;
    ids.iter().map(move |&id| {
        let gap = u64::from(id) - next;
        next = u64::from(id) + 1;
        gap
    })
}

/// How many bits [`put`] adds.
pub fn length(ids: &[u16], documents: u32) -> u64 {
    let width = width(documents.into(), ids.len() as u64);
    gaps(ids).map(|gap| (gap >> width) + 1 + u64::from(width)).sum()
}

/// Adds `ids`, each below `documents`.
pub fn put(ids: &[u16], documents: u32, to: &mut BitWriter<'_>) {
    let width = width(documents.into(), ids.len() as u64);
    gaps(ids).for_each(|gap| to.put_rice(gap, width));
}

/// Takes `count` numbers; none where there are not so many below `documents`.
pub fn take(from: &mut BitReader<'_>, documents: u32, count: u64) -> Option<Vec<u16>> {
    let width = width(documents.into(), count);
    let mut ids = Vec::new();
    let mut next = 0;
    for _ in 0..count {
        let id = next + from.rice(width)?;
        ids.push(u16::try_from(id).ok().filter(|_| id < documents.into())?);
        next = id + 1;
    }
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
            let mut to = BitWriter::new(&mut bytes);
            put(&ids, documents, &mut to);
            to.put(5, 3);
            to.end();
            prop_assert_eq!(bytes.len() as u64, (length(&ids, documents) + 3).div_ceil(8));
            let mut from = BitReader::new(&bytes);
            prop_assert_eq!(take(&mut from, documents, ids.len() as u64), Some(ids));
            prop_assert_eq!(from.bits(3), Some(5));
        }

        #[test]
        fn any_bytes_are_read_without_a_panic(bytes: Vec<u8>, documents in 1..65_537_u32, count in 0..70_000_u64) {
            take(&mut BitReader::new(&bytes), documents, count);
        }
    }

    #[test]
    fn a_list_never_has_more_bits_than_documents() {
        let all: Vec<u16> = (0..=u16::MAX).collect();
        assert_eq!(length(&all, 65_536), 65_536);
    }
}
