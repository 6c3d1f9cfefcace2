//! From a judged project to a written site: pages by all cores, each made, written and forgotten.

use std::sync::atomic::{AtomicUsize, Ordering};

use super::Told;
use anyhow::Result;
use rayon::prelude::*;

use super::{
    Compiled, Project, Timings, Usage, Written, attachment,
    frames::Frames,
    memo::Question,
    output::{Disk, Kind, Memory, Output, Sum, sha256},
    question::{Questions, second},
    read, theme, write_lock,
};
use crate::{
    diagnostic::{Findings, Report},
    emit::{self, Feed, FeedEntry, SITEMAP_LIMIT, SitemapEntry, Theme},
    office,
    site::{self, ApiFile, Material, PageId, Shape, Site},
    source::FileId,
    vocabulary::Scope,
};

/// How a build tells how far it is.
pub trait Steps: Sync {
    /// So many pages will be made.
    fn pages(&self, count: usize);
    /// So many more are done.
    fn step(&self, count: usize);
}

/// What became of a build.
#[derive(Debug)]
pub struct Built {
    /// What was found.
    pub report: Report,
    /// What was written; none where something stopped it.
    pub written: Option<Written>,
    /// How long each phase took, those of the compilation first.
    pub timings: Timings,
}

/// Writes the site, unless a stop error stands; with `strict`, unless any error does. The lock is written before the site
/// takes effect. What lies there as `memory` knows it, and would be made again from the same, is kept.
///
/// # Errors
///
/// [`Usage`](super::Usage) for an output folder that is not ours; the machine's.
pub fn build(
    project: &Project,
    compiled: &mut Compiled,
    strict: bool,
    lock: bool,
    memory: Option<Memory>,
    steps: &dyn Steps,
) -> Result<Built> {
    let mut found = Findings::new();
    let theme = theme::load(project, &compiled.model.site, &mut found)?;
    let (site, planned) = site::plan(&compiled.model, &compiled.standing, &compiled.sources, compiled.facts());
    compiled.findings.extend(found);
    compiled.findings.extend(planned);
    let mut timings = compiled.timings.clone();
    timings.lap("plan", words! { zh: "规划网站", en: "plan the site" });
    let report = compiled.close();
    timings.lap("close", words! { zh: "定级", en: "close" });
    let (Some(theme), false) = (theme, report.stops() || (strict && report.fails())) else {
        return Ok(Built { report, written: None, timings });
    };
    // Taking hold of the folder comes first: where it cannot be written, the lock stays as it is.
    let remembers = memory.is_some();
    let output = Output::open(project, &Disk::default())?.knowing(memory);
    let lines = std::mem::take(&mut compiled.lock);
    let press = Press { project, compiled, site: &site, theme: &theme, output: &output, remembers };
    press.assets()?;
    press.attachments()?;
    timings.lap("files", words! { zh: "写附件和样式", en: "write attachments and styles" });
    // Most often the lock says the same already; to see it takes a while, and nothing waits for it.
    let lock = || if lock { write_lock(project, lines).map(drop) } else { Ok(()) };
    let (locked, made) = rayon::join(lock, || press.pages(steps));
    locked?;
    let questions = made?;
    timings.lap("pages", words! { zh: "排网页", en: "make pages" });
    press.indices(questions.as_ref())?;
    timings.lap("indices", words! { zh: "写数据文件", en: "write indices" });
    let written = output.commit()?;
    timings.lap("commit", words! { zh: "落盘和生效", en: "sync and commit" });
    Ok(Built { report, written: Some(written), timings })
}

/// All that makes files of the site.
struct Press<'a> {
    project: &'a Project,
    compiled: &'a Compiled,
    site: &'a Site<'a>,
    theme: &'a Theme,
    output: &'a Output,
    /// Whether anybody asks later what a page was made from.
    remembers: bool,
}

impl Press<'_> {
    fn assets(&self) -> Result<()> {
        for asset in self.theme.assets() {
            self.output.put(Kind::Asset, &asset.address, &asset.bytes)?;
        }
        Ok(())
    }

    fn attachments(&self) -> Result<()> {
        let files: Vec<_> = self.site.files().collect();
        files.into_par_iter().try_for_each(|published| {
            let judged = self.compiled.attached.get(&published.file).map(|it| it.sha256);
            if let Some(known) = self.output.known(&published.address).filter(|it| Some(Sum(it.sha256)) == judged) {
                return self.output.keep(Kind::Attachment, &published.address, known, known.question).map(drop);
            }
            let bytes = self.bytes(published.file)?;
            if judged != Some(sha256(&bytes)) {
                return Err(changed(self.compiled.sources.path(published.file)));
            }
            self.output.put(Kind::Attachment, &published.address, &bytes).map(drop)
        })
    }

    /// The bytes of a file that was read before; what is refused now has changed since.
    fn bytes(&self, file: FileId) -> Result<Vec<u8>> {
        let path = self.compiled.sources.path(file);
        read::bytes(self.project, &self.compiled.sources, file, &mut Findings::new())?.ok_or_else(|| changed(path))
    }

    fn pages(&self, steps: &dyn Steps) -> Result<Option<Questions>> {
        let pages = self.site.pages();
        steps.pages(pages.len());
        let frames = Frames::new(self.site, self.theme, &pages).map_err(broken)?;
        let questions = self.remembers.then(|| Questions::new(self.compiled, self.site, &frames));
        let done = AtomicUsize::new(0);
        pages.par_iter().try_for_each_init(Vec::new, |buffer, &page| {
            self.page(page, &frames, questions.as_ref(), buffer)?;
            // A step a page would make the cores wait for each other.
            if done.fetch_add(1, Ordering::Relaxed) % 64 == 63 {
                steps.step(64);
            }
            anyhow::Ok(())
        })?;
        Ok(questions)
    }

    fn page(&self, page: PageId, frames: &Frames, questions: Option<&Questions>, buffer: &mut Vec<u8>) -> Result<()> {
        let address = self.site.address(page);
        let shared = frames.of(self.site, page, &address);
        let kind = match page {
            PageId::Entry(_) | PageId::Tombstone(_) => Kind::Entry,
            PageId::Home => Kind::Home,
            _ => Kind::List,
        };
        let mut question = Question::default();
        let known = self.output.known(&address);
        if let Some(questions) = questions {
            question.first = questions.of_page(self.site, page);
            if let Some(known) = known.filter(|it| it.question.first == question.first && question.first != [0; 16]) {
                return self.output.keep(kind, &address, known, known.question).map(drop);
            }
        }
        let none = Material::default();
        let mut values = self.site.page(page, &none);
        if questions.is_some() {
            question.second = second(self.compiled, self.site, (page, &values), shared, buffer);
            if let Some(known) = known.filter(|it| it.question.second == question.second) {
                return self.output.keep(kind, &address, known, question).map(drop);
            }
        }
        let material = self.material(page)?;
        self.site.fill(&mut values, page, &material);
        buffer.clear();
        self.theme.render(shared, &values, buffer).map_err(broken)?;
        self.output.answer(kind, &address, buffer, question).map(drop)
    }

    /// The text and the tables that a page needs, read again: what is published must be what was judged.
    fn material(&self, page: PageId) -> Result<Material> {
        let mut material = Material::default();
        if let PageId::Entry(id) = page {
            let file = self.compiled.model.entry(id).file;
            let bytes = self.bytes(file)?;
            if self.compiled.judged(file) != Some(blake3::hash(&bytes).as_bytes()) {
                return Err(changed(self.compiled.sources.path(file)));
            }
            material.text = office::text(&bytes);
        }
        for file in self.site.tables_of(page) {
            let path = self.compiled.sources.path(file);
            let bytes = self.bytes(file)?;
            if self.compiled.attached.get(&file).is_none_or(|it| it.sha256 != sha256(&bytes)) {
                return Err(changed(path));
            }
            material.tables.extend(attachment::rows(path, &bytes).map(|table| (file, table)));
        }
        Ok(material)
    }

    fn indices(&self, questions: Option<&Questions>) -> Result<()> {
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
            emit::sitemap(pages.iter().map(entry), &mut text);
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

fn changed(path: &str) -> anyhow::Error {
    anyhow::Error::new(Told(
        text! { zh: "生成时 {path} 被改动了，没有发布；请重新运行", en: "{path} changed during the build: nothing was published, run again" },
    ))
}

/// A template that fails on a real page: the theme's author must mend it, so it is a fault of configuration.
fn broken(fault: emit::Fault) -> anyhow::Error {
    let line = fault.line.map(|line| format!(":{line}")).unwrap_or_default();
    let (zh, en) = (fault.message.zh, fault.message.en);
    anyhow::Error::from(Usage(text! { zh: "主题 {it}{line}：{zh}", en: "theme {it}{line}: {en}", it = fault.file }))
}
