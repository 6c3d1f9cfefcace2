//! Files of the site for programs: JSON, the feed, the site map.

use std::collections::BTreeMap;

use anyhow::Result;
use rayon::prelude::*;

use super::{page_key::PageKeys, publish::SiteWriter};
use crate::{
    emit::{self, SitemapEntry},
    markup,
    model::EntryId,
    site::{
        ListId, PageId, Site,
        index::{self, ApiFile, DataFormat, FormColumn, Shape, SiteMapFile},
        make,
    },
    world::{Digest, FileKind, PageKey, Reused},
};

/// A file that is part of the site, and whether it is that of the last build.
struct Made {
    file: ApiFile,
    size: u64,
    digest: Digest,
    stays: bool,
}

impl SiteWriter<'_> {
    /// Writes them; those that tell of some entries only are known by `keys`.
    ///
    /// # Errors
    ///
    /// The machine's.
    pub fn indices(&self, keys: Option<&PageKeys>) -> Result<()> {
        let (api, others) = rayon::join(
            || self.api(keys),
            || {
                let open_data = self.open_data(keys)?;
                self.feeds(keys)?;
                self.site_map(&index::site_map(&self.plan.site))?;
                anyhow::Ok(open_data)
            },
        );
        self.api_index(&api?, others?)
    }

    /// Writes the one at `address` alone; false where none lies there.
    ///
    /// # Errors
    ///
    /// The machine's.
    pub fn one_index(&self, address: &str) -> Result<bool> {
        let site = &self.plan.site;
        let mut feeds = std::iter::once(None).chain(site.feeds().map(Some));
        if address.ends_with("/feed.xml") {
            let Some(list) = feeds.find(|it| index::feed_address(site, *it) == address) else { return Ok(false) };
            self.index(address, &atom(site, list))?;
        } else if address.ends_with("/feed.json") {
            let Some(list) = feeds.find(|it| index::feed_json_address(site, *it) == address) else { return Ok(false) };
            self.index(address, &feed_json(site, list))?;
        } else if address == index::OPEN_DATA {
            return Ok(self.open_data(None)?.is_some());
        } else if address == "/api/v1/index.json" {
            // It tells the sums of all others.
            self.api_index(&self.api(None)?, self.open_data(None)?)?;
        } else if address.starts_with("/api/") {
            let files = index::api_files(site);
            let Some(file) = files.iter().find(|it| index::api_address(site, it) == address) else { return Ok(false) };
            self.index(address, &self.api_bytes(file, &[])?)?;
        } else {
            let mut files = index::site_map(site);
            files.retain(|it| it.0 == address);
            self.site_map(&files)?;
            return Ok(!files.is_empty());
        }
        Ok(true)
    }

    /// Writes all but the index, and answers what that says of each.
    fn api(&self, keys: Option<&PageKeys>) -> Result<Vec<(ApiFile, u64, String)>> {
        // The table of all entries takes over the rows of those whose files stay.
        let is_table = |it: &ApiFile| matches!(it, ApiFile::EntryTable(_));
        let (tables, files): (Vec<_>, Vec<_>) = index::api_files(&self.plan.site).into_iter().partition(is_table);
        let made: Vec<Result<_>> = files.into_par_iter().map(|it| self.api_file(it, keys, &[])).collect();
        let mut made = made.into_iter().collect::<Result<Vec<_>>>()?;
        let mut kept = vec![false; self.plan.analysis.model.entries.len()];
        for it in made.iter().filter(|it| it.stays) {
            if let ApiFile::Entries { entries, .. } = &it.file {
                for id in entries {
                    kept[id.at()] = true;
                }
            }
        }
        for it in tables {
            made.push(self.api_file(it, keys, &kept)?);
        }
        Ok(made.into_iter().map(|it| (it.file, it.size, it.digest.to_string())).collect())
    }

    fn api_file(&self, file: ApiFile, keys: Option<&PageKeys>, kept: &[bool]) -> Result<Made> {
        let address = index::api_address(&self.plan.site, &file);
        let key = match (&file, keys) {
            (ApiFile::Entries { entries, .. } | ApiFile::EntryTexts { entries, .. }, Some(keys)) => {
                keys.of_entries(&address, entries)
            }
            (ApiFile::EntryTable(entries), Some(keys)) => {
                keys.of_rows(&address, entries, |id, bytes| index::entry_row_state(&self.plan.site, id, bytes))
            }
            // Made from the catalogue alone.
            (ApiFile::Schema(_) | ApiFile::Catalogue(DataFormat::Csv | DataFormat::Xlsx), Some(keys)) => {
                keys.of_entries(&address, &[])
            }
            _ => PageKey::default(),
        };
        if let Some(Reused { digest, size }) = self.sink.reuse(FileKind::Index, &address, &key)? {
            return Ok(Made { file, size, digest, stays: true });
        }
        let bytes = self.api_bytes(&file, kept)?;
        let digest = self.sink.write(FileKind::Index, &address, &bytes, key)?;
        Ok(Made { file, size: bytes.len() as u64, digest, stays: false })
    }

    fn api_index(&self, files: &[(ApiFile, u64, String)], open_data: Option<(u64, String)>) -> Result<()> {
        self.index("/api/v1/index.json", &bytes_of(&index::api_index(&self.plan.site, files, open_data)))
    }

    /// The bytes of `file`; the rows of a register are read for it. `kept` says of each entry whether it is as it was in the last build.
    fn api_bytes(&self, file: &ApiFile, kept: &[bool]) -> Result<Vec<u8>> {
        let mut tables = BTreeMap::new();
        if let ApiFile::Register(id, _) = file {
            tables = self.tables(PageId::Register(*id))?;
        }
        match index::api(&self.plan.site, file, &tables) {
            Shape::EntryTexts(entries) => self.entry_texts(entries),
            Shape::EntryTable(entries) => self.entry_table(&index::api_address(&self.plan.site, file), entries, kept),
            shape => Ok(bytes_of(&shape)),
        }
    }

    /// A line each of `entries`, with its text as its page shows it.
    fn entry_texts(&self, entries: &[EntryId]) -> Result<Vec<u8>> {
        let site = &self.plan.site;
        let line = |&id: &EntryId| {
            let material = self.words(id)?;
            let text = make::text(site, id, &material).map(|it| markup::html_text(&it.0)).unwrap_or_default();
            let mut out = Vec::new();
            emit::json_line(&index::entry_text(site, id, text), &mut out);
            anyhow::Ok(out)
        };
        Ok(entries.par_iter().map(line).collect::<Result<Vec<_>>>()?.concat())
    }

    fn feeds(&self, keys: Option<&PageKeys>) -> Result<()> {
        let site = &self.plan.site;
        std::iter::once(None).chain(site.feeds().map(Some)).try_for_each(|list| {
            let entries = index::feed_entries(site, list);
            let write = |address: &str, make: &dyn Fn() -> Vec<u8>| {
                let key = keys.map_or_else(PageKey::default, |keys| keys.of_entries(address, &entries));
                if self.sink.reuse(FileKind::Index, address, &key)?.is_none() {
                    self.sink.write(FileKind::Index, address, &make(), key)?;
                }
                anyhow::Ok(())
            };
            write(&index::feed_json_address(site, list), &|| feed_json(site, list))?;
            write(&index::feed_address(site, list), &|| atom(site, list))
        })
    }

    /// Writes what data is open, and answers how many bytes that is and their sum; none where there is none.
    fn open_data(&self, keys: Option<&PageKeys>) -> Result<Option<(u64, String)>> {
        let site = &self.plan.site;
        let entries = index::open_data_entries(site);
        if entries.is_empty() {
            return Ok(None);
        }
        // What tables withhold is not in the keys of entries.
        let is_whole = entries.iter().all(|&id| self.plan.analysis.model.entry(id).hidden_names().is_none());
        let key = keys.filter(|_| is_whole).map(|it| it.of_entries(index::OPEN_DATA, &entries)).unwrap_or_default();
        if let Some(reused) = self.sink.reuse(FileKind::Index, index::OPEN_DATA, &key)? {
            return Ok(Some((reused.size, reused.digest.to_string())));
        }
        let mut tables = BTreeMap::new();
        for id in index::opening_lists(site) {
            tables.extend(self.tables(PageId::Register(id))?);
        }
        let mut bytes = Vec::new();
        emit::json(&index::open_data(site, &tables), &mut bytes);
        let digest = self.sink.write(FileKind::Index, index::OPEN_DATA, &bytes, key)?;
        Ok(Some((bytes.len() as u64, digest.to_string())))
    }

    fn site_map(&self, files: &[(String, SiteMapFile)]) -> Result<()> {
        let site = &self.plan.site;
        files.par_iter().try_for_each(|(path, file)| {
            let mut text = String::new();
            match file {
                SiteMapFile::Pages(pages) => {
                    let entry =
                        |&(page, changed)| SitemapEntry { address: site.url(&site.address(page)).into(), changed };
                    emit::sitemap(pages.iter().map(entry), &mut text);
                }
                SiteMapFile::Index(addresses) => {
                    let entries = addresses
                        .iter()
                        .map(|(address, changed)| SitemapEntry { address: address.as_str().into(), changed: *changed });
                    emit::sitemap_index(entries, &mut text);
                }
                SiteMapFile::Robots(address) => text = emit::robots(address),
            }
            self.index(path, text.as_bytes())
        })
    }

    /// Writes an index that is made anew each time.
    fn index(&self, path: &str, bytes: &[u8]) -> Result<()> {
        self.sink.write(FileKind::Index, path, bytes, PageKey::default()).map(drop)
    }
}

/// The feed that needs no reader of XML.
fn feed_json(site: &Site<'_>, list: Option<ListId>) -> Vec<u8> {
    let mut bytes = Vec::new();
    let address = site.url(&index::feed_json_address(site, list));
    emit::feed_json(&index::feed(site, list), &address, &mut bytes);
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
        Shape::Form(DataFormat::Xlsx, it) => bytes = emit::national_form(it),
        Shape::Form(_, it) => {
            let heads: Vec<_> = it.columns.iter().map(FormColumn::name).collect();
            emit::csv(&heads, &it.rows, &mut bytes);
        }
        _ => emit::json(shape, &mut bytes),
    }
    bytes
}
