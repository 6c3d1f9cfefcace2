//! The site map for search engines, as values.

use std::borrow::Cow;

use rayon::prelude::*;

use crate::{
    site::{
        entry_facts::updated,
        route::{PageId, bare},
        site::Site,
    },
    vocabulary::Scope,
};

/// How many addresses one file may hold (sitemaps.org).
const LIMIT: usize = 50_000;

/// A file of the site map.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SiteMapFile {
    /// Pages by address.
    Pages(Vec<PageId>),
    /// The whole addresses of the other files, where there are more pages than one may hold.
    Index(Vec<String>),
    /// `robots.txt`: the whole address of the site map.
    Robots(String),
}

/// The files by path. A column of a portal leaves `robots.txt` to the portal.
pub fn site_map(site: &Site<'_>) -> Vec<(String, SiteMapFile)> {
    let url = &site.model.site.url;
    let pages = mapped(site);
    let mut files = Vec::new();
    if pages.len() <= LIMIT {
        files.push(("/sitemap.xml".to_owned(), SiteMapFile::Pages(pages)));
    } else {
        let parts = pages.chunks(LIMIT).enumerate();
        files.extend(parts.map(|(at, part)| (format!("/sitemap-{}.xml", at + 1), SiteMapFile::Pages(part.into()))));
        let addresses = files.iter().map(|(path, _)| format!("{url}{}", &path[1..])).collect();
        files.push(("/sitemap.xml".to_owned(), SiteMapFile::Index(addresses)));
    }
    if site.model.site.scope != Scope::Column {
        files.push(("/robots.txt".to_owned(), SiteMapFile::Robots(format!("{url}sitemap.xml"))));
    }
    files
}

/// Every page that search engines may know, by its whole address.
fn mapped(site: &Site<'_>) -> Vec<PageId> {
    let mut pages = site.pages();
    pages.retain(|it| !it.stands_for_another());
    // Nearly all are entries, whose addresses are at hand.
    pages.par_sort_by_cached_key(|&page| match page {
        PageId::Entry(id) => Cow::Borrowed(bare(&site.model.entry(id).address)),
        _ => Cow::Owned(bare(&site.address(page)).to_owned()),
    });
    pages
}

/// The whole address of `page`, and the day of its last change where it has one.
pub fn map_entry(site: &Site<'_>, page: PageId) -> (String, Option<String>) {
    let changed = match page {
        PageId::Entry(id) => updated(site.model.entry(id), site.model.today),
        _ => None,
    };
    (site.url(&site.address(page)), changed)
}
