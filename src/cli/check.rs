//! `gongkai check`: all findings in one pass.

use anyhow::Result;
use clap::ArgMatches;

use super::{ask, ask::Ask, progress::Progress};
use crate::{
    day::Day,
    diagnostic::{Counts, Effect, Report},
    driver::{Said, Walked, judge, list, texts},
    print::{self, Format, Texts},
    resolve::Numbering,
};

/// Checks; 1 when an error stands.
///
/// # Errors
///
/// As [`compile`].
pub fn run(ask: &Ask, matches: &ArgMatches) -> Result<u8> {
    let project = ask.project()?;
    let numbering = if matches.get_flag("locked") { Numbering::Refuse } else { Numbering::Tell };
    let (options, format) = (ask.options(numbering), ask::format(matches));
    let stop_only = matches.get_flag("stop-only");
    let mut listed = list(&project)?;
    let recall = ask.recall(&project, &listed, "check", &format!("{options:?} {stop_only} {format:?}"), false);
    if let Some(said) = recall.said(&project) {
        return ask.again(listed.timings, &said);
    }
    listed.timings.lap("recall", ask::RECALL);
    let progress = Progress::new(ask, crate::words! { zh: "正在检查", en: "checking" });
    let mut compiled = judge(&project, Walked::new(listed), options, recall.cache(), &progress)?;
    compiled.plan(&project)?;
    let mut report = compiled.close();
    progress.done();
    if stop_only {
        report.diagnostics.retain(|it| it.finding.rule.effect == Effect::Stop);
    }
    let texts = texts(&project, &compiled.sources, &report);
    let mut said = said(ask, format, &report, &texts, compiled.model.today);
    said.code = u8::from(report.fails());
    ask.say(&said)?;
    recall.keep(&project, None, &said);
    ask.timings(&compiled.timings)?;
    // As after a build: the memory is given back as a whole.
    std::mem::forget(compiled);
    Ok(said.code)
}

/// What is to be said of `report` in `format`; the summary goes beside it, on standard error, unless asked to be quiet.
pub fn said(ask: &Ask, format: Format, report: &Report, texts: &Texts<'_>, as_of: Day) -> Said {
    let out = print::render(format, report, texts, ask.look, as_of);
    let mut said = Said { out, err: String::new(), code: 0 };
    ask.add(&mut said, &summary(ask, report.counts(), as_of));
    said
}

fn summary(ask: &Ask, counts: Counts, as_of: Day) -> String {
    let words = print::summary(counts, ask.look);
    match ask.lang() {
        crate::text::Lang::Zh => format!("{words}（以 {as_of} 为准）"),
        crate::text::Lang::En => format!("{words} (as of {as_of})"),
    }
}
