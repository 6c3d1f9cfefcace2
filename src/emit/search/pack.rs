//! Packs: some buckets of a tier in one file, and behind them the lists that lie apart.

use rayon::prelude::*;

use super::{Hashing, Posting, Postings, bucket::Lies};

/// A pack, and how long each of its buckets is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Pack {
    pub bytes: Vec<u8>,
    /// Of the buckets without what lies apart, one after the other.
    pub lengths: Vec<u64>,
}

/// Which of a tier's packs, and how its keys lie.
#[derive(Clone, Copy, Debug)]
pub struct PackPlace {
    pub lies: Lies,
    pub hashing: Hashing,
    pub at: usize,
}

impl PackPlace {
    /// How many buckets a pack has, as a power of two.
    fn bucket_bits(&self) -> u32 {
        self.hashing.bits - self.hashing.pack_bits
    }

    /// The pack in which a hash is.
    pub fn pack_of(&self, hash: u32) -> usize {
        self.lies.bucket(hash) >> self.bucket_bits()
    }

    /// The pack of `postings`, which are sorted and all belong here.
    fn pack(&self, mut postings: &[Posting]) -> Pack {
        let mut pack = Pack::default();
        let mut apart = Vec::new();
        let first = self.at << self.bucket_bits();
        for bucket in first..first + (1 << self.bucket_bits()) {
            let of;
            let end = postings.partition_point(|it| self.lies.bucket(it.hash()) <= bucket);
            (of, postings) = postings.split_at(end);
            let start = pack.bytes.len();
            self.lies.put(of, &mut pack.bytes, &mut apart);
            pack.lengths.push((pack.bytes.len() - start) as u64);
        }
        pack.bytes.extend(apart);
        pack
    }

    /// What is in `pack`; none where it is no such pack.
    pub fn postings(&self, pack: &Pack) -> Option<Vec<Posting>> {
        let all: u64 = pack.lengths.iter().sum();
        let (mut inline, apart) = pack.bytes.split_at_checked(usize::try_from(all).ok()?)?;
        let mut postings = Vec::new();
        for (bucket, &length) in (self.at << self.bucket_bits()..).zip(&pack.lengths) {
            let of;
            (of, inline) = inline.split_at_checked(usize::try_from(length).ok()?)?;
            if !self.lies.take(bucket, of, apart, &mut postings) {
                return None;
            }
        }
        Some(postings)
    }
}

/// Makes all packs of a tier, each by whichever core is free, and hands them to `write`.
///
/// # Errors
///
/// Those of `write`.
pub fn packs<T: Send, E: Send>(
    postings: &Postings,
    (lies, hashing): (Lies, Hashing),
    write: impl Fn(usize, Pack) -> Result<T, E> + Sync,
) -> Result<Vec<T>, E> {
    let bits = Postings::pieces(hashing.pack_bits);
    let within = hashing.pack_bits - bits;
    let made: Result<Vec<Vec<T>>, E> = (0..1_usize << bits)
        .into_par_iter()
        .map(|piece| {
            let all = postings.piece(piece, bits);
            let mut rest = &*all;
            let mut made = Vec::new();
            for at in piece << within..(piece + 1) << within {
                let place = PackPlace { lies, hashing, at };
                let of;
                (of, rest) = rest.split_at(rest.partition_point(|it| place.pack_of(it.hash()) == at));
                made.push(write(at, place.pack(of))?);
            }
            Ok(made)
        })
        .collect();
    made.map(|it| it.into_iter().flatten().collect())
}

/// `pack` after some documents changed: without the postings `gone`, with the postings `new`, both sorted. None where it does not have
/// what is to go: then it is no pack of what was before.
pub fn changed_pack(place: &PackPlace, pack: &Pack, gone: &[Posting], new: &[Posting]) -> Option<Pack> {
    let mut postings = place.postings(pack)?;
    let before = postings.len();
    postings.retain(|it| gone.binary_search(it).is_err());
    if postings.len() + gone.len() != before {
        return None;
    }
    postings.extend(new);
    postings.sort_unstable();
    Some(place.pack(&postings))
}

#[cfg(test)]
mod tests {
    use std::convert::Infallible;

    use proptest::prelude::*;

    use super::*;

    fn made(postings: &[Posting], lies: Lies, hashing: Hashing) -> Vec<Pack> {
        let mut all = Postings::default();
        postings.chunks(97).for_each(|it| all.add(it.to_vec()));
        let Ok(packs) = packs(&all, (lies, hashing), |_, pack| Ok::<_, Infallible>(pack));
        packs
    }

    proptest! {
        #[test]
        fn a_changed_tier_is_the_one_that_would_be_made_anew(
            kept in proptest::collection::btree_map((any::<u8>(), any::<u16>()), 0..5_u64, 0..600),
            gone in proptest::collection::btree_map((any::<u8>(), any::<u16>()), 0..5_u64, 0..60),
            bits in 0..11_u32,
            packs in 0..11_u32,
        ) {
            let posting = |(&(key, id), zone): (&(u8, u16), &u64)| {
                Posting(u64::from(u32::from(key).wrapping_mul(0x9e37_79b1)) << 20 | zone << 16 | u64::from(id))
            };
            let lies = Lies { documents: 65_536, bits, apart: true };
            let hashing = Hashing { bits, pack_bits: packs.min(bits) };
            let new: Vec<_> = kept.iter().map(posting).collect();
            let gone: Vec<_> = gone.iter().filter(|it| !kept.contains_key(it.0)).map(posting).collect();
            let old = made(&[&*new, &*gone].concat(), lies, hashing);
            let mut back = gone.clone();
            back.sort_unstable();
            for (at, (old, new)) in old.iter().zip(made(&new, lies, hashing)).enumerate() {
                let place = PackPlace { lies, hashing, at };
                let of: Vec<_> = back.iter().copied().filter(|it| place.pack_of(it.hash()) == at).collect();
                prop_assert_eq!(changed_pack(&place, old, &of, &[]), Some(new.clone()));
                prop_assert_eq!(&changed_pack(&place, &new, &[], &of).unwrap(), old);
            }
        }
    }
}
