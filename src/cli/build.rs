//! `gongkai build`: check, then make the site.

use anyhow::Result;
use clap::ArgMatches;

use super::{ask, ask::Ask, check::tell, progress::Progress, say};
use crate::{
    driver::{self, Built, Compiled, Disk, Project, Steps, Written, compile, texts},
    resolve::Numbering,
    text::Lang,
};

impl Steps for Progress {
    fn pages(&self, count: usize) {
        self.steps(words! { zh: "正在生成网页", en: "making pages" }, count);
    }

    fn step(&self, count: usize) {
        Self::step(self, count);
    }
}

/// Builds; 1 when something stopped it.
///
/// # Errors
///
/// As [`compile`] and [`driver::build`].
pub fn run(ask: &Ask, matches: &ArgMatches) -> Result<u8> {
    let project = ask.project()?;
    driver::complete(&project, &Disk::default())?;
    let locked = matches.get_flag("locked");
    let numbering = if locked { Numbering::Refuse } else { Numbering::Write };
    let progress = Progress::new(ask, words! { zh: "正在检查", en: "checking" });
    let mut compiled = compile(&project, ask.options(numbering))?;
    let Built { report, written, timings } =
        driver::build(&project, &mut compiled, matches.get_flag("strict"), !locked, &progress)?;
    progress.done();
    let texts = texts(&project, &compiled.sources, &report);
    tell(ask, ask::text(matches, "format"), &report, &texts, compiled.model.today)?;
    if !ask.quiet {
        say::err(&match written {
            Some(written) => done(ask.lang(), &project, &compiled, written),
            None => refused(ask.lang()),
        });
    }
    ask.timings(&timings)?;
    Ok(u8::from(written.is_none()))
}

fn refused(lang: Lang) -> String {
    match lang {
        Lang::Zh => "没有生成网站：先改正上面的错误".to_owned(),
        Lang::En => "nothing was written: mend the errors above first".to_owned(),
    }
}

/// Where the site stands, what changed, how much of the catalogue is covered, what comes next by date.
fn done(lang: Lang, project: &Project, compiled: &Compiled, written: Written) -> String {
    let Written { total, changed, removed } = written;
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
