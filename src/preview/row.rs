//! Findings as the panel tells them, each with the pages it belongs to.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use crate::{
    compile::SitePlan,
    diagnostic::{Diagnostic, Level, Report, Subject},
    model::EntryId,
    print::{Texts, message},
    site::{ListId, PageId},
    source::FileId,
    vocabulary::Lang,
};

/// A finding.
#[derive(Clone, Debug, Serialize)]
pub struct Row {
    /// `error`, `warn`, `note`.
    pub level: Level,
    /// Whether nothing may be published while it stands.
    pub stops: bool,
    /// Whether somebody has explained it.
    pub explained: bool,
    pub code: &'static str,
    /// The rule's name in Chinese.
    pub label: &'static str,
    pub message: String,
    pub help: String,
    /// Its file from the project's folder; empty for the project as a whole.
    pub path: String,
    /// Its line; none where the file as a whole is meant.
    pub line: Option<usize>,
    /// The pages it belongs to, from the site's root.
    pub pages: Vec<String>,
}

/// What tells which pages a finding belongs to.
struct Pages<'a> {
    plan: &'a SitePlan<'a>,
    items: BTreeMap<&'a str, PageId>,
    others: BTreeMap<(&'static str, &'a str), PageId>,
    /// The entries that list or show a file, by file.
    owners: BTreeMap<FileId, Vec<EntryId>>,
}

/// The pages that each finding of `report` belongs to, in its order.
pub fn pages(plan: &SitePlan<'_>, report: &Report) -> Vec<Vec<String>> {
    let pages = Pages::new(plan, report);
    report.diagnostics.iter().map(|it| pages.of(it)).collect()
}

impl Row {
    /// What is told of `diagnostic`, which belongs to `pages` and stands in one of `texts`.
    pub fn new(diagnostic: &Diagnostic, pages: &[String], texts: &Texts<'_>, lang: Lang) -> Self {
        let finding = &diagnostic.finding;
        let (path, line) = texts.place(finding).map_or_else(Default::default, |(path, line)| (path.into_owned(), line));
        let (zh, en) = diagnostic.help();
        Self {
            level: diagnostic.level,
            stops: diagnostic.stops(),
            explained: diagnostic.explained.is_some(),
            code: finding.rule.code,
            label: finding.rule.label,
            message: message(finding, lang, texts).into_owned(),
            help: if lang == Lang::Zh { zh } else { en }.to_owned(),
            path,
            line,
            pages: pages.to_vec(),
        }
    }
}

impl<'a> Pages<'a> {
    fn new(plan: &'a SitePlan<'a>, report: &Report) -> Self {
        let model = &plan.analysis.model;
        let items = model.items().map(|(id, item)| (&*item.id, PageId::List(ListId::Item(id), None))).collect();
        let mut others: BTreeMap<(&'static str, &str), PageId> = BTreeMap::new();
        for (at, it) in model.organisations.iter().enumerate() {
            let page = PageId::List(ListId::Organisation(crate::model::OrganisationId::new(at)), None);
            others.insert(("organisation", &*it.id), page);
        }
        for (at, it) in model.projects.iter().enumerate() {
            others.insert(("project", &*it.id), PageId::Project(crate::model::ProjectId::new(at)));
        }
        for (at, it) in model.plans.iter().enumerate() {
            others.insert(("task", &*it.id), PageId::Plan(crate::model::PlanId::new(at)));
        }
        // Whose a file is, is asked only of files that something was found in.
        let files = report.diagnostics.iter().filter_map(|it| it.finding.place.file());
        let wanted: BTreeSet<FileId> = files.filter(|&it| plan.analysis.sources.entry_name(it).is_none()).collect();
        let mut owners: BTreeMap<FileId, Vec<EntryId>> = BTreeMap::new();
        if !wanted.is_empty() {
            for (id, entry) in model.entries() {
                let listed = entry.attachments.iter().filter_map(|it| it.file);
                let shown = plan.site.files_of(id).iter().map(|it| it.file);
                let all = listed.chain(entry.table.iter().map(|it| it.file)).chain(shown);
                for file in all.filter(|it| wanted.contains(it)).collect::<BTreeSet<_>>() {
                    owners.entry(file).or_default().push(id);
                }
            }
        }
        Self { plan, items, others, owners }
    }

    /// The addresses of the pages that a finding belongs to.
    fn of(&self, diagnostic: &Diagnostic) -> Vec<String> {
        let (analysis, site) = (self.plan.analysis, &self.plan.site);
        let mut pages: BTreeSet<String> = BTreeSet::new();
        let mut entries: Vec<EntryId> = Vec::new();
        if let Some(file) = diagnostic.finding.place.file() {
            match analysis.sources.entry_name(file) {
                Some(name) => entries.extend(analysis.model.named(name)),
                None => entries.extend(self.owners.get(&file).into_iter().flatten()),
            }
        }
        for subject in &diagnostic.finding.subjects {
            let page = match subject {
                Subject::Entry(name) => {
                    entries.extend(analysis.model.named(name));
                    None
                }
                Subject::Item(id) => self.items.get(id.as_str()),
                Subject::Account(_) => Some(&PageId::Accounts),
                Subject::Task(id) => self.others.get(&("task", id.split('/').next().unwrap_or_default())),
                Subject::Organisation(_) | Subject::Project(_) => self.others.get(&(subject.key(), subject.name())),
                Subject::File(_) | Subject::Other(_) => None,
            };
            pages.extend(page.map(|&it| site.address(it).into_owned()));
        }
        let addresses = entries.into_iter().map(|id| analysis.model.entry(id).address.to_string());
        pages.extend(addresses.filter(|it| !it.is_empty()));
        pages.into_iter().collect()
    }
}
