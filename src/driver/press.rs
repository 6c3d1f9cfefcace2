//! Files of the site: each page, by whichever core is free, made, written and forgotten.

use anyhow::Result;
use rayon::prelude::*;

use super::{
    Compiled, Project, Told, Usage, attachment,
    frames::Frames,
    memo::Question,
    output::{Kind, Output, Sum, sha256},
    question::{Questions, second},
    read,
    steps::{Count, Steps},
};
use crate::{
    diagnostic::Findings,
    emit::{self, Theme},
    office,
    site::{Material, PageId, Site},
    source::FileId,
};

/// All that makes files of the site.
pub struct Press<'a> {
    pub(super) project: &'a Project,
    pub(super) compiled: &'a Compiled,
    pub(super) site: &'a Site<'a>,
    pub(super) theme: &'a Theme,
    pub(super) output: &'a Output,
    /// Whether anybody asks later what a page was made from.
    pub(super) remembers: bool,
}

impl Press<'_> {
    /// Writes what pages load.
    ///
    /// # Errors
    ///
    /// The machine's.
    pub fn assets(&self) -> Result<()> {
        for asset in self.theme.assets() {
            self.output.put(Kind::Asset, &asset.address, &asset.bytes)?;
        }
        Ok(())
    }

    /// Writes the files that entries publish: what was judged, or nothing.
    ///
    /// # Errors
    ///
    /// The machine's; a file that changed since.
    pub fn attachments(&self) -> Result<()> {
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

    /// Writes all pages. Answers what they were made from, where anybody asks later.
    ///
    /// # Errors
    ///
    /// The machine's; a file that changed since; [`Usage`] for a template that fails.
    pub fn pages(&self, steps: &dyn Steps) -> Result<Option<Questions>> {
        let pages = self.site.pages();
        steps.pages(pages.len());
        self.output.expect(pages.len());
        let frames = Frames::new(self.site, self.theme, &pages).map_err(broken)?;
        let questions = self.remembers.then(|| Questions::new(self.compiled, self.site, &frames));
        let done = Count::new(steps);
        pages.par_iter().try_for_each_init(Vec::new, |buffer, &page| {
            self.page(page, &frames, questions.as_ref(), buffer)?;
            done.one();
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

    /// The text and the tables that a page needs, laid aside or read again: what is published must be what was judged.
    fn material(&self, page: PageId) -> Result<Material> {
        let mut material = Material::default();
        if let PageId::Entry(id) = page {
            let file = self.compiled.model.entry(id).file;
            let draft = self.compiled.drafts.as_ref().and_then(|it| it.find(file));
            material.html = draft.and_then(|it| self.site.filled(id, &it));
            if material.html.is_none() {
                let bytes = self.bytes(file)?;
                if self.compiled.judged(file) != Some(blake3::hash(&bytes).as_bytes()) {
                    return Err(changed(self.compiled.sources.path(file)));
                }
                material.text = office::text(&bytes);
            }
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
