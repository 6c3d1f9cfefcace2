//! `gongkai check`: all findings in one pass.

use anyhow::Result;
use clap::ArgMatches;

use super::{ask, ask::Ask, progress::Bar, say};
use crate::{
    compile::Analysis,
    diagnostic::{Deny, Report},
    driver::{Command, Printer, Session, Timings, Transcript},
    print::{self, Format, Texts},
    resolve::Numbering,
    vocabulary::Lang,
};

/// Checks; 1 when an error stands.
///
/// # Errors
///
/// As [`Session::check`].
pub fn run(ask: &Ask, matches: &ArgMatches) -> Result<u8> {
    let world = ask.world()?;
    let numbering = if matches.get_flag("locked") { Numbering::Refuse } else { Numbering::Tell };
    let (format, stop_only) = (ask::format(matches), matches.get_flag("stop-only"));
    let request = ask.request(Command::Check, ask.options(numbering), format, stop_only);
    let bar = Bar::new(ask, words! { zh: "正在检查", en: "checking" });
    let timings = Timings::start(&bar);
    let filter: fn(&mut Report, &Deny) = if stop_only { stops } else { |_, _| () };
    let outcome = Session::new(&world, &timings, ask.cached).check(&request, filter, &Findings { ask, format })?;
    bar.done();
    ask.finish(outcome, &timings)
}

/// Leaves what keeps anything from being published, and what this run will not have.
fn stops(report: &mut Report, deny: &Deny) {
    report.diagnostics.retain(|it| it.stops() || it.is_error() && deny.names(it.finding.rule));
    report.completeness = None;
}

/// Prints findings in `format`; how complete the catalogue is and the summary go beside it, on standard error, unless asked to be
/// quiet.
pub struct Findings<'a> {
    pub ask: &'a Ask,
    pub format: Format,
}

impl Printer for Findings<'_> {
    fn findings(&self, analysis: &Analysis, report: &Report, texts: &Texts<'_>) -> Transcript {
        let (look, as_of) = (self.ask.look, analysis.model.today);
        let most = self.ask.most.filter(|_| self.format == Format::Human);
        let cut = most.and_then(|most| gravest(report, most as usize));
        let out = print::render(self.format, cut.as_ref().unwrap_or(report), texts, look, as_of);
        let plain = say::plain(look.lang);
        let reports = self.ask.reports.iter().map(|it| print::render(it.format, report, texts, plain, as_of)).collect();
        let mut transcript = Transcript { out, reports, ..Transcript::default() };
        // Programs find it in the document, and a list of findings stays one.
        if let Some(completeness) = report.completeness.as_ref().filter(|_| self.format == Format::Human) {
            self.ask.add(&mut transcript, &print::completeness(completeness, look, as_of));
        }
        let words = print::summary(report.counts(), look);
        let summary = match look.lang {
            Lang::Zh => format!("{words}（以 {as_of} 为准）"),
            Lang::En => format!("{words} (as of {as_of})"),
        };
        self.ask.add(&mut transcript, &summary);
        if let Some(cut) = cut {
            let count = report.diagnostics.len() - cut.diagnostics.len();
            let rest = match look.lang {
                Lang::Zh => format!(
                    "还有 {count} 条没有列出（--max-findings）；全部列出，一条一行：gongkai check --format concise"
                ),
                Lang::En => format!(
                    "{count} more are not listed (--max-findings); all, a line each: gongkai check --format concise"
                ),
            };
            self.ask.add(&mut transcript, &rest);
        }
        if let Some(unnamed) = unnamed(analysis, texts, look.lang) {
            self.ask.add(&mut transcript, &unnamed);
        }
        transcript
    }
}

/// The gravest findings of `report`, `most` of them, in its order: first what stops, then by level. None where there are no more.
fn gravest(report: &Report, most: usize) -> Option<Report> {
    let mut order: Vec<usize> = (0..report.diagnostics.len()).collect();
    if order.len() <= most {
        return None;
    }
    order.sort_by_key(|&at| !report.diagnostics[at].stops());
    order.truncate(most);
    order.sort_unstable();
    Some(Report { diagnostics: order.iter().map(|&at| report.diagnostics[at].clone()).collect(), completeness: None })
}

/// The files beside the entries that no entry names, all of them: nobody will find them on the site.
fn unnamed(analysis: &Analysis, texts: &Texts<'_>, lang: Lang) -> Option<String> {
    let unnamed = analysis.unnamed();
    let count = unnamed.len();
    let head = match lang {
        Lang::Zh => {
            format!("有 {count} 个文件没有条目引用，不会发布（在条目的 attachments 里写上，或者在正文里链接）：")
        }
        Lang::En => format!(
            "{count} files are named by no entry and are not published (list them in `attachments`, or link them):"
        ),
    };
    // A name is anybody's: it may hold somebody's number, or signs that a terminal obeys.
    let shown = |path: &str| print::veil_all(&print::visible(path)).into_owned();
    let lines = std::iter::once(head).chain(unnamed.iter().map(|it| shown(&texts.paths.project(it))));
    (count > 0).then(|| lines.collect::<Vec<_>>().join("\n  "))
}
