//! One function is the compiler: disk → sources → syntax → model → standing → findings → report.

use std::collections::{BTreeMap, BTreeSet};

use anyhow::Result;

use super::{
    Project, Timings, Usage, attachment,
    attachment::Attached,
    drafts::Drafts,
    list,
    memo::{Cache, Hash, Reading, Shelf},
    read, read_lock,
    steps::{Count, Steps},
    theme,
    walk::Walked,
};
use crate::{
    check,
    day::Day,
    diagnostic::{Findings, Policy, Report, finalize},
    model::{Entry, Model},
    pack::{Packer, Unpacker},
    print,
    resolve::{self, AsOf, Attachments, Catalogue, Numbering, lock::Lock},
    rulebook::RULEBOOK,
    scan, site,
    source::{FileId, Role, Sources},
    standing::{self, Standing},
    syntax::{self, Document},
    text::Words,
};

/// The phase in which the site is planned.
pub(super) const PLAN: Words = words! { zh: "规划网站", en: "plan the site" };

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
    /// Whether pages are made afterwards: their texts are laid aside.
    pub pages: bool,
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
    /// What was found, before it is finalized: who plans the site adds to it.
    pub findings: Findings,
    /// The lock, brought up to date.
    pub lock: Lock,
    /// BLAKE3 of each entry's bytes when it was judged, by file.
    judged: Vec<(FileId, Hash)>,
    /// HTML of the texts that were read, as far as it was laid aside.
    pub(super) drafts: Option<Drafts>,
    /// BLAKE3 of the catalogue as it was judged.
    pub declared: Hash,
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
        self.timings.lap("plan", PLAN);
        Ok(())
    }

    /// Files beside the entries that no entry names: they are not published.
    pub fn unnamed(&self) -> Vec<&str> {
        let exposed = self.policy.exposed.as_ref();
        let stays = |file: &&FileId| exposed.is_some_and(|it| !it.contains(*file));
        self.attached.keys().filter(stays).map(|&file| self.sources.path(file)).collect()
    }

    /// BLAKE3 of the bytes of the entry in `file` when it was judged: what is published is what was judged.
    pub fn judged(&self, file: FileId) -> Option<&Hash> {
        self.judged.binary_search_by_key(&file, |it| it.0).ok().map(|at| &self.judged[at].1)
    }

    /// What pages say of files.
    pub fn facts(&self) -> BTreeMap<FileId, site::FileFacts> {
        let facts = |it: &Attached| site::FileFacts { size: it.size, sha256: it.sha256.to_string() };
        self.attached.iter().map(|(&file, it)| (file, facts(it))).collect()
    }

    /// Decides what was found.
    pub fn close(&self) -> Report {
        let mut report = finalize(self.findings.clone(), &self.policy, &self.sources, self.model.today);
        // A rule may quote a title in which another finds a person's number.
        report.veil(print::veil);
        report
    }
}

/// Lists, reads and judges the project, and remembers nothing.
///
/// # Errors
///
/// As [`judge`].
pub fn compile(project: &Project, options: Options) -> Result<Compiled> {
    judge(project, Walked::new(list(project)?), options, None, &())
}

/// Reads and judges the project whose files were listed. What was read before, and has not changed, is taken from `cache`.
///
/// # Errors
///
/// [`Usage`] for a project that is none, a damaged lock, `--locked` without a day; the machine's for a disk that fails.
pub fn judge(
    project: &Project,
    mut walked: Walked,
    options: Options,
    cache: Option<&Cache>,
    steps: &dyn Steps,
) -> Result<Compiled> {
    let mut findings = std::mem::take(&mut walked.findings);
    let mut timings = walked.timings.clone();
    let as_of = AsOf { given: options.as_of, today: options.today };
    let (lock, declared) =
        rayon::join(|| read_lock(project, options.merged), || catalogue(project, &walked.sources, &mut findings));
    let (lock, (declared, hash)) = (lock?, declared?);
    let catalogue = resolve::catalogue(declared, &RULEBOOK, as_of, &mut findings);
    if options.numbering == Numbering::Refuse && !catalogue.day_is_said {
        return Err(Usage(text! {
            zh: "--locked 需要明确的日期：在 [site] 中写 as_of，或用 --as-of 指定",
            en: "--locked wants an explicit day: `as_of` in [site], or --as-of"
        })
        .into());
    }
    timings.lap("catalogue", words! { zh: "读目录", en: "read the catalogue" });
    let attached = attachment::all(cache, project, &walked, &mut findings)?;
    timings.lap("attachments", words! { zh: "读附件", en: "read attachments" });
    let drafts = cache.filter(|_| options.pages).and_then(|it| Drafts::beside(it, walked.sources.len()));
    let shelf = Shelf { cache, project, walked: &walked, aside: drafts };
    let (entries, judged) = entries(&shelf, &catalogue, &attached, steps, &mut findings)?;
    let drafts = shelf.aside;
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
    let Walked { sources, .. } = walked;
    let mut exposed = site::exposed(&whole.model, &sources);
    exposed.extend(sources.iter().filter(|(_, source)| source.role == Role::Catalogue).map(|(file, _)| file));
    policy.checked = checked(&whole.model);
    policy.exposed = Some(exposed);
    Ok(Compiled {
        sources,
        model: whole.model,
        standing,
        attached,
        policy,
        findings,
        lock: whole.lock,
        judged,
        drafts,
        declared: hash,
        timings,
    })
}

/// Attachments that someone looked at and said so.
fn checked(model: &Model) -> BTreeSet<FileId> {
    let attachments = model.entries.iter().flat_map(|entry| &entry.attachments);
    attachments.filter(|it| it.checked).filter_map(|it| it.file).collect()
}

fn catalogue(project: &Project, sources: &Sources, findings: &mut Findings) -> Result<(Vec<syntax::Declared>, Hash)> {
    let mut declared = Vec::new();
    let mut hasher = blake3::Hasher::new();
    for (file, _) in sources.iter().filter(|(_, source)| source.role == Role::Catalogue) {
        let Some(bytes) = read::bytes(project, sources, file, findings)? else { continue };
        hasher.update(&bytes.len().to_le_bytes()).update(&bytes);
        let text = syntax::text(file, &bytes, findings);
        let tables = syntax::catalogue(file, &text, findings);
        scan::catalogue(file, sources.path(file), &text, findings);
        declared.extend(tables);
    }
    Ok((declared, *hasher.finalize().as_bytes()))
}

/// BLAKE3 of each entry's bytes when it was judged, by file.
pub type Judged = Vec<(FileId, Hash)>;

impl Reading for Document {
    const SHELF: &'static str = "entries";

    type Aside = Option<Drafts>;

    fn read(file: FileId, path: &str, bytes: &[u8], drafts: &Option<Drafts>, findings: &mut Findings) -> Self {
        let text = syntax::text(file, bytes, findings);
        let document = match drafts {
            None => syntax::entry(file, &text, findings),
            Some(drafts) => {
                let (document, draft) = syntax::drafted(file, &text, site::TONGUE, findings);
                draft.inspect(|it| drafts.keep(file, it));
                document
            }
        };
        scan::entry(&document, path, &text, findings);
        document
    }

    fn pack(&self, to: &mut Packer) {
        self.pack(to);
    }

    fn unpack(file: FileId, from: &mut Unpacker<'_>) -> Option<Self> {
        Self::unpack(file, from)
    }
}

/// All entries, each by whichever core is free; a text lives only while its own file is looked at.
#[expect(clippy::vec_box, reason = "as in the model: each entry stays where it was made")]
fn entries(
    shelf: &Shelf<'_, Document>,
    catalogue: &Catalogue,
    attached: &BTreeMap<FileId, Attached>,
    steps: &dyn Steps,
    findings: &mut Findings,
) -> Result<(Vec<Box<Entry>>, Judged)> {
    let tables = attached.iter().filter_map(|(&file, it)| Some((file, it.table.clone()?))).collect();
    let sources = &shelf.walked.sources;
    let attachments = Attachments { sources, tables: &tables };
    let files: Vec<FileId> =
        sources.iter().filter(|(_, source)| source.role == Role::Entry).map(|(file, _)| file).collect();
    steps.files(files.len());
    let done = Count::new(steps);
    let read = shelf.read_all(&files, |_, read, mut findings| {
        done.one();
        let entry = read
            .map(|(document, hash)| (Box::new(resolve::entry(document, catalogue, attachments, &mut findings)), hash));
        (entry, findings)
    })?;
    let mut entries = Vec::with_capacity(read.len());
    let mut judged = Vec::with_capacity(read.len());
    for (entry, found) in read {
        findings.extend(found);
        if let Some((entry, hash)) = entry {
            judged.push((entry.file, hash));
            entries.push(entry);
        }
    }
    Ok((entries, judged))
}
