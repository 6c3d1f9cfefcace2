//! What is known of a project once it is judged, and the plan of its site.

use std::collections::BTreeMap;

use anyhow::Result;

use super::{
    as_published::as_published,
    attachment::{Attached, rows},
    completeness::completeness,
    entries::Judged,
    html_templates::HtmlTemplates,
    names::hidden_body,
    parse_cache::Hash,
    probe::probe,
    read,
    theme::LoadedTheme,
};
use crate::{
    compliance::Compliance,
    diagnostic::{Findings, Policy, Report, finalize},
    model::{EntryId, Model, TableAt},
    office, print, scan, site,
    site::Site,
    source::{FileId, Sources},
    table::Table,
    world::{UserMessage, World, sha256},
};

/// A judged project. Nothing changes it: what a plan or a theme finds besides is kept by the [`SitePlan`].
#[derive(Debug)]
pub struct Analysis {
    /// The files.
    pub sources: Sources,
    /// The catalogue, whole.
    pub model: Model,
    /// The body's duty, measured.
    pub compliance: Compliance,
    /// What is known of the files beside the entries.
    pub attached: BTreeMap<FileId, Attached>,
    /// What settings say about findings.
    pub policy: Policy,
    /// What was found so far, without levels.
    pub findings: Findings,
    /// BLAKE3 of each entry's bytes when it was judged, by file: what is published is what was judged.
    pub(super) judged: Judged,
    /// HTML of the texts that were read, as far as there was room for it.
    pub templates: Option<HtmlTemplates>,
    /// BLAKE3 of the catalogue as it was judged.
    pub catalogue_hash: Hash,
    /// Whether the site can be searched.
    pub searchable: bool,
}

impl Analysis {
    /// Plans the site, to be made with `theme`.
    pub fn plan(&self, theme: &LoadedTheme) -> SitePlan<'_> {
        let (site, planned) = site::plan(&self.model, &self.compliance, &self.sources, self.file_facts());
        let site = if self.searchable { site } else { site.without_search() };
        let mut findings = theme.findings.clone();
        findings.extend(planned);
        if let Some(own) = theme.theme.as_ref().filter(|_| theme.is_own) {
            probe(&self.model, &site, own, &mut findings);
        }
        SitePlan { analysis: self, site, findings }
    }

    /// Plans what the site would be if every draft were public: for a preview, which shows their pages and nothing else of it.
    pub fn plan_with_drafts(&self) -> SitePlan<'_> {
        let site = site::plan_with_drafts(&self.model, &self.compliance, &self.sources, self.file_facts());
        SitePlan { analysis: self, site, findings: Findings::new() }
    }

    /// What pages say of files.
    pub fn file_facts(&self) -> BTreeMap<FileId, site::FileFacts> {
        let facts = |it: &Attached| site::FileFacts { size: it.size, sha256: it.sha256.to_string() };
        self.attached.iter().map(|(&file, it)| (file, facts(it))).collect()
    }

    /// Files beside the entries that no entry names: they are not published.
    pub fn unnamed(&self) -> Vec<&str> {
        let exposed = self.policy.exposed.as_ref();
        let stays = |file: &&FileId| exposed.is_some_and(|it| !it.contains(*file));
        self.attached.keys().filter(stays).map(|&file| self.sources.path(file)).collect()
    }

    /// BLAKE3 of the bytes of the entry in `file` when it was judged.
    pub fn judged(&self, file: FileId) -> Option<&Hash> {
        self.judged.binary_search_by_key(&file, |it| it.0).ok().map(|at| &self.judged[at].1)
    }

    /// The text of an entry's file; without names, where they may not be shown any more.
    ///
    /// # Errors
    ///
    /// The machine's; a file that changed since it was judged.
    pub fn entry_text(&self, world: &dyn World, id: EntryId) -> Result<String> {
        let file = self.model.entry(id).file;
        let bytes = self.read_again(world, file)?;
        let is_same = self.judged(file) == Some(blake3::hash(&bytes).as_bytes());
        if !is_same {
            return Err(self.changed(file));
        }
        let mut text = office::text(&bytes);
        let entry = self.model.entry(id);
        if let Some(names) = entry.hidden_names() {
            let start = (entry.body.start as usize).min(text.len());
            let body = text.split_off(start);
            let whole = names.whole.is_some();
            text.extend(Some(body).filter(|_| !whole).and_then(|it| hidden_body(entry, names, &it, &self.sources)));
        }
        Ok(text)
    }

    /// The bytes of a file beside the entries.
    ///
    /// # Errors
    ///
    /// As [`entry_text`](Self::entry_text).
    pub fn attachment(&self, world: &dyn World, file: FileId) -> Result<Vec<u8>> {
        let bytes = as_published(self.sources.path(file), self.read_again(world, file)?.into()).into_owned();
        let is_same = self.attached.get(&file).is_some_and(|it| it.sha256 == sha256(&bytes));
        if is_same { Ok(bytes) } else { Err(self.changed(file)) }
    }

    /// The rows of a table in a file beside the entries, if there are any, as entry `id` shows them: without names, where they may
    /// not be shown any more.
    ///
    /// # Errors
    ///
    /// As [`entry_text`](Self::entry_text).
    pub fn rows(&self, world: &dyn World, id: EntryId, (file, sheet): &TableAt) -> Result<Option<Table>> {
        let bytes = self.attachment(world, *file)?;
        let rows = rows(self.sources.path(*file), &bytes, sheet.as_deref());
        let entry = self.model.entry(id);
        let Some(names) = entry.hidden_names() else { return Ok(rows) };
        let register = entry.table.as_ref().filter(|it| it.file == *file).and_then(|it| it.register);
        let schema = register.map(|it| &self.model.register(it).schema);
        let known = scan::Known::new(names.known.iter().map(|it| &**it));
        Ok(rows.map(|it| scan::hidden_rows(&it, schema, &known)))
    }

    /// What is refused now has changed since.
    fn read_again(&self, world: &dyn World, file: FileId) -> Result<Vec<u8>> {
        read::bytes(world, &self.sources, file, &mut Findings::new())?.ok_or_else(|| self.changed(file))
    }

    fn changed(&self, file: FileId) -> anyhow::Error {
        let path = self.sources.path(file);
        anyhow::Error::new(UserMessage(
            text! { zh: "生成时 {path} 被改动了，没有发布；请重新运行", en: "{path} changed during the build: nothing was published, run again" },
        ))
    }
}

/// The plan of a site, and what only the plan can tell.
#[derive(Debug)]
pub struct SitePlan<'a> {
    /// What it is made from.
    pub analysis: &'a Analysis,
    /// Its pages and files.
    pub site: Site<'a>,
    /// Broken links, lost addresses, faults of the theme.
    findings: Findings,
}

impl SitePlan<'_> {
    /// Decides all that was found: law by day, levels, explained exceptions, order.
    pub fn report(&self) -> Report {
        let Analysis { model, sources, policy, compliance, .. } = self.analysis;
        let mut findings = self.analysis.findings.clone();
        findings.extend(self.findings.clone());
        let mut report = finalize(findings, policy, sources, model.today);
        // A rule may quote a title in which another finds a person's number.
        report.veil(print::veil);
        report.completeness = Some(completeness(model, compliance, &report));
        report
    }
}
