//! The postings of a tier while it is made: run after run of documents, each sorted and packed into a few bytes a posting, and all of them
//! brought together pack by pack. Nothing is ever sorted as a whole.

use rayon::prelude::*;

use super::{Posting, Zone, varint};

/// The first bits of a hash that tell the part of a run.
const PART_BITS: u32 = 8;
const PARTS: usize = 1 << PART_BITS;

/// What was collected so far.
#[derive(Debug, Default)]
pub struct Postings {
    runs: Vec<Run>,
}

/// The postings of some documents, sorted, part by part.
#[derive(Debug)]
struct Run {
    /// Where each part begins, and where the last ends.
    starts: Vec<usize>,
    bytes: Vec<u8>,
}

impl Postings {
    /// Adds the postings of more documents.
    pub fn add(&mut self, mut postings: Vec<Posting>) {
        postings.par_sort_unstable();
        let mut run = Run { starts: Vec::with_capacity(PARTS + 1), bytes: Vec::with_capacity(postings.len() * 2) };
        let mut rest = &*postings;
        for part in 0..PARTS {
            run.starts.push(run.bytes.len());
            let end = rest.partition_point(|it| (it.hash() >> (32 - PART_BITS)) as usize == part);
            let of;
            (of, rest) = rest.split_at(end);
            put(of, &mut run.bytes);
        }
        run.starts.push(run.bytes.len());
        run.bytes.shrink_to_fit();
        self.runs.push(run);
    }

    /// The parts from which a tier of `1 << pack_bits` packs is made: each gives one pack or several.
    pub(super) fn pieces(pack_bits: u32) -> u32 {
        pack_bits.min(PART_BITS)
    }

    /// The postings whose hashes begin with the `bits` bits of `piece`, at most [`PART_BITS`], sorted.
    pub(super) fn piece(&self, piece: usize, bits: u32) -> Vec<Posting> {
        let wide = 1 << (PART_BITS - bits);
        let mut all = Vec::new();
        for run in &self.runs {
            for part in piece * wide..(piece + 1) * wide {
                take(&run.bytes[run.starts[part]..run.starts[part + 1]], &mut all);
            }
        }
        all.sort_unstable();
        all
    }
}

/// Adds sorted postings: keys as gaps, each with its documents as gaps; the zone is written only where one is not the text.
fn put(postings: &[Posting], out: &mut Vec<u8>) {
    let mut before = 0;
    for key in postings.chunk_by(|a, b| a.key() == b.key()) {
        varint::put(key[0].key() - before, out);
        before = key[0].key();
        let plain = key.iter().all(|it| it.zone() == Zone::Text as usize);
        varint::put((key.len() as u64) << 1 | u64::from(!plain), out);
        let mut next = 0;
        for it in key {
            if !plain {
                out.push(it.zone().to_le_bytes()[0]);
                // Zone by zone, the numbers begin anew.
                out.extend(it.id().to_le_bytes());
                continue;
            }
            varint::put(u64::from(it.id() - next), out);
            next = it.id();
        }
    }
}

/// The way back. What is read was written a moment ago, and nowhere else.
fn take(mut from: &[u8], to: &mut Vec<Posting>) {
    let mut key = 0;
    while let (Some(gap), Some(head)) = (varint::take(&mut from), varint::take(&mut from)) {
        key += gap;
        let mut id = 0_u16;
        for _ in 0..head >> 1 {
            let mut zone = Zone::Text as u64;
            if head & 1 == 1 {
                let &[of, low, high, ref rest @ ..] = from else { return };
                (zone, id, from) = (of.into(), u16::from_le_bytes([low, high]), rest);
            } else {
                id += u16::try_from(varint::take(&mut from).unwrap_or(0)).unwrap_or(0);
            }
            to.push(Posting(key << 19 | zone << 16 | u64::from(id)));
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn runs_come_back_together(
            runs in proptest::collection::vec(proptest::collection::vec((0..512_u64, 0..5_u64, any::<u16>()), 0..300), 0..5),
            bits in 0..9_u32,
        ) {
            let mut all = Vec::new();
            let mut postings = Postings::default();
            for run in runs {
                let run: Vec<_> = run.into_iter().map(|(key, zone, id)| Posting(key << 43 | zone << 16 | u64::from(id))).collect();
                all.extend(&run);
                postings.add(run);
            }
            all.sort_unstable();
            let pieces: Vec<Posting> = (0..1 << bits).flat_map(|it| postings.piece(it, bits)).collect();
            prop_assert_eq!(pieces, all);
        }
    }
}
