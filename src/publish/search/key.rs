//! Names of files, and the keys by which they are known again.

use std::ops::Range;

use super::writer::{SearchWriter, Tier};
use crate::{
    site::index::{self, SearchDocument},
    world::PageKey,
};

impl SearchWriter<'_> {
    /// The key of a file that is made from the documents of `span` of a tier, its quick half.
    pub(super) fn quick(&self, path: &str, tier: Tier<'_>, span: &Range<u32>) -> PageKey {
        let Some(keys) = self.keys else { return PageKey::default() };
        let entry = |it: &SearchDocument| if let SearchDocument::Entry(id) = *it { Some(id) } else { None };
        keys.of_states(path, tier.documents[span.start as usize..span.end as usize].iter().filter_map(entry))
    }

    /// Its full half: what the records say but for their texts, and what those are made from.
    pub(super) fn full(&self, tier: Tier<'_>, span: &Range<u32>) -> [u8; 16] {
        let Some(keys) = self.keys else { return [0; 16] };
        let mut hash = blake3::Hasher::new();
        for &document in &tier.documents[span.start as usize..span.end as usize] {
            let facts = index::search_facts(&self.site.plan.site, document);
            if let SearchDocument::Entry(id) = document {
                hash.update(keys.state(id));
            }
            hash.update(format!("{facts:?}").as_bytes());
        }
        hash.finalize().as_bytes().first_chunk().copied().unwrap_or_default()
    }
}

/// Where part `at` of a kind lies: `r` for records, `p` for postings.
pub(super) fn path(tier: usize, kind: char, at: usize, hash: u32) -> String {
    format!("/search/{tier}/{kind}{at}.{hash:08x}.bin")
}

/// The key of a file whose name is its content.
pub(super) fn key_of(path: &str) -> PageKey {
    PageKey::quick(blake3::hash(path.as_bytes()).as_bytes().first_chunk().copied().unwrap_or_default())
}

/// What stands for `bytes` in the name of their file.
pub(super) fn hash(bytes: &[u8]) -> u32 {
    u32::from_be_bytes(blake3::hash(bytes).as_bytes().first_chunk().copied().unwrap_or_default())
}
