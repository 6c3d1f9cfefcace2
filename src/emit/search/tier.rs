//! Where documents are cut into tiers, and how finely a tier is cut into files. All of it follows from how many documents and units
//! there are, so that two ways to one site end with one set of files.

use super::bucket::Lies;

/// The sizes of tiers: the documents of a site are so many of the first, and what is left is rounded down to the next.
const UNITS: [u32; 4] = [1 << 16, 1 << 13, 1 << 9, 1 << 4];
/// Tiers of more documents keep the lists of frequent keys apart.
const APART: u32 = 2_048;
/// Tiers of more documents have the lengths of their records in their shards, not in the manifest.
const LENGTHS: u32 = 2_048;

/// A span of the documents that has its own postings, so that a change leaves the others alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TierShape {
    /// Its first document.
    pub base: u32,
    /// How many it has.
    pub documents: u32,
    /// How many of its records are in one file.
    pub shard: u32,
    /// Its records are read whole: the newest documents, too few for postings. To add one costs one file.
    pub scan: bool,
    /// The manifest has the lengths of its records.
    pub lengths: bool,
    /// A pack is to have the postings of so many units.
    pack: u64,
}

/// The tiers of so many documents, oldest first.
pub fn tiers(documents: u32) -> Vec<TierShape> {
    // Small sites have small files: a server that knows no ranges sends them whole.
    let (shard, pack) = match documents {
        0..=2_048 => (4, 1 << 12),
        2_049..=16_384 => (32, 1 << 15),
        _ => (128, 1 << 18),
    };
    let mut tiers = Vec::new();
    let mut base = 0;
    let mut add = |documents, scan| {
        if documents > 0 {
            let shard = if scan { UNITS[3] } else { shard };
            tiers.push(TierShape { base, documents, shard, scan, lengths: documents <= LENGTHS, pack });
            base += documents;
        }
    };
    for _ in 0..documents / UNITS[0] {
        add(UNITS[0], false);
    }
    let left = documents % UNITS[0];
    add(left / UNITS[1] * UNITS[1], false);
    add(left % UNITS[1] / UNITS[2] * UNITS[2], false);
    add(left % UNITS[2] / UNITS[3] * UNITS[3], false);
    add(left % UNITS[3], true);
    tiers
}

/// How the keys of a tier are spread over buckets and packs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hashing {
    /// The bits of a hash that tell the bucket.
    pub bits: u32,
    /// The first of them tell the pack.
    pub pack_bits: u32,
}

impl TierShape {
    /// Its shards, as spans of its documents.
    pub fn shards(&self) -> impl Iterator<Item = std::ops::Range<u32>> + use<> {
        let Self { documents, shard, .. } = *self;
        (0..documents.div_ceil(shard)).map(move |at| at * shard..documents.min((at + 1) * shard))
    }

    /// How its keys are spread where its texts have so many units. About a hundred keys go into a bucket: texts have new keys the
    /// more seldom the more of them there are (Heaps), nine more for each twenty of the logarithm.
    pub fn hashing(&self, units: u64) -> Hashing {
        let size = units.checked_ilog2().map_or(0, |it| it + 1);
        let bits = if size <= 17 { size.saturating_sub(8) } else { 9 + (size - 17) * 9 / 20 };
        let packs = (units / self.pack).checked_ilog2().map_or(0, |it| it + 1);
        Hashing { bits, pack_bits: packs.min(bits) }
    }

    /// How its keys lie in buckets.
    pub fn lies(&self, hashing: Hashing) -> Lies {
        Lies { documents: self.documents, bits: hashing.bits, apart: self.documents > APART }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sizes(documents: u32) -> Vec<u32> {
        tiers(documents).iter().map(|it| it.documents).collect()
    }

    #[test]
    fn a_new_document_changes_the_last_tier() {
        assert!(sizes(0).is_empty());
        assert_eq!(sizes(145), [144, 1]);
        assert_eq!(sizes(100_000), [65_536, 32_768, 1_536, 160]);
        assert_eq!(sizes(100_001), [65_536, 32_768, 1_536, 160, 1]);
        assert_eq!(sizes(131_072 + 8_192 + 31), [65_536, 65_536, 8_192, 16, 15]);
    }

    #[test]
    fn tiers_leave_no_gap() {
        for documents in (0..300_000).step_by(977) {
            let mut next = 0;
            for it in tiers(documents) {
                assert_eq!(it.base, next);
                assert_eq!(it.shards().last().unwrap().end, it.documents);
                next += it.documents;
            }
            assert_eq!(next, documents);
        }
    }
}
