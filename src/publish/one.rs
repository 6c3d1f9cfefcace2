//! One file of the site, made when it is asked for: a preview costs what is looked at.

use anyhow::Result;
use rayon::prelude::*;

use super::publish::SiteWriter;
use crate::{
    compile::SitePlan,
    emit::Theme,
    site::{PageId, Site},
    world::{FileKind, PageKey, SiteSink, World},
};

/// Writes what lies at `address`, from the site's root, into `sink`; false where the plan has nothing there. The bytes are those that
/// [`publish`](super::publish()) writes.
///
/// # Errors
///
/// As [`publish`](super::publish()).
pub fn publish_one(
    plan: &SitePlan<'_>,
    theme: &Theme,
    world: &dyn World,
    sink: &dyn SiteSink,
    address: &str,
) -> Result<bool> {
    let writer = SiteWriter { plan, theme, world, sink };
    if let Some(asset) = theme.assets().iter().find(|it| address.strip_prefix('/') == Some(&it.address)) {
        sink.write(FileKind::Asset, address, &asset.bytes, PageKey::default())?;
    } else if let Some(published) = plan.site.files().find(|it| it.address == address) {
        let bytes = plan.analysis.attachment(world, published.file)?;
        sink.write(FileKind::Attachment, address, &bytes, PageKey::default())?;
    } else if let Some(page) = page_at(&plan.site, address) {
        writer.one_page(page)?;
    } else {
        return writer.one_index(address);
    }
    Ok(true)
}

/// The page that lies at `address`; an entry's before the tombstone that it leaves where it is taken down.
pub fn page_at(site: &Site<'_>, address: &str) -> Option<PageId> {
    site.pages().into_par_iter().find_first(|&page| site.lies_at(page, address))
}
