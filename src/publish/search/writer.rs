//! The files of the search as a whole: tables, tiers, and the manifest that names them.

use anyhow::Result;

use crate::{
    emit::search::{Manifest, SearchLabels, SearchTables, TierFiles, tiers},
    publish::{page_key::PageKeys, publish::SiteWriter},
    site::index::{self, SearchDocument},
    world::{FileKind, PageKey},
};

/// The manifest's address.
const SEARCH: &str = "/search/index.bin";

/// What all tiers are made with.
pub(super) struct SearchWriter<'a> {
    pub site: &'a SiteWriter<'a>,
    pub keys: Option<&'a PageKeys>,
    pub tables: &'a SearchTables,
}

/// A tier's number, and its documents.
#[derive(Clone, Copy)]
pub(super) struct Tier<'a> {
    pub number: usize,
    pub documents: &'a [SearchDocument],
}

impl SiteWriter<'_> {
    /// Writes the files of the search.
    ///
    /// # Errors
    ///
    /// The machine's; a file that changed since it was judged.
    pub fn search(&self, keys: Option<&PageKeys>) -> Result<()> {
        let site = &self.plan.site;
        if !site.has_search() {
            return Ok(());
        }
        let tables = SearchTables::default();
        for (address, file) in tables.files() {
            self.sink.write(FileKind::Asset, &address, &file, PageKey::default())?;
        }
        let documents = index::search_documents(site);
        let old = self.sink.previous(SEARCH)?.and_then(|it| Manifest::parse(&it));
        let writer = SearchWriter { site: self, keys, tables: &tables };
        let count = u32::try_from(documents.len())?;
        let mut all = Vec::new();
        for (number, shape) in tiers(count).into_iter().enumerate() {
            let before = old.as_ref().and_then(|it| it.tiers.get(number)).filter(|it| it.shape == shape);
            let span = shape.base as usize..(shape.base + shape.documents) as usize;
            let tier = Tier { number, documents: &documents[span] };
            let mut files = writer.tier(tier, TierFiles::new(shape), before)?;
            files.set_lapsed(tier.documents.iter().map(|&it| index::is_lapsed(site, it)));
            if !shape.scan {
                files.columns = writer.columns(tier, before)?;
            }
            all.push(files);
        }
        let labels = SearchLabels {
            kinds: index::search_kinds(),
            organisations: index::search_organisations(site),
            years: index::search_years(site, &documents),
            synonyms: site.synonyms().map(|(said, official)| (said.to_owned(), official.to_owned())).collect(),
        };
        let manifest = Manifest { labels, documents: count, tiers: all };
        self.sink.write(FileKind::Index, SEARCH, &manifest.bytes(), PageKey::default()).map(drop)
    }
}
