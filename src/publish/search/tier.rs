//! A tier: as it was, changed where documents changed, or made anew.

use std::ops::Range;

use anyhow::Result;
use rayon::prelude::*;

use super::{
    key::{hash, key_of, path},
    shard::{Difference, Shard},
    writer::{SearchWriter, Tier},
};
use crate::{
    emit::search::{Pack, PackPlace, Posting, Postings, TierFiles, changed_pack, packs},
    world::{FileKind, PageKey},
};

/// So many documents are in memory at a time.
const WAVE: u32 = 1_024;

/// A tier of which more than one shard in so many changed is made anew.
const FEW: usize = 4;

/// The hash of a pack, and the lengths of its buckets.
type Laid = (u32, Vec<u64>);

impl SearchWriter<'_> {
    /// The files of `tier`, of which the last build left `before`.
    pub(super) fn tier(&self, tier: Tier<'_>, new: TierFiles, before: Option<&TierFiles>) -> Result<TierFiles> {
        let mut kept = vec![false; new.shape.shards().count()];
        if let Some(before) = before {
            for ((at, span), kept) in new.shape.shards().enumerate().zip(&mut kept) {
                let path = path(tier.number, 'r', at, before.shards[at]);
                let quick = self.quick(&path, tier, &span);
                let mut found = self.site.sink.reuse(FileKind::SearchPart, &path, &quick)?;
                if found.is_none() {
                    let key = PageKey { full: self.full(tier, &span), ..quick };
                    found = self.site.sink.reuse(FileKind::SearchPart, &path, &key)?;
                }
                *kept = found.is_some();
            }
            let changed = kept.iter().filter(|it| !**it).count();
            if changed <= kept.len() / FEW + 1
                && let Some(files) = self.changed_tier(tier, before, &kept)?
            {
                return Ok(files);
            }
        }
        self.new_tier(tier, new, before, &kept)
    }

    /// The tier before, with the shards that are not `kept` made anew; none where that cannot be done.
    fn changed_tier(&self, tier: Tier<'_>, before: &TierFiles, kept: &[bool]) -> Result<Option<TierFiles>> {
        let shape = before.shape;
        let changed: Vec<(usize, Range<u32>)> = shape.shards().enumerate().filter(|it| !kept[it.0]).collect();
        let made: Result<Vec<Option<Difference>>> =
            changed.into_par_iter().map(|(at, span)| self.difference(tier, before, at, &span)).collect();
        let Some(made) = made?.into_iter().collect::<Option<Vec<_>>>() else { return Ok(None) };
        let mut files = before.clone();
        let (mut gone, mut new) = (Vec::new(), Vec::new());
        for Difference { at, shard, gone: without, units_before } in made {
            files.shards[at] = shard.hash;
            if shape.lengths {
                let start = at * shape.shard as usize;
                files.lengths[start..start + shard.lengths.len()].copy_from_slice(&shard.lengths);
            }
            files.units = files.units - units_before + shard.units;
            gone.extend(without);
            new.extend(shard.postings);
        }
        if shape.scan {
            return Ok(Some(files));
        }
        let hashing = before.hashing();
        if files.hashing() != hashing {
            return Ok(None);
        }
        gone.par_sort_unstable();
        new.par_sort_unstable();
        let lies = shape.lies(hashing);
        let each = 1 << (hashing.bits - hashing.pack_bits);
        let packs: Result<Vec<Option<Laid>>> = (0..before.packs.len())
            .into_par_iter()
            .map(|at| {
                let place = PackPlace { lies, hashing, at };
                let of = |all| of_pack(all, &place);
                let (gone, new) = (of(&gone), of(&new));
                let lengths = &before.buckets[at * each..(at + 1) * each];
                let path = path(tier.number, 'p', at, before.packs[at]);
                if gone.is_empty() && new.is_empty() {
                    let reused = self.site.sink.reuse(FileKind::SearchPart, &path, &key_of(&path))?;
                    return Ok(reused.map(|_| (before.packs[at], lengths.to_vec())));
                }
                let Some(bytes) = self.site.sink.previous(&path)? else { return Ok(None) };
                let old = Pack { bytes, lengths: lengths.to_vec() };
                let Some(pack) = changed_pack(&place, &old, gone, new) else { return Ok(None) };
                self.pack(tier, at, pack).map(Some)
            })
            .collect();
        let Some(packs) = packs?.into_iter().collect::<Option<Vec<_>>>() else { return Ok(None) };
        (files.packs, files.buckets) = lay(packs);
        Ok(Some(files))
    }

    /// Makes the tier from its texts; shards that are `kept` are not written again.
    fn new_tier(
        &self,
        tier: Tier<'_>,
        mut files: TierFiles,
        before: Option<&TierFiles>,
        kept: &[bool],
    ) -> Result<TierFiles> {
        let shape = files.shape;
        let mut postings = Postings::default();
        let shards: Vec<(usize, Range<u32>)> = shape.shards().enumerate().collect();
        for wave in shards.chunks((WAVE / shape.shard).max(1) as usize) {
            let made: Result<Vec<Shard>> = wave
                .par_iter()
                .map(|(at, span)| self.shard(tier, shape.lengths, span, Some(*at).filter(|&at| !kept[at])))
                .collect();
            let mut all = Vec::new();
            for ((at, span), shard) in wave.iter().zip(made?) {
                let old = before.filter(|_| kept[*at]);
                files.shards.push(old.map_or(shard.hash, |it| it.shards[*at]));
                files.units += shard.units;
                if shape.lengths {
                    let of = |it: &TierFiles| it.lengths[span.start as usize..span.end as usize].to_vec();
                    files.lengths.extend(old.map_or(shard.lengths, of));
                }
                all.extend(shard.postings);
            }
            if !shape.scan {
                postings.add(all);
            }
        }
        if !shape.scan {
            let hashing = files.hashing();
            let made = packs(&postings, (shape.lies(hashing), hashing), |at, pack| self.pack(tier, at, pack))?;
            (files.packs, files.buckets) = lay(made);
        }
        Ok(files)
    }

    /// Writes a pack; answers its hash and the lengths of its buckets.
    fn pack(&self, tier: Tier<'_>, at: usize, pack: Pack) -> Result<Laid> {
        let hash = hash(&pack.bytes);
        let path = path(tier.number, 'p', at, hash);
        self.site.sink.write(FileKind::SearchPart, &path, &pack.bytes, key_of(&path))?;
        Ok((hash, pack.lengths))
    }
}

/// Hashes and bucket lengths of packs, each in one list.
fn lay(packs: Vec<Laid>) -> (Vec<u32>, Vec<u64>) {
    let (hashes, lengths): (Vec<u32>, Vec<Vec<u64>>) = packs.into_iter().unzip();
    (hashes, lengths.concat())
}

/// Those of `all`, which are sorted, that are in the pack.
fn of_pack<'p>(all: &'p [Posting], place: &PackPlace) -> &'p [Posting] {
    let start = all.partition_point(|it| place.pack_of(it.hash()) < place.at);
    let end = all.partition_point(|it| place.pack_of(it.hash()) <= place.at);
    &all[start..end]
}
