//! Files that are published as they are: what pages load, and what entries attach.

use anyhow::Result;
use rayon::prelude::*;

use super::publish::{SiteWriter, changed};
use crate::world::{Digest, FileKind, PageKey, sha256};

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
            let judged = self.plan.analysis.attached.get(&published.file).map(|it| it.sha256);
            let key = judged.map_or(PageKey::default(), key);
            if self.sink.reuse(FileKind::Attachment, &published.address, &key)?.is_some() {
                return Ok(());
            }
            let bytes = self.bytes(published.file)?;
            if judged != Some(sha256(&bytes)) {
                return Err(changed(self.path(published.file)));
            }
            self.sink.write(FileKind::Attachment, &published.address, &bytes, key).map(drop)
        })
    }
}

/// A copy is known by what it is a copy of.
fn key(Digest(bytes): Digest) -> PageKey {
    let (halves, _) = bytes.as_chunks::<16>();
    PageKey { quick: halves[0], full: halves[1] }
}
