//! The compiler in process: what rules said before words are made of it, and how the words look.

use std::path::Path;

use gongkai::internals::{
    day::Day,
    diagnostic::{Diagnostic, Report},
    driver::{self, Compiled, Folders, Options},
    print::{self, Look, Texts},
    resolve::Numbering,
    text::Lang,
};

/// A project, judged.
pub struct Checked {
    /// What the run knows.
    pub compiled: Compiled,
    /// What was found, decided.
    pub report: Report,
    project: driver::Project,
}

/// Judges the project in `folder` on `as_of`, or on the day it names itself.
pub fn check(folder: &Path, as_of: Option<Day>) -> Checked {
    let folders = Folders { directory: Some(folder.to_owned()), ..Folders::default() };
    let project = driver::Project::find(&folders).expect("a project");
    let today = "2018-12-31".parse().expect("a day");
    let options = Options { as_of, today, numbering: Numbering::Tell, merged: false, pages: true };
    let mut compiled = driver::compile(&project, options).expect("the machine does not fail");
    compiled.plan(&project).expect("the machine does not fail");
    let report = compiled.close();
    Checked { compiled, report, project }
}

impl Checked {
    /// What the rule `code` said.
    pub fn of(&self, code: &str) -> Vec<&Diagnostic> {
        self.report.diagnostics.iter().filter(|it| it.finding.rule.code == code).collect()
    }

    /// What keeps the site from being written, a line each.
    pub fn stops(&self) -> Vec<String> {
        self.report.diagnostics.iter().filter(|it| it.stops()).map(|it| self.line(it)).collect()
    }

    /// `path: GK0401 message`.
    pub fn line(&self, diagnostic: &Diagnostic) -> String {
        let finding = &diagnostic.finding;
        let path = finding.place.file().map_or("", |file| self.compiled.sources.path(file));
        format!("{path}: {} {}", finding.rule.code, finding.message.zh)
    }

    /// The words that people read about the findings of the rule `code`, or about all of them.
    pub fn human(&self, lang: Lang, code: Option<&str>) -> String {
        let keep = |it: &&Diagnostic| code.is_none_or(|code| it.finding.rule.code == code);
        let report = Report { diagnostics: self.report.diagnostics.iter().filter(keep).cloned().collect() };
        let look = Look { lang, colour: false, width: 100 };
        print::human(&report, &self.texts(), look)
    }

    /// The last line: how many of each.
    pub fn summary(&self, lang: Lang) -> String {
        print::summary(self.report.counts(), Look { lang, colour: false, width: 100 })
    }

    /// The words about one finding.
    pub fn one(&self, diagnostic: &Diagnostic, lang: Lang) -> String {
        let report = Report { diagnostics: vec![diagnostic.clone()] };
        print::human(&report, &self.texts(), Look { lang, colour: false, width: 100 })
    }

    /// The texts that findings stand in.
    pub fn texts(&self) -> Texts<'_> {
        driver::texts(&self.project, &self.compiled.sources, &self.report)
    }
}
