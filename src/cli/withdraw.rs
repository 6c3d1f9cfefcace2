//! `gongkai withdraw ENTRY --reason TEXT`: the fast way to take something down.

use anyhow::Result;
use clap::ArgMatches;

use super::{
    ask::{self, Ask},
    edit::{self, quoted},
    say,
};
use crate::{
    compile::{Analysis, analyze, load_theme},
    day::Day,
    diagnostic::{Diagnostic, Edit},
    driver::DiskStore,
    mend::edited,
    model::{Entry, EntryId, Model, State},
    record::schema,
    resolve::Numbering,
    source::Span,
    vocabulary::{Lang, Text},
    world::{MemoryCache, Overlay, ProjectStore as _, StoreEdit, Usage, World},
};

/// What is taken down.
enum Target {
    /// An entry whose file is there.
    Entry(EntryId),
    /// What was public and has no file any more, by its place in `Model::lost`.
    Lost(usize),
}

/// Writes `withdraw_on` into the entry, and the reason with its address into `catalogue/gone.toml`.
///
/// # Errors
///
/// [`Usage`] for a target that is none or several, a draft, a file that cannot be changed safely; the machine's.
pub fn run(ask: &Ask, matches: &ArgMatches) -> Result<u8> {
    ask::said(matches, "reason")?;
    let world = ask.world()?;
    let options = ask.options(Numbering::Tell);
    let cache = MemoryCache::default();
    let (analysis, _) = analyze(&world, &options, Some(&cache), &())?;
    let model = &analysis.model;
    let on = ask::day(matches, "on")?.unwrap_or(model.today);
    let (mut edits, mut overlay) = (Vec::new(), Overlay::new(&world));
    let (title, address) = match target(model, ask::text(matches, "entry").trim())? {
        Target::Lost(at) => (model.lost[at].title.to_string(), Some(model.lost[at].address.to_string())),
        Target::Entry(id) => {
            let entry = model.entry(id);
            if entry.state == State::Draft {
                return Err(Usage(text! {
                    zh: "“{title}”是草稿，没有公开，不用撤下",
                    en: "`{title}` is a draft: it is not public, and need not be withdrawn",
                    title = entry.title()
                })
                .into());
            }
            let source = analysis.sources.get(entry.file);
            let bytes = world.read(source).map_err(|_| unchanged(&source.path))?;
            // What was judged is what is changed.
            if analysis.judged(entry.file) != Some(blake3::hash(&bytes).as_bytes()) {
                return Err(unchanged(&source.path));
            }
            if let Some(edit) = edit_of(&analysis, entry, &bytes, on)? {
                let new = edited(&bytes, &[edit]).ok_or_else(|| unchanged(&source.path))?;
                overlay.open(&*source.path, new.clone());
                edits.push(StoreEdit::Mend {
                    path: source.path.to_string(),
                    was: *blake3::hash(&bytes).as_bytes(),
                    bytes: new,
                });
            }
            let address = (entry.kept && !entry.address.is_empty()).then(|| entry.address.to_string());
            (entry.title().to_string(), address)
        }
    };
    let is_told = |address: &str| model.gone.iter().any(|it| it.address.ends_with(address));
    let table = address.as_deref().filter(|it| !is_told(it)).map(|address| {
        let pairs = [
            ("address", quoted(address)),
            ("reason", quoted(ask::text(matches, "reason").trim())),
            ("on", on.to_string()),
        ];
        edit::table("gone", &pairs)
    });
    if let Some(table) = &table {
        let old = text_at(&world, &analysis, GONE).unwrap_or_default();
        overlay.open(GONE, format!("{old}\n{table}"));
    }
    // What will be is looked at before it is written: a front matter with faults may hide the new line.
    let (after, _) = analyze(&overlay, &options, Some(&cache), &())?;
    if let Some(StoreEdit::Mend { path, .. }) = edits.first() {
        let id = after.sources.find(path).and_then(|file| after.model.entries().find(|it| it.1.file == file));
        let due = id.and_then(|it| it.1.record.get(schema::Entry::WITHDRAW_ON));
        if due != Some(on) {
            return Err(unchanged(path));
        }
    }
    let report = after.plan(&load_theme(&overlay, &after.model.site)?).report();
    let stops: Vec<&Diagnostic> = report.diagnostics.iter().filter(|it| it.stops()).collect();
    // Readers will see the reason: what may not be published may not be said in it either.
    let gone = after.sources.find(GONE);
    if let Some(stop) = stops.iter().find(|it| table.is_some() && gone.is_some() && it.finding.place.file() == gone) {
        let Text { zh, en } = &stop.finding.message;
        return Err(Usage(text! {
            zh: "没有改动：写上这个原因以后，{GONE} 不能发布——{zh}",
            en: "nothing was changed: with this reason {GONE} could not be published: {en}"
        })
        .into());
    }
    // What it says besides is its author's to decide, who is told.
    let begins = table.is_some().then(|| text_at(&world, &analysis, GONE).unwrap_or_default().len());
    let warns = |it: &&Diagnostic| {
        let span = it.finding.place.span();
        !it.stops()
            && it.finding.rule.code.starts_with("GK08")
            && span.is_some_and(|at| Some(at.file) == gone && begins.is_some_and(|it| at.range.start as usize >= it))
    };
    let warnings = report.diagnostics.iter().filter(warns).map(|it| it.finding.message.clone()).collect();
    let told = Told {
        warnings,
        stops: stops.len(),
        title: &title,
        address: address.as_deref(),
        was_public: address.as_deref().is_some_and(|it| after.model.lost.iter().any(|lost| &*lost.address == it))
            || on > model.today && address.is_some(),
        known: address.as_deref().is_some_and(is_told),
        changed: !edits.is_empty() || table.is_some(),
        on,
        reason: ask::text(matches, "reason").trim(),
    };
    // The table first: where its file is no TOML, nothing is changed.
    let all: Vec<StoreEdit> = table
        .map(|it| StoreEdit::Append { path: GONE.to_owned(), tables: vec![it] })
        .into_iter()
        .chain(edits)
        .collect();
    DiskStore::new(world.project()).apply(&all)?;
    if !ask.quiet {
        say::err(&told.words(ask.lang()));
    }
    Ok(0)
}

/// Where reasons are written.
const GONE: &str = "catalogue/gone.toml";

/// The text of the file at `path`, if there is one.
fn text_at(world: &dyn World, analysis: &Analysis, path: &str) -> Option<String> {
    let file = analysis.sources.find(path)?;
    world.read(analysis.sources.get(file)).ok().map(|it| crate::office::text(&it))
}

/// What `typed` names: an index number, a path, or a title that only one has.
fn target(model: &Model, typed: &str) -> Result<Target> {
    let bare = typed.strip_prefix("content/").unwrap_or(typed);
    let bare = bare.strip_suffix(".md").unwrap_or(bare);
    if let Some((id, _)) =
        model.entries().find(|(_, it)| &*it.name == bare || !typed.is_empty() && &*it.index_number == typed)
    {
        return Ok(Target::Entry(id));
    }
    let lost = |it: &crate::model::Lost| &*it.index_number == typed || &*it.path == bare || &*it.address == typed;
    if let Some((id, _)) = model.entries().find(|(_, it)| !typed.is_empty() && &*it.address == typed) {
        return Ok(Target::Entry(id));
    }
    if let Some(at) = model.lost.iter().position(lost) {
        return Ok(Target::Lost(at));
    }
    let titled: Vec<(EntryId, &Entry)> =
        model.entries().filter(|(_, it)| it.title() == typed && !typed.is_empty()).collect();
    match titled[..] {
        [(id, _)] => Ok(Target::Entry(id)),
        [] => Err(Usage(text! {
            zh: "没有索引号、路径或标题是“{typed}”的信息；索引号在网页上和 catalogue/index.lock 里都有",
            en: "no entry has the index number, path or title `{typed}`; numbers stand on pages and in catalogue/index.lock"
        })
        .into()),
        _ => {
            let list: Vec<String> =
                titled.iter().map(|(_, it)| format!("{}    {}", it.name, it.index_number)).collect();
            let list = list.join("\n  ");
            Err(Usage(text! {
                zh: "有几条信息的标题都是“{typed}”，请写路径或索引号：\n  {list}",
                en: "several entries have the title `{typed}`; write the path or the number:\n  {list}"
            })
            .into())
        }
    }
}

/// The line that says so, or another day in the one that is there; none where it says so already.
fn edit_of(analysis: &Analysis, entry: &Entry, bytes: &[u8], on: Day) -> Result<Option<Edit>> {
    let record = &entry.record;
    if let Some(day) = record.get(schema::Entry::WITHDRAW_ON) {
        let sooner = day > on && day > analysis.model.today;
        return Ok(sooner.then(|| Edit::new(record.span_of(schema::Entry::WITHDRAW_ON), on.to_string(), false)));
    }
    // Behind the line of a key that stands in no table below: the day of publication, else the title, else the head.
    let text = crate::office::text(bytes);
    let after = if record.has(schema::Entry::PUBLISHED) {
        record.span_of(schema::Entry::PUBLISHED).range.end
    } else if record.has(schema::Entry::TITLE) {
        record.span_of(schema::Entry::TITLE).range.end
    } else {
        record.span().range.end
    };
    let after = after as usize;
    let line_end = text.get(after..).and_then(|it| it.find('\n')).map(|length| after + length);
    let line_end = line_end.ok_or_else(|| unchanged(analysis.sources.path(entry.file)))?;
    let span = Span::new(entry.file, line_end..line_end);
    Ok(Some(Edit::new(span, format!("\nwithdraw_on = {on}"), false)))
}

fn unchanged(path: &str) -> anyhow::Error {
    Usage(text! {
        zh: "{path} 的文件头有错误或者编码不对，没有改动；先改正（gongkai fix），再撤下。很急的话，在文件头写上 draft = true，马上重新生成网站",
        en: "the front matter or the encoding of {path} is at fault, and nothing was changed: mend it first (`gongkai fix`). If it is urgent, write `draft = true` into it and build at once"
    })
    .into()
}

/// What was done, and what readers will see.
struct Told<'a> {
    title: &'a str,
    address: Option<&'a str>,
    /// Whether a tombstone will stand there.
    was_public: bool,
    /// Whether a reason was written before: that one is shown.
    known: bool,
    changed: bool,
    /// Findings that keep the site from being made.
    stops: usize,
    /// What may not be well said in the reason.
    warnings: Vec<Text>,
    on: Day,
    reason: &'a str,
}

impl Told<'_> {
    fn words(&self, lang: Lang) -> String {
        let Self { title, on, reason, .. } = self;
        let mut out = match (lang, self.changed) {
            (Lang::Zh, true) => format!("已写好：“{title}”自 {on} 起撤下。"),
            (Lang::Zh, false) => format!("“{title}”早已写明撤下，没有改动。"),
            (Lang::En, true) => format!("written: `{title}` is withdrawn from {on} on."),
            (Lang::En, false) => format!("`{title}` was withdrawn before; nothing was changed."),
        };
        out.push('\n');
        out.push_str(&match (lang, self.address, self.was_public, self.known) {
            (Lang::Zh, Some(address), true, false) => format!(
                "重新生成网站以后，{address} 显示“已撤下”和原因“{reason}”，标题、正文、附件都不再公开：gongkai build"
            ),
            (Lang::Zh, Some(address), true, true) => format!(
                "重新生成网站以后，{address} 显示“已撤下”和 catalogue 里 [[gone]] 原来写的原因：gongkai build"
            ),
            (Lang::Zh, ..) => "它还没有在网站上公开过，不留“已撤下”的页面。".to_owned(),
            (Lang::En, Some(address), true, false) => format!(
                "once the site is built, {address} says that it was withdrawn, and why: “{reason}”; title, text and attachments are gone: gongkai build"
            ),
            (Lang::En, Some(address), true, true) => format!(
                "once the site is built, {address} says that it was withdrawn, with the reason that [[gone]] had: gongkai build"
            ),
            (Lang::En, ..) => "it has not been on the site yet, so no page will say so.".to_owned(),
        });
        for warning in &self.warnings {
            out.push_str(&match lang {
                Lang::Zh => format!("\n请再看一眼原因：{}。在 {GONE} 里改成“内容有误”一类的话", warning.zh),
                Lang::En => format!("\nlook at the reason again: {}. Say less in {GONE}", warning.en),
            });
        }
        if self.stops > 0 {
            let stops = self.stops;
            out.push_str(&match lang {
                Lang::Zh => format!("\n但是有 {stops} 个问题不改正就不能生成网站，撤下也要等改正以后：gongkai check --stop-only"),
                Lang::En => format!("\nbut {stops} finding(s) keep the site from being made, and so from being taken down: gongkai check --stop-only"),
            });
        }
        out
    }
}
