//! The compiler: a world's files to a judged catalogue. One function, and what it answers is never changed afterwards.

use std::collections::{BTreeMap, BTreeSet};

use anyhow::Result;

use super::{
    Analysis, LockUpdate, attachment, catalogue, entries::entries, evidence, files::Files,
    html_templates::HtmlTemplates, lock::read_lock, names, parse_cache::ParseCache, rule_texts, scans, sheets,
    wordings,
};
use crate::{
    check,
    compile::rulebook::RULEBOOK,
    compliance,
    day::Day,
    diagnostic::Findings,
    model::{Model, State},
    resolve::{self, AsOf, Catalogue, Numbering},
    scan::Lexicon,
    site,
    source::{FileId, Role, Sources, Span},
    syntax,
    vocabulary::Text,
    world::{Cache, Progress, Usage, World},
};

/// What a run asks for.
#[derive(Clone, Copy, Debug, Hash)]
pub struct Options {
    /// `--as-of`.
    pub as_of: Option<Day>,
    /// What is done about entries without a number.
    pub numbering: Numbering,
    /// Whether a lock that holds a number twice is taken and mended: `lock`.
    pub merged: bool,
    /// Whether pages are made afterwards: HTML of texts is kept for them while they are read.
    pub pages: bool,
    /// Whether the site can be searched; `--no-search` says no.
    pub search: bool,
}

/// Lists, parses, links and judges the project in `world`. What was parsed before, and has not changed, is taken from `cache`.
///
/// # Errors
///
/// [`Usage`] for a project that is none, a damaged lock, `--locked` without a day; the machine's for a disk that fails.
pub fn analyze(
    world: &dyn World,
    options: &Options,
    cache: Option<&dyn Cache>,
    progress: &dyn Progress,
) -> Result<(Analysis, LockUpdate)> {
    let listing = world.list()?;
    let mut files = Files::new(listing);
    progress.phase("names", words! { zh: "核对文件名", en: "look at their names" });
    let mut findings = std::mem::take(&mut files.findings);
    if files.of(Role::Catalogue).is_empty() {
        return Err(Usage(text! {
            zh: "catalogue 文件夹里没有目录文件（.toml）：从版本库或备份恢复，新建项目用 gongkai init",
            en: "the folder `catalogue` holds no .toml file: restore it, or make a project with `gongkai init`"
        })
        .into());
    }
    let as_of = AsOf { given: options.as_of, today: world.today() };
    let (lock, declared) = rayon::join(
        || read_lock(world, options.merged, options.numbering),
        || catalogue::read(world, &files.sources, &mut findings),
    );
    let (declared, catalogue_hash) = declared?;
    let mut catalogue = resolve::catalogue(declared, &RULEBOOK, as_of, &mut findings);
    // What this program is too old for may have a lock that it cannot read.
    refuse(&catalogue, world, &files.sources)?;
    let (lock, was, merged) = lock?;
    for (range, text) in merged {
        if let Some(file) = files.sources.find("catalogue/index.lock") {
            let finding = findings.raise(&resolve::UNLOCKED_ENTRY, Span { file, range }, text);
            finding.help(text! { zh: "gongkai lock", en: "gongkai lock" });
        }
    }
    if options.numbering == Numbering::Refuse && !catalogue.day_is_said {
        return Err(Usage(text! {
            zh: "--locked 需要明确的日期：在 [site] 中写 as_of，或用 --as-of 指定",
            en: "--locked wants an explicit day: `as_of` in [site], or --as-of"
        })
        .into());
    }
    progress.phase("catalogue", words! { zh: "读目录", en: "read the catalogue" });
    let attached = attachment::all(world, cache, &files, &mut findings)?;
    catalogue.model.applications = attached.values().flat_map(|it| it.applications.iter().cloned()).collect();
    progress.phase("attachments", words! { zh: "读附件", en: "read attachments" });
    let templates = cache.filter(|_| options.pages).and_then(|it| HtmlTemplates::new(it, files.sources.count()));
    let organisations = catalogue.model.organisations.iter().map(|it| &it.record);
    let lexicon = Lexicon::new(&catalogue.model.words, organisations);
    let parser = ParseCache { cache, world, files: &files, side_output: (templates, lexicon) };
    let (entries, judged) = entries(&parser, &catalogue, &attached, progress, &mut findings)?;
    let (templates, _) = parser.side_output;
    progress.phase("entries", words! { zh: "读条目", en: "read entries" });
    let linked = resolve::link(catalogue, entries, lock, &RULEBOOK, options.numbering, &mut findings);
    progress.phase("resolve", words! { zh: "核对引用和编号", en: "resolve references and numbers" });
    let mut linked = linked;
    wordings::compare(world, cache, &files, &mut linked.model)?;
    let hidden = names::find(world, cache, &files, &judged, &mut linked.model)?;
    linked.model.lost_evidence = evidence::lost(&files, &linked.model);
    let compliance = compliance::measure(&linked.model);
    linked.model.post_texts = rule_texts::posts(world, &files.sources, &linked.model)?;
    linked.model.guide_texts = rule_texts::guides(world, &files.sources, &linked.model)?;
    linked.model.sheets = sheets::read(world, &files.sources, &attached, &linked.model)?;
    progress.phase("standing", words! { zh: "统计公开情况", en: "measure the standing" });
    let mut policy = linked.policy;
    linked.model.interaction = check::tally(&linked.model);
    check::run(&linked.model, &compliance, |rule| !policy.is_off(rule), &mut findings);
    (linked.model.sheets, linked.model.post_texts) = (Vec::new(), Vec::new());
    linked.model.guide_texts = Vec::new();
    progress.phase("rules", words! { zh: "逐条判定", en: "judge by the rules" });
    let Files { sources, .. } = files;
    empty_links(&linked.model, &sources, &mut findings);
    scans::tell(world, &linked.model, &sources, &attached, &mut findings)?;
    // Catalogue files are always exposed; of the rest only what is, or will be, published.
    let mut exposed = site::exposed(&linked.model, &sources);
    exposed.extend(sources.iter().filter(|(_, source)| source.role == Role::Catalogue).map(|(file, _)| file));
    policy.checked = checked(&linked.model);
    policy.limited = names::limited(&linked.model, &sources);
    policy.codes = codes(&linked.model);
    policy.exposed = Some(exposed);
    // From here on the model is what is shown.
    names::hide(&mut linked.model, hidden, &sources);
    let analysis = Analysis {
        sources,
        model: linked.model,
        compliance,
        attached,
        policy,
        findings,
        judged,
        templates,
        catalogue_hash,
        searchable: options.search,
    };
    Ok((analysis, LockUpdate::new(linked.lock, was)))
}

/// Refuses a project that another version of the program is to judge, or on a day that cannot be read.
fn refuse(catalogue: &Catalogue, world: &dyn World, sources: &Sources) -> Result<()> {
    let at = |span: Span| {
        let bytes = world.read(sources.get(span.file)).unwrap_or_default();
        let text = syntax::text(span.file, &bytes, &mut Findings::new());
        let line = text.get(..span.range.start as usize).map_or(1, |it| it.matches('\n').count() + 1);
        let written = text.get(span.range.start as usize..span.range.end as usize).unwrap_or_default().to_owned();
        (format!("{}:{line}", sources.path(span.file)), written)
    };
    if let Some(unmet) = &catalogue.unmet {
        let (place, Text { zh, en }) = (at(unmet.span).0, unmet.words());
        return Err(Usage(text! { zh: "{place}: {zh}", en: "{place}: {en}" }).into());
    }
    let Some(span) = catalogue.lost_day else { return Ok(()) };
    let (place, written) = at(span);
    let slip = match Day::guess(written.trim_matches(['"', '\''])) {
        Some(day) => text! {
            zh: "{place}: as_of 写的“{written}”不是日期，不知道以哪一天为准，没有判断；改为：as_of = {day}",
            en: "{place}: as_of = {written} is no day, and nothing is judged on another; write: as_of = {day}"
        },
        None => text! {
            zh: "{place}: as_of 写的“{written}”不是日期，不知道以哪一天为准，没有判断；写成 as_of = 2018-12-31 这样，或用 --as-of 指定",
            en: "{place}: as_of = {written} is no day, and nothing is judged on another; write it like as_of = 2018-12-31, or use --as-of"
        },
    };
    Err(Usage(slip).into())
}

/// Tells empty files that texts link; those listed as attachments are told with their entry.
fn empty_links(model: &Model, sources: &Sources, findings: &mut Findings) {
    if sources.iter().all(|(_, source)| source.size > 0 || source.role != Role::Attachment) {
        return;
    }
    for entry in model.entries.iter().filter(|it| it.state != State::Draft) {
        for link in entry.body.links() {
            let file = site::local(entry.file, link.to, sources).filter(|&file| sources.get(file).size == 0);
            if file.is_some_and(|file| entry.attachments.iter().all(|it| it.file != Some(file))) {
                check::empty_link(Span { file: entry.file, range: link.range }, link.to, findings);
            }
        }
    }
}

/// Attachments that someone looked at and said so.
fn checked(model: &Model) -> BTreeSet<FileId> {
    let attachments = model.entries.iter().flat_map(|entry| &entry.attachments);
    attachments.filter(|it| it.checked).filter_map(|it| it.file).collect()
}

/// The heads of columns that hold codes, by the files with rows of registers. The type decides, not the name.
fn codes(model: &Model) -> BTreeMap<FileId, BTreeSet<String>> {
    let mut codes: BTreeMap<FileId, BTreeSet<String>> = BTreeMap::new();
    for table in model.entries.iter().filter_map(|entry| entry.table.as_deref()) {
        let Some(register) = table.register else { continue };
        let schema = &model.register(register).schema;
        let heads = table.columns.iter().filter(|head| schema.holds_codes(head)).map(ToString::to_string);
        codes.entry(table.file).or_default().extend(heads);
    }
    codes
}
