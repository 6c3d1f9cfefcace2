//! The formats that findings are printed in, and one door to all of them.

use super::{Failure, Look, Texts, concise, github, gitlab, human, json, junit, sarif};
use crate::{day::Day, diagnostic::Report};

/// A format of findings.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Format {
    /// Words and pieces of source, for people.
    #[default]
    Human,
    /// A finding a line, for editors.
    Concise,
    /// One document of our own, both tongues, nothing left out.
    Json,
    /// SARIF 2.1.0, for code scanning and editors.
    Sarif,
    /// Commands of GitHub's workflows, which become annotations.
    Github,
    /// GitLab's code quality report.
    Gitlab,
    /// JUnit XML, for whatever shows test results.
    Junit,
}

impl Format {
    /// All formats, in the order that help lists them.
    pub const ALL: [Self; 7] =
        [Self::Human, Self::Concise, Self::Json, Self::Sarif, Self::Github, Self::Gitlab, Self::Junit];

    /// What is typed for it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Human => "human",
            Self::Concise => "concise",
            Self::Json => "json",
            Self::Sarif => "sarif",
            Self::Github => "github",
            Self::Gitlab => "gitlab",
            Self::Junit => "junit",
        }
    }

    /// The format that `name` is typed for.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.name() == name)
    }
}

/// All of `report` in `format`: a whole document, or lines, with an end of line.
pub fn render(format: Format, report: &Report, texts: &Texts<'_>, look: Look, as_of: Day) -> String {
    match format {
        Format::Human => human(report, texts, look),
        Format::Concise => concise::concise(report, texts, look),
        Format::Json => json::json(report, texts, as_of),
        Format::Sarif => sarif::sarif(report, texts, look.lang, as_of),
        Format::Github => github::github(report, texts, look.lang),
        Format::Gitlab => gitlab::gitlab(report, texts, look.lang),
        Format::Junit => junit::junit(report, texts, look.lang),
    }
}

/// What stands for a report that never came to be, so that who reads the format learns why; nothing for people, who read
/// standard error.
pub fn render_failure(format: Format, failure: &Failure, look: Look) -> String {
    match format {
        Format::Human | Format::Concise => String::new(),
        Format::Json => json::failure(failure),
        Format::Sarif => sarif::failure(failure, look.lang),
        Format::Github => github::failure(failure, look.lang),
        // A list of issues in files: it has no place for what is no issue.
        Format::Gitlab => "[]\n".to_owned(),
        Format::Junit => junit::failure(failure, look.lang),
    }
}
