//! `gongkai check`: all findings in one pass.

use anyhow::Result;
use clap::ArgMatches;

use super::{ask, ask::Ask, progress::Bar};
use crate::{
    compile::Analysis,
    diagnostic::{Effect, Report},
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
    let filter: fn(&mut Report) = if stop_only { stops } else { |_| () };
    let outcome = Session::new(&world, &timings, ask.cached).check(&request, filter, &Findings { ask, format })?;
    bar.done();
    ask.finish(outcome, &timings)
}

fn stops(report: &mut Report) {
    report.diagnostics.retain(|it| it.finding.rule.effect == Effect::Stop);
}

/// Prints findings in `format`; the summary goes beside it, on standard error, unless asked to be quiet.
pub struct Findings<'a> {
    pub ask: &'a Ask,
    pub format: Format,
}

impl Printer for Findings<'_> {
    fn findings(&self, analysis: &Analysis, report: &Report, texts: &Texts<'_>) -> Transcript {
        let (look, as_of) = (self.ask.look, analysis.model.today);
        let out = print::render(self.format, report, texts, look, as_of);
        let mut transcript = Transcript { out, ..Transcript::default() };
        let words = print::summary(report.counts(), look);
        let summary = match look.lang {
            Lang::Zh => format!("{words}（以 {as_of} 为准）"),
            Lang::En => format!("{words} (as of {as_of})"),
        };
        self.ask.add(&mut transcript, &summary);
        if let Some(unnamed) = unnamed(analysis, look.lang) {
            self.ask.add(&mut transcript, &unnamed);
        }
        transcript
    }
}

/// The files beside the entries that no entry names, all of them: nobody will find them on the site.
fn unnamed(analysis: &Analysis, lang: Lang) -> Option<String> {
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
    let lines = std::iter::once(head.as_str()).chain(unnamed.iter().copied());
    (count > 0).then(|| lines.collect::<Vec<_>>().join("\n  "))
}
