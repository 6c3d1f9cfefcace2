//! `gongkai build`: check, then make the site.

use anyhow::Result;
use clap::ArgMatches;

use super::{ask, ask::Ask, check::Findings, progress::Bar};
use crate::{
    compile::{Analysis, Options},
    diagnostic::Report,
    driver::{Command, Packing, Printer, Project, Request, Session, Timings, Transcript, Written},
    print::Texts,
    resolve::Numbering,
    vocabulary::Lang,
};

/// Builds; 1 when something stopped it.
///
/// # Errors
///
/// As [`Session::build`].
pub fn run(ask: &Ask, matches: &ArgMatches) -> Result<u8> {
    let world = ask.world()?;
    let (locked, strict) = (matches.get_flag("locked"), matches.get_flag("strict"));
    let format = ask::format(matches);
    let numbering = if locked { Numbering::Refuse } else { Numbering::Write };
    let search = !matches.get_flag("no-search");
    let options = Options { pages: true, search, ..ask.options(numbering) };
    let mut packings: Vec<Packing> = matches.get_many("compress").into_iter().flatten().copied().collect();
    packings.sort_unstable();
    packings.dedup();
    let request = Request { packings, ..ask.request(Command::Build, options, format, strict) };
    let bar = Bar::new(ask, words! { zh: "正在检查", en: "checking" });
    let timings = Timings::start(&bar);
    let printer = Build { findings: Findings { ask, format }, project: world.project() };
    let outcome = Session::new(&world, &timings, ask.cached).build(&request, !locked, &printer)?;
    bar.done();
    ask.finish(outcome, &timings)
}

/// Prints findings, and what became of the site.
struct Build<'a> {
    findings: Findings<'a>,
    project: &'a Project,
}

impl Printer for Build<'_> {
    fn findings(&self, analysis: &Analysis, report: &Report, texts: &Texts<'_>) -> Transcript {
        self.findings.findings(analysis, report, texts)
    }

    fn end(&self, analysis: &Analysis, written: Option<Written>, transcript: &mut Transcript) {
        let ask = self.findings.ask;
        let line = match written {
            Some(written) => done(ask.lang(), self.project, analysis, written),
            None => refused(ask.lang()),
        };
        ask.add(transcript, &line);
    }
}

fn refused(lang: Lang) -> String {
    match lang {
        Lang::Zh => "没有生成网站：先改正上面的错误".to_owned(),
        Lang::En => "nothing was written: mend the errors above first".to_owned(),
    }
}

/// Where the site stands, what changed, what comes next by date.
fn done(lang: Lang, project: &Project, analysis: &Analysis, written: Written) -> String {
    let Written { total, changed, removed, .. } = written;
    let out = project.out.display();
    let mut text = match lang {
        Lang::Zh => format!("网站已生成在 {out}：共 {total} 个文件，改动 {changed} 个，删除 {removed} 个"),
        Lang::En => format!("the site is in {out}: {total} files, {changed} changed, {removed} removed"),
    };
    if let Some(change) = analysis.compliance.changes.first() {
        let on = change.on;
        text.push_str(&match lang {
            Lang::Zh => format!("\n下一次因日期而变：{on}"),
            Lang::En => format!("\nnext change by date: {on}"),
        });
    }
    text
}
