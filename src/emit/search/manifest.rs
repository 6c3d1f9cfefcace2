//! The manifest: which tiers there are, where in their files everything lies, and what the numbers in records and columns stand for.

use serde::{Deserialize, Serialize};

use super::{
    Hashing, TierShape,
    bucket::BLOCK,
    columns::flags,
    stream::{deflate, inflate},
    tables::{FOLDS, TABLES},
    tier::tiers,
    varint,
};

/// The format of all files; another is not read.
const FORMAT: u32 = 3;

/// Everything that a browser must know before it asks.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Manifest {
    pub labels: SearchLabels,
    pub documents: u32,
    pub tiers: Vec<TierFiles>,
}

/// What is the same for all tiers, and said in words.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SearchLabels {
    /// Key and label of each kind, by number.
    pub kinds: Vec<(String, String)>,
    /// The names of organisations, by number.
    pub organisations: Vec<String>,
    /// The first document of each year.
    pub years: Vec<(i32, u32)>,
    /// What people say, and what documents say.
    pub synonyms: Vec<(String, String)>,
}

/// The files of a tier.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TierFiles {
    pub shape: TierShape,
    /// Folded units of all its texts.
    pub units: u64,
    /// A bit for each document that is no longer in force.
    pub lapsed: Vec<u8>,
    /// The inline length of each bucket, a multiple of [`BLOCK`].
    pub buckets: Vec<u64>,
    /// The hash of each pack.
    pub packs: Vec<u32>,
    /// The hash of each shard.
    pub shards: Vec<u32>,
    /// The length of each record, where the shards do not say it.
    pub lengths: Vec<u64>,
    /// The hash of the columns.
    pub columns: u32,
}

#[derive(Serialize, Deserialize)]
struct Head {
    format: u32,
    tables: String,
    folds: String,
    documents: u32,
    #[serde(flatten)]
    labels: SearchLabels,
    tiers: Vec<TierHead>,
}

#[derive(Serialize, Deserialize)]
struct TierHead {
    base: u32,
    documents: u32,
    units: u64,
    bits: i32,
    packs: i32,
    shard: u32,
    lengths: bool,
    columns: String,
}

impl TierFiles {
    /// Nothing of it is known yet.
    pub fn new(shape: TierShape) -> Self {
        let (buckets, packs, shards, lengths) = Default::default();
        Self { shape, units: 0, lapsed: Vec::new(), buckets, packs, shards, lengths, columns: 0 }
    }

    /// How its keys are spread.
    pub fn hashing(&self) -> Hashing {
        self.shape.hashing(self.units)
    }

    /// Notes which documents are no longer in force.
    pub fn set_lapsed(&mut self, of: impl Iterator<Item = bool>) {
        self.lapsed = flags(of);
    }
}

impl Manifest {
    /// The file.
    pub fn bytes(&self) -> Vec<u8> {
        let tier = |it: &TierFiles| {
            let Hashing { bits, pack_bits } = it.hashing();
            let number = |bits: u32| if it.shape.scan { -1 } else { i32::try_from(bits).unwrap_or(-1) };
            TierHead {
                base: it.shape.base,
                documents: it.shape.documents,
                units: it.units,
                bits: number(bits),
                packs: number(pack_bits),
                shard: it.shape.shard,
                lengths: it.shape.lengths,
                columns: hex(it.columns),
            }
        };
        let head = Head {
            format: FORMAT,
            tables: hex(TABLES),
            folds: hex(FOLDS),
            documents: self.documents,
            labels: self.labels.clone(),
            tiers: self.tiers.iter().map(tier).collect(),
        };
        // It has strings and numbers only, so it cannot fail.
        let json = serde_json::to_vec(&head).unwrap_or_default();
        let mut bytes = u32::try_from(json.len()).unwrap_or(0).to_le_bytes().to_vec();
        bytes.extend(json);
        for it in &self.tiers {
            bytes.extend(&it.lapsed);
            it.buckets.iter().for_each(|&it| varint::put(it / BLOCK as u64, &mut bytes));
            it.packs.iter().chain(&it.shards).for_each(|it| bytes.extend(it.to_le_bytes()));
            it.lengths.iter().for_each(|&it| varint::put(it, &mut bytes));
        }
        deflate(&bytes)
    }

    /// Reads the file again; none where it is of another format or of other tables, or does not hang together.
    pub fn parse(bytes: &[u8]) -> Option<Self> {
        let bytes = inflate(bytes)?;
        let (&length, rest) = bytes.split_first_chunk()?;
        let (json, mut rest) = rest.split_at_checked(u32::from_le_bytes(length) as usize)?;
        let head: Head = serde_json::from_slice(json).ok()?;
        let shapes = tiers(head.documents);
        let is_ours = head.format == FORMAT && head.tables == hex(TABLES) && head.folds == hex(FOLDS);
        if !is_ours || head.tiers.len() != shapes.len() {
            return None;
        }
        let mut all = Vec::with_capacity(shapes.len());
        for (tier, shape) in head.tiers.iter().zip(shapes) {
            let mut files = TierFiles { units: tier.units, columns: unhex(&tier.columns)?, ..TierFiles::new(shape) };
            let Hashing { bits, pack_bits } = files.hashing();
            let (lapsed, after) = rest.split_at_checked(shape.documents.div_ceil(8) as usize)?;
            rest = after;
            files.lapsed = lapsed.to_vec();
            if !shape.scan {
                let mut bucket = || varint::take(&mut rest)?.checked_mul(BLOCK as u64);
                files.buckets = (0..1_u64 << bits).map(|_| bucket()).collect::<Option<_>>()?;
                files.packs = (0..1_u64 << pack_bits).map(|_| word(&mut rest)).collect::<Option<_>>()?;
            }
            files.shards = shape.shards().map(|_| word(&mut rest)).collect::<Option<_>>()?;
            if shape.lengths {
                files.lengths = (0..shape.documents).map(|_| varint::take(&mut rest)).collect::<Option<_>>()?;
            }
            all.push(files);
        }
        Some(Self { labels: head.labels, documents: head.documents, tiers: all })
    }
}

fn word(from: &mut &[u8]) -> Option<u32> {
    let (&word, rest) = from.split_first_chunk()?;
    *from = rest;
    Some(u32::from_le_bytes(word))
}

fn hex(hash: u32) -> String {
    format!("{hash:08x}")
}

fn unhex(text: &str) -> Option<u32> {
    u32::from_str_radix(text, 16).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_manifest_comes_back() {
        let labels = SearchLabels { kinds: vec![("guide".into(), "办事指南".into())], ..SearchLabels::default() };
        let tier = |shape: TierShape| {
            let mut it = TierFiles { units: 70_000, columns: 7, ..TierFiles::new(shape) };
            it.set_lapsed((0..shape.documents).map(|it| it % 3 == 0));
            let Hashing { bits, pack_bits } = it.hashing();
            if !shape.scan {
                it.buckets = (0..1 << bits).map(|it| it * 3 * BLOCK as u64).collect();
                it.packs = (0..1 << pack_bits).collect();
            }
            it.shards = shape.shards().map(|it| it.start).collect();
            it.lengths = (0..u64::from(shape.documents)).filter(|_| shape.lengths).map(|it| it * 50).collect();
            it
        };
        let documents = 20_000 + 512 + 17;
        let all = Manifest { labels, documents, tiers: tiers(documents).into_iter().map(tier).collect() };
        let bytes = all.bytes();
        assert_eq!(Manifest::parse(&bytes), Some(all));
        assert_eq!(Manifest::parse(&bytes[..bytes.len() / 2]), None);
    }
}
