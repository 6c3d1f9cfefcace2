//! `gongkai build`: check, then make the site.

use anyhow::Result;
use clap::ArgMatches;

use super::{ask, ask::Ask, check::said, progress::Progress};
use crate::{
    driver::{self, Built, Compiled, Disk, Options, Project, Walked, Written, judge, list, texts},
    resolve::Numbering,
    text::Lang,
};

/// Builds; 1 when something stopped it.
///
/// # Errors
///
/// As [`compile`] and [`driver::build`].
pub fn run(ask: &Ask, matches: &ArgMatches) -> Result<u8> {
    let project = ask.project()?;
    driver::complete(&project, &Disk::default())?;
    let (locked, strict) = (matches.get_flag("locked"), matches.get_flag("strict"));
    let format = ask::format(matches);
    let numbering = if locked { Numbering::Refuse } else { Numbering::Write };
    let options = Options { pages: true, ..ask.options(numbering) };
    let mut listed = list(&project)?;
    let mut recall = ask.recall(&project, &listed, "build", &format!("{options:?} {strict} {format:?}"), true);
    if let Some(said) = recall.said(&project) {
        return ask.again(listed.timings, &said);
    }
    listed.timings.lap("recall", ask::RECALL);
    let progress = Progress::new(ask, words! { zh: "正在检查", en: "checking" });
    let cache = recall.cache().cloned();
    // What is known of the site is needed only when pages are due.
    let (compiled, memory) = rayon::join(
        || judge(&project, Walked::new(listed), options, cache.as_ref(), &progress),
        || recall.memory(&project),
    );
    let mut compiled = compiled?;
    let Built { report, written, timings } =
        driver::build(&project, &mut compiled, strict, !locked, memory, &progress)?;
    progress.done();
    let texts = texts(&project, &compiled.sources, &report);
    let mut said = said(ask, format, &report, &texts, compiled.model.today);
    ask.say(&said)?;
    let end = |written: Option<Written>| match written {
        Some(written) => done(ask.lang(), &project, &compiled, written),
        None => refused(ask.lang()),
    };
    ask.note(&end(written));
    said.code = u8::from(written.is_none());
    // Whatever stands there then, a later run of the same changes nothing.
    ask.add(&mut said, &end(written.map(|it| Written { changed: 0, removed: 0, ..it })));
    let outputs = written.map(|it| it.digest);
    if outputs.is_none_or(|it| it.is_some()) {
        recall.keep(&project, outputs.flatten(), &said);
    }
    ask.timings(&timings)?;
    // A program that ends gives back its memory as a whole: a tenth of a second sooner than entry by entry, where there are many.
    std::mem::forget(compiled);
    Ok(said.code)
}

fn refused(lang: Lang) -> String {
    match lang {
        Lang::Zh => "没有生成网站：先改正上面的错误".to_owned(),
        Lang::En => "nothing was written: mend the errors above first".to_owned(),
    }
}

/// Where the site stands, what changed, how much of the catalogue is covered, what comes next by date.
fn done(lang: Lang, project: &Project, compiled: &Compiled, written: Written) -> String {
    let Written { total, changed, removed, .. } = written;
    let out = project.out.display();
    let whole = &compiled.standing.coverage.whole.total;
    let (items, filled, entries) = (whole.items, whole.items - whole.empty, whole.entries);
    let mut text = match lang {
        Lang::Zh => format!(
            "网站已生成在 {out}：共 {total} 个文件，改动 {changed} 个，删除 {removed} 个\n\
             公开事项 {items} 个，其中 {filled} 个已有内容；已公开 {entries} 条"
        ),
        Lang::En => format!(
            "the site is in {out}: {total} files, {changed} changed, {removed} removed\n\
             {filled} of {items} items have something public; {entries} entries are published"
        ),
    };
    let unnamed = compiled.unnamed();
    if let Some(first) = unnamed.first() {
        let count = unnamed.len();
        text.push_str(&match lang {
            Lang::Zh => format!("\n有 {count} 个文件没有条目引用，没有发布：{first} 等"),
            Lang::En => format!("\n{count} files are named by no entry and were not published: {first}, …"),
        });
    }
    if let Some(change) = compiled.standing.changes.first() {
        let on = change.on;
        text.push_str(&match lang {
            Lang::Zh => format!("\n下一次因日期而变：{on}"),
            Lang::En => format!("\nnext change by date: {on}"),
        });
    }
    text
}
