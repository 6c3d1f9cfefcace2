//! Files of the site for programs: JSON, the feed, the site map.

use anyhow::Result;
use rayon::prelude::*;

use super::{memo::Question, output::Kind, press::Press, question::Questions};
use crate::{
    emit::{self, Feed, FeedEntry, SITEMAP_LIMIT, SitemapEntry},
    site::{ApiFile, PageId, Shape},
    vocabulary::Scope,
};

impl Press<'_> {
    /// Writes them; `questions` say what they are made from, where anybody asks.
    ///
    /// # Errors
    ///
    /// The machine's.
    pub fn indices(&self, questions: Option<&Questions>) -> Result<()> {
        let (api, others) = rayon::join(|| self.api(questions), || self.feed().and_then(|()| self.site_map()));
        api.and(others)
    }

    fn api(&self, questions: Option<&Questions>) -> Result<()> {
        let made: Vec<Result<_>> = self
            .site
            .api_files()
            .into_par_iter()
            .map(|file| {
                let address = self.site.api_address(&file);
                let question = match (&file, questions) {
                    (ApiFile::Entries { entries, .. }, Some(questions)) => questions.of_entries(&address, entries),
                    _ => Question::default(),
                };
                let known = self.output.known(&address);
                if let Some(known) = known.filter(|it| it.question == question && question != Question::default()) {
                    let sha256 = self.output.keep(Kind::Index, &address, known, question)?;
                    return Ok((file, known.size, sha256.to_string()));
                }
                let bytes = json(&self.site.api(&file));
                let sha256 = self.output.answer(Kind::Index, &address, &bytes, question)?;
                Ok((file, bytes.len() as u64, sha256.to_string()))
            })
            .collect();
        let files = made.into_iter().collect::<Result<Vec<_>>>()?;
        self.output.put(Kind::Index, "/api/v1/index.json", &json(&self.site.api_index(&files))).map(drop)
    }

    fn feed(&self) -> Result<()> {
        let site = &self.compiled.model.site;
        let address = format!("{}feed.xml", site.url);
        let today = self.compiled.model.today.to_string();
        let news = self.site.news();
        let author = self.compiled.model.owner().map_or(&*site.title, |it| &it.name);
        let updated = news.iter().map(|it| it.updated.as_str()).max().unwrap_or(&today);
        let entries = news.iter().map(|it| FeedEntry {
            title: it.title,
            address: &it.url,
            published: &it.published,
            time: it.time.as_deref(),
            updated: Some(&it.updated),
            summary: it.summary,
            author: Some(it.author).filter(|it| *it != author),
            categories: it.categories.clone(),
        });
        let feed = Feed {
            title: &site.title,
            address: &address,
            page: &site.url,
            author,
            updated,
            rights: site.licence.as_deref(),
            entries: entries.collect(),
        };
        let mut bytes = Vec::new();
        emit::atom(&feed, &mut bytes);
        self.output.put(Kind::Index, "/feed.xml", &bytes).map(drop)
    }

    fn site_map(&self) -> Result<()> {
        let url = &self.compiled.model.site.url;
        let pages = self.site.mapped();
        let entry = |&page: &PageId| {
            let (address, changed) = self.site.map_entry(page);
            SitemapEntry { address: address.into(), changed: changed.map(Into::into) }
        };
        let write = |path: &str, pages: &[PageId]| -> Result<()> {
            let mut text = String::new();
            emit::sitemap(pages.par_iter().map(entry).collect::<Vec<_>>(), &mut text);
            self.output.put(Kind::Index, path, text.as_bytes()).map(drop)
        };
        if pages.len() <= SITEMAP_LIMIT {
            write("/sitemap.xml", &pages)?;
        } else {
            let mut parts = Vec::new();
            for (at, part) in pages.chunks(SITEMAP_LIMIT).enumerate() {
                let path = format!("sitemap-{}.xml", at + 1);
                write(&path, part)?;
                parts.push(format!("{url}{path}"));
            }
            let mut text = String::new();
            emit::sitemap_index(parts.iter().map(|it| SitemapEntry { address: it.into(), changed: None }), &mut text);
            self.output.put(Kind::Index, "/sitemap.xml", text.as_bytes())?;
        }
        // A column of a portal leaves /robots.txt to the portal.
        if self.compiled.model.site.scope != Scope::Column {
            let robots = emit::robots(&format!("{url}sitemap.xml"));
            self.output.put(Kind::Index, "/robots.txt", robots.as_bytes())?;
        }
        Ok(())
    }
}

fn json(shape: &Shape<'_>) -> Vec<u8> {
    let mut bytes = Vec::new();
    match shape {
        Shape::Catalogue(it) => emit::json(it, &mut bytes),
        Shape::Coverage(it) => emit::json(it, &mut bytes),
        Shape::Organisations(it) => emit::json(it, &mut bytes),
        Shape::Plans(it) => emit::json(it, &mut bytes),
        Shape::Entries(it) => emit::json(it, &mut bytes),
        Shape::Index(it) => emit::json(it, &mut bytes),
    }
    bytes
}
