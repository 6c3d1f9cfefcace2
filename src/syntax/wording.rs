//! How alike the wording of two texts is.

use super::front::cut;
use crate::{
    diagnostic::Findings,
    pack::{Packer, Unpacker},
    source::FileId,
};

/// MinHash of a text's wording: of the hashes of its pieces the smallest in each [part](part_of), sorted.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Wording(Box<[u32]>);

impl Wording {
    /// The wording of an entry whose file says `text`, its front matter left out.
    pub fn of_entry(text: &str) -> Self {
        let front = cut(FileId(0), text, &mut Findings::new());
        Self(minhash(&text[front.body..]))
    }

    /// How alike two are, 0 to 1: the Jaccard index of their pieces, estimated from the minhashes.
    pub fn jaccard(&self, other: &Self) -> f64 {
        let both = self.0.iter().filter(|it| other.0.binary_search(it).is_ok()).count();
        let mut parts: Vec<usize> = self.0.iter().chain(&other.0).map(|&it| part_of(it)).collect();
        parts.sort_unstable();
        parts.dedup();
        if parts.is_empty() { 0.0 } else { both as f64 / parts.len() as f64 }
    }

    /// Packs it.
    pub fn pack(&self, to: &mut Packer) {
        to.list(self.0.iter(), |to, it| to.raw(&it.to_le_bytes()));
    }

    /// What was packed.
    pub fn unpack(from: &mut Unpacker<'_>) -> Option<Self> {
        from.list(|from| from.array().map(u32::from_le_bytes)).map(Self)
    }
}

/// Hashes are parted by so many of their highest bits.
const PARTS: u32 = 5;

/// The part of all hashes that `hash` lies in.
fn part_of(hash: u32) -> usize {
    (hash >> (u32::BITS - PARTS)) as usize
}

/// The smallest hash in each part of all hashes of pieces: equal texts have equal minhashes, texts alike share most of them. (One
/// permutation hashing: Li, Owen, Zhang, NIPS 2012.)
fn minhash(text: &str) -> Box<[u32]> {
    let mut least = [u32::MAX; 1 << PARTS];
    pieces(text.as_bytes(), |piece| {
        let hash = mixed(piece);
        let least = &mut least[part_of(hash)];
        *least = hash.min(*least);
    });
    least.into_iter().filter(|&it| it != u32::MAX).collect()
}

/// Hands on the pieces of `text`: each clause, a run of hanzi with nothing among them, is cut into eights from its beginning. A rest
/// of three or fewer says too little: many texts have it. Hanzi are those of U+4000 to U+9FFF; rarer ones end a clause.
fn pieces(text: &[u8], mut take: impl FnMut(&[u8; PIECE])) {
    let is_hanzi = |byte: &u8| (0xE4..=0xE9).contains(byte);
    let mut at = 0;
    while let Some(byte) = text.get(at) {
        if !is_hanzi(byte) {
            at += 1;
            continue;
        }
        while let Some(eight) = text[at..].first_chunk().filter(|it| is_eight(it)) {
            take(eight);
            at += PIECE;
        }
        let start = at;
        while text.get(at).is_some_and(is_hanzi) {
            at += HANZI;
        }
        if at - start > 3 * HANZI {
            let mut last = [0; PIECE];
            last[..at - start].copy_from_slice(&text[start..at]);
            take(&last);
        }
    }
}

/// Whether `piece`, which begins where a character does, is eight hanzi. All is decided at once, without branches.
fn is_eight(piece: &[u8; PIECE]) -> bool {
    piece.iter().step_by(HANZI).fold(true, |all, byte| all & (0xE4..=0xE9).contains(byte))
}

/// Bytes of a hanzi.
const HANZI: usize = 3;

/// Bytes of a piece: eight hanzi are about one clause.
const PIECE: usize = 8 * HANZI;

/// The hash of a piece. Its parts are multiplied side by side, and neighbours are none in hash.
fn mixed(piece: &[u8; PIECE]) -> u32 {
    let factors = [0x9e37_79b9_7f4a_7c15_u64, 0xff51_afd7_ed55_8ccd, 0x2545_f491_4f6c_dd1d];
    let parts = piece.as_chunks().0.iter().zip(factors);
    let hash = parts.fold(0_u64, |hash, (part, by)| hash.rotate_left(29) ^ u64::from_le_bytes(*part).wrapping_mul(by));
    (hash.wrapping_mul(0xc4ce_b9fe_1a85_ec53) >> 32) as u32
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn the_smallest_hash_of_each_part_is_kept(text in "[一-丐a]{0,30}|[一-龥，]{0,400}|[㐀𠀀一aß，]{0,60}|.*") {
            let clauses = text.split(|it| !('\u{4000}'..='\u{9fff}').contains(&it));
            let pieces = clauses.flat_map(|it| it.chars().collect::<Vec<_>>().chunks(8).map(String::from_iter).collect::<Vec<_>>());
            let mut all: Vec<u32> = pieces
                .filter(|it| it.len() > 9)
                .map(|it| {
                    let mut piece = [0; PIECE];
                    piece[..it.len()].copy_from_slice(it.as_bytes());
                    mixed(&piece)
                })
                .filter(|&it| it != u32::MAX)
                .collect();
            all.sort_unstable();
            all.dedup_by_key(|it| part_of(*it));
            prop_assert_eq!(&*minhash(&text), &*all);
        }
    }

    #[test]
    fn the_jaccard_index_follows_the_wording() {
        let one = "各科室要认真落实二十四小时值守制度发现险情立即报告并组织人员转移".to_owned()
            + "防汛物资储备到位责任到人确保安全度汛";
        let near = one.replace("安全度汛", "平安度汛");
        let far =
            "本办法所称标准厂房是指由政府投资建设并出租给工业企业使用的生产用房及其配套设施按照公平公开的原则安排";
        let wording = |text: &str| Wording(minhash(text));
        assert!((wording(&one).jaccard(&wording(&one)) - 1.0).abs() < 1e-9);
        assert!(wording(&one).jaccard(&wording(&near)) > 0.5);
        assert!(wording(&one).jaccard(&wording(far)) < 0.1);
    }
}
