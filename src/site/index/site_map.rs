//! The site map for search engines, as values.

use std::borrow::Cow;

use rayon::prelude::*;

use crate::{
    site::{
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

impl Site<'_> {
    /// The files by path. A column of a portal leaves `robots.txt` to the portal.
    pub fn site_map(&self) -> Vec<(String, SiteMapFile)> {
        let url = &self.model.site.url;
        let pages = self.mapped();
        let mut files = Vec::new();
        if pages.len() <= LIMIT {
            files.push(("/sitemap.xml".to_owned(), SiteMapFile::Pages(pages)));
        } else {
            let parts = pages.chunks(LIMIT).enumerate();
            files.extend(parts.map(|(at, part)| (format!("/sitemap-{}.xml", at + 1), SiteMapFile::Pages(part.into()))));
            let addresses = files.iter().map(|(path, _)| format!("{url}{}", &path[1..])).collect();
            files.push(("/sitemap.xml".to_owned(), SiteMapFile::Index(addresses)));
        }
        if self.model.site.scope != Scope::Column {
            files.push(("/robots.txt".to_owned(), SiteMapFile::Robots(format!("{url}sitemap.xml"))));
        }
        files
    }

    /// Every page that search engines may know, by its whole address.
    fn mapped(&self) -> Vec<PageId> {
        let mut pages = self.pages();
        pages.retain(|it| !matches!(it, PageId::Lost | PageId::Tombstone(_)));
        // Nearly all are entries, whose addresses are at hand.
        pages.par_sort_by_cached_key(|&page| match page {
            PageId::Entry(id) => Cow::Borrowed(bare(&self.model.entry(id).address)),
            _ => Cow::Owned(bare(&self.address(page)).to_owned()),
        });
        pages
    }

    /// The whole address of `page`, and the day of its last change where it has one.
    pub fn map_entry(&self, page: PageId) -> (String, Option<String>) {
        let changed = match page {
            PageId::Entry(id) => self.updated(id),
            _ => None,
        };
        (self.url(&self.address(page)), changed)
    }
}
