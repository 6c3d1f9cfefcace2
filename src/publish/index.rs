//! Files of the site for programs: JSON, the feed, the site map.

use std::collections::BTreeMap;

use anyhow::Result;
use rayon::prelude::*;

use super::{page_key::PageKeys, publish::SiteWriter};
use crate::{
    emit::{self, SitemapEntry},
    site::{
        ListId, PageId, Site,
        index::{self, ApiFile, DataFormat, Shape, SiteMapFile},
    },
    world::{FileKind, PageKey},
};

impl SiteWriter<'_> {
    /// Writes them; those that tell of some entries only are known by `keys`.
    ///
    /// # Errors
    ///
    /// The machine's.
    pub fn indices(&self, keys: Option<&PageKeys>) -> Result<()> {
        let (api, others) = rayon::join(
            || self.api(keys),
            || self.feeds(keys).and_then(|()| self.site_map(&index::site_map(&self.plan.site))),
        );
        api.and(others)
    }

    /// Writes the one at `address` alone; false where none lies there.
    ///
    /// # Errors
    ///
    /// The machine's.
    pub fn one_index(&self, address: &str) -> Result<bool> {
        let site = &self.plan.site;
        let feed = |it: &Option<ListId>| index::feed_address(site, *it) == address;
        if address == JSON_FEED {
            self.index(address, &feed_json(site))?;
        } else if address.ends_with("/feed.xml") {
            let Some(list) = std::iter::once(None).chain(site.feeds().map(Some)).find(feed) else { return Ok(false) };
            self.index(address, &atom(site, list))?;
        } else if address == "/api/v1/index.json" {
            // It tells the sums of all others.
            self.api(None)?;
        } else if address.starts_with("/api/") {
            let files = index::api_files(site);
            let Some(file) = files.iter().find(|it| index::api_address(site, it) == address) else { return Ok(false) };
            self.index(address, &self.api_bytes(file)?)?;
        } else {
            let mut files = index::site_map(site);
            files.retain(|it| it.0 == address);
            self.site_map(&files)?;
            return Ok(!files.is_empty());
        }
        Ok(true)
    }

    fn api(&self, keys: Option<&PageKeys>) -> Result<()> {
        let site = &self.plan.site;
        let made: Vec<Result<_>> = index::api_files(site)
            .into_par_iter()
            .map(|file| {
                let address = index::api_address(site, &file);
                let key = match (&file, keys) {
                    (ApiFile::Entries { entries, .. }, Some(keys)) => keys.of_entries(&address, entries),
                    // Made from the catalogue alone.
                    (ApiFile::Schema(_), Some(keys)) => keys.of_entries(&address, &[]),
                    _ => PageKey::default(),
                };
                if let Some(reused) = self.sink.reuse(FileKind::Index, &address, &key)? {
                    return Ok((file, reused.size, reused.digest.to_string()));
                }
                let bytes = self.api_bytes(&file)?;
                let digest = self.sink.write(FileKind::Index, &address, &bytes, key)?;
                Ok((file, bytes.len() as u64, digest.to_string()))
            })
            .collect();
        let files = made.into_iter().collect::<Result<Vec<_>>>()?;
        self.index("/api/v1/index.json", &bytes_of(&index::api_index(site, &files)))
    }

    /// The bytes of `file`; the rows of a register are read for it.
    fn api_bytes(&self, file: &ApiFile) -> Result<Vec<u8>> {
        let mut tables = BTreeMap::new();
        if let ApiFile::Register(id, _) = file {
            tables = self.tables(PageId::Register(*id))?;
        }
        Ok(bytes_of(&index::api(&self.plan.site, file, &tables)))
    }

    fn feeds(&self, keys: Option<&PageKeys>) -> Result<()> {
        let site = &self.plan.site;
        std::iter::once(None).chain(site.feeds().map(Some)).try_for_each(|list| {
            let address = index::feed_address(site, list);
            let key = |keys: &PageKeys| keys.of_entries(&address, &index::feed_entries(site, list));
            let key = keys.map_or_else(PageKey::default, key);
            if self.sink.reuse(FileKind::Index, &address, &key)?.is_none() {
                self.sink.write(FileKind::Index, &address, &atom(site, list), key)?;
            }
            anyhow::Ok(())
        })?;
        self.index(JSON_FEED, &feed_json(site))
    }

    fn site_map(&self, files: &[(String, SiteMapFile)]) -> Result<()> {
        let site = &self.plan.site;
        for (path, file) in files {
            let mut text = String::new();
            match file {
                SiteMapFile::Pages(pages) => {
                    let entry = |&page| {
                        let (address, changed) = index::map_entry(site, page);
                        SitemapEntry { address: address.into(), changed: changed.map(Into::into) }
                    };
                    emit::sitemap(pages.par_iter().map(entry).collect::<Vec<_>>(), &mut text);
                }
                SiteMapFile::Index(addresses) => {
                    let entries =
                        addresses.iter().map(|it| SitemapEntry { address: it.as_str().into(), changed: None });
                    emit::sitemap_index(entries, &mut text);
                }
                SiteMapFile::Robots(address) => text = emit::robots(address),
            }
            self.index(path, text.as_bytes())?;
        }
        Ok(())
    }

    /// Writes an index that is made anew each time.
    fn index(&self, path: &str, bytes: &[u8]) -> Result<()> {
        self.sink.write(FileKind::Index, path, bytes, PageKey::default()).map(drop)
    }
}

/// Where the feed of the site lies that needs no reader of XML.
const JSON_FEED: &str = "/feed.json";

fn feed_json(site: &Site<'_>) -> Vec<u8> {
    let mut bytes = Vec::new();
    let feed = index::feed(site, None);
    let address = [&*feed.page, JSON_FEED.trim_start_matches('/')].concat();
    emit::feed_json(&feed, &address, &mut bytes);
    bytes
}

fn atom(site: &Site<'_>, list: Option<ListId>) -> Vec<u8> {
    let mut bytes = Vec::new();
    emit::atom(&index::feed(site, list), &mut bytes);
    bytes
}

fn bytes_of(shape: &Shape<'_>) -> Vec<u8> {
    let mut bytes = Vec::new();
    match shape {
        Shape::Sheet(DataFormat::Xlsx, it) => bytes = emit::xlsx(&it.name, &it.heads, &it.numbers, &it.rows),
        Shape::Sheet(_, it) => emit::csv(&it.heads, &it.rows, &mut bytes),
        _ => emit::json(shape, &mut bytes),
    }
    bytes
}
