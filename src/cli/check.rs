//! `gongkai check`: all findings in one pass.

use anyhow::Result;
use clap::ArgMatches;

use super::{ask, ask::Ask, progress::Progress, say};
use crate::{
    day::Day,
    diagnostic::{Counts, Effect, Report},
    driver::{compile, texts},
    print::{self, Texts},
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
    let progress = Progress::new(ask, crate::words! { zh: "正在检查", en: "checking" });
    let mut compiled = compile(&project, ask.options(numbering))?;
    compiled.plan(&project)?;
    let mut report = compiled.close();
    progress.done();
    if matches.get_flag("stop-only") {
        report.diagnostics.retain(|it| it.finding.rule.effect == Effect::Stop);
    }
    let texts = texts(&project, &compiled.sources, &report);
    tell(ask, ask::text(matches, "format"), &report, &texts, compiled.model.today)?;
    ask.timings(&compiled.timings)?;
    Ok(u8::from(report.fails()))
}

/// Prints `report` in `format`; the summary goes beside it, on standard error, unless asked to be quiet.
///
/// # Errors
///
/// The machine's.
pub fn tell(ask: &Ask, format: &str, report: &Report, texts: &Texts<'_>, as_of: Day) -> Result<()> {
    let look = ask.look;
    match format {
        "json" => say::out(&print::json(report, texts, as_of))?,
        "concise" => say::out(&print::concise(report, texts, look))?,
        _ => say::out(&print::human(report, texts, look))?,
    }
    if !ask.quiet {
        summary(ask, report.counts(), as_of);
    }
    Ok(())
}

fn summary(ask: &Ask, counts: Counts, as_of: Day) {
    let words = print::summary(counts, ask.look);
    let line = match ask.lang() {
        crate::text::Lang::Zh => format!("{words}（以 {as_of} 为准）"),
        crate::text::Lang::En => format!("{words} (as of {as_of})"),
    };
    say::err(&line);
}
