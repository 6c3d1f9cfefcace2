//! Files that are published as they are: what pages load, and what entries attach.

use anyhow::Result;
use rayon::prelude::*;

use super::publish::SiteWriter;
use crate::world::{Digest, FileKind, PageKey};

impl SiteWriter<'_> {
    /// Writes what pages load.
    ///
    /// # Errors
    ///
    /// The machine's.
    pub fn assets(&self) -> Result<()> {
        for asset in self.theme.assets() {
            self.sink.write(FileKind::Asset, &asset.address, &asset.bytes, PageKey::default())?;
        }
        Ok(())
    }

    /// Writes the files that entries publish: what was judged, or nothing.
    ///
    /// # Errors
    ///
    /// The machine's; a file that changed since.
    pub fn attachments(&self) -> Result<()> {
        let files: Vec<_> = self.plan.site.files().collect();
        files.into_par_iter().try_for_each(|published| {
            let analysis = self.plan.analysis;
            let key = analysis.attached.get(&published.file).map_or(PageKey::default(), |it| key(it.sha256));
            if self.sink.reuse(FileKind::Attachment, &published.address, &key)?.is_some() {
                return Ok(());
            }
            let bytes = analysis.attachment(self.world, published.file)?;
            self.sink.write(FileKind::Attachment, &published.address, &bytes, key).map(drop)
        })
    }
}

/// A copy is known by what it is a copy of.
fn key(Digest(bytes): Digest) -> PageKey {
    let (halves, _) = bytes.as_chunks::<16>();
    PageKey { quick: halves[0], full: halves[1] }
}
