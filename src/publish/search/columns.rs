//! The columns that filters read: a value of each document of a tier.

use anyhow::Result;
use rayon::prelude::*;

use super::{
    key::hash,
    writer::{SearchWriter, Tier},
};
use crate::{
    emit::search::{TierFiles, columns},
    site::index::{self, SearchDocument},
    world::FileKind,
};

impl SearchWriter<'_> {
    /// Writes the columns of a tier, and answers their hash.
    pub(super) fn columns(&self, tier: Tier<'_>, before: Option<&TierFiles>) -> Result<u32> {
        let path = |hash: u32| format!("/search/{}/c.{hash:08x}.bin", tier.number);
        let all = 0..u32::try_from(tier.documents.len())?;
        if let Some(before) = before {
            let path = path(before.columns);
            if self.site.sink.reuse(FileKind::SearchPart, &path, &self.quick(&path, tier, &all))?.is_some() {
                return Ok(before.columns);
            }
        }
        let site = &self.site.plan.site;
        let row = |&it: &SearchDocument| {
            let facts = index::search_facts(site, it);
            (facts.kind, facts.organisation, !facts.attachments.is_empty())
        };
        let rows: Vec<_> = tier.documents.par_iter().map(row).collect();
        let bytes = columns(&rows);
        let hash = hash(&bytes);
        let path = path(hash);
        self.site.sink.write(FileKind::SearchPart, &path, &bytes, self.quick(&path, tier, &all))?;
        Ok(hash)
    }
}
