//! One function is the compiler: disk → sources → syntax → model → standing → findings → report.

use std::collections::{BTreeMap, BTreeSet};

use anyhow::Result;
use rayon::prelude::*;

use super::{Project, Timings, Usage, attachment, attachment::Attached, read, read_lock, theme, walk::walk};
use crate::{
    check,
    day::Day,
    diagnostic::{Findings, Policy, Report, close},
    model::{Entry, Model},
    print,
    resolve::{self, AsOf, Attachments, Catalogue, Numbering, lock::Lock},
    rulebook::RULEBOOK,
    scan, site,
    source::{FileId, Role, Sources},
    standing::{self, Standing},
    syntax,
};

/// What a run asks for.
#[derive(Clone, Copy, Debug)]
pub struct Options {
    /// `--as-of`.
    pub as_of: Option<Day>,
    /// The day of the run.
    pub today: Day,
    /// What is done about entries without a number.
    pub numbering: Numbering,
    /// Whether a lock that holds a number twice is taken and mended: `lock`.
    pub merged: bool,
}

/// What a run knows when everything is read and judged, before anything is written.
#[derive(Debug)]
pub struct Compiled {
    /// The files.
    pub sources: Sources,
    /// The model.
    pub model: Model,
    /// The body's duty, measured.
    pub standing: Standing,
    /// What is known of the files beside the entries.
    pub attached: BTreeMap<FileId, Attached>,
    /// What settings say about findings.
    pub policy: Policy,
    /// What was found, before the close: who plans the site adds to it.
    pub findings: Findings,
    /// The lock, brought up to date.
    pub lock: Lock,
    /// BLAKE3 of each entry's bytes when it was judged: what is published is what was judged.
    pub judged: BTreeMap<FileId, Hash>,
    /// How long each phase took.
    pub timings: Timings,
}

impl Compiled {
    /// Looks at the theme and plans the site, and keeps what was found: the same that a build would tell.
    ///
    /// # Errors
    ///
    /// [`Usage`] for a theme that is not there; the machine's.
    pub fn plan(&mut self, project: &Project) -> Result<()> {
        theme::load(project, &self.model.site, &mut self.findings)?;
        let (_, found) = site::plan(&self.model, &self.standing, &self.sources, self.facts());
        self.findings.extend(found);
        Ok(())
    }

    /// Files beside the entries that no entry names: they are not published.
    pub fn unnamed(&self) -> Vec<&str> {
        let leaving = self.policy.leaving.as_ref();
        let stays = |file: &&FileId| leaving.is_some_and(|it| !it.contains(*file));
        self.attached.keys().filter(stays).map(|&file| self.sources.path(file)).collect()
    }

    /// What pages say of files.
    pub fn facts(&self) -> BTreeMap<FileId, site::FileFacts> {
        let facts = |it: &Attached| site::FileFacts { size: it.size, sha256: it.sha256.clone() };
        self.attached.iter().map(|(&file, it)| (file, facts(it))).collect()
    }

    /// Decides what was found.
    pub fn close(&self) -> Report {
        let mut report = close(self.findings.clone(), &self.policy, &self.sources, self.model.today);
        // A rule may quote a title in which another finds a person's number.
        report.veil(print::veil);
        report
    }
}

/// Reads and judges the project.
///
/// # Errors
///
/// [`Usage`] for a project that is none, a damaged lock, `--locked` without a day; the machine's for a disk that fails.
pub fn compile(project: &Project, options: Options) -> Result<Compiled> {
    let mut timings = Timings::start();
    let mut findings = Findings::new();
    let sources = walk(project, &mut findings)?;
    timings.lap("walk", words! { zh: "列出文件", en: "list files" });
    let lock = read_lock(project, options.merged)?;
    let as_of = AsOf { given: options.as_of, today: options.today };
    let declared = catalogue(project, &sources, &mut findings)?;
    let catalogue = resolve::catalogue(declared, &RULEBOOK, as_of, &mut findings);
    if options.numbering == Numbering::Refuse && !catalogue.day_is_said {
        return Err(Usage(text! {
            zh: "--locked 需要明确的日期：在 [site] 中写 as_of，或用 --as-of 指定",
            en: "--locked wants an explicit day: `as_of` in [site], or --as-of"
        })
        .into());
    }
    timings.lap("catalogue", words! { zh: "读目录", en: "read the catalogue" });
    let attached = attachment::all(project, &sources, &mut findings)?;
    timings.lap("attachments", words! { zh: "读附件", en: "read attachments" });
    let (entries, judged) = entries(project, &sources, &catalogue, &attached, &mut findings)?;
    timings.lap("entries", words! { zh: "读条目", en: "read entries" });
    let whole = resolve::whole(catalogue, entries, lock, &RULEBOOK, options.numbering, &mut findings);
    timings.lap("resolve", words! { zh: "核对引用和编号", en: "resolve references and numbers" });
    let standing = standing::measure(&whole.model);
    timings.lap("standing", words! { zh: "统计公开情况", en: "measure the standing" });
    let policy = &whole.policy;
    check::run(&whole.model, &standing, |rule| !policy.is_off(rule), &mut findings);
    timings.lap("rules", words! { zh: "逐条判定", en: "judge by the rules" });
    let mut policy = whole.policy;
    // Catalogue files always leave; of the rest only what is, or will be, published.
    let mut leaving = site::leaving(&whole.model, &sources);
    leaving.extend(sources.iter().filter(|(_, source)| source.role == Role::Catalogue).map(|(file, _)| file));
    policy.checked = checked(&whole.model);
    policy.leaving = Some(leaving);
    Ok(Compiled {
        sources,
        model: whole.model,
        standing,
        attached,
        policy,
        findings,
        lock: whole.lock,
        judged,
        timings,
    })
}

/// Attachments that someone looked at and said so.
fn checked(model: &Model) -> BTreeSet<FileId> {
    let attachments = model.entries.iter().flat_map(|entry| &entry.attachments);
    attachments.filter(|it| it.checked).filter_map(|it| it.file).collect()
}

fn catalogue(project: &Project, sources: &Sources, findings: &mut Findings) -> Result<Vec<syntax::Declared>> {
    let mut declared = Vec::new();
    for (file, _) in sources.iter().filter(|(_, source)| source.role == Role::Catalogue) {
        let Some(bytes) = read::bytes(project, sources, file, findings)? else { continue };
        let text = syntax::text(file, &bytes, findings);
        let tables = syntax::catalogue(file, &text, findings);
        scan::catalogue(file, sources.path(file), &text, findings);
        declared.extend(tables);
    }
    Ok(declared)
}

/// BLAKE3 of a file's bytes.
pub type Hash = [u8; 32];

/// An entry with the hash of its file, where the file could be read, and what was found in it.
type Read = (Option<(Entry, Hash)>, Findings);

/// All entries, each by whichever core is free; a text lives only while its own file is looked at.
fn entries(
    project: &Project,
    sources: &Sources,
    catalogue: &Catalogue,
    attached: &BTreeMap<FileId, Attached>,
    findings: &mut Findings,
) -> Result<(Vec<Entry>, BTreeMap<FileId, Hash>)> {
    let tables = attached.iter().filter_map(|(&file, it)| Some((file, it.table.clone()?))).collect();
    let files = Attachments { sources, tables: &tables };
    let numbers: Vec<FileId> =
        sources.iter().filter(|(_, source)| source.role == Role::Entry).map(|(file, _)| file).collect();
    let read: Vec<Result<Read>> = numbers
        .into_par_iter()
        .map(|file| {
            let mut findings = Findings::new();
            let Some(bytes) = read::bytes(project, sources, file, &mut findings)? else {
                return Ok((None, findings));
            };
            let text = syntax::text(file, &bytes, &mut findings);
            let document = syntax::entry(file, &text, &mut findings);
            scan::entry(&document, sources.path(file), &text, &mut findings);
            let entry = resolve::entry(document, catalogue, files, &mut findings);
            Ok((Some((entry, *blake3::hash(&bytes).as_bytes())), findings))
        })
        .collect();
    let mut entries = Vec::with_capacity(read.len());
    let mut judged = BTreeMap::new();
    for it in read {
        let (entry, found) = it?;
        findings.extend(found);
        if let Some((entry, hash)) = entry {
            judged.insert(entry.file, hash);
            entries.push(entry);
        }
    }
    Ok((entries, judged))
}
