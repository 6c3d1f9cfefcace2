//! The files of a search, read as a browser reads them.

use std::collections::BTreeMap;

use gongkai::internals::emit::search::{Manifest, Pack, PackPlace, Posting, Records, SearchTables, TierFiles};

use super::files::has_ending;

/// The search of a site whose files are all in memory, by path from its root.
pub struct Search<'s> {
    site: &'s BTreeMap<String, Vec<u8>>,
    pub tables: SearchTables,
    pub manifest: Manifest,
}

impl<'s> Search<'s> {
    /// Reads the manifest.
    pub fn of(site: &'s BTreeMap<String, Vec<u8>>) -> Self {
        let tables = SearchTables::default();
        for (address, file) in tables.files() {
            assert_eq!(site[address.trim_start_matches('/')], file);
        }
        let manifest = Manifest::parse(&site["search/index.bin"]).expect("a manifest");
        Self { site, tables, manifest }
    }

    /// The files that the manifest names.
    pub fn paths(&self) -> Vec<String> {
        let mut paths = vec!["search/index.bin".to_owned()];
        paths.extend(self.tables.files().iter().map(|it| it.0.trim_start_matches('/').to_owned()));
        for (tier, files) in self.manifest.tiers.iter().enumerate() {
            let path = |kind: char, (at, hash): (usize, &u32)| format!("search/{tier}/{kind}{at}.{hash:08x}.bin");
            paths.extend(files.shards.iter().enumerate().map(|it| path('r', it)));
            paths.extend(files.packs.iter().enumerate().map(|it| path('p', it)));
            paths.extend((!files.shape.scan).then(|| format!("search/{tier}/c.{:08x}.bin", files.columns)));
        }
        paths.sort_unstable();
        paths
    }

    /// The records of a tier.
    pub fn records(&self, tier: usize) -> Vec<String> {
        let files = &self.manifest.tiers[tier];
        let records = Records::new(&self.tables);
        let shards = files.shape.shards().zip(&files.shards).enumerate().map(|(at, (span, hash))| {
            let shard = &self.site[&format!("search/{tier}/r{at}.{hash:08x}.bin")];
            records.read_shard(shard, span.len(), files.shape.lengths).expect("a shard")
        });
        shards.flatten().collect()
    }

    /// All records, oldest first.
    pub fn all_records(&self) -> Vec<String> {
        (0..self.manifest.tiers.len()).flat_map(|it| self.records(it)).collect()
    }

    /// The postings of a tier, sorted.
    pub fn postings(&self, tier: usize) -> Vec<Posting> {
        let TierFiles { shape, packs, buckets, .. } = &self.manifest.tiers[tier];
        let hashing = self.manifest.tiers[tier].hashing();
        let each = 1 << (hashing.bits - hashing.pack_bits);
        let pack = |(at, hash): (usize, &u32)| {
            let bytes = self.site[&format!("search/{tier}/p{at}.{hash:08x}.bin")].clone();
            let pack = Pack { bytes, lengths: buckets[at * each..(at + 1) * each].to_vec() };
            PackPlace { lies: shape.lies(hashing), hashing, at }.postings(&pack).expect("a pack")
        };
        packs.iter().enumerate().flat_map(pack).collect()
    }
}

/// What the records in a file of the search say; nothing where it is no shard.
pub fn shard_text(path: &str, bytes: &[u8]) -> String {
    if !path.contains("/r") || !has_ending(path, &["bin"]) {
        return String::new();
    }
    let tables = SearchTables::default();
    let records = Records::new(&tables);
    (1..=128).find_map(|count| records.read_shard(bytes, count, true)).unwrap_or_default().join("\n")
}
