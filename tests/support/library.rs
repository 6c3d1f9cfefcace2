//! The compiler in process, over a project in memory: what rules said before words are made of it, and how the words look.

use std::path::Path;

use gongkai::internals::{
    compile::{self, Analysis, Options},
    day::Day,
    diagnostic::{Diagnostic, Report},
    print::{self, Look, Texts},
    resolve::Numbering,
    rulebook::example::BASE,
    text::Lang,
    world::MemoryWorld,
};

use super::{files::tree, project::split};

/// The small project that the rules' examples are laid over: whole, and without a fault.
pub fn base() -> MemoryWorld {
    let mut world = MemoryWorld::new("2018-12-31".parse().expect("a day"));
    for (path, text) in BASE {
        world.write(*path, *text);
    }
    world
}

/// The base project with `fragments` laid over it: `==> path`, then the file's text, up to the next `==> `.
pub fn with(fragments: &str) -> MemoryWorld {
    let mut world = base();
    for (path, text) in split(fragments) {
        world.write(path, text);
    }
    world
}

/// The project in the folder `root`.
pub fn of_folder(root: &Path) -> MemoryWorld {
    let mut world = MemoryWorld::new("2018-12-31".parse().expect("a day"));
    for folder in ["catalogue", "content"] {
        for (path, bytes) in tree(&root.join(folder)) {
            world.write(format!("{folder}/{path}"), bytes);
        }
    }
    world
}

/// A project, judged.
pub struct Checked {
    /// What the run knows.
    pub analysis: Analysis,
    /// What was found, decided.
    pub report: Report,
    world: MemoryWorld,
}

/// Judges `world` on `as_of`, or on the day it names itself.
pub fn check(world: MemoryWorld, as_of: Option<Day>) -> Checked {
    let options = Options { as_of, numbering: Numbering::Tell, merged: false, pages: true, search: true };
    let (analysis, _) = compile::analyze(&world, &options, None, &()).expect("memory does not fail");
    let theme = compile::load_theme(&world, &analysis.model.site).expect("memory does not fail");
    let report = analysis.plan(&theme).report();
    Checked { analysis, report, world }
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
        let path = finding.place.file().map_or("", |file| self.analysis.sources.path(file));
        format!("{path}: {} {}", finding.rule.code, finding.message.zh)
    }

    /// The words that people read about the findings of the rule `code`, or about all of them.
    pub fn human(&self, lang: Lang, code: Option<&str>) -> String {
        let keep = |it: &&Diagnostic| code.is_none_or(|code| it.finding.rule.code == code);
        let report =
            Report { diagnostics: self.report.diagnostics.iter().filter(keep).cloned().collect(), completeness: None };
        let look = Look { lang, colour: false, width: 100 };
        print::human(&report, &self.texts(), look)
    }

    /// The last line: how many of each.
    pub fn summary(&self, lang: Lang) -> String {
        print::summary(self.report.counts(), Look { lang, colour: false, width: 100 })
    }

    /// The words about one finding.
    pub fn one(&self, diagnostic: &Diagnostic, lang: Lang) -> String {
        let report = Report { diagnostics: vec![diagnostic.clone()], completeness: None };
        print::human(&report, &self.texts(), Look { lang, colour: false, width: 100 })
    }

    /// The texts that findings stand in.
    pub fn texts(&self) -> Texts<'_> {
        compile::texts(&self.world, &self.analysis.sources, &self.report)
    }
}
