//! The baseline of an old site: which exceptions explain all that stands now, and what none may explain.

use std::collections::BTreeSet;

use crate::{
    compile::Analysis,
    diagnostic::{Diagnostic, EXPIRED_ALLOW, Level, Report, Rule, Subject, UNUSED_ALLOW},
    model::Model,
};

/// Exceptions for all that stands.
pub struct Baseline {
    /// A rule and what it is excused for, one a line to be written; none of them covers what another does already.
    pub subjects: Vec<(&'static Rule, Subject)>,
    /// What must be mended: stops, rules that cannot be allowed, exceptions that have ended or excuse nothing.
    pub left: Report,
}

impl Baseline {
    /// Of what `report` tells of `analysis`. Notes need no explanation.
    pub fn of(analysis: &Analysis, report: Report) -> Self {
        let known = Known::of(&analysis.model);
        let mut seen: BTreeSet<(&str, Subject)> = BTreeSet::new();
        let mut subjects = Vec::new();
        let mut left = Report::default();
        let stands = |it: &Diagnostic| it.explained.is_none() && it.level >= Level::Warn;
        for diagnostic in report.diagnostics.into_iter().filter(stands) {
            let rule = diagnostic.finding.rule;
            let mut names = diagnostic.finding.names(&analysis.sources);
            // The narrowest: what an item's other entries do is not explained by one of them.
            names.sort_by_key(|it| !matches!(it, Subject::Entry(_)));
            // Of two that would cover a finding only the first is used, and the other told to be of no use.
            if names.iter().any(|it| seen.contains(&(rule.code, it.clone()))) {
                continue;
            }
            match names.into_iter().find(|it| known.has(&analysis.model, it)).filter(|_| may(&diagnostic)) {
                Some(subject) => {
                    seen.insert((rule.code, subject.clone()));
                    subjects.push((rule, subject));
                }
                None => left.diagnostics.push(diagnostic),
            }
        }
        Self { subjects, left }
    }
}

/// Whether it may be explained. An exception to an exception would hide that it has ended.
fn may(diagnostic: &Diagnostic) -> bool {
    let rule = diagnostic.finding.rule;
    let own = [UNUSED_ALLOW.code, EXPIRED_ALLOW.code].contains(&rule.code);
    !rule.fixed && !diagnostic.stops() && !own
}

/// What an exception may name: what it names in vain would be an error of its own.
struct Known<'a> {
    items: BTreeSet<&'a str>,
    accounts: BTreeSet<&'a str>,
    projects: BTreeSet<&'a str>,
    organisations: BTreeSet<&'a str>,
}

impl<'a> Known<'a> {
    fn of(model: &'a Model) -> Self {
        Self {
            items: model.items.iter().map(|it| &*it.id).collect(),
            accounts: model.accounts.iter().map(|it| &*it.id).collect(),
            projects: model.projects.iter().map(|it| &*it.id).collect(),
            organisations: model.organisations.iter().map(|it| &*it.id).collect(),
        }
    }

    fn has(&self, model: &Model, subject: &Subject) -> bool {
        match subject {
            Subject::Entry(name) => model.named(name).is_some(),
            Subject::Item(id) => self.items.contains(&**id),
            Subject::Account(id) => self.accounts.contains(&**id),
            Subject::Project(id) => self.projects.contains(&**id),
            Subject::Organisation(id) => self.organisations.contains(&**id),
            Subject::Task(_) | Subject::File(_) | Subject::Other(_) => true,
        }
    }
}
